//! Warnings, summed by code with the first place: a thousand equal lines tell a librarian nothing.

use std::collections::BTreeMap;

use crate::catalog::record::Field;
use crate::values::codes::codes;

codes! {
    /// What the catalogue itself warns of; a reader of files has codes of its own.
    WarningCode {
        /// The ISBN fails its check digit: kept as printed, not used for matching.
        IsbnInvalid = "isbn.invalid",
        /// Excel turned the ISBN into a rounded number: it is lost.
        IsbnLost = "isbn.lost",
        /// A leading zero was put back, proven by the check digit.
        IsbnMended = "isbn.mended",
        /// The same valid ISBN stands on a clearly different title.
        IsbnShared = "isbn.shared",
        /// The ISSN fails its check digit.
        IssnInvalid = "issn.invalid",
        /// The item code belongs to another title: not taken.
        ItemDuplicate = "item.duplicate",
        /// The item code stands in the file before: not taken again.
        ItemRepeated = "item.repeated",
        /// The row has item codes, and a number of copies that is not theirs: the codes count.
        CopiesDiffer = "copies.differ",
        /// One accession number for several copies: the first keeps it.
        InventoryShared = "inventory.shared",
        /// A price can't be read: kept as a note on the copy.
        PriceUnread = "price.unread",
        /// A date can't be read: kept as a note on the copy.
        DateUnread = "date.unread",
        /// A status is unknown: taken as available, and kept as a note on the copy.
        StatusUnknown = "status.unknown",
        /// A source is unknown: kept as a note on the copy.
        SourceUnknown = "source.unknown",
        /// The row says something else of a title than an earlier row of this file: the earlier one stands.
        TitleRowDiffers = "title.row-differs",
        /// Staff edited the field here: the file's value is not taken.
        TitleKept = "title.kept",
        /// Staff edited the field here: the file's value is not taken.
        ItemKept = "item.kept",
        /// Characters that can't be seen were left out.
        TextUnseen = "text.unseen",
    }
}

/// One thing a person should know of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Stable code.
    pub code: &'static str,
    /// The field that it is about.
    pub field: Option<Field>,
    /// What stands in the file.
    pub found: String,
    /// What is stored, or what it meets.
    pub stored: String,
}

impl Warning {
    pub(super) fn new(code: WarningCode, field: Field, found: impl Into<String>, stored: impl Into<String>) -> Self {
        Self {
            code: code.code(),
            field: Some(field),
            found: found.into(),
            stored: stored.into(),
        }
    }
}

/// Equal warnings, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tallied {
    /// How many there are.
    pub count: u64,
    /// Line of the first.
    pub line: u64,
    /// The first.
    pub first: Warning,
}

/// The sum by code, in the order of the codes.
#[derive(Debug, Default)]
pub(super) struct Tally(BTreeMap<&'static str, Tallied>);

impl Tally {
    pub(super) fn add(&mut self, line: u64, warning: Warning) {
        self.0
            .entry(warning.code)
            .and_modify(|t| t.count += 1)
            .or_insert(Tallied {
                count: 1,
                line,
                first: warning,
            });
    }

    pub(super) fn take(&mut self) -> Vec<Tallied> {
        std::mem::take(&mut self.0).into_values().collect()
    }
}
