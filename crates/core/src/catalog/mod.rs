//! Titles and their copies.

pub mod edit;
pub mod export;
pub mod import;
mod index;
pub mod record;
pub mod search;
pub(crate) mod store;
pub mod undo;
pub mod words;

pub use store::{StoredItem, StoredTitle};

/// What the catalogue refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// An import has rejected rows, or brings nothing new; used inside the import only.
    NothingStored,
    /// The batch was undone before.
    BatchAlreadyUndone {
        /// Number of the batch.
        batch: i64,
    },
    /// The batch can't be undone: what stands in the way.
    BatchInUse {
        /// Number of the batch.
        batch: i64,
        /// One sentence's worth of data each.
        obstacles: Vec<Obstacle>,
    },
}

/// What stands in the way of an undo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// Stable code: `title.edited`, `item.edited`, `title.used-by-later-batch` …
    pub code: &'static str,
    /// The barcode or title that it is about.
    pub record: String,
}

impl Refusal {
    /// The stable code, as JSON shows it.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::NothingStored => "batch.nothing-stored",
            Refusal::BatchAlreadyUndone { .. } => "batch.already-undone",
            Refusal::BatchInUse { .. } => "batch.in-use",
        }
    }
}
