//! `nightly-report`: the night of the library, one page that says how it is doing, and the reports that are handed in.
//!
//! | module | what it does |
//! |---|---|
//! | `reports` | the reports that are handed in, as lists |
//! | `verbs` | one module a verb |
//! | `page` | the page of a day, in every form |
//! | `words` | every word, in both languages |
#![forbid(unsafe_code)]

mod page;
mod reports;
mod verbs;
mod words;

use clap::{ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, Tool, examples};

use crate::verbs::{facts, install, reopen, report, rows, run, show};
use crate::words::help;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "nightly-report",
    command,
    run,
    endings: &[("show", "html"), ("install", "service"), ("install", "timer")],
    folders: &["run"],
    ..Tool::BASE
};

fn command(lang: Lang) -> Command {
    Command::new(TOOL.name)
        .about(help::about(lang))
        .subcommand_required(true)
        .subcommands([
            run::command(lang),
            reopen::command(lang),
            show::command(lang),
            rows::command(lang),
            report::command(lang),
            facts::command(lang),
            install::command(lang),
        ])
        .after_help(examples(
            lang,
            [
                ("nightly-report run", help::example_run(lang)),
                ("nightly-report show -o laporan.html", help::example_show(lang)),
                (
                    "nightly-report report loans --year 2026 -o peminjaman-2026.xlsx",
                    help::example_loans(lang),
                ),
            ],
        ))
}

fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    match matches.subcommand() {
        Some(("run", of)) => run::run(session, of),
        Some(("reopen", _)) => reopen::run(session),
        Some(("show", of)) => show::run(session, of),
        Some(("rows", of)) => rows::run(session, of),
        Some(("report", of)) => report::run(session, of),
        Some(("facts", of)) => facts::run(session, of),
        Some(("install", of)) => install::run(session, of),
        _ => unreachable!("the parser takes no other verb"),
    }
}
