//! Every SQL statement about feedback.

use rusqlite::{Connection, params};

use super::Answer;
use crate::error::Result;
use crate::library::columns::day;
use crate::values::ids::EventId;

/// The last number of an event.
pub(super) fn last(conn: &Connection, event: EventId) -> Result<i64> {
    let sql = "SELECT coalesce(max(number), 0) FROM event_feedback WHERE event_id = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([event], |row| row.get(0))?)
}

/// Stores a sheet.
pub(super) fn insert(conn: &Connection, event: EventId, answer: &Answer) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO event_feedback (event_id, number, usefulness, conduct, comment, day) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let day = answer.day.to_string();
    statement.execute(params![
        event,
        answer.number,
        answer.usefulness,
        answer.conduct,
        answer.comment,
        day
    ])?;
    Ok(())
}

/// Every sheet of an event, by number.
pub(super) fn of_event(conn: &Connection, event: EventId) -> Result<Vec<Answer>> {
    let sql =
        "SELECT number, usefulness, conduct, comment, day FROM event_feedback WHERE event_id = ?1 ORDER BY number";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([event], |row| {
        Ok(Answer {
            number: row.get(0)?,
            usefulness: row.get(1)?,
            conduct: row.get(2)?,
            comment: row.get(3)?,
            day: day(row, 4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
