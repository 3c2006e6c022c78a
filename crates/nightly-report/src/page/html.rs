//! The page that is read in the morning: one file, no script, for a screen, a telephone and A4.

use maud::{Markup, html};
use pustaka_cli::{Lang, page, visible};
use pustaka_core::reports::page::Page;

use super::style::STYLE;
use super::{cards, classes, definitions, said, surveys, tables};
use crate::words::{attention, page as words};

/// The page as a file.
pub(crate) fn render(lang: Lang, page: &Page) -> String {
    let library = said::library(lang, page);
    let title = words::report_of(lang, library, said::day(lang, page.day));
    let body = html! {
        (top(lang, page))
        main {
            (needs_a_person(lang, page))
            (cards::section(lang, page))
            (surveys::section(lang, page))
            (tables::section(lang, page))
            (classes::section(lang, page))
            (definitions::section(lang, page))
        }
        footer { (command(&said::show_command(page))) }
    };
    page::page(lang, &title, &[STYLE], &body)
}

fn top(lang: Lang, page: &Page) -> Markup {
    let span = |span| said::span(lang, span);
    let spans = &page.spans;
    let parts = [
        ("attention", words::needs_a_person(lang)),
        ("key", words::key_figures(lang)),
        ("surveys", words::surveys(lang)),
        ("figures", words::all_figures(lang)),
        ("classes", words::by_class(lang)),
        ("definitions", words::definitions(lang)),
    ];
    html! {
        header id="top" {
            p.library { (said::library(lang, page)) }
            h1 { (said::day(lang, page.day)) }
            p.spans { (words::compared(lang, span(spans.month), span(spans.month_before), span(spans.year_before))) }
            nav aria-label=(words::jump(lang)) { ul { @for (id, name) in parts { li { a href=(format!("#{id}")) { (name) } } } } }
        }
    }
}

fn needs_a_person(lang: Lang, page: &Page) -> Markup {
    html! {
        section.attention id="attention" {
            h2 { (words::needs_a_person(lang)) }
            @if page.attention.is_empty() {
                p.calm { "✓ " (words::nobody_needed(lang)) }
            } @else {
                ul {
                    @for needed in &page.attention {
                        li {
                            span.many.num { (lang.count(i64::try_from(needed.count).unwrap_or(i64::MAX))) }
                            h3 { (attention::name(lang, needed.code)) }
                            p { (attention::sentence(lang, needed.code)) }
                            p { (command(&needed.command)) }
                        }
                    }
                }
            }
        }
    }
}

/// A command, to be taken as a whole; on a narrow screen it breaks between its words.
pub(super) fn command(line: &str) -> Markup {
    html! { code { @for (at, word) in visible(line).split(' ').enumerate() { @if at > 0 { " " } span { (word) } } } }
}
