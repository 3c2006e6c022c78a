//! Which member is meant by what was typed: a card, a telephone, the beginnings of a name.

use pustaka_core::Library;
use pustaka_core::circulation::loans::on_desk;
use pustaka_core::members::{Member, Resolved, known_card, resolve};

use crate::failure::Failure;
use crate::lang::Lang;
use crate::session::Session;
use crate::words::who as words;

/// So many who may be meant are named.
const NAMED: usize = 9;

/// What was typed is repeated in a sentence up to so many characters.
const REPEATED: usize = 80;

/// The one member who is meant. Where several may be, a person at a terminal chooses; elsewhere the list is the error.
///
/// # Errors
/// When nobody, or nobody in particular, is meant: `member.unknown`, `member.several`.
pub fn member(session: &mut Session, library: &Library, typed: &str) -> Result<Member, Failure> {
    match library.read(|snapshot| resolve(snapshot, typed, NAMED))? {
        Resolved::One(member) => Ok(*member),
        Resolved::Nobody => Err(nobody(session.lang(), library, typed)),
        Resolved::Several(members, _) if session.is_conversation() => choose(session, typed, members),
        Resolved::Several(members, more) => Err(several(session.lang(), typed, &members, more)),
    }
}

/// The card of the member who is meant, as [`member`] finds it.
///
/// # Errors
/// As [`member`].
pub fn card(session: &mut Session, library: &Library, typed: &str) -> Result<String, Failure> {
    match library.read(|snapshot| known_card(snapshot, typed))? {
        Some(card) => Ok(card.as_str().to_owned()),
        None => Ok(member(session, library, typed)?.card.as_str().to_owned()),
    }
}

/// Nobody answers to what was typed. That it is a book is said: who mixes up the two should not look for a member.
pub fn nobody(lang: Lang, library: &Library, typed: &str) -> Failure {
    let failure = Failure::refused("member.unknown", words::nobody(lang, shortened(typed)));
    let failure = match library.read(|snapshot| on_desk(snapshot, typed.trim())) {
        Ok(Some(item)) => failure.because("item.barcode", words::is_a_book(lang, &item.item)),
        _ => failure,
    };
    failure.hint(words::nobody_hint(lang))
}

/// A member in a list of people who may have one name: the card, the name, and what tells them apart.
pub fn candidate(lang: Lang, member: &Member) -> String {
    let born = member.born.map(|day| words::born(lang, lang.date(day)));
    let phone = match (&member.phone, &member.phone_printed) {
        (Some(phone), _) => Some(phone.as_str().to_owned()),
        (None, printed) => printed.clone(),
    };
    let home = member.village.clone().or_else(|| member.address.clone());
    let apart: Vec<String> = [born, phone, home].into_iter().flatten().collect();
    match apart.is_empty() {
        true => words::candidate(lang, &member.card, &member.name),
        false => words::candidate_apart(lang, &member.card, &member.name, apart.join(", ")),
    }
}

fn several(lang: Lang, typed: &str, members: &[Member], more: bool) -> Failure {
    let mut failure = Failure::refused("member.several", words::several(lang, shortened(typed)));
    for member in members {
        failure = failure.because("member.candidate", candidate(lang, member));
    }
    if more {
        failure = failure.because("member.more", words::and_more(lang));
    }
    failure.hint(words::name_a_card(lang))
}

/// Lets a person choose from a list by its numbers, or by a card.
fn choose(session: &mut Session, typed: &str, mut members: Vec<Member>) -> Result<Member, Failure> {
    let lang = session.lang();
    session.say(words::several(lang, shortened(typed)));
    for (number, member) in (1..).zip(&members) {
        session.say(words::choice(lang, number, candidate(lang, member)));
    }
    session.prompt(words::choose(lang));
    let mut answer = String::new();
    let heard = session.stdin().read_line(&mut answer);
    let answer = answer.trim();
    let by_card = members
        .iter()
        .position(|member| member.card.as_str().eq_ignore_ascii_case(answer));
    let by_number = answer.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    match (heard, by_card.or(by_number)) {
        (Ok(_), Some(index)) if index < members.len() => Ok(members.swap_remove(index)),
        _ => Err(Failure::refused("member.several", words::nobody_chosen(lang)).hint(words::name_a_card(lang))),
    }
}

/// The beginning of what was typed.
fn shortened(typed: &str) -> &str {
    typed
        .char_indices()
        .nth(REPEATED)
        .map_or(typed, |(end, _)| &typed[..end])
}
