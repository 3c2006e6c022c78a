//! What was booked, by the day of the charge and by the day of the payment; and the cash of a day.

use jiff::civil::Date;

use super::ledger::EntryKind;
use super::store;
use crate::error::Result;
use crate::library::Snapshot;
use crate::values::money::Money;

/// Entries of one day, kind and reason, added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    /// The day.
    pub day: Date,
    /// What they are.
    pub kind: EntryKind,
    /// What for; of what takes a charge back, what the charge was for.
    pub reason: String,
    /// How many.
    pub entries: u32,
    /// Their sum.
    pub amount: Money,
}

/// By which day entries are reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportBy {
    /// Charges by their day, with what was waived or reversed of them, whenever that was.
    ChargeDay,
    /// Everything by the day on which it was booked: what came in, and what was given up.
    BookingDay,
}

/// What was booked from one day to another, both included.
///
/// # Errors
/// Storage errors.
pub fn report(snapshot: &Snapshot<'_>, from: Date, to: Date, by: ReportBy) -> Result<Vec<Booking>> {
    store::bookings(snapshot.sql(), from, to, by == ReportBy::ChargeDay)
}

/// What a member of staff took in and paid out on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cash {
    /// Code of the member of staff.
    pub staff: String,
    /// How many payments.
    pub payments: u32,
    /// What was taken in.
    pub taken: Money,
    /// How many refunds.
    pub refunds: u32,
    /// What was paid out.
    pub paid_out: Money,
}

impl Cash {
    /// What has to be in the till besides what was in it before; below zero when more was paid out than taken.
    pub fn due(&self) -> i64 {
        self.taken.whole() - self.paid_out.whole()
    }
}

/// The cash of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CashUp {
    /// The day.
    pub day: Date,
    /// By member of staff, in the order of their codes.
    pub staff: Vec<Cash>,
}

impl CashUp {
    /// What all of them have in their tills.
    pub fn due(&self) -> i64 {
        self.staff.iter().map(Cash::due).sum()
    }

    /// What a counted till has more than it should; below zero when something is missing.
    pub fn difference(&self, staff: &str, counted: Money) -> i64 {
        let due = self.staff.iter().find(|cash| cash.staff == staff).map_or(0, Cash::due);
        counted.whole() - due
    }
}

/// The cash of a day, by member of staff.
///
/// # Errors
/// Storage errors.
pub fn cash_up(snapshot: &Snapshot<'_>, day: Date) -> Result<CashUp> {
    let staff = store::cash(snapshot.sql(), day)?;
    Ok(CashUp { day, staff })
}

/// A member with something to pay, or to get back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owing {
    /// Card.
    pub card: String,
    /// Name.
    pub name: String,
    /// What is owed; below zero for a credit.
    pub balance: i64,
}

/// Everybody who owes something or has a credit; who owes most first.
///
/// # Errors
/// Storage errors.
pub fn owing(snapshot: &Snapshot<'_>) -> Result<Vec<Owing>> {
    let balances = store::balances(snapshot.sql())?;
    let owing = |(card, name, balance)| Owing { card, name, balance };
    Ok(balances.into_iter().map(owing).collect())
}
