//! Every SQL statement about certificates.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Certificate, NewCertificate};
use crate::act::Act;
use crate::error::Result;
use crate::values::ids::{EventId, RegistrationId};

const CERTIFICATE: &str =
    "SELECT certificate.number || '/' || certificate.year, certificate.code, event.key, event.title,
   registration.code, certificate.name, certificate.attended, certificate.sessions, certificate.issued_at
 FROM certificate JOIN registration ON registration.id = certificate.registration_id
   JOIN event ON event.id = registration.event_id";

fn from_row(row: &Row<'_>) -> rusqlite::Result<Certificate> {
    Ok(Certificate {
        number: row.get(0)?,
        code: row.get(1)?,
        event: row.get(2)?,
        title: row.get(3)?,
        registration: row.get(4)?,
        name: row.get(5)?,
        attended: row.get(6)?,
        sessions: row.get(7)?,
        issued: row.get(8)?,
    })
}

/// The certificates of an event, by number.
pub(super) fn of_event(conn: &Connection, event: EventId) -> Result<Vec<Certificate>> {
    let sql = format!("{CERTIFICATE} WHERE registration.event_id = ?1 ORDER BY certificate.year, certificate.number");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([event], from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The certificate with this code.
pub(super) fn by_code(conn: &Connection, code: &str) -> Result<Option<Certificate>> {
    let mut statement = conn.prepare_cached(&format!("{CERTIFICATE} WHERE certificate.code = ?1"))?;
    Ok(statement.query_row([code], from_row).optional()?)
}

/// Who of an event has one.
pub(super) fn holders(conn: &Connection, event: EventId) -> Result<HashSet<RegistrationId>> {
    let mut statement = conn.prepare_cached(
        "SELECT registration.id FROM registration JOIN certificate ON certificate.registration_id = registration.id
         WHERE registration.event_id = ?1",
    )?;
    let rows = statement.query_map([event], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The last number of a year; certificates are never taken back.
pub(super) fn last_number(conn: &Connection, year: i64) -> Result<i64> {
    let sql = "SELECT coalesce(max(number), 0) FROM certificate WHERE year = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([year], |row| row.get(0))?)
}

/// Stores one.
pub(super) fn insert(conn: &Connection, new: &NewCertificate<'_>, act: &Act) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO certificate (id, registration_id, year, number, code, name, attended, sessions, issued_at, staff)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    statement.execute(params![
        new.id,
        new.registration,
        new.year,
        new.number,
        new.code,
        new.name,
        new.attended,
        new.sessions,
        act.stamp(),
        act.staff.as_str(),
    ])?;
    Ok(())
}
