//! Civil dates as people and spreadsheets write them. The day comes before the month, as in all of Indonesia.

use jiff::civil::Date;
use jiff::{SignedDuration, ToSpan};

use super::printed;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Not the shape of a date.
    NotADate,
    /// The calendar has no such day: `2026-02-29`, `31/04/2026`.
    NoSuchDay,
    /// A year of two digits could be of any century.
    TwoDigitYear,
    /// The year is before 1000 or after 9999.
    YearOutOfRange,
}

impl Refused {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Refused::NotADate => "date.not-a-date",
            Refused::NoSuchDay => "date.no-such-day",
            Refused::TwoDigitYear => "date.two-digit-year",
            Refused::YearOutOfRange => "date.year-out-of-range",
        }
    }
}

/// Days that Excel counts from; it takes 1900 for a leap year, which makes day 61 the first one counted right.
const SHEET_DAY_ZERO: Date = jiff::civil::date(1899, 12, 30);

/// Serial numbers taken for a date: 1927-05-18 to 2099-12-31. Below that a number is a year, or a slip.
const SHEET_DAYS: std::ops::RangeInclusive<i64> = 10_000..=73_050;

/// Reads a date: `2026-01-05`, `05-01-2026`, `5/1/2026`, `5 Januari 2026`, `Senin, 5 Jan 2026`, an ISO date with a time,
/// or the serial number of a spreadsheet (`45231`, `45231,5`). A time with an offset is told in Indonesian western
/// time first. `None` is a cell that says "no date": empty, `-`, `0000-00-00`.
///
/// # Errors
/// [`Refused`] says why the text is no date.
pub fn read(text: &str) -> Result<Option<Date>, Refused> {
    let text = printed::unguarded(text);
    let (day, time) = split_time(text);
    if printed::stands_for_nothing(text) || is_zero_date(day) {
        return Ok(None);
    }
    if let Some(date) = serial(text) {
        return Ok(Some(date));
    }
    let date = numeric(day).unwrap_or_else(|| named(day))?;
    match time {
        None => Ok(Some(date)),
        Some(time) => in_western_indonesia(date, time).map(Some),
    }
}

/// Parts `2026-01-05T10:15` and `05/01/2026 10.15 WIB` into day and time.
fn split_time(text: &str) -> (&str, Option<&str>) {
    let by_letter = text
        .split_once('T')
        .filter(|(day, time)| ends_in_digit(day) && starts_in_digit(time));
    let by_blank = || {
        let (at, _) = text.rmatch_indices(' ').find(|(at, _)| {
            let time = text[at + 1..].trim_start();
            starts_in_digit(time) && time.contains([':', '.'])
        })?;
        Some((text[..at].trim_end(), text[at..].trim_start()))
    };
    match by_letter.or_else(by_blank) {
        Some((day, time)) => (day, Some(time)),
        None => (text, None),
    }
}

fn starts_in_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

fn is_zero_date(day: &str) -> bool {
    day.len() >= 6 && day.chars().all(|c| matches!(c, '0' | '-' | '/' | '.'))
}

fn serial(text: &str) -> Option<Date> {
    let (days, fraction) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if days.len() != 5 || !digits(days) || !digits(fraction) {
        return None;
    }
    let days: i64 = days.parse().ok().filter(|days| SHEET_DAYS.contains(days))?;
    SHEET_DAY_ZERO.checked_add(days.days()).ok()
}

/// Three numbers parted by one sign, or eight digits: `20260105`. `None` when the text has another shape.
fn numeric(text: &str) -> Option<Result<Date, Refused>> {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(civil(&text[..4], &text[4..6], &text[6..]));
    }
    let separator = text
        .chars()
        .find(|c| !c.is_ascii_digit())
        .filter(|c| matches!(c, '-' | '/' | '.' | ' '))?;
    let parts: Vec<&str> = text.split(separator).map(str::trim).collect();
    let &[first, month, last] = parts.as_slice() else {
        return None;
    };
    if !parts
        .iter()
        .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
    {
        return None;
    }
    Some(if first.len() >= 4 {
        civil(first, month, last)
    } else {
        civil(last, month, first)
    })
}

