//! Every SQL statement of the export, and how a row becomes a record.

use std::ops::ControlFlow;

use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};

use super::{Choice, ExportTitle};
use crate::catalog::record::{ItemRecord, ItemSource, ItemStatus, TitleRecord};
use crate::error::Result;

/// The chosen titles, in the order the table itself stands in: nothing is sorted.
const TITLES: &str =
    "SELECT id, title, part, responsibility, authors, edition, isbn, isbn_printed, issn, publisher, place,
    year, year_printed, extent, series, call_number, class, language, medium, subjects, notes, image
    FROM title WHERE ?1 IS NULL OR substr(class, 1, length(?1)) = ?1 ORDER BY id";

/// The copies of one title.
const ITEMS: &str =
    "SELECT barcode, inventory_number, call_number, collection_type, location, shelf, status, received, source,
    supplier, order_number, ordered, invoice_number, invoiced, price, currency, note
    FROM item WHERE title_id = ?1 ORDER BY id";

const COUNT: &str = "SELECT count(*) FROM title WHERE ?1 IS NULL OR substr(class, 1, length(?1)) = ?1";

pub(super) fn each_title<B>(
    conn: &Connection,
    choice: &Choice,
    mut each: impl FnMut(&ExportTitle) -> ControlFlow<B>,
) -> Result<ControlFlow<B>> {
    let mut titles = conn.prepare_cached(TITLES)?;
    let mut items = conn.prepare_cached(ITEMS)?;
    let mut rows = titles.query(params![choice.class])?;
    let mut out = ExportTitle::default();
    while let Some(row) = rows.next()? {
        out.id = row.get(0)?;
        out.title = title(row)?;
        out.items.clear();
        let mut copies = items.query([out.id])?;
        while let Some(copy) = copies.next()? {
            out.items.push(item(copy)?);
        }
        if let ControlFlow::Break(answer) = each(&out) {
            return Ok(ControlFlow::Break(answer));
        }
    }
    Ok(ControlFlow::Continue(()))
}

pub(super) fn count(conn: &Connection, choice: &Choice) -> Result<u64> {
    let count: i64 = conn.query_row(COUNT, params![choice.class], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

fn title(row: &Row<'_>) -> rusqlite::Result<TitleRecord> {
    Ok(TitleRecord {
        title: row.get(1)?,
        part: row.get(2)?,
        responsibility: row.get(3)?,
        authors: list(row, 4)?,
        edition: row.get(5)?,
        isbn: row.get(6)?,
        isbn_printed: row.get(7)?,
        issn: row.get(8)?,
        publisher: row.get(9)?,
        place: row.get(10)?,
        year: row.get(11)?,
        year_printed: row.get(12)?,
        extent: row.get(13)?,
        series: row.get(14)?,
        call_number: row.get(15)?,
        class: row.get(16)?,
        language: row.get(17)?,
        medium: row.get(18)?,
        subjects: list(row, 19)?,
        notes: row.get(20)?,
        image: row.get(21)?,
    })
}

fn item(row: &Row<'_>) -> rusqlite::Result<ItemRecord> {
    Ok(ItemRecord {
        barcode: row.get(0)?,
        inventory_number: row.get(1)?,
        call_number: row.get(2)?,
        collection_type: row.get(3)?,
        location: row.get(4)?,
        shelf: row.get(5)?,
        status: code(row, 6, ItemStatus::from_code)?.unwrap_or_default(),
        received: row.get(7)?,
        source: code(row, 8, ItemSource::from_code)?,
        supplier: row.get(9)?,
        order_number: row.get(10)?,
        ordered: row.get(11)?,
        invoice_number: row.get(12)?,
        invoiced: row.get(13)?,
        price: row.get(14)?,
        currency: row.get(15)?,
        note: row.get(16)?,
    })
}

/// A JSON list of texts; NULL is the empty list.
fn list(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<String>> {
    match row.get_ref(column)?.as_str_or_null()? {
        None => Ok(Vec::new()),
        Some(json) => serde_json::from_str(json)
            .map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error))),
    }
}

/// A stored code; one that this program doesn't know is damage, not an empty value.
fn code<T>(row: &Row<'_>, column: usize, known: fn(&str) -> Option<T>) -> rusqlite::Result<Option<T>> {
    match row.get_ref(column)?.as_str_or_null()? {
        None => Ok(None),
        Some(code) => known(code).map(Some).ok_or_else(|| {
            let unknown = format!("unknown code {code:?}");
            rusqlite::Error::FromSqlConversionFailure(column, Type::Text, unknown.into())
        }),
    }
}
