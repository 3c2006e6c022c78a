//! Short lists from files: a header, known columns, and every fault named by line and column.

use std::collections::BTreeSet;
use std::path::Path;

use pustaka_cli::import::unread_row;
use pustaka_cli::{Failure, Lang, Session};
use pustaka_formats::delimited::{Input, Next, Reader, Record};
use pustaka_formats::table::FileError;

mod words {
    pustaka_cli::words! {
        refused(file, faults) {
            id: "{file}: {faults} baris tidak dapat dipakai, jadi tidak ada yang disimpan.",
            en: "{file}: {faults} rows can't be taken, so nothing was stored.",
        }
        more(faults) { id: "Dan {faults} lagi.", en: "And {faults} more." }
        mend_hint { id: "perbaiki baris-baris itu, lalu ulangi", en: "mend those rows, then run it again" }
        placed(file, line, column, sentence) {
            id: "{file}:{line}:{column}: {sentence}",
            en: "{file}:{line}:{column}: {sentence}",
        }
        in_line(file, line, sentence) { id: "{file}:{line}: {sentence}", en: "{file}:{line}: {sentence}" }
        unplaced(file, sentence) { id: "{file}: {sentence}", en: "{file}: {sentence}" }
        column_missing(names) { id: "Tidak ada kolom {names}.", en: "There is no column {names}." }
        column_twice(name) { id: "Kolom {name} ada dua kali.", en: "The column {name} is there twice." }
        header_hint(names) { id: "kolom yang dikenal: {names}", en: "known columns: {names}" }
        empty { id: "Berkas ini tidak memuat baris apa pun.", en: "The file has no rows." }
        too_long(rows) { id: "Daftar ini lebih dari {rows} baris.", en: "The list has more than {rows} rows." }
        not_opened(file) { id: "{file} tidak dapat dibaca.", en: "{file} can't be read." }
        not_a_file { id: "Ini bukan berkas biasa.", en: "This is no plain file." }
        not_text { id: "Ini bukan berkas teks.", en: "This is no text file." }
        not_text_hint {
            id: "simpan daftarnya sebagai CSV, lalu ulangi",
            en: "save the list as CSV, then run it again",
        }
        quotes { id: "Tanda kutipnya tidak jelas ujungnya.", en: "It is unclear where its quotes end." }
        nul { id: "Ada bita NUL di dalam teks.", en: "There is a NUL byte in the text." }
        broken { id: "Ada bita yang bukan huruf.", en: "Some bytes are no letters." }
        limit { id: "Barisnya terlalu panjang.", en: "The row is too long." }
        unreadable { id: "Barisnya tidak terbaca.", en: "The row can't be read." }
    }
}

/// A list has at most so many rows.
const MOST_ROWS: usize = 20_000;
/// So many faults are named; the rest are counted.
const NAMED: usize = 20;

/// A column that a list may have.
pub(crate) struct Column {
    /// Its name: stable.
    pub(crate) key: &'static str,
    /// Other headings that mean the same, folded.
    pub(crate) also: &'static [&'static str],
    /// Whether a list without it is none.
    pub(crate) needed: bool,
}

/// A row of a list.
pub(crate) struct Row {
    /// The line on which it begins.
    pub(crate) line: u64,
    /// A cell for each column that was asked for, trimmed; none when the list does not have the column.
    pub(crate) cells: Vec<Option<String>>,
}

impl Row {
    /// The cell of a column, empty when there is none.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).and_then(Option::as_deref).unwrap_or_default()
    }
}

/// What is wrong with a row.
struct Fault {
    line: u64,
    place: u64,
    code: String,
    sentence: String,
}

/// A list that was read, and what was wrong with it.
pub(crate) struct List {
    name: String,
    pub(crate) rows: Vec<Row>,
    /// Where each column stands, counted from 1.
    places: Vec<Option<u64>>,
    faults: Vec<Fault>,
}

impl List {
    /// Reads a list; `-` is standard input.
    pub(crate) fn read(session: &mut Session, typed: &Path, columns: &[Column]) -> Result<List, Failure> {
        let lang = session.lang();
        let (input, name) = if typed == Path::new("-") {
            (Input::bytes(session.read_input(typed)?), "stdin".to_owned())
        } else {
            session.protect(typed)?;
            let name = typed.display().to_string();
            (Input::open(typed).map_err(|error| of_file(lang, &name, &error))?, name)
        };
        let failed = |error: FileError| of_file(lang, &name, &error);
        let mut reader = Reader::open(input, None, None).map_err(failed)?;
        let mut record = Record::new();
        let places = match reader.next(&mut record).map_err(failed)? {
            Next::Row => places(lang, &name, &record, columns)?,
            Next::Bad(problem) => {
                let (line, sentence) = (problem.line, unread_row(lang, problem.code, &problem.detail));
                return Err(Failure::refused(
                    problem.code.as_str(),
                    words::in_line(lang, &name, line, sentence),
                ));
            }
            Next::End => {
                return Err(Failure::refused(
                    "file.empty",
                    words::unplaced(lang, &name, words::empty(lang)),
                ));
            }
        };
        reader.expect(record.len(), record.len());
        let mut list = List {
            name: name.clone(),
            rows: Vec::new(),
            places,
            faults: Vec::new(),
        };
        loop {
            match reader.next(&mut record).map_err(failed)? {
                Next::End => return Ok(list),
                Next::Row => list.take(&record),
                Next::Bad(problem) => {
                    let (line, sentence) = (problem.line, unread_row(lang, problem.code, &problem.detail));
                    list.faults.push(Fault {
                        line,
                        place: problem.cell.map_or(0, |cell| cell as u64 + 1),
                        code: problem.code.as_str().to_owned(),
                        sentence: words::in_line(lang, &list.name, line, sentence),
                    });
                }
            }
            if list.rows.len() > MOST_ROWS {
                let sentence = words::too_long(lang, lang.count(MOST_ROWS as i64));
                return Err(Failure::refused(
                    "list.too-long",
                    words::unplaced(lang, &list.name, sentence),
                ));
            }
        }
    }

