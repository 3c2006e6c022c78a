//! Dates and moments as people type them.

use jiff::civil::{Date, Time, date};
use jiff::{ToSpan, ZonedDateTime};

use crate::failure::Failure;
use crate::lang::Lang;
use crate::words::dates as words;
use crate::world::library_zone;

/// How far `+N` may reach.
const FARTHEST_DAYS: i64 = 36_500;

/// Why a typed date can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateProblem {
    /// Not one of the known forms.
    Form,
    /// The year has not four digits: `31/12/26`.
    YearDigits,
    /// The year is before 1000.
    YearRange,
    /// No such month.
    Month(u32),
    /// Day 0.
    DayZero,
    /// The month is shorter: `2026-02-29`.
    Day {
        /// The month, 1 to 12.
        month: u32,
        /// The year.
        year: u32,
        /// How many days it has.
        days: u32,
    },
    /// `+N` reaches too far.
    TooFar,
    /// Not a time of day.
    Time,
}

impl DateProblem {
    /// The refusal of what was typed for an option, in words.
    pub fn failure(self, typed: &str, option: &str, lang: Lang) -> Failure {
        let failure = Failure::usage("date.bad", words::bad(lang, typed, option));
        let failure = match self {
            DateProblem::Form => return failure.because("date.form", words::forms(lang)),
            DateProblem::YearDigits => failure.because("date.year-digits", words::four_digits(lang)),
            DateProblem::YearRange => failure.because("date.year-range", words::year_range(lang)),
            DateProblem::Month(month) => failure.because("date.month", words::no_month(lang, month)),
            DateProblem::DayZero => failure.because("date.day", words::day_zero(lang)),
            DateProblem::Day { month, year, days } => {
                failure.because("date.day", words::no_day(lang, month, year, days))
            }
            DateProblem::TooFar => failure.because("date.too-far", words::too_far(lang)),
            DateProblem::Time => failure.because("date.time", words::bad_time(lang)),
        };
        failure.hint(words::forms(lang))
    }
}

/// Reads a date: `2026-11-20`, `20/11/2026`, `20-11-2026`, a word (`hari-ini`, `besok`, `lusa`, `kemarin`, `today`,
/// `tomorrow`, `yesterday`), or `+7` days from today.
///
/// # Errors
/// A [`DateProblem`]; nothing is guessed: `31/12/26` and `2026-02-29` are refused.
pub fn parse_date(typed: &str, today: Date) -> Result<Date, DateProblem> {
    let typed = typed.trim();
    let days = match typed.to_lowercase().as_str() {
        "hari-ini" | "hari ini" | "today" => Some(0),
        "besok" | "tomorrow" => Some(1),
        "lusa" => Some(2),
        "kemarin" | "yesterday" => Some(-1),
        _ => None,
    };
    if let Some(days) = days {
        return today.checked_add(days.days()).map_err(|_| DateProblem::TooFar);
    }
    if let Some(digits) = typed.strip_prefix('+') {
        return days_from(today, digits);
    }
    let separator = if typed.contains('/') { '/' } else { '-' };
    let parts: Vec<&str> = typed.split(separator).collect();
    let &[first, middle, last] = parts.as_slice() else {
        return Err(DateProblem::Form);
    };
    if parts
        .iter()
        .any(|part| part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()))
    {
        return Err(DateProblem::Form);
    }
    let (year, day) = match (separator, first.len(), last.len()) {
        ('-', 3.., _) => (first, last),
        (_, 1 | 2, _) => (last, first),
        _ => return Err(DateProblem::Form),
    };
    if year.len() != 4 {
        return Err(DateProblem::YearDigits);
    }
    if middle.len() > 2 || day.len() > 2 {
        return Err(DateProblem::Form);
    }
    civil(number(year), number(middle), number(day))
}

fn days_from(today: Date, digits: &str) -> Result<Date, DateProblem> {
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateProblem::Form);
    }
    match digits.parse::<i64>() {
        Ok(days) if days <= FARTHEST_DAYS => today.checked_add(days.days()).map_err(|_| DateProblem::TooFar),
        _ => Err(DateProblem::TooFar),
    }
}

/// At most four digits, all of them digits.
fn number(digits: &str) -> u32 {
    digits.bytes().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))
}

fn civil(year: u32, month: u32, day: u32) -> Result<Date, DateProblem> {
    if year < 1000 {
        return Err(DateProblem::YearRange);
    }
    if !(1..=12).contains(&month) {
        return Err(DateProblem::Month(month));
    }
    if day == 0 {
        return Err(DateProblem::DayZero);
    }
    // All three fit: at most 9999, 12 and 99.
    let (y, m, d) = (year as i16, month as i8, day as i8);
    Date::new(y, m, d).map_err(|_| DateProblem::Day {
        month,
        year,
        days: date(y, m, 1).days_in_month() as u32,
    })
}

