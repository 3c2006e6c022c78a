//! `settings`: what the library is told about itself.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status};

use crate::words;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("settings")
        .about(words::settings(lang))
        .arg(
            Arg::new("key")
                .value_name(words::key_value(lang))
                .help(words::settings_key(lang)),
        )
        .arg(
            Arg::new("value")
                .value_name(words::value_value(lang))
                .help(words::settings_value(lang)),
        )
}

pub(crate) fn run(_session: &mut Session, _matches: &ArgMatches) -> Result<Status, Failure> {
    Ok(Status::Done)
}
