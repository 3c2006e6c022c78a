//! Every SQL statement of the journal.

use rusqlite::{Connection, ErrorCode, OptionalExtension, params};

use super::{Broken, Head, Row};
use crate::error::Result;

const ROWS: &str = "SELECT seq, at, staff, action, detail, previous, hash FROM journal ORDER BY seq";

/// The last row, or what stands before the first.
pub(super) fn head(conn: &Connection) -> Result<Head> {
    let mut statement = conn.prepare_cached("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")?;
    let last = statement.query_row([], |row| {
        Ok(Head {
            seq: row.get(0)?,
            hash: row.get(1)?,
        })
    });
    Ok(last.optional()?.unwrap_or(Head::START))
}

/// The hash of one row.
pub(super) fn hash_at(conn: &Connection, seq: i64) -> Result<Option<[u8; 32]>> {
    let found = conn.query_row("SELECT hash FROM journal WHERE seq = ?1", [seq], |row| row.get(0));
    Ok(found.optional()?)
}

/// The last rows, the newest first.
pub(super) fn newest(conn: &Connection, most: u32) -> Result<Vec<Row>> {
    let mut statement =
        conn.prepare("SELECT seq, at, staff, action, detail, previous, hash FROM journal ORDER BY seq DESC LIMIT ?1")?;
    let rows = statement.query_map([most], row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// When the last action was.
pub(super) fn last_at(conn: &Connection) -> Result<Option<String>> {
    let last = "SELECT at FROM journal ORDER BY seq DESC LIMIT 1";
    Ok(conn.query_row(last, [], |row| row.get(0)).optional()?)
}

/// How many rows the counter says there are.
pub(super) fn counter(conn: &Connection) -> Result<i64> {
    let counted = conn.query_row("SELECT last FROM counter WHERE name = 'journal'", [], |row| row.get(0));
    Ok(counted.optional()?.unwrap_or(0))
}

/// Adds a row and counts it.
pub(super) fn append(conn: &Connection, row: &Row) -> Result<()> {
    let mut insert = conn.prepare_cached(
        "INSERT INTO journal (seq, at, staff, action, detail, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    insert.execute(params![
        row.seq,
        row.at,
        row.staff,
        row.action,
        row.detail,
        row.previous,
        row.hash
    ])?;
    let mut count = conn.prepare_cached(
        "INSERT INTO counter (name, last) VALUES ('journal', ?1) ON CONFLICT (name) DO UPDATE SET last = excluded.last",
    )?;
    count.execute([row.seq])?;
    Ok(())
}

/// Hands out every row in order, or why the next one can't be read, until something is found.
///
/// SQLite's own look at the cells of a page is off meanwhile: it would refuse the page as a whole, and the row
/// that was changed could not be named.
pub(super) fn each(
    conn: &Connection,
    mut found: impl FnMut(std::result::Result<Row, String>) -> Option<Broken>,
) -> Result<Option<Broken>> {
    conn.pragma_update(None, "cell_size_check", false)?;
    let answer = walk(conn, &mut found);
    conn.pragma_update(None, "cell_size_check", true)?;
    answer
}

fn walk(
    conn: &Connection,
    found: &mut impl FnMut(std::result::Result<Row, String>) -> Option<Broken>,
) -> Result<Option<Broken>> {
    let mut statement = conn.prepare(ROWS)?;
    let mut rows = statement.query([])?;
    loop {
        let read = match rows.next() {
            Ok(None) => return Ok(None),
            Ok(Some(row)) => self::row(row),
            Err(error) => Err(error),
        };
        let read = match read {
            Err(error) if !is_damage(&error) => return Err(error.into()),
            read => read.map_err(|error| error.to_string()),
        };
        let unreadable = read.is_err();
        if let Some(broken) = found(read) {
            return Ok(Some(broken));
        }
        if unreadable {
            return Ok(None);
        }
    }
}

/// Whether what stands in the file is damaged, rather than reading it failed.
fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        None | Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
    )
}

fn row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok(Row {
        seq: row.get(0)?,
        at: row.get(1)?,
        staff: row.get(2)?,
        action: row.get(3)?,
        detail: row.get(4)?,
        previous: row.get(5)?,
        hash: row.get(6)?,
    })
}
