//! Arguments that several verbs take.

use clap::{Arg, ArgMatches};
use pustaka_cli::Lang;

use crate::words::help;

/// Whom a verb is about: a card, a telephone, the beginnings of a name.
pub(crate) fn member(lang: Lang) -> Arg {
    Arg::new("member")
        .value_name(help::member_value(lang))
        .required(true)
        .help(help::member(lang))
}

/// What was typed for it.
pub(crate) fn typed(matches: &ArgMatches) -> &str {
    matches.get_one::<String>("member").map_or("", String::as_str)
}
