//! Entries made at the desk, and the book in which an action gathers its own.

use serde_json::json;

use super::ledger::{self, Account, EntryKind, LedgerEntry};
use super::{LARGEST, reasons, store, unknown_member};
use crate::act::Act;
use crate::circulation::history::Cut;
use crate::circulation::store::{self as facts, Numbers};
use crate::circulation::{Borrower, Refusal};
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::Transaction;
use crate::values::ids::{LedgerId, LoanId};
use crate::values::money::Money;

/// The ledger of one member as an action finds it, and the entries that it adds.
#[derive(Debug)]
pub(crate) struct Book {
    pub(crate) entries: Vec<LedgerEntry>,
    added: Vec<(LedgerEntry, Option<serde_json::Value>)>,
}

impl Book {
    /// The ledger of a member.
    pub(crate) fn load(tx: &Transaction<'_>, member: &Borrower) -> Result<Book> {
        Ok(Book {
            entries: store::entries(tx.sql(), member.id)?,
            added: Vec::new(),
        })
    }

    /// Adds an entry.
    pub(crate) fn add(&mut self, act: &Act, numbers: &mut Numbers, what: New<'_>) -> LedgerId {
        let id = LedgerId(numbers.take());
        let entry = LedgerEntry {
            id,
            kind: what.kind,
            reason: what.reason.to_owned(),
            amount: what.amount,
            loan: what.loan,
            of: what.of,
            note: what.note.map(str::to_owned),
            day: act.day(),
            // To the second it would lead to the loan that ended then, also when that is cut from the person.
            at: match what.loan {
                Some(_) => act.day().to_string(),
                None => act.stamp(),
            },
            staff: act.staff.as_str().to_owned(),
        };
        self.entries.push(entry.clone());
        self.added.push((entry, what.basis));
        id
    }

    /// What the entries come to, the new ones among them.
    pub(crate) fn account(&self) -> Account {
        Account::of(&self.entries)
    }

    /// Stores the new entries. What is not reached by cutting the history has its link cut from the start.
    pub(crate) fn store(&self, tx: &Transaction<'_>, member: &Borrower) -> Result<()> {
        for (entry, basis) in &self.added {
            store::add(tx.sql(), member.id, entry, basis.as_ref())?;
        }
        Ok(())
    }
}

/// An entry to be added.
#[derive(Debug)]
pub(crate) struct New<'a> {
    pub(crate) kind: EntryKind,
    pub(crate) reason: &'a str,
    pub(crate) amount: Money,
    pub(crate) loan: Option<LoanId>,
    pub(crate) of: Option<LedgerId>,
    pub(crate) note: Option<&'a str>,
    pub(crate) basis: Option<serde_json::Value>,
}

impl<'a> New<'a> {
    /// An entry that is about nothing but money.
    pub(crate) fn plain(kind: EntryKind, reason: &'a str, amount: Money) -> New<'a> {
        New {
            kind,
            reason,
            amount,
            loan: None,
            of: None,
            note: None,
            basis: None,
        }
    }
}

/// What of a charge an action settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The charge.
    pub charge: LedgerId,
    /// What it is for.
    pub reason: String,
    /// How much of it.
    pub amount: Money,
    /// What is left to pay.
    pub open: Money,
}

/// What an entry at the desk came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booked {
    /// Number of the entry.
    pub entry: LedgerId,
    /// Card.
    pub card: String,
    /// Name.
    pub name: String,
    /// Its amount.
    pub amount: Money,
    /// What was owed before; below zero for a credit.
    pub before: i64,
    /// What is owed now.
    pub balance: i64,
    /// The charges of which less is open than before.
    pub settled: Vec<Settled>,
    /// The credit there is now.
    pub credit: Money,
}

pub(crate) fn pay(
    tx: &Transaction<'_>,
    act: &Act,
    card: &str,
    amount: Money,
    note: Option<&str>,
) -> Result<(Booked, Option<Entry>)> {
    in_bounds(amount)?;
    let (member, book) = of_card(tx, card)?;
    let new = New {
        note: note.map(str::trim).filter(|note| !note.is_empty()),
        ..New::plain(EntryKind::Payment, reasons::PAYMENT, amount)
    };
    one(tx, act, &member, book, "charge.pay", new)
}

pub(crate) fn refund(
    tx: &Transaction<'_>,
    act: &Act,
    card: &str,
    amount: Money,
    note: &str,
) -> Result<(Booked, Option<Entry>)> {
    in_bounds(amount)?;
    let note = noted(note)?;
    let (member, book) = of_card(tx, card)?;
    let credit = book.account().credit;
    if amount > credit {
        return Err(Error::Circulation(Refusal::MoreThanCredit { credit }));
    }
    let new = New {
        note: Some(note),
        ..New::plain(EntryKind::Refund, reasons::REFUND, amount)
    };
    one(tx, act, &member, book, "charge.refund", new)
}

