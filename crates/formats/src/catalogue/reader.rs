//! Reads a catalogue file row by row, whatever its dialect.

use std::path::Path;

use super::{FileError, Options, Reject, Row, Shape, Warning};

/// A catalogue file that is being read. Memory stays flat whatever its size.
#[derive(Debug)]
pub struct Reader {
    shape: Shape,
    blank: u64,
    records: u64,
    original: Vec<String>,
    file_warnings: Vec<Warning>,
}

impl Reader {
    /// Opens a file, finds out what it is, and stands before its first row.
    ///
    /// # Errors
    /// When the file can't be read as a whole: see [`FileError`].
    pub fn open(path: &Path, options: &Options) -> Result<Self, FileError> {
        let bytes = std::fs::read(path).map_err(|error| FileError::Io {
            kind: error.kind(),
            message: error.to_string(),
        })?;
        Self::from_bytes(bytes, options)
    }

    /// Reads a file that is already in memory.
    ///
    /// # Errors
    /// As [`Reader::open`].
    pub fn from_bytes(_bytes: Vec<u8>, _options: &Options) -> Result<Self, FileError> {
        Err(FileError::Empty)
    }

    /// How the file is read.
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// Wholly blank rows passed over so far.
    pub fn blank(&self) -> u64 {
        self.blank
    }

    /// Records read so far, rejected ones included, header and blank rows not.
    pub fn records(&self) -> u64 {
        self.records
    }

    /// The cells of the last row as the file has them.
    pub fn original(&self) -> &[String] {
        &self.original
    }

    /// What was mended in the file as a whole.
    pub fn file_warnings(&self) -> &[Warning] {
        &self.file_warnings
    }

    /// The next row, or why it can't be taken over; nothing at the end.
    ///
    /// # Errors
    /// When the rest of the file can't be read.
    pub fn next_row(&mut self) -> Result<Option<Result<Row, Reject>>, FileError> {
        Ok(None)
    }
}
