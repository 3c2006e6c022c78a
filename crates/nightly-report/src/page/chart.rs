//! Charts as SVG. All places are whole numbers; colours stand in the stylesheet, and nothing is told by colour alone.

use jiff::civil::Date;
use maud::{Markup, html};
use pustaka_cli::Lang;
use pustaka_core::reports::figure::Kind;
use pustaka_core::reports::page::{Page, Row};

use super::said;
use crate::words::{figures, page as words};

/// The height of the bars of days.
const HIGH: i64 = 400;
/// A day's place, and what of it is its bar.
const STEP: i64 = 10;
const BAR: i64 = 8;
/// Between the month before and the month so far.
const BETWEEN: i64 = 14;
/// How high a day with nothing is drawn, so that it is told from a day that is not known.
const NOTHING: i64 = 12;

/// How a chart speaks to those who don't see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// With a title and a sentence.
    InWords,
    /// Not at all: the figures stand beside it.
    Beside,
}

/// The days of a figure as bars: the month before, a gap, the month so far. A day that is not known has no bar and no
/// ground under it; a day with nothing has a low one.
pub(crate) fn days(lang: Lang, page: &Page, row: &Row, told: Told) -> Markup {
    let known = || row.days.iter().filter_map(|(_, value)| *value);
    // Most figures never go below nothing; money that was given back does.
    let most = i128::from(known().max().unwrap_or(0).max(1));
    let least = i128::from(known().min().unwrap_or(0).min(0));
    let high = |value: i128| i64::try_from((most - value) * i128::from(HIGH) / (most - least)).unwrap_or(0);
    let ground = high(0);
    let (mut before, mut now, mut floor) = (String::new(), String::new(), String::new());
    let (mut x, mut parted) = (0, false);
    for (day, value) in &row.days {
        let of_month = *day >= page.spans.month.first;
        if of_month && !parted {
            parted = true;
            x += if x > 0 { BETWEEN } else { 0 };
        }
        if let Some(value) = value {
            let top = high(i128::from(*value));
            let top = match *value {
                0 => ground - NOTHING,
                1.. => top.min(ground - NOTHING),
                _ => top.max(ground + NOTHING),
            };
            let bars = if of_month { &mut now } else { &mut before };
            bars.push_str(&format!("M{x} {ground}V{top}h{BAR}V{ground}z"));
            floor.push_str(&format!("M{x} {ground}h{BAR}"));
        }
        x += STEP;
    }
    let view = format!("0 -10 {} {}", (x - STEP + BAR).max(1), HIGH + 30);
    let id = row.figure.code();
    html! {
        svg.days viewBox=(view) preserveAspectRatio="none" role=[(told == Told::InWords).then_some("img")]
            aria-hidden=[(told == Told::Beside).then_some("true")]
            aria-labelledby=[(told == Told::InWords).then(|| format!("t-{id} d-{id}"))]
        {
            @if told == Told::InWords {
                title id=(format!("t-{id}")) { (words::days_of(lang, figures::name(lang, row.figure))) }
                desc id=(format!("d-{id}")) { (in_words(lang, row)) }
            }
            path.before d=(before) {}
            path.now d=(now) {}
            path.floor d=(floor) {}
        }
    }
}

/// What a chart of days shows, in a sentence or two.
fn in_words(lang: Lang, row: &Row) -> String {
    let value = |value| said::amount(lang, row.figure, value);
    let missing = row.days.iter().filter(|(_, value)| value.is_none()).count();
    let (Some((most, most_day)), Some((latest, _))) = (highest(row), last_known(row)) else {
        return words::days_unknown(lang).to_owned();
    };
    let ends = [row.days.first(), row.days.last()].map(|end| end.map(|(day, _)| lang.long_date(*day)));
    let [first, last] = ends.map(Option::unwrap_or_default);
    let said = words::days_said(lang, first, last, value(most), lang.long_date(most_day), value(latest));
    match missing {
        0 => said,
        missing => format!("{said} {}", words::days_missing(lang, missing)),
    }
}

/// The highest day of a figure, the latest where there are several.
pub(crate) fn highest(row: &Row) -> Option<(i64, Date)> {
    let known = row.days.iter().filter_map(|(day, value)| Some(((*value)?, *day)));
    known.max()
}

fn last_known(row: &Row) -> Option<(i64, Date)> {
    let mut known = row.days.iter().rev().filter_map(|(day, value)| Some(((*value)?, *day)));
    known.next()
}

