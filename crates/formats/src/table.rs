//! A file with a header, read by the names of its columns, whatever it is about: lists of attendees, marks, answers.
//!
//! It comes from the same readers as a catalogue: encoding, separator and quotes are found, titles above the header are
//! passed over, workbooks are bounded.

use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use crate::catalogue::detect::{HeadRow, trimmed};
use crate::catalogue::header::fold;
use crate::catalogue::source::Source;
use crate::catalogue::{FileError, Options as FileOptions, RejectCode, RejectDetail};
use crate::delimited::guard::{excel_text, restore};
use crate::delimited::{Next, Record};

/// How far down a header is looked for.
const DEEPEST: usize = 20;

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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The separator.
    pub delimiter: Option<u8>,
    /// The encoding.
    pub encoding: Option<String>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// Columns named by hand: key and heading.
    pub map: Vec<(String, String)>,
}

/// Why a file is no such table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// The file as a whole can't be read.
    #[error("{0}")]
    File(#[from] FileError),
    /// None of the first rows has a heading that is needed.
    #[error("header.missing")]
    HeaderMissing {
        /// The line of the row that looks most like a header.
        line: u64,
        /// The key that is needed.
        needs: &'static str,
        /// The headings that were found.
        headers: Vec<String>,
    },
    /// A heading named by hand is not there.
    #[error("map.unknown")]
    MapUnknown {
        /// The heading as given, or the key where that is unknown.
        header: String,
        /// What there is.
        headers: Vec<String>,
    },
}

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

/// A row that can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// The line on which it begins.
    pub line: u64,
    /// Why.
    pub code: RejectCode,
    /// The figures that belong to the reason.
    pub detail: RejectDetail,
    /// Its cells, as far as they can be told.
    pub original: Vec<String>,
}

/// A file that is being read.
#[derive(Debug)]
pub struct Table {
    source: Source,
    /// The headings, and what each is taken for.
    pub columns: Vec<(String, Option<&'static str>)>,
    /// The line of the header.
    pub header_line: u64,
}

impl Table {
    /// Opens a file. One column with the key `needs` must be there.
    ///
    /// # Errors
    /// [`TableError`].
    pub fn open(path: &Path, known: &[Known], needs: &'static str, options: &Options) -> Result<Table, TableError> {
        let source = Source::open(path, &file_options(options))?;
        Table::over(source, known, needs, options)
    }

    /// Reads a file that is already in memory.
    ///
    /// # Errors
    /// [`TableError`].
    pub fn from_bytes(
        bytes: Vec<u8>,
        known: &[Known],
        needs: &'static str,
        options: &Options,
    ) -> Result<Table, TableError> {
        let source = Source::from_bytes(bytes, &file_options(options))?;
        Table::over(source, known, needs, options)
    }

    fn over(mut source: Source, known: &[Known], needs: &'static str, options: &Options) -> Result<Table, TableError> {
        let (rows, _) = source.head()?;
        let looked_at = || rows.iter().take(DEEPEST);
        let score = |row: &HeadRow| meanings(&row.cells, known, &options.map).iter().flatten().count();
        let has = |row: &&HeadRow| meanings(&row.cells, known, &options.map).contains(&Some(needs));
        // Of several, the first: headings may come again further down.
        let found = looked_at().filter(has).rev().max_by_key(|row| score(row));
        let Some(header) = found else {
            let Some(likeliest) = looked_at().rev().max_by_key(|row| score(row)) else {
                return Err(FileError::Empty.into());
            };
            all_mapped(&likeliest.cells, &options.map)?;
            return Err(TableError::HeaderMissing {
                line: likeliest.line,
                needs,
                headers: headings(&likeliest.cells),
            });
        };
        let line = header.line;
        let cells = source.header(line)?.unwrap_or_else(|problem| problem.cells);
        all_mapped(&cells, &options.map)?;
        let meanings = meanings(&cells, known, &options.map);
        source.expect(trimmed(&cells), cells.len());
        let shown = cells.iter().map(|cell| cell.trim().to_owned());
        Ok(Table {
            columns: shown.zip(meanings).take(trimmed(&cells)).collect(),
            source,
            header_line: line,
        })
    }

    /// The encoding, or the format of a workbook; the separator of text.
    pub fn about(&self) -> (String, Option<u8>) {
        let (encoding, _) = self.source.about();
        let delimiter = self.source.as_text().map(crate::delimited::Reader::delimiter);
        (encoding, delimiter)
    }

    /// Wholly blank rows passed over so far.
    pub fn blank(&self) -> u64 {
        self.source.blank()
    }

    /// The next row, or why it can't be read; nothing at the end.
    ///
    /// # Errors
    /// When the rest of the file can't be read.
    pub fn next_row(&mut self) -> Result<Option<Result<Row, BadRow>>, FileError> {
        let mut record = Record::new();
        match self.source.next(&mut record)? {
            Next::End => Ok(None),
            Next::Bad(problem) => Ok(Some(Err(BadRow {
                line: problem.line,
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
                for (at, (_, key)) in self.columns.iter().enumerate() {
                    let text = clean(record.cell(at));
                    if let Some(key) = key.filter(|_| !text.is_empty()) {
                        row.cells.push((key, text));
                    }
                }
                Ok(Some(Ok(row)))
            }
        }
    }
}

/// Every heading named by hand is there.
fn all_mapped(cells: &[String], map: &[(String, String)]) -> Result<(), TableError> {
    let is_there = |heading: &str| cells.iter().any(|cell| fold(cell) == fold(heading));
    match map.iter().find(|(_, heading)| !is_there(heading)) {
        None => Ok(()),
        Some((_, heading)) => Err(TableError::MapUnknown {
            header: heading.clone(),
            headers: headings(cells),
        }),
    }
}

fn file_options(options: &Options) -> FileOptions {
    FileOptions {
        delimiter: options.delimiter,
        encoding: options.encoding.clone(),
        sheet: options.sheet.clone(),
        ..FileOptions::default()
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
fn meanings(cells: &[String], known: &[Known], map: &[(String, String)]) -> Vec<Option<&'static str>> {
    let mut best: Vec<Option<(usize, usize)>> = vec![None; known.len()];
    let mut taken: Vec<Option<&'static str>> = vec![None; cells.len()];
    let by_hand = |folded: &str| {
        map.iter()
            .find(|(_, heading)| fold(heading) == folded)
            .map(|(key, _)| key.as_str())
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
                None if map.iter().any(|(key, _)| key == one.key) => None,
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

    fn read(text: &str, options: &Options) -> Result<Vec<Row>, TableError> {
        let mut table = Table::from_bytes(text.as_bytes().to_vec(), KNOWN, "code", options)?;
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
            map: vec![("after".to_owned(), "Ujian".to_owned())],
            ..Options::default()
        };
        let rows = read("kode,ujian,sesudah\nE1,3,4\n", &options).unwrap();
        assert_eq!(rows[0].get("after"), Some("3"));
    }

    #[test]
    fn no_such_table() {
        let missing = read("nama,alamat\nSiti,Kediri\n", &Options::default());
        assert!(
            matches!(missing, Err(TableError::HeaderMissing { needs: "code", .. })),
            "{missing:?}"
        );
        assert!(matches!(
            read("", &Options::default()),
            Err(TableError::File(FileError::Empty))
        ));
        let options = Options {
            map: vec![("after".to_owned(), "Ujian".to_owned())],
            ..Options::default()
        };
        assert!(matches!(
            read("kode,sesudah\n1,2\n", &options),
            Err(TableError::MapUnknown { .. })
        ));
    }
}
