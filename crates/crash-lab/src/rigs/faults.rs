//! R2: a fault at every system call of every writing command. It ended well: everything is stored. It did not:
//! nothing is. Killed at a call: one of the two.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use pustaka_core::check::Depth;

use super::counter;
use crate::lab::{Lab, Verdict};
use crate::observe::{State, state, unsound};
use crate::run::{Fault, Faulted, Run, can_trace};

/// The calls through which a program touches files.
const CALLS: &[&str] = &[
    "openat",
    "newfstatat",
    "statx",
    "pread64",
    "read",
    "pwrite64",
    "write",
    "ftruncate",
    "fsync",
    "fdatasync",
    "fcntl",
    "flock",
    "lseek",
    "getdents64",
    "fchmod",
    "chmod",
    "fchown",
    "renameat2",
    "rename",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
    "copy_file_range",
    "sendfile",
    "statfs",
    "readlink",
    "mkdir",
];

/// The calls that change something; a quick run tries only these.
pub(super) const CHANGES: &[&str] = &[
    "pwrite64",
    "write",
    "ftruncate",
    "fsync",
    "rename",
    "renameat2",
    "unlink",
    "flock",
    "openat",
];

/// A writing command: its name, the tool and its arguments, what stands ready before, and whether a quick run tries it.
struct Trial {
    name: &'static str,
    tool: &'static str,
    args: &'static [&'static str],
    ready: fn(&Lab, &Path) -> Result<()>,
    quick: bool,
}

const fn trial(
    name: &'static str,
    tool: &'static str,
    args: &'static [&'static str],
    ready: fn(&Lab, &Path) -> Result<()>,
) -> Trial {
    Trial {
        name,
        tool,
        args,
        ready,
        quick: true,
    }
}

impl Trial {
    /// One that a quick run has no time for.
    const fn slow(self) -> Trial {
        Trial { quick: false, ..self }
    }
}

const TRIALS: &[Trial] = &[
    trial(
        "init",
        "library-db",
        &["init", "--name", "Baru", "--db", "new.db"],
        nothing,
    ),
    trial("settings", "library-db", &["settings", "library.name", "Lain"], library),
    trial("import", "catalog-import", &["next.csv"], library),
    trial("undo", "catalog-import", &["undo", "1", "--yes"], library),
    trial("edit", "catalog-import", &["edit", "1", "publisher=Lain"], library),
    trial("export", "catalog-export", &["-o", "out.csv"], library),
    trial("backup", "library-db", &["backup", "shelf"], library),
    trial("restore", "library-db", &["restore", "kept.db", "--db", "new.db"], kept),
    trial(
        "upgrade",
        "library-db",
        &["upgrade", "--backups", "aside", "--yes"],
        older,
    ),
    trial("search for nothing", "catalog-search", &["zzzyyyxxx"], library),
    trial(
        "checkout",
        "loan",
        &["checkout", "A00004", "K00000003", "K00000004"],
        lent,
    ),
    trial("late return", "loan", &["return", "K00000000"], lent),
    trial("renew", "loan", &["renew", "K00000005"], lent).slow(),
    trial("hold", "loan", &["hold", "A00002", "K00000001"], lent).slow(),
    trial("lost", "loan", &["lost", "K00000001"], lent).slow(),
    trial("pay", "loan", &["pay", "A00003", "500"], lent).slow(),
    trial("waive", "loan", &["waive", "1", "--note", "banjir"], lent).slow(),
    trial("member", "member", &["add", "Budi", "--card", "Z00001"], lent).slow(),
    trial("members", "member", &["import", "newcomers.csv"], lent).slow(),
    trial("erasure", "member", &["erase", "A00004", "--yes"], lent).slow(),
    trial("closing", "library-db", CLOSING, lent).slow(),
    trial("replay", "loan", &["offline", "replay", "mobile.koc"], lent).slow(),
];

const CLOSING: &[&str] = &[
    "calendar",
    "close",
    "2020-01-09",
    "2020-01-11",
    "--reason",
    "banjir",
    "--apply",
];

fn nothing(_: &Lab, _: &Path) -> Result<()> {
    Ok(())
}

fn library(lab: &Lab, folder: &Path) -> Result<()> {
    lab.stocked(folder, 30)?;
    lab.list(folder, "next.csv", 40, 1_000)?;
    std::fs::create_dir(folder.join("shelf"))?;
    Ok(())
}

