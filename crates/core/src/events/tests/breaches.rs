//! The schema itself keeps the places, whatever program writes; and a deep check finds what was planted past it.

use rusqlite::Connection;

use super::{discussion, library, now, person};
use crate::check::Depth;
use crate::events::roster::Manner;
use crate::library::Library;

fn filled() -> (tempfile::TempDir, Library) {
    let (folder, mut library) = library();
    library
        .add_event(&now(), &discussion(Some(2)), false)
        .expect("an event");
    for number in 1..=4 {
        let asking = person(&format!("Orang {number}"), &format!("08123456780{number}"));
        library
            .register(&now(), "diskusi", &asking, &Manner::default(), false)
            .expect("taken");
    }
    (folder, library)
}

#[test]
fn no_statement_passes_the_rules() {
    let (_folder, library) = filled();
    let conn = Connection::open(library.path()).expect("the file");
    let refused = |sql: &str, why: &str| {
        let error = conn.execute_batch(sql).expect_err(sql).to_string();
        assert!(error.contains(why), "{sql}: {error}");
    };
    let promote = |number: i64| {
        format!("UPDATE registration SET state = 'registered', promoted_at = 'x' WHERE number = {number}")
    };
    refused(&promote(3), "CHECK constraint failed");
    refused(&promote(4), "registration_keeps_the_queue");
    refused("UPDATE event SET capacity = 1", "CHECK constraint failed");
    refused(
        "UPDATE registration SET heads = 3, is_group = 1 WHERE number = 1",
        "CHECK constraint failed",
    );
    refused(
        "UPDATE registration SET state = 'waiting' WHERE number = 1",
        "registration_goes_forward",
    );
    refused("DELETE FROM registration", "registration_is_kept");
    let again = "INSERT INTO registration (id, event_id, number, code, name, name_key, phone, is_group, heads, source, state, asked_at)
                 VALUES (9, 1, 9, 'E1-009X', 'X', 'x', '+6281234567801', 0, 1, 'desk', 'waiting', 'x')";
    refused(again, "UNIQUE constraint failed");
    let past = again.replace("'waiting'", "'registered'").replace("7801", "7809");
    refused(&past, "registration_goes_to_the_end");
    conn.execute_batch("UPDATE registration SET state = 'cancelled', cancelled_at = 'x' WHERE number = 1")
        .expect("given up");
    conn.execute_batch(&promote(3)).expect("the first of the queue");
    refused(
        "UPDATE registration SET state = 'waiting', promoted_at = NULL WHERE number = 3",
        "registration_goes_forward",
    );
    refused(
        "UPDATE registration SET state = 'waiting', cancelled_at = NULL WHERE number = 1",
        "registration_goes_forward",
    );
}

#[test]
fn what_was_planted_is_found() {
    let plants = [
        ("event.taken", "UPDATE event SET taken = 1"),
        ("event.place-idle", "UPDATE event SET capacity = 9"),
        ("event.no-session", "DELETE FROM event_session"),
        (
            "registration.code",
            "UPDATE registration SET code = 'E2-001X' WHERE number = 1",
        ),
        (
            "registration.passed-over",
            "UPDATE registration SET promoted_at = 'x', number = 9 WHERE number = 1",
        ),
        (
            "attendance.no-place",
            "INSERT INTO attendance VALUES (4, 1, 1, 'x', 'x')",
        ),
        (
            "certificate.not-attended",
            "INSERT INTO certificate VALUES (1, 1, 2026, 1, 'C', 'X', 1, 1, 'x', 'x')",
        ),
        (
            "certificate.gap",
            "INSERT INTO certificate VALUES (1, 1, 2026, 2, 'C', 'X', 1, 1, 'x', 'x')",
        ),
        (
            "notice.promoted-twice",
            "INSERT INTO event_notice VALUES (1, 1, 1, 'promoted', 'x', NULL)",
        ),
        (
            "counter.behind",
            "INSERT INTO event_notice VALUES (7, 1, 1, 'moved', 'x', NULL)",
        ),
    ];
    for (code, sql) in plants {
        let (_folder, library) = filled();
        assert!(library.check(Depth::Deep).expect("looked over").is_sound());
        let conn = Connection::open(library.path()).expect("the file");
        conn.execute_batch(sql).expect(sql);
        let report = library.check(Depth::Deep).expect("looked over");
        assert!(report.counts.contains_key(code), "{code}: {:?}", report.counts);
    }
}