    fn take(&mut self, record: &Record) {
        let cell = |place: &Option<u64>| place.map(|place| record.cell(place as usize - 1).trim().to_owned());
        self.rows.push(Row {
            line: record.line(),
            cells: self.places.iter().map(cell).collect(),
        });
    }

    /// Notes what is wrong with a cell.
    pub(crate) fn fault(&mut self, lang: Lang, line: u64, column: usize, code: &str, sentence: impl std::fmt::Display) {
        let place = self.places.get(column).copied().flatten();
        let sentence = match place {
            Some(place) => words::placed(lang, &self.name, line, place, sentence),
            None => words::in_line(lang, &self.name, line, sentence),
        };
        let code = code.to_owned();
        let place = place.unwrap_or_default();
        self.faults.push(Fault {
            line,
            place,
            code,
            sentence,
        });
    }

    /// Refuses the list as a whole when anything is wrong with it.
    pub(crate) fn finish(mut self, lang: Lang) -> Result<(), Failure> {
        if self.faults.is_empty() {
            return Ok(());
        }
        self.faults.sort_by_key(|fault| (fault.line, fault.place));
        let count = |number: usize| lang.count(number as i64);
        let lines: BTreeSet<u64> = self.faults.iter().map(|fault| fault.line).collect();
        let mut failure = Failure::refused("list.refused", words::refused(lang, &self.name, count(lines.len())));
        let more = self.faults.len().saturating_sub(NAMED);
        for fault in self.faults.into_iter().take(NAMED) {
            failure = failure.because(fault.code, fault.sentence);
        }
        if more > 0 {
            failure = failure.because("list.more", words::more(lang, count(more)));
        }
        Err(failure.hint(words::mend_hint(lang)))
    }
}

/// Where the columns stand in a header.
fn places(lang: Lang, name: &str, header: &Record, columns: &[Column]) -> Result<Vec<Option<u64>>, Failure> {
    let folded: Vec<String> = header.cells().map(pustaka_core::values::text::fold).collect();
    let known = || columns.iter().map(|column| column.key).collect::<Vec<_>>().join(", ");
    let refused = |code: &'static str, sentence: String| {
        let said = words::in_line(lang, name, header.line(), sentence);
        Failure::refused(code, said).hint(words::header_hint(lang, known()))
    };
    let mut places = Vec::new();
    for column in columns {
        let means = |cell: &String| *cell == column.key.replace('_', " ") || column.also.contains(&cell.as_str());
        let mut found = (1..)
            .zip(&folded)
            .filter(|(_, cell)| means(cell))
            .map(|(place, _)| place);
        let place: Option<u64> = found.next();
        if found.next().is_some() {
            return Err(refused("header.duplicate", words::column_twice(lang, column.key)));
        }
        if column.needed && place.is_none() {
            return Err(refused("header.missing", words::column_missing(lang, column.key)));
        }
        places.push(place);
    }
    Ok(places)
}

/// Why a file can't be read at all.
fn of_file(lang: Lang, name: &str, error: &FileError) -> Failure {
    let code = error.code().as_str();
    let sentence = match error {
        FileError::Io { kind, message } => {
            let error = std::io::Error::new(*kind, message.clone());
            return Failure::io(code, words::not_opened(lang, name), &error, lang);
        }
        FileError::NotAFile => words::not_a_file(lang),
        FileError::Empty => words::empty(lang),
        FileError::NotText { .. } => words::not_text(lang),
        FileError::Nul { .. } => words::nul(lang),
        FileError::Broken { .. } => words::broken(lang),
        FileError::QuoteUnclosed { .. } => words::quotes(lang),
        FileError::FieldTooLong { .. } | FileError::RowTooLong { .. } | FileError::TooManyColumns { .. } => {
            words::limit(lang)
        }
        _ => words::unreadable(lang),
    };
    let said = match error.place() {
        Some((line, column)) => words::placed(lang, name, line, column, sentence),
        None => words::unplaced(lang, name, sentence),
    };
    let failure = Failure::system(code, said);
    match error {
        FileError::NotText { .. } => failure.hint(words::not_text_hint(lang)),
        _ => failure,
    }
}
