//! Everything that a library file says, so that two states can be held against each other.

use std::fmt::Write;
use std::ops::ControlFlow;
use std::path::Path;

use pustaka_core::catalog::export::{Choice, ExportTitle, each_title};
use pustaka_core::check::{Depth, Report};
use pustaka_core::{Library, OpenOptions};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

/// Tables that an undo leaves something in on purpose: that it happened, and numbers that are never used again.
pub const TRACES: [&str; 3] = ["journal", "counter", "batch"];

/// The library, on any file system.
///
/// # Panics
/// When it can't be opened.
pub fn open(db: &Path) -> Library {
    let options = OpenOptions {
        force_file_system: true,
        ..OpenOptions::default()
    };
    Library::open(db, &options).unwrap_or_else(|error| panic!("{}: {error}", db.display()))
}

/// The library, looked over deeply.
///
/// # Panics
/// When it can't be opened or read.
pub fn check(db: &Path) -> Report {
    open(db).check(Depth::Deep).expect("a library that can be read")
}

/// Every title with its copies, whatever their numbers: the catalogue, as another library has it when it is the same.
///
/// # Panics
/// When the library can't be opened or read.
pub fn titles(db: &Path) -> Vec<ExportTitle> {
    let mut titles = Vec::new();
    let all = |title: &ExportTitle| {
        titles.push(ExportTitle { id: 0, ..title.clone() });
        ControlFlow::<()>::Continue(())
    };
    let ended = open(db).read(|snapshot| each_title(snapshot, &Choice::default(), all));
    assert!(ended.expect("a library that can be read").is_continue());
    titles
}

/// Every row of every table but `without`, and every word of the search index with its place.
///
/// # Panics
/// When the file can't be read.
pub fn contents(db: &Path, without: &[&str]) -> String {
    let conn = Connection::open_with_flags(db, OpenFlags::SQLITE_OPEN_READ_WRITE).expect("a library");
    let mut tables = names(&conn);
    tables.retain(|name| !without.contains(&name.as_str()) && !name.starts_with("title_words"));
    conn.execute_batch("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, title_words, instance)")
        .expect("an index");
    let mut text = String::new();
    for table in &tables {
        dump(&conn, table, &mut text);
    }
    dump(&conn, "temp.words", &mut text);
    text
}

fn names(conn: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name";
    let mut statement = conn.prepare(sql).expect("a schema");
    let names = statement.query_map([], |row| row.get(0)).expect("names");
    names.map(|name| name.expect("a name")).collect()
}

fn dump(conn: &Connection, table: &str, text: &mut String) {
    let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).expect("a table");
    let columns = statement.column_count();
    let mut rows = statement.query([]).expect("rows");
    let mut lines = Vec::new();
    while let Some(row) = rows.next().expect("a row") {
        let cells = (0..columns).map(|column| shown(row.get_ref(column).expect("a value")));
        lines.push(cells.collect::<String>());
    }
    lines.sort();
    let _ = writeln!(text, "{table}: {} rows\n{}", lines.len(), lines.join("\n"));
}

fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "| NULL ".to_owned(),
        ValueRef::Integer(number) => format!("| {number} "),
        ValueRef::Real(number) => format!("| {number} "),
        ValueRef::Text(bytes) => format!("| {:?} ", String::from_utf8_lossy(bytes)),
        ValueRef::Blob(bytes) => format!("| {bytes:02x?} "),
    }
}
