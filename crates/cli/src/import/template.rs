//! A file to fill in, in the form that was asked for.

use pustaka_formats::delimited::{Input, Next, Reader, Record};
use pustaka_formats::sheet::{Cell, Column, ColumnKind, Table, write_xlsx};
use pustaka_formats::table::FileError;
use serde::Serialize;

use super::{Names, file_error};
use crate::failure::Failure;
use crate::options::Format;
use crate::report::Document;
use crate::session::Session;
use crate::words::import::rows as words;

/// Writes a template: the file itself, unless another form was asked for.
///
/// # Errors
/// When it can't be written.
pub fn template(session: &mut Session, name: &str, bytes: Vec<u8>, names: &Names) -> Result<(), Failure> {
    let lang = session.lang();
    let refused = |error: FileError| file_error::failure(lang, name, &error, names);
    match session.format().clone() {
        Format::Json => {
            let rows = rows(bytes).map_err(refused)?;
            session.show(Document::new(&Rows { dialect: name, rows }))
        }
        Format::Xlsx => {
            let book = workbook(name, rows(bytes).map_err(refused)?);
            let book = book.map_err(|error| {
                Failure::system("template.failed", words::template_failed(lang)).because("sheet", error)
            })?;
            put(session, &book)
        }
        Format::Table | Format::Csv | Format::Own(_) => put(session, &bytes),
    }
}

#[derive(Serialize)]
struct Rows<'a> {
    dialect: &'a str,
    rows: Vec<Vec<String>>,
}

fn put(session: &mut Session, bytes: &[u8]) -> Result<(), Failure> {
    use std::io::Write;
    let mut sink = session.sink()?;
    match sink.write_all(bytes) {
        Ok(()) => sink.finish(),
        Err(error) => sink.fail(&error),
    }
}

/// The cells of a template.
fn rows(bytes: Vec<u8>) -> Result<Vec<Vec<String>>, FileError> {
    let mut reader = Reader::open(Input::bytes(bytes), None, None)?;
    let mut record = Record::new();
    let mut rows = Vec::new();
    while let Next::Row = reader.next(&mut record)? {
        rows.push(record.cells().map(str::to_owned).collect());
    }
    Ok(rows)
}

fn workbook(name: &str, rows: Vec<Vec<String>>) -> Result<Vec<u8>, String> {
    let mut rows = rows.into_iter();
    let columns = rows.next().unwrap_or_default();
    let columns = columns.into_iter().map(|heading| Column {
        heading,
        kind: ColumnKind::Text,
    });
    let table = Table {
        sheet: name.to_owned(),
        titles: Vec::new(),
        columns: columns.collect(),
        rows: rows.map(|row| row.into_iter().map(Cell::Text).collect()).collect(),
    };
    write_xlsx(&table).map_err(|error| error.to_string())
}
