//! What a calendar does to loans, ready holds and fines that were settled under another one. Pure: what is stored in,
//! what should be stored out. Everything follows from what was decided once (`due_decided`, `ready_on`, the basis of a
//! fine) and the calendar as it is now: closures compose, a second run finds nothing, and a closure that is taken back
//! leaves everything as it was.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{ChangedFine, MovedHold, MovedLoan};
use crate::calendar::{Calendar, NoOpenDay};
use crate::circulation::rules::{Basis, LoanRule, lateness, moved, shelf_until};
use crate::values::ids::{HoldId, LedgerId, LoanId, MemberId, RuleId};
use crate::values::money::Money;

/// The rules that stored loans and fines name, ended ones too.
pub(super) type Rules = BTreeMap<RuleId, LoanRule>;

/// A loan that is not over, as far as its due date goes.
#[derive(Debug, Clone)]
pub(super) struct OpenLoan {
    pub(super) id: LoanId,
    pub(super) item: String,
    pub(super) card: Option<String>,
    pub(super) rule: Option<RuleId>,
    pub(super) due_decided: Date,
    pub(super) due: Date,
}

/// A copy that waits for its reader.
#[derive(Debug, Clone)]
pub(super) struct ReadyHold {
    pub(super) id: HoldId,
    pub(super) item: String,
    pub(super) card: Option<String>,
    pub(super) ready_on: Date,
    pub(super) shelf_days: u32,
    pub(super) shelf_until: Date,
}

/// A fine in the ledger, with what a change of the calendar added to it since.
#[derive(Debug, Clone)]
pub(super) struct LateCharge {
    pub(super) member: MemberId,
    pub(super) card: Option<String>,
    pub(super) reason: String,
    pub(super) basis: Basis,
    /// The charge itself first, then what was charged again.
    pub(super) parts: Vec<Part>,
}

/// A charge and what was taken back of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) id: LedgerId,
    pub(super) amount: i64,
    /// Reversed because the calendar changed.
    pub(super) reversed: i64,
    /// Waived, or reversed for other reasons.
    pub(super) forgiven: i64,
    /// Whether it was reversed for other reasons: it should never have been.
    pub(super) cancelled: bool,
}

impl Part {
    fn left(&self) -> i64 {
        self.amount - self.reversed - self.forgiven
    }
}

/// The due dates that are not where they should be.
pub(super) fn loans(open: &[OpenLoan], rules: &Rules, calendar: &Calendar) -> Result<Vec<MovedLoan>, NoOpenDay> {
    let mut found = Vec::new();
    for loan in open {
        let terms = loan.rule.and_then(|id| rules.get(&id)).map(|rule| &rule.terms);
        let decision = moved(terms, loan.due_decided, calendar)?;
        if decision.value != loan.due {
            found.push(MovedLoan {
                loan: loan.id,
                item: loan.item.clone(),
                card: loan.card.clone(),
                from: loan.due,
                to: decision.value,
                steps: decision.steps,
            });
        }
    }
    Ok(found)
}

/// The ready holds that wait until another day than they should.
pub(super) fn holds(ready: &[ReadyHold], calendar: &Calendar) -> Result<Vec<MovedHold>, NoOpenDay> {
    let mut found = Vec::new();
    for hold in ready {
        let to = shelf_until(hold.ready_on, hold.shelf_days, calendar)?;
        if to != hold.shelf_until {
            found.push(MovedHold {
                hold: hold.id,
                item: hold.item.clone(),
                card: hold.card.clone(),
                from: hold.shelf_until,
                to,
            });
        }
    }
    Ok(found)
}

/// The fines that would be others now. A fine never grows beyond what the reader was told at the return.
pub(super) fn fines(charges: &[LateCharge], rules: &Rules, calendar: &Calendar) -> Result<Vec<ChangedFine>, NoOpenDay> {
    let mut found = Vec::new();
    for charge in charges {
        let Some(rule) = rules.get(&charge.basis.rule) else {
            continue;
        };
        let Some(first) = charge.parts.first().filter(|first| !first.cancelled) else {
            continue;
        };
        let basis = &charge.basis;
        let due = moved(Some(&rule.terms), basis.due, calendar)?.value;
        let late = lateness(&rule.terms, due, basis.returned, basis.price, calendar).value;
        let target = late.fine.whole().min(first.amount);
        let stands: i64 = charge.parts.iter().map(|part| part.amount - part.reversed).sum();
        let (reversals, again) = settle(&charge.parts, stands - target);
        if reversals.is_empty() && again == 0 {
            continue;
        }
        let reversed: i64 = reversals.iter().map(|(_, amount)| amount).sum();
        found.push(ChangedFine {
            charge: first.id,
            member: charge.member,
            card: charge.card.clone(),
            reason: charge.reason.clone(),
            from: Money::from_whole(stands).unwrap_or_default(),
            to: Money::from_whole(stands - reversed + again).unwrap_or_default(),
            reversals,
            again,
        });
    }
    Ok(found)
}

/// What to reverse, the latest charge first and never more than is left of one, or what to charge again.
fn settle(parts: &[Part], too_much: i64) -> (Vec<(LedgerId, i64)>, i64) {
    let mut rest = too_much;
    let mut reversals = Vec::new();
    for part in parts.iter().rev() {
        let amount = rest.min(part.left());
        if amount > 0 {
            reversals.push((part.id, amount));
            rest -= amount;
        }
    }
    (reversals, (-too_much).max(0))
}
