//! What an import shows before it is done: the first rows as they would be stored, and the changes to titles here.

use crate::catalog::record::{Field, ItemRecord, TitleRecord};

/// How many rows a preview shows.
pub(super) const ROWS: usize = 5;
/// How many changes are listed; more are counted only.
pub(super) const CHANGES: usize = 1000;

/// One row as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Line of the row.
    pub line: u64,
    /// The title as the row gives it.
    pub title: TitleRecord,
    /// Its copies; those without a code in the file have an empty barcode here.
    pub items: Vec<ItemRecord>,
}

/// One field of a title of the library that an import changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Line of the row.
    pub line: u64,
    /// The title as it stood.
    pub title: String,
    /// The field.
    pub field: Field,
    /// As it stood; empty for nothing.
    pub before: String,
    /// As it becomes.
    pub after: String,
}
