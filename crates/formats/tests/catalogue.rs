//! Dialects, headers and what stands around them.

mod reading;

use pustaka_formats::catalogue::{
    Dialect, Field, FileError, FileErrorCode, Options, RejectCode, WarningCode, template,
};
use pustaka_formats::rejects::{Reason, Writer as RejectsWriter};
use reading::{codes, fixture, open, read, read_with, values};

#[test]
fn the_dealers_list_is_read_under_its_title_lines() {
    let whole = open(&fixture("catalogue/vendor-acquisition.csv")).expect("readable");
    assert_eq!(
        (whole.shape.dialect, whole.shape.encoding.as_str()),
        (Dialect::Generic, "windows-1252")
    );
    assert_eq!((whole.shape.delimiter, whole.shape.header_line), (Some(b';'), Some(4)));
    assert_eq!(
        whole.shape.skipped[0],
        (1, "DAFTAR BUKU PENGADAAN TAHUN ANGGARAN 2024".into())
    );
    let words: Vec<_> = whole
        .file_warnings
        .iter()
        .map(|warning| warning.stored.as_str())
        .collect();
    assert_eq!(words, ["Café", "Naïf", "Müller"]);
    assert_eq!((whole.rows.len(), whole.rejects.len(), whole.records), (40, 0, 40));
    let copies: u32 = whole
        .rows
        .iter()
        .map(|row| row.get(Field::Copies).map_or(0, |text| text.parse().unwrap_or(0)))
        .sum();
    assert_eq!(copies, 126);
    let cafe = whole.rows.iter().find(|row| row.line == 12).expect("line 12");
    assert_eq!(cafe.get(Field::Title), Some("Café Kecil di Tepi Brantas"));
    assert_eq!(cafe.get(Field::Price), Some("79.000"));
    assert_eq!(values(&whole.rows[2], Field::Author), "Hendra Wijaya | Lestari Ningrum");
    let lost = whole
        .rows
        .iter()
        .filter(|row| row.get(Field::Isbn) == Some("9,78624E+12"))
        .count();
    assert_eq!(
        lost, 3,
        "the damage stays as it is written; what it is worth is decided elsewhere"
    );
    let guarded = whole
        .rows
        .iter()
        .filter(|row| codes(row).contains(&"excel.guard"))
        .count();
    assert_eq!(guarded, 2);
}

#[test]
fn the_inlislite_sample_is_read_with_both_header_rows() {
    let whole = open(&fixture("catalogue/inlislite-sample.xlsx")).expect("readable");
    assert_eq!(
        (whole.shape.dialect, whole.shape.encoding.as_str()),
        (Dialect::Inlislite, "xlsx")
    );
    assert_eq!(
        (whole.shape.header_line, whole.shape.columns.len(), whole.rows.len()),
        (Some(2), 42, 12)
    );
    let first = &whole.rows[0];
    assert_eq!(
        first.get(Field::Title),
        Some("Beternak Kambing Perah : dari kandang ke pasar")
    );
    assert_eq!(first.get(Field::Place), Some("Kediri"));
    assert_eq!(first.get(Field::Publisher), Some("Pustaka Brantas"));
    assert_eq!(first.get(Field::Extent), Some("vi, 132 hlm. ; 21 cm"));
    assert_eq!(first.get(Field::Year), Some("2021"));
    assert_eq!(values(first, Field::Subject), "Peternakan | Kambing");
    assert_eq!(
        whole.rows[2].get(Field::Received),
        Some("2022-03-14"),
        "a real date of the workbook"
    );
    assert_eq!(whole.rows[2].get(Field::Supplier), None, "left open in the form");
    assert_eq!(
        whole.rows[3].get(Field::Status),
        Some("Baca di tempat"),
        "the access decides where the copy is there"
    );
    assert_eq!(
        whole.rows[5].get(Field::ItemCode),
        Some("0000106"),
        "leading zeros stay"
    );
    assert_eq!(
        values(&whole.rows[5], Field::Author),
        "Anggraini, Dewi | Artha, Made | Tutik"
    );
    assert_eq!(
        whole.rows[7].get(Field::Isbn),
        Some("9786239600075"),
        "a number of the workbook"
    );
    assert_eq!(
        whole.rows[7].get(Field::Notes),
        Some("Percobaan sederhana\nuntuk pelajar.")
    );
}

