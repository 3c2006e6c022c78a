//! Importing a million rows into an empty library, and ten thousand into large ones.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;
use pustaka_testkit::catalogue;

use crate::measure::{self, Run, Runs};
use crate::table::Table;
use crate::{Plan, peer};

/// Rows added to a large library.
const ADDED: usize = 10_000;

pub(crate) fn run(plan: &Plan) -> Result<String> {
    let all = make(plan, "all.csv", plan.rows, 0, 1)?;
    let tenth = make(plan, "tenth.csv", plan.rows / 10, 0, 3)?;
    let more = make(plan, "more.csv", ADDED.min(plan.rows / 10), 50_000_000, 2)?;
    let size = fs::metadata(&all)?.len() / 1_000_000;
    let mut table = Table::new(&format!(
        "import: {} rows, {size} MB, 30 % further copies, {} runs",
        plan.rows, plan.runs
    ));

    let (mut ours, mut theirs) = (Runs::default(), Runs::default());
    for _ in 0..plan.runs {
        ours.push(import_into_new(plan, "library.db", &all)?);
        remove(&plan.file("peer.db"))?;
        theirs.push(peer::import(&plan.file("peer.db"), &all)?);
    }
    table.row("all rows into an empty library", &ours, &theirs);

    import_into_new(plan, "tenth.db", &tenth)?;
    let (mut large, mut small, mut theirs) = (Runs::default(), Runs::default(), Runs::default());
    for _ in 0..plan.runs {
        large.push(import_into_copy(plan, "library.db", &more)?);
        small.push(import_into_copy(plan, "tenth.db", &more)?);
        let copy = plan.file("peer-copy.db");
        remove(&copy)?;
        fs::copy(plan.file("peer.db"), &copy)?;
        theirs.push(peer::add(&copy, &more)?);
    }
    table.row("10,000 more into that library", &large, &theirs);
    table.row("10,000 more: that library against a tenth", &large, &small);
    Ok(table.finish())
}

fn make(plan: &Plan, name: &str, rows: usize, first: usize, seed: u64) -> Result<PathBuf> {
    let path = plan.file(name);
    catalogue::write(
        &mut BufWriter::new(File::create(&path)?),
        &catalogue::Size {
            rows,
            first,
            further: 30,
        },
        seed,
    )?;
    Ok(path)
}

fn import_into_new(plan: &Plan, name: &str, file: &Path) -> Result<Run> {
    let db = plan.file(name);
    new_library(plan, &db)?;
    import(plan, &db, file)
}

fn import_into_copy(plan: &Plan, name: &str, file: &Path) -> Result<Run> {
    let copy = plan.file("library-copy.db");
    remove(&copy)?;
    fs::copy(plan.file(name), &copy)?;
    import(plan, &copy, file)
}

/// Makes an empty library.
pub(crate) fn new_library(plan: &Plan, db: &Path) -> Result<()> {
    remove(db)?;
    measure::watched(command(plan, "library-db", db).args(["init", "--name", "Bench"]))?;
    Ok(())
}

/// Imports a file.
pub(crate) fn import(plan: &Plan, db: &Path, file: &Path) -> Result<Run> {
    measure::watched(command(plan, "catalog-import", db).arg("--quiet").arg(file))
}

/// One of our tools on this library.
pub(crate) fn command(plan: &Plan, tool: &str, db: &Path) -> Command {
    let mut command = Command::new(plan.tool(tool));
    command
        .env("PUSTAKA_DB", db)
        .env("PUSTAKA_STAFF", "bench")
        .env("PUSTAKA_FORCE_FILE_SYSTEM", "1");
    command
}

fn remove(db: &Path) -> Result<()> {
    for tail in ["", "-wal", "-shm", "-journal", ".queue"] {
        let mut name = db.as_os_str().to_owned();
        name.push(tail);
        match fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}
