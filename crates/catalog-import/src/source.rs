//! Hands the rows of a file to the catalogue, and takes back those that can't be had.

use pustaka_cli::{Lang, Progress};
use pustaka_core::catalog::import::{Counts, Incoming, RejectReason, Source, Tallied, Warning};
use pustaka_core::catalog::record::Field as Stored;
use pustaka_core::{Error, Result};
use pustaka_formats::catalogue::{self, Field, FileError, Reader, Shape};

use crate::input::Input;
use crate::meaning;
use crate::rejects::{Rejected, Rejects};

/// After so many rows the progress is told again.
const ROWS_AT_ONCE: u64 = 2048;

/// A file's rows on their way into the catalogue.
pub(crate) struct FileSource {
    reader: Reader,
    pub(crate) rejects: Rejects,
    /// What made the rest of the file unreadable.
    pub(crate) failure: Option<FileError>,
    /// Rows must not be lost: without a file for the rejected ones nothing is stored.
    keep_rejects: bool,
    progress: Option<Progress>,
    size: u64,
    lang: Lang,
}

impl FileSource {
    pub(crate) fn new(
        input: Input,
        rejects: Rejects,
        keep_rejects: bool,
        progress: Progress,
        lang: Lang,
    ) -> FileSource {
        FileSource {
            // How far a workbook has been read is not known.
            size: input.reader.shape().delimiter.map_or(0, |_| input.size),
            reader: input.reader,
            rejects,
            failure: None,
            keep_rejects,
            progress: Some(progress),
            lang,
        }
    }

    /// Takes the progress off the screen.
    pub(crate) fn end_progress(&mut self) {
        self.progress = None;
    }

    /// How the file was read.
    pub(crate) fn shape(&self) -> &Shape {
        self.reader.shape()
    }

    /// What was mended in the file as a whole: one warning with up to three examples.
    pub(crate) fn file_warnings(&self) -> Option<Tallied> {
        let all = self.reader.file_warnings();
        let first = all.first()?;
        let joined = |part: fn(&catalogue::Warning) -> &str| all.iter().map(part).collect::<Vec<_>>().join(", ");
        Some(Tallied {
            count: 1,
            line: 1,
            first: Warning {
                code: first.code.as_str(),
                field: None,
                found: joined(|warning| &warning.found),
                stored: joined(|warning| &warning.stored),
            },
        })
    }

    fn tell_progress(&mut self) {
        let rows = self.reader.records();
        if rows.is_multiple_of(ROWS_AT_ONCE)
            && let Some(progress) = &mut self.progress
        {
            progress.report(self.reader.position(), self.size, rows);
        }
    }

    fn set_aside(&mut self, row: Rejected) -> Result<()> {
        self.rejects.add(self.reader.shape(), self.reader.original(), row);
        if self.keep_rejects && self.rejects.has_failed() {
            return Err(stopped());
        }
        Ok(())
    }
}

impl Source for FileSource {
    fn next(&mut self) -> Result<Option<Incoming>> {
        loop {
            self.tell_progress();
            match self.reader.next_row() {
                Ok(Some(Ok(row))) => return Ok(Some(incoming(row))),
                Ok(Some(Err(reject))) => {
                    let reason = meaning::unread(self.lang, &reject);
                    let code = reject.code.as_str();
                    self.set_aside(Rejected {
                        line: reject.line,
                        column: reject.column,
                        code,
                        reason,
                    })?;
                }
                Ok(None) => {
                    self.rejects.seal();
                    return if self.keep_rejects && self.rejects.has_failed() {
                        Err(stopped())
                    } else {
                        Ok(None)
                    };
                }
                Err(error) => {
                    self.failure = Some(error);
                    return Err(stopped());
                }
            }
        }
    }

    fn reject(&mut self, reason: &RejectReason) -> Result<()> {
        let column = reason.field.and_then(|field| heading(self.reader.shape(), field));
        let said = meaning::refused(self.lang, reason);
        self.set_aside(Rejected {
            line: reason.line,
            column,
            code: reason.code,
            reason: said,
        })
    }

    fn counts(&self) -> Counts {
        Counts {
            records: self.reader.records() + self.reader.blank(),
            blank: self.reader.blank(),
            rejected: self.rejects.count,
        }
    }
}

/// Ends the import; why it ended is kept in the source.
fn stopped() -> Error {
    Error::BadValue {
        what: "file",
        found: String::new(),
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
pub(crate) fn heading(shape: &Shape, field: Stored) -> Option<String> {
    let own = |column: &&catalogue::ColumnUse| column.field.map(stored) == Some(field);
    let header = shape.columns.iter().find(own).map(|column| column.header.clone());
    header
        .filter(|header| !header.is_empty())
        .or_else(|| Some(field.code().to_owned()))
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
