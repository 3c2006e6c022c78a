//! How a file is to be read, and how it was read.

/// What the user decided; everything left out is found from the file itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options<D, F> {
    /// The separator of a text file.
    pub delimiter: Option<u8>,
    /// The encoding of a text file, by any label of the WHATWG encoding standard (`windows-1252`, `utf-16le` …).
    pub encoding: Option<String>,
    /// The dialect.
    pub dialect: Option<D>,
    /// Columns named by hand: this field stands under this heading. Wins over every synonym.
    pub map: Vec<(F, String)>,
    /// The sheet of a workbook; otherwise the first.
    pub sheet: Option<String>,
}

impl<D, F> Default for Options<D, F> {
    fn default() -> Self {
        Options {
            delimiter: None,
            encoding: None,
            dialect: None,
            map: Vec::new(),
            sheet: None,
        }
    }
}

/// How the file was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape<D, F> {
    /// The dialect, found or given.
    pub dialect: D,
    /// The name of the encoding; for a workbook the name of its format (`xlsx`, `xls`, `ods`).
    pub encoding: String,
    /// The separator; nothing for a workbook.
    pub delimiter: Option<u8>,
    /// The sheet that was read, of a workbook.
    pub sheet: Option<String>,
    /// The line of the header; nothing where the file has none.
    pub header_line: Option<u64>,
    /// Every column of the file and what it is taken for.
    pub columns: Vec<ColumnUse<F>>,
    /// Whether formulas were defused when the file was written (our own export, or a rejects file): then the reader
    /// takes the apostrophe away again.
    pub guarded: bool,
    /// Lines above the header that were passed over: their number and their text.
    pub skipped: Vec<(u64, String)>,
}

/// A column and what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnUse<F> {
    /// The heading as the file has it; the dialect's own name where there is no header.
    pub header: String,
    /// What it is taken for; nothing: the column is not read.
    pub field: Option<F>,
}
