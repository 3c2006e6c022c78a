//! Rows whose quoting is broken: what can be told from them without guessing.
//!
//! Old SLiMS exports put bare quotes into quoted cells, or escape them with backslashes. A row is recovered when exactly
//! one reading of it has as many cells as the header; otherwise it is rejected. The readings tried are:
//!
//! 1. every cell is quoted, so that cells are parted by quote, separator, quote and by nothing else;
//! 2. a quote ends a cell only before a separator or the end of the row (with and without pairs of quotes for one quote);
//! 3. a quote behind a backslash never ends a cell.
//!
//! A row may go on over several lines, but never over a line that is a whole row by itself: then the first line has a
//! quote that is not closed, and only that line is rejected.

use crate::table::WarningCode;

/// How far a broken row is followed.
pub(super) const REACH: usize = 64 * 1024;
const LINES: usize = 200;

/// A row whose quoting is broken, with the text that follows it.
pub(super) struct Broken<'a> {
    pub(super) text: &'a [u8],
    pub(super) delimiter: u8,
    pub(super) quote: u8,
    /// Cells with a heading, and cells of the header altogether; nothing: not yet known.
    pub(super) width: Option<(usize, usize)>,
    /// Whether a row may go on over several lines.
    pub(super) joined: bool,
}

/// What became of it.
pub(super) enum Verdict {
    Mended(Mended),
    /// A quote opens in that cell and doesn't close; `at` is its byte.
    Unclosed {
        cell: usize,
        at: usize,
    },
    /// Quotes stand in that cell so that its end can't be told; `at` is the first of them.
    Stray {
        cell: usize,
        at: usize,
    },
}

pub(super) struct Mended {
    pub(super) cells: Vec<Vec<u8>>,
    /// Bytes of the row, its line end not included.
    pub(super) used: usize,
    pub(super) code: WarningCode,
    /// The first cell that was mended.
    pub(super) cell: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Pairs,
    Bare,
    Backslash,
}

/// Cell and byte of a quote, where there is one.
type Place = Option<(usize, usize)>;

struct Reading {
    cells: Vec<Vec<u8>>,
    /// A quote that is still open at the end.
    open: Place,
    /// The first quote that stands where none should.
    stray: Place,
    /// Quotes stand in a cell that is not quoted.
    bare: bool,
}