/// A counter with copies on loan: `K00000000` is late, `K00000001` is not, and `A00003` owes something.
fn lent(lab: &Lab, folder: &Path) -> Result<()> {
    counter::ready(lab, folder, 4, 12)?;
    for (at, args) in [
        ("2019-12-02T09:00", &["checkout", "A00001", "K00000000"][..]),
        ("2019-12-02T09:05", &["checkout", "A00003", "K00000002"]),
        ("2019-12-20T09:00", &["return", "K00000002"]),
        ("2019-12-30T09:00", &["checkout", "A00002", "K00000005"]),
        (
            "2019-12-30T09:05",
            &[
                "checkout",
                "A00001",
                "K00000001",
                "--override",
                "member.overdue",
                "--note",
                "lab",
            ],
        ),
    ] {
        counter::ended_well(&lab.tool("loan", folder, &[args, &["--at", at]].concat()).go()?)?;
    }
    let card = "nomor kartu;nama;jenis anggota\nY00001;Ani;umum\nY00002;Umar Said;umum\n";
    std::fs::write(folder.join("newcomers.csv"), card)?;
    // One line: each is an action of its own.
    let koc = "Version=1.0\tGenerator=lab\tGeneratorVersion=1\n\
        2020-01-01 09:00:00 000\tissue\tA00002\tK00000006\n";
    Ok(std::fs::write(folder.join("mobile.koc"), koc)?)
}

/// A backup to be restored, under a name of its own.
fn kept(lab: &Lab, folder: &Path) -> Result<()> {
    library(lab, folder)?;
    let made = lab.tool("library-db", folder, &["backup", "shelf"]).go()?;
    for entry in std::fs::read_dir(folder.join("shelf"))? {
        let path = entry?.path();
        match path.extension().is_some_and(|ending| ending == "db") {
            true => std::fs::rename(&path, folder.join("kept.db"))?,
            false => std::fs::remove_file(&path)?,
        }
    }
    match folder.join("kept.db").exists() {
        true => Ok(()),
        false => bail!("no backup to restore: {}", made.words),
    }
}

/// A library of the first version: what the later steps made is taken out again.
fn older(lab: &Lab, folder: &Path) -> Result<()> {
    let path = lab.stocked(folder, 0)?;
    let conn = rusqlite::Connection::open(path)?;
    let first = "'setting', 'counter', 'journal'";
    let mut later = conn.prepare(&format!(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT IN ({first})
         AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')"
    ))?;
    let names: Vec<String> = later
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    drop(later);
    conn.execute_batch("PRAGMA foreign_keys = OFF")?;
    for name in names {
        conn.execute_batch(&format!("DROP TABLE \"{name}\""))?;
    }
    // On a table of the first version, but of a later one.
    conn.execute_batch("DROP TRIGGER staff_have_another_mail")?;
    conn.execute_batch("DELETE FROM counter WHERE name <> 'journal'; PRAGMA user_version = 1")?;
    drop(conn);
    std::fs::create_dir(folder.join("aside"))?;
    Ok(())
}

/// What a folder holds before and after a command that ran undisturbed.
struct Bench {
    ready: PathBuf,
    work: PathBuf,
    run: Run,
    before: State,
    after: State,
    code: Option<i32>,
}

impl Bench {
    /// Makes a folder ready, and lets the command run once in a copy of it.
    fn new(lab: &Lab, name: &str, ready: impl Fn(&Path) -> Result<()>, run: impl Fn(&Path) -> Run) -> Result<Bench> {
        let first = lab.folder(&format!("{name}-ready"))?;
        ready(&first)?;
        let work = lab.folder(&format!("{name}-work"))?;
        let mut bench = Bench {
            run: run(&work),
            before: state(&first)?,
            after: State::new(),
            code: None,
            ready: first,
            work,
        };
        bench.reset()?;
        let ended = bench.run.go()?;
        bench.code = ended.code;
        bench.after = state(&bench.work)?;
        if bench.after == bench.before {
            bail!("{name} changes nothing: {}", ended.words);
        }
        Ok(bench)
    }

    /// The work folder as it was before.
    fn reset(&self) -> Result<()> {
        std::fs::remove_dir_all(&self.work)?;
        copy(&self.ready, &self.work)
    }

