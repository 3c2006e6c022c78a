//! Published figures through the whole tool, and that no way of reading changes them.

use serde_json::{Value, json};

use crate::desk::{Desk, FORMS, matrix};

/// Kabupaten Bantul 2023: the means of the nine elements, of a hundred respondents.
const BANTUL: [u64; 9] = [331, 335, 349, 393, 345, 339, 339, 376, 335];

/// A hundred rows with these sums.
fn bantul() -> Vec<Vec<u8>> {
    let score = |row: u64, sum: u64| {
        let (low, high) = (sum / 100, sum % 100);
        u8::try_from(low + u64::from(row < high)).unwrap()
    };
    (0..100)
        .map(|row| BANTUL.iter().map(|sum| score(row, *sum)).collect())
        .collect()
}

fn index(desk: &Desk, file: &str, weight: &[&str]) -> (String, String, String) {
    let shown = desk.done(&[&["tally", file], weight].concat());
    let text = |key: &str| shown[key].as_str().unwrap_or_default().to_owned();
    (text("index"), text("class"), text("weight"))
}

#[test]
fn the_published_figures() {
    let desk = Desk::new();
    let bantul = desk.file("bantul.csv", matrix(&bantul()));
    let fours = desk.file("fours.csv", matrix(&[vec![4; 9]]));
    let told = |index: &str, class: &str, weight: &str| (index.to_owned(), class.to_owned(), weight.to_owned());
    for (weight, first, second) in [
        (&[][..], told("87.28", "B", "1/9"), told("100.00", "A", "1/9")),
        (
            &["--weight", "0.11"],
            told("86.41", "B", "0.11"),
            told("99.00", "A", "0.11"),
        ),
        (
            &["--weight", "0,111"],
            told("87.19", "B", "0.111"),
            told("99.90", "A", "0.111"),
        ),
    ] {
        assert_eq!(index(&desk, &bantul, weight), first);
        assert_eq!(index(&desk, &fours, weight), second);
    }
    // And through the library.
    desk.done(&["import", "2023", &bantul, "--new", "--weight", "0.11"]);
    let shown = desk.done(&["show", "2023"]);
    assert_eq!((&shown["index"], &shown["weight"]), (&json!("86.41"), &json!("0.11")));
    assert_eq!(desk.done(&["show", "2023", "--weight", "1/k"])["index"], "87.28");
}

#[test]
fn the_answer_has_the_shape_that_others_rely_on() {
    let desk = Desk::answered();
    let shown = desk.done(&["show", "2026-q3", "--by", "sex"]);
    let run = desk.run(&["show", "2026-q3", "--format", "json"]).out();
    let places: Vec<usize> = [
        "survey",
        "instrument",
        "respondents",
        "rejected",
        "index",
        "class",
        "bands",
        "weight",
        "interval95",
        "elements",
        "groups",
    ]
    .iter()
    .map(|key| {
        run.find(&format!("\"{key}\":"))
            .unwrap_or_else(|| panic!("{key} is missing"))
    })
    .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(shown["survey"], "2026-q3");
    assert_eq!(shown["instrument"], "skm-2017");
    assert_eq!(shown["respondents"], 200);
    assert_eq!(shown["bands"], "PermenPANRB 14/2017");
    assert_eq!(shown["weight"], "1/9");
    let element = &shown["elements"][0];
    assert_eq!(element["key"], "persyaratan");
    assert!(
        element["n"].is_u64() && element["sum"].is_u64() && element["mean"].is_string() && element["score"].is_string()
    );
    assert!(shown["interval95"][0].is_string() && shown["index"].is_string());
    assert_eq!(shown["groups"]["sex"][0]["value"], "female");
    assert_eq!(shown["sample"], 310);
}

