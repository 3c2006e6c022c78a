//! Two calendars: when the library is open, and the working days by which legal deadlines are counted.
//!
//! Both are built from lists that the library keeps. [`rules`] says what follows for a day, [`change`] what can be
//! changed. A change is made through [`Library::change_calendar`], because loans, holds and fines may follow from it.

pub mod change;
pub mod rules;
mod shipped;
pub(crate) mod store;

use jiff::civil::Date;

use crate::error::{Kind, Result};
use crate::library::{Library, Transaction};

pub use change::{Change, Made, Thing};

pub use rules::{
    Calendar, CalendarName, Closure, DayState, Holiday, HolidayKind, Lists, NoOpenDay, Opening, Why, WorkingDays,
};
pub use shipped::shipped;

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
    /// Nothing is recorded for the day.
    NothingThere {
        /// The day.
        day: Date,
    },
    /// More than one thing is recorded for the day.
    Ambiguous {
        /// The day.
        day: Date,
        /// What, each with its first and last day.
        found: Vec<(Thing, Date, Date)>,
    },
}

impl Refusal {
    /// What it means to the caller: a slip of the hand, or a no.
    pub fn kind(&self) -> Kind {
        match self {
            Refusal::Backwards { .. } | Refusal::NeverOpen => Kind::Usage,
            _ => Kind::Refused,
        }
    }

    /// The stable code, as JSON shows it.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::NoOpenDay(_) => "calendar.no-open-day",
            Refusal::Backwards { .. } => "calendar.backwards",
            Refusal::NeverOpen => "calendar.never-open",
            Refusal::NothingThere { .. } => "calendar.nothing-there",
            Refusal::Ambiguous { .. } => "calendar.ambiguous",
        }
    }
}

impl From<NoOpenDay> for crate::error::Error {
    fn from(none: NoOpenDay) -> crate::error::Error {
        crate::error::Error::Calendar(Refusal::NoOpenDay(none))
    }
}

impl Library {
    /// What the opening calendar is built from, as far as it ends on a day or later.
    ///
    /// # Errors
    /// Storage errors.
    pub fn calendar_lists(&self, from: Date) -> Result<Lists> {
        self.read(|snapshot| store::lists(snapshot.sql(), from))
    }

    /// When the library is open, from a day on.
    ///
    /// # Errors
    /// Storage errors.
    pub fn calendar(&self, from: Date) -> Result<Calendar> {
        self.read(|snapshot| store::load(snapshot.sql(), from))
    }

    /// The working days of the law, from a day on.
    ///
    /// # Errors
    /// Storage errors.
    pub fn working_days(&self, from: Date) -> Result<WorkingDays> {
        self.read(|snapshot| store::working_days(snapshot.sql(), from))
    }
}

/// Gives a library the national list that comes with the program.
pub(crate) fn begin(tx: &Transaction<'_>) -> Result<()> {
    shipped().iter().try_for_each(|holiday| store::set_holiday(tx, holiday))
}
