//! Everything that a library file says, as text, so that two states can be held against each other.

use std::fmt::Write;
use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

/// What an undo leaves behind on purpose: that it happened, and numbers that are never used again.
pub(crate) const TRACES: [&str; 3] = ["journal", "counter", "batch"];

/// Every row of every table but `without`, and every word of the search index with its place.
pub(crate) fn contents(db: &Path, without: &[&str]) -> String {
    let conn = Connection::open_with_flags(db, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
    let mut tables: Vec<String> = names(&conn);
    tables.retain(|name| !without.contains(&name.as_str()) && !name.starts_with("title_words"));
    conn.execute_batch("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, title_words, instance)")
        .unwrap();
    let mut text = String::new();
    for table in &tables {
        dump(&conn, table, &mut text);
    }
    dump(&conn, "temp.words", &mut text);
    text
}

fn names(conn: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name";
    let mut statement = conn.prepare(sql).unwrap();
    let names = statement.query_map([], |row| row.get(0)).unwrap();
    names.map(Result::unwrap).collect()
}

fn dump(conn: &Connection, table: &str, text: &mut String) {
    let mut statement = conn.prepare(&format!("SELECT * FROM {table}")).unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut lines = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let mut line = String::new();
        for column in 0..columns {
            match row.get_ref(column).unwrap() {
                ValueRef::Null => line.push_str("| NULL "),
                ValueRef::Integer(number) => write!(line, "| {number} ").unwrap(),
                ValueRef::Real(number) => write!(line, "| {number} ").unwrap(),
                ValueRef::Text(bytes) => write!(line, "| {:?} ", String::from_utf8_lossy(bytes)).unwrap(),
                ValueRef::Blob(bytes) => write!(line, "| {bytes:02x?} ").unwrap(),
            }
        }
        lines.push(line);
    }
    lines.sort();
    writeln!(text, "{table}: {} rows\n{}", lines.len(), lines.join("\n")).unwrap();
}
