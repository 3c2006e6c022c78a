//! `annex`: the table per respondent and element that goes with the report, as workbook or CSV.

use std::io::Write;

use clap::{ArgMatches, Command};
use pustaka_cli::{Failure, Format, Lang, Session, Status};
use pustaka_core::Library;
use pustaka_core::surveys::Survey;
use pustaka_core::surveys::figures::Fixed;
use pustaka_core::surveys::results::{self, Results};
use pustaka_formats::delimited::Style;
use pustaka_formats::survey::annex::{Annex, Sum, write_csv, write_xlsx};

use crate::paper::data::{count, figure, said};
use crate::words::{help, poster as words};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("annex")
        .about(help::annex(lang))
        .arg(super::survey_arg(lang))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    super::written_as(session, &["xlsx", "csv"])?;
    let library = session.open()?;
    let survey = super::survey(&library, matches)?;
    let found = super::publishable(session, &library, &survey)?;
    let annex = annex(&library, &survey, &found, session.lang())?;
    let bytes = match session.format() {
        Format::Xlsx => as_xlsx(&annex)?,
        _ => as_csv(&annex, session.excel(), session.lang()),
    };
    let mut sink = session.sink()?;
    match sink.write_all(&bytes) {
        Ok(()) => sink.finish()?,
        Err(error) => sink.fail(&error)?,
    }
    Ok(Status::Done)
}

/// The annex as a workbook.
pub(crate) fn as_xlsx(annex: &Annex) -> Result<Vec<u8>, Failure> {
    write_xlsx(annex).map_err(|error| Failure::system("annex.failed", error.to_string()))
}

/// The annex as text, for Excel with figures as the language writes them; writing to memory can't fail.
pub(crate) fn as_csv(annex: &Annex, excel: bool, lang: Lang) -> Vec<u8> {
    if !excel {
        return write_csv(annex, Vec::new(), Style::PLAIN).unwrap_or_default();
    }
    let mut local = annex.clone();
    for sum in &mut local.sums {
        let figures = sum.figures.iter_mut().chain(sum.total.as_mut());
        figures.for_each(|figure| *figure = lang.exact(figure));
    }
    for (_, figure) in &mut local.results {
        *figure = lang.exact(figure);
    }
    write_csv(&local, Vec::new(), Style::EXCEL).unwrap_or_default()
}

/// What the annex says.
pub(crate) fn annex(library: &Library, survey: &Survey, found: &Results, lang: Lang) -> Result<Annex, Failure> {
    let order = survey.order_of_elements();
    let mut rows = Vec::new();
    library.read(|snapshot| {
        results::each_scores(snapshot, survey, |scores| {
            // Who answered no element is no respondent.
            if scores.iter().any(|score| *score != 0) {
                rows.push(order.iter().map(|at| scores.get(*at).copied().unwrap_or(0)).collect());
            }
        })
    })?;
    // In the order of their answers, so that no row can be told from when or by whom it came.
    rows.sort_unstable_by(|one: &Vec<u8>, other| other.cmp(one));
    let name = |at: &usize| said(&survey.instrument.elements[*at].name, lang).to_owned();
    let elements = (1..).zip(&order).map(|(number, at)| (format!("U{number}"), name(at)));
    let period = words::period_of(lang, lang.date(survey.opens), lang.date(survey.closes));
    Ok(Annex {
        titles: vec![
            words::annex_title(lang).to_owned(),
            words::annex_unit(lang, &survey.unit),
            words::annex_period(lang, period),
            words::annex_respondents(lang, lang.count(count(found.gathered.respondents))),
        ],
        respondent: words::annex_respondent(lang).to_owned(),
        elements: elements.collect(),
        rows,
        sums: sums(found, &order, lang),
        results: results_of(survey, found, lang),
        legends: legends(survey, found, &order, lang),
        notes: vec![words::annex_note(lang).to_owned()],
    })
}

fn sums(found: &Results, order: &[usize], lang: Lang) -> Vec<Sum> {
    let Some(index) = &found.index else { return Vec::new() };
    let each = |figure: &dyn Fn(usize) -> String| order.iter().map(|at| figure(*at)).collect();
    let text = |figure: Option<Fixed>| figure.map(|figure| figure.to_string()).unwrap_or_default();
    let line = |label: &str, figures: Vec<String>, total: Option<String>| Sum {
        label: label.to_owned(),
        figures,
        total,
    };
    vec![
        line(
            words::annex_filled(lang),
            each(&|at| index.elements[at].n.to_string()),
            None,
        ),
        line(
            words::annex_sum(lang),
            each(&|at| index.elements[at].sum.to_string()),
            None,
        ),
        line(
            words::annex_mean(lang),
            each(&|at| text(index.elements[at].mean4())),
            None,
        ),
        line(
            words::annex_weighted(lang),
            each(&|at| text(index.elements[at].weighted4())),
            Some(index.weighted.round(4).to_string()),
        ),
    ]
}

fn results_of(survey: &Survey, found: &Results, lang: Lang) -> Vec<(String, String)> {
    let Some(index) = &found.index else { return Vec::new() };
    let mut lines = vec![
        (words::annex_index(lang).to_owned(), index.weighted.round(4).to_string()),
        (
            words::annex_converted(lang, figure(&factor(index), lang)),
            index.value().to_string(),
        ),
    ];
    if let Some(band) = index.class(survey.instrument.bands.as_ref()) {
        lines.push((
            words::annex_class(lang).to_owned(),
            format!("{} ({})", band.class, said(&band.words, lang)),
        ));
    }
    // As a formula guards itself: `1/9` must not become a day.
    lines.push((words::annex_weight(lang).to_owned(), index.weight.clone()));
    lines
}

/// What means are multiplied with: 25, or with places where the scale makes some.
fn factor(index: &pustaka_core::surveys::figures::Index) -> Fixed {
    let whole = index.factor.round(0);
    match whole.exact() == index.factor {
        true => whole,
        false => index.factor.round(2),
    }
}

fn legends(survey: &Survey, found: &Results, order: &[usize], lang: Lang) -> Vec<(String, Vec<Vec<String>>)> {
    let bands = survey.instrument.bands.as_ref();
    let element = |(number, at): (usize, &usize)| {
        let element = found.index.as_ref().map(|index| &index.elements[*at]);
        let score = element.and_then(|element| element.score());
        let class = element.and_then(|element| element.class(bands));
        vec![
            format!("U{number}"),
            said(&survey.instrument.elements[*at].name, lang).to_owned(),
            score.map(|score| figure(&score, lang)).unwrap_or_default(),
            class
                .map(|band| format!("{} ({})", band.class, said(&band.words, lang)))
                .unwrap_or_default(),
        ]
    };
    let mut legends = vec![(
        words::annex_elements(lang).to_owned(),
        (1..).zip(order).map(element).collect::<Vec<Vec<String>>>(),
    )];
    if let Some(bands) = bands {
        let band = |band: &pustaka_core::surveys::figures::Band| {
            vec![
                band.class.clone(),
                format!("{} – {}", figure(&band.from, lang), figure(&band.to, lang)),
                said(&band.words, lang).to_owned(),
            ]
        };
        let table = bands.classes.iter().rev().map(band).collect();
        legends.push((words::annex_bands(lang, &bands.name), table));
    }
    legends
}
