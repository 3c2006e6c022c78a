//! Every SQL statement of the tables of loans.

use rusqlite::Connection;

use crate::error::Result;

/// Loans of one class in one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reports::tables) struct LoanPart {
    /// `2026-10`.
    pub(in crate::reports::tables) month: String,
    pub(in crate::reports::tables) class: String,
    pub(in crate::reports::tables) loans: i64,
    /// How often these loans were renewed.
    pub(in crate::reports::tables) renewals: i64,
}

/// The loans that began in a span.
pub(in crate::reports::tables) fn loans_by_class(conn: &Connection, begin: &str, end: &str) -> Result<Vec<LoanPart>> {
    let mut statement = conn.prepare_cached(
        "SELECT lent.month, coalesce(t.class, ''), sum(lent.loans), sum(lent.renewals) \
         FROM (SELECT item_id, substr(loaned_at, 1, 7) AS month, count(*) AS loans, sum(renewals) AS renewals \
               FROM loan WHERE loaned_at >= ?1 AND loaned_at < ?2 GROUP BY 1, 2) AS lent \
           JOIN item i ON i.id = lent.item_id JOIN title t ON t.id = i.title_id GROUP BY 1, 2",
    )?;
    let rows = statement.query_map([begin, end], |row| {
        Ok(LoanPart {
            month: row.get(0)?,
            class: row.get(1)?,
            loans: row.get(2)?,
            renewals: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many loans began in a span, and how often they were renewed.
pub(in crate::reports::tables) fn loans_of(conn: &Connection, begin: &str, end: &str) -> Result<(i64, i64)> {
    let sql = "SELECT count(*), coalesce(sum(renewals), 0) FROM loan WHERE loaned_at >= ?1 AND loaned_at < ?2";
    let mut statement = conn.prepare_cached(sql)?;
    Ok(statement.query_row([begin, end], |row| Ok((row.get(0)?, row.get(1)?)))?)
}
