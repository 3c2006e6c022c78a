//! How titles and copies stand in the file: their columns, in one order for every statement.

use rusqlite::types::ToSqlOutput;
use rusqlite::{CachedStatement, Connection, OptionalExtension, Row, params};

use crate::catalog::record::{Field, ItemRecord, ItemSource, ItemStatus, TitleRecord};
use crate::error::Result;

/// The columns of a title, in the order of [`title_from_row`].
pub(crate) const TITLE_COLUMNS: &str = "id, title, part, responsibility, authors, edition, isbn, isbn_printed, issn, \
    publisher, place, year, year_printed, extent, series, call_number, class, language, medium, subjects, notes, \
    image, edited";

/// The columns of a copy, in the order of [`item_from_row`].
pub(crate) const ITEM_COLUMNS: &str = "id, title_id, barcode, inventory_number, call_number, collection_type, \
    location, shelf, status, received, source, supplier, order_number, ordered, invoice_number, invoiced, price, \
    currency, note, edited";

/// A title of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredTitle {
    /// Its id, inside the program only.
    pub id: i64,
    /// What it says.
    pub record: TitleRecord,
    /// The fields that staff edited here.
    pub edited: Vec<Field>,
}

/// A copy of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredItem {
    /// Its id, inside the program only.
    pub id: i64,
    /// The title that it is a copy of.
    pub title_id: i64,
    /// What it says.
    pub record: ItemRecord,
    /// The fields that staff edited here.
    pub edited: Vec<Field>,
}

/// Reads a row of [`TITLE_COLUMNS`], from the column `at` on.
pub(crate) fn title_from_row(row: &Row<'_>, at: usize) -> rusqlite::Result<StoredTitle> {
    Ok(StoredTitle {
        id: row.get(at)?,
        record: TitleRecord {
            title: row.get(at + 1)?,
            part: row.get(at + 2)?,
            responsibility: row.get(at + 3)?,
            authors: list(row.get(at + 4)?),
            edition: row.get(at + 5)?,
            isbn: row.get(at + 6)?,
            isbn_printed: row.get(at + 7)?,
            issn: row.get(at + 8)?,
            publisher: row.get(at + 9)?,
            place: row.get(at + 10)?,
            year: row.get(at + 11)?,
            year_printed: row.get(at + 12)?,
            extent: row.get(at + 13)?,
            series: row.get(at + 14)?,
            call_number: row.get(at + 15)?,
            class: row.get(at + 16)?,
            language: row.get(at + 17)?,
            medium: row.get(at + 18)?,
            subjects: list(row.get(at + 19)?),
            notes: row.get(at + 20)?,
            image: row.get(at + 21)?,
        },
        edited: fields(row.get(at + 22)?),
    })
}

/// Reads a row of [`ITEM_COLUMNS`], from the column `at` on.
pub(crate) fn item_from_row(row: &Row<'_>, at: usize) -> rusqlite::Result<StoredItem> {
    let status: String = row.get(at + 8)?;
    let source: Option<String> = row.get(at + 10)?;
    Ok(StoredItem {
        id: row.get(at)?,
        title_id: row.get(at + 1)?,
        record: ItemRecord {
            barcode: row.get(at + 2)?,
            inventory_number: row.get(at + 3)?,
            call_number: row.get(at + 4)?,
            collection_type: row.get(at + 5)?,
            location: row.get(at + 6)?,
            shelf: row.get(at + 7)?,
            status: ItemStatus::from_code(&status).unwrap_or_default(),
            received: row.get(at + 9)?,
            source: source.as_deref().and_then(ItemSource::from_code),
            supplier: row.get(at + 11)?,
            order_number: row.get(at + 12)?,
            ordered: row.get(at + 13)?,
            invoice_number: row.get(at + 14)?,
            invoiced: row.get(at + 15)?,
            price: row.get(at + 16)?,
            currency: row.get(at + 17)?,
            note: row.get(at + 18)?,
        },
        edited: fields(row.get(at + 19)?),
    })
}

/// A JSON list of texts as stored; none for the empty list.
pub(crate) fn stored_list(list: &[String]) -> Option<String> {
    if list.is_empty() {
        None
    } else {
        serde_json::to_string(list).ok()
    }
}

/// The fields that staff edited, as stored.
pub(crate) fn stored_fields(fields: &[Field]) -> Option<String> {
    let codes: Vec<&str> = fields.iter().map(|field| field.code()).collect();
    (!codes.is_empty()).then(|| serde_json::Value::from(codes).to_string())
}

fn list(stored: Option<String>) -> Vec<String> {
    stored
        .and_then(|json| serde_json::from_str(&json).ok())
        .unwrap_or_default()
}

fn fields(stored: Option<String>) -> Vec<Field> {
    list(stored).iter().filter_map(|code| Field::from_code(code)).collect()
}

/// The title with this id.
pub(crate) fn title(conn: &Connection, id: i64) -> Result<Option<StoredTitle>> {
    let sql = format!("SELECT {TITLE_COLUMNS} FROM title WHERE id = ?1");
    Ok(conn
        .prepare_cached(&sql)?
        .query_row([id], |row| title_from_row(row, 0))
        .optional()?)
}

/// The copy with this barcode.
pub(crate) fn item(conn: &Connection, barcode: &str) -> Result<Option<StoredItem>> {
    let sql = format!("SELECT {ITEM_COLUMNS} FROM item WHERE barcode = ?1");
    Ok(conn
        .prepare_cached(&sql)?
        .query_row([barcode], |row| item_from_row(row, 0))
        .optional()?)
}

