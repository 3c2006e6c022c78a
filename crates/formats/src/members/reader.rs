//! Files of members as a kind of files.

use std::borrow::Cow;

use super::columns::{Meaning, SLIMS_NAMES, meaning};
use super::detect::detect;
use super::{Dialect, Field, Never, Options, Row};
use crate::catalogue::repair;
use crate::delimited::Record;
use crate::table::cells::{nfc, unguard};
use crate::table::head::{HeadRow, fold, mapped};
use crate::table::{FileError, Found, Heading, Kind, Warning, WarningCode, shorten};

/// Files about members.
#[derive(Debug)]
pub struct Members;

/// How the cells of a file become fields.
#[derive(Debug)]
pub struct Mapping {
    dialect: Dialect,
    columns: Vec<Option<Meaning>>,
    /// Formulas were defused when the file was written.
    guarded: bool,
    never: Vec<(String, Never)>,
}

impl Mapping {
    /// The columns that are never read, by their headings.
    pub fn never(&self) -> &[(String, Never)] {
        &self.never
    }
}

impl Kind for Members {
    type Dialect = Dialect;
    type Field = Field;
    type Mapping = Mapping;

    fn detect(rows: &[HeadRow], options: &Options) -> Result<Found<Dialect>, FileError> {
        detect(rows, options)
    }

    fn names(dialect: Dialect) -> &'static [&'static str] {
        match dialect {
            Dialect::SlimsMember => &SLIMS_NAMES,
            _ => &[],
        }
    }

    fn guarded(_dialect: Dialect) -> bool {
        false
    }

    fn mapping(heading: &Heading<'_, Dialect>, options: &Options) -> Result<Mapping, FileError> {
        let columns = match heading.found.by_place {
            true => by_place(heading)?,
            false => by_heading(heading, options)?,
        };
        let never = |(header, meaning): (&String, &Option<Meaning>)| match meaning {
            Some(Meaning::Never(never)) => Some((header.trim().to_owned(), *never)),
            _ => None,
        };
        Ok(Mapping {
            dialect: heading.found.dialect,
            guarded: heading.guarded,
            never: heading.cells.iter().zip(&columns).filter_map(never).collect(),
            columns,
        })
    }

    fn field(mapping: &Mapping, column: usize) -> Option<Field> {
        mapping.columns.get(column).copied().flatten().and_then(Meaning::field)
    }

    fn fill(mapping: &Mapping, record: &Record, row: &mut Row) {
        row.line = record.line();
        let mut parts = Parts::default();
        for (column, meaning) in mapping.columns.iter().enumerate() {
            let cell = record.cell(column).trim();
            if let Some(meaning) = meaning
                && !cell.is_empty()
            {
                mapping.cell(*meaning, cell, row, &mut parts);
            }
        }
        parts.settle(row);
    }
}

/// SLiMS's columns by their places; a column behind the last known one is not read.
fn by_place(heading: &Heading<'_, Dialect>) -> Result<Vec<Option<Meaning>>, FileError> {
    let dialect = heading.found.dialect;
    let width = heading.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    // Older versions have no last column.
    let expected = SLIMS_NAMES.len() - 1;
    if width < expected {
        return Err(FileError::DialectMismatch {
            line: heading.line,
            dialect: dialect.as_str(),
            expected,
            found: width,
        });
    }
    let of = |column: usize| meaning(dialect, &fold(SLIMS_NAMES.get(column)?)).map(|(meaning, _)| meaning);
    Ok((0..heading.cells.len()).map(of).collect())
}

fn by_heading(heading: &Heading<'_, Dialect>, options: &Options) -> Result<Vec<Option<Meaning>>, FileError> {
    let (dialect, line, cells) = (heading.found.dialect, heading.line, heading.cells);
    let folded: Vec<String> = cells.iter().map(|cell| fold(cell)).collect();
    let by_hand = mapped(line, cells, &folded, options)?;
    let mut columns: Vec<Option<(Meaning, usize)>> = vec![None; cells.len()];
    for column in 0..cells.len() {
        let named = by_hand.iter().find(|(at, _)| *at == column);
        let found = meaning(dialect, &folded[column]);
        columns[column] = match (found, named) {
            // What is never read can't be asked for either.
            (Some((never @ Meaning::Never(_), _)), _) => Some((never, 0)),
            (_, Some((_, field))) => Some((Meaning::Plain(*field), 0)),
            (Some((found, rank)), None) if by_hand.iter().all(|(_, field)| found.field() != Some(*field)) => {
                place(line, &folded, cells, &mut columns[..column], (found, rank))?
            }
            _ => None,
        };
    }
    let columns: Vec<Option<Meaning>> = columns.into_iter().map(|one| one.map(|(meaning, _)| meaning)).collect();
    let named = columns
        .iter()
        .flatten()
        .any(|meaning| meaning.field() == Some(Field::Name));
    match named {
        true => Ok(columns),
        false => Err(FileError::HeaderMissing {
            line,
            needs: vec![Field::Name.as_str()],
            headers: cells.to_vec(),
        }),
    }
}

