//! `member`: keeps the members: enrols, finds, renews, blocks, prints cards and clearance letters, forgets.
//!
//! | module | verbs |
//! |---|---|
//! | `fields`, `add`, `edit` | `add`, `edit`: the options of a record |
//! | `import` | `import`, `template` |
//! | `find`, `show`, `args` | `find`, `show`; whom an argument means |
//! | `term` | `renew`, `block`, `unblock` |
//! | `consent`, `types` | `consent`, `types` |
//! | `card`, `clearance` | `card`, `clearance`: what is printed |
//! | `erase` | `erase` |
#![forbid(unsafe_code)]

mod add;
mod args;
mod card;
mod clearance;
mod consent;
mod edit;
mod erase;
mod fields;
mod find;
mod import;
mod record;
mod show;
mod term;
mod types;
mod words;

use clap::{ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, Tool, Topic, examples};

use crate::words::help;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "member",
    command,
    run,
    topics,
    endings: &[("card", "html"), ("card", "svg"), ("clearance", "html")],
    ..Tool::BASE
};

fn command(lang: Lang) -> Command {
    Command::new(TOOL.name)
        .about(help::about(lang))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands([
            add::command(lang),
            import::command(lang),
            find::command(lang),
            show::command(lang),
            edit::command(lang),
            term::renew_command(lang),
            term::block_command(lang),
            term::unblock_command(lang),
            card::command(lang),
            clearance::command(lang),
            consent::command(lang),
            types::command(lang),
            erase::command(lang),
            import::template_command(lang),
        ])
        .after_help(examples(
            lang,
            [
                (
                    "member add 'Sri Wulandari' --phone 0812-3456-7801 --consent",
                    help::example_add(lang),
                ),
                ("member find wulan", help::example_find(lang)),
                ("member card A0001 -o kartu.html", help::example_card(lang)),
            ],
        ))
}

fn topics(lang: Lang) -> Vec<Topic> {
    vec![Topic {
        name: "import",
        about: help::topic_import(lang),
        text: help::import_text(lang),
    }]
}

fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    match matches.subcommand() {
        Some(("add", of)) => add::run(session, of),
        Some(("import", of)) => import::run(session, of),
        Some(("find", of)) => find::run(session, of),
        Some(("show", of)) => show::run(session, of),
        Some(("edit", of)) => edit::run(session, of),
        Some(("renew", of)) => term::renew(session, of),
        Some(("block", of)) => term::block(session, of),
        Some(("unblock", of)) => term::unblock(session, of),
        Some(("card", of)) => card::run(session, of),
        Some(("clearance", of)) => clearance::run(session, of),
        Some(("consent", of)) => consent::run(session, of),
        Some(("types", of)) => types::run(session, of),
        Some(("erase", of)) => erase::run(session, of),
        Some(("template", of)) => import::template(session, of),
        _ => unreachable!("the parser demands a verb and takes no other"),
    }
}
