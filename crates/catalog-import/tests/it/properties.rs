//! What holds for any bytes and for any catalogue, through the real tool and the real engine.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use pustaka_testkit::stored::{TRACES, contents};
use serde_json::Value;

use crate::desk::{Desk, json, root, rows as rows_of};

/// So many cases, unless PROPTEST_CASES asks for another number.
fn cases(cases: u32) -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = ProptestConfig::default();
    ProptestConfig {
        cases: if asked { default.cases } else { cases },
        failure_persistence: None,
        ..default
    }
}

const HEADER: [&str; 14] = [
    "Judul",
    "Pengarang",
    "Penerbit",
    "Tahun Terbit",
    "ISBN",
    "Edisi",
    "Klasifikasi",
    "Subjek",
    "Jumlah",
    "Barcode",
    "Lokasi",
    "Harga",
    "Tanggal Diterima",
    "Catatan",
];

/// One row, from few enough values that rows meet: in a title, an ISBN, a barcode.
fn row() -> impl Strategy<Value = Vec<String>> {
    let one = |values: &[&'static str]| select(values.to_vec());
    (
        one(&[
            "Bumi Manusia",
            "Bumi  manusia.",
            "Laskar Pelangi",
            "Lasykar Pelangi",
            "Kimia 1",
            "Kimia 2",
            "Café 'Ñ'",
            "書",
        ]),
        one(&[
            "",
            "Pramoedya Ananta Toer",
            "Toer, Pramoedya Ananta",
            "Andrea Hirata",
            "Sri; Joko",
        ]),
        one(&["", "Hasta Mitra", "Bentang", "HASTA MITRA"]),
        one(&["", "1980", "2005", "c2005", "[s.a.]", "2005-2007", "20055"]),
        one(&[
            "",
            "9786028519939",
            "978-602-8519-93-9",
            "0979402319",
            "97940231X",
            "123",
            "9,78E+12",
        ]),
        one(&["", "Cet. 1", "Edisi revisi"]),
        one(&["", "899.221", "2x7"]),
        one(&["", "Fiksi", "Fiksi; Indonesia"]),
        one(&["", "1", "3", "0", "2 eks", "banyak"]),
        one(&["", "", "B001", "B002", "B003; B004", "B001; B001", "P0000001"]),
        (
            one(&["", "Pusat", "Anak"]),
            one(&["", "Rp 45.000,-", "0", "1.000,50"]),
            one(&["", "2024-03-18", "18/03/2024", "31/12/26"]),
            one(&["", "catatan", "=HYPERLINK(1)", "a\"b"]),
        ),
    )
        .prop_map(
            |(title, author, publisher, year, isbn, edition, class, subject, copies, barcode, rest)| {
                let (place, price, day, note) = rest;
                let cells = [
                    title, author, publisher, year, isbn, edition, class, subject, copies, barcode, place, price, day,
                    note,
                ];
                cells.map(str::to_owned).to_vec()
            },
        )
}

fn rows_of_a_file() -> impl Strategy<Value = Vec<Vec<String>>> {
    vec(row(), 0..12)
}

/// Whether the catalogue takes the row; the values above that it can't read are these.
fn is_good(row: &[String]) -> bool {
    row[8] != "banyak" && row[11] != "1.000,50" && row[12] != "31/12/26"
}

fn file(rows: &[Vec<String>], delimiter: char, end: &str) -> String {
    let header = HEADER.map(str::to_owned).to_vec();
    let mut text = String::new();
    for row in std::iter::once(&header).chain(rows) {
        let cells = row
            .iter()
            .map(|cell| match cell.contains([delimiter, '"', '\r', '\n', ';', ',']) {
                true => format!("\"{}\"", cell.replace('"', "\"\"")),
                false => cell.clone(),
            });
        text.push_str(&cells.collect::<Vec<_>>().join(&delimiter.to_string()));
        text.push_str(end);
    }
    text
}

fn csv(rows: &[Vec<String>]) -> String {
    file(rows, ',', "\n")
}

/// Imports rows, the bad ones left out.
fn bring(desk: &Desk, name: &str, rows: &[Vec<String>]) -> Value {
    desk.import(name, csv(rows), &["--on-error", "skip"]).1
}

fn assert_sound(desk: &Desk) {
    let report = desk.check();
    assert!(report.is_sound(), "{:?}", report.findings);
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn an_import_that_is_refused_leaves_the_file_as_it_was(before in rows_of_a_file(), rows in rows_of_a_file()) {
        let desk = Desk::new();
        bring(&desk, "a.csv", &before);
        let was = contents(&desk.db(), &[]);
        let (code, answer) = desk.import("b.csv", csv(&rows), &[]);
        let bad = rows.iter().filter(|row| !is_good(row)).count() as u64;
        let [_, imported, _, rejected] = rows_of(&answer);
        prop_assert_eq!(rejected, bad);
        prop_assert_eq!(code, u8::from(bad > 0));
        prop_assert_eq!(answer["batch"].is_null(), bad > 0 || imported == 0);
        prop_assert_eq!(answer["rejects"].is_null(), bad == 0);
        if answer["batch"].is_null() {
            prop_assert_eq!(contents(&desk.db(), &[]), was);
        }
        assert_sound(&desk);
    }

    #[test]
    fn importing_twice_is_importing_once(before in rows_of_a_file(), rows in rows_of_a_file()) {
        let desk = Desk::new();
        bring(&desk, "a.csv", &before);
        bring(&desk, "b.csv", &rows);
        let once = contents(&desk.db(), &[]);
        let again = bring(&desk, "b.csv", &rows);
        let [_, imported, unchanged, rejected] = rows_of(&again);
        prop_assert_eq!((imported, unchanged + rejected), (0, rows.len() as u64), "{}", again);
        prop_assert!(again["batch"].is_null());
        prop_assert_eq!(contents(&desk.db(), &[]), once);
    }

    #[test]
    fn an_undone_import_was_never_there(
        before in rows_of_a_file(),
        rows in rows_of_a_file(),
        edit in select(vec!["", "publisher=Lentera", "title=Bumi Manusia", "isbn=9786028519939"]),
        update in any::<bool>(),
    ) {
        let desk = Desk::new();
        bring(&desk, "a.csv", &before);
        if !edit.is_empty() {
            desk.run(&["edit", "1", edit]);
        }
        let was = contents(&desk.db(), &TRACES);
        let update: &[&str] = if update { &["--update"] } else { &[] };
        let (_, answer) = desk.import("b.csv", csv(&rows), &[&["--on-error", "skip"], update].concat());
        assert_sound(&desk);
        if let Some(batch) = answer["batch"].as_i64() {
            let (code, undone) = desk.json(&["undo", &batch.to_string()]);
            prop_assert_eq!(code, 0, "{}", undone);
            assert_sound(&desk);
        }
        prop_assert_eq!(contents(&desk.db(), &TRACES), was);
    }

    /// Batches, edits and undos in any order: an undo puts back what was, or is refused and changes nothing.
    #[test]
    fn whatever_is_done_the_file_stays_sound(steps in vec((0..4_u8, 1..4_i64, rows_of_a_file()), 1..6)) {
        let desk = Desk::new();
        for (at, (kind, number, rows)) in steps.into_iter().enumerate() {
            let was = contents(&desk.db(), &[]);
            let stored = match kind {
                0 | 1 => !bring(&desk, &format!("{at}.csv"), &rows)["batch"].is_null(),
                2 => desk.run(&["edit", &number.to_string(), "place=Kediri"]).code == 0,
                _ => desk.run(&["undo", &number.to_string()]).code == 0,
            };
            prop_assert_eq!(contents(&desk.db(), &[]) != was, stored);
            assert_sound(&desk);
        }
    }

    #[test]
    fn bad_rows_left_out_are_as_if_they_had_never_been_written(rows in rows_of_a_file()) {
        let good: Vec<Vec<String>> = rows.iter().filter(|row| is_good(row)).cloned().collect();
        let (mixed, clean) = (Desk::new(), Desk::new());
        bring(&mixed, "a.csv", &rows);
        bring(&clean, "a.csv", &good);
        prop_assert_eq!(contents(&mixed.db(), &TRACES), contents(&clean.db(), &TRACES));
    }

    #[test]
    fn separators_and_line_ends_mean_nothing(
        rows in rows_of_a_file(),
        delimiter in select(vec![',', ';', '\t', '|']),
        end in select(vec!["\n", "\r\n", "\r"]),
    ) {
        let (plain, other) = (Desk::new(), Desk::new());
        bring(&plain, "a.csv", &rows);
        let (_, answer) = other.import("a.csv", file(&rows, delimiter, end), &["--on-error", "skip"]);
        prop_assert_eq!(rows_of(&answer).iter().sum::<u64>(), rows.len() as u64);
        prop_assert_eq!(contents(&plain.db(), &TRACES), contents(&other.db(), &TRACES));
    }

    #[test]
    fn a_dry_run_stores_nothing_and_tells_what_would_be(before in rows_of_a_file(), rows in rows_of_a_file()) {
        let desk = Desk::new();
        bring(&desk, "a.csv", &before);
        let was = contents(&desk.db(), &[]);
        let file = desk.file("b.csv", csv(&rows));
        let (code, dry) = desk.json(&[&file, "--on-error", "skip", "--dry-run"]);
        prop_assert_eq!(contents(&desk.db(), &[]), was);
        prop_assert!(dry["batch"].is_null() && dry["rejects"].is_null());
        prop_assert_eq!(desk.files(), vec!["a.csv", "a.csv.rejects.csv", "b.csv"].into_iter()
            .filter(|name| before.iter().any(|row| !is_good(row)) || !name.contains("rejects")).collect::<Vec<_>>());
        let (same, wet) = desk.json(&[&file, "--on-error", "skip"]);
        prop_assert_eq!(code, same);
        for key in ["records", "blank", "imported", "unchanged", "rejected", "titles", "items", "isbn", "warnings"] {
            prop_assert_eq!(&dry[key], &wet[key], "{}", key);
        }
    }
}

/// A file of the project, damaged at some places.
fn damaged() -> impl Strategy<Value = (String, Vec<u8>)> {
    let folder = |name: &str| root().join("fixtures").join(name);
    let files: Vec<(String, Vec<u8>)> = ["catalogue", "delimited"]
        .into_iter()
        .flat_map(|name| std::fs::read_dir(folder(name)).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending != "md"))
        .map(|path| {
            (
                path.file_name().unwrap().to_str().unwrap().to_owned(),
                std::fs::read(&path).unwrap(),
            )
        })
        .collect();
    let byte = prop_oneof![any::<u8>(), select(b"\"\\,;\t\r\n\0<>=\xff\xef".to_vec())];
    (
        select(files),
        vec((any::<prop::sample::Index>(), byte, 0..3_u8), 0..8),
        any::<prop::sample::Index>(),
    )
        .prop_map(|((name, mut bytes), changes, cut)| {
            for (at, byte, how) in changes {
                if bytes.is_empty() {
                    bytes.push(byte);
                    continue;
                }
                let at = at.index(bytes.len());
                match how {
                    0 => bytes[at] = byte,
                    1 => bytes.insert(at, byte),
                    _ => drop(bytes.remove(at)),
                }
            }
            if cut.index(4) == 0 {
                bytes.truncate(cut.index(bytes.len() + 1));
            }
            (name, bytes)
        })
}

