//! Loan rules at the keyboard.

use snapbox::{assert_data_eq, file};

use crate::desk::{Desk, code_of, json};

#[test]
fn rules_in_words() {
    let desk = Desk::new();
    let told = [
        &["rules"][..],
        &["rules", "presets", "--lang", "en"],
        &[
            "rules",
            "set",
            "umum",
            "any",
            "any",
            "--loan-days",
            "14",
            "--fine",
            "Rp 500",
            "--max-items",
            "3",
            "-v",
        ],
        &[
            "rules",
            "set",
            "umum",
            "--season-from",
            "2026-02-18",
            "--season-to",
            "2026-03-19",
            "--loan-days",
            "21",
            "-v",
        ],
        &[
            "rules",
            "set",
            "any",
            "Buku Tandon",
            "--loan-days",
            "0",
            "-v",
            "--lang",
            "en",
        ],
        &["rules", "list", "--lang", "en"],
        &["rules", "explain", "umum", "--on", "2026-12-17"],
        &[
            "rules",
            "explain",
            "umum",
            "--on",
            "2026-02-20",
            "--valid-until",
            "2026-03-08",
            "--lang",
            "en",
        ],
        &["rules", "explain", "anak", "Buku Tandon", "--lang", "en"],
        &["rules", "what-if", "umum", "--loan-days", "10"],
        &["rules", "end", "umum", "-v"],
        &["rules", "end", "umum"],
    ]
    .map(|args| desk.told(args));
    assert_data_eq!(told.concat(), file!["pages/rules.txt"].raw());
}

#[test]
fn wrong_input_first() {
    let desk = Desk::new();
    desk.file(
        "aturan.csv",
        "member_type,loan_days,fine,closed_days,season_from,season_to\numum,x,1e3,geser,,\nanak,7,0,push,2026-01-01,\numum,7,0,push,,\n",
    );
    desk.file("tamu.csv", "Jenis Anggota;Lama Pinjam\numum;7\ntamu;7\n");
    let told = [
        &["rules", "set", "--loan-days", "3"][..],
        &["rules", "set", "tamu", "--loan-days", "3"],
        &["rules", "set", "umum", "--loan-days", "9999"],
        &["rules", "set", "umum", "--loan-days", "tujuh", "--lang", "en"],
        &["rules", "set", "umum", "--closed-days", "pus"],
        &["rules", "set", "umum", "--season-from", "2026-02-18"],
        &[
            "rules",
            "set",
            "umum",
            "--season-from",
            "2026-03-18",
            "--season-to",
            "2026-02-18",
            "--lang",
            "en",
        ],
        &["rules", "explain", "tamu"],
        &["rules", "import", "aturan.csv"],
        &["rules", "import", "aturan.csv", "--lang", "en"],
        &["rules", "import", "tamu.csv", "--lang", "en"],
    ]
    .map(|args| desk.told(args));
    assert_data_eq!(told.concat(), file!["pages/rules-refused.txt"].raw());
    let run = desk.run(&["rules", "--format", "json"]);
    assert_eq!(
        json(&run.stdout)["rules"].as_array().map(Vec::len),
        Some(1),
        "as a new library has it"
    );
}

#[test]
fn a_list_of_rules_is_a_file_of_rules() {
    let desk = Desk::new();
    for args in [
        &[
            "rules",
            "set",
            "umum",
            "--preset",
            "inlislite",
            "--fine",
            "500",
            "--fine-cap",
            "10000",
        ][..],
        &[
            "rules",
            "set",
            "anak",
            "any",
            "any",
            "--season-from",
            "2026-06-01",
            "--season-to",
            "2026-07-15",
        ],
    ] {
        let run = desk.run(args);
        assert_eq!((run.code, run.out()), (0, String::new()), "{}", run.err());
    }
    let before = desk.run(&["rules", "--format", "csv"]);
    let file = desk.file("aturan.csv", &before.stdout);
    let other = Desk::new();
    let run = other.run(&["rules", "import", &file]);
    assert_eq!(run.code, 0, "{}", run.err());
    assert_eq!(other.run(&["rules", "--format", "csv"]).out(), before.out());
    let again = desk.run(&["rules", "import", &file, "--format", "json"]);
    assert_eq!(json(&again.stdout)["rules"].as_array().map(Vec::len), Some(3));
    let journal = desk.run(&["journal", "--format", "json"]);
    let actions = json(&journal.stdout)["entries"].as_array().map(Vec::len);
    assert_eq!(actions, Some(3), "what is so already leaves no entry");
}

#[test]
fn a_season_that_overlaps_is_refused() {
    let desk = Desk::new();
    let set = |from, to| {
        desk.run(&[
            "rules",
            "set",
            "umum",
            "--season-from",
            from,
            "--season-to",
            to,
            "--loan-days",
            "21",
            "--format",
            "json",
        ])
    };
    assert_eq!(set("2026-02-18", "2026-03-19").code, 0);
    let refused = set("2026-03-19", "2026-04-01");
    assert_eq!((code_of(&refused).as_str(), refused.code), ("rule.clash", 1));
    assert_eq!(set("2026-03-20", "2026-04-01").code, 0);
}
