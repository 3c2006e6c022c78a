//! Where the bytes of a file come from.

use std::fs::File;
use std::io::{Cursor, Read, Seek, SeekFrom};
use std::path::Path;

use crate::table::FileError;

/// A file that can be read again from its start, or bytes in memory.
#[derive(Debug)]
pub enum Input {
    /// A regular file.
    File(File),
    /// Bytes in memory.
    Bytes(Cursor<Vec<u8>>),
}

impl Input {
    /// Opens a regular file. Devices, pipes and folders are refused before a byte is read from them.
    ///
    /// # Errors
    /// [`FileError::NotAFile`] and [`FileError::Io`].
    pub fn open(path: &Path) -> Result<Self, FileError> {
        let about = std::fs::metadata(path).map_err(|error| io_error(&error))?;
        if !about.is_file() {
            return Err(FileError::NotAFile);
        }
        Ok(Self::File(File::open(path).map_err(|error| io_error(&error))?))
    }

    /// Bytes that are already in memory.
    pub fn bytes(bytes: Vec<u8>) -> Self {
        Self::Bytes(Cursor::new(bytes))
    }

    /// Fills `buffer` as far as the file goes, and says how much that was.
    pub(crate) fn fill(&mut self, buffer: &mut [u8]) -> Result<usize, FileError> {
        let mut filled = 0;
        while filled < buffer.len() {
            let got = match self {
                Self::File(file) => file.read(&mut buffer[filled..]),
                Self::Bytes(bytes) => bytes.read(&mut buffer[filled..]),
            };
            match got {
                Ok(0) => break,
                Ok(count) => filled += count,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(io_error(&error)),
            }
        }
        Ok(filled)
    }

    /// How long it is, in bytes.
    pub(crate) fn length(&self) -> Result<u64, FileError> {
        match self {
            Self::File(file) => Ok(file.metadata().map_err(|error| io_error(&error))?.len()),
            Self::Bytes(bytes) => Ok(bytes.get_ref().len() as u64),
        }
    }

    /// Goes to the byte at `place`, counted from 0.
    pub(crate) fn go_to(&mut self, place: u64) -> Result<(), FileError> {
        match self {
            Self::File(file) => file.seek(SeekFrom::Start(place)).map_err(|error| io_error(&error))?,
            Self::Bytes(bytes) => {
                bytes.set_position(place);
                place
            }
        };
        Ok(())
    }
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        match self {
            Self::File(file) => file.read(buffer),
            Self::Bytes(bytes) => bytes.read(buffer),
        }
    }
}

impl Seek for Input {
    fn seek(&mut self, place: SeekFrom) -> std::io::Result<u64> {
        match self {
            Self::File(file) => file.seek(place),
            Self::Bytes(bytes) => bytes.seek(place),
        }
    }
}

pub(crate) fn io_error(error: &std::io::Error) -> FileError {
    FileError::Io {
        kind: error.kind(),
        message: error.to_string(),
    }
}
