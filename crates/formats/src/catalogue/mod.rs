//! Catalogue files: which dialect a file speaks, what its columns mean, and its rows one by one.

mod detect;
mod dialect;
mod error;
mod field;
mod header;
mod inlislite;
mod mapping;
mod pustaka;
mod reader;
mod row;
mod shape;
mod slims;
mod source;
mod synonyms;

pub use dialect::{Dialect, UnknownDialect};
pub use error::{FileError, FileErrorCode, SheetLimit};
pub use field::{Field, UnknownField};
pub use reader::Reader;
pub use row::{Reject, RejectCode, RejectDetail, Row, Warning, WarningCode};
pub use shape::{ColumnUse, Options, Shape};
