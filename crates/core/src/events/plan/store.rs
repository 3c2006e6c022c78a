//! Every SQL statement about events and their sessions.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::error::Result;
use crate::events::event::{Event, EventSession, Kind, Plan, Span};
use crate::library::columns::{code, minute, minute_text, optional_minute};
use crate::values::ids::EventId;
use crate::values::money::Money;

const COLUMNS: &str = "id, key, uid, sequence, title, kind, place, speaker, partner, audience, about, capacity, opens, \
                       closes, age_min, age_max, share, cost, taken, cancelled, created_at, changed_at";

fn from_row(row: &Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        id: row.get(0)?,
        key: row.get(1)?,
        uid: row.get(2)?,
        sequence: row.get(3)?,
        plan: Plan {
            title: row.get(4)?,
            kind: code(row, 5, Kind::from_code)?,
            place: row.get(6)?,
            speaker: row.get(7)?,
            partner: row.get(8)?,
            audience: row.get(9)?,
            about: row.get(10)?,
            capacity: row.get(11)?,
            opens: optional_minute(row, 12)?,
            closes: optional_minute(row, 13)?,
            age_min: row.get(14)?,
            age_max: row.get(15)?,
            share: row.get(16)?,
            cost: row.get::<_, Option<i64>>(17)?.and_then(Money::from_whole),
        },
        taken: row.get(18)?,
        cancelled: row.get(19)?,
        created_at: row.get(20)?,
        changed_at: row.get(21)?,
        sessions: Vec::new(),
    })
}

fn with_sessions(conn: &Connection, mut event: Event) -> Result<Event> {
    event.sessions = sessions(conn, event.id)?;
    Ok(event)
}

fn sessions(conn: &Connection, event: EventId) -> Result<Vec<EventSession>> {
    let sql = "SELECT number, starts, ends FROM event_session WHERE event_id = ?1 ORDER BY number";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([event], |row| {
        Ok(EventSession {
            number: row.get(0)?,
            span: Span {
                starts: minute(row, 1)?,
                ends: minute(row, 2)?,
            },
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The event with this key.
pub(crate) fn by_key(conn: &Connection, key: &str) -> Result<Option<Event>> {
    one(conn, "key = ?1", key)
}

/// The event with this id.
pub(crate) fn by_id(conn: &Connection, id: EventId) -> Result<Option<Event>> {
    one(conn, "id = ?1", id)
}

fn one(conn: &Connection, which: &str, value: impl rusqlite::ToSql) -> Result<Option<Event>> {
    let mut statement = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM event WHERE {which}"))?;
    let found = statement.query_row([value], from_row).optional()?;
    found.map(|event| with_sessions(conn, event)).transpose()
}

/// The keys that begin so, at most two of them.
pub(super) fn keys_from(conn: &Connection, beginning: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached("SELECT key FROM event WHERE substr(key, 1, length(?1)) = ?1 LIMIT 2")?;
    let rows = statement.query_map([beginning], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every event, by its first session; the bounds are days of that, both included, as ISO texts.
pub(crate) fn all(conn: &Connection, from: &str, to: &str) -> Result<Vec<Event>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM (SELECT event.*, (SELECT min(starts) FROM event_session WHERE event_id = event.id) AS first
           FROM event) WHERE substr(first, 1, 10) BETWEEN ?1 AND ?2 ORDER BY first, id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([from, to], from_row)?;
    let events: Vec<Event> = rows.collect::<rusqlite::Result<_>>()?;
    events.into_iter().map(|event| with_sessions(conn, event)).collect()
}

/// The events for which somebody waits.
pub(super) fn awaited(conn: &Connection) -> Result<BTreeSet<EventId>> {
    let mut statement = conn.prepare_cached("SELECT DISTINCT event_id FROM registration WHERE state = 'waiting'")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Stores a new event without its sessions.
pub(super) fn insert(conn: &Connection, event: &Event) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO event (id, key, uid, sequence, title, kind, place, speaker, partner, audience, about, capacity, opens,
           closes, age_min, age_max, share, cost, cancelled, created_at, changed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, NULL, ?19, ?20)",
    )?;
    let plan = &event.plan;
    statement.execute(params![
        event.id,
        event.key,
        event.uid,
        event.sequence,
        plan.title,
        plan.kind.code(),
        plan.place,
        plan.speaker,
        plan.partner,
        plan.audience,
        plan.about,
        plan.capacity,
        plan.opens.map(minute_text),
        plan.closes.map(minute_text),
        plan.age_min,
        plan.age_max,
        plan.share,
        plan.cost.map(Money::whole),
        event.created_at,
        event.changed_at,
    ])?;
    Ok(())
}

/// Stores what is said about an event as it is now.
pub(super) fn update(conn: &Connection, event: &Event) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "UPDATE event SET sequence = ?2, title = ?3, kind = ?4, place = ?5, speaker = ?6, partner = ?7, audience = ?8,
           about = ?9, capacity = ?10, opens = ?11, closes = ?12, age_min = ?13, age_max = ?14, share = ?15, cost = ?16,
           cancelled = ?17, changed_at = ?18 WHERE id = ?1",
    )?;
    let plan = &event.plan;
    statement.execute(params![
        event.id,
        event.sequence,
        plan.title,
        plan.kind.code(),
        plan.place,
        plan.speaker,
        plan.partner,
        plan.audience,
        plan.about,
        plan.capacity,
        plan.opens.map(minute_text),
        plan.closes.map(minute_text),
        plan.age_min,
        plan.age_max,
        plan.share,
        plan.cost.map(Money::whole),
        event.cancelled,
        event.changed_at,
    ])?;
    Ok(())
}

/// Stores a session, new or moved.
pub(super) fn put_session(conn: &Connection, event: EventId, session: &EventSession) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO event_session (event_id, number, starts, ends) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (event_id, number) DO UPDATE SET starts = excluded.starts, ends = excluded.ends",
    )?;
    let (starts, ends) = (minute_text(session.span.starts), minute_text(session.span.ends));
    statement.execute(params![event, session.number, starts, ends])?;
    Ok(())
}
