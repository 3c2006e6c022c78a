//! Charges: an append-only ledger of what members owe and pay.
//!
//! A charge, payment, waiver, reversal or refund is an entry with a positive amount; nothing is ever changed or taken
//! out. What somebody owes is a sum ([`ledger`]). Payments settle the oldest charges first; what is over is a credit.

pub(super) mod book;
pub mod ledger;
mod report;
pub(crate) mod store;
#[cfg(test)]
mod tests;

use super::carry_out;
use crate::act::Act;
use crate::error::{Error, Result};
use crate::library::{Library, Snapshot};
use crate::values::ids::LedgerId;
use crate::values::money::Money;

pub(crate) use book::{Book, New, pay};
pub use book::{Booked, Settled};
pub use ledger::{Account, ChargeState, EntryKind, LedgerEntry};
pub use report::{Booking, Cash, CashUp, Owing, ReportBy, cash_up, owing, report};

/// The code of what a charge is for.
pub mod reasons {
    /// Returned late.
    pub const LATE: &str = "late";
    /// Lost.
    pub const LOST: &str = "lost";
    /// What a member paid.
    pub const PAYMENT: &str = "payment";
    /// What the library gave up.
    pub const WAIVER: &str = "waiver";
    /// A lost copy was found.
    pub const FOUND: &str = "found";
    /// A charge or a payment that was wrong.
    pub const MISTAKE: &str = "mistake";
    /// The library was closed on days that a fine had counted.
    pub const CLOSING: &str = "closing";
    /// The return that made the charge was taken back.
    pub const UNDONE: &str = "undone";
    /// A credit that was paid back.
    pub const REFUND: &str = "refund";
}

/// The most that one entry may be, in rupiah: a slip of the keyboard is no payment.
pub const LARGEST: i64 = 1_000_000_000;

/// The ledger of a member and what it comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Card.
    pub card: String,
    /// Name.
    pub name: String,
    /// Every entry.
    pub entries: Vec<LedgerEntry>,
    /// What they come to.
    pub account: Account,
}

/// What the member with this card owes and paid.
///
/// # Errors
/// [`Error::NotFound`] for an unknown card, and storage errors.
pub fn statement(snapshot: &Snapshot<'_>, card: &str) -> Result<Statement> {
    let conn = snapshot.sql();
    let member = super::store::borrower(conn, card)?.ok_or_else(|| unknown_member(card))?;
    let entries = store::entries(conn, member.id)?;
    Ok(Statement {
        card: member.card,
        name: member.name,
        account: Account::of(&entries),
        entries,
    })
}

pub(super) fn unknown_member(card: &str) -> Error {
    Error::NotFound {
        what: "member",
        wanted: card.to_owned(),
    }
}

impl Library {
    /// Takes a payment; it settles the oldest charges first, and what is over is a credit.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Refusal::Amount`](super::Refusal::Amount), and what [`Library::write`] answers.
    pub fn pay(&mut self, act: &Act, card: &str, amount: Money, note: Option<&str>, dry_run: bool) -> Result<Booked> {
        carry_out(self, act, dry_run, |tx| pay(tx, act, card, amount, note))
    }

    /// Gives up a charge, or a part of what is left of it.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Refusal::NoteMissing`](super::Refusal::NoteMissing),
    /// [`Refusal::MoreThanOpen`](super::Refusal::MoreThanOpen), and what [`Library::write`] answers.
    pub fn waive(
        &mut self,
        act: &Act,
        charge: LedgerId,
        amount: Option<Money>,
        note: &str,
        dry_run: bool,
    ) -> Result<Booked> {
        carry_out(self, act, dry_run, |tx| book::waive(tx, act, charge, amount, note))
    }

    /// Takes a charge or a payment back because it was wrong. What was paid of a charge becomes a credit; a payment goes
    /// back out of the till, once, and what it had settled is owed again. A loan that was cut from the person because
    /// nothing was owed on it stays cut.
    ///
    /// # Errors
    /// As [`Library::waive`], and [`Refusal::MoreThanPaid`](super::Refusal::MoreThanPaid),
    /// [`Refusal::NotReversible`](super::Refusal::NotReversible).
    pub fn reverse(&mut self, act: &Act, wrong: LedgerId, note: &str, dry_run: bool) -> Result<Booked> {
        carry_out(self, act, dry_run, |tx| book::reverse(tx, act, wrong, note))
    }

    /// Pays a credit back.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Refusal::MoreThanCredit`](super::Refusal::MoreThanCredit), and what [`Library::write`]
    /// answers.
    pub fn refund(&mut self, act: &Act, card: &str, amount: Money, note: &str, dry_run: bool) -> Result<Booked> {
        carry_out(self, act, dry_run, |tx| book::refund(tx, act, card, amount, note))
    }

    /// Charges a member for something by hand: a new card, a damaged book. `reason` is a code of the library's own.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Refusal::Amount`](super::Refusal::Amount),
    /// [`Refusal::NoteMissing`](super::Refusal::NoteMissing), and what [`Library::write`] answers.
    pub fn charge(
        &mut self,
        act: &Act,
        card: &str,
        reason: &str,
        amount: Money,
        note: &str,
        dry_run: bool,
    ) -> Result<Booked> {
        carry_out(self, act, dry_run, |tx| {
            book::charge(tx, act, card, reason, amount, note)
        })
    }
}
