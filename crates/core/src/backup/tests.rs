//! Backups made, thinned out, damaged, restored.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::sync::atomic::{AtomicBool, Ordering};

use jiff::Span;
use serde_json::json;
use tempfile::TempDir;

use super::*;
use crate::check::tests::stocked;
use crate::journal::Entry;
use crate::library::OpenOptions;
use crate::library::tests::{FORCED, act, make, older};

fn names(folder: &Path) -> BTreeSet<String> {
    let names = fs::read_dir(folder).expect("a folder");
    names
        .map(|name| name.expect("a name").file_name().to_string_lossy().into_owned())
        .collect()
}

fn days_later(days: i64) -> Act {
    let mut later = act();
    later.at = &later.at + Span::new().days(days);
    later
}

#[test]
fn a_backup_is_sound_private_and_comes_back_whole() {
    let (desk, shelf) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    let library = stocked(&desk);
    let before = names(desk.path());
    let backup = library.backup(shelf.path(), &act()).expect("saved");
    assert_eq!(names(desk.path()), before, "nothing is written to the library");
    let id = backup.path.file_name().expect("a name").to_string_lossy()[8..16].to_owned();
    let name = format!("pustaka-{id}-20261120-101500.db");
    assert_eq!(
        names(shelf.path()),
        BTreeSet::from([name.clone(), format!("{name}.sha256")])
    );
    for name in names(shelf.path()) {
        let mode = shelf.path().join(name).metadata().expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let written = fs::read_to_string(beside(&backup.path, DIGEST)).expect("a digest");
    assert_eq!(written, format!("{}  {name}\n", backup.sha256));
    assert_eq!(
        Library::open(&backup.path, &FORCED).expect_err("at rest").code(),
        "file.backup"
    );

    let to = desk.path().join("again.db");
    let restored = restore(&backup.path, &to, true, &act()).expect("restored");
    assert_eq!((restored.sha256, restored.digest_compared), (backup.sha256, true));
    assert_eq!((restored.journal, restored.tables), (backup.journal, backup.tables));
    let again = Library::open(&to, &FORCED).expect("open");
    let report = again.check(Depth::Deep).expect("looked over");
    assert_eq!(report.findings, []);
    assert_eq!(report.journal.expect("whole").seq, backup.journal.seq + 1);
    assert_eq!(to.metadata().expect("there").permissions().mode() & 0o777, 0o660);
    let refused = restore(&backup.path, &to, true, &act()).expect_err("taken");
    assert_eq!(refused.code(), "file.exists");
    let refused = restore(library.path(), &desk.path().join("third.db"), true, &act()).expect_err("open");
    assert_eq!(refused.code(), "file.in-use");
}

#[test]
fn a_backup_stands_until_somebody_does_something_or_it_rots() {
    let (desk, shelf) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    let mut library = stocked(&desk);
    let stands = |library: &Library| {
        library
            .standing_backup(shelf.path())
            .expect("looked")
            .map(|found| found.path)
    };
    assert_eq!(stands(&library), None, "there is none");
    let first = library.backup(shelf.path(), &act()).expect("saved");
    assert_eq!(stands(&library), Some(first.path));
    let entry = Entry {
        action: "test.note",
        detail: json!({}),
    };
    library.write(&act(), |_| Ok(((), Some(entry)))).expect("written");
    assert_eq!(stands(&library), None, "something was done since");
    // Neither leaves a row in the journal.
    let untold = [
        "INSERT INTO unmet_search VALUES ('2026-11-20', 'filsafat', 1)",
        "UPDATE unmet_search SET times = 2",
        "PRAGMA foreign_keys = OFF; INSERT INTO notice_attempt VALUES (1, 1, 'mail', 'x', 'begun', NULL, 0, 0)",
    ];
    for (later, untold) in (0..).zip(untold) {
        let made = library.backup(shelf.path(), &days_later(later)).expect("saved");
        assert_eq!(stands(&library), Some(made.path), "before {untold}");
        let conn = rusqlite::Connection::open(library.path()).expect("open");
        conn.execute_batch(untold).expect(untold);
        assert_eq!(stands(&library), None, "{untold}");
    }
    let conn = rusqlite::Connection::open(library.path()).expect("open");
    conn.execute_batch("DELETE FROM notice_attempt").expect("deleted");
    let second = library.backup(shelf.path(), &days_later(3)).expect("saved");
    assert_eq!(stands(&library), Some(second.path.clone()));
    let mut bytes = fs::read(&second.path).expect("bytes");
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&second.path, &bytes).expect("rotten");
    assert_eq!(stands(&library), None, "it has rotted");
    bytes[last] ^= 1;
    fs::write(&second.path, &bytes).expect("mended");
    assert_eq!(stands(&library), Some(second.path.clone()));
    fs::remove_file(beside(&second.path, DIGEST)).expect("removed");
    assert_eq!(stands(&library), None, "nothing says what it was");
    let missing = library.standing_backup(&shelf.path().join("nothing"));
    assert_eq!(missing.expect_err("no folder").code(), "file.no-folder");
}