/// The months below the bars of days.
pub(crate) fn months(lang: Lang, page: &Page, row: &Row) -> Markup {
    let months = [page.spans.month_before.first, page.spans.month.first];
    html! {
        span.months aria-hidden="true" {
            @for month in months { span style=(format!("flex:{}", share(row, month))) { (lang.month(month)) } }
        }
    }
}

/// How many days of a month the chart shows.
fn share(row: &Row, month: Date) -> usize {
    let of_month = |day: Date| day.first_of_month() == month.first_of_month();
    row.days.iter().filter(|(day, _)| of_month(*day)).count()
}

/// Whether a chart of days says anything.
pub(crate) fn has_days(row: &Row) -> bool {
    row.days.iter().any(|(_, value)| value.is_some())
}

/// A bar of a part of the most, with an upright line where the earlier one stood.
pub(crate) fn bar(value: i64, before: i64, most: i64) -> Markup {
    let place = |value: i64| {
        let value = i128::from(value.max(0)) * 1000 / i128::from(most.max(1));
        value.min(1000)
    };
    html! {
        svg.bar viewBox="-4 0 1012 40" preserveAspectRatio="none" aria-hidden="true" {
            path.floor d="M0 0V40" {}
            rect.now x="0" y="8" width=(place(value)) height="24" {}
            @if before > 0 { path.mark d=(format!("M{} 2V38", place(before))) {} }
        }
    }
}

/// An index on the part of the scale of 0 to 100 where it stands, all in hundredths: a diamond for itself, a line with
/// ends for its interval, a circle for the one before. No bar begins at the edge, so that nothing is exaggerated.
pub(crate) fn range(lang: Lang, index: i64, interval: Option<[i64; 2]>, before: Option<i64>) -> Markup {
    let others = interval.into_iter().flatten().chain(before);
    let [low, high] = window(others.chain([index]));
    let x = |hundredths: i64| 10 + (hundredths.clamp(low, high) - low) * 300 / (high - low);
    let diamond = |at: i64| format!("M{at} 22L{} 14L{at} 6L{} 14z", at + 5, at - 5);
    let ends = |[from, to]: [i64; 2]| format!("M{} 9V19M{} 14H{}M{} 9V19", x(from), x(from), x(to), x(to));
    let marks: Vec<i64> = (0..=4).map(|part| low + (high - low) * part / 4).collect();
    let label = words::range_said(lang, low / 100, high / 100);
    html! {
        div.range {
            svg viewBox="0 0 320 32" role="img" aria-label=(label) {
                path.floor d="M10 28H310" {}
                @for at in &marks { path.floor d=(format!("M{} 25V31", x(*at))) {} }
                @if let Some(interval) = interval { path.band d=(ends(interval)) {} }
                @if let Some(before) = before { circle.hollow cx=(x(before)) cy="14" r="4" {} }
                path.now d=(diamond(x(index))) {}
            }
            div.axis aria-hidden="true" { @for at in &marks { span { (at / 100) } } }
        }
    }
}

/// The part of the scale that holds all of these: 20, 40 or 100 points wide.
fn window(all: impl Iterator<Item = i64> + Clone) -> [i64; 2] {
    let least = all.clone().min().unwrap_or(0);
    let most = all.max().unwrap_or(0);
    let around = |wide: i64| {
        let low = ((least - 100).div_euclid(1_000) * 1_000).clamp(0, 10_000 - wide);
        [low, low + wide]
    };
    let narrow = [2_000, 4_000].map(around);
    let holds = |[_, high]: &[i64; 2]| most <= *high;
    narrow.into_iter().find(holds).unwrap_or([0, 10_000])
}

/// What the month's value is: a sum of days, or what stands at its end.
pub(crate) fn what_month_is(lang: Lang, page: &Page, kind: Kind) -> String {
    match kind {
        Kind::Flow => said::span(lang, page.spans.month),
        Kind::Level => words::at_end_of_day(lang).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::window;

    #[test]
    fn an_index_stands_within_its_scale() {
        for (all, part) in [
            (&[8_728, 8_590, 8_866, 8_410][..], [8_000, 10_000]),
            (&[9_150], [8_000, 10_000]),
            (&[8_050, 7_900], [7_000, 9_000]),
            (&[6_200, 8_728], [6_000, 10_000]),
            (&[2_500, 10_000], [0, 10_000]),
            (&[0], [0, 2_000]),
            (&[], [0, 2_000]),
        ] {
            assert_eq!(window(all.iter().copied()), part, "{all:?}");
        }
    }
}
