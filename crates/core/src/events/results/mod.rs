//! Tests before and after a programme: marks come in one by one or as a list, and go out as one sentence.

mod gain;
mod store;

use serde_json::json;

pub use gain::{Gain, Pair, Verdict, gain, read_mark};

use super::event::Event;
use super::refusal::{Reason, refuse};
use super::roster::{self, Standing};
use super::{plan, run};
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction};
use crate::values::codes::codes;
use crate::values::ids::RegistrationId;

codes! {
    /// Before or after.
    Test {
        /// Before the programme.
        Before = "before",
        /// After it.
        After = "after",
    }
}

/// Marks of one person, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    /// The registration's code, or a member's card.
    pub code: String,
    /// The mark before; none leaves what is stored.
    pub before: Option<String>,
    /// The mark after.
    pub after: Option<String>,
}

/// What came of a list of marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The event.
    pub event: Event,
    /// Marks stored.
    pub stored: usize,
    /// Rows not taken: their place in the list, the code as typed, and why.
    pub refused: Vec<(usize, String, Reason)>,
}

/// What the tests of an event show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// The event.
    pub event: Event,
    /// Who took both.
    pub gain: Gain,
    /// Who took only the one before, only the one after.
    pub only: [usize; 2],
}

impl Library {
    /// Stores marks; a new mark takes the place of the old one. With `whole`, one row that can't be taken leaves all out.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] for an unknown event; refused rows are in the answer.
    pub fn mark(&mut self, act: &Act, event: &str, marks: &[Marks], whole: bool, dry_run: bool) -> Result<Marked> {
        run(self, act, dry_run, |tx| mark(tx, act, event, marks, whole))
    }

    /// What the tests of an event show.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] for an unknown event.
    pub fn results(&self, event: &str) -> Result<Results> {
        self.read(|snapshot| {
            let event = plan::find(snapshot, event)?;
            let all = store::of_event(snapshot.sql(), event.id)?;
            let pairs: Vec<Pair> = all
                .iter()
                .filter_map(|(before, after)| Some(((*before)?, (*after)?)))
                .collect();
            let only = |which: fn(&(Option<i64>, Option<i64>)) -> bool| all.iter().filter(|one| which(one)).count();
            Ok(Results {
                gain: gain(&pairs),
                only: [only(|one| one.1.is_none()), only(|one| one.0.is_none())],
                event,
            })
        })
    }
}

fn mark(tx: &Transaction<'_>, _act: &Act, name: &str, marks: &[Marks], whole: bool) -> Result<(Marked, Option<Entry>)> {
    let conn = tx.sql();
    let event = plan::find(&Snapshot::of(conn), name)?;
    if let Some(why) = &event.cancelled {
        return Err(refuse(
            "event.refused",
            &event.key,
            vec![Reason::text("event.cancelled", why)],
        ));
    }
    let mut refused = Vec::new();
    let mut writes: Vec<(RegistrationId, Test, i64)> = Vec::new();
    for (row, one) in marks.iter().enumerate() {
        let found = match roster::find(conn, &event, &one.code)? {
            Ok(found) if found.standing == Standing::Cancelled => Err(Reason::plain("registration.cancelled")),
            other => other,
        };
        let parsed = found.and_then(|found| read(one).map(|marks| (found.id, marks)));
        match parsed {
            Err(reason) => refused.push((row, one.code.clone(), reason)),
            Ok((id, marks)) => writes.extend(marks.into_iter().map(|(test, mark)| (id, test, mark))),
        }
    }
    if whole && !refused.is_empty() {
        writes.clear();
    }
    for (id, test, mark) in &writes {
        store::put(conn, *id, *test, *mark)?;
    }
    let entry = (!writes.is_empty()).then(|| Entry {
        action: "event.mark",
        detail: json!({ "event": event.key, "marks": writes.len() }),
    });
    let stored = writes.len();
    Ok((Marked { event, stored, refused }, entry))
}

/// The marks of a row, parsed.
fn read(one: &Marks) -> std::result::Result<Vec<(Test, i64)>, Reason> {
    let mut marks = Vec::new();
    for (test, typed) in [(Test::Before, &one.before), (Test::After, &one.after)] {
        let Some(typed) = typed
            .as_deref()
            .map(str::trim)
            .filter(|typed| !typed.is_empty() && *typed != "-")
        else {
            continue;
        };
        let mark = read_mark(typed).ok_or_else(|| Reason::text("mark.bad", typed))?;
        marks.push((test, mark));
    }
    match marks.is_empty() {
        true => Err(Reason::plain("mark.missing")),
        false => Ok(marks),
    }
}
