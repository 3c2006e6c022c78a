//! The file as it is opened, made, written and refused.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::civil::date;
use rusqlite::Connection;
use serde_json::json;
use tempfile::TempDir;

use super::*;
use crate::act::StaffCode;

/// Tests run where their temporary folder is, in a container on an overlay.
pub(crate) const FORCED: OpenOptions = OpenOptions {
    force_file_system: true,
    accept_older: false,
    patience: PATIENCE,
    doing: String::new(),
    leave_log: false,
};

pub(crate) fn act() -> Act {
    let at = date(2026, 11, 20).at(10, 15, 0, 0).in_tz("Asia/Jakarta");
    Act {
        at: at.expect("a real moment"),
        staff: StaffCode::parse("sari").expect("a code"),
    }
}

pub(crate) fn make(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("library.db");
    let new = NewLibrary {
        name: "Perpustakaan Kota".to_owned(),
        force_file_system: true,
    };
    drop(Library::create(&path, &new, &act()).expect("a new library"));
    path
}

fn note(library: &mut Library, text: &str) -> Result<()> {
    library.write(&act(), |_| {
        let entry = Entry {
            action: "test.note",
            detail: json!(text),
        };
        Ok(((), Some(entry)))
    })
}

fn alien(path: &Path, wal: bool) -> Connection {
    let conn = Connection::open(path).expect("a database");
    if wal {
        conn.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))
            .expect("wal");
    }
    conn.execute_batch("CREATE TABLE a (b); INSERT INTO a VALUES (1)")
        .expect("a table");
    conn
}

/// Every name in a folder with what it is and what it holds.
fn state(folder: &Path) -> Vec<(PathBuf, u32, Vec<u8>)> {
    let mut all: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let meta = path.symlink_metadata().expect("a file");
            let bytes = if meta.is_file() {
                fs::read(&path).expect("bytes")
            } else {
                Vec::new()
            };
            (path, meta.mode(), bytes)
        })
        .collect();
    all.sort();
    all
}

/// Each hostile path: what it is, how it is made from a folder with a good `library.db`, and the code of its refusal.
type Hostile = (&'static str, fn(&Path) -> PathBuf, &'static str);

const HOSTILE: &[Hostile] = &[
    ("the empty name", |_| PathBuf::new(), "file.empty-name"),
    (
        "a URI",
        |f| format!("file:{}", f.join("library.db").display()).into(),
        "file.uri",
    ),
    (
        "a URI in capitals",
        |f| format!("FILE://{}?mode=rwc", f.join("library.db").display()).into(),
        "file.uri",
    ),
    ("in memory", |f| f.join(":memory:"), "file.missing"),
    ("nothing there", |f| f.join("other.db"), "file.missing"),
    ("no folder", |f| f.join("none/library.db"), "file.no-folder"),
    (
        "a file as folder",
        |f| f.join("library.db/library.db"),
        "file.no-folder",
    ),
    ("a folder", Path::to_path_buf, "file.folder"),
    ("the root", |_| PathBuf::from("/"), "file.folder"),
    ("a device", |_| PathBuf::from("/dev/zero"), "file.not-a-file"),
    ("another device", |_| PathBuf::from("/dev/full"), "file.not-a-file"),
    ("a FIFO", |f| fifo(&f.join("fifo")), "file.not-a-file"),
    ("a socket", |f| socket(&f.join("socket")), "file.not-a-file"),
    ("a link", |f| linked(f, "library.db"), "file.symlink"),
    ("a link to nothing", |f| linked(f, "nothing"), "file.symlink"),
    ("a second name", |f| hard_linked(f), "file.hard-link"),
    ("nothing in it", |f| holding(f, b""), "file.empty"),
    (
        "a text",
        |f| holding(f, b"title,author\nLaskar Pelangi,Andrea Hirata\n"),
        "file.not-a-database",
    ),
    (
        "a zip",
        |f| holding(f, b"PK\x03\x04\x14\x00\x00\x00\x08\x00"),
        "file.not-a-database",
    ),
    ("zeros", |f| holding(f, &[0; 16384]), "file.not-a-database"),
    (
        "an alien database",
        |f| {
            drop(alien(&f.join("a.db"), false));
            f.join("a.db")
        },
        "file.alien",
    ),
    (
        "an alien database with a log",
        |f| {
            std::mem::forget(alien(&f.join("a.db"), true));
            f.join("a.db")
        },
        "file.alien",
    ),
    (
        "cut in the middle",
        |f| changed(f, |bytes| bytes.truncate(bytes.len() / 2)),
        "file.truncated",
    ),
    (
        "cut in the header",
        |f| changed(f, |bytes| bytes.truncate(60)),
        "file.not-a-database",
    ),
    (
        "a flipped byte of the name",
        |f| changed(f, |bytes| bytes[3] ^= 1),
        "file.not-a-database",
    ),
    (
        "a flipped byte of the page size",
        |f| changed(f, |bytes| bytes[16] ^= 1),
        "file.damaged",
    ),
    (
        "a flipped byte of the encoding",
        |f| changed(f, |bytes| bytes[59] ^= 1),
        "file.damaged",
    ),
    ("a newer version", |f| changed(f, |bytes| bytes[63] = 99), "file.newer"),
    ("a backup", |f| changed(f, |bytes| bytes[18..20].fill(1)), "file.backup"),
    ("its log is a link", |f| beside_linked(f, "-wal"), "file.beside"),
    ("its queue is a link", |f| beside_linked(f, ".queue"), "file.beside"),
    (
        "a rollback journal beside it",
        |f| {
            fs::write(f.join("library.db-journal"), b"x").expect("written");
            f.join("library.db")
        },
        "file.beside",
    ),
];

