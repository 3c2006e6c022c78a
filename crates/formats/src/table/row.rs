//! One row as it was read, and what was wrong or was mended on the way.

use std::convert::Infallible;

/// One row of the file: its cells by meaning. Text is NFC and trimmed, empty cells are left out, values are still text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<F> {
    /// The line on which the row begins, counted from 1 (for a workbook: the row number).
    pub line: u64,
    /// The cells that hold something, in the order of the file. A field that repeats stands several times.
    pub cells: Vec<(F, String)>,
    /// What was mended or left out in this row.
    pub warnings: Vec<Warning<F>>,
}

impl<F> Default for Row<F> {
    fn default() -> Self {
        Row {
            line: 0,
            cells: Vec::new(),
            warnings: Vec::new(),
        }
    }
}

impl<F: Copy + Eq> Row<F> {
    /// The first cell of that meaning.
    pub fn get(&self, field: F) -> Option<&str> {
        self.all(field).next()
    }

    /// Every cell of that meaning, in order.
    pub fn all(&self, field: F) -> impl Iterator<Item = &str> {
        self.cells
            .iter()
            .filter(move |(of, _)| *of == field)
            .map(|(_, text)| text.as_str())
    }
}

/// Something that was mended, or left out because it is damage and no data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning<F> {
    /// What it is.
    pub code: WarningCode,
    /// The field it was found in, where it is known.
    pub field: Option<F>,
    /// What the file says (shortened to 80 characters).
    pub found: String,
    /// What is stored in its place (shortened to 80 characters); empty: nothing.
    pub stored: String,
}

impl Warning<Infallible> {
    /// A warning about the file itself, among those about fields.
    pub(crate) fn of_file<F>(&self) -> Warning<F> {
        Warning {
            code: self.code,
            field: None,
            found: self.found.clone(),
            stored: self.stored.clone(),
        }
    }
}

/// A row that can't be taken over as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    /// The line on which the row begins, counted from 1.
    pub line: u64,
    /// The heading of the column, or its number where the file has no headings.
    pub column: Option<String>,
    /// Why.
    pub code: RejectCode,
    /// The figures that belong to the reason.
    pub detail: RejectDetail,
    /// The cells as the file has them. Empty when a limit was passed: what is cut off must not be read again as whole.
    pub original: Vec<String>,
}

/// The figures that belong to the reason of a [`Reject`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RejectDetail {
    /// None needed.
    None,
    /// Ragged: how many cells the header has, and how many the row.
    Counts {
        /// Cells in the header.
        expected: usize,
        /// Cells in the row.
        found: usize,
    },
    /// A place in the file.
    Position {
        /// Line, counted from 1.
        line: u64,
        /// Character in that line, counted from 1.
        character: u64,
    },
    /// A limit that was passed, in bytes or in columns.
    Limit {
        /// The limit.
        limit: u64,
    },
    /// A broken sequence: where, and its bytes.
    Broken {
        /// Line, counted from 1.
        line: u64,
        /// Character in that line, counted from 1.
        character: u64,
        /// The bytes that are no text.
        bytes: Vec<u8>,
    },
}

/// Why a row can't be taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum RejectCode {
    /// The row has more or fewer cells than the header.
    Ragged,
    /// A quote opens and never closes.
    QuoteUnclosed,
    /// Quotes stand inside a cell so that its end can't be told.
    QuoteStray,
    /// A cell is longer than 1 MiB.
    FieldTooLong,
    /// A row is longer than 4 MiB.
    RowTooLong,
    /// A row has more than 1,024 cells.
    TooManyColumns,
    /// A NUL byte stands in the text.
    Nul,
    /// A byte sequence is no text in the file's encoding.
    Broken,
}

impl RejectCode {
    /// Every code, so that a test can demand words for each.
    pub const fn all() -> &'static [Self] {
        &[
            Self::Ragged,
            Self::QuoteUnclosed,
            Self::QuoteStray,
            Self::FieldTooLong,
            Self::RowTooLong,
            Self::TooManyColumns,
            Self::Nul,
            Self::Broken,
        ]
    }

    /// The stable name of the code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ragged => "row.ragged",
            Self::QuoteUnclosed => "quote.unclosed",
            Self::QuoteStray => "quote.stray",
            Self::FieldTooLong => "field.too-long",
            Self::RowTooLong => "row.too-long",
            Self::TooManyColumns => "row.too-many-columns",
            Self::Nul => "text.nul",
            Self::Broken => "text.broken",
        }
    }
}

/// What was mended or left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum WarningCode {
    /// The file is not UTF-8 and was read as Windows-1252; one warning for each of the first three words this changed.
    EncodingAssumed,
    /// Bare quotes inside a quoted cell; the cell was recovered.
    QuoteBare,
    /// Quotes escaped with backslashes; the cell was recovered.
    QuoteBackslash,
    /// A cell written as `="…"`; the text inside was taken.
    ExcelGuard,
    /// The ISBN was spoilt by Excel (`9.78E+12`); the file's other ISBN column was taken.
    ExcelIsbnReplaced,
    /// A cell of a workbook holds an error value such as #REF!; left out.
    SheetCellError,
    /// A line break that came back as `n` or `rn`, or as a literal `\n`.
    SlimsRnScar,
    /// The notes were replaced by their length; left out.
    SlimsNotesLength,
    /// The notes were wrapped in `<div style="height: 250px…">`; unwrapped.
    SlimsNotesDiv,
    /// Backslashes left over from escaping; taken away.
    SlimsBackslash,
    /// A `0` or `0000-00-00` that stands for an empty cell; left out.
    SlimsZero,
    /// The item status is the column's own name; left out.
    SlimsStatusColumnName,
    /// A `<A><B>` list that is cut or not closed; what could be read was taken.
    SlimsList,
    /// Punctuation left at the end of a cell by a cataloguing rule; taken away.
    IsbdTail,
}

impl WarningCode {
    /// Every code, so that a test can demand words for each.
    pub const fn all() -> &'static [Self] {
        &[
            Self::EncodingAssumed,
            Self::QuoteBare,
            Self::QuoteBackslash,
            Self::ExcelGuard,
            Self::ExcelIsbnReplaced,
            Self::SheetCellError,
            Self::SlimsRnScar,
            Self::SlimsNotesLength,
            Self::SlimsNotesDiv,
            Self::SlimsBackslash,
            Self::SlimsZero,
            Self::SlimsStatusColumnName,
            Self::SlimsList,
            Self::IsbdTail,
        ]
    }

    /// The stable name of the code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EncodingAssumed => "text.windows-1252",
            Self::QuoteBare => "quote.bare",
            Self::QuoteBackslash => "quote.backslash",
            Self::ExcelGuard => "excel.guard",
            Self::ExcelIsbnReplaced => "excel.isbn-replaced",
            Self::SheetCellError => "sheet.cell-error",
            Self::SlimsRnScar => "slims.rn-scar",
            Self::SlimsNotesLength => "slims.notes-length",
            Self::SlimsNotesDiv => "slims.notes-div",
            Self::SlimsBackslash => "slims.backslash",
            Self::SlimsZero => "slims.zero",
            Self::SlimsStatusColumnName => "slims.status-column-name",
            Self::SlimsList => "slims.list",
            Self::IsbdTail => "isbd.tail",
        }
    }
}

/// At most 80 characters of a text, for a warning.
pub(crate) fn shorten(text: &str) -> String {
    const LONGEST: usize = 80;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
