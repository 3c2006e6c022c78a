//! Who is to be told of what. This area only notes it; what sends notices reads the list and says what it took.

pub(crate) mod store;

use serde::Serialize;
use serde_json::json;

use super::event::Event;
use super::plan;
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Transaction, counter};
use crate::values::codes::codes;
use crate::values::ids::{EventNoticeId, RegistrationId};

codes! {
    /// What somebody is to be told.
    NoticeKind {
        /// They had waited and have a place now.
        Promoted = "promoted",
        /// The event is at another time or another place.
        Moved = "moved",
        /// The event does not take place.
        Cancelled = "cancelled",
    }
}

/// A notice that somebody is to get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventNotice {
    /// Its number.
    pub id: EventNoticeId,
    /// The event's key.
    pub event: String,
    /// What is to be told.
    pub kind: NoticeKind,
    /// The registration's code.
    pub code: String,
    /// Who, where the name is known.
    pub name: Option<String>,
    /// By telephone, in E.164.
    pub phone: Option<String>,
    /// By mail.
    pub email: Option<String>,
    /// When it was noted.
    pub created: String,
    /// When it was taken for sending.
    pub taken: Option<String>,
}

impl Library {
    /// Notices in the order they were noted: of one event or of all, those that nobody took yet or all.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] for an unknown event, and storage errors.
    pub fn event_notices(&self, event: Option<&str>, all: bool) -> Result<Vec<EventNotice>> {
        self.read(|snapshot| {
            let event = event.map(|name| plan::find(snapshot, name)).transpose()?;
            store::list(snapshot.sql(), event.map(|event| event.id), all)
        })
    }

    /// Notes that these notices were taken for sending; those that were taken before stay as they are.
    ///
    /// # Errors
    /// Storage errors.
    pub fn take_event_notices(&mut self, act: &Act, notices: &[EventNoticeId]) -> Result<usize> {
        self.write(act, |tx| {
            let mut taken = 0;
            for id in notices {
                taken += store::take(tx.sql(), *id, &act.stamp())?;
            }
            let entry = (taken > 0).then(|| Entry {
                action: "event.notices-taken",
                detail: json!({ "notices": taken }),
            });
            Ok((taken, entry))
        })
    }
}

/// The number of the next notice.
pub(super) fn next(tx: &Transaction<'_>) -> Result<i64> {
    Ok(counter::last(tx.sql(), EventNoticeId::COUNTER)? + 1)
}

/// Notes that each of these is to be told; answers the number of the next notice.
pub(super) fn note(
    tx: &Transaction<'_>,
    act: &Act,
    first: i64,
    event: &Event,
    kind: NoticeKind,
    whom: &[RegistrationId],
) -> Result<i64> {
    let mut id = first;
    for registration in whom {
        store::insert(tx.sql(), EventNoticeId(id), event.id, *registration, kind, &act.stamp())?;
        id += 1;
    }
    if !whom.is_empty() {
        counter::set(tx.sql(), EventNoticeId::COUNTER, id - 1)?;
    }
    Ok(id)
}
