//! The plan that follows a survey (rencana tindak lanjut): who does what until when, and what was done.

mod store;

use jiff::civil::Date;
use rusqlite::Connection;
use serde_json::json;

use super::figures::Index;
use super::{Refusal, Survey, comments, named};
use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction, counter};
use crate::values::codes::codes;
use crate::values::ids::{CommentId, FollowUpId};

codes! {
    /// How far a line of the plan is.
    State {
        /// To be done.
        Open = "open",
        /// Done; what was done is written down.
        Done = "done",
        /// Given up; why is written down.
        Dropped = "dropped",
    }
}

/// A line of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// Its number.
    pub id: FollowUpId,
    /// The key of its survey.
    pub survey: String,
    /// The key of the element it mends.
    pub element: Option<String>,
    /// The comment it comes from.
    pub comment: Option<CommentId>,
    /// What is to be done.
    pub action: String,
    /// Who sees to it: a person or a part of the library.
    pub owner: String,
    /// Until when, included.
    pub due: Date,
    /// How far it is.
    pub state: State,
    /// What was done, or why it was given up.
    pub outcome: Option<String>,
}

impl FollowUp {
    /// Whether it should have been done before this day.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.state == State::Open && self.due < today
    }
}

/// A line that is to be added.
#[derive(Debug, Clone)]
pub struct NewFollowUp {
    /// The key of its survey.
    pub survey: String,
    /// The key of the element it mends.
    pub element: Option<String>,
    /// The comment it comes from.
    pub comment: Option<CommentId>,
    /// What is to be done.
    pub action: String,
    /// Who sees to it.
    pub owner: String,
    /// Until when, included.
    pub due: Date,
}

/// The plan of a survey, or of all of them: what is open first, the earliest due first.
///
/// # Errors
/// Storage errors.
pub fn plan(snapshot: &Snapshot<'_>, survey: Option<&Survey>) -> Result<Vec<FollowUp>> {
    store::plan(snapshot.sql(), survey.map(|survey| survey.id))
}

/// What should have been done before this day, of all surveys: every night's list.
///
/// # Errors
/// Storage errors.
pub fn overdue(snapshot: &Snapshot<'_>, today: Date) -> Result<Vec<FollowUp>> {
    let mut all = plan(snapshot, None)?;
    all.retain(|line| line.is_overdue(today));
    Ok(all)
}

/// What a plan may begin with: an element, and the comments that speak of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The key of the element.
    pub element: String,
    /// Comments that speak of it.
    pub comments: Vec<CommentId>,
    /// Whether the plan has a line for it already.
    pub planned: bool,
}

/// The two lowest elements, and those that most comments speak of, each with its comments.
///
/// # Errors
/// Storage errors.
pub fn proposals(snapshot: &Snapshot<'_>, survey: &Survey, index: &Index) -> Result<Vec<Proposal>> {
    const LOWEST: usize = 2;
    let comments = comments::comments(snapshot, survey)?;
    let plan = plan(snapshot, Some(survey))?;
    let elements = &survey.instrument.elements;
    let mut wanted: Vec<String> = index
        .lowest()
        .into_iter()
        .take(LOWEST)
        .map(|at| elements[at].key.clone())
        .collect();
    let spoken = |key: &String| {
        comments
            .iter()
            .filter(|comment| comment.elements.first() == Some(key))
            .count()
    };
    let most = elements
        .iter()
        .map(|element| &element.key)
        .max_by_key(|key| spoken(key));
    if let Some(most) = most.filter(|key| spoken(key) > 0 && !wanted.contains(key)) {
        wanted.push(most.clone());
    }
    let proposed = wanted.into_iter().map(|element| Proposal {
        comments: comments
            .iter()
            .filter(|comment| comment.elements.contains(&element))
            .map(|comment| comment.id)
            .collect(),
        planned: plan.iter().any(|line| line.element.as_deref() == Some(&element)),
        element,
    });
    Ok(proposed.collect())
}

impl Library {
    /// Adds a line to the plan.
    ///
    /// # Errors
    /// [`Error::NotFound`] for the survey, its element or the comment.
    pub fn add_follow_up(&mut self, act: &Act, new: &NewFollowUp, dry_run: bool) -> Result<FollowUp> {
        match dry_run {
            true => self.rehearse(act, |tx| add(tx, act, new)),
            false => self.write(act, |tx| add(tx, act, new)),
        }
    }

