//! Who stands at the desk and what lies on it: what a clerk must see before anything is done.

use jiff::civil::Date;

use super::case::standing;
use super::meter::Meter;
use super::store;
use crate::circulation::holds::{self, HoldLine, HoldsOf};
use crate::circulation::store as facts;
use crate::circulation::{Borrower, Policy, Reason};
use crate::error::Result;
use crate::library::{Snapshot, Transaction};

/// A member at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtDesk {
    /// Who.
    pub member: Borrower,
    /// How many copies they have on loan.
    pub loans: u32,
    /// How many of them are overdue.
    pub overdue: u32,
    /// What they owe, in rupiah; below zero for a credit.
    pub owed: i64,
    /// Why they may borrow nothing, if so.
    pub stopped: Vec<Reason>,
    /// What stands ready for them.
    pub ready: Vec<HoldLine>,
}

/// A copy on the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnDesk {
    /// Barcode.
    pub item: String,
    /// Title.
    pub title: String,
    /// The card that it is lent to, and until when; none when it is on loan to nobody.
    pub lent_to: Option<(String, Date)>,
}

/// The member with this card, as they stand on a day.
///
/// # Errors
/// Storage errors.
pub fn at_desk(snapshot: &Snapshot<'_>, card: &str, day: Date) -> Result<Option<AtDesk>> {
    let Some(member) = facts::borrower(snapshot.sql(), card)? else {
        return Ok(None);
    };
    let tx = Transaction::of(snapshot.sql());
    let policy = Policy::load(&tx, day, day)?;
    let meter = Meter::load(&tx, member, &policy)?;
    let lines = holds::list(snapshot, HoldsOf::Member(card))?;
    Ok(Some(AtDesk {
        loans: meter.in_all(),
        overdue: store::overdue_of(snapshot.sql(), meter.member.id, day)?,
        owed: meter.owed,
        stopped: standing(&meter.standing(&policy)),
        ready: lines.into_iter().filter(|line| line.ready.is_some()).collect(),
        member: meter.member,
    }))
}

/// The copy with this barcode.
///
/// # Errors
/// Storage errors.
pub fn on_desk(snapshot: &Snapshot<'_>, barcode: &str) -> Result<Option<OnDesk>> {
    let conn = snapshot.sql();
    let Some(item) = facts::item(conn, barcode)? else {
        return Ok(None);
    };
    let lent_to = match facts::open_loan(conn, item.id)? {
        Some(loan) => Some((facts::borrower_by_id(conn, loan.member)?.card, loan.due)),
        None => None,
    };
    Ok(Some(OnDesk {
        item: item.barcode,
        title: item.title,
        lent_to,
    }))
}
