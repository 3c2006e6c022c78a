//! Circulation: what is lent to whom until when, who waits for it, and what is owed.
//!
//! | module | what it holds |
//! |---|---|
//! | [`rules`] | loan rules, due dates, lateness: pure, with the steps that led to each answer |
//! | [`loans`] | checkout, return, renewal, lost and found, what is overdue, why a date is what it is |
//! | [`holds`] | who waits for a title, and what stands ready for whom |
//! | [`delivery`] | rounds of a courier: a way of handing over what stands ready |
//! | [`charges`] | the ledger: charges, payments, waivers, reversals, refunds, and what they come to |
//! | [`closing`] | what a change of the calendar or of a rule does to what is on loan |
//! | [`history`] | what is cut from the person once a loan is over |
//! | [`offline`] | lending where the library file is not: what goes along, what happened there, its replay at home |
//! | [`reason`] | why something is refused: codes that stay |
//!
//! Every action reads all that it needs, decides, and then writes, in one transaction with one entry in the journal.

pub mod charges;
pub mod closing;
pub mod delivery;
mod facts;
pub mod history;
pub mod holds;
pub mod loans;
pub mod offline;
pub mod reason;
mod refusal;
pub mod rules;
pub(crate) mod store;
#[cfg(test)]
pub(crate) mod tests;

use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Transaction};

pub use facts::{Borrower, Place};
pub(crate) use facts::{ItemFacts, OpenLoan, Policy};
pub use reason::Reason;
pub use refusal::Refusal;

/// Does one action, or (with `dry_run`) everything of it but the commit.
fn carry_out<T>(
    library: &mut Library,
    act: &Act,
    dry_run: bool,
    action: impl FnOnce(&Transaction<'_>) -> Result<(T, Option<Entry>)>,
) -> Result<T> {
    if dry_run {
        library.rehearse(act, action)
    } else {
        library.write(act, action)
    }
}
