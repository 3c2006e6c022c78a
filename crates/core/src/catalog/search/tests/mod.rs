//! The search over libraries seeded in the file itself.

mod answers;
mod ranking;

use tempfile::TempDir;

use super::*;
use crate::catalog::import::identity::keys;
use crate::catalog::record::{ItemRecord, ItemStatus, TitleRecord};
use crate::catalog::words::Vocabulary;
use crate::catalog::{index, store as records};
use crate::library::tests::{FORCED, act, make};

/// A title with its copies.
#[derive(Debug, Clone, Default)]
struct Seed {
    record: TitleRecord,
    items: Vec<ItemRecord>,
}

/// A title, its author (none if empty) and how many copies it has.
fn seed(title: &str, author: &str, items: usize) -> Seed {
    let authors = if author.is_empty() {
        Vec::new()
    } else {
        vec![author.to_owned()]
    };
    Seed {
        record: TitleRecord {
            title: title.to_owned(),
            authors,
            ..TitleRecord::default()
        },
        items: vec![ItemRecord::default(); items],
    }
}

impl Seed {
    fn with(mut self, change: impl FnOnce(&mut TitleRecord)) -> Self {
        change(&mut self.record);
        self
    }

    fn with_items(mut self, change: impl Fn(&mut ItemRecord)) -> Self {
        self.items.iter_mut().for_each(change);
        self
    }
}

/// A library with these titles; ids from 1, barcodes `B00001` and on unless a copy has one.
fn library(seeds: Vec<Seed>) -> (TempDir, Library) {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(&make(&folder), &FORCED).unwrap();
    let stored = library.write(&act(), |tx| {
        let conn = tx.sql();
        let mut vocabulary = Vocabulary::new();
        let mut title = records::prepare_title_insert(conn)?;
        let mut words = index::prepare_add(conn)?;
        let mut copy = records::prepare_item_insert(conn)?;
        let (mut id, mut item_id) = (0, 0);
        for seed in seeds {
            id += 1;
            let keys = keys(&seed.record);
            records::run_with_title(&mut title, id, &seed.record, keys.title, keys.detail)?;
            index::add(&mut words, id, &vocabulary.index(&seed.record))?;
            for mut item in seed.items {
                item_id += 1;
                if item.barcode.is_empty() {
                    item.barcode = format!("B{item_id:05}");
                }
                records::run_with_item(&mut copy, item_id, id, &item)?;
            }
        }
        index::count_words(conn, &vocabulary.take_counts())?;
        Ok(((), None))
    });
    stored.unwrap();
    (folder, library)
}

fn words(text: &str) -> Query {
    Query {
        text: text.to_owned(),
        ..Query::default()
    }
}

fn find(library: &Library, query: &Query) -> Found {
    library.read(|snapshot| search(snapshot, query, 20)).unwrap()
}

/// The titles found, best first.
fn titles(library: &Library, query: &Query) -> Vec<String> {
    find(library, query).titles.into_iter().map(|hit| hit.title).collect()
}

fn status(status: ItemStatus) -> impl Fn(&mut ItemRecord) {
    move |item| item.status = status
}
