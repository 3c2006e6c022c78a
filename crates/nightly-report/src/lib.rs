//! `nightly-report`: the night of the library, one page that says how it is doing, and the reports that are handed in.
//!
//! | module | what it does |
//! |---|---|
//! | `reports` | the reports that are handed in, as lists |
//! | `verbs` | one module a verb |
//! | `words` | every word, in both languages |
#![forbid(unsafe_code)]

mod reports;
mod verbs;
mod words;

use clap::{ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, Tool, examples};

use crate::verbs::{facts, report};
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
        .subcommands([report::command(lang), facts::command(lang)])
        .after_help(examples(
            lang,
            [
                ("nightly-report report collection", help::example_collection(lang)),
                (
                    "nightly-report report loans --year 2026 -o peminjaman-2026.xlsx",
                    help::example_loans(lang),
                ),
                ("nightly-report facts 2026 population 292597", help::example_facts(lang)),
            ],
        ))
}

fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    match matches.subcommand() {
        Some(("report", of)) => report::run(session, of),
        Some(("facts", of)) => facts::run(session, of),
        _ => Ok(Status::Done),
    }
}
