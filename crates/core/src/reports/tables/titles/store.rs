//! Every SQL statement of the lists of titles.

use rusqlite::{Connection, params};

use super::{LentTitle, UnlentTitle};
use crate::error::Result;
use crate::library::columns;
use crate::reports::daily::store::mark_before;
use crate::reports::page::Span;
use crate::reports::tables::loans::store::RENEWED;

/// The titles that were lent at least so often in a span, the most lent first.
pub(super) fn lent_titles(conn: &Connection, span: Span, least: i64, limit: i64) -> Result<Vec<LentTitle>> {
    let mut statement = conn.prepare_cached(&format!(
        "{RENEWED}, renewed_title AS MATERIALIZED (SELECT i.title_id, sum(renewed.times) AS times FROM renewed \
             CROSS JOIN loan ON loan.id = renewed.loan_id CROSS JOIN item i ON i.id = loan.item_id GROUP BY i.title_id) \
         SELECT t.title, t.part, t.authors, t.class, lent.loans, coalesce(renewed_title.times, 0), \
           (SELECT count(*) FROM item i WHERE i.title_id = t.id AND i.status <> 'withdrawn') \
         FROM (SELECT i.title_id, sum(of_item.loans) AS loans \
               FROM (SELECT +item_id AS item_id, count(*) AS loans FROM loan \
                     WHERE id > ?5 AND substr(loaned_at, 1, 10) BETWEEN ?1 AND ?2 GROUP BY 1) AS of_item \
                 CROSS JOIN item i ON i.id = of_item.item_id GROUP BY i.title_id HAVING sum(of_item.loans) >= ?3) AS lent \
           CROSS JOIN title t ON t.id = lent.title_id LEFT JOIN renewed_title ON renewed_title.title_id = t.id \
         ORDER BY lent.loans DESC, t.title, t.id LIMIT ?4"
    ))?;
    let (first, last) = (span.first.to_string(), span.last.to_string());
    let mark = mark_before(conn, span.first)?;
    let rows = statement.query_map(params![first, last, least, limit, mark], |row| {
        let authors: Option<String> = row.get(2)?;
        Ok(LentTitle {
            title: row.get(0)?,
            part: row.get(1)?,
            authors: authors
                .and_then(|list| serde_json::from_str(&list).ok())
                .unwrap_or_default(),
            class: row.get(3)?,
            loans: row.get(4)?,
            renewals: row.get(5)?,
            copies: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Hands on every title with copies on the last day of a span of which none was lent in it, in the order of the shelves.
pub(super) fn each_unlent(conn: &Connection, span: Span, mut each: impl FnMut(UnlentTitle)) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT t.title, t.part, t.class, held.copies, \
           (SELECT max(substr(l.loaned_at, 1, 10)) FROM item i JOIN loan l ON l.item_id = i.id \
            WHERE i.title_id = t.id AND l.loaned_at < ?2), held.received \
         FROM (SELECT i.title_id, count(*) AS copies, min(i.received) AS received FROM item i \
               WHERE i.status <> 'withdrawn' AND (i.received IS NULL OR i.received <= ?1) GROUP BY i.title_id) AS held \
           JOIN title t ON t.id = held.title_id \
         WHERE t.id NOT IN (SELECT i.title_id FROM item i WHERE i.id IN \
               (SELECT item_id FROM loan WHERE id > ?3 AND substr(loaned_at, 1, 10) BETWEEN ?2 AND ?1)) \
         ORDER BY t.class IS NULL, t.class, t.title, t.id",
    )?;
    let mark = mark_before(conn, span.first)?;
    let mut rows = statement.query(params![span.last.to_string(), span.first.to_string(), mark])?;
    while let Some(row) = rows.next()? {
        each(UnlentTitle {
            title: row.get(0)?,
            part: row.get(1)?,
            class: row.get(2)?,
            copies: row.get(3)?,
            last_lent: columns::optional_day(row, 4)?,
            received: columns::optional_day(row, 5)?,
        });
    }
    Ok(())
}
