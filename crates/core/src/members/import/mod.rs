//! Members of another system come in: all or nothing, known again by their cards, changed only where that is asked for.
//!
//! Everything is read and decided before the first row is written, so one import holds its members in memory: some
//! hundred bytes each, and a city has a hundred thousand.

mod plan;
mod seen;
mod tally;

use serde_json::json;

pub use tally::{Tallied, Warning};

use self::plan::Plan;
use super::nik_key::KeyPlace;
use super::record::{Field, Member};
use super::{Reject, edit, store, types};
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Transaction, counter};
use crate::values::ids::MemberId;

/// A row as its reader gives it: text in NFC without blanks around it, empty cells left out.
#[derive(Debug, Clone, Default)]
pub struct Incoming {
    /// Line in the file.
    pub line: u64,
    /// The cells, in the order of the file.
    pub cells: Vec<(Field, String)>,
    /// What the reader mended or noticed.
    pub warnings: Vec<Warning>,
}

/// Where the rows come from: a file's reader, wrapped by the tool.
pub trait Source {
    /// The next row that the reader could read; what it could not, it has rejected itself and counted.
    ///
    /// # Errors
    /// Whatever makes the rest of the file unreadable; nothing is stored then.
    fn next(&mut self) -> Result<Option<Incoming>>;

    /// The row last given, or an earlier one that a later row can't stand beside, can't be taken, and why.
    ///
    /// # Errors
    /// When the rejected row can't be written down.
    fn reject(&mut self, line: u64, reason: &Reject) -> Result<()>;

    /// Rows read so far, of every kind.
    fn counts(&self) -> Counts;
}

/// What a reader has counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Every record read.
    pub records: u64,
    /// Records without any content.
    pub blank: u64,
    /// Records rejected by the reader or here.
    pub rejected: u64,
}

/// How an import goes about it.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The dialect, as the journal keeps it. (The file's name is not kept: it may be a person's.)
    pub dialect: String,
    /// A value that can't be read is noticed and kept as a note, instead of rejecting its row.
    pub lenient: bool,
    /// Store the good rows although others are rejected.
    pub skip_bad_rows: bool,
    /// A card that is known here takes the file's data.
    pub update: bool,
    /// Decide everything, store nothing.
    pub dry_run: bool,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Whether something was stored.
    pub stored: bool,
    /// Every record read: blank, imported, unchanged or rejected.
    pub records: u64,
    /// Records without any content.
    pub blank: u64,
    /// Records that add or alter something.
    pub imported: u64,
    /// Records that add and alter nothing.
    pub unchanged: u64,
    /// Records that can't be taken.
    pub rejected: u64,
    /// What became of the members.
    pub members: MemberCounts,
    /// Warnings summed by code, each with its first place.
    pub warnings: Vec<Tallied>,
    /// What is, or with `update` would be, different in members that were here before (the first thousand).
    pub changes: Vec<Change>,
    /// Codes of the member types that were made.
    pub types: Vec<String>,
    /// The first new members, as they are stored.
    pub preview: Vec<Preview>,
}

/// Members of an import.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MemberCounts {
    /// Members made.
    pub new: u64,
    /// Members who were here, as the file says.
    pub unchanged: u64,
    /// Members who took the file's data.
    pub updated: u64,
    /// Members who are here with other data, which stay.
    pub differing: u64,
}

/// A member who is here with other data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Line in the file.
    pub line: u64,
    /// The card.
    pub card: String,
    /// What differs.
    pub change: edit::Change,
}

/// A new member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Line in the file.
    pub line: u64,
    /// The record.
    pub member: Member,
}

impl Library {
    /// Brings in members.
    ///
    /// # Errors
    /// What the source answers; [`super::Refusal::NikKey`]; what [`Library::write`] answers. Nothing is stored then.
    pub fn import_members(&mut self, act: &Act, options: &Options, source: &mut impl Source) -> Result<Outcome> {
        let keys = KeyPlace::beside(self.path(), !options.dry_run);
        self.write_members(act, options.dry_run, |tx| {
            let mut plan = Plan::begin(tx, act, options, &keys)?;
            while let Some(row) = source.next()? {
                let line = row.line;
                if let Err(reason) = plan.row(row)? {
                    source.reject(line, &reason)?;
                }
            }
            let counts = source.counts();
            let stop = counts.rejected > 0 && !options.skip_bad_rows;
            let (mut outcome, work) = plan.end(counts);
            let entry = match stop || work.is_empty() {
                true => None,
                false => {
                    outcome.stored = !options.dry_run;
                    Some(work.store(tx, options)?)
                }
            };
            Ok((outcome, entry))
        })
    }
}

/// What is to be written.
#[derive(Default)]
struct Work {
    types: Vec<types::MemberType>,
    new: Vec<(Member, Option<[u8; 32]>)>,
    updated: Vec<(Member, Option<[u8; 32]>)>,
    /// The highest number of a member then.
    last: i64,
    cards: Option<super::enrol::Cards>,
    key: Option<super::nik_key::NikKey>,
}

impl Work {
    fn is_empty(&self) -> bool {
        self.new.is_empty() && self.updated.is_empty()
    }

    /// A type that only rejected rows named is not made.
    fn forget_unused_types(&mut self) {
        let (new, updated) = (&self.new, &self.updated);
        let is_used = |code: &str| new.iter().chain(updated).any(|(member, _)| member.member_type == code);
        self.types.retain(|one| is_used(&one.code));
    }

    fn store(self, tx: &Transaction<'_>, options: &Options) -> Result<Entry> {
        let first = self.new.first().map(|(member, _)| member.id);
        let (new, updated) = (self.new.len(), self.updated.len());
        let codes: Vec<&str> = self.types.iter().map(|one| one.code.as_str()).collect();
        let detail = json!({
            "dialect": options.dialect, "new": new, "updated": updated, "first": first, "types": codes,
        });
        for one in &self.types {
            types::store::save(tx, one)?;
        }
        if let Some(key) = &self.key {
            key.note(tx)?;
        }
        for (member, hash) in &self.new {
            store::insert(tx, member, hash.as_ref())?;
        }
        for (member, hash) in &self.updated {
            store::update(tx, member, hash.as_ref())?;
        }
        if new > 0 {
            counter::set(tx.sql(), MemberId::COUNTER, self.last)?;
        }
        if let Some(cards) = self.cards {
            cards.end(tx)?;
        }
        Ok(Entry {
            action: "member.import",
            detail,
        })
    }
}
