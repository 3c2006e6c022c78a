//! Every SQL statement of the templates.

use rusqlite::{Connection, OptionalExtension, params};

use super::Language;
use crate::error::Result;
use crate::library::columns;
use crate::notices::Reason;

/// Reason, language, text, and when it was changed.
pub(super) type Own = (Reason, Language, String, String);

/// The library's own templates.
pub(super) fn all(conn: &Connection) -> Result<Vec<Own>> {
    let mut statement = conn.prepare_cached("SELECT reason, language, body, changed_at FROM notice_template")?;
    let rows = statement.query_map([], |row| {
        Ok((
            columns::code(row, 0, Reason::from_code)?,
            columns::code(row, 1, Language::from_code)?,
            row.get(2)?,
            row.get(3)?,
        ))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The text of one.
pub(super) fn source(conn: &Connection, reason: Reason, language: Language) -> Result<Option<String>> {
    let sql = "SELECT body FROM notice_template WHERE reason = ?1 AND language = ?2";
    let mut statement = conn.prepare_cached(sql)?;
    Ok(statement
        .query_row([reason.code(), language.code()], |row| row.get(0))
        .optional()?)
}

/// Keeps one, or with no text forgets it.
pub(super) fn put(
    conn: &Connection,
    (reason, language): (Reason, Language),
    source: Option<&str>,
    stamp: &str,
) -> Result<()> {
    let (reason, language) = (reason.code(), language.code());
    match source {
        Some(source) => conn.execute(
            "INSERT INTO notice_template (reason, language, body, changed_at) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (reason, language) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at",
            params![reason, language, source, stamp],
        )?,
        None => conn.execute(
            "DELETE FROM notice_template WHERE reason = ?1 AND language = ?2",
            params![reason, language],
        )?,
    };
    Ok(())
}