fn fifo(path: &Path) -> PathBuf {
    rustix::fs::mkfifoat(rustix::fs::CWD, path, rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR).expect("a FIFO");
    path.to_owned()
}

fn socket(path: &Path) -> PathBuf {
    drop(UnixListener::bind(path).expect("a socket"));
    path.to_owned()
}

fn linked(folder: &Path, to: &str) -> PathBuf {
    symlink(folder.join(to), folder.join("link.db")).expect("a link");
    folder.join("link.db")
}

fn hard_linked(folder: &Path) -> PathBuf {
    fs::hard_link(folder.join("library.db"), folder.join("second.db")).expect("a second name");
    folder.join("second.db")
}

fn holding(folder: &Path, bytes: &[u8]) -> PathBuf {
    fs::write(folder.join("other.db"), bytes).expect("written");
    folder.join("other.db")
}

fn changed(folder: &Path, change: fn(&mut Vec<u8>)) -> PathBuf {
    let mut bytes = fs::read(folder.join("library.db")).expect("bytes");
    change(&mut bytes);
    fs::write(folder.join("library.db"), bytes).expect("written");
    folder.join("library.db")
}

fn beside_linked(folder: &Path, ending: &str) -> PathBuf {
    let victim = folder.join("victim");
    fs::write(&victim, "not ours").expect("written");
    let beside = folder.join(format!("library.db{ending}"));
    let _absent = fs::remove_file(&beside);
    symlink(victim, beside).expect("a link");
    folder.join("library.db")
}

#[test]
fn what_is_no_library_is_refused_and_left_as_it_was() {
    for (what, hostile, code) in HOSTILE {
        let folder = TempDir::new().expect("a folder");
        make(&folder);
        let path = hostile(folder.path());
        let before = state(folder.path());
        let refused = Library::open(&path, &FORCED).expect_err(what);
        assert_eq!(refused.code(), *code, "{what}: {refused}");
        assert_eq!(refused.kind(), crate::Kind::System, "{what}");
        assert!(state(folder.path()) == before, "{what}: something was changed");
    }
}

#[test]
fn a_refused_file_system_is_named() {
    let refused = path::refuse_foreign(Path::new("/proc/self/library.db")).expect_err("not a disk");
    assert_eq!(refused.code(), "file.file-system");
    assert!(refused.to_string().contains("proc"), "{refused}");
}

