//! The SQL of the member types.

use rusqlite::{Connection, params};

use super::MemberType;
use crate::error::Result;
use crate::library::Transaction;

/// Every member type.
pub(in crate::members) fn all(conn: &Connection) -> Result<Vec<MemberType>> {
    let mut statement =
        conn.prepare_cached("SELECT code, name, max_items, valid_days FROM member_type ORDER BY code")?;
    let rows = statement.query_map([], |row| {
        Ok(MemberType {
            code: row.get(0)?,
            name: row.get(1)?,
            max_items: row.get(2)?,
            valid_days: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Stores a member type.
pub(in crate::members) fn save(tx: &Transaction<'_>, one: &MemberType) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "INSERT INTO member_type (code, name, max_items, valid_days) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (code) \
         DO UPDATE SET name = excluded.name, max_items = excluded.max_items, valid_days = excluded.valid_days",
    )?;
    statement.execute(params![one.code, one.name, one.max_items, one.valid_days])?;
    Ok(())
}
