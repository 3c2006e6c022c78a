//! Every SQL statement of the reading history.

use rusqlite::{Connection, OptionalExtension, params};

use super::{Group, Over};
use crate::error::Result;
use crate::values::ids::{GroupId, LoanId, MemberId};

/// The number of a group, if it is known.
pub(super) fn group(conn: &Connection, group: &Group) -> Result<Option<GroupId>> {
    let mut statement = conn.prepare_cached(
        "SELECT id FROM reader_group WHERE member_type = ?1 AND age_band = ?2 AND sex = ?3 AND district = ?4 \
         AND education = ?5",
    )?;
    let named = params![
        group.member_type,
        group.age_band,
        group.sex,
        group.district,
        group.education
    ];
    Ok(statement.query_row(named, |row| row.get(0)).optional()?)
}

pub(super) fn add_group(conn: &Connection, id: GroupId, group: &Group) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO reader_group (id, member_type, age_band, sex, district, education) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let named = params![
        id,
        group.member_type,
        group.age_band,
        group.sex,
        group.district,
        group.education
    ];
    statement.execute(named)?;
    Ok(())
}

/// The loans of a member that are over and not cut.
pub(super) fn over(conn: &Connection, member: MemberId) -> Result<Vec<Over>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, ended = 'lost', ended_at FROM loan WHERE member_id = ?1 AND ended IS NOT NULL ORDER BY id",
    )?;
    let rows = statement.query_map([member], |row| {
        Ok(Over {
            loan: row.get(0)?,
            lost: row.get(1)?,
            ended_at: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The members with loans that are over and not cut.
pub(super) fn members_with_history(conn: &Connection) -> Result<Vec<MemberId>> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT member_id FROM loan WHERE member_id IS NOT NULL AND ended IS NOT NULL ORDER BY member_id",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Cuts a loan from its reader, and the ledger from the loan.
pub(super) fn cut(conn: &Connection, loan: LoanId) -> Result<()> {
    let mut statement = conn.prepare_cached("UPDATE loan SET member_id = NULL WHERE id = ?1 AND ended IS NOT NULL")?;
    statement.execute([loan])?;
    let mut statement = conn.prepare_cached("UPDATE ledger SET loan_id = NULL WHERE loan_id = ?1")?;
    statement.execute([loan])?;
    Ok(())
}