/// A byte of the header may be one that means nothing here; the file then opens, and is as it was or is found damaged.
#[test]
fn flipped_bytes_of_the_header_are_refused_or_harmless() {
    let folder = TempDir::new().expect("a folder");
    let path = make(&folder);
    let good = fs::read(&path).expect("bytes");
    let mut taken = Vec::new();
    for at in 0..100 {
        let mut bytes = good.clone();
        bytes[at] ^= 0x10;
        fs::write(&path, &bytes).expect("written");
        match Library::open(&path, &FORCED) {
            Ok(_) => taken.push(at),
            Err(Error::File { .. }) => assert!(fs::read(&path).expect("bytes") == bytes, "changed at {at}"),
            Err(other) => panic!("at {at}: {other}"),
        }
        let _absent = fs::remove_file(path::beside(&path, "-wal"));
    }
    // The list of free pages, the schema's cookie, and the version of SQLite that wrote last.
    assert!(taken.iter().all(|at| (32..44).contains(at) || *at >= 96), "{taken:?}");
}

#[test]
fn every_connection_is_set_alike() {
    let folder = TempDir::new().expect("a folder");
    let library = Library::open(&make(&folder), &FORCED).expect("open");
    for (pragma, value) in [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
        ("trusted_schema", "0"),
        ("cell_size_check", "1"),
        ("secure_delete", "1"),
        ("temp_store", "2"),
        ("mmap_size", "0"),
        ("page_size", "8192"),
        ("busy_timeout", "10000"),
        ("application_id", "1349874548"),
    ] {
        let found = library.conn.query_row(&format!("PRAGMA {pragma}"), [], |row| {
            row.get_ref(0).map(|value| match value {
                rusqlite::types::ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                other => format!("{other:?}"),
            })
        });
        assert_eq!(found.as_deref(), Ok(value), "{pragma}");
    }
    for refused in [
        "ATTACH ':memory:' AS other",
        "SELECT \"no column but a text\"",
        "UPDATE sqlite_schema SET sql = ''",
        "DELETE FROM title_words_data",
        "UPDATE journal SET staff = 'x'",
        "DELETE FROM journal",
        "UPDATE counter SET last = last - 1 WHERE name = 'journal'",
    ] {
        library.conn.execute_batch(refused).expect_err(refused);
    }
    assert!(
        !library
            .conn
            .db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE)
            .expect("known")
    );
}

#[test]
fn a_new_library_is_for_its_owner_and_group_and_never_replaces_anything() {
    let folder = TempDir::new().expect("a folder");
    let path = make(&folder);
    assert_eq!(path.metadata().expect("there").permissions().mode() & 0o777, 0o660);
    let names: Vec<_> = state(folder.path()).into_iter().map(|(path, ..)| path).collect();
    assert!(
        names.iter().all(|name| name.to_string_lossy().contains("library.db")),
        "{names:?}"
    );
    let new = NewLibrary {
        force_file_system: true,
        ..NewLibrary::default()
    };
    let before = state(folder.path());
    let refused = Library::create(&path, &new, &act()).expect_err("taken");
    assert_eq!(refused.code(), "file.exists");
    assert!(state(folder.path()) == before);
    // A log left behind by another file must not be played into a new one.
    fs::write(folder.path().join("next.db-wal"), b"old").expect("written");
    let refused = Library::create(&folder.path().join("next.db"), &new, &act()).expect_err("a log beside it");
    assert_eq!(refused.code(), "file.beside");
}

#[test]
fn an_older_file_opens_only_when_that_is_accepted_and_takes_no_writes() {
    let folder = TempDir::new().expect("a folder");
    let path = older(&folder);
    assert_eq!(Library::open(&path, &FORCED).expect_err("older").code(), "file.older");
    let accepting = OpenOptions {
        accept_older: true,
        ..FORCED
    };
    let mut library = Library::open(&path, &accepting).expect("accepted");
    assert_eq!(note(&mut library, "no").expect_err("older").code(), "file.older");
}

