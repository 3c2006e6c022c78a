//! What was thought of an event: three questions, and nothing that says who answered.
//!
//! The answers go to `survey-tally` as a file with the keys of [`QUESTIONS`]: `usefulness` and `conduct` on the scale of
//! SKM, 1 to 4, `comment` in free words. The rows are numbered in the order they came in; no registration, no hour.

mod store;

use jiff::civil::Date;
use serde_json::json;

use super::event::Event;
use super::refusal::{Reason, refuse};
use super::{plan, run};
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction};
use crate::values::line;

/// The keys of the three questions, as columns of the file.
pub const QUESTIONS: [&str; 3] = ["usefulness", "conduct", "comment"];

/// The longest comment, in characters.
const LONGEST: usize = 2000;

/// One sheet of answers as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// Was it useful? 1 to 4.
    pub usefulness: Option<String>,
    /// Was it held well? 1 to 4.
    pub conduct: Option<String>,
    /// What should be better?
    pub comment: Option<String>,
}

/// One sheet of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its number within the event.
    pub number: i64,
    /// Was it useful? 1 to 4.
    pub usefulness: Option<i64>,
    /// Was it held well? 1 to 4.
    pub conduct: Option<i64>,
    /// What should be better?
    pub comment: Option<String>,
    /// The day it was handed in.
    pub day: Date,
}

/// What came of a list of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collected {
    /// The event.
    pub event: Event,
    /// Sheets stored.
    pub stored: usize,
    /// Blank ones.
    pub blank: usize,
    /// Sheets not taken: their place in the list, and why. One leaves all of them out.
    pub refused: Vec<(usize, Reason)>,
}

impl Library {
    /// Stores sheets of answers, all of them or none.
    ///
    /// # Errors
    /// A refusal when the event was cancelled; [`crate::Error::NotFound`] for an unknown one.
    pub fn collect_feedback(&mut self, act: &Act, event: &str, said: &[Said], dry_run: bool) -> Result<Collected> {
        run(self, act, dry_run, |tx| collect(tx, act, event, said))
    }

    /// What was answered, in the order it came in.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] for an unknown event.
    pub fn feedback(&self, event: &str) -> Result<(Event, Vec<Answer>)> {
        self.read(|snapshot| {
            let event = plan::find(snapshot, event)?;
            let answers = store::of_event(snapshot.sql(), event.id)?;
            Ok((event, answers))
        })
    }
}

fn collect(tx: &Transaction<'_>, act: &Act, name: &str, said: &[Said]) -> Result<(Collected, Option<Entry>)> {
    let conn = tx.sql();
    let event = plan::find(&Snapshot::of(conn), name)?;
    if let Some(why) = &event.cancelled {
        return Err(refuse(
            "event.refused",
            &event.key,
            vec![Reason::text("event.cancelled", why)],
        ));
    }
    let mut number = store::last(conn, event.id)?;
    let (mut answers, mut refused, mut blank) = (Vec::new(), Vec::new(), 0);
    for (row, one) in said.iter().enumerate() {
        match read(one, number + 1, act.day()) {
            Err(reason) => refused.push((row, reason)),
            Ok(None) => blank += 1,
            Ok(Some(answer)) => {
                number += 1;
                answers.push(answer);
            }
        }
    }
    if !refused.is_empty() {
        answers.clear();
    }
    for answer in &answers {
        store::insert(conn, event.id, answer)?;
    }
    let stored = answers.len();
    let entry = (stored > 0).then(|| Entry {
        action: "event.feedback",
        detail: json!({ "event": event.key, "answers": stored }),
    });
    let collected = Collected {
        event,
        stored,
        blank,
        refused,
    };
    Ok((collected, entry))
}

fn read(said: &Said, number: i64, day: Date) -> std::result::Result<Option<Answer>, Reason> {
    let mark = |typed: &Option<String>| match typed.as_deref().map(str::trim).unwrap_or_default() {
        "" | "-" => Ok(None),
        "1" => Ok(Some(1)),
        "2" => Ok(Some(2)),
        "3" => Ok(Some(3)),
        "4" => Ok(Some(4)),
        other => Err(Reason::text("answer.bad", other)),
    };
    let comment = said.comment.as_deref().map(|text| line::read(text).text);
    let comment = comment.filter(|text| !text.is_empty() && text != "-");
    if comment.as_ref().is_some_and(|text| text.chars().count() > LONGEST) {
        return Err(Reason::number("comment.too-long", LONGEST as i64));
    }
    let (usefulness, conduct) = (mark(&said.usefulness)?, mark(&said.conduct)?);
    if usefulness.is_none() && conduct.is_none() && comment.is_none() {
        return Ok(None);
    }
    Ok(Some(Answer {
        number,
        usefulness,
        conduct,
        comment,
        day,
    }))
}
