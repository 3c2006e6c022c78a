//! Every SQL statement of the loan rules.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::choice::{LoanRule, RuleKey};
use super::terms::{AfterGrace, ClosedDays, FineAt, FineDays, RenewFrom, Terms};
use crate::error::Result;
use crate::library::{Transaction, columns, counter};
use crate::values::ids::RuleId;
use crate::values::money::Money;

/// The columns in the order in which [`rule`] reads them.
macro_rules! rule_columns {
    () => {
        "id, member_type, collection_type, medium, season_from, season_to, max_items, loan_days, closed_days, expiry_cap, \
         renewals, renew_from, fine, fine_period, fine_at, fine_days, grace, after_grace, fine_cap, price_cap, \
         suspend_days, suspend_max, age_min"
    };
}

/// The rules that are not ended, in the order they were made.
pub(crate) fn active(conn: &Connection) -> Result<Vec<LoanRule>> {
    let sql = concat!(
        "SELECT ",
        rule_columns!(),
        " FROM loan_rule WHERE ended_at IS NULL ORDER BY id"
    );
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([], rule)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A rule, ended or not.
pub(crate) fn by_id(conn: &Connection, id: RuleId) -> Result<Option<LoanRule>> {
    let sql = concat!("SELECT ", rule_columns!(), " FROM loan_rule WHERE id = ?1");
    let mut statement = conn.prepare_cached(sql)?;
    Ok(statement.query_row([id], rule).optional()?)
}

fn rule(row: &Row<'_>) -> rusqlite::Result<LoanRule> {
    let season = columns::optional_day(row, 4)?.zip(columns::optional_day(row, 5)?);
    Ok(LoanRule {
        id: row.get(0)?,
        key: RuleKey {
            member_type: row.get(1)?,
            collection_type: row.get(2)?,
            medium: row.get(3)?,
            season,
        },
        terms: Terms {
            max_items: row.get(6)?,
            loan_days: row.get(7)?,
            closed_days: columns::code(row, 8, ClosedDays::from_code)?,
            expiry_cap: row.get(9)?,
            renewals: row.get(10)?,
            renew_from: columns::code(row, 11, RenewFrom::from_code)?,
            fine: money(row, 12)?,
            fine_period: row.get(13)?,
            fine_at: columns::code(row, 14, FineAt::from_code)?,
            fine_days: columns::code(row, 15, FineDays::from_code)?,
            grace: row.get(16)?,
            after_grace: columns::code(row, 17, AfterGrace::from_code)?,
            fine_cap: money(row, 18)?,
            price_cap: row.get(19)?,
            suspend_days: row.get(20)?,
            suspend_max: row.get(21)?,
            age_min: row.get(22)?,
        },
    })
}

fn money(row: &Row<'_>, column: usize) -> rusqlite::Result<Money> {
    let amount: i64 = row.get(column)?;
    Money::from_whole(amount).ok_or(rusqlite::Error::IntegralValueOutOfRange(column, amount))
}

pub(super) fn next(conn: &Connection) -> Result<RuleId> {
    Ok(RuleId(counter::last(conn, RuleId::COUNTER)? + 1))
}

/// Stores a new rule. One that clashes with another is refused by the schema; the area asks before.
pub(crate) fn add(tx: &Transaction<'_>, rule: &LoanRule, made_at: &str) -> Result<()> {
    counter::set(tx.sql(), RuleId::COUNTER, rule.id.0)?;
    let sql = concat!(
        "INSERT INTO loan_rule (",
        rule_columns!(),
        ", made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, \
         ?21, ?22, ?23, ?24)"
    );
    let (key, terms) = (&rule.key, &rule.terms);
    let season = key
        .season
        .map(|(first, last)| (first.to_string(), last.to_string()))
        .unzip();
    tx.sql().execute(
        sql,
        params![
            rule.id,
            key.member_type,
            key.collection_type,
            key.medium,
            season.0,
            season.1,
            terms.max_items,
            terms.loan_days,
            terms.closed_days.code(),
            terms.expiry_cap,
            terms.renewals,
            terms.renew_from.code(),
            terms.fine.whole(),
            terms.fine_period,
            terms.fine_at.code(),
            terms.fine_days.code(),
            terms.grace,
            terms.after_grace.code(),
            terms.fine_cap.whole(),
            terms.price_cap,
            terms.suspend_days,
            terms.suspend_max,
            terms.age_min,
            made_at
        ],
    )?;
    Ok(())
}

/// Ends a rule: no new loan is under it.
pub(super) fn end(tx: &Transaction<'_>, id: RuleId, ended_at: &str) -> Result<()> {
    let sql = "UPDATE loan_rule SET ended_at = ?2 WHERE id = ?1 AND ended_at IS NULL";
    tx.sql().execute(sql, params![id, ended_at])?;
    Ok(())
}

pub(super) fn has_member_type(conn: &Connection, code: &str) -> Result<bool> {
    let sql = "SELECT 1 FROM member_type WHERE code = ?1";
    Ok(conn.prepare_cached(sql)?.exists([code])?)
}

/// Whether some copy has the collection type, and some title the medium, that a key names.
pub(super) fn is_used(conn: &Connection, key: &RuleKey) -> Result<bool> {
    let pairs = [
        (
            "SELECT 1 FROM item WHERE collection_type = ?1 LIMIT 1",
            &key.collection_type,
        ),
        ("SELECT 1 FROM title WHERE medium = ?1 LIMIT 1", &key.medium),
    ];
    for (sql, name) in pairs {
        if let Some(name) = name
            && !conn.prepare_cached(sql)?.exists([name])?
        {
            return Ok(false);
        }
    }
    Ok(true)
}
