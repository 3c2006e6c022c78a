//! The accession register (buku induk): a row a copy, in the order in which they came.

mod extent;
pub(super) mod store;

use jiff::civil::Date;
use serde::Serialize;

pub use extent::parted;

use crate::catalog::record::{ItemSource, ItemStatus};
use crate::error::Result;
use crate::library::Snapshot;
use crate::reports::page::Span;

/// A copy as it stands in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accession {
    /// The day of receipt.
    pub received: Option<Date>,
    /// The number in the inventory.
    pub inventory_number: Option<String>,
    /// The barcode.
    pub barcode: String,
    /// The title.
    pub title: String,
    /// Its part.
    pub part: Option<String>,
    /// The headings of its authors, else the statement of responsibility.
    pub author: Option<String>,
    /// The edition.
    pub edition: Option<String>,
    /// The publisher.
    pub publisher: Option<String>,
    /// Its town.
    pub place: Option<String>,
    /// The year, as printed.
    pub year: Option<String>,
    /// Extent and dimensions; [`parted`] tells one from the other.
    pub extent: Option<String>,
    /// The ISBN, as printed.
    pub isbn: Option<String>,
    /// The call number of the copy, else of the title, else the class.
    pub call_number: Option<String>,
    /// The language.
    pub language: Option<String>,
    /// How it came.
    pub source: Option<ItemSource>,
    /// The price in whole units of the currency.
    pub price: Option<i64>,
    /// The currency; none for rupiah.
    pub currency: Option<String>,
    /// Whether it is still there.
    pub status: ItemStatus,
    /// What was noted.
    pub note: Option<String>,
}

/// What stands in the register.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Stock {
    /// Copies of the catalogue.
    pub copies: i64,
    /// Of them, those without a day of receipt: in no period, at the end of the whole register.
    pub undated: i64,
}

/// Hands every copy received in a span to `each`, in the order of the register, until it answers `false`; all copies
/// without a span, those without a day of receipt last. One copy is in memory at a time.
///
/// # Errors
/// Storage errors.
pub fn each_accession(
    snapshot: &Snapshot<'_>,
    span: Option<Span>,
    mut each: impl FnMut(&Accession) -> bool,
) -> Result<()> {
    let days = span.map(|span| (span.first.to_string(), span.last.to_string()));
    let days = days.as_ref().map(|(first, last)| (first.as_str(), last.as_str()));
    store::accessions(snapshot.sql(), days, |id| Ok(each(&store::copy(snapshot.sql(), id)?)))
}

/// How many copies there are, and how many of them without a day of receipt.
///
/// # Errors
/// Storage errors.
pub fn stock(snapshot: &Snapshot<'_>) -> Result<Stock> {
    let (undated, copies) = store::undated(snapshot.sql())?;
    Ok(Stock { copies, undated })
}

/// How many copies [`each_accession`] would hand out.
///
/// # Errors
/// Storage errors.
pub fn count(snapshot: &Snapshot<'_>, span: Option<Span>) -> Result<i64> {
    let days = span.map(|span| (span.first.to_string(), span.last.to_string()));
    store::count(
        snapshot.sql(),
        days.as_ref().map(|(first, last)| (first.as_str(), last.as_str())),
    )
}
