//! The real files that lie beside the project.

mod reading;

use pustaka_formats::catalogue::{Dialect, Field};
use reading::{Whole, codes, open, shared, values};

/// Reads a file that is not part of the project; says when it isn't there.
fn real(name: &str) -> Option<Whole> {
    let Some(path) = shared(name) else {
        let mut err = std::io::stderr();
        let _ = std::io::Write::write_fmt(&mut err, format_args!("skipped: ../shared/data/{name} is not here\n"));
        return None;
    };
    Some(open(&path).expect("readable"))
}

#[test]
fn the_goodreads_sample_is_read_whole() {
    let Some(whole) = real("catalogue-csv/goodbooks10k_sample_books.csv") else {
        return;
    };
    assert_eq!(
        (whole.shape.dialect, whole.rows.len(), whole.rejects.len()),
        (Dialect::Goodreads, 99, 0)
    );
    assert_eq!(
        whole.rows[0].get(Field::Isbn),
        Some("439023483"),
        "the leading zero is for the check digit to find"
    );
    assert_eq!(
        whole.rows[0].get(Field::Title),
        Some("The Hunger Games (The Hunger Games, #1)")
    );
    assert_eq!(whole.rows[0].get(Field::Year), Some("2008.0"));
    assert_eq!(values(&whole.rows[1], Field::Author), "J.K. Rowling | Mary GrandPré");
    let replaced = whole
        .rows
        .iter()
        .filter(|row| codes(row).contains(&"excel.isbn-replaced"))
        .count();
    let titled = whole.rows.iter().filter(|row| row.get(Field::Title).is_some()).count();
    assert_eq!((replaced, titled), (99, 99));
}

#[test]
fn the_inlislite_form_is_read_alike_from_both_files() {
    let Some(book) = real("catalogue-csv/inlislite_sample_data_koleksi_AACR.xlsx") else {
        return;
    };
    let Some(text) = real("catalogue-csv/inlislite_sample_data_koleksi_AACR_as.csv") else {
        return;
    };
    assert_eq!(
        (book.shape.dialect, text.shape.dialect),
        (Dialect::Inlislite, Dialect::Inlislite)
    );
    assert_eq!(book.rows, text.rows);
    assert_eq!(book.rows.len(), 2);
    let first = &book.rows[0];
    assert_eq!(
        (first.get(Field::Place), first.get(Field::Publisher)),
        (Some("Jakarta"), Some("Grafika"))
    );
    assert_eq!(first.get(Field::Extent), Some("120 hlm. ; 25 cm"));
    assert_eq!(
        (first.get(Field::ItemCode), first.get(Field::Received)),
        (Some("X0022/2016"), Some("14-02-2015"))
    );
    assert_eq!(first.get(Field::Supplier), None);
}

#[test]
fn the_exports_of_slims_are_read_whole() {
    let Some(titles) = real("marc/slims/slims97_sample_biblio_export.csv") else {
        return;
    };
    assert_eq!(
        (titles.shape.dialect, titles.rows.len(), titles.rejects.len()),
        (Dialect::SlimsBiblio, 15, 0)
    );
    let items: usize = titles.rows.iter().map(|row| row.all(Field::ItemCode).count()).sum();
    assert_eq!(items, 10);
    assert_eq!(
        titles.rows[0].get(Field::Series),
        Some("DeveloperÃ¢â‚¬â„¢s library"),
        "double mojibake is data"
    );
    assert_eq!(
        titles.rows.iter().flat_map(codes).collect::<Vec<_>>(),
        ["slims.rn-scar"]
    );

    let Some(items) = real("marc/slims/slims97_sample_item_export.csv") else {
        return;
    };
    assert_eq!(
        (items.shape.dialect, items.rows.len(), items.rejects.len()),
        (Dialect::SlimsItem, 10, 0)
    );
    assert_eq!(items.rows[4].get(Field::Source), Some("given"));
    assert_eq!(items.rows[4].get(Field::Price), None);
}
