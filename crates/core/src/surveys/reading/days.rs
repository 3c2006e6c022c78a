//! The moment of an answer, as forms write it: `2026/07/03 9:15:22 AM GMT+7`, `03/07/2026 9:15:22`, `7/3/26 9:15`.

use jiff::civil::{Date, Time, date};

/// When an answer was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub day: Date,
    /// The time, when it is written to the second: then two answers are told apart by it.
    pub second: Option<Time>,
}

/// The first and the last day of a survey, both included.
pub type Period = (Date, Date);

/// Reads a moment. Where day and month can be read both ways, the reading that lies in the period is taken; where both
/// do, or none, day before month, as Indonesia writes it.
pub fn read(cell: &str, period: Option<Period>) -> Option<Moment> {
    let cell = cell.trim();
    let (first, rest) = cell.split_once([' ', 'T', '\u{a0}']).unwrap_or((cell, ""));
    let parts: Vec<&str> = first.trim_end_matches(',').split(['/', '-', '.']).collect();
    let [one, two, three] = parts[..] else { return None };
    let whole = |part: &str| {
        part.parse::<i16>()
            .ok()
            .filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let (one_n, two_n, three_n) = (whole(one)?, whole(two)?, whole(three)?);
    let made = |year: i16, month: i16, day: i16| {
        let year = if (0..100).contains(&year) { 2000 + year } else { year };
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        Date::new(year, month, day)
            .ok()
            .filter(|found| *found >= date(2000, 1, 1))
    };
    let day = if one.len() == 4 {
        made(one_n, two_n, three_n)?
    } else {
        let usual = made(three_n, two_n, one_n);
        let turned = made(three_n, one_n, two_n);
        let within = |day: &Date| period.is_some_and(|(from, to)| (from..=to).contains(day));
        match (usual, turned) {
            (Some(usual), Some(turned)) if within(&turned) && !within(&usual) => turned,
            (Some(usual), _) => usual,
            (None, turned) => turned?,
        }
    };
    Some(Moment {
        day,
        second: time(rest),
    })
}

/// A time to the second, or none.
fn time(text: &str) -> Option<Time> {
    let mut words = text.split_whitespace();
    let clock = words.next()?;
    let mut parts = clock.split([':', '.']);
    let mut next = || parts.next()?.parse::<i8>().ok();
    let (hour, minute, second) = (next()?, next()?, next()?);
    let hour = match words.next().map(str::to_ascii_uppercase).as_deref() {
        Some("PM") if hour < 12 => hour + 12,
        Some("AM") if hour == 12 => 0,
        _ => hour,
    };
    Time::new(hour, minute, second, 0).ok()
}
