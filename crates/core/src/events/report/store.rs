//! Every SQL statement of the report.

use rusqlite::{Connection, params};

use super::tally::{Visit, Visited, WithoutPlace};
use crate::error::Result;
use crate::events::event::Kind;
use crate::library::columns::{code, day};
use crate::values::ids::EventId;

/// The events with a session in the period that were not cancelled: kind, partner, cost, sessions within the period, heads
/// with a place, whether the first session is within it (so that its cost is counted once).
pub(super) fn events(conn: &Connection, from: &str, to: &str) -> Result<Vec<Visited>> {
    let mut statement = conn.prepare_cached(
        "SELECT event.id, event.kind, event.partner, event.cost, count(*), event.taken,
           (SELECT substr(min(starts), 1, 10) FROM event_session AS first WHERE first.event_id = event.id) >= ?1
         FROM event JOIN event_session ON event_session.event_id = event.id
         WHERE event.cancelled IS NULL AND substr(event_session.starts, 1, 10) BETWEEN ?1 AND ?2
         GROUP BY event.id ORDER BY event.id",
    )?;
    let rows = statement.query_map([from, to], |row| {
        Ok(Visited {
            id: row.get(0)?,
            kind: code(row, 1, Kind::from_code)?,
            partner: row.get(2)?,
            cost: row.get::<_, Option<i64>>(3)?,
            sessions: row.get(4)?,
            registered: row.get(5)?,
            begins: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What did not come to a place in the period.
pub(super) fn without_place(conn: &Connection, from: &str, to: &str) -> Result<WithoutPlace> {
    let sql = "SELECT coalesce(sum(heads) FILTER (WHERE NOT lapsed), 0), coalesce(sum(heads) FILTER (WHERE lapsed), 0)
         FROM registration WHERE state = 'cancelled' AND event_id IN (
           SELECT event.id FROM event JOIN event_session ON event_session.event_id = event.id
           WHERE event.cancelled IS NULL AND substr(event_session.starts, 1, 10) BETWEEN ?1 AND ?2)";
    let mut statement = conn.prepare_cached(sql)?;
    let (given_up, lapsed) = statement.query_row([from, to], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(WithoutPlace {
        cancelled_events: cancelled(conn, from, to)?,
        given_up,
        lapsed,
    })
}

/// How many events of the period were cancelled.
fn cancelled(conn: &Connection, from: &str, to: &str) -> Result<i64> {
    let sql = "SELECT count(DISTINCT event.id) FROM event JOIN event_session ON event_session.event_id = event.id
         WHERE event.cancelled IS NOT NULL AND substr(event_session.starts, 1, 10) BETWEEN ?1 AND ?2";
    Ok(conn.prepare_cached(sql)?.query_row([from, to], |row| row.get(0))?)
}

/// Who came to a session of the period: once a registration, with the most heads of a session.
pub(super) fn visits(conn: &Connection, from: &str, to: &str) -> Result<Vec<Visit>> {
    let mut statement = conn.prepare_cached(
        "SELECT registration.event_id, max(attendance.heads), registration.is_group, registration.birth_year,
           registration.sex, registration.district,
           CASE WHEN registration.member_id IS NOT NULL THEN 'member ' || registration.member_id
                WHEN registration.is_group = 0 AND registration.contact_of IS NULL
                  THEN coalesce(registration.phone, registration.email) END,
           substr(min(event_session.starts), 1, 10)
         FROM attendance JOIN registration ON registration.id = attendance.registration_id
           JOIN event_session ON event_session.event_id = registration.event_id
             AND event_session.number = attendance.session
           JOIN event ON event.id = registration.event_id
         WHERE event.cancelled IS NULL AND substr(event_session.starts, 1, 10) BETWEEN ?1 AND ?2
         GROUP BY registration.id ORDER BY registration.id",
    )?;
    let rows = statement.query_map(params![from, to], |row| {
        Ok(Visit {
            event: row.get::<_, EventId>(0)?,
            heads: row.get(1)?,
            is_group: row.get(2)?,
            birth_year: row.get(3)?,
            sex: row.get(4)?,
            district: row.get(5)?,
            person: row.get(6)?,
            day: day(row, 7)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
