//! `manual` and `completions`.

use clap::{Arg, ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status};

use crate::words;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("manual").about(words::manual(lang)).arg(
        Arg::new("folder")
            .required(true)
            .value_name(words::folder_value(lang))
            .help(words::manual_folder(lang)),
    )
}

pub(crate) fn completions_command(lang: Lang) -> Command {
    Command::new("completions").about(words::completions(lang)).arg(
        Arg::new("shell")
            .required(true)
            .value_name(words::shell_value(lang))
            .value_parser(["bash", "zsh", "fish"])
            .help(words::completions_shell(lang)),
    )
}

pub(crate) fn run(_session: &mut Session, _matches: &ArgMatches) -> Result<Status, Failure> {
    Ok(Status::Done)
}

pub(crate) fn run_completions(_session: &mut Session, _matches: &ArgMatches) -> Result<Status, Failure> {
    Ok(Status::Done)
}
