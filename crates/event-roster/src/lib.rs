//! `event-roster`: runs an event from its announcement to its certificates and its measured result.
//!
//! One module a verb (verbs that do alike share one); each asks the core for one thing and describes the answer.
//! `print` holds the pages for paper, `reading` how files of people come in.
#![forbid(unsafe_code)]

mod args;
mod calendar;
mod certificates;
mod change;
mod check_in;
mod feedback;
mod import;
mod list;
mod notices;
mod plan;
mod print;
mod reading;
mod register;
mod report;
mod results;
mod show;
mod when;
mod words;

use clap::{ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, Tool, Topic, examples};

use crate::words::help;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "event-roster",
    command,
    run,
    topics,
    endings: &[
        ("calendar", "ics"),
        ("roster", "html"),
        ("badges", "html"),
        ("certificates", "html"),
    ],
    ..Tool::BASE
};

fn command(lang: Lang) -> Command {
    Command::new(TOOL.name)
        .about(help::about(lang))
        .subcommand_required(true)
        .subcommands([
            plan::command(lang),
            change::edit_command(lang),
            change::move_command(lang),
            change::cancel_command(lang),
            list::command(lang),
            show::command(lang),
            show::needs_command(lang),
            register::command(lang),
            import::command(lang),
            check_in::command(lang),
            print::roster_command(lang),
            print::badges_command(lang),
            calendar::command(lang),
            certificates::command(lang),
            certificates::verify_command(lang),
            results::command(lang),
            feedback::command(lang),
            notices::command(lang),
            report::command(lang),
        ])
        .after_help(examples(
            lang,
            [
                (
                    "event-roster add 'Diskusi Laskar Pelangi' --kind book-discussion --session '2026-11-28 09:00-12:00' --capacity 40",
                    help::example_add(lang),
                ),
                ("event-roster import diskusi-laskar-pelangi formulir.csv", help::example_import(lang)),
                ("event-roster check-in diskusi-laskar-pelangi -", help::example_check_in(lang)),
            ],
        ))
}

fn topics(lang: Lang) -> Vec<Topic> {
    vec![
        Topic {
            name: "places",
            about: help::topic_places(lang),
            text: help::places_text(lang),
        },
        Topic {
            name: "lists",
            about: help::topic_lists(lang),
            text: help::lists_text(lang),
        },
        Topic {
            name: "feedback",
            about: help::topic_feedback(lang),
            text: help::feedback_text(lang),
        },
    ]
}

fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    match matches.subcommand() {
        Some(("add", matches)) => plan::run(session, matches),
        Some(("edit", matches)) => change::edit(session, matches),
        Some(("move", matches)) => change::move_to(session, matches),
        Some(("cancel", matches)) => change::cancel(session, matches),
        Some(("list", matches)) => list::run(session, matches),
        Some(("show", matches)) => show::run(session, matches),
        Some(("needs", matches)) => show::needs(session, matches),
        Some(("register", matches)) => register::run(session, matches),
        Some(("import", matches)) => import::run(session, matches),
        Some(("check-in", matches)) => check_in::run(session, matches),
        Some(("roster", matches)) => print::roster(session, matches),
        Some(("badges", matches)) => print::badges(session, matches),
        Some(("calendar", matches)) => calendar::run(session, matches),
        Some(("certificates", matches)) => certificates::run(session, matches),
        Some(("verify", matches)) => certificates::verify(session, matches),
        Some(("results", matches)) => results::run(session, matches),
        Some(("feedback", matches)) => feedback::run(session, matches),
        Some(("notices", matches)) => notices::run(session, matches),
        Some(("report", matches)) => report::run(session, matches),
        _ => unreachable!("the parser takes no other verb"),
    }
}
