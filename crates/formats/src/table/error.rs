//! Why a whole file is refused.

/// Which limit a workbook passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SheetLimit {
    /// The size of the file itself.
    Compressed,
    /// The size of its parts when unpacked.
    Inflated,
    /// The number of its cells.
    Cells,
}

/// Why a whole file is refused. Data, not sentences: the tools make the words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FileError {
    /// The file can't be read.
    #[error("file.io")]
    Io {
        /// What kind of failure.
        kind: std::io::ErrorKind,
        /// The system's words.
        message: String,
    },
    /// A folder, a pipe or a device: no file to be read.
    #[error("file.not-a-file")]
    NotAFile,
    /// The file has no row at all.
    #[error("file.empty")]
    Empty,
    /// The file is no text: a picture, an archive, a database …
    #[error("file.not-text")]
    NotText {
        /// Line of the first byte that shows it, counted from 1.
        line: u64,
        /// Character in that line, counted from 1.
        column: u64,
        /// What it looks like: `zip`, `pdf`, `sqlite`, `gzip`, `utf-16le`, `utf-16be` …
        looks_like: Option<&'static str>,
    },
    /// A NUL byte stands in the header.
    #[error("text.nul")]
    Nul {
        /// Line, counted from 1.
        line: u64,
        /// Character in that line, counted from 1.
        column: u64,
    },
    /// A byte sequence in the header is no text in the file's encoding.
    #[error("text.broken")]
    Broken {
        /// Line, counted from 1.
        line: u64,
        /// Character in that line, counted from 1.
        column: u64,
        /// The bytes that are no text.
        bytes: Vec<u8>,
        /// The encoding that was tried.
        encoding: String,
    },
    /// `--encoding` names no encoding.
    #[error("encoding.unknown")]
    EncodingUnknown {
        /// What was given.
        label: String,
    },
    /// A quote opens in the header and never closes.
    #[error("quote.unclosed")]
    QuoteUnclosed {
        /// Line of the quote, counted from 1.
        line: u64,
        /// Character in that line, counted from 1.
        column: u64,
    },
    /// A heading is longer than 1 MiB.
    #[error("field.too-long")]
    FieldTooLong {
        /// Line, counted from 1.
        line: u64,
        /// Column, counted from 1.
        column: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// The header is longer than 4 MiB.
    #[error("row.too-long")]
    RowTooLong {
        /// Line, counted from 1.
        line: u64,
        /// Column, counted from 1.
        column: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// The header has more than 1,024 columns.
    #[error("row.too-many-columns")]
    TooManyColumns {
        /// Line, counted from 1.
        line: u64,
        /// The first column beyond the limit.
        column: u64,
        /// The limit.
        limit: u64,
    },
    /// No column can be taken for what the dialect needs (a title, or an item code).
    #[error("header.missing")]
    HeaderMissing {
        /// Line of the row that was tried as header, counted from 1.
        line: u64,
        /// One of these is needed.
        needs: Vec<&'static str>,
        /// The headings that were found.
        headers: Vec<String>,
    },
    /// Two columns have the same heading, or mean the same thing.
    #[error("header.duplicate")]
    HeaderDuplicate {
        /// Line of the header, counted from 1.
        line: u64,
        /// The first of the two columns, counted from 1.
        first: u64,
        /// The second of the two columns, counted from 1.
        second: u64,
        /// The heading of the second.
        header: String,
        /// What both would be taken for.
        field: Option<&'static str>,
    },
    /// `--map` names a heading that the file doesn't have.
    #[error("map.unknown")]
    MapUnknown {
        /// Line of the header, counted from 1.
        line: u64,
        /// The field to be filled.
        field: &'static str,
        /// The heading that was given.
        header: String,
        /// The headings that were found.
        headers: Vec<String>,
    },
    /// `--map` gives one field twice, or one heading to two fields.
    #[error("map.twice")]
    MapTwice {
        /// The field.
        field: &'static str,
        /// The heading.
        header: String,
    },
    /// The file doesn't have the columns of the dialect that was asked for.
    #[error("dialect.mismatch")]
    DialectMismatch {
        /// Line, counted from 1.
        line: u64,
        /// The dialect.
        dialect: &'static str,
        /// Columns the dialect has.
        expected: usize,
        /// Columns the file has.
        found: usize,
    },
    /// The workbook is locked with a password.
    #[error("sheet.encrypted")]
    SheetEncrypted,
    /// The file's name says one format, its content another.
    #[error("sheet.renamed")]
    SheetRenamed {
        /// What the name says.
        named: String,
        /// What the content is.
        is: &'static str,
    },
    /// The file is named as a workbook but is none.
    #[error("sheet.not-zip")]
    SheetNotZip {
        /// What the name says.
        named: String,
    },
    /// The workbook declares XML entities, which no honest workbook does.
    #[error("sheet.entity")]
    SheetEntity {
        /// The part of the workbook.
        part: String,
    },
    /// The workbook is bigger than what is read.
    #[error("sheet.too-big")]
    SheetTooBig {
        /// Which limit.
        what: SheetLimit,
        /// The limit, in bytes or cells.
        limit: u64,
    },
    /// `--sheet` names a sheet that the workbook doesn't have.
    #[error("sheet.missing")]
    SheetMissing {
        /// What was given.
        sheet: String,
        /// The sheets there are.
        sheets: Vec<String>,
    },
    /// The workbook is damaged.
    #[error("sheet.broken")]
    SheetBroken {
        /// The part that could not be read.
        part: String,
        /// The reader's words.
        message: String,
    },
}

impl FileError {
    /// The code of the error.
    pub const fn code(&self) -> FileErrorCode {
        match self {
            Self::Io { .. } => FileErrorCode::Io,
            Self::NotAFile => FileErrorCode::NotAFile,
            Self::Empty => FileErrorCode::Empty,
            Self::NotText { .. } => FileErrorCode::NotText,
            Self::Nul { .. } => FileErrorCode::Nul,
            Self::Broken { .. } => FileErrorCode::Broken,
            Self::EncodingUnknown { .. } => FileErrorCode::EncodingUnknown,
            Self::QuoteUnclosed { .. } => FileErrorCode::QuoteUnclosed,
            Self::FieldTooLong { .. } => FileErrorCode::FieldTooLong,
            Self::RowTooLong { .. } => FileErrorCode::RowTooLong,
            Self::TooManyColumns { .. } => FileErrorCode::TooManyColumns,
            Self::HeaderMissing { .. } => FileErrorCode::HeaderMissing,
            Self::HeaderDuplicate { .. } => FileErrorCode::HeaderDuplicate,
            Self::MapUnknown { .. } => FileErrorCode::MapUnknown,
            Self::MapTwice { .. } => FileErrorCode::MapTwice,
            Self::DialectMismatch { .. } => FileErrorCode::DialectMismatch,
            Self::SheetEncrypted => FileErrorCode::SheetEncrypted,
            Self::SheetRenamed { .. } => FileErrorCode::SheetRenamed,
            Self::SheetNotZip { .. } => FileErrorCode::SheetNotZip,
            Self::SheetEntity { .. } => FileErrorCode::SheetEntity,
            Self::SheetTooBig { .. } => FileErrorCode::SheetTooBig,
            Self::SheetMissing { .. } => FileErrorCode::SheetMissing,
            Self::SheetBroken { .. } => FileErrorCode::SheetBroken,
        }
    }

    /// Line and column (both counted from 1), where the error has a place in the file.
    pub const fn place(&self) -> Option<(u64, u64)> {
        match self {
            Self::NotText { line, column, .. }
            | Self::Nul { line, column, .. }
            | Self::Broken { line, column, .. }
            | Self::QuoteUnclosed { line, column, .. }
            | Self::FieldTooLong { line, column, .. }
            | Self::RowTooLong { line, column, .. }
            | Self::TooManyColumns { line, column, .. } => Some((*line, *column)),
            Self::HeaderDuplicate { line, second, .. } => Some((*line, *second)),
            Self::HeaderMissing { line, .. } | Self::MapUnknown { line, .. } | Self::DialectMismatch { line, .. } => {
                Some((*line, 1))
            }
            _ => None,
        }
    }
}

/// The code of a [`FileError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FileErrorCode {
    /// The file can't be read.
    Io,
    /// A folder, a pipe or a device: no file to be read.
    NotAFile,
    /// The file has no row at all.
    Empty,
    /// The file is no text: a picture, an archive, a database …
    NotText,
    /// A NUL byte stands in the header.
    Nul,
    /// A byte sequence in the header is no text in the file's encoding.
    Broken,
    /// `--encoding` names no encoding.
    EncodingUnknown,
    /// A quote opens in the header and never closes.
    QuoteUnclosed,
    /// A heading is longer than 1 MiB.
    FieldTooLong,
    /// The header is longer than 4 MiB.
    RowTooLong,
    /// The header has more than 1,024 columns.
    TooManyColumns,
    /// No column can be taken for what the dialect needs (a title, or an item code).
    HeaderMissing,
    /// Two columns have the same heading, or mean the same thing.
    HeaderDuplicate,
    /// `--map` names a heading that the file doesn't have.
    MapUnknown,
    /// `--map` gives one field twice, or one heading to two fields.
    MapTwice,
    /// The file doesn't have the columns of the dialect that was asked for.
    DialectMismatch,
    /// The workbook is locked with a password.
    SheetEncrypted,
    /// The file's name says one format, its content another.
    SheetRenamed,
    /// The file is named as a workbook but is none.
    SheetNotZip,
    /// The workbook declares XML entities, which no honest workbook does.
    SheetEntity,
    /// The workbook is bigger than what is read.
    SheetTooBig,
    /// `--sheet` names a sheet that the workbook doesn't have.
    SheetMissing,
    /// The workbook is damaged.
    SheetBroken,
}

