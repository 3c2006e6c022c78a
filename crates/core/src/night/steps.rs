//! The steps of a night, in the order they are taken.

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::act::Act;
use crate::circulation::{history, holds};
use crate::error::Result;
use crate::events::lapse;
use crate::journal::Entry;
use crate::library::Transaction;
use crate::notices::create;
use crate::reports::daily;
use crate::values::codes::codes;

codes! {
    /// A step of a night. What comes first is done first: holds that are over set copies free before anybody is told of
    /// one, days are summed up when nothing of them changes any more, and the backup holds all of it.
    Step {
        /// Ready holds that nobody came for pass on.
        ExpireHolds = "expire-holds",
        /// Waiting lists of events that are over end.
        LapseWaiting = "lapse-waiting",
        /// Reading history that is due is cut.
        CutHistory = "cut-history",
        /// Notices are made for whom there is something to be told today.
        Notices = "notices",
        /// The day is summed up.
        Summaries = "summaries",
        /// The library is backed up, and the copy verified.
        Backup = "backup",
        /// The file is looked over.
        Check = "check",
        /// The reports of the day are written.
        Reports = "reports",
    }
}

/// What a step in the library does within its transaction: how many of what, and its entry in the journal if it changed
/// anything. The act is at the first minute after the day that is closed, or of the run's own; for notices, the run's.
type Work = fn(&Transaction<'_>, &Act, Date) -> Result<(Value, Option<Entry>)>;

impl Step {
    /// Whether it is taken once a run, for its last day, and not for every day that is caught up. Ready holds are: a queue
    /// works out by itself what it would have come to in time, but when nights are caught up one after the other, a reader
    /// could be given a turn and lose it in the same minute, before anybody could tell of it.
    pub fn is_once_a_run(self) -> bool {
        match self {
            Step::LapseWaiting | Step::CutHistory | Step::Summaries => false,
            Step::ExpireHolds | Step::Notices | Step::Backup | Step::Check | Step::Reports => true,
        }
    }

    /// What it does in the library; a step that makes files, or only looks, does nothing there but its mark.
    pub(super) fn work(self) -> Option<Work> {
        match self {
            Step::ExpireHolds => Some(|tx, act, _| {
                let (moved, entry) = holds::expire(tx, act)?;
                let counts = json!({ "expired": moved.expired.len(), "ready": moved.ready.len() });
                Ok((counts, entry))
            }),
            Step::LapseWaiting => Some(|tx, act, _| {
                let (lapsed, entry) = lapse::lapse(tx, act)?;
                let counts = json!({ "events": lapsed.events.len(), "registrations": lapsed.registrations() });
                Ok((counts, entry))
            }),
            Step::CutHistory => Some(|tx, act, _| {
                let (cut, entry) = history::cut_history(tx, act)?;
                Ok((json!({ "loans": cut.loans }), entry))
            }),
            Step::Notices => Some(|tx, act, _| {
                let (created, entry) = create::create(tx, act)?;
                let made: u64 = created.made.iter().map(|(_, count)| count).sum();
                Ok((
                    json!({ "made": made, "dropped": created.dropped, "cut": created.cut }),
                    entry,
                ))
            }),
            Step::Summaries => Some(|tx, act, day| {
                let (summarised, entry) = daily::summarise(tx, act, day)?;
                let counts = json!({ "closed": summarised.closed, "revised": summarised.revised });
                Ok((counts, entry))
            }),
            Step::Backup | Step::Check | Step::Reports => None,
        }
    }

    /// Whether it is done in the library, by [`Library::night_step`](crate::Library::night_step) alone.
    pub fn is_in_library(self) -> bool {
        self.work().is_some()
    }
}
