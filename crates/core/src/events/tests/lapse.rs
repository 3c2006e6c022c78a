//! Waiting lists of events that are over.

use super::{act_at, at, discussion, group, library, now, person, span};
use crate::check::Depth;
use crate::events::roster::{Manner, State};
use crate::library::Library;

/// Two places, three persons who wait and one who gave up.
fn filled() -> (tempfile::TempDir, Library) {
    let (folder, mut library) = library();
    let mut new = discussion(Some(2));
    new.sessions.push(span(29, 9, 12));
    library.add_event(&now(), &new, false).expect("an event");
    let manner = Manner::default();
    for number in 1..=5 {
        let asking = person(&format!("Orang {number}"), &format!("08123456780{number}"));
        library
            .register(&now(), "diskusi", &asking, &manner, false)
            .expect("taken");
    }
    library
        .register(&now(), "diskusi", &group("Kelas", 2), &manner, false)
        .expect("taken");
    let code = library.roster("diskusi", at(20, 10)).expect("a roster").people[3]
        .code
        .clone();
    library
        .cancel_registrations(&now(), "diskusi", &[code], false)
        .expect("given up");
    (folder, library)
}

fn states(library: &Library) -> Vec<State> {
    let roster = library.roster("diskusi", at(30, 0)).expect("a roster");
    roster.people.iter().map(|one| one.state(roster.phase)).collect()
}

fn column(library: &Library, sql: &str) -> Vec<String> {
    let conn = rusqlite::Connection::open(library.path()).expect("the file");
    let mut statement = conn.prepare(sql).expect(sql);
    let rows = statement.query_map([], |row| row.get(0)).expect(sql);
    rows.map(|row| row.expect("a row")).collect()
}

#[test]
fn who_waits_when_the_event_is_over_waited_in_vain() {
    let (_folder, mut library) = filled();
    // Between the sessions a place may still fall free.
    for moment in [at(28, 13), at(29, 11)] {
        let early = library.lapse_waiting(&act_at(moment), false).expect("a night");
        assert_eq!(early.registrations(), 0, "{moment}");
    }
    let tried = library.lapse_waiting(&act_at(at(30, 0)), true).expect("a rehearsal");
    let lapsed = library.lapse_waiting(&act_at(at(30, 0)), false).expect("a night");
    assert_eq!(lapsed, tried);
    let list = &lapsed.events[0];
    assert_eq!(
        (list.event.as_str(), list.ended, list.heads),
        ("diskusi", at(29, 12), 4)
    );
    assert_eq!(
        states(&library),
        [
            State::Absent,
            State::Absent,
            State::Lapsed,
            State::Cancelled,
            State::Lapsed,
            State::Lapsed
        ]
    );
    let report = library
        .events_report(at(1, 0).date(), at(30, 0).date())
        .expect("a report");
    assert_eq!((report.registered, report.given_up, report.lapsed), (2, 1, 4));
    assert!(library.check(Depth::Deep).expect("looked over").is_sound());
    let again = library.lapse_waiting(&act_at(at(30, 1)), false).expect("a night");
    assert_eq!(again.registrations(), 0);
    let entries = column(&library, "SELECT action FROM journal WHERE action = 'event.lapse'");
    assert_eq!(entries.len(), 1, "once");
}

#[test]
fn it_does_not_matter_when_somebody_looks() {
    let rows = |day| {
        let (_folder, mut library) = filled();
        library.lapse_waiting(&act_at(at(day, 0)), false).expect("a night");
        column(
            &library,
            "SELECT number || ' ' || state || ' ' || lapsed || ' ' || coalesce(cancelled_at, '') FROM registration",
        )
    };
    assert_eq!(rows(30)[4], "5 cancelled 1 2026-11-29T12:00:00+07:00");
    assert_eq!(rows(30), {
        let (_folder, mut library) = filled();
        let late = act_at(jiff::civil::date(2027, 2, 3).at(1, 15, 0, 0));
        library.lapse_waiting(&late, false).expect("a night");
        column(
            &library,
            "SELECT number || ' ' || state || ' ' || lapsed || ' ' || coalesce(cancelled_at, '') FROM registration",
        )
    });
}

#[test]
fn the_schema_lapses_only_who_waits() {
    let (_folder, library) = filled();
    let conn = rusqlite::Connection::open(library.path()).expect("the file");
    let refused = |sql: &str, why: &str| {
        let error = conn.execute_batch(sql).expect_err(sql).to_string();
        assert!(error.contains(why), "{sql}: {error}");
    };
    let lapse = |number: i64| {
        format!("UPDATE registration SET state = 'cancelled', lapsed = 1, cancelled_at = 'x' WHERE number = {number}")
    };
    refused(&lapse(1), "registration_lapses_from_the_queue");
    refused(&lapse(4), "registration_lapses_from_the_queue");
    refused(
        "UPDATE registration SET lapsed = 1 WHERE number = 3",
        "CHECK constraint failed",
    );
    conn.execute_batch(&lapse(3)).expect("who waits");
    refused(
        "UPDATE registration SET lapsed = 0 WHERE number = 3",
        "registration_lapses_from_the_queue",
    );
}

#[test]
fn only_who_waits_is_read() {
    let (_folder, library) = filled();
    let conn = rusqlite::Connection::open(library.path()).expect("the file");
    let sql = format!("EXPLAIN QUERY PLAN {}", crate::events::lapse::store::IN_VAIN);
    let mut statement = conn.prepare(&sql).expect("a statement");
    let steps = statement
        .query_map(["2026-12-01T00:00"], |row| row.get(3))
        .expect("a plan");
    let steps: Vec<String> = steps.map(|step| step.expect("a step")).collect();
    let read: Vec<&String> = steps.iter().filter(|step| step.starts_with("SCAN")).collect();
    assert_eq!(
        read,
        ["SCAN registration USING INDEX registration_waiting"],
        "{steps:#?}"
    );
}