impl Broken<'_> {
    /// The verdict, and how many bytes were looked at beyond the first line.
    pub(super) fn judge(&self) -> (Verdict, u64) {
        let mut work = 0;
        let mut ends = line_ends(self.text).take(LINES);
        let first = ends.next().unwrap_or((self.text.len(), self.text.len()));
        let alone = self.read(&self.text[..first.0], Mode::Bare);
        if let Some(mended) = self.interpret(first.0) {
            return (Verdict::Mended(mended), 0);
        }
        if alone.open.is_some() && self.width.is_some() && self.joined {
            let mut from = first.1;
            for (end, next) in ends {
                if self.is_row(&self.text[from..end]) {
                    break;
                }
                work += end as u64;
                if let Some(mended) = self.interpret(end) {
                    return (Verdict::Mended(mended), work);
                }
                from = next;
            }
        }
        let verdict = match (alone.open, alone.stray) {
            (Some((cell, at)), _) => Verdict::Unclosed { cell, at },
            (None, Some((cell, at))) => Verdict::Stray { cell, at },
            (None, None) => Verdict::Stray { cell: 0, at: 0 },
        };
        (verdict, work)
    }

    /// Whether one of the lines behind the first is a whole row by itself.
    pub(super) fn row_follows(&self) -> bool {
        let mut from = None;
        line_ends(self.text).take(LINES).any(|(end, next)| {
            let line = from.replace(next).map(|from: usize| &self.text[from..end]);
            line.is_some_and(|line| self.is_row(line))
        })
    }

    /// Whether a line is a whole row by itself.
    fn is_row(&self, line: &[u8]) -> bool {
        let broken = Broken { text: line, ..*self };
        match strict(line, self.delimiter, self.quote) {
            // Quotes in a cell that is not quoted: rather the end of a cell than a row.
            Some(_) if self.read(line, Mode::Pairs).bare => false,
            Some(cells) => self.width.is_some_and(|(named, full)| (named..=full).contains(&cells)),
            None => broken.interpret(line.len()).is_some(),
        }
    }

    fn interpret(&self, end: usize) -> Option<Mended> {
        let text = &self.text[..end];
        memchr::memchr(self.quote, text)?;
        let (cells, stray) = match self.all_quoted(text) {
            Some(cells) => (cells, None),
            None => {
                let mut found: Option<(Vec<Vec<u8>>, Place)> = None;
                for mode in [Mode::Pairs, Mode::Bare, Mode::Backslash] {
                    let reading = self.read(text, mode);
                    if reading.open.is_some() {
                        continue;
                    }
                    let Some(cells) = self.fitting(reading.cells) else {
                        continue;
                    };
                    match &found {
                        Some((known, _)) if *known != cells => return None,
                        Some(_) => {}
                        None => found = Some((cells, reading.stray)),
                    }
                }
                found?
            }
        };
        let escaped = memchr::memmem::find(text, &[b'\\', self.quote]).is_some();
        let cell = stray
            .map(|(cell, _)| cell)
            .or_else(|| cells.iter().position(|cell| cell.contains(&self.quote)))
            .unwrap_or_default();
        let code = if escaped {
            WarningCode::QuoteBackslash
        } else {
            WarningCode::QuoteBare
        };
        Some(Mended {
            cells,
            used: end,
            code,
            cell,
        })
    }

    /// The cells, when there are as many as the header has.
    fn fitting(&self, mut cells: Vec<Vec<u8>>) -> Option<Vec<Vec<u8>>> {
        let (named, full) = self.width?;
        while cells.len() > named && cells.last().is_some_and(Vec::is_empty) {
            cells.pop();
        }
        (named..=full).contains(&cells.len()).then_some(cells)
    }

    /// Reads a row of which every cell is quoted.
    fn all_quoted(&self, text: &[u8]) -> Option<Vec<Vec<u8>>> {
        let mut text = text;
        while text.len() > 2 && text.ends_with(&[self.quote, self.delimiter]) {
            text = &text[..text.len() - 1];
        }
        let inner = text.strip_prefix(&[self.quote])?.strip_suffix(&[self.quote])?;
        let parting = [self.quote, self.delimiter, self.quote];
        let mut cells = Vec::new();
        let mut from = 0;
        while let Some(at) = memchr::memmem::find(&inner[from..], &parting) {
            cells.push(self.unescape(&inner[from..from + at]));
            from += at + parting.len();
        }
        cells.push(self.unescape(&inner[from..]));
        self.fitting(cells)
    }

    /// The text of a quoted cell: pairs of quotes become one where all of them are pairs; backslashes before a quote go.
    fn unescape(&self, cell: &[u8]) -> Vec<u8> {
        let mut text = Vec::with_capacity(cell.len());
        let paired = runs_are_even(cell, self.quote);
        let mut at = 0;
        while at < cell.len() {
            let byte = cell[at];
            if byte == self.quote {
                while text.last() == Some(&b'\\') {
                    text.pop();
                }
                at += usize::from(paired);
            }
            text.push(byte);
            at += 1;
        }
        text
    }

    fn read(&self, text: &[u8], mode: Mode) -> Reading {
        let mut reading = Reading {
            cells: Vec::new(),
            open: None,
            stray: None,
            bare: false,
        };
        let mut at = 0;
        loop {
            if text.get(at) == Some(&self.quote) {
                at = self.read_quoted(text, at, mode, &mut reading);
                if reading.open.is_some() {
                    return reading;
                }
            } else {
                let end = memchr::memchr(self.delimiter, &text[at..]).map_or(text.len(), |found| at + found);
                reading.bare |= memchr::memchr(self.quote, &text[at..end]).is_some();
                reading.cells.push(text[at..end].to_vec());
                at = end;
            }
            if at >= text.len() {
                return reading;
            }
            at += 1;
        }
    }

    /// Reads the quoted cell whose quote stands at `open`; gives the place of the separator behind it.
    fn read_quoted(&self, text: &[u8], open: usize, mode: Mode, reading: &mut Reading) -> usize {
        let index = reading.cells.len();
        let mut cell = Vec::new();
        let mut at = open + 1;
        while at < text.len() {
            let byte = text[at];
            if byte != self.quote {
                cell.push(byte);
                at += 1;
                continue;
            }
            let escaped = mode == Mode::Backslash && cell.last() == Some(&b'\\');
            let next = text.get(at + 1);
            if !escaped && mode != Mode::Bare && next == Some(&self.quote) {
                cell.push(byte);
                at += 2;
            } else if !escaped && (next.is_none() || next == Some(&self.delimiter)) {
                let cell = if mode == Mode::Bare { self.unescape(&cell) } else { cell };
                reading.cells.push(cell);
                return at + 1;
            } else {
                reading.stray.get_or_insert((index, at));
                while mode != Mode::Bare && cell.last() == Some(&b'\\') {
                    cell.pop();
                }
                cell.push(byte);
                at += 1;
            }
        }
        reading.open = Some((index, open));
        reading.cells.push(cell);
        text.len()
    }
}

fn runs_are_even(cell: &[u8], quote: u8) -> bool {
    cell.split(|byte| *byte != quote).all(|run| run.len() % 2 == 0)
}

/// Whether a row follows RFC 4180, and how many cells it has. A quote inside a cell without quotes is taken as it is.
pub(super) fn strict(row: &[u8], delimiter: u8, quote: u8) -> Option<usize> {
    let mut cells = 1;
    let mut at = 0;
    loop {
        if row.get(at) == Some(&quote) {
            at += 1;
            loop {
                at += memchr::memchr(quote, &row[at..])? + 1;
                if row.get(at) != Some(&quote) {
                    break;
                }
                at += 1;
            }
            match row.get(at) {
                None => return Some(cells),
                Some(byte) if *byte == delimiter => {}
                Some(_) => return None,
            }
        } else {
            match memchr::memchr(delimiter, &row[at..]) {
                None => return Some(cells),
                Some(found) => at += found,
            }
        }
        at += 1;
        cells += 1;
    }
}

/// For every line: where it ends, and where the next begins.
pub(super) fn line_ends(text: &[u8]) -> impl Iterator<Item = (usize, usize)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        if from >= text.len() {
            return None;
        }
        let end = memchr::memchr2(b'\n', b'\r', &text[from..]).map_or(text.len(), |found| from + found);
        let next = match text.get(end..end + 2) {
            Some(b"\r\n") => end + 2,
            _ => (end + 1).min(text.len()),
        };
        from = next.max(end);
        if end == text.len() {
            from = text.len();
        }
        Some((end, next))
    })
}
