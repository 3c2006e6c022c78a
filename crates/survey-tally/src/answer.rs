//! Results as other programs read them, and as tables. Figures that must be exact are text.

use std::collections::BTreeMap;

use pustaka_cli::{Cell, Column, Document, Kind, Lang, Report};
use pustaka_core::surveys::figures::{Exact, Fixed, Index};
use pustaka_core::surveys::gathering::MONTH;
use pustaka_core::surveys::instrument::{self, Instrument};
use pustaka_core::surveys::results::{Group, Period, Results};
use pustaka_core::surveys::spread::METHOD;
use pustaka_core::surveys::{Survey, sample};
use serde::Serialize;

use crate::paper::data::{choice_words, count, figure, said};
use crate::words::{poster, result as words};

/// A survey's results.
#[derive(Serialize)]
struct Whole<'a> {
    survey: &'a str,
    instrument: &'a str,
    respondents: u64,
    rejected: u64,
    index: Option<Fixed>,
    class: Option<&'a str>,
    bands: Option<&'a str>,
    weight: Option<&'a str>,
    interval95: Option<[Fixed; 2]>,
    elements: Vec<Element<'a>>,
    groups: BTreeMap<&'a str, Vec<One<'a>>>,
    weighted: Option<Fixed>,
    margin: Option<Fixed>,
    interval_method: &'static str,
    lowest: Vec<&'a str>,
    alpha: Option<Fixed>,
    blanks: u64,
    blank_share: Option<Fixed>,
    straight_liners: u64,
    complete: u64,
    from: Option<String>,
    to: Option<String>,
    population: Option<u64>,
    sample: Option<u64>,
    questions: Vec<Question<'a>>,
    trend: Vec<Point<'a>>,
}

#[derive(Serialize)]
struct Element<'a> {
    key: &'a str,
    n: u64,
    sum: u64,
    mean: Option<Fixed>,
    score: Option<Fixed>,
    class: Option<&'a str>,
    name: &'a str,
    weighted: Option<Fixed>,
    frequencies: Vec<u64>,
}

#[derive(Serialize)]
struct One<'a> {
    value: &'a str,
    suppressed: bool,
    n: Option<u64>,
    index: Option<Fixed>,
    class: Option<&'a str>,
    interval95: Option<[Fixed; 2]>,
    elements: BTreeMap<&'a str, Option<Fixed>>,
}

#[derive(Serialize)]
struct Question<'a> {
    key: &'a str,
    kind: &'static str,
    n: u64,
    choices: BTreeMap<String, Option<u64>>,
    mean: Option<Fixed>,
    least: Option<i64>,
    most: Option<i64>,
}

#[derive(Serialize)]
struct Point<'a> {
    survey: &'a str,
    closes: String,
    respondents: u64,
    index: Fixed,
    difference: Option<Fixed>,
    margin: Option<Fixed>,
    verdict: Option<&'static str>,
}

/// What is shown: a stored survey, or a file that was counted without storing it.
pub(crate) struct Told<'a> {
    /// The survey's key, or the file's name.
    pub(crate) key: &'a str,
    pub(crate) instrument: &'a Instrument,
    pub(crate) results: &'a Results,
    pub(crate) rejected: u64,
    pub(crate) population: Option<u64>,
    /// The order of the elements in tables.
    pub(crate) order: Vec<usize>,
    pub(crate) trend: Vec<Period>,
}

