//! `template`: a file to fill in.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Document, Failure, Format, Lang, Session, Status};
use pustaka_formats::catalogue::{Dialect, FileError, template};
use pustaka_formats::delimited::{Input, Next, Reader, Record};
use pustaka_formats::sheet::{Cell, Column, ColumnKind, Table, write_xlsx};
use serde::Serialize;

use crate::words::{help, result as words};

pub(crate) fn command(lang: Lang) -> Command {
    let names = Dialect::all().iter().filter(|dialect| template(**dialect).is_some());
    let names: Vec<&str> = names.map(|dialect| dialect.as_str()).collect();
    Command::new("template").about(help::template(lang)).arg(
        Arg::new("dialect")
            .required(true)
            .value_name(help::dialect_value(lang))
            .value_parser(names)
            .help(help::template_dialect(lang)),
    )
}

/// `catalog-import template DIALECT`: the file itself, unless another form was asked for.
pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let name = matches
        .get_one::<String>("dialect")
        .map(String::as_str)
        .unwrap_or_default();
    let dialect: Dialect = name.parse().unwrap_or(Dialect::Generic);
    let bytes = template(dialect).unwrap_or_default();
    match session.format().clone() {
        Format::Json => {
            let rows = rows(bytes).map_err(|error| crate::file_error::failure(session.lang(), name, &error))?;
            session.show(Document::new(&Rows { dialect: name, rows }))?;
        }
        Format::Xlsx => {
            let rows = rows(bytes).map_err(|error| crate::file_error::failure(session.lang(), name, &error))?;
            let book = workbook(name, rows);
            let book = book.map_err(|error| {
                Failure::system("template.failed", words::template_failed(session.lang())).because("sheet", error)
            })?;
            put(session, &book)?;
        }
        Format::Table | Format::Csv | Format::Own(_) => put(session, &bytes)?,
    }
    Ok(Status::Done)
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
