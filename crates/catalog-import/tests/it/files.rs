//! What becomes of the files of the project: each imported or refused, its rows counted, its damage named.

use serde_json::{Value, json};

use crate::desk::{Desk, code_of, rows, warnings};

/// A file, the dialect, how it is written, its rows (blank, imported, unchanged, rejected), titles, copies, and warnings.
struct Case {
    file: &'static str,
    shape: (&'static str, &'static str, Value),
    rows: [u64; 4],
    titles: u64,
    items: u64,
    isbn: [u64; 3],
    warnings: &'static [(&'static str, u64)],
}

fn cases() -> [Case; 4] {
    [
        Case {
            file: "vendor-acquisition.csv",
            shape: ("generic", "windows-1252", json!(";")),
            rows: [3, 40, 0, 0],
            titles: 40,
            items: 126,
            isbn: [34, 4, 1],
            warnings: &[
                ("excel.guard", 2),
                ("isbn.invalid", 1),
                ("isbn.lost", 3),
                ("isbn.mended", 1),
                ("text.windows-1252", 1),
            ],
        },
        Case {
            file: "slims-biblio-damaged.csv",
            shape: ("slims-biblio", "utf-8", json!(",")),
            rows: [0, 25, 0, 0],
            titles: 25,
            items: 51,
            isbn: [7, 0, 0],
            warnings: &[
                ("issn.invalid", 1),
                ("quote.backslash", 1),
                ("quote.bare", 2),
                ("slims.backslash", 2),
                ("slims.list", 1),
                ("slims.notes-div", 3),
                ("slims.notes-length", 2),
                ("slims.rn-scar", 6),
                ("slims.zero", 4),
            ],
        },
        Case {
            file: "slims-item-damaged.csv",
            shape: ("slims-item", "utf-8", json!(",")),
            rows: [0, 25, 0, 0],
            titles: 0,
            items: 0,
            isbn: [0, 0, 0],
            warnings: &[
                ("quote.bare", 3),
                ("slims.backslash", 2),
                ("slims.status-column-name", 2),
                ("slims.zero", 8),
            ],
        },
        Case {
            file: "inlislite-sample.xlsx",
            shape: ("inlislite", "xlsx", Value::Null),
            rows: [0, 12, 0, 0],
            titles: 9,
            items: 12,
            isbn: [7, 1, 0],
            warnings: &[("isbd.tail", 63), ("isbn.invalid", 1)],
        },
    ]
}

#[test]
fn the_shipped_files_come_in_one_after_the_other_and_a_second_time_change_nothing() {
    let desk = Desk::new();
    for (number, case) in cases().into_iter().enumerate() {
        let file = desk.fixture(&format!("catalogue/{}", case.file));
        let (code, answer) = desk.json(&[&file]);
        assert_eq!((code, &answer["batch"]), (0, &json!(number + 1)), "{answer}");
        let (dialect, encoding, delimiter) = case.shape;
        assert_eq!(answer["dialect"], dialect);
        assert_eq!(
            (&answer["encoding"], &answer["delimiter"]),
            (&json!(encoding), &delimiter),
            "{}",
            case.file
        );
        assert_eq!(rows(&answer), case.rows, "{}", case.file);
        assert_eq!(answer["titles"]["new"], case.titles, "{}", case.file);
        assert_eq!(answer["items"]["new"], case.items, "{}", case.file);
        let [valid, invalid, mended] = case.isbn;
        assert_eq!(
            answer["isbn"],
            json!({"valid": valid, "invalid": invalid, "mended": mended}),
            "{}",
            case.file
        );
        let expected: Vec<(String, u64)> = case
            .warnings
            .iter()
            .map(|(code, count)| ((*code).to_owned(), *count))
            .collect();
        assert_eq!(warnings(&answer), expected, "{}", case.file);
        assert_eq!(answer["rejects"], Value::Null);
    }
    assert!(desk.check().is_sound());
    for case in cases() {
        let (code, answer) = desk.json(&[desk.path(case.file).to_str().unwrap()]);
        assert_eq!((code, &answer["batch"]), (0, &Value::Null));
        assert_eq!(rows(&answer), [case.rows[0], 0, case.rows[1], 0], "{}", case.file);
    }
}

#[test]
fn the_copies_of_a_slims_export_join_their_titles_by_code() {
    let desk = Desk::new();
    let items = desk.fixture("catalogue/slims-item-damaged.csv");
    let (code, alone) = desk.json(&[&items]);
    assert_eq!(
        (code, rows(&alone)[3]),
        (1, 25),
        "without titles nobody knows whose copies these are"
    );
    let titles = desk.fixture("catalogue/slims-biblio-damaged.csv");
    assert_eq!(desk.json(&[&titles]).0, 0);
    let (code, joined) = desk.json(&[&items]);
    assert_eq!(code, 0, "{joined}");
    assert_eq!(
        joined["items"],
        json!({"new": 0, "unchanged": 0, "updated": 25, "duplicate": 0})
    );
}

