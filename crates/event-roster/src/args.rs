//! Arguments that several verbs have, and how they are read.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, value_parser};
use pustaka_cli::Lang;

use crate::words::help;

/// The event: its key, its number, or the unambiguous beginning of a key.
pub(crate) fn event(lang: Lang) -> Arg {
    Arg::new("event")
        .required(true)
        .display_order(0)
        .value_name(help::event_value(lang))
        .help(help::event(lang))
}

/// An option with a text.
pub(crate) fn text(id: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(id)
        .long(id)
        .value_name(value)
        .allow_hyphen_values(true)
        .help(help)
}

/// An option with a whole number from 0.
pub(crate) fn number(id: &'static str, help: &'static str) -> Arg {
    let any = value_parser!(i64).range(0..=1_000_000_000);
    Arg::new(id).long(id).value_name("N").value_parser(any).help(help)
}

/// A switch.
pub(crate) fn flag(id: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(id).action(ArgAction::SetTrue).help(help)
}

/// A file to be read; `-` is standard input.
pub(crate) fn file(id: &'static str, lang: Lang) -> Arg {
    Arg::new(id)
        .value_name(help::file_value(lang))
        .value_parser(value_parser!(PathBuf))
}

/// Reasons that are passed over, and why.
pub(crate) fn overrides(lang: Lang) -> [Arg; 2] {
    [
        Arg::new("override")
            .long("override")
            .value_name(help::code_value(lang))
            .value_parser(pustaka_core::events::roster::MAY_BE_OVERRIDDEN)
            .action(ArgAction::Append)
            .requires("note")
            .help(help::overrides(lang)),
        text("note", help::text_value(lang), help::note(lang)),
    ]
}

/// The text of an argument.
pub(crate) fn said(matches: &ArgMatches, id: &str) -> Option<String> {
    matches.get_one::<String>(id).cloned()
}

/// The text of an argument that is always there.
pub(crate) fn name(matches: &ArgMatches, id: &str) -> String {
    said(matches, id).unwrap_or_default()
}

/// Every text of an argument that repeats.
pub(crate) fn all(matches: &ArgMatches, id: &str) -> Vec<String> {
    matches.get_many::<String>(id).unwrap_or_default().cloned().collect()
}
