//! `upgrade`: an older file comes to this program's schema, after a verified backup.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Document, Failure, Lang, Session, Status};
use pustaka_core::OpenOptions;
use serde::Serialize;

use crate::backup::Made;
use crate::words;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("upgrade").about(words::upgrade(lang)).arg(
        Arg::new("backups")
            .long("backups")
            .value_name(words::folder_value(lang))
            .value_parser(clap::value_parser!(OsString))
            .help(words::upgrade_backups(lang)),
    )
}

#[derive(Serialize)]
struct Shown<'a> {
    from: i64,
    to: i64,
    backup: Option<Made<'a>>,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let act = session.act()?;
    let mut library = session.open_with(&OpenOptions {
        accept_older: true,
        ..session.open_options()
    })?;
    let facts = library.doctor(None, &act)?;
    let (from, to) = (facts.schema, facts.newest_schema);
    let shown = |backup| Shown { from, to, backup };
    if from == to {
        let answer = Document::new(&shown(None)).headed(words::newest_already(lang, from));
        session.show_if_watched(answer)?;
    } else if session.dry_run() {
        let answer = Document::new(&shown(None)).headed(words::would_upgrade(lang, from, to));
        session.outcome(answer)?;
    } else {
        let own = library.path().parent().unwrap_or(Path::new("/")).to_owned();
        let folder = matches.get_one::<OsString>("backups").map_or(own, PathBuf::from);
        let done = library.upgrade(&folder, &act)?;
        let mut said = vec![words::upgraded(lang, done.from, done.to)];
        said.extend(
            done.backup
                .iter()
                .map(|made| words::backed_up(lang, made.path.display())),
        );
        let answer = Document::new(&shown(done.backup.as_ref().map(Made::of))).headed(said.join("\n"));
        session.outcome(answer)?;
    }
    Ok(Status::Done)
}
