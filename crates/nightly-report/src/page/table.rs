//! The page in the terminal: what needs a person, and every figure beside the month before and the year before.

use pustaka_cli::{Cell, Column, Document, Kind, Lang, Report};
use pustaka_core::reports::page::{Page, Row, Span};

use super::change::{Change, PARTIAL, has_partial, is_partial};
use super::said;
use crate::words::{attention, figures, page as words};

/// What stands for a value that is not known.
const UNKNOWN: &str = "–";

/// The page as tables.
pub(crate) fn document(lang: Lang, page: &Page) -> Document {
    let spans = &page.spans;
    let [month, before, year] = [spans.month, spans.month_before, spans.year_before].map(|span| said::span(lang, span));
    let heading = format!(
        "{}\n{}",
        words::report_of(lang, said::library(lang, page), said::day(lang, page.day)),
        words::compared(lang, month, before, year)
    );
    let document = Document::from(needs_a_person(lang, page))
        .headed(heading)
        .with(list_of_figures(lang, page));
    match page.surveys.is_empty() {
        true => document,
        false => document.with(list_of_surveys(lang, page)),
    }
}

fn needs_a_person(lang: Lang, page: &Page) -> Report {
    let mut report = Report::new(
        "attention",
        [
            Column::new("count", words::count, Kind::Integer),
            Column::new("name", words::what, Kind::Text),
            Column::new("command", words::command, Kind::Text),
        ],
    )
    .titled(words::needs_a_person(lang));
    for needed in &page.attention {
        report.row([
            needed.count.into(),
            attention::name(lang, needed.code).into(),
            needed.command.as_str().into(),
        ]);
    }
    if page.attention.is_empty() {
        report.note(words::nobody_needed(lang));
    }
    report
}

fn list_of_figures(lang: Lang, page: &Page) -> Report {
    // Values are words here: rupiah and counts stand in one column.
    let column = |key, heading| Column::new(key, heading, Kind::Exact);
    let mut report = Report::new(
        "figures",
        [
            Column::new("name", words::figure, Kind::Text),
            column("day", words::day),
            column("month", words::month),
            column("month_before", words::month_before),
            Column::new("change_month", words::change, Kind::Text),
            column("year_before", words::year_before),
            Column::new("change_year", words::change, Kind::Text),
        ],
    )
    .titled(words::all_figures(lang));
    let spans = page.spans;
    let rows = || page.sections.iter().flat_map(|section| &section.rows);
    for row in rows() {
        report.row([
            figures::name(lang, row.figure).into(),
            value(lang, row, row.day, Span::of(page.day)),
            value(lang, row, row.month, spans.month),
            value(lang, row, row.month_before, spans.month_before),
            change(lang, page, row, spans.month_before, row.month_before),
            value(lang, row, row.year_before, spans.year_before),
            change(lang, page, row, spans.year_before, row.year_before),
        ]);
    }
    if rows().any(|row| [row.day, row.month, row.month_before, row.year_before].contains(&None)) {
        report.note(words::unknown_legend(lang, UNKNOWN));
    }
    if has_partial(page) {
        report.note(words::partial_legend(lang, PARTIAL));
    }
    let command = format!("{} -o laporan.html", said::show_command(page));
    report.note(words::definitions_in(lang, command));
    report
}

/// A value as narrow as it can be said: four of them and two changes stand beside a name in 80 columns.
fn value(lang: Lang, row: &Row, value: Option<i64>, span: Span) -> Cell {
    let mark = if is_partial(row, span) { PARTIAL } else { "" };
    Cell::Text(match value {
        Some(value) => format!("{}{mark}", said::amount(lang, row.figure, value)),
        None => UNKNOWN.to_owned(),
    })
}

fn change(lang: Lang, page: &Page, row: &Row, span: Span, before: Option<i64>) -> Cell {
    let change = Change::of_month(row, page.spans.month, span, before);
    match change.short(lang, |value| said::amount(lang, row.figure, value)) {
        short if short.is_empty() => Cell::Empty,
        short => Cell::Text(format!("{} {short}", change.sign())),
    }
}

fn list_of_surveys(lang: Lang, page: &Page) -> Report {
    let mut report = Report::new(
        "surveys",
        [
            Column::new("name", words::survey, Kind::Text),
            Column::new("closes", words::closes, Kind::Date),
            Column::new("respondents", words::respondents, Kind::Integer),
            Column::new("index", words::index, Kind::Exact),
            Column::new("class", words::class, Kind::Text),
            Column::new("interval", words::interval_short, Kind::Exact),
        ],
    )
    .titled(words::surveys(lang));
    for survey in &page.surveys {
        let interval = survey.interval95.as_ref();
        let interval = interval.map(|[low, high]| format!("{} – {}", lang.exact(low), lang.exact(high)));
        report.row([
            survey.name.as_str().into(),
            survey.closes.into(),
            survey.respondents.into(),
            Cell::Exact(survey.index.clone()),
            survey.class.as_str().into(),
            interval.into(),
        ]);
    }
    report
}
