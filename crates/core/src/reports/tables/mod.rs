//! The reports that are handed in, each for any period.
//!
//! | module | what it counts |
//! |---|---|
//! | [`register`] | the accession register (buku induk), a row a copy |
//! | [`collection`] | titles and copies by class |
//! | [`loans`] | loans by class and month; turnover; the share that nobody borrowed |
//! | [`titles`] | titles that were lent most, and titles that were not lent |
//! | [`readers`] | members and loans by kind of reader |
//! | [`overdue`] | what is late: one list of readers, one of copies |
//! | [`per_head`] | loans and visits per head |
//! | [`iplm`] | the yearly questionnaire of the national library, and its index |
//! | `kept` | what is kept back where a table is published |
//! | [`ikk`] | the ratios that the city hands in, and the national standard |
//!
//! Each is read in the view that it is given, so that what stands side by side is of one moment, whoever writes meanwhile.
//! Rows by class are mutually exclusive and add up ([`class`](crate::reports::class)): Islam (2X) is never counted in 200. Shares are fractions
//! of whole numbers, rounded once.

pub mod collection;
pub mod ikk;
pub mod iplm;
mod kept;
pub mod loans;
pub mod overdue;
pub mod per_head;
pub mod readers;
pub mod register;
#[cfg(test)]
mod tests;
pub mod titles;

use serde::{Serialize, Serializer};

use super::page::Span;
use crate::surveys::figures::{Exact, Fixed};

/// A count of people or of what they borrowed, or what stands in its place where a small group is kept back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Known(i64),
    /// Fewer than [`FEWEST`](crate::surveys::suppression::FEWEST), or what would give such a group away by subtraction.
    Kept,
}

impl Serialize for Count {
    /// A number, or null.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Count::Known(count) => serializer.serialize_i64(*count),
            Count::Kept => serializer.serialize_none(),
        }
    }
}

/// `top / bottom x times`, rounded half up to so many places; none over nothing.
fn ratio(top: i64, bottom: i64, times: i64, places: u8) -> Option<Fixed> {
    let fraction = Exact::fraction(top, bottom)?;
    Some(fraction.times(&Exact::whole(times)).round(places))
}

impl Span {
    /// The months that the span touches, as `(year, month)`.
    pub fn months(&self) -> Vec<(i16, i8)> {
        let first = self.first.first_of_month();
        let months = first.series(jiff::ToSpan::month(1));
        let months = months.take_while(|month| *month <= self.last);
        months.map(|month| (month.year(), month.month())).collect()
    }

    /// The year that the span is the whole of, or the part of it that has passed on `today`.
    pub fn whole_year(&self, today: jiff::civil::Date) -> Option<i16> {
        let year = self.first.year();
        let begins = self.first == jiff::civil::date(year, 1, 1);
        let ends = self.last == jiff::civil::date(year, 12, 31) || self.last == today;
        (begins && ends && self.last.year() == year).then_some(year)
    }
}