/// Nothing of it may panic, and nothing may be stored by halves.
fn survives(name: &str, bytes: &[u8], more: &[&str]) {
    let desk = Desk::new();
    bring(&desk, "a.csv", &[HEADER.map(|_| "1".to_owned()).to_vec()]);
    let was = contents(&desk.db(), &[]);
    let file = desk.file(name, bytes);
    let finished = desk.run(&[&[file.as_str(), "--format", "json"], more].concat());
    assert!(finished.code <= 3, "{}", finished.code);
    let answer = json(&finished.stdout);
    if answer["batch"].is_null() {
        assert_eq!(contents(&desk.db(), &[]), was);
    } else {
        let imported = rows_of(&answer)[1];
        assert!(imported > 0, "{answer}");
    }
    let report = desk.check();
    assert!(report.is_sound(), "{:?}", report.findings);
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn any_bytes_are_imported_or_refused(bytes in vec(any::<u8>(), 0..600), skip in any::<bool>()) {
        let way = if skip { "skip" } else { "stop" };
        survives("x.csv", &bytes, &["--on-error", way]);
        survives("x.csv", &bytes, &["--on-error", way, "--dialect", "slims-biblio"]);
    }

    #[test]
    fn any_text_below_a_header_is_imported_or_refused(text in "(\\PC|[\"\\\\,;\n\r\t<>=]){0,300}", skip in any::<bool>()) {
        let way = if skip { "skip" } else { "stop" };
        survives("x.csv", format!("judul,penulis,barcode,harga\n{text}").as_bytes(), &["--on-error", way]);
    }

    #[test]
    fn damaged_files_are_imported_or_refused((name, bytes) in damaged(), skip in any::<bool>()) {
        survives(&name, &bytes, &["--on-error", if skip { "skip" } else { "stop" }]);
    }
}
