//! What is late: one list of readers, of today or of the end of a day; another of copies, never in one answer. The copies
//! tell no day, nor are those of a day asked for: by it a title would lead to a name (rules.md, section 7).

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::circulation::loans::overdue;
use crate::error::Result;
use crate::library::Snapshot;
use crate::reports::rows::store::readers_on_loan;

/// A reader who has something that is late.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateReader {
    /// Card.
    pub card: String,
    /// Name.
    pub name: String,
    /// Telephone.
    pub phone: Option<String>,
    /// How many copies are late.
    pub copies: i64,
    /// Days since the earliest due date.
    pub late_days: i64,
    /// What it would come to if all of it came back today, in rupiah; none for a day in the past, of which nobody says it.
    pub amount: Option<i64>,
}

/// A copy that is late: to be looked for on its shelf before anybody is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateCopy {
    /// Barcode.
    pub item: String,
    /// Title.
    pub title: String,
}

/// Who had something that was late at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateThen {
    /// Those of whom the file still knows; who was late longest comes first.
    pub readers: Vec<LateReader>,
    /// Copies that were late then and whose reader is not known any more, for a loan is cut from its reader once it is over
    /// and nothing is owed.
    pub unknown: i64,
}

/// Who has something that is late on `today`; who is late longest comes first.
///
/// # Errors
/// Storage errors.
pub fn late_readers(snapshot: &Snapshot<'_>, today: Date) -> Result<Vec<LateReader>> {
    let mut readers = ByReader::default();
    for line in overdue(snapshot, today)? {
        let days = days_since(line.due, today);
        let amount = line.late.as_ref().map_or(0, |late| late.fine.whole());
        readers.add((line.card, line.name, line.phone), days, Some(amount));
    }
    Ok(readers.longest_first())
}

/// Who had something that was late at the end of a day that is closed, what was due on it among that. Together they have as
/// many copies as the figure of that day.
///
/// # Errors
/// Storage errors.
pub fn late_readers_at(snapshot: &Snapshot<'_>, day: Date) -> Result<LateThen> {
    let mut readers = ByReader::default();
    let mut unknown = 0;
    let loans = readers_on_loan(snapshot.sql(), day)?.into_iter();
    for loan in loans.filter(|loan| loan.due <= day) {
        match loan.reader {
            Some(reader) => readers.add(reader, days_since(loan.due, day), None),
            None => unknown += 1,
        }
    }
    Ok(LateThen {
        readers: readers.longest_first(),
        unknown,
    })
}

/// The copies that are late on `today`, in the order of their titles.
///
/// # Errors
/// Storage errors.
pub fn late_copies(snapshot: &Snapshot<'_>, today: Date) -> Result<Vec<LateCopy>> {
    let lines = overdue(snapshot, today)?.into_iter();
    let mut copies: Vec<LateCopy> = lines
        .map(|line| LateCopy {
            item: line.item,
            title: line.title,
        })
        .collect();
    copies.sort_by(|one, other| (&one.title, &one.item).cmp(&(&other.title, &other.item)));
    Ok(copies)
}

fn days_since(due: Date, day: Date) -> i64 {
    due.duration_until(day).as_hours() / 24
}

/// Readers by their cards, with what of theirs is late.
#[derive(Default)]
struct ByReader(BTreeMap<String, LateReader>);

impl ByReader {
    fn add(&mut self, (card, name, phone): (String, String, Option<String>), days: i64, amount: Option<i64>) {
        let reader = self.0.entry(card.clone()).or_insert_with(|| LateReader {
            card,
            name,
            phone,
            copies: 0,
            late_days: 0,
            amount: None,
        });
        reader.copies += 1;
        reader.late_days = reader.late_days.max(days);
        if let Some(amount) = amount {
            reader.amount = Some(reader.amount.unwrap_or(0) + amount);
        }
    }

    fn longest_first(self) -> Vec<LateReader> {
        let mut readers: Vec<LateReader> = self.0.into_values().collect();
        // The map was in the order of cards, which stays among equals.
        readers.sort_by_key(|reader| std::cmp::Reverse(reader.late_days));
        readers
    }
}
