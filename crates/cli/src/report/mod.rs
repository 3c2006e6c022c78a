//! What a tool answers, as data: a [`Report`] is one list, a [`Document`] a JSON value with lists to read it by.
//!
//! A tool describes its answer once; the form that was asked for (table, JSON, CSV, workbook) is this module's work.

mod json;
mod sheet;
mod stream;
mod table;
mod text;

use std::io;

use jiff::civil::Date;
use serde::Serialize;

pub(crate) use json::{to_line, write as write_json};
pub(crate) use sheet::write as write_sheet;
pub use stream::Stream;
pub(crate) use table::write as write_table;
pub(crate) use text::write as write_text;

use crate::lang::Lang;
use crate::options::Format;

/// What the cells of a column are, and so how each form writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text as it is.
    Text,
    /// A number that is no quantity: a year, a line, a batch. Never grouped.
    Number,
    /// A quantity, grouped for people: `1.234`.
    Integer,
    /// Whole rupiah: `Rp1.500` for people, 1500 for machines.
    Rupiah,
    /// A civil day: as people write it in tables, ISO elsewhere.
    Date,
    /// A figure exact to its last digit, kept as text: `87.28`.
    Exact,
    /// Yes or no.
    Flag,
}

/// One column of a [`Report`].
#[derive(Debug, Clone)]
pub struct Column {
    /// Its key in JSON and CSV: English, stable.
    pub key: &'static str,
    /// Its heading for people: a message of a [`words!`](crate::words) catalogue.
    pub heading: fn(Lang) -> &'static str,
    /// What its cells are.
    pub kind: Kind,
}

impl Column {
    /// A column.
    pub fn new(key: &'static str, heading: fn(Lang) -> &'static str, kind: Kind) -> Column {
        Column { key, heading, kind }
    }
}

/// One cell of a [`Report`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known: empty, or `null` in JSON.
    Empty,
    /// Text.
    Text(String),
    /// Several values: an array in JSON, joined by `; ` elsewhere.
    List(Vec<String>),
    /// A number, a quantity or rupiah, as its column says.
    Integer(i64),
    /// A day.
    Date(Date),
    /// An exact figure in machine form: `87.28`.
    Exact(String),
    /// Yes or no.
    Flag(bool),
    /// A code, for machines, and how people say it.
    Code(String, String),
    /// What is known and not told: a small group. Empty for machines.
    Kept,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<Vec<String>> for Cell {
    fn from(texts: Vec<String>) -> Cell {
        Cell::List(texts)
    }
}

macro_rules! cell_of_number {
    ($($number:ty),*) => { $(
        impl From<$number> for Cell {
            /// A number; one beyond the 64-bit integers is the largest of them.
            fn from(number: $number) -> Cell {
                Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )* };
}
cell_of_number!(i32, i64, u32, u64, usize);

impl From<Date> for Cell {
    fn from(day: Date) -> Cell {
        Cell::Date(day)
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Cell {
        Cell::Flag(flag)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Cell {
        value.map_or(Cell::Empty, Into::into)
    }
}

/// A list: columns, rows, and what is said above and below it.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The key of the rows in JSON, and the file's idea of what they are: `batches`.
    pub key: &'static str,
    /// What stands above the table, in the reader's language; empty for nothing.
    pub title: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
    /// What stands below the table, in the reader's language: one sentence each.
    pub notes: Vec<String>,
}

impl Report {
    /// An empty list with its key in JSON and its columns.
    pub fn new(key: &'static str, columns: impl Into<Vec<Column>>) -> Report {
        Report {
            key,
            columns: columns.into(),
            ..Report::default()
        }
    }

    /// Sets what stands above the table.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Report {
        self.title = title.into();
        self
    }

    /// Adds a row: one cell for each column, in their order.
    pub fn row(&mut self, cells: impl Into<Vec<Cell>>) {
        let cells = cells.into();
        debug_assert_eq!(
            cells.len(),
            self.columns.len(),
            "a cell for every column of {}",
            self.key
        );
        self.rows.push(cells);
    }

    /// Adds a sentence below the table.
    pub fn note(&mut self, note: impl Into<String>) {
        self.notes.push(note.into());
    }
}

/// An answer whose JSON has a shape of its own: the document, and the lists that show it to people.
///
/// Tables show every list in turn, a workbook gives each a sheet, CSV writes the first.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The JSON, as text; `None` makes one of the lists.
    pub(crate) json: Option<String>,
    /// What the JSON tells before the lists, where it is made of them.
    pub(crate) told: Vec<(&'static str, serde_json::Value)>,
    /// What stands above everything, in the reader's language.
    pub(crate) heading: String,
    pub(crate) reports: Vec<Report>,
}

impl Document {
    /// A document with its JSON value. Keys keep the order of the struct's fields.
    ///
    /// # Panics
    /// When the value can't be JSON (a map whose keys are not text), which is a mistake in the program.
    pub fn new(value: &impl Serialize) -> Document {
        Document {
            json: Some(json::to_text(value)),
            ..Document::default()
        }
    }

    /// Tells something of the whole in the JSON that is made of the lists, before them.
    #[must_use]
    pub fn tell(mut self, key: &'static str, value: impl Into<serde_json::Value>) -> Document {
        self.told.push((key, value.into()));
        self
    }

    /// Adds a list that shows a part of the document.
    #[must_use]
    pub fn with(mut self, report: Report) -> Document {
        self.reports.push(report);
        self
    }

    /// The document in a form, for a file of the tool's own making; [`Session::show`](crate::Session::show) writes what
    /// was asked for. A table is as wide as it needs.
    ///
    /// # Errors
    /// When a workbook can't hold it.
    pub fn to_bytes(&self, format: &Format, lang: Lang) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        match format {
            Format::Json => write_json(self, &mut bytes)?,
            Format::Csv => write_text(self, lang, false, &mut bytes)?,
            Format::Xlsx => write_sheet(self, lang, &mut bytes)?,
            Format::Table | Format::Own(_) => write_table(self, lang, None, false, &mut bytes)?,
        }
        Ok(bytes)
    }

    /// Sets what stands above everything in the table form.
    #[must_use]
    pub fn headed(mut self, heading: impl Into<String>) -> Document {
        self.heading = heading.into();
        self
    }
}

impl From<Report> for Document {
    fn from(report: Report) -> Document {
        Document {
            reports: vec![report],
            ..Document::default()
        }
    }
}
