use super::*;
use crate::catalogue::{Field, Options, Reader};

/// The cells of a title's row in the bibliography file, and what was altered.
fn biblio(title: &SlimsBiblio<'_>) -> (Vec<String>, Vec<(&'static str, &'static str)>) {
    let mut writer = SlimsBiblioWriter::new(Vec::new()).unwrap();
    let written = writer.write(title).unwrap();
    assert_eq!(written.line, 2);
    let mut rows = rows(writer.finish().unwrap());
    assert_eq!(rows.len(), 2);
    (rows.remove(1), codes(&written))
}

fn codes(written: &Written) -> Vec<(&'static str, &'static str)> {
    written
        .alterations
        .iter()
        .map(|it| (it.code.as_str(), it.column))
        .collect()
}

fn rows(file: Vec<u8>) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(file.as_slice());
    let rows = reader
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect());
    rows.collect()
}

fn dated(item_code: &str) -> SlimsItem<'_> {
    SlimsItem {
        item_code,
        received: "2020-01-02",
        ordered: "2020-01-03",
        invoiced: "2020-01-04",
        ..SlimsItem::default()
    }
}

#[test]
fn a_title_becomes_a_row_under_the_header() {
    let (cells, altered) = biblio(&SlimsBiblio {
        title: "Laskar \"Pelangi\"",
        isbn_issn: "9789793062792",
        year: "2005",
        language: "Indonesia",
        sor: "Andrea Hirata",
        authors: &["Hirata, Andrea"],
        topics: &["Fiksi", "Belitung"],
        item_codes: &["B001", "B002"],
        ..SlimsBiblio::default()
    });
    let expected = "Laskar \"Pelangi\"|||9789793062792||2005||||Indonesia|||||Andrea Hirata|<Hirata, Andrea>|<Fiksi><Belitung>|<B001><B002>";
    assert_eq!(cells.join("|"), expected);
    assert_eq!(altered, []);
    let writer = SlimsBiblioWriter::new(Vec::new()).unwrap();
    assert_eq!(rows(writer.finish().unwrap()), [BIBLIO_NAMES]);
}

#[test]
fn a_title_cell_comes_through_or_says_what_was_altered() {
    let long = "é".repeat(40_000);
    for (typed, written, altered) in [
        ("Biasa", "Biasa", vec![]),
        ("0", "\\0", vec![]),
        ("title", "\\title", vec![]),
        ("member_id", "\\member_id", vec![]),
        ("Title", "Title", vec![]),
        ("=1+1", "\\=1+1", vec![]),
        ("-kutip", "\\-kutip", vec![]),
        ("a\\\"b", "a/\"b", vec!["slims.backslash"]),
        ("ujung\\", "ujung/", vec!["slims.backslash"]),
        ("dua\r\nbaris", "dua baris", vec!["slims.line-break"]),
        ("senyum 😀!", "senyum \u{fffd}!", vec!["slims.beyond-bmp"]),
        ("Literal{now()}", "Literal {now()}", vec!["slims.literal"]),
        ("<b>tebal</b> العربية", "<b>tebal</b> العربية", vec![]),
        (&long, &"é".repeat(32_767), vec!["slims.too-long"]),
    ] {
        let (cells, found) = biblio(&SlimsBiblio {
            title: typed,
            ..SlimsBiblio::default()
        });
        assert_eq!(cells[0], written);
        let expected: Vec<_> = altered.into_iter().map(|code| (code, "title")).collect();
        assert_eq!(found, expected, "{typed:.40}");
    }
}

#[test]
fn notes_are_long_enough_to_stay_and_short_enough_for_their_box() {
    for (typed, bytes) in [(0, 0), (1, 51), (50, 51), (51, 51), (52, 52), (70_000, 65_483)] {
        let (cells, altered) = biblio(&SlimsBiblio {
            title: "Judul",
            notes: &"x".repeat(typed),
            ..SlimsBiblio::default()
        });
        assert_eq!(cells[12].len(), bytes);
        assert_eq!(altered.contains(&("slims.notes-box", "notes")), typed > 0);
    }
}

#[test]
fn names_are_cut_where_slims_cuts_them() {
    let long = "p".repeat(101);
    let (cells, altered) = biblio(&SlimsBiblio {
        title: "Judul",
        authors: &["<Nama>", "0", ""],
        topics: &[&long],
        publisher: &long,
        place: "0",
        gmd: "=x",
        ..SlimsBiblio::default()
    });
    assert_eq!(cells[15], "<(Nama)><0>");
    assert_eq!((cells[16].len(), cells[4].len()), (52, 100));
    assert_eq!((cells[10].as_str(), cells[1].as_str()), ("0", " =x"));
    let expected = [
        ("slims.author-order", "authors"),
        ("slims.too-long", "publisher_name"),
        ("slims.zero", "place_name"),
        ("slims.angle", "authors"),
        ("slims.too-long", "topics"),
    ];
    assert_eq!(altered, expected);
}