/// `5 Januari 2026`, `January 5, 2026`, `5-Jan-2026`, with or without the name of the weekday.
fn named(text: &str) -> Result<Date, Refused> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '/' | '.'))
        .filter(|word| !word.is_empty())
        .collect();
    let words = match words.as_slice() {
        [weekday, rest @ ..] if rest.len() == 3 && is_weekday(weekday) => rest,
        all => all,
    };
    let &[first, second, year] = words else {
        return Err(Refused::NotADate);
    };
    let (day, month) = match (month_number(first), month_number(second)) {
        (None, Some(month)) => (first, month),
        (Some(month), None) => (second, month),
        _ => return Err(Refused::NotADate),
    };
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if !digits(day) || !digits(year) {
        return Err(Refused::NotADate);
    }
    civil(year, month, day)
}

fn civil(year: &str, month: &str, day: &str) -> Result<Date, Refused> {
    if month.len() > 2 || day.len() > 2 {
        return Err(Refused::NotADate);
    }
    let number = |part: &str| part.parse::<i32>().ok();
    match year.len() {
        4 => {}
        1..=3 => return Err(Refused::TwoDigitYear),
        _ => return Err(Refused::YearOutOfRange),
    }
    let (Some(year), Some(month), Some(day)) = (number(year), number(month), number(day)) else {
        return Err(Refused::NotADate);
    };
    if year < 1000 {
        return Err(Refused::YearOutOfRange);
    }
    let part = |n: i32| i8::try_from(n).map_err(|_| Refused::NoSuchDay);
    let year = i16::try_from(year).map_err(|_| Refused::YearOutOfRange)?;
    Date::new(year, part(month)?, part(day)?).map_err(|_| Refused::NoSuchDay)
}

/// The day in Indonesian western time (UTC+07:00) of a time that names its offset; the same day when it names none.
fn in_western_indonesia(date: Date, time: &str) -> Result<Date, Refused> {
    let is_of_a_time =
        |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ',' | '+' | '-' | ' ') || c.is_alphabetic();
    if time.len() > 40 || !time.chars().all(is_of_a_time) {
        return Err(Refused::NotADate);
    }
    let upper = time.to_ascii_uppercase();
    let clock_end = upper
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.' | ','))
        .unwrap_or(upper.len());
    let (clock, zone) = (&upper[..clock_end], upper[clock_end..].trim());
    let mut parts = clock.split([':', '.', ',']);
    let mut part = |limit: i64| match parts.next() {
        None => Ok(0),
        Some(digits) => digits
            .parse::<i64>()
            .ok()
            .filter(|n| *n < limit)
            .ok_or(Refused::NotADate),
    };
    let (hour, minute) = (part(24)?, part(60)?);
    let offset_hours = match zone {
        "Z" | "UTC" | "GMT" => 0,
        zone => match offset(zone) {
            Some(minutes) => return shifted(date, hour, minute, minutes),
            None => {
                return if zone.starts_with(['+', '-']) {
                    Err(Refused::NotADate)
                } else {
                    Ok(date)
                };
            }
        },
    };
    shifted(date, hour, minute, offset_hours)
}

/// `+07:00`, `+0700`, `-05` in minutes.
fn offset(zone: &str) -> Option<i64> {
    let (sign, rest) = match zone.as_bytes().first()? {
        b'+' => (1, &zone[1..]),
        b'-' => (-1, &zone[1..]),
        _ => return None,
    };
    let digits: String = rest.chars().filter(|c| *c != ':').collect();
    let (hours, minutes) = match digits.len() {
        2 => (digits.as_str(), "0"),
        4 => digits.split_at_checked(2)?,
        _ => return None,
    };
    Some(sign * (hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?))
}

fn shifted(date: Date, hour: i64, minute: i64, offset_minutes: i64) -> Result<Date, Refused> {
    let local = SignedDuration::from_mins(hour * 60 + minute + 7 * 60 - offset_minutes);
    let moved = date
        .at(0, 0, 0, 0)
        .checked_add(local)
        .map_err(|_| Refused::YearOutOfRange)?
        .date();
    if (1000..=9999).contains(&moved.year()) {
        Ok(moved)
    } else {
        Err(Refused::YearOutOfRange)
    }
}

/// The month with this Indonesian or English name, whole or shortened.
fn month_number(word: &str) -> Option<&'static str> {
    let name = word.to_lowercase();
    Some(match name.as_str() {
        "januari" | "january" | "jan" => "1",
        "februari" | "pebruari" | "february" | "feb" | "peb" => "2",
        "maret" | "march" | "mar" => "3",
        "april" | "apr" => "4",
        "mei" | "may" => "5",
        "juni" | "june" | "jun" => "6",
        "juli" | "july" | "jul" => "7",
        "agustus" | "august" | "agu" | "agt" | "ags" | "aug" => "8",
        "september" | "sep" | "sept" => "9",
        "oktober" | "october" | "okt" | "oct" => "10",
        "november" | "nopember" | "nov" | "nop" => "11",
        "desember" | "december" | "des" | "dec" => "12",
        _ => return None,
    })
}

