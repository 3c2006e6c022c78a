//! Workbooks: `.xlsx`, `.xls` and `.ods` are read through calamine with limits around it, `.xlsx` is written.
//!
//! Before calamine sees a file, its size is bounded (32 MB as it is, 256 MB unpacked, counted by unpacking), XML entities are
//! refused, and the cells that the old formats would lay out as a grid are counted. Rows then come through a short queue
//! from a thread of their own, one at a time; for `.xlsx` they are read as a stream.

mod bound;
mod kind;
mod old;
mod paper;
mod rows;
mod value;
mod write;

pub use kind::{Kind, kind};
pub use paper::{Paper, PaperColumn};
pub use rows::{Beyond, Rows, SheetRow};
pub use write::{Cell, Column, ColumnKind, Table, WriteError, write_workbook, write_xlsx};

/// The biggest file that is opened, in bytes.
pub const COMPRESSED_LIMIT: u64 = 32 * 1024 * 1024;
/// The most that its parts may unpack to, in bytes.
pub const INFLATED_LIMIT: u64 = 256 * 1024 * 1024;
/// The most cells that are read.
pub const CELL_LIMIT: u64 = 5_000_000;
