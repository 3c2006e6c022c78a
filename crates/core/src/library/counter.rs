//! The counters that ids and running numbers are made from: they only grow.

use rusqlite::{Connection, OptionalExtension};

use crate::error::Result;

/// How far a counter has come.
pub(crate) fn last(conn: &Connection, name: &str) -> Result<i64> {
    let mut statement = conn.prepare_cached("SELECT last FROM counter WHERE name = ?1")?;
    Ok(statement.query_row([name], |row| row.get(0)).optional()?.unwrap_or(0))
}

/// Lets a counter come this far.
pub(crate) fn set(conn: &Connection, name: &str, last: i64) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO counter (name, last) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET last = excluded.last",
    )?;
    statement.execute(rusqlite::params![name, last])?;
    Ok(())
}
