//! The writing half of an import, and how the halves work together.

use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};

use rusqlite::Connection;
use serde_json::{Value, json};

use super::plan::{Op, Planner, Start, Verdict};
use super::store::{self, BatchRow, Indexes, Writer};
use super::{Options, Outcome, Source};
use crate::act::Act;
use crate::catalog::Refusal;
use crate::catalog::index;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Before, Library, Transaction, counter};

/// So many writes travel together.
const OPS_AT_ONCE: usize = 512;
/// So many parcels of writes may wait; it bounds the memory.
const PARCELS: usize = 16;
/// From so many rows on, and when they are more than the titles there, indexes are built anew.
const BULK_ROWS: u64 = 20_000;

/// The counters that an import moves.
const COUNTERS: [&str; 3] = ["title", "item", "item.barcode"];

/// What the reading half hands over when the rows are through.
struct Plan {
    outcome: Outcome,
    titles_end: i64,
    items_end: i64,
    barcode: i64,
}

impl Library {
    /// Brings the rows of a source into the catalogue, as one batch: all of it, or nothing.
    ///
    /// With a rejected row nothing is stored, unless the options say to skip it; the outcome then has no batch.
    /// Nothing is stored either when no row adds or alters anything.
    ///
    /// # Errors
    /// What the source answers, [`Error::Busy`], and storage errors; nothing is stored then.
    pub fn import(&mut self, act: &Act, options: &Options, source: &mut dyn Source) -> Result<Outcome> {
        if options.dry_run {
            return self.read(|snapshot| {
                let start = Numbers::read(snapshot.sql())?.start;
                let before = (!store::is_empty(snapshot.sql())?).then_some(snapshot.sql());
                let planner = Planner::new(before, options, start);
                Ok(plan(planner, source, &mut |_| Ok(()))?.outcome)
            });
        }
        let mut outcome = Outcome::default();
        let written = self.write_beside(act, |before, tx| {
            let (found, entry) = import(act, options, source, before, tx)?;
            outcome = found;
            // An error is what undoes a transaction; this one goes no further than here.
            entry
                .map(|entry| ((), Some(entry)))
                .ok_or(Error::Catalog(Refusal::NothingStored))
        });
        match written {
            Ok(()) | Err(Error::Catalog(Refusal::NothingStored)) => Ok(outcome),
            Err(error) => Err(error),
        }
    }
}

/// The running numbers that the batch starts from.
struct Numbers {
    batch: i64,
    start: Start,
}

impl Numbers {
    fn read(conn: &Connection) -> Result<Numbers> {
        let [title, item, barcode] = COUNTERS;
        Ok(Numbers {
            batch: counter::last(conn, "batch")? + 1,
            start: Start {
                title: counter::last(conn, title)? + 1,
                item: counter::last(conn, item)? + 1,
                barcode: counter::last(conn, barcode)?,
            },
        })
    }
}

fn import(
    act: &Act,
    options: &Options,
    source: &mut dyn Source,
    before: Before,
    tx: &Transaction<'_>,
) -> Result<(Outcome, Option<Entry>)> {
    let conn = tx.sql();
    let numbers = Numbers::read(conn)?;
    let empty = store::is_empty(conn)?;
    let bulk = options.expected_rows >= BULK_ROWS && options.expected_rows > store::titles(conn)?;
    let start = numbers.start;
    store::keep_more_pages(conn)?;
    let indexes = if bulk { Some(prepare_bulk(conn)?) } else { None };
    let mut plan = run(options, source, before, empty, start, Writer::new(conn, numbers.batch)?)?;
    let nothing = plan.outcome.imported == 0 || (plan.outcome.rejected > 0 && !options.skip_bad_rows);
    if nothing {
        return Ok((plan.outcome, None));
    }
    if let Some(indexes) = indexes {
        indexes.put_up(conn)?;
        index::configure(conn, &index::EVERYDAY)?;
    }
    let last = [plan.titles_end - 1, plan.items_end - 1, plan.barcode];
    for (name, last) in COUNTERS.into_iter().zip(last).chain([("batch", numbers.batch)]) {
        counter::set(conn, name, last)?;
    }
    let summary = summary(&plan.outcome);
    store::insert_batch(
        conn,
        &BatchRow {
            id: numbers.batch,
            file: &options.file,
            dialect: &options.dialect,
            at: &act.stamp(),
            staff: act.staff.as_str(),
            titles: start.title..plan.titles_end,
            items: start.item..plan.items_end,
            summary: &summary.to_string(),
        },
    )?;
    plan.outcome.batch = Some(numbers.batch);
    let detail = json!({ "batch": numbers.batch, "file": options.file, "dialect": options.dialect, "counts": summary });
    Ok((
        plan.outcome,
        Some(Entry {
            action: "catalog.import",
            detail,
        }),
    ))
}

