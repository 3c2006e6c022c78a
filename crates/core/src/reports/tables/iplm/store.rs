//! Every SQL statement of the yearly questionnaire.

use rusqlite::Connection;

use crate::error::Result;

/// Heads that came to the sessions of a span, once a registration, with the most heads of a session.
pub(in crate::reports::tables) fn present(conn: &Connection, first: &str, last: &str) -> Result<i64> {
    let sql = "SELECT coalesce(sum(heads), 0) FROM (SELECT max(attendance.heads) AS heads \
         FROM attendance JOIN registration ON registration.id = attendance.registration_id \
           JOIN event_session ON event_session.event_id = registration.event_id \
             AND event_session.number = attendance.session \
           JOIN event ON event.id = registration.event_id \
         WHERE event.cancelled IS NULL AND substr(event_session.starts, 1, 10) BETWEEN ?1 AND ?2 \
         GROUP BY registration.id)";
    Ok(conn.prepare_cached(sql)?.query_row([first, last], |row| row.get(0))?)
}

/// The titles of the events of a span that somebody came to.
pub(in crate::reports::tables) fn event_titles(conn: &Connection, first: &str, last: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT event.title FROM event JOIN event_session ON event_session.event_id = event.id \
         WHERE event.cancelled IS NULL AND substr(event_session.starts, 1, 10) BETWEEN ?1 AND ?2 \
           AND EXISTS (SELECT 1 FROM attendance JOIN registration ON registration.id = attendance.registration_id \
                       WHERE registration.event_id = event.id AND attendance.session = event_session.number) \
         GROUP BY event.id ORDER BY min(event_session.starts), event.id",
    )?;
    let rows = statement.query_map([first, last], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
