//! Where rows come from: a text file or a workbook, told apart by content.

#[cfg(feature = "sheets")]
use std::collections::VecDeque;
use std::path::Path;

use super::head::HeadRow;
use super::{FileError, Options};
use crate::delimited::{self, Input, Next, Problem, Record};
#[cfg(feature = "sheets")]
use crate::sheet;

/// How many rows are looked at to find out what a file is.
const ROWS: usize = 60;

#[derive(Debug)]
pub(crate) enum Source {
    Text(Box<delimited::Reader>),
    #[cfg(feature = "sheets")]
    Sheet(Box<SheetSource>),
}

/// A workbook: the rows that were looked at come again.
#[cfg(feature = "sheets")]
#[derive(Debug)]
pub(crate) struct SheetSource {
    rows: sheet::Rows,
    seen: VecDeque<sheet::SheetRow>,
    blank: u64,
    errors: Vec<usize>,
}

impl Source {
    pub(crate) fn open<D, F>(path: &Path, options: &Options<D, F>) -> Result<Self, FileError> {
        let named = path
            .extension()
            .and_then(|name| name.to_str())
            .unwrap_or_default()
            .to_ascii_lowercase();
        Self::over(Input::open(path)?, &named, options)
    }

    pub(crate) fn from_bytes<D, F>(bytes: Vec<u8>, options: &Options<D, F>) -> Result<Self, FileError> {
        Self::over(Input::bytes(bytes), "", options)
    }

    #[cfg(feature = "sheets")]
    fn over<D, F>(mut input: Input, named: &str, options: &Options<D, F>) -> Result<Self, FileError> {
        match sheet::kind(&mut input, named)? {
            Some(kind) => {
                let rows = sheet::Rows::open(input, kind, options.sheet.as_deref())?;
                Ok(Self::Sheet(Box::new(SheetSource {
                    rows,
                    seen: VecDeque::new(),
                    blank: 0,
                    errors: Vec::new(),
                })))
            }
            None => Self::text(input, options),
        }
    }

    #[cfg(not(feature = "sheets"))]
    fn over<D, F>(input: Input, _named: &str, options: &Options<D, F>) -> Result<Self, FileError> {
        Self::text(input, options)
    }

    fn text<D, F>(input: Input, options: &Options<D, F>) -> Result<Self, FileError> {
        let reader = delimited::Reader::open(input, options.delimiter, options.encoding.as_deref())?;
        Ok(Self::Text(Box::new(reader)))
    }

    /// The first rows of the file, and the first that could not be read. They come again afterwards.
    pub(crate) fn head(&mut self) -> Result<(Vec<HeadRow>, Option<Problem>), FileError> {
        match self {
            Self::Text(reader) => text_head(&mut reader.head()?),
            #[cfg(feature = "sheets")]
            Self::Sheet(source) => Ok((source.head()?, None)),
        }
    }

    /// Passes over everything above the line, and gives the header that stands there.
    pub(crate) fn header(&mut self, line: u64) -> Result<Result<Vec<String>, Problem>, FileError> {
        let mut record = Record::new();
        match self {
            Self::Text(reader) => reader.skip_to(line)?,
            #[cfg(feature = "sheets")]
            Self::Sheet(_) => {}
        }
        loop {
            match self.next(&mut record)? {
                Next::End => return Ok(Ok(Vec::new())),
                Next::Bad(problem) => return Ok(Err(problem)),
                Next::Row if record.line() >= line => return Ok(Ok(record.to_cells())),
                Next::Row => {}
            }
        }
    }

    pub(crate) fn expect(&mut self, named: usize, full: usize) {
        match self {
            Self::Text(reader) => reader.expect(named, full),
            #[cfg(feature = "sheets")]
            Self::Sheet(_) => {}
        }
    }

    pub(crate) fn next(&mut self, record: &mut Record) -> Result<Next, FileError> {
        match self {
            Self::Text(reader) => reader.next(record),
            #[cfg(feature = "sheets")]
            Self::Sheet(source) => source.next(record),
        }
    }

