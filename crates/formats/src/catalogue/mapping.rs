//! Makes a row of named cells from the cells of a file.

use std::borrow::Cow;

use super::header::Meaning;
use super::{Dialect, Field, Row, Warning, WarningCode, inlislite, slims};
use crate::delimited::Record;
use crate::table::cells::{nfc, unguard};
use crate::table::head::fold;
use crate::table::shorten;

/// How the cells of a file become fields.
#[derive(Debug)]
pub struct Mapping {
    pub(super) dialect: Dialect,
    pub(super) columns: Vec<Option<Meaning>>,
    /// Formulas were defused when the file was written.
    pub(super) guarded: bool,
}

/// Parts that find their place when the whole row has been seen.
#[derive(Default)]
struct Later {
    subtitle: Option<String>,
    dimensions: Option<String>,
    access: Option<String>,
    also: Vec<(Field, String)>,
}

impl Mapping {
    /// Fills the row from the record.
    pub(super) fn fill(&self, record: &Record, row: &mut Row) {
        row.line = record.line();
        let mut later = Later::default();
        for (column, meaning) in self.columns.iter().enumerate() {
            if let Some(meaning) = meaning {
                let cell = record.cell(column).trim();
                if !cell.is_empty() {
                    self.cell(*meaning, cell, row, &mut later);
                }
            }
        }
        later.settle(row);
    }

    fn cell(&self, meaning: Meaning, cell: &str, row: &mut Row, later: &mut Later) {
        let field = meaning.field();
        let mut text = unguard(self.guarded, field, cell, &mut row.warnings);
        if text.is_empty() {
            return;
        }
        let normal = nfc(&text);
        if let Cow::Owned(normal) = normal {
            text = Cow::Owned(normal);
        }
        let text = match self.dialect {
            Dialect::SlimsBiblio | Dialect::SlimsItem => {
                let mut mended = text.into_owned();
                if !slims::mend(self.dialect, meaning, &mut mended, &mut row.warnings) {
                    return;
                }
                Cow::Owned(mended)
            }
            Dialect::Inlislite if inlislite::is_placeholder(&text) => return,
            Dialect::Inlislite | Dialect::KohaItems => without_tail(field, text, &mut row.warnings),
            Dialect::Librarything => bracketed(field, text),
            _ => text,
        };
        match meaning {
            Meaning::Plain(field) => row.cells.push((field, text.into_owned())),
            Meaning::IsbnOrIssn if is_issn(&text) => row.cells.push((Field::Issn, text.into_owned())),
            Meaning::IsbnOrIssn => row.cells.push((Field::Isbn, text.into_owned())),
            Meaning::Also(field) => later.also.push((field, text.into_owned())),
            Meaning::Split(field, separators) => {
                let parts = text
                    .split(|letter| separators.contains(letter))
                    .map(str::trim)
                    .filter(|part| !part.is_empty());
                for part in parts {
                    row.cells.push((field, part.to_owned()));
                }
            }
            Meaning::Angled(field) => angled(field, &text, row),
            Meaning::Escaped(field) => row
                .cells
                .extend(super::pustaka::split(&text).into_iter().map(|part| (field, part))),
            Meaning::Join(field, between) => match row.cells.iter_mut().find(|(of, _)| *of == field) {
                Some((_, known)) => {
                    known.push_str(between);
                    known.push_str(&text);
                }
                None => row.cells.push((field, text.into_owned())),
            },
            Meaning::Subtitle => later.subtitle = Some(text.into_owned()),
            Meaning::Dimensions => later.dimensions = Some(text.into_owned()),
            Meaning::Access => later.access = Some(text.into_owned()),
        }
    }
}

impl Later {
    fn settle(self, row: &mut Row) {
        for (field, text) in self.also {
            match row.cells.iter_mut().find(|(of, _)| *of == field) {
                None => row.cells.push((field, text)),
                Some((_, known)) if field == Field::Isbn && lost(known) && !lost(&text) => {
                    row.warnings.push(Warning {
                        code: WarningCode::ExcelIsbnReplaced,
                        field: Some(field),
                        found: shorten(known),
                        stored: shorten(&text),
                    });
                    *known = text;
                }
                Some(_) => {}
            }
        }
        if let Some(subtitle) = self.subtitle {
            append(row, Field::Title, " : ", &subtitle);
        }
        if let Some(dimensions) = self.dimensions {
            append(row, Field::Extent, " ; ", &dimensions);
        }
        if let Some(access) = self.access {
            match row.cells.iter_mut().find(|(of, _)| *of == Field::Status) {
                None => row.cells.push((Field::Status, access)),
                Some((_, status)) if fold(status) == "tersedia" && !inlislite::lendable(&access) => *status = access,
                Some(_) => {}
            }
        }
    }
}

fn append(row: &mut Row, field: Field, between: &str, text: &str) {
    match row.cells.iter_mut().find(|(of, _)| *of == field) {
        Some((_, known)) => {
            known.push_str(between);
            known.push_str(text);
        }
        None => row.cells.push((field, text.to_owned())),
    }
}

/// Whether Excel turned an ISBN into a number with an exponent.
fn lost(isbn: &str) -> bool {
    isbn.contains(['e', 'E']) && isbn.contains('+')
}

/// The form of an ISSN: four figures, a hyphen, three figures and a check character.
fn is_issn(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 9
        && bytes[4] == b'-'
        && bytes[..4].iter().chain(&bytes[5..8]).all(u8::is_ascii_digit)
        && (bytes[8].is_ascii_digit() || matches!(bytes[8], b'X' | b'x'))
}

fn angled(field: Field, text: &str, row: &mut Row) {
    let (parts, whole) = slims::angled(text);
    if !whole {
        row.warnings.push(Warning {
            code: WarningCode::SlimsList,
            field: Some(field),
            found: shorten(text),
            stored: shorten(&parts.join("; ")),
        });
    }
    row.cells.extend(parts.into_iter().map(|part| (field, part.to_owned())));
}

fn without_tail<'a>(field: Field, text: Cow<'a, str>, warnings: &mut Vec<Warning>) -> Cow<'a, str> {
    let Some(cut) = inlislite::without_tail(field, &text) else {
        return text;
    };
    warnings.push(Warning {
        code: WarningCode::IsbdTail,
        field: Some(field),
        found: shorten(&text),
        stored: shorten(cut),
    });
    Cow::Owned(cut.to_owned())
}

/// LibraryThing writes ISBNs in square brackets.
fn bracketed(field: Field, text: Cow<'_, str>) -> Cow<'_, str> {
    if field != Field::Isbn {
        return text;
    }
    match text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(inner) => Cow::Owned(inner.trim().to_owned()),
        None => text,
    }
}