#[test]
fn a_list_with_bad_rows_is_stopped_or_its_good_rows_taken() {
    let desk = Desk::new();
    let file = desk.fixture("catalogue/refused.csv");
    let (code, stopped) = desk.json(&[&file]);
    assert_eq!((code, rows(&stopped)), (1, [0, 5, 0, 6]));
    assert_eq!(stopped["batch"], Value::Null);
    let (code, skipped) = desk.json(&[&file, "--on-error", "skip"]);
    assert_eq!((code, rows(&skipped)), (1, [0, 5, 0, 6]));
    assert_eq!((&skipped["batch"], &skipped["titles"]["new"]), (&json!(1), &json!(5)));
    let names = [&stopped["rejects"], &skipped["rejects"]].map(|path| path.as_str().unwrap().to_owned());
    assert_eq!(names, [format!("{file}.rejects.csv"), format!("{file}.rejects-2.csv")]);
    let rejects = std::fs::read_to_string(&names[1]).unwrap();
    let lines: Vec<&str> = rejects.lines().collect();
    assert_eq!(lines.len(), 7);
    assert!(lines[0].ends_with("Harga;line;column;code;reason"), "{}", lines[0]);
    assert!(lines[1].contains(";3;;row.ragged;The row has 7 cells"), "{}", lines[1]);
}

/// File, the column named by hand; its rows and the codes of the rejected ones, or the code of the refusal.
type Oddity = (&'static str, &'static str, Result<[u64; 4], &'static str>, &'static str);

#[test]
fn every_oddity_is_read_or_refused_with_its_reason() {
    let cases: [Oddity; 18] = [
        ("bad.csv", "column_a", Ok([0, 1, 0, 2]), "row.ragged row.ragged"),
        ("blanks.csv", "b", Ok([0, 1, 0, 0]), ""),
        ("empty.csv", "a", Err("file.empty"), ""),
        ("mac_newlines.csv", "a", Ok([0, 2, 0, 0]), ""),
        ("null_byte.csv", "a", Ok([0, 0, 0, 1]), "text.nul"),
        ("optional_quote_characters.csv", "a", Ok([0, 1, 0, 0]), ""),
        ("test_cr.csv", "text", Ok([0, 3, 0, 0]), ""),
        ("test_crlf.csv", "text", Ok([0, 3, 0, 0]), ""),
        ("test_empty_columns.csv", "a", Ok([1, 1, 0, 1]), "title.missing"),
        ("test_empty_columns_long_row.csv", "a", Ok([1, 0, 0, 0]), ""),
        ("test_empty_columns_short_row.csv", "a", Ok([1, 0, 0, 0]), ""),
        ("test_extra_header.csv", "a", Ok([0, 0, 0, 1]), "row.ragged"),
        ("test_header_newline.csv", "b", Ok([0, 1, 0, 0]), ""),
        ("test_latin1.csv", "c", Ok([0, 2, 0, 0]), ""),
        ("test_quote_nonnumeric.csv", "text", Ok([0, 3, 0, 0]), ""),
        ("test_utf16_big.csv", "c", Ok([0, 2, 0, 0]), ""),
        ("test_utf16_little.csv", "c", Ok([0, 2, 0, 0]), ""),
        ("test_utf8_bom.csv", "baz", Ok([0, 2, 0, 0]), ""),
    ];
    for (name, heading, expected, codes) in cases {
        let desk = Desk::new();
        let file = desk.fixture(&format!("delimited/{name}"));
        let unnamed = code_of(&desk.run(&[&file, "--format", "json"]));
        let refusal = if name == "empty.csv" {
            "file.empty"
        } else {
            "header.missing"
        };
        assert_eq!(unnamed, refusal, "{name}");
        let map = format!("title={heading}");
        let finished = desk.run(&[&file, "--map", &map, "--format", "json", "--dry-run"]);
        let answer = crate::desk::json(&finished.stdout);
        match expected {
            Err(code) => assert_eq!(code_of(&finished), code, "{name}"),
            Ok(expected) => {
                assert_eq!(rows(&answer), expected, "{name}");
                let rejected = answer["rejected_rows"].as_array().unwrap().iter();
                let found: Vec<&str> = rejected.map(|row| row["code"].as_str().unwrap()).collect();
                assert_eq!(found.join(" "), codes, "{name}");
            }
        }
        assert_eq!(desk.files(), [name], "nothing was written");
    }
}
