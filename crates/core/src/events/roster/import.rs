//! Rows of a file on their way to the list: judged in the order in which people asked, stored together or not at all.

use jiff::civil::DateTime;
use serde_json::json;

use super::door::Source;
use super::hall::{Hall, Standing, judge};
use super::{Asking, Manner, NewRow, Person, asked_at, new_row, pass_over, person, store};
use crate::act::Act;
use crate::error::Result;
use crate::events::event::Event;
use crate::events::refusal::Reason;
use crate::events::{code, plan, run};
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction, counter};
use crate::values::ids::RegistrationId;

/// What one refused row means for the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnReject {
    /// Nothing is stored.
    Stop,
    /// The others are stored.
    Skip,
}

/// How a row ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowEnd {
    /// It has a place or waits, under this code.
    Taken {
        /// The code for the badge.
        code: String,
        /// A place or the queue.
        standing: Standing,
        /// What a person should look at.
        warnings: Vec<Reason>,
    },
    /// It was on the list already: it came out of this file before, or the person is registered.
    Unchanged(Option<Reason>),
    /// It can't be taken: all the reasons.
    Rejected(Vec<Reason>),
}

/// A row and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowCame {
    /// Its place in the list that was given, from 0.
    pub row: usize,
    /// How it ended.
    pub end: RowEnd,
}

/// What came of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The event, places counted anew.
    pub event: Event,
    /// Each row, in the order of the file.
    pub rows: Vec<RowCame>,
    /// Whether anything was stored: not when rows were refused and [`OnReject::Stop`] was asked for.
    pub stored: bool,
}

impl Library {
    /// Registers the rows of a file in one transaction. They are taken in the order in which people asked, where every row
    /// says when; else in the order of the file.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] for an unknown event; refused rows are in the answer.
    pub fn import_registrations(
        &mut self,
        act: &Act,
        event: &str,
        rows: &[Asking],
        manner: &Manner,
        on_reject: OnReject,
        dry_run: bool,
    ) -> Result<Imported> {
        run(self, act, dry_run, |tx| import(tx, act, event, rows, manner, on_reject))
    }
}

/// The order in which rows are taken: by when they asked, if all say it.
fn order(rows: &[Asking]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    if rows.iter().all(|row| row.asked_at.is_some()) {
        order.sort_by_key(|at| rows[*at].asked_at);
    }
    order
}

fn import(
    tx: &Transaction<'_>,
    act: &Act,
    name: &str,
    rows: &[Asking],
    manner: &Manner,
    on_reject: OnReject,
) -> Result<(Imported, Option<Entry>)> {
    let conn = tx.sql();
    let mut event = plan::find(&Snapshot::of(conn), name)?;
    let mut hall = Hall::new(&event, store::known(conn, event.id)?);
    let mut next = counter::last(conn, RegistrationId::COUNTER)? + 1;
    let mut came: Vec<RowCame> = Vec::with_capacity(rows.len());
    let mut new: Vec<(NewRow, Person)> = Vec::new();
    for row in order(rows) {
        let asking = &rows[row];
        let end = match person(conn, asking)? {
            Err(reasons) => RowEnd::Rejected(reasons),
            Ok(person) => {
                let taken = take(&event, &mut hall, person, asking, manner, act);
                match taken {
                    Err(end) => end,
                    Ok((placed, person)) => {
                        let id = RegistrationId(next);
                        next += 1;
                        let row = new_row(id, &event, &placed, Source::Import, asked_at(asking, act));
                        let end = RowEnd::Taken {
                            code: row.code.clone(),
                            standing: placed.standing,
                            warnings: placed.warnings,
                        };
                        new.push((row, person));
                        end
                    }
                }
            }
        };
        came.push(RowCame { row, end });
    }
    came.sort_by_key(|one| one.row);
    let refused = came.iter().filter(|one| matches!(one.end, RowEnd::Rejected(_))).count();
    let stored = refused == 0 || on_reject == OnReject::Skip;
    if !stored || new.is_empty() {
        let rows = came;
        return Ok((Imported { event, rows, stored }, None));
    }
    for (row, person) in &new {
        store::insert(conn, row, person)?;
        if row.standing == Standing::Registered {
            event.taken += person.heads;
        }
    }
    counter::set(conn, RegistrationId::COUNTER, next - 1)?;
    let entry = Entry {
        action: "event.import",
        detail: json!({ "event": event.key, "rows": rows.len(), "registrations": new.len(), "refused": refused,
            "override": manner.overrides, "note": manner.why }),
    };
    let rows = came;
    Ok((Imported { event, rows, stored }, Some(entry)))
}

/// One row: placed, or how else it ended.
fn take(
    event: &Event,
    hall: &mut Hall,
    person: Person,
    asking: &Asking,
    manner: &Manner,
    act: &Act,
) -> std::result::Result<(super::Placed, Person), RowEnd> {
    if hall.knows(person.source_key.as_deref()) {
        return Err(RowEnd::Unchanged(None));
    }
    if asking.asked_at.is_some_and(|asked| hall.gave_up_since(&person, asked)) {
        return Err(RowEnd::Unchanged(Some(Reason::plain("registration.cancelled"))));
    }
    let now = act.at.datetime();
    let at: DateTime = asking.asked_at.map_or(now, |asked| asked.min(now));
    let mut reasons = judge(event, hall, &person, Source::Import, at);
    pass_over(&mut reasons, manner);
    if let Some(twice) = reasons.iter().find(|reason| reason.code == "registration.twice") {
        return Err(RowEnd::Unchanged(Some(twice.clone())));
    }
    if !reasons.is_empty() {
        return Err(RowEnd::Rejected(reasons));
    }
    let placed = hall.admit(&person, |number| code::of_registration(event.id, number));
    Ok((placed, person))
}
