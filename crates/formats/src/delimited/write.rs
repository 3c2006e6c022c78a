//! Writes text files with separators after RFC 4180.

use std::borrow::Cow;
use std::io::{self, Write};

use super::guard::{defuse, excel_guard, is_spoilt_by_excel};

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The separator.
    pub delimiter: u8,
    /// A byte order mark, so that Excel knows the text for UTF-8.
    pub mark: bool,
    /// Text that Excel would spoil is written as `="…"`.
    pub guards: bool,
    /// Cells that a spreadsheet would run as formulas get an apostrophe.
    pub defuse: bool,
}

impl Style {
    /// Commas, formulas defused.
    pub const PLAIN: Self = Self {
        delimiter: b',',
        mark: false,
        guards: false,
        defuse: true,
    };
    /// For opening in Excel where the comma is the decimal sign: semicolons, byte order mark, guards.
    pub const EXCEL: Self = Self {
        delimiter: b';',
        mark: true,
        guards: true,
        defuse: true,
    };
}

/// Writes rows one by one.
#[derive(Debug)]
pub struct Writer<W: Write> {
    csv: csv::Writer<W>,
    style: Style,
}

impl<W: Write> Writer<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// When the byte order mark can't be written.
    pub fn new(mut out: W, style: Style) -> io::Result<Self> {
        if style.mark {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let csv = csv::WriterBuilder::new()
            .delimiter(style.delimiter)
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(out);
        Ok(Self { csv, style })
    }

    /// Writes a row.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn row<C: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = C>) -> io::Result<()> {
        for cell in cells {
            let cell = cell.as_ref();
            let shown = if self.style.guards && is_spoilt_by_excel(cell) {
                Cow::Owned(excel_guard(cell))
            } else if self.style.defuse {
                defuse(cell)
            } else {
                Cow::Borrowed(cell)
            };
            self.csv.write_field(shown.as_ref())?;
        }
        self.csv.write_record(None::<&[u8]>)?;
        Ok(())
    }

    /// Writes out what is held back, and gives the output back.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn finish(self) -> io::Result<W> {
        self.csv.into_inner().map_err(|error| error.into_error())
    }
}
