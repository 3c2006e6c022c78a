//! What can be said about a row that was read, or could not be.

use crate::table::{RejectCode, RejectDetail, WarningCode};

/// What the next row of a file is.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// The file has no more rows.
    End,
    /// A row; it stands in the record.
    Row,
    /// A row that can't be read.
    Bad(Problem),
}

/// Why a row can't be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Problem {
    /// The line on which the row begins, counted from 1.
    pub line: u64,
    /// The cell at fault, counted from 0, where it can be told.
    pub cell: Option<usize>,
    /// Why.
    pub code: RejectCode,
    /// The figures that belong to it.
    pub detail: RejectDetail,
    /// The cells, as far as they can be told apart; none when a limit was passed.
    pub cells: Vec<String>,
}

/// A cell of the last row whose quoting was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// What was wrong.
    pub code: WarningCode,
    /// The cell, counted from 0.
    pub cell: usize,
    /// The row as the file has it.
    pub found: String,
}
