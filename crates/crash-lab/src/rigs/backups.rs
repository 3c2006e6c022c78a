//! R12: backups under load come back, and a backup that was killed never has a backup's name.

use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use pustaka_core::check::Depth;

use crate::lab::{Lab, Verdict};
use crate::observe::unsound;
use crate::run::Run;

/// Desks that write without a pause; dropped, they are sent home.
struct Desks(Vec<Child>);

impl Desks {
    fn open(lab: &Lab, folder: &Path, many: usize) -> Result<Desks> {
        let desks = (0..many).map(|_| lab.careless(folder, &["desk"]).start());
        Ok(Desks(desks.collect::<Result<_>>()?))
    }
}

impl Drop for Desks {
    fn drop(&mut self) {
        for desk in &mut self.0 {
            let _gone = desk.kill();
            let _gone = desk.wait();
        }
    }
}

/// The files in a folder that have a backup's name.
fn named(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("pustaka-") && name.ends_with(".db") {
            found.push(path);
        }
    }
    Ok(found)
}

/// Restores a backup with the program and looks the new library over.
fn comes_back(lab: &Lab, backup: &Path) -> Result<Option<String>> {
    let folder = lab.folder("restored")?;
    let text = backup.to_string_lossy();
    let ended = lab.tool("library-db", &folder, &["restore", &text]).go()?;
    if ended.code != Some(0) {
        return Ok(Some(format!("{}: {}", backup.display(), ended.said())));
    }
    Ok(unsound(&folder.join("library.db"), Depth::File))
}

pub(super) fn run(lab: &Lab) -> Result<Vec<Verdict>> {
    let folder = lab.folder("backups")?;
    lab.stocked(&folder, lab.many(1_000, 5_000))?;
    let shelf = folder.join("shelf");
    std::fs::create_dir(&shelf)?;
    let backup = lab.tool("library-db", &folder, &["backup", "shelf"]);
    let desks = Desks::open(lab, &folder, 4)?;
    let started = Instant::now();
    let whole = under_load(lab, &backup, &shelf)?;
    let rounds = lab.many(8, 100);
    let usual = started.elapsed() / u32::try_from(rounds)?;
    let killed = killed(lab, &backup, &shelf, usual)?;
    let control = control(lab, &folder, usual)?;
    drop(desks);
    let mut verdicts = vec![whole, killed, control];
    let damage: Vec<String> = unsound(&folder.join("library.db"), Depth::File).into_iter().collect();
    verdicts.push(Verdict::of(
        "the library they were of",
        "checked at the end".to_owned(),
        damage,
    ));
    Ok(verdicts)
}

fn under_load(lab: &Lab, backup: &Run, shelf: &Path) -> Result<Verdict> {
    let rounds = lab.many(8, 100);
    let mut broken = Vec::new();
    for _ in 0..rounds {
        let ended = backup.go()?;
        if ended.code != Some(0) {
            broken.push(ended.said().to_owned());
        }
        for path in named(shelf)? {
            broken.extend(comes_back(lab, &path)?);
            std::fs::remove_file(path)?;
        }
    }
    let back = rounds - broken.len().min(rounds);
    Ok(Verdict::of(
        "under load",
        format!("{back} of {rounds} restored while 4 desks wrote"),
        broken,
    ))
}

fn killed(lab: &Lab, backup: &Run, shelf: &Path, usual: Duration) -> Result<Verdict> {
    let mut random = lab.random("R12");
    let (mut kills, mut finished, mut broken) = (0, 0, Vec::new());
    while kills < lab.many(40, 500) {
        let moment = usual.mul_f64(random.below(1_000) as f64 / 900.0);
        kills += usize::from(backup.kill_after(moment)?.0);
        for path in named(shelf)? {
            finished += 1;
            broken.extend(comes_back(lab, &path)?);
            std::fs::remove_file(path)?;
        }
    }
    let left = std::fs::read_dir(shelf)?.count();
    let last = backup.go()?;
    let after = std::fs::read_dir(shelf)?.count();
    if last.code != Some(0) || after != 2 {
        broken.push(format!(
            "{left} files left by the killed, {after} after the next backup: {}",
            last.said()
        ));
    }
    let figures = format!(
        "{kills} kills, {finished} had been named in time, {} of them bad",
        broken.len()
    );
    Ok(Verdict::of("killed", figures, broken))
}

/// A copy written under its final name at once.
fn control(lab: &Lab, folder: &Path, usual: Duration) -> Result<Verdict> {
    let mut random = lab.random("R12 control");
    let target = folder.join("careless.db");
    let (mut bad, mut there) = (0, 0);
    let rounds = lab.many(20, 60);
    for _ in 0..rounds {
        let text = target.to_str().context("a text")?;
        lab.careless(folder, &["backup", text])
            .kill_after(usual.mul_f64(random.below(1_000) as f64 / 2_000.0))?;
        if target.exists() {
            there += 1;
            bad += usize::from(rotten(&target));
            std::fs::remove_file(&target)?;
        }
        let _absent = std::fs::remove_file(folder.join("careless.db-journal"));
    }
    Ok(Verdict::control(
        "the final name at once",
        format!("{bad} of {there} files bad"),
        bad,
    ))
}

/// Whether a copy is not a whole library.
fn rotten(path: &Path) -> bool {
    let sound = rusqlite::Connection::open(path).and_then(|conn| {
        let rows: i64 = conn.query_row("SELECT count(*) FROM title", [], |row| row.get(0))?;
        let answer: String = conn.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        Ok(rows > 0 && answer == "ok")
    });
    !sound.unwrap_or(false)
}
