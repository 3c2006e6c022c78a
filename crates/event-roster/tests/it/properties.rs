//! Several desks at once, each a process of its own: whatever their order, no place is given twice.

use std::collections::BTreeSet;
use std::thread;

use pustaka_testkit::stored;

use crate::desk::Desk;

const CAPACITY: i64 = 20;

#[test]
fn no_place_is_given_twice_whatever_the_order() {
    let desk = Desk::with_discussion("20");
    let rows: String = (6..=35).map(|n| format!("Orang {n},0812345678{n:02}\n")).collect();
    let file = desk.file("daftar.csv", format!("Nama,Nomor HP\n{rows}"));
    let program = env!("CARGO_BIN_EXE_event-roster");
    let run = |args: &[&str]| {
        let ended = desk.program(program, args).output().unwrap();
        let code = ended.status.code();
        assert!(
            code == Some(0) || code == Some(1),
            "{args:?}: {}",
            String::from_utf8_lossy(&ended.stderr)
        );
        ended.status.success()
    };
    let register = |n: i64| {
        let (name, phone) = (format!("Orang {n}"), format!("0812345678{n:02}"));
        run(&["register", "diskusi", "--name", &name, "--phone", &phone])
    };
    let give_up = |number: i64| {
        let code = desk_code(number);
        run(&["cancel", "diskusi", &code])
    };
    let taken: i64 = thread::scope(|scope| {
        let one = scope.spawn(|| (1..=18).filter(|n| register(*n)).count() as i64);
        let other = scope.spawn(|| (12..=30).rev().filter(|n| register(*n)).count() as i64);
        let import = scope.spawn(|| run(&["import", "diskusi", &file]));
        let gone = scope.spawn(|| (1..=12).filter(|number| give_up(*number)).count() as i64);
        assert!(import.join().unwrap());
        let registered = one.join().unwrap() + other.join().unwrap();
        gone.join().unwrap();
        registered
    });
    assert!(taken > 0);
    let show = desk.done(&["show", "diskusi", "--contacts"]);
    assert!(show["heads"].as_i64().unwrap() <= CAPACITY);
    let people = show["people"].as_array().unwrap();
    let of = |state: &str| people.iter().filter(|one| one["state"] == state).collect::<Vec<_>>();
    let (registered, waiting) = (of("registered"), of("waiting"));
    // While anybody waits, every place is given.
    assert!(waiting.is_empty() || registered.len() as i64 == CAPACITY);
    // First come, first served: with single persons nobody who waits came before anybody with a place.
    let codes = |those: &[&serde_json::Value]| {
        those
            .iter()
            .map(|one| one["code"].as_str().unwrap()[3..6].to_owned())
            .collect::<Vec<_>>()
    };
    assert!(codes(&registered).iter().max() < codes(&waiting).iter().min() || waiting.is_empty());
    let active: Vec<&str> = registered
        .iter()
        .chain(&waiting)
        .map(|one| one["phone"].as_str().unwrap())
        .collect();
    assert_eq!(
        active.iter().collect::<BTreeSet<_>>().len(),
        active.len(),
        "one place a person"
    );
    let promoted: Vec<String> = desk.done(&["notices", "--all"])["notices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["code"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        promoted.iter().collect::<BTreeSet<_>>().len(),
        promoted.len(),
        "nobody is promoted twice"
    );
    assert!(promoted.is_sorted(), "in the order of the queue");
    let report = stored::check(&desk.db());
    assert!(report.is_sound(), "{:?}", report.findings);
}

/// The code of a number of the first event.
fn desk_code(number: i64) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHJKMNPQRSTVW";
    let check = usize::try_from((7 + number) % 19).unwrap();
    format!("E1-{number:03}{}", char::from(LETTERS[check]))
}
