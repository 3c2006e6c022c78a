//! Files of answers as batches: listed, and taken back as a whole while nothing of them is used.

use serde::Serialize;
use serde_json::json;

use super::{Refusal, comments, store};
use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction};
use crate::values::ids::SurveyBatchId;

/// A file of answers as the library keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Batch {
    /// Its number.
    #[serde(rename = "batch")]
    pub id: SurveyBatchId,
    /// The survey's key.
    pub survey: String,
    /// When, ISO 8601 with offset.
    pub at: String,
    /// Who.
    pub staff: String,
    /// The file.
    pub file: String,
    /// The responses it brought.
    pub responses: u64,
    /// Its rows that were rejected.
    pub rejected: u64,
    /// When it was undone.
    pub undone: Option<String>,
}

/// The batches of a survey, or of all of them, newest first.
///
/// # Errors
/// [`Error::NotFound`] for a survey that is not there.
pub fn batches(snapshot: &Snapshot<'_>, survey: Option<&str>) -> Result<Vec<Batch>> {
    let survey = survey.map(|key| super::find(snapshot, key)).transpose()?;
    store::batches(snapshot.sql(), survey.map(|survey| survey.id))
}

impl Library {
    /// Takes out what a file brought: its responses and comments. Answers the batch and how many responses went.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Refusal::BatchAlreadyUndone`], and [`Refusal::BatchInUse`] when comments of it have tags or
    /// a follow-up.
    pub fn undo_survey_import(&mut self, act: &Act, batch: SurveyBatchId, dry_run: bool) -> Result<(Batch, u64)> {
        match dry_run {
            true => self.rehearse(act, |tx| undo(tx, act, batch)),
            false => self.write(act, |tx| undo(tx, act, batch)),
        }
    }
}

fn undo(tx: &Transaction<'_>, act: &Act, wanted: SurveyBatchId) -> Result<((Batch, u64), Option<Entry>)> {
    let conn = tx.sql();
    let batch = store::batches(conn, None)?.into_iter().find(|batch| batch.id == wanted);
    let batch = batch.ok_or_else(|| Error::NotFound {
        what: "survey-batch",
        wanted: wanted.to_string(),
    })?;
    if batch.undone.is_some() {
        return Err(Error::Survey(Refusal::BatchAlreadyUndone { batch: wanted }));
    }
    let used = comments::store::used(conn, wanted)?;
    if !used.is_empty() {
        return Err(Error::Survey(Refusal::BatchInUse {
            batch: wanted,
            comments: used,
        }));
    }
    let responses = store::remove_responses(conn, wanted)?;
    store::mark_undone(conn, wanted, &act.stamp())?;
    let detail = json!({ "survey": batch.survey, "batch": wanted, "responses": responses });
    let entry = Entry {
        action: "survey.import-undo",
        detail,
    };
    Ok(((batch, responses), Some(entry)))
}
