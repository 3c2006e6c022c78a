//! A file's records come into the catalogue: atomic, matched with what is there, listed and undone as a batch.
//!
//! Two threads share the work. One reads the rows, parses their values and decides, against the state before the
//! import and what the import has seen itself; the other writes. So every read comes before every write, as far as
//! the file is concerned, and both processors are used.

mod door;
pub(crate) mod identity;
mod items;
mod matching;
mod memory;
mod merge;
mod plan;
mod preview;
pub(crate) mod store;
mod tally;
mod write;

pub use door::{Incoming, RejectReason};
pub use preview::{Change, Preview};
pub use tally::{Tallied, Warning, WarningCode};

use crate::error::Result;

/// Where the rows come from: a file's reader, wrapped by the tool.
pub trait Source: Send {
    /// The next row that the reader could read; what it could not, it has rejected itself and counted.
    ///
    /// # Errors
    /// Whatever makes the rest of the file unreadable; nothing is stored then.
    fn next(&mut self) -> Result<Option<Incoming>>;

    /// The row last given can't be taken, and why.
    ///
    /// # Errors
    /// When the rejected row can't be written down.
    fn reject(&mut self, reason: &RejectReason) -> Result<()>;

    /// Rows read so far, of every kind.
    fn counts(&self) -> Counts;
}

/// What a reader has counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Every record read.
    pub records: u64,
    /// Records without any content.
    pub blank: u64,
    /// Records rejected by the reader or by the catalogue.
    pub rejected: u64,
}

/// How an import goes about it.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Name of the file, as the batch keeps it.
    pub file: String,
    /// The dialect, as the batch keeps it.
    pub dialect: String,
    /// Rows describe copies only and are joined to titles that are there (`slims-item`).
    pub copies_only: bool,
    /// A value that can't be read is flagged and kept as a note, instead of rejecting its row.
    pub lenient: bool,
    /// Store the good rows although others are rejected.
    pub skip_bad_rows: bool,
    /// Overwrite also the fields that staff edited here.
    pub overwrite_edited: bool,
    /// Decide everything, store nothing.
    pub dry_run: bool,
    /// About how many rows are to come (0: unknown); decides how the indexes are kept.
    pub expected_rows: u64,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Number of the batch; none when nothing was stored.
    pub batch: Option<i64>,
    /// Every record read: blank, imported, unchanged or rejected.
    pub records: u64,
    /// Records without any content.
    pub blank: u64,
    /// Records that add or alter something.
    pub imported: u64,
    /// Records that add and alter nothing.
    pub unchanged: u64,
    /// Records that can't be taken.
    pub rejected: u64,
    /// What became of the titles.
    pub titles: TitleCounts,
    /// What became of the copies.
    pub items: ItemCounts,
    /// Records by what their ISBN is worth; a mended one is valid too.
    pub isbn: IsbnCounts,
    /// Warnings summed by code, each with its first place.
    pub warnings: Vec<Tallied>,
    /// What changes in titles that were there before (the first thousand).
    pub changes: Vec<Change>,
    /// The first rows as they are stored.
    pub preview: Vec<Preview>,
}

/// Titles of an import.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TitleCounts {
    /// Titles made.
    pub new: u64,
    /// Records that joined a title that was there, in the library or earlier in the file.
    pub matched: u64,
    /// Titles of the library in which something changed.
    pub updated: u64,
}

/// Copies of an import.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ItemCounts {
    /// Copies made.
    pub new: u64,
    /// Copies that were there, as the file says.
    pub unchanged: u64,
    /// Copies in which something changed.
    pub updated: u64,
    /// Item codes that belong to another title, or stand in the file twice.
    pub duplicate: u64,
}

/// Records by what their ISBN is worth.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct IsbnCounts {
    /// With a valid ISBN.
    pub valid: u64,
    /// With one that fails its check digit or was lost.
    pub invalid: u64,
    /// With one that was mended, and so is valid.
    pub mended: u64,
}
