//! Corrections by staff: a field that was edited here is not overwritten by an import.

use serde_json::json;

use super::import::identity;
use super::record::{Field, TitleRecord};
use super::words::Exchange;
use super::{index, store};
use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Transaction};
use crate::values::text::without_unseen;
use crate::values::{isbn, year};

/// A title before and after a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// As it was.
    pub before: TitleRecord,
    /// As it is then.
    pub after: TitleRecord,
}

impl Library {
    /// Sets fields of a title; an empty text clears one. With `dry_run` it only answers what would be.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown title, [`Error::BadValue`] for a value that the field can't take.
    pub fn edit_title(&mut self, act: &Act, id: i64, changes: &[(Field, String)], dry_run: bool) -> Result<Edited> {
        if dry_run {
            return self.rehearse(act, |tx| edit(tx, id, changes));
        }
        self.write(act, |tx| edit(tx, id, changes))
    }
}

fn edit(tx: &Transaction<'_>, id: i64, changes: &[(Field, String)]) -> Result<(Edited, Option<Entry>)> {
    let conn = tx.sql();
    let stored = store::title(conn, id)?;
    let stored = stored.ok_or_else(|| Error::NotFound {
        what: "title",
        wanted: id.to_string(),
    })?;
    let mut record = stored.record.clone();
    let mut edited = stored.edited;
    for (field, text) in changes {
        set(&mut record, *field, text)?;
        if !edited.contains(field) {
            edited.push(*field);
        }
    }
    edited.sort_unstable();
    let keys = identity::keys(&record);
    store::run_with_title(
        &mut store::prepare_title_update(conn)?,
        id,
        &record,
        keys.title,
        keys.detail,
    )?;
    store::set_title_edited(conn, id, &edited)?;
    index::exchange(conn, id, &Exchange::between(&stored.record, &record))?;
    let fields: Vec<&str> = changes.iter().map(|(field, _)| field.code()).collect();
    let detail = json!({ "title": id, "fields": fields });
    let edited = Edited {
        before: stored.record,
        after: record,
    };
    Ok((
        edited,
        Some(Entry {
            action: "catalog.edit-title",
            detail,
        }),
    ))
}

fn set(record: &mut TitleRecord, field: Field, text: &str) -> Result<()> {
    let seen = without_unseen(text);
    let text = seen.as_deref().unwrap_or(text).trim();
    let some = (!text.is_empty()).then(|| text.to_owned());
    let list = || {
        text.split(';')
            .map(str::trim)
            .filter(|one| !one.is_empty())
            .map(str::to_owned)
            .collect()
    };
    match field {
        Field::Title if some.is_none() => return Err(bad(field, text)),
        Field::Title => record.title = text.to_owned(),
        Field::Author => record.authors = list(),
        Field::Subject => record.subjects = list(),
        Field::Isbn => match isbn::read(text) {
            isbn::Reading::Empty => (record.isbn, record.isbn_printed) = (None, None),
            isbn::Reading::Valid(isbn) | isbn::Reading::Mended(isbn) => {
                record.isbn = Some(isbn.number());
                record.isbn_printed = (isbn.to_string() != text).then(|| text.to_owned());
            }
            isbn::Reading::Invalid => (record.isbn, record.isbn_printed) = (None, some),
            isbn::Reading::Lost => return Err(bad(field, text)),
        },
        Field::Year => {
            let year = year::read(text);
            (record.year, record.year_printed) = (year.number, year.printed);
        }
        Field::Part => record.part = some,
        Field::Responsibility => record.responsibility = some,
        Field::Edition => record.edition = some,
        Field::Issn => record.issn = some,
        Field::Publisher => record.publisher = some,
        Field::Place => record.place = some,
        Field::Extent => record.extent = some,
        Field::Series => record.series = some,
        Field::CallNumber => record.call_number = some,
        Field::Class => record.class = some,
        Field::Language => record.language = some,
        Field::Medium => record.medium = some,
        Field::Notes => record.notes = some,
        Field::Image => record.image = some,
        _ => return Err(bad(field, text)),
    }
    Ok(())
}

fn bad(field: Field, text: &str) -> Error {
    Error::BadValue {
        what: field.code(),
        found: text.to_owned(),
    }
}
