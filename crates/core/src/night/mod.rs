//! The night: it closes a day once the day is over.
//!
//! A night is a list of [steps](Step) in a stated order, each in its own transaction. A step that is done in the library
//! is marked in the transaction that does it, so that it is done once, whatever kills the program; steps that make files
//! are marked after them, and making them again changes nothing. A night is closed when none of its steps is left; what
//! failed, or never came to its turn, is due again in the next run, whether that is an hour or a week later.
//!
//! | module | what it holds |
//! |---|---|
//! | `steps` | the steps, and what each does |
//! | `plan` | which nights are due, and when one is over: pure |
//! | `clock` | whether the machine's clock can be trusted with a night, and what to do once a wrong one was |
//! | `state` | how the last night went, and what of it needs a person |

mod clock;
mod plan;
mod state;
mod steps;
mod store;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde_json::{Value, json};

pub use self::clock::Doubt;
pub use self::plan::Night;
pub use self::state::NightState;
pub(crate) use self::state::{Kept, failed_steps, holds_told_before, kept, old_backup};
pub use self::steps::Step;
use crate::act::Act;
use crate::error::{Error, Result};
use crate::library::{Library, Transaction, Turn};
use crate::values::codes::codes;

codes! {
    /// How a step went.
    Outcome {
        /// It was done.
        Done = "done",
        /// It failed, and is tried again in the next run.
        Failed = "failed",
    }
}

/// How a step of a night went.
#[derive(Debug, Clone, PartialEq)]
pub struct Marked {
    /// Which.
    pub step: Step,
    /// How it went.
    pub outcome: Outcome,
    /// When it was done or tried, ISO 8601 with offset: the moment of the run.
    pub at: String,
    /// What was done: counts and names of files; of a failure its `code` and `message`.
    pub detail: Value,
}

/// The turn of the one run that may be at the night's work; it ends when this is dropped, or its process does.
#[derive(Debug)]
pub struct NightTurn {
    _turn: Turn,
}

/// The moment at which a step acts: the first minute after the day that is closed, whenever it really runs, so that a
/// night that is caught up decides what it would have decided in time. What is taken once a run acts on things as they
/// stand now, and therefore as at the first minute of the run's own day, also where it closes only nights long past: a
/// turn that began in the past would be over before its reader could be told. Notices act at the run's very moment: what
/// began this morning is not announced any more.
fn act_of(act: &Act, day: Date, step: Step) -> Result<Act> {
    let not_over = || Error::BadValue {
        what: "date",
        found: day.to_string(),
    };
    let after = day.tomorrow().map_err(|_| not_over())?;
    if after > act.day() {
        return Err(not_over());
    }
    if step == Step::Notices {
        return Ok(act.clone());
    }
    let acts_on = if step.is_once_a_run() { act.day() } else { after };
    let at = acts_on.to_zoned_datetime(act.at.time_zone().clone());
    Ok(Act {
        at: at.map_err(|_| not_over())?,
        ..act.clone()
    })
}

impl Library {
    /// Takes the night's turn, which one run has at a time; nobody waits for it.
    ///
    /// # Errors
    /// [`Error::Busy`] with the run that has it, and what the system answers.
    pub fn night_turn(&self, act: &Act) -> Result<NightTurn> {
        let turn = self.turn(".night", act)?;
        Ok(NightTurn { _turn: turn })
    }

    /// The nights that are due through a day, the oldest first, each with the steps that are still to be taken: nights
    /// that were not closed, and every day since the newest of them. Before the first night ever, the day alone.
    ///
    /// # Errors
    /// Storage errors.
    pub fn nights_due(&self, until: Date) -> Result<Vec<Night>> {
        self.read(|snapshot| Ok(store::nights(snapshot.sql())?.due(until)))
    }

    /// Takes a step of the night of a day, and marks it, in one transaction; answers what was done, as counts. A step
    /// that is done already is left alone. `act` is the run's: the step itself acts at the first minute after the day, and one
    /// that is taken [once a run](Step::is_once_a_run) at the first minute of the run's day; the notices at its moment.
    ///
    /// # Errors
    /// [`Error::BadValue`] when the day is not over or the step is not [in the library](Step::is_in_library), what the
    /// step refuses, and what [`Library::write`] answers.
    pub fn night_step(&mut self, act: &Act, day: Date, step: Step, dry_run: bool) -> Result<Value> {
        let then = act_of(act, day, step)?;
        let work = step.work().ok_or_else(|| Error::BadValue {
            what: "step",
            found: step.code().to_owned(),
        })?;
        let night = |tx: &Transaction<'_>| {
            if let Some(done) = done(tx, day, step)? {
                return Ok((done, None));
            }
            let nights = store::nights(tx.sql())?;
            let (detail, entry) = work(tx, &then, day)?;
            finish(tx, act, day, (step, &detail), &nights)?;
            Ok((detail, entry))
        };
        match dry_run {
            true => self.rehearse(&then, night),
            false => self.write(&then, night),
        }
    }

    /// Marks a step of the night of a day that was done outside the library: a file was made, or looked over.
    ///
    /// # Errors
    /// [`Error::BadValue`] when the day is not over, and what [`Library::write`] answers.
    pub fn night_done(&mut self, act: &Act, day: Date, step: Step, detail: &Value) -> Result<()> {
        act_of(act, day, step)?;
        self.write(act, |tx| {
            if done(tx, day, step)?.is_none() {
                let nights = store::nights(tx.sql())?;
                finish(tx, act, day, (step, detail), &nights)?;
            }
            Ok(((), None))
        })
    }

    /// Marks that a step of the night of a day failed: the error's code, and its sentence, for whoever asks in the
    /// morning. A step that was done stays done.
    ///
    /// # Errors
    /// [`Error::BadValue`] when the day is not over, and what [`Library::write`] answers.
    pub fn night_failed(&mut self, act: &Act, day: Date, step: Step, code: &str, message: &str) -> Result<()> {
        act_of(act, day, step)?;
        self.write(act, |tx| {
            if done(tx, day, step)?.is_none() {
                let mark = Marked {
                    step,
                    outcome: Outcome::Failed,
                    at: act.stamp(),
                    detail: json!({ "code": code, "message": message }),
                };
                store::set_mark(tx.sql(), day, &mark)?;
            }
            Ok(((), None))
        })
    }
}

/// What a step did that is done already.
fn done(tx: &Transaction<'_>, day: Date, step: Step) -> Result<Option<Value>> {
    let found = store::marked(tx.sql(), day, step)?;
    let done = found.filter(|mark| mark.outcome == Outcome::Done);
    Ok(done.map(|mark| mark.detail))
}

/// Marks a step that is done, and closes the nights of which nothing is left. `nights` were read before anything was
/// written.
fn finish(
    tx: &Transaction<'_>,
    act: &Act,
    day: Date,
    (step, detail): (Step, &Value),
    nights: &plan::Nights,
) -> Result<()> {
    let mark = Marked {
        step,
        outcome: Outcome::Done,
        at: act.stamp(),
        detail: detail.clone(),
    };
    store::set_mark(tx.sql(), day, &mark)?;
    for over in nights.closed_by(day, step) {
        store::close(tx.sql(), over, &mark.at)?;
    }
    Ok(())
}
