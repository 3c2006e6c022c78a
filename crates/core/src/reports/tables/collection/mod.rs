//! Titles and copies by class, as the collection stood on a day.
//!
//! What is known of the past: when a copy came, where somebody noted it. When a copy was withdrawn is not kept as a day,
//! so a copy that is withdrawn today is missing from the days before too. A copy without a day of receipt counts on every
//! day, and is told apart.

pub(super) mod store;

use jiff::civil::Date;
use serde::Serialize;

use crate::error::Result;
use crate::library::Snapshot;
use crate::reports::class;

/// The collection of one class.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ClassCollection {
    /// `000` … `900`, `2X`, `other`.
    pub class: String,
    /// Titles with a copy.
    pub titles: i64,
    /// Copies that are not withdrawn.
    pub copies: i64,
    /// Of the copies, those that are missing or lost.
    pub gone: i64,
    /// Of the copies, those without a day of receipt.
    pub undated: i64,
}

impl ClassCollection {
    fn add(&mut self, other: &ClassCollection) {
        self.titles += other.titles;
        self.copies += other.copies;
        self.gone += other.gone;
        self.undated += other.undated;
    }
}

/// The collection on a day: every class has its row, and they add up to the total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Collection {
    /// The rows, in the order of the shelves.
    pub rows: Vec<ClassCollection>,
    /// Their sum.
    pub total: ClassCollection,
}

/// The collection on a day.
///
/// # Errors
/// Storage errors.
pub fn collection_table(snapshot: &Snapshot<'_>, day: Date) -> Result<Collection> {
    let parts = store::collection(snapshot.sql(), &day.to_string())?;
    let empty = |class: &str| ClassCollection {
        class: class.to_owned(),
        ..ClassCollection::default()
    };
    let mut rows: Vec<ClassCollection> = class::codes().map(empty).into();
    for (text, part) in &parts {
        rows[class::row(Some(text))].add(part);
    }
    let mut total = empty("total");
    rows.iter().for_each(|row| total.add(row));
    Ok(Collection { rows, total })
}
