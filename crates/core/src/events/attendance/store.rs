//! Every SQL statement about attendance.

use rusqlite::{Connection, OptionalExtension, params};

use crate::act::Act;
use crate::error::Result;
use crate::values::ids::{EventId, RegistrationId};

/// Who came to which session of an event, and how many heads: by the number of the registration.
pub(crate) fn of_event(conn: &Connection, event: EventId) -> Result<Vec<(i64, i64, i64)>> {
    let mut statement = conn.prepare_cached(
        "SELECT registration.number, attendance.session, attendance.heads FROM registration
           JOIN attendance ON attendance.registration_id = registration.id
         WHERE registration.event_id = ?1 ORDER BY registration.number, attendance.session",
    )?;
    let rows = statement.query_map([event], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many heads of a registration came to a session, and when they were checked in.
pub(super) fn came(conn: &Connection, registration: RegistrationId, session: i64) -> Result<Option<(i64, String)>> {
    let sql = "SELECT heads, at FROM attendance WHERE registration_id = ?1 AND session = ?2";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_row(params![registration, session], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(found.optional()?)
}

/// Whether anybody of a registration came to any session.
pub(crate) fn has_come(conn: &Connection, registration: RegistrationId) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM attendance WHERE registration_id = ?1)";
    Ok(conn.prepare_cached(sql)?.query_row([registration], |row| row.get(0))?)
}

/// Whether a registration has its certificate: what that says is not taken back.
pub(super) fn is_certified(conn: &Connection, registration: RegistrationId) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM certificate WHERE registration_id = ?1)";
    Ok(conn.prepare_cached(sql)?.query_row([registration], |row| row.get(0))?)
}

/// Notes that heads came to a session; a new number takes the place of the old one.
pub(crate) fn insert(
    conn: &Connection,
    registration: RegistrationId,
    session: i64,
    heads: i64,
    act: &Act,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO attendance (registration_id, session, heads, at, staff) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (registration_id, session) DO UPDATE SET heads = excluded.heads",
    )?;
    statement.execute(params![registration, session, heads, act.stamp(), act.staff.as_str()])?;
    Ok(())
}

/// Takes a check-in back.
pub(super) fn remove(conn: &Connection, registration: RegistrationId, session: i64) -> Result<()> {
    let sql = "DELETE FROM attendance WHERE registration_id = ?1 AND session = ?2";
    conn.prepare_cached(sql)?.execute(params![registration, session])?;
    Ok(())
}
