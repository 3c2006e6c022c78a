//! The careless program of the controls: it does what tools do that never thought of a power cut.

use std::path::Path;

use anyhow::{Context, Result, bail};
use pustaka_core::journal::Entry;
use pustaka_core::night::Step;
use pustaka_core::{Act, Library, OpenOptions, StaffCode};
use rusqlite::Connection;

/// Does one careless thing (`wait`: for its turn, without a deadline), or (`desk`) writes with care without end, to be a load for others.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let db = std::env::var("PUSTAKA_DB")?;
    let db = Path::new(&db);
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["import", list] => import(db, list),
        ["backup", to] => backup(db, to),
        ["desk"] => desk(db),
        ["night"] => night(db),
        ["halves"] => halves(db),
        ["lend", desk, copies] => lend(db, desk, copies.parse()?),
        ["unsynced", query] => unsynced(db, query),
        ["wait"] => wait(db),
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

/// Marks the steps of every night that is due, and takes them afterwards.
fn night(db: &Path) -> Result<()> {
    let options = OpenOptions {
        force_file_system: true,
        ..OpenOptions::default()
    };
    let at = jiff::civil::date(2020, 1, 2).at(10, 15, 0, 0).in_tz("Asia/Jakarta")?;
    let run = Act {
        at,
        staff: StaffCode::parse("lab").context("a code")?,
    };
    let mut library = Library::open(db, &options)?;
    for night in library.nights_due(run.day().yesterday()?)? {
        let (day, marks) = (night.day.to_string(), Connection::open(db)?);
        marks.execute("INSERT INTO night VALUES (?1, ?2)", [&day, &run.stamp()])?;
        for step in &night.steps {
            let sql = "INSERT INTO night_step VALUES (?1, ?2, 'done', ?3, '{}')";
            marks.execute(sql, [&day, step.code(), &run.stamp()])?;
        }
        drop(marks);
        let at = night.day.tomorrow()?.at(0, 0, 0, 0).in_tz("Asia/Jakarta")?;
        let act = Act { at, ..run.clone() };
        library.expire_holds(&act, false)?;
        library.lapse_waiting(&act, false)?;
        library.cut_history(&act, false)?;
        if night.steps.contains(&Step::Notices) {
            library.create_notices(&act, false)?;
        }
        library.summarise(&act, night.day, false)?;
    }
    Ok(())
}

/// Lends in two commits: the loan, and the entry in the journal.
fn halves(db: &Path) -> Result<()> {
    let conn = Connection::open(db)?;
    for number in 0..1_000 {
        for half in ["loan", "journal"] {
            let sql = "INSERT INTO unmet_search (day, query, times) VALUES ('2020-01-02', ?1, 1)";
            conn.execute(sql, [format!("{half} {number}")])?;
        }
    }
    Ok(())
}

/// Lends so many copies, each after a look whether it is there; between the look and the loan others go first.
fn lend(db: &Path, desk: &str, copies: usize) -> Result<()> {
    let conn = Connection::open(db)?;
    conn.busy_timeout(std::time::Duration::from_secs(10))?;
    for number in 0..copies {
        let item = format!("B{number}");
        let sql = "SELECT count(*) FROM careless_loan WHERE item = ?1";
        if conn.query_row(sql, [&item], |row| row.get::<_, i64>(0))? == 0 {
            conn.execute("INSERT INTO careless_loan (item, desk) VALUES (?1, ?2)", [&item, desk])?;
        }
    }
    Ok(())
}

/// Stores one row with a log that is synced only when it is full, and keeps the log.
fn unsynced(db: &Path, query: &str) -> Result<()> {
    let conn = Connection::open(db)?;
    conn.execute_batch("PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0")?;
    conn.file_control(Some(rusqlite::MAIN_DB), rusqlite::FileControl::PersistWal(&mut 1))?;
    conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    let sql = "INSERT INTO unmet_search (day, query, times) VALUES ('2020-01-02', ?1, 1)";
    conn.execute(sql, [query])?;
    Ok(())
}

/// Waits for its turn as long as it takes.
fn wait(db: &Path) -> Result<()> {
    let mut queue = db.as_os_str().to_owned();
    queue.push(".queue");
    Ok(std::fs::File::open(queue)?.lock()?)
}
