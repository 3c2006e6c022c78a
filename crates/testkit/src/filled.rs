//! Titles put into a library without a file: for tests of what comes after the import.

use std::path::Path;

use pustaka_core::catalog::import::{Counts, Incoming, Options, RejectReason, Source};
use pustaka_core::catalog::record::Field;
use pustaka_core::{Library, OpenOptions, Result};

use crate::desk::act;

/// A row of the catalogue: what its fields hold.
pub type Row<'a> = &'a [(Field, &'a str)];

/// Imports the rows as one batch.
///
/// # Panics
/// When one of them is rejected or changes nothing.
pub fn import(db: &Path, rows: &[Row<'_>]) {
    let options = OpenOptions {
        force_file_system: true,
        ..OpenOptions::default()
    };
    let mut library = Library::open(db, &options).expect("a library");
    let options = Options {
        file: "uji.csv".to_owned(),
        dialect: "pustaka".to_owned(),
        ..Options::default()
    };
    let outcome = library.import(&act(), &options, &mut Rows { rows, read: 0 });
    assert_eq!(outcome.expect("rows that can be stored").imported, rows.len() as u64);
}

/// Rows as an import's reader gives them.
struct Rows<'a> {
    rows: &'a [Row<'a>],
    read: usize,
}

impl Source for Rows<'_> {
    fn next(&mut self) -> Result<Option<Incoming>> {
        let Some(row) = self.rows.get(self.read) else {
            return Ok(None);
        };
        self.read += 1;
        Ok(Some(Incoming {
            line: self.read as u64,
            cells: row.iter().map(|(field, text)| (*field, (*text).to_owned())).collect(),
            warnings: Vec::new(),
        }))
    }

    fn reject(&mut self, reason: &RejectReason) -> Result<()> {
        panic!("{reason:?}")
    }

    fn counts(&self) -> Counts {
        Counts {
            records: self.read as u64,
            ..Counts::default()
        }
    }
}
