//! Every SQL statement of the accession register.

use rusqlite::{Connection, params};

use super::Accession;
use crate::catalog::record::{ItemSource, ItemStatus};
use crate::error::Result;
use crate::library::columns::{code, optional_code, optional_day};
use crate::values::ids::ItemId;

/// Hands on the number of every copy received in a span, or of all copies, in the order of the register: the day, then the
/// inventory number (the barcode where there is none); what has no day comes last. Only numbers are sorted, so that a
/// large library needs little memory.
pub(super) fn accessions(
    conn: &Connection,
    span: Option<(&str, &str)>,
    mut each: impl FnMut(ItemId) -> Result<bool>,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT id FROM item WHERE ?1 IS NULL OR received BETWEEN ?1 AND ?2 \
         ORDER BY received IS NULL, received, coalesce(inventory_number, barcode), id",
    )?;
    let (first, last) = span.unzip();
    let mut rows = statement.query(params![first, last])?;
    while let Some(row) = rows.next()? {
        if !each(row.get(0)?)? {
            break;
        }
    }
    Ok(())
}

/// A copy as it stands in the register.
pub(super) fn copy(conn: &Connection, id: ItemId) -> Result<Accession> {
    let mut statement = conn.prepare_cached(
        "SELECT i.received, i.inventory_number, i.barcode, t.title, t.part, t.authors, t.responsibility, t.edition, \
           t.publisher, t.place, coalesce(t.year_printed, t.year), t.extent, coalesce(t.isbn_printed, t.isbn), \
           coalesce(i.call_number, t.call_number, t.class), t.language, i.source, i.price, i.currency, i.status, i.note \
         FROM item i JOIN title t ON t.id = i.title_id WHERE i.id = ?1",
    )?;
    Ok(statement.query_row([id], |row| {
        let authors: Option<String> = row.get(5)?;
        let authors: Vec<String> = authors
            .and_then(|list| serde_json::from_str(&list).ok())
            .unwrap_or_default();
        let number = |column| -> rusqlite::Result<Option<String>> {
            Ok(match row.get::<_, rusqlite::types::Value>(column)? {
                rusqlite::types::Value::Integer(number) => Some(number.to_string()),
                rusqlite::types::Value::Text(text) => Some(text),
                _ => None,
            })
        };
        Ok(Accession {
            received: optional_day(row, 0)?,
            inventory_number: row.get(1)?,
            barcode: row.get(2)?,
            title: row.get(3)?,
            part: row.get(4)?,
            author: match authors.is_empty() {
                true => row.get(6)?,
                false => Some(authors.join("; ")),
            },
            edition: row.get(7)?,
            publisher: row.get(8)?,
            place: row.get(9)?,
            year: number(10)?,
            extent: row.get(11)?,
            isbn: number(12)?,
            call_number: row.get(13)?,
            language: row.get(14)?,
            source: optional_code(row, 15, ItemSource::from_code)?,
            price: row.get(16)?,
            currency: row.get(17)?,
            status: code(row, 18, ItemStatus::from_code)?,
            note: row.get(19)?,
        })
    })?)
}

/// How many copies have no day of receipt, and how many copies there are.
pub(super) fn undated(conn: &Connection) -> Result<(i64, i64)> {
    let sql = "SELECT coalesce(sum(received IS NULL), 0), count(*) FROM item";
    Ok(conn
        .prepare_cached(sql)?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// How many copies were received in a span, or are there at all.
pub(super) fn count(conn: &Connection, span: Option<(&str, &str)>) -> Result<i64> {
    let sql = "SELECT count(*) FROM item WHERE ?1 IS NULL OR received BETWEEN ?1 AND ?2";
    let (first, last) = span.unzip();
    Ok(conn
        .prepare_cached(sql)?
        .query_row(params![first, last], |row| row.get(0))?)
}
