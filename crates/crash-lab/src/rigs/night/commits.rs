//! Where each step of a night is committed, found in the record of a run that nothing disturbed.

use std::path::Path;

use anyhow::{Context, Result, bail};
use pustaka_core::night::Step;
use rusqlite::Connection;

use crate::run::Run;

/// The commit of a step: each a system call and its number among those of its kind.
pub(super) struct Commit {
    pub(super) step: Step,
    /// The night that it is of.
    pub(super) day: String,
    /// The write without which it is not committed.
    write: usize,
    /// The sync that follows, at which it is.
    sync: (String, usize),
}

impl Commit {
    /// Where to kill: a word for it, the call and its number, and whether the step is done then.
    pub(super) fn moments(&self) -> [(&'static str, &str, usize, bool); 2] {
        [
            ("before", "pwrite64", self.write, false),
            ("after", &self.sync.0, self.sync.1, true),
        ]
    }
}

/// The commit of each step, of the first night in which it changed something. A step's mark is in the pages that its transaction writes, and in none that
/// was written before; the last write before the next sync completes it.
pub(super) fn of_each_step(run: &Run, library: &Path) -> Result<Vec<Commit>> {
    let (ended, log) = run.recorded("pwrite64,fsync,fdatasync")?;
    if ended.code != Some(0) {
        bail!("the night that is recorded: {}", ended.words);
    }
    let conn = Connection::open(library)?;
    let commit = |step: &Step| {
        let day = busy(&conn, *step)?;
        let mark = shown(&format!("{day}{}done", step.code()));
        find(&log, &mark, (*step, day)).with_context(|| format!("the commit of {} is not in the record", step.code()))
    };
    Step::ALL.iter().map(commit).collect()
}

/// The first of the nights that were missed in which a step changed something; of one that only makes files, the last.
fn busy(conn: &Connection, step: Step) -> Result<String> {
    let sql = match step.is_in_library() {
        true => {
            "SELECT min(day) FROM night_step WHERE step = ?1 AND day >= '2019-12-29' AND outcome = 'done'
               AND (SELECT sum(value) FROM json_each(detail)) > 0"
        }
        false => "SELECT max(day) FROM night_step WHERE step = ?1 AND outcome = 'done'",
    };
    let day: Option<String> = conn.query_row(sql, [step.code()], |row| row.get(0))?;
    day.with_context(|| format!("{} changes nothing in these nights", step.code()))
}

fn find(log: &str, mark: &str, (step, day): (Step, String)) -> Option<Commit> {
    let at = log.lines().position(|line| line.contains(mark))?;
    let sync = at + log.lines().skip(at).position(|line| line.starts_with('f'))?;
    let kind = log.lines().nth(sync)?.split('(').next()?;
    let number = |kind: &str, through: usize| log.lines().take(through + 1).filter(|line| of(line, kind)).count();
    Some(Commit {
        step,
        day,
        write: number("pwrite64", sync),
        sync: (kind.to_owned(), number(kind, sync)),
    })
}

fn of(line: &str, kind: &str) -> bool {
    line.strip_prefix(kind).is_some_and(|rest| rest.starts_with('('))
}

/// Text as `strace -xx` shows it.
fn shown(text: &str) -> String {
    text.bytes().map(|byte| format!("\\x{byte:02x}")).collect()
}
