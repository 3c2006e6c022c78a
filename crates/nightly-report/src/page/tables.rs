//! All figures, in their groups.

use maud::{Markup, html};
use pustaka_cli::Lang;
use pustaka_core::reports::figure::Kind;
use pustaka_core::reports::page::{Page, Row, Section, Span};

use super::change::{Change, PARTIAL, has_partial, is_partial};
use super::chart::{self, Told};
use super::said;
use crate::words::{figures, page as words};

/// The table: one for all, so that its columns stand under each other, with a body for each group.
pub(super) fn section(lang: Lang, page: &Page) -> Markup {
    let heads = heads(lang, page);
    let [day, month, before, year] = &heads;
    html! {
        section id="figures" {
            h2 { (words::all_figures(lang)) }
            div.tables {
                table.figures {
                    thead {
                        tr {
                            th scope="col" { (words::figure(lang)) }
                            th scope="col" { (day) }
                            th scope="col" { (month) }
                            th scope="col" { (before) }
                            th.change aria-label=(words::change(lang)) {}
                            th scope="col" { (year) }
                            th.change aria-label=(words::change(lang)) {}
                            th.chart scope="col" { (words::day_by_day(lang)) }
                        }
                    }
                    @for section in &page.sections { (group(lang, page, section, &heads)) }
                }
                @if has_partial(page) { p.legend { (words::partial_legend(lang, PARTIAL)) } }
            }
        }
    }
}

/// What the columns of values are: the day, the month so far, and what it is held against.
fn heads(lang: Lang, page: &Page) -> [String; 4] {
    let spans = &page.spans;
    let [month, before, year] =
        [spans.month, spans.month_before, spans.year_before].map(|span| said::other(lang, page, span, Kind::Flow));
    [lang.weekday(page.day).to_owned(), month, before, year]
}

fn group(lang: Lang, page: &Page, section: &Section, heads: &[String; 4]) -> Markup {
    html! {
        tbody {
            tr.group { th colspan="8" scope="rowgroup" { (figures::section(lang, section.code)) } }
            @for row in &section.rows { (line(lang, page, row, heads)) }
        }
    }
}

fn line(lang: Lang, page: &Page, row: &Row, heads: &[String; 4]) -> Markup {
    let [day, month, before, year] = heads;
    html! {
        tr {
            th scope="row" { a href=(format!("#def-{}", row.figure.code())) { (figures::name(lang, row.figure)) } }
            td data-label=(day) { (value(lang, row, row.day, None)) }
            td.strong data-label=(month) { (value(lang, row, row.month, Some(page.spans.month))) }
            td.alone[row.month_before.is_none()] data-label=(before) {
                (value(lang, row, row.month_before, Some(page.spans.month_before)))
            }
            td.change { (change(lang, page, row, page.spans.month_before, row.month_before)) }
            td.alone[row.year_before.is_none()] data-label=(year) { (value(lang, row, row.year_before, None)) }
            td.change { (change(lang, page, row, page.spans.year_before, row.year_before)) }
            td.chart { @if chart::has_days(row) { (chart::days(lang, page, row, Told::Beside)) } }
        }
    }
}

/// So many letters are a few words.
const FEW: usize = 14;

/// A value, with a sign where not every day of its span is known; the sign hangs out of the column, so that figures stay
/// aligned.
fn value(lang: Lang, row: &Row, value: Option<i64>, span: Option<Span>) -> Markup {
    let class = if value.is_some() { "num" } else { "unknown" };
    html! {
        span class=(class) {
            (said::value(lang, row.figure, value))
            @if span.is_some_and(|span| is_partial(row, span)) { span.part { (PARTIAL) } }
        }
    }
}

fn change(lang: Lang, page: &Page, row: &Row, span: Span, before: Option<i64>) -> Markup {
    let change = Change::of_month(row, page.spans.month, span, before);
    let short = change.short(lang, |value| said::amount(lang, row.figure, value));
    // A few words stay on their line; a sum of money may be too long for it.
    let short = match short.chars().count() {
        ..=FEW => short.replace(' ', "\u{a0}"),
        _ => short,
    };
    html! { @if change != Change::Unknown { span.sign aria-hidden="true" { (change.sign()) } "\u{a0}" (short) } }
}
