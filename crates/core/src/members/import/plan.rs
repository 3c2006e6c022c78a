//! What becomes of each row, decided against the library as it was and the rows before.

use std::collections::HashMap;

use jiff::civil::Date;
use rusqlite::Connection;

use super::seen::Seen;
use super::tally::{Tally, Warning};
use super::{Change, Counts, Incoming, MemberCounts, Options, Outcome, Preview, Work};
use crate::act::Act;
use crate::error::Result;
use crate::library::{Snapshot, Transaction, counter};
use crate::members::door::{self, Draft, Manner, Notice, Noticed};
use crate::members::edit::differences;
use crate::members::enrol::{self, Cards};
use crate::members::nik_key::{KeyPlace, NikKey};
use crate::members::record::{Field, Member};
use crate::members::{Reject, RejectCode, duplicates, store, types};
use crate::settings::GUARDIAN_BELOW;
use crate::values::ids::MemberId;
use crate::values::phone::Phone;

/// So many changes are listed, and so many new members shown.
const CHANGES: usize = 1000;
const PREVIEW: usize = 5;
/// A library has few member types; where more new ones come, the column is another one.
const NEW_TYPES: usize = 20;

/// An import on its way.
pub(super) struct Plan<'t> {
    conn: &'t Connection,
    options: &'t Options,
    keys: &'t KeyPlace,
    today: Date,
    below: i64,
    types: Vec<types::MemberType>,
    cards: Cards,
    work: Work,
    /// Where in `work.new` the cards of this file are, and which known ones it named.
    new: HashMap<String, usize>,
    known: HashMap<String, Member>,
    seen: Seen,
    members: MemberCounts,
    tally: Tally,
    changes: Vec<Change>,
    preview: Vec<Preview>,
}

impl<'t> Plan<'t> {
    pub(super) fn begin(tx: &'t Transaction<'_>, act: &Act, options: &'t Options, keys: &'t KeyPlace) -> Result<Self> {
        let conn = tx.sql();
        let snapshot = Snapshot::of(conn);
        let work = Work {
            last: counter::last(conn, MemberId::COUNTER)?,
            ..Work::default()
        };
        Ok(Plan {
            conn,
            options,
            keys,
            today: act.day(),
            below: GUARDIAN_BELOW.whole(&snapshot)?,
            types: types::store::all(conn)?,
            cards: Cards::begin(&snapshot)?,
            work,
            new: HashMap::new(),
            known: HashMap::new(),
            seen: Seen::default(),
            members: MemberCounts::default(),
            tally: Tally::default(),
            changes: Vec::new(),
            preview: Vec::new(),
        })
    }

    /// Decides a row; the inner error is why it can't be taken, the outer one ends the import.
    pub(super) fn row(&mut self, row: Incoming) -> Result<Result<(), Reject>> {
        let manner = Manner {
            lenient: self.options.lenient,
            today: self.today,
        };
        let mut draft = match door::open(&row.cells, manner) {
            Ok(draft) => draft,
            Err(reject) => return Ok(Err(reject)),
        };
        if self.options.lenient {
            enrol::mend_term(&mut draft);
        }
        if let Err(reject) = self.settle_type(&mut draft) {
            return Ok(Err(reject));
        }
        for warning in row.warnings {
            self.tally.add(row.line, warning);
        }
        let hash = self.hash(&draft)?;
        let whom = match self.whom(&draft, hash.as_ref())? {
            Ok(whom) => whom,
            Err(reject) => return Ok(Err(reject)),
        };
        match whom {
            None => self.new_member(row.line, draft, hash),
            Some(member) => self.known_member(row.line, draft, member, hash),
        }
    }

