//! Loans by class: every class has its row, and they add up.

use maud::{Markup, html};
use pustaka_cli::Lang;
use pustaka_core::reports::figure::{Figure, Kind};
use pustaka_core::reports::page::{ClassLoans, Page};

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
    let total = |span: usize| {
        let mut of_span = rows.iter().map(|(_, values)| values[span]);
        cell(
            lang,
            of_span.try_fold(0_i64, |sum, value| Some(sum.saturating_add(value?))),
        )
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
            }
        }
    }
}

/// The loans of each class in the month, the month before and the year before.
pub(super) fn values(page: &Page) -> impl Iterator<Item = (&str, [Option<i64>; 3])> {
    let of = |class: &ClassLoans| [class.month, class.month_before, class.year_before];
    page.classes.iter().map(move |class| (class.class.as_str(), of(class)))
}

fn line(lang: Lang, class: &str, [month, before, year]: [Option<i64>; 3], most: i64) -> Markup {
    html! {
        tr {
            th scope="row" {
                @if class != "other" { span.num { (class) } " " }
                (classes::subject(lang, class))
            }
            td.bars { @if let Some(month) = month { (chart::bar(month, before.unwrap_or(0), most)) } }
            td.strong { (cell(lang, month)) }
            td { (cell(lang, before)) }
            td.wide { (cell(lang, year)) }
        }
    }
}

fn cell(lang: Lang, loans: Option<i64>) -> Markup {
    let class = if loans.is_some() { "num" } else { "unknown" };
    html! { span class=(class) { (said::value(lang, Figure::Loans, loans)) } }
}
