//! What is told of a file's rows: how it was read, what was mended, what was rejected, what each column is taken for.

use std::path::PathBuf;

use pustaka_formats::table::Shape;

use super::Names;
use super::rejects::{Rejected, Rejects};
use crate::failure::Failure;
use crate::lang::Lang;
use crate::report::{Column, Kind, Report};
use crate::session::Session;
use crate::words::import::rows as words;

/// Examples are shown this long, in characters.
const EXAMPLE: usize = 60;

/// A warning, counted, as it is told.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// Stable code.
    pub code: &'static str,
    /// How many there are.
    pub count: u64,
    /// Line of the first.
    pub line: u64,
    /// The heading of its column.
    pub column: Option<String>,
    /// What stands there.
    pub found: &'a str,
    /// What is stored.
    pub stored: &'a str,
    /// What the code means.
    pub meaning: Option<&'static str>,
}

/// How many rows there were, and how many could not be taken.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    /// Every record read.
    pub records: u64,
    /// Those that could not be taken.
    pub rejected: u64,
}

/// How an import of a file went, for the sentence about its rejected rows.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    /// The file as typed.
    pub file: &'a str,
    /// Nothing was to be stored.
    pub dry_run: bool,
    /// Good rows were to be stored although others are rejected.
    pub skip: bool,
    /// Something was stored.
    pub stored: bool,
}

/// How the file was read, for people; with `more`, where its header is and what stands above it.
pub fn how_read<D: std::fmt::Display, F>(lang: Lang, shape: &Shape<D, F>, more: bool) -> String {
    let first = match (shape.delimiter, &shape.sheet) {
        (None, Some(sheet)) => words::shape_sheet(lang, &shape.dialect, &shape.encoding, sheet),
        (sign, _) => words::shape(lang, &shape.dialect, &shape.encoding, sign_named(lang, sign)),
    };
    if !more {
        return first;
    }
    let header = match shape.header_line {
        Some(line) => words::header_at(lang, line),
        None => words::no_header(lang).to_owned(),
    };
    if shape.skipped.is_empty() {
        return format!("{first} {header}");
    }
    let above: Vec<String> = shape
        .skipped
        .iter()
        .map(|(line, text)| format!("{line} `{text}`"))
        .collect();
    format!("{first} {header}\n{}", words::skipped(lang, above.join(", ")))
}

fn sign_named(lang: Lang, sign: Option<u8>) -> String {
    match sign {
        Some(b',') => words::comma(lang).to_owned(),
        Some(b'\t') => words::tab(lang).to_owned(),
        Some(sign) => format!("`{}`", char::from(sign)),
        None => "-".to_owned(),
    }
}

/// The warnings, summed by code.
pub fn warnings<'a>(lang: Lang, all: impl IntoIterator<Item = Told<'a>>) -> Report {
    let columns = [
        Column::new("code", words::code, Kind::Text),
        Column::new("count", words::times, Kind::Integer),
        Column::new("line", words::first_line, Kind::Number),
        Column::new("column", words::column, Kind::Text),
        Column::new("found", words::found, Kind::Text),
        Column::new("stored", words::stored, Kind::Text),
        Column::new("meaning", words::meaning, Kind::Text),
    ];
    let mut report = Report::new("warnings", columns).titled(words::warnings(lang));
    for told in all {
        report.row([
            told.code.into(),
            told.count.into(),
            told.line.into(),
            told.column.into(),
            short(told.found).into(),
            short(told.stored).into(),
            told.meaning.into(),
        ]);
    }
    report
}

/// The first rejected rows.
pub fn rejected(lang: Lang, rows: &[Rejected], all: u64) -> Report {
    let columns = [
        Column::new("line", words::line, Kind::Number),
        Column::new("column", words::column, Kind::Text),
        Column::new("code", words::code, Kind::Text),
        Column::new("reason", words::reason, Kind::Text),
    ];
    let mut report = Report::new("rejected_rows", columns).titled(words::rejected_rows(lang));
    for row in rows {
        report.row([
            row.line.into(),
            row.column.clone().into(),
            row.code.into(),
            row.reason.clone().into(),
        ]);
    }
    let more = all - rows.len() as u64;
    if more > 0 {
        report.note(words::more_rows(lang, count(lang, more)));
    }
    report
}

/// What each column is taken for. `aside` are headings that are left out on purpose, and not named as unread.
pub fn columns<D, F: Copy + std::fmt::Display>(lang: Lang, shape: &Shape<D, F>, aside: &[String]) -> Report {
    let columns = [
        Column::new("column", words::place, Kind::Number),
        Column::new("header", words::heading, Kind::Text),
        Column::new("field", words::taken_for, Kind::Text),
    ];
    let mut report = Report::new("columns", columns).titled(words::columns(lang));
    for (at, column) in shape.columns.iter().enumerate() {
        let field = column.field.map_or_else(|| "-".to_owned(), |field| field.to_string());
        report.row([(at + 1).into(), short(&column.header).into(), field.into()]);
    }
    if let Some(unread) = not_read(lang, shape, aside) {
        report.note(unread);
    }
    report
}

