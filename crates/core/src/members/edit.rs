//! Fields of a member's record set anew.

use serde_json::json;

use super::door::{self, Manner, Noticed};
use super::duplicates::{self, Duplicate};
use super::enrol::{apply, ends_after_it_begins, is_taken};
use super::nik_key::KeyPlace;
use super::record::{Field, Member};
use super::{present, store, taken, types};
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::Library;
use crate::values::ids::MemberId;

/// A field that holds something else than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The field.
    pub field: Field,
    /// What it held.
    pub before: String,
    /// What it holds.
    pub after: String,
}

/// A record that was edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// The record as it is.
    pub member: Member,
    /// What is different.
    pub changes: Vec<Change>,
    /// What to know of the new values.
    pub notices: Vec<Noticed>,
    /// Who looks like the same person.
    pub duplicates: Vec<Duplicate>,
}

impl Library {
    /// Sets fields of a member; an empty text clears one.
    ///
    /// # Errors
    /// As [`Library::add_member`]; that a child has a guardian is not asked for again.
    pub fn edit_member(&mut self, act: &Act, id: MemberId, cells: &[(Field, String)], dry_run: bool) -> Result<Edited> {
        let keys = KeyPlace::beside(self.path(), !dry_run);
        self.write_members(act, dry_run, |tx| {
            let conn = tx.sql();
            let before = present(tx, id)?;
            let hash_before = store::nik_hash(conn, id)?;
            let manner = Manner {
                lenient: false,
                today: act.day(),
            };
            let draft = door::open(cells, manner)?;
            let mut member = before.clone();
            if let Some(card) = &draft.card {
                if *card != before.card && is_taken(conn, card)? {
                    return Err(taken(card));
                }
                member.card = card.clone();
            }
            if let Some(typed) = &draft.member_type {
                member.member_type = types::known(&types::store::all(conn)?, typed)?.code.clone();
            }
            apply(&draft, &mut member);
            ends_after_it_begins(&member)?;
            let (hash, key) = match &draft.nik {
                None => (hash_before, None),
                Some(None) => (None, None),
                Some(Some(nik)) => {
                    let key = keys.open(conn)?;
                    (Some(key.hash(nik)), Some(key))
                }
            };
            let changes = differences(&before, &member, hash != hash_before);
            let duplicates = duplicates::of(conn, &member, hash.as_ref())?;
            let entry = (!changes.is_empty()).then(|| {
                let fields: Vec<&str> = changes.iter().map(|change| change.field.code()).collect();
                Entry {
                    action: "member.edit",
                    detail: json!({ "member": id, "fields": fields }),
                }
            });
            if entry.is_some() {
                if let Some(key) = key {
                    key.note(tx)?;
                }
                store::update(tx, &member, hash.as_ref())?;
            }
            let edited = Edited {
                member,
                changes,
                notices: draft.notices,
                duplicates,
            };
            Ok((edited, entry))
        })
    }
}

/// The fields that differ. Two NIKs may have one mask.
pub(super) fn differences(before: &Member, after: &Member, other_nik: bool) -> Vec<Change> {
    let change = |field: &Field| {
        let (before, after) = (before.show(*field), after.show(*field));
        let differs = before != after || (*field == Field::Nik && other_nik);
        differs.then_some(Change {
            field: *field,
            before,
            after,
        })
    };
    Field::ALL.iter().filter_map(change).collect()
}
