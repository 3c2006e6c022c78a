//! A title and its copies as rows of our own dialect: one row a copy, or one for a title that has none.

use std::io::{self, Write};

use pustaka_core::catalog::export::ExportTitle;
use pustaka_core::catalog::record::{ItemRecord, TitleRecord};
use pustaka_formats::catalogue::{Field, PustakaWriter};

/// Writes a title with its copies.
pub(crate) fn write<W: Write>(out: &mut PustakaWriter<W>, title: &ExportTitle) -> io::Result<()> {
    let record = &title.title;
    let numbers = [
        (Field::TitleRef, Some(title.id.to_string())),
        (
            Field::Isbn,
            record
                .isbn_printed
                .clone()
                .or_else(|| record.isbn.map(|isbn| isbn.to_string())),
        ),
        (
            Field::Year,
            record
                .year_printed
                .clone()
                .or_else(|| record.year.map(|year| year.to_string())),
        ),
    ];
    let mut cells = texts(record);
    cells.extend(
        numbers
            .iter()
            .filter_map(|(field, text)| Some((*field, text.as_deref()?))),
    );
    if title.items.is_empty() {
        return out.write(&cells);
    }
    for item in &title.items {
        let price = item.price.map(|price| price.to_string());
        let price = price.as_deref().map(|price| (Field::Price, price));
        let row: Vec<(Field, &str)> = cells.iter().copied().chain(of_item(item)).chain(price).collect();
        out.write(&row)?;
    }
    Ok(())
}

fn texts(record: &TitleRecord) -> Vec<(Field, &str)> {
    let single = [
        (Field::Title, Some(&record.title)),
        (Field::Part, record.part.as_ref()),
        (Field::Responsibility, record.responsibility.as_ref()),
        (Field::Edition, record.edition.as_ref()),
        (Field::Issn, record.issn.as_ref()),
        (Field::Publisher, record.publisher.as_ref()),
        (Field::Place, record.place.as_ref()),
        (Field::Extent, record.extent.as_ref()),
        (Field::Series, record.series.as_ref()),
        (Field::CallNumber, record.call_number.as_ref()),
        (Field::Class, record.class.as_ref()),
        (Field::Language, record.language.as_ref()),
        (Field::Medium, record.medium.as_ref()),
        (Field::Notes, record.notes.as_ref()),
        (Field::Image, record.image.as_ref()),
    ];
    let single = single
        .into_iter()
        .filter_map(|(field, text)| Some((field, text?.as_str())));
    let authors = record.authors.iter().map(|author| (Field::Author, author.as_str()));
    let subjects = record.subjects.iter().map(|subject| (Field::Subject, subject.as_str()));
    single.chain(authors).chain(subjects).collect()
}

fn of_item(item: &ItemRecord) -> impl Iterator<Item = (Field, &str)> {
    let texts = [
        (Field::ItemCode, Some(item.barcode.as_str())),
        (Field::InventoryNumber, item.inventory_number.as_deref()),
        (Field::ItemCallNumber, item.call_number.as_deref()),
        (Field::CollectionType, item.collection_type.as_deref()),
        (Field::Location, item.location.as_deref()),
        (Field::Shelf, item.shelf.as_deref()),
        (Field::Status, Some(item.status.code())),
        (Field::Received, item.received.as_deref()),
        (Field::Source, item.source.map(|source| source.code())),
        (Field::Supplier, item.supplier.as_deref()),
        (Field::OrderNumber, item.order_number.as_deref()),
        (Field::Ordered, item.ordered.as_deref()),
        (Field::InvoiceNumber, item.invoice_number.as_deref()),
        (Field::Invoiced, item.invoiced.as_deref()),
        (Field::Currency, item.currency.as_deref()),
        (Field::ItemNote, item.note.as_deref()),
    ];
    texts.into_iter().filter_map(|(field, text)| Some((field, text?)))
}
