//! Answers as rows under a header. What the columns mean is the instrument's affair: cells are known by their place.

use std::cell::OnceCell;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

use crate::delimited::{Next, Problem, Record};
use crate::table::cells::nfc;
use crate::table::head::{self, HeadRow, REJECT_COLUMNS};
use crate::table::source::Source;
use crate::table::{self, ColumnUse, FileError, Reject, Row, Shape, Warning, WarningCode, shorten};

/// The one kind of file there is: answers, whether a row is a respondent or an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answers;

impl fmt::Display for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("answers")
    }
}

impl FromStr for Answers {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        (text == "answers").then_some(Answers).ok_or(())
    }
}

/// A column, by its place from the left, counted from 0. It is shown and typed counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(pub usize);

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0 + 1).fmt(f)
    }
}

impl FromStr for Place {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let place: usize = text.parse().map_err(|_| ())?;
        place.checked_sub(1).map(Place).ok_or(())
    }
}

/// How a file of answers is to be read.
pub type Options = table::Options<Answers, Place>;

/// A file of answers that is being read. Memory stays flat whatever its size.
///
/// After [`open`](Reader::open) it stands before its first row: [`head`](Reader::head) shows the first rows, so that the
/// header can be chosen, and [`begin`](Reader::begin) goes behind it.
#[derive(Debug)]
pub struct Reader {
    source: Source,
    head: Vec<HeadRow>,
    shape: Shape<Answers, Place>,
    record: Record,
    records: u64,
    /// Cells that belong to the file itself; the rest are those of a rejects file.
    own: usize,
    original: OnceCell<Vec<String>>,
    file_warnings: Vec<Warning<Place>>,
}

impl Reader {
    /// Opens a file and looks at its first rows.
    ///
    /// # Errors
    /// When the file can't be read as a whole: see [`FileError`].
    pub fn open(path: &Path, options: &Options) -> Result<Self, FileError> {
        Self::over(Source::open(path, options)?)
    }

    /// Reads a file that is already in memory.
    ///
    /// # Errors
    /// As [`Reader::open`].
    pub fn from_bytes(bytes: Vec<u8>, options: &Options) -> Result<Self, FileError> {
        Self::over(Source::from_bytes(bytes, options)?)
    }

    fn over(mut source: Source) -> Result<Self, FileError> {
        let (rows, broken) = source.head()?;
        if rows.is_empty() {
            return Err(broken.map_or(FileError::Empty, |problem| head::in_header(problem, &source)));
        }
        let (encoding, sheet) = source.about();
        let text = source.as_text();
        let warnings = text.map(|reader| reader.warnings().to_vec()).unwrap_or_default();
        Ok(Self {
            shape: Shape {
                dialect: Answers,
                encoding,
                delimiter: text.map(crate::delimited::Reader::delimiter),
                sheet,
                header_line: None,
                columns: Vec::new(),
                guarded: false,
                skipped: Vec::new(),
            },
            file_warnings: warnings.into_iter().map(placeless).collect(),
            source,
            head: rows,
            record: Record::new(),
            records: 0,
            own: usize::MAX,
            original: OnceCell::new(),
        })
    }

    /// The first rows of the file, blank ones left out.
    pub fn head(&self) -> Vec<Vec<String>> {
        self.head
            .iter()
            .map(|row| head::own_cells(&row.cells).to_vec())
            .collect()
    }

    /// Takes the row at this place of [`head`](Reader::head) for the header, and stands behind it.
    ///
    /// # Errors
    /// When the header can't be read whole.
    pub fn begin(&mut self, header: usize) -> Result<(), FileError> {
        let Some(line) = self.head.get(header).map(|row| row.line) else {
            return Err(FileError::Empty);
        };
        let cells = match self.source.header(line)? {
            Ok(cells) => cells,
            Err(problem) => return Err(head::in_header(problem, &self.source)),
        };
        let (named, full) = (head::trimmed(&cells), cells.len());
        let rejects = head::is_rejects(&cells);
        self.source.expect(named, full);
        let own = if rejects { named - REJECT_COLUMNS.len() } else { named };
        self.own = if rejects { own } else { usize::MAX };
        self.shape.guarded = rejects;
        self.shape.header_line = Some(line);
        self.shape.skipped = head::above(&self.head, Some(header));
        let places = cells[..own].iter().enumerate();
        self.shape.columns = places
            .map(|(place, heading)| ColumnUse {
                header: heading.trim().to_owned(),
                field: Some(Place(place)),
            })
            .collect();
        Ok(())
    }

