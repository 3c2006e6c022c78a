//! The page as data: JSON with its own shape, and lists for a workbook, a sheet each.

use pustaka_cli::{Cell, Column, Document, Kind, Lang, Report};
use pustaka_core::reports::figure::Unit;
use pustaka_core::reports::page::{Attention, Page, Row, Section, Span, SurveyFigure};
use serde::Serialize;

use super::change::is_partial;
use super::{classes, said, surveys};
use crate::words::classes::subject;
use crate::words::{attention, figures, page as words};

/// The page as other programs read it. What is not known is `null`.
#[derive(Serialize)]
struct Whole<'a> {
    library: &'a str,
    day: String,
    spans: Spans,
    sections: Vec<Group<'a>>,
    classes: Vec<Class<'a>>,
    surveys: Vec<Survey<'a>>,
    attention: &'a [Attention],
}

#[derive(Serialize)]
struct Spans {
    month: Days,
    month_before: Days,
    year_before: Days,
}

#[derive(Serialize)]
struct Days {
    first: String,
    last: String,
}

#[derive(Serialize)]
struct Group<'a> {
    section: &'static str,
    figures: Vec<Figure<'a>>,
}

#[derive(Serialize)]
struct Figure<'a> {
    figure: &'static str,
    kind: &'static str,
    unit: &'static str,
    day: Option<i64>,
    month: Option<i64>,
    month_before: Option<i64>,
    year_before: Option<i64>,
    /// Of these, those of which not every day is recorded.
    partly: Vec<&'static str>,
    days: Vec<Day>,
    command: &'a str,
}

#[derive(Serialize)]
struct Day {
    day: String,
    value: Option<i64>,
}

#[derive(Serialize)]
struct Class<'a> {
    class: &'a str,
    month: Option<i64>,
    month_before: Option<i64>,
    year_before: Option<i64>,
    partly: Vec<&'static str>,
    command: String,
}

#[derive(Serialize)]
struct Survey<'a> {
    survey: &'a str,
    name: &'a str,
    closes: String,
    respondents: u64,
    index: &'a str,
    class: &'a str,
    interval95: Option<&'a [String; 2]>,
    before: Option<&'a str>,
    command: String,
}

/// The page as a document: its JSON, and its lists.
pub(crate) fn document(lang: Lang, page: &Page) -> Document {
    let heading = words::report_of(lang, said::library(lang, page), said::day(lang, page.day));
    Document::new(&whole(page))
        .headed(heading)
        .with(list_of_figures(lang, page))
        .with(list_of_days(page))
        .with(list_of_classes(lang, page))
        .with(list_of_surveys(page))
        .with(list_of_attention(lang, page))
}

fn whole(page: &Page) -> Whole<'_> {
    let days = |span: Span| Days {
        first: span.first.to_string(),
        last: span.last.to_string(),
    };
    let group = |section: &'_ Section| section.code.code();
    Whole {
        library: &page.library,
        day: page.day.to_string(),
        spans: Spans {
            month: days(page.spans.month),
            month_before: days(page.spans.month_before),
            year_before: days(page.spans.year_before),
        },
        sections: page
            .sections
            .iter()
            .map(|section| Group {
                section: group(section),
                figures: section.rows.iter().map(|row| figure(page, row)).collect(),
            })
            .collect(),
        classes: classes::values(page).map(|of| class(page, of)).collect(),
        surveys: page.surveys.iter().map(survey).collect(),
        attention: &page.attention,
    }
}

fn figure<'a>(page: &'a Page, row: &'a Row) -> Figure<'a> {
    let days = row.days.iter().map(|(day, value)| Day {
        day: day.to_string(),
        value: *value,
    });
    Figure {
        figure: row.figure.code(),
        kind: match row.figure.kind() {
            pustaka_core::reports::figure::Kind::Flow => "flow",
            pustaka_core::reports::figure::Kind::Level => "level",
        },
        unit: unit(row),
        day: row.day,
        month: row.month,
        month_before: row.month_before,
        year_before: row.year_before,
        partly: partly(page, row),
        days: days.collect(),
        command: &row.command,
    }
}

/// The spans of a figure of which not every day is recorded.
fn partly(page: &Page, row: &Row) -> Vec<&'static str> {
    let spans = &page.spans;
    let of = [("month", spans.month), ("month_before", spans.month_before)];
    let partly = of.into_iter().filter(|(_, span)| is_partial(row, *span));
    partly.map(|(name, _)| name).collect()
}

fn partly_cell(page: &Page, row: &Row) -> Cell {
    let partly = partly(page, row).into_iter().map(str::to_owned);
    Cell::List(partly.collect())
}

fn unit(row: &Row) -> &'static str {
    match row.figure.unit() {
        Unit::Count => "count",
        Unit::Rupiah => "rupiah",
    }
}

fn class<'a>(page: &Page, (class, [month, month_before, year_before]): (&'a str, [Option<i64>; 3])) -> Class<'a> {
    Class {
        class,
        month,
        month_before,
        year_before,
        partly: classes::loans(page).map_or_else(Vec::new, |loans| partly(page, loans)),
        command: said::classes_command(page),
    }
}

