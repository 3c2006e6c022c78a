//! Values, spans and days as the page says them.

use std::borrow::Cow;

use jiff::civil::Date;
use pustaka_cli::{Lang, visible};
use pustaka_core::reports::figure::{Figure, Kind, Unit};
use pustaka_core::reports::page::{Page, Span};

use crate::words::page as words;

/// A value of a figure; one that is not known is said to be so, never as a number.
pub(crate) fn value(lang: Lang, figure: Figure, value: Option<i64>) -> String {
    match value {
        Some(value) => amount(lang, figure, value),
        None => words::not_recorded(lang).to_owned(),
    }
}

/// A known value in the figure's unit.
pub(crate) fn amount(lang: Lang, figure: Figure, value: i64) -> String {
    match figure.unit() {
        Unit::Count => lang.count(value),
        Unit::Rupiah => lang.rupiah(value),
    }
}

/// The day of a page: `Kamis, 26 November 2026`.
pub(crate) fn day(lang: Lang, day: Date) -> String {
    words::weekday_and_day(lang, lang.weekday(day), lang.long_date(day))
}

/// A span with its days: `1–26 November 2026`, `November 2026` for a whole month.
pub(crate) fn span(lang: Lang, span: Span) -> String {
    let Span { first, last } = span;
    let same_month = first.first_of_month() == last.first_of_month();
    if same_month && first.day() == 1 && last == last.last_of_month() {
        return format!("{} {}", lang.month(last), last.year());
    }
    if first == last {
        return lang.long_date(last);
    }
    match same_month {
        true => format!("{}–{}", first.day(), lang.long_date(last)),
        false => format!("{} – {}", lang.long_date(first), lang.long_date(last)),
    }
}

/// A span that is held against the page's own, as short as it is clear: `Oktober`, `November 2025`; for what stands at
/// the end of a day, that day: `26 Oktober`.
pub(crate) fn other(lang: Lang, page: &Page, span: Span, kind: Kind) -> String {
    let last = span.last;
    let month = match kind {
        Kind::Flow => lang.month(last).to_owned(),
        Kind::Level => format!("{} {}", last.day(), lang.month(last)),
    };
    match last.year() == page.day.year() {
        true => month,
        false => format!("{month} {}", last.year()),
    }
}

/// The command that shows the page in the terminal, with its day.
pub(crate) fn show_command(page: &Page) -> String {
    format!("nightly-report show --date {}", page.day)
}

/// The command that shows the loans by class of the month so far.
pub(crate) fn classes_command(page: &Page) -> String {
    let Span { first, last } = page.spans.month;
    format!("nightly-report report loans --from {first} --to {last}")
}

/// The library's name, or what libraries are called.
pub(crate) fn library(lang: Lang, page: &Page) -> Cow<'_, str> {
    match page.library.is_empty() {
        true => Cow::Borrowed(words::library(lang)),
        false => visible(&page.library),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn spans_are_named_as_people_name_them() {
        let of = |first: Date, last: Date| span(Lang::Id, Span { first, last });
        let nov = |day| date(2026, 11, day);
        assert_eq!(of(nov(1), nov(26)), "1–26 November 2026");
        assert_eq!(of(nov(1), nov(30)), "November 2026");
        assert_eq!(of(nov(1), nov(1)), "1 November 2026");
        assert_eq!(of(date(2028, 2, 1), date(2028, 2, 29)), "Februari 2028");
        assert_eq!(of(date(2027, 2, 1), date(2027, 2, 28)), "Februari 2027");
        assert_eq!(of(date(2026, 10, 5), nov(3)), "5 Oktober 2026 – 3 November 2026");
    }
}
