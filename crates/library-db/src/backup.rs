//! `backup`: a verified copy, taken while desks work; older ones go as the settings say.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Column, Document, Failure, Kind, Lang, Report, Session, Status};
use pustaka_core::OpenOptions;
use pustaka_core::backup::{Backup, Found};
use serde::Serialize;

use crate::words;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("backup")
        .about(words::backup(lang))
        .long_about(words::backup_long(lang))
        .arg(
            Arg::new("folder")
                .required(true)
                .value_name(words::folder_value(lang))
                .value_parser(clap::value_parser!(OsString))
                .help(words::backup_folder(lang)),
        )
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let folder = matches
        .get_one::<OsString>("folder")
        .map(PathBuf::from)
        .unwrap_or_default();
    let act = session.act()?;
    // A library of an older version is saved as it is: that is what an upgrade begins with.
    let library = session.open_with(&OpenOptions {
        accept_older: true,
        ..session.open_options()
    })?;
    if session.dry_run() {
        let there = library.backups(&folder)?;
        let answer = rehearsed(&there, &folder, session.lang());
        session.outcome(answer)?;
        return Ok(Status::Done);
    }
    let made = library.backup(&folder, &act)?;
    session.outcome(told(&made, session.lang()))?;
    Ok(Status::Done)
}

/// A backup in JSON.
#[derive(Serialize)]
pub(crate) struct Made<'a> {
    backup: String,
    bytes: u64,
    sha256: &'a str,
    journal: Chain,
    tables: BTreeMap<&'a str, u64>,
    removed: Vec<String>,
}

/// The end of a journal in JSON.
#[derive(Serialize)]
pub(crate) struct Chain {
    pub(crate) entries: i64,
    pub(crate) head: String,
}

impl<'a> Made<'a> {
    pub(crate) fn of(made: &'a Backup) -> Made<'a> {
        Made {
            backup: made.path.display().to_string(),
            bytes: made.bytes,
            sha256: &made.sha256,
            journal: Chain {
                entries: made.journal.seq,
                head: made.journal.hex(),
            },
            tables: made.tables.iter().map(|(name, rows)| (name.as_str(), *rows)).collect(),
            removed: made.removed.iter().map(|path| path.display().to_string()).collect(),
        }
    }
}

fn told(made: &Backup, lang: Lang) -> Document {
    let mut said = vec![
        words::backed_up(lang, made.path.display()),
        words::digest_is(lang, &made.sha256),
        words::chain_whole(lang, lang.count(made.journal.seq), made.journal.hex()),
    ];
    said.extend(made.removed.iter().map(|path| words::removed(lang, path.display())));
    Document::new(&Made::of(made)).headed(said.join("\n"))
}

fn rehearsed(there: &[Found], folder: &Path, lang: Lang) -> Document {
    let columns = [
        Column::new("backup", words::file, Kind::Text),
        Column::new("at", words::at, Kind::Text),
        Column::new("bytes", words::bytes, Kind::Integer),
    ];
    let mut report = Report::new("backups", columns).titled(words::would_back_up(lang, folder.display()));
    for found in there {
        let name = found
            .path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        report.row([name.into(), found.at.to_string().into(), found.bytes.into()]);
    }
    report.into()
}
