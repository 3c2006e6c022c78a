//! The figures that are looked at first, each with its month, its day, its days as a chart, and how it has changed.

use maud::{Markup, html};
use pustaka_cli::Lang;
use pustaka_core::reports::figure::{Figure, Kind};
use pustaka_core::reports::page::{Page, Row, Span};

use super::change::{Change, is_partial};
use super::chart::{self, Told};
use super::said;
use crate::words::{figures, page as words};

/// Which figures have a card, in this order, as far as they are known.
const KEY: [Figure; 10] = [
    Figure::Visits,
    Figure::Loans,
    Figure::Returns,
    Figure::Overdue,
    Figure::NewMembers,
    Figure::HoldsWaiting,
    Figure::UnmetSearches,
    Figure::EventHeads,
    Figure::InHouse,
    Figure::ItemsBought,
];
/// How many cards there are: two lines of four on a wide screen and on paper.
const CARDS: usize = 8;

/// The cards.
pub(super) fn section(lang: Lang, page: &Page) -> Markup {
    html! {
        section id="key" {
            h2 { (words::key_figures(lang)) }
            div.cards { @for row in key_rows(page) { (card(lang, page, row)) } }
        }
    }
}

/// What has a card. A figure that the library does not count gives its place to the next; where nothing is known, all say
/// so.
fn key_rows(page: &Page) -> Vec<&Row> {
    let all = || page.sections.iter().flat_map(|section| &section.rows);
    let rows = KEY
        .into_iter()
        .filter_map(|figure| all().find(|row| row.figure == figure));
    let (known, unknown): (Vec<&Row>, Vec<&Row>) = rows.partition(|row| row.month.is_some());
    known.into_iter().chain(unknown).take(CARDS).collect()
}

fn card(lang: Lang, page: &Page, row: &Row) -> Markup {
    let kind = row.figure.kind();
    let value = |value| said::value(lang, row.figure, value);
    html! {
        article.card {
            h3 { a href=(format!("#def-{}", row.figure.code())) { (figures::name(lang, row.figure)) } }
            @match row.month {
                Some(_) => p.big.num { (value(row.month)) },
                None => p.big.unknown { (value(None)) },
            }
            p.when {
                @match is_partial(row, page.spans.month) {
                    true => (words::in_part(lang, chart::what_month_is(lang, page, kind))),
                    false => (chart::what_month_is(lang, page, kind)),
                }
            }
            @if row.month.is_some() { p.day { (beside(lang, page, row)) } }
            @if chart::has_days(row) {
                figure { (chart::days(lang, page, row, Told::InWords)) (chart::months(lang, page, row)) }
            }
            ul.changes {
                (change(lang, page, row, page.spans.month_before, row.month_before))
                (change(lang, page, row, page.spans.year_before, row.year_before))
            }
        }
    }
}

/// What stands below the month: its last day; for what stands at the end of that day, the day before it.
fn beside(lang: Lang, page: &Page, row: &Row) -> String {
    let (day, value) = match row.figure.kind() {
        Kind::Flow => (page.day, row.day),
        Kind::Level => {
            let day = page.day.yesterday().unwrap_or(page.day);
            let found = row.days.iter().find(|(of, _)| *of == day);
            (day, found.and_then(|(_, value)| *value))
        }
    };
    words::on_the_day(lang, lang.weekday(day), said::value(lang, row.figure, value))
}

fn change(lang: Lang, page: &Page, row: &Row, span: Span, before: Option<i64>) -> Markup {
    let change = Change::of_month(row, page.spans.month, span, before);
    let shown = match is_partial(row, span) {
        true => words::in_part(lang, said::value(lang, row.figure, before)),
        false => said::value(lang, row.figure, before),
    };
    let amount = |value| said::amount(lang, row.figure, value);
    let span = said::other(lang, page, span, row.figure.kind());
    html! {
        li {
            span.sign aria-hidden="true" { (change.sign()) }
            span { (change.sentence(lang, &span, &shown, amount)) }
        }
    }
}
