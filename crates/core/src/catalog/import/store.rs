//! The statements of an import: look-ups in the state before it, and the writes.

use rusqlite::{CachedStatement, Connection, OptionalExtension, params};

use super::identity::{self, Keys};
use super::plan::Op;
use crate::catalog::index;
use crate::catalog::store::{self, StoredItem, StoredTitle, TITLE_COLUMNS, title_from_row};
use crate::catalog::undo::store::log_change;
use crate::error::Result;

/// As many titles with one ISBN, or one set of keys, are looked at.
const CANDIDATES: i64 = 8;

/// Whether the catalogue has no title yet.
pub(super) fn is_empty(conn: &Connection) -> Result<bool> {
    Ok(conn.query_row("SELECT NOT EXISTS (SELECT 1 FROM title)", [], |row| row.get(0))?)
}

/// How many titles there are, about: the highest id.
pub(super) fn titles(conn: &Connection) -> Result<u64> {
    let highest: Option<i64> = conn.query_row("SELECT max(id) FROM title", [], |row| row.get(0))?;
    Ok(highest.unwrap_or(0).unsigned_abs())
}

/// The titles with this ISBN, the oldest first.
pub(super) fn titles_with_isbn(conn: &Connection, isbn: i64) -> Result<Vec<StoredTitle>> {
    let sql = format!("SELECT {TITLE_COLUMNS} FROM title WHERE isbn = ?1 ORDER BY id LIMIT {CANDIDATES}");
    collect(conn, &sql, params![isbn])
}

/// The titles with these keys, the oldest first.
pub(super) fn titles_with_keys(conn: &Connection, keys: Keys) -> Result<Vec<StoredTitle>> {
    let sql = format!(
        "SELECT {TITLE_COLUMNS} FROM title WHERE title_hash = ?1 AND match_hash = ?2 ORDER BY id LIMIT {CANDIDATES}"
    );
    collect(conn, &sql, params![keys.title, keys.detail])
}

/// The titles with this title, whatever else they say; two are enough to know that it is not one.
pub(super) fn titles_with_title(conn: &Connection, title_hash: i64) -> Result<Vec<StoredTitle>> {
    let sql = format!("SELECT {TITLE_COLUMNS} FROM title WHERE title_hash = ?1 ORDER BY id LIMIT 2");
    collect(conn, &sql, params![title_hash])
}

