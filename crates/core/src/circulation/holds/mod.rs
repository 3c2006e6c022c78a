//! Holds: who waits for a title, and what stands ready for whom.
//!
//! First come, first served; on a title (any copy) or on one copy. A copy that comes free, or is free already, stands
//! ready for the first whom it suits, for some open days, and then passes on by itself: whatever looks at a title's
//! queue brings it up to the day first. Cancelling and expiring move the queue in the same transaction.

pub(super) mod place;
pub mod queue;
mod queues;
pub(crate) mod store;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use super::carry_out;
use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction};
use crate::values::ids::{HoldId, RoundId, TitleId};

pub use place::{HoldRequest, Placed, Wanted};
pub use queue::{Ended, Handover};
pub(crate) use queues::Queues;

/// Which holds are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldsOf<'a> {
    /// All, by title and place in the queue.
    All,
    /// What stands ready, the earliest to pass on first: the ready shelf.
    Ready,
    /// Those of the member with this card.
    Member(&'a str),
    /// The queue of a title.
    Title(TitleId),
}

/// A hold that is not over, as a clerk sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldLine {
    /// Its number.
    pub hold: HoldId,
    /// Whose card.
    pub card: String,
    /// Whose.
    pub name: String,
    /// Telephone of the reader.
    pub phone: Option<String>,
    /// The title.
    pub title_id: TitleId,
    /// Its name.
    pub title: String,
    /// Barcode of the only copy that will do.
    pub only: Option<String>,
    /// The day on which it was placed.
    pub placed: Date,
    /// How it is handed over.
    pub handover: Handover,
    /// Barcode of the copy that stands ready.
    pub ready: Option<String>,
    /// Since when.
    pub ready_on: Option<Date>,
    /// Until when.
    pub until: Option<Date>,
    /// Its place among those that wait, from 1; none for what stands ready.
    pub place: Option<u32>,
    /// The delivery round that is to bring it.
    pub round: Option<RoundId>,
    /// District of the reader, for a courier.
    pub district: Option<String>,
    /// Village of the reader.
    pub village: Option<String>,
    /// Address of the reader.
    pub address: Option<String>,
}

impl HoldLine {
    /// A copy stands ready for it now.
    fn stands_ready(&mut self, aside: queue::SetAside, barcode: String) {
        self.ready = Some(barcode);
        self.ready_on = Some(aside.on);
        self.until = Some(aside.until);
        self.place = None;
    }
}

/// What a change of a queue came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moved {
    /// Copies that stand ready since: each with the hold that it is for.
    pub ready: Vec<HoldLine>,
    /// Holds that passed on because nobody came, as they stood before.
    pub expired: Vec<HoldLine>,
}

/// A hold that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancelled {
    /// As it stood before.
    pub hold: HoldLine,
    /// What followed from it in the queue.
    pub moved: Moved,
}

/// The holds that are not over.
///
/// # Errors
/// Storage errors.
pub fn list(snapshot: &Snapshot<'_>, of: HoldsOf<'_>) -> Result<Vec<HoldLine>> {
    store::lines(snapshot.sql(), of)
}

impl Library {
    /// Places a hold; a free copy stands ready for it at once when nobody waits before.
    ///
    /// # Errors
    /// [`Refusal::Hold`](super::Refusal::Hold) with every reason, [`Error::NotFound`], and what [`Library::write`]
    /// answers.
    pub fn hold(&mut self, act: &Act, request: &HoldRequest, dry_run: bool) -> Result<Placed> {
        carry_out(self, act, dry_run, |tx| place::hold(tx, act, request))
    }

    /// Gives a hold up and moves its queue.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Refusal::HoldOver`](super::Refusal::HoldOver), and what [`Library::write`] answers.
    pub fn cancel_hold(&mut self, act: &Act, hold: HoldId, dry_run: bool) -> Result<Cancelled> {
        carry_out(self, act, dry_run, |tx| cancel(tx, act, hold))
    }

    /// What the night does: ends what stood ready for too long, and sets aside whatever came free by other ways than a
    /// return (copies that were imported).
    ///
    /// # Errors
    /// What [`Library::write`] answers.
    pub fn expire_holds(&mut self, act: &Act, dry_run: bool) -> Result<Moved> {
        carry_out(self, act, dry_run, |tx| expire(tx, act))
    }
}

pub(crate) fn cancel(tx: &Transaction<'_>, act: &Act, hold: HoldId) -> Result<(Cancelled, Option<Entry>)> {
    let conn = tx.sql();
    let found = store::title_of(conn, hold)?.ok_or_else(|| Error::NotFound {
        what: "hold",
        wanted: hold.to_string(),
    })?;
    let over = || Error::Circulation(super::Refusal::HoldOver { hold });
    let (title, true) = found else {
        return Err(over());
    };
    let before = store::line_of(conn, hold)?.ok_or_else(over)?;
    let mut queues = Queues::load(tx, act.day(), [title], false)?;
    queues.of(title).cancel(hold);
    queues.hand_out();
    let moved = queues.moved(tx)?;
    queues.store(tx, act)?;
    let detail = serde_json::json!({ "hold": hold, "ready": queues.made_ready() });
    let entry = Entry {
        action: "hold.cancel",
        detail,
    };
    Ok((Cancelled { hold: before, moved }, Some(entry)))
}

pub(crate) fn expire(tx: &Transaction<'_>, act: &Act) -> Result<(Moved, Option<Entry>)> {
    let titles = store::titles(tx.sql())?;
    let mut queues = Queues::load(tx, act.day(), titles, false)?;
    queues.hand_out();
    if !queues.changed() {
        return Ok((Moved::default(), None));
    }
    let moved = queues.moved(tx)?;
    queues.store(tx, act)?;
    let detail = serde_json::json!({ "expired": queues.expired(), "ready": queues.made_ready() });
    let entry = Entry {
        action: "hold.expire",
        detail,
    };
    Ok((moved, Some(entry)))
}
