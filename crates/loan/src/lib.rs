//! `loan`: lends and takes back. One module a verb; each asks the core for one thing and describes the answer.
//!
//! | module | verbs |
//! |---|---|
//! | `checkout`, `give_back`, `renew`, `lost` | `checkout`, `return`, `renew`, `lost`, `found` |
//! | `desk` | the counter: a machine without a terminal, its words, and what drives it |
//! | `holds`, `deliver` | `hold`, `holds`, `cancel`, `deliver` |
//! | `money`, `account`, `charges` | `pay`, `waive`, `reverse`, `refund`, `charge`, `account`, `charges`, `cash-up` |
//! | `overdue`, `explain`, `import` | what is late, why, and the open loans of another system |
//! | `offline` | the mobile library: pack, desk, replay |
//! | `args` | arguments of several verbs |
#![forbid(unsafe_code)]

mod account;
mod args;
mod charges;
mod checkout;
mod deliver;
mod desk;
mod explain;
mod give_back;
mod holds;
mod import;
mod lost;
mod money;
mod offline;
mod overdue;
mod renew;
mod words;

use clap::{ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, Tool, Topic, examples};

use crate::words::help;

/// The tool.
pub const TOOL: Tool = Tool {
    name: "loan",
    command,
    verb,
    run,
    topics,
    leaves_log: true,
    endings: &[("offline koc", "koc"), ("deliver list", "html")],
    ..Tool::BASE
};

fn command(lang: Lang) -> Command {
    let verbs = [checkout::command(lang), give_back::command(lang), renew::command(lang)];
    let verbs = verbs.into_iter().chain([desk::command(lang)]);
    let verbs = verbs.chain(holds::commands(lang));
    let verbs = verbs.chain([overdue::command(lang), explain::command(lang)]);
    let verbs = verbs.chain(money::commands(lang)).chain(lost::commands(lang));
    let verbs = verbs.chain([
        import::command(lang),
        deliver::command(lang),
        offline::command(lang),
        account::command(lang),
        charges::command(lang),
        charges::cash_command(lang),
    ]);
    Command::new(TOOL.name)
        .about(words::about(lang))
        .subcommand_required(true)
        .subcommands(verbs)
        .after_help(examples(
            lang,
            [
                ("loan checkout A0012 B00001 B00002", help::example_checkout(lang)),
                ("loan return B00001", help::example_return(lang)),
                ("loan desk", help::example_desk(lang)),
            ],
        ))
}

/// What a queue of people waits for.
fn verb(lang: Lang, name: &str) -> Option<Command> {
    match name {
        "checkout" => Some(checkout::command(lang)),
        "return" => Some(give_back::command(lang)),
        "renew" => Some(renew::command(lang)),
        _ => None,
    }
}

fn topics(lang: Lang) -> Vec<Topic> {
    vec![
        Topic {
            name: "desk",
            about: help::topic_desk(lang),
            text: help::desk_text(lang),
        },
        Topic {
            name: "offline",
            about: help::topic_offline(lang),
            text: help::offline_text(lang),
        },
    ]
}

fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    let status = run_verb(session, matches)?;
    // What would have been done is told in the words of what was done. The desk says this when it opens, the import
    // with what comes next.
    if session.dry_run() && !matches!(matches.subcommand_name(), Some("desk" | "import")) {
        session.say(words::rehearsed(session.lang()));
    }
    Ok(status)
}

fn run_verb(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    match matches.subcommand() {
        Some(("checkout", matches)) => checkout::run(session, matches),
        Some(("return", matches)) => give_back::run(session, matches),
        Some(("renew", matches)) => renew::run(session, matches),
        Some(("desk", matches)) => desk::run(session, matches),
        Some(("hold", matches)) => holds::run_hold(session, matches),
        Some(("holds", matches)) => holds::run_list(session, matches),
        Some(("cancel", matches)) => holds::run_cancel(session, matches),
        Some(("overdue", matches)) => overdue::run(session, matches),
        Some(("explain", matches)) => explain::run(session, matches),
        Some(("lost", matches)) => lost::run_lost(session, matches),
        Some(("found", matches)) => lost::run_found(session, matches),
        Some(("deliver", matches)) => deliver::run(session, matches),
        Some(("import", matches)) => import::run(session, matches),
        Some(("offline", matches)) => offline::run(session, matches),
        Some(("account", matches)) => account::run(session, matches),
        Some(("charges", matches)) => charges::run(session, matches),
        Some(("cash-up", matches)) => charges::run_cash(session, matches),
        Some((verb, matches)) => money::run(session, verb, matches),
        None => unreachable!("the parser asks for a verb"),
    }
}
