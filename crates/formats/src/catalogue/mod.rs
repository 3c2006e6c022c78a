//! Catalogue files: which dialect a file speaks, what its columns mean, and its rows one by one.

mod dialect;
mod error;
mod field;
mod reader;
mod row;
mod shape;

pub use dialect::{Dialect, UnknownDialect};
pub use error::{FileError, FileErrorCode, SheetLimit};
pub use field::{Field, UnknownField};
pub use reader::Reader;
pub use row::{Reject, RejectCode, RejectDetail, Row, Warning, WarningCode};
pub use shape::{ColumnUse, Options, Shape};
