//! Placing a hold.

use serde_json::json;

use super::queue::{Handover, Held, State};
use super::{HoldLine, Moved, Queues, store};
use crate::act::Act;
use crate::circulation::loans::{Standing, standing};
use crate::circulation::reason::Override;
use crate::circulation::store::{self as facts, Numbers};
use crate::circulation::{Borrower, Reason, Refusal};
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Snapshot, Transaction};
use crate::settings::HOLD_LIMIT;
use crate::values::ids::{HoldId, ItemId, TitleId};

/// What is waited for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Any copy of a title.
    Title(TitleId),
    /// One copy and no other, by its barcode.
    Item(String),
    /// Any copy of the title that the copy with this barcode belongs to.
    TitleOf(String),
}

/// A hold to be placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldRequest {
    /// Whose card.
    pub card: String,
    /// For what.
    pub wanted: Wanted,
    /// How it is to be handed over.
    pub handover: Handover,
    /// Reasons that staff pass over.
    pub over: Override,
}

/// A hold that was placed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// As it stands: ready at once, or with its place in the queue.
    pub hold: HoldLine,
    /// What else followed in the queue.
    pub moved: Moved,
    /// The codes that were passed over.
    pub overridden: Vec<&'static str>,
}

pub(crate) fn hold(tx: &Transaction<'_>, act: &Act, request: &HoldRequest) -> Result<(Placed, Option<Entry>)> {
    request.over.check()?;
    let conn = tx.sql();
    let member = facts::borrower(conn, &request.card)?.ok_or_else(|| not_found("member", &request.card))?;
    let (title, only) = wanted(tx, &request.wanted)?;
    let mut numbers = Numbers::after_last(conn, HoldId::COUNTER)?;
    let mut queues = Queues::load(tx, act.day(), [title], true)?;
    let reasons = reasons(tx, act, &member, title, only, &mut queues)?;
    let weighed = request.over.weigh(reasons);
    if !weighed.standing.is_empty() {
        let reasons = weighed.standing;
        return Err(Error::Circulation(Refusal::Hold { reasons }));
    }
    let id = HoldId(numbers.take());
    queues.of(title).holds.push(Held {
        id,
        member: member.id,
        only,
        handover: request.handover,
        state: State::Waiting,
        planned: None,
        keeps_history: member.keeps_history,
    });
    queues.hand_out();
    let hold = line(tx, act, request, &member, title, id, &mut queues)?;
    let moved = queues.moved(tx)?;
    numbers.store(conn)?;
    queues.store(tx, act)?;
    let mut detail = json!({ "hold": id, "ready": queues.made_ready() });
    if !weighed.passed.is_empty() {
        detail["override"] = json!({ "codes": weighed.passed, "note": request.over.note });
    }
    let entry = Entry {
        action: "hold.place",
        detail,
    };
    let placed = Placed {
        hold,
        moved,
        overridden: weighed.passed,
    };
    Ok((placed, Some(entry)))
}

/// The new hold, as a clerk sees it.
fn line(
    tx: &Transaction<'_>,
    act: &Act,
    request: &HoldRequest,
    member: &Borrower,
    title: TitleId,
    id: HoldId,
    queues: &mut Queues,
) -> Result<HoldLine> {
    let conn = tx.sql();
    let barcode = |item: ItemId| facts::item_by_id(conn, item).map(|item| item.barcode);
    let queue = queues.of(title);
    let held = queue.holds.iter().find(|held| held.id == id);
    let (only, aside) = (held.and_then(|held| held.only), held.and_then(Held::ready));
    let contact = store::contact(conn, member.id)?;
    let mut line = HoldLine {
        hold: id,
        card: member.card.clone(),
        name: member.name.clone(),
        phone: contact.phone,
        title_id: title,
        title: store::title_name(conn, title)?.unwrap_or_default(),
        only: only.map(barcode).transpose()?,
        placed: act.day(),
        handover: request.handover,
        ready: None,
        ready_on: None,
        until: None,
        place: queue.place(id).and_then(|place| u32::try_from(place).ok()),
        round: None,
        district: member.district.clone(),
        village: contact.village,
        address: contact.address,
    };
    if let Some(aside) = aside {
        line.stands_ready(aside, barcode(aside.item)?);
    }
    Ok(line)
}

/// The title, and the only copy that will do.
fn wanted(tx: &Transaction<'_>, wanted: &Wanted) -> Result<(TitleId, Option<ItemId>)> {
    match wanted {
        Wanted::Title(title) => match store::title_name(tx.sql(), *title)? {
            Some(_) => Ok((*title, None)),
            None => Err(not_found("title", &title.to_string())),
        },
        Wanted::Item(barcode) | Wanted::TitleOf(barcode) => {
            let found = facts::item(tx.sql(), barcode)?;
            let item = found.ok_or_else(|| not_found("item", barcode))?;
            let only = matches!(wanted, Wanted::Item(_)).then_some(item.id);
            Ok((item.title_id, only))
        }
    }
}

/// Every reason against the hold. Who is late or owes may wait: it is asked again when the book is handed over.
fn reasons(
    tx: &Transaction<'_>,
    act: &Act,
    member: &Borrower,
    title: TitleId,
    only: Option<ItemId>,
    queues: &mut Queues,
) -> Result<Vec<Reason>> {
    let conn = tx.sql();
    let mut reasons = standing(&Standing {
        member,
        day: act.day(),
        owed: 0,
        owes_limit: i64::MAX,
        overdue: None,
    });
    if queues.of(title).of(member.id).is_some() {
        reasons.push(Reason::HoldTwice);
    }
    for loan in facts::open_loans_of(conn, member.id)? {
        if facts::item_by_id(conn, loan.item)?.title_id == title {
            reasons.push(Reason::HoldOnLoan);
            break;
        }
    }
    let most = u32::try_from(HOLD_LIMIT.whole(&Snapshot::of(conn))?).unwrap_or_default();
    if store::open_of(conn, member.id, act.day())? >= most {
        reasons.push(Reason::HoldLimit { most });
    }
    if !store::ever_lent(conn, title, only)? {
        reasons.push(Reason::HoldNoItem);
    }
    Ok(reasons)
}

fn not_found(what: &'static str, wanted: &str) -> Error {
    Error::NotFound {
        what,
        wanted: wanted.to_owned(),
    }
}
