//! R3: the power is cut. Two ways: by replaying what a program wrote, where only what was synced is sure to be there;
//! and by copying the image of a real file system while the desks stand still.
//!
//! Every loan that was acknowledged before the cut is there afterwards, none is half, and the file is sound.

mod image;
mod record;
mod replay;

use std::path::Path;

use anyhow::{Result, bail};
use pustaka_core::check::Depth;
use rusqlite::Connection;

use self::record::Recording;
use super::counter;
use crate::lab::{Lab, Verdict};
use crate::observe::unsound;
use crate::run::can_trace;

pub(super) use self::image::run as by_image;

/// Loans that are recorded one after the other.
const LOANS: usize = 60;

/// A library as it came back after a cut, held against what was acknowledged: what is wrong with it.
fn judge(path: &Path, acknowledged: &[String]) -> Result<Option<String>> {
    // The first to open it recovers it, as the next command at the desk would.
    if let Some(finding) = unsound(path, Depth::File) {
        return Ok(Some(format!("unsound: {finding}")));
    }
    let conn = Connection::open(path)?;
    for barcode in acknowledged {
        if counter::borrower(&conn, barcode)?.is_none() {
            return Ok(Some(format!("{barcode} was lent and is lost")));
        }
    }
    let sql = "SELECT (SELECT count(*) FROM loan), (SELECT count(*) FROM journal WHERE action = 'loan.checkout')";
    let (loans, entries): (i64, i64) = conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok((loans != entries).then(|| format!("{loans} loans, {entries} entries in the journal")))
}

pub(super) fn by_replay(lab: &Lab) -> Result<Vec<Verdict>> {
    if !can_trace() {
        return Ok(vec![Verdict::skipped(
            "what was not synced is lost",
            "strace is not there or may not trace",
        )]);
    }
    let folder = lab.folder("power")?;
    let counter = counter::ready(lab, &folder, 4, LOANS)?;
    let mut recording = Recording::begin(&folder)?;
    for (at, barcode) in counter.barcodes.iter().take(LOANS).enumerate() {
        let card = &counter.cards[at % counter.cards.len()];
        let ended = recording.run(&lab.tool("loan", &folder, &["checkout", card, barcode]))?;
        if ended.code != Some(0) {
            bail!("nothing to cut: {}", ended.words);
        }
        recording.acknowledged(barcode);
    }
    let states = lab.many(150, 10_000);
    let mut random = lab.random("power");
    let broken = replay::states(lab, &recording, states, &mut random, judge)?;
    let figures = format!(
        "{states} states of {LOANS} loans ({} writes), {} broken",
        recording.writes(),
        broken.len()
    );
    Ok(vec![
        Verdict::of("what was not synced is lost", figures, broken),
        control(lab)?,
    ])
}

/// The same cuts through a program that leaves syncing to the next checkpoint.
fn control(lab: &Lab) -> Result<Verdict> {
    let folder = lab.folder("power-control")?;
    lab.stocked(&folder, 0)?;
    let mut recording = Recording::begin(&folder)?;
    for number in 0..LOANS {
        let query = format!("loan {number}");
        recording.run(&lab.careless(&folder, &["unsynced", &query]))?;
        recording.acknowledged(&query);
    }
    let states = lab.many(50, 500);
    let mut random = lab.random("power control");
    let lost = replay::states(lab, &recording, states, &mut random, |path, acknowledged| {
        let conn = Connection::open(path)?;
        for query in acknowledged {
            let sql = "SELECT count(*) FROM unmet_search WHERE query = ?1";
            if conn.query_row(sql, [query], |row| row.get::<_, i64>(0)).unwrap_or(0) == 0 {
                return Ok(Some(format!("{query} is lost")));
            }
        }
        Ok(None)
    })?;
    Ok(Verdict::control(
        "synchronous = NORMAL",
        format!("{} of {states} states lost a loan", lost.len()),
        lost.len(),
    ))
}