    pub(crate) fn blank(&self) -> u64 {
        match self {
            Self::Text(reader) => reader.blank(),
            #[cfg(feature = "sheets")]
            Self::Sheet(source) => source.blank,
        }
    }

    /// The cells of the last row that hold an error value of a workbook.
    pub(crate) fn cell_errors(&self) -> &[usize] {
        match self {
            Self::Text(_) => &[],
            #[cfg(feature = "sheets")]
            Self::Sheet(source) => &source.errors,
        }
    }

    pub(crate) fn as_text(&self) -> Option<&delimited::Reader> {
        match self {
            Self::Text(reader) => Some(reader),
            #[cfg(feature = "sheets")]
            Self::Sheet(_) => None,
        }
    }

    /// The name of the encoding or of the workbook's format, and the sheet.
    pub(crate) fn about(&self) -> (String, Option<String>) {
        match self {
            Self::Text(reader) => (reader.encoding().to_ascii_lowercase(), None),
            #[cfg(feature = "sheets")]
            Self::Sheet(source) => (
                source.rows.kind().as_str().to_owned(),
                Some(source.rows.sheet().to_owned()),
            ),
        }
    }
}

fn text_head(reader: &mut delimited::Reader) -> Result<(Vec<HeadRow>, Option<Problem>), FileError> {
    let mut rows = Vec::new();
    let mut broken = None;
    let mut record = Record::new();
    while rows.len() < ROWS {
        match reader.next(&mut record)? {
            Next::End => break,
            Next::Row => rows.push(HeadRow {
                line: record.line(),
                cells: record.to_cells(),
            }),
            Next::Bad(problem) if broken.is_none() && rows.is_empty() => broken = Some(problem),
            Next::Bad(_) => {}
        }
    }
    Ok((rows, broken))
}

#[cfg(feature = "sheets")]
impl SheetSource {
    fn head(&mut self) -> Result<Vec<HeadRow>, FileError> {
        while self.seen.len() < ROWS {
            match self.rows.next_row()? {
                Some(row) => self.seen.push_back(row),
                None => break,
            }
        }
        Ok(self
            .seen
            .iter()
            .filter(|row| !row.is_blank())
            .map(|row| HeadRow {
                line: row.number,
                cells: row.cells.clone(),
            })
            .collect())
    }

    fn next(&mut self, record: &mut Record) -> Result<Next, FileError> {
        loop {
            let row = match self.seen.pop_front() {
                Some(row) => row,
                None => match self.rows.next_row()? {
                    Some(row) => row,
                    None => return Ok(Next::End),
                },
            };
            if row.is_blank() {
                self.blank += 1;
                continue;
            }
            if let Some(beyond) = row.beyond {
                return Ok(Next::Bad(limit(row.number, beyond)));
            }
            record.clear(row.number);
            for cell in &row.cells {
                record.push(cell);
            }
            self.errors = row.errors;
            return Ok(Next::Row);
        }
    }
}

#[cfg(feature = "sheets")]
fn limit(line: u64, beyond: sheet::Beyond) -> Problem {
    use crate::delimited::{COLUMN_LIMIT, FIELD_LIMIT, ROW_LIMIT};
    use crate::table::{RejectCode, RejectDetail};
    let (cell, code, limit) = match beyond {
        sheet::Beyond::Columns => (COLUMN_LIMIT, RejectCode::TooManyColumns, COLUMN_LIMIT),
        sheet::Beyond::Field(cell) => (cell, RejectCode::FieldTooLong, FIELD_LIMIT),
        sheet::Beyond::Row => (0, RejectCode::RowTooLong, ROW_LIMIT),
    };
    Problem {
        line,
        cell: Some(cell),
        code,
        detail: RejectDetail::Limit { limit: limit as u64 },
        cells: Vec::new(),
    }
}