    /// What is wrong after a run with a fault, if anything is.
    fn judge(&self, fault: Fault, faulted: &Faulted) -> Result<Option<String>> {
        let now = state(&self.work)?;
        let (ended, call) = (&faulted.ended, faulted.call.as_deref().unwrap_or_default());
        let case = |what: &str| {
            let words = ended.said();
            Some(format!(
                "{what} after {fault:?} at {call}; exit {:?}: {words}",
                ended.code
            ))
        };
        let (nothing, everything) = (now == self.before, now == self.after);
        if ended.panicked() {
            return Ok(case("panic"));
        }
        if !nothing && !everything {
            return Ok(case("half"));
        }
        let library = self.work.join("library.db");
        if library.exists()
            && let Some(finding) = unsound(&library, Depth::File)
        {
            return Ok(case(&format!("damage: {finding}")));
        }
        if fault == Fault::Kill || said_in_vain(call) {
            return Ok(None);
        }
        let well = ended.code == self.code;
        Ok(match (well, nothing) {
            // Its answer was that nothing is there; that this is remembered is never promised.
            (true, true) if self.code == Some(1) => None,
            (true, true) => case("lost: it ended well and stored nothing"),
            (false, false) => case("stored, and it said that it failed"),
            _ => None,
        })
    }
}

/// The fault was put into telling a person something, after the work was done.
fn said_in_vain(call: &str) -> bool {
    call.contains("write(1,") || call.contains("write(2,")
}

pub(super) fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        match entry.file_type()?.is_dir() {
            true => copy(&entry.path(), &target)?,
            false => drop(std::fs::copy(entry.path(), &target)?),
        }
    }
    Ok(())
}

/// Puts every fault into every call; how many were put, and what broke.
fn torment(lab: &Lab, bench: &Bench) -> Result<(usize, Vec<String>)> {
    let faults: &[Fault] = match lab.quick {
        true => &[Fault::Error("EIO"), Fault::Kill],
        false => &[Fault::Error("EIO"), Fault::Error("ENOSPC"), Fault::Kill],
    };
    let calls = if lab.quick { CHANGES } else { CALLS };
    let (mut put, mut broken) = (0, Vec::new());
    for fault in faults {
        for call in calls {
            // There are few of these, and each is a promise.
            let stride = if *call == "fsync" { 1 } else { lab.many(5, 1) };
            for when in (1..).step_by(stride) {
                bench.reset()?;
                let faulted = bench.run.fault(call, *fault, when)?;
                if faulted.call.is_none() {
                    break;
                }
                put += 1;
                broken.extend(bench.judge(*fault, &faulted)?);
            }
        }
    }
    Ok((put, broken))
}

pub(super) fn run(lab: &Lab) -> Result<Vec<Verdict>> {
    if !can_trace() {
        return Ok(vec![Verdict::skipped(
            "a fault at every call",
            "strace is not there or may not trace",
        )]);
    }
    let mut verdicts = Vec::new();
    let wanted = |trial: &&Trial| {
        let named = lab.trials.iter().any(|name| name == trial.name);
        named || lab.trials.is_empty() && (trial.quick || !lab.quick)
    };
    for trial in TRIALS.iter().filter(wanted) {
        let run = |folder: &Path| lab.tool(trial.tool, folder, trial.args);
        let bench = match Bench::new(lab, trial.name, |folder| (trial.ready)(lab, folder), run) {
            Ok(bench) => bench,
            Err(error) => {
                let why = vec![format!("{error:#}")];
                verdicts.push(Verdict::of(trial.name, "not tried".to_owned(), why));
                continue;
            }
        };
        let (put, broken) = torment(lab, &bench)?;
        verdicts.push(Verdict::of(
            trial.name,
            format!("{put} faults, {} broken", broken.len()),
            broken,
        ));
    }
    let run = |folder: &Path| lab.careless(folder, &["import", "next.csv"]);
    let bench = Bench::new(lab, "careless", |folder| library(lab, folder), run)?;
    let (put, broken) = torment(lab, &bench)?;
    let figures = format!("{put} faults, {} broken", broken.len());
    verdicts.push(Verdict::control("a commit now and then", figures, broken.len()));
    Ok(verdicts)
}
