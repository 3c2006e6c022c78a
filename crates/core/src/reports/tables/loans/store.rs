//! Every SQL statement of the tables of loans.

use rusqlite::{Connection, params};

use crate::error::Result;
use crate::library::columns::optional_day;
use crate::reports::daily::store::{closed, mark_before};
use crate::reports::page::Span;

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

/// The days whose loans stand as they were closed: none of them was told of since.
pub(in crate::reports::tables) const SETTLED: &str =
    "SELECT day FROM summary_day WHERE day NOT IN (SELECT day FROM stale_class)";

/// From the first day of a span that is not settled through its last; none when all are.
pub(in crate::reports::tables) fn unsettled(conn: &Connection, span: Span) -> Result<Option<Span>> {
    let mut statement = conn.prepare_cached("SELECT min(day) FROM stale_class WHERE day BETWEEN ?1 AND ?2")?;
    let stale = statement.query_row([span.first.to_string(), span.last.to_string()], |row| {
        optional_day(row, 0)
    })?;
    let closed = closed(conn)?.filter(|closed| (closed.first..=closed.last).contains(&span.first));
    let after = closed.map_or(span.first, |closed| closed.last.tomorrow().unwrap_or(closed.last));
    let first = stale.map_or(after, |stale| stale.min(after));
    Ok((first <= span.last).then_some(Span { first, ..span }))
}

/// The loans and the renewals of the settled days of a span, by the classes they were closed with.
pub(in crate::reports::tables) fn settled_by_class(conn: &Connection, span: Span) -> Result<Vec<LoanPart>> {
    let mut statement = conn.prepare_cached(
        "SELECT substr(day, 1, 7), class, sum(loans), sum(renewals) FROM daily_class
         WHERE day BETWEEN ?1 AND ?2 AND day NOT IN (SELECT day FROM stale_class) GROUP BY 1, 2",
    )?;
    let rows = statement.query_map([span.first.to_string(), span.last.to_string()], |row| {
        Ok(LoanPart {
            month: row.get(0)?,
            class: row.get(1)?,
            loans: row.get(2)?,
            renewals: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The loans that began, and the renewals, on the days of a span that are not settled (the tables are walked in the order
/// they are named: few loans lead to their titles, not all titles to their loans; `+` keeps the loans in the order they lie
/// in).
pub(in crate::reports::tables) fn loans_by_class(conn: &Connection, span: Span) -> Result<Vec<LoanPart>> {
    let (first, last) = (span.first.to_string(), span.last.to_string());
    let mut statement = conn.prepare_cached(&format!(
        "SELECT lent.month, coalesce(t.class, ''), sum(lent.loans) \
         FROM (SELECT +item_id AS item_id, substr(loaned_at, 1, 7) AS month, count(*) AS loans FROM loan \
               WHERE id > ?3 AND substr(loaned_at, 1, 10) BETWEEN ?1 AND ?2 \
                 AND substr(loaned_at, 1, 10) NOT IN ({SETTLED}) GROUP BY 1, 2) AS lent \
           CROSS JOIN item i ON i.id = lent.item_id CROSS JOIN title t ON t.id = i.title_id GROUP BY 1, 2",
    ))?;
    let rows = statement.query_map(params![first, last, mark_before(conn, span.first)?], |row| {
        Ok(LoanPart {
            month: row.get(0)?,
            class: row.get(1)?,
            loans: row.get(2)?,
            renewals: 0,
        })
    })?;
    let mut parts: Vec<LoanPart> = rows.collect::<rusqlite::Result<_>>()?;
    let mut statement = conn.prepare_cached(&format!(
        "SELECT coalesce(t.class, ''), count(*) FROM due_change \
           CROSS JOIN loan ON loan.id = due_change.loan_id CROSS JOIN item i ON i.id = loan.item_id \
           CROSS JOIN title t ON t.id = i.title_id \
         WHERE renewal = 1 AND day BETWEEN ?1 AND ?2 AND day NOT IN ({SETTLED}) GROUP BY 1"
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

/// How many loans began in a span.
pub(in crate::reports::tables) fn loans_of(conn: &Connection, span: Span) -> Result<i64> {
    let sql = "SELECT count(*) FROM loan WHERE id > ?3 AND substr(loaned_at, 1, 10) BETWEEN ?1 AND ?2";
    let values = params![
        span.first.to_string(),
        span.last.to_string(),
        mark_before(conn, span.first)?
    ];
    Ok(conn.prepare_cached(sql)?.query_row(values, |row| row.get(0))?)
}
