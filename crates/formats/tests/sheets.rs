//! Workbooks: what a person sees in their cells, and what is refused.

mod reading;

use std::io::Write as _;

use pustaka_formats::catalogue::{Field, FileError, FileErrorCode, Options, Reader, RejectCode};
use pustaka_formats::sheet::{Cell, Column, ColumnKind, Table, write_workbook, write_xlsx};
use reading::{codes, drain, read, read_with};
use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Daftar" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("memory");
        archive.write_all(content).expect("memory");
    }
    archive.finish().expect("memory").into_inner()
}

/// A workbook of one sheet with these rows (XML).
fn workbook(rows: &str) -> Vec<u8> {
    let sheet = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    zipped(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn text(place: &str, words: &str) -> String {
    format!(r#"<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>"#)
}

fn header(words: &[&str]) -> String {
    let cells: String = words
        .iter()
        .zip('A'..)
        .map(|(word, column)| text(&format!("{column}1"), word))
        .collect();
    format!(r#"<row r="1">{cells}</row>"#)
}

#[test]
fn cells_become_the_text_that_a_person_sees() {
    let cases = [
        (r#"<c r="B2"><v>2015</v></c>"#, Some("2015")),
        (r#"<c r="B2"><v>2008.0</v></c>"#, Some("2008")),
        (r#"<c r="B2"><v>9786028519939</v></c>"#, Some("9786028519939")),
        (r#"<c r="B2"><v>45231.5</v></c>"#, Some("45231.5")),
        (r#"<c r="B2" s="1"><v>45231</v></c>"#, Some("2023-11-01")),
        (r#"<c r="B2" s="1"><v>45231.5</v></c>"#, Some("2023-11-01 12:00:00")),
        (r#"<c r="B2"><v>0.30000000000000004</v></c>"#, Some("0.3")),
        (r#"<c r="B2" t="b"><v>1</v></c>"#, Some("TRUE")),
        (r#"<c r="B2" t="inlineStr"><is><t>0012</t></is></c>"#, Some("0012")),
        (r#"<c r="B2" t="str"><f>A1</f><v>hasil</v></c>"#, Some("hasil")),
        (r#"<c r="B2"/>"#, None),
    ];
    for (cell, expected) in cases {
        let rows = format!(
            r#"{}<row r="2">{}{cell}</row>"#,
            header(&["Judul", "Catatan"]),
            text("A2", "A")
        );
        let whole = read(workbook(&rows)).expect("readable");
        assert_eq!(whole.rows[0].get(Field::Notes), expected, "{cell}");
    }
    let rows = format!(
        r#"{}<row r="2">{}<c r="B2" t="e"><v>#REF!</v></c></row>"#,
        header(&["Judul", "Catatan"]),
        text("A2", "A")
    );
    let whole = read(workbook(&rows)).expect("readable");
    assert_eq!(
        (whole.rows[0].get(Field::Notes), codes(&whole.rows[0])),
        (None, vec!["sheet.cell-error"])
    );
}

#[test]
fn sheets_are_chosen_by_name() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet()
        .set_name("Lama")
        .expect("name")
        .write_string(0, 0, "x")
        .expect("cell");
    let sheet = book.add_worksheet().set_name("Daftar Buku").expect("name");
    sheet.write_string(2, 1, "Judul").expect("cell");
    sheet.write_string(5, 1, "A").expect("cell");
    let bytes = book.save_to_buffer().expect("memory");
    let on = |sheet: &str| Options {
        sheet: Some(sheet.into()),
        ..Options::default()
    };
    let whole = read_with(bytes.clone(), &on("daftar buku")).expect("readable");
    assert_eq!(
        (whole.shape.sheet.as_deref(), whole.shape.header_line),
        (Some("Daftar Buku"), Some(3))
    );
    assert_eq!((whole.rows[0].line, whole.rows[0].get(Field::Title)), (6, Some("A")));
    match read_with(bytes, &on("Baru")) {
        Err(FileError::SheetMissing { sheets, .. }) => assert_eq!(sheets, ["Lama", "Daftar Buku"]),
        other => panic!("{other:?}"),
    }
}

#[test]
fn far_away_cells_are_cheap_and_named() {
    let rows = format!(
        r#"{}<row r="1048576">{}</row>"#,
        header(&["Judul"]),
        text("XFD1048576", "jauh")
    );
    let bytes = workbook(&rows);
    assert!(bytes.len() < 3000);
    let whole = read(bytes).expect("readable");
    let reject = &whole.rejects[0];
    assert_eq!((reject.line, reject.code), (1_048_576, RejectCode::TooManyColumns));
}

#[test]
fn hostile_workbooks_are_refused_with_their_reason() {
    let entity = br#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst>&a;</sst>"#;
    let with = |name: &'static str, part: &[u8]| {
        zipped(&[
            ("[Content_Types].xml", TYPES.as_bytes()),
            ("_rels/.rels", RELS.as_bytes()),
            ("xl/workbook.xml", BOOK.as_bytes()),
            (name, part),
        ])
    };
    let many = |rows: usize| {
        let row = (0..1000).map(|_| "<c><v>1</v></c>").collect::<String>();
        workbook(&(0..rows).map(|_| format!("<row>{row}</row>")).collect::<String>())
    };
    let cases = [
        (with("xl/sharedStrings.xml", entity), FileErrorCode::SheetEntity),
        (with("xl/x.xml", b""), FileErrorCode::SheetBroken),
        (
            workbook(&header(&["Judul"]))[..900].to_vec(),
            FileErrorCode::SheetBroken,
        ),
        (workbook("<row r=\"1\"><c r=\"A1\"><v>1"), FileErrorCode::SheetBroken),
        (compound("EncryptedPackage"), FileErrorCode::SheetEncrypted),
        (compound("Nothing"), FileErrorCode::SheetBroken),
        (many(30), FileErrorCode::HeaderMissing),
    ];
    for (index, (bytes, code)) in cases.into_iter().enumerate() {
        let error = read(bytes).expect_err("refused");
        assert_eq!(error.code(), code, "{index}: {error:?}");
    }
}

#[test]
fn a_name_that_does_not_fit_the_content_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let cases: [(&str, Vec<u8>, &str); 7] = [
        ("a.xlsx", b"Judul;Harga\nA;1\n".to_vec(), "sheet.renamed"),
        (
            "b.xls",
            b"<html><table><tr><td>Judul</td></tr></table></html>".to_vec(),
            "sheet.renamed",
        ),
        ("c.xlsx", b"\x01\x02\x03\0\0\0".to_vec(), "sheet.not-zip"),
        ("d.csv", workbook(&header(&["Judul"])), "sheet.renamed"),
        ("e.xls", workbook(&header(&["Judul"])), "sheet.renamed"),
        ("f.xlsx", compound("Nothing"), "sheet.renamed"),
        ("g.xlsx", compound("EncryptedPackage"), "sheet.encrypted"),
    ];
    for (name, bytes, code) in cases {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("written");
        let error = Reader::open(&path, &Options::default())
            .and_then(drain)
            .expect_err(name);
        assert_eq!(error.code().as_str(), code, "{name}: {error:?}");
    }
    let error = Reader::open(folder.path(), &Options::default()).err();
    assert_eq!(error, Some(FileError::NotAFile));
}

#[test]
fn old_and_open_document_workbooks_that_claim_too_much_are_refused() {
    let mut content = String::from(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="A">"#,
    );
    content.push_str(r#"<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string" table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell></table:table-row>"#);
    content.push_str("</table:table></office:spreadsheet></office:body></office:document-content>");
    let ods = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<m/>"),
    ]);
    assert_eq!(read(ods).expect_err("refused").code(), FileErrorCode::SheetTooBig);

    let mut stream = Vec::new();
    for (kind, data) in [
        (0x0809u16, vec![0; 16]),
        (0x0200, claim(60_000, 250)),
        (0x000A, Vec::new()),
    ] {
        stream.extend_from_slice(&kind.to_le_bytes());
        stream.extend_from_slice(&u16::try_from(data.len()).expect("short").to_le_bytes());
        stream.extend_from_slice(&data);
    }
    stream.resize(4096, 0);
    assert_eq!(
        read(compound_with("Workbook", &stream)).expect_err("refused").code(),
        FileErrorCode::SheetTooBig
    );
}

#[test]
fn open_document_tables_are_read() {
    let cell = |text: &str| {
        format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
    };
    let date = r#"<table:table-cell office:value-type="date" office:date-value="2024-03-18"><text:p>18/03/24</text:p></table:table-cell>"#;
    let price = r#"<table:table-cell office:value-type="float" office:value="85000"><text:p>Rp85.000</text:p></table:table-cell>"#;
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let rows = [
        row(&[cell("Judul"), cell("Tanggal Diterima"), cell("Harga")].concat()),
        row(&[cell("Buku A"), date.into(), price.into()].concat()),
        r#"<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>"#.into(),
    ];
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Daftar">{}</table:table></office:spreadsheet></office:body></office:document-content>"#,
        rows.concat()
    );
    let manifest = r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="m"/>"#;
    let ods = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ]);
    let whole = read(ods).expect("readable");
    assert_eq!(
        (whole.shape.encoding.as_str(), whole.shape.sheet.as_deref()),
        ("ods", Some("Daftar"))
    );
    let cells = [
        (Field::Title, "Buku A"),
        (Field::Received, "2024-03-18"),
        (Field::Price, "85000"),
    ];
    assert_eq!(whole.rows[0].cells, cells.map(|(field, text)| (field, text.to_owned())));
}

#[test]
fn old_workbooks_are_read() {
    let label = |row: u16, column: u16, text: &str| {
        let mut data = [row, column, 0, u16::try_from(text.len()).expect("short")]
            .map(u16::to_le_bytes)
            .concat();
        data.push(0);
        data.extend_from_slice(text.as_bytes());
        (0x0204u16, data)
    };
    let number = |row: u16, column: u16, value: f64| {
        let mut data = [row, column, 0].map(u16::to_le_bytes).concat();
        data.extend_from_slice(&value.to_le_bytes());
        (0x0203u16, data)
    };
    let begin = |kind: u16| {
        (
            0x0809u16,
            [0x0600, kind, 0, 0, 0, 0, 0, 0].map(u16::to_le_bytes).concat(),
        )
    };
    let encode = |records: &[(u16, Vec<u8>)]| {
        let record = |(kind, data): &(u16, Vec<u8>)| {
            let length = u16::try_from(data.len()).expect("short");
            [kind.to_le_bytes().to_vec(), length.to_le_bytes().to_vec(), data.clone()].concat()
        };
        records.iter().map(record).collect::<Vec<_>>().concat()
    };
    let name = |place: u32| {
        let mut data = place.to_le_bytes().to_vec();
        data.extend_from_slice(&[0, 0, 6, 0]);
        data.extend_from_slice(b"Daftar");
        (0x0085u16, data)
    };
    let globals = |place| encode(&[begin(5), name(place), (0x000A, Vec::new())]);
    let place = u32::try_from(globals(0).len()).expect("short");
    let sheet = encode(&[
        begin(16),
        (0x0200, claim(2, 3)),
        label(0, 0, "Judul"),
        label(0, 1, "Tahun Terbit"),
        label(1, 0, "Buku A"),
        number(1, 1, 2015.0),
        (0x000A, Vec::new()),
    ]);
    let mut stream = [globals(place), sheet].concat();
    stream.resize(4096, 0);
    let whole = read(compound_with("Workbook", &stream)).expect("readable");
    assert_eq!(
        (whole.shape.encoding.as_str(), whole.shape.sheet.as_deref()),
        ("xls", Some("Daftar"))
    );
    assert_eq!(
        (whole.rows[0].get(Field::Title), whole.rows[0].get(Field::Year)),
        (Some("Buku A"), Some("2015"))
    );
}

fn claim(rows: u32, columns: u16) -> Vec<u8> {
    let mut data = Vec::new();
    data.extend_from_slice(&0u32.to_le_bytes());
    data.extend_from_slice(&rows.to_le_bytes());
    data.extend_from_slice(&0u16.to_le_bytes());
    data.extend_from_slice(&columns.to_le_bytes());
    data.extend_from_slice(&[0, 0]);
    data
}

fn compound(stream: &str) -> Vec<u8> {
    compound_with(stream, &[])
}

/// The least compound file that has a stream of that name.
fn compound_with(name: &str, stream: &[u8]) -> Vec<u8> {
    const FREE: u32 = 0xFFFF_FFFF;
    const END: u32 = 0xFFFF_FFFE;
    let sectors = stream.len().div_ceil(512);
    let mut header = vec![0; 512];
    header[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(24, &[0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    put(44, &1u32.to_le_bytes());
    put(48, &1u32.to_le_bytes());
    put(56, &4096u32.to_le_bytes());
    put(60, &END.to_le_bytes());
    put(68, &END.to_le_bytes());
    for index in 0..109 {
        put(76 + index * 4, &(if index == 0 { 0 } else { FREE }).to_le_bytes());
    }
    let mut table = vec![FREE; 128];
    (table[0], table[1]) = (0xFFFF_FFFD, END);
    for index in 0..sectors {
        table[2 + index] = if index + 1 == sectors { END } else { 3 + index as u32 };
    }
    let mut directory = vec![0; 512];
    for (index, (name, kind, size)) in [("Root Entry", 5u8, 0), (name, 2, stream.len())]
        .into_iter()
        .enumerate()
    {
        let at = index * 128;
        for (letter, code) in name.encode_utf16().enumerate() {
            directory[at + letter * 2..at + letter * 2 + 2].copy_from_slice(&code.to_le_bytes());
        }
        directory[at + 64] = u8::try_from(name.len() * 2 + 2).expect("short");
        directory[at + 66] = kind;
        directory[at + 116..at + 120].copy_from_slice(&2u32.to_le_bytes());
        directory[at + 120..at + 124].copy_from_slice(&u32::try_from(size).expect("short").to_le_bytes());
    }
    let mut bytes = header;
    bytes.extend(table.iter().flat_map(|entry| entry.to_le_bytes()));
    bytes.extend(directory);
    bytes.extend_from_slice(stream);
    bytes.resize(bytes.len().next_multiple_of(512), 0);
    bytes
}

#[test]
fn reports_are_written_as_text_numbers_and_dates_never_as_formulas() {
    let kinds = [
        ColumnKind::Text,
        ColumnKind::Integer,
        ColumnKind::Rupiah,
        ColumnKind::Date,
    ];
    let headings = ["Judul", "Jumlah", "Harga", "Tanggal"];
    let columns = headings
        .iter()
        .zip(kinds)
        .map(|(heading, kind)| Column {
            heading: (*heading).into(),
            kind,
        })
        .collect();
    let table = Table {
        sheet: "Laporan: [2024]/12 yang namanya panjang sekali".into(),
        titles: vec!["Laporan".into(), "Bulan Desember".into()],
        columns,
        rows: vec![
            vec![
                Cell::Text("=1+1".into()),
                Cell::Integer(12),
                Cell::Integer(85_000),
                Cell::Date(2024, 2, 29),
            ],
            vec![
                Cell::Text("bel\u{7}\u{1b}[31m".into()),
                Cell::Empty,
                Cell::Integer(i64::MAX),
                Cell::Date(1800, 1, 1),
            ],
        ],
    };
    let bytes = write_xlsx(&table).expect("written");
    let whole = read(bytes.clone()).expect("readable");
    assert_eq!(whole.shape.header_line, Some(4));
    assert_eq!(whole.rows[0].get(Field::Title), Some("=1+1"));
    assert_eq!(whole.rows[0].get(Field::Copies), Some("12"));
    assert_eq!(whole.rows[0].get(Field::Price), Some("85000"));
    assert_eq!(whole.rows[0].get(Field::Received), Some("2024-02-29"));
    assert_eq!(whole.rows[1].get(Field::Title), Some("bel[31m"));
    assert_eq!(
        whole.rows[1].get(Field::Price),
        Some("9223372036854775807"),
        "too great for a spreadsheet: kept as text"
    );
    assert_eq!(whole.rows[1].get(Field::Received), Some("1800-01-01"));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let sheet = std::io::read_to_string(archive.by_name("xl/worksheets/sheet1.xml").expect("a sheet")).expect("text");
    assert!(!sheet.contains("<f>"), "no formula");
}

#[test]
fn each_report_gets_a_sheet() {
    let table = |sheet: &str, word: &str| Table {
        sheet: sheet.to_owned(),
        titles: Vec::new(),
        columns: vec![Column {
            heading: word.to_owned(),
            kind: ColumnKind::Text,
        }],
        rows: vec![vec![Cell::Text(word.to_owned())]],
    };
    let bytes = write_workbook(&[table("figures", "Judul"), table("days", "Hari")]).expect("written");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip");
    let book = std::io::read_to_string(archive.by_name("xl/workbook.xml").expect("a book")).expect("text");
    let (first, second) = (book.find("name=\"figures\""), book.find("name=\"days\""));
    assert!(first.is_some() && first < second, "{book}");
    assert!(archive.by_name("xl/worksheets/sheet2.xml").is_ok());
    assert!(
        write_workbook(&[table("a", "x"), table("A", "y")]).is_err(),
        "one name twice"
    );
}
