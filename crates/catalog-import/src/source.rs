//! Hands the rows of a file to the catalogue, and takes back those that can't be had.

use pustaka_cli::import::{self, Rejected, Rows};
use pustaka_core::Result;
use pustaka_core::catalog::import::{Counts, Incoming, RejectReason, Source, Tallied, Warning};
use pustaka_core::catalog::record::Field as Stored;
use pustaka_formats::catalogue::{self, Catalogue, Field, Shape};

use crate::meaning;

/// A file's rows on their way into the catalogue.
pub(crate) struct FileSource(pub(crate) Rows<Catalogue>);

impl FileSource {
    /// What was mended in the file as a whole: one warning with up to three examples.
    pub(crate) fn file_warnings(&self) -> Option<Tallied> {
        let (code, found, stored) = self.0.file_warning()?;
        Some(Tallied {
            count: 1,
            line: 1,
            first: Warning {
                code,
                field: None,
                found,
                stored,
            },
        })
    }
}

impl Source for FileSource {
    fn next(&mut self) -> Result<Option<Incoming>> {
        Ok(self.0.next_row()?.map(incoming))
    }

    fn reject(&mut self, reason: &RejectReason) -> Result<()> {
        let column = reason.field.map(|field| heading(self.0.shape(), field));
        let said = meaning::refused(self.0.lang(), reason);
        self.0.set_aside(Rejected {
            line: reason.line,
            column,
            code: reason.code,
            reason: said,
        })
    }

    fn counts(&self) -> Counts {
        let (records, blank, rejected) = self.0.counts();
        Counts {
            records,
            blank,
            rejected,
        }
    }
}

fn incoming(row: catalogue::Row) -> Incoming {
    Incoming {
        line: row.line,
        cells: row
            .cells
            .into_iter()
            .map(|(field, text)| (stored(field), text))
            .collect(),
        warnings: row.warnings.into_iter().map(noticed).collect(),
    }
}

fn noticed(warning: catalogue::Warning) -> Warning {
    Warning {
        code: warning.code.as_str(),
        field: warning.field.map(stored),
        found: warning.found,
        stored: warning.stored,
    }
}

/// The field of the catalogue that a column's field is; a test holds the two lists together.
fn stored(field: Field) -> Stored {
    Stored::ALL[field as usize]
}

/// The heading under which a field stands in the file; its key where the file has no such column.
pub(crate) fn heading(shape: &Shape, field: Stored) -> String {
    import::heading(shape, Field::all()[field as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_and_the_catalogue_know_the_same_fields_in_the_same_order() {
        let read: Vec<&str> = Field::all().iter().map(|field| field.as_str()).collect();
        let kept: Vec<&str> = Stored::ALL.iter().map(|field| field.code()).collect();
        assert_eq!(read, kept);
        for (at, field) in Field::all().iter().enumerate() {
            assert_eq!(*field as usize, at);
            assert_eq!(stored(*field).code(), field.as_str());
        }
    }
}
