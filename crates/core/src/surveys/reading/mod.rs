//! From the rows of a file to answers: which column is what, what each cell means, and which cells are rejected.
//!
//! | module | what it does |
//! |---|---|
//! | [`columns`] | finds the header, and what each column answers; drops what would name a person |
//! | `headings` | what a heading means, and what it would say about a person |
//! | [`cells`] | one cell to one answer |
//! | [`days`] | the moment of an answer, as forms write it |
//! | [`rows`] | a row (or, in the long form, many) to a response |

pub mod cells;
pub mod columns;
pub mod days;
mod headings;
mod multiple;
pub mod rows;
#[cfg(test)]
mod tests;

pub use columns::{Column, Columns, Meaning, Personal, Unmapped, Wish};
pub use rows::{Long, Read, Reader, Rejected, Response, Row};
