//! The eighteen columns of the register, and a copy as a row of them.
//!
//! Fifteen stand in every handbook's buku induk: running number, day, inventory number, title, author, edition, publisher,
//! town, year, pages, height, ISBN, price, source, remark. Three are added: the code of the copy, which is what the
//! scanner reads and the only number where no inventory number was given; the call number, by which the copy is found;
//! the language, which the yearly statistics ask for. A count of copies would be 1 in every row, for a row is a copy.

use pustaka_cli::{Cell, Column, Kind, Lang};
use pustaka_core::reports::tables::register::{Accession, parted};

use super::words;

/// The columns, each with its width on paper in letters.
pub(crate) fn columns() -> [(Column, u8); 18] {
    let text = |key, heading: fn(Lang) -> &'static str, width| (Column::new(key, heading, Kind::Text), width);
    [
        (Column::new("number", words::number, Kind::Number), 6),
        (Column::new("received", words::day, Kind::Date), 10),
        text("inventory_number", words::inventory_number, 12),
        text("barcode", words::barcode, 10),
        text("title", words::book, 25),
        text("author", words::author, 15),
        text("edition", words::edition, 8),
        text("publisher", words::publisher, 13),
        text("place", words::place, 10),
        text("year", words::year, 6),
        text("pages", words::pages, 11),
        text("height", words::height, 7),
        text("isbn", words::isbn, 15),
        text("call_number", words::call_number, 11),
        text("language", words::language, 9),
        text("source", words::source, 8),
        (Column::new("price", words::price, Kind::Rupiah), 10),
        text("remark", words::remark, 12),
    ]
}

/// A copy as a row.
pub(crate) fn row(number: i64, copy: &Accession, lang: Lang) -> Vec<Cell> {
    let (pages, height) = copy.extent.as_deref().map(parted).unwrap_or_default();
    let some = |text: String| Cell::from(Some(text).filter(|text| !text.is_empty()));
    let title = match &copy.part {
        Some(part) => words::part(lang, &copy.title, part),
        None => copy.title.clone(),
    };
    // An amount in another money is no amount of rupiah.
    let foreign = copy.currency.as_ref().zip(copy.price);
    let remarks = [
        words::of_status(lang, copy.status).map(str::to_owned),
        foreign.map(|(currency, amount)| words::foreign_price(lang, lang.count(amount), currency)),
        copy.note.clone(),
    ];
    let remarks: Vec<String> = remarks.into_iter().flatten().collect();
    vec![
        number.into(),
        copy.received.into(),
        copy.inventory_number.clone().into(),
        copy.barcode.as_str().into(),
        title.into(),
        copy.author.clone().into(),
        copy.edition.clone().into(),
        copy.publisher.clone().into(),
        copy.place.clone().into(),
        copy.year.clone().into(),
        some(pages),
        some(height),
        copy.isbn.clone().into(),
        copy.call_number.clone().into(),
        copy.language.clone().into(),
        copy.source.map_or(Cell::Empty, |source| {
            Cell::Code(source.code().to_owned(), words::of_source(lang, source).to_owned())
        }),
        copy.price.filter(|_| copy.currency.is_none()).into(),
        some(remarks.join("; ")),
    ]
}