#[test]
fn a_backup_is_taken_while_desks_write() {
    let (desk, shelf) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    let path = make(&desk);
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                let mut library = Library::open(&path, &FORCED).expect("open");
                while !done.load(Ordering::Relaxed) {
                    let entry = Entry {
                        action: "test.note",
                        detail: json!("x".repeat(500)),
                    };
                    library.write(&act(), |_| Ok(((), Some(entry)))).expect("written");
                }
            });
        }
        let library = Library::open(&path, &FORCED).expect("open");
        let seqs: Vec<i64> = (0..5)
            .map(|_| library.backup(shelf.path(), &act()).expect("saved").journal.seq)
            .collect();
        done.store(true, Ordering::Relaxed);
        assert!(seqs.is_sorted() && seqs[0] < seqs[4], "{seqs:?}");
        let found = library.backups(shelf.path()).expect("listed");
        assert_eq!(found.len(), 5, "those of one second have names of their own");
        for (round, found) in found.iter().enumerate() {
            let to = desk.path().join(format!("again-{round}.db"));
            restore(&found.path, &to, true, &act()).expect("restored");
        }
    });
}

/// What is done to a backup, and the code it is then refused with.
type Harm = (&'static str, fn(&Path), &'static str);

const HARMS: &[Harm] = &[
    (
        "a letter of a text rots",
        |path| rot(path, b"Laskar", b"Laskbr"),
        "file.digest",
    ),
    (
        "the digest is of another file",
        |path| {
            fs::write(beside(path, DIGEST), "0".repeat(64)).expect("written");
        },
        "file.digest",
    ),
    (
        "the digest is no text",
        |path| fs::write(beside(path, DIGEST), [0xff; 80]).expect("written"),
        "file.digest",
    ),
    (
        "a text rots, and the digest is lost",
        |path| {
            fs::remove_file(beside(path, DIGEST)).expect("removed");
            rot(path, b"library.init", b"library.inix");
        },
        "file.damaged",
    ),
    (
        "cut short",
        |path| {
            let bytes = fs::read(path).expect("bytes");
            fs::write(path, &bytes[..bytes.len() / 2]).expect("written");
        },
        "file.truncated",
    ),
    (
        "nothing left",
        |path| fs::write(path, b"").expect("written"),
        "file.empty",
    ),
    (
        "a text instead",
        |path| fs::write(path, [b'x'; 5000]).expect("written"),
        "file.not-a-database",
    ),
    (
        "a link instead",
        |path| {
            fs::rename(path, beside(path, ".moved")).expect("moved");
            std::os::unix::fs::symlink(beside(path, ".moved"), path).expect("a link");
        },
        "file.symlink",
    ),
    (
        "a newer version",
        |path| {
            let mut bytes = fs::read(path).expect("bytes");
            bytes[63] = 99;
            fs::write(path, bytes).expect("written");
        },
        "file.newer",
    ),
    (
        "somebody works in it",
        |path| fs::write(beside(path, "-wal"), b"log").expect("written"),
        "file.in-use",
    ),
    ("gone", |path| fs::remove_file(path).expect("removed"), "file.missing"),
];

fn rot(path: &Path, from: &[u8], to: &[u8]) {
    let mut bytes = fs::read(path).expect("bytes");
    let at = bytes
        .windows(from.len())
        .position(|window| window == from)
        .expect("stored");
    bytes[at..at + to.len()].copy_from_slice(to);
    fs::write(path, bytes).expect("written");
}

