//! The statements of undoing.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Batch;
use crate::catalog::import::identity::Keys;
use crate::catalog::record::{ItemRecord, TitleRecord};
use crate::catalog::store::{self, ITEM_COLUMNS, StoredTitle, TITLE_COLUMNS, item_from_row, title_from_row};
use crate::catalog::words::Exchange;
use crate::catalog::{Obstacle, index};
use crate::error::Result;

/// What a batch added: ranges of ids.
pub(crate) struct Span {
    titles: std::ops::Range<i64>,
    items: std::ops::Range<i64>,
    pub(crate) undone: bool,
}

/// A record that a batch changed.
pub(crate) struct Change<T> {
    pub(crate) id: i64,
    pub(crate) before: T,
    pub(crate) after: T,
    /// As it stands now; none when it is gone.
    pub(crate) now: Option<T>,
    title_id: i64,
}

/// Writes down what a batch changes in a record.
pub(crate) fn log_change<T: Serialize>(
    conn: &Connection,
    batch: i64,
    kind: &str,
    id: i64,
    before: &T,
    after: &T,
) -> Result<()> {
    let json = |record: &T| serde_json::to_string(record).unwrap_or_default();
    conn.prepare_cached(
        "INSERT INTO batch_change (batch_id, kind, record, before, after) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![batch, kind, id, json(before), json(after)])?;
    Ok(())
}

pub(super) fn batches(conn: &Connection) -> Result<Vec<Batch>> {
    let mut statement =
        conn.prepare("SELECT id, file, dialect, at, staff, summary, undone FROM batch ORDER BY id DESC")?;
    let rows = statement.query_map([], |row| {
        let summary: String = row.get(5)?;
        Ok(Batch {
            id: row.get(0)?,
            file: row.get(1)?,
            dialect: row.get(2)?,
            at: row.get(3)?,
            staff: row.get(4)?,
            summary: serde_json::from_str(&summary).unwrap_or_default(),
            undone: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn span(conn: &Connection, batch: i64) -> Result<Option<Span>> {
    Ok(conn
        .query_row(
            "SELECT first_title, end_title, first_item, end_item, undone IS NOT NULL FROM batch WHERE id = ?1",
            [batch],
            |row| {
                Ok(Span {
                    titles: row.get(0)?..row.get(1)?,
                    items: row.get(2)?..row.get(3)?,
                    undone: row.get(4)?,
                })
            },
        )
        .optional()?)
}

/// What stands in the way: titles and copies of the batch that staff edited, copies of other batches on its titles,
/// records of it that a later batch changed, copies that were lent or read, titles that were held.
pub(super) fn obstacles(conn: &Connection, batch: i64, span: &Span, most: usize) -> Result<Vec<Obstacle>> {
    let (titles, items) = (&span.titles, &span.items);
    let queries: [(&'static str, &str, i64, i64); 8] = [
        (
            "title.edited",
            "SELECT title FROM title WHERE id >= ?1 AND id < ?2 AND edited IS NOT NULL LIMIT ?3",
            titles.start,
            titles.end,
        ),
        (
            "item.edited",
            "SELECT barcode FROM item WHERE id >= ?1 AND id < ?2 AND edited IS NOT NULL LIMIT ?3",
            items.start,
            items.end,
        ),
        (
            "title.has-later-copies",
            "SELECT t.title FROM item i JOIN title t ON t.id = i.title_id WHERE i.id >= ?2 AND i.title_id >= ?4 \
             AND i.title_id < ?1 LIMIT ?3",
            titles.end,
            items.end,
        ),
        (
            "title.changed-by-later-batch",
            "SELECT t.title FROM batch_change c JOIN title t ON t.id = c.record JOIN batch b ON b.id = c.batch_id \
             WHERE c.kind = 'title' AND c.record >= ?1 AND c.record < ?2 AND b.undone IS NULL LIMIT ?3",
            titles.start,
            titles.end,
        ),
        (
            "item.changed-by-later-batch",
            "SELECT i.barcode FROM batch_change c JOIN item i ON i.id = c.record JOIN batch b ON b.id = c.batch_id \
             WHERE c.kind = 'item' AND c.record >= ?1 AND c.record < ?2 AND b.undone IS NULL AND c.batch_id <> ?4 \
             LIMIT ?3",
            items.start,
            items.end,
        ),
        (
            "item.lent",
            "SELECT barcode FROM item i WHERE i.id >= ?1 AND i.id < ?2 AND (\
             EXISTS (SELECT 1 FROM loan l WHERE l.item_id = i.id) OR \
             EXISTS (SELECT 1 FROM in_house_use u WHERE u.item_id = i.id)) LIMIT ?3",
            items.start,
            items.end,
        ),
        (
            "title.held",
            "SELECT title FROM title t WHERE EXISTS (SELECT 1 FROM hold h WHERE h.title_id = t.id) \
             AND t.id >= ?1 AND t.id < ?2 LIMIT ?3",
            titles.start,
            titles.end,
        ),
        (
            "item.held",
            "SELECT barcode FROM item i WHERE i.id >= ?1 AND i.id < ?2 AND (\
             EXISTS (SELECT 1 FROM hold h WHERE h.item_id = i.id) OR \
             EXISTS (SELECT 1 FROM hold h WHERE h.ready_item = i.id)) LIMIT ?3",
            items.start,
            items.end,
        ),
    ];
    let mut found = Vec::new();
    for (code, sql, from, to) in queries {
        let mut statement = conn.prepare(sql)?;
        let fourth = if code == "title.has-later-copies" {
            titles.start
        } else {
            batch
        };
        let named = [from, to, most as i64, fourth];
        let used = statement.parameter_count();
        let rows = statement.query_map(rusqlite::params_from_iter(&named[..used]), |row| row.get(0))?;
        for record in rows {
            found.push(Obstacle { code, record: record? });
        }
    }
    Ok(found)
}

pub(super) fn each_title(conn: &Connection, span: &Span, mut see: impl FnMut(StoredTitle)) -> Result<()> {
    let sql = format!("SELECT {TITLE_COLUMNS} FROM title WHERE id >= ?1 AND id < ?2");
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([span.titles.start, span.titles.end])?;
    while let Some(row) = rows.next()? {
        see(title_from_row(row, 0)?);
    }
    Ok(())
}

pub(super) fn remove_items(conn: &Connection, span: &Span) -> Result<u64> {
    let gone = conn.execute(
        "DELETE FROM item WHERE id >= ?1 AND id < ?2",
        [span.items.start, span.items.end],
    )?;
    Ok(gone as u64)
}

pub(super) fn remove_nameless(conn: &Connection, batch: i64) -> Result<()> {
    conn.execute("DELETE FROM nameless_row WHERE batch_id = ?1", [batch])?;
    Ok(())
}

pub(super) fn remove_titles(conn: &Connection, span: &Span) -> Result<u64> {
    let range = [span.titles.start, span.titles.end];
    conn.execute(
        "DELETE FROM title_words WHERE rowid IN (SELECT id FROM title WHERE id >= ?1 AND id < ?2)",
        range,
    )?;
    Ok(conn.execute("DELETE FROM title WHERE id >= ?1 AND id < ?2", range)? as u64)
}

pub(super) fn changed_titles(conn: &Connection, batch: i64) -> Result<Vec<Change<TitleRecord>>> {
    let sql = format!("SELECT {TITLE_COLUMNS} FROM title WHERE id = ?1");
    changed(conn, batch, "title", |id| {
        let mut statement = conn.prepare_cached(&sql)?;
        let title = statement.query_row([id], |row| title_from_row(row, 0)).optional()?;
        Ok(title.map(|title| (title.id, title.record)))
    })
}

pub(super) fn changed_items(conn: &Connection, batch: i64) -> Result<Vec<Change<ItemRecord>>> {
    let sql = format!("SELECT {ITEM_COLUMNS} FROM item WHERE id = ?1");
    changed(conn, batch, "item", |id| {
        let mut statement = conn.prepare_cached(&sql)?;
        let item = statement.query_row([id], |row| item_from_row(row, 0)).optional()?;
        Ok(item.map(|item| (item.title_id, item.record)))
    })
}

fn changed<T: DeserializeOwned + Default>(
    conn: &Connection,
    batch: i64,
    kind: &str,
    now: impl Fn(i64) -> Result<Option<(i64, T)>>,
) -> Result<Vec<Change<T>>> {
    let mut statement =
        conn.prepare("SELECT record, before, after FROM batch_change WHERE batch_id = ?1 AND kind = ?2")?;
    let rows = statement.query_map(params![batch, kind], |row| {
        Ok((
            row.get::<_, i64>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, String>(2)?,
        ))
    })?;
    let mut changes = Vec::new();
    for row in rows {
        let (id, before, after) = row?;
        let parse = |json: &str| serde_json::from_str(json).unwrap_or_default();
        let (title_id, now) = now(id)?.map_or((0, None), |(title, record)| (title, Some(record)));
        changes.push(Change {
            id,
            before: parse(&before),
            after: parse(&after),
            now,
            title_id,
        });
    }
    Ok(changes)
}

pub(super) fn put_back_title(
    conn: &Connection,
    change: &Change<TitleRecord>,
    keys: Keys,
    words: &Exchange,
) -> Result<()> {
    let mut update = store::prepare_title_update(conn)?;
    store::run_with_title(&mut update, change.id, &change.before, keys.title, keys.detail)?;
    index::exchange(conn, change.id, words)
}

pub(super) fn put_back_item(conn: &Connection, change: &Change<ItemRecord>) -> Result<()> {
    store::run_with_item(
        &mut store::prepare_item_update(conn)?,
        change.id,
        change.title_id,
        &change.before,
    )
}

/// What the batch had changed is put back, so nobody asks any more what it was.
pub(super) fn forget_changes(conn: &Connection, batch: i64) -> Result<()> {
    conn.execute("DELETE FROM batch_change WHERE batch_id = ?1", [batch])?;
    Ok(())
}

pub(super) fn mark_undone(conn: &Connection, batch: i64, at: &str) -> Result<()> {
    conn.execute("UPDATE batch SET undone = ?2 WHERE id = ?1", params![batch, at])?;
    Ok(())
}
