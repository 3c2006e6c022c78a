//! A person is forgotten. The row stays, so that ledger and counts stay whole; nothing of the person does: not in the
//! file, not in its log, not in a backup made afterwards.

mod store;

use serde_json::json;

use super::{Refusal, Settling, present, standing};
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::Library;
use crate::values::ids::MemberId;

/// What an erasure did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// Loans that were cut from the person; they stay, with the group of readers they count for.
    pub loans: u64,
    /// Holds that were cut from the person.
    pub holds: u64,
    /// The log was taken into the file and cut to nothing, so that no byte of the person is left in it. `false`: somebody
    /// was reading just then; [`Library::fold_log`] once they have gone.
    pub log_folded: bool,
}

impl Library {
    /// Erases a member.
    ///
    /// # Errors
    /// [`Refusal::Unsettled`] with open loans, debts, credit, holds or places at events.
    pub fn erase_member(&mut self, act: &Act, id: MemberId, dry_run: bool) -> Result<Erased> {
        let mut erased = self.write_members(act, dry_run, |tx| {
            present(tx, id)?;
            let what = Settling::Erasure;
            let obstacles = standing::obstacles(tx.sql(), id, what, act.at.datetime())?;
            if !obstacles.is_empty() {
                return Err(Refusal::Unsettled { what, obstacles }.into());
            }
            let (loans, holds) = store::erase(tx, id, &act.stamp())?;
            let detail = json!({ "member": id, "loans": loans, "holds": holds });
            let entry = Entry {
                action: "member.erase",
                detail,
            };
            let erased = Erased {
                loans,
                holds,
                log_folded: false,
            };
            Ok((erased, Some(entry)))
        })?;
        if !dry_run {
            // It is stored by now: a log that can't be folded is told, and is no error of the erasure.
            erased.log_folded = self.fold_log().unwrap_or(false);
        }
        Ok(erased)
    }
}
