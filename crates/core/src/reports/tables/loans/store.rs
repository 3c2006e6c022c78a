//! Every SQL statement of the tables of loans.

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::Result;
use crate::library::columns::day;

/// Renewals of a span by loan, each on the day it happened, `?1` to `?2`. What was renewed before renewals were recorded
/// one by one has no day, and is counted nowhere.
pub(in crate::reports::tables) const RENEWED: &str = "WITH renewed AS MATERIALIZED ( \
    SELECT loan_id, count(*) AS times FROM due_change WHERE renewal = 1 AND day BETWEEN ?1 AND ?2 GROUP BY loan_id)";

/// Loans of one class in one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reports::tables) struct LoanPart {
    /// `2026-10`.
    pub(in crate::reports::tables) month: String,
    /// As it is written.
    pub(in crate::reports::tables) class: String,
    pub(in crate::reports::tables) loans: i64,
    pub(in crate::reports::tables) renewals: i64,
}

/// The first and the last day that are closed, and the last number of a loan up to then; none before the first night, or
/// when something was told since of a day from `first` through `last`.
pub(in crate::reports::tables) fn closed(conn: &Connection, first: &str, last: &str) -> Result<Option<Closed>> {
    let mut statement = conn.prepare_cached(
        "SELECT (SELECT min(day) FROM summary_day), day, loan_mark FROM summary_day \
         WHERE NOT EXISTS (SELECT 1 FROM stale_day WHERE subject = 'loans' AND day BETWEEN ?1 AND ?2) \
         ORDER BY day DESC LIMIT 1",
    )?;
    let closed = statement.query_row([first, last], |row| {
        Ok(Closed {
            first: day(row, 0)?,
            last: day(row, 1)?,
            mark: row.get(2)?,
        })
    });
    Ok(closed.optional()?)
}

/// The days that are closed, without a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::reports::tables) struct Closed {
    pub(in crate::reports::tables) first: Date,
    pub(in crate::reports::tables) last: Date,
    /// Every loan of a later day has a higher number.
    pub(in crate::reports::tables) mark: i64,
}

/// The loans that began from one day through another (the tables are walked in the order they are named: few loans lead to
/// their titles, not all titles to their loans; `+` keeps the loans in the order they lie in), of those with a number above `mark`.
pub(in crate::reports::tables) fn loans_by_class(
    conn: &Connection,
    (first, last): (&str, &str),
    mark: i64,
) -> Result<Vec<LoanPart>> {
    let mut statement = conn.prepare_cached(
        "SELECT lent.month, coalesce(t.class, ''), sum(lent.loans) \
         FROM (SELECT +item_id AS item_id, substr(loaned_at, 1, 7) AS month, count(*) AS loans FROM loan \
               WHERE id > ?3 AND substr(loaned_at, 1, 10) BETWEEN ?1 AND ?2 GROUP BY 1, 2) AS lent \
           CROSS JOIN item i ON i.id = lent.item_id CROSS JOIN title t ON t.id = i.title_id GROUP BY 1, 2",
    )?;
    let rows = statement.query_map(params![first, last, mark], |row| {
        Ok(LoanPart {
            month: row.get(0)?,
            class: row.get(1)?,
            loans: row.get(2)?,
            renewals: 0,
        })
    })?;
    let mut parts: Vec<LoanPart> = rows.collect::<rusqlite::Result<_>>()?;
    let mut statement = conn.prepare_cached(&format!(
        "{RENEWED} SELECT coalesce(t.class, ''), sum(renewed.times) FROM renewed \
           CROSS JOIN loan ON loan.id = renewed.loan_id CROSS JOIN item i ON i.id = loan.item_id \
           CROSS JOIN title t ON t.id = i.title_id GROUP BY 1"
    ))?;
    let rows = statement.query_map([first, last], |row| {
        Ok(LoanPart {
            month: String::new(),
            class: row.get(0)?,
            loans: 0,
            renewals: row.get(1)?,
        })
    })?;
    for row in rows {
        parts.push(row?);
    }
    Ok(parts)
}

/// How many loans began from one day through another.
pub(in crate::reports::tables) fn loans_of(conn: &Connection, first: &str, last: &str) -> Result<i64> {
    let sql = "SELECT count(*) FROM loan WHERE substr(loaned_at, 1, 10) BETWEEN ?1 AND ?2";
    Ok(conn.prepare_cached(sql)?.query_row([first, last], |row| row.get(0))?)
}
