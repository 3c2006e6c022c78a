//! Closing on short notice: what a change of the calendar does to loans, ready holds and fines, and moving them, in one
//! transaction. The same machinery answers "what if" without storing anything.

mod plan;
mod store;
#[cfg(test)]
mod tests;
mod what_if;

use jiff::civil::{Date, date};
use serde_json::json;

use crate::act::Act;
use crate::calendar::{self, Calendar, Change, Made};
use crate::decision::Step;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Transaction};
use crate::values::ids::{HoldId, LedgerId, LoanId, MemberId};
use crate::values::money::Money;

pub use what_if::Difference;

/// Before every day that the library has.
const THE_BEGINNING: Date = date(1, 1, 1);

/// Whether what follows from a change of the calendar is stored with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settle {
    /// Only shown.
    Leave,
    /// Due dates and holds move, fines of closed days are reversed.
    Apply,
}

/// A due date that moves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedLoan {
    /// The loan.
    pub loan: LoanId,
    /// The copy's barcode.
    pub item: String,
    /// The member's card.
    pub card: Option<String>,
    /// The due date as it stands.
    pub from: Date,
    /// The due date as it should be.
    pub to: Date,
    /// How.
    pub steps: Vec<Step>,
}

/// A ready hold that waits until another day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedHold {
    /// The hold.
    pub hold: HoldId,
    /// The barcode of the copy that was set aside.
    pub item: String,
    /// The member's card.
    pub card: Option<String>,
    /// Until when it waits as it stands.
    pub from: Date,
    /// Until when it should.
    pub to: Date,
}

/// A fine that becomes another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedFine {
    /// The charge of the late return.
    pub charge: LedgerId,
    /// Who owes it.
    pub member: MemberId,
    /// Their card.
    pub card: Option<String>,
    /// The fine as it stands, waivers aside.
    pub from: Money,
    /// The fine as it will be.
    pub to: Money,
    reason: String,
    reversals: Vec<(LedgerId, i64)>,
    again: i64,
}

/// What follows from the calendar as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effects {
    /// Due dates.
    pub loans: Vec<MovedLoan>,
    /// Ready holds.
    pub holds: Vec<MovedHold>,
    /// Fines.
    pub fines: Vec<ChangedFine>,
}

impl Effects {
    /// Whether nothing follows.
    pub fn is_empty(&self) -> bool {
        self.loans.is_empty() && self.holds.is_empty() && self.fines.is_empty()
    }
}

/// A change of the calendar and what follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// What came of the change.
    pub made: Made,
    /// What follows; stored with [`Settle::Apply`], else only shown.
    pub effects: Effects,
}

impl Library {
    /// Changes the calendar, shows what follows for loans, ready holds and fines, and with [`Settle::Apply`] moves them
    /// too, all in one transaction. What was changed before and not yet applied follows as well. A second run changes
    /// nothing more.
    ///
    /// # Errors
    /// [`crate::Error::Calendar`] when the change can't be made or leaves no open day, and what [`Library::write`]
    /// answers.
    pub fn change_calendar(&mut self, change: &Change, settle: Settle, act: &Act) -> Result<Changed> {
        self.write(act, |tx| run(tx, change, settle, act))
    }

    /// What [`Library::change_calendar`] would do, with nothing stored.
    ///
    /// # Errors
    /// As there.
    pub fn rehearse_calendar(&mut self, change: &Change, settle: Settle, act: &Act) -> Result<Changed> {
        self.rehearse(act, |tx| run(tx, change, settle, act))
    }
}

pub(super) fn run(
    tx: &Transaction<'_>,
    change: &Change,
    settle: Settle,
    act: &Act,
) -> Result<(Changed, Option<Entry>)> {
    let conn = tx.sql();
    let mut lists = calendar::store::lists(conn, THE_BEGINNING)?;
    let made = change.make(&mut lists, calendar::store::next_closure(conn)?)?;
    let calendar = Calendar::of(lists);
    // A calendar that never opens again is refused when it is made, not at the next loan.
    calendar.next_open(made.days.map_or(act.day(), |(first, _)| first))?;
    let effects = effects(tx, &calendar, made.days)?;
    let next_entry = store::next_entry(conn)?;

    calendar::change::save(tx, &made)?;
    let apply = settle == Settle::Apply;
    if apply {
        store::apply(tx, &effects, next_entry, act)?;
    }
    let stored = made.is_change() || (apply && !effects.is_empty());
    let entry = stored.then(|| entry(change, &made, apply.then_some(&effects)));
    Ok((Changed { made, effects }, entry))
}

/// What follows from a calendar; fines are looked at when the change is about days and not about every week.
fn effects(tx: &Transaction<'_>, calendar: &Calendar, days: Option<(Date, Date)>) -> Result<Effects> {
    let conn = tx.sql();
    let open = store::open_loans(conn)?;
    let ready = store::ready_holds(conn)?;
    let charges = match days {
        Some(days) => store::late_charges(conn, days)?,
        None => Vec::new(),
    };
    let of_loans = open.iter().filter_map(|loan| loan.rule);
    let named = of_loans.chain(charges.iter().map(|charge| charge.basis.rule));
    let rules = store::rules(conn, named)?;
    Ok(Effects {
        loans: plan::loans(&open, &rules, calendar)?,
        holds: plan::holds(&ready, calendar)?,
        fines: plan::fines(&charges, &rules, calendar)?,
    })
}

fn entry(change: &Change, made: &Made, applied: Option<&Effects>) -> Entry {
    let mut detail = json!({
        "added": made.added, "changed": made.changed, "removed": made.removed,
        "days": made.days.map(|(first, last)| [first.to_string(), last.to_string()]),
    });
    match change {
        Change::Close { reason, .. } | Change::Open { reason, .. } => detail["reason"] = json!(reason.trim()),
        Change::Weekly { closed } => {
            let days: Vec<i8> = closed.iter().map(|day| day.to_monday_one_offset()).collect();
            detail["closed"] = json!(days);
        }
        Change::Remove { .. } | Change::Holidays { .. } => (),
    }
    if let Some(effects) = applied {
        let ids = |ids: &mut dyn Iterator<Item = i64>| ids.collect::<Vec<i64>>();
        detail["moved"] = json!({
            "loans": ids(&mut effects.loans.iter().map(|one| one.loan.0)),
            "holds": ids(&mut effects.holds.iter().map(|one| one.hold.0)),
            "charges": ids(&mut effects.fines.iter().map(|one| one.charge.0)),
        });
    }
    Entry {
        action: change.action(),
        detail,
    }
}
