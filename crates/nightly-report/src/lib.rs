//! `nightly-report`: the night of the library, one page that says how it is doing, and the reports that are handed in.
//!
//! | module | what it does |
//! |---|---|
//! | `verbs` | one module a verb |
//! | `words` | every word, in both languages |
#![forbid(unsafe_code)]

mod page;
mod verbs;
mod words;

use clap::{ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, Tool};

use crate::words::help;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "nightly-report",
    command,
    run,
    ..Tool::BASE
};

fn command(lang: Lang) -> Command {
    Command::new(TOOL.name)
        .about(help::about(lang))
        .subcommand_required(true)
        .subcommands(Vec::<Command>::new())
}

fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let _ = session;
    match matches.subcommand() {
        _ => Ok(Status::Done),
    }
}
