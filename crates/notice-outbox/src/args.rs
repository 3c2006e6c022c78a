//! Arguments that several verbs have.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, value_parser};
use pustaka_cli::{Failure, Lang};
use pustaka_core::notices::Reason;
use pustaka_core::values::ids::NoticeId;

use crate::words::{help, result as words};

/// A switch.
pub(crate) fn flag(id: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(id).action(ArgAction::SetTrue).help(help)
}

/// An option with one of some codes.
pub(crate) fn code(id: &'static str, value: &'static str, codes: Vec<&'static str>, help: &'static str) -> Arg {
    Arg::new(id).long(id).value_name(value).value_parser(codes).help(help)
}

/// An option with a whole number from 1.
pub(crate) fn number(id: &'static str, help: &'static str) -> Arg {
    let any = value_parser!(u64).range(1..=1_000_000);
    Arg::new(id).long(id).value_name("N").value_parser(any).help(help)
}

/// A file to be read.
pub(crate) fn file(id: &'static str, lang: Lang) -> Arg {
    Arg::new(id)
        .value_name(help::file_value(lang))
        .value_parser(value_parser!(PathBuf))
}

/// The codes of every reason.
pub(crate) fn reasons() -> Vec<&'static str> {
    Reason::ALL.iter().map(|reason| reason.code()).collect()
}

/// The text of an argument.
pub(crate) fn said<'a>(matches: &'a ArgMatches, id: &str) -> Option<&'a str> {
    matches.get_one::<String>(id).map(String::as_str)
}

/// Most notices that a range may name.
const LONGEST_RANGE: i64 = 10_000;

/// Numbers of notices: `12`, `12-15`.
pub(crate) fn numbers<'a>(typed: impl Iterator<Item = &'a str>, lang: Lang) -> Result<Vec<NoticeId>, Failure> {
    let mut ids = Vec::new();
    for word in typed {
        let number = |text: &str| text.trim().parse::<i64>().ok().filter(|number| *number > 0);
        let range = match word.split_once('-') {
            Some((from, to)) => number(from).zip(number(to)),
            None => number(word).map(|number| (number, number)),
        };
        match range.filter(|(from, to)| from <= to && to - from < LONGEST_RANGE) {
            Some((from, to)) => ids.extend((from..=to).map(NoticeId)),
            None => {
                let said = words::bad_number(lang, word);
                return Err(Failure::usage("notice.bad-number", said).hint(words::bad_number_hint(lang)));
            }
        }
    }
    Ok(ids)
}
