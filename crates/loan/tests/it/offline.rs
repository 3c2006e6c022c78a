//! Lending away and its replay: through the tool, from the pack to the book at home.

use pustaka_testkit::answer::json;
use serde_json::{Value, json};

use crate::desk::Desk;

/// Packs, and answers the arguments of a desk away.
fn packed(desk: &Desk) -> Vec<String> {
    desk.done(&["offline", "pack", &desk.name("pack.json")]);
    let args = [
        "--pack",
        &desk.name("pack.json"),
        "--journal",
        &desk.name("today.jsonl"),
    ];
    args.map(str::to_owned).to_vec()
}

fn with<'a>(verb: &[&'a str], rest: &'a [String]) -> Vec<&'a str> {
    verb.iter().copied().chain(rest.iter().map(String::as_str)).collect()
}

/// Line, outcome and conflicts with what was decided.
fn outcomes(answer: &Value) -> Vec<String> {
    let one = |line: &Value| {
        let conflicts = line["conflicts"].as_array().into_iter().flatten();
        let conflicts = conflicts.map(|one| {
            format!(
                " {}/{}",
                one["code"].as_str().unwrap(),
                one["decided"].as_str().unwrap()
            )
        });
        format!(
            "{} {}{}",
            line["line"],
            line["outcome"].as_str().unwrap(),
            conflicts.collect::<String>()
        )
    };
    answer["lines"].as_array().unwrap().iter().map(one).collect()
}

#[test]
fn the_pack_knows_no_more_than_it_must() {
    let desk = Desk::new();
    desk.done(&["checkout", "A0001", "B0001"]);
    packed(&desk);
    let pack = desk.text("pack.json");
    for secret in ["Siti", "Aminah", "Budi", "1990", "sari"] {
        assert!(!pack.contains(secret), "{secret} went along");
    }
    let pack: Value = serde_json::from_str(&pack).unwrap();
    assert_eq!(pack["members"][1]["card"], "A0001");
    assert_eq!(pack["members"][1]["loans"][0]["item"], "B0001");
    assert_eq!(pack["items"].as_array().unwrap().len(), 6);
    assert_eq!(
        desk.run(&["offline", "pack", &desk.name("p2.json"), "--location", "Mobil"])
            .code,
        1
    );
    let mode =
        std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(desk.path("pack.json")).unwrap().permissions());
    assert_eq!(mode & 0o007, 0, "not for everybody: {mode:o}");
}

#[test]
fn a_day_away_and_the_evening_at_home() {
    let desk = Desk::new();
    let away = packed(&desk);
    std::fs::rename(desk.db(), desk.path("elsewhere.db")).unwrap();
    let (code, did) = desk.did(
        &with(&["offline", "desk"], &away),
        &[
            "A0001", "B0001", "B0002", "B0003", "A0002", "B0004", "u", "B0004", "", "B0001",
        ],
    );
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
            "7 undone B0004",
            "8 lent B0004",
            "9 gone",
            "10 returned B0001",
        ]
    );
    assert_eq!(code, 1);
    std::fs::rename(desk.path("elsewhere.db"), desk.db()).unwrap();
    let journal = desk.name("today.jsonl");
    let looked = desk.done(&["offline", "replay", &journal, "--dry-run"]);
    let home = desk.done(&["offline", "replay", &journal]);
    assert_eq!(looked["lines"], home["lines"], "what a dry run says is what happens");
    assert_eq!(
        outcomes(&home),
        ["2 lent", "3 lent", "4 undone", "5 undone", "6 lent", "7 returned"]
    );
    assert_eq!(desk.done(&["explain", "B0002"])["due"], "2026-11-27");
    // Once more, and with more lines: each counts once.
    let again = desk.done(&["offline", "replay", &journal]);
    assert_eq!((&again["recorded"], &again["before"]), (&json!(0), &json!(6)));
    desk.done(&with(&["offline", "return", "B0002"], &away));
    let more = desk.done(&["offline", "replay", &journal]);
    assert_eq!((&more["recorded"], &more["before"]), (&json!(1), &json!(6)));
}

#[test]
fn what_happened_is_recorded_and_every_conflict_is_told() {
    let desk = Desk::new();
    let away = packed(&desk);
    let lend = |card: &str, item: &str| desk.run(&with(&["offline", "checkout", card, item], &away)).code;
    assert_eq!(
        (lend("A0001", "B0001"), lend("A0001", "B0002"), lend("A0002", "B0003")),
        (0, 0, 0)
    );
    let note = ["--override", "member.unknown", "--note", "anggota baru"];
    assert_eq!(
        desk.run(&with(
            &["offline", "checkout", "B9999", "B0004"],
            &[&away[..], &note.map(str::to_owned)].concat()
        ))
        .code,
        0
    );
    assert_eq!(desk.run(&with(&["offline", "return", "XYZ", "B0005"], &away)).code, 0);
    // Meanwhile at home: the membership is full, and one copy went out before the bus left.
    let at = ["--at", "2026-11-20T09:00"];
    desk.done(&[&["checkout", "A0002", "B0001"][..], &at].concat());
    desk.done(&[&["checkout", "A0001", "0007"][..], &at].concat());
    let finished = desk.run(&["offline", "replay", &desk.name("today.jsonl"), "--format", "json"]);
    assert_eq!(finished.code, 1, "some lines can't be recorded");
    assert_eq!(
        outcomes(&json(&finished.stdout)),
        [
            "2 lent item.on_loan/taken-back-first",
            "3 lent limit.total/recorded limit.rule/recorded",
            "4 lent",
            "5 not-recorded member.unknown/not-recorded",
            "6 not-recorded item.unknown/not-recorded",
            "7 not-on-loan item.not_on_loan/nothing-changed",
        ]
    );
    let error = &json(&finished.stderr)["error"];
    assert_eq!(
        (&error["code"], error["reasons"].as_array().unwrap().len()),
        (&json!("offline.not_recorded"), 2)
    );
    assert_eq!(desk.done(&["explain", "B0001"])["member"], "A0001");
}

