//! The careless program of the controls: it does what tools do that never thought of a power cut.

use std::path::Path;

use anyhow::{Context, Result, bail};
use pustaka_core::journal::Entry;
use pustaka_core::{Act, Library, OpenOptions, StaffCode};
use rusqlite::Connection;

/// Does one careless thing, or (`desk`) writes with care without end, to be a load for others.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let db = std::env::var("PUSTAKA_DB")?;
    let db = Path::new(&db);
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["import", list] => import(db, list),
        ["backup", to] => backup(db, to),
        ["desk"] => desk(db),
        _ => bail!("careless what?"),
    }
}

/// Brings rows in and commits now and then, so that a broken import leaves a half.
fn import(db: &Path, list: &str) -> Result<()> {
    let conn = Connection::open(db)?;
    let mut insert = conn.prepare("INSERT INTO unmet_search (day, query, times) VALUES ('2020-01-02', ?1, 1)")?;
    for (number, line) in std::fs::read_to_string(list)?.lines().enumerate() {
        if number % 10 == 0 {
            conn.execute_batch(if number > 0 { "COMMIT; BEGIN" } else { "BEGIN" })?;
        }
        insert.execute([format!("{number} {}", line.chars().take(40).collect::<String>())])?;
    }
    conn.execute_batch("COMMIT")?;
    Ok(())
}

/// Writes a backup under its final name at once.
fn backup(db: &Path, to: &str) -> Result<()> {
    Connection::open(db)?.execute("VACUUM INTO ?1", [to])?;
    Ok(())
}

/// Writes one journal entry after another.
fn desk(db: &Path) -> Result<()> {
    let options = OpenOptions {
        force_file_system: true,
        doing: "desk".to_owned(),
        ..OpenOptions::default()
    };
    let at = jiff::civil::date(2020, 1, 2).at(10, 15, 0, 0).in_tz("Asia/Jakarta")?;
    let act = Act {
        at,
        staff: StaffCode::parse("desk").context("a code")?,
    };
    loop {
        let mut library = Library::open(db, &options)?;
        let entry = Entry {
            action: "lab.note",
            detail: serde_json::json!("x".repeat(200)),
        };
        library.write(&act, |_| Ok(((), Some(entry))))?;
    }
}
