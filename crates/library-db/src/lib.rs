//! `library-db`: makes, checks, backs up, restores, upgrades and sets the library file, and writes the manual.
//!
//! One module a verb; each asks the core for one thing and describes the answer.
#![forbid(unsafe_code)]

mod backup;
mod calendar;
mod check;
mod doctor;
mod init;
mod journal;
mod list_file;
mod manual;
mod restore;
mod rules;
mod settings;
mod upgrade;
mod words;

use clap::{ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, Tool, examples};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "library-db",
    command,
    run,
    endings: &[("completions", "bash"), ("completions", "zsh"), ("completions", "fish")],
    ..Tool::BASE
};

fn command(lang: Lang) -> Command {
    Command::new(TOOL.name)
        .about(words::about(lang))
        .subcommand_required(true)
        .subcommands([
            init::command(lang),
            check::command(lang),
            backup::command(lang),
            restore::command(lang),
            upgrade::command(lang),
            settings::command(lang),
            calendar::command(lang),
            rules::command(lang),
            journal::command(lang),
            doctor::command(lang),
            manual::command(lang),
            manual::completions_command(lang),
        ])
        .after_help(examples(
            lang,
            [
                (
                    "library-db init --name 'Perpustakaan Kota Kediri'",
                    words::example_init(lang),
                ),
                ("library-db backup /media/cadangan", words::example_backup(lang)),
                ("library-db check --deep", words::example_check(lang)),
            ],
        ))
}

fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    match matches.subcommand() {
        Some(("init", matches)) => init::run(session, matches),
        Some(("check", matches)) => check::run(session, matches),
        Some(("backup", matches)) => backup::run(session, matches),
        Some(("restore", matches)) => restore::run(session, matches),
        Some(("upgrade", matches)) => upgrade::run(session, matches),
        Some(("journal", matches)) => journal::run(session, matches),
        Some(("settings", matches)) => settings::run(session, matches),
        Some(("calendar", matches)) => calendar::run(session, matches),
        Some(("rules", matches)) => rules::run(session, matches),
        Some(("doctor", matches)) => doctor::run(session, matches),
        Some(("manual", matches)) => manual::run(session, matches),
        Some(("completions", matches)) => manual::run_completions(session, matches),
        _ => unreachable!("the parser takes no other verb"),
    }
}