impl<'a> Told<'a> {
    /// What a stored survey came to.
    pub(crate) fn of(survey: &'a Survey, results: &'a Results, rejected: u64, trend: Vec<Period>) -> Told<'a> {
        Told {
            key: &survey.key,
            instrument: &survey.instrument,
            results,
            rejected,
            population: survey.population,
            order: survey.order_of_elements(),
            trend,
        }
    }

    /// As a document: JSON, and the tables.
    pub(crate) fn document(&self, lang: Lang) -> Document {
        let mut document = Document::new(&self.whole()).headed(self.headline_of(lang));
        if self.results.index.is_some() {
            document = document.with(self.elements(lang));
        }
        for (by, groups) in &self.results.groups {
            document = document.with(self.groups(by, groups, lang));
        }
        match self.questions(lang) {
            Some(questions) => document.with(questions),
            None => document,
        }
    }

    fn index(&self) -> Option<&'a Index> {
        self.results.index.as_ref()
    }

    fn class_of(&self, index: Option<&'a Index>) -> Option<&'a str> {
        index?
            .class(self.instrument.bands.as_ref())
            .map(|band| band.class.as_str())
    }

    fn whole(&self) -> Whole<'_> {
        let (results, instrument, index) = (self.results, self.instrument, self.index());
        let days = results.gathered.days;
        let interval = results.interval.as_ref();
        let has_elements = !instrument.elements.is_empty();
        Whole {
            survey: self.key,
            instrument: &instrument.key,
            respondents: results.gathered.respondents,
            rejected: self.rejected,
            index: index.map(Index::value),
            class: self.class_of(index),
            bands: instrument.bands.as_ref().map(|bands| bands.name.as_str()),
            weight: index.map(|index| index.weight.as_str()),
            interval95: interval.map(|interval| [interval.low, interval.high]),
            elements: index.map(|index| self.each_element(index)).unwrap_or_default(),
            groups: results
                .groups
                .iter()
                .map(|(by, groups)| (by.as_str(), self.each_group(groups)))
                .collect(),
            weighted: index.map(|index| index.weighted.round(4)),
            margin: interval.map(|interval| interval.margin),
            interval_method: METHOD,
            lowest: self
                .lowest()
                .into_iter()
                .map(|at| instrument.elements[at].key.as_str())
                .collect(),
            alpha: results.alpha,
            blanks: if has_elements {
                results.gathered.tally.blanks()
            } else {
                0
            },
            blank_share: if has_elements { results.blank_share() } else { None },
            straight_liners: results.gathered.tally.straight_liners(),
            complete: results.gathered.tally.complete(),
            from: days.map(|days| days.0.to_string()),
            to: days.map(|days| days.1.to_string()),
            population: self.population,
            sample: self.population.map(sample::size),
            questions: self.each_question(),
            trend: self.trend.iter().map(point).collect(),
        }
    }

    /// The two lowest elements.
    fn lowest(&self) -> Vec<usize> {
        self.index()
            .map(|index| index.lowest().into_iter().take(2).collect())
            .unwrap_or_default()
    }

    fn each_element(&self, index: &'a Index) -> Vec<Element<'_>> {
        let bands = self.instrument.bands.as_ref();
        let each = index.elements.iter().zip(&self.instrument.elements).enumerate();
        each.map(|(at, (element, of))| Element {
            key: &of.key,
            n: element.n,
            sum: element.sum,
            mean: element.mean4(),
            score: element.score(),
            class: element.class(bands).map(|band| band.class.as_str()),
            name: &of.name.id,
            weighted: element.weighted4(),
            frequencies: self.results.gathered.tally.frequencies(at).to_vec(),
        })
        .collect()
    }

    fn each_group(&self, groups: &'a [Group]) -> Vec<One<'_>> {
        let one = |group: &'a Group| {
            let shown = group.shown.as_ref();
            let index = shown.and_then(|shown| shown.index.as_ref());
            let elements = index
                .into_iter()
                .flat_map(|index| &index.elements)
                .zip(&self.instrument.elements);
            let elements = elements.enumerate().map(|(at, (element, of))| {
                let hidden = shown.is_some_and(|shown| shown.hidden.get(at) == Some(&true));
                (of.key.as_str(), element.score().filter(|_| !hidden))
            });
            One {
                value: &group.value,
                suppressed: shown.is_none(),
                n: shown.map(|shown| shown.n),
                index: index.map(Index::value),
                class: self.class_of(index),
                interval95: shown
                    .and_then(|shown| shown.interval.as_ref())
                    .map(|interval| [interval.low, interval.high]),
                elements: elements.collect(),
            }
        };
        groups.iter().map(one).collect()
    }

    fn each_question(&self) -> Vec<Question<'_>> {
        let counted = self.instrument.questions.iter().zip(&self.results.gathered.questions);
        let answered = counted.filter(|(_, counted)| counted.n > 0);
        answered
            .map(|(question, counted)| {
                let number = counted.bounds.is_some();
                Question {
                    key: &question.key,
                    kind: question.kind.code(),
                    n: counted.n,
                    choices: match question.kind {
                        instrument::Kind::Number if question.choices.is_empty() => BTreeMap::new(),
                        _ => counted.shown(question).into_iter().collect(),
                    },
                    mean: number
                        .then(|| Exact::fraction(counted.sum, counted.n))
                        .flatten()
                        .map(|mean| mean.round(2)),
                    least: counted.bounds.map(|bounds| bounds.0),
                    most: counted.bounds.map(|bounds| bounds.1),
                }
            })
            .collect()
    }

    /// The result in a few sentences.
    pub(crate) fn headline_of(&self, lang: Lang) -> String {
        let results = self.results;
        let Some(index) = self.index() else {
            return match results.gathered.respondents {
                0 => words::headline_none(lang, self.key),
                all => words::headline_answers(lang, self.key, lang.count(count(all))),
            };
        };
        let value = figure(&index.value(), lang);
        let band = index.class(self.instrument.bands.as_ref());
        let mut said_all = vec![match band {
            Some(band) => words::headline(lang, self.key, value, &band.class, said(&band.words, lang)),
            None => words::headline_plain(lang, self.key, value),
        }];
        let counted = lang.count(count(results.gathered.respondents));
        said_all.push(words::counts(lang, counted, lang.count(count(self.rejected))));
        if let Some(bands) = &self.instrument.bands {
            said_all.push(words::bands_weight(lang, &bands.name, &index.weight));
        }
        said_all.extend(sure(results, self.population, lang));
        if !self.trend.is_empty() {
            said_all.push(change(&self.trend, lang));
        }
        let lowest: Vec<&str> = self
            .lowest()
            .iter()
            .map(|at| said(&self.instrument.elements[*at].name, lang))
            .collect();
        said_all.push(words::lowest(lang, lowest.join(", ")));
        let silent = self.instrument.elements.len() as u64 - index.answered;
        if silent > 0 {
            said_all.push(words::unanswered_elements(lang, silent));
        }
        said_all.join("\n")
    }

    fn elements(&self, lang: Lang) -> Report {
        let columns = [
            Column::new("element", words::element, Kind::Text),
            Column::new("key", words::key, Kind::Text),
            Column::new("n", words::answers, Kind::Integer),
            Column::new("sum", words::sum, Kind::Integer),
            Column::new("mean", words::mean, Kind::Exact),
            Column::new("score", words::score, Kind::Exact),
            Column::new("class", words::class, Kind::Text),
        ];
        let mut report = Report::new("elements", columns);
        let Some(index) = self.index() else { return report };
        let bands = self.instrument.bands.as_ref();
        for at in &self.order {
            let (element, of) = (&index.elements[*at], &self.instrument.elements[*at]);
            report.row([
                said(&of.name, lang).into(),
                of.key.as_str().into(),
                element.n.into(),
                element.sum.into(),
                exact(element.mean4()),
                exact(element.score()),
                element.class(bands).map(|band| band.class.as_str()).into(),
            ]);
        }
        report
    }

    fn groups(&self, by: &str, groups: &[Group], lang: Lang) -> Report {
        let columns = [
            Column::new("group", words::group, Kind::Text),
            Column::new("n", words::respondents, Kind::Text),
            Column::new("index", words::index, Kind::Exact),
            Column::new("class", words::class, Kind::Text),
            Column::new("interval95", words::interval, Kind::Text),
        ];
        let question = self.instrument.questions.iter().find(|question| question.key == by);
        let name = match question {
            Some(question) => said(&question.name, lang).to_lowercase(),
            None if by == MONTH => words::month(lang).to_owned(),
            None => by.to_owned(),
        };
        let mut report = Report::new("groups", columns).titled(words::by(lang, name));
        for group in groups {
            let choices = question.map(|question| question.choices.as_slice()).unwrap_or_default();
            let value = choice_words(choices, &group.value, lang);
            let Some(shown) = &group.shown else {
                report.row([
                    value.into(),
                    words::hidden(lang).into(),
                    Cell::Empty,
                    Cell::Empty,
                    Cell::Empty,
                ]);
                continue;
            };
            let index = shown.index.as_ref();
            let interval = shown.interval.as_ref();
            report.row([
                value.into(),
                lang.count(count(shown.n)).into(),
                exact(index.map(Index::value)),
                index
                    .and_then(|index| index.class(self.instrument.bands.as_ref()))
                    .map(|band| band.class.as_str())
                    .into(),
                interval
                    .map(|interval| format!("{} – {}", figure(&interval.low, lang), figure(&interval.high, lang)))
                    .into(),
            ]);
        }
        if groups.iter().any(|group| group.shown.is_none()) {
            report.note(words::hidden_why(lang));
        }
        report
    }

    /// The other questions with their counts; none when nobody answered one.
    fn questions(&self, lang: Lang) -> Option<Report> {
        let columns = [
            Column::new("question", words::question, Kind::Text),
            Column::new("answer", words::answer, Kind::Text),
            Column::new("count", words::count, Kind::Text),
        ];
        let mut report = Report::new("questions", columns);
        let counted = self.instrument.questions.iter().zip(&self.results.gathered.questions);
        for (question, counted) in counted.filter(|(_, counted)| counted.n > 0) {
            let name = said(&question.name, lang);
            if counted.bounds.is_some() {
                let mean = Exact::fraction(counted.sum, counted.n).map(|mean| figure(&mean.round(2), lang));
                report.row([name.into(), words::mean(lang).into(), mean.unwrap_or_default().into()]);
            }
            if question.kind == instrument::Kind::Number && question.choices.is_empty() {
                continue;
            }
            for (key, n) in counted.shown(question).into_iter().filter(|(_, n)| *n != Some(0)) {
                let n = n.map_or_else(|| words::hidden(lang).to_owned(), |n| lang.count(count(n)));
                report.row([
                    name.into(),
                    choice_words(&question.choices, &key, lang).into(),
                    n.into(),
                ]);
            }
        }
        (!report.rows.is_empty()).then_some(report)
    }
}

