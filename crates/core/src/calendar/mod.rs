//! Two calendars: when the library is open, and the working days by which legal deadlines are counted.
//!
//! Both are built from lists that the library keeps; [`rules`] says what follows for a day.

pub mod rules;
pub(crate) mod store;

use jiff::civil::Date;

pub use rules::{
    Calendar, CalendarName, Closure, DayState, Holiday, HolidayKind, Lists, NoOpenDay, Opening, Why, WorkingDays,
};

/// What the calendars refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A search found no open day.
    NoOpenDay(NoOpenDay),
    /// A closure that ends before it begins.
    Backwards {
        /// Where it was to begin.
        first: Date,
        /// Where it was to end.
        last: Date,
    },
    /// Every day of the week would be closed.
    NeverOpen,
}

impl Refusal {
    /// The stable code, as JSON shows it.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::NoOpenDay(_) => "calendar.no-open-day",
            Refusal::Backwards { .. } => "calendar.backwards",
            Refusal::NeverOpen => "calendar.never-open",
        }
    }
}

impl From<NoOpenDay> for crate::error::Error {
    fn from(none: NoOpenDay) -> crate::error::Error {
        crate::error::Error::Calendar(Refusal::NoOpenDay(none))
    }
}
