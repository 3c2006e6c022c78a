//! Files of members: which dialect a file speaks, what its columns mean, and its rows one by one.
//!
//! What a library has no business to know is never read: religion, marital state, the mother's name, passwords and
//! pins, the number of the family card, the blood group. Which columns were left out for that is told.

mod columns;
mod detect;
mod dialect;
mod field;
mod reader;
mod template;

pub use columns::Never;
pub use dialect::Dialect;
pub use field::Field;
pub use reader::{Mapping, Members};
pub use template::template;

/// A file of members that is being read.
pub type Reader = crate::table::Reader<Members>;
/// How a file of members is to be read.
pub type Options = crate::table::Options<Dialect, Field>;
/// How a file of members was read.
pub type Shape = crate::table::Shape<Dialect, Field>;
/// One row of a file of members.
pub type Row = crate::table::Row<Field>;