    /// The member type by its code, for that is what is compared; a name that is not known here becomes a type.
    fn settle_type(&mut self, draft: &mut Draft) -> Result<(), Reject> {
        let Some(named) = draft.member_type.clone() else {
            return Ok(());
        };
        let reject = |code| Reject {
            code,
            field: Field::Type,
            found: named.clone(),
        };
        if let Some(known) = types::meant(&self.types, &named) {
            draft.member_type = Some(known.code.clone());
            return Ok(());
        }
        let made = types::made_of(&named).ok_or_else(|| reject(RejectCode::Type))?;
        if self.work.types.len() == NEW_TYPES {
            return Err(reject(RejectCode::Types));
        }
        draft.member_type = Some(made.code.clone());
        if self.types.iter().all(|known| known.code != made.code) {
            draft.notices.push(Noticed {
                code: Notice::TypeMade,
                field: Some(Field::Type),
                found: named,
            });
            self.work.types.push(made.clone());
            self.types.push(made);
        }
        Ok(())
    }

    fn hash(&mut self, draft: &Draft) -> Result<Option<[u8; 32]>> {
        let Some(Some(nik)) = &draft.nik else {
            return Ok(None);
        };
        if self.work.key.is_none() {
            self.work.key = Some(self.keys.open(self.conn)?);
        }
        Ok(self.work.key.as_ref().map(|key: &NikKey| key.hash(nik)))
    }

    /// Whose row it is, if the person is known: by the card; without one, by what a person is known again by.
    fn whom(&self, draft: &Draft, hash: Option<&[u8; 32]>) -> Result<Result<Option<Member>, Reject>> {
        if let Some(card) = &draft.card {
            if let Some(at) = self.new.get(card.as_str()) {
                return Ok(Ok(Some(self.work.new[*at].0.clone())));
            }
            if let Some(member) = self.known.get(card.as_str()) {
                return Ok(Ok(Some(member.clone())));
            }
            return Ok(Ok(store::by_card(self.conn, card.as_str())?));
        }
        let Some(name) = &draft.name else {
            let code = RejectCode::Name;
            return Ok(Err(no(code, Field::Name)));
        };
        let (key, born) = (name.key(), draft.born.flatten());
        let phone = draft.phone.as_ref().and_then(|(phone, _)| phone.as_ref());
        let same = |members: Vec<Member>| members.into_iter().find(|member| member.name.key() == key);
        let mut found = match hash {
            Some(hash) => store::by_nik(self.conn, hash)?.pop(),
            None => None,
        };
        if let (None, Some(born)) = (&found, born) {
            found = same(store::by_name_and_birth(self.conn, &key, born)?);
        }
        if let (None, None, Some(phone)) = (&found, born, phone) {
            found = same(store::by_phone(self.conn, phone.as_str(), 100)?);
        }
        if found.is_none() {
            let at = self.seen.same(hash, &key, born, phone.map(Phone::as_str));
            found = at.map(|at| self.work.new[at].0.clone());
        }
        Ok(match found {
            Some(member) => Ok(Some(member)),
            None if hash.is_none() && born.is_none() && phone.is_none() => {
                Err(no(RejectCode::CardMissing, Field::Card))
            }
            None => Ok(None),
        })
    }

    fn new_member(&mut self, line: u64, mut draft: Draft, hash: Option<[u8; 32]>) -> Result<Result<(), Reject>> {
        let (conn, taken) = (self.conn, &self.new);
        let card = match draft.card.clone() {
            Some(card) => card,
            None => self
                .cards
                .next(|card| Ok(taken.contains_key(card.as_str()) || enrol::is_taken(conn, card)?))?,
        };
        let id = MemberId(self.work.last + 1);
        let made = enrol::made_of(&mut draft, id, card, &self.types, self.today);
        let mut member = match made {
            Ok((member, _)) => member,
            Err(reject) => return Ok(Err(reject)),
        };
        self.work.last = id.0;
        self.look_after_guardian(&mut draft, &mut member);
        let alike = duplicates::of(conn, &member, hash.as_ref())?;
        let in_file = self.seen.note(&member, hash, self.work.new.len());
        if !alike.is_empty() || in_file {
            self.tally.add(
                line,
                Warning {
                    code: Notice::Duplicate.code(),
                    field: None,
                    found: member.card.to_string(),
                    stored: alike.first().map(|other| other.card.clone()).unwrap_or_default(),
                },
            );
        }
        self.notice(line, draft.notices);
        if self.preview.len() < PREVIEW {
            let member = member.clone();
            self.preview.push(Preview { line, member });
        }
        self.members.new += 1;
        self.new.insert(member.card.to_string(), self.work.new.len());
        self.work.new.push((member, hash));
        Ok(Ok(()))
    }

