//! Every SQL statement about the collection as it stood on a day.
//!
//! The rows by class are made of the classification of the title, as it is written, by the program.

use rusqlite::{Connection, params};

use super::ClassCollection;
use crate::error::Result;
use crate::reports::daily::store::mark_before;
use crate::reports::page::Span;

/// Copies that the library holds on a day: received by then or at a day that nobody noted, and not withdrawn.
const HELD: &str = "i.status <> 'withdrawn' AND (i.received IS NULL OR i.received <= ?1)";

/// The collection on a day, by the classes as they are written.
pub(in crate::reports::tables) fn collection(conn: &Connection, day: &str) -> Result<Vec<(String, ClassCollection)>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT coalesce(t.class, '') AS class, count(*), sum(held.copies), sum(held.gone), \
           sum(held.undated) \
         FROM (SELECT i.title_id, count(*) AS copies, sum(i.status IN ('missing', 'lost')) AS gone, \
                 sum(i.received IS NULL) AS undated FROM item i WHERE {HELD} GROUP BY i.title_id) AS held \
           JOIN title t ON t.id = held.title_id GROUP BY 1"
    ))?;
    let rows = statement.query_map([day], |row| {
        let part = ClassCollection {
            class: String::new(),
            titles: row.get(1)?,
            copies: row.get(2)?,
            gone: row.get(3)?,
            undated: row.get(4)?,
        };
        Ok((row.get(0)?, part))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Titles and copies held on a day.
pub(in crate::reports::tables) fn held(conn: &Connection, day: &str) -> Result<(i64, i64)> {
    let sql = format!("SELECT count(DISTINCT i.title_id), count(*) FROM item i WHERE {HELD}");
    Ok(conn
        .prepare_cached(&sql)?
        .query_row([day], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Copies held on a day whose title came out in a year or later.
pub(in crate::reports::tables) fn newer(conn: &Connection, day: &str, year: i16) -> Result<i64> {
    let sql = format!("SELECT count(*) FROM item i JOIN title t ON t.id = i.title_id WHERE {HELD} AND t.year >= ?2");
    Ok(conn
        .prepare_cached(&sql)?
        .query_row(params![day, year], |row| row.get(0))?)
}

/// The copies held on the last day of a span that were not lent in it, by class; and of them those that are not for loan.
pub(in crate::reports::tables) fn not_lent(conn: &Connection, span: Span) -> Result<Vec<(String, i64, i64)>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT coalesce(t.class, ''), count(*), sum(i.status = 'not-for-loan') \
         FROM item i JOIN title t ON t.id = i.title_id WHERE {HELD} AND i.id NOT IN \
           (SELECT item_id FROM loan WHERE id > ?3 AND substr(loaned_at, 1, 10) BETWEEN ?2 AND ?1) GROUP BY 1"
    ))?;
    let values = params![
        span.last.to_string(),
        span.first.to_string(),
        mark_before(conn, span.first)?
    ];
    let rows = statement.query_map(values, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
