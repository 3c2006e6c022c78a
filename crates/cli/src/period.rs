//! A span of days as it is typed: from a day to a day, a year, a quarter, a month.

use clap::{Arg, ArgMatches};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use pustaka_core::reports::page::Span;

use crate::failure::Failure;
use crate::lang::Lang;
use crate::session::Session;
use crate::words::period as words;

/// The options: `--from`, `--to`, `--year`, `--quarter`, `--month`.
pub fn args(lang: Lang) -> [Arg; 5] {
    let option =
        |id: &'static str, value: &'static str, help: &'static str| Arg::new(id).long(id).value_name(value).help(help);
    [
        option("from", words::day_value(lang), words::from(lang)),
        option("to", words::day_value(lang), words::to(lang)),
        option("year", words::year_value(lang), words::year(lang)).conflicts_with_all(["from", "to"]),
        option("quarter", words::quarter_value(lang), words::quarter(lang)).conflicts_with_all(["from", "to", "year"]),
        option("month", words::month_value(lang), words::month(lang))
            .conflicts_with_all(["from", "to", "year", "quarter"]),
    ]
}

/// The span that was typed; none when no part of it was.
///
/// # Errors
/// When it is no span, or ends before it begins.
pub fn typed(session: &Session, matches: &ArgMatches) -> Result<Option<Span>, Failure> {
    let lang = session.lang();
    let text = |id| matches.get_one::<String>(id).map(String::as_str);
    if let Some(typed) = text("year") {
        let bad = || Failure::usage("period.year", words::not_a_year(lang, typed)).hint(words::write_year(lang));
        let year = year(typed).ok_or_else(bad)?;
        return Ok(Some(months(year, 1, 12)));
    }
    if let Some(typed) = text("quarter") {
        let bad =
            || Failure::usage("period.quarter", words::not_a_quarter(lang, typed)).hint(words::write_quarter(lang));
        return quarter(typed).ok_or_else(bad).map(Some);
    }
    if let Some(typed) = text("month") {
        let bad = || Failure::usage("period.month", words::not_a_month(lang, typed)).hint(words::write_month(lang));
        return month(typed).ok_or_else(bad).map(Some);
    }
    if text("from").is_none() && text("to").is_none() {
        return Ok(None);
    }
    let last = match text("to") {
        Some(typed) => session.date("--to", typed)?,
        None => session.today(),
    };
    let first = match text("from") {
        Some(typed) => session.date("--from", typed)?,
        None => last.first_of_year(),
    };
    if last < first {
        return Err(Failure::usage("period.backwards", words::backwards(lang)));
    }
    Ok(Some(Span { first, last }))
}

/// The span that was typed as far as it has passed, else the year up to today: what is counted of days to come would be a
/// figure that changes.
///
/// # Errors
/// As [`typed`], and when the span has not begun.
pub fn passed(session: &Session, matches: &ArgMatches) -> Result<Span, Failure> {
    let today = session.today();
    let span = typed(session, matches)?.unwrap_or(Span {
        first: today.first_of_year(),
        last: today,
    });
    if span.first > today {
        let day = session.lang().date(span.first);
        return Err(Failure::usage("period.not-yet", words::not_yet(session.lang(), day)));
    }
    Ok(Span {
        last: span.last.min(today),
        ..span
    })
}

/// A span as people read it: `01-10-2026 sampai 31-10-2026`.
pub fn shown(span: Span, lang: Lang) -> String {
    match span.first == span.last {
        true => words::one_day(lang, lang.date(span.first)),
        false => words::days(lang, lang.date(span.first), lang.date(span.last)),
    }
}

fn year(text: &str) -> Option<i16> {
    let figures = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| figures && *year >= 1000)
}

/// `2026-Q3`, `2026-q3`.
fn quarter(text: &str) -> Option<Span> {
    let (of_year, number) = text.split_once("-Q").or_else(|| text.split_once("-q"))?;
    let number: i8 = number.parse().ok().filter(|number| (1..=4).contains(number))?;
    Some(months(year(of_year)?, number * 3 - 2, 3))
}

/// `2026-10`.
fn month(text: &str) -> Option<Span> {
    let (of_year, number) = text.split_once('-')?;
    let figures = number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    let number: i8 = number
        .parse()
        .ok()
        .filter(|number| figures && (1..=12).contains(number))?;
    Some(months(year(of_year)?, number, 1))
}

/// So many months from a month on.
fn months(year: i16, month: i8, count: i32) -> Span {
    let first = date(year, month, 1);
    // The months of a year with four digits never leave the calendar.
    let last_month = first.checked_add((count - 1).months()).unwrap_or(first);
    let last: Date = last_month.last_of_month();
    Span { first, last }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_as_they_are_typed() {
        let cases = [
            (quarter("2026-Q3"), Some((date(2026, 7, 1), date(2026, 9, 30)))),
            (quarter("2026-q1"), Some((date(2026, 1, 1), date(2026, 3, 31)))),
            (quarter("2026-Q5"), None),
            (quarter("26-Q1"), None),
            (quarter("2026"), None),
            (month("2024-02"), Some((date(2024, 2, 1), date(2024, 2, 29)))),
            (month("2026-13"), None),
            (month("2026-1"), None),
            (month("2026-+1"), None),
            (
                year("9999").map(|year| months(year, 1, 12)),
                Some((date(9999, 1, 1), date(9999, 12, 31))),
            ),
            (year("0999").map(|year| months(year, 1, 12)), None),
            (year("+026").map(|year| months(year, 1, 12)), None),
        ];
        for (at, (span, expected)) in cases.into_iter().enumerate() {
            assert_eq!(span, expected.map(|(first, last)| Span { first, last }), "case {at}");
        }
    }
}
