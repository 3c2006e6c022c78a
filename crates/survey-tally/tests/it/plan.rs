//! Comments, the words they hold, and the plan that comes of them.

use serde_json::json;

use crate::desk::Desk;

#[test]
fn from_a_comment_to_what_was_done() {
    let desk = Desk::answered();
    let comments = desk.done(&["comments", "2026-q3", "--element", "sarana"]);
    let first = &comments["comments"][0];
    assert_eq!(first["elements"][0], "sarana");
    let number = first["comment"].as_i64().unwrap().to_string();
    assert_eq!(
        desk.done(&["tag", &number, "AC rusak", "penting"])["tags"],
        json!(["ac-rusak", "penting"])
    );
    assert_eq!(
        desk.done(&["tag", &number, "--remove", "penting"])["tags"],
        json!(["ac-rusak"])
    );
    assert_eq!(
        desk.done(&["comments", "2026-q3", "--tag", "ac-rusak"])["comments"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let proposed = desk.done(&["follow-up", "propose", "2026-q3"]);
    assert_eq!(proposed["proposals"][0]["element"], "sarana");
    assert_eq!(proposed["proposals"][0]["planned"], false);
    let nothing = desk.run(&["follow-up", "list", "--overdue"]);
    assert_eq!(
        (nothing.code, nothing.out(), nothing.err()),
        (0, String::new(), String::new()),
        "silent in cron"
    );
    let added = desk.done(&[
        "follow-up",
        "add",
        "2026-q3",
        "--element",
        "sarana",
        "--comment",
        &number,
        "--action",
        "Servis AC",
        "--owner",
        "Subbag Umum",
        "--due",
        "2026-11-19",
    ]);
    assert_eq!((&added["follow_up"], &added["overdue"]), (&json!(1), &json!(true)));
    let late = desk.run(&["follow-up", "list", "--overdue"]);
    assert!(
        late.out().contains("Servis AC") && late.out().contains("terlambat"),
        "{}",
        late.out()
    );
    assert_eq!(
        desk.done(&["follow-up", "propose", "2026-q3"])["proposals"][0]["planned"],
        true
    );
    let told = desk.run(&["follow-up", "move", "1", "--due", "2026-12-15", "-v", "--lang", "en"]);
    assert_eq!(
        (told.code, told.out().as_str()),
        (0, "Follow-up 1 is now due on 15 December 2026.\n")
    );
    assert_eq!(desk.run(&["follow-up", "list", "--overdue"]).out(), "");
    let would = desk.done(&["follow-up", "move", "1", "--due", "2026-11-19", "--dry-run"]);
    assert_eq!(would["overdue"], true);
    let listed = desk.done(&["follow-up", "list"]);
    assert_eq!(
        listed["follow_ups"][0]["due"], "2026-12-15",
        "a rehearsal stores nothing"
    );
    assert_eq!(desk.run(&["undo", "1"]).code, 1, "a comment of the batch is used");
    assert_eq!(desk.run(&["follow-up", "done", "1", "--outcome", ""]).code, 2);
    let done = desk.done(&["follow-up", "done", "1", "--outcome", "AC diservis 19 November"]);
    assert_eq!(done["state"], "done");
    for ended in [
        &["drop", "1", "--reason", "x"][..],
        &["move", "1", "--due", "2026-12-20"],
        &["move", "7", "--due", "+7"],
    ] {
        assert_eq!(desk.run(&[&["follow-up"], ended].concat()).code, 1, "{ended:?}");
    }
    assert_eq!(desk.run(&["follow-up", "done", "7", "--outcome", "x"]).code, 1);
    for wrong in [&["--element", "kebersihan"][..], &["--comment", "99999"]] {
        let args = [
            &[
                "follow-up",
                "add",
                "2026-q3",
                "--action",
                "a",
                "--owner",
                "b",
                "--due",
                "besok",
            ],
            wrong,
        ]
        .concat();
        assert_eq!(desk.run(&args).code, 1, "{wrong:?}");
    }
}

#[test]
fn the_words_are_the_librarys_own() {
    let desk = Desk::answered();
    let speaks = |desk: &Desk| {
        desk.done(&["comments", "2026-q3", "--element", "produk"])["comments"]
            .as_array()
            .unwrap()
            .len()
    };
    let before = speaks(&desk);
    assert!(before > 0);
    desk.done(&["lexicon", "koleksi", "--remove"]);
    desk.done(&["lexicon", "buku", "--remove"]);
    desk.done(&["lexicon", "novel", "--remove"]);
    desk.done(&["lexicon", "lengkap", "--remove"]);
    assert_eq!(speaks(&desk), 0);
    desk.done(&["lexicon", "koleksi novel", "produk"]);
    assert!(speaks(&desk) > 0);
    let listed = desk.done(&["lexicon", "koleksi"]);
    assert_eq!(listed["lexicon"][0]["standing"], "out");
    assert_eq!(listed["lexicon"][1]["standing"], "own");
}

/// The journal says who did what, and no name and no answer.
#[test]
fn the_journal_names_nobody() {
    let desk = Desk::answered();
    desk.done(&[
        "follow-up",
        "add",
        "2026-q3",
        "--action",
        "Rahasia",
        "--owner",
        "Bu Ani",
        "--due",
        "besok",
    ]);
    let library = pustaka_core::Library::open(
        &desk.db(),
        &pustaka_core::OpenOptions {
            force_file_system: true,
            ..pustaka_core::OpenOptions::default()
        },
    )
    .unwrap();
    let entries = library.journal(10).unwrap();
    let text = format!("{entries:?}");
    assert!(
        text.contains("survey.import") && text.contains("survey.follow-up"),
        "{text}"
    );
    assert!(!text.contains("Bu Ani") && !text.contains("Rahasia"), "{text}");
}
