//! Every SQL statement of the tables of readers; none reads a name.

use jiff::civil::Date;
use rusqlite::{Connection, ToSql, params};

use crate::circulation::history::Group;
use crate::error::Result;
use crate::library::columns::{day, optional_day};
use crate::reports::daily::store::mark_before;
use crate::reports::page::Span;
use crate::reports::tables::loans::store::{RENEWED, SETTLED};

/// What the tables know of a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::reports::tables) struct MemberFacts {
    pub(in crate::reports::tables) member_type: String,
    pub(in crate::reports::tables) born: Option<Date>,
    pub(in crate::reports::tables) sex: Option<String>,
    pub(in crate::reports::tables) education: Option<String>,
    pub(in crate::reports::tables) district: Option<String>,
    pub(in crate::reports::tables) joined: Date,
    pub(in crate::reports::tables) valid_until: Date,
    /// The day on which the person was erased.
    pub(in crate::reports::tables) erased: Option<Date>,
}

/// Hands on every member who joined up to a day.
pub(in crate::reports::tables) fn members(
    conn: &Connection,
    last: &str,
    mut each: impl FnMut(&MemberFacts),
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT member_type, born, sex, education, district, joined, valid_until, substr(erased, 1, 10) \
         FROM member WHERE joined <= ?1 ORDER BY id",
    )?;
    let mut rows = statement.query([last])?;
    while let Some(row) = rows.next()? {
        each(&MemberFacts {
            member_type: row.get(0)?,
            born: optional_day(row, 1)?,
            sex: row.get(2)?,
            education: row.get(3)?,
            district: row.get(4)?,
            joined: day(row, 5)?,
            valid_until: day(row, 6)?,
            erased: optional_day(row, 7)?,
        });
    }
    Ok(())
}

/// The loans of the settled days of a span, by the groups of their readers on the day of the loan.
pub(super) fn settled_loans(conn: &Connection, span: Span) -> Result<Vec<(Group, i64)>> {
    let told = "SELECT group_id, loans AS times FROM daily_group \
        WHERE day BETWEEN ?1 AND ?2 AND day NOT IN (SELECT day FROM stale_class)";
    by_group(conn, "", told, params![span.first.to_string(), span.last.to_string()])
}

/// As [`settled_loans`], of the days that are not settled.
pub(super) fn loans(conn: &Connection, span: Span) -> Result<Vec<(Group, i64)>> {
    let told = format!(
        "SELECT group_id, count(*) AS times FROM loan WHERE id > ?3 AND substr(loaned_at, 1, 10) BETWEEN ?1 AND ?2 \
         AND substr(loaned_at, 1, 10) NOT IN ({SETTLED}) GROUP BY group_id"
    );
    let mark = mark_before(conn, span.first)?;
    by_group(
        conn,
        "",
        &told,
        params![span.first.to_string(), span.last.to_string(), mark],
    )
}

/// Renewals likewise.
pub(super) fn renewals(conn: &Connection, first: &str, last: &str) -> Result<Vec<(Group, i64)>> {
    let told = "SELECT loan.group_id, renewed.times AS times FROM renewed JOIN loan ON loan.id = renewed.loan_id";
    by_group(conn, RENEWED, told, params![first, last])
}

/// Sums what is told of groups by their number.
fn by_group(conn: &Connection, with: &str, told: &str, values: &[&dyn ToSql]) -> Result<Vec<(Group, i64)>> {
    let mut statement = conn.prepare_cached(&format!(
        "{with} SELECT g.member_type, g.age_band, g.sex, g.district, g.education, sum(told.times) \
         FROM ({told}) AS told JOIN reader_group g ON g.id = told.group_id GROUP BY g.id HAVING sum(told.times) > 0"
    ))?;
    let rows = statement.query_map(values, |row| {
        let group = Group {
            member_type: row.get(0)?,
            age_band: row.get(1)?,
            sex: row.get(2)?,
            district: row.get(3)?,
            education: row.get(4)?,
        };
        Ok((group, row.get(5)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
