//! Each verb: what it says, in both languages, and what it leaves behind.

use serde_json::{Value, json};
use snapbox::{assert_data_eq, file};

use crate::desk::Desk;

fn read(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_else(|_| panic!("no JSON: {}", String::from_utf8_lossy(bytes)))
}

#[test]
fn the_help_pages_lack_nothing() {
    assert_eq!(pustaka_cli::help_gaps(&catalog_search::TOOL), Vec::<String>::new());
}

#[test]
fn a_search_and_its_list() {
    let desk = Desk::new();
    let told = [
        &["hirata"][..],
        &["hirata", "--lang", "en", "--limit", "1"],
        &["laskar", "plangi"],
        &["laskar", "plangi", "--lang", "en"],
        &["--author", "hirata", "--available", "--format", "csv"],
        &[],
        &["--raw", "title :"],
        &["--limit", "0", "--lang", "en"],
    ]
    .map(|args| desk.told(args));
    assert_data_eq!(told.concat(), file!["pages/search.txt"].raw());
}

#[test]
fn the_json_of_a_search() {
    let desk = Desk::new();
    let found = desk.run(&["laskar", "pelangi", "--format", "json"]);
    assert_eq!(found.code, 0, "{}", found.err());
    assert_eq!(
        read(&found.stdout),
        json!({
            "query": "laskar pelangi", "total": 1, "total_is_lower_bound": false, "suggestion": null,
            "titles": [{
                "id": 1, "title": "Laskar Pelangi : novel", "authors": ["Hirata, Andrea"], "year": 2005,
                "class": "899.221", "call_number": "899.221 / HIR / l", "items": 2, "available": 2, "shelf": "S-1",
            }],
        })
    );
    let nothing = desk.run(&["laskr", "--format", "json"]);
    assert_eq!(nothing.code, 1);
    let list = read(&nothing.stdout);
    assert_eq!((&list["total"], &list["suggestion"]), (&json!(0), &json!("laskar")));
    assert_eq!(read(&nothing.stderr)["error"]["code"], "search.nothing-found");
}

#[test]
fn a_verb_among_words_is_a_word() {
    let desk = Desk::new();
    for args in [
        &["--", "show"][..],
        &["the", "show", "must", "go", "on"],
        &["laskar", "shelf", "9"],
    ] {
        let run = desk.run(&[args, &["--format", "json"][..]].concat());
        let run = if args[0] == "--" {
            desk.run(&["--format", "json", "--", "show"])
        } else {
            run
        };
        let expected = args
            .iter()
            .filter(|arg| **arg != "--")
            .copied()
            .collect::<Vec<_>>()
            .join(" ");
        assert_eq!(read(&run.stdout)["query"], expected.as_str(), "{}", run.err());
    }
    assert_eq!(
        desk.run(&["--available", "show", "B00001"]).code,
        0,
        "an option before a verb is no word"
    );
}

#[test]
fn a_title_with_its_copies() {
    let desk = Desk::new();
    let told = [
        &["show", "B00003"][..],
        &["show", "laskar", "pelangi", "--lang", "en"],
        &["show", "kamus", "besar"],
        &["show", "kamuz", "--lang", "en"],
    ]
    .map(|args| desk.told(args));
    assert_data_eq!(told.concat(), file!["pages/show.txt"].raw());
    let whole = read(&desk.run(&["show", "9789793062792", "--format", "json"]).stdout);
    assert_eq!(whole["isbn"], "9789793062792");
    assert_eq!(whole["items"][1]["item_code"], "B00002");
    assert_eq!(whole["items"][1]["status"], "available");
}

#[test]
fn a_shelf_in_its_order() {
    let desk = Desk::new();
    let told = [
        &["shelf", "8"][..],
        &["shelf", "8", "--skip", "1", "--limit", "1", "--lang", "en"],
        &["shelf", "2x"],
        &["shelf", "7", "--lang", "en"],
    ]
    .map(|args| desk.told(args));
    assert_data_eq!(told.concat(), file!["pages/shelf.txt"].raw());
}

#[test]
fn what_was_not_found_is_remembered_once_a_search() {
    let desk = Desk::new();
    let entries = || desk.library().last_entry_at().unwrap();
    let before = entries();
    for args in [
        &["kebun", "binatang"][..],
        &["kebun", "binatang", "--dry-run"],
        &["Kebun binatang!"],
        &["laskar"],
    ] {
        desk.run(args);
    }
    assert_eq!(entries(), before, "no entry of the journal");
    let file = std::fs::read(desk.db()).unwrap();
    let log = std::fs::read(desk.db().with_extension("db-wal")).unwrap_or_default();
    let holds = |needle: &[u8]| {
        [&file, &log]
            .iter()
            .any(|bytes| bytes.windows(needle.len()).any(|part| part == needle))
    };
    assert!(holds(b"2026-11-20kebun binatang\x02"), "the day, the words, twice");
}

#[test]
fn a_file_that_can_not_be_written_is_searched_all_the_same() {
    let desk = Desk::new();
    // Another writer keeps the file to itself: the search that finds nothing does not wait for it, and says nothing.
    let held = std::fs::File::options()
        .write(true)
        .create(true)
        .truncate(false)
        .open(desk.db().with_extension("db.queue"));
    let held = held.unwrap();
    held.lock().unwrap();
    let run = desk.run(&["kebun", "binatang"]);
    assert_eq!(run.code, 1);
    assert!(
        run.err().contains("kebun binatang") && !run.err().contains("sari"),
        "{}",
        run.err()
    );
}

#[test]
fn whatever_is_typed_is_text() {
    let desk = Desk::new();
    let long = "kata ".repeat(20_000);
    for text in [
        "'; DROP TABLE title; --",
        "\" OR 1=1",
        "NEAR(",
        "title:*",
        "-x",
        "\u{1b}[2J",
        "\u{202e}",
        long.as_str(),
    ] {
        for args in [
            &["--", text][..],
            &["--author", text],
            &["show", "--", text],
            &["shelf", "--", text],
        ] {
            let run = desk.run(args);
            // A class as long as a page is no class.
            let expected = if args[0] == "shelf" && text.len() > 64 { 2 } else { 1 };
            assert_eq!(run.code, expected, "{}", run.err());
            let said = run.out() + &run.err();
            assert!(said.len() < 1000, "{said}");
            assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
        }
    }
    assert_eq!(desk.run(&["laskar"]).code, 0);
}
