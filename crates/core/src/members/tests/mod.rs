//! Members in a library of their own: the desk's work, imports, erasure.

mod desk;
mod erasure;
mod imports;
mod keys;

use std::path::Path;

use jiff::civil::Date;
use tempfile::TempDir;

use super::*;
use crate::library::tests::{FORCED, act, make};

/// A library and its folder.
pub(super) struct Desk {
    pub(super) folder: TempDir,
    pub(super) library: Library,
}

impl Desk {
    pub(super) fn new() -> Desk {
        let folder = TempDir::new().expect("a folder");
        let library = Library::open(&make(&folder), &FORCED).expect("open");
        Desk { folder, library }
    }

    /// Enrols somebody; cells as `field=value`.
    pub(super) fn add(&mut self, cells: &[&str]) -> Result<Enrolled> {
        let enrolment = Enrolment {
            cells: cells.iter().map(|cell| self::cell(cell)).collect(),
            consents: vec![ConsentKind::Membership],
        };
        self.library.add_member(&act(), &enrolment, false)
    }

    pub(super) fn edit(&mut self, id: MemberId, cells: &[&str]) -> Result<Edited> {
        let cells: Vec<_> = cells.iter().map(|cell| self::cell(cell)).collect();
        self.library.edit_member(&act(), id, &cells, false)
    }

    pub(super) fn found(&self, typed: &str) -> Vec<String> {
        let found = self.library.read(|snapshot| find(snapshot, typed, 20)).expect("read");
        found.into_iter().map(|member| member.name.to_string()).collect()
    }

    /// What a foreign hand does to the file.
    pub(super) fn sql(&self, sql: &str) {
        let conn = rusqlite::Connection::open(self.library.path()).expect("open");
        conn.execute_batch(sql).expect(sql);
    }

    /// One number.
    pub(super) fn count(&self, sql: &str) -> i64 {
        let conn = rusqlite::Connection::open(self.library.path()).expect("open");
        conn.query_row(sql, [], |row| row.get(0)).expect(sql)
    }

    pub(super) fn journal(&self) -> String {
        let conn = rusqlite::Connection::open(self.library.path()).expect("open");
        let mut statement = conn.prepare("SELECT action || detail FROM journal").expect("sql");
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).expect("rows");
        rows.map(|row| row.expect("a row")).collect()
    }
}

pub(super) fn cell(text: &str) -> (Field, String) {
    let (field, value) = text.split_once('=').expect("field=value");
    (Field::from_code(field).expect(field), value.to_owned())
}

pub(super) fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// The code of a refusal.
#[track_caller]
pub(super) fn code<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    result.expect_err("refused").code()
}

pub(super) fn key_file(library: &Path) -> PathBuf {
    crate::library::path::beside(library, NIK_KEY_ENDING)
}
