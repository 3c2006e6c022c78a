//! Loans: lent, renewed, returned, lost and found, and why each date and each rupiah is what it is.
//!
//! | file | what it does |
//! |---|---|
//! | `case` | whether a loan or a renewal is refused: pure, all the reasons at once |
//! | `checkout`, `returns`, `renew`, `lost` | the actions |
//! | `ending` | what a loan comes to when it ends: lateness, charge, suspension |
//! | `undo` | takes back what was done just now |
//! | `import` | open loans of another system |
//! | `list`, `explain` | what is on loan, what is overdue, and why |
//! | `meter`, `at_desk` | the member at the desk: open loans, what is owed, limits; what a clerk must see |

mod at_desk;
mod case;
mod checkout;
mod ending;
mod explain;
mod import;
mod list;
pub(super) mod lost;
mod meter;
pub(super) mod renew;
mod returns;
pub(crate) mod store;
#[cfg(test)]
mod tests;
pub(super) mod undo;

use super::carry_out;
use crate::act::Act;
use crate::error::Result;
use crate::library::Library;
use crate::values::money::Money;

pub use at_desk::{AtDesk, OnDesk, at_desk, on_desk};
pub(crate) use case::{Case, RenewalCase, Standing, refusals, renewal_refusals, standing};
pub(crate) use checkout::checkout;
pub use checkout::{AlreadyLent, CheckoutAnswer, CheckoutOptions, Lent, RefusedItem};
pub use explain::{About, Explanation, explain};
pub use import::{ImportAnswer, LoanRow, RowRefused};
pub use list::{LoanLine, loans_of, overdue};
pub use lost::{FoundAnswer, LostAnswer, LostPrice};
pub(crate) use renew::renew;
pub use renew::{RenewAnswer, Renewal, Renewing};
pub(crate) use returns::return_items;
pub use returns::{Next, NotOnLoan, Return, ReturnAnswer, ReturnOptions};
pub use undo::{Undo, Undone};

impl Library {
    /// Lends copies to the member with this card: each is judged on its own, and refused with all the reasons.
    ///
    /// # Errors
    /// [`Refusal`](super::Refusal) when the options can't be, [`Error::Calendar`](crate::Error::Calendar), and what
    /// [`Library::write`] answers.
    pub fn checkout(
        &mut self,
        act: &Act,
        card: &str,
        items: &[String],
        options: &CheckoutOptions,
        dry_run: bool,
    ) -> Result<CheckoutAnswer> {
        carry_out(self, act, dry_run, |tx| checkout(tx, act, card, items, options))
    }

    /// Takes copies back. What can't be is told; the others are taken back all the same.
    ///
    /// # Errors
    /// [`Error::Calendar`](crate::Error::Calendar), and what [`Library::write`] answers.
    pub fn return_items(
        &mut self,
        act: &Act,
        items: &[String],
        options: &ReturnOptions,
        dry_run: bool,
    ) -> Result<ReturnAnswer> {
        carry_out(self, act, dry_run, |tx| return_items(tx, act, items, options))
    }

    /// Renews loans: of some copies, or all of a member.
    ///
    /// # Errors
    /// [`Error::NotFound`](crate::Error::NotFound) for an unknown member, [`Refusal`](super::Refusal) when the options
    /// can't be, [`Error::Calendar`](crate::Error::Calendar), and what [`Library::write`] answers.
    pub fn renew(
        &mut self,
        act: &Act,
        which: &Renewing,
        over: &super::reason::Override,
        dry_run: bool,
    ) -> Result<RenewAnswer> {
        carry_out(self, act, dry_run, |tx| renew(tx, act, which, over))
    }

    /// Ends a loan because the copy is lost: its price is charged, and the late fine stops.
    ///
    /// # Errors
    /// [`Error::NotFound`](crate::Error::NotFound), [`Refusal::NotOnLoan`](super::Refusal::NotOnLoan), and what
    /// [`Library::write`] answers.
    pub fn lost(&mut self, act: &Act, item: &str, price: Option<Money>, dry_run: bool) -> Result<LostAnswer> {
        carry_out(self, act, dry_run, |tx| lost::lost(tx, act, item, price))
    }

    /// A lost or missing copy is there again: what was charged for it is reversed while there is time.
    ///
    /// # Errors
    /// [`Error::NotFound`](crate::Error::NotFound), [`Refusal::NotLost`](super::Refusal::NotLost), and what
    /// [`Library::write`] answers.
    pub fn found(&mut self, act: &Act, item: &str, dry_run: bool) -> Result<FoundAnswer> {
        carry_out(self, act, dry_run, |tx| lost::found(tx, act, item))
    }

    /// Takes over the open loans of another system: all of the rows, or none. A second time changes nothing.
    ///
    /// # Errors
    /// What [`Library::write`] answers.
    pub fn import_loans(&mut self, act: &Act, rows: &[LoanRow], dry_run: bool) -> Result<ImportAnswer> {
        carry_out(self, act, dry_run, |tx| import::import(tx, act, rows))
    }

    /// Takes back a checkout or a return that was made just now.
    ///
    /// # Errors
    /// [`Refusal::TooLateToUndo`](super::Refusal::TooLateToUndo) when something happened to it since, and what
    /// [`Library::write`] answers.
    pub fn undo(&mut self, act: &Act, what: &Undo, dry_run: bool) -> Result<Undone> {
        carry_out(self, act, dry_run, |tx| undo::undo(tx, act, what))
    }
}
