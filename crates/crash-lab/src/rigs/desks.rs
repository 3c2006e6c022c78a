//! R1: eight desks and an import, killed ten thousand times. Whatever was acknowledged is there, whatever was killed
//! can be done again, nothing is half, and the file is sound.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use anyhow::{Result, bail};
use pustaka_core::check::Depth;
use pustaka_testkit::random::Random;
use rusqlite::Connection;

use super::counter::{self, Counter, borrower};
use crate::lab::{Lab, Verdict};
use crate::observe::unsound;

const DESKS: usize = 8;
/// Copies that each desk lends and takes back, again and again.
const COPIES: usize = 12;
/// Rows of the import that is killed beside the desks.
const ROWS: usize = 1_500;

/// What all desks share.
struct Shift<'a> {
    lab: &'a Lab,
    folder: &'a Path,
    wanted: usize,
    killed: AtomicUsize,
    done: AtomicUsize,
    broken: Mutex<Vec<String>>,
}

impl Shift<'_> {
    fn goes_on(&self) -> bool {
        self.killed.load(Ordering::Relaxed) < self.wanted
    }

    fn complain(&self, case: String) {
        self.broken.lock().expect("no desk panics").push(case);
    }

    /// Runs a command, killed in three of four cases; whether it was acknowledged. A killed one is done again, and
    /// must then be acknowledged.
    fn insist(&self, random: &mut Random, args: &[&str]) -> Result<()> {
        let run = self.lab.tool("loan", self.folder, args);
        if random.percent(75) {
            let moment = Duration::from_micros(random.below(40_000) as u64);
            let (running, _) = run.kill_after(moment)?;
            self.killed.fetch_add(usize::from(running), Ordering::Relaxed);
        }
        let ended = run.go()?;
        self.done.fetch_add(1, Ordering::Relaxed);
        let returned_before = args[0] == "return" && ended.code == Some(1) && !ended.panicked();
        if ended.code != Some(0) && !returned_before {
            self.complain(format!(
                "{args:?} after a kill: exit {:?}: {}",
                ended.code,
                ended.said()
            ));
        }
        Ok(())
    }

    /// Lends and takes back the desk's own copies; what it was told must be what is there.
    fn desk(&self, number: usize, counter: &Counter) -> Result<()> {
        let mut random = self.lab.random(&format!("desk {number}"));
        let copies = &counter.barcodes[number * COPIES..(number + 1) * COPIES];
        let card = &counter.cards[number];
        let mut lent = [false; COPIES];
        let conn = Connection::open(self.folder.join("library.db"))?;
        conn.busy_timeout(Duration::from_secs(10))?;
        while self.goes_on() {
            let at = random.below(COPIES);
            match lent[at] {
                true => self.insist(&mut random, &["return", &copies[at]])?,
                false => self.insist(&mut random, &["checkout", card, &copies[at]])?,
            }
            lent[at] = !lent[at];
            let expected = lent[at].then_some(card);
            let found = borrower(&conn, &copies[at])?;
            if found.as_ref() != expected {
                self.complain(format!("{}: {found:?} instead of {expected:?}", copies[at]));
            }
        }
        Ok(())
    }

    /// Brings a list in, is killed at it, and takes it out again when it came in.
    fn import(&self) -> Result<()> {
        let mut random = self.lab.random("import beside desks");
        let conn = Connection::open(self.folder.join("library.db"))?;
        conn.busy_timeout(Duration::from_secs(10))?;
        let rows = || -> Result<(i64, i64)> {
            let sql = "SELECT count(*), (SELECT coalesce(max(id), 0) FROM batch WHERE undone IS NULL) FROM item";
            Ok(conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
        };
        let (before, first) = rows()?;
        let run = self.lab.tool("catalog-import", self.folder, &["more.csv"]);
        while self.goes_on() {
            let (running, _) = run.kill_after(Duration::from_micros(random.below(900_000) as u64))?;
            self.killed.fetch_add(usize::from(running), Ordering::Relaxed);
            let (now, batch) = rows()?;
            match now - before {
                0 if batch == first => {}
                added if added == ROWS as i64 && batch != first => {
                    let undo = ["undo", &batch.to_string(), "--yes"];
                    counter::ended_well(&self.lab.tool("catalog-import", self.folder, &undo).go()?)?;
                }
                added => self.complain(format!("an import left {added} copies")),
            }
        }
        Ok(())
    }
}

pub(super) fn run(lab: &Lab) -> Result<Vec<Verdict>> {
    let folder = lab.folder("desks")?;
    let counter = counter::ready(lab, &folder, DESKS, DESKS * COPIES)?;
    lab.list(&folder, "more.csv", ROWS, 1_000_000)?;
    let shift = Shift {
        lab,
        folder: &folder,
        wanted: lab.many(150, 10_000),
        killed: AtomicUsize::new(0),
        done: AtomicUsize::new(0),
        broken: Mutex::default(),
    };
    std::thread::scope(|scope| -> Result<()> {
        let (shift, counter) = (&shift, &counter);
        let desks: Vec<_> = (0..DESKS)
            .map(|number| scope.spawn(move || shift.desk(number, counter)))
            .collect();
        let import = scope.spawn(move || shift.import());
        for desk in desks {
            desk.join().map_err(|_| anyhow::anyhow!("a desk broke down"))??;
        }
        import.join().map_err(|_| anyhow::anyhow!("the import broke down"))?
    })?;
    if let Some(finding) = unsound(&folder.join("library.db"), Depth::Deep) {
        shift.complain(format!("unsound: {finding}"));
    }
    let broken = shift.broken.into_inner()?;
    let figures = format!(
        "{} kills, {} acknowledged, {} broken",
        shift.killed.into_inner(),
        shift.done.into_inner(),
        broken.len()
    );
    Ok(vec![
        Verdict::of("eight desks and an import", figures, broken),
        control(lab)?,
    ])
}

/// A desk that commits a loan in two halves leaves one of them when it is killed.
fn control(lab: &Lab) -> Result<Verdict> {
    let folder = lab.folder("desks-control")?;
    let path = lab.stocked(&folder, 0)?;
    let mut random = lab.random("halves");
    let (mut halves, kills) = (0, lab.many(20, 200));
    for _ in 0..kills {
        let moment = Duration::from_micros(5_000 + random.below(40_000) as u64);
        lab.careless(&folder, &["halves"]).kill_after(moment)?;
        let conn = Connection::open(&path)?;
        let one_sided: i64 = conn.query_row(
            "SELECT count(*) FILTER (WHERE query LIKE 'loan%') - count(*) FILTER (WHERE query LIKE 'journal%')
             FROM unmet_search",
            [],
            |row| row.get(0),
        )?;
        halves += usize::from(one_sided != 0);
        conn.execute("DELETE FROM unmet_search", [])?;
    }
    if kills == 0 {
        bail!("nothing was killed");
    }
    Ok(Verdict::control(
        "two commits a loan",
        format!("{kills} kills, {halves} halves"),
        halves,
    ))
}
