//! The file that is read: refused when it is none, or the library itself; standard input is put on disk first.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufRead, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use pustaka_formats::table::{FileError, Kind, OptionsOf, Reader};
use tempfile::NamedTempFile;

use super::{Names, file_error};
use crate::failure::Failure;
use crate::lang::Lang;
use crate::session::Session;
use crate::words::import::files as words;

/// About how long a row of text is, and a row of a workbook, which is packed.
const ROW_BYTES: u64 = 200;
const SHEET_ROW_BYTES: u64 = 60;

/// A file to be read.
pub struct Input<K: Kind> {
    /// As typed; `-` for standard input.
    pub name: String,
    /// Where its rejected rows go: beside it.
    pub rejects_beside: PathBuf,
    /// In bytes.
    pub size: u64,
    /// Its reader.
    pub reader: Reader<K>,
}

impl<K: Kind> Input<K> {
    /// Opens a file and finds out what it is.
    ///
    /// # Errors
    /// The failure, and what the reader found where it was the reader that refused the file.
    pub fn open(
        session: &mut Session,
        typed: &Path,
        options: &OptionsOf<K>,
        names: &Names,
    ) -> Result<Input<K>, (Failure, Option<FileError>)> {
        let lang = session.lang();
        if typed == Path::new("-") {
            return Input::standard(session, options, names);
        }
        let name = typed.display().to_string();
        if is_library(session, typed) {
            let sentence = words::unplaced(lang, &name, words::the_library(lang));
            return Err((Failure::system("file.library", sentence), None));
        }
        let reader = Reader::<K>::open(typed, options).map_err(|error| refused(lang, &name, error, names))?;
        let size = fs::metadata(typed).map_or(0, |about| about.len());
        Ok(Input {
            name,
            rejects_beside: typed.to_owned(),
            size,
            reader,
        })
    }

    /// Standard input can be read once only and a file is looked at twice, so it is put on disk, where it loses its
    /// name as soon as it is open.
    fn standard(
        session: &mut Session,
        options: &OptionsOf<K>,
        names: &Names,
    ) -> Result<Input<K>, (Failure, Option<FileError>)> {
        let lang = session.lang();
        let failed = |error: io::Error| {
            (
                Failure::io("input.failed", words::spool_failed(lang), &error, lang),
                None,
            )
        };
        let mut spool = NamedTempFile::new().map_err(failed)?;
        let size = pour(session.stdin(), &mut spool).map_err(failed)?;
        let opened = Reader::<K>::open(spool.path(), options);
        let reader = opened.map_err(|error| refused(lang, words::standard_input(lang), error, names))?;
        Ok(Input {
            name: "-".to_owned(),
            rejects_beside: PathBuf::from("stdin"),
            size,
            reader,
        })
    }

    /// About how many rows are to come.
    pub fn expected_rows(&self) -> u64 {
        match self.reader.shape().delimiter {
            Some(_) => self.size / ROW_BYTES,
            None => self.size / SHEET_ROW_BYTES,
        }
    }
}

fn pour(from: &mut dyn BufRead, into: &mut NamedTempFile) -> io::Result<u64> {
    let size = io::copy(from, into)?;
    into.flush()?;
    Ok(size)
}

fn refused(lang: Lang, name: &str, error: FileError, names: &Names) -> (Failure, Option<FileError>) {
    (file_error::failure(lang, name, &error, names), Some(error))
}

/// Whether the path leads to the library file or to what SQLite keeps beside it, by whatever name.
fn is_library(session: &Session, typed: &Path) -> bool {
    let Ok(library) = session.db() else {
        return false;
    };
    let Ok(found) = fs::metadata(typed) else {
        return false;
    };
    ["", "-wal", "-shm", "-journal", ".queue", ".key"].iter().any(|ending| {
        let mut name = library.clone().into_os_string();
        name.push(OsStr::new(ending));
        fs::metadata(&name).is_ok_and(|own| (own.dev(), own.ino()) == (found.dev(), found.ino()))
    })
}
