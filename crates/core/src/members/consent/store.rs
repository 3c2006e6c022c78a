//! The SQL of the consents.

use rusqlite::{Connection, params};

use super::{Consent, ConsentKind, GivenBy};
use crate::act::Act;
use crate::error::Result;
use crate::library::{Transaction, columns};
use crate::values::ids::{ConsentId, MemberId};

/// Every consent of a member.
pub(super) fn all(conn: &Connection, id: MemberId) -> Result<Vec<Consent>> {
    let mut statement = conn.prepare_cached(
        "SELECT kind, given_by, given_at, staff, note, withdrawn_at FROM consent WHERE member_id = ?1 ORDER BY id",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(Consent {
            kind: columns::code(row, 0, ConsentKind::from_code)?,
            given_by: columns::code(row, 1, GivenBy::from_code)?,
            given_at: row.get(2)?,
            staff: row.get(3)?,
            note: row.get(4)?,
            withdrawn_at: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The kinds of consent that stand.
pub(crate) fn standing(conn: &Connection, id: MemberId) -> Result<Vec<ConsentKind>> {
    let mut statement =
        conn.prepare_cached("SELECT kind FROM consent WHERE member_id = ?1 AND withdrawn_at IS NULL ORDER BY id")?;
    let rows = statement.query_map([id], |row| columns::code(row, 0, ConsentKind::from_code))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Adds a consent.
pub(super) fn insert(
    tx: &Transaction<'_>,
    id: ConsentId,
    member: MemberId,
    (kind, by): (ConsentKind, GivenBy),
    act: &Act,
    note: Option<&str>,
) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "INSERT INTO consent (id, member_id, kind, given_by, given_at, staff, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let staff = act.staff.as_str();
    statement.execute(params![id, member, kind.code(), by.code(), act.stamp(), staff, note])?;
    Ok(())
}

/// Adds one way of what was given with the consent to all messages: by whom, when and how that was given.
pub(super) fn keep(tx: &Transaction<'_>, id: ConsentId, member: MemberId, way: ConsentKind) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "INSERT INTO consent (id, member_id, kind, given_by, given_at, staff, note)
         SELECT ?1, member_id, ?3, given_by, given_at, staff, note FROM consent
         WHERE member_id = ?2 AND kind = 'notices' AND withdrawn_at IS NULL",
    )?;
    statement.execute(params![id, member, way.code()])?;
    Ok(())
}

/// Ends a consent that stands.
pub(super) fn withdraw(tx: &Transaction<'_>, id: MemberId, kind: ConsentKind, at: &str) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "UPDATE consent SET withdrawn_at = ?3 WHERE member_id = ?1 AND kind = ?2 AND withdrawn_at IS NULL",
    )?;
    statement.execute(params![id, kind.code(), at])?;
    Ok(())
}

/// Cuts holds that are over from the person.
pub(super) fn cut_holds(tx: &Transaction<'_>, id: MemberId) -> Result<()> {
    let mut statement = tx
        .sql()
        .prepare_cached("UPDATE hold SET member_id = NULL WHERE member_id = ?1 AND ended_at IS NOT NULL")?;
    statement.execute([id])?;
    Ok(())
}