#[test]
fn codes_that_slims_takes_for_one_are_written_once() {
    let (cells, altered) = biblio(&SlimsBiblio {
        title: "Judul",
        item_codes: &[
            "E11",
            "e11",
            "É11",
            "E-11",
            "A2345678901234567890x",
            "A2345678901234567890y",
            "<>",
            "K'1",
        ],
        ..SlimsBiblio::default()
    });
    assert_eq!(cells[17], "<E11><E-11><A2345678901234567890><()><K\u{2019}1>");
    let expected = [
        "slims.code-clash",
        "slims.code-clash",
        "slims.too-long",
        "slims.too-long",
        "slims.code-clash",
        "slims.angle",
        "slims.code-quote",
    ];
    assert_eq!(altered, expected.map(|code| (code, "item_code")));
}

#[test]
fn a_list_is_not_longer_than_slims_can_index() {
    let authors: Vec<String> = (0..2_000).map(|number| format!("{number:0100}")).collect();
    let codes: Vec<String> = (0..7_000).map(|number| format!("{number:08}")).collect();
    let (cells, altered) = biblio(&SlimsBiblio {
        title: "Judul",
        authors: &authors.iter().map(String::as_str).collect::<Vec<_>>(),
        item_codes: &codes.iter().map(String::as_str).collect::<Vec<_>>(),
        ..SlimsBiblio::default()
    });
    assert_eq!(
        (cells[17].len(), cells[15].len()),
        (65_535 / 11 * 10, 65_535 / 103 * 102)
    );
    assert!(altered.contains(&("slims.copies", "item_code")) && altered.contains(&("slims.too-long", "authors")));
}

#[test]
fn a_copy_becomes_a_row_without_a_header() {
    let mut writer = SlimsItemWriter::new(Vec::new());
    let item = SlimsItem {
        call_number: "899.221 HIR l",
        collection_type: "Fiksi",
        inventory_code: "1/P/2020",
        supplier: "Toko",
        order_number: "ord",
        location: "My Library",
        status: "No Loan",
        site: "R3",
        source: SlimsSource::Given,
        invoice: "inv",
        price: 75_000,
        currency: "Rupiah",
        ..dated("0001")
    };
    let written = writer.write("Judul", &[item]).unwrap();
    assert_eq!((written.line, written.copies, codes(&written)), (1, 1, vec![]));
    let expected = "0001|899.221 HIR l|Fiksi|1/P/2020|2020-01-02|Toko|ord|My Library|2020-01-03|No Loan|R3|2|inv|75000|Rupiah|2020-01-04|||Judul";
    assert_eq!(rows(writer.finish().unwrap())[0].join("|"), expected);
}

#[test]
fn a_copy_never_loses_its_row_but_says_what_was_altered() {
    let mut writer = SlimsItemWriter::new(Vec::new());
    let long = "n".repeat(60);
    let item = SlimsItem {
        item_code: "B\\1",
        call_number: &long,
        site: "=R",
        price: 2_147_483_648,
        ..SlimsItem::default()
    };
    let clashing = dated("b/1");
    let written = writer.write("Ju\\dul", &[item, clashing, dated("2")]).unwrap();
    assert_eq!(written.copies, 2);
    let items: Vec<_> = written.alterations.iter().map(|it| it.item).collect();
    assert_eq!(items, [0, 1, 0, 0, 0, 0, 0, 0].map(Some));
    let expected = [
        ("slims.backslash", "item_code"),
        ("slims.code-clash", "item_code"),
        ("slims.price", "price"),
        ("slims.too-long", "call_number"),
        ("slims.date", "received_date"),
        ("slims.date", "order_date"),
        ("slims.date", "invoice_date"),
        ("slims.formula", "site"),
    ];
    assert_eq!(codes(&written), expected);
    let rows = rows(writer.finish().unwrap());
    let seen = [0, 1, 11, 13, 18].map(|column| rows[0][column].as_str());
    assert_eq!(seen, ["B/1", &long[..50], "0", "0", "Ju/dul"]);
    assert_eq!(rows[1][0], "2");
}

#[test]
fn our_own_reader_sees_what_slims_sees() {
    for title in ["0", "title", "=1+1", "-kutip", "'=x", "Biasa", "a/b", "[b]"] {
        let mut writer = SlimsBiblioWriter::new(Vec::new()).unwrap();
        let biblio = SlimsBiblio {
            title,
            edition: "0",
            publisher: "+x",
            notes: "=pendek",
            authors: &["-a", "0"],
            ..SlimsBiblio::default()
        };
        writer.write(&biblio).unwrap();
        let mut reader = Reader::from_bytes(writer.finish().unwrap(), &Options::default()).unwrap();
        let row = reader.next_row().unwrap().unwrap().unwrap();
        let expected = [
            (Field::Title, title),
            (Field::Edition, "0"),
            (Field::Publisher, "+x"),
            (Field::Notes, "=pendek"),
            (Field::Author, "-a"),
            (Field::Author, "0"),
        ];
        assert_eq!(row.cells, expected.map(|(field, text)| (field, text.to_owned())));
        assert_eq!(row.warnings, []);
    }
}
