//! Every SQL statement of the night.

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use super::plan::Nights;
use super::{Marked, Outcome, Step};
use crate::error::Result;
use crate::library::columns;

/// The nights that are not closed, and the newest.
pub(super) fn nights(conn: &Connection) -> Result<Nights> {
    let mut nights = Nights {
        newest: newest(conn)?,
        ..Nights::default()
    };
    let mut statement = conn.prepare_cached(
        "SELECT night.day, night_step.step FROM night \
         LEFT JOIN night_step ON night_step.day = night.day AND night_step.outcome = 'done' \
         WHERE night.closed_at IS NULL",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((columns::day(row, 0)?, columns::optional_code(row, 1, Step::from_code)?))
    })?;
    for row in rows {
        let (day, step) = row?;
        nights.open.entry(day).or_default().extend(step);
    }
    Ok(nights)
}

/// The newest night that was begun.
pub(super) fn newest(conn: &Connection) -> Result<Option<Date>> {
    let mut statement = conn.prepare_cached("SELECT day FROM night ORDER BY day DESC LIMIT 1")?;
    Ok(statement.query_row([], |row| columns::day(row, 0)).optional()?)
}

/// The first night that was ever begun.
pub(super) fn first(conn: &Connection) -> Result<Option<Date>> {
    let mut statement = conn.prepare_cached("SELECT day FROM night ORDER BY day LIMIT 1")?;
    Ok(statement.query_row([], |row| columns::day(row, 0)).optional()?)
}

/// When a night was closed, if it was.
pub(super) fn closed_at(conn: &Connection, day: Date) -> Result<Option<String>> {
    let mut statement = conn.prepare_cached("SELECT closed_at FROM night WHERE day = ?1")?;
    let found = statement.query_row([day.to_string()], |row| row.get(0)).optional()?;
    Ok(found.flatten())
}

/// The steps of a night that were tried, in the order they are taken.
pub(super) fn marks(conn: &Connection, day: Date) -> Result<Vec<Marked>> {
    let mut statement = conn.prepare_cached("SELECT step, outcome, at, detail FROM night_step WHERE day = ?1")?;
    let rows = statement.query_map([day.to_string()], mark)?;
    let mut marks: Vec<Marked> = rows.collect::<rusqlite::Result<_>>()?;
    marks.sort_by_key(|mark| mark.step);
    Ok(marks)
}

/// How one step of a night went, if it was tried.
pub(super) fn marked(conn: &Connection, day: Date, step: Step) -> Result<Option<Marked>> {
    let mut statement =
        conn.prepare_cached("SELECT step, outcome, at, detail FROM night_step WHERE day = ?1 AND step = ?2")?;
    Ok(statement
        .query_row(params![day.to_string(), step.code()], mark)
        .optional()?)
}

fn mark(row: &rusqlite::Row<'_>) -> rusqlite::Result<Marked> {
    let detail: String = row.get(3)?;
    Ok(Marked {
        step: columns::code(row, 0, Step::from_code)?,
        outcome: columns::code(row, 1, Outcome::from_code)?,
        at: row.get(2)?,
        detail: serde_json::from_str(&detail).unwrap_or(Value::Null),
    })
}

/// How this step went in the newest night in which it was done by the end of a day; a mark of a later moment was made by
/// a clock that was ahead.
pub(super) fn last_done(conn: &Connection, step: Step, today: Date) -> Result<Option<Marked>> {
    let mut statement = conn.prepare_cached(
        "SELECT step, outcome, at, detail FROM night_step \
         WHERE step = ?1 AND outcome = 'done' AND substr(at, 1, 10) <= ?2 ORDER BY day DESC LIMIT 1",
    )?;
    Ok(statement
        .query_row([step.code(), &today.to_string()], mark)
        .optional()?)
}

/// Whether the night of a day, or of a later one, looked the file over deeply.
pub(super) fn deep_check_since(conn: &Connection, day: Date) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM night_step \
         WHERE day >= ?1 AND step = 'check' AND outcome = 'done' AND detail ->> 'depth' = 'deep')",
    )?;
    Ok(statement.query_row([day.to_string()], |row| row.get(0))?)
}

/// The night of the last run but one in which this step was done.
pub(super) fn done_before(conn: &Connection, step: Step) -> Result<Option<Date>> {
    let mut statement = conn.prepare_cached(
        "SELECT day FROM night_step WHERE step = ?1 AND outcome = 'done' ORDER BY day DESC LIMIT 1 OFFSET 1",
    )?;
    Ok(statement
        .query_row([step.code()], |row| columns::day(row, 0))
        .optional()?)
}

/// How many steps have failed in nights that are not closed. A page that tells of it was written: its step is not among
/// them.
pub(super) fn failed(conn: &Connection) -> Result<i64> {
    let mut statement = conn.prepare_cached(
        "SELECT count(*) FROM night JOIN night_step ON night_step.day = night.day AND night_step.outcome = 'failed' \
         WHERE night.closed_at IS NULL AND night_step.step <> 'reports'",
    )?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// The nights from the first that closes a day which is not over, or has a mark of a moment that has not come.
pub(super) fn ahead(conn: &Connection, today: Date, now: &str) -> Result<Vec<Date>> {
    let mut statement = conn.prepare_cached(
        "SELECT day FROM night WHERE day >= min(coalesce((SELECT min(day) FROM night_step WHERE at > ?2), ?1), ?1) \
         ORDER BY day",
    )?;
    let rows = statement.query_map([&today.to_string(), now], |row| columns::day(row, 0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Forgets the nights of a day and of all later ones.
pub(super) fn take_back(conn: &Connection, from: Date) -> Result<()> {
    for sql in [
        "DELETE FROM night_step WHERE day >= ?1",
        "DELETE FROM night WHERE day >= ?1",
    ] {
        conn.prepare_cached(sql)?.execute([from.to_string()])?;
    }
    Ok(())
}

/// Marks a step of a night, and begins the night if nothing of it was tried.
pub(super) fn set_mark(conn: &Connection, day: Date, mark: &Marked) -> Result<()> {
    let day = day.to_string();
    let mut begin = conn.prepare_cached("INSERT INTO night (day) VALUES (?1) ON CONFLICT (day) DO NOTHING")?;
    begin.execute([&day])?;
    let mut statement = conn.prepare_cached(
        "INSERT INTO night_step (day, step, outcome, at, detail) VALUES (?1, ?2, ?3, ?4, ?5) \
         ON CONFLICT (day, step) DO UPDATE SET outcome = excluded.outcome, at = excluded.at, detail = excluded.detail",
    )?;
    statement.execute(params![
        day,
        mark.step.code(),
        mark.outcome.code(),
        mark.at,
        mark.detail.to_string()
    ])?;
    Ok(())
}

/// Closes a night.
pub(super) fn close(conn: &Connection, day: Date, at: &str) -> Result<()> {
    let mut statement = conn.prepare_cached("UPDATE night SET closed_at = ?2 WHERE day = ?1")?;
    statement.execute([&day.to_string(), at])?;
    Ok(())
}
