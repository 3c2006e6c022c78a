//! `calendar`: when the library is open, and what a change of it moves.

mod change;
mod import;
mod show;
mod words;

use clap::{Arg, ArgAction, ArgMatches, Command};
use pustaka_cli::{Failure, Lang, Session, Status, examples};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("calendar")
        .about(words::about(lang))
        .long_about(words::long(lang))
        .subcommands([
            show::command(lang),
            import::command(lang),
            change::close_command(lang),
            change::open_command(lang),
            change::weekly_command(lang),
            change::remove_command(lang),
        ])
        .after_help(examples(
            lang,
            [
                ("library-db calendar", words::example_show(lang)),
                (
                    "library-db calendar close 2026-12-28 2026-12-31 --reason 'Stok opname' --apply",
                    words::example_close(lang),
                ),
                ("library-db calendar import skb-2027.csv", words::example_import(lang)),
            ],
        ))
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    match matches.subcommand() {
        Some(("import", matches)) => import::run(session, matches),
        Some(("close", matches)) => change::close(session, matches),
        Some(("open", matches)) => change::open(session, matches),
        Some(("weekly", matches)) => change::weekly(session, matches),
        Some(("remove", matches)) => change::remove(session, matches),
        Some((_, matches)) => show::run(session, matches),
        None => show::all(session),
    }
}

/// `--apply`, which every change of the calendar has.
fn apply(lang: Lang) -> Arg {
    Arg::new("apply")
        .long("apply")
        .action(ArgAction::SetTrue)
        .help(words::apply_help(lang))
}