fn is_weekday(word: &str) -> bool {
    const NAMES: [&str; 16] = [
        "senin",
        "selasa",
        "rabu",
        "kamis",
        "jumat",
        "jum'at",
        "sabtu",
        "minggu",
        "ahad",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let word = word.to_lowercase();
    NAMES.contains(&word.as_str()) || (word.len() == 3 && NAMES.iter().any(|name| name.starts_with(&word)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn written_dates() {
        let fifth = Ok(Some(date(2026, 1, 5)));
        let cases = [
            ("", Ok(None)),
            ("-", Ok(None)),
            ("0", Ok(None)),
            ("0000-00-00", Ok(None)),
            ("0000-00-00 00:00:00", Ok(None)),
            ("00-00-0000", Ok(None)),
            ("2026-01-05", fifth),
            ("2026/1/5", fifth),
            ("05-01-2026", fifth),
            ("5/1/2026", fifth),
            ("5.1.2026", fifth),
            ("20260105", fifth),
            ("2026-01-05 22:11:10", fifth),
            ("2026-01-05T10:15", fifth),
            ("2026-01-05T10:15:00.123+07:00", fifth),
            ("2026-01-04T17:00:00Z", fifth),
            ("2026-01-04T16:59:59Z", Ok(Some(date(2026, 1, 4)))),
            ("2026-01-05T01:00:00+0900", Ok(Some(date(2026, 1, 4)))),
            ("05/01/2026 08.00 WIB", fifth),
            ("5/1/2026 8:00 PM", fifth),
            ("5 Januari 2026", fifth),
            ("Senin, 5 Jan 2026", fifth),
            ("January 5, 2026", fifth),
            ("5-jan-2026", fifth),
            ("5 Nopember 2026", Ok(Some(date(2026, 11, 5)))),
            ("45231", Ok(Some(date(2023, 11, 1)))),
            ("45231,5", Ok(Some(date(2023, 11, 1)))),
            ("45231.0", Ok(Some(date(2023, 11, 1)))),
            ("29/02/2024", Ok(Some(date(2024, 2, 29)))),
            ("9999-12-31", Ok(Some(date(9999, 12, 31)))),
            ("2026-02-29", Err(Refused::NoSuchDay)),
            ("31/04/2026", Err(Refused::NoSuchDay)),
            ("12/31/2026", Err(Refused::NoSuchDay)),
            ("30 Februari 2026", Err(Refused::NoSuchDay)),
            ("31/12/26", Err(Refused::TwoDigitYear)),
            ("5-Jan-26", Err(Refused::TwoDigitYear)),
            ("10000-01-01", Err(Refused::YearOutOfRange)),
            ("01/01/10000", Err(Refused::YearOutOfRange)),
            ("0026-01-05", Err(Refused::YearOutOfRange)),
            ("9999-12-31T23:00:00Z", Err(Refused::YearOutOfRange)),
            ("2008", Err(Refused::NotADate)),
            ("Januari 2026", Err(Refused::NotADate)),
            ("besok", Err(Refused::NotADate)),
            ("2026-01-05T25:00", Err(Refused::NotADate)),
            ("2026-01-05 10:00+7", Err(Refused::NotADate)),
            ("1-2-3-4", Err(Refused::NotADate)),
            ("4,5E+04", Err(Refused::NotADate)),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*") {
            let _ = read(&text);
        }

        #[test]
        fn any_text_near_a_date_is_read_or_refused(text in "[0-9]{1,5}[-/. ][0-9A-Za-z]{1,3}[-/. ][0-9]{1,5}[ T]?[0-9:.+Z-]{0,12}") {
            if let Ok(Some(date)) = read(&text) {
                prop_assert!((1000..=9999).contains(&date.year()));
            }
        }

        #[test]
        fn every_day_is_read_in_every_form(days in 0_i64..3_000_000) {
            let day = date(1000, 1, 1).checked_add(days.days()).unwrap();
            for form in ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%-d/%-m/%Y", "%-d %B %Y", "%A, %-d %b %Y", "%Y-%m-%d %H:%M:%S", "%Y%m%d"] {
                let text = day.at(13, 5, 0, 0).strftime(form).to_string();
                prop_assert_eq!(read(&text), Ok(Some(day)), "{}", text);
            }
        }
    }
}
