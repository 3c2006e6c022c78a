//! The chain, broken in every way.

use rusqlite::Connection;
use serde_json::json;
use tempfile::TempDir;

use super::*;
use crate::library::tests::{FORCED, act, make};

fn filled(folder: &TempDir, rows: i64) -> Library {
    let mut library = Library::open(&make(folder), &FORCED).expect("open");
    for number in 1..rows {
        let entry = Entry {
            action: "test.note",
            detail: json!({ "number": number, "text": "x".repeat((number as usize * 37) % 1500) }),
        };
        library.write(&act(), |_| Ok(((), Some(entry)))).expect("written");
    }
    library
}

/// A connection that obeys nobody, as an attacker's would.
fn bare(library: &Library) -> Connection {
    let conn = Connection::open(library.path()).expect("open");
    conn.execute_batch("PRAGMA ignore_check_constraints = ON; DROP TRIGGER journal_is_never_changed; DROP TRIGGER journal_is_never_cut; DROP TRIGGER counter_only_grows").expect("dropped");
    conn
}

#[test]
fn a_whole_chain_has_a_head() {
    let folder = TempDir::new().expect("a folder");
    let head = filled(&folder, 5).verify_journal().expect("read").expect("whole");
    assert_eq!((head.seq, head.hex().len()), (5, 64));
}

#[test]
fn every_change_is_found_at_its_row() {
    for (change, seq, code) in [
        ("UPDATE journal SET staff = 'budi' WHERE seq = 3", 3, "journal.changed"),
        (
            "UPDATE journal SET at = replace(at, '2026', '2025') WHERE seq = 1",
            1,
            "journal.changed",
        ),
        (
            "UPDATE journal SET detail = detail || ' ' WHERE seq = 5",
            5,
            "journal.changed",
        ),
        (
            "UPDATE journal SET action = 'x', hash = zeroblob(32) WHERE seq = 4",
            4,
            "journal.changed",
        ),
        (
            "UPDATE journal SET previous = zeroblob(32) WHERE seq = 2",
            2,
            "journal.changed",
        ),
        ("DELETE FROM journal WHERE seq = 2", 2, "journal.missing"),
        ("DELETE FROM journal WHERE seq >= 4", 4, "journal.missing"),
        ("DELETE FROM journal", 1, "journal.missing"),
        ("UPDATE journal SET seq = 40 WHERE seq = 4", 4, "journal.missing"),
        (
            "INSERT INTO journal SELECT 6, at, staff, action, detail, previous, hash FROM journal WHERE seq = 5",
            6,
            "journal.changed",
        ),
        ("DELETE FROM counter WHERE name = 'journal'", 5, "journal.counter"),
    ] {
        let folder = TempDir::new().expect("a folder");
        let library = filled(&folder, 5);
        bare(&library).execute_batch(change).expect(change);
        let broken = library.verify_journal().expect("read").expect_err(change);
        assert_eq!((broken.seq, broken.how.code()), (seq, code), "{change}");
    }
}

#[test]
fn a_row_put_in_with_a_hash_of_its_own_is_not_chained() {
    let folder = TempDir::new().expect("a folder");
    let library = filled(&folder, 3);
    let mut forged = Row {
        seq: 2,
        at: "2026-11-20T10:15:00+07:00".to_owned(),
        staff: "sari".to_owned(),
        action: "test.note".to_owned(),
        detail: "{}".to_owned(),
        previous: [7; 32],
        hash: [0; 32],
    };
    forged.hash = forged.digest();
    let conn = bare(&library);
    conn.execute("DELETE FROM journal WHERE seq = 2", []).expect("deleted");
    conn.execute("DELETE FROM counter", []).expect("deleted");
    store::append(&conn, &forged).expect("put in");
    conn.execute("UPDATE counter SET last = 3", []).expect("counted");
    let broken = library.verify_journal().expect("read").expect_err("forged");
    assert_eq!((broken.seq, broken.how), (2, Break::Unchained));
}

/// Where a row's cell stands in the file, and how long it is: the two hashes at its end are found nowhere else.
fn cell(bytes: &[u8], row: &Row) -> std::ops::Range<usize> {
    let ending = [row.previous, row.hash].concat();
    let mut found = (0..=bytes.len() - 64).filter(|at| bytes[*at..*at + 64] == ending);
    let at = found.next().expect("stored");
    assert_eq!(found.next(), None, "stored once");
    let texts = [&row.at, &row.staff, &row.action, &row.detail];
    let content: usize = texts.iter().map(|text| text.len()).sum::<usize>()
        + [0, 1, 2][usize::from(row.seq > 1) + usize::from(row.seq > 127)]
        + 64;
    let types: usize = texts
        .iter()
        .map(|text| if text.len() * 2 + 13 < 128 { 1 } else { 2 })
        .sum::<usize>()
        + 3;
    let payload = content + types + 1;
    let end = at + 64;
    end - payload - if payload < 128 { 1 } else { 2 }..end
}

/// R14: whichever byte of a row is edited in the file itself, its row is named.
#[test]
fn an_edit_of_one_byte_in_the_file_is_found_at_its_row() {
    let folder = TempDir::new().expect("a folder");
    let library = filled(&folder, 200);
    let mut rows = Vec::new();
    let read = library.read(|snapshot| {
        store::each(snapshot.sql(), |row| {
            rows.push(row.expect("readable"));
            None
        })
    });
    assert_eq!(read.expect("read"), None);
    let path = library.path().to_owned();
    drop(library);
    let good = std::fs::read(&path).expect("bytes");
    let mut random = 0x9E37_79B9_7F4A_7C15_u64;
    for round in 0..150 {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let row = &rows[(random >> 40) as usize % rows.len()];
        let place = cell(&good, row);
        // The first rounds go through the bytes before the text, where lengths and types stand.
        let at = place.start
            + if round < 60 {
                round % 12
            } else {
                (random >> 16) as usize % place.len()
            };
        let mut bytes = good.clone();
        bytes[at] ^= 1 << (random >> 61);
        std::fs::write(&path, &bytes).expect("written");
        let edited = Library::open(&path, &FORCED).expect("open");
        let broken = edited.verify_journal().expect("read").expect_err(&format!(
            "byte {} of row {} ({:02x} {:02x})",
            at - place.start,
            row.seq,
            good[at],
            bytes[at]
        ));
        assert_eq!(
            broken.seq,
            row.seq,
            "byte {} of row {}: {broken:?}",
            at - place.start,
            row.seq
        );
    }
}
