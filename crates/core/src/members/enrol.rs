//! A new member: the card, the term, and for a child the guardian's consent.

use jiff::civil::Date;
use rusqlite::Connection;
use serde_json::json;

use super::door::{self, Draft, Manner, Notice, Noticed};
use super::duplicates::{self, Duplicate};
use super::nik_key::{KeyPlace, NikKey};
use super::record::{Field, Member};
use super::types::{self, MemberType};
use super::{ConsentKind, GivenBy, Refusal, Reject, RejectCode, consent, store, taken, term};
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction, counter};
use crate::settings::{CARD_PATTERN, GUARDIAN_BELOW};
use crate::values::card::{CardNumber, CardPattern};
use crate::values::ids::MemberId;

/// Who is to become a member.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Enrolment {
    /// What the record holds. Without a card, one is made by the pattern; without days, the membership begins today
    /// and lasts as long as its type says.
    pub cells: Vec<(Field, String)>,
    /// What was agreed to: by the guardian where there must be one, else by the member.
    pub consents: Vec<ConsentKind>,
}

/// Who became a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolled {
    /// The record.
    pub member: Member,
    /// What to know of its values.
    pub notices: Vec<Noticed>,
    /// Who looks like the same person.
    pub duplicates: Vec<Duplicate>,
}

/// The counter of the running numbers of cards.
const CARDS: &str = "card";
/// So many cards in a row may be taken already before the pattern is given up.
const TAKEN: i64 = 10_000_000;

impl Library {
    /// Enrols a member.
    ///
    /// # Errors
    /// [`Refusal::Value`], [`Refusal::CardTaken`], [`Refusal::Guardian`], [`Refusal::NikKey`],
    /// [`Refusal::CardsUsedUp`], and what [`Library::write`] answers.
    pub fn add_member(&mut self, act: &Act, enrolment: &Enrolment, dry_run: bool) -> Result<Enrolled> {
        let keys = KeyPlace::beside(self.path(), !dry_run);
        self.write_members(act, dry_run, |tx| {
            let (enrolled, entry) = enrol(tx, act, enrolment, &keys)?;
            Ok((enrolled, Some(entry)))
        })
    }
}

fn enrol(tx: &Transaction<'_>, act: &Act, enrolment: &Enrolment, keys: &KeyPlace) -> Result<(Enrolled, Entry)> {
    let conn = tx.sql();
    let snapshot = Snapshot::of(conn);
    let manner = Manner {
        lenient: false,
        today: act.day(),
    };
    let mut draft = door::open(&enrolment.cells, manner)?;
    let types = types::store::all(conn)?;
    let below = GUARDIAN_BELOW.whole(&snapshot)?;
    let mut cards = Cards::begin(&snapshot)?;
    let card = match draft.card.clone() {
        Some(card) if is_taken(conn, &card)? => return Err(taken(&card)),
        Some(card) => card,
        None => cards.next(|card| is_taken(conn, card))?,
    };
    let id = MemberId(counter::last(conn, MemberId::COUNTER)? + 1);
    let (member, nik) = made_of(&mut draft, id, card, &types, act.day())?;
    let by = agreed(&member, enrolment, act.day(), below)?;
    let key = nik.as_ref().map(|_| keys.open(conn)).transpose()?;
    let hash = nik.zip(key.as_ref()).map(|(nik, key)| key.hash(&nik));
    let duplicates = duplicates::of(conn, &member, hash.as_ref())?;
    let mut giving = consent::Giving::begin(tx)?;
    // Who agrees to the same thing twice has agreed once.
    let mut agreed_to: Vec<ConsentKind> = Vec::new();
    for kind in &enrolment.consents {
        if !agreed_to.contains(kind) {
            agreed_to.push(*kind);
        }
    }

    counter::set(conn, MemberId::COUNTER, id.0)?;
    cards.end(tx)?;
    key.as_ref().map_or(Ok(()), |key: &NikKey| key.note(tx))?;
    store::insert(tx, &member, hash.as_ref())?;
    for kind in &agreed_to {
        giving.give(tx, act, id, *kind, by, None)?;
    }
    giving.end(tx)?;
    let consents: Vec<&str> = agreed_to.iter().map(|kind| kind.code()).collect();
    let detail = json!({ "member": id, "type": member.member_type, "consents": consents });
    let enrolled = Enrolled {
        member,
        notices: draft.notices,
        duplicates,
    };
    let entry = Entry {
        action: "member.add",
        detail,
    };
    Ok((enrolled, entry))
}

/// Who agrees: for a child the guardian, whose name and consent there must be.
fn agreed(member: &Member, enrolment: &Enrolment, today: Date, below: i64) -> Result<GivenBy> {
    if !is_child(member, today, below) {
        return Ok(GivenBy::Member);
    }
    let name = member.guardian_name.is_none();
    let consent = !enrolment.consents.contains(&ConsentKind::Membership);
    match name || consent {
        true => Err(Refusal::Guardian { below, name, consent }.into()),
        false => Ok(GivenBy::Guardian),
    }
}

/// Whether the member is known to be younger than the setting asks for.
pub(super) fn is_child(member: &Member, today: Date, below: i64) -> bool {
    member.age_on(today).is_some_and(|age| i64::from(age) < below)
}

