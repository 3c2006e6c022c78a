//! Imports: what comes in, what is said, what is never read.

use serde_json::json;
use snapbox::{assert_data_eq, file};

use crate::desk::{Desk, code_of, ended, json as read, rows, warnings};

#[test]
fn the_fixtures_come_in_once() {
    let desk = Desk::new();
    for (name, dialect, new) in [
        ("members/slims-member.csv", "slims-member", 5),
        ("members/slims-member-tanpa-judul.csv", "slims-member", 2),
        ("members/inlislite-anggota.csv", "inlislite-anggota", 2),
        ("members/koha-patrons.csv", "koha", 3),
    ] {
        let file = desk.fixture(name);
        let before = desk.done(&["import", &file, "--dry-run"]);
        assert_eq!(
            (&before["stored"], &before["members"]["new"]),
            (&json!(false), &json!(new)),
            "{name}"
        );
        let first = desk.done(&["import", &file]);
        assert_eq!(
            (&first["dialect"], &first["members"]["new"]),
            (&json!(dialect), &json!(new)),
            "{name}"
        );
        assert_eq!(rows(&first), [0, new, 0, 0]);
        let second = desk.done(&["import", &file]);
        assert_eq!(
            (&second["stored"], &second["members"]["unchanged"]),
            (&json!(false), &json!(new)),
            "{second}"
        );
    }
    assert!(desk.is_sound());
    let bytes = std::fs::read(desk.db()).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    for secret in ["$2y$10$", "Kartini", "Kristen", "Menikah", "3571015704900001"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[test]
fn what_is_said_in_both_languages() {
    for (lang, page) in [
        ("id", file!["pages/import.id.txt"].raw()),
        ("en", file!["pages/import.en.txt"].raw()),
    ] {
        let desk = Desk::new();
        for name in ["daftar-anggota.csv", "slims-member.csv", "ditolak.csv"] {
            desk.fixture(&format!("members/{name}"));
        }
        let told = [
            &["import", "--dry-run", "slims-member.csv"][..],
            &["import", "daftar-anggota.csv"],
            &["import", "daftar-anggota.csv", "--on-error", "skip", "-v"],
            &["import", "daftar-anggota.csv.rejects-2.csv"],
            &["import", "ditolak.csv"],
            &["import", "tidak-ada.csv"],
            &["import", "library.db"],
            &["template", "generic"],
        ]
        .map(|args| desk.told(&[args, &["--lang", lang]].concat()));
        assert_data_eq!(told.concat(), page);
    }
}

#[test]
fn other_data_of_a_known_card_is_taken_only_when_asked() {
    let desk = Desk::new();
    let (code, _) = desk.import("a.csv", "No Kartu,Nama,No HP\n1,Siti,081234567801\n", &[]);
    assert_eq!(code, 0);
    let text = "No Kartu,Nama,Alamat\n1,Siti Aminah,Jl. Dhoho 1\n";
    let (code, answer) = desk.import("b.csv", text, &[]);
    assert_eq!(
        (code, &answer["members"]["differing"], &answer["stored"]),
        (0, &json!(1), &json!(false))
    );
    assert_eq!(warnings(&answer), [("member.differs".to_owned(), 1)]);
    assert_eq!(
        answer["changes"][0],
        json!({"line": 2, "card": "1", "field": "name", "before": "Siti", "after": "Siti Aminah"})
    );
    let (_, answer) = desk.import("b.csv", text, &["--update"]);
    assert_eq!(
        (&answer["members"]["updated"], rows(&answer)),
        (&json!(1), [0, 1, 0, 0])
    );
    assert_eq!(desk.done(&["show", "1"])["member"]["phone"], "+6281234567801");
}

#[test]
fn rejected_rows_are_mended_and_come_in() {
    let desk = Desk::new();
    let file = desk.fixture("members/ditolak.csv");
    assert_eq!(desk.refused(&["import", &file], 1), "import.rejected");
    assert!(desk.run(&["find", "sri"]).code == 1, "nothing was stored");
    let run = ended(
        desk.run(&["import", &file, "--on-error", "skip", "--format", "json"]),
        1,
    );
    let answer = read(&run.stdout);
    assert_eq!(rows(&answer), [0, 1, 0, 6]);
    let rejects = answer["rejects"].as_str().unwrap().to_owned();
    let text = std::fs::read_to_string(&rejects).unwrap();
    assert!(text.contains("card.missing") && text.contains("row.ragged"), "{text}");
    let mended = text.replace("B 003", "B003").replace("31/12/26", "31/12/1926");
    std::fs::write(&rejects, mended).unwrap();
    let run = ended(
        desk.run(&["import", &rejects, "--on-error", "skip", "--format", "json"]),
        1,
    );
    assert_eq!(read(&run.stdout)["members"]["new"], 3);
}

#[test]
fn wrong_files_are_refused() {
    let desk = Desk::new();
    let cases: [(&str, &[u8], &[&str], &str); 7] = [
        ("kosong.csv", b"", &[], "file.empty"),
        ("buku.csv", b"Judul,Pengarang\nBumi,Adi\n", &[], "header.missing"),
        (
            "a.csv",
            b"Nama,No HP\nSiti,0812\n",
            &["--map", "nama=Nama"],
            "field.unknown",
        ),
        (
            "a.csv",
            b"Nama,No HP\nSiti,0812\n",
            &["--map", "card=Kartu"],
            "map.unknown",
        ),
        ("a.csv", b"Nama,No HP,Nama\nSiti,0812,x\n", &[], "header.duplicate"),
        (
            "a.csv",
            b"Nama,No HP\nSiti,0812\n",
            &["--dialect", "slims-member"],
            "dialect.mismatch",
        ),
        ("a.xlsx", b"PK\x03\x04", &[], "sheet.broken"),
    ];
    for (name, bytes, more, expected) in cases {
        let file = desk.file(name, bytes);
        let args = [&["import", file.as_str()], more, &["--format", "json"]].concat();
        let run = desk.run(&args);
        assert!(run.code > 1, "{name} {more:?}: {}", run.err());
        assert_eq!(code_of(&run), expected, "{name} {more:?}");
    }
    assert_eq!(desk.refused(&["import", &desk.name("library.db")], 3), "file.library");
    let none = desk.done(&["types"]);
    assert_eq!(none["types"].as_array().map(Vec::len), Some(5));
}

#[test]
fn templates_come_back_in() {
    for (dialect, new) in [("generic", 2), ("slims-member", 1), ("inlislite-anggota", 1)] {
        let desk = Desk::new();
        let file = desk.name("isi.xlsx");
        ended(desk.run(&["template", dialect, "-o", &file]), 0);
        let answer = desk.done(&["import", &file]);
        assert_eq!(
            (&answer["dialect"], &answer["members"]["new"]),
            (&json!(dialect), &json!(new)),
            "{answer}"
        );
    }
}

/// Rejected rows hold what people told the library about themselves.
#[test]
fn rejected_rows_are_for_the_owner_and_the_group() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    assert_eq!(desk.import("a.csv", "No Kartu,Nama,No HP\n1,,081234567801\n", &[]).0, 1);
    let file = std::fs::metadata(desk.path("a.csv.rejects.csv")).unwrap();
    assert_eq!(file.permissions().mode() & 0o007, 0);
}

/// Who imports without a look before must see which columns were passed over.
#[test]
fn columns_that_are_not_read_are_named() {
    let desk = Desk::new();
    desk.file(
        "a.csv",
        "No Kartu,Nama,No HP,Golongan,Agama\n1,Siti,081234567801,dosen,-\n",
    );
    let told = desk.told(&["import", "a.csv", "-v", "--lang", "id"]);
    assert!(told.contains("Tidak dibaca: `Golongan`. "), "{told}");
}