    /// Gives a line another day until which it is to be done.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Refusal::Ended`].
    pub fn move_follow_up(&mut self, act: &Act, id: FollowUpId, due: Date, dry_run: bool) -> Result<FollowUp> {
        match dry_run {
            true => self.rehearse(act, |tx| put_off(tx, id, due)),
            false => self.write(act, |tx| put_off(tx, id, due)),
        }
    }

    /// Ends a line: done, with what was done, or dropped, with why.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Refusal::Ended`].
    pub fn end_follow_up(
        &mut self,
        act: &Act,
        id: FollowUpId,
        (state, outcome): (State, &str),
        dry_run: bool,
    ) -> Result<FollowUp> {
        let work = |tx: &Transaction<'_>| end(tx, act, id, state, outcome);
        match dry_run {
            true => self.rehearse(act, work),
            false => self.write(act, work),
        }
    }
}

fn missing(what: &'static str, wanted: impl ToString) -> Error {
    Error::NotFound {
        what,
        wanted: wanted.to_string(),
    }
}

fn add(tx: &Transaction<'_>, act: &Act, new: &NewFollowUp) -> Result<(FollowUp, Option<Entry>)> {
    let conn = tx.sql();
    let survey = named(conn, &new.survey)?;
    if let Some(element) = &new.element {
        survey
            .instrument
            .element(element)
            .ok_or_else(|| missing("element", element))?;
    }
    if let Some(comment) = new.comment
        && comments::store::survey_of(conn, comment)? != Some(survey.id)
    {
        return Err(missing("comment", comment));
    }
    for (what, text) in [("action", &new.action), ("owner", &new.owner)] {
        if text.trim().is_empty() {
            return Err(Error::BadValue {
                what,
                found: text.clone(),
            });
        }
    }
    let id = FollowUpId(counter::last(conn, FollowUpId::COUNTER)? + 1);
    let line = FollowUp {
        id,
        survey: survey.key.clone(),
        element: new.element.clone(),
        comment: new.comment,
        action: new.action.trim().to_owned(),
        owner: new.owner.trim().to_owned(),
        due: new.due,
        state: State::Open,
        outcome: None,
    };
    store::add(conn, &line, survey.id, &act.stamp())?;
    counter::set(conn, FollowUpId::COUNTER, id.0)?;
    let detail = json!({ "follow_up": id, "survey": survey.key, "element": new.element, "comment": new.comment });
    Ok((
        line,
        Some(Entry {
            action: "survey.follow-up",
            detail,
        }),
    ))
}

/// The line with this number, which is to be done yet.
fn open(conn: &Connection, id: FollowUpId) -> Result<FollowUp> {
    let line = store::plan(conn, None)?.into_iter().find(|line| line.id == id);
    let line = line.ok_or_else(|| missing("follow-up", id))?;
    match line.state {
        State::Open => Ok(line),
        State::Done | State::Dropped => Err(Error::Survey(Refusal::Ended { follow_up: id })),
    }
}

fn put_off(tx: &Transaction<'_>, id: FollowUpId, due: Date) -> Result<(FollowUp, Option<Entry>)> {
    let before = open(tx.sql(), id)?;
    let line = FollowUp { due, ..before.clone() };
    if line == before {
        return Ok((line, None));
    }
    store::set_due(tx.sql(), &line)?;
    let (was, due) = (before.due.to_string(), due.to_string());
    let detail = json!({ "follow_up": id, "survey": line.survey, "due_before": was, "due": due });
    Ok((
        line,
        Some(Entry {
            action: "survey.follow-up-move",
            detail,
        }),
    ))
}

fn end(
    tx: &Transaction<'_>,
    act: &Act,
    id: FollowUpId,
    state: State,
    outcome: &str,
) -> Result<(FollowUp, Option<Entry>)> {
    let conn = tx.sql();
    let mut line = open(conn, id)?;
    if outcome.trim().is_empty() || state == State::Open {
        return Err(Error::BadValue {
            what: "outcome",
            found: outcome.to_owned(),
        });
    }
    (line.state, line.outcome) = (state, Some(outcome.trim().to_owned()));
    store::end(conn, &line, &act.stamp())?;
    let detail = json!({ "follow_up": id, "survey": line.survey, "state": state.code() });
    Ok((
        line,
        Some(Entry {
            action: "survey.follow-up-end",
            detail,
        }),
    ))
}
