//! Each verb: what it says, in both languages, and what it leaves behind.

use serde_json::json;
use snapbox::{assert_data_eq, file};

use crate::desk::{Desk, assert_says, ended};

#[test]
fn the_help_pages_lack_nothing() {
    assert_eq!(pustaka_cli::help_gaps(&member::TOOL), Vec::<String>::new());
}

#[test]
fn a_morning_at_the_desk_in_both_languages() {
    for (lang, page) in [
        ("id", file!["pages/desk.id.txt"].raw()),
        ("en", file!["pages/desk.en.txt"].raw()),
    ] {
        let desk = Desk::new();
        let told = [
            &["add"][..],
            &["add", "Suharto", "--phone", "0812-3456-7801", "--type", "raja"],
            &["add", "Suharto", "--phone", "0812-3456-7801", "--dry-run"],
            &["add", "Suharto", "--phone", "0812-3456-7801", "--consent", "-v"],
            &["add", "Rara", "--born", "9/3/2016"],
            &[
                "add",
                "Rara",
                "--born",
                "9/3/2016",
                "--guardian",
                "Suharto",
                "--consent",
                "--phone",
                "081234567801",
                "-v",
            ],
            &["add", "Siti", "--born", "31/12/26"],
            &["add", "Siti", "--card", "A0001"],
            &["find", "su"],
            &["find", "siapa"],
            &["show", "0812 3456 7801"],
            &["show", "A0002"],
            &["edit", "A0001"],
            &["edit", "suharto", "--address", "Jl. Dhoho 1", "-v"],
            &["renew", "A0001"],
            &["renew", "A0001", "--until", "31/12/2028", "-v"],
            &["block", "A0001", "--reason", "Kartu dilaporkan hilang", "-v"],
            &["show", "A0001"],
            &["unblock", "A0001", "-v"],
            &["unblock", "A0001"],
            &["consent", "A0001", "reading-history", "-v"],
            &["consent", "A0001", "notices", "--withdraw"],
            &["types"],
            &[
                "types",
                "guru",
                "--name",
                "Guru",
                "--valid-days",
                "730",
                "--max-items",
                "5",
                "-v",
            ],
            &["clearance", "A0001", "-v"],
            &["erase", "A0002"],
            &["erase", "A0002", "--yes", "-v"],
        ]
        .map(|args| desk.told(&[args, &["--lang", lang]].concat()));
        assert_data_eq!(told.concat(), page);
        assert!(desk.is_sound());
    }
}

#[test]
fn the_json_of_the_verbs() {
    let desk = Desk::new();
    let added = desk.done(&[
        "add",
        "Suharto",
        "--phone",
        "0812 3456 7801",
        "--nik",
        "3571010209610001",
        "--until",
        "31/12/2026",
    ]);
    assert_eq!(
        (
            &added["member"]["card"],
            &added["member"]["phone"],
            &added["member"]["nik"]
        ),
        (&json!("A0001"), &json!("+6281234567801"), &json!("3571••••••••0001"))
    );
    let again = desk.done(&["add", "Pak", "Harto", "--nik", "3571010209610001", "--dry-run"]);
    assert_eq!(
        again["duplicates"],
        json!([{ "by": "nik", "card": "A0001", "name": "Suharto" }])
    );
    assert_eq!(again["member"]["name"], "Pak Harto");
    let renewed = desk.done(&["renew", "A0001"]);
    assert_eq!(renewed["valid_until"], "2027-12-31");
    assert_eq!(
        renewed["steps"],
        json!([{ "code": "from-end", "value": "2026-12-31" }, { "code": "days", "value": 365 }])
    );
    let shown = desk.done(&["show", "A0001"]);
    assert_eq!(
        shown["standing"],
        json!({ "valid": true, "states": [], "owes": 0, "blocked": null })
    );
    let found = desk.done(&["find", "suh"]);
    assert_eq!(
        (&found["more"], found["members"].as_array().map(Vec::len)),
        (&json!(false), Some(1))
    );
    let edited = desk.done(&["edit", "A0001", "--email", "harto@contoh.test"]);
    assert_eq!(
        edited["changes"],
        json!([{ "field": "email", "before": "", "after": "harto@contoh.test" }])
    );
    for (args, exit, code) in [
        (&["show", "A9"][..], 1, "member.unknown"),
        (&["add", "Siti", "--card", "A0001"], 1, "card.taken"),
        (&["add", "Siti", "--type", "raja"], 2, "type.unknown"),
        (&["add", "Siti", "--email", "siti"], 2, "email.bad"),
        (&["add", "Siti", "--born", "2015-01-01"], 1, "guardian.missing"),
        (&["renew", "A0001"], 1, "member.renewed-already"),
        (&["unblock", "A0001"], 1, "member.not-blocked"),
        (&["block", "A0001", "--reason", " "], 2, "block.reason"),
        (&["edit", "A0001"], 2, "edit.nothing"),
        (&["erase", "A0001"], 2, "confirm.no-terminal"),
    ] {
        assert_eq!(desk.refused(args, exit), code, "{args:?}");
    }
}

