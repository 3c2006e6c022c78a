//! Every SQL statement of the yearly questionnaire.

use rusqlite::Connection;

use crate::error::Result;

/// The events of a span that somebody came to, in their order, each with its heads: once a registration, with the most
/// heads of a session.
pub(in crate::reports::tables) fn events(conn: &Connection, first: &str, last: &str) -> Result<Vec<(String, i64)>> {
    let mut statement = conn.prepare_cached(
        "SELECT event.title, sum(came.heads) FROM ( \
           SELECT registration.event_id AS event_id, max(attendance.heads) AS heads, min(event_session.starts) AS starts \
           FROM attendance JOIN registration ON registration.id = attendance.registration_id \
             JOIN event_session ON event_session.event_id = registration.event_id \
               AND event_session.number = attendance.session \
           WHERE substr(event_session.starts, 1, 10) BETWEEN ?1 AND ?2 \
           GROUP BY registration.id) AS came \
         JOIN event ON event.id = came.event_id WHERE event.cancelled IS NULL \
         GROUP BY event.id ORDER BY min(came.starts), event.id",
    )?;
    let rows = statement.query_map([first, last], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
