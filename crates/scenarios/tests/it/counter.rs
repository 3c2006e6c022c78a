//! A week at the counter, every figure worked out by hand: a queue of readers, a book that comes back late, a hold that
//! moves on, money that adds up, the mobile library, a closing that was entered late.
//!
//! The library is closed on Sundays. The rule is 7 days, pushed to the next open day; a fine of Rp500 for each open day.

use pustaka_cli::run_in;
use pustaka_core::catalog::record::Field as Book;
use pustaka_core::members::Field;
use pustaka_testkit::answer::json;
use pustaka_testkit::desk::Desk;
use pustaka_testkit::enrolled::enrol;
use pustaka_testkit::filled;
use pustaka_testkit::stored::check;
use serde_json::{Value, json};

/// Ten copies of five titles, two each.
const TITLES: [&str; 5] = [
    "Laskar Pelangi",
    "Sang Pemimpi",
    "Bumi Manusia",
    "Ronggeng Dukuh Paruk",
    "Cantik Itu Luka",
];

fn library() -> Desk {
    let desk = Desk::new();
    let codes: Vec<[String; 2]> = (1..=5)
        .map(|title| [format!("B{title}1"), format!("B{title}2")])
        .collect();
    let rows: Vec<Vec<(Book, &str)>> = TITLES
        .iter()
        .zip(&codes)
        .map(|(title, [one, two])| vec![(Book::Title, *title), (Book::ItemCode, one), (Book::ItemCode, two)])
        .collect();
    filled::import(&desk.db(), &rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let members = [("A1", "Siti"), ("A2", "Budi"), ("A3", "Wayan"), ("A4", "Maria")].map(|(card, name)| {
        [
            (Field::Card, card),
            (Field::Name, name),
            (Field::Born, "1990-05-01"),
            (Field::Joined, "2026-01-02"),
            (Field::ValidUntil, "2027-01-02"),
        ]
    });
    enrol(&desk.db(), &members.each_ref().map(|cells| &cells[..]));
    desk.done(
        &library_db::TOOL,
        &[
            "rules",
            "set",
            "any",
            "--loan-days",
            "7",
            "--max-items",
            "2",
            "--fine",
            "500",
            "--renewals",
            "1",
            "--at",
            "2026-11-01",
        ],
    );
    desk
}

/// Runs `loan` at a moment; it must succeed.
#[track_caller]
fn at(desk: &Desk, moment: &str, args: &[&str]) -> Value {
    desk.done(&loan::TOOL, &[args, &["--at", moment]].concat())
}

/// Scans lines at the desk at a moment, and answers what each did.
fn scan(desk: &Desk, moment: &str, lines: &[&str]) -> Vec<String> {
    let world = desk.world().with_stdin(lines.join("\n") + "\n");
    let finished = run_in(&loan::TOOL, ["desk", "--format", "json", "--at", moment], world);
    let said = json(&finished.stdout);
    let lines = said["lines"].as_array().cloned().unwrap_or_default();
    let one = |line: &Value| {
        format!(
            "{} {}",
            line["did"].as_str().unwrap_or_default(),
            line["item"].as_str().unwrap_or_default()
        )
    };
    lines.iter().map(|line| one(line).trim_end().to_owned()).collect()
}

#[test]
fn a_week_at_the_counter() {
    let desk = library();
    // Monday 2 November: a queue. Siti takes two and may take no third; Budi takes one; Wayan wants what Siti has.
    let did = scan(
        &desk,
        "2026-11-02T09:00",
        &["A1", "B11", "B21", "B31", "A2", "B12", "A3", "B11", "B31", ""],
    );
    assert_eq!(
        did,
        [
            "member",
            "lent B11",
            "lent B21",
            "loan.refused B31",
            "gone",
            "member",
            "lent B12",
            "gone",
            "member",
            "item.on_loan B11",
            "lent B31",
            "gone",
        ]
    );
    // Due on Monday the 9th: seven days, and an open day.
    assert_eq!(desk.done(&loan::TOOL, &["explain", "B11"])["due"], "2026-11-09");
    // Wayan holds Laskar Pelangi: both copies are out.
    let hold = at(&desk, "2026-11-02T09:30", &["hold", "A3", "B11"]);
    assert_eq!(
        (&hold["holds"][0]["place"], &hold["holds"][0]["ready"]),
        (&json!(1), &Value::Null)
    );
    // Who is waited for can't renew.
    let (code, renewed) = desk.json(&loan::TOOL, &["renew", "B12", "--at", "2026-11-06T10:00"]);
    assert_eq!(
        (code, &renewed["refused"][0]["reasons"][0]["code"]),
        (1, &json!("renewal.held"))
    );

    // Thursday 12 November: Siti brings Laskar Pelangi back, three open days late (10, 11, 12): Rp1,500. It is set
    // aside for Wayan for three open days: Friday, Saturday, Monday the 16th.
    let back = &at(&desk, "2026-11-12T10:00", &["return", "B11"])["returns"][0];
    assert_eq!((&back["late_days"], &back["fine"]), (&json!(3), &json!(1500)));
    assert_eq!(
        back["next"],
        json!({"code": "set-aside", "member": "A3", "until": "2026-11-16"})
    );
    // Budi's copy comes back on Saturday the 14th: five open days late (10 to 14): Rp2,500.
    assert_eq!(
        at(&desk, "2026-11-14T10:00", &["return", "B12"])["returns"][0]["fine"],
        2500
    );
    // Siti owes, and has something overdue: both reasons at once. She pays Rp1,000, then the rest.
    let (_, refused) = desk.json(&loan::TOOL, &["checkout", "A1", "B41", "--at", "2026-11-14T10:05"]);
    let codes: Vec<&Value> = refused["refused"][0]["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["code"])
        .collect();
    assert_eq!(codes, ["member.owes", "member.overdue"]);
    assert_eq!(at(&desk, "2026-11-14T10:06", &["pay", "A1", "1.000"])["balance"], 500);
    assert_eq!(at(&desk, "2026-11-14T10:07", &["pay", "A1", "500"])["balance"], 0);
    // The till of the day: Rp1,500, and the two fines by the day of the charge: Rp4,000.
    assert_eq!(at(&desk, "2026-11-14T17:00", &["cash-up"])["due"], 1500);
    let charged = at(&desk, "2026-11-14T17:00", &["charges"]);
    let sum: i64 = charged["bookings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["amount"].as_i64().unwrap())
        .sum();
    assert_eq!(sum, 4000);

    // Wayan does not come: on Tuesday the 17th the hold passes on, and Maria takes the copy.
    let moved = at(&desk, "2026-11-17T09:00", &["holds", "--expire"]);
    assert_eq!(moved["expired"][0]["member"], "A3");
    assert_eq!(
        at(&desk, "2026-11-17T09:10", &["checkout", "A4", "B11"])["loans"][0]["due"],
        "2026-11-24"
    );

    let report = check(&desk.db());
    assert!(report.is_sound(), "{report:?}");
}

#[test]
fn the_mobile_library_comes_home() {
    let desk = library();
    let pack = desk.name("pack.json");
    at(&desk, "2026-11-02T07:00", &["offline", "pack", &pack]);
    let away = ["--pack", &pack, "--journal", &desk.name("bus.jsonl")];
    let lend = |card: &str, item: &str, moment: &str| {
        let args = [&["offline", "checkout", card, item][..], &away, &["--at", moment]].concat();
        desk.run(&loan::TOOL, &args).code
    };
    assert_eq!(lend("A1", "B11", "2026-11-02T09:00"), 0);
    assert_eq!(lend("A2", "B21", "2026-11-02T09:05"), 0);
    // At the counter, Budi took two others meanwhile: his limit is reached, but he has the book of the bus.
    at(&desk, "2026-11-02T08:00", &["checkout", "A2", "B31", "B41"]);
    let home = desk.done(&loan::TOOL, &["offline", "replay", &desk.name("bus.jsonl")]);
    assert_eq!((&home["recorded"], &home["conflicts"]), (&json!(2), &json!(1)));
    let explained = desk.done(&loan::TOOL, &["explain", "B21"]);
    assert_eq!(
        (&explained["member"], &explained["loaned_at"]),
        (&json!("A2"), &json!("2026-11-02T09:05:00+07:00"))
    );
    assert_eq!(explained["due"], "2026-11-09", "as it was told at the bus");
    assert!(check(&desk.db()).is_sound());
}

#[test]
fn a_closing_that_was_entered_late_moves_the_dates_and_takes_the_fine_back() {
    let desk = library();
    at(&desk, "2026-11-02T09:00", &["checkout", "A1", "B11", "B21"]);
    // Returned on Tuesday the 10th: one day late, Rp500.
    assert_eq!(
        at(&desk, "2026-11-10T09:00", &["return", "B11"])["returns"][0]["fine"],
        500
    );
    // Then it is entered that the library was closed on the 9th and 10th.
    let close = [
        "calendar",
        "close",
        "2026-11-09",
        "2026-11-10",
        "--reason",
        "Banjir",
        "--apply",
        "--at",
        "2026-11-11",
    ];
    desk.done(&library_db::TOOL, &close);
    assert_eq!(desk.done(&loan::TOOL, &["explain", "B21"])["due"], "2026-11-11");
    assert_eq!(
        at(&desk, "2026-11-11T10:00", &["account", "A1"])["balance"],
        0,
        "the fine was taken back"
    );
    assert!(check(&desk.db()).is_sound());
}
