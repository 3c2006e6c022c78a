//! Every SQL statement of the notices.

use rusqlite::{Connection, params};

use super::{EventNotice, NoticeKind};
use crate::error::Result;
use crate::library::columns::code;
use crate::values::ids::{EventId, EventNoticeId, RegistrationId};

/// Notes a notice.
pub(super) fn insert(
    conn: &Connection,
    id: EventNoticeId,
    event: EventId,
    registration: RegistrationId,
    kind: NoticeKind,
    stamp: &str,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO event_notice (id, event_id, registration_id, kind, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    statement.execute(params![id, event, registration, kind.code(), stamp])?;
    Ok(())
}

/// Notes that one was taken, unless it was before: how many that were.
pub(crate) fn take(conn: &Connection, id: EventNoticeId, stamp: &str) -> Result<usize> {
    let sql = "UPDATE event_notice SET taken_at = ?2 WHERE id = ?1 AND taken_at IS NULL";
    Ok(conn.prepare_cached(sql)?.execute(params![id, stamp])?)
}

/// Notices in their order.
pub(super) fn list(conn: &Connection, event: Option<EventId>, all: bool) -> Result<Vec<EventNotice>> {
    let mut statement = conn.prepare_cached(
        "SELECT notice.id, event.key, notice.kind, registration.code, coalesce(registration.name, member.name),
           coalesce(registration.phone, member.phone), coalesce(registration.email, member.email), notice.created_at,
           notice.taken_at
         FROM event_notice AS notice JOIN event ON event.id = notice.event_id
           JOIN registration ON registration.id = notice.registration_id
           LEFT JOIN member ON member.id = registration.member_id
         WHERE (?1 IS NULL OR notice.event_id = ?1) AND (?2 OR notice.taken_at IS NULL) ORDER BY notice.id",
    )?;
    let rows = statement.query_map(params![event, all], |row| {
        Ok(EventNotice {
            id: row.get(0)?,
            event: row.get(1)?,
            kind: code(row, 2, NoticeKind::from_code)?,
            code: row.get(3)?,
            name: row.get(4)?,
            phone: row.get(5)?,
            email: row.get(6)?,
            created: row.get(7)?,
            taken: row.get(8)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
