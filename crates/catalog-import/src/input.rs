//! Opens a file; a verb where a file should be is named.

use std::io;
use std::path::{Path, PathBuf};

use pustaka_cli::import::{self, Names};
use pustaka_cli::{Failure, Session, nearest};
use pustaka_formats::catalogue::{Catalogue, FileError, Options};

use crate::words::files as words;

/// The verbs, for a file name that was meant to be one.
const VERBS: [&str; 4] = ["batches", "undo", "template", "edit"];

/// How this import is typed.
pub(crate) const NAMES: Names = Names {
    command: "catalog-import",
    template: "catalog-import template generic",
};

/// A catalogue file to be read.
pub(crate) type Input = import::Input<Catalogue>;

/// Whether what stands among the files is no file but a verb in the wrong place.
pub(crate) fn misplaced_verb(files: &[PathBuf]) -> Option<&'static str> {
    let is_named = |verb: &&str| files.iter().any(|file| file == Path::new(verb) && !file.exists());
    VERBS.into_iter().find(|verb| files.len() > 1 && is_named(verb))
}

/// Opens a file and finds out what it is.
pub(crate) fn open(session: &mut Session, typed: &Path, options: &Options) -> Result<Input, Failure> {
    let lang = session.lang();
    Input::open(session, typed, options, &NAMES).map_err(|(failure, error)| {
        let name = typed.display().to_string();
        let missing = matches!(
            error,
            Some(FileError::Io {
                kind: io::ErrorKind::NotFound,
                ..
            })
        );
        if error.is_none() && failure.code() == "file.library" {
            return failure.hint(words::the_library_hint(lang));
        }
        match nearest(&name, &VERBS).filter(|_| missing && !name.contains(['/', '.'])) {
            Some(verb) => failure.hint(words::did_you_mean(lang, format!("catalog-import {verb}"))),
            None => failure,
        }
    })
}
