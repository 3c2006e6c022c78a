//! Text files with separators: CSV in all the shapes in which libraries meet it.
//!
//! [`Reader`] streams: memory stays flat, and rows, cells and columns have limits. It finds encoding, separator and quote
//! by itself, names every row that can't be read by line and column, and goes on at the next line.

mod decode;
pub mod guard;
mod input;
mod mend;
mod problem;
mod read;
mod record;
mod sniff;
mod take;
mod window;
mod write;

pub use input::Input;
pub use problem::{Next, Problem, Repair};
pub use read::{COLUMN_LIMIT, FIELD_LIMIT, ROW_LIMIT, Reader};
pub use record::Record;
pub use write::{Style, Writer};
