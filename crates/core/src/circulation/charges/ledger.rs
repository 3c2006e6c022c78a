//! What the entries of a ledger come to: pure. A balance is a sum, never a stored number.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::circulation::Refusal;
use crate::values::codes::codes;
use crate::values::ids::{LedgerId, LoanId};
use crate::values::money::Money;

codes! {
    /// What an entry of the ledger is.
    EntryKind {
        /// The member owes.
        Charge = "charge",
        /// The member paid.
        Payment = "payment",
        /// The library gives up a charge, or a part of it, and says why.
        Waiver = "waiver",
        /// A charge was wrong, or has lost its ground.
        Reversal = "reversal",
        /// The library pays back a credit, or a payment that was typed wrongly.
        Refund = "refund",
    }
}

impl EntryKind {
    /// What an amount of this kind adds to what the member owes.
    pub fn signed(self, amount: Money) -> i64 {
        match self {
            EntryKind::Charge | EntryKind::Refund => amount.whole(),
            EntryKind::Payment | EntryKind::Waiver | EntryKind::Reversal => -amount.whole(),
        }
    }
}

/// An entry of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerEntry {
    /// Its number; the ledger is in this order.
    pub id: LedgerId,
    /// What it is.
    pub kind: EntryKind,
    /// Stable code of what for: `late`, `lost`, `payment` …
    pub reason: String,
    /// In rupiah.
    pub amount: Money,
    /// The loan that a charge is for, until it is cut from the person.
    pub loan: Option<LoanId>,
    /// The charge that a waiver or reversal takes back; the payment that a refund gives back.
    pub of: Option<LedgerId>,
    /// Why, in the words of staff.
    pub note: Option<String>,
    /// The day that it counts for.
    pub day: Date,
    /// When it was entered.
    pub at: String,
    /// By whom.
    pub staff: String,
}

/// How far a charge is settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChargeState {
    /// Its number.
    pub id: LedgerId,
    /// What for.
    pub reason: String,
    /// The day of the charge.
    pub day: Date,
    /// The loan that it is for, until it is cut from the person.
    pub loan: Option<LoanId>,
    /// What was charged.
    pub amount: Money,
    /// What was waived or reversed of it.
    pub taken_back: Money,
    /// What was paid of it.
    pub paid: Money,
    /// What is left to pay.
    pub open: Money,
}

/// What the ledger of a member comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    /// The charges, the oldest first.
    pub charges: Vec<ChargeState>,
    /// What the library owes the member.
    pub credit: Money,
}

impl Account {
    /// What the entries come to. Payments, less refunds, settle charges in the order in which these were made; what is
    /// left over is a credit. A charge that was taken back after it was paid frees what was paid for the next.
    pub fn of(entries: &[LedgerEntry]) -> Account {
        let mut taken_back: BTreeMap<LedgerId, i64> = BTreeMap::new();
        let mut pool = pool(entries);
        for entry in entries {
            if let (EntryKind::Waiver | EntryKind::Reversal, Some(of)) = (entry.kind, entry.of) {
                *taken_back.entry(of).or_default() += entry.amount.whole();
            }
        }
        let charges = entries.iter().filter(|entry| entry.kind == EntryKind::Charge);
        let charges = charges.map(|charge| {
            let back = taken_back.get(&charge.id).copied().unwrap_or_default();
            let owed = (charge.amount.whole() - back).max(0);
            let paid = owed.min(pool.max(0));
            pool -= paid;
            ChargeState {
                id: charge.id,
                reason: charge.reason.clone(),
                day: charge.day,
                loan: charge.loan,
                amount: charge.amount,
                taken_back: money(back),
                paid: money(paid),
                open: money(owed - paid),
            }
        });
        let charges = charges.collect();
        Account {
            charges,
            credit: money(pool),
        }
    }

    /// What is owed in all; below zero for a credit.
    pub fn balance(&self) -> i64 {
        let open: i64 = self.charges.iter().map(|charge| charge.open.whole()).sum();
        open - self.credit.whole()
    }

    /// Whether anything is owed on a loan.
    pub fn owes_on(&self, loan: LoanId) -> bool {
        let owed = |charge: &ChargeState| charge.loan == Some(loan) && charge.open > Money::default();
        self.charges.iter().any(owed)
    }

    /// A charge by its number.
    pub fn charge(&self, id: LedgerId) -> Option<&ChargeState> {
        self.charges.iter().find(|charge| charge.id == id)
    }
}

/// What takes back an entry that was wrong: a reversal of what is left of a charge, or a refund of the whole of a
/// payment, which may be made once.
///
/// # Errors
/// [`Refusal::MoreThanOpen`], [`Refusal::MoreThanPaid`]; for an entry of any other kind
/// [`Refusal::NotReversible`].
pub(super) fn reversal(entries: &[LedgerEntry], wrong: LedgerId) -> Result<(EntryKind, Money), Refusal> {
    let entry = entries.iter().find(|entry| entry.id == wrong);
    let back = entries.iter().filter(|other| other.of == Some(wrong));
    let back: i64 = back.map(|other| other.amount.whole()).sum();
    match entry {
        Some(entry) if entry.kind == EntryKind::Charge => match entry.amount.whole() - back {
            1.. => Ok((EntryKind::Reversal, money(entry.amount.whole() - back))),
            _ => Err(Refusal::MoreThanOpen {
                charge: wrong,
                open: Money::default(),
            }),
        },
        Some(entry) if entry.kind == EntryKind::Payment => {
            // A credit that was refunded may have come from it: what went out once does not go out again.
            let left = if back > 0 { 0 } else { pool(entries).max(0) };
            match entry.amount.whole() <= left {
                true => Ok((EntryKind::Refund, entry.amount)),
                false => Err(Refusal::MoreThanPaid {
                    payment: wrong,
                    left: money(left),
                }),
            }
        }
        _ => Err(Refusal::NotReversible { entry: wrong }),
    }
}

/// What was paid in, less what was paid out again.
fn pool(entries: &[LedgerEntry]) -> i64 {
    let signed = |entry: &LedgerEntry| match entry.kind {
        EntryKind::Payment => entry.amount.whole(),
        EntryKind::Refund => -entry.amount.whole(),
        _ => 0,
    };
    entries.iter().map(signed).sum()
}

/// The sum of the entries: what is owed in all; below zero for a credit.
pub fn balance(entries: &[LedgerEntry]) -> i64 {
    entries.iter().map(|entry| entry.kind.signed(entry.amount)).sum()
}

fn money(amount: i64) -> Money {
    Money::from_whole(amount).unwrap_or_default()
}
