//! Files of real systems, where a folder with them is: `PUSTAKA_REAL_FILES`, else `../shared/data` beside the project.

use std::path::PathBuf;

use serde_json::json;

use crate::desk::Desk;

/// The file, when it is there; else the test says that it skips.
fn real(name: &str) -> Option<Vec<u8>> {
    let beside = pustaka_testkit::workspace::root().join("../shared/data");
    let folder = std::env::var_os("PUSTAKA_REAL_FILES").map_or(beside, PathBuf::from);
    let read = std::fs::read(folder.join("members-loans").join(name)).ok();
    if read.is_none() {
        pustaka_testkit::skipped::skipped(&format!("there is no {name} in {}", folder.display()));
    }
    read
}

#[test]
fn the_form_of_inlislite() {
    let Some(bytes) = real("inlislite_FormatAnggota_masked.csv") else {
        return;
    };
    let desk = Desk::new();
    let (code, answer) = desk.import("anggota.csv", bytes, &[]);
    assert_eq!(
        (code, &answer["dialect"], &answer["members"]["new"]),
        (0, &json!("inlislite-anggota"), &json!(2))
    );
    let never: Vec<&str> = answer["never_read"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| one["what"].as_str())
        .collect();
    assert_eq!(never, ["religion", "mother", "marital-status"]);
    let member = desk.done(&["show", "0I32650524"]);
    assert_eq!(member["member"]["born"], "2004-03-31");
    assert_eq!(member["member"]["type"], "pelajar");
}

/// A template of the civil registry: members without cards, known by their NIK.
#[test]
fn the_list_of_the_civil_registry() {
    let Some(bytes) = real("inlislite_001_Database_Kependudukan.xlsx") else {
        return;
    };
    let desk = Desk::new();
    let (code, answer) = desk.import("penduduk.xlsx", bytes, &["--on-error", "skip"]);
    let sum = ["imported", "rejected", "unchanged"].map(|key| answer[key].as_u64().unwrap_or_default());
    assert_eq!(sum.iter().sum::<u64>(), 2, "{code} {answer}");
}
