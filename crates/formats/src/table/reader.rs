//! Reads a file row by row, whatever it is about and whatever its dialect.

use std::cell::OnceCell;
use std::fmt::{Debug, Display};
use std::path::Path;
use std::str::FromStr;

use super::head::{HeadRow, above, in_header, is_rejects, trimmed, uses};
use super::source::Source;
use super::{FileError, Options, Reject, Row, Shape, Warning, WarningCode, shorten};
use crate::delimited::{Next, Problem, Record};

/// A kind of files: what their columns can mean, and how they are told apart.
pub trait Kind: Debug + Sized {
    /// The shapes of files it knows by name.
    type Dialect: Copy + Eq + Debug + Display + FromStr;
    /// What its columns can mean.
    type Field: Copy + Eq + Debug + Display + FromStr;
    /// How the cells of a file become fields.
    type Mapping: Debug;

    /// Finds the dialect and the header from the first rows of a file.
    ///
    /// # Errors
    /// When no row can be the header.
    fn detect(rows: &[HeadRow], options: &OptionsOf<Self>) -> Result<Found<Self::Dialect>, FileError>;

    /// The headings of a dialect whose columns are known by their place; empty for others.
    fn names(dialect: Self::Dialect) -> &'static [&'static str];

    /// Whether the dialect defuses formulas, so that the apostrophe before them is no part of the text.
    fn guarded(dialect: Self::Dialect) -> bool;

    /// Decides what each column means.
    ///
    /// # Errors
    /// When two columns mean the same, or none means what is needed.
    fn mapping(heading: &Heading<'_, Self::Dialect>, options: &OptionsOf<Self>) -> Result<Self::Mapping, FileError>;

    /// What a column ends up in.
    fn field(mapping: &Self::Mapping, column: usize) -> Option<Self::Field>;

    /// Fills the row from the record.
    fn fill(mapping: &Self::Mapping, record: &Record, row: &mut Row<Self::Field>);
}

/// How a file of a kind is to be read.
pub type OptionsOf<K> = Options<<K as Kind>::Dialect, <K as Kind>::Field>;

/// A row, or why it can't be taken over.
pub type NextRow<F> = Result<Row<F>, Reject>;

/// What a file is.
#[derive(Debug)]
pub struct Found<D> {
    /// Its dialect.
    pub dialect: D,
    /// The row with the headings.
    pub header: Option<usize>,
    /// Columns are known by their place, whatever the headings say.
    pub by_place: bool,
    /// The last four columns are those of a rejects file.
    pub rejects: bool,
}

/// The header of a file, and what else decides what its columns mean.
#[derive(Debug)]
pub struct Heading<'a, D> {
    /// What the file is.
    pub found: &'a Found<D>,
    /// Line of the header.
    pub line: u64,
    /// The headings, without those of a rejects file.
    pub cells: &'a [String],
    /// The first rows of the file.
    pub rows: &'a [HeadRow],
    /// Formulas were defused when the file was written.
    pub guarded: bool,
}

/// A file that is being read. Memory stays flat whatever its size.
#[derive(Debug)]
pub struct Reader<K: Kind> {
    source: Source,
    shape: Shape<K::Dialect, K::Field>,
    mapping: K::Mapping,
    record: Record,
    records: u64,
    /// Cells that belong to the file itself; the rest are those of a rejects file.
    own: usize,
    original: OnceCell<Vec<String>>,
    file_warnings: Vec<Warning<K::Field>>,
}

impl<K: Kind> Reader<K> {
    /// Opens a file, finds out what it is, and stands before its first row.
    ///
    /// # Errors
    /// When the file can't be read as a whole: see [`FileError`].
    pub fn open(path: &Path, options: &OptionsOf<K>) -> Result<Self, FileError> {
        Self::over(Source::open(path, options)?, options)
    }

    /// Reads a file that is already in memory.
    ///
    /// # Errors
    /// As [`Reader::open`].
    pub fn from_bytes(bytes: Vec<u8>, options: &OptionsOf<K>) -> Result<Self, FileError> {
        Self::over(Source::from_bytes(bytes, options)?, options)
    }

    fn over(mut source: Source, options: &OptionsOf<K>) -> Result<Self, FileError> {
        let (mut rows, broken) = source.head()?;
        if rows.is_empty() {
            // Nothing whole stands in the first 64 KiB: the first row is read as it is.
            let first = match source.header(broken.as_ref().map_or(1, |problem| problem.line))? {
                Ok(cells) if cells.is_empty() => {
                    return Err(broken.map_or(FileError::Empty, |problem| in_header(problem, &source)));
                }
                Ok(cells) => cells,
                Err(problem) => return Err(in_header(problem, &source)),
            };
            rows.push(HeadRow { line: 1, cells: first });
            let found = K::detect(&rows, options)?;
            return Self::with(source, options, &rows, &found, Some(rows[0].cells.clone()));
        }
        let found = match (K::detect(&rows, options), broken) {
            (Ok(found), _) => found,
            (Err(_), Some(problem)) if problem.line < rows[0].line => return Err(in_header(problem, &source)),
            (Err(error), _) => return Err(error),
        };
        let header = match found.header {
            Some(index) => match source.header(rows[index].line)? {
                Ok(cells) => Some(cells),
                Err(problem) => return Err(in_header(problem, &source)),
            },
            None => None,
        };
        Self::with(source, options, &rows, &found, header)
    }

