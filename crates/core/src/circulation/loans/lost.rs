//! A copy that a reader lost, and one that is there again.

use serde_json::json;

use super::ending::Ending;
use super::returns::{Next, ReturnOptions, next};
use super::store::{self, LastLoan};
use crate::act::Act;
use crate::catalog::record::ItemStatus;
use crate::circulation::charges::{EntryKind, New, reasons};
use crate::circulation::facts::day_of;
use crate::circulation::history::reversal_is_over;
use crate::circulation::holds::Moved;
use crate::circulation::store as facts;
use crate::circulation::{ItemFacts, Refusal};
use crate::decision::Step;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Snapshot, Transaction};
use crate::settings::{LOST_PRICE, LOST_REVERSAL_DAYS};
use crate::values::ids::{LedgerId, LoanId};
use crate::values::money::Money;

/// Where the price of a lost copy comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LostPrice {
    /// Staff gave it.
    Given,
    /// The copy's own price.
    Item,
    /// The setting, because the copy has no price in rupiah.
    Setting,
}

impl LostPrice {
    /// The stable code, as JSON shows it.
    pub fn code(self) -> &'static str {
        match self {
            LostPrice::Given => "given",
            LostPrice::Item => "item",
            LostPrice::Setting => "setting",
        }
    }
}

/// What the report of a loss came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostAnswer {
    /// Number of the loan.
    pub loan: LoanId,
    /// Barcode.
    pub item: String,
    /// Title.
    pub title: String,
    /// Card of the member.
    pub card: String,
    /// Name of the member.
    pub name: String,
    /// What was charged for the copy.
    pub price: Money,
    /// Where that comes from.
    pub from: LostPrice,
    /// What was charged for lateness up to today; it grows no more.
    pub fine: Money,
    /// What the member owes now.
    pub owed: i64,
    /// How the late fine came about.
    pub steps: Vec<Step>,
}

/// What a find came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundAnswer {
    /// Number of the loan in which it was lost.
    pub loan: Option<LoanId>,
    /// Barcode.
    pub item: String,
    /// Title.
    pub title: String,
    /// Card of the member whose charge was reversed.
    pub card: Option<String>,
    /// What was reversed.
    pub reversed: Money,
    /// Whether the time in which a charge is reversed was over.
    pub too_late: bool,
    /// What the member owes now, in rupiah; below zero for a credit, which can be paid back.
    pub owed: Option<i64>,
    /// What to do with the copy.
    pub next: Next,
    /// What moved in the queue.
    pub moved: Moved,
}

/// Whether a copy is kept as lost or missing.
pub(super) fn is_away(item: &ItemFacts) -> bool {
    matches!(item.status, ItemStatus::Lost | ItemStatus::Missing)
}

pub(crate) fn lost(
    tx: &Transaction<'_>,
    act: &Act,
    barcode: &str,
    price: Option<Money>,
) -> Result<(LostAnswer, Option<Entry>)> {
    let conn = tx.sql();
    let mut item = known(tx, barcode)?;
    let none = || {
        Error::Circulation(Refusal::NotOnLoan {
            item: item.barcode.clone(),
        })
    };
    // On a day before the loan nobody had it yet.
    let loan = facts::open_loan(conn, item.id)?.filter(|loan| loan.loaned() <= act.day());
    let loan = loan.ok_or_else(none)?;
    let setting = LOST_PRICE.whole(&Snapshot::of(conn))?;
    let (price, from) = match (price, item.price) {
        (Some(price), _) => (price, LostPrice::Given),
        (None, Some(price)) => (price, LostPrice::Item),
        (None, None) => (Money::from_whole(setting).unwrap_or_default(), LostPrice::Setting),
    };
    if price.whole() > crate::circulation::charges::LARGEST {
        return Err(Error::Circulation(Refusal::Amount { amount: price }));
    }
    let mut ending = Ending::load(tx, act, &[(item.clone(), loan.clone())], &[])?;
    let (late, _) = ending.charge_lateness(act, &item, &loan)?;
    if price > Money::default() {
        ending.charge(act, &loan, reasons::LOST, price, None)?;
    }
    ending.end(act, loan.id, Some(loan.member), "lost")?;
    ending.set_status(&mut item, ItemStatus::Lost);
    ending.come_back(&item);
    ending.store(tx, act)?;
    let party = ending.party(loan.member)?;
    let answer = LostAnswer {
        loan: loan.id,
        item: item.barcode,
        title: item.title,
        card: party.member.card.clone(),
        name: party.member.name.clone(),
        price,
        from,
        fine: late.value.fine,
        owed: party.book.account().balance(),
        steps: late.steps,
    };
    let entry = Entry {
        action: "loan.lost",
        detail: json!({ "loan": loan.id, "price": price.whole(), "from": from.code() }),
    };
    Ok((answer, Some(entry)))
}

