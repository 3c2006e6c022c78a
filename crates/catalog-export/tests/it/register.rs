//! The accession register, in every form.

use std::fs;

use pustaka_core::catalog::record::Field;
use pustaka_testkit::answer::json;
use snapbox::{assert_data_eq, file};

use crate::desk::{Desk, Row};

/// Copies that came on two days and on none, one of them from abroad, one withdrawn.
const BOOKS: &[Row<'static>] = &[
    &[
        (Field::Title, "Laskar Pelangi"),
        (Field::Author, "Hirata, Andrea"),
        (Field::Edition, "Cet. 3"),
        (Field::Isbn, "979-3062-79-7"),
        (Field::Publisher, "Bentang"),
        (Field::Place, "Yogyakarta"),
        (Field::Year, "2005"),
        (Field::Extent, "xiv, 529 hlm. ; 21 cm"),
        (Field::Language, "Indonesia"),
        (Field::Class, "899.221 3"),
        (Field::CallNumber, "899.221 3 HIR l"),
        (Field::ItemCode, "00012"),
        (Field::InventoryNumber, "0002/LP/26"),
        (Field::Received, "2026-10-05"),
        (Field::Price, "75000"),
        (Field::Source, "bought"),
    ],
    &[
        (Field::Title, "Fikih"),
        (Field::Part, "Jilid 2"),
        (Field::Class, "2X4.1"),
        (Field::ItemCode, "00011"),
        (Field::InventoryNumber, "0001/LP/26"),
        (Field::Received, "2026-10-05"),
        (Field::Price, "12"),
        (Field::Currency, "USD"),
        (Field::Source, "given"),
        (Field::Status, "withdrawn"),
        (Field::ItemNote, "sampul rusak"),
    ],
    &[
        (Field::Title, "=1+1"),
        (Field::ItemCode, "00007"),
        (Field::Received, "2025-01-31"),
    ],
    &[(Field::Title, "Tanpa tanggal"), (Field::ItemCode, "00001")],
];

#[test]
fn as_text_in_both_languages() {
    let desk = Desk::with(BOOKS);
    let told = [
        desk.told(&["register"]),
        desk.told(&["register", "--format", "csv", "--lang", "en"]),
        desk.told(&["register", "--year", "2026", "--excel", "--format", "csv"]),
        desk.told(&["register", "--month", "2026-10", "--format", "json", "--lang", "en"]),
        desk.told(&["register", "--month", "2026-11", "-o", "kosong.csv", "-v"]),
        desk.told(&["register", "--year", "2026", "--dry-run", "-v", "--lang", "en"]),
    ];
    assert_data_eq!(told.concat(), file!["pages/register.txt"].raw());
}

#[test]
fn what_is_no_register_is_refused() {
    let desk = Desk::with(BOOKS);
    let told = [
        desk.told(&["--class", "2", "register"]),
        desk.told(&["register", "--quarter", "2026-5"]),
        desk.told(&["register", "--from", "2026-10-02", "--to", "2026-10-01", "--lang", "en"]),
        desk.told(&["register", "--year", "2026", "--month", "2026-10"]),
    ];
    assert_data_eq!(told.concat(), file!["pages/register-refusals.txt"].raw());
}

#[test]
fn every_copy_has_a_row_and_eighteen_columns() {
    let desk = Desk::with(BOOKS);
    let answer = json(&desk.run(&["register", "--format", "json"]).stdout);
    let rows = answer["register"].as_array().expect("rows");
    assert_eq!(rows.len(), 4);
    assert!(
        rows.iter()
            .all(|row| row.as_object().is_some_and(|row| row.len() == 18))
    );
    let numbers: Vec<&serde_json::Value> = rows.iter().map(|row| &row["number"]).collect();
    assert_eq!(numbers, [1, 2, 3, 4], "they count on");
    let codes: Vec<&serde_json::Value> = rows.iter().map(|row| &row["barcode"]).collect();
    assert_eq!(codes, ["00007", "00011", "00012", "00001"]);
}

#[test]
fn a_workbook_is_written_once() {
    let desk = Desk::with(BOOKS);
    let finished = desk.run(&["register", "-o", &desk.name("induk.xlsx")]);
    assert_eq!(finished.code, 0, "{}", finished.err());
    let bytes = fs::read(desk.path("induk.xlsx")).expect("a file");
    assert!(bytes.starts_with(b"PK"), "a workbook");
    let again = desk.run(&["register", "-o", &desk.name("induk.xlsx")]);
    assert_ne!(again.code, 0, "what was printed is not replaced by itself");
}
