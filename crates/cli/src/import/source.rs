//! A file's rows on their way into the library, and back when they can't be had.

use pustaka_core::{Error, Result};
use pustaka_formats::table::{FileError, Kind, Reader, Row, Shape};

use super::input::Input;
use super::meaning;
use super::rejects::{Rejected, Rejects};
use crate::lang::Lang;
use crate::progress::Progress;

/// After so many rows the progress is told again.
const ROWS_AT_ONCE: u64 = 2048;

/// A file's rows.
pub struct Rows<K: Kind> {
    reader: Reader<K>,
    /// Those that can't be taken.
    pub rejects: Rejects,
    /// What made the rest of the file unreadable.
    pub failure: Option<FileError>,
    keep_rejects: bool,
    progress: Option<Progress>,
    size: u64,
    lang: Lang,
}

impl<K: Kind> Rows<K> {
    /// The rows of an opened file. `keep_rejects`: rows must not be lost, so without a file for the rejected ones
    /// nothing is stored.
    pub fn new(input: Input<K>, rejects: Rejects, keep_rejects: bool, progress: Progress, lang: Lang) -> Rows<K> {
        Rows {
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
    pub fn end_progress(&mut self) {
        self.progress = None;
    }

    /// How the file was read.
    pub fn shape(&self) -> &Shape<K::Dialect, K::Field> {
        self.reader.shape()
    }

    /// The language of the reasons.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The reader.
    pub fn reader(&self) -> &Reader<K> {
        &self.reader
    }

    /// Every record read, blank ones among them; blank ones; rejected ones.
    pub fn counts(&self) -> (u64, u64, u64) {
        let blank = self.reader.blank();
        (self.reader.records() + blank, blank, self.rejects.count)
    }

    /// What was mended in the file as a whole: one code with up to three examples, found and stored.
    pub fn file_warning(&self) -> Option<(&'static str, String, String)> {
        let all = self.reader.file_warnings();
        let first = all.first()?;
        let found: Vec<&str> = all.iter().map(|warning| warning.found.as_str()).collect();
        let stored: Vec<&str> = all.iter().map(|warning| warning.stored.as_str()).collect();
        Some((first.code.as_str(), found.join(", "), stored.join(", ")))
    }

    /// The next row that could be read; the others are set aside.
    ///
    /// # Errors
    /// When the rest can't be read ([`Rows::failure`] says why), or a rejected row can't be written down.
    pub fn next_row(&mut self) -> Result<Option<Row<K::Field>>> {
        loop {
            self.tell_progress();
            match self.reader.next_row() {
                Ok(Some(Ok(row))) => return Ok(Some(row)),
                Ok(Some(Err(reject))) => {
                    let reason = meaning::unread(self.lang, &reject);
                    self.set_aside(Rejected {
                        line: reject.line,
                        column: reject.column,
                        code: reject.code.as_str(),
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

    /// Sets the row last given aside.
    ///
    /// # Errors
    /// When it can't be written down and must not be lost.
    pub fn set_aside(&mut self, row: Rejected) -> Result<()> {
        self.rejects.add(self.reader.shape(), self.reader.original(), row);
        if self.keep_rejects && self.rejects.has_failed() {
            return Err(stopped());
        }
        Ok(())
    }

    fn tell_progress(&mut self) {
        let rows = self.reader.records();
        if rows.is_multiple_of(ROWS_AT_ONCE)
            && let Some(progress) = &mut self.progress
        {
            progress.report(self.reader.position(), self.size, rows);
        }
    }
}

/// Ends the import; why it ended is kept beside the rows.
fn stopped() -> Error {
    Error::BadValue {
        what: "file",
        found: String::new(),
    }
}
