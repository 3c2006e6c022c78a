//! When somebody asked, as forms and shops write it, told in western Indonesian time.

use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, ToSpan};

/// In which order a date with slashes stands. Google writes it as the language of the form has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// The day first, as in Indonesia.
    DayFirst,
    /// The month first, as in America: some middle number is no month.
    MonthFirst,
}

impl Order {
    /// The order that the moments of one file agree on.
    pub(super) fn of<'a>(stamps: impl Iterator<Item = &'a str>) -> Order {
        let mut order = Order::DayFirst;
        for stamp in stamps {
            let date = stamp.split([' ', 'T', ',']).next().unwrap_or_default();
            let parts: Vec<u32> = date
                .split(['/', '-', '.'])
                .filter_map(|part| part.parse().ok())
                .collect();
            if let &[first, middle, year] = parts.as_slice()
                && year > 31
            {
                if first > 12 {
                    return Order::DayFirst;
                }
                if middle > 12 {
                    order = Order::MonthFirst;
                }
            }
        }
        order
    }
}

/// Reads a moment: `2026/11/20 8:15:32 PM GMT+7`, `20/11/2026 20.15`, `2026-11-20T13:15:32Z`, `Nov 20, 2026 8:15 AM`, a
/// spreadsheet's `46346.34`. Without a zone it is western Indonesian time, or UTC where the heading says so.
pub(super) fn read(text: &str, order: Order, utc: bool) -> Option<DateTime> {
    let text = text.trim();
    if let Some(moment) = serial(text) {
        return shifted(moment, if utc { 0 } else { WIB });
    }
    let (date, rest) = date(text, order)?;
    let (time, rest) = time(rest.trim_start_matches(['T', 't', ',', ' ']))?;
    let zone = zone(rest.trim())?.unwrap_or(if utc { 0 } else { WIB });
    shifted(date.to_datetime(time), zone)
}

/// Minutes of western Indonesian time.
const WIB: i64 = 7 * 60;

fn shifted(moment: DateTime, zone: i64) -> Option<DateTime> {
    moment.checked_add(SignedDuration::from_mins(WIB - zone)).ok()
}

/// Days since 1899-12-30 and a part of a day.
fn serial(text: &str) -> Option<DateTime> {
    let (days, part) = text.split_once([',', '.'])?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if days.len() != 5 || !digits(days) || !digits(part) || part.len() > 15 {
        return None;
    }
    let scale = 10_i64.checked_pow(u32::try_from(part.len()).ok()?)?;
    let seconds = i128::from(part.parse::<i64>().ok()?) * 86_400 / i128::from(scale);
    let day = jiff::civil::date(1899, 12, 30)
        .checked_add(days.parse::<i64>().ok()?.days())
        .ok()?;
    let midnight = day.to_datetime(Time::midnight());
    midnight
        .checked_add(SignedDuration::from_secs(i64::try_from(seconds).ok()?))
        .ok()
}

/// The date at the begin, and what follows it.
fn date(text: &str, order: Order) -> Option<(Date, &str)> {
    if text.starts_with(|c: char| c.is_alphabetic()) {
        return named(text);
    }
    let end = text.find([' ', 'T', ',']).unwrap_or(text.len());
    let (date, rest) = text.split_at(end);
    let parts: Vec<&str> = date.split(['/', '-', '.']).collect();
    let &[first, middle, last] = parts.as_slice() else {
        return named(text);
    };
    let number = |part: &str| part.parse::<i16>().ok();
    let (year, month, day) = match (first.len(), order) {
        (4, _) => (number(first)?, number(middle)?, number(last)?),
        (_, Order::DayFirst) => (number(last)?, number(middle)?, number(first)?),
        (_, Order::MonthFirst) => (number(last)?, number(first)?, number(middle)?),
    };
    Some((civil(year, month, day)?, rest))
}

fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    if !(1000..=9999).contains(&year) {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// `Nov 20, 2026 …`, `20 November 2026 …`.
fn named(text: &str) -> Option<(Date, &str)> {
    let mut rest = text;
    let mut words = [""; 3];
    for word in &mut words {
        let trimmed = rest.trim_start_matches([' ', ',']);
        let end = trimmed.find([' ', ',']).unwrap_or(trimmed.len());
        (*word, rest) = trimmed.split_at(end);
    }
    let (day, month) = match (month(words[0]), month(words[1])) {
        (Some(month), None) => (words[1], month),
        (None, Some(month)) => (words[0], month),
        _ => return None,
    };
    Some((civil(words[2].parse().ok()?, month, day.parse().ok()?)?, rest))
}

fn month(word: &str) -> Option<i16> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may|mei", "jun", "jul", "aug|agu", "sep", "oct|okt", "nov|nop", "dec|des",
    ];
    let word = word.to_lowercase();
    let begins = |names: &&str| word.len() >= 3 && names.split('|').any(|name| word.starts_with(name));
    (1..)
        .zip(MONTHS)
        .find(|(_, names)| begins(names))
        .map(|(number, _)| number)
}

