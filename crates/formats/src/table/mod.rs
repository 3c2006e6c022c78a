//! Files of rows under a header, whatever they are about: how they are opened, what a whole file or a row is refused for,
//! what was mended. [`crate::catalogue`] and [`crate::members`] give the columns their meaning.

pub(crate) mod cells;
mod error;
pub mod head;
pub(crate) mod named;
mod reader;
mod row;
mod shape;
pub(crate) mod source;

pub use error::{FileError, FileErrorCode, SheetLimit};
pub(crate) use head::REJECT_COLUMNS;
pub use reader::{Found, Heading, Kind, NextRow, OptionsOf, Reader};
pub(crate) use row::shorten;
pub use row::{Reject, RejectCode, RejectDetail, Row, Warning, WarningCode};
pub use shape::{ColumnUse, Options, Shape};
