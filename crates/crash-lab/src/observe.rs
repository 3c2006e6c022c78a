//! What stands in a folder after a program was broken off: every library, backup and list (`out.…`) under its final
//! name, and a digest of what it holds.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use pustaka_core::check::Depth;
use pustaka_core::{Library, OpenOptions};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

/// The state of a folder, to be compared: two runs of one program on one day leave the same.
pub(crate) type State = BTreeMap<String, String>;

/// Every `.db` file and every list under a name of its own, in a folder and in the folder `shelf` within it.
pub(crate) fn state(folder: &Path) -> Result<State> {
    let mut state = State::new();
    for folder in [folder.to_owned(), folder.join("shelf")] {
        if !folder.is_dir() {
            continue;
        }
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.ends_with(".db") && !name.starts_with('.') {
                let held = content(&path).unwrap_or_else(|error| format!("unreadable: {error}"));
                state.insert(name, held);
            } else if name.starts_with("out.") {
                state.insert(name, short(Sha256::new_with_prefix(std::fs::read(&path)?)));
            }
        }
    }
    Ok(state)
}

/// A digest of every row of every table, but for the tables that the search index makes for itself.
pub(crate) fn content(path: &Path) -> Result<String> {
    content_without(path, &[])
}

/// As [`content`], without some tables.
pub(crate) fn content_without(path: &Path, without: &[&str]) -> Result<String> {
    let conn = Connection::open(path)?;
    // What lies beside the file stays, as our own programs leave it.
    conn.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA journal_size_limit = 0")?;
    conn.file_control(Some(rusqlite::MAIN_DB), rusqlite::FileControl::PersistWal(&mut 1))?;
    let mut names = conn.prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name <> 'sqlite_schema' ORDER BY name",
    )?;
    let names: Vec<String> = names
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut sha = Sha256::new();
    for name in names.iter().filter(|name| !without.contains(&name.as_str())) {
        sha.update(name.as_bytes());
        let mut rows = conn.prepare(&format!("SELECT * FROM \"{name}\""))?;
        let columns = rows.column_count();
        let mut rows = rows.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                let value = format!("{:?}", row.get_ref(column)?);
                sha.update((value.len() as u64).to_be_bytes());
                sha.update(value.as_bytes());
            }
        }
    }
    Ok(short(sha))
}

fn short(sha: Sha256) -> String {
    let digest = sha.finalize();
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// What a check of the library finds; nothing when it is sound.
pub(crate) fn unsound(path: &Path, depth: Depth) -> Option<String> {
    let options = OpenOptions {
        force_file_system: true,
        accept_older: true,
        ..OpenOptions::default()
    };
    match Library::open(path, &options).and_then(|library| library.check(depth)) {
        Ok(report) if report.is_sound() => None,
        Ok(report) => Some(format!("{:?}", report.findings)),
        Err(error) => Some(error.to_string()),
    }
}
