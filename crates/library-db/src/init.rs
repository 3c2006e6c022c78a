//! `init`: a new library file, and never by surprise.

use std::path::Path;

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Document, Failure, Lang, Session, Status};
use pustaka_core::{Error, FileRefusal, Library, NewLibrary, settings};
use serde_json::json;

use crate::words;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("init").about(words::init(lang)).arg(
        Arg::new("name")
            .long("name")
            .value_name(words::name_value(lang))
            .help(words::init_name(lang)),
    )
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let lang = session.lang();
    let path = session.db()?;
    let act = session.act()?;
    let name = matches.get_one::<String>("name").cloned().unwrap_or_default();
    let name = settings::LIBRARY_NAME.parse(&name)?;
    if session.dry_run() {
        if path.symlink_metadata().is_ok() {
            let why = FileRefusal::Exists;
            return Err(Error::File { path, why }.into());
        }
        let said = words::would_make(lang, path.display());
        session.outcome(made(&path, &name).headed(said))?;
        return Ok(Status::Done);
    }
    if !session.db_named() {
        make_own_folder(session, &path)?;
    }
    let new = NewLibrary {
        name,
        force_file_system: session.force_file_system(),
    };
    let library = Library::create(&path, &new, &act)?;
    let said = words::made(lang, library.path().display());
    session.outcome(made(library.path(), &new.name).headed(said))?;
    Ok(Status::Done)
}

fn made(path: &Path, name: &str) -> Document {
    Document::new(&json!({ "db": path.display().to_string(), "name": name }))
}

/// The default place is the program's own, so its folder is made; a folder that somebody named must be there.
fn make_own_folder(session: &Session, path: &Path) -> Result<(), Failure> {
    let lang = session.lang();
    let Some(folder) = path.parent() else {
        return Ok(());
    };
    std::fs::create_dir_all(folder).map_err(|error| {
        Failure::io(
            "init.folder",
            words::no_folder_made(lang, folder.display()),
            &error,
            lang,
        )
    })
}
