//! `loan desk` from a pipe: the same machine, without a terminal.

use snapbox::{assert_data_eq, file};

use crate::desk::Desk;

#[test]
fn a_queue_of_readers() {
    let desk = Desk::new();
    let lines = [
        "A0001", "B0001", "B0002", "B0003", "A0002", "B0004", "", "B0001", "B0001", "0007", "b 0007", "XX",
    ];
    let (code, did) = desk.did(&["desk"], &lines);
    assert_eq!(
        did,
        [
            "1 member",
            "2 lent B0001",
            "3 lent B0002",
            "4 loan.refused B0003",
            "5 gone",
            "5 member",
            "6 lent B0004",
            "7 gone",
            "8 returned B0001",
            "9 waiting B0001",
            "10 taken-as-card",
            "10 member",
            "10 lent B0001",
            "11 lent 0007",
            "12 code.unknown",
            "12 gone",
        ]
    );
    assert_eq!(code, 1, "something was refused");
}

#[test]
fn what_goes_well_is_silent_and_what_does_not_is_told_with_its_line() {
    let desk = Desk::in_english();
    let well = desk.scan(&["desk"], &["A0001", "B0001", ""]);
    assert_eq!((well.code, well.out(), well.err()), (0, String::new(), String::new()));
    let ill = desk.scan(&["desk"], &["A0002", "B0001", "B0005", "XX"]);
    assert_eq!((ill.code, ill.out()), (1, String::new()));
    assert_eq!(
        ill.err(),
        "error: Line 2: B0001 IS STILL ON LOAN TO ANOTHER READER\n\
         error: Line 3: NOT LENT: B0005 Kamus Besar\n  because: Not for loan: read in the library only.\n\
         error: Line 4: UNKNOWN: XX\n"
    );
}

#[test]
fn the_last_action_is_undone_to_the_letter() {
    let desk = Desk::new();
    let (code, did) = desk.did(
        &["desk"],
        &[
            "A0001", "B0001", "u", "B0001", "", "B0001", "u", "A0002", "B0001", "y", "B0001",
        ],
    );
    assert_eq!(
        did[1..],
        [
            "2 lent B0001",
            "3 undone B0001",
            "4 lent B0001",
            "5 gone",
            "6 returned B0001",
            "7 undone B0001",
            "8 member",
            "9 item.on_loan B0001",
            "10 returned B0001",
            "11 lent B0001",
            "11 gone",
        ]
    );
    assert_eq!(code, 1);
}

#[test]
fn a_refused_book_is_lent_with_a_reason_that_the_journal_keeps() {
    let desk = Desk::new();
    let (_, did) = desk.did(&["desk"], &["A0003", "B0001", "izinkan perpanjang besok"]);
    assert_eq!(did, ["1 member", "2 loan.refused B0001", "3 lent B0001", "3 gone"]);
    let explained = desk.done(&["explain", "B0001"]);
    assert_eq!(explained["member"], "A0003");
}

#[test]
fn after_a_cut_what_was_stored_is_there() {
    let desk = Desk::new();
    // The desk ends without a word after any line; the next one goes on from what is stored.
    desk.scan(&["desk"], &["A0001", "B0001"]);
    let (code, did) = desk.did(&["desk"], &["A0001", "B0001", "B0002", "B0001"]);
    assert_eq!(
        did[1..4],
        ["2 renewal-offered B0001", "3 lent B0002", "4 renewal-offered B0001"]
    );
    assert_eq!(code, 0);
}

#[test]
fn hostile_lines_are_codes_that_nobody_has() {
    let desk = Desk::in_english();
    let long = "9".repeat(5000);
    for line in [
        "'; DROP TABLE loan; --",
        "\u{1b}[2J",
        "\u{202e}evil",
        long.as_str(),
        "a\u{7}b",
    ] {
        let said = desk.scan(&["desk"], &[line]);
        assert_eq!(said.code, 1, "{line:?}");
        assert!(
            !said.err().contains(['\u{1b}', '\u{202e}', '\u{7}']),
            "{:?}",
            said.err()
        );
    }
}

#[test]
fn what_a_clerk_sees() {
    let desk = Desk::new();
    let set = [
        "rules",
        "set",
        "any",
        "--loan-days",
        "7",
        "--max-items",
        "2",
        "--fine",
        "500",
        "--suspend-days",
        "1",
    ];
    desk.done_with(&library_db::TOOL, &set);
    desk.done(&["checkout", "A0001", "B0001", "--at", "2026-11-09"]);
    desk.done(&["hold", "A0002", "B0004", "--copy"]);
    let lines = [
        "B0001",
        "bayar 1.000",
        "B0003",
        "A0001",
        "",
        "A0002",
        "B0004",
        "B0003",
        "B0005",
        "izinkan untuk pameran",
        "u",
        "7",
        "0007",
        "bayar x",
        "cari budi",
        "p",
        "l",
        "?",
        "k",
        "q",
    ];
    let id = desk.seen(&["desk"], &lines);
    let other = Desk::in_english();
    let en = other.seen(
        &["desk"],
        &[
            "B0001",
            "A0003",
            "B0001",
            "allow ask",
            "",
            "r",
            "B0001",
            "B0001",
            "y",
            "u",
            "q",
        ],
    );
    assert_data_eq!(id + "\n" + &en, file!["pages/desk.txt"].raw());
}

#[test]
fn a_screen_that_fails_does_not_look_like_a_loan_that_failed() {
    let Ok(full) = std::fs::File::options().write(true).open("/dev/full") else {
        return;
    };
    let desk = Desk::new();
    let mut program = desk.program(
        env!("CARGO_BIN_EXE_loan"),
        &["checkout", "A0001", "B0001", "-v", "--lang", "en"],
    );
    let run = program.stdout(full).output().unwrap();
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(run.status.code(), Some(3), "{said}");
    assert!(said.contains("done and stored") || said.contains("stored"), "{said}");
    // Tried again, it is no mistake.
    let again = desk.done(&["checkout", "A0001", "B0001"]);
    assert_eq!(again["already"][0]["item"], "B0001");
}

/// A zero too many, or a note that wants change: the drawer must hold what was booked.
#[test]
fn no_more_than_is_owed_is_booked_at_the_desk() {
    let desk = Desk::new();
    desk.done(&["charge", "A0001", "7000", "--note", "kartu baru"]);
    let seen = desk.seen(&["desk"], &["A0001", "bayar 10.000", "q"]);
    for words in [
        "YANG HARUS DIBAYAR HANYA Rp7.000",
        "Ketik `bayar 7000`, dan beri uang kembali Rp3.000.",
    ] {
        assert!(seen.contains(words), "{seen}");
    }
    let (code, did) = desk.did(&["desk"], &["A0001", "bayar 10.000", "bayar 7000", "bayar 1"]);
    assert_eq!(
        (code, &did[..4]),
        (1, &["1 member", "2 failed", "3 paid", "4 failed"].map(String::from)[..])
    );
    let account = desk.done(&["account", "A0001"]);
    assert_eq!((&account["balance"], &account["credit"]), (&0.into(), &0.into()));
}