/// A file of the first version: the first step alone.
pub(crate) fn older(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("older.db");
    fs::write(&path, b"").expect("written");
    fill(&path, &schema::STEPS[..1], "Lama", &act()).expect("filled");
    path
}

#[test]
fn an_error_stores_nothing_and_a_rehearsal_neither() {
    let folder = TempDir::new().expect("a folder");
    let mut library = Library::open(&make(&folder), &FORCED).expect("open");
    let failed: Result<()> = library.write(&act(), |tx| {
        settings::store::save(tx, "library.name", "half")?;
        Err(Error::Full)
    });
    assert_eq!(failed.expect_err("full").code(), "file.full");
    let rehearsed = library.rehearse(&act(), |tx| {
        settings::store::save(tx, "library.name", "rehearsed")?;
        Ok((7, None))
    });
    assert_eq!(rehearsed.expect("rehearsed"), 7);
    assert_eq!(
        library.setting("library.name").expect("known").value,
        "Perpustakaan Kota"
    );
    note(&mut library, "afterwards").expect("written");
}

#[test]
fn the_view_beside_a_write_stays_as_it_was() {
    let folder = TempDir::new().expect("a folder");
    let mut library = Library::open(&make(&folder), &FORCED).expect("open");
    let name = |conn: &Connection| -> String {
        let name = conn.query_row("SELECT value FROM setting WHERE key = 'library.name'", [], |row| {
            row.get(0)
        });
        name.expect("a name")
    };
    library
        .write_beside(&act(), |before, tx| {
            settings::store::save(tx, "library.name", "new")?;
            let seen = std::thread::spawn(move || name(before.snapshot().sql())).join();
            assert_eq!(seen.expect("read"), "Perpustakaan Kota");
            assert_eq!(name(tx.sql()), "new");
            Ok(((), None))
        })
        .expect("written");
    assert_eq!(library.setting("library.name").expect("known").value, "new");
}

#[test]
fn who_waits_in_vain_is_told_who_holds_the_file() {
    let folder = TempDir::new().expect("a folder");
    let path = make(&folder);
    let holding = OpenOptions {
        doing: "catalog-import".to_owned(),
        ..FORCED
    };
    let hasty = OpenOptions {
        patience: Duration::from_millis(50),
        ..FORCED
    };
    let mut first = Library::open(&path, &holding).expect("open");
    let mut second = Library::open(&path, &hasty).expect("open");
    let refused = first
        .write(&act(), |_| Ok((note(&mut second, "late"), None)))
        .expect("written");
    let Err(Error::Busy { holder: Some(holder) }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(
        (holder.staff.as_str(), holder.doing.as_str()),
        ("sari", "catalog-import")
    );
    assert_eq!(holder.pid, std::process::id());
    note(&mut second, "in time").expect("its turn");
    // Readers never wait.
    first
        .write(&act(), |_| Ok((second.settings().map(|_| ()), None)))
        .expect("written")
        .expect("read");
}

#[test]
fn many_writers_all_have_their_turn() {
    let folder = TempDir::new().expect("a folder");
    let path = make(&folder);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for turn in 0..20 {
                    let mut library = Library::open(&path, &FORCED).expect("open");
                    note(&mut library, &turn.to_string()).expect("its turn");
                }
            });
        }
    });
    let library = Library::open(&path, &FORCED).expect("open");
    let rows: i64 = library
        .conn
        .query_row("SELECT count(*) FROM journal", [], |row| row.get(0))
        .expect("counted");
    assert_eq!(rows, 161);
    assert_eq!(library.last_entry_at().expect("read"), Some(act().at.timestamp()));
}

#[test]
fn after_a_failure_nothing_more_is_written() {
    let folder = TempDir::new().expect("a folder");
    let mut library = Library::open(&make(&folder), &FORCED).expect("open");
    let failed: Result<()> = library.write(&act(), |_| Err(Error::Damaged("a page".to_owned())));
    assert_eq!(failed.expect_err("damaged").code(), "file.damaged");
    assert_eq!(note(&mut library, "more").expect_err("stopped").code(), "file.stopped");
}
