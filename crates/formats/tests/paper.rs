//! Lists that are printed and bound.

use std::io::{Cursor, read_to_string};

use pustaka_formats::sheet::{Cell, ColumnKind, Paper, PaperColumn};

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    read_to_string(archive.by_name(name).expect(name)).expect("text")
}

#[test]
fn a_list_is_ready_to_print() {
    let column = |heading: &str, kind| PaperColumn {
        heading: heading.to_owned(),
        kind,
        width: 12,
    };
    let columns = [
        column("No.", ColumnKind::Integer),
        column("Judul", ColumnKind::Text),
        column("Harga", ColumnKind::Rupiah),
        column("Tanggal", ColumnKind::Date),
        column("Ket.", ColumnKind::Text),
        column("A", ColumnKind::Text),
        column("B", ColumnKind::Text),
        column("C", ColumnKind::Text),
        column("D", ColumnKind::Text),
    ];
    let titles = ["Buku Induk".to_owned(), "Oktober".to_owned()];
    let mut paper = Paper::begin("Buku Induk", &titles, &columns, "A & B").expect("begun");
    for number in 0..3_000 {
        let row = [
            Cell::Integer(number),
            Cell::Text("=1+1".to_owned()),
            Cell::Integer(75_000),
            Cell::Date(2026, 10, 5),
            Cell::Empty,
        ];
        paper.row(&row).expect("written");
    }
    let bytes = paper.sign("Mengetahui,\nKepala", "Petugas").expect("made");
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let setup = [
        "orientation=\"landscape\"",
        "paperSize=\"9\"",
        "fitToHeight=\"0\"",
        "A &amp;&amp; B&amp;R&amp;P / &amp;N",
    ];
    for sign in setup {
        assert!(sheet.contains(sign), "{sign}");
    }
    assert!(!sheet.contains("<f>"), "no formula");
    assert!(sheet.contains("Petugas"));
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains("_xlnm.Print_Titles") && book.contains("$4:$4"), "{book}");
    let rows: Vec<&str> = sheet
        .split("<row r=\"")
        .skip(1)
        .filter_map(|row| row.split('"').next())
        .collect();
    let mut once = rows.clone();
    once.dedup();
    assert_eq!(rows, once, "no row twice");
    // Two titles, the heading, the rows, one to sign, one that ends the sheet.
    assert_eq!(rows.len(), 3 + 3_000 + 2);
}