pub(crate) fn charge(
    tx: &Transaction<'_>,
    act: &Act,
    card: &str,
    reason: &str,
    amount: Money,
    note: &str,
) -> Result<(Booked, Option<Entry>)> {
    in_bounds(amount)?;
    let note = noted(note)?;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if reason.is_empty() || reason.len() > 32 || !reason.chars().all(plain) {
        return Err(Error::BadValue {
            what: "charge",
            found: reason.chars().take(64).collect(),
        });
    }
    let (member, book) = of_card(tx, card)?;
    let new = New {
        note: Some(note),
        ..New::plain(EntryKind::Charge, reason, amount)
    };
    one(tx, act, &member, book, "charge.add", new)
}

pub(crate) fn waive(
    tx: &Transaction<'_>,
    act: &Act,
    charge: LedgerId,
    amount: Option<Money>,
    note: &str,
) -> Result<(Booked, Option<Entry>)> {
    let note = noted(note)?;
    let (member, book) = of_charge(tx, charge)?;
    let account = book.account();
    let open = account.charge(charge).map(|state| state.open).unwrap_or_default();
    let amount = amount.unwrap_or(open);
    if amount > open || open == Money::default() {
        return Err(Error::Circulation(Refusal::MoreThanOpen { charge, open }));
    }
    in_bounds(amount)?;
    let new = New {
        of: Some(charge),
        note: Some(note),
        ..New::plain(EntryKind::Waiver, reasons::WAIVER, amount)
    };
    one(tx, act, &member, book, "charge.waive", new)
}

pub(crate) fn reverse(tx: &Transaction<'_>, act: &Act, wrong: LedgerId, note: &str) -> Result<(Booked, Option<Entry>)> {
    let note = noted(note)?;
    let (member, book) = of_entry(tx, wrong)?;
    let (kind, amount) = ledger::reversal(&book.entries, wrong).map_err(Error::Circulation)?;
    let new = New {
        of: Some(wrong),
        note: Some(note),
        ..New::plain(kind, reasons::MISTAKE, amount)
    };
    one(tx, act, &member, book, "charge.reverse", new)
}

/// Adds one entry, and cuts the loans on which nothing is owed any more from the person.
fn one(
    tx: &Transaction<'_>,
    act: &Act,
    member: &Borrower,
    mut book: Book,
    action: &'static str,
    new: New<'_>,
) -> Result<(Booked, Option<Entry>)> {
    let conn = tx.sql();
    let before = book.account();
    let amount = new.amount;
    let mut numbers = Numbers::after_last(conn, LedgerId::COUNTER)?;
    let id = book.add(act, &mut numbers, new);
    let after = book.account();
    let cut = Cut::of_member(tx, act.day(), member, &after, &[])?;
    numbers.store(conn)?;
    book.store(tx, member)?;
    cut.store(tx)?;
    let booked = Booked {
        entry: id,
        card: member.card.clone(),
        name: member.name.clone(),
        amount,
        before: before.balance(),
        balance: ledger::balance(&book.entries),
        settled: settled(&before, &after),
        credit: after.credit,
    };
    let detail = json!({ "member": member.id, "entry": id, "amount": amount.whole() });
    Ok((booked, Some(Entry { action, detail })))
}

/// The charges of which less is open than before.
fn settled(before: &Account, after: &Account) -> Vec<Settled> {
    let pairs = before
        .charges
        .iter()
        .filter_map(|old| Some((old, after.charge(old.id)?)));
    let less = pairs.filter(|(old, new)| new.open < old.open);
    let settled = less.map(|(old, new)| Settled {
        charge: new.id,
        reason: new.reason.clone(),
        amount: Money::from_whole(old.open.whole() - new.open.whole()).unwrap_or_default(),
        open: new.open,
    });
    settled.collect()
}

fn of_card(tx: &Transaction<'_>, card: &str) -> Result<(Borrower, Book)> {
    let member = facts::borrower(tx.sql(), card)?.ok_or_else(|| unknown_member(card))?;
    let book = Book::load(tx, &member)?;
    Ok((member, book))
}

fn of_charge(tx: &Transaction<'_>, charge: LedgerId) -> Result<(Borrower, Book)> {
    let found = of_entry(tx, charge)?;
    match found
        .1
        .entries
        .iter()
        .any(|entry| entry.id == charge && entry.kind == EntryKind::Charge)
    {
        true => Ok(found),
        false => Err(no_charge(charge)),
    }
}

/// The ledger that an entry stands in, and whose it is.
fn of_entry(tx: &Transaction<'_>, entry: LedgerId) -> Result<(Borrower, Book)> {
    let owner = store::owner(tx.sql(), entry)?.ok_or_else(|| no_charge(entry))?;
    let member = facts::borrower_by_id(tx.sql(), owner)?;
    let book = Book::load(tx, &member)?;
    Ok((member, book))
}

fn no_charge(entry: LedgerId) -> Error {
    Error::NotFound {
        what: "charge",
        wanted: entry.to_string(),
    }
}

fn in_bounds(amount: Money) -> Result<()> {
    if (1..=LARGEST).contains(&amount.whole()) {
        return Ok(());
    }
    Err(Error::Circulation(Refusal::Amount { amount }))
}

fn noted(note: &str) -> Result<&str> {
    let note = note.trim();
    if note.is_empty() {
        return Err(Error::Circulation(Refusal::NoteMissing));
    }
    Ok(note)
}
