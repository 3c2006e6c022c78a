//! The templates that come with the program.

use super::check::parts;
use super::{Language, Template};
use crate::notices::Reason;

/// The template of a reason.
pub(super) fn template(reason: Reason, language: Language) -> Template {
    parts(source(reason, language))
}

/// Its text. A shipped template passes the same check as the library's own, by a test.
pub(super) fn source(reason: Reason, language: Language) -> &'static str {
    match language {
        Language::Id => match reason {
            Reason::DueSoon => include_str!("shipped/id/due-soon.txt"),
            Reason::Overdue1 => include_str!("shipped/id/overdue-1.txt"),
            Reason::Overdue2 => include_str!("shipped/id/overdue-2.txt"),
            Reason::Overdue3 => include_str!("shipped/id/overdue-3.txt"),
            Reason::HoldReady => include_str!("shipped/id/hold-ready.txt"),
            Reason::HoldExpiring => include_str!("shipped/id/hold-expiring.txt"),
            Reason::MembershipEnding => include_str!("shipped/id/membership-ending.txt"),
            Reason::EventTomorrow => include_str!("shipped/id/event-tomorrow.txt"),
            Reason::EventPromoted => include_str!("shipped/id/event-promoted.txt"),
            Reason::EventMoved => include_str!("shipped/id/event-moved.txt"),
            Reason::EventCancelled => include_str!("shipped/id/event-cancelled.txt"),
            Reason::FollowUpDue => include_str!("shipped/id/follow-up-due.txt"),
        },
        Language::En => match reason {
            Reason::DueSoon => include_str!("shipped/en/due-soon.txt"),
            Reason::Overdue1 => include_str!("shipped/en/overdue-1.txt"),
            Reason::Overdue2 => include_str!("shipped/en/overdue-2.txt"),
            Reason::Overdue3 => include_str!("shipped/en/overdue-3.txt"),
            Reason::HoldReady => include_str!("shipped/en/hold-ready.txt"),
            Reason::HoldExpiring => include_str!("shipped/en/hold-expiring.txt"),
            Reason::MembershipEnding => include_str!("shipped/en/membership-ending.txt"),
            Reason::EventTomorrow => include_str!("shipped/en/event-tomorrow.txt"),
            Reason::EventPromoted => include_str!("shipped/en/event-promoted.txt"),
            Reason::EventMoved => include_str!("shipped/en/event-moved.txt"),
            Reason::EventCancelled => include_str!("shipped/en/event-cancelled.txt"),
            Reason::FollowUpDue => include_str!("shipped/en/follow-up-due.txt"),
        },
    }
}
