//! R5: eight desks lend at the same time, a process a loan: no copy twice, nobody fails, nobody starves.
//! R6: a writer that stands still: the others end at their deadline and name it, readers go on.

use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use pustaka_core::check::Depth;
use rusqlite::Connection;

use super::counter::{self, Counter};
use crate::lab::{Lab, Verdict};
use crate::observe::unsound;

const DESKS: usize = 8;
/// Every so many loans all desks reach for the same copy.
const CONTESTED: usize = 4;

/// What one desk saw.
#[derive(Default)]
struct Seen {
    waits: Vec<Duration>,
    own: usize,
    won: usize,
    broken: Vec<String>,
}

/// One desk's loans: its own copies, and now and then the one that all desks want.
fn desk(lab: &Lab, folder: &Path, counter: &Counter, number: usize, loans: usize) -> Result<Seen> {
    let (contested, own) = counter.barcodes.split_at(loans / CONTESTED + 1);
    let own = &own[number * loans..];
    let mut seen = Seen::default();
    for at in 0..loans {
        let shared = at % CONTESTED == 0;
        let barcode = if shared { &contested[at / CONTESTED] } else { &own[at] };
        let args = ["checkout", &counter.cards[number], barcode];
        let started = Instant::now();
        let ended = lab.tool("loan", folder, &args).go()?;
        seen.waits.push(started.elapsed());
        match (ended.code, shared) {
            (Some(0), true) => seen.won += 1,
            (Some(0), false) => seen.own += 1,
            (Some(1), true) => {}
            _ => seen
                .broken
                .push(format!("{args:?}: exit {:?}: {}", ended.code, ended.said())),
        }
    }
    Ok(seen)
}

pub(super) fn eight(lab: &Lab) -> Result<Vec<Verdict>> {
    let folder = lab.folder("eight")?;
    let loans = lab.many(40, 1_000);
    let counter = counter::ready(lab, &folder, DESKS, DESKS * loans + loans / CONTESTED + 1)?;
    let all = Mutex::new(Seen::default());
    let started = Instant::now();
    std::thread::scope(|scope| -> Result<()> {
        let (folder, counter) = (&folder, &counter);
        let desks: Vec<_> = (0..DESKS)
            .map(|number| scope.spawn(move || desk(lab, folder, counter, number, loans)))
            .collect();
        for desk in desks {
            let mut seen = desk.join().map_err(|_| anyhow::anyhow!("a desk broke down"))??;
            let mut all = all.lock().expect("no desk panics");
            all.waits.append(&mut seen.waits);
            all.broken.append(&mut seen.broken);
            all.own += seen.own;
            all.won += seen.won;
        }
        Ok(())
    })?;
    let took = started.elapsed();
    let mut all = all.into_inner()?;
    let contested = loans.div_ceil(CONTESTED);
    if all.won != contested {
        all.broken
            .push(format!("{} desks were lent {contested} contested copies", all.won));
    }
    let path = folder.join("library.db");
    let open: i64 =
        Connection::open(&path)?.query_row("SELECT count(*) FROM loan WHERE ended IS NULL", [], |row| row.get(0))?;
    if usize::try_from(open)? != all.own + all.won {
        all.broken
            .push(format!("{open} loans in the file, {} acknowledged", all.own + all.won));
    }
    all.broken.extend(unsound(&path, Depth::Deep));
    all.waits.sort_unstable();
    let at = |share: usize| all.waits[(all.waits.len() - 1) * share / 1000].as_millis();
    let figures = format!(
        "{} loans in {:.1} s, {contested} contested; wait p50 {} p99 {} worst {} ms; {} broken",
        all.waits.len(),
        took.as_secs_f64(),
        at(500),
        at(990),
        at(1000),
        all.broken.len()
    );
    Ok(vec![
        Verdict::of("eight desks, a process a loan", figures, all.broken),
        look_then_lend(lab)?,
    ])
}

