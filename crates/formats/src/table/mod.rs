//! Files of rows under a header, whatever they are about: how they are opened, what a whole file or a row is refused for,
//! what was mended. [`crate::catalogue`] and [`crate::members`] give the columns their meaning.

use std::path::Path;

pub(crate) mod cells;
mod error;
pub(crate) mod head;
mod row;
mod shape;
pub(crate) mod source;

pub use error::{FileError, FileErrorCode, SheetLimit};
pub(crate) use head::REJECT_COLUMNS;
pub(crate) use row::shorten;
pub use row::{Reject, RejectCode, RejectDetail, Row, Warning, WarningCode};
pub use shape::{ColumnUse, Options, Shape};

/// A reader of files of one kind.
pub trait Reading: Sized {
    /// The shapes of files it knows by name.
    type Dialect: Copy + std::fmt::Display + std::str::FromStr;
    /// What its columns can mean.
    type Field: Copy + Eq + std::fmt::Display + std::str::FromStr + 'static;

    /// Opens a file, finds out what it is, and stands before its first row.
    ///
    /// # Errors
    /// When the file can't be read as a whole: see [`FileError`].
    fn open(path: &Path, options: &Options<Self::Dialect, Self::Field>) -> Result<Self, FileError>;

    /// The next row, or why it can't be taken over; nothing at the end.
    ///
    /// # Errors
    /// When the rest of the file can't be read.
    fn next_row(&mut self) -> Result<Option<Result<Row<Self::Field>, Reject>>, FileError>;

    /// How the file is read.
    fn shape(&self) -> &Shape<Self::Dialect, Self::Field>;

    /// The cells of the last row as the file has them (those that a rejects file adds left out).
    fn original(&self) -> &[String];

    /// Records read so far, rejected ones included, header and blank rows not.
    fn records(&self) -> u64;

    /// Wholly blank rows passed over so far.
    fn blank(&self) -> u64;

    /// How far into the file the reading is, about, in bytes; 0 for a workbook.
    fn position(&self) -> u64;

    /// What was mended in the file as a whole.
    fn file_warnings(&self) -> &[Warning<Self::Field>];
}

/// Implements [`Reading`] by a reader's own functions of the same names.
macro_rules! reading {
    ($reader:ty, $dialect:ty, $field:ty) => {
        impl $crate::table::Reading for $reader {
            type Dialect = $dialect;
            type Field = $field;

            fn open(
                path: &std::path::Path,
                options: &$crate::table::Options<$dialect, $field>,
            ) -> Result<Self, $crate::table::FileError> {
                <$reader>::open(path, options)
            }

            fn next_row(
                &mut self,
            ) -> Result<Option<Result<$crate::table::Row<$field>, $crate::table::Reject>>, $crate::table::FileError>
            {
                <$reader>::next_row(self)
            }

            fn shape(&self) -> &$crate::table::Shape<$dialect, $field> {
                <$reader>::shape(self)
            }

            fn original(&self) -> &[String] {
                <$reader>::original(self)
            }

            fn records(&self) -> u64 {
                <$reader>::records(self)
            }

            fn blank(&self) -> u64 {
                <$reader>::blank(self)
            }

            fn position(&self) -> u64 {
                <$reader>::position(self)
            }

            fn file_warnings(&self) -> &[$crate::table::Warning<$field>] {
                <$reader>::file_warnings(self)
            }
        }
    };
}

pub(crate) use reading;