    fn with(
        mut source: Source,
        options: &OptionsOf<K>,
        rows: &[HeadRow],
        found: &Found<K::Dialect>,
        header: Option<Vec<String>>,
    ) -> Result<Self, FileError> {
        let dialect = found.dialect;
        let line = rows[found.header.unwrap_or_default()].line;
        let full = header.as_ref().map_or(rows[0].cells.len(), Vec::len);
        let mut cells = match header {
            Some(cells) => cells,
            None => {
                // An older version may lack the last columns.
                let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
                let names = K::names(dialect).iter().take(width);
                names.map(|name| (*name).to_owned()).collect()
            }
        };
        let named = trimmed(&cells);
        let own = if is_rejects(&cells) { named - 4 } else { named };
        cells.truncate(own);
        source.expect(named, full);
        let guarded = K::guarded(dialect) || found.rejects;
        let mapping = K::mapping(
            &Heading {
                found,
                line,
                cells: &cells,
                rows,
                guarded,
            },
            options,
        )?;
        let (encoding, sheet) = source.about();
        let shape = Shape {
            dialect,
            encoding,
            delimiter: source.as_text().map(crate::delimited::Reader::delimiter),
            sheet,
            header_line: found.header.map(|_| line),
            columns: uses(&cells, (0..cells.len()).map(|column| K::field(&mapping, column))),
            guarded,
            skipped: above(rows, found.header),
        };
        let file_warnings = source
            .as_text()
            .map(|reader| reader.warnings().iter().map(|warning| warning.of_file()).collect())
            .unwrap_or_default();
        let own = if found.rejects { own } else { usize::MAX };
        Ok(Self {
            source,
            shape,
            mapping,
            record: Record::new(),
            records: 0,
            own,
            original: OnceCell::new(),
            file_warnings,
        })
    }

    /// How its cells become fields.
    pub fn mapping(&self) -> &K::Mapping {
        &self.mapping
    }

    /// How the file is read.
    pub fn shape(&self) -> &Shape<K::Dialect, K::Field> {
        &self.shape
    }

    /// Wholly blank rows passed over so far.
    pub fn blank(&self) -> u64 {
        self.source.blank()
    }

    /// How far into the file the reading is, about, in bytes; 0 for a workbook.
    pub fn position(&self) -> u64 {
        self.source.as_text().map_or(0, crate::delimited::Reader::position)
    }

    /// Records read so far, rejected ones included, header and blank rows not.
    pub fn records(&self) -> u64 {
        self.records
    }

    /// The cells of the last row as the file has them (those that a rejects file adds left out).
    pub fn original(&self) -> &[String] {
        self.original
            .get_or_init(|| self.record.cells().take(self.own).map(str::to_owned).collect())
    }

    /// What was mended in the file as a whole.
    pub fn file_warnings(&self) -> &[Warning<K::Field>] {
        &self.file_warnings
    }

    /// The next row, or why it can't be taken over; nothing at the end.
    ///
    /// # Errors
    /// When the rest of the file can't be read.
    pub fn next_row(&mut self) -> Result<Option<NextRow<K::Field>>, FileError> {
        self.original.take();
        let next = self.source.next(&mut self.record)?;
        match next {
            Next::End => {
                self.record.clear(0);
                Ok(None)
            }
            Next::Row => {
                self.records += 1;
                let mut row = Row {
                    cells: Vec::with_capacity(16),
                    ..Row::default()
                };
                self.note_repairs(&mut row);
                K::fill(&self.mapping, &self.record, &mut row);
                Ok(Some(Ok(row)))
            }
            Next::Bad(problem) => {
                self.records += 1;
                let reject = self.reject(problem);
                self.original = OnceCell::from(reject.original.clone());
                Ok(Some(Err(reject)))
            }
        }
    }

    /// Says what was mended in the quotes of the row, and which cells of a workbook hold an error.
    fn note_repairs(&self, row: &mut Row<K::Field>) {
        if let Some(repair) = self.source.as_text().and_then(crate::delimited::Reader::repair) {
            row.warnings.push(Warning {
                code: repair.code,
                field: self.field(repair.cell),
                found: shorten(&repair.found),
                stored: shorten(self.record.cell(repair.cell)),
            });
        }
        for cell in self.source.cell_errors() {
            row.warnings.push(Warning {
                code: WarningCode::SheetCellError,
                field: self.field(*cell),
                found: self
                    .shape
                    .columns
                    .get(*cell)
                    .map(|column| column.header.clone())
                    .unwrap_or_default(),
                stored: String::new(),
            });
        }
    }

    fn field(&self, cell: usize) -> Option<K::Field> {
        K::field(&self.mapping, cell)
    }

    fn reject(&self, problem: Problem) -> Reject {
        let column = problem.cell.map(|cell| match self.shape.columns.get(cell) {
            Some(column) if !column.header.is_empty() => column.header.clone(),
            _ => (cell + 1).to_string(),
        });
        let mut original = problem.cells;
        original.truncate(self.own);
        Reject {
            line: problem.line,
            column,
            code: problem.code,
            detail: problem.detail,
            original,
        }
    }
}
