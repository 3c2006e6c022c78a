//! The open loans of another system, taken over: all of the rows, or none; a second time changes nothing.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::json;

use super::store;
use crate::act::Act;
use crate::catalog::record::ItemStatus;
use crate::circulation::history::{Group, GroupRow};
use crate::circulation::holds::Queues;
use crate::circulation::store::{self as facts, Numbers};
use crate::circulation::{Borrower, ItemFacts, OpenLoan, Reason};
use crate::error::Result;
use crate::journal::Entry;
use crate::library::Transaction;
use crate::values::ids::{GroupId, ItemId, LoanId};

/// A row of a file of open loans, parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanRow {
    /// The line it stands on.
    pub line: u64,
    /// Card of the member.
    pub card: String,
    /// Barcode of the copy.
    pub item: String,
    /// The day it was lent.
    pub loaned: Date,
    /// The last day on which it is not late.
    pub due: Date,
    /// How often it was renewed there.
    pub renewals: u32,
}

/// What an import of open loans came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportAnswer {
    /// Rows read.
    pub rows: usize,
    /// Loans taken over; none when a row was rejected.
    pub imported: usize,
    /// Loans that were there already.
    pub unchanged: usize,
    /// Rows that can't be taken over.
    pub rejected: Vec<RowRefused>,
}

/// A row that can't be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowRefused {
    /// The row.
    pub row: LoanRow,
    /// Every reason.
    pub reasons: Vec<Reason>,
}

/// A row that can.
struct Taken {
    row: LoanRow,
    member: Borrower,
    item: ItemFacts,
}

pub(super) fn import(tx: &Transaction<'_>, act: &Act, rows: &[LoanRow]) -> Result<(ImportAnswer, Option<Entry>)> {
    let mut answer = ImportAnswer {
        rows: rows.len(),
        ..ImportAnswer::default()
    };
    let mut seen: BTreeMap<ItemId, u64> = BTreeMap::new();
    let mut taken = Vec::new();
    for row in rows {
        let member = facts::borrower(tx.sql(), &row.card)?;
        let item = facts::item(tx.sql(), &row.item)?;
        let open = match &item {
            Some(item) => facts::open_loan(tx.sql(), item.id)?,
            None => None,
        };
        let first = item.as_ref().and_then(|item| seen.insert(item.id, row.line));
        let reasons = reasons(act, row, member.as_ref(), item.as_ref(), open.as_ref(), first);
        match (member, item) {
            (Some(_), Some(_)) if reasons.is_empty() && open.is_some() => answer.unchanged += 1,
            (Some(member), Some(item)) if reasons.is_empty() => {
                let row = row.clone();
                taken.push(Taken { row, member, item });
            }
            _ => {
                let row = row.clone();
                answer.rejected.push(RowRefused { row, reasons });
            }
        }
    }
    if !answer.rejected.is_empty() || taken.is_empty() {
        return Ok((answer, None));
    }
    answer.imported = taken.len();
    let entry = store_all(tx, act, &taken)?;
    Ok((answer, Some(entry)))
}

/// Every reason against a row; none for a loan that is there as the row says.
fn reasons(
    act: &Act,
    row: &LoanRow,
    member: Option<&Borrower>,
    item: Option<&ItemFacts>,
    open: Option<&OpenLoan>,
    first: Option<u64>,
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if member.is_none() {
        reasons.push(Reason::MemberUnknown);
    }
    if item.is_none() {
        reasons.push(Reason::ItemUnknown);
    }
    if let Some(line) = first {
        reasons.push(Reason::RowTwice { line });
    }
    if row.due < row.loaned {
        reasons.push(Reason::DueBeforeLoan);
    }
    if row.loaned > act.day() {
        reasons.push(Reason::LoanInFuture);
    }
    let gone = |status| matches!(status, ItemStatus::Missing | ItemStatus::Lost | ItemStatus::Withdrawn);
    match (open, item, member) {
        (Some(open), _, Some(member)) if open.member == member.id => {
            // A loan that was renewed, or moved by a closure, since it was taken over is still the same loan.
            let same = open.loaned() == row.loaned && open.due >= row.due;
            if !same {
                reasons.push(Reason::LoanDiffers { due: open.due });
            }
        }
        (Some(open), ..) => reasons.push(Reason::ItemOnLoan { due: open.due }),
        (None, Some(item), _) if gone(item.status) => {
            reasons.push(Reason::ItemNotForLoan { status: item.status });
        }
        _ => (),
    }
    reasons
}

fn store_all(tx: &Transaction<'_>, act: &Act, taken: &[Taken]) -> Result<Entry> {
    let conn = tx.sql();
    let mut numbers = Numbers::after_last(conn, LoanId::COUNTER)?;
    let mut groups = Groups::find(tx, taken)?;
    let mut queues = Queues::load(tx, act.day(), taken.iter().map(|one| one.item.title_id), false)?;
    let mut loans = Vec::with_capacity(taken.len());
    for one in taken {
        // Stamps of the other system are not known: the loan began that morning.
        let loaned_at = format!("{}T00:00:00+07:00", one.row.loaned);
        queues.of(one.item.title_id).lend(one.item.id, one.member.id);
        loans.push(OpenLoan {
            id: LoanId(numbers.take()),
            item: one.item.id,
            member: one.member.id,
            group: groups.of(&one.member, one.row.loaned),
            rule: None,
            loaned_at,
            due_decided: one.row.due,
            due: one.row.due,
            renewals: one.row.renewals,
            renewed_at: None,
        });
    }
    queues.hand_out();
    numbers.store(conn)?;
    groups.store(tx)?;
    loans.iter().try_for_each(|loan| store::add(conn, loan))?;
    queues.store(tx, act)?;
    let ends = [loans.first(), loans.last()].map(|loan| loan.map(|loan| loan.id));
    Ok(Entry {
        action: "loan.import",
        detail: json!({ "loans": loans.len(), "first": ends[0], "last": ends[1] }),
    })
}

/// The reader groups of the rows, each looked up once.
struct Groups {
    rows: Vec<(Group, GroupRow)>,
}

impl Groups {
    fn find(tx: &Transaction<'_>, taken: &[Taken]) -> Result<Groups> {
        let mut groups = Groups { rows: Vec::new() };
        let mut made = 0;
        for one in taken {
            let group = Group::of(&one.member, one.row.loaned);
            if groups.rows.iter().any(|(known, _)| *known == group) {
                continue;
            }
            let row = GroupRow::find_after(tx, group.clone(), made)?;
            made += i64::from(row.is_new());
            groups.rows.push((group, row));
        }
        Ok(groups)
    }

    fn of(&mut self, member: &Borrower, day: Date) -> GroupId {
        let group = Group::of(member, day);
        let found = self.rows.iter().find(|(known, _)| *known == group);
        found.map_or(GroupId(0), |(_, row)| row.id)
    }

    fn store(&self, tx: &Transaction<'_>) -> Result<()> {
        self.rows.iter().try_for_each(|(_, row)| row.store(tx))
    }
}
