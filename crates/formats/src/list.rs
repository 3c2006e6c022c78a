//! A file with a header, read by the names of its columns, whatever it is about: lists of attendees, marks, answers.
//!
//! It comes from the same readers as a catalogue: encoding, separator and quotes are found, titles above the header are
//! passed over, workbooks are bounded.

use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use crate::delimited::guard::{excel_text, restore};
use crate::delimited::{Next, Record};
use crate::table::head::{DEEPEST, HeadRow, above, fold, in_header, trimmed, uses};
use crate::table::source::Source;
use crate::table::{FileError, Reject};

/// A column that is known: its key, and the headings it may have, without case, accents and punctuation, parted by blanks.
/// A heading that ends in `*` stands for all that begin so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// The key.
    pub key: &'static str,
    /// The headings.
    pub names: &'static str,
}

impl Known {
    fn fits(&self, folded: &str) -> Option<usize> {
        let fits = |name: &str| match name.strip_suffix('*') {
            Some(beginning) => folded.starts_with(beginning),
            None => name == folded,
        };
        self.names.split_whitespace().position(fits)
    }
}

/// How a file is read, where a person says it.
pub type Options = crate::table::Options<(), &'static str>;

/// How it was read.
pub type Shape = crate::table::Shape<(), &'static str>;

/// A row: its cells by key, in the order of the file. Text is NFC and trimmed, empty cells are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The line on which it begins.
    pub line: u64,
    /// What it says.
    pub cells: Vec<(&'static str, String)>,
    /// Its cells as the file has them.
    pub original: Vec<String>,
}

impl Row {
    /// The first cell with this key.
    pub fn get(&self, key: &str) -> Option<&str> {
        let found = self.cells.iter().find(|(other, _)| *other == key);
        found.map(|(_, text)| text.as_str())
    }
}

/// A file that is being read.
#[derive(Debug)]
pub struct List {
    source: Source,
    shape: Shape,
}

impl List {
    /// Opens a file. One column with the key `needs` must be there.
    ///
    /// # Errors
    /// [`FileError`].
    pub fn open(path: &Path, known: &[Known], needs: &'static str, options: &Options) -> Result<List, FileError> {
        let source = Source::open(path, options)?;
        List::over(source, known, needs, options)
    }

    /// Reads a file that is already in memory.
    ///
    /// # Errors
    /// [`FileError`].
    pub fn from_bytes(
        bytes: Vec<u8>,
        known: &[Known],
        needs: &'static str,
        options: &Options,
    ) -> Result<List, FileError> {
        let source = Source::from_bytes(bytes, options)?;
        List::over(source, known, needs, options)
    }

    fn over(mut source: Source, known: &[Known], needs: &'static str, options: &Options) -> Result<List, FileError> {
        let (rows, broken) = source.head()?;
        let looked_at = || rows.iter().take(DEEPEST);
        let score = |row: &HeadRow| meanings(&row.cells, known, &options.map).iter().flatten().count();
        let has = |row: &&HeadRow| meanings(&row.cells, known, &options.map).contains(&Some(needs));
        // Of several, the first: headings may come again further down.
        let found = looked_at().filter(has).rev().max_by_key(|row| score(row));
        let Some(header) = found else {
            let Some(likeliest) = looked_at().rev().max_by_key(|row| score(row)) else {
                return Err(broken.map_or(FileError::Empty, |problem| in_header(problem, &source)));
            };
            all_mapped(likeliest.line, &likeliest.cells, options)?;
            return Err(FileError::HeaderMissing {
                line: likeliest.line,
                needs: vec![needs],
                headers: headings(&likeliest.cells),
            });
        };
        let line = header.line;
        let above = above(&rows, rows.iter().position(|row| row.line == line));
        let mut cells = match source.header(line)? {
            Ok(cells) => cells,
            Err(problem) => return Err(in_header(problem, &source)),
        };
        all_mapped(line, &cells, options)?;
        source.expect(trimmed(&cells), cells.len());
        cells.truncate(trimmed(&cells));
        let (encoding, sheet) = source.about();
        let shape = Shape {
            dialect: (),
            encoding,
            delimiter: source.as_text().map(crate::delimited::Reader::delimiter),
            sheet,
            header_line: Some(line),
            columns: uses(&cells, meanings(&cells, known, &options.map)),
            guarded: true,
            skipped: above,
        };
        Ok(List { source, shape })
    }

    /// How the file is read.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// Wholly blank rows passed over so far.
    pub fn blank(&self) -> u64 {
        self.source.blank()
    }

