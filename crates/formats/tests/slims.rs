//! What SLiMS writes, with its damage, and what it reads.

mod reading;

use pustaka_formats::catalogue::{Dialect, Field, Options, SlimsBiblio, SlimsBiblioWriter, SlimsItem, SlimsItemWriter};
use reading::{codes, fixture, open, read, read_with, values};

const HEADER: &str = "title,gmd_name,edition,isbn_issn,publisher_name,publish_year,collation,series_title,call_number,\
                      language_name,place_name,classification,notes,image,sor,authors,topics,item_code";

/// A row with these notes, and nothing else beside a title.
fn with_notes(notes: &str) -> (Option<String>, Vec<&'static str>) {
    let quoted = notes.replace('"', "\"\"");
    let text = format!("{HEADER}\nA,,,,,,,,,,,,\"{quoted}\",,,,,\n");
    let whole = read(text).expect("readable");
    let row = &whole.rows[0];
    (row.get(Field::Notes).map(str::to_owned), codes(row))
}

#[test]
fn scars_of_line_breaks_are_mended_where_no_word_is_harmed() {
    let mended: &[(&str, &str)] = &[
        ("BahasarnIndonesia", "Bahasa\nIndonesia"),
        ("satu.rnrnDua", "satu.\nDua"),
        ("areas.nnThis book", "areas.\nThis book"),
        ("areas.nThis book", "areas.\nThis book"),
        ("isi:rn1. Bab", "isi:\n1. Bab"),
        ("selesai.rn", "selesai."),
        (r"satu.\r\nDua", "satu.\nDua"),
        (r"satu.\n\nDua", "satu.\nDua"),
        ("tahun 1998rnJakarta", "tahun 1998\nJakarta"),
        ("JUDULrnBESAR", "JUDUL\nBESAR"),
        ("DasarnPemrograman", "Dasar\nPemrograman"),
        ("pengantarnIlmu", "pengantar\nIlmu"),
        ("dasarrnPemrograman", "dasar\nPemrograman"),
        // The other scars of the cell show that its breaks are `n`: the `r` belongs to the word.
        ("Bab satu.nIlmu kitarnPemrograman", "Bab satu.\nIlmu kitar\nPemrograman"),
    ];
    for (found, stored) in mended {
        let (notes, codes) = with_notes(found);
        assert_eq!(
            (notes.as_deref(), codes.as_slice()),
            (Some(*stored), ["slims.rn-scar"].as_slice()),
            "{found}"
        );
    }
    let left = [
        "born",
        "The girl was born in a western barn.",
        "LearnPress dan ModernArt",
        "PatternMatching",
        "Modern Indonesia",
        "Internet, .NET dan NASA",
        "BahasanIndonesia",
        "western, Northern Line",
        "n. 5",
    ];
    for text in left {
        assert_eq!(with_notes(text), (Some(text.to_owned()), vec![]), "{text}");
    }
}

#[test]
fn notes_that_slims_replaced_are_left_out_and_boxes_opened() {
    let cases: &[(&str, Option<&str>, &[&str])] = &[
        ("27", None, &["slims.notes-length"]),
        ("50", None, &["slims.notes-length"]),
        ("0", None, &["slims.zero"]),
        ("51", Some("51"), &[]),
        ("007", Some("007"), &[]),
        (
            "<div style=\"height: 250px; overflow-y: auto;\">Isi</div>",
            Some("Isi"),
            &["slims.notes-div"],
        ),
        (
            "<div style='height: 250px;'><div style=\"height: 250px\">Isi</div></div>",
            Some("Isi"),
            &["slims.notes-div"],
        ),
        (
            "<div style=\"height: 250px; overflow-y: auto;\">Isi terpoto",
            Some("Isi terpoto"),
            &["slims.notes-div"],
        ),
        ("<div class=\"x\">Isi</div>", Some("<div class=\"x\">Isi</div>"), &[]),
        (r"Jum\\\'at", Some("Jum'at"), &["slims.backslash"]),
        (
            r#"kata \"asli\" dan sisa\"#,
            Some("kata \"asli\" dan sisa"),
            &["slims.backslash"],
        ),
        (r"C:\new\data", Some(r"C:\new\data"), &[]),
        (r"AC\\DC", Some(r"AC\DC"), &["slims.backslash"]),
    ];
    for (found, stored, warnings) in cases {
        let (notes, codes) = with_notes(found);
        assert_eq!((notes.as_deref(), codes.as_slice()), (*stored, *warnings), "{found}");
    }
}

