//! Whom an argument means: a card, a telephone, the beginnings of a name.

use clap::{Arg, ArgMatches};
use pustaka_cli::{Failure, Lang};
use pustaka_core::Library;
use pustaka_core::members::{Member, Resolved, resolve};

use crate::words::{help, result as words};

/// So many who may be meant are named.
const NAMED: usize = 10;

/// The argument.
pub(crate) fn arg(lang: Lang) -> Arg {
    Arg::new("member")
        .value_name(help::member_value(lang))
        .required(true)
        .help(help::member(lang))
}

/// What was typed for it.
pub(crate) fn typed(matches: &ArgMatches) -> &str {
    matches.get_one::<String>("member").map_or("", String::as_str)
}

/// The one member who is meant.
pub(crate) fn one(library: &Library, typed: &str, lang: Lang) -> Result<Member, Failure> {
    match library.read(|snapshot| resolve(snapshot, typed, NAMED))? {
        Resolved::One(member) => Ok(*member),
        Resolved::Nobody => Err(nobody(typed, lang)),
        Resolved::Several(members, more) => {
            let mut failure = Failure::refused("member.several", words::several(lang, shortened(typed)));
            for member in &members {
                let sentence = words::is_one(lang, &member.card, &member.name);
                failure = failure.because("member.candidate", sentence);
            }
            if more {
                failure = failure.because("member.more", words::and_more(lang));
            }
            Err(failure.hint(words::name_a_card(lang)))
        }
    }
}

/// Nobody answers to what was typed.
pub(crate) fn nobody(typed: &str, lang: Lang) -> Failure {
    Failure::refused("member.unknown", words::nobody(lang, shortened(typed))).hint(words::nobody_hint(lang))
}

/// What was typed is repeated in a sentence, but not all of it.
fn shortened(typed: &str) -> &str {
    typed.char_indices().nth(80).map_or(typed, |(end, _)| &typed[..end])
}
