//! Every SQL statement of the facts.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use crate::error::Result;

/// The facts of a year.
pub(super) fn of_year(conn: &Connection, year: i16) -> Result<BTreeMap<String, String>> {
    let mut statement = conn.prepare_cached("SELECT name, value FROM yearly_fact WHERE year = ?1")?;
    let rows = statement.query_map([year], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One fact of a year.
pub(super) fn one(conn: &Connection, year: i16, name: &str) -> Result<Option<String>> {
    let mut statement = conn.prepare_cached("SELECT value FROM yearly_fact WHERE year = ?1 AND name = ?2")?;
    Ok(statement.query_row(params![year, name], |row| row.get(0)).optional()?)
}

/// Sets a fact, or takes it away.
pub(super) fn save(conn: &Connection, year: i16, name: &str, value: Option<&str>) -> Result<()> {
    match value {
        Some(value) => conn
            .prepare_cached(
                "INSERT INTO yearly_fact (year, name, value) VALUES (?1, ?2, ?3) \
                 ON CONFLICT (year, name) DO UPDATE SET value = excluded.value",
            )?
            .execute(params![year, name, value])?,
        None => conn
            .prepare_cached("DELETE FROM yearly_fact WHERE year = ?1 AND name = ?2")?
            .execute(params![year, name])?,
    };
    Ok(())
}
