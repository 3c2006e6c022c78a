//! One checkout, as a whole process, in a large library: against the `sqlite3` program that makes one durable insert in
//! the same file, and against itself where fewer loans lie behind. Then eight desks at once against one.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use pustaka_testkit::catalogue;

use crate::measure::{self, Run, Runs};
use crate::table::Table;
use crate::{Plan, import, stock};

/// Members of the library.
pub(crate) const MEMBERS: usize = 100_000;
/// Loans that lie behind for each copy: five million for a million.
const PAST: usize = 5;
/// Loans that lie behind in the small library.
const FEW: usize = 10_000;
/// Checkouts of each kind that are timed.
const CHECKOUTS: usize = 100;
/// Desks that work at once.
const DESKS: usize = 8;

pub(crate) fn run(plan: &Plan) -> Result<String> {
    let past = plan.rows * PAST;
    let (large, small, peer) = (plan.file("library.db"), plan.file("small.db"), plan.file("peer.db"));
    make(plan, &small)?;
    std::fs::copy(&small, &large)?;
    stock::past_loans(&small, FEW.min(past))?;
    stock::past_loans(&large, past)?;
    std::fs::copy(&large, &peer)?;
    let barcodes = stock::barcodes(&large, CHECKOUTS * 2 + DESKS * CHECKOUTS)?;
    let (alone, together) = barcodes.split_at(CHECKOUTS * 2);

    let mut table = Table::new(&format!(
        "loan: {} copies, {MEMBERS} members, {past} past loans, {CHECKOUTS} checkouts, whole processes",
        plan.rows
    ));
    prepare_peer(&peer)?;
    // What was made is on the disk before anything is timed: the first sync would pay for all of it.
    if !Command::new("sync").arg("-f").arg(&large).status()?.success() {
        bail!("the files can't be written to the disk");
    }
    let (mut ours, mut fewer, mut theirs) = (Runs::default(), Runs::default(), Runs::default());
    for (number, barcode) in alone.iter().take(CHECKOUTS).enumerate() {
        ours.push(checkout(plan, &large, number, barcode)?);
        theirs.push(insert(&peer, number)?);
        fewer.push(checkout(plan, &small, number, barcode)?);
    }
    table.row("one checkout against one durable insert", &ours, &theirs);
    table.row(&format!("one checkout: {past} past loans against {FEW}"), &ours, &fewer);
    desks(plan, &large, (&alone[CHECKOUTS..], together), &mut table)?;
    Ok(table.finish())
}

/// A library with copies and members.
pub(crate) fn make(plan: &Plan, db: &Path) -> Result<()> {
    let file = plan.file("copies.csv");
    let size = catalogue::Size {
        rows: plan.rows,
        first: 0,
        further: 30,
    };
    catalogue::write(&mut std::io::BufWriter::new(std::fs::File::create(&file)?), &size, 6)?;
    import::new_library(plan, db)?;
    import::import(plan, db, &file)?;
    stock::members(db, MEMBERS)
}

/// A checkout of a copy that nobody has, by a member who has nothing.
fn checkout(plan: &Plan, db: &Path, member: usize, barcode: &str) -> Result<Run> {
    let mut command = import::command(plan, "loan", db);
    command.args(["checkout", &stock::card(member), barcode, "--format", "json"]);
    let run = measure::brief(&mut command)?;
    if run.code != 0 {
        bail!("{command:?} was refused");
    }
    Ok(run)
}

/// The table that the peer writes into.
fn prepare_peer(db: &Path) -> Result<()> {
    let sql = "CREATE TABLE peer (id INTEGER PRIMARY KEY, member INTEGER, item TEXT, at TEXT)";
    measure::brief(Command::new("sqlite3").arg(db).arg(sql)).map(drop)
}

/// One durable insert by the peer, which closes the file behind it as it always does.
fn insert(db: &Path, number: usize) -> Result<Run> {
    let sql = format!(
        "PRAGMA synchronous = FULL; INSERT INTO peer VALUES ({number}, {number}, 'K{number:08}', '2026-11-20T10:15')"
    );
    measure::brief(Command::new("sqlite3").arg(db).arg(sql))
}

/// The same number of checkouts by one desk after the other, and by eight at once.
fn desks(plan: &Plan, db: &Path, (warm, barcodes): (&[String], &[String]), table: &mut Table) -> Result<()> {
    for (number, barcode) in warm.iter().take(5).enumerate() {
        checkout(plan, db, 50_000 + number, barcode)?;
    }
    let (first, second) = barcodes.split_at(barcodes.len() / 2);
    let member = |at: usize| 60_000 + at;
    let begun = Instant::now();
    for (at, barcode) in first.iter().enumerate() {
        checkout(plan, db, member(at), barcode)?;
    }
    let one = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let share = second.len() / DESKS;
    let mut waits = std::thread::scope(|scope| -> Result<Vec<f64>> {
        let desks: Vec<_> = (0..DESKS)
            .map(|desk| {
                scope.spawn(move || -> Result<Vec<f64>> {
                    let own = desk * share..(desk + 1) * share;
                    let each = own.map(|at| Ok(checkout(plan, db, 80_000 + at, &second[at])?.seconds));
                    each.collect()
                })
            })
            .collect();
        let mut waits = Vec::new();
        for desk in desks {
            waits.extend(desk.join().ok().context("a desk broke down")??);
        }
        Ok(waits)
    })?;
    let eight = begun.elapsed().as_secs_f64() * (first.len() as f64 / waits.len() as f64);
    waits.sort_by(f64::total_cmp);
    let worst = waits.last().copied().unwrap_or(f64::NAN);
    table.note(&format!(
        "{} checkouts by one desk {one:.2} s, by eight at once {eight:.2} s: {:.2} of its throughput; longest wait {:.0} ms, none failed",
        first.len(),
        one / eight,
        worst * 1000.0
    ));
    Ok(())
}
