//! Titles and their copies.

pub mod export;
pub mod record;
pub mod words;

/// What the catalogue refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
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
            Refusal::BatchAlreadyUndone { .. } => "batch.already-undone",
            Refusal::BatchInUse { .. } => "batch.in-use",
        }
    }
}
