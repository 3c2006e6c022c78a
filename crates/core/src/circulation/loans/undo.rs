//! Takes back what the desk did just now: a checkout or a return of the wrong book. What happened to it since stands in
//! the way.

use jiff::civil::Date;
use serde_json::json;

use super::ending::Ending;
use super::lost::reversal;
use super::store;
use crate::act::Act;
use crate::catalog::record::ItemStatus;
use crate::circulation::charges::reasons;
use crate::circulation::holds::Queues;
use crate::circulation::holds::queue::Held;
use crate::circulation::store as facts;
use crate::circulation::{OpenLoan, Refusal};
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::Transaction;
use crate::values::ids::{LedgerId, TitleId};
use crate::values::money::Money;

/// What can be taken back. It is kept by who did it, and nowhere else: after a return the file may no longer know who
/// had the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undo(What);

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    Checkout {
        loans: Vec<OpenLoan>,
        fulfilled: Vec<Fulfilled>,
    },
    Return {
        at: String,
        loans: Vec<GivenBack>,
    },
}

/// A hold that a checkout fulfilled, as it stood before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fulfilled {
    pub(super) title: TitleId,
    pub(super) held: Held,
}

/// A loan that was ended by a return, as it stood before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GivenBack {
    pub(super) loan: OpenLoan,
    /// The late charge that the return made.
    pub(super) charge: Option<LedgerId>,
    /// As what the copy was kept.
    pub(super) status: ItemStatus,
    /// The member's last day without loans, before the return and after it.
    pub(super) suspended: (Option<Date>, Option<Date>),
}

/// What was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// The barcodes.
    pub items: Vec<String>,
    /// `checkout` or `return`.
    pub what: &'static str,
}

impl Undo {
    pub(super) fn checkout(loans: &[OpenLoan], fulfilled: impl Iterator<Item = Fulfilled>) -> Undo {
        Undo(What::Checkout {
            loans: loans.to_vec(),
            fulfilled: fulfilled.collect(),
        })
    }

    pub(super) fn returns(loans: Vec<GivenBack>, act: &Act) -> Option<Undo> {
        let at = act.stamp();
        (!loans.is_empty()).then_some(Undo(What::Return { at, loans }))
    }
}

pub(crate) fn undo(tx: &Transaction<'_>, act: &Act, undo: &Undo) -> Result<(Undone, Option<Entry>)> {
    match &undo.0 {
        What::Checkout { loans, fulfilled } => undo_checkout(tx, act, loans, fulfilled),
        What::Return { at, loans } => undo_return(tx, act, at, loans),
    }
}

fn too_late() -> Error {
    Error::Circulation(Refusal::TooLateToUndo)
}

/// The loans are taken out; a hold that they fulfilled waits again in its old place, and is the first to be served.
fn undo_checkout(
    tx: &Transaction<'_>,
    act: &Act,
    loans: &[OpenLoan],
    fulfilled: &[Fulfilled],
) -> Result<(Undone, Option<Entry>)> {
    let mut items = Vec::with_capacity(loans.len());
    for loan in loans {
        if facts::open_loan_by_id(tx.sql(), loan.id)?.as_ref() != Some(loan) {
            return Err(too_late());
        }
        items.push(facts::item_by_id(tx.sql(), loan.item)?);
    }
    let titles: Vec<TitleId> = items.iter().map(|item| item.title_id).collect();
    let mut ending = Ending::load(tx, act, &[], &[])?;
    ending.queues = Queues::load(tx, act.day(), titles, true)?;
    for one in fulfilled {
        let again = ending.queues.of(one.title).of(one.held.member).is_some();
        if again || one.held.planned.is_some() {
            return Err(too_late());
        }
        ending.queues.bring_back(one.title, &one.held);
    }
    // All of them are here before the first is set aside again.
    for item in &items {
        let free = item.status == ItemStatus::Available;
        ending.queues.of(item.title_id).set_free(item.id, free);
    }
    ending.queues.hand_out();
    for loan in loans {
        store::remove(tx.sql(), loan.id)?;
    }
    ending.store(tx, act)?;
    let entry = Entry {
        action: "loan.undo-checkout",
        detail: json!({ "loans": loans.iter().map(|loan| loan.id).collect::<Vec<_>>() }),
    };
    let undone = Undone {
        items: items.into_iter().map(|item| item.barcode).collect(),
        what: "checkout",
    };
    Ok((undone, Some(entry)))
}

/// The loans are opened again; what the return charged is reversed, and the copy is no longer set aside for the next.
fn undo_return(tx: &Transaction<'_>, act: &Act, at: &str, loans: &[GivenBack]) -> Result<(Undone, Option<Entry>)> {
    let conn = tx.sql();
    let mut with_items = Vec::with_capacity(loans.len());
    for one in loans {
        let ended = store::ended(conn, one.loan.id)?;
        let as_left = ended.is_some_and(|(how, when)| how == "returned" && when == at);
        let lent_again = facts::open_loan(conn, one.loan.item)?.is_some();
        if !as_left || lent_again {
            return Err(too_late());
        }
        with_items.push((facts::item_by_id(conn, one.loan.item)?, one.loan.clone()));
    }
    let mut ending = Ending::load(tx, act, &with_items, &[])?;
    // The last one first, as each left the member for the next.
    for (one, (item, loan)) in loans.iter().zip(&mut with_items).rev() {
        take_back(act, &mut ending, one, loan)?;
        ending.reopen(loan.id, loan.member);
        ending.set_status(item, one.status);
        let queue = ending.queues.of(item.title_id);
        let on_its_way = queue.ready_for(item.id).is_some_and(|held| held.planned.is_some());
        // Who has a title on loan does not wait for it.
        if on_its_way || queue.of(loan.member).is_some() {
            return Err(too_late());
        }
        queue.set_free(item.id, false);
        ending.queues.hand_out();
    }
    ending.store(tx, act)?;
    let entry = Entry {
        action: "loan.undo-return",
        detail: json!({ "loans": loans.iter().map(|one| one.loan.id).collect::<Vec<_>>() }),
    };
    let undone = Undone {
        items: with_items.into_iter().map(|(item, _)| item.barcode).collect(),
        what: "return",
    };
    Ok((undone, Some(entry)))
}

/// Reverses what is left of the late charge that the return made, and its suspension unless another one came since.
fn take_back(act: &Act, ending: &mut Ending, one: &GivenBack, loan: &OpenLoan) -> Result<()> {
    let party = ending.party(loan.member)?;
    let (before, after) = one.suspended;
    if party.member.suspended_until == after {
        party.member.suspended_until = before;
    }
    let account = party.book.account();
    let Some(charge) = one.charge.and_then(|id| account.charge(id)) else {
        return Ok(());
    };
    let left = Money::from_whole(charge.amount.whole() - charge.taken_back.whole()).unwrap_or_default();
    if left > Money::default() {
        ending.book(act, loan.member, reversal(charge.id, reasons::UNDONE, left))?;
    }
    Ok(())
}
