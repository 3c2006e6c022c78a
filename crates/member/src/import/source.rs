//! Hands the rows of a file to the library, and takes back those that can't be had.

use pustaka_cli::import::{self, Rejected, Rows};
use pustaka_cli::member_value;
use pustaka_core::Result;
use pustaka_core::members::{self as core, Counts, Incoming, Reject, Source, Tallied, Warning};
use pustaka_formats::members::{Field, Members, Shape};
use pustaka_formats::table::{self, WarningCode};

/// A file's rows on their way into the library.
pub(super) struct FileSource(pub(super) Rows<Members>);

impl FileSource {
    /// What was mended in the file as a whole: one warning with up to three examples.
    pub(super) fn file_warning(&self) -> Option<Tallied> {
        let (code, found, stored) = self.0.file_warning()?;
        let first = Warning {
            code,
            field: None,
            found,
            stored,
        };
        Some(Tallied {
            count: 1,
            line: 1,
            first,
        })
    }
}

impl Source for FileSource {
    fn next(&mut self) -> Result<Option<Incoming>> {
        let row = self.0.next_row()?;
        Ok(row.map(|row| Incoming {
            line: row.line,
            cells: row
                .cells
                .into_iter()
                .map(|(field, text)| (stored(field), text))
                .collect(),
            warnings: row.warnings.into_iter().map(noticed).collect(),
        }))
    }

    fn reject(&mut self, line: u64, reason: &Reject) -> Result<()> {
        let said = member_value(reason, self.0.lang());
        let column = Some(heading(self.0.shape(), reason.field));
        self.0.set_aside(Rejected {
            line,
            column,
            code: reason.code.code(),
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

fn noticed(warning: table::Warning<Field>) -> Warning {
    // Of a repaired row the whole text is told, a password or a religion may be in it; of a NIK nothing leaves its row.
    let whole_row = matches!(warning.code, WarningCode::QuoteBare | WarningCode::QuoteBackslash);
    let secret = whole_row || warning.field == Some(Field::Nik);
    let told = |text: String| if secret { String::new() } else { text };
    Warning {
        code: warning.code.as_str(),
        field: warning.field.map(stored),
        found: told(warning.found),
        stored: told(warning.stored),
    }
}

/// The field of the library that a column's field is; a test holds the two lists together.
fn stored(field: Field) -> core::Field {
    core::Field::ALL[field as usize]
}

/// The heading under which a field stands in the file; its key where the file has no such column.
pub(super) fn heading(shape: &Shape, field: core::Field) -> String {
    import::heading(shape, Field::all()[field as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_and_the_library_know_the_same_fields_in_the_same_order() {
        let read: Vec<&str> = Field::all().iter().map(|field| field.as_str()).collect();
        let kept: Vec<&str> = core::Field::ALL.iter().map(|field| field.code()).collect();
        assert_eq!(read, kept);
    }
}
