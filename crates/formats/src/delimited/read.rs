//! Reads a text file with separators row by row.

use csv_core::ReadRecordResult;
use std::convert::Infallible;

use super::decode::{Text, place};
use super::input::Input;
use super::mend::{Broken, Mended, REACH, Verdict, line_ends, strict};
use super::problem::{Next, Problem, Repair};
use super::record::Record;
use super::sniff::{HEAD, sniff};
use super::take::{rough_cells, take};
use super::window::Window;
use crate::table::{FileError, RejectCode, RejectDetail, Warning};

/// The longest cell, in bytes.
pub const FIELD_LIMIT: usize = 1024 * 1024;
/// The longest row, in bytes.
pub const ROW_LIMIT: usize = 4 * 1024 * 1024;
/// The most cells a row may have.
pub const COLUMN_LIMIT: usize = 1024;
/// How many bytes may be looked at in vain because quotes did not close; from then on a row is one line.
const PATIENCE: u64 = 64 * 1024 * 1024;

/// A text file with separators.
#[derive(Debug)]
pub struct Reader {
    window: Window,
    core: csv_core::Reader,
    out: Vec<u8>,
    ends: Vec<usize>,
    delimiter: u8,
    quote: u8,
    line: u64,
    after_cr: bool,
    blank: u64,
    /// Cells with a heading, and cells of the header altogether.
    width: Option<(usize, usize)>,
    repair: Option<Repair>,
    patience: u64,
    warnings: Vec<Warning<Infallible>>,
}

/// How the core reader came to the end of a row.
enum Scan {
    End,
    Row { used: usize, written: usize, cells: usize },
    TooLong { used: usize },
    TooMany { used: usize },
}

impl Reader {
    /// Opens a file: finds encoding, separator and quote, and stands before the first row.
    ///
    /// # Errors
    /// When the input can't be read, is no text, or the encoding is unknown.
    pub fn open(input: Input, delimiter: Option<u8>, encoding: Option<&str>) -> Result<Self, FileError> {
        let (text, warnings) = Text::open(input, encoding)?;
        let mut window = Window::new(text)?;
        window.reach(HEAD)?;
        let ahead = window.ahead();
        let guess = sniff(&ahead[..ahead.len().min(HEAD)], delimiter);
        window.advance(guess.hint);
        Ok(Self {
            window,
            core: csv_core::ReaderBuilder::new()
                .delimiter(guess.delimiter)
                .quote(guess.quote)
                .build(),
            out: vec![0; 4 * 1024],
            ends: vec![0; COLUMN_LIMIT + 8],
            delimiter: guess.delimiter,
            quote: guess.quote,
            line: 1 + u64::from(guess.hint > 0),
            after_cr: false,
            blank: 0,
            width: None,
            repair: None,
            patience: PATIENCE,
            warnings,
        })
    }

    /// The separator.
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// The quote.
    pub fn quote(&self) -> u8 {
        self.quote
    }