fn prepare_bulk(conn: &Connection) -> Result<Indexes> {
    index::configure(conn, &index::BULK)?;
    Indexes::take_down(conn)
}

/// Reads on a second thread, writes on this one. Written parcels go back: memory that the reading half took is given
/// back by it, because handing memory from thread to thread costs the writing half, which has more to do, a tenth of its
/// time.
fn run(
    options: &Options,
    source: &mut dyn Source,
    before: Before,
    empty: bool,
    start: Start,
    mut writer: Writer<'_>,
) -> Result<Plan> {
    let (send, receive) = sync_channel::<Vec<Op>>(PARCELS);
    let (give_back, written) = channel::<Vec<Op>>();
    std::thread::scope(|scope| {
        let reading = scope.spawn(move || {
            let snapshot = before.snapshot();
            let planner = Planner::new((!empty).then(|| snapshot.sql()), options, start);
            plan(planner, source, &mut |parcel| {
                hand_over(&send, parcel)?;
                written.try_iter().for_each(drop);
                Ok(())
            })
        });
        let written = write_all(&mut writer, receive, &give_back);
        let planned = reading.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        written?;
        planned
    })
}

/// When the writing half has failed, its error is the one that counts; this one only ends the reading half.
fn hand_over(send: &SyncSender<Vec<Op>>, parcel: Vec<Op>) -> Result<()> {
    send.send(parcel).map_err(|_| Error::BadValue {
        what: "import",
        found: String::new(),
    })
}

/// Records first and their words after, a parcel at a time: each of the two keeps what it needs near the processor.
fn write_all(writer: &mut Writer<'_>, receive: Receiver<Vec<Op>>, give_back: &Sender<Vec<Op>>) -> Result<()> {
    for parcel in receive {
        for op in &parcel {
            writer.apply(op)?;
        }
        for op in &parcel {
            writer.index(op)?;
        }
        // When the reading half is through, nobody takes them any more.
        let _dropped_here = give_back.send(parcel);
    }
    Ok(())
}

/// Takes every row of the source; parcels of writes go to `hand_over`.
fn plan(
    mut planner: Planner<'_>,
    source: &mut dyn Source,
    hand_over: &mut dyn FnMut(Vec<Op>) -> Result<()>,
) -> Result<Plan> {
    let mut doomed = false;
    while let Some(incoming) = source.next()? {
        match planner.row(incoming)? {
            Verdict::Imported => planner.outcome.imported += 1,
            Verdict::Unchanged => planner.outcome.unchanged += 1,
            Verdict::Rejected(reason) => source.reject(&reason)?,
        }
        if planner.ops.len() >= OPS_AT_ONCE {
            planner.flush_words(false);
            doomed = doomed || (source.counts().rejected > 0 && !planner.options.skip_bad_rows);
            let parcel = std::mem::replace(&mut planner.ops, Vec::with_capacity(OPS_AT_ONCE + 8));
            if !doomed {
                hand_over(parcel)?;
            }
        }
    }
    planner.flush_words(true);
    hand_over(std::mem::take(&mut planner.ops))?;
    let counts = source.counts();
    let mut outcome = std::mem::take(&mut planner.outcome);
    (outcome.records, outcome.blank, outcome.rejected) = (counts.records, counts.blank, counts.rejected);
    outcome.warnings = planner.tally.take();
    Ok(Plan {
        outcome,
        titles_end: planner.memory.next_title(),
        items_end: planner.next.item,
        barcode: planner.next.barcode,
    })
}

/// What the batch keeps of its outcome.
fn summary(outcome: &Outcome) -> Value {
    json!({
        "records": outcome.records,
        "imported": outcome.imported,
        "unchanged": outcome.unchanged,
        "rejected": outcome.rejected,
        "titles": { "new": outcome.titles.new, "matched": outcome.titles.matched, "updated": outcome.titles.updated },
        "items": {
            "new": outcome.items.new,
            "unchanged": outcome.items.unchanged,
            "updated": outcome.items.updated,
            "duplicate": outcome.items.duplicate,
        },
    })
}
