//! How values of the domain stand in columns, where rusqlite has no conversion of its own.

use jiff::civil::{Date, DateTime};
use rusqlite::Row;
use rusqlite::types::Type;

/// A day, stored as `2026-11-20`.
pub(crate) fn day(row: &Row<'_>, column: usize) -> rusqlite::Result<Date> {
    parsed(row, column, |text| text.parse().ok())
}

/// A day, or none.
pub(crate) fn optional_day(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Date>> {
    match row.get_ref(column)? {
        rusqlite::types::ValueRef::Null => Ok(None),
        _ => day(row, column).map(Some),
    }
}

/// A day and its minute, stored as `2026-11-20T10:15`.
pub(crate) fn minute(row: &Row<'_>, column: usize) -> rusqlite::Result<DateTime> {
    parsed(row, column, |text| text.parse().ok())
}

/// A minute, or none.
pub(crate) fn optional_minute(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<DateTime>> {
    match row.get_ref(column)? {
        rusqlite::types::ValueRef::Null => Ok(None),
        _ => minute(row, column).map(Some),
    }
}

/// A minute as it is stored.
pub(crate) fn minute_text(at: DateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// A value that is stored as one of a list of codes.
pub(crate) fn code<T>(row: &Row<'_>, column: usize, from_code: fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    parsed(row, column, from_code)
}

/// A value that is stored as one of a list of codes, or in a form of its own; or none.
pub(crate) fn optional_code<T>(
    row: &Row<'_>,
    column: usize,
    from_code: fn(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    match row.get_ref(column)? {
        rusqlite::types::ValueRef::Null => Ok(None),
        _ => code(row, column, from_code).map(Some),
    }
}

fn parsed<T>(row: &Row<'_>, column: usize, read: impl FnOnce(&str) -> Option<T>) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    read(text).ok_or_else(|| {
        let what = format!("`{text}` is not what the column holds");
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, what.into())
    })
}
