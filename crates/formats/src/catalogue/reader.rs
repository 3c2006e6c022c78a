//! Reads a catalogue file row by row, whatever its dialect.

use std::cell::OnceCell;
use std::path::Path;

use super::detect::{Found, detect};
use super::header::{Meaning, decide};
use super::mapping::Mapping;
use super::{Dialect, Field, FileError, Options, Reject, Row, Shape, Warning, WarningCode, slims};
use crate::delimited::{Next, Problem, Record};
use crate::table::head::{HeadRow, above, in_header, is_rejects, trimmed, uses};
use crate::table::shorten;
use crate::table::source::Source;

/// A catalogue file that is being read. Memory stays flat whatever its size.
#[derive(Debug)]
pub struct Reader {
    source: Source,
    shape: Shape,
    mapping: Mapping,
    record: Record,
    records: u64,
    /// Cells that belong to the file itself; the rest are those of a rejects file.
    own: usize,
    original: OnceCell<Vec<String>>,
    file_warnings: Vec<Warning>,
}

crate::table::reading!(Reader, Dialect, Field);

impl Reader {
    /// Opens a file, finds out what it is, and stands before its first row.
    ///
    /// # Errors
    /// When the file can't be read as a whole: see [`FileError`].
    pub fn open(path: &Path, options: &Options) -> Result<Self, FileError> {
        Self::over(Source::open(path, options)?, options)
    }

    /// Reads a file that is already in memory.
    ///
    /// # Errors
    /// As [`Reader::open`].
    pub fn from_bytes(bytes: Vec<u8>, options: &Options) -> Result<Self, FileError> {
        Self::over(Source::from_bytes(bytes, options)?, options)
    }

    fn over(mut source: Source, options: &Options) -> Result<Self, FileError> {
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
            let found = detect(&rows, options)?;
            return Self::with(source, options, &rows, &found, Some(rows[0].cells.clone()));
        }
        let found = match (detect(&rows, options), broken) {
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
        options: &Options,
        rows: &[HeadRow],
        found: &Found,
        header: Option<Vec<String>>,
    ) -> Result<Self, FileError> {
        let dialect = found.dialect;
        let line = rows[found.header.unwrap_or_default()].line;
        let full = header.as_ref().map_or(rows[0].cells.len(), Vec::len);
        let mut cells = match header {
            Some(cells) => cells,
            None => slims::names(dialect)
                .unwrap_or_default()
                .iter()
                .map(|name| (*name).to_owned())
                .collect(),
        };
        let named = trimmed(&cells);
        let own = if is_rejects(&cells) { named - 4 } else { named };
        cells.truncate(own);
        let columns = columns(found, line, &cells, options, rows)?;
        source.expect(named, full);
        let (encoding, sheet) = source.about();
        let guarded = dialect == Dialect::Pustaka || found.rejects;
        let shape = Shape {
            dialect,
            encoding,
            delimiter: source.as_text().map(crate::delimited::Reader::delimiter),
            sheet,
            header_line: found.header.map(|_| line),
            columns: uses(&cells, columns.iter().map(|meaning| meaning.map(Meaning::field))),
            guarded,
            skipped: above(rows, found.header),
        };
        let file_warnings = source
            .as_text()
            .map(|reader| reader.warnings().iter().map(|warning| warning.of_file()).collect())
            .unwrap_or_default();
        let mapping = Mapping {
            dialect,
            columns,
            guarded,
        };
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

    /// How the file is read.
    pub fn shape(&self) -> &Shape {
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
    pub fn file_warnings(&self) -> &[Warning] {
        &self.file_warnings
    }

    /// The next row, or why it can't be taken over; nothing at the end.
    ///
    /// # Errors
    /// When the rest of the file can't be read.
    pub fn next_row(&mut self) -> Result<Option<Result<Row, Reject>>, FileError> {
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
                self.mapping.fill(&self.record, &mut row);
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
    fn note_repairs(&self, row: &mut Row) {
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

    fn field(&self, cell: usize) -> Option<Field> {
        self.mapping.columns.get(cell).copied().flatten().map(Meaning::field)
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

/// What every column means.
fn columns(
    found: &Found,
    line: u64,
    cells: &[String],
    options: &Options,
    rows: &[HeadRow],
) -> Result<Vec<Option<Meaning>>, FileError> {
    let dialect = found.dialect;
    if !found.by_place {
        let mut columns = decide(dialect, line, cells, options)?;
        if dialect == Dialect::Pustaka {
            for meaning in columns.iter_mut().flatten() {
                let field = meaning.field();
                *meaning = if field.repeats() {
                    Meaning::Escaped(field)
                } else {
                    Meaning::Plain(field)
                };
            }
        }
        let needs = if dialect == Dialect::SlimsItem {
            Field::ItemCode
        } else {
            Field::Title
        };
        if !columns.iter().flatten().any(|meaning| meaning.field() == needs) {
            return Err(FileError::HeaderMissing {
                line,
                needs: vec![needs.as_str()],
                headers: cells.to_vec(),
            });
        }
        return Ok(columns);
    }
    let expected = slims::names(dialect).map_or(0, <[_]>::len);
    let width = rows.iter().map(|row| row.cells.len()).find(|width| *width >= expected);
    if width.is_none() {
        let found = rows.first().map_or(0, |row| row.cells.len());
        return Err(FileError::DialectMismatch {
            line,
            dialect: dialect.as_str(),
            expected,
            found,
        });
    }
    Ok((0..cells.len())
        .map(|column| slims::by_place(dialect, column))
        .collect())
}
