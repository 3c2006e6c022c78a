//! The file that is read: refused when it is none, or the library itself; standard input is put on disk first.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufRead, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use pustaka_cli::{Failure, Lang, Session, nearest};
use pustaka_formats::catalogue::{FileError, Options, Reader};
use tempfile::NamedTempFile;

use crate::file_error;
use crate::words::{files as words, result as result_words};

/// The verbs, for a file name that was meant to be one.
const VERBS: [&str; 4] = ["batches", "undo", "template", "edit"];
/// About how long a row of text is, and a row of a workbook, which is packed.
const ROW_BYTES: u64 = 200;
const SHEET_ROW_BYTES: u64 = 60;

/// Whether what stands among the files is no file but a verb in the wrong place.
pub(crate) fn misplaced_verb(files: &[PathBuf]) -> Option<&'static str> {
    let is_named = |verb: &&str| files.iter().any(|file| file == Path::new(verb) && !file.exists());
    VERBS.into_iter().find(|verb| files.len() > 1 && is_named(verb))
}

/// A file to be read.
pub(crate) struct Input {
    /// As typed; `-` for standard input.
    pub(crate) name: String,
    /// Where its rejected rows go: beside it.
    pub(crate) rejects_beside: PathBuf,
    /// In bytes.
    pub(crate) size: u64,
    pub(crate) reader: Reader,
}

impl Input {
    /// Opens a file and finds out what it is.
    pub(crate) fn open(session: &mut Session, typed: &Path, options: &Options) -> Result<Input, Failure> {
        let lang = session.lang();
        if typed == Path::new("-") {
            return Input::standard(session, options);
        }
        let name = typed.display().to_string();
        if is_library(session, typed) {
            let sentence = words::unplaced(lang, &name, words::the_library(lang));
            return Err(Failure::system("file.library", sentence).hint(words::the_library_hint(lang)));
        }
        let reader = Reader::open(typed, options).map_err(|error| refused(lang, &name, &error))?;
        let size = fs::metadata(typed).map_or(0, |about| about.len());
        Ok(Input {
            name,
            rejects_beside: typed.to_owned(),
            size,
            reader,
        })
    }

    /// Standard input can be read once only and a catalogue file is looked at twice, so it is put on disk, where it
    /// loses its name as soon as it is open.
    fn standard(session: &mut Session, options: &Options) -> Result<Input, Failure> {
        let lang = session.lang();
        let failed = |error: io::Error| Failure::io("input.failed", result_words::spool_failed(lang), &error, lang);
        let mut spool = NamedTempFile::new().map_err(failed)?;
        let size = pour(session.stdin(), &mut spool).map_err(failed)?;
        let opened = Reader::open(spool.path(), options);
        let reader = opened.map_err(|error| refused(lang, words::standard_input(lang), &error))?;
        Ok(Input {
            name: "-".to_owned(),
            rejects_beside: PathBuf::from("stdin"),
            size,
            reader,
        })
    }

    /// About how many rows are to come.
    pub(crate) fn expected_rows(&self) -> u64 {
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

fn refused(lang: Lang, name: &str, error: &FileError) -> Failure {
    let failure = file_error::failure(lang, name, error);
    let missing = matches!(
        error,
        FileError::Io {
            kind: io::ErrorKind::NotFound,
            ..
        }
    );
    match nearest(name, &VERBS).filter(|_| missing && !name.contains(['/', '.'])) {
        Some(verb) => failure.hint(words::did_you_mean(lang, format!("catalog-import {verb}"))),
        None => failure,
    }
}

/// Whether the path leads to the library file or to what SQLite keeps beside it, by whatever name.
fn is_library(session: &Session, typed: &Path) -> bool {
    let Ok(library) = session.db() else {
        return false;
    };
    let Ok(found) = fs::metadata(typed) else {
        return false;
    };
    ["", "-wal", "-shm", "-journal", ".queue"].iter().any(|ending| {
        let mut name = library.clone().into_os_string();
        name.push(OsStr::new(ending));
        fs::metadata(&name).is_ok_and(|own| (own.dev(), own.ino()) == (found.dev(), found.ino()))
    })
}
