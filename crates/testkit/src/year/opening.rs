//! When the library is open: what the plan knows of its calendar.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday, date};
use pustaka_core::calendar::{Change, shipped};

use super::{Plan, What};

/// The desk opens at eight.
pub(super) const OPENS: u8 = 8;

/// Ramadan 1447, by the decree of the ministry: shorter hours, shorter loans.
pub(super) const RAMADAN: (Date, Date) = (date(2026, 2, 19), date(2026, 3, 20));

/// First and last day, the day on which it was entered, and why.
const CLOSURES: [(Date, Date, Date, &str); 3] = [
    // The water came in the night; it was entered before the doors would have opened.
    (date(2026, 1, 28), date(2026, 1, 30), date(2026, 1, 28), "banjir"),
    (date(2026, 5, 18), date(2026, 5, 20), date(2026, 4, 20), "stock opname"),
    (date(2026, 9, 21), date(2026, 9, 22), date(2026, 9, 21), "banjir"),
];

/// A Sunday with a book fair.
const FAIR: Date = date(2026, 5, 3);

/// Days on which the power failed at noon; what happened after that was written on paper.
pub(super) const DARK: [Date; 6] = [
    date(2025, 11, 12),
    date(2026, 1, 13),
    date(2026, 4, 22),
    date(2026, 7, 8),
    date(2026, 9, 30),
    date(2026, 10, 14),
];

pub(super) struct Opening {
    holidays: BTreeSet<Date>,
}

impl Opening {
    pub(super) fn new() -> Opening {
        Opening {
            holidays: shipped().into_iter().map(|holiday| holiday.day).collect(),
        }
    }

    pub(super) fn is_open(&self, day: Date) -> bool {
        let closed = CLOSURES.iter().any(|(first, last, ..)| (*first..=*last).contains(&day));
        day == FAIR || (day.weekday() != Weekday::Sunday && !closed && !self.holidays.contains(&day))
    }

    /// The hour at which the desk closes.
    pub(super) fn closes(&self, day: Date) -> u8 {
        if DARK.contains(&day) {
            12
        } else if (RAMADAN.0..=RAMADAN.1).contains(&day) {
            14
        } else {
            16
        }
    }
}

impl Plan {
    /// Closures and the fair are entered.
    pub(super) fn closures(&mut self) {
        for (first, last, entered, reason) in CLOSURES {
            let reason = reason.to_owned();
            self.add(
                entered.at(6, 40, 0, 0),
                What::Calendar(Change::Close { first, last, reason }),
            );
        }
        let reason = "bazar buku".to_owned();
        let entered = date(2026, 4, 13).at(9, 0, 0, 0);
        self.add(entered, What::Calendar(Change::Open { day: FAIR, reason }));
    }
}
