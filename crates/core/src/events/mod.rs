//! Events: what the library holds, who has a place at it, who came, and what it brought.
//!
//! | module | what it holds |
//! |---|---|
//! | `event` | an event as it is planned, its sessions |
//! | [`plan`] | events are added, edited, moved, cancelled, found and listed |
//! | [`roster`] | places and the waiting list: one place a person, first come, first served |
//! | [`attendance`] | who came to which session |
//! | [`results`] | tests before and after, and what they show |
//! | [`certificates`] | for those who attended, numbered, verifiable |
//! | [`feedback`] | what was thought of an event, without who thought it |
//! | [`lapse`] | waiting lists of events that are over end by themselves |
//! | [`notices`] | who is to be told of what |
//! | [`report`] | what a period brought |
//! | [`code`] | the codes on badges and certificates |
//!
//! An area of tables of its own (`0007_events.sql`, `0011_lapse.sql`); the schema itself keeps the capacity, the queue and the one place.

pub mod attendance;
pub mod certificates;
pub mod code;
mod event;
pub mod feedback;
pub mod lapse;
pub mod notices;
pub mod plan;
mod refusal;
pub mod report;
pub mod results;
pub mod roster;
#[cfg(test)]
mod tests;

pub use event::{Event, EventSession, Kind, Phase, Plan, Span};
pub use refusal::{Reason, Refusal, Told};

use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Transaction};

/// Writes, or with `dry_run` only answers what would be.
fn run<T>(
    library: &mut Library,
    act: &Act,
    dry_run: bool,
    f: impl FnOnce(&Transaction<'_>) -> Result<(T, Option<Entry>)>,
) -> Result<T> {
    match dry_run {
        true => library.rehearse(act, f),
        false => library.write(act, f),
    }
}
