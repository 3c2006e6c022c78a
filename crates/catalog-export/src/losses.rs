//! What SLiMS will not keep, summed by code, each with the first place it was met at.

use std::collections::BTreeMap;

use pustaka_formats::catalogue::AlterationCode;
use serde::Serialize;

/// One way in which SLiMS changes or drops what it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Loss {
    /// Altered by the writer of the file.
    Altered(AlterationCode),
    /// A part: SLiMS has no column for it, so it follows the title.
    Part,
    /// An ISSN beside an ISBN: SLiMS has one column for both.
    Issn,
    /// A language that isn't in SLiMS's list: left out.
    Language,
    /// A location that isn't in SLiMS's list: left out.
    Location,
    /// A status that SLiMS doesn't know.
    Status,
    /// A source other than bought or given.
    Source,
    /// A note on the copy.
    ItemNote,
}

impl Loss {
    /// The stable code.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Loss::Altered(code) => code.as_str(),
            Loss::Part => "slims.part",
            Loss::Issn => "slims.issn",
            Loss::Language => "slims.language",
            Loss::Location => "slims.location",
            Loss::Status => "slims.status",
            Loss::Source => "slims.source",
            Loss::ItemNote => "slims.item-note",
        }
    }
}

/// Where in the file and in the catalogue a loss was met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Place {
    /// The line of the file that the title begins on, counted from 1.
    pub(crate) line: u64,
    /// Heading of its column.
    pub(crate) column: &'static str,
    /// The title, its beginning when it is long.
    pub(crate) title: String,
    /// Barcode of the copy, where it is about one.
    pub(crate) item: Option<String>,
}

/// The losses of one run.
#[derive(Debug, Default)]
pub(crate) struct Losses(BTreeMap<Loss, (u64, Place)>);

impl Losses {
    /// Counts one more; only the first place is kept.
    pub(crate) fn add(&mut self, loss: Loss, place: impl FnOnce() -> Place) {
        self.0.entry(loss).or_insert_with(|| (0, place())).0 += 1;
    }

    /// Each loss that was met, how often, and where first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Loss, u64, &Place)> {
        self.0.iter().map(|(loss, (count, first))| (*loss, *count, first))
    }
}
