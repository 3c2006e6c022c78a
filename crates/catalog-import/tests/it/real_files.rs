//! The real files that lie beside the project: every one is imported, or refused with the right sentence.

use std::path::PathBuf;

use serde_json::json;

use crate::desk::{Desk, code_of, root, rows, warnings};

/// A real file on the desk; says when it isn't there.
fn real(desk: &Desk, name: &str) -> Option<String> {
    let path: PathBuf = root().join("../shared/data").join(name);
    let Ok(bytes) = std::fs::read(&path) else {
        pustaka_testkit::skipped::skipped(&format!("../shared/data/{name} is not here"));
        return None;
    };
    Some(desk.file(name.rsplit('/').next().unwrap(), bytes))
}

/// File, dialect, records, valid, invalid and mended ISBNs, warnings.
type Real = (
    &'static str,
    &'static str,
    u64,
    [u64; 3],
    &'static [(&'static str, u64)],
);

#[test]
fn the_real_catalogues_come_in() {
    let cases: [Real; 5] = [
        (
            "catalogue-csv/goodbooks10k_sample_books.csv",
            "goodreads",
            99,
            [88, 11, 72],
            &[("excel.isbn-replaced", 99), ("isbn.invalid", 11), ("isbn.mended", 72)],
        ),
        (
            "catalogue-csv/inlislite_sample_data_koleksi_AACR.xlsx",
            "inlislite",
            2,
            [0, 2, 0],
            &[("isbd.tail", 6), ("isbn.invalid", 2)],
        ),
        (
            "catalogue-csv/inlislite_sample_data_koleksi_AACR_as.csv",
            "inlislite",
            2,
            [0, 2, 0],
            &[("isbd.tail", 6), ("isbn.invalid", 2)],
        ),
        (
            "marc/slims/slims97_sample_biblio_export.csv",
            "slims-biblio",
            15,
            [15, 0, 0],
            &[("slims.rn-scar", 1)],
        ),
        (
            "marc/slims/slims97_sample_item_export.csv",
            "slims-item",
            10,
            [0, 0, 0],
            &[("slims.zero", 2)],
        ),
    ];
    let desk = Desk::new();
    let mut told = Vec::new();
    for (name, dialect, records, isbn, expected) in cases {
        let Some(file) = real(&desk, name) else { return };
        let (code, answer) = desk.json(&[&file]);
        assert_eq!(code, 0, "{answer}");
        assert_eq!(answer["dialect"], dialect);
        assert_eq!(rows(&answer).iter().sum::<u64>(), records, "{name}");
        assert_eq!(answer["rejected"], 0, "{name}");
        let [valid, invalid, mended] = isbn;
        assert_eq!(
            answer["isbn"],
            json!({"valid": valid, "invalid": invalid, "mended": mended}),
            "{name}"
        );
        let found = warnings(&answer);
        let found: Vec<(&str, u64)> = found.iter().map(|(code, count)| (code.as_str(), *count)).collect();
        assert_eq!(found, expected, "{name}");
        told.push((
            answer["titles"]["new"].clone(),
            answer["items"]["new"].clone(),
            answer["items"]["updated"].clone(),
        ));
    }
    // The CSV of the INLISLite form says what the workbook says; SLiMS's item file tells more of copies that are there.
    let expected = [[99, 0, 0], [2, 2, 0], [0, 0, 0], [15, 10, 0], [0, 0, 10]];
    assert_eq!(
        told,
        expected.map(|[titles, new, updated]| (json!(titles), json!(new), json!(updated)))
    );
    assert!(desk.check().is_sound());
}

#[test]
fn the_small_oddities_are_refused_because_they_are_no_catalogues() {
    let Ok(folder) = std::fs::read_dir(root().join("../shared/data/catalogue-csv/csv-hostile")) else {
        return;
    };
    for entry in folder {
        let desk = Desk::new();
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(file) = real(&desk, &format!("catalogue-csv/csv-hostile/{name}")) else {
            return;
        };
        let finished = desk.run(&[&file, "--format", "json"]);
        let expected = if name == "empty.csv" {
            "file.empty"
        } else {
            "header.missing"
        };
        assert_eq!((finished.code, code_of(&finished).as_str()), (3, expected), "{name}");
    }
}
