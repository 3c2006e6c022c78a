//! An import killed at a random moment has brought in everything or nothing, and the library is sound.

use std::path::Path;
use std::time::Instant;

use anyhow::{Result, bail};
use pustaka_core::check::Depth;
use rusqlite::Connection;

use crate::lab::{Lab, Verdict};
use crate::observe::unsound;
use crate::run::Run;

/// How many rows the tables hold that an import writes.
fn rows(path: &Path) -> Result<Vec<i64>> {
    let conn = Connection::open(path)?;
    let tables = [
        "title",
        "item",
        "batch",
        "word",
        "title_words_docsize",
        "journal",
        "unmet_search",
    ];
    let count = |table| conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0));
    Ok(tables.into_iter().map(count).collect::<rusqlite::Result<_>>()?)
}

/// The library and what SQLite keeps beside it, as they were kept elsewhere.
fn put_back(kept: &Path, folder: &Path) -> Result<()> {
    for ending in ["-wal", "-shm"] {
        let _absent = std::fs::remove_file(folder.join(format!("library.db{ending}")));
    }
    std::fs::copy(kept, folder.join("library.db"))?;
    Ok(())
}

/// Kills a run again and again; how often it was still running, how often all was stored, and what broke.
fn kill(lab: &Lab, folder: &Path, run: &Run, rounds: usize) -> Result<(usize, usize, Vec<String>)> {
    let path = folder.join("library.db");
    let kept = folder.join("kept");
    std::fs::copy(&path, &kept)?;
    let before = rows(&path)?;
    let started = Instant::now();
    let ended = run.go()?;
    let usual = started.elapsed();
    let after = rows(&path)?;
    if ended.code != Some(0) || after == before {
        bail!("nothing to kill: {}", ended.said());
    }
    put_back(&kept, folder)?;
    let mut random = lab.random("kill");
    let (mut killed, mut stored, mut broken) = (0, 0, Vec::new());
    while killed < rounds {
        let moment = usual.mul_f64(random.below(1_000) as f64 / 950.0);
        let (running, _) = run.kill_after(moment)?;
        killed += usize::from(running);
        let now = rows(&path)?;
        if now != before && now != after {
            broken.push(format!("half after {moment:?}: {now:?}"));
        }
        if let Some(finding) = unsound(&path, Depth::Deep) {
            broken.push(format!("unsound after {moment:?}: {finding}"));
        }
        if now != before {
            stored += 1;
            put_back(&kept, folder)?;
        }
    }
    Ok((killed, stored, broken))
}

pub(super) fn run(lab: &Lab) -> Result<Vec<Verdict>> {
    let folder = lab.folder("kills")?;
    lab.stocked(&folder, 50)?;
    let many = lab.many(5_000, 100_000);
    lab.list(&folder, "list.csv", many, 1_000)?;
    let import = lab.tool("catalog-import", &folder, &["list.csv"]);
    let (killed, stored, broken) = kill(lab, &folder, &import, lab.many(15, 300))?;
    let figures = format!(
        "{many} rows, {killed} kills, {stored} times all was stored, {} broken",
        broken.len()
    );
    let import = Verdict::of("import", figures, broken);

    let folder = lab.folder("kills-control")?;
    lab.stocked(&folder, 50)?;
    lab.list(&folder, "list.csv", 5_000, 1_000)?;
    let careless = lab.careless(&folder, &["import", "list.csv"]);
    let (killed, _, broken) = kill(lab, &folder, &careless, lab.many(10, 30))?;
    let figures = format!("{killed} kills, {} left a half", broken.len());
    Ok(vec![
        import,
        Verdict::control("a commit now and then", figures, broken.len()),
    ])
}
