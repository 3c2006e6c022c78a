//! Help pages, batches, undo, template and edit.

use pustaka_cli::help_gaps;
use pustaka_testkit::stored::{TRACES, contents};
use serde_json::{Value, json};
use snapbox::{assert_data_eq, file};

use crate::desk::{Desk, code_of, json as json_of, rows};

#[test]
fn help_lacks_nothing() {
    assert_eq!(help_gaps(&catalog_import::TOOL), Vec::<String>::new());
    let desk = Desk::new();
    assert_data_eq!(desk.told(&["--help"]), file!["pages/help.id.txt"].raw());
    assert_data_eq!(desk.told(&["--help", "--lang", "en"]), file!["pages/help.en.txt"].raw());
}

#[test]
fn what_the_verbs_say() {
    let desk = Desk::new();
    desk.file("a.csv", "judul,penulis,barcode\nBumi Manusia,Toer,B1\n");
    desk.file("b.csv", "judul,penulis,tempat\nBumi Manusia,Toer,Jakarta\n");
    let steps: [&[&str]; 10] = [
        &["batches"],
        &["-v", "a.csv"],
        &["-v", "b.csv"],
        &["undo", "1"],
        &["undo", "--dry-run", "2"],
        &["undo", "-v", "2"],
        &[
            "edit",
            "-v",
            "1",
            "author=Toer, Pramoedya Ananta; Max Lane",
            "year=1980",
        ],
        &["edit", "1", "isbn=9,78E+12"],
        &["undo", "1"],
        &["batches"],
    ];
    let told: Vec<String> = steps.iter().map(|args| desk.told(args)).collect();
    assert_data_eq!(told.concat(), file!["pages/verbs.id.txt"].raw());
    let again = Desk::new();
    again.file("a.csv", "judul,penulis,barcode\nBumi Manusia,Toer,B1\n");
    again.file("b.csv", "judul,penulis,tempat\nBumi Manusia,Toer,Jakarta\n");
    let told: Vec<String> = steps
        .iter()
        .map(|args| again.told(&[args, &["--lang", "en"][..]].concat()))
        .collect();
    assert_data_eq!(told.concat(), file!["pages/verbs.en.txt"].raw());
}

#[test]
fn an_undo_stands_back_for_what_came_later() {
    let desk = Desk::new();
    desk.import("a.csv", "judul,penulis,barcode\nBumi,Toer,B1\n", &[]);
    let after_one = contents(&desk.db(), &TRACES);
    desk.import(
        "b.csv",
        "judul,penulis,barcode,kota terbit\nBumi,Toer,B2,Jakarta\n",
        &[],
    );
    let refused = desk.run(&["undo", "1", "--format", "json"]);
    assert_eq!((refused.code, code_of(&refused).as_str()), (1, "batch.in-use"));
    let reasons = &json_of(&refused.stderr)["error"]["reasons"];
    let codes: Vec<&str> = reasons
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["title.has-later-copies", "title.changed-by-later-batch"]);
    let (code, undone) = desk.json(&["undo", "2"]);
    let expected =
        json!({"batch": 2, "dry_run": false, "titles": 0, "items": 1, "titles_restored": 1, "items_restored": 0});
    assert_eq!((code, undone), (0, expected));
    assert_eq!(contents(&desk.db(), &TRACES), after_one);
    assert_eq!(desk.json(&["undo", "1"]).0, 0);
    for (batch, code) in [("1", "batch.already-undone"), ("3", "not-found")] {
        assert_eq!(code_of(&desk.run(&["undo", batch, "--format", "json"])), code);
    }
    let (_, again) = desk.json(&[desk.path("a.csv").to_str().unwrap()]);
    assert_eq!(
        (&again["batch"], rows(&again)[1]),
        (&json!(3), 1),
        "a number is never used twice"
    );
}

