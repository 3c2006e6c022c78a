//! What needs a person: the command beside each count shows exactly what was counted.

use std::collections::BTreeMap;

use pustaka_cli::{Tool, run_in};
use pustaka_core::catalog::record::Field::{ItemCode, Title};
use pustaka_core::members::{ConsentKind, Field, GivenBy};
use pustaka_core::values::ids::MemberId;
use pustaka_testkit::answer::json;
use pustaka_testkit::desk::act;
use pustaka_testkit::{enrolled, filled};

use crate::desk::Desk;

const TOOLS: [&Tool; 5] = [
    &nightly_report::TOOL,
    &notice_outbox::TOOL,
    &loan::TOOL,
    &survey_tally::TOOL,
    &event_roster::TOOL,
];

fn tool(name: &str) -> &'static Tool {
    let named = TOOLS.into_iter().find(|tool| tool.name == name);
    named.unwrap_or_else(|| panic!("{name} is not asked here"))
}

/// On the 20th of November four readers borrow: one whom nothing reaches, one by letter, two by mail.
fn lent(desk: &Desk) {
    let codes = ["B0001", "B0002", "B0003", "B0004"];
    let titles = codes.map(|code| [(Title, code), (ItemCode, code)]);
    filled::import(&desk.db(), &titles.each_ref().map(|row| &row[..]));
    let mail = |address| [(Field::Name, "Dewi"), (Field::Email, address)];
    let letter = [
        (Field::Name, "Budi"),
        (Field::Address, "Jl. Dhoho 1"),
        (Field::City, "Kediri"),
    ];
    let members: [&[_]; 4] = [
        &[(Field::Name, "Siti")],
        &letter,
        &mail("dewi@contoh.test"),
        &mail("wati@contoh.test"),
    ];
    enrolled::enrol(&desk.db(), &members);
    for id in [3, 4].map(MemberId) {
        let consent = (ConsentKind::Notices, GivenBy::Member);
        desk.library().give_consent(&act(), id, consent, None, false).unwrap();
    }
    for (card, code) in ["A0001", "A0002", "A0003", "A0004"].into_iter().zip(codes) {
        desk.done(&loan::TOOL, &["checkout", card, code]);
    }
}

/// Events of the last days of the year: one is full, one has room, one has no bound, one began before and goes on, and
/// for one somebody waits although it is full.
fn events(desk: &Desk) {
    for (key, capacity, sessions) in [
        ("penuh", "1", &["2026-12-31 09:00-12:00"][..]),
        ("lapang", "5", &["2027-01-02 09:00-12:00"]),
        ("bebas", "none", &["2027-01-02 13:00-15:00"]),
        ("lama", "5", &["2026-12-28 09:00-12:00", "2027-01-04 09:00-12:00"]),
        ("ditunggu", "1", &["2027-01-04 13:00-15:00"]),
    ] {
        let mut args = vec!["add", key, "--key", key, "--kind", "lokakarya", "--capacity", capacity];
        args.extend(sessions.iter().flat_map(|session| ["--session", session]));
        desk.done(&event_roster::TOOL, &args);
    }
    for (key, phone) in [
        ("penuh", "081234567801"),
        ("ditunggu", "081234567802"),
        ("ditunggu", "081234567803"),
    ] {
        desk.done(
            &event_roster::TOOL,
            &["register", key, "--name", "Ani", "--phone", phone],
        );
    }
}

/// A plan of two, one of them late by the end of the year.
fn plans(desk: &Desk) {
    let survey = ["new", "2026-q4", "--from", "2026-11-01", "--to", "2026-11-30"];
    desk.done(&survey_tally::TOOL, &survey);
    for due in ["2026-12-15", "2027-01-15"] {
        let add = [
            "follow-up",
            "add",
            "2026-q4",
            "--action",
            "Servis AC",
            "--owner",
            "Umum",
            "--due",
            due,
        ];
        desk.done(&survey_tally::TOOL, &add);
    }
}

#[test]
fn every_command_of_the_page_shows_what_was_counted() {
    let desk = Desk::new();
    lent(&desk);
    events(&desk);
    plans(&desk);
    desk.night("2026-11-21T01:15", &[]);
    // Nobody sends the mails that this night makes.
    desk.night("2026-12-30T01:15", &[]);
    desk.night("2026-12-31T01:15", &[]);
    let page = desk.at("2026-12-31T08:00", &["show", "--format", "json"]);
    let mut counted = BTreeMap::new();
    for one in json(&page.stdout)["attention"].as_array().unwrap() {
        let (code, command) = (one["code"].as_str().unwrap(), one["command"].as_str().unwrap());
        let count = one["count"].as_u64().unwrap();
        if matches!(code, "calendar-ends" | "survey-due") {
            continue;
        }
        counted.insert(code.to_owned(), count);
        let mut args: Vec<&str> = command.split(' ').collect();
        let name = args.remove(0);
        args.extend(["--format", "json"]);
        let mut world = desk.world();
        world.now = "2026-12-31T08:00:00+07:00".parse().unwrap();
        let shown = run_in(tool(name), args, world);
        let shown = json(&shown.stdout);
        let rows = shown.as_object().unwrap().values().find_map(|value| value.as_array());
        assert_eq!(rows.unwrap().len() as u64, count, "{command}: {shown}");
    }
    // By hand: Budi's letter, word of the event to Ani, and of the plan to who sees to it; not the two mails.
    let expected = [
        ("events-soon", 2),
        ("follow-ups", 1),
        ("long-overdue", 4),
        ("mails-unsent", 2),
        ("notices-to-send", 3),
        ("notices-undelivered", 1),
    ];
    assert_eq!(
        counted,
        BTreeMap::from(expected.map(|(code, count)| (code.to_owned(), count)))
    );
}
