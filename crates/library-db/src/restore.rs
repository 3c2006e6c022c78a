//! `restore`: a backup becomes a library again, in a new file.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Document, Failure, Lang, Session, Status};
use pustaka_core::backup::{self, Restored};
use pustaka_core::{Error, FileRefusal};
use serde::Serialize;

use crate::backup::Chain;
use crate::words;

pub(crate) fn command(lang: Lang) -> Command {
    let path = |name: &'static str| {
        Arg::new(name)
            .value_name(words::file_value(lang))
            .value_parser(clap::value_parser!(OsString))
    };
    Command::new("restore")
        .about(words::restore(lang))
        .long_about(words::restore_long(lang))
        .arg(path("backup").required(true).help(words::restore_backup(lang)))
        .arg(path("to").long("to").help(words::restore_to(lang)))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let path = |name: &str| matches.get_one::<OsString>(name).map(PathBuf::from);
    let from = path("backup").unwrap_or_default();
    let to = match path("to") {
        Some(to) => to,
        None => session.db()?,
    };
    let act = session.act()?;
    let force = session.force_file_system();
    let restored = match session.dry_run() {
        true => rehearse(&from, &to, |to| backup::restore(&from, to, force, &act)),
        false => backup::restore(&from, &to, force, &act),
    };
    let restored = match restored {
        Err(Error::File {
            why: FileRefusal::Missing,
            ..
        }) => {
            let sentence = words::no_backup(lang, from.display());
            return Err(Failure::system("file.missing", sentence).hint(words::no_backup_hint(lang)));
        }
        other => other?,
    };
    let heading = match session.dry_run() {
        true => words::would_restore(lang, from.display(), to.display()),
        false => words::restored(lang, from.display(), restored.path.display()),
    };
    let answer = Document::new(&Shown::of(&restored, &from)).headed(said(heading, &restored, lang));
    session.outcome(answer)?;
    Ok(Status::Done)
}

/// Restores beside the new name, in a folder that is taken away again: everything is looked at, nothing stays.
fn rehearse(
    from: &Path,
    to: &Path,
    restore: impl FnOnce(&Path) -> pustaka_core::Result<Restored>,
) -> pustaka_core::Result<Restored> {
    if to.symlink_metadata().is_ok() {
        let why = FileRefusal::Exists;
        return Err(Error::File {
            path: to.to_owned(),
            why,
        });
    }
    let folder = to
        .parent()
        .filter(|folder| *folder != Path::new(""))
        .unwrap_or(Path::new("."));
    let trial = folder.join(format!(".restore-{}", std::process::id()));
    std::fs::create_dir(&trial).map_err(|_| Error::File {
        path: from.to_owned(),
        why: FileRefusal::NoFolder,
    })?;
    let restored = restore(&trial.join("library.db"));
    let _gone = std::fs::remove_dir_all(&trial);
    restored
}

#[derive(Serialize)]
struct Shown<'a> {
    backup: String,
    db: String,
    sha256: &'a str,
    digest_compared: bool,
    journal: Chain,
    schema: i64,
}

impl<'a> Shown<'a> {
    fn of(restored: &'a Restored, from: &Path) -> Shown<'a> {
        Shown {
            backup: from.display().to_string(),
            db: restored.path.display().to_string(),
            sha256: &restored.sha256,
            digest_compared: restored.digest_compared,
            journal: Chain {
                entries: restored.journal.seq,
                head: restored.journal.hex(),
            },
            schema: restored.schema,
        }
    }
}

fn said(heading: String, restored: &Restored, lang: Lang) -> String {
    let digest = match restored.digest_compared {
        true => words::digest_same(lang),
        false => words::digest_absent(lang),
    };
    let journal = words::chain_whole(lang, lang.count(restored.journal.seq), restored.journal.hex());
    [heading, digest.to_owned(), journal].join("\n")
}
