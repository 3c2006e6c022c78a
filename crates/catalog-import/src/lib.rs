//! `catalog-import`: brings catalogue files into the library, lists and undoes what came in, corrects titles.
//!
//! | module | what it does |
//! |---|---|
//! | `import` | one file after the other, each a batch of its own |
//! | `input`, `source` | opens a file; hands its rows to the catalogue |
//! | `answer` | JSON, and the summary for people |
//! | `meaning` | codes in words |
//! | `batches`, `template`, `edit` | the other verbs |
#![forbid(unsafe_code)]

mod answer;
mod batches;
mod edit;
mod import;
mod input;
mod meaning;
mod options;
mod source;
mod template;
mod words;

use std::ffi::OsString;

use clap::{Arg, ArgAction, ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, Tool, examples, import as importing};

use crate::words::help;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "catalog-import",
    command,
    run,
    ..Tool::BASE
};

fn command(lang: Lang) -> Command {
    let examples = examples(
        lang,
        [
            ("catalog-import --dry-run buku-baru.csv", help::example_look(lang)),
            ("catalog-import buku-baru.xlsx", help::example_import(lang)),
            (
                "catalog-import --on-error skip biblio.csv item.csv",
                help::example_skip(lang),
            ),
        ],
    );
    Command::new(TOOL.name)
        .about(help::about(lang))
        .arg(
            Arg::new("files")
                .required(true)
                .num_args(1..)
                .value_name(help::file_value(lang))
                .value_parser(clap::value_parser!(OsString))
                .help(help::files(lang)),
        )
        .args(importing::args(lang, &options::dialects()))
        .arg(
            Arg::new("update")
                .long("update")
                .action(ArgAction::SetTrue)
                .help(help::update(lang)),
        )
        .subcommands([
            batches::list_command(lang),
            batches::undo_command(lang),
            template::command(lang),
            edit::command(lang),
        ])
        .after_help(examples)
}

fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let Some((verb, of_verb)) = matches.subcommand() else {
        return import::run(session, matches);
    };
    match verb {
        "batches" => batches::list(session),
        "undo" => batches::undo(session, of_verb),
        "template" => template::run(session, of_verb),
        "edit" => edit::run(session, of_verb),
        _ => unreachable!("the parser takes no other verb"),
    }
}
