//! `notice-outbox`: notices to readers by mail, WhatsApp, letter or text file, and what became of each.
//!
//! | module | what it does |
//! |---|---|
//! | `verbs` | one module a verb |
//! | `render` | a notice in the words of its template |
//! | `command` | the command that delivers a mail |
//! | `pages` | the page of WhatsApp messages, the letters |
//! | `words` | every word, in both languages |
#![forbid(unsafe_code)]

mod args;
mod command;
mod pages;
mod render;
mod verbs;
mod words;

use clap::{ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, Tool, Topic, examples};

use crate::words::{help, topics as texts};

/// The tool.
pub const TOOL: Tool = Tool {
    name: "notice-outbox",
    command,
    run,
    topics,
    endings: &[("page", "html"), ("letters", "html")],
    ..Tool::BASE
};

fn command(lang: Lang) -> Command {
    Command::new(TOOL.name)
        .about(help::about(lang))
        .subcommand_required(true)
        .subcommands([
            verbs::create::command(lang),
            verbs::list::command(lang),
            verbs::send::command(lang),
            verbs::page::command(lang),
            verbs::clerk::command(lang),
            verbs::letters::command(lang),
            verbs::text::command(lang),
            verbs::mark::command(lang),
            verbs::bounces::command(lang),
            verbs::template::command(lang),
        ])
        .after_help(examples(
            lang,
            [
                (
                    "notice-outbox send --command 'msmtp -t' --later 69",
                    help::example_send(lang),
                ),
                ("notice-outbox page -o wa.html", help::example_page(lang)),
                ("notice-outbox mark --sent --on-page wa.html", help::example_mark(lang)),
            ],
        ))
}

fn topics(lang: Lang) -> Vec<Topic> {
    vec![
        Topic {
            name: "channels",
            about: texts::channels_about(lang),
            text: texts::channels_text(lang),
        },
        Topic {
            name: "templates",
            about: texts::templates_about(lang),
            text: texts::templates_text(lang),
        },
    ]
}

fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    match matches.subcommand() {
        Some(("create", matches)) => verbs::create::run(session, matches),
        Some(("list", matches)) => verbs::list::run(session, matches),
        Some(("send", matches)) => verbs::send::run(session, matches),
        Some(("page", matches)) => verbs::page::run(session, matches),
        Some(("clerk", matches)) => verbs::clerk::run(session, matches),
        Some(("letters", matches)) => verbs::letters::run(session, matches),
        Some(("text", matches)) => verbs::text::run(session, matches),
        Some(("mark", matches)) => verbs::mark::run(session, matches),
        Some(("bounces", matches)) => verbs::bounces::run(session, matches),
        Some(("template", matches)) => verbs::template::run(session, matches),
        _ => unreachable!("the parser takes no other verb"),
    }
}
