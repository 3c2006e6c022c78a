//! `init`: a new library file, and never by surprise.

use clap::{Arg, ArgAction, ArgMatches, Command};
use pustaka_cli::{Document, Failure, Lang, Session, Status};
use pustaka_core::{Library, NewLibrary};
use serde_json::json;

use crate::words;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("init")
        .about(words::init(lang))
        .arg(
            Arg::new("name")
                .long("name")
                .value_name(words::name_value(lang))
                .help(words::init_name(lang)),
        )
        .arg(
            Arg::new("force-file-system")
                .long("force-file-system")
                .action(ArgAction::SetTrue)
                .help(words::force_file_system(lang)),
        )
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let path = session.db()?;
    let new = NewLibrary {
        name: matches.get_one::<String>("name").cloned().unwrap_or_default(),
        force_file_system: matches.get_flag("force-file-system"),
    };
    let library = Library::create(&path, &new, &session.act()?)?;
    let shown = library.path().display().to_string();
    let heading = words::made(session.lang(), &shown);
    session.outcome(Document::new(&json!({ "db": shown, "name": new.name })).headed(heading))?;
    Ok(Status::Done)
}