fn exact(figure: Option<Fixed>) -> Cell {
    figure.map_or(Cell::Empty, |figure| Cell::Exact(figure.to_string()))
}

fn point(period: &Period) -> Point<'_> {
    Point {
        survey: &period.point.survey,
        closes: period.closes.to_string(),
        respondents: period.point.respondents,
        index: period.point.index.round(2),
        difference: period.change.as_ref().map(|change| change.difference),
        margin: period.change.as_ref().and_then(|change| change.margin),
        verdict: period.change.as_ref().map(|change| change.verdict.code()),
    }
}

/// How the last period differs from the one before, in a plain sentence.
pub(crate) fn change(trend: &[Period], lang: Lang) -> String {
    use pustaka_core::surveys::spread::Verdict;
    let [.., before, last] = trend else {
        return poster::change_none(lang).to_owned();
    };
    let Some(change) = &last.change else {
        return poster::change_none(lang).to_owned();
    };
    let signed = figure(&change.difference, lang);
    let size = signed.trim_start_matches('-').to_owned();
    let before = &before.point.survey;
    match change.verdict {
        Verdict::Real if signed.starts_with('-') => poster::change_down(lang, size, before),
        Verdict::Real => poster::change_up(lang, size, before),
        Verdict::Noise => {
            let margin = change.margin.map(|margin| figure(&margin, lang)).unwrap_or_default();
            poster::change_noise(lang, signed, before, margin)
        }
        Verdict::Unknown => poster::change_unknown(lang, signed, before),
    }
}

/// How far the results can be trusted, a sentence each.
pub(crate) fn sure(results: &Results, population: Option<u64>, lang: Lang) -> Vec<String> {
    let mut said_all = Vec::new();
    if let Some(interval) = &results.interval {
        let [low, high, margin] = [interval.low, interval.high, interval.margin].map(|one| figure(&one, lang));
        said_all.push(poster::between(lang, low, high, margin));
    }
    let respondents = results.gathered.respondents;
    let shown = |number: u64| lang.count(count(number));
    said_all.push(match population {
        None => poster::population_unknown(lang, shown(respondents)),
        Some(population) => {
            let needed = sample::size(population);
            match respondents >= needed {
                true => poster::enough(lang, shown(respondents), shown(needed), shown(population)),
                false => poster::too_few(lang, shown(respondents), shown(needed), shown(population)),
            }
        }
    });
    if let Some(alpha) = results.alpha {
        said_all.push(poster::alpha_is(lang, figure(&alpha, lang)));
    }
    if let Some(share) = results.blank_share() {
        let straight = shown(results.gathered.tally.straight_liners());
        said_all.push(poster::blanks_are(lang, figure(&share, lang), straight));
    }
    said_all
}