#[test]
fn a_nik_may_come_from_standard_input_and_is_nowhere_afterwards() {
    let desk = Desk::new();
    let world = desk.world().with_stdin(b"3571010209610001\n".to_vec());
    let run = pustaka_cli::run_in(&member::TOOL, ["add", "Suharto", "--nik", "-", "-v"], world);
    let run = ended(run, 0);
    assert_says(&run.out(), &["3571••••••••0001"]);
    for file in ["library.db", "library.db-wal", "library.db.key"] {
        let bytes = std::fs::read(desk.path(file)).unwrap();
        assert!(!bytes.windows(16).any(|window| window == b"3571010209610001"), "{file}");
    }
    std::fs::remove_file(desk.path("library.db.key")).unwrap();
    assert_eq!(
        desk.refused(&["add", "Siti", "--nik", "3571015704900001"], 1),
        "nik-key.missing"
    );
}

#[test]
fn several_with_one_name_are_listed() {
    let desk = Desk::new();
    for name in ["Siti Aminah", "Siti Rahayu"] {
        ended(desk.run(&["add", name]), 0);
    }
    let run = ended(desk.run(&["renew", "siti"]), 1);
    assert_says(
        &run.err(),
        &[
            "Several members answer to “siti”.",
            "A0001  Siti Aminah",
            "A0002  Siti Rahayu",
        ],
    );
    ended(desk.run(&["renew", "siti r", "--until", "31/12/2028"]), 0);
}

/// What others typed is text wherever it goes.
#[test]
fn hostile_names_stay_text() {
    let desk = Desk::new();
    let nasty = [
        "=HYPERLINK(\"http://x\")a",
        "\u{1b}[2JBudi",
        "a\u{202e}Budi",
        "<script>alert(1)</script>",
        "'; DROP TABLE member; --a",
    ];
    for (at, name) in nasty.iter().enumerate() {
        ended(desk.run(&["add", "--card", &format!("N{at}"), "--", name]), 0);
    }
    let csv = ended(desk.run(&["find", "a", "--format", "csv"]), 0).out();
    assert!(csv.contains("\"'=HYPERLINK"), "{csv}");
    let table = ended(desk.run(&["find", "abu"]), 0).out();
    assert!(!table.contains('\u{1b}') && !table.contains('\u{202e}'), "{table:?}");
    ended(
        desk.run(&["card", "N0", "N1", "N2", "N3", "N4", "-o", &desk.name("kartu.html")]),
        0,
    );
    let html = desk.text("kartu.html");
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;") && html.contains("Content-Security-Policy"));
    assert!(desk.is_sound());
}

#[test]
fn erasing_leaves_nothing_of_the_person() {
    let desk = Desk::new();
    let cells = [
        "add",
        "Zulkarnain Wirabuana",
        "--phone",
        "081298765432",
        "--email",
        "zul@contoh.test",
        "--consent",
        "notices",
    ];
    ended(desk.run(&cells), 0);
    ended(desk.run(&["block", "A0001", "--reason", "Zulkarnain berutang buku"]), 0);
    ended(desk.run(&["erase", "A0001", "--yes"]), 0);
    for file in ["library.db", "library.db-wal"] {
        let bytes = std::fs::read(desk.path(file)).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        for secret in ["Zulkarnain", "zulkarnain", "81298765432", "zul@contoh"] {
            assert!(!text.contains(secret), "{secret} in {file}");
        }
    }
    assert_eq!(desk.refused(&["show", "A0001"], 1), "member.unknown");
    assert!(desk.is_sound());
}

/// A year typed wrongly is seen at once, and why it can't be is said.
#[test]
fn the_end_of_a_membership_typed_wrongly() {
    let desk = Desk::new();
    let added = ended(desk.run(&["add", "Siti", "--until", "20/11/2016"]), 0);
    assert_says(
        &added.err(),
        &["This membership ended on 2016-11-20 already; the member can't borrow."],
    );
    let renewed = ended(desk.run(&["renew", "siti", "--until", "1/1/2010"]), 2);
    assert_says(
        &renewed.err(),
        &["A membership can't end (2010-01-01) before it begins."],
    );
    let many = ended(desk.run(&["find", "siti", "--limit", "0", "--lang", "id"]), 2);
    assert_says(&many.err(), &["Yang diperlukan adalah bilangan dari 1 sampai 1000."]);
    ended(desk.run(&["renew", "siti", "--until", "1/1/2028"]), 0);
}