    /// A guardian belongs to a child. Old systems have an emergency contact for everybody; an adult's is not kept.
    fn look_after_guardian(&self, draft: &mut Draft, member: &mut Member) {
        let mut notice = |code, field| {
            draft.notices.push(Noticed {
                code,
                field: Some(field),
                found: String::new(),
            });
        };
        let child = enrol::is_child(member, self.today, self.below);
        let has = member.guardian_name.is_some() || member.guardian_phone.is_some();
        if child && member.guardian_name.is_none() {
            notice(Notice::Guardian, Field::GuardianName);
        } else if !child && member.born.is_some() && has {
            notice(Notice::GuardianOfAdult, Field::GuardianName);
            (member.guardian_name, member.guardian_phone, member.guardian_relation) = (None, None, None);
        }
    }

    fn known_member(
        &mut self,
        line: u64,
        mut draft: Draft,
        before: Member,
        hash: Option<[u8; 32]>,
    ) -> Result<Result<(), Reject>> {
        let in_file = self.new.contains_key(before.card.as_str());
        let mut member = before.clone();
        enrol::apply(&draft, &mut member);
        if let Some(code) = &draft.member_type {
            member.member_type.clone_from(code);
        }
        self.look_after_guardian(&mut draft, &mut member);
        // What could not be read stands in the note already.
        let has_note = draft.lines.iter().any(|(field, _)| *field == Field::Note);
        if !draft.leftovers.is_empty() && !has_note {
            member.note.clone_from(&before.note);
        }
        if let Err(reject) = enrol::ends_after_it_begins(&member) {
            return Ok(Err(reject));
        }
        let stored = match in_file {
            true => self.new.get(before.card.as_str()).and_then(|at| self.work.new[*at].1),
            false => store::nik_hash(self.conn, before.id)?,
        };
        let other_nik = hash.is_some() && hash != stored;
        let changes = differences(&before, &member, other_nik);
        if changes.is_empty() {
            self.members.unchanged += 1;
            self.notice(line, draft.notices);
            return Ok(Ok(()));
        }
        if in_file || self.known.contains_key(before.card.as_str()) {
            return Ok(Err(Reject {
                found: before.card.to_string(),
                ..no(RejectCode::CardRepeated, Field::Card)
            }));
        }
        self.notice(line, draft.notices);
        let card = before.card.to_string();
        for change in changes {
            if self.changes.len() < CHANGES {
                let card = card.clone();
                self.changes.push(Change { line, card, change });
            }
        }
        if self.options.update {
            self.members.updated += 1;
            self.known.insert(card, member.clone());
            self.work.updated.push((member, hash.or(stored)));
        } else {
            self.members.differing += 1;
            self.tally.add(
                line,
                Warning {
                    code: Notice::Differs.code(),
                    field: None,
                    found: card,
                    stored: String::new(),
                },
            );
        }
        Ok(Ok(()))
    }

    fn notice(&mut self, line: u64, notices: Vec<Noticed>) {
        for noticed in notices {
            self.tally.add(line, noticed.into());
        }
    }

    pub(super) fn end(mut self, counts: Counts) -> (Outcome, Work) {
        self.work.cards = Some(self.cards);
        self.work.forget_unused_types();
        let MemberCounts {
            new,
            unchanged,
            updated,
            differing,
        } = self.members;
        let outcome = Outcome {
            stored: false,
            records: counts.records,
            blank: counts.blank,
            imported: new + updated,
            unchanged: unchanged + differing,
            rejected: counts.rejected,
            members: self.members,
            warnings: self.tally.take(),
            changes: self.changes,
            types: self.work.types.iter().map(|one| one.code.clone()).collect(),
            preview: self.preview,
        };
        (outcome, self.work)
    }
}

fn no(code: RejectCode, field: Field) -> Reject {
    Reject {
        code,
        field,
        found: String::new(),
    }
}
