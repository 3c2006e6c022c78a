//! What the calendars and the loan rules take for granted: real days, some open day, no two rules of one rank.

use jiff::civil::Date;
use rusqlite::Connection;

use super::{Report, store};
use crate::calendar;
use crate::circulation::rules;
use crate::error::Result;

/// Looks at the lists as they are stored; the dates first, because nothing else can be read without them.
pub(super) fn look(conn: &Connection, report: &mut Report) -> Result<()> {
    let mut real = true;
    store::days(conn, |table, day| {
        if day.parse::<Date>().is_err() {
            real = false;
            report.add("calendar.day", format!("{table} {day}"));
        }
    })?;
    if !real {
        return Ok(());
    }
    let lists = calendar::store::lists(conn, Date::MIN)?;
    let closures: Vec<_> = lists.closures.iter().map(|closure| closure.first).collect();
    let calendar = calendar::Calendar::of(lists);
    let never = closures.into_iter().filter(|first| calendar.next_open(*first).is_err());
    for first in never {
        report.add("calendar.never-open", first.to_string());
    }
    let active = rules::store::active(conn)?;
    for (at, rule) in active.iter().enumerate() {
        if active.iter().skip(at + 1).any(|other| other.key.clashes(&rule.key)) {
            report.add("rule.clash", rule.key.to_string());
        }
    }
    Ok(())
}
