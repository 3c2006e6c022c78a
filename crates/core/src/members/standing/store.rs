//! What circulation and the events say of a member.

use jiff::civil::DateTime;
use rusqlite::{Connection, params};

use super::{Obstacle, OpenLoan, ReadyHold};
use crate::error::Result;
use crate::library::columns;
use crate::values::ids::MemberId;

/// What is on loan.
pub(super) fn loans(conn: &Connection, id: MemberId) -> Result<Vec<OpenLoan>> {
    let mut statement = conn.prepare_cached(
        "SELECT item.barcode, title.title, loan.loaned_at, loan.due FROM loan JOIN item ON item.id = loan.item_id \
         JOIN title ON title.id = item.title_id WHERE loan.member_id = ?1 AND loan.ended IS NULL \
         ORDER BY loan.due, loan.id",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(OpenLoan {
            item: row.get(0)?,
            title: row.get(1)?,
            loaned_at: row.get(2)?,
            due: columns::day(row, 3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What is set aside.
pub(super) fn ready(conn: &Connection, id: MemberId) -> Result<Vec<ReadyHold>> {
    let mut statement = conn.prepare_cached(
        "SELECT item.barcode, title.title, hold.shelf_until FROM hold JOIN item ON item.id = hold.ready_item \
         JOIN title ON title.id = hold.title_id WHERE hold.member_id = ?1 AND hold.state = 'ready' ORDER BY hold.id",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(ReadyHold {
            item: row.get(0)?,
            title: row.get(1)?,
            until: columns::day(row, 2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many holds wait.
pub(super) fn waiting(conn: &Connection, id: MemberId) -> Result<u64> {
    let mut statement = conn.prepare_cached("SELECT count(*) FROM hold WHERE member_id = ?1 AND state = 'waiting'")?;
    let count: i64 = statement.query_row([id], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// Places, and turns on waiting lists, that can still be given up at a moment: of events neither over nor cancelled, to
/// which the member has not come.
pub(super) fn places(conn: &Connection, id: MemberId, now: DateTime) -> Result<Vec<Obstacle>> {
    let mut statement = conn.prepare_cached(
        "SELECT event.key, registration.code FROM registration JOIN event ON event.id = registration.event_id \
         WHERE registration.member_id = ?1 AND registration.state <> 'cancelled' AND event.cancelled IS NULL \
           AND (SELECT max(ends) FROM event_session WHERE event_session.event_id = event.id) > ?2 \
           AND NOT EXISTS (SELECT 1 FROM attendance WHERE attendance.registration_id = registration.id) \
         ORDER BY registration.id",
    )?;
    let rows = statement.query_map(params![id, columns::minute_text(now)], |row| {
        Ok(Obstacle::Place {
            event: row.get(0)?,
            code: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