pub(crate) fn found(tx: &Transaction<'_>, act: &Act, barcode: &str) -> Result<(FoundAnswer, Option<Entry>)> {
    let mut item = known(tx, barcode)?;
    let on_loan = facts::open_loan(tx.sql(), item.id)?.is_some();
    if !is_away(&item) || on_loan {
        return Err(Error::Circulation(Refusal::NotLost { item: item.barcode }));
    }
    let last = store::last(tx.sql(), item.id)?;
    let mut ending = Ending::load(tx, act, &[], &[item.title_id])?;
    if let Some(member) = last.as_ref().filter(|last| last.lost).and_then(|last| last.member) {
        ending.read_party(tx, member)?;
    }
    let mut answer = come_home(tx, act, &mut ending, &mut item, last.as_ref())?;
    ending.come_back(&item);
    answer.moved = ending.queues.moved(tx)?;
    answer.next = next(&mut ending, &item, &answer.moved, tx, &ReturnOptions::default())?;
    ending.store(tx, act)?;
    let entry = Entry {
        action: "loan.found",
        detail: json!({ "loan": answer.loan, "reversed": answer.reversed.whole() }),
    };
    Ok((answer, Some(entry)))
}

/// Takes a lost or missing copy back into the collection; reverses its charge while there is time.
pub(super) fn come_home(
    tx: &Transaction<'_>,
    act: &Act,
    ending: &mut Ending,
    item: &mut ItemFacts,
    last: Option<&LastLoan>,
) -> Result<FoundAnswer> {
    let days = LOST_REVERSAL_DAYS.whole(&Snapshot::of(tx.sql()))?;
    let mut answer = FoundAnswer {
        loan: None,
        item: item.barcode.clone(),
        title: item.title.clone(),
        card: None,
        reversed: Money::default(),
        too_late: false,
        owed: None,
        next: Next::Shelve(item.place.clone()),
        moved: Moved::default(),
    };
    ending.set_status(item, ItemStatus::Available);
    let Some(last) = last.filter(|last| last.lost) else {
        return Ok(answer);
    };
    answer.loan = Some(last.id);
    let lost_on = last.ended_at.as_deref().map(day_of).unwrap_or_default();
    answer.too_late = reversal_is_over(lost_on, act.day(), days);
    if let Some(member) = last.member.filter(|_| !answer.too_late) {
        let party = ending.party(member)?;
        answer.card = Some(party.member.card.clone());
        let account = party.book.account();
        let charge = account.charges.iter().find(|charge| {
            let of_loss = charge.reason == reasons::LOST && charge.loan == Some(last.id);
            of_loss && charge.taken_back < charge.amount
        });
        if let Some(charge) = charge {
            let left = charge.amount.whole() - charge.taken_back.whole();
            answer.reversed = Money::from_whole(left).unwrap_or_default();
            ending.book(act, member, reversal(charge.id, reasons::FOUND, answer.reversed))?;
        }
        answer.owed = Some(ending.party(member)?.book.account().balance());
    }
    ending.end(act, last.id, last.member, "returned")?;
    Ok(answer)
}

/// An entry that takes a charge back.
pub(super) fn reversal(charge: LedgerId, reason: &'static str, amount: Money) -> New<'static> {
    New {
        of: Some(charge),
        ..New::plain(EntryKind::Reversal, reason, amount)
    }
}

fn known(tx: &Transaction<'_>, barcode: &str) -> Result<ItemFacts> {
    facts::item(tx.sql(), barcode)?.ok_or_else(|| Error::NotFound {
        what: "item",
        wanted: barcode.to_owned(),
    })
}