/// The copies of a title, by barcode.
pub(crate) fn items_of(conn: &Connection, title: i64) -> Result<Vec<StoredItem>> {
    let sql = format!("SELECT {ITEM_COLUMNS} FROM item WHERE title_id = ?1 ORDER BY barcode");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([title], |row| item_from_row(row, 0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The statement that overwrites a title with the values of [`bind_title`].
pub(crate) fn prepare_title_update(conn: &Connection) -> Result<CachedStatement<'_>> {
    Ok(conn.prepare_cached(
        "UPDATE title SET title = ?2, part = ?3, responsibility = ?4, authors = ?5, edition = ?6, isbn = ?7, \
         isbn_printed = ?8, issn = ?9, publisher = ?10, place = ?11, year = ?12, year_printed = ?13, extent = ?14, \
         series = ?15, call_number = ?16, class = ?17, language = ?18, medium = ?19, subjects = ?20, notes = ?21, \
         image = ?22, title_hash = ?23, match_hash = ?24 WHERE id = ?1",
    )?)
}

/// The statement that adds a title with the values of [`bind_title`].
pub(crate) fn prepare_title_insert(conn: &Connection) -> Result<CachedStatement<'_>> {
    Ok(conn.prepare_cached(
        "INSERT INTO title (id, title, part, responsibility, authors, edition, isbn, isbn_printed, issn, publisher, \
         place, year, year_printed, extent, series, call_number, class, language, medium, subjects, notes, image, \
         title_hash, match_hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, \
         ?18, ?19, ?20, ?21, ?22, ?23, ?24)",
    )?)
}

/// Runs a statement of [`prepare_title_insert`] or [`prepare_title_update`].
pub(crate) fn run_with_title(
    statement: &mut CachedStatement<'_>,
    id: i64,
    t: &TitleRecord,
    title_hash: i64,
    match_hash: i64,
) -> Result<()> {
    let (authors, subjects) = (stored_list(&t.authors), stored_list(&t.subjects));
    run(
        statement,
        [
            number(id),
            Some(ToSqlOutput::from(t.title.as_str())),
            text(&t.part),
            text(&t.responsibility),
            text(&authors),
            text(&t.edition),
            t.isbn.and_then(number),
            text(&t.isbn_printed),
            text(&t.issn),
            text(&t.publisher),
            text(&t.place),
            t.year.and_then(number),
            text(&t.year_printed),
            text(&t.extent),
            text(&t.series),
            text(&t.call_number),
            text(&t.class),
            text(&t.language),
            text(&t.medium),
            text(&subjects),
            text(&t.notes),
            text(&t.image),
            number(title_hash),
            number(match_hash),
        ],
    )
}

/// The statement that adds a copy, for [`run_with_item`].
pub(crate) fn prepare_item_insert(conn: &Connection) -> Result<CachedStatement<'_>> {
    Ok(conn.prepare_cached(
        "INSERT INTO item (id, title_id, barcode, inventory_number, call_number, collection_type, location, shelf, \
         status, received, source, supplier, order_number, ordered, invoice_number, invoiced, price, currency, note) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
    )?)
}

/// The statement that overwrites a copy, for [`run_with_item`].
pub(crate) fn prepare_item_update(conn: &Connection) -> Result<CachedStatement<'_>> {
    Ok(conn.prepare_cached(
        "UPDATE item SET title_id = ?2, barcode = ?3, inventory_number = ?4, call_number = ?5, collection_type = ?6, \
         location = ?7, shelf = ?8, status = ?9, received = ?10, source = ?11, supplier = ?12, order_number = ?13, \
         ordered = ?14, invoice_number = ?15, invoiced = ?16, price = ?17, currency = ?18, note = ?19 WHERE id = ?1",
    )?)
}

/// Runs a statement of [`prepare_item_insert`] or [`prepare_item_update`].
pub(crate) fn run_with_item(statement: &mut CachedStatement<'_>, id: i64, title_id: i64, i: &ItemRecord) -> Result<()> {
    run(
        statement,
        [
            number(id),
            number(title_id),
            Some(ToSqlOutput::from(i.barcode.as_str())),
            text(&i.inventory_number),
            text(&i.call_number),
            text(&i.collection_type),
            text(&i.location),
            text(&i.shelf),
            Some(ToSqlOutput::from(i.status.code())),
            text(&i.received),
            i.source.map(|source| ToSqlOutput::from(source.code())),
            text(&i.supplier),
            text(&i.order_number),
            text(&i.ordered),
            text(&i.invoice_number),
            text(&i.invoiced),
            i.price.and_then(number),
            text(&i.currency),
            text(&i.note),
        ],
    )
}

fn text(text: &Option<String>) -> Option<ToSqlOutput<'_>> {
    text.as_deref().map(ToSqlOutput::from)
}

fn number(number: i64) -> Option<ToSqlOutput<'static>> {
    Some(ToSqlOutput::from(number))
}

/// Runs a statement with the values that there are. What is not bound is null, and most columns of a record are: to
/// bind those too would cost an import more than the others.
fn run<const N: usize>(statement: &mut CachedStatement<'_>, values: [Option<ToSqlOutput<'_>>; N]) -> Result<()> {
    statement.clear_bindings();
    for (at, value) in values.iter().enumerate() {
        if let Some(value) = value {
            statement.raw_bind_parameter(at + 1, value)?;
        }
    }
    statement.raw_execute()?;
    Ok(())
}

/// Keeps which fields of a title staff edited.
pub(crate) fn set_title_edited(conn: &Connection, id: i64, edited: &[Field]) -> Result<()> {
    conn.execute(
        "UPDATE title SET edited = ?2 WHERE id = ?1",
        params![id, stored_fields(edited)],
    )?;
    Ok(())
}
