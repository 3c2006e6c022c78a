//! Which member is meant: by card, name or telephone.

use pustaka_cli::{Failure, Session};
use pustaka_core::Library;
use pustaka_core::members::{self, Resolved};

use crate::words;

/// How many members are listed when several answer to a name.
const LISTED: usize = 9;

/// The card of the member who is meant. Where several may be, a person at a terminal chooses; elsewhere the list is the
/// error.
///
/// # Errors
/// When nobody, or nobody in particular, is meant.
pub(crate) fn card(session: &mut Session, library: &Library, typed: &str) -> Result<String, Failure> {
    let lang = session.lang();
    let found = library.read(|snapshot| members::resolve(snapshot, typed, LISTED))?;
    let (several, more) = match found {
        Resolved::One(member) => return Ok(member.card.as_str().to_owned()),
        Resolved::Nobody => {
            return Err(Failure::refused("member.unknown", words::nobody(lang, typed)).hint(words::nobody_hint(lang)));
        }
        Resolved::Several(several, more) => (several, more),
    };
    let lines = several
        .iter()
        .map(|member| (member.card.as_str().to_owned(), member.name.as_str().to_owned()));
    let lines: Vec<(String, String)> = lines.collect();
    if session.is_conversation() {
        return choose(session, typed, &lines);
    }
    let mut failure = Failure::refused("member.several", words::several(lang, typed));
    for (card, name) in &lines {
        failure = failure.because("member.candidate", words::may_be(lang, card, name));
    }
    Err(failure.hint(if more {
        words::several_more_hint(lang)
    } else {
        words::several_hint(lang)
    }))
}

/// Lets a person choose from a list by its numbers, or by a card.
fn choose(session: &mut Session, typed: &str, lines: &[(String, String)]) -> Result<String, Failure> {
    let lang = session.lang();
    session.say(words::several(lang, typed));
    for (number, (card, name)) in (1..).zip(lines) {
        session.say(words::choice(lang, number, card, name));
    }
    session.prompt(words::choose(lang));
    let mut answer = String::new();
    let heard = session.stdin().read_line(&mut answer);
    let answer = answer.trim();
    let by_number = answer
        .parse::<usize>()
        .ok()
        .and_then(|number| lines.get(number.checked_sub(1)?));
    let chosen = lines
        .iter()
        .find(|(card, _)| card.eq_ignore_ascii_case(answer))
        .or(by_number);
    match (heard, chosen) {
        (Ok(_), Some((card, _))) => Ok(card.clone()),
        _ => Err(Failure::refused("member.several", words::several(lang, typed)).hint(words::several_hint(lang))),
    }
}
