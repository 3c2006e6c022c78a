//! Import batches: listed, and undone as a whole while nothing of them has been used or edited since.

pub(crate) mod store;

use std::collections::HashSet;

use serde_json::{Value, json};

use super::record::{ItemRecord, TitleRecord};
use super::words::Vocabulary;
use super::{Obstacle, Refusal, import::identity, index};
use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction};

/// An import batch as the library keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// Its number.
    pub id: i64,
    /// The file it came from.
    pub file: String,
    /// The dialect of the file.
    pub dialect: String,
    /// When, ISO 8601 with offset.
    pub at: String,
    /// Who.
    pub staff: String,
    /// What it brought, as the import counted.
    pub summary: Value,
    /// When it was undone.
    pub undone: Option<String>,
}

/// What an undo took out and put back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Undone {
    /// Titles taken out.
    pub titles: u64,
    /// Copies taken out.
    pub items: u64,
    /// Titles put back as they were.
    pub titles_restored: u64,
    /// Copies put back as they were.
    pub items_restored: u64,
}

/// At most so many obstacles are named.
const OBSTACLES: usize = 20;

/// The batches, newest first.
///
/// # Errors
/// Storage errors.
pub fn batches(snapshot: &Snapshot<'_>) -> Result<Vec<Batch>> {
    store::batches(snapshot.sql())
}

impl Library {
    /// Undoes an import batch: what it added goes, what it changed is put back.
    ///
    /// # Errors
    /// [`Error::NotFound`], or [`Refusal::BatchAlreadyUndone`], or [`Refusal::BatchInUse`] with what stands in the way.
    pub fn undo_import(&mut self, act: &Act, batch: i64, dry_run: bool) -> Result<Undone> {
        if dry_run {
            return self.rehearse(act, |tx| undo(tx, act, batch));
        }
        self.write(act, |tx| undo(tx, act, batch))
    }
}

fn undo(tx: &Transaction<'_>, act: &Act, batch: i64) -> Result<(Undone, Option<Entry>)> {
    let conn = tx.sql();
    let found = store::span(conn, batch)?;
    let span = found.ok_or_else(|| Error::NotFound {
        what: "batch",
        wanted: batch.to_string(),
    })?;
    if span.undone {
        return Err(Error::Catalog(Refusal::BatchAlreadyUndone { batch }));
    }
    let changed = Changed::read(conn, batch)?;
    let mut obstacles = store::obstacles(conn, batch, &span, OBSTACLES)?;
    obstacles.extend(changed.obstacles());
    obstacles.truncate(OBSTACLES);
    if !obstacles.is_empty() {
        return Err(Error::Catalog(Refusal::BatchInUse { batch, obstacles }));
    }
    let words = words_of(conn, &span)?;
    let items = store::remove_items(conn, &span)?;
    store::remove_nameless(conn, batch)?;
    index::uncount_words(conn, &words)?;
    let titles = store::remove_titles(conn, &span)?;
    let (titles_restored, items_restored) = changed.put_back(conn)?;
    store::forget_changes(conn, batch)?;
    store::mark_undone(conn, batch, &act.stamp())?;
    let undone = Undone {
        titles,
        items,
        titles_restored,
        items_restored,
    };
    let detail = json!({
        "batch": batch,
        "titles": titles,
        "items": items,
        "titles_restored": titles_restored,
        "items_restored": items_restored,
    });
    Ok((
        undone,
        Some(Entry {
            action: "catalog.import-undo",
            detail,
        }),
    ))
}

/// In how many of the batch's titles each word stands.
fn words_of(conn: &rusqlite::Connection, span: &store::Span) -> Result<Vec<(Box<str>, u32)>> {
    let mut vocabulary = Vocabulary::new();
    store::each_title(conn, span, |title| {
        vocabulary.index(&title.record);
    })?;
    Ok(vocabulary.take_counts())
}

/// The records that the batch changed: as they were, as it left them, as they are.
struct Changed {
    titles: Vec<store::Change<TitleRecord>>,
    items: Vec<store::Change<ItemRecord>>,
}

impl Changed {
    fn read(conn: &rusqlite::Connection, batch: i64) -> Result<Changed> {
        Ok(Changed {
            titles: store::changed_titles(conn, batch)?,
            items: store::changed_items(conn, batch)?,
        })
    }

    fn obstacles(&self) -> impl Iterator<Item = Obstacle> {
        let titles = self.titles.iter().filter(|c| c.now.as_ref() != Some(&c.after));
        let items = self.items.iter().filter(|c| c.now.as_ref() != Some(&c.after));
        titles
            .map(|c| Obstacle {
                code: "title.changed-since",
                record: c.after.title.clone(),
            })
            .chain(items.map(|c| Obstacle {
                code: "item.changed-since",
                record: c.after.barcode.clone(),
            }))
    }

    fn put_back(&self, conn: &rusqlite::Connection) -> Result<(u64, u64)> {
        let mut seen = HashSet::new();
        for change in self.titles.iter().filter(|change| seen.insert(change.id)) {
            let keys = identity::keys(&change.before);
            let words = super::words::Exchange::between(&change.after, &change.before);
            store::put_back_title(conn, change, keys, &words)?;
        }
        for change in &self.items {
            store::put_back_item(conn, change)?;
        }
        Ok((self.titles.len() as u64, self.items.len() as u64))
    }
}
