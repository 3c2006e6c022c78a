//! Every SQL statement about marks.

use rusqlite::{Connection, params};

use super::Test;
use crate::error::Result;
use crate::values::ids::{EventId, RegistrationId};

/// Stores a mark in hundredths.
pub(super) fn put(conn: &Connection, registration: RegistrationId, test: Test, mark: i64) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO event_score (registration_id, phase, score) VALUES (?1, ?2, ?3)
         ON CONFLICT (registration_id, phase) DO UPDATE SET score = excluded.score",
    )?;
    statement.execute(params![registration, test.code(), mark])?;
    Ok(())
}

/// The marks of everybody who took a test and did not give up their place: before, after.
pub(super) fn of_event(conn: &Connection, event: EventId) -> Result<Vec<(Option<i64>, Option<i64>)>> {
    let mut statement = conn.prepare_cached(
        "SELECT max(CASE phase WHEN 'before' THEN score END), max(CASE phase WHEN 'after' THEN score END)
         FROM registration JOIN event_score ON event_score.registration_id = registration.id
         WHERE registration.event_id = ?1 AND registration.state <> 'cancelled' GROUP BY registration.id
         ORDER BY registration.number",
    )?;
    let rows = statement.query_map([event], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
