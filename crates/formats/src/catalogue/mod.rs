//! Catalogue files: which dialect a file speaks, what its columns mean, and its rows one by one.

pub(crate) mod detect;
mod dialect;
mod error;
mod field;
pub(crate) mod header;
mod inlislite;
mod mapping;
mod pustaka;
mod reader;
mod row;
mod scars;
mod shape;
mod slims;
mod slims_write;
pub(crate) mod source;
mod synonyms;
mod template;

pub(crate) use detect::REJECT_COLUMNS;
pub use dialect::{Dialect, UnknownDialect};
pub use error::{FileError, FileErrorCode, SheetLimit};
pub use field::{Field, UnknownField};
pub use pustaka::PustakaWriter;
pub use reader::Reader;
pub use row::{Reject, RejectCode, RejectDetail, Row, Warning, WarningCode};
pub use shape::{ColumnUse, Options, Shape};
pub use slims_write::{
    Alteration, AlterationCode, SlimsBiblio, SlimsBiblioWriter, SlimsItem, SlimsItemWriter, SlimsSource, Written,
};
pub use template::template;
