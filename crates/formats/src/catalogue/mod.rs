//! Catalogue files: which dialect a file speaks, what its columns mean, and its rows one by one.

mod detect;
mod dialect;
mod field;
mod header;
mod inlislite;
mod mapping;
mod pustaka;
mod reader;
mod scars;
mod slims;
mod slims_write;
mod synonyms;
mod template;

pub use dialect::{Dialect, UnknownDialect};
pub use field::{Field, UnknownField};
pub use pustaka::PustakaWriter;
pub use reader::{Catalogue, Reader};
pub use slims_write::{
    Alteration, AlterationCode, SlimsBiblio, SlimsBiblioWriter, SlimsItem, SlimsItemWriter, SlimsSource, Written,
};
pub use template::template;

pub use crate::table::{FileError, FileErrorCode, Reject, RejectCode, RejectDetail, SheetLimit, WarningCode};

/// One row of a catalogue file.
pub type Row = crate::table::Row<Field>;
/// What was mended in a catalogue file.
pub type Warning = crate::table::Warning<Field>;
/// How a catalogue file is to be read.
pub type Options = crate::table::Options<Dialect, Field>;
/// How a catalogue file was read.
pub type Shape = crate::table::Shape<Dialect, Field>;
/// A column of a catalogue file and what it is taken for.
pub type ColumnUse = crate::table::ColumnUse<Field>;

/// What other exports of SLiMS need mended too.
pub(crate) mod repair {
    pub(crate) use super::scars::scars;
    pub(crate) use super::slims::backslashes;
}
