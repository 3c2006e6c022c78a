//! Every SQL statement of the settings.

use rusqlite::{Connection, OptionalExtension, params};

use crate::error::Result;
use crate::library::Transaction;

/// What is stored under a key.
pub(crate) fn load(conn: &Connection, key: &str) -> Result<Option<String>> {
    let mut statement = conn.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

/// Stores a value that [`super::Known::parse`] made.
pub(crate) fn save(tx: &Transaction<'_>, key: &str, value: &str) -> Result<()> {
    tx.sql().execute(
        "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        params![key, value],
    )?;
    Ok(())
}
