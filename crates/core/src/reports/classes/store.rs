//! Every SQL statement of loans by class.

use rusqlite::{Connection, OptionalExtension};

use crate::error::Result;
use crate::reports::class;
use crate::reports::page::Span;

/// One more than the highest number in a table that has numbers.
pub(super) fn most(conn: &Connection, table: &str) -> Result<usize> {
    let most: Option<i64> = conn.query_row(&format!("SELECT max(id) FROM {table}"), [], |row| row.get(0))?;
    Ok(usize::try_from(most.unwrap_or_default()).unwrap_or_default() + 1)
}

/// Hands out the place of its row for each title that has a class, by the index of classes alone.
pub(super) fn each_classed_title(conn: &Connection, mut each: impl FnMut(usize, usize)) -> Result<()> {
    let sql = "SELECT class, id FROM title INDEXED BY title_class WHERE class IS NOT NULL ORDER BY class";
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    // Equal classes stand together.
    let (mut last, mut place) = (String::new(), class::row(None));
    while let Some(row) = rows.next()? {
        let class = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        if class != last {
            place = class::row(Some(class));
            class.clone_into(&mut last);
        }
        each(place, usize::try_from(row.get::<_, i64>(1)?).unwrap_or_default());
    }
    Ok(())
}

/// Hands out each copy with its title, by their index alone.
pub(super) fn each_item(conn: &Connection, mut each: impl FnMut(usize, usize)) -> Result<()> {
    let mut statement = conn.prepare("SELECT title_id, id FROM item INDEXED BY item_title ORDER BY title_id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let number = |column| Ok::<_, rusqlite::Error>(usize::try_from(row.get::<_, i64>(column)?).unwrap_or_default());
        each(number(0)?, number(1)?);
    }
    Ok(())
}

/// The class of a copy's title.
pub(super) fn class_of(conn: &Connection, item: i64) -> Result<Option<String>> {
    let sql = "SELECT title.class FROM item JOIN title ON title.id = item.title_id WHERE item.id = ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let class: Option<Option<String>> = statement.query_row([item], |row| row.get(0)).optional()?;
    Ok(class.flatten())
}

/// Hands out loans and renewals of each class in a span.
pub(super) fn each_of_span(conn: &Connection, span: Span, mut each: impl FnMut(&str, i64, i64)) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT class, sum(loans), sum(renewals) FROM daily_class WHERE day BETWEEN ?1 AND ?2 GROUP BY class",
    )?;
    let mut rows = statement.query([span.first.to_string(), span.last.to_string()])?;
    while let Some(row) = rows.next()? {
        each(
            row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?,
            row.get(1)?,
            row.get(2)?,
        );
    }
    Ok(())
}

/// The highest number of a loan.
pub(super) fn last_loan(conn: &Connection) -> Result<i64> {
    let last: Option<i64> = conn.query_row("SELECT max(id) FROM loan", [], |row| row.get(0))?;
    Ok(last.unwrap_or_default())
}

/// Hands out the copy and the moment of each loan above one number, up to another.
pub(super) fn each_loan(conn: &Connection, above: i64, to: i64, mut each: impl FnMut(i64, &[u8])) -> Result<()> {
    let mut statement = conn.prepare("SELECT item_id, loaned_at FROM loan WHERE id > ?1 AND id <= ?2 ORDER BY id")?;
    let mut rows = statement.query([above, to])?;
    while let Some(row) = rows.next()? {
        each(row.get(0)?, row.get_ref(1)?.as_bytes().map_err(rusqlite::Error::from)?);
    }
    Ok(())
}

/// The number of the last action, by which two views are known to be of the same state.
pub(super) fn last_action(conn: &Connection) -> Result<i64> {
    let last: Option<i64> = conn.query_row("SELECT max(seq) FROM journal", [], |row| row.get(0))?;
    Ok(last.unwrap_or_default())
}
