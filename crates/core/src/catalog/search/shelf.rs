//! The copies of a class in the order in which they stand on the shelf.

use std::collections::BinaryHeap;

use crate::catalog::record::ItemStatus;
use crate::error::{Error, Result};
use crate::library::Snapshot;
use crate::values::call_number::shelf_key;

use super::store::{self, ShelfRow};

/// A part of a shelf.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShelfPage {
    /// How many copies the class has in all.
    pub total: usize,
    /// The copies asked for, in shelf order.
    pub items: Vec<ShelvedItem>,
}

/// A copy on its shelf.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShelvedItem {
    /// What stands on its spine.
    pub call_number: String,
    /// Barcode.
    pub barcode: String,
    /// Title.
    pub title: String,
    /// Authors.
    pub authors: Vec<String>,
    /// Shelf.
    pub shelf: Option<String>,
    /// Branch or room.
    pub location: Option<String>,
    /// Status.
    pub status: ItemStatus,
    /// Whether it can be lent now.
    pub available: bool,
}

/// Lists the copies whose class begins with `class` (`8`, `899.221`, `2X`): `limit` of them after the first `skip`.
///
/// # Errors
/// [`Error::BadValue`] for an empty class, and storage errors.
pub fn shelf(snapshot: &Snapshot<'_>, class: &str, skip: usize, limit: usize) -> Result<ShelfPage> {
    let wanted = class.trim().to_uppercase();
    if wanted.is_empty() || wanted.chars().count() > 64 {
        return Err(Error::BadValue {
            what: "class",
            found: class.chars().take(64).collect(),
        });
    }
    let needed = skip.saturating_add(limit);
    let mut total = 0;
    // The greatest of those kept is on top, to be thrown out: no more is held than is asked for.
    let mut kept: BinaryHeap<(String, ShelvedItem)> = BinaryHeap::new();
    store::each_shelved(snapshot.sql(), &wanted, |row| {
        if let Some(placed) = placed(row, &wanted) {
            total += 1;
            kept.push(placed);
            if kept.len() > needed {
                kept.pop();
            }
        }
    })?;
    let items = kept
        .into_sorted_vec()
        .into_iter()
        .skip(skip)
        .map(|(_, item)| item)
        .collect();
    Ok(ShelfPage { total, items })
}

/// A copy with its place; none if it only might have stood in the class.
fn placed(row: ShelfRow, wanted: &str) -> Option<(String, ShelvedItem)> {
    let made = || {
        store::made_call_number(
            row.class.as_deref(),
            row.authors.first().map(String::as_str),
            &row.title,
        )
    };
    let call_number = row.call_number.clone().or_else(made)?;
    let key = shelf_key(&call_number);
    if row.class.is_none() {
        let (_, class) = key.split_once('\u{1}')?;
        class.starts_with(wanted).then_some(())?;
    }
    let item = ShelvedItem {
        call_number,
        barcode: row.barcode,
        title: row.title,
        authors: row.authors,
        shelf: row.shelf,
        location: row.location,
        status: ItemStatus::from_code(&row.status).unwrap_or_default(),
        available: row.available,
    };
    Some((key, item))
}