/// The same answers as a plain file, quoted, with words, by `;`, in the long form: one result.
#[test]
fn no_way_of_reading_changes_the_figures() {
    let desk = Desk::new();
    let rows: Vec<Vec<u8>> = (0_u64..60)
        .map(|row| (0_u64..9).map(|at| ((row * 7 + at * row + at) % 5) as u8).collect())
        .collect();
    let plain = matrix(&rows);
    let quoted: String = plain
        .lines()
        .map(|line| {
            line.split(',')
                .map(|cell| format!("\"{cell}\""))
                .collect::<Vec<_>>()
                .join(",")
                + "\n"
        })
        .collect();
    let decimal = plain.replace("4,", "4.0,").replace(',', ";");
    let keys: Vec<&str> = plain.lines().next().unwrap().split(',').collect();
    let mut long = String::from("responden,unsur,jawaban\n");
    for at in 0..9 {
        for (number, row) in rows.iter().enumerate() {
            long.push_str(&format!(
                "R{number},{},{}\n",
                keys[at],
                if row[at] == 0 {
                    String::new()
                } else {
                    row[at].to_string()
                }
            ));
        }
    }
    let backwards: String = plain
        .lines()
        .map(|line| line.split(',').rev().collect::<Vec<_>>().join(",") + "\r\n")
        .collect();
    let told = |name: &str, text: &str| -> Value {
        let mut shown = desk.done(&["tally", &desk.file(name, text)]);
        shown["survey"] = Value::Null;
        shown
    };
    let expected = told("plain.csv", &plain);
    for (name, text) in [
        ("quoted", &quoted),
        ("decimal", &decimal),
        ("long", &long),
        ("backwards", &backwards),
    ] {
        assert_eq!(told(&format!("{name}.csv"), text), expected, "{name}");
    }
    desk.done(&["import", "2026-q3", &desk.name("plain.csv"), "--new"]);
    let mut stored = desk.done(&["show", "2026-q3"]);
    stored["survey"] = Value::Null;
    stored["trend"] = json!([]);
    assert_eq!(stored, expected, "stored");
}

#[test]
fn a_trend_says_whether_it_is_real() {
    let desk = Desk::answered();
    let text = desk.text("google-forms-2026-q3.csv");
    let at = |from: &str, to: &str| {
        text.replace("2026/07/", &format!("2026/{from}/"))
            .replace("2026/08/", &format!("2026/{to}/"))
    };
    let worse = at("04", "05")
        .replace("2026/09/", "2026/06/")
        .replace("2026/04/31", "2026/04/30")
        .replace(";Sangat sesuai;", ";Tidak sesuai;")
        .replace(";Sangat cepat;", ";Tidak cepat;");
    desk.done(&["import", "2026-q2", &desk.file("q2.csv", worse), "--new"]);
    let shown = desk.done(&["show", "2026-q3"]);
    assert_eq!(shown["trend"][1]["verdict"], "real");
    assert_eq!(shown["trend"][0]["verdict"], Value::Null);
    assert!(
        desk.run(&["show", "2026-q3"])
            .out()
            .contains("perubahan nyata, bukan kebetulan")
    );
    let same = text.replace("2026/", "2025/");
    desk.done(&["import", "2025-q3", &desk.file("same.csv", same), "--new"]);
    let shown = desk.done(&["show", "2026-q2"]);
    assert_eq!(shown["trend"][0]["survey"], "2025-q3");
    let english = desk.run(&["show", "2026-q2", "--lang", "en"]);
    assert!(
        english.out().contains("a real change, more than chance"),
        "{}",
        english.out()
    );
}

#[test]
fn how_many_are_enough() {
    let desk = Desk::new();
    assert_eq!(desk.done(&["sample", "1615"])["sample"], 310);
    let largest = desk.done(&["sample", "100.000"]);
    assert_eq!((&largest["sample"], &largest["printed"]), (&json!(383), &json!(384)));
    assert_eq!(desk.run(&["sample", "0"]).code, 2);
    let none = desk.run(&["sample", "--from", "2026-07-01", "--to", "2026-09-30"]);
    assert_eq!(none.code, 1, "no loans yet: {}", none.err());
}

#[test]
fn a_file_of_the_fixture_by_itself() {
    let desk = Desk::new();
    let file = desk.fixture(FORMS);
    let direct = desk.done(&["tally", &file, "--by", "sex,education"]);
    let stored = Desk::answered().done(&["show", "2026-q3", "--by", "sex,education"]);
    for key in ["index", "elements", "groups", "interval95", "alpha", "straight_liners"] {
        assert_eq!(direct[key], stored[key], "{key}");
    }
}
