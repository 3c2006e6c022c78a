//! `nightly-report`: the night of the library, one page that says how it is doing, and the reports that are handed in.
//!
//! | module | what it does |
//! |---|---|
//! | `verbs` | one module a verb |
//! | `words` | every word, in both languages |
#![forbid(unsafe_code)]

mod verbs;
mod words;

use clap::{ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, Tool, examples};

use crate::verbs::{install, run};
use crate::words::help;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "nightly-report",
    command,
    run,
    endings: &[("install", "service"), ("install", "timer")],
    ..Tool::BASE
};

fn command(lang: Lang) -> Command {
    Command::new(TOOL.name)
        .about(help::about(lang))
        .subcommand_required(true)
        .subcommands([run::command(lang), install::command(lang)])
        .after_help(examples(
            lang,
            [
                ("nightly-report run", help::example_run(lang)),
                ("nightly-report run --dry-run -v", help::example_dry_run(lang)),
                ("nightly-report install", help::example_install(lang)),
            ],
        ))
}

fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    match matches.subcommand() {
        Some(("run", matches)) => run::run(session, matches),
        Some(("install", matches)) => install::run(session, matches),
        _ => unreachable!("the parser takes no other verb"),
    }
}