use Field::*;

type Cells = &'static [(Field, &'static str)];

/// A file of each dialect, and the cells of its row.
const HEADERS: &[(&str, Dialect, Cells)] = &[
    (
        "Judul;Penulis;Jumlah;No Induk\nA;B;2;77\n",
        Dialect::Generic,
        &[(Title, "A"), (Author, "B"), (Copies, "2"), (InventoryNumber, "77")],
    ),
    (
        "TITLE|Sub-Title|Publication Year|DDC|Call No.\nA|b|2001|813|813 X a\n",
        Dialect::Generic,
        &[
            (Title, "A : b"),
            (Year, "2001"),
            (Class, "813"),
            (CallNumber, "813 X a"),
        ],
    ),
    (
        "júdul buku,Tempat_Terbit,Jml. Halaman,Ukuran,Kode Eksemplar\nA,Kediri,12 hlm.,20 cm,\"B1; B2\"\n",
        Dialect::Generic,
        &[
            (Title, "A"),
            (Place, "Kediri"),
            (Extent, "12 hlm. ; 20 cm"),
            (ItemCode, "B1"),
            (ItemCode, "B2"),
        ],
    ),
    (
        "Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Year Published,Original Publication Year\n\
         1,\"A (Series, #1)\",B,\"B, X\",\"C, D\",\"=\"\"0439023483\"\"\",\"=\"\"\"\"\",0,,1999\n",
        Dialect::Goodreads,
        &[
            (Title, "A (Series, #1)"),
            (Author, "B"),
            (Author, "C"),
            (Author, "D"),
            (Isbn, "0439023483"),
            (Year, "1999"),
        ],
    ),
    (
        "title,author,isbn,barcode,homebranch,itemcallnumber,location,price,dateaccessioned,itype\n\
         A /,B,978,X1,KDR,813 B a,RAK1,100,2020-01-02,BK\n",
        Dialect::KohaItems,
        &[
            (Title, "A"),
            (Author, "B"),
            (Isbn, "978"),
            (ItemCode, "X1"),
            (Location, "KDR"),
            (ItemCallNumber, "813 B a"),
            (Shelf, "RAK1"),
            (Price, "100"),
            (Received, "2020-01-02"),
            (CollectionType, "BK"),
        ],
    ),
    (
        "Book Id\tTitle\tPrimary Author\tSecondary Author\tDate\tISBN\tTags\tDewey Decimal\tCopies\n\
         9\tA\tB, X\tC, Y|D, Z\t1990\t[0439023483]\tfiksi, anak\t813.5\t2\n",
        Dialect::Librarything,
        &[
            (Title, "A"),
            (Author, "B, X"),
            (Author, "C, Y"),
            (Author, "D, Z"),
            (Year, "1990"),
            (Isbn, "0439023483"),
            (Subject, "fiksi"),
            (Subject, "anak"),
            (Class, "813.5"),
            (Copies, "2"),
        ],
    ),
];

#[test]
fn headers_of_every_dialect_are_known() {
    for (text, dialect, expected) in HEADERS {
        let whole = read(*text).expect("readable");
        assert_eq!(whole.shape.dialect, *dialect, "{text}");
        let mut cells = whole.rows[0].cells.clone();
        let mut expected: Vec<_> = expected
            .iter()
            .map(|(field, cell)| (*field, (*cell).to_owned()))
            .collect();
        cells.sort();
        expected.sort();
        assert_eq!(cells, expected, "{text}");
    }
}