    /// The name of the encoding.
    pub fn encoding(&self) -> &'static str {
        self.window.encoding()
    }

    /// Wholly blank rows passed over so far.
    pub fn blank(&self) -> u64 {
        self.blank
    }

    /// How far into the file the reading is, in bytes; where it is not UTF-8, about.
    pub fn position(&self) -> u64 {
        let wide = u64::from(self.encoding().starts_with("UTF-16"));
        self.window.used() << wide
    }

    /// What was found out about the file as a whole.
    pub fn warnings(&self) -> &[Warning<Infallible>] {
        &self.warnings
    }

    /// What was mended in the quoting of the last row.
    pub fn repair(&self) -> Option<&Repair> {
        self.repair.as_ref()
    }

    /// From here on every row must have at least `named` cells, and none that says something beyond `full`.
    pub fn expect(&mut self, named: usize, full: usize) {
        self.width = Some((named, full.max(named)));
    }

    /// A reader over the begin of the file alone, for finding out what it is; rows cut off at its end are left out.
    pub(crate) fn head(&self) -> Result<Self, FileError> {
        let ahead = self.window.ahead();
        let whole = self.window.finished() && ahead.len() <= HEAD;
        let mut head = &ahead[..ahead.len().min(HEAD)];
        if !whole {
            let end = memchr::memrchr2(b'\n', b'\r', head).map_or(0, |at| at + 1);
            head = &head[..end];
        }
        let mut reader = Self::open(Input::bytes(head.to_vec()), Some(self.delimiter), Some("utf-8"))?;
        reader.line = self.line;
        Ok(reader)
    }

    /// Passes over whole lines until the given one is next.
    pub(crate) fn skip_to(&mut self, line: u64) -> Result<(), FileError> {
        while self.line < line && self.skip_line()? {}
        Ok(())
    }

    /// Reads the next row that is not blank.
    ///
    /// # Errors
    /// When the file can't be read on, or its quotes can't be followed at all.
    pub fn next(&mut self, record: &mut Record) -> Result<Next, FileError> {
        self.repair = None;
        loop {
            self.skip_blank_lines()?;
            let line = self.line;
            let (used, written, cells) = match self.scan()? {
                Scan::End => return Ok(Next::End),
                Scan::Row { used, written, cells } => (used, written, cells),
                Scan::TooLong { used } => return self.beyond(RejectCode::FieldTooLong, used, record),
                Scan::TooMany { used } => return self.beyond(RejectCode::TooManyColumns, used, record),
            };
            let mut row = &self.window.ahead()[..used];
            let cr = row.last() == Some(&b'\r');
            if cr || row.last() == Some(&b'\n') {
                row = &row[..used - 1];
            }
            let quoted = memchr::memchr(self.quote, row).is_some();
            if quoted && strict(row, self.delimiter, self.quote).is_none() {
                return self.recover(record, used, None);
            }
            let lines = 1 + if quoted {
                line_ends(row).count().saturating_sub(1) as u64
            } else {
                0
            };
            let ends = &self.ends[..cells];
            if let Some(problem) = take(record, line, &self.out[..written], ends, row) {
                self.use_up(used, lines, cr);
                return Ok(Next::Bad(problem));
            }
            if record.is_blank() {
                self.blank += 1;
                self.use_up(used, lines, cr);
                continue;
            }
            if let Some(ragged) = self.ragged(record) {
                if lines > 1 {
                    return self.recover(record, used, Some((ragged, lines, cr)));
                }
                self.use_up(used, lines, cr);
                return Ok(Next::Bad(ragged));
            }
            self.use_up(used, lines, cr);
            return Ok(Next::Row);
        }
    }

    /// Feeds the core reader until it has a row.
    fn scan(&mut self) -> Result<Scan, FileError> {
        let (mut used, mut written, mut cells) = (0, 0, 0);
        loop {
            if used > ROW_LIMIT + FIELD_LIMIT {
                return Ok(Scan::TooLong { used });
            }
            let Some(end) = self.stretch(used) else {
                self.window.fill()?;
                continue;
            };
            let input = &self.window.ahead()[used..end];
            let line_ends_here = input.is_empty() && !self.window.ahead()[used..].is_empty();
            let (result, taken, wrote, ended) =
                self.core
                    .read_record(input, &mut self.out[written..], &mut self.ends[cells..]);
            used += taken;
            written += wrote;
            cells += ended;
            if cells > COLUMN_LIMIT {
                return Ok(Scan::TooMany { used });
            }
            match result {
                ReadRecordResult::End => return Ok(Scan::End),
                ReadRecordResult::Record => {
                    used += usize::from(line_ends_here);
                    return Ok(Scan::Row { used, written, cells });
                }
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if self.out.len() >= ROW_LIMIT => return Ok(Scan::TooLong { used }),
                ReadRecordResult::OutputFull => self.out.resize(self.out.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => return Ok(Scan::TooMany { used }),
            }
        }
    }

    /// How far the core reader is fed next; nothing when more must be read first, `used` itself where a row must end.
    /// Once patience is out that is at every line end, quotes or not.
    fn stretch(&self, used: usize) -> Option<usize> {
        let ahead = self.window.ahead();
        if ahead.len() == used {
            return self.window.finished().then_some(used);
        }
        if self.patience > 0 {
            return Some(ahead.len());
        }
        Some(line_ends(ahead).next().map_or(ahead.len(), |(end, _)| end.max(used)))
    }

    fn use_up(&mut self, bytes: usize, lines: u64, cr: bool) {
        self.window.advance(bytes);
        self.line += lines;
        self.after_cr = cr;
    }

    /// Passes over empty lines, and over the line feed of a line end whose carriage return was read before.
    fn skip_blank_lines(&mut self) -> Result<(), FileError> {
        loop {
            if self.window.ahead().is_empty() && !self.window.finished() {
                self.window.fill()?;
                continue;
            }
            match self.window.ahead().first() {
                Some(b'\n') if self.after_cr => self.window.advance(1),
                Some(byte @ (b'\n' | b'\r')) => {
                    let cr = *byte == b'\r';
                    self.blank += 1;
                    self.use_up(1, 1, cr);
                    continue;
                }
                _ => {
                    self.after_cr = false;
                    return Ok(());
                }
            }
            self.after_cr = false;
        }
    }

    /// Passes over one line, whatever is in it; false at the end of the file.
    fn skip_line(&mut self) -> Result<bool, FileError> {
        self.core.reset();
        if self.after_cr {
            self.window.reach(1)?;
            if self.window.ahead().first() == Some(&b'\n') {
                self.window.advance(1);
            }
            self.after_cr = false;
        }
        loop {
            let ahead = self.window.ahead();
            match memchr::memchr2(b'\n', b'\r', ahead) {
                Some(at) => {
                    let cr = ahead[at] == b'\r';
                    self.use_up(at + 1, 1, cr);
                    return Ok(true);
                }
                None if self.window.finished() => {
                    self.window.advance(usize::MAX / 2);
                    return Ok(false);
                }
                None => {
                    let all = ahead.len();
                    self.window.advance(all);
                    self.window.fill()?;
                }
            }
        }
    }

    /// Tries to make sense of a row whose quotes are broken; else rejects its first line. A row that is well-formed but
    /// has the wrong number of cells is given along: it is only cut when a later line of it is a whole row.
    fn recover(
        &mut self,
        record: &mut Record,
        scanned: usize,
        ragged: Option<(Problem, u64, bool)>,
    ) -> Result<Next, FileError> {
        self.core.reset();
        self.window.reach(REACH)?;
        let ahead = self.window.ahead();
        let text = &ahead[..ahead.len().min(REACH)];
        let broken = Broken {
            text,
            delimiter: self.delimiter,
            quote: self.quote,
            width: self.width,
            joined: self.patience > 0,
        };
        if let Some((problem, lines, cr)) = ragged {
            let row = Broken {
                text: &text[..scanned.min(text.len())],
                ..broken
            };
            if !row.row_follows() {
                self.use_up(scanned, lines, cr);
                return Ok(Next::Bad(problem));
            }
        }
        let line = self.line;
        let (verdict, work) = broken.judge();
        let (code, cell, at) = match verdict {
            Verdict::Mended(mended) => {
                let row = text[..mended.used].to_vec();
                self.spend(work + scanned.saturating_sub(row.len() + 2) as u64);
                return self.take_mended(record, mended, &row);
            }
            Verdict::Unclosed { cell, at } => (RejectCode::QuoteUnclosed, cell, at),
            Verdict::Stray { cell, at } => (RejectCode::QuoteStray, cell, at),
        };
        let end = line_ends(text).next().map_or(text.len(), |(end, _)| end);
        let (_, character) = place(&text[..at]);
        let cells = rough_cells(&text[..end], self.delimiter);
        self.spend(work + scanned.saturating_sub(end + 2) as u64);
        self.skip_line()?;
        let detail = RejectDetail::Position { line, character };
        Ok(Next::Bad(Problem {
            line,
            cell: Some(cell),
            code,
            detail,
            cells,
        }))
    }

    /// Counts what was looked at in vain, so that a file full of open quotes can't keep the reader busy for hours.
    fn spend(&mut self, bytes: u64) {
        self.patience = self.patience.saturating_sub(bytes);
    }

    fn take_mended(&mut self, record: &mut Record, mended: Mended, row: &[u8]) -> Result<Next, FileError> {
        let line = self.line;
        let mut out = Vec::new();
        let mut ends = Vec::new();
        for cell in &mended.cells {
            out.extend_from_slice(cell);
            ends.push(out.len());
        }
        let found = String::from_utf8_lossy(row).into_owned();
        self.repair = Some(Repair {
            code: mended.code,
            cell: mended.cell,
            found,
        });
        let lines = line_ends(row).count().max(1) as u64 - 1;
        self.window.advance(row.len());
        self.line += lines;
        // What is left of the line is its end.
        self.skip_line()?;
        match take(record, line, &out, &ends, row) {
            Some(problem) => Ok(Next::Bad(problem)),
            None => Ok(Next::Row),
        }
    }

    /// A row that passes a limit. When its quote is simply not closed, that is what is said.
    fn beyond(&mut self, code: RejectCode, used: usize, record: &mut Record) -> Result<Next, FileError> {
        let ahead = self.window.ahead();
        let first = line_ends(ahead).next().map_or(ahead.len(), |(end, _)| end);
        if first < REACH && strict(&ahead[..first], self.delimiter, self.quote).is_none() {
            let text = &ahead[..ahead.len().min(REACH)];
            let broken = Broken {
                text,
                delimiter: self.delimiter,
                quote: self.quote,
                width: self.width,
                joined: self.patience > 0,
            };
            if self.width.is_none() || broken.row_follows() {
                return self.recover(record, used, None);
            }
        }
        let line = self.line;
        let (code, limit) = match code {
            RejectCode::TooManyColumns => (code, COLUMN_LIMIT),
            _ if self.wide_but_short(first) => (RejectCode::RowTooLong, ROW_LIMIT),
            _ => (RejectCode::FieldTooLong, FIELD_LIMIT),
        };
        let cell = self.cell_beyond(code, first);
        self.spend(used.saturating_sub(first) as u64);
        self.skip_line()?;
        let detail = RejectDetail::Limit { limit: limit as u64 };
        Ok(Next::Bad(Problem {
            line,
            cell: Some(cell),
            code,
            detail,
            cells: Vec::new(),
        }))
    }

    /// Whether no single cell of the row that begins here passes the limit for a cell.
    fn wide_but_short(&self, first: usize) -> bool {
        let row = &self.window.ahead()[..first.min(ROW_LIMIT)];
        row.split(|byte| *byte == self.delimiter)
            .all(|cell| cell.len() <= FIELD_LIMIT)
    }

    fn cell_beyond(&self, code: RejectCode, first: usize) -> usize {
        let row = &self.window.ahead()[..first.min(ROW_LIMIT)];
        let mut cells = row.split(|byte| *byte == self.delimiter);
        match code {
            RejectCode::TooManyColumns => COLUMN_LIMIT,
            RejectCode::FieldTooLong => cells.position(|cell| cell.len() > FIELD_LIMIT).unwrap_or_default(),
            _ => cells.count().saturating_sub(1),
        }
    }

    fn ragged(&self, record: &Record) -> Option<Problem> {
        let (named, full) = self.width?;
        let found = record.len();
        let fits = found >= named && (found <= full || (full..found).all(|cell| record.cell(cell).trim().is_empty()));
        if fits {
            return None;
        }
        Some(Problem {
            line: record.line(),
            cell: None,
            code: RejectCode::Ragged,
            detail: RejectDetail::Counts { expected: named, found },
            cells: record.to_cells(),
        })
    }
}
