//! Days with hours as people type them: `2026-11-28 09:00-12:00`, `28/11/2026 09.00-12.00`, `besok 09:00-12:00`.

use jiff::civil::{DateTime, Time};
use pustaka_cli::{Failure, Lang, Session};
use pustaka_core::events::Span;

use crate::words::said as words;

/// A day with its hours.
pub(crate) fn span(session: &Session, option: &str, typed: &str) -> Result<Span, Failure> {
    span_or_day(session, option, typed, None)
}

/// A day with its hours; a day alone keeps the hours that were.
pub(crate) fn span_or_day(session: &Session, option: &str, typed: &str, was: Option<Span>) -> Result<Span, Failure> {
    let lang = session.lang();
    let (day, hours) = parts(typed);
    let day = session.date(option, day)?;
    let (from, to) = match (hours, was) {
        (None, Some(was)) => (was.starts.time(), was.ends.time()),
        (Some(hours), _) => both(hours).ok_or_else(|| bad(typed, lang))?,
        (None, None) => return Err(bad(typed, lang)),
    };
    Ok(Span {
        starts: day.to_datetime(from),
        ends: day.to_datetime(to),
    })
}

/// A minute; a day alone is its first minute, or its last.
pub(crate) fn minute(session: &Session, option: &str, typed: &str, last: bool) -> Result<DateTime, Failure> {
    let (day, hour) = parts(typed);
    let day = session.date(option, day)?;
    let time = match hour {
        None if last => Some(jiff::civil::time(23, 59, 0, 0)),
        None => Some(Time::midnight()),
        Some(hour) => time(hour),
    };
    let time = time.ok_or_else(|| bad(typed, session.lang()))?;
    Ok(day.to_datetime(time))
}

/// The day, and what stands behind the last blank when it begins with a digit and has the signs of hours.
fn parts(typed: &str) -> (&str, Option<&str>) {
    let typed = typed.trim();
    let by_blank = typed
        .rsplit_once(' ')
        .or_else(|| typed.split_once('T').filter(|(day, _)| day.len() == 10));
    match by_blank {
        Some((day, hours)) if hours.starts_with(|c: char| c.is_ascii_digit()) && hours.contains([':', '.']) => {
            (day.trim(), Some(hours))
        }
        _ => (typed, None),
    }
}

fn both(hours: &str) -> Option<(Time, Time)> {
    let (from, to) = hours.split_once(['-', '–'])?;
    Some((time(from)?, time(to)?))
}

fn time(typed: &str) -> Option<Time> {
    let (hour, minute) = typed.split_once([':', '.'])?;
    let digits = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour) || !digits(minute) || minute.len() != 2 {
        return None;
    }
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

fn bad(typed: &str, lang: Lang) -> Failure {
    Failure::usage("when.bad", words::bad_when(lang, typed)).hint(words::when_forms(lang))
}

/// A minute as a list shows it.
pub(crate) fn shown(lang: Lang, at: DateTime) -> String {
    format!("{} {}", lang.date(at.date()), at.strftime("%H:%M"))
}

/// Hours of a day as a list shows them.
pub(crate) fn span_shown(lang: Lang, span: Span) -> String {
    let end = match span.ends.date() == span.starts.date() {
        true => span.ends.strftime("%H:%M").to_string(),
        false => shown(lang, span.ends),
    };
    format!("{}–{end}", shown(lang, span.starts))
}

/// A minute as programs read it.
pub(crate) fn iso(at: DateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_hours() {
        for (typed, day, hours) in [
            ("2026-11-28 09:00-12:00", "2026-11-28", Some("09:00-12:00")),
            ("hari ini 9.00-12.00", "hari ini", Some("9.00-12.00")),
            ("2026-11-28T09:00", "2026-11-28", Some("09:00")),
            ("hari ini", "hari ini", None),
            ("28/11/2026", "28/11/2026", None),
        ] {
            assert_eq!(parts(typed), (day, hours), "{typed}");
        }
        assert!(both("09:00-12:00").is_some() && both("9.00–12.30").is_some());
        for typed in ["09:00", "9-12", "25:00-26:00", "09:0-12:00", "a:00-b:00"] {
            assert!(both(typed).is_none(), "{typed}");
        }
    }
}
