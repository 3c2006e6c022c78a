//! The begin of a file: its header, and what stands above it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::row::shorten;
use super::source::Source;
use super::{ColumnUse, FileError, Options, RejectCode, RejectDetail};
use crate::delimited::Problem;

/// What a column can mean, in one kind of file.
pub(crate) trait Column: Copy + Eq {
    /// The stable name.
    fn key(self) -> &'static str;

    /// Whether several columns may mean it.
    fn repeats(self) -> bool;
}

/// How far down a header is looked for: a title, an address and a date may stand above it.
pub(crate) const DEEPEST: usize = 20;
/// The columns that a rejects file has behind its own.
pub(crate) const REJECT_COLUMNS: [&str; 4] = ["line", "column", "code", "reason"];

/// A row from the begin of the file.
#[derive(Debug, Clone)]
pub struct HeadRow {
    /// Line in the file.
    pub line: u64,
    /// Its cells.
    pub cells: Vec<String>,
}

/// How many cells hold something.
pub(crate) fn filled(cells: &[String]) -> usize {
    cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// Whether the row is the header of a rejects file.
pub(crate) fn is_rejects(cells: &[String]) -> bool {
    let end = trimmed(cells);
    end > 4
        && cells[end - 4..end]
            .iter()
            .zip(REJECT_COLUMNS)
            .all(|(cell, name)| cell.trim() == name)
}

/// How many cells the row has, empty ones at its end left aside.
pub(crate) fn trimmed(cells: &[String]) -> usize {
    cells
        .iter()
        .rposition(|cell| !cell.trim().is_empty())
        .map_or(0, |last| last + 1)
}

/// The cells of the row without those of a rejects file and without empty ones at its end.
pub(crate) fn own_cells(cells: &[String]) -> &[String] {
    if is_rejects(cells) {
        let own = &cells[..trimmed(cells) - 4];
        return own;
    }
    &cells[..trimmed(cells)]
}

/// The rows above the header.
pub(crate) fn above(rows: &[HeadRow], header: Option<usize>) -> Vec<(u64, String)> {
    let text = |row: &HeadRow| {
        let cells = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        (row.line, shorten(&cells.collect::<Vec<_>>().join(" | ")))
    };
    rows[..header.unwrap_or_default()].iter().map(text).collect()
}

/// A row that can't be read is the header: then the file can't be read.
pub(crate) fn in_header(problem: Problem, source: &Source) -> FileError {
    let column = problem.cell.map_or(1, |cell| cell as u64 + 1);
    let line = problem.line;
    match (problem.code, problem.detail) {
        (RejectCode::Nul, RejectDetail::Position { line, character }) => FileError::Nul {
            line,
            column: character,
        },
        (RejectCode::Broken, RejectDetail::Broken { line, character, bytes }) => FileError::Broken {
            line,
            column: character,
            bytes,
            encoding: source.about().0,
        },
        (RejectCode::TooManyColumns, RejectDetail::Limit { limit }) => {
            FileError::TooManyColumns { line, column, limit }
        }
        (RejectCode::FieldTooLong, RejectDetail::Limit { limit }) => FileError::FieldTooLong { line, column, limit },
        (RejectCode::RowTooLong, RejectDetail::Limit { limit }) => FileError::RowTooLong { line, column, limit },
        (_, RejectDetail::Position { line, character }) => FileError::QuoteUnclosed {
            line,
            column: character,
        },
        _ => FileError::QuoteUnclosed { line, column },
    }
}

/// A heading without case, accents, blanks and punctuation.
pub(crate) fn fold(heading: &str) -> String {
    if heading.is_ascii() {
        let letters = heading.bytes().filter(u8::is_ascii_alphanumeric);
        return letters.map(|letter| char::from(letter.to_ascii_lowercase())).collect();
    }
    heading
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// The columns that `--map` names.
pub(crate) fn mapped<D, F: Column>(
    line: u64,
    cells: &[String],
    folded: &[String],
    options: &Options<D, F>,
) -> Result<Vec<(usize, F)>, FileError> {
    let mut mapped: Vec<(usize, F)> = Vec::new();
    for (field, heading) in &options.map {
        let wanted = fold(heading);
        let mut found =
            (0..cells.len()).filter(|column| cells[*column].trim() == heading.trim() || folded[*column] == wanted);
        let Some(column) = found.next() else {
            return Err(FileError::MapUnknown {
                line,
                field: field.key(),
                header: heading.clone(),
                headers: cells.to_vec(),
            });
        };
        if let Some(second) = found.next() {
            return Err(FileError::HeaderDuplicate {
                line,
                first: column as u64 + 1,
                second: second as u64 + 1,
                header: heading.clone(),
                field: Some(field.key()),
            });
        }
        if mapped
            .iter()
            .any(|(taken, known)| *taken == column || (known == field && !field.repeats()))
        {
            return Err(FileError::MapTwice {
                field: field.key(),
                header: heading.clone(),
            });
        }
        mapped.push((column, *field));
    }
    Ok(mapped)
}

/// The columns as a person is shown them.
pub(crate) fn uses<F>(cells: &[String], fields: impl IntoIterator<Item = Option<F>>) -> Vec<ColumnUse<F>> {
    let use_of = |(header, field): (&String, Option<F>)| ColumnUse {
        header: header.trim().to_owned(),
        field,
    };
    cells.iter().zip(fields).map(use_of).collect()
}
