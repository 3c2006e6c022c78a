//! What is late today: one list of readers, another of copies, never in one answer. The copies tell no day, nor are those of
//! a day asked for: by it a title would lead to a name (rules.md, section 7).

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::circulation::loans::{LoanLine, overdue};
use crate::error::Result;
use crate::library::Snapshot;
use crate::reports::page::Span;

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
    /// What it would come to if all of it came back today, in rupiah.
    pub amount: i64,
}

/// A copy that is late: to be looked for on its shelf before anybody is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateCopy {
    /// Barcode.
    pub item: String,
    /// Title.
    pub title: String,
}

/// Who has something that is late on `today`, of what was due within `span` (of everything without one); who is late
/// longest comes first.
///
/// # Errors
/// Storage errors.
pub fn late_readers(snapshot: &Snapshot<'_>, span: Option<Span>, today: Date) -> Result<Vec<LateReader>> {
    Ok(by_reader(&late(snapshot, span, today)?, today))
}

/// The copies that are late on `today`, in the order of their titles.
///
/// # Errors
/// Storage errors.
pub fn late_copies(snapshot: &Snapshot<'_>, today: Date) -> Result<Vec<LateCopy>> {
    let lines = late(snapshot, None, today)?.into_iter();
    let mut copies: Vec<LateCopy> = lines
        .map(|line| LateCopy {
            item: line.item,
            title: line.title,
        })
        .collect();
    copies.sort_by(|one, other| (&one.title, &one.item).cmp(&(&other.title, &other.item)));
    Ok(copies)
}

fn late(snapshot: &Snapshot<'_>, span: Option<Span>, today: Date) -> Result<Vec<LoanLine>> {
    let mut lines = overdue(snapshot, today)?;
    lines.retain(|line| span.is_none_or(|span| span.first <= line.due && line.due <= span.last));
    Ok(lines)
}

fn by_reader(lines: &[LoanLine], today: Date) -> Vec<LateReader> {
    let mut readers: BTreeMap<&str, LateReader> = BTreeMap::new();
    for line in lines {
        let reader = readers.entry(&line.card).or_insert_with(|| LateReader {
            card: line.card.clone(),
            name: line.name.clone(),
            phone: line.phone.clone(),
            copies: 0,
            late_days: 0,
            amount: 0,
        });
        reader.copies += 1;
        reader.late_days = reader.late_days.max(line.due.duration_until(today).as_hours() / 24);
        reader.amount += line.late.as_ref().map_or(0, |late| late.fine.whole());
    }
    let mut readers: Vec<LateReader> = readers.into_values().collect();
    readers.sort_by(|one, other| {
        other
            .late_days
            .cmp(&one.late_days)
            .then_with(|| one.card.cmp(&other.card))
    });
    readers
}
