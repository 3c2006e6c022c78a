//! A figure held against an earlier one: up or down, by how much, in words that say no more than the figures do.

use pustaka_cli::Lang;
use pustaka_core::reports::figure::Kind;
use pustaka_core::reports::page::{Page, Row, Span};

use crate::words::page as words;

/// From here on a difference is told per cent: below it, one more or less would be many of them.
const LEAST_FOR_PERCENT: i64 = 20;

/// How a figure stands to an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// One of the two is not known.
    Unknown,
    /// The same.
    Same,
    /// Up or down by this many per cent, rounded; at least 1.
    Percent { up: bool, percent: u128 },
    /// Up or down by less than half a per cent.
    Little { up: bool },
    /// Up or down by this much, where a percentage would say nothing.
    By { up: bool, by: u128 },
}

impl Change {
    /// How the month of a figure stands to an earlier one. Where some days of either are not known, the two can't be
    /// compared.
    pub(crate) fn of_month(row: &Row, now: Span, span: Span, before: Option<i64>) -> Change {
        match is_partial(row, now) || is_partial(row, span) {
            true => Change::Unknown,
            false => Change::of(row.month, before),
        }
    }

    /// How a figure stands to an earlier one.
    pub(crate) fn of(now: Option<i64>, before: Option<i64>) -> Change {
        let (Some(now), Some(before)) = (now, before) else {
            return Change::Unknown;
        };
        // Wider than what is stored, so that nothing overflows.
        let (now, base) = (i128::from(now), i128::from(before));
        let (up, by) = (now > base, (now - base).unsigned_abs());
        if by == 0 {
            return Change::Same;
        }
        if before < LEAST_FOR_PERCENT {
            return Change::By { up, by };
        }
        let base = base.unsigned_abs();
        match (by * 200 + base) / (base * 2) {
            0 => Change::Little { up },
            percent => Change::Percent { up, percent },
        }
    }

    /// A sign that tells up from down without a colour; empty where nothing can be said.
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Change::Unknown => "",
            Change::Same => "=",
            Change::Percent { up, .. } | Change::Little { up } | Change::By { up, .. } => match up {
                true => "▲",
                false => "▼",
            },
        }
    }

    /// In a few words: `naik 12 %`; empty where nothing can be said. `amount` writes a difference in the figure's unit.
    pub(crate) fn short(self, lang: Lang, amount: impl Fn(i64) -> String) -> String {
        match self {
            Change::Unknown => String::new(),
            Change::Same => words::same_short(lang).to_owned(),
            Change::Percent { up: true, percent } => words::up_percent_short(lang, grouped(lang, percent)),
            Change::Percent { up: false, percent } => words::down_percent_short(lang, grouped(lang, percent)),
            Change::Little { up: true } => words::up_little_short(lang).to_owned(),
            Change::Little { up: false } => words::down_little_short(lang).to_owned(),
            Change::By { up: true, by } => words::up_by_short(lang, amount(narrow(by))),
            Change::By { up: false, by } => words::down_by_short(lang, amount(narrow(by))),
        }
    }

    /// In a sentence: `naik 12 % dari Oktober (1.180)`. `before` is the earlier figure as it is shown.
    pub(crate) fn sentence(self, lang: Lang, span: &str, before: &str, amount: impl Fn(i64) -> String) -> String {
        match self {
            Change::Unknown => words::not_comparable(lang, span, before),
            Change::Same => words::same_as(lang, span, before),
            Change::Percent { up: true, percent } => words::up_percent(lang, grouped(lang, percent), span, before),
            Change::Percent { up: false, percent } => words::down_percent(lang, grouped(lang, percent), span, before),
            Change::Little { up: true } => words::up_little(lang, span, before),
            Change::Little { up: false } => words::down_little(lang, span, before),
            Change::By { up: true, by } => words::up_by(lang, amount(narrow(by)), span, before),
            Change::By { up: false, by } => words::down_by(lang, amount(narrow(by)), span, before),
        }
    }
}

/// Whether some days of a span are known and others are not. Of spans whose days are not on the page nothing is said.
pub(crate) fn is_partial(row: &Row, span: Span) -> bool {
    let some = |known: Span| known.first <= span.last && span.first <= known.last;
    let all = |known: Span| known.first <= span.first && span.last <= known.last;
    row.figure.kind() == Kind::Flow && row.known.is_some_and(|known| some(known) && !all(known))
}

