//! Moving from SLiMS: its two exports with their damage come in, are found, go out again, and can be taken back.

use pustaka_testkit::answer::{rows, warnings};
use pustaka_testkit::desk::Desk;
use pustaka_testkit::stored::{TRACES, check, contents, titles};
use serde_json::json;

#[test]
fn titles_and_copies_come_in_are_found_go_out_and_are_taken_back() {
    let desk = Desk::new();
    let empty = contents(&desk.db(), &TRACES);
    let [biblio, items] =
        ["catalogue/slims-biblio-damaged.csv", "catalogue/slims-item-damaged.csv"].map(|name| desk.fixture(name));

    let first = desk.done(&catalog_import::TOOL, &[&biblio]);
    assert_eq!(first["dialect"], "slims-biblio");
    assert_eq!(rows(&first), [0, 25, 0, 0]);
    assert_eq!(first["titles"], json!({"new": 25, "matched": 0, "updated": 0}));
    assert!(warnings(&first).contains(&("slims.rn-scar".to_owned(), 6)), "{first}");
    let with_titles = contents(&desk.db(), &TRACES);

    let second = desk.done(&catalog_import::TOOL, &[&items]);
    assert_eq!(second["dialect"], "slims-item");
    assert_eq!(rows(&second), [0, 25, 0, 0]);
    assert_eq!(second["titles"]["new"], 0, "copies find their titles");
    assert_eq!(
        second["items"]["updated"], 25,
        "and what was known of them only by their codes"
    );

    let found = desk.done(&catalog_search::TOOL, &["si kancil"]);
    assert_eq!(
        found["titles"][0]["title"],
        "Kumpulan Cerita \"Si Kancil\" dan Kawan-Kawan"
    );
    assert!(check(&desk.db()).is_sound());

    there_and_back(&desk);

    desk.done(&catalog_import::TOOL, &["undo", "2"]);
    assert_eq!(contents(&desk.db(), &TRACES), with_titles);
    desk.done(&catalog_import::TOOL, &["undo", "1"]);
    assert_eq!(contents(&desk.db(), &TRACES), empty);
    assert!(check(&desk.db()).is_sound());
}

/// The whole catalogue goes out as our own file and into a library that is empty: it is the same catalogue.
fn there_and_back(desk: &Desk) {
    let there = desk.add_library("there.db");
    let file = desk.name("catalogue.csv");
    desk.done(&catalog_export::TOOL, &["-o", &file]);
    desk.done(&catalog_import::TOOL, &["--db", &desk.name("there.db"), &file]);
    assert_eq!(titles(&there), titles(&desk.db()));
}