/// The record that a draft makes, and its NIK.
pub(super) fn made_of(
    draft: &mut Draft,
    id: MemberId,
    card: CardNumber,
    types: &[MemberType],
    today: Date,
) -> Result<(Member, Option<crate::values::nik::Nik>), Reject> {
    let Some(name) = draft.name.clone() else {
        return Err(Reject {
            code: RejectCode::Name,
            field: Field::Name,
            found: String::new(),
        });
    };
    let member_type = types::known(types, draft.member_type.as_deref().unwrap_or(types::USUAL))?;
    let joined = draft
        .joined
        .unwrap_or(draft.valid_until.map_or(today, |end| end.min(today)));
    let usual = term::last_day(joined, member_type.valid_days);
    let mut member = Member {
        id,
        card,
        name,
        member_type: member_type.code.clone(),
        sex: None,
        born: None,
        phone: None,
        phone_printed: None,
        email: None,
        address: None,
        village: None,
        district: None,
        city: None,
        postal_code: None,
        education: None,
        occupation: None,
        institution: None,
        nik_masked: None,
        guardian_name: None,
        guardian_phone: None,
        guardian_relation: None,
        joined,
        valid_until: draft.valid_until.unwrap_or(usual),
        suspended_until: None,
        blocked: None,
        note: None,
    };
    apply(draft, &mut member);
    ends_after_it_begins(&member)?;
    Ok((member, draft.nik.clone().flatten()))
}

/// Turns a membership away that would end before it began.
pub(super) fn ends_after_it_begins(member: &Member) -> Result<(), Reject> {
    if member.valid_until >= member.joined {
        return Ok(());
    }
    Err(Reject {
        code: RejectCode::Ends,
        field: Field::ValidUntil,
        found: member.valid_until.to_string(),
    })
}

/// Lets a membership that would end before it began begin with its last day, for files of old systems.
pub(super) fn mend_term(draft: &mut Draft) {
    if let (Some(joined), Some(end)) = (draft.joined, draft.valid_until)
        && end < joined
    {
        draft.joined = Some(end);
        draft.notices.push(Noticed {
            code: Notice::Ends,
            field: Some(Field::ValidUntil),
            found: end.to_string(),
        });
    }
}

/// Puts what a draft says, but for card and type, into a record. The NIK's mask is put there too, its hash is not.
pub(super) fn apply(draft: &Draft, member: &mut Member) {
    if let Some(name) = &draft.name {
        member.name = name.clone();
    }
    if let Some(sex) = draft.sex {
        member.sex = sex;
    }
    if let Some(born) = draft.born {
        member.born = born;
    }
    if let Some((phone, printed)) = &draft.phone {
        (member.phone, member.phone_printed) = (phone.clone(), printed.clone());
    }
    if let Some(phone) = &draft.guardian_phone {
        member.guardian_phone = phone.clone();
    }
    if let Some(nik) = &draft.nik {
        member.nik_masked = nik.as_ref().map(|nik| nik.masked());
    }
    member.joined = draft.joined.unwrap_or(member.joined);
    member.valid_until = draft.valid_until.unwrap_or(member.valid_until);
    for (field, text) in &draft.lines {
        if let Some(line) = line_of(member, *field) {
            *line = text.clone();
        }
    }
    if !draft.leftovers.is_empty() {
        let all = member.note.iter().cloned().chain(draft.leftovers.iter().cloned());
        member.note = Some(all.collect::<Vec<_>>().join(" · "));
    }
}

fn line_of(member: &mut Member, field: Field) -> Option<&mut Option<String>> {
    Some(match field {
        Field::Email => &mut member.email,
        Field::Address => &mut member.address,
        Field::Village => &mut member.village,
        Field::District => &mut member.district,
        Field::City => &mut member.city,
        Field::PostalCode => &mut member.postal_code,
        Field::Education => &mut member.education,
        Field::Occupation => &mut member.occupation,
        Field::Institution => &mut member.institution,
        Field::GuardianName => &mut member.guardian_name,
        Field::GuardianRelation => &mut member.guardian_relation,
        Field::Note => &mut member.note,
        _ => return None,
    })
}

/// Card numbers that are made.
pub(super) struct Cards {
    pattern: String,
    last: i64,
    begun: i64,
}

impl Cards {
    pub(super) fn begin(snapshot: &Snapshot<'_>) -> Result<Cards> {
        let last = counter::last(snapshot.sql(), CARDS)?;
        Ok(Cards {
            pattern: CARD_PATTERN.text(snapshot)?,
            last,
            begun: last,
        })
    }

    /// The next card of the pattern that nobody has.
    pub(super) fn next(&mut self, mut is_taken: impl FnMut(&CardNumber) -> Result<bool>) -> Result<CardNumber> {
        let pattern = CardPattern::parse(&self.pattern);
        for _ in 0..TAKEN {
            self.last += 1;
            let card = pattern.as_ref().and_then(|pattern| pattern.card(self.last));
            let Some(card) = card else { break };
            if !is_taken(&card)? {
                return Ok(card);
            }
        }
        let pattern = self.pattern.clone();
        Err(Refusal::CardsUsedUp { pattern }.into())
    }

    pub(super) fn end(self, tx: &Transaction<'_>) -> Result<()> {
        match self.last == self.begun {
            true => Ok(()),
            false => counter::set(tx.sql(), CARDS, self.last),
        }
    }
}

/// Whether anybody has the card.
pub(super) fn is_taken(conn: &Connection, card: &CardNumber) -> Result<bool> {
    Ok(store::by_card(conn, card.as_str())?.is_some())
}