/// What stands beside a value of which not every day is known.
pub(crate) const PARTIAL: &str = "*";

/// Whether such a value stands on the page.
pub(crate) fn has_partial(page: &Page) -> bool {
    let spans = [page.spans.month, page.spans.month_before];
    let mut rows = page.sections.iter().flat_map(|section| &section.rows);
    rows.any(|row| spans.iter().any(|span| is_partial(row, *span)))
}

fn grouped(lang: Lang, number: u128) -> String {
    lang.count(narrow(number))
}

/// A difference of two stored numbers; one beyond them is the largest of them.
fn narrow(number: u128) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use pustaka_core::reports::figure::Figure;

    use super::*;

    #[test]
    fn a_change_says_no_more_than_the_figures() {
        let percent = |up, percent| Change::Percent { up, percent };
        for (now, before, change) in [
            (Some(1_322), Some(1_180), percent(true, 12)),
            (Some(1_180), Some(1_322), percent(false, 11)),
            (Some(40), Some(20), percent(true, 100)),
            (Some(0), Some(20), percent(false, 100)),
            (Some(205), Some(200), percent(true, 3)),
            (Some(1_004), Some(1_000), Change::Little { up: true }),
            (Some(995), Some(1_000), percent(false, 1)),
            (Some(996), Some(1_000), Change::Little { up: false }),
            (Some(3), Some(1), Change::By { up: true, by: 2 }),
            (Some(0), Some(19), Change::By { up: false, by: 19 }),
            (Some(5), Some(0), Change::By { up: true, by: 5 }),
            (Some(500), Some(-500), Change::By { up: true, by: 1_000 }),
            (Some(0), Some(0), Change::Same),
            (None, Some(3), Change::Unknown),
            (Some(3), None, Change::Unknown),
            (
                Some(i64::MAX),
                Some(i64::MIN),
                Change::By {
                    up: true,
                    by: u128::from(u64::MAX),
                },
            ),
            (Some(i64::MIN), Some(i64::MAX), percent(false, 200)),
        ] {
            assert_eq!(Change::of(now, before), change, "{now:?} against {before:?}");
        }
    }

    /// No day says of itself how many of the copies that were bought in a span were lent in it.
    #[test]
    fn a_part_is_told_from_the_whole_where_no_day_has_a_value() {
        let november = |first: i8, last: i8| Span {
            first: date(2026, 11, first),
            last: date(2026, 11, last),
        };
        let row = |figure| Row {
            figure,
            day: None,
            month: Some(2),
            month_before: None,
            year_before: None,
            days: november(1, 26).days().map(|day| (day, None)).collect(),
            known: Some(november(10, 26)),
            command: String::new(),
        };
        for (span, partial) in [
            (november(1, 26), true),
            (november(10, 26), false),
            (november(20, 30), true),
            (november(1, 9), false),
        ] {
            assert_eq!(is_partial(&row(Figure::BoughtAndLent), span), partial, "{span:?}");
            assert!(!is_partial(&row(Figure::OnLoan), span), "what stands has no part");
        }
        let change = Change::of_month(&row(Figure::BoughtAndLent), november(1, 26), november(1, 9), Some(1));
        assert_eq!(change, Change::Unknown);
    }

    #[test]
    fn a_change_in_words() {
        let count = |number| Lang::Id.count(number);
        let up = Change::of(Some(1_322), Some(1_180));
        assert_eq!(
            up.sentence(Lang::Id, "Oktober", "1.180", count),
            "naik 12 % dari Oktober (1.180)"
        );
        assert_eq!(up.short(Lang::En, count), "up 12 %");
        let unknown = Change::of(Some(3), None);
        assert_eq!(
            unknown.sentence(Lang::Id, "Oktober", words::not_recorded(Lang::Id), count),
            "Oktober: belum tercatat"
        );
        assert_eq!(unknown.short(Lang::Id, count), "");
        let rupiah = |amount| Lang::Id.rupiah(amount);
        let less = Change::of(Some(-500), Some(0));
        assert_eq!(
            less.sentence(Lang::Id, "Oktober", "Rp0", rupiah),
            "turun Rp500 dari Oktober (Rp0)"
        );
    }
}
