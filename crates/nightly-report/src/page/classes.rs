//! Loans by class: every class has its row, and they add up.

use maud::{Markup, html};
use pustaka_cli::Lang;
use pustaka_core::reports::figure::{Figure, Kind};
use pustaka_core::reports::page::{ClassLoans, Page, Row};

use super::change::{PARTIAL, is_partial};
use super::{chart, said};
use crate::words::{classes, page as words};

/// The table with its bars.
pub(super) fn section(lang: Lang, page: &Page) -> Markup {
    let spans = &page.spans;
    let [month, before, year] =
        [spans.month, spans.month_before, spans.year_before].map(|span| said::other(lang, page, span, Kind::Flow));
    let rows: Vec<(&str, [Option<i64>; 3])> = values(page).collect();
    let most = rows
        .iter()
        .flat_map(|(_, [month, before, _])| [*month, *before])
        .flatten()
        .max();
    let partly = partly(page);
    let total = |span: usize| {
        let mut of_span = rows.iter().map(|(_, values)| values[span]);
        let sum = of_span.try_fold(0_i64, |sum, value| Some(sum.saturating_add(value?)));
        cell(lang, sum, partly[span])
    };
    html! {
        section id="classes" {
            h2 { (words::by_class(lang)) a.def href="#def-classes" { (words::definition(lang)) } }
            div.tables {
                table.classes {
                    thead {
                        tr {
                            th scope="col" { (words::class(lang)) }
                            th.bars aria-hidden="true" {}
                            th scope="col" { (&month) }
                            th scope="col" { (&before) }
                            th.wide scope="col" { (year) }
                        }
                    }
                    tbody { @for (class, values) in &rows { (line(lang, class, *values, most.unwrap_or(0))) } }
                    tfoot {
                        tr {
                            th scope="row" { (words::total(lang)) }
                            td.bars {}
                            td { (total(0)) }
                            td { (total(1)) }
                            td.wide { (total(2)) }
                        }
                    }
                }
                p.legend { (words::class_legend(lang, month, before)) }
                @if partly.contains(&true) { p.legend { (words::partial_legend(lang, PARTIAL)) } }
            }
        }
    }
}

/// The loans of each class in the month, the month before and the year before.
pub(super) fn values(page: &Page) -> impl Iterator<Item = (&str, [Option<i64>; 3])> {
    let of = |class: &ClassLoans| [class.month, class.month_before, class.year_before];
    page.classes.iter().map(move |class| (class.class.as_str(), of(class)))
}

/// Whether of the month, the month before and the year before some days alone are known.
pub(super) fn partly(page: &Page) -> [bool; 3] {
    let spans = &page.spans;
    [spans.month, spans.month_before, spans.year_before]
        .map(|span| loans(page).is_some_and(|loans| is_partial(loans, span)))
}

/// The loans of the page, of which the classes are parts.
pub(super) fn loans(page: &Page) -> Option<&Row> {
    let mut rows = page.sections.iter().flat_map(|section| &section.rows);
    rows.find(|row| row.figure == Figure::Loans)
}

fn line(lang: Lang, class: &str, [month, before, year]: [Option<i64>; 3], most: i64) -> Markup {
    html! {
        tr {
            th scope="row" {
                @if class != "other" { span.num { (class) } " " }
                (classes::subject(lang, class))
            }
            td.bars { @if let Some(month) = month { (chart::bar(month, before.unwrap_or(0), most)) } }
            td.strong { (cell(lang, month, false)) }
            td { (cell(lang, before, false)) }
            td.wide { (cell(lang, year, false)) }
        }
    }
}

/// The sign of a part hangs on the total alone: it is that of the whole column.
fn cell(lang: Lang, loans: Option<i64>, partly: bool) -> Markup {
    let class = if loans.is_some() { "num" } else { "unknown" };
    html! {
        span class=(class) {
            (said::value(lang, Figure::Loans, loans))
            @if partly { span.part { (PARTIAL) } }
        }
    }
}
