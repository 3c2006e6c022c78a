//! The steps that make the tables, and how an older file takes those it lacks.

use rusqlite::Connection;
use std::path::Path;

use serde_json::json;

use super::Library;
use crate::act::Act;
use crate::backup::Backup;
use crate::error::Result;
use crate::journal::Entry;

/// The schema steps, in order; `user_version` is how many have been taken.
pub(crate) const STEPS: &[&str] = &[
    include_str!("../../migrations/0001_foundation.sql"),
    include_str!("../../migrations/0002_catalog.sql"),
    include_str!("../../migrations/0003_members.sql"),
    include_str!("../../migrations/0004_calendar.sql"),
    include_str!("../../migrations/0005_circulation.sql"),
    include_str!("../../migrations/0006_surveys.sql"),
    include_str!("../../migrations/0007_events.sql"),
    include_str!("../../migrations/0008_reports.sql"),
    include_str!("../../migrations/0009_night.sql"),
    include_str!("../../migrations/0010_notices.sql"),
    include_str!("../../migrations/0011_lapse.sql"),
    include_str!("../../migrations/0012_facts.sql"),
    include_str!("../../migrations/0013_ledger.sql"),
    include_str!("../../migrations/0014_closed_classes.sql"),
    include_str!("../../migrations/0015_notices.sql"),
];

/// How many steps this program knows.
pub(crate) const NEWEST: i64 = STEPS.len() as i64;

/// The step that brings the calendars.
pub(crate) const CALENDAR: i64 = 4;

/// Takes the steps after the first `taken`, within the caller's transaction.
pub(crate) fn take(conn: &Connection, taken: i64, steps: &[&str]) -> Result<()> {
    let taken = usize::try_from(taken).unwrap_or_default();
    for step in steps.iter().skip(taken) {
        conn.execute_batch(step)?;
    }
    conn.pragma_update(None, "user_version", steps.len() as i64)?;
    Ok(())
}

/// How many steps a file has taken.
pub(crate) fn version(conn: &Connection) -> Result<i64> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Pages of the file and settings of the connection, as SQLite says them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pages {
    /// Bytes in a page.
    pub size: i64,
    /// Pages of the file.
    pub count: i64,
    /// Pages that hold nothing.
    pub free: i64,
    /// 2: every commit is on the disk before it is acknowledged.
    pub synchronous: i64,
}

/// Asks SQLite for the pages and settings.
pub(crate) fn pages(conn: &Connection) -> Result<Pages> {
    let ask = |pragma| conn.pragma_query_value(None, pragma, |row| row.get(0));
    Ok(Pages {
        size: ask("page_size")?,
        count: ask("page_count")?,
        free: ask("freelist_count")?,
        synchronous: ask("synchronous")?,
    })
}