#[test]
fn a_header_is_found_by_hand_where_no_synonym_fits() {
    let text = "Nama Buku;Siapa;Harga\nA;B;10\n";
    assert!(matches!(read(text), Err(FileError::HeaderMissing { line: 1, needs, .. }) if needs == ["title"]));
    let map = |field, heading: &str| (field, heading.to_owned());
    let options = Options {
        map: vec![map(Field::Title, "nama buku"), map(Field::Author, "Siapa")],
        ..Options::default()
    };
    let whole = read_with(text, &options).expect("readable");
    assert_eq!(whole.rows[0].get(Field::Title), Some("A"));
    assert_eq!(whole.rows[0].get(Field::Author), Some("B"));

    let unknown = Options {
        map: vec![map(Field::Title, "Nama Buku"), map(Field::Year, "Tahun")],
        ..Options::default()
    };
    let error = read_with(text, &unknown).expect_err("no such heading");
    assert!(
        matches!(
            error,
            FileError::MapUnknown {
                line: 1,
                field: "year",
                ..
            }
        ),
        "{error:?}"
    );
    let twice = Options {
        map: vec![map(Field::Title, "Nama Buku"), map(Field::Title, "Siapa")],
        ..Options::default()
    };
    let error = read_with(text, &twice).expect_err("twice");
    assert!(matches!(error, FileError::MapTwice { field: "title", .. }), "{error:?}");
    // A column named by hand wins over the one that a synonym would take.
    let options = Options {
        map: vec![map(Field::Title, "Judul Lengkap")],
        ..Options::default()
    };
    let whole = read_with("Judul;Judul Lengkap\nA;A yang lengkap\n", &options).expect("readable");
    assert_eq!(whole.rows[0].get(Field::Title), Some("A yang lengkap"));
}

#[test]
fn what_is_no_catalogue_is_refused_with_its_reason() {
    type Place = Option<(u64, u64)>;
    let cases: &[(&str, FileErrorCode, Place)] = &[
        ("", FileErrorCode::Empty, None),
        ("\n\n;;\n", FileErrorCode::Empty, None),
        ("a;b\n1;2\n", FileErrorCode::HeaderMissing, Some((1, 1))),
        (
            "Judul;Harga;Harga\nA;1;2\n",
            FileErrorCode::HeaderDuplicate,
            Some((1, 3)),
        ),
        ("Judul;judul\nA;B\n", FileErrorCode::HeaderDuplicate, Some((1, 2))),
        ("Judul;\"Pengarang\nA;B\n", FileErrorCode::QuoteUnclosed, Some((1, 7))),
        ("Judul;Penga\0rang\nA;B\n", FileErrorCode::Nul, Some((1, 12))),
    ];
    for (text, code, place) in cases {
        let error = read(*text).expect_err(text);
        assert_eq!((error.code(), error.place()), (*code, *place), "{text:?}: {error:?}");
    }
    let header_only = read("Judul;Pengarang\n").expect("a header alone is a list without books");
    assert_eq!((header_only.rows.len(), header_only.records), (0, 0));
    // Two headings for one thing: the one that says more is taken, the other is left unread.
    let whole = read("Judul;Tahun;Tahun Terbit\nA;99;2001\n").expect("readable");
    assert_eq!(whole.rows[0].get(Field::Year), Some("2001"));
}