impl FileErrorCode {
    /// Every code, so that a test can demand words for each.
    pub const fn all() -> &'static [Self] {
        &[
            Self::Io,
            Self::NotAFile,
            Self::Empty,
            Self::NotText,
            Self::Nul,
            Self::Broken,
            Self::EncodingUnknown,
            Self::QuoteUnclosed,
            Self::FieldTooLong,
            Self::RowTooLong,
            Self::TooManyColumns,
            Self::HeaderMissing,
            Self::HeaderDuplicate,
            Self::MapUnknown,
            Self::MapTwice,
            Self::DialectMismatch,
            Self::SheetEncrypted,
            Self::SheetRenamed,
            Self::SheetNotZip,
            Self::SheetEntity,
            Self::SheetTooBig,
            Self::SheetMissing,
            Self::SheetBroken,
        ]
    }

    /// The stable name of the code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Io => "file.io",
            Self::NotAFile => "file.not-a-file",
            Self::Empty => "file.empty",
            Self::NotText => "file.not-text",
            Self::Nul => "text.nul",
            Self::Broken => "text.broken",
            Self::EncodingUnknown => "encoding.unknown",
            Self::QuoteUnclosed => "quote.unclosed",
            Self::FieldTooLong => "field.too-long",
            Self::RowTooLong => "row.too-long",
            Self::TooManyColumns => "row.too-many-columns",
            Self::HeaderMissing => "header.missing",
            Self::HeaderDuplicate => "header.duplicate",
            Self::MapUnknown => "map.unknown",
            Self::MapTwice => "map.twice",
            Self::DialectMismatch => "dialect.mismatch",
            Self::SheetEncrypted => "sheet.encrypted",
            Self::SheetRenamed => "sheet.renamed",
            Self::SheetNotZip => "sheet.not-zip",
            Self::SheetEntity => "sheet.entity",
            Self::SheetTooBig => "sheet.too-big",
            Self::SheetMissing => "sheet.missing",
            Self::SheetBroken => "sheet.broken",
        }
    }
}