#[test]
fn the_damaged_exports_are_read_whole() {
    let titles = open(&fixture("catalogue/slims-biblio-damaged.csv")).expect("readable");
    assert_eq!(
        (titles.shape.dialect, titles.rows.len(), titles.rejects.len()),
        (Dialect::SlimsBiblio, 25, 0)
    );
    let mut counts = std::collections::BTreeMap::new();
    for code in titles.rows.iter().flat_map(codes) {
        *counts.entry(code).or_insert(0) += 1;
    }
    let expected = [
        ("quote.backslash", 1),
        ("quote.bare", 2),
        ("slims.backslash", 2),
        ("slims.list", 1),
        ("slims.notes-div", 3),
        ("slims.notes-length", 2),
        ("slims.rn-scar", 6),
        ("slims.zero", 4),
    ];
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), expected);
    let title = |line: u64| {
        titles
            .rows
            .iter()
            .find(|row| row.line == line)
            .expect("a row on that line")
    };
    assert_eq!(
        title(3).get(Field::Title),
        Some("Kumpulan Cerita \"Si Kancil\" dan Kawan-Kawan")
    );
    assert_eq!(title(7).get(Field::Title), Some("The Stubborn Well"));
    assert_eq!(
        values(title(13), Field::Author),
        "Wijaya, Hendra | Marlina, Rina",
        "a list cut short"
    );
    assert_eq!(
        title(16).get(Field::Issn),
        Some("2088-1234"),
        "an ISSN in the ISBN's column"
    );
    assert_eq!(title(18).all(Field::ItemCode).count(), 20);
    assert_eq!(
        title(20).get(Field::Notes),
        Some("Terbitan ulang; lihat juga judul Dasar\nPemupukan.")
    );

    let items = open(&fixture("catalogue/slims-item-damaged.csv")).expect("readable");
    assert_eq!(
        (items.shape.dialect, items.rows.len(), items.rejects.len()),
        (Dialect::SlimsItem, 25, 0)
    );
    assert_eq!(
        items.shape.columns.len(),
        19,
        "the separator at the end of the header is no column"
    );
    assert_eq!(items.rows[1].get(Field::Status), None);
    assert_eq!(items.rows[2].get(Field::Source), Some("given"));
    assert_eq!(items.rows[3].get(Field::Supplier), Some("Toko \"Sumber Ilmu\""));
    assert_eq!(items.rows[4].get(Field::Received), None);
}

#[test]
fn columns_count_by_position_without_a_header_or_with_a_translated_one() {
    let row = "\"A\",\"Text\",\"\",\"978\",\"P\",\"2001\",\"1 hlm.\",\"\",\"813\",\"Indonesia\",\"Kediri\",\"813\",\"\",\"\",\"\",\"<B><C>\",\"<D>\",\"<X1><X2>\"\n";
    let translated = "Judul,GMD,Edisi,ISBN/ISSN,Penerbit,Tahun,Kolasi,Seri,Nomor Panggil,Bahasa,Tempat,Klas,Catatan,Gambar,Penanggung Jawab,Pengarang,Topik,Kode\n";
    for (text, header) in [(row.to_owned(), None), (format!("{translated}{row}"), Some(1))] {
        let whole = read(text).expect("readable");
        assert_eq!(
            (whole.shape.dialect, whole.shape.header_line),
            (Dialect::SlimsBiblio, header)
        );
        assert_eq!(whole.rows.len(), 1);
        assert_eq!(values(&whole.rows[0], Field::Author), "B | C");
        assert_eq!(values(&whole.rows[0], Field::ItemCode), "X1 | X2");
        assert_eq!(whole.rows[0].get(Field::Class), Some("813"));
    }
    let item = "B1,,Fiksi,I1,2019-01-02,,,Pusat,2019-01-01,,,1,,45000,Rupiah,2019-01-02,2019-01-02 08:00:00,2019-01-02 08:00:00,A\n";
    let whole = read(item.repeat(3)).expect("readable");
    assert_eq!(
        (whole.shape.dialect, whole.shape.header_line, whole.rows.len()),
        (Dialect::SlimsItem, None, 3)
    );
    assert_eq!(whole.rows[0].get(Field::Source), Some("bought"));

    let options = Options {
        dialect: Some(Dialect::SlimsBiblio),
        ..Options::default()
    };
    let error = read_with("a,b,c\n1,2,3\n", &options).expect_err("three columns are not eighteen");
    assert_eq!(
        (error.code().as_str(), error.place()),
        ("dialect.mismatch", Some((1, 1)))
    );
}

#[test]
fn our_own_files_for_slims_are_known_without_being_named() {
    let mut titles = SlimsBiblioWriter::new(Vec::new()).expect("memory");
    let title = SlimsBiblio {
        title: "Kata \"kunci\"\nkedua",
        notes: "Pendek.",
        item_codes: &["X1"],
        ..SlimsBiblio::default()
    };
    titles.write(&title).expect("memory");
    let whole = read(titles.finish().expect("memory")).expect("our own file");
    assert_eq!((whole.shape.dialect, whole.rows.len()), (Dialect::SlimsBiblio, 1));
    assert_eq!(whole.rows[0].get(Field::Title), Some("Kata \"kunci\" kedua"));
    assert_eq!(whole.rows[0].get(Field::Notes), Some("Pendek."));

    let mut items = SlimsItemWriter::new(Vec::new());
    let item = SlimsItem {
        item_code: "X1",
        received: "2024-02-03",
        price: 45_000,
        ..SlimsItem::default()
    };
    items.write(title.title, &[item]).expect("memory");
    let whole = read(items.finish().expect("memory")).expect("our own file");
    assert_eq!(
        (whole.shape.dialect, whole.shape.header_line, whole.rows.len()),
        (Dialect::SlimsItem, None, 1)
    );
    assert_eq!(whole.rows[0].get(Field::ItemCode), Some("X1"));
    assert_eq!(
        whole.rows[0].get(Field::Title),
        Some("Kata \"kunci\" kedua"),
        "as in the other file"
    );
}
