//! Writes the rows that could not be taken over to a file of their own, ready to be mended in Excel and read again.
//!
//! The cells stand under their own headings as the file had them; behind them come the line, the column, the code and the
//! reason. Readers know such a file by these four columns, leaves them aside, and takes away the apostrophes
//! that keep a spreadsheet from running a cell.

use std::io::{self, Write};

use crate::delimited::{Style, Writer as Rows};
use crate::table::{REJECT_COLUMNS, Shape};

/// Why a row was rejected, in the words that the tool found for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason<'a> {
    /// The line on which the row begins.
    pub line: u64,
    /// The heading of the column at fault, where there is one.
    pub column: Option<&'a str>,
    /// The code.
    pub code: &'a str,
    /// The sentence.
    pub words: &'a str,
}

/// Writes a rejects file.
#[derive(Debug)]
pub struct Writer<W: Write> {
    rows: Rows<W>,
    width: usize,
}

impl<W: Write> Writer<W> {
    /// Begins a rejects file for a file of this shape: same separator (a comma for a workbook), UTF-8 with a byte order
    /// mark, the headings of the file or, where it has none, those of its dialect.
    ///
    /// # Errors
    /// When the header can't be written.
    pub fn new<D, F>(out: W, shape: &Shape<D, F>) -> io::Result<Self> {
        let style = Style {
            delimiter: shape.delimiter.unwrap_or(b','),
            mark: true,
            guards: false,
            defuse: true,
        };
        let mut rows = Rows::new(out, style)?;
        let headings = shape.columns.iter().map(|column| column.header.as_str());
        rows.row(headings.chain(REJECT_COLUMNS))?;
        Ok(Self {
            rows,
            width: shape.columns.len(),
        })
    }

    /// Writes one row: its cells as the file had them. Cells beyond the header, of a row that is too long, stand behind the
    /// reason, so that nothing is lost.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn write(&mut self, cells: &[String], reason: &Reason<'_>) -> io::Result<()> {
        let line = reason.line.to_string();
        let own = (0..self.width).map(|index| cells.get(index).map_or("", String::as_str));
        let why = [
            line.as_str(),
            reason.column.unwrap_or_default(),
            reason.code,
            reason.words,
        ];
        let beyond = cells.iter().skip(self.width).map(String::as_str);
        self.rows.row(own.chain(why).chain(beyond))
    }

    /// Writes out what is held back, and gives the output back.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn finish(self) -> io::Result<W> {
        self.rows.finish()
    }
}
