//! A year, and a month more, of a small city library: what its readers and its staff do, a deed after the other, from a
//! seed. The deeds do not depend on what the library answers, so that two libraries can be given the same year; many are
//! refused, as at any desk.
//!
//! | file | what it holds |
//! |---|---|
//! | [`deed`], [`play`] | a deed as a value, and how it is done |
//! | `opening` | when the library is open: Sundays, national holidays, a flood, Ramadan's hours |
//! | `setup` | how the library stands when the year begins |
//! | `people`, `stock` | members; titles and copies |
//! | `counter` | the desk: loans, returns, renewals, holds, payments, what is lost |
//! | `gatherings` | events: discussions, visits of schools, a course |
//! | `opinions` | two surveys, and what is done about them |
//! | `nights` | on which mornings the machine was on |
//!
//! ```
//! use pustaka_testkit::year::{FIRST, Year};
//!
//! let year = Year::new(1);
//! assert!(!year.day(FIRST).is_empty());
//! assert_eq!(year.days().count(), 396);
//! ```

mod counter;
pub mod deed;
mod gatherings;
pub mod nights;
mod opening;
mod opinions;
mod people;
pub mod play;
mod setup;
mod stock;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::{Date, DateTime, date};
use pustaka_core::{Library, NewLibrary};

pub use deed::{Deed, What};
pub use play::{Came, play};

use crate::random::Random;
use opening::Opening;

/// The first day: a Wednesday.
pub const FIRST: Date = date(2025, 10, 1);
/// The last day. The last month is one that has a month before and a year before.
pub const LAST: Date = date(2026, 10, 31);

/// Mornings on which titles get another class, before the desk opens. A day has the classes it was closed with: libraries
/// that are to say the same have closed the days before by then.
pub const OTHER_CLASSES: [Date; 2] = [date(2025, 11, 16), date(2026, 7, 1)];

/// What happens in a year.
#[derive(Debug, Clone)]
pub struct Year {
    before: Vec<Deed>,
    days: BTreeMap<Date, Vec<Deed>>,
}

impl Year {
    /// The year of a seed.
    pub fn new(seed: u64) -> Year {
        let mut plan = Plan {
            random: Random::new(seed),
            opening: Opening::new(),
            days: calendar(),
        };
        let mut stock = stock::Stock::new(seed);
        let mut people = people::People::new(&mut plan.random);
        let before = setup::deeds(&mut stock, &people);
        plan.closures();
        people.come_and_go(&mut plan);
        stock.acquire(&mut plan);
        plan.classes_change();
        counter::plan(&mut plan, &mut stock, &people);
        gatherings::plan(&mut plan, &people);
        opinions::plan(&mut plan);
        let mut days = plan.days;
        // What was written on paper the day before is entered first.
        for (day, deeds) in &mut days {
            deeds.sort_by_key(|deed| (deed.at.date() == *day, deed.at));
        }
        Year { before, days }
    }

    /// How the library comes to stand as it does when the year begins.
    pub fn before(&self) -> &[Deed] {
        &self.before
    }

    /// What is entered on a day, in this order; nothing on days on which the library is closed.
    pub fn day(&self, day: Date) -> &[Deed] {
        self.days.get(&day).map(Vec::as_slice).unwrap_or_default()
    }

    /// Every day, closed ones too.
    pub fn days(&self) -> impl Iterator<Item = (Date, &[Deed])> {
        self.days.iter().map(|(day, deeds)| (*day, deeds.as_slice()))
    }
}

/// A new library, made on the day before the year.
///
/// # Panics
/// When it can't be made.
pub fn found(db: &Path) -> Library {
    let new = NewLibrary {
        name: "Perpustakaan Umum Kota Kediri".to_owned(),
        force_file_system: true,
    };
    let deed = Deed {
        at: FIRST.yesterday().unwrap_or(FIRST).at(8, 0, 0, 0),
        staff: STAFF[0],
        what: What::Search(String::new()),
    };
    Library::create(db, &new, &deed.act()).expect("a new library")
}

/// Every day from the first to the last.
fn calendar() -> BTreeMap<Date, Vec<Deed>> {
    let all = std::iter::successors(Some(FIRST), |day| day.tomorrow().ok());
    all.take_while(|day| *day <= LAST)
        .map(|day| (day, Vec::new()))
        .collect()
}

/// The year while it is planned.
struct Plan {
    random: Random,
    opening: Opening,
    days: BTreeMap<Date, Vec<Deed>>,
}

/// Who works there.
const STAFF: [&str; 3] = ["sari", "budi", "dewi"];

impl Plan {
    /// Something happens at a moment, and is entered at once.
    fn add(&mut self, at: DateTime, what: What) {
        self.enter(at.date(), at, what);
    }

    /// Something that happened at a moment is entered on a day. What lies outside of the year is left out.
    fn enter(&mut self, on: Date, at: DateTime, what: What) {
        let staff = STAFF[self.random.below(STAFF.len())];
        if let Some(deeds) = self.days.get_mut(&on) {
            deeds.push(Deed { at, staff, what });
        }
    }

    /// Somebody looks over the classes of titles that are often lent: from one row of a report to another, and back.
    fn classes_change(&mut self) {
        for (day, class) in OTHER_CLASSES.into_iter().zip(["2X4.1", "813"]) {
            for title in (1..=120).step_by(3) {
                self.add(day.at(6, 30, 0, 0), What::Classify(title, class));
            }
        }
    }

    /// A moment of a day while the desk is open, with some minutes left before it closes.
    fn moment(&mut self, day: Date) -> DateTime {
        let minutes = usize::from(self.opening.closes(day) - opening::OPENS) * 60 - 10;
        let minute = self.random.below(minutes);
        let hour = opening::OPENS + u8::try_from(minute / 60).unwrap_or_default();
        day.at(
            i8::try_from(hour).unwrap_or_default(),
            i8::try_from(minute % 60).unwrap_or_default(),
            0,
            0,
        )
    }

    /// The first open day that is a number of days after another, or later.
    fn open_after(&self, day: Date, days: usize) -> Date {
        let days = jiff::SignedDuration::from_hours(24 * days as i64);
        let mut day = day.saturating_add(days);
        while day <= LAST && !self.opening.is_open(day) {
            day = day.saturating_add(jiff::SignedDuration::from_hours(24));
        }
        day
    }

    /// The open days of the year.
    fn open_days(&self) -> Vec<Date> {
        self.days
            .keys()
            .copied()
            .filter(|day| self.opening.is_open(*day))
            .collect()
    }
}
