//! What is on loan, and what is overdue.

use jiff::civil::Date;

use super::store;
use crate::circulation::rules::{self, Lateness};
use crate::circulation::store as facts;
use crate::circulation::{ItemFacts, OpenLoan, Policy};
use crate::error::{Error, Result};
use crate::library::{Snapshot, Transaction};
use crate::values::ids::LoanId;

/// An open loan, as a clerk sees it. Outside the desk, name and title are not shown together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanLine {
    /// Number of the loan.
    pub loan: LoanId,
    /// Card of the member.
    pub card: String,
    /// Name of the member.
    pub name: String,
    /// Telephone of the member.
    pub phone: Option<String>,
    /// Barcode.
    pub item: String,
    /// Title.
    pub title: String,
    /// The day it was lent.
    pub loaned: Date,
    /// When, ISO 8601 with offset.
    pub loaned_at: String,
    /// The last day on which it is not late.
    pub due: Date,
    /// How often it was renewed.
    pub renewals: u32,
    /// What it would come to if it were returned on the day that was asked for; none when it is not late then.
    pub late: Option<Lateness>,
}

/// The open loans of the member with this card, what is due first at the top, with what each would cost on `day`.
///
/// # Errors
/// [`Error::NotFound`] for an unknown card, and storage errors.
pub fn loans_of(snapshot: &Snapshot<'_>, card: &str, day: Date) -> Result<Vec<LoanLine>> {
    let conn = snapshot.sql();
    let member = facts::borrower(conn, card)?.ok_or_else(|| Error::NotFound {
        what: "member",
        wanted: card.to_owned(),
    })?;
    with_lateness(snapshot, store::lines_of(conn, member.id)?, day)
}

/// The open loans that are overdue on `day`, the longest first, with what each would cost.
///
/// # Errors
/// Storage errors.
pub fn overdue(snapshot: &Snapshot<'_>, day: Date) -> Result<Vec<LoanLine>> {
    with_lateness(snapshot, store::due_before(snapshot.sql(), day)?, day)
}

fn with_lateness(snapshot: &Snapshot<'_>, mut lines: Vec<LoanLine>, day: Date) -> Result<Vec<LoanLine>> {
    let late = |line: &&mut LoanLine| line.due < day;
    let Some(from) = lines.iter().map(|line| line.due).filter(|due| *due < day).min() else {
        return Ok(lines);
    };
    let tx = Transaction::of(snapshot.sql());
    let policy = Policy::load(&tx, day, from)?;
    for line in lines.iter_mut().filter(late) {
        let Some(loan) = facts::open_loan_by_id(snapshot.sql(), line.loan)? else {
            continue;
        };
        let item = facts::item_by_id(snapshot.sql(), loan.item)?;
        line.late = Some(lateness(&tx, &policy, &item, &loan, &line.card)?);
    }
    Ok(lines)
}

fn lateness(tx: &Transaction<'_>, policy: &Policy, item: &ItemFacts, loan: &OpenLoan, card: &str) -> Result<Lateness> {
    let mut rule = super::meter::rule_of(tx, policy, loan)?;
    if rule.is_none()
        && let Some(member) = facts::borrower(tx.sql(), card)?
    {
        rule = policy.rule(&member.member_type, item).cloned();
    }
    let terms = rule.map(|rule| rule.terms).unwrap_or_default();
    Ok(rules::lateness(&terms, loan.due, policy.day, item.price, &policy.calendar).value)
}
