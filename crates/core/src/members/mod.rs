//! Who may borrow: members, their types, guardians and consents.
//!
//! | module | what it holds |
//! |---|---|
//! | `record`, `door` | what a record holds; how cells become values |
//! | `enrol`, `edit` | a new member, one or many fields of an old one |
//! | `find`, `duplicates` | by card, name, telephone; who looks like the same person |
//! | `term` | how long a membership is valid; renewing, blocking |
//! | `standing` | loans, debts, holds, and whether the library is owed nothing (bebas pustaka) |
//! | `consent`, `types` | what members agreed to; the member types |
//! | `import` | members of another system |
//! | `erase` | a person is forgotten, and what statistics need stays |
//! | `nik_key` | the key by which a NIK becomes a hash |
//!
//! No entry of the journal names a person: it has the member's number alone.

pub(crate) mod consent;
mod door;
mod duplicates;
mod edit;
mod enrol;
mod erase;
mod find;
mod import;
mod nik_key;
mod record;
mod standing;
pub(crate) mod store;
mod term;
#[cfg(test)]
mod tests;
mod types;

use std::path::PathBuf;

pub use consent::{Consent, ConsentKind, GivenBy};
pub use door::{Notice, Noticed, Reject, RejectCode};
pub use duplicates::{Alike, Duplicate};
pub use edit::{Change, Edited};
pub use enrol::{Enrolled, Enrolment};
pub use erase::Erased;
pub use find::{Resolved, find, known_card, resolve};
pub use import::{
    Change as ImportChange, Counts, Incoming, MemberCounts, Options as ImportOptions, Outcome as ImportOutcome,
    Preview, Source, Tallied, Warning,
};
pub use nik_key::ENDING as NIK_KEY_ENDING;
pub use record::{Field, Member, Sex};
pub use standing::{Clearance, OpenLoan, ReadyHold, Standing, State, standing};
pub use term::{Renewed, renewed};
pub use types::{MemberType, TypeChange, types};

use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Transaction};
use crate::values::card::CardNumber;
use crate::values::ids::MemberId;

/// What is wrong with the key of the NIK hashes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyTrouble {
    /// There are hashes, and no key beside the library.
    Missing,
    /// The key beside the library is not the one that made the hashes.
    Differs,
    /// The file beside the library holds no key.
    Unreadable,
}

/// What is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A value can't be taken.
    Value(Reject),
    /// The card belongs to somebody else.
    CardTaken {
        /// The card.
        card: String,
    },
    /// The pattern of card numbers has grown beyond what a card number may be, or is none.
    CardsUsedUp {
        /// The pattern.
        pattern: String,
    },
    /// A child needs a guardian: name and consent.
    Guardian {
        /// Below this age, in years.
        below: i64,
        /// The guardian's name is not known.
        name: bool,
        /// The guardian has not agreed.
        consent: bool,
    },
    /// The membership is renewed already: a whole term from today is still before it.
    RenewedAlready {
        /// Its last day.
        valid_until: jiff::civil::Date,
    },
    /// There is nothing to unblock.
    NotBlocked,
    /// This consent does not stand.
    NoConsent {
        /// Which.
        kind: ConsentKind,
    },
    /// The member has not given everything back: no clearance, no erasure.
    Unsettled {
        /// What was asked for.
        what: Settling,
        /// Why not.
        obstacles: Vec<Obstacle>,
    },
    /// The key of the NIK hashes is not what it must be.
    NikKey {
        /// The file.
        file: PathBuf,
        /// What is wrong.
        why: KeyTrouble,
    },
}

/// What only a member who owes nothing can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settling {
    /// A clearance letter.
    Clearance,
    /// Being erased.
    Erasure,
}

/// What stands in the way of a clearance or an erasure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// A copy is still on loan.
    Loan {
        /// Its barcode.
        item: String,
        /// The last day on which it is not late.
        due: jiff::civil::Date,
    },
    /// Something is owed, in whole rupiah.
    Owes(i64),
    /// The library owes this much, in whole rupiah.
    Credit(i64),
    /// So many holds wait or are ready.
    Holds(u64),
    /// A place, or a turn on the waiting list, at an event that is not over.
    Place {
        /// The key of the event.
        event: String,
        /// The code of the registration.
        code: String,
    },
}

impl Obstacle {
    /// The stable code, as JSON shows it.
    pub fn code(&self) -> &'static str {
        match self {
            Obstacle::Loan { .. } => "member.has-loan",
            Obstacle::Owes(_) => "member.owes",
            Obstacle::Credit(_) => "member.has-credit",
            Obstacle::Holds(_) => "member.has-holds",
            Obstacle::Place { .. } => "member.has-place",
        }
    }
}

impl Refusal {
    /// The stable code, as JSON shows it.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::Value(reject) => reject.code.code(),
            Refusal::CardTaken { .. } => "card.taken",
            Refusal::CardsUsedUp { .. } => "card.pattern",
            Refusal::Guardian { .. } => "guardian.missing",
            Refusal::RenewedAlready { .. } => "member.renewed-already",
            Refusal::NotBlocked => "member.not-blocked",
            Refusal::NoConsent { .. } => "consent.none",
            Refusal::Unsettled {
                what: Settling::Clearance,
                ..
            } => "member.not-clear",
            Refusal::Unsettled {
                what: Settling::Erasure,
                ..
            } => "member.not-erasable",
            Refusal::NikKey { why, .. } => match why {
                KeyTrouble::Missing => "nik-key.missing",
                KeyTrouble::Differs => "nik-key.differs",
                KeyTrouble::Unreadable => "nik-key.unreadable",
            },
        }
    }

    /// Whether what was typed can't be used, whatever the library holds.
    pub(crate) fn is_usage(&self) -> bool {
        matches!(self, Refusal::Value(_))
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Error {
        Error::Member(refusal)
    }
}

impl From<Reject> for Error {
    fn from(reject: Reject) -> Error {
        Error::Member(Refusal::Value(reject))
    }
}

impl Library {
    /// Writes, or with `dry_run` does everything but the commit.
    fn write_members<T>(
        &mut self,
        act: &Act,
        dry_run: bool,
        f: impl FnOnce(&Transaction<'_>) -> Result<(T, Option<Entry>)>,
    ) -> Result<T> {
        match dry_run {
            true => self.rehearse(act, f),
            false => self.write(act, f),
        }
    }
}

/// The member, who was found before in another view and may have been erased since.
fn present(tx: &Transaction<'_>, id: MemberId) -> Result<Member> {
    store::by_id(tx.sql(), id)?.ok_or_else(|| Error::NotFound {
        what: "member",
        wanted: String::new(),
    })
}

/// The refusal of a card that is taken.
fn taken(card: &CardNumber) -> Error {
    Refusal::CardTaken { card: card.to_string() }.into()
}