#[test]
fn a_torn_line_is_told_and_does_not_count() {
    let desk = Desk::new();
    let away = packed(&desk);
    desk.run(&with(&["offline", "checkout", "A0001", "B0001"], &away));
    let journal = desk.path("today.jsonl");
    let mut bytes = std::fs::read(&journal).unwrap();
    bytes.extend_from_slice(b"{\"line\":2,\"at\":\"2026-11-20T10:1");
    std::fs::write(&journal, &bytes).unwrap();
    assert_eq!(
        desk.run(&with(&["offline", "checkout", "A0001", "B0002"], &away)).code,
        0,
        "the desk goes on"
    );
    let finished = desk.run(&["offline", "replay", &desk.name("today.jsonl"), "--format", "json"]);
    let answer = json(&finished.stdout);
    assert_eq!(outcomes(&answer), ["2 lent", "4 lent"]);
    assert_eq!(
        (finished.code, &answer["unreadable"][0]["code"]),
        (1, &json!("line.torn"))
    );
}

#[test]
fn the_files_of_koha_come_in_and_go_out() {
    let desk = Desk::new();
    let koc = "Version=1.0\tGenerator=kocQt4\tGeneratorVersion=1.2\n\
               2026-11-19 09:00:00\tissue\tA0001\tB0001\n2026-11-19 09:01:00\tissue\tA0009\tB0002\n\
               2026-11-19 09:02:00\treturn\tB0004\n2026-11-19 09:03:00\tpayment\tA0001\t2500\n\
               2026-11-20 09:00:00\tissue\tA0001\tB0001\n2026-11-19 25:00:00\treturn\tB0001\n\
               2027-01-01 09:00:00\tissue\tA0002\tB0003\n";
    let file = desk.file("mobil.koc", koc);
    let finished = desk.run(&["offline", "replay", &file, "--format", "json"]);
    let answer = json(&finished.stdout);
    assert_eq!(
        outcomes(&answer),
        [
            "2 lent",
            "3 not-recorded member.unknown/not-recorded",
            "4 not-on-loan item.not_on_loan/nothing-changed",
            "5 paid",
            "6 renewed",
            "8 lent clock.ahead/taken-as-now",
        ]
    );
    assert_eq!((finished.code, &answer["unreadable"][0]["line"]), (1, &json!(7)));
    let again = json(&desk.run(&["offline", "replay", &file, "--format", "json"]).stdout);
    assert_eq!((&again["recorded"], &again["before"]), (&json!(0), &json!(6)));
    assert_eq!(desk.done(&["account", "A0001"])["credit"], 2500, "paid once");
    // What is kept of the lines names no reader.
    let journal = desk.done_with(&library_db::TOOL, &["journal"]).to_string();
    assert!(journal.contains("koc 2026-11-19T09:00:00 issue B0001"), "{journal}");
    assert!(!journal.contains("A0001") && !journal.contains("A0009"), "{journal}");

    let away = packed(&desk);
    desk.scan(
        &with(&["offline", "desk"], &away),
        &["A0002", "B0004", "bayar 1.000", "", "r", "B0003"],
    );
    desk.run(&["offline", "koc", &desk.name("today.jsonl"), "-o", &desk.name("out.koc")]);
    assert_eq!(
        desk.text("out.koc").lines().skip(1).collect::<Vec<_>>(),
        [
            "2026-11-20 10:15:00\tissue\tA0002\tB0004",
            "2026-11-20 10:15:00\tpayment\tA0002\t1000",
            "2026-11-20 10:15:00\treturn\tB0003",
        ]
    );
}

#[test]
fn what_is_no_journal_and_no_pack_is_refused_by_name() {
    let desk = Desk::new();
    let away = packed(&desk);
    let alien = desk.file("alien.txt", "SQLite format 3\0");
    for args in [
        &["offline", "replay", &alien][..],
        &["offline", "koc", &alien],
        &["offline", "replay", &desk.name("no.jsonl")],
    ] {
        let run = desk.run(args);
        assert!(run.code >= 2, "{args:?} {}", run.err());
    }
    let run = desk.run(&with(
        &["offline", "desk"],
        &["--pack".into(), alien.clone(), "--journal".into(), desk.name("j")],
    ));
    assert_eq!(run.code, 3);
    assert!(!desk.path("j").exists(), "no journal is begun without a pack");
    let run = desk.run(&with(
        &["offline", "desk"],
        &[away[0].clone(), away[1].clone(), "--journal".into(), alien],
    ));
    assert_eq!(run.code, 3);
}

/// Where names are not carried, the prompt leaves no room for one; a rehearsal at home does not say that lines are
/// stored.
#[test]
fn what_is_said_away_and_in_a_rehearsal() {
    let desk = Desk::new();
    let files = packed(&desk);
    let seen = desk.seen(&with(&["offline", "desk"], &files), &["A0001", "B0001", "q"]);
    assert!(seen.contains("\nA0001 (0 dipinjamkan): buku> B0001"), "{seen}");
    let refused = desk.run(&with(&["offline", "checkout", "A0009", "B0002"], &files));
    assert!(refused.code == 1 && refused.out().is_empty(), "{}", refused.out());
    desk.run(&with(&["offline", "return", "XX"], &files));
    let rehearsed = desk.run(&["offline", "replay", &files[3], "--dry-run"]);
    assert_eq!(rehearsed.code, 1);
    assert!(
        rehearsed.err().contains("belum ada yang disimpan"),
        "{}",
        rehearsed.err()
    );
}
