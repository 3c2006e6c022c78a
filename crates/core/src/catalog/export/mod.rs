//! The catalogue going out: titles in the order of their ids, each with its copies, one at a time.
//!
//! Nothing is gathered: the memory needed is that of the one title in hand, whatever the library's size. The
//! whole run stands in one [`Snapshot`], so that what goes out is the catalogue as it was at one moment, however
//! much is imported meanwhile.

mod store;

use std::ops::ControlFlow;

use crate::catalog::record::{ItemRecord, TitleRecord};
use crate::error::Result;
use crate::library::Snapshot;

/// Which titles go out; by default all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// Only titles whose class begins with this (`2` is all of religion, `2X` the Islamic classes), as stored.
    pub class: Option<String>,
}

/// A title on its way out, with its copies in the order of their ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExportTitle {
    /// Its number in this library: ties the rows of one title together within one file.
    pub id: i64,
    /// The bibliographic record.
    pub title: TitleRecord,
    /// Its copies; none for a title of which the library has no copy.
    pub items: Vec<ItemRecord>,
}

/// Hands every chosen title to `each`, in the order of the ids, until it breaks off.
///
/// # Errors
/// [`crate::Error::Database`] when the file can't be read, or holds something that its own rules forbid.
pub fn each_title<B>(
    snapshot: &Snapshot<'_>,
    choice: &Choice,
    each: impl FnMut(&ExportTitle) -> ControlFlow<B>,
) -> Result<ControlFlow<B>> {
    store::each_title(snapshot.sql(), choice, each)
}

/// How many titles [`each_title`] would hand out.
///
/// # Errors
/// [`crate::Error::Database`] when the file can't be read.
pub fn count(snapshot: &Snapshot<'_>, choice: &Choice) -> Result<u64> {
    store::count(snapshot.sql(), choice)
}

#[cfg(test)]
mod tests;
