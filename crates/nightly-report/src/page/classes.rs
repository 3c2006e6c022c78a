//! Loans by class: every class has its row, and they add up.

use maud::{Markup, html};
use pustaka_cli::Lang;
use pustaka_core::reports::figure::Kind;
use pustaka_core::reports::page::{ClassLoans, Page};

use super::{chart, said};
use crate::words::{figures, page as words};

/// The table with its bars.
pub(super) fn section(lang: Lang, page: &Page) -> Markup {
    let spans = &page.spans;
    let [month, before, year] =
        [spans.month, spans.month_before, spans.year_before].map(|span| said::other(lang, page, span, Kind::Flow));
    let most = page
        .classes
        .iter()
        .map(|class| class.month.max(class.month_before))
        .max();
    let total = |of: fn(&ClassLoans) -> i64| lang.count(page.classes.iter().map(of).fold(0, i64::saturating_add));
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
                    tbody { @for class in &page.classes { (line(lang, class, most.unwrap_or(0))) } }
                    tfoot {
                        tr {
                            th scope="row" { (words::total(lang)) }
                            td.bars {}
                            td.num { (total(|class| class.month)) }
                            td.num { (total(|class| class.month_before)) }
                            td.num.wide { (total(|class| class.year_before)) }
                        }
                    }
                }
                p.legend { (words::class_legend(lang, month, before)) }
            }
        }
    }
}

fn line(lang: Lang, class: &ClassLoans, most: i64) -> Markup {
    html! {
        tr {
            th scope="row" {
                @if class.class != "other" { span.num { (class.class) } " " }
                (figures::class(lang, &class.class))
            }
            td.bars { (chart::bar(class.month, class.month_before, most)) }
            td.num.strong { (lang.count(class.month)) }
            td.num { (lang.count(class.month_before)) }
            td.num.wide { (lang.count(class.year_before)) }
        }
    }
}