#[test]
fn codes_are_unique_and_complete() {
    fn check(codes: &[&'static str]) {
        let mut seen = std::collections::BTreeSet::new();
        assert!(
            codes.iter().all(|code| seen.insert(*code) && code.contains('.')),
            "{codes:?}"
        );
    }
    check(
        &FileErrorCode::all()
            .iter()
            .map(|code| code.as_str())
            .collect::<Vec<_>>(),
    );
    check(&RejectCode::all().iter().map(|code| code.as_str()).collect::<Vec<_>>());
    check(&WarningCode::all().iter().map(|code| code.as_str()).collect::<Vec<_>>());
    for field in Field::all() {
        assert_eq!(field.as_str().parse::<Field>().as_ref(), Ok(field));
        assert_eq!(
            field.of_item(),
            Field::all().iter().position(|other| other == field) >= Some(20)
        );
    }
    for dialect in Dialect::all() {
        assert_eq!(dialect.as_str().parse::<Dialect>().as_ref(), Ok(dialect));
    }
}

#[test]
fn templates_are_read_back_as_their_dialect() {
    for dialect in Dialect::all() {
        let Some(bytes) = template(*dialect) else {
            assert!(matches!(
                dialect,
                Dialect::KohaItems | Dialect::Goodreads | Dialect::Librarything
            ));
            continue;
        };
        let whole = read(bytes).expect("our own template");
        assert_eq!(whole.shape.dialect, *dialect);
        assert!(!whole.rows.is_empty() && whole.rejects.is_empty(), "{dialect}");
        assert!(
            whole.rows.iter().all(|row| row.warnings.is_empty()),
            "{dialect}: {:?}",
            whole.rows
        );
        let unread: Vec<_> = whole
            .shape
            .columns
            .iter()
            .filter(|column| column.field.is_none())
            .map(|column| &column.header)
            .collect();
        let expected: &[&str] = match dialect {
            Dialect::SlimsItem => &["input_date", "last_update"],
            Dialect::Inlislite => &["NO", "NO.  RFID", "JENIS BAHAN", "ISMN"],
            _ => &[],
        };
        assert_eq!(unread, expected, "{dialect}");
        assert!(
            whole.rows[0]
                .get(Field::Title)
                .is_some_and(|title| title.starts_with("Bertani di Lahan Sempit"))
        );
    }
}

#[test]
fn rejected_rows_come_back_under_their_header() {
    let whole = open(&fixture("catalogue/refused.csv")).expect("readable");
    let found: Vec<_> = whole
        .rejects
        .iter()
        .map(|reject| (reject.line, reject.column.as_deref(), reject.code.as_str()))
        .collect();
    let expected = [
        (3, None, "row.ragged"),
        (4, Some("Judul"), "quote.unclosed"),
        (7, None, "row.ragged"),
        (9, Some("Judul"), "quote.stray"),
        (11, Some("Judul"), "text.nul"),
    ];
    assert_eq!(found, expected);

    let mut out = RejectsWriter::new(Vec::new(), &whole.shape).expect("memory");
    let formula = vec!["=2+3".to_owned(), "-".to_owned(), "'@x".to_owned()];
    let reason = Reason {
        line: 6,
        column: Some("Judul"),
        code: "title.missing",
        words: "Judul kosong.",
    };
    out.write(&formula, &reason).expect("memory");
    for reject in &whole.rejects[..3] {
        let reason = Reason {
            line: reject.line,
            column: None,
            code: reject.code.as_str(),
            words: "…",
        };
        out.write(&reject.original, &reason).expect("memory");
    }
    let bytes = out.finish().expect("memory");
    assert!(bytes.starts_with(b"\xef\xbb\xbfJudul;Pengarang;Penerbit;Tahun Terbit;ISBN;Jumlah Eksemplar;Barcode;Harga;line;column;code;reason\r\n"));
    let again = read(bytes).expect("a rejects file");
    assert!(again.shape.guarded);
    assert_eq!(again.shape.columns.len(), 8, "the four columns are left aside");
    assert_eq!(again.rows[0].get(Field::Title), Some("=2+3"));
    assert_eq!(again.rows[0].get(Field::Author), Some("-"));
    assert_eq!(again.rows[0].get(Field::Publisher), Some("'@x"));
    assert_eq!(again.originals[1].len(), 8);
    assert_eq!(
        again.rows[1].get(Field::Title),
        Some("Membuat Kompos"),
        "a row too short is filled up"
    );
    assert_eq!(again.rejects.len(), 1, "a row too long still is");
}

#[test]
fn other_encodings_are_read_when_they_are_named() {
    let options = Options {
        encoding: Some("iso-8859-2".into()),
        ..Options::default()
    };
    let whole = read_with(b"judul\n\xa3\xf3d\xbc\n".to_vec(), &options).expect("readable");
    assert_eq!(whole.rows[0].get(Field::Title), Some("Łódź"));
    // Double mojibake is data: nobody can know what it was.
    let whole = read("judul;seri\nA;DeveloperÃ¢â‚¬â„¢s library\n").expect("readable");
    assert_eq!(whole.rows[0].get(Field::Series), Some("DeveloperÃ¢â‚¬â„¢s library"));
    // Text becomes normal form C.
    let whole = read("judul\ncafe\u{301}\n").expect("readable");
    assert_eq!(whole.rows[0].get(Field::Title), Some("café"));
}

#[test]
fn one_broken_byte_in_a_utf8_file_is_named_and_does_not_change_the_rest() {
    let mut text = "judul;pengarang\nCafé;Müller\nÉlan;Naïf\n".as_bytes().to_vec();
    text.extend_from_slice(b"Ro\xffk;B\nD;E\n");
    let whole = read(text).expect("readable");
    assert_eq!(whole.shape.encoding, "utf-8");
    let reject = &whole.rejects[0];
    assert_eq!(
        (reject.line, reject.column.as_deref(), reject.code),
        (4, Some("judul"), RejectCode::Broken)
    );
    let detail = pustaka_formats::catalogue::RejectDetail::Broken {
        line: 4,
        character: 3,
        bytes: vec![0xff],
    };
    assert_eq!(reject.detail, detail);
    assert_eq!(whole.rows.len(), 3);
}
