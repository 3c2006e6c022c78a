//! Every SQL statement about waiting lists that end.

use jiff::civil::DateTime;
use rusqlite::{Connection, params};

use super::InVain;
use crate::error::Result;
use crate::library::columns::{minute, minute_text};
use crate::values::ids::RegistrationId;

/// Who waits at an event whose last session is over, by event and place in the queue. It reads those who wait
/// (`registration_waiting`) and nobody else.
pub(in crate::events) const IN_VAIN: &str = "SELECT registration.id, registration.code, registration.heads, event.key,
   (SELECT max(ends) FROM event_session WHERE event_session.event_id = registration.event_id) AS ended
 FROM registration JOIN event ON event.id = registration.event_id
 WHERE registration.state = 'waiting' AND ended <= ?1
 ORDER BY ended, registration.event_id, registration.number";

pub(super) fn in_vain(conn: &Connection, now: DateTime) -> Result<Vec<InVain>> {
    let mut statement = conn.prepare_cached(IN_VAIN)?;
    let rows = statement.query_map([minute_text(now)], |row| {
        Ok(InVain {
            id: row.get(0)?,
            code: row.get(1)?,
            heads: row.get(2)?,
            event: row.get(3)?,
            ended: minute(row, 4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Ends a wait, as of a moment.
pub(super) fn lapse(conn: &Connection, id: RegistrationId, stamp: &str) -> Result<()> {
    let sql = "UPDATE registration SET state = 'cancelled', lapsed = 1, cancelled_at = ?2 WHERE id = ?1";
    conn.prepare_cached(sql)?.execute(params![id, stamp])?;
    Ok(())
}
