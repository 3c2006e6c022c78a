//! Every SQL statement that changes loans, or lists them.

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::list::LoanLine;
use crate::circulation::OpenLoan;
use crate::circulation::facts::day_of;
use crate::circulation::store::note_due_change;
use crate::error::Result;
use crate::library::columns;
use crate::values::ids::{ItemId, LoanId, MemberId, RuleId};

/// Adds a loan.
pub(super) fn add(conn: &Connection, loan: &OpenLoan) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO loan (id, item_id, member_id, group_id, rule_id, loaned_at, due_decided, due, renewals, renewed_at) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    statement.execute(params![
        loan.id,
        loan.item,
        loan.member,
        loan.group,
        loan.rule,
        loan.loaned_at,
        loan.due_decided.to_string(),
        loan.due.to_string(),
        loan.renewals,
        loan.renewed_at,
    ])?;
    Ok(())
}

/// Ends a loan, `returned` or `lost`; or says of a lost one that it came back. When it was lost stays known.
pub(super) fn end(conn: &Connection, loan: LoanId, ended: &str, at: &str) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "UPDATE loan SET ended = ?2, ended_at = ?3, lost_at = CASE ?2 WHEN 'lost' THEN ?3 ELSE lost_at END WHERE id = ?1",
    )?;
    statement.execute(params![loan, ended, at])?;
    Ok(())
}

/// Opens a loan again that was ended by mistake.
pub(super) fn reopen(conn: &Connection, loan: LoanId, member: MemberId) -> Result<()> {
    let mut statement =
        conn.prepare_cached("UPDATE loan SET ended = NULL, ended_at = NULL, member_id = ?2 WHERE id = ?1")?;
    statement.execute(params![loan, member])?;
    Ok(())
}

/// Takes out a loan that was made by mistake. Its number is not used again.
pub(super) fn remove(conn: &Connection, loan: LoanId) -> Result<()> {
    let mut statement = conn.prepare_cached("DELETE FROM loan WHERE id = ?1 AND ended IS NULL")?;
    statement.execute([loan])?;
    Ok(())
}

/// Stores a renewal.
pub(super) fn renew(conn: &Connection, loan: LoanId, rule: Option<RuleId>, due: Date, at: &str) -> Result<()> {
    note_due_change(conn, loan, day_of(at), true)?;
    let mut statement = conn.prepare_cached(
        "UPDATE loan SET due = ?2, due_decided = ?2, renewals = renewals + 1, renewed_at = ?3, \
         rule_id = coalesce(rule_id, ?4) WHERE id = ?1",
    )?;
    statement.execute(params![loan, due.to_string(), at, rule])?;
    Ok(())
}

/// The last loan of a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LastLoan {
    pub(super) id: LoanId,
    pub(super) member: Option<MemberId>,
    pub(super) lost: bool,
    pub(super) ended_at: Option<String>,
}

/// The last loan of a copy.
pub(super) fn last(conn: &Connection, item: ItemId) -> Result<Option<LastLoan>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, member_id, ended IS NOT NULL AND ended = 'lost', ended_at FROM loan WHERE item_id = ?1 \
         ORDER BY id DESC LIMIT 1",
    )?;
    let last = statement.query_row([item], |row| {
        Ok(LastLoan {
            id: row.get(0)?,
            member: row.get(1)?,
            lost: row.get(2)?,
            ended_at: row.get(3)?,
        })
    });
    Ok(last.optional()?)
}

/// When and how a loan ended; none while it is open, or when there is none.
pub(super) fn ended(conn: &Connection, loan: LoanId) -> Result<Option<(String, String)>> {
    let mut statement = conn.prepare_cached("SELECT ended, ended_at FROM loan WHERE id = ?1 AND ended IS NOT NULL")?;
    let found = statement.query_row([loan], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(found.optional()?)
}

/// Counts a copy that was read in the library.
pub(super) fn count_in_house(conn: &Connection, item: ItemId, day: Date) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO in_house_use (day, item_id, times) VALUES (?2, ?1, 1) \
         ON CONFLICT (item_id, day) DO UPDATE SET times = times + 1",
    )?;
    statement.execute(params![item, day.to_string()])?;
    Ok(())
}

const LINE: &str = "SELECT l.id, m.card, m.name, m.phone, i.barcode, t.title, l.loaned_at, l.due, l.renewals, l.rule_id, \
    i.price FROM loan l JOIN member m ON m.id = l.member_id JOIN item i ON i.id = l.item_id \
    JOIN title t ON t.id = i.title_id";

fn line(row: &Row<'_>) -> rusqlite::Result<LoanLine> {
    let loaned_at: String = row.get(6)?;
    Ok(LoanLine {
        loan: row.get(0)?,
        card: row.get(1)?,
        name: row.get(2)?,
        phone: row.get(3)?,
        item: row.get(4)?,
        title: row.get(5)?,
        loaned: day_of(&loaned_at),
        loaned_at,
        due: columns::day(row, 7)?,
        renewals: row.get(8)?,
        late: None,
    })
}

/// The open loans of a member, what is due first at the top.
pub(super) fn lines_of(conn: &Connection, member: MemberId) -> Result<Vec<LoanLine>> {
    let mut statement = conn.prepare_cached(&format!(
        "{LINE} WHERE l.member_id = ?1 AND l.ended IS NULL ORDER BY l.due, l.id"
    ))?;
    let rows = statement.query_map([member], line)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The open loans that were due before a day, the longest overdue first.
pub(super) fn due_before(conn: &Connection, day: Date) -> Result<Vec<LoanLine>> {
    let mut statement = conn.prepare_cached(&format!(
        "{LINE} WHERE l.ended IS NULL AND l.due < ?1 ORDER BY l.due, l.id"
    ))?;
    let rows = statement.query_map([day.to_string()], line)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A loan, open or over, as it is explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) id: LoanId,
    pub(super) item: ItemId,
    pub(super) member: Option<MemberId>,
    pub(super) rule: Option<RuleId>,
    pub(super) loaned_at: String,
    pub(super) due_decided: Date,
    pub(super) due: Date,
    pub(super) renewals: u32,
    pub(super) renewed_at: Option<String>,
    pub(super) ended: Option<String>,
    pub(super) ended_at: Option<String>,
}

/// A loan by its number.
pub(super) fn told(conn: &Connection, loan: LoanId) -> Result<Option<Told>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, item_id, member_id, rule_id, loaned_at, due_decided, due, renewals, renewed_at, ended, ended_at \
         FROM loan WHERE id = ?1",
    )?;
    let found = statement.query_row([loan], |row| {
        Ok(Told {
            id: row.get(0)?,
            item: row.get(1)?,
            member: row.get(2)?,
            rule: row.get(3)?,
            loaned_at: row.get(4)?,
            due_decided: columns::day(row, 5)?,
            due: columns::day(row, 6)?,
            renewals: row.get(7)?,
            renewed_at: row.get(8)?,
            ended: row.get(9)?,
            ended_at: row.get(10)?,
        })
    });
    Ok(found.optional()?)
}

/// How many open loans of a member are overdue on a day.
pub(super) fn overdue_of(conn: &Connection, member: MemberId, day: Date) -> Result<u32> {
    let sql = "SELECT count(*) FROM loan WHERE member_id = ?1 AND ended IS NULL AND due < ?2";
    let mut statement = conn.prepare_cached(sql)?;
    Ok(statement.query_row(params![member, day.to_string()], |row| row.get(0))?)
}
