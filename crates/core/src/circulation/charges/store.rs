//! Every SQL statement of the ledger. Entries are added and read; the schema refuses everything else but cutting the
//! link to a loan.

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::ledger::{EntryKind, LedgerEntry};
use super::report::{Booking, Cash};
use crate::error::Result;
use crate::library::columns;
use crate::values::ids::{LedgerId, MemberId};
use crate::values::money::Money;

const ENTRY: &str = "SELECT id, kind, reason, amount, loan_id, of_id, note, day, at, staff FROM ledger";

fn entry_from_row(row: &Row<'_>) -> rusqlite::Result<LedgerEntry> {
    Ok(LedgerEntry {
        id: row.get(0)?,
        kind: columns::code(row, 1, EntryKind::from_code)?,
        reason: row.get(2)?,
        amount: amount(row, 3)?,
        loan: row.get(4)?,
        of: row.get(5)?,
        note: row.get(6)?,
        day: columns::day(row, 7)?,
        at: row.get(8)?,
        staff: row.get(9)?,
    })
}

fn amount(row: &Row<'_>, column: usize) -> rusqlite::Result<Money> {
    let whole: i64 = row.get(column)?;
    Money::from_whole(whole).ok_or(rusqlite::Error::IntegralValueOutOfRange(column, whole))
}

/// The ledger of a member, in the order of its numbers.
pub(crate) fn entries(conn: &Connection, member: MemberId) -> Result<Vec<LedgerEntry>> {
    let mut statement = conn.prepare_cached(&format!("{ENTRY} WHERE member_id = ?1 ORDER BY id"))?;
    let rows = statement.query_map([member], entry_from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a member owes: the sum of the ledger; below zero for a credit.
pub(crate) fn balance(conn: &Connection, member: MemberId) -> Result<i64> {
    let mut statement = conn.prepare_cached(
        "SELECT coalesce(sum(CASE WHEN kind = 'charge' OR kind = 'refund' THEN amount ELSE -amount END), 0) \
         FROM ledger WHERE member_id = ?1",
    )?;
    Ok(statement.query_row([member], |row| row.get(0))?)
}

/// Whose an entry is.
pub(super) fn owner(conn: &Connection, entry: LedgerId) -> Result<Option<MemberId>> {
    let mut statement = conn.prepare_cached("SELECT member_id FROM ledger WHERE id = ?1")?;
    Ok(statement.query_row([entry], |row| row.get(0)).optional()?)
}

/// Adds an entry; `basis` is what a late charge was worked out from.
pub(crate) fn add(
    conn: &Connection,
    member: MemberId,
    entry: &LedgerEntry,
    basis: Option<&serde_json::Value>,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO ledger (id, member_id, kind, reason, amount, loan_id, of_id, basis, note, day, at, staff) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?;
    statement.execute(params![
        entry.id,
        member,
        entry.kind.code(),
        entry.reason,
        entry.amount.whole(),
        entry.loan,
        entry.of,
        basis.map(serde_json::Value::to_string),
        entry.note,
        entry.day.to_string(),
        entry.at,
        entry.staff,
    ])?;
    Ok(())
}

/// What was booked on the days from one to another, both included, added up by day, kind and reason; what takes a
/// charge back also by the day of that charge.
pub(super) fn bookings(conn: &Connection, from: Date, to: Date, by_charge_day: bool) -> Result<Vec<Booking>> {
    let day = if by_charge_day {
        "coalesce(c.day, l.day)"
    } else {
        "l.day"
    };
    // The index finds the days; what takes back an older charge is found from that charge.
    let sql = if by_charge_day {
        format!(
            "SELECT {day}, l.kind, coalesce(c.reason, l.reason), count(*), sum(l.amount) \
             FROM (SELECT id FROM ledger WHERE day BETWEEN ?1 AND ?2 AND kind = 'charge' \
                   UNION SELECT b.id FROM ledger o JOIN ledger b ON b.of_id = o.id \
                   WHERE o.day BETWEEN ?1 AND ?2 AND o.kind = 'charge') AS wanted \
             JOIN ledger l ON l.id = wanted.id LEFT JOIN ledger c ON c.id = l.of_id \
             GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
        )
    } else {
        format!(
            "SELECT {day}, l.kind, coalesce(c.reason, l.reason), count(*), sum(l.amount) FROM ledger l \
             LEFT JOIN ledger c ON c.id = l.of_id AND c.kind = 'charge' WHERE l.day BETWEEN ?1 AND ?2 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
        )
    };
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([from.to_string(), to.to_string()], |row| {
        Ok(Booking {
            day: columns::day(row, 0)?,
            kind: columns::code(row, 1, EntryKind::from_code)?,
            reason: row.get(2)?,
            entries: row.get(3)?,
            amount: amount(row, 4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What each member of staff took in and paid out on a day.
pub(super) fn cash(conn: &Connection, day: Date) -> Result<Vec<Cash>> {
    let mut statement = conn.prepare_cached(
        "SELECT staff, sum(kind = 'payment'), coalesce(sum(amount) FILTER (WHERE kind = 'payment'), 0), \
         sum(kind = 'refund'), coalesce(sum(amount) FILTER (WHERE kind = 'refund'), 0) FROM ledger \
         WHERE day = ?1 AND (kind = 'payment' OR kind = 'refund') GROUP BY staff ORDER BY staff",
    )?;
    let rows = statement.query_map([day.to_string()], |row| {
        Ok(Cash {
            staff: row.get(0)?,
            payments: row.get(1)?,
            taken: amount(row, 2)?,
            refunds: row.get(3)?,
            paid_out: amount(row, 4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The members who owe something, or have a credit, with what it comes to.
pub(super) fn balances(conn: &Connection) -> Result<Vec<(String, String, i64)>> {
    let mut statement = conn.prepare_cached(
        "SELECT coalesce(m.card, ''), coalesce(m.name, ''), \
         sum(CASE WHEN l.kind = 'charge' OR l.kind = 'refund' THEN l.amount ELSE -l.amount END) AS owed \
         FROM ledger l JOIN member m ON m.id = l.member_id GROUP BY l.member_id HAVING owed <> 0 \
         ORDER BY owed DESC, m.card",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
