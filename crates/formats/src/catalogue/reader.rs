//! Catalogue files as a kind of files.

use super::detect::detect;
use super::header::{Meaning, decide};
use super::mapping::Mapping;
use super::{Dialect, Field, FileError, Options, Row, slims};
use crate::delimited::Record;
use crate::table::{Found, Heading, Kind, head::HeadRow};

/// Files about titles and their copies.
#[derive(Debug)]
pub struct Catalogue;

/// A catalogue file that is being read.
pub type Reader = crate::table::Reader<Catalogue>;

impl Kind for Catalogue {
    type Dialect = Dialect;
    type Field = Field;
    type Mapping = Mapping;

    fn detect(rows: &[HeadRow], options: &Options) -> Result<Found<Dialect>, FileError> {
        detect(rows, options)
    }

    fn names(dialect: Dialect) -> &'static [&'static str] {
        slims::names(dialect).unwrap_or_default()
    }

    fn guarded(dialect: Dialect) -> bool {
        dialect == Dialect::Pustaka
    }

    fn mapping(heading: &Heading<'_, Dialect>, options: &Options) -> Result<Mapping, FileError> {
        Ok(Mapping {
            dialect: heading.found.dialect,
            columns: columns(heading, options)?,
            guarded: heading.guarded,
        })
    }

    fn field(mapping: &Mapping, column: usize) -> Option<Field> {
        mapping.columns.get(column).copied().flatten().map(Meaning::field)
    }

    fn fill(mapping: &Mapping, record: &Record, row: &mut Row) {
        mapping.fill(record, row);
    }
}

/// What every column means.
fn columns(heading: &Heading<'_, Dialect>, options: &Options) -> Result<Vec<Option<Meaning>>, FileError> {
    let &Heading {
        found,
        line,
        cells,
        rows,
        ..
    } = heading;
    let dialect = found.dialect;
    if !found.by_place {
        let mut columns = decide(dialect, line, cells, options)?;
        if dialect == Dialect::Pustaka {
            for meaning in columns.iter_mut().flatten() {
                let field = meaning.field();
                *meaning = if field.repeats() {
                    Meaning::Escaped(field)
                } else {
                    Meaning::Plain(field)
                };
            }
        }
        let needs = if dialect == Dialect::SlimsItem {
            Field::ItemCode
        } else {
            Field::Title
        };
        if !columns.iter().flatten().any(|meaning| meaning.field() == needs) {
            return Err(FileError::HeaderMissing {
                line,
                needs: vec![needs.as_str()],
                headers: cells.to_vec(),
            });
        }
        return Ok(columns);
    }
    let expected = slims::names(dialect).map_or(0, <[_]>::len);
    let width = rows.iter().map(|row| row.cells.len()).find(|width| *width >= expected);
    if width.is_none() {
        let found = rows.first().map_or(0, |row| row.cells.len());
        return Err(FileError::DialectMismatch {
            line,
            dialect: dialect.as_str(),
            expected,
            found,
        });
    }
    Ok((0..cells.len())
        .map(|column| slims::by_place(dialect, column))
        .collect())
}
