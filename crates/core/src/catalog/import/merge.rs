//! What a row changes in a record that was there before. Pure rules.
//!
//! A value of the file replaces the stored one, unless staff edited that field here; an empty cell changes nothing.

use crate::catalog::record::{Field, ItemRecord, ItemStatus, TitleRecord};

/// The record after a merge, and what became of the fields in which file and library differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Merged<T> {
    pub(crate) record: T,
    /// Taken from the file.
    pub(crate) changed: Vec<Field>,
    /// Kept, because staff edited them here.
    pub(crate) kept: Vec<Field>,
}

struct Judge<'a> {
    edited: &'a [Field],
    overwrite_edited: bool,
    changed: Vec<Field>,
    kept: Vec<Field>,
}

impl Judge<'_> {
    fn take<V: PartialEq + Clone>(&mut self, field: Field, has_value: bool, stored: &mut V, found: &V) {
        if !has_value || stored == found {
            return;
        }
        if self.edited.contains(&field) && !self.overwrite_edited {
            self.kept.push(field);
        } else {
            stored.clone_from(found);
            self.changed.push(field);
        }
    }

    fn text(&mut self, field: Field, stored: &mut Option<String>, found: &Option<String>) {
        self.take(field, found.is_some(), stored, found);
    }
}

/// Merges a row into a title.
pub(crate) fn title(
    stored: &TitleRecord,
    found: &TitleRecord,
    edited: &[Field],
    overwrite_edited: bool,
) -> Merged<TitleRecord> {
    let mut record = stored.clone();
    let mut judge = Judge {
        edited,
        overwrite_edited,
        changed: vec![],
        kept: vec![],
    };
    judge.take(Field::Title, !found.title.is_empty(), &mut record.title, &found.title);
    judge.text(Field::Part, &mut record.part, &found.part);
    judge.text(Field::Responsibility, &mut record.responsibility, &found.responsibility);
    judge.take(
        Field::Author,
        !found.authors.is_empty(),
        &mut record.authors,
        &found.authors,
    );
    judge.text(Field::Edition, &mut record.edition, &found.edition);
    let mut isbn = (record.isbn, record.isbn_printed.take());
    let better = found.isbn.is_some() || (found.isbn_printed.is_some() && isbn.0.is_none());
    judge.take(
        Field::Isbn,
        better,
        &mut isbn,
        &(found.isbn, found.isbn_printed.clone()),
    );
    (record.isbn, record.isbn_printed) = isbn;
    judge.text(Field::Issn, &mut record.issn, &found.issn);
    judge.text(Field::Publisher, &mut record.publisher, &found.publisher);
    judge.text(Field::Place, &mut record.place, &found.place);
    let mut year = (record.year, record.year_printed.take());
    let better = found.year.is_some() || (found.year_printed.is_some() && year.0.is_none());
    judge.take(
        Field::Year,
        better,
        &mut year,
        &(found.year, found.year_printed.clone()),
    );
    (record.year, record.year_printed) = year;
    judge.text(Field::Extent, &mut record.extent, &found.extent);
    judge.text(Field::Series, &mut record.series, &found.series);
    judge.text(Field::CallNumber, &mut record.call_number, &found.call_number);
    judge.text(Field::Class, &mut record.class, &found.class);
    judge.text(Field::Language, &mut record.language, &found.language);
    judge.text(Field::Medium, &mut record.medium, &found.medium);
    judge.take(
        Field::Subject,
        !found.subjects.is_empty(),
        &mut record.subjects,
        &found.subjects,
    );
    judge.text(Field::Notes, &mut record.notes, &found.notes);
    judge.text(Field::Image, &mut record.image, &found.image);
    Merged {
        record,
        changed: judge.changed,
        kept: judge.kept,
    }
}

/// Merges a row into a copy. A status is taken only when the row names one (`names_status`).
pub(crate) fn item(
    stored: &ItemRecord,
    found: &ItemRecord,
    names_status: bool,
    edited: &[Field],
    overwrite_edited: bool,
) -> Merged<ItemRecord> {
    let mut record = stored.clone();
    let mut judge = Judge {
        edited,
        overwrite_edited,
        changed: vec![],
        kept: vec![],
    };
    judge.text(
        Field::InventoryNumber,
        &mut record.inventory_number,
        &found.inventory_number,
    );
    judge.text(Field::ItemCallNumber, &mut record.call_number, &found.call_number);
    judge.text(
        Field::CollectionType,
        &mut record.collection_type,
        &found.collection_type,
    );
    judge.text(Field::Location, &mut record.location, &found.location);
    judge.text(Field::Shelf, &mut record.shelf, &found.shelf);
    judge.take::<ItemStatus>(Field::Status, names_status, &mut record.status, &found.status);
    judge.text(Field::Received, &mut record.received, &found.received);
    judge.take(Field::Source, found.source.is_some(), &mut record.source, &found.source);
    judge.text(Field::Supplier, &mut record.supplier, &found.supplier);
    judge.text(Field::OrderNumber, &mut record.order_number, &found.order_number);
    judge.text(Field::Ordered, &mut record.ordered, &found.ordered);
    judge.text(Field::InvoiceNumber, &mut record.invoice_number, &found.invoice_number);
    judge.text(Field::Invoiced, &mut record.invoiced, &found.invoiced);
    judge.take(Field::Price, found.price.is_some(), &mut record.price, &found.price);
    judge.text(Field::Currency, &mut record.currency, &found.currency);
    judge.text(Field::ItemNote, &mut record.note, &found.note);
    Merged {
        record,
        changed: judge.changed,
        kept: judge.kept,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stored() -> TitleRecord {
        TitleRecord {
            title: "Bumi".into(),
            publisher: Some("Gramedia".into()),
            isbn: Some(9_786_020_000_000),
            ..TitleRecord::default()
        }
    }

    #[test]
    fn an_empty_cell_changes_nothing_and_a_value_replaces() {
        let found = TitleRecord {
            title: "Bumi".into(),
            place: Some("Jakarta".into()),
            ..TitleRecord::default()
        };
        let merged = title(&stored(), &found, &[], false);
        assert_eq!(merged.changed, [Field::Place]);
        assert_eq!(merged.record.publisher.as_deref(), Some("Gramedia"));
    }

    #[test]
    fn what_staff_edited_is_kept_unless_told_otherwise() {
        let found = TitleRecord {
            title: "Bumi".into(),
            publisher: Some("Lain".into()),
            ..TitleRecord::default()
        };
        let kept = title(&stored(), &found, &[Field::Publisher], false);
        assert_eq!((kept.changed, kept.kept), (vec![], vec![Field::Publisher]));
        let told = title(&stored(), &found, &[Field::Publisher], true);
        assert_eq!(told.changed, [Field::Publisher]);
    }

    #[test]
    fn a_valid_isbn_never_gives_way_to_an_invalid_one() {
        let found = TitleRecord {
            title: "Bumi".into(),
            isbn_printed: Some("123".into()),
            ..TitleRecord::default()
        };
        let merged = title(&stored(), &found, &[], false);
        assert!(merged.changed.is_empty());
        assert_eq!(merged.record, stored());
    }
}
