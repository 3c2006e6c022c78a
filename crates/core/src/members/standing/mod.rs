//! How a member stands: valid, suspended, blocked; what is on loan, ready, owed. And the letter that says that nothing
//! is (bebas pustaka).

pub(super) mod store;

use jiff::civil::{Date, DateTime};
use rusqlite::Connection;
use serde_json::json;

use super::record::Member;
use super::{Obstacle, Refusal, Settling, present};
use crate::act::Act;
use crate::circulation::charges::store as ledger;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Snapshot, counter};
use crate::settings::{OVERDUE_BLOCKS, OWES_LIMIT};
use crate::values::codes::codes;
use crate::values::ids::MemberId;

codes! {
    /// What keeps a member from borrowing, as far as the person goes; the codes are those of a refused loan.
    State {
        /// The membership has ended.
        Expired = "member.expired",
        /// No loans for some days, after a late return.
        Suspended = "member.suspended",
        /// Blocked, with a reason.
        Blocked = "member.blocked",
        /// More is owed than the library lets pass.
        Owes = "member.owes",
        /// Something is overdue, where that matters to the library.
        Overdue = "member.overdue",
    }
}

/// A copy that a member has on loan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenLoan {
    /// Its barcode.
    pub item: String,
    /// Its title.
    pub title: String,
    /// When it was lent, as stored.
    pub loaned_at: String,
    /// The last day on which it is not late.
    pub due: Date,
}

/// A copy that waits for a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyHold {
    /// Its barcode.
    pub item: String,
    /// Its title.
    pub title: String,
    /// The last day on which it waits.
    pub until: Date,
}

/// How a member stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What keeps the member from borrowing.
    pub states: Vec<State>,
    /// What is owed, in whole rupiah; less than nothing: the library owes it.
    pub owes: i64,
    /// What is on loan, the first due first.
    pub loans: Vec<OpenLoan>,
    /// What is ready.
    pub ready: Vec<ReadyHold>,
    /// How many holds wait.
    pub waiting: u64,
}

/// A clearance letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clearance {
    /// Its running number.
    pub number: i64,
    /// Whose it is.
    pub member: Member,
}

/// The counter of the letters.
const LETTERS: &str = "clearance";

/// How a member stands on a day.
///
/// # Errors
/// Storage errors.
pub fn standing(snapshot: &Snapshot<'_>, member: &Member, day: Date) -> Result<Standing> {
    let conn = snapshot.sql();
    let (owes, loans) = (ledger::balance(conn, member.id)?, store::loans(conn, member.id)?);
    let (limit, blocks) = (OWES_LIMIT.whole(snapshot)?, OVERDUE_BLOCKS.whole(snapshot)? == 1);
    let states = [
        (State::Expired, member.valid_until < day),
        (
            State::Suspended,
            member.suspended_until.is_some_and(|until| until >= day),
        ),
        (State::Blocked, member.blocked.is_some()),
        (State::Owes, owes > limit),
        (State::Overdue, blocks && loans.iter().any(|loan| loan.due < day)),
    ];
    Ok(Standing {
        states: states
            .into_iter()
            .filter(|(_, holds)| *holds)
            .map(|(state, _)| state)
            .collect(),
        owes,
        loans,
        ready: store::ready(conn, member.id)?,
        waiting: store::waiting(conn, member.id)?,
    })
}

/// What stands in the way of a clearance or an erasure at a moment.
pub(super) fn obstacles(conn: &Connection, id: MemberId, what: Settling, now: DateTime) -> Result<Vec<Obstacle>> {
    let loans = store::loans(conn, id)?.into_iter();
    let mut obstacles: Vec<Obstacle> = loans
        .map(|loan| Obstacle::Loan {
            item: loan.item,
            due: loan.due,
        })
        .collect();
    let owes = ledger::balance(conn, id)?;
    if owes > 0 {
        obstacles.push(Obstacle::Owes(owes));
    } else if owes < 0 && what == Settling::Erasure {
        obstacles.push(Obstacle::Credit(-owes));
    }
    let holds = store::waiting(conn, id)? + store::ready(conn, id)?.len() as u64;
    if holds > 0 && what == Settling::Erasure {
        obstacles.push(Obstacle::Holds(holds));
    }
    if what == Settling::Erasure {
        // Who waits for that place moves up when it is given up, and is told so.
        obstacles.extend(store::places(conn, id, now)?);
    }
    Ok(obstacles)
}

impl Library {
    /// Issues a clearance letter: a number of its own, for a member with no open loan who owes nothing.
    ///
    /// # Errors
    /// [`Refusal::Unsettled`] with everything that stands in the way.
    pub fn issue_clearance(&mut self, act: &Act, id: MemberId, dry_run: bool) -> Result<Clearance> {
        self.write_members(act, dry_run, |tx| {
            let member = present(tx, id)?;
            let what = Settling::Clearance;
            let obstacles = obstacles(tx.sql(), id, what, act.at.datetime())?;
            if !obstacles.is_empty() {
                return Err(Refusal::Unsettled { what, obstacles }.into());
            }
            let number = counter::last(tx.sql(), LETTERS)? + 1;
            counter::set(tx.sql(), LETTERS, number)?;
            let detail = json!({ "member": id, "number": number });
            let entry = Entry {
                action: "member.clearance",
                detail,
            };
            Ok((Clearance { number, member }, Some(entry)))
        })
    }
}
