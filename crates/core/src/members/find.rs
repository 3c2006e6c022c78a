//! Finding members: by card, name, telephone.

use super::record::Member;
use super::store;
use crate::error::Result;
use crate::library::Snapshot;
use crate::values::card::CardNumber;
use crate::values::{phone, text};

/// So many words of a name are looked at.
const WORDS: usize = 8;

/// Who answers to what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// One member.
    One(Box<Member>),
    /// Several: the first of them, and whether there are more.
    Several(Vec<Member>, bool),
    /// Nobody.
    Nobody,
}

/// Everybody who answers to what was typed, at most `limit` and one more: the one with this card; else those with this
/// telephone; else those with words in their names that begin with the words typed.
///
/// # Errors
/// Storage errors.
pub fn find(snapshot: &Snapshot<'_>, typed: &str, limit: usize) -> Result<Vec<Member>> {
    let conn = snapshot.sql();
    for card in cards(typed) {
        if let Some(member) = store::by_card(conn, card.as_str())? {
            return Ok(vec![member]);
        }
    }
    let most = limit.saturating_add(1);
    if let phone::Reading::Valid(phone) = phone::read(typed) {
        let found = store::by_phone(conn, phone.as_str(), most)?;
        if !found.is_empty() {
            return Ok(found);
        }
    }
    let key = text::fold(typed);
    let words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).take(WORDS).collect();
    match words.is_empty() {
        true => Ok(Vec::new()),
        false => store::by_words(conn, &words, most),
    }
}

/// The card that was typed, if it is a member's: what [`find`] looks for first, without reading who has it.
///
/// # Errors
/// Storage errors.
pub fn known_card(snapshot: &Snapshot<'_>, typed: &str) -> Result<Option<CardNumber>> {
    for card in cards(typed) {
        if store::has_card(snapshot.sql(), card.as_str())? {
            return Ok(Some(card));
        }
    }
    Ok(None)
}

/// The one member who is meant, or those who may be.
///
/// # Errors
/// Storage errors.
pub fn resolve(snapshot: &Snapshot<'_>, typed: &str, limit: usize) -> Result<Resolved> {
    let mut found = find(snapshot, typed, limit)?;
    // Who types a whole name means its bearer, not those who have more names.
    let key = text::fold(typed);
    let bearers = found.iter().filter(|member| member.name.key() == key).count();
    if bearers == 1 {
        found.retain(|member| member.name.key() == key);
    }
    Ok(match found.len() {
        0 => Resolved::Nobody,
        1 => found
            .pop()
            .map_or(Resolved::Nobody, |member| Resolved::One(Box::new(member))),
        more => {
            found.truncate(limit);
            Resolved::Several(found, more > limit)
        }
    })
}

/// The card as typed, then in capitals: a card is printed in capitals and typed without.
fn cards(typed: &str) -> impl Iterator<Item = CardNumber> {
    let own = CardNumber::parse(typed);
    let capitals = CardNumber::parse(&typed.to_uppercase()).filter(|card| Some(card) != own.as_ref());
    own.into_iter().chain(capitals)
}
