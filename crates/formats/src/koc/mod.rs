//! Koha's offline circulation files (`.koc`, version 1.0): what a desk without a network lent, took back and was paid.
//!
//! The first line is `Version=1.0`, `Generator=…`, `GeneratorVersion=…`, parted by tabs. Each line after it is the
//! moment (`2026-11-20 10:15:30`, some programs add a running number behind another blank), a tab, and one of
//!
//! ```text
//! issue    card   barcode
//! return   barcode
//! payment  card   amount
//! ```
//!
//! parted by tabs. Koha itself passes over what it does not understand; here every such line is named by line and
//! column, because behind each stands a book that somebody took home. (Source: Koha's `offline_circ/process_koc.pl`.)

mod read;
mod write;

use jiff::civil::DateTime;

pub use read::{LINE_LIMIT, Reader};
pub use write::Writer;

/// The version of the files that are read and written.
pub const VERSION: &str = "1.0";

/// Who wrote a file, as its first line says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// The program: `kocQt4`, `KOCT` …
    pub generator: String,
    /// Its version.
    pub generator_version: String,
}

/// A line: something that happened at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number in the file, counted from 1; the header is the first.
    pub line: u64,
    /// When it happened, by the clock of the desk.
    pub at: DateTime,
    /// What happened.
    pub action: Action,
}

/// What happened at the desk. Codes and amounts are as the file has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// A copy was lent.
    Issue {
        /// The reader's card.
        card: String,
        /// The copy's barcode.
        barcode: String,
    },
    /// A copy came back.
    Return {
        /// The copy's barcode.
        barcode: String,
    },
    /// Money was taken.
    Payment {
        /// The reader's card.
        card: String,
        /// The amount as written.
        amount: String,
    },
}

/// A line that can't be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its number in the file, counted from 1.
    pub line: u64,
    /// The character at which it goes wrong, counted from 1.
    pub column: u64,
    /// Why.
    pub code: FaultCode,
    /// What stands there, shortened to 80 characters.
    pub found: String,
}

/// Why a line can't be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultCode {
    /// The first line names no version, or the file is empty.
    NoVersion,
    /// The file is of another version.
    OtherVersion,
    /// Not UTF-8, or a NUL byte: no text.
    NotText,
    /// Longer than [`LINE_LIMIT`] bytes.
    TooLong,
    /// The moment is none, or does not exist.
    Moment,
    /// A command that the format does not have.
    Command,
    /// Something that the command needs is missing.
    Missing,
    /// More than the command takes.
    TooMany,
}

impl FaultCode {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            FaultCode::NoVersion => "koc.no-version",
            FaultCode::OtherVersion => "koc.other-version",
            FaultCode::NotText => "koc.not-text",
            FaultCode::TooLong => "koc.too-long",
            FaultCode::Moment => "koc.moment",
            FaultCode::Command => "koc.command",
            FaultCode::Missing => "koc.missing",
            FaultCode::TooMany => "koc.too-many",
        }
    }

    /// Whether nothing more of the file can be read: it is another kind of file.
    pub fn ends_the_file(self) -> bool {
        matches!(self, FaultCode::NoVersion | FaultCode::OtherVersion)
    }
}

#[cfg(test)]
mod tests;