#[test]
fn a_harmed_backup_is_refused_and_nothing_is_made() {
    for (what, harm, code) in HARMS {
        let (desk, shelf) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
        let backup = stocked(&desk).backup(shelf.path(), &act()).expect("saved");
        harm(&backup.path);
        let target = TempDir::new().expect("a folder");
        let refused = restore(&backup.path, &target.path().join("library.db"), true, &act()).expect_err(what);
        assert_eq!(refused.code(), *code, "{what}: {refused}");
        let Error::File { path, .. } = refused else {
            panic!("{what}")
        };
        assert_eq!(path, backup.path, "{what}: the backup is named, not the draft");
        assert!(names(target.path()).is_empty(), "{what}");
    }
}

#[test]
fn only_spent_backups_of_this_library_go() {
    let (desk, shelf) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    let mut library = Library::open(&make(&desk), &FORCED).expect("open");
    for (key, value) in [
        ("backup.keep-daily", "2"),
        ("backup.keep-weekly", "0"),
        ("backup.keep-monthly", "0"),
    ] {
        library.set_setting(key, value, &act()).expect("set");
    }
    let strangers = [
        "pustaka-00000000-20200101-000000.db",
        "library.db",
        "notes.txt",
        "pustaka-20200101-000000.db",
    ];
    for name in strangers {
        fs::write(shelf.path().join(name), b"not ours").expect("written");
    }
    let made: Vec<Backup> = (0..4)
        .map(|day| library.backup(shelf.path(), &days_later(day)).expect("saved"))
        .collect();
    assert_eq!(made[2].removed, [made[0].path.clone()]);
    assert_eq!(made[3].removed, [made[1].path.clone()]);
    for name in strangers {
        assert!(shelf.path().join(name).exists(), "{name}");
    }
    // One made as of an earlier day stays, for it is the one just made.
    let early = library.backup(shelf.path(), &days_later(-30)).expect("saved");
    assert!(early.removed.is_empty() && early.path.exists());
    assert_eq!(names(shelf.path()).len(), strangers.len() + 3 * 2);
}

#[test]
fn what_killed_processes_left_is_cleared_away() {
    let (desk, shelf) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    let library = Library::open(&make(&desk), &FORCED).expect("open");
    let first = library.backup(shelf.path(), &act()).expect("saved");
    fs::remove_file(&first.path).expect("removed");
    for left in [".pustaka-draft-abc.tmp", ".pustaka-draft-abc.tmp-journal"] {
        fs::write(shelf.path().join(left), b"half").expect("written");
    }
    library.backup(shelf.path(), &days_later(1)).expect("saved");
    assert_eq!(names(shelf.path()).len(), 2, "{:?}", names(shelf.path()));
    let missing = library
        .backup(&shelf.path().join("none"), &act())
        .expect_err("no folder");
    assert_eq!(missing.code(), "file.no-folder");
    let file = library.backup(library.path(), &act()).expect_err("no folder");
    assert_eq!(file.code(), "file.no-folder");
}

#[test]
fn an_older_file_is_saved_before_it_is_upgraded() {
    let (desk, shelf) = (TempDir::new().expect("a folder"), TempDir::new().expect("a folder"));
    let path = older(&desk);
    let accepting = OpenOptions {
        accept_older: true,
        ..FORCED
    };
    let mut library = Library::open(&path, &accepting).expect("accepted");
    let refused = library
        .upgrade(&shelf.path().join("none"), &act())
        .expect_err("no backup, no upgrade");
    assert_eq!(refused.code(), "file.no-folder");
    let upgraded = library.upgrade(shelf.path(), &act()).expect("upgraded");
    assert_eq!((upgraded.from, upgraded.to), (1, crate::library::schema::NEWEST));
    let backup = upgraded.backup.expect("made");
    assert_eq!(backup.journal.seq, 1);
    let report = Library::open(&path, &FORCED)
        .expect("of this version")
        .check(Depth::Deep)
        .expect("looked over");
    assert_eq!((report.findings, report.journal.expect("whole").seq), (Vec::new(), 2));
    assert!(
        library
            .upgrade(shelf.path(), &act())
            .expect("nothing to do")
            .backup
            .is_none()
    );
    // The backup of the older file is restored as such, and can then be upgraded.
    let again = desk.path().join("again.db");
    assert_eq!(restore(&backup.path, &again, true, &act()).expect("restored").schema, 1);
    let mut again = Library::open(&again, &accepting).expect("accepted");
    assert_eq!(again.upgrade(shelf.path(), &act()).expect("upgraded").from, 1);
}
