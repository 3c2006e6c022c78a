//! What people are told, by which channel, and how it went.
//!
//! The night finds who is to be told of what ([`create`]): one notice a reason, recipient and day, which holds numbers
//! and no words. Whether its cause still stands, who the recipient is and by which channel they can be reached, is
//! asked anew each time that it is listed or sent.
//!
//! | module | what it holds |
//! |---|---|
//! | `rules` | which step of a reminder, how causes become notices, when to try again: values in, decision out |
//! | `channel` | the channels, their order, quiet hours, and by which channel somebody can be reached |
//! | `create` | the step of the night |
//! | `outbox` | notices as they stand, with their recipients |
//! | `delivery` | handing one over, and what came of it; marking by hand; addresses that bounce |
//! | `template` | the words, and how they are checked |

pub(crate) mod channel;
pub(crate) mod create;
pub mod delivery;
pub mod outbox;
pub mod rules;
pub(crate) mod store;
pub mod template;
#[cfg(test)]
mod tests;

use crate::values::codes::codes;

pub use channel::{Channel, Channels, Quiet};
pub use create::Created;
pub use delivery::{
    Answer, Begun, Bounce, Bounced, Doubt, LONGEST_DELIVERY, Mark, Marked, Settled, TRY_AGAIN, Unmarked, Verdict,
};
pub use outbox::{About, Happening, Notice, Recipient, Standing, Waiting, Which, waiting};

codes! {
    /// Why somebody is told.
    Reason {
        /// A loan is due in a few days.
        DueSoon = "due-soon",
        /// A loan is overdue: the first step.
        Overdue1 = "overdue-1",
        /// The second.
        Overdue2 = "overdue-2",
        /// The third.
        Overdue3 = "overdue-3",
        /// A copy on hold stands ready.
        HoldReady = "hold-ready",
        /// It stands ready for the last day.
        HoldExpiring = "hold-expiring",
        /// A membership ends.
        MembershipEnding = "membership-ending",
        /// An event takes place the next day.
        EventTomorrow = "event-tomorrow",
        /// Somebody who waited has a place.
        EventPromoted = "event-promoted",
        /// An event is at another time or place.
        EventMoved = "event-moved",
        /// An event does not take place.
        EventCancelled = "event-cancelled",
        /// What was promised after a survey is due: for staff.
        FollowUpDue = "follow-up-due",
    }
}

codes! {
    /// Where a notice stands.
    State {
        /// It is to be told.
        Waiting = "waiting",
        /// It is being handed over just now.
        Sending = "sending",
        /// The handing over was cut off: nobody knows whether it went out, so it is not sent again by itself.
        Unknown = "unknown",
        /// It was told.
        Sent = "sent",
        /// Its cause was gone before it was told.
        Dropped = "dropped",
    }
}

/// What is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A template is not fit for use.
    Template {
        /// Everything that is wrong with it, in the order of the file.
        problems: Vec<template::Problem>,
    },
}

impl Refusal {
    /// The stable code, as JSON shows it.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::Template { .. } => "template.refused",
        }
    }
}
