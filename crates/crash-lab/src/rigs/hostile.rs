//! R18: a file that is no library is refused with its reason, and left as it was.

use std::os::unix::fs::{MetadataExt, symlink};
use std::path::{Path, PathBuf};

use anyhow::Result;
use rusqlite::Connection;

use crate::lab::{Lab, Verdict};

/// What it is, and how it is made in a folder with a good `library.db`.
type Hostile = (&'static str, fn(&Path) -> Result<PathBuf>);

const HOSTILE: &[Hostile] = &[
    ("a URI", |f| {
        Ok(format!("file:{}", f.join("library.db").display()).into())
    }),
    ("in memory", |_| Ok(":memory:".into())),
    ("nothing there", |f| Ok(f.join("other.db"))),
    ("no folder", |f| Ok(f.join("none/library.db"))),
    ("a file as folder", |f| Ok(f.join("library.db/library.db"))),
    ("a folder", |f| Ok(f.to_owned())),
    ("/dev/zero", |_| Ok("/dev/zero".into())),
    ("/dev/full", |_| Ok("/dev/full".into())),
    ("a FIFO", |f| {
        rustix::fs::mkfifoat(rustix::fs::CWD, f.join("fifo"), rustix::fs::Mode::from(0o600))?;
        Ok(f.join("fifo"))
    }),
    ("a link", |f| {
        symlink(f.join("library.db"), f.join("link.db"))?;
        Ok(f.join("link.db"))
    }),
    ("a second name", |f| {
        std::fs::hard_link(f.join("library.db"), f.join("second.db"))?;
        Ok(f.join("second.db"))
    }),
    ("nothing in it", |f| holding(f, b"")),
    ("a text", |f| {
        holding(f, b"title,author\nLaskar Pelangi,Andrea Hirata\n")
    }),
    ("a zip", |f| holding(f, b"PK\x03\x04\x14\x00\x00\x00\x08\x00")),
    ("an alien database", |f| alien(f, "DELETE")),
    ("an alien database with a log", |f| alien(f, "WAL")),
    ("cut in the middle", |f| {
        changed(f, |bytes| bytes.truncate(bytes.len() / 2))
    }),
    ("flipped bytes", |f| {
        changed(f, |bytes| bytes[16..24].iter_mut().for_each(|byte| *byte ^= 0x55))
    }),
    ("a newer version", |f| changed(f, |bytes| bytes[63] = 99)),
    ("a backup", |f| changed(f, |bytes| bytes[18..20].fill(1))),
    ("its log is a link", |f| {
        std::fs::write(f.join("victim"), "not ours")?;
        let log = f.join("library.db-wal");
        if log.exists() {
            std::fs::remove_file(&log)?;
        }
        symlink(f.join("victim"), log)?;
        Ok(f.join("library.db"))
    }),
];

fn holding(folder: &Path, bytes: &[u8]) -> Result<PathBuf> {
    std::fs::write(folder.join("other.db"), bytes)?;
    Ok(folder.join("other.db"))
}

fn alien(folder: &Path, mode: &str) -> Result<PathBuf> {
    let path = folder.join("alien.db");
    let conn = Connection::open(&path)?;
    conn.query_row(&format!("PRAGMA journal_mode = {mode}"), [], |_| Ok(()))?;
    conn.execute_batch("CREATE TABLE a (b); INSERT INTO a VALUES (1)")?;
    if mode == "WAL" {
        // Its log stays, as after a crash.
        conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    }
    drop(conn);
    Ok(path)
}

fn changed(folder: &Path, change: fn(&mut Vec<u8>)) -> Result<PathBuf> {
    let path = folder.join("library.db");
    let mut bytes = std::fs::read(&path)?;
    change(&mut bytes);
    std::fs::write(&path, bytes)?;
    Ok(path)
}

/// Every name in a folder, what it is, and what it holds.
fn all(folder: &Path) -> Result<Vec<(PathBuf, u32, Vec<u8>)>> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let meta = path.symlink_metadata()?;
        let bytes = if meta.is_file() {
            std::fs::read(&path)?
        } else {
            Vec::new()
        };
        all.push((path, meta.mode(), bytes));
    }
    all.sort();
    Ok(all)
}

/// The commands that are pointed at each of them.
const COMMANDS: &[(&str, &[&str])] = &[
    ("library-db", &["check"]),
    ("library-db", &["settings", "library.name", "Lain"]),
    ("catalog-import", &["list.csv"]),
    ("catalog-search", &["buku"]),
];

pub(super) fn run(lab: &Lab) -> Result<Vec<Verdict>> {
    let (mut broken, mut accepted, mut tried) = (Vec::new(), 0, 0);
    for (what, make) in HOSTILE {
        for (tool, args) in COMMANDS {
            let folder = lab.folder("hostile")?;
            lab.stocked(&folder, 0)?;
            lab.list(&folder, "list.csv", 3, 0)?;
            let path = make(&folder)?;
            let before = all(&folder)?;
            let text = path.to_string_lossy();
            let mut args = args.to_vec();
            args.extend(["--db", &text]);
            let ended = lab.tool(tool, &folder, &args).go()?;
            tried += 1;
            if ended.code != Some(3) || ended.panicked() || ended.words.trim().is_empty() {
                broken.push(format!("{what}: {tool} ended with {:?}: {}", ended.code, ended.said()));
            }
            if all(&folder)? != before {
                broken.push(format!("{what}: {tool} changed something"));
            }
        }
        let folder = lab.folder("hostile")?;
        lab.stocked(&folder, 0)?;
        let path = make(&folder)?;
        // Opening a FIFO would wait for ever, and /dev/zero is read without end.
        let endless = path.starts_with("/dev") || what.contains("FIFO");
        if !endless
            && Connection::open(&path)
                .and_then(|conn| conn.execute_batch("SELECT * FROM sqlite_schema"))
                .is_ok()
        {
            accepted += 1;
        }
    }
    let kinds = HOSTILE.len();
    Ok(vec![
        Verdict::of(
            "hostile files",
            format!("{kinds} kinds, {tried} runs, {} broken", broken.len()),
            broken,
        ),
        Verdict::control(
            "SQLite as it comes",
            format!("{accepted} of {kinds} accepted"),
            accepted,
        ),
    ])
}
