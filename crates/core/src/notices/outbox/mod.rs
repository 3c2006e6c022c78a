//! Notices as they stand.

pub(in crate::notices) mod store;

use jiff::civil::{Date, DateTime};

/// What a notice is about, as things stand now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// How many loans, holds, events, lines of a plan.
    pub things: i64,
    /// The earliest day that it is about: a due date, the last day on the shelf or of the membership, an event's day.
    pub day: Option<Date>,
    /// Titles of loans and holds. They are shown to nobody but the reader, and never beside a name.
    pub titles: Vec<String>,
    /// Events.
    pub events: Vec<Happening>,
    /// Who promised what is due, as the plan names them.
    pub owner: Option<String>,
    /// What was promised.
    pub actions: Vec<String>,
    /// The numbers of what it is about, of the kind that the reason says.
    pub(in crate::notices) records: Vec<i64>,
}

/// An event, for those who have a place there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// Its name.
    pub title: String,
    /// Where.
    pub place: Option<String>,
    /// When the session begins that it is about.
    pub starts: DateTime,
}
