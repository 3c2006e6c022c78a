//! Waiting lists end by themselves: who still waits when the last session is over waits for nothing.
//!
//! They end as of the end of that session, whoever sees it and when, and are told apart from those who gave up.

pub(super) mod store;

use jiff::civil::DateTime;
use serde_json::json;

use super::run;
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Transaction};
use crate::values::ids::RegistrationId;

/// The waiting lists that ended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lapsed {
    /// One an event, in the order of their ends.
    pub events: Vec<LapsedList>,
}

impl Lapsed {
    /// How many registrations waited in vain.
    pub fn registrations(&self) -> usize {
        self.events.iter().map(|list| list.codes.len()).sum()
    }
}

/// The waiting list of an event that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LapsedList {
    /// The event's key.
    pub event: String,
    /// When its last session ended.
    pub ended: DateTime,
    /// Codes of the registrations that waited in vain, in the order of the queue.
    pub codes: Vec<String>,
    /// How many heads they are.
    pub heads: i64,
}

/// A registration that waits at an event that is over.
struct InVain {
    id: RegistrationId,
    code: String,
    heads: i64,
    event: String,
    ended: DateTime,
}

impl Library {
    /// Ends the waiting lists of events that are over. Nobody has to be told: who waits hears when they get a place.
    ///
    /// # Errors
    /// What [`Library::write`] answers.
    pub fn lapse_waiting(&mut self, act: &Act, dry_run: bool) -> Result<Lapsed> {
        run(self, act, dry_run, |tx| lapse(tx, act))
    }
}

pub(crate) fn lapse(tx: &Transaction<'_>, act: &Act) -> Result<(Lapsed, Option<Entry>)> {
    let in_vain = store::in_vain(tx.sql(), act.at.datetime())?;
    for one in &in_vain {
        store::lapse(tx.sql(), one.id, &act.stamp_of(one.ended)?)?;
    }
    let of_event = |list: &[InVain]| LapsedList {
        event: list[0].event.clone(),
        ended: list[0].ended,
        codes: list.iter().map(|one| one.code.clone()).collect(),
        heads: list.iter().map(|one| one.heads).sum(),
    };
    let lists = in_vain.chunk_by(|one, other| one.event == other.event);
    let lapsed = Lapsed {
        events: lists.map(of_event).collect(),
    };
    let entry = (!in_vain.is_empty()).then(|| Entry {
        action: "event.lapse",
        detail: json!({
            "events": lapsed.events.iter().map(|list| &list.event).collect::<Vec<_>>(),
            "registrations": in_vain.iter().map(|one| &one.code).collect::<Vec<_>>(),
        }),
    });
    Ok((lapsed, entry))
}
