//! Every SQL statement about what needs a person.

use jiff::civil::Date;
use rusqlite::{Connection, params};

use crate::error::Result;
use crate::library::columns;
use crate::reports::rows::{ClearRow, WaitingRow};

fn count(conn: &Connection, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<i64> {
    Ok(conn.prepare_cached(sql)?.query_row(values, |row| row.get(0))?)
}

/// Holds that stood ready until before the day `?1` and wait for no courier, and those that ended on the day `?2` or later
/// because their time was over and whose copy nobody has lent since, also one that is back.
const TO_CLEAR: &str = "FROM hold JOIN item ON item.id = hold.ready_item JOIN title ON title.id = item.title_id
    WHERE (hold.state = 'ready' AND hold.shelf_until < ?1
           AND NOT EXISTS (SELECT 1 FROM delivery JOIN delivery_round AS round ON round.id = delivery.round_id
               WHERE delivery.hold_id = hold.id AND delivery.state = 'planned' AND round.day >= ?1))
       OR (hold.ended_at >= ?2 AND hold.state = 'expired'
           AND NOT EXISTS (SELECT 1 FROM loan WHERE loan.item_id = hold.ready_item
               AND (loan.ended IS NULL OR loan.loaned_at >= hold.ended_at)))";

pub(super) fn holds_to_clear(conn: &Connection, today: Date, since: Date) -> Result<i64> {
    let days = params![today.to_string(), since.to_string()];
    count(conn, &format!("SELECT count(DISTINCT item.id) {TO_CLEAR}"), days)
}

/// The copies themselves; nobody's name is with them.
pub(super) fn each_to_clear(conn: &Connection, today: Date, since: Date) -> Result<Vec<ClearRow>> {
    let mut statement = conn.prepare(&format!(
        "SELECT item.barcode, title.title, max(hold.shelf_until),
            EXISTS (SELECT 1 FROM hold AS next WHERE next.ready_item = hold.ready_item AND next.state = 'ready'
                AND next.id <> hold.id) {TO_CLEAR} GROUP BY item.id ORDER BY item.barcode"
    ))?;
    let rows = statement.query_map([today.to_string(), since.to_string()], |row| {
        Ok(ClearRow {
            item: row.get(0)?,
            title: row.get(1)?,
            until: columns::optional_day(row, 2)?,
            next: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn due_before(conn: &Connection, day: Date) -> Result<i64> {
    let sql = "SELECT count(*) FROM loan WHERE ended IS NULL AND due < ?1";
    count(conn, sql, params![day.to_string()])
}

pub(super) fn follow_ups_before(conn: &Connection, day: Date) -> Result<i64> {
    let sql = "SELECT count(*) FROM follow_up WHERE state = 'open' AND due < ?1";
    count(conn, sql, params![day.to_string()])
}

/// Titles with more holds waiting than so many for each copy that can be lent, with both numbers.
const WAITING: &str = "FROM (
        SELECT hold.title_id AS title_id, count(*) AS waiting,
            (SELECT count(*) FROM item WHERE item.title_id = hold.title_id
                AND (item.status = 'available' OR item.status = 'repair')) AS copies
        FROM hold WHERE hold.ended_at IS NULL AND hold.state = 'waiting' GROUP BY hold.title_id)
    WHERE waiting > ?1 * copies";

pub(super) fn titles_with_waiting_above(conn: &Connection, most: i64) -> Result<i64> {
    count(conn, &format!("SELECT count(*) {WAITING}"), params![most])
}

/// The titles themselves.
pub(crate) fn each_waiting(conn: &Connection, most: i64) -> Result<Vec<WaitingRow>> {
    let mut statement = conn.prepare(&format!(
        "SELECT title.title, title.class, waiting, copies FROM (SELECT title_id, waiting, copies {WAITING})
         JOIN title ON title.id = title_id ORDER BY waiting DESC, title.title"
    ))?;
    let rows = statement.query_map([most], |row| {
        Ok(WaitingRow {
            title: row.get(0)?,
            class: row.get(1)?,
            waiting: row.get(2)?,
            copies: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether the calendar has a national holiday of a year.
pub(super) fn has_holidays(conn: &Connection, year: i16) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM holiday WHERE day BETWEEN ?1 AND ?2 AND kind = 'holiday')";
    let (first, last) = (format!("{year:04}-01-01"), format!("{year:04}-12-31"));
    Ok(conn.prepare_cached(sql)?.query_row([first, last], |row| row.get(0))?)
}

/// Whether a survey runs, or was over on a day or later.
pub(super) fn survey_since(conn: &Connection, day: Date) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM survey WHERE closes >= ?1)";
    Ok(conn
        .prepare_cached(sql)?
        .query_row([day.to_string()], |row| row.get(0))?)
}

/// Whether the library began with this program on a day or later.
pub(super) fn library_began_since(conn: &Connection, day: Date) -> Result<bool> {
    let sql = "SELECT coalesce((SELECT at FROM journal ORDER BY seq LIMIT 1) >= ?1, 0)";
    Ok(conn
        .prepare_cached(sql)?
        .query_row([day.to_string()], |row| row.get(0))?)
}