    /// Hands out whole lines without quotes as they stand in the file, as long as `take` takes them; a line that it does
    /// not take, and everything that is not plain, is left for [`next_row`](Reader::next_row). Answers are mostly such
    /// lines, and then nothing needs to be copied.
    ///
    /// # Errors
    /// When the file can't be read on.
    pub fn plain_lines(&mut self, take: impl FnMut(&[u8]) -> bool) -> Result<(), FileError> {
        self.records += self.source.plain_lines(take)?;
        Ok(())
    }

    /// The next row, or why it can't be read; nothing at the end.
    ///
    /// # Errors
    /// When the rest of the file can't be read.
    pub fn next_row(&mut self) -> Result<Option<Result<Row<Place>, Reject>>, FileError> {
        self.original.take();
        match self.source.next(&mut self.record)? {
            Next::End => {
                self.record.clear(0);
                Ok(None)
            }
            Next::Row => {
                self.records += 1;
                Ok(Some(Ok(self.row())))
            }
            Next::Bad(problem) => {
                self.records += 1;
                let reject = self.reject(problem);
                self.original = OnceCell::from(reject.original.clone());
                Ok(Some(Err(reject)))
            }
        }
    }

    fn row(&self) -> Row<Place> {
        let cells = self.record.cells().take(self.shape.columns.len()).enumerate();
        let filled = cells.filter(|(_, cell)| !cell.trim().is_empty());
        let mut row = Row {
            line: self.record.line(),
            cells: filled.map(|(place, cell)| (Place(place), self.cell(cell))).collect(),
            warnings: Vec::new(),
        };
        if let Some(repair) = self.source.as_text().and_then(crate::delimited::Reader::repair) {
            row.warnings.push(Warning {
                code: repair.code,
                field: Some(Place(repair.cell)),
                found: shorten(&repair.found),
                stored: shorten(self.record.cell(repair.cell)),
            });
        }
        row.warnings.extend(self.source.cell_errors().iter().map(|cell| {
            Warning {
                code: WarningCode::SheetCellError,
                field: Some(Place(*cell)),
                found: self
                    .shape
                    .columns
                    .get(*cell)
                    .map(|column| column.header.clone())
                    .unwrap_or_default(),
                stored: String::new(),
            }
        }));
        row
    }

    fn cell(&self, cell: &str) -> String {
        let cell = cell.trim();
        let cell = if self.shape.guarded {
            crate::delimited::guard::restore(cell)
        } else {
            cell
        };
        nfc(cell).into_owned()
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

    /// How the file is read.
    pub fn shape(&self) -> &Shape<Answers, Place> {
        &self.shape
    }

    /// The cells of the last row as the file has them (those that a rejects file adds left out).
    pub fn original(&self) -> &[String] {
        self.original
            .get_or_init(|| self.record.cells().take(self.own).map(str::to_owned).collect())
    }

    /// Records read so far, rejected ones included, header and blank rows not.
    pub fn records(&self) -> u64 {
        self.records
    }

    /// Wholly blank rows passed over so far.
    pub fn blank(&self) -> u64 {
        self.source.blank()
    }

    /// How far into the file the reading is, about, in bytes; 0 for a workbook.
    pub fn position(&self) -> u64 {
        self.source.as_text().map_or(0, crate::delimited::Reader::position)
    }

    /// What was mended in the file as a whole.
    pub fn file_warnings(&self) -> &[Warning<Place>] {
        &self.file_warnings
    }
}

fn placeless<F>(warning: Warning<F>) -> Warning<Place> {
    Warning {
        code: warning.code,
        field: None,
        found: warning.found,
        stored: warning.stored,
    }
}

table::reading!(Reader, Answers, Place);