fn survey(survey: &SurveyFigure) -> Survey<'_> {
    Survey {
        survey: &survey.survey,
        name: &survey.name,
        closes: survey.closes.to_string(),
        respondents: survey.respondents,
        index: &survey.index,
        class: &survey.class,
        interval95: survey.interval95.as_ref(),
        before: survey.before.as_deref(),
        command: surveys::command(survey),
    }
}

fn rows(page: &Page) -> impl Iterator<Item = (&Section, &Row)> {
    let of = |section| move |row| (section, row);
    page.sections
        .iter()
        .flat_map(move |section| section.rows.iter().map(of(section)))
}

fn list_of_figures(lang: Lang, page: &Page) -> Report {
    let mut report = Report::new(
        "figures",
        [
            Column::new("figure", words::figure, Kind::Text),
            Column::new("unit", words::unit, Kind::Text),
            Column::new("day", words::day, Kind::Integer),
            Column::new("month", words::month, Kind::Integer),
            Column::new("month_before", words::month_before, Kind::Integer),
            Column::new("year_before", words::year_before, Kind::Integer),
            Column::new("partly", words::partly, Kind::Text),
            Column::new("section", words::section, Kind::Text),
            Column::new("name", words::name, Kind::Text),
            Column::new("command", words::command, Kind::Text),
        ],
    );
    for (section, row) in rows(page) {
        report.row([
            row.figure.code().into(),
            unit(row).into(),
            row.day.into(),
            row.month.into(),
            row.month_before.into(),
            row.year_before.into(),
            partly_cell(page, row),
            section.code.code().into(),
            figures::name(lang, row.figure).into(),
            row.command.as_str().into(),
        ]);
    }
    report
}

/// A row a day, a column a figure.
fn list_of_days(page: &Page) -> Report {
    let mut columns = vec![Column::new("date", words::date, Kind::Date)];
    columns.extend(rows(page).map(|(_, row)| {
        let kind = match row.figure.unit() {
            Unit::Count => Kind::Integer,
            Unit::Rupiah => Kind::Rupiah,
        };
        Column::new(row.figure.code(), figures::heading(row.figure), kind)
    }));
    let mut report = Report::new("days", columns);
    let mut days: Vec<_> = rows(page)
        .flat_map(|(_, row)| row.days.iter().map(|(day, _)| *day))
        .collect();
    days.sort_unstable();
    days.dedup();
    for day in days {
        let of_day = |row: &Row| row.days.iter().find(|(of, _)| *of == day).and_then(|(_, value)| *value);
        let values = rows(page).map(|(_, row)| Cell::from(of_day(row)));
        report.row(std::iter::once(day.into()).chain(values).collect::<Vec<_>>());
    }
    report
}

fn list_of_classes(lang: Lang, page: &Page) -> Report {
    let mut report = Report::new(
        "classes",
        [
            Column::new("class", words::class, Kind::Text),
            Column::new("name", words::name, Kind::Text),
            Column::new("month", words::month, Kind::Integer),
            Column::new("month_before", words::month_before, Kind::Integer),
            Column::new("year_before", words::year_before, Kind::Integer),
            Column::new("partly", words::partly, Kind::Text),
        ],
    );
    let partly = classes::loans(page).map_or(Cell::Empty, |loans| partly_cell(page, loans));
    for (class, [month, before, year]) in classes::values(page) {
        let name = subject(lang, class);
        report.row([
            class.into(),
            name.into(),
            month.into(),
            before.into(),
            year.into(),
            partly.clone(),
        ]);
    }
    report
}

fn list_of_surveys(page: &Page) -> Report {
    let mut report = Report::new(
        "surveys",
        [
            Column::new("survey", words::survey, Kind::Text),
            Column::new("name", words::name, Kind::Text),
            Column::new("closes", words::closes, Kind::Date),
            Column::new("respondents", words::respondents, Kind::Integer),
            Column::new("index", words::index, Kind::Exact),
            Column::new("class", words::class, Kind::Text),
            Column::new("interval_low", words::interval_low, Kind::Exact),
            Column::new("interval_high", words::interval_high, Kind::Exact),
            Column::new("before", words::index_before, Kind::Exact),
        ],
    );
    let exact = |figure: Option<&String>| figure.map_or(Cell::Empty, |figure| Cell::Exact(figure.clone()));
    for survey in &page.surveys {
        let interval = survey.interval95.as_ref();
        report.row([
            survey.survey.as_str().into(),
            survey.name.as_str().into(),
            survey.closes.into(),
            survey.respondents.into(),
            exact(Some(&survey.index)),
            survey.class.as_str().into(),
            exact(interval.map(|[low, _]| low)),
            exact(interval.map(|[_, high]| high)),
            exact(survey.before.as_ref()),
        ]);
    }
    report
}

/// What needs a person, with what to do.
fn list_of_attention(lang: Lang, page: &Page) -> Report {
    let mut report = Report::new(
        "attention",
        [
            Column::new("code", words::what, Kind::Text),
            Column::new("count", words::count, Kind::Integer),
            Column::new("name", words::name, Kind::Text),
            Column::new("to_do", words::what_to_do, Kind::Text),
            Column::new("command", words::command, Kind::Text),
        ],
    );
    for needed in &page.attention {
        report.row([
            needed.code.code().into(),
            needed.count.into(),
            attention::name(lang, needed.code).into(),
            attention::sentence(lang, needed.code).into(),
            needed.command.as_str().into(),
        ]);
    }
    report
}
