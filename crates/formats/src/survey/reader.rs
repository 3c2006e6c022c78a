//! Answers as rows under a header. What the columns mean is the instrument's affair: cells are known by their place, and
//! the header is chosen by who knows the instrument.

use std::fmt;
use std::str::FromStr;

use crate::delimited::Record;
use crate::table::cells::nfc;
use crate::table::head::{self, HeadRow, REJECT_COLUMNS, uses};
use crate::table::{self, FileError, Found, Heading, Kind, OptionsOf, Row};

/// Files of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answers;

/// The one shape there is: whether a row is a respondent or an answer, the instrument tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout;

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("answers")
    }
}

impl FromStr for Layout {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        (text == "answers").then_some(Layout).ok_or(())
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
pub type Options = OptionsOf<Answers>;

/// A file of answers that is being read. It opens at its first row; [`begin`](Reader::begin) goes to the header.
pub type Reader = table::Reader<Answers>;

/// The first rows of a file of answers, and how its cells are taken.
#[derive(Debug)]
pub struct Taking {
    head: Vec<HeadRow>,
    width: usize,
    guarded: bool,
}

impl Kind for Answers {
    type Dialect = Layout;
    type Field = Place;
    type Mapping = Taking;

    /// The first row, until another one is chosen.
    fn detect(rows: &[HeadRow], _options: &Options) -> Result<Found<Layout>, FileError> {
        let first = rows.first().ok_or(FileError::Empty)?;
        Ok(Found {
            dialect: Layout,
            header: Some(0),
            by_place: false,
            rejects: head::is_rejects(&first.cells),
        })
    }

    fn names(_dialect: Layout) -> &'static [&'static str] {
        &[]
    }

    fn guarded(_dialect: Layout) -> bool {
        false
    }

    fn mapping(heading: &Heading<'_, Layout>, _options: &Options) -> Result<Taking, FileError> {
        Ok(Taking {
            head: heading.rows.to_vec(),
            width: heading.cells.len(),
            guarded: heading.guarded,
        })
    }

    fn field(_mapping: &Taking, column: usize) -> Option<Place> {
        Some(Place(column))
    }

    fn fill(taking: &Taking, record: &Record, row: &mut Row<Place>) {
        row.line = record.line();
        let cells = record.cells().take(taking.width).enumerate();
        for (place, cell) in cells.filter(|(_, cell)| !cell.trim().is_empty()) {
            let cell = cell.trim();
            let cell = if taking.guarded {
                crate::delimited::guard::restore(cell)
            } else {
                cell
            };
            row.cells.push((Place(place), nfc(cell).into_owned()));
        }
    }
}

impl Reader {
    /// The first rows of the file, blank ones left out.
    pub fn head(&self) -> Vec<Vec<String>> {
        let rows = self.mapping.head.iter();
        rows.map(|row| head::own_cells(&row.cells).to_vec()).collect()
    }

    /// Takes the row at this place of [`head`](Reader::head) for the header, and stands behind it.
    ///
    /// # Errors
    /// When the header can't be read whole.
    pub fn begin(&mut self, header: usize) -> Result<(), FileError> {
        let Some(line) = self.mapping.head.get(header).map(|row| row.line).filter(|_| header > 0) else {
            return Ok(());
        };
        // The width of the first row was that of a title, not of the header.
        self.source.expect(0, usize::MAX);
        let cells = match self.source.header(line)? {
            Ok(cells) => cells,
            Err(problem) => return Err(head::in_header(problem, &self.source)),
        };
        let (named, rejects) = (head::trimmed(&cells), head::is_rejects(&cells));
        self.source.expect(named, cells.len());
        let own = if rejects { named - REJECT_COLUMNS.len() } else { named };
        self.own = if rejects { own } else { usize::MAX };
        self.shape.guarded = rejects;
        self.shape.header_line = Some(line);
        self.shape.skipped = head::above(&self.mapping.head, Some(header));
        self.shape.columns = uses(&cells[..own], (0..own).map(|column| Some(Place(column))));
        (self.mapping.width, self.mapping.guarded) = (own, rejects);
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
}