/// The time at the begin, and what follows it; a date alone is its midnight.
fn time(text: &str) -> Option<(Time, &str)> {
    if text.is_empty() {
        return Some((Time::midnight(), text));
    }
    let end = text
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.'))
        .unwrap_or(text.len());
    let (clock, rest) = text.split_at(end);
    let parts: Vec<&str> = clock.split([':', '.']).collect();
    let part = |at: usize| parts.get(at).map_or(Some(0), |part| part.parse::<i8>().ok());
    // A fourth part is that of a second.
    let (hour, minute, second) = (part(0)?, part(1)?, part(2)?);
    if parts.len() < 2 {
        return None;
    }
    let (half, rest) = match rest.trim_start().get(..2).map(str::to_uppercase).as_deref() {
        Some("AM") => (Some(false), &rest.trim_start()[2..]),
        Some("PM") => (Some(true), &rest.trim_start()[2..]),
        _ => (None, rest),
    };
    let hour = match (half, hour) {
        (None, hour) => hour,
        (Some(_), 13..) => return None,
        (Some(afternoon), hour) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    Some((Time::new(hour, minute, second, 0).ok()?, rest))
}

/// The offset in minutes; `None` inside for no zone named, nothing for one that is not known.
fn zone(text: &str) -> Option<Option<i64>> {
    let upper = text.to_ascii_uppercase();
    let known = match upper.as_str() {
        "" => return Some(None),
        "Z" | "UTC" | "GMT" => Some(0),
        "WIB" => Some(WIB),
        "WITA" => Some(WIB + 60),
        "WIT" => Some(WIB + 120),
        _ => None,
    };
    if known.is_some() {
        return Some(known);
    }
    let rest = upper
        .strip_prefix("GMT")
        .or_else(|| upper.strip_prefix("UTC"))
        .unwrap_or(&upper);
    let sign = match rest.chars().next()? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let digits: String = rest.chars().skip(1).filter(|c| *c != ':').collect();
    if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.as_str(), "0"),
        length => digits.split_at(length - 2),
    };
    Some(Some(
        sign * (hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments() {
        let evening = "2026-11-20T20:15";
        let cases = [
            ("2026/11/20 8:15:32 PM GMT+7", false, Some(evening)),
            ("20/11/2026 20:15:32", false, Some(evening)),
            ("20/11/2026 20.15.32", false, Some(evening)),
            ("20-11-2026 20:15", false, Some(evening)),
            ("2026-11-20T13:15:00Z", false, Some(evening)),
            ("2026-11-20 13:15:00", true, Some(evening)),
            ("2026-11-20 13:15:00.000 UTC", true, Some(evening)),
            ("2026-11-20 05:15:00-08:00", false, Some(evening)),
            ("2026-11-20 20:15:00 WIB", true, Some(evening)),
            ("Nov 20, 2026 8:15 PM", false, Some(evening)),
            ("20 Nopember 2026 20.15", false, Some(evening)),
            ("46346.84375", false, Some(evening)),
            // In UTC it is still the day before.
            ("2026-11-20 17:30", true, Some("2026-11-21T00:30")),
            ("12/11/2026 12:05:00 AM", false, Some("2026-11-12T00:05")),
            ("2026-11-20", false, Some("2026-11-20T00:00")),
            ("31/11/2026 10:00", false, None),
            ("20/11/26 10:00", false, None),
            ("2026-11-20 25:00", false, None),
            ("2026-11-20 10:00 Mars", false, None),
            ("kemarin", false, None),
        ];
        for (text, utc, expected) in cases {
            let read = read(text, Order::DayFirst, utc).map(|at| at.strftime("%Y-%m-%dT%H:%M").to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_file_agrees_on_an_order() {
        assert_eq!(
            Order::of(["11/12/2026 8:00", "11/20/2026 8:00"].into_iter()),
            Order::MonthFirst
        );
        assert_eq!(
            Order::of(["11/12/2026 8:00", "20/11/2026 8:00"].into_iter()),
            Order::DayFirst
        );
        assert_eq!(Order::of(["2026/11/20 8:00"].into_iter()), Order::DayFirst);
        let read = read("11/20/2026 8:00", Order::MonthFirst, false).unwrap();
        assert_eq!(read.date(), jiff::civil::date(2026, 11, 20));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_not(text in "\\PC{0,40}") {
            let _ = read(&text, Order::DayFirst, false);
        }

        #[test]
        fn any_text_near_a_moment(text in "[0-9]{1,4}[-/. ][0-9A-Za-z]{1,4}[-/., ][0-9]{1,4}[ T]?[0-9:.]{0,9} ?[A-Z+0-9:-]{0,7}") {
            let _ = read(&text, Order::MonthFirst, true);
        }
    }
}
