//! What poster, summary and charts show, as texts in the reader's language.

use pustaka_cli::Lang;
use pustaka_core::surveys::Survey;
use pustaka_core::surveys::figures::{Bands, Fixed};
use pustaka_core::surveys::instrument::{Choice, Wording};
use pustaka_core::surveys::results::{Period, Results};

use crate::words::poster as words;

/// A text in one language.
pub(crate) fn said(wording: &Wording, lang: Lang) -> &str {
    match lang {
        Lang::Id => &wording.id,
        Lang::En => wording.en(),
    }
}

/// A figure as people write it.
pub(crate) fn figure(figure: &Fixed, lang: Lang) -> String {
    lang.exact(&figure.to_string())
}

/// A bar of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bar {
    /// What it is.
    pub(crate) name: String,
    /// Its length, in hundredths of the scale's hundred.
    pub(crate) hundredths: i64,
    /// Its figure, as people write it.
    pub(crate) figure: String,
    /// The letter of its class.
    pub(crate) class: String,
}

/// A band, as the legend has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Legend {
    pub(crate) class: String,
    pub(crate) range: String,
    pub(crate) words: String,
    /// Where it begins, in hundredths.
    pub(crate) from: i64,
    /// The survey's own.
    pub(crate) own: bool,
}

/// How many of the respondents gave each answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Division {
    pub(crate) name: String,
    pub(crate) parts: Vec<(String, String)>,
}

/// Everything that poster and summary have in common.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shown {
    pub(crate) name: String,
    pub(crate) unit: String,
    pub(crate) service: String,
    pub(crate) period: String,
    pub(crate) respondents: String,
    pub(crate) index: String,
    pub(crate) class: String,
    pub(crate) class_words: String,
    pub(crate) bands_name: String,
    pub(crate) weight: String,
    pub(crate) bands: Vec<Legend>,
    pub(crate) bars: Vec<Bar>,
    pub(crate) divisions: Vec<Division>,
    pub(crate) interval: Option<(String, String, String)>,
}

/// The questions that the poster counts respondents by, where the instrument asks them.
const COUNTED: [&str; 3] = ["sex", "education", "occupation"];

impl Shown {
    /// What a survey shows; `services` are those that were named in the answers.
    pub(crate) fn of(survey: &Survey, results: &Results, lang: Lang) -> Shown {
        let bands = survey.instrument.bands.as_ref();
        let index = results.index.as_ref();
        let class = index.and_then(|index| index.class(bands));
        Shown {
            // A survey without a name of its own is known by what it asks.
            name: match survey.name == survey.key {
                true => format!("{} {}", said(&survey.instrument.name, lang), survey.key),
                false => survey.name.clone(),
            },
            unit: survey.unit.clone(),
            service: service(survey, results, lang),
            period: words::period_of(lang, lang.date(survey.opens), lang.date(survey.closes)),
            respondents: lang.count(count(results.gathered.respondents)),
            index: index.map(|index| figure(&index.value(), lang)).unwrap_or_default(),
            class: class.map(|band| band.class.clone()).unwrap_or_default(),
            class_words: class.map(|band| said(&band.words, lang).to_owned()).unwrap_or_default(),
            bands_name: bands.map(|bands| bands.name.clone()).unwrap_or_default(),
            weight: index.map(|index| index.weight.clone()).unwrap_or_default(),
            bands: legend(bands, class.map(|band| band.class.as_str()), lang),
            bars: bars(survey, results, lang),
            divisions: divisions(survey, results, lang),
            interval: results.interval.as_ref().map(|interval| {
                (
                    figure(&interval.margin, lang),
                    figure(&interval.low, lang),
                    figure(&interval.high, lang),
                )
            }),
        }
    }
}

/// A count in the type that is written out.
pub(crate) fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn hundredths(figure: &Fixed) -> i64 {
    i64::try_from(figure.units()).unwrap_or(0)
}

/// The survey's one service, or those that respondents named, or that it is about all of them.
fn service(survey: &Survey, results: &Results, lang: Lang) -> String {
    if let Some(service) = &survey.service {
        return service.clone();
    }
    let asked = survey.instrument.question("service");
    let named = asked.map(|at| {
        results.gathered.questions[at]
            .choices
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    });
    match named {
        Some(named) if (1..=4).contains(&named.len()) => named.join(", "),
        _ => words::all_services(lang).to_owned(),
    }
}

/// The bands, the best first.
fn legend(bands: Option<&Bands>, own: Option<&str>, lang: Lang) -> Vec<Legend> {
    let all = bands.map(|bands| bands.classes.as_slice()).unwrap_or_default();
    let one = all.iter().rev().map(|band| Legend {
        class: band.class.clone(),
        range: format!("{} – {}", figure(&band.from, lang), figure(&band.to, lang)),
        words: said(&band.words, lang).to_owned(),
        from: hundredths(&band.from),
        own: own == Some(band.class.as_str()),
    });
    one.collect()
}

fn bars(survey: &Survey, results: &Results, lang: Lang) -> Vec<Bar> {
    let Some(index) = &results.index else { return Vec::new() };
    let bands = survey.instrument.bands.as_ref();
    let places = survey.order_of_elements();
    let bars = places.into_iter().filter_map(|at| {
        let element = &index.elements[at];
        let score = element.score()?;
        Some(Bar {
            name: said(&survey.instrument.elements[at].name, lang).to_owned(),
            hundredths: hundredths(&score),
            figure: figure(&score, lang),
            class: element.class(bands).map(|band| band.class.clone()).unwrap_or_default(),
        })
    });
    bars.collect()
}

/// The words of a choice's key.
pub(crate) fn choice_words(choices: &[Choice], key: &str, lang: Lang) -> String {
    match choices.iter().find(|choice| choice.key == key) {
        Some(choice) => said(&choice.words, lang).to_owned(),
        None if key == "other" => words::other(lang).to_owned(),
        None if key == pustaka_core::surveys::gathering::UNANSWERED => words::unanswered(lang).to_owned(),
        None => key.to_owned(),
    }
}

fn divisions(survey: &Survey, results: &Results, lang: Lang) -> Vec<Division> {
    let counted = COUNTED.iter().filter_map(|key| survey.instrument.question(key));
    let division = |at: usize| {
        let question = &survey.instrument.questions[at];
        let parts = results.gathered.questions[at].shown(question).into_iter();
        let parts = parts.filter(|(_, n)| *n != Some(0)).map(|(key, n)| {
            let n = n.map_or_else(|| words::few(lang).to_owned(), |n| lang.count(count(n)));
            (choice_words(&question.choices, &key, lang), n)
        });
        Division {
            name: said(&question.name, lang).to_owned(),
            parts: parts.collect(),
        }
    };
    let divisions = counted.filter(|at| results.gathered.questions[*at].n > 0).map(division);
    divisions.collect()
}

/// The points of the trend: survey, figure, hundredths.
pub(crate) fn points(trend: &[Period], lang: Lang) -> Vec<(String, String, i64)> {
    let point = |period: &Period| {
        let value = period.point.index.round(2);
        (period.point.survey.clone(), figure(&value, lang), hundredths(&value))
    };
    trend.iter().map(point).collect()
}
