//! `offline`: lending where the library file is not.
//!
//! | module | what it does |
//! |---|---|
//! | `pack` | writes what goes along |
//! | `journal` | the file of what happened: read whole, added to line by line, each line on the disk before it counts |
//! | `at_pack` | the desk away: the same machine as the counter, with answers from the pack |
//! | `away` | `checkout` and `return` as single commands there |
//! | `replay` | brings a journal, or a `.koc` file, home |
//! | `koc` | writes a journal as a `.koc` file |

mod at_pack;
mod away;
mod journal;
mod koc;
mod pack;
mod replay;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use pustaka_cli::{Failure, Lang, Session, Status};
use pustaka_core::circulation::offline::Pack;

use crate::desk;
use crate::words::{help, offline as words};

pub(crate) fn command(lang: Lang) -> Command {
    let file = |name: &'static str, text: &'static str| {
        let arg = Arg::new(name).value_name(help::file_value(lang)).help(text);
        arg.value_parser(value_parser!(OsString)).required(true)
    };
    let away = |command: Command| {
        command
            .arg(file("pack", help::offline_pack_in(lang)).long("pack"))
            .arg(file("journal", help::offline_journal(lang)).long("journal"))
    };
    let verb = |name: &'static str, about: &'static str| Command::new(name).about(about);
    Command::new("offline")
        .about(help::offline(lang))
        .subcommand_required(true)
        .subcommands([
            pack::command(lang, file("file", help::offline_pack_file(lang))),
            away(verb("desk", help::offline_desk(lang)).arg(desk::silence_arg(lang))),
            away(away::checkout_command(lang)),
            away(away::return_command(lang)),
            verb("replay", help::offline_replay(lang))
                .long_about(help::offline_replay_long(lang))
                .arg(file("file", help::offline_replay_file(lang))),
            verb("koc", help::offline_koc(lang)).arg(file("file", help::offline_journal(lang))),
        ])
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches) -> Result<Status, Failure> {
    match matches.subcommand() {
        Some(("pack", matches)) => pack::run(session, matches),
        Some(("desk", matches)) => {
            let mut counter = at_pack::AtPack::open(session, matches)?;
            desk::serve(session, &mut counter, desk::silence_of(matches))
        }
        Some(("checkout", matches)) => away::checkout(session, matches),
        Some(("return", matches)) => away::give_back(session, matches),
        Some(("replay", matches)) => replay::run(session, matches),
        Some(("koc", matches)) => koc::run(session, matches),
        _ => unreachable!("the parser takes no other verb"),
    }
}

/// The path of an argument.
fn path(matches: &ArgMatches, name: &str) -> PathBuf {
    matches.get_one::<OsString>(name).map(PathBuf::from).unwrap_or_default()
}

/// The pack that was named.
fn read_pack(session: &mut Session, matches: &ArgMatches) -> Result<Pack, Failure> {
    let path = path(matches, "pack");
    let bytes = session.read_input(&path)?;
    let lang = session.lang();
    Pack::parse(&bytes).map_err(|error| {
        let why = match error {
            pustaka_core::Error::BadValue { found, .. } => found,
            other => other.to_string(),
        };
        Failure::system("pack.unreadable", words::no_pack(lang, path.display()))
            .because("pack.unreadable", words::as_it_is(lang, why))
            .hint(words::no_pack_hint(lang))
    })
}
