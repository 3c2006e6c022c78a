//! Reports in every form.

use pustaka_cli::run_in;

use crate::tool::{TOOL, run_tool, world};

#[test]
fn a_table_is_for_people() {
    let finished = run_tool(&["list"]);
    let expected = "\
┌───────────────────────┬───────────┬──────────┬────────────┬────────┬───────┬─────────┐
│ Judul                 ┆ Eksemplar ┆    Harga ┆ Diterima   ┆ Indeks ┆ Tahun ┆ Terbuka │
╞═══════════════════════╪═══════════╪══════════╪════════════╪════════╪═══════╪═════════╡
│ Bumi, Manusia         ┆     1.234 ┆  Rp1.500 ┆ 20-11-2026 ┆  87,28 ┆  1980 ┆ ya      │
│ =1+1\\u{1b}[2J\\u{202e} ┆        -5 ┆ -Rp1.500 ┆            ┆        ┆       ┆ tidak   │
│ satu; dua \"2\"         ┆         0 ┆      Rp0 ┆            ┆        ┆       ┆         │
└───────────────────────┴───────────┴──────────┴────────────┴────────┴───────┴─────────┘
catatan
";
    assert_eq!(finished.out(), expected);
    assert_eq!(finished.err(), "");
}

#[test]
fn a_table_is_as_wide_as_the_terminal() {
    for width in [20, 40, 60, 80] {
        let finished = run_in(&TOOL, ["list"], world().with_terminal(width).with_env("NO_COLOR", "1"));
        let widest = finished.out().lines().map(|line| line.chars().count()).max().unwrap();
        // A table of seven columns can't be narrower than its borders and a character for each.
        assert!(
            widest <= usize::from(width).max(29),
            "{widest} columns of {width}:\n{}",
            finished.out()
        );
    }
}

#[test]
fn json_is_one_document_with_typed_values() {
    let finished = run_tool(&["list", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&finished.stdout).unwrap();
    let first = serde_json::json!({
        "title": "Bumi, Manusia", "copies": 1234, "price": 1500, "received": "2026-11-20", "index": "87.28",
        "year": 1980, "open": true,
    });
    assert_eq!(json["titles"][0], first);
    assert_eq!(json["titles"][1]["title"], "=1+1\u{1b}[2J\u{202e}");
    assert_eq!(json["titles"][1]["received"], serde_json::Value::Null);
    assert_eq!(json["titles"][2]["title"], serde_json::json!(["satu", "dua \"2\""]));
    assert!(!finished.out().contains(['\u{1b}', '\u{202e}']));
    let document = run_tool(&["document", "--format", "json"]);
    assert_eq!(document.out(), "{\n  \"total\": 3\n}\n");
}

#[test]
fn csv_has_stable_keys_and_for_excel_headings() {
    let plain = run_tool(&["list", "--format", "csv"]).out();
    let lines: Vec<&str> = plain.split("\r\n").collect();
    assert_eq!(lines[0], "title,copies,price,received,index,year,open");
    assert_eq!(lines[1], "\"Bumi, Manusia\",1234,1500,2026-11-20,87.28,1980,true");
    assert_eq!(lines[2], "'=1+1\\u{1b}[2J\\u{202e},-5,-1500,,,,false");
    assert_eq!(lines[3], "\"satu; dua \"\"2\"\"\",0,0,,,,");
    let excel = run_tool(&["list", "--format", "csv", "--excel"]).out();
    assert!(
        excel.contains("Judul;Eksemplar;Harga;Diterima;Indeks;Tahun;Terbuka"),
        "{excel}"
    );
    assert!(
        excel.contains("Bumi, Manusia;1234;1500;2026-11-20;87,28;1980;ya\r\n"),
        "{excel}"
    );
}

#[test]
fn an_empty_list_says_so() {
    assert_eq!(run_tool(&["empty"]).out(), "(tidak ada)\n");
    assert_eq!(run_tool(&["empty", "--lang", "en"]).out(), "(nothing)\n");
    assert_eq!(
        run_tool(&["empty", "--format", "json"]).out(),
        "{\n  \"titles\": []\n}\n"
    );
}

#[test]
fn a_document_shows_all_its_lists() {
    let out = run_tool(&["document"]).out();
    assert!(out.starts_with("kepala\n\nsatu\n"), "{out}");
    assert!(out.contains("\n\ndua\n"), "{out}");
}

#[test]
fn work_that_goes_well_is_silent_in_cron() {
    let silent = run_tool(&["work"]);
    assert_eq!((silent.out().as_str(), silent.err().as_str(), silent.code), ("", "", 0));
    for asked in [&["work", "-v"][..], &["work", "--format", "json"]] {
        assert_ne!(run_tool(asked).out(), "", "{asked:?}");
    }
    let watched = |args: &[&str]| run_in(&TOOL, args.iter().copied(), world().with_terminal(80));
    assert_ne!(watched(&["work"]).out(), "");
    assert_eq!(watched(&["work", "-q"]).out(), "");
}