/// What a column means beside those before it. Of two columns for one field the one that fits better is the field, the
/// other steps in where that one is empty; the same heading twice is refused.
fn place(
    line: u64,
    folded: &[String],
    cells: &[String],
    before: &mut [Option<(Meaning, usize)>],
    (found, rank): (Meaning, usize),
) -> Result<Option<(Meaning, usize)>, FileError> {
    let Meaning::Plain(field) = found else {
        return Ok(Some((found, rank)));
    };
    let column = before.len();
    let rival = before
        .iter()
        .position(|one| matches!(one, Some((Meaning::Plain(other), _)) if *other == field));
    let Some(rival) = rival else {
        return Ok(Some((found, rank)));
    };
    if folded[rival] == folded[column] {
        return Err(FileError::HeaderDuplicate {
            line,
            first: rival as u64 + 1,
            second: column as u64 + 1,
            header: cells[column].clone(),
            field: Some(field.as_str()),
        });
    }
    match &mut before[rival] {
        Some((meaning, other)) if *other > rank => {
            *meaning = Meaning::Also(field);
            Ok(Some((found, rank)))
        }
        _ => Ok(Some((Meaning::Also(field), rank))),
    }
}

/// Parts that find their place when the whole row has been seen.
#[derive(Default)]
struct Parts {
    given: Option<String>,
    surname: Option<String>,
    blocks: Vec<String>,
    also: Vec<(Field, String)>,
}

impl Mapping {
    fn cell(&self, meaning: Meaning, cell: &str, row: &mut Row, parts: &mut Parts) {
        let Some(field) = meaning.field() else {
            return;
        };
        let text = unguard(self.guarded, field, cell, &mut row.warnings);
        let mut text = nfc(&text).into_owned();
        if self.dialect == Dialect::SlimsMember && !mend_slims(field, &mut text, &mut row.warnings) {
            return;
        }
        if text.is_empty() {
            return;
        }
        match meaning {
            Meaning::Plain(field) => row.cells.push((field, text)),
            Meaning::Also(field) => parts.also.push((field, text)),
            Meaning::Given => parts.given = Some(text),
            Meaning::Surname => parts.surname = Some(text),
            Meaning::Block => parts.blocks.push(text),
            Meaning::PlaceAndBirth => {
                if let Some((_, day)) = text.split_once(',') {
                    parts.also.push((Field::Born, day.trim().to_owned()));
                }
            }
            Meaning::OneOrZero => row.cells.push((Field::Sex, one_or_zero(&text).into_owned())),
            Meaning::Identity if is_sixteen_digits(&text) => parts.also.push((Field::Nik, text)),
            Meaning::Identity | Meaning::Never(_) => {}
        }
    }
}

impl Parts {
    fn settle(self, row: &mut Row) {
        let named = row.get(Field::Name).is_some();
        let names: Vec<String> = self.given.into_iter().chain(self.surname).collect();
        if !named && !names.is_empty() {
            row.cells.push((Field::Name, names.join(" ")));
        }
        let address = row.cells.iter_mut().find(|(field, _)| *field == Field::Address);
        if let (Some((_, address)), false) = (address, self.blocks.is_empty()) {
            address.push(' ');
            address.push_str(&self.blocks.join(" "));
        }
        for (field, text) in self.also {
            if row.get(field).is_none() {
                row.cells.push((field, text));
            }
        }
    }
}

/// 1 is male and 0 female; what is neither is left as it is.
fn one_or_zero(text: &str) -> Cow<'_, str> {
    match text {
        "1" => Cow::Borrowed("male"),
        "0" => Cow::Borrowed("female"),
        other => Cow::Borrowed(other),
    }
}

fn is_sixteen_digits(text: &str) -> bool {
    let digits = text.chars().filter(|c| !c.is_whitespace()).count();
    digits == 16 && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace())
}

/// Mends the damage of SLiMS's exports; `false`: nothing is left of the cell.
fn mend_slims(field: Field, text: &mut String, warnings: &mut Vec<Warning<Field>>) -> bool {
    let mut warn = |code, found: &str, stored: &str| {
        warnings.push(Warning {
            code,
            field: Some(field),
            found: shorten(found),
            stored: shorten(stored),
        });
    };
    let is_day = matches!(field, Field::Born | Field::Joined | Field::ValidUntil);
    if is_day && text.starts_with("0000-00-00") || text == "0" && !matches!(field, Field::Sex | Field::Card) {
        warn(WarningCode::SlimsZero, text, "");
        return false;
    }
    let line_breaks = matches!(field, Field::Address | Field::Note) && text.contains('n');
    if line_breaks {
        let mended = repair::scars(text, ' ').trim().to_owned();
        if mended != *text {
            warn(WarningCode::SlimsRnScar, text, &mended);
            *text = mended;
        }
    }
    if text.contains('\\') {
        let mended = repair::backslashes(text);
        if mended != *text {
            warn(WarningCode::SlimsBackslash, text, &mended);
            *text = mended;
        }
    }
    !text.is_empty()
}