/// Every table, index and trigger that a file has, by name, with the statement that made it.
pub(crate) fn objects(conn: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement =
        conn.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name, type")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every table, index and trigger that a file has after so many steps.
pub(crate) fn expected(version: i64) -> Result<Vec<(String, String)>> {
    let conn = Connection::open_in_memory()?;
    let steps = usize::try_from(version).unwrap_or_default().min(STEPS.len());
    take(&conn, 0, &STEPS[..steps])?;
    objects(&conn)
}

/// What an upgrade did.
#[derive(Debug, Clone)]
pub struct Upgraded {
    /// Steps taken before.
    pub from: i64,
    /// Steps taken now.
    pub to: i64,
    /// The backup that was made first; none when there was nothing to do.
    pub backup: Option<Backup>,
}

impl Library {
    /// Brings an older file to this program's schema, after a verified backup into `folder`. The library is
    /// opened with [`super::OpenOptions::accept_older`].
    ///
    /// # Errors
    /// What [`Library::backup`] and [`Library::write`] answer; the file is then as it was.
    pub fn upgrade(&mut self, folder: &Path, act: &Act) -> Result<Upgraded> {
        let from = self.read(|snapshot| version(snapshot.sql()))?;
        if from == NEWEST {
            return Ok(Upgraded {
                from,
                to: from,
                backup: None,
            });
        }
        let backup = self.backup(folder, act)?;
        self.upgrading(act, |tx| {
            // Another process may have been first.
            let from = version(tx.sql())?;
            take(tx.sql(), from, STEPS)?;
            if from < CALENDAR {
                crate::calendar::begin(tx)?;
            }
            let entry = Entry {
                action: "library.upgrade",
                detail: json!({ "from": from, "to": NEWEST, "backup": backup.sha256 }),
            };
            Ok(((), (from < NEWEST).then_some(entry)))
        })?;
        Ok(Upgraded {
            from,
            to: NEWEST,
            backup: Some(backup),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::*;

    /// What the steps add up to, as one script; tables that a virtual table makes for itself are left out.
    fn sum() -> String {
        let conn = Connection::open_in_memory().expect("memory");
        take(&conn, 0, STEPS).expect("taken");
        let mut all = conn
            .prepare(
                "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL
                 AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY rowid",
            )
            .expect("prepared");
        let all = all.query_map([], |row| row.get::<_, String>(0)).expect("read");
        let all: Vec<String> = all.collect::<rusqlite::Result<_>>().expect("read");
        format!(
            "-- What the steps add up to; held so by a test, which also writes it.\n{};\n",
            all.join(";\n\n")
        )
    }

    #[test]
    fn the_golden_schema_is_the_sum_of_the_steps() {
        let golden = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("migrations/schema.sql");
        if std::env::var_os("PUSTAKA_BLESS").is_some() {
            fs::write(&golden, sum()).expect("written");
        }
        let text = fs::read_to_string(&golden).unwrap_or_default();
        assert!(
            text == sum(),
            "migrations/schema.sql is not the sum of the steps; PUSTAKA_BLESS=1 makes the test write it:\n{}",
            sum()
        );
        let conn = Connection::open_in_memory().expect("memory");
        conn.execute_batch(&text).expect("a script");
        assert_eq!(objects(&conn).expect("read"), expected(NEWEST).expect("read"));
    }

    #[test]
    fn a_step_says_why_and_every_table_is_strict() {
        for (number, step) in STEPS.iter().enumerate() {
            assert!(
                step.starts_with(&format!("-- {:04}: ", number + 1)),
                "step {} says first what it is for",
                number + 1
            );
        }
        let conn = Connection::open_in_memory().expect("memory");
        take(&conn, 0, STEPS).expect("taken");
        let lax = "SELECT group_concat(name) FROM pragma_table_list
            WHERE schema = 'main' AND type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'";
        let lax: Option<String> = conn.query_row(lax, [], |row| row.get(0)).expect("read");
        assert_eq!(lax, None);
    }

    /// A trigger on INSERT makes SQLite look for children of a new row, and it does so from end to end where they have no
    /// index on their parent: a hundred thousand members would be imported for hours.
    #[test]
    fn no_table_is_read_from_end_to_end_for_a_row_that_is_added() {
        let conn = Connection::open_in_memory().expect("memory");
        conn.execute_batch("PRAGMA foreign_keys = ON").expect("set");
        take(&conn, 0, STEPS).expect("taken");
        for table in ["member", "registration", "hold", "loan", "ledger", "follow_up"] {
            let columns = format!("SELECT group_concat('?') FROM pragma_table_info('{table}')");
            let values: String = conn.query_row(&columns, [], |row| row.get(0)).expect("columns");
            let sql = format!("EXPLAIN QUERY PLAN INSERT INTO {table} VALUES ({values})");
            let mut plan = conn.prepare(&sql).expect("a statement");
            for parameter in 1..=plan.parameter_count() {
                plan.raw_bind_parameter(parameter, 1).expect("bound");
            }
            let mut rows = plan.raw_query();
            while let Some(row) = rows.next().expect("a plan") {
                let step: String = row.get(3).expect("a step");
                let small = ["CONSTANT ROW", "summary_day"].iter().any(|small| step.contains(small));
                assert!(small || !step.starts_with("SCAN"), "{table}: {step}");
            }
        }
    }

    /// What would not run on the distributed engine, where a write is a batch sent as a whole: an id taken from
    /// the engine, the engine's clock or dice, and functions that only this program has.
    #[test]
    fn nothing_is_taken_from_the_engine_that_the_distributed_one_lacks() {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let mut folders = vec![root.join("src"), root.join("migrations")];
        let banned = [
            "last_insert_",
            "create_scalar_",
            "create_aggregate_",
            "CURRENT_TIME",
            "'now'",
            "random()",
            "randomblob",
        ];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else if path != root.join(file!().trim_start_matches("crates/core/")) {
                    let text = fs::read_to_string(&path).expect("a text");
                    let found = banned.iter().find(|banned| text.contains(**banned));
                    assert_eq!(found, None, "{}", path.display());
                }
            }
        }
    }
}