/// Reads a moment: a date as [`parse_date`] reads it, alone (then its first minute) or with `T10:15` or ` 10:15`.
///
/// # Errors
/// A [`DateProblem`].
pub fn parse_moment(typed: &str, now: &ZonedDateTime) -> Result<ZonedDateTime, DateProblem> {
    let typed = typed.trim();
    let split_at = typed
        .char_indices()
        .find(|&(at, c)| matches!(c, 'T' | ' ') && typed[at + 1..].starts_with(|c: char| c.is_ascii_digit()))
        .map(|(at, _)| at);
    let (day, time) = match split_at {
        Some(at) => (&typed[..at], parse_time(&typed[at + 1..])?),
        None => (typed, Time::midnight()),
    };
    let day = parse_date(day, now.date())?;
    day.to_datetime(time)
        .to_zoned_datetime(library_zone())
        .map_err(|_| DateProblem::TooFar)
}

fn parse_time(typed: &str) -> Result<Time, DateProblem> {
    let parts: Vec<&str> = typed.split(':').collect();
    let two_digits = |part: &&str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    if !(2..=3).contains(&parts.len()) || !parts.iter().all(two_digits) {
        return Err(DateProblem::Time);
    }
    let field = |at: usize| parts.get(at).map_or(0, |part| number(part) as i8);
    Time::new(field(0), field(1), field(2), 0).map_err(|_| DateProblem::Time)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = date(2026, 11, 20);

    #[test]
    fn dates_as_people_type_them() {
        for (typed, day) in [
            ("2026-11-20", date(2026, 11, 20)),
            ("20/11/2026", date(2026, 11, 20)),
            ("20-11-2026", date(2026, 11, 20)),
            ("1/2/2026", date(2026, 2, 1)),
            ("29-02-2028", date(2028, 2, 29)),
            (" hari-ini ", TODAY),
            ("Besok", date(2026, 11, 21)),
            ("lusa", date(2026, 11, 22)),
            ("yesterday", date(2026, 11, 19)),
            ("+7", date(2026, 11, 27)),
            ("+0", TODAY),
            ("9999-12-31", date(9999, 12, 31)),
        ] {
            assert_eq!(parse_date(typed, TODAY), Ok(day), "{typed}");
        }
    }

    #[test]
    fn nothing_is_guessed() {
        let short = |month, year, days| DateProblem::Day { month, year, days };
        for (typed, problem) in [
            ("2026-02-29", short(2, 2026, 28)),
            ("31/11/2026", short(11, 2026, 30)),
            ("99/01/2026", short(1, 2026, 31)),
            ("31/12/26", DateProblem::YearDigits),
            ("31-12-26", DateProblem::YearDigits),
            ("10000-01-01", DateProblem::YearDigits),
            ("01/01/10000", DateProblem::YearDigits),
            ("0026-12-31", DateProblem::YearRange),
            ("2026-13-01", DateProblem::Month(13)),
            ("00/00/2026", DateProblem::Month(0)),
            ("0/1/2026", DateProblem::DayZero),
            ("+36501", DateProblem::TooFar),
            ("+99999999999999999999", DateProblem::TooFar),
            ("+", DateProblem::Form),
            ("+-7", DateProblem::Form),
            ("-7", DateProblem::Form),
            ("", DateProblem::Form),
            ("2026-11", DateProblem::Form),
            ("2026/11/20", DateProblem::Form),
            ("20.11.2026", DateProblem::Form),
            ("2026-11-201", DateProblem::Form),
            ("２０２６-11-20", DateProblem::Form),
            ("bsok", DateProblem::Form),
        ] {
            assert_eq!(parse_date(typed, TODAY), Err(problem), "{typed}");
        }
    }

    #[test]
    fn moments() {
        let now = date(2026, 11, 20)
            .at(10, 15, 30, 0)
            .to_zoned_datetime(library_zone())
            .unwrap();
        for (typed, shown) in [
            ("2026-11-19", "2026-11-19T00:00:00+07:00"),
            ("2026-11-19T10:15", "2026-11-19T10:15:00+07:00"),
            ("19/11/2026 23:59:59", "2026-11-19T23:59:59+07:00"),
            ("kemarin 08:00", "2026-11-19T08:00:00+07:00"),
            ("hari ini 08:00", "2026-11-20T08:00:00+07:00"),
        ] {
            let at = parse_moment(typed, &now).unwrap();
            assert_eq!(at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(), shown, "{typed}");
        }
        for typed in [
            "2026-11-19T24:00",
            "2026-11-19T1:5",
            "2026-11-19T10",
            "2026-11-19 10:15:99",
        ] {
            assert_eq!(parse_moment(typed, &now), Err(DateProblem::Time), "{typed}");
        }
    }
}
