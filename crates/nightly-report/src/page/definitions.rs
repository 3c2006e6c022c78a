//! What every figure counts, one click away from it and at the end on paper, with the command that shows its rows.

use maud::{Markup, html};
use pustaka_cli::Lang;
use pustaka_core::reports::page::{Page, Row};

use super::said;
use crate::words::{figures, page as words};

/// The definitions.
pub(super) fn section(lang: Lang, page: &Page) -> Markup {
    let rows = page.sections.iter().flat_map(|section| &section.rows);
    html! {
        section.definitions id="definitions" {
            h2 { (words::definitions(lang)) }
            p.lead { (words::definitions_lead(lang)) }
            dl {
                @for row in rows { (figure(lang, row)) }
                (entry(lang, "classes", words::by_class(lang), classes(lang, page)))
                (entry(lang, "surveys", words::surveys(lang), surveys(lang)))
                (entry(lang, "spans", words::comparisons(lang), html! { p { (figures::spans_are(lang)) } p { (figures::unknown_is(lang)) } }))
            }
        }
    }
}

fn figure(lang: Lang, row: &Row) -> Markup {
    let source = figures::source(lang, row.figure);
    let says = html! {
        p {
            (figures::definition(lang, row.figure))
            @if !source.is_empty() { " " span.source { (words::source(lang, source)) } }
        }
        @if !row.command.is_empty() { p { (super::html::command(&row.command)) } }
    };
    entry(lang, row.figure.code(), figures::name(lang, row.figure), says)
}

fn classes(lang: Lang, page: &Page) -> Markup {
    html! {
        p { (figures::classes_are(lang)) }
        p { (super::html::command(&said::classes_command(page))) }
    }
}

fn surveys(lang: Lang) -> Markup {
    html! {
        p {
            (figures::surveys_are(lang))
            " "
            span.source { (words::source(lang, figures::surveys_source(lang))) }
        }
    }
}

fn entry(lang: Lang, id: &str, name: &str, says: Markup) -> Markup {
    html! {
        div id=(format!("def-{id}")) {
            dt { (name) " " a.up href="#top" title=(words::back_up(lang)) aria-label=(words::back_up(lang)) { "↑" } }
            dd { (says) }
        }
    }
}