/// Which columns are not read although nobody said so, and how to change that; none when all are.
pub fn not_read<D, F: Copy>(lang: Lang, shape: &Shape<D, F>, aside: &[String]) -> Option<String> {
    let unread = shape.columns.iter().filter(|column| {
        let blank = column.header.trim().is_empty();
        column.field.is_none() && !blank && !aside.contains(&column.header)
    });
    let unread: Vec<String> = unread.map(|column| format!("`{}`", short(&column.header))).collect();
    (!unread.is_empty()).then(|| words::not_read(lang, unread.join(", ")))
}

/// The heading under which a field stands in the file; its key where the file has no such column.
pub fn heading<D, F: Copy + Eq + std::fmt::Display>(shape: &Shape<D, F>, field: F) -> String {
    let own = shape.columns.iter().find(|column| column.field == Some(field));
    let header = own
        .map(|column| column.header.clone())
        .filter(|header| !header.is_empty());
    header.unwrap_or_else(|| field.to_string())
}

/// The refusal that rejected rows are.
pub fn rejection(
    lang: Lang,
    at: At<'_>,
    counts: Counted,
    (rows, path): (&[Rejected], Option<&PathBuf>),
    names: &Names,
) -> Failure {
    let (rejected, records) = (count(lang, counts.rejected), count(lang, counts.records));
    let sentence = match (at.dry_run, at.skip, at.stored) {
        (true, _, _) => words::rows_would_fail(lang, at.file, rejected, records),
        (_, false, _) => words::rows_rejected(lang, at.file, rejected, records),
        (_, true, true) => words::rows_left_out(lang, at.file, rejected, records),
        (_, true, false) => words::rows_all_bad(lang, at.file, rejected, records),
    };
    let mut failure = Failure::refused("import.rejected", sentence);
    // A dry run lists them in its answer.
    if !at.dry_run {
        for row in rows {
            failure = failure.because(row.code, at_row(lang, at.file, row));
        }
        let more = counts.rejected - rows.len() as u64;
        if more > 0 {
            failure = failure.because("import.more", words::more_rows(lang, count(lang, more)));
        }
    }
    let path = path.map(|path| path.display());
    failure.hint(match (path, at.skip) {
        (Some(path), true) => words::mend_and_import(lang, path, names.command),
        (Some(path), false) => words::mend_or_skip(lang, path),
        (None, true) => words::mend_rows(lang).to_owned(),
        (None, false) => words::mend_or_skip_here(lang).to_owned(),
    })
}

fn at_row(lang: Lang, file: &str, row: &Rejected) -> String {
    match &row.column {
        Some(column) => words::row_at(lang, file, row.line, column, &row.reason),
        None => words::row_whole(lang, file, row.line, &row.reason),
    }
}

/// The failure that it is when the rejected rows could not be written down and nothing was stored for that.
pub fn open_rejects_failed(rejects: &mut Rejects, lang: Lang) -> Option<Failure> {
    let (path, error) = rejects.failure()?;
    let sentence = words::rejects_failed(lang, path.display());
    Some(Failure::io("rejects.failed", sentence, &error, lang))
}

/// Gives the file of rejected rows its name, and adds to the last report where it is. Where nothing was stored, an
/// import that was refused anyway is not made worse by a folder that can't be written to.
///
/// # Errors
/// When rows are stored and the others could not be written down.
pub fn publish(session: &mut Session, rejects: &mut Rejects, stored: bool) -> Result<Option<PathBuf>, Failure> {
    let lang = session.lang();
    let named = match rejects.failure() {
        Some((path, error)) => Err((path, error)),
        None => rejects.publish(),
    };
    match named {
        Ok(path) => Ok(path),
        Err((path, error)) if stored => {
            let sentence = words::rejects_failed_stored(lang, path.display());
            Err(Failure::io("rejects.failed-after-storing", sentence, &error, lang))
        }
        Err((path, error)) => {
            session.warn(format!("{} {error}", words::rejects_failed(lang, path.display())));
            Ok(None)
        }
    }
}

/// Adds where the rejected rows are.
pub fn rejects_at(report: &mut Report, path: &std::path::Path, lang: Lang) {
    report.note(words::rejects_at(lang, path.display()));
}

/// The beginning of a text, for a table.
pub fn short(text: &str) -> String {
    match text.char_indices().nth(EXAMPLE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn count(lang: Lang, number: u64) -> String {
    lang.count(i64::try_from(number).unwrap_or(i64::MAX))
}