/// Desks that look first and lend then, without a lock between, lend a copy twice.
fn look_then_lend(lab: &Lab) -> Result<Verdict> {
    let folder = lab.folder("eight-control")?;
    let path = lab.stocked(&folder, 0)?;
    Connection::open(&path)?.execute_batch("CREATE TABLE careless_loan (item TEXT, desk TEXT)")?;
    let mut desks = Vec::new();
    for number in 0..DESKS {
        desks.push(lab.careless(&folder, &["lend", &number.to_string(), "60"]).start()?);
    }
    for mut desk in desks {
        desk.wait()?;
    }
    let twice: i64 = Connection::open(&path)?.query_row(
        "SELECT count(*) FROM (SELECT item FROM careless_loan GROUP BY item HAVING count(*) > 1)",
        [],
        |row| row.get(0),
    )?;
    Ok(Verdict::control(
        "look first, then lend",
        format!("60 copies, {twice} lent twice"),
        usize::try_from(twice)?,
    ))
}

/// A child that stands still, woken and sent home when this is dropped.
struct Stopped(std::process::Child);

impl Stopped {
    fn signal(&self, signal: rustix::process::Signal) -> Result<()> {
        let pid = i32::try_from(self.0.id()).ok().and_then(rustix::process::Pid::from_raw);
        Ok(rustix::process::kill_process(pid.context("a process")?, signal)?)
    }
}

impl Drop for Stopped {
    fn drop(&mut self) {
        let _gone = self.0.kill();
        let _gone = self.0.wait();
    }
}

/// Stops a busy writer until it stands still with its turn in its hands.
fn holding(lab: &Lab, folder: &Path) -> Result<Stopped> {
    let writer = Stopped(lab.careless(folder, &["desk"]).start()?);
    let mut random = lab.random("stop");
    for _ in 0..200 {
        std::thread::sleep(Duration::from_micros(2_000 + random.below(9_000) as u64));
        writer.signal(rustix::process::Signal::STOP)?;
        std::thread::sleep(Duration::from_millis(2));
        // A writer that stands still before it has left word can't be named, only waited for.
        let word = std::fs::read(folder.join("library.db.queue"))?;
        let queue = std::fs::File::open(folder.join("library.db.queue"))?;
        if queue.try_lock().is_err() && !word.is_empty() {
            return Ok(writer);
        }
        drop(queue);
        writer.signal(rustix::process::Signal::CONT)?;
    }
    bail!("the writer never stood still with its turn")
}

pub(super) fn stopped(lab: &Lab) -> Result<Vec<Verdict>> {
    let folder = lab.folder("stopped")?;
    let counter = counter::ready(lab, &folder, 2, 4)?;
    let writer = holding(lab, &folder)?;
    let mut broken = Vec::new();
    let reading = lab.tool("loan", &folder, &["overdue"]).go()?;
    if !matches!(reading.code, Some(0 | 1)) {
        broken.push(format!("reading stopped: {}", reading.said()));
    }
    let checkout = ["checkout", &counter.cards[0], &counter.barcodes[0]];
    let started = Instant::now();
    let waited = lab.tool("loan", &folder, &checkout).go()?;
    let wait = started.elapsed();
    if waited.code != Some(3) || !waited.words.contains("desk") {
        broken.push(format!("the others: exit {:?}: {}", waited.code, waited.words));
    }
    if !(Duration::from_secs(9)..Duration::from_secs(13)).contains(&wait) {
        broken.push(format!("their deadline came after {wait:?}"));
    }
    // Who waits without a deadline still waits.
    let mut patient = Stopped(lab.careless(&folder, &["wait"]).start()?);
    std::thread::sleep(wait);
    let control = usize::from(patient.0.try_wait()?.is_none());
    drop(patient);
    writer.signal(rustix::process::Signal::CONT)?;
    drop(writer);
    let again = lab.tool("loan", &folder, &checkout).go()?;
    if again.code != Some(0) {
        broken.push(format!("and when it went on: {}", again.said()));
    }
    broken.extend(unsound(&folder.join("library.db"), Depth::Deep));
    Ok(vec![
        Verdict::of(
            "a writer that stands still",
            format!(
                "the others ended after {:.1} s, {} broken",
                wait.as_secs_f64(),
                broken.len()
            ),
            broken,
        ),
        Verdict::control("waiting without a deadline", "still waiting then".to_owned(), control),
    ])
}