fn collect(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<Vec<StoredTitle>> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(params, |row| title_from_row(row, 0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The copy with this barcode.
pub(super) fn item(conn: &Connection, barcode: &str) -> Result<Option<StoredItem>> {
    store::item(conn, barcode)
}

/// The title that a row without item codes, with this fingerprint, came to before.
pub(super) fn nameless_row(conn: &Connection, fingerprint: i64) -> Result<Option<i64>> {
    Ok(conn
        .prepare_cached("SELECT title_id FROM nameless_row WHERE fingerprint = ?1")?
        .query_row([fingerprint], |row| row.get(0))
        .optional()?)
}

/// Everything that an import writes, as prepared statements.
pub(super) struct Writer<'c> {
    conn: &'c Connection,
    batch: i64,
    insert_title: CachedStatement<'c>,
    update_title: CachedStatement<'c>,
    insert_item: CachedStatement<'c>,
    update_item: CachedStatement<'c>,
    insert_words: CachedStatement<'c>,
    insert_nameless: CachedStatement<'c>,
}

impl<'c> Writer<'c> {
    pub(super) fn new(conn: &'c Connection, batch: i64) -> Result<Self> {
        Ok(Self {
            conn,
            batch,
            insert_title: store::prepare_title_insert(conn)?,
            update_title: store::prepare_title_update(conn)?,
            insert_item: store::prepare_item_insert(conn)?,
            update_item: store::prepare_item_update(conn)?,
            insert_words: index::prepare_add(conn)?,
            insert_nameless: conn
                .prepare_cached("INSERT INTO nameless_row (fingerprint, title_id, batch_id) VALUES (?1, ?2, ?3)")?,
        })
    }

    /// Applies a write, but for the words of a new title.
    pub(super) fn apply(&mut self, op: &Op) -> Result<()> {
        match op {
            Op::NewTitle(new) => {
                let keys = new.keys;
                store::run_with_title(&mut self.insert_title, new.id, &new.record, keys.title, keys.detail)?;
            }
            Op::NewItem { id, title, record } => {
                store::run_with_item(&mut self.insert_item, *id, *title, record)?;
            }
            Op::ChangeBarcode { item, barcode } => {
                self.conn
                    .prepare_cached("UPDATE item SET barcode = ?2 WHERE id = ?1")?
                    .execute(params![item, barcode])?;
            }
            Op::Nameless { fingerprint, title } => {
                self.insert_nameless.execute(params![fingerprint, title, self.batch])?;
            }
            Op::ChangeTitle(change) => {
                let keys = identity::keys(&change.after);
                store::run_with_title(
                    &mut self.update_title,
                    change.id,
                    &change.after,
                    keys.title,
                    keys.detail,
                )?;
                index::exchange(self.conn, change.id, &change.words)?;
                log_change(self.conn, self.batch, "title", change.id, &change.before, &change.after)?;
            }
            Op::ChangeItem(change) => {
                store::run_with_item(&mut self.update_item, change.id, change.title, &change.after)?;
                log_change(self.conn, self.batch, "item", change.id, &change.before, &change.after)?;
            }
            Op::Words(counts) => index::count_words(self.conn, counts)?,
        }
        Ok(())
    }

    /// Adds the words of a new title to the search index; a title that was there before has its words exchanged when
    /// the change is applied.
    pub(super) fn index(&mut self, op: &Op) -> Result<()> {
        match op {
            Op::NewTitle(new) => index::add(&mut self.insert_words, new.id, &new.words),
            _ => Ok(()),
        }
    }
}

/// What the batch's row says.
pub(super) struct BatchRow<'a> {
    pub(super) id: i64,
    pub(super) file: &'a str,
    pub(super) dialect: &'a str,
    pub(super) at: &'a str,
    pub(super) staff: &'a str,
    pub(super) titles: std::ops::Range<i64>,
    pub(super) items: std::ops::Range<i64>,
    pub(super) summary: &'a str,
}

/// Adds the batch.
pub(super) fn insert_batch(conn: &Connection, batch: &BatchRow<'_>) -> Result<()> {
    conn.execute(
        "INSERT INTO batch (id, file, dialect, at, staff, first_title, end_title, first_item, end_item, summary) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            batch.id,
            batch.file,
            batch.dialect,
            batch.at,
            batch.staff,
            batch.titles.start,
            batch.titles.end,
            batch.items.start,
            batch.items.end,
            batch.summary
        ],
    )?;
    Ok(())
}

/// Lets the connection keep more pages at hand, for an import of many rows: as much as its share of an old PC.
pub(super) fn keep_more_pages(conn: &Connection) -> Result<()> {
    Ok(conn.pragma_update(None, "cache_size", -49_152)?)
}

/// The indexes of titles and copies, taken down so that a large import builds each of them once, in order.
pub(super) struct Indexes(Vec<(String, String)>);

impl Indexes {
    pub(super) fn take_down(conn: &Connection) -> Result<Indexes> {
        let mut statement = conn.prepare(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('title', 'item') \
             AND sql IS NOT NULL ORDER BY rowid",
        )?;
        let indexes: Vec<(String, String)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        for (name, _) in &indexes {
            conn.execute_batch(&format!("DROP INDEX {name}"))?;
        }
        Ok(Indexes(indexes))
    }

    pub(super) fn put_up(self, conn: &Connection) -> Result<()> {
        for (_, sql) in &self.0 {
            conn.execute_batch(sql)?;
        }
        Ok(())
    }
}