#[test]
fn batches_are_listed_newest_first() {
    let desk = Desk::new();
    for (name, text) in [
        ("a.csv", "judul,penulis\nBumi,Toer\n"),
        ("b.csv", "judul,jumlah\nLangit,3\n"),
    ] {
        desk.import(name, text, &[]);
    }
    desk.json(&["undo", "1"]);
    let (_, listed) = desk.json(&["batches"]);
    let listed = listed["batches"].as_array().unwrap();
    assert_eq!((&listed[0]["batch"], &listed[0]["undone"]), (&json!(2), &Value::Null));
    assert_eq!(listed[0]["counts"]["items"]["new"], 3);
    assert_eq!(
        (&listed[0]["staff"], &listed[0]["dialect"]),
        (&json!("sari"), &json!("generic"))
    );
    assert_eq!(
        (&listed[1]["at"], &listed[1]["undone"]),
        (&json!("2026-11-20T10:15:00+07:00"), &json!("2026-11-20T10:15:00+07:00"))
    );
}

/// A template is a file of its dialect: it comes in as it is, in every form.
#[test]
fn templates_can_be_filled_in() {
    for (dialect, titles, copies) in [
        ("generic", 2, 3),
        ("pustaka", 1, 2),
        ("slims-biblio", 1, 2),
        ("slims-item", 0, 0),
        ("inlislite", 1, 1),
    ] {
        for ending in ["csv", "xlsx"] {
            let desk = Desk::new();
            let path = desk.path(&format!("contoh.{ending}"));
            let path = path.to_str().unwrap();
            assert_eq!(desk.run(&["template", dialect, "-o", path]).code, 0);
            let (code, answer) = desk.json(&[path]);
            assert_eq!(answer["dialect"], dialect, "{ending}");
            assert_eq!(
                (&answer["titles"]["new"], &answer["items"]["new"]),
                (&json!(titles), &json!(copies)),
                "{dialect}"
            );
            assert_eq!(
                (code, rows(&answer)[3]),
                if dialect == "slims-item" { (1, 1) } else { (0, 0) }
            );
            let (_, shown) = desk.json(&["template", dialect]);
            assert!(shown["rows"].as_array().unwrap().len() >= 2);
        }
        let plain = Desk::new().run(&["template", dialect]);
        assert_eq!((plain.code, plain.stdout.len() > 100), (0, true));
    }
}

#[test]
fn a_title_is_corrected_field_by_field() {
    let desk = Desk::new();
    desk.import("a.csv", "judul,penulis,isbn\nBumi,Toer,9786028519939\n", &[]);
    let was = contents(&desk.db(), &[]);
    let (code, dry) = desk.json(&["edit", "1", "title=Bumi Manusia", "--dry-run"]);
    assert_eq!((code, &dry["dry_run"]), (0, &json!(true)));
    assert_eq!(contents(&desk.db(), &[]), was);
    let args = [
        "edit",
        "1",
        "title= Bumi Manusia ",
        "author=A; B;",
        "isbn=",
        "year=c1980",
        "notes==1+1",
    ];
    let (code, answer) = desk.json(&args);
    assert_eq!(code, 0, "{answer}");
    let changes = json!([
        {"field": "title", "before": "Bumi", "after": "Bumi Manusia"},
        {"field": "author", "before": "Toer", "after": "A; B"},
        {"field": "isbn", "before": "9786028519939", "after": ""},
        {"field": "year", "before": "", "after": "c1980"},
        {"field": "notes", "before": "", "after": "=1+1"},
    ]);
    assert_eq!(answer["changes"], changes);
    assert_eq!(
        (&answer["title"]["year"], &answer["title"]["isbn"]),
        (&json!(1980), &Value::Null)
    );
    assert!(desk.check().is_sound());
    for (args, code, exit) in [
        (["edit", "1", "title="], "value.bad", 2),
        (["edit", "1", "isbn=9,78E+12"], "value.bad", 2),
        (["edit", "7", "title=x"], "not-found", 1),
    ] {
        let finished = desk.run(&[&args[..], &["--format", "json"]].concat());
        assert_eq!((finished.code, code_of(&finished).as_str()), (exit, code), "{args:?}");
    }
}