    /// The next row, or why it can't be read; nothing at the end.
    ///
    /// # Errors
    /// When the rest of the file can't be read.
    pub fn next_row(&mut self) -> Result<Option<Result<Row, Reject>>, FileError> {
        let mut record = Record::new();
        match self.source.next(&mut record)? {
            Next::End => Ok(None),
            Next::Bad(problem) => Ok(Some(Err(Reject {
                line: problem.line,
                column: problem
                    .cell
                    .and_then(|cell| Some(self.shape.columns.get(cell)?.header.clone())),
                code: problem.code,
                detail: problem.detail,
                original: problem.cells,
            }))),
            Next::Row => {
                let mut row = Row {
                    line: record.line(),
                    original: record.to_cells(),
                    ..Row::default()
                };
                for (at, column) in self.shape.columns.iter().enumerate() {
                    let text = clean(record.cell(at));
                    if let Some(key) = column.field.filter(|_| !text.is_empty()) {
                        row.cells.push((key, text));
                    }
                }
                Ok(Some(Ok(row)))
            }
        }
    }
}

/// Every heading named by hand is there.
fn all_mapped(line: u64, cells: &[String], options: &Options) -> Result<(), FileError> {
    let is_there = |heading: &str| cells.iter().any(|cell| fold(cell) == fold(heading));
    match options.map.iter().find(|(_, heading)| !is_there(heading)) {
        None => Ok(()),
        Some((field, heading)) => Err(FileError::MapUnknown {
            line,
            field,
            header: heading.clone(),
            headers: headings(cells),
        }),
    }
}

fn headings(cells: &[String]) -> Vec<String> {
    let shown = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    shown.map(str::to_owned).collect()
}

/// A cell's text: NFC, without blanks around it, without what keeps a spreadsheet from spoiling it.
fn clean(cell: &str) -> String {
    let cell = cell.trim();
    let cell = excel_text(cell).unwrap_or_else(|| restore(cell).to_owned());
    cell.trim().nfc().collect()
}

/// What each heading is taken for: by hand, else by name; of two for one key, the better name, then the first.
fn meanings(cells: &[String], known: &[Known], map: &[(&'static str, String)]) -> Vec<Option<&'static str>> {
    let mut best: Vec<Option<(usize, usize)>> = vec![None; known.len()];
    let mut taken: Vec<Option<&'static str>> = vec![None; cells.len()];
    let by_hand = |folded: &str| {
        map.iter()
            .find(|(_, heading)| fold(heading) == folded)
            .map(|(key, _)| *key)
    };
    for (column, cell) in cells.iter().enumerate() {
        let folded = fold(cell);
        if folded.is_empty() {
            continue;
        }
        let named = by_hand(&folded);
        for (at, one) in known.iter().enumerate() {
            let rank = match named {
                Some(key) => (key == one.key).then_some(0),
                None if map.iter().any(|(key, _)| *key == one.key) => None,
                None => one.fits(&folded).map(|rank| rank + 1),
            };
            if let Some(rank) = rank
                && best[at].is_none_or(|(_, other)| rank < other)
            {
                best[at] = Some((column, rank));
            }
        }
    }
    for (one, best) in known.iter().zip(best) {
        if let Some((column, _)) = best
            && taken[column].is_none()
        {
            taken[column] = Some(one.key);
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[Known] = &[
        Known {
            key: "code",
            names: "kode code",
        },
        Known {
            key: "before",
            names: "pretest sebelum before nilaiawal",
        },
        Known {
            key: "after",
            names: "posttest sesudah after nilaiakhir",
        },
    ];

    fn read(text: &str, options: &Options) -> Result<Vec<Row>, FileError> {
        let mut table = List::from_bytes(text.as_bytes().to_vec(), KNOWN, "code", options)?;
        let mut rows = Vec::new();
        while let Some(row) = table.next_row()? {
            rows.push(row.unwrap());
        }
        Ok(rows)
    }

    #[test]
    fn columns_are_known_by_name() {
        let rows = read(
            "Daftar nilai;;;\nKODE;Pre-Test;Catatan;Post test\nE1-001;7,5;;9\n;;;\n",
            &Options::default(),
        )
        .unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!(
            (rows[0].line, rows[0].get("before"), rows[0].get("after")),
            (3, Some("7,5"), Some("9"))
        );
        let options = Options {
            map: vec![("after", "Ujian".to_owned())],
            ..Options::default()
        };
        let rows = read("kode,ujian,sesudah\nE1,3,4\n", &options).unwrap();
        assert_eq!(rows[0].get("after"), Some("3"));
    }

    #[test]
    fn no_such_table() {
        let missing = read("nama,alamat\nSiti,Kediri\n", &Options::default());
        assert!(matches!(missing, Err(FileError::HeaderMissing { .. })), "{missing:?}");
        assert!(matches!(read("", &Options::default()), Err(FileError::Empty)));
        let options = Options {
            map: vec![("after", "Ujian".to_owned())],
            ..Options::default()
        };
        assert!(matches!(
            read("kode,sesudah\n1,2\n", &options),
            Err(FileError::MapUnknown { .. })
        ));
    }
}
