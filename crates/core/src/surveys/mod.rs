//! Surveys among readers: what is asked, what was answered, what it comes to, and what is done about it.
//!
//! | module | what it holds |
//! |---|---|
//! | [`instrument`] | what a survey asks, as data: elements, scale, bands, other questions |
//! | [`figures`] | the figures that are published, exact |
//! | [`spread`], [`sample`] | how far they can be trusted; how many respondents are enough |
//! | [`suppression`] | groups that are too small to be shown |
//! | [`reading`] | columns and cells of a file: what they answer, what is rejected, what is dropped |
//! | [`gathering`], [`results`] | responses counted, by group and by question; the results of a stored survey, the trend |
//! | [`import`], [`undo`] | a file's answers brought in as a batch, and taken back |
//! | [`comments`] | what readers wrote: words by element, tags |
//! | [`follow_up`] | the plan: who does what until when |
//!
//! A respondent is nobody: no name, number or address is read, and what was written is kept apart from the scores.

pub mod comments;
pub mod figures;
pub mod follow_up;
pub mod gathering;
pub mod import;
pub mod instrument;
pub mod reading;
pub mod results;
pub mod sample;
pub mod spread;
pub(crate) mod store;
pub mod suppression;
#[cfg(test)]
pub(crate) mod tests;
pub mod undo;

use jiff::civil::Date;
use serde_json::json;

use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction, counter};
use crate::values::ids::{CommentId, FollowUpId, InstrumentId, SurveyBatchId, SurveyId};

use self::figures::Weight;
use self::instrument::Instrument;

/// A survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Its number.
    pub id: SurveyId,
    /// Its key: `2026-q3`.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What it asks.
    pub instrument: Instrument,
    /// The order of the elements on its questionnaire.
    pub order: Option<String>,
    /// Whose service was judged: the name on annex and poster.
    pub unit: String,
    /// Which service, when it is about one.
    pub service: Option<String>,
    /// The first day, included.
    pub opens: Date,
    /// The last day, included.
    pub closes: Date,
    /// By what each element's mean is multiplied.
    pub weight: Weight,
    /// How many were served in the period.
    pub population: Option<u64>,
}

impl Survey {
    /// The first and the last day.
    pub fn period(&self) -> (Date, Date) {
        (self.opens, self.closes)
    }

    /// The places of the elements in the order of its questionnaire.
    pub fn order_of_elements(&self) -> Vec<usize> {
        self.instrument.in_order(self.order.as_deref().unwrap_or_default())
    }
}

/// A survey that is to be made.
#[derive(Debug, Clone)]
pub struct NewSurvey {
    /// Its key.
    pub key: String,
    /// Its name; empty: the key.
    pub name: String,
    /// What it asks.
    pub instrument: Instrument,
    /// The order of the elements on its questionnaire.
    pub order: Option<String>,
    /// Whose service is judged.
    pub unit: String,
    /// Which service.
    pub service: Option<String>,
    /// The first day.
    pub opens: Date,
    /// The last day.
    pub closes: Date,
    /// By what each element's mean is multiplied.
    pub weight: Weight,
    /// How many were served in the period.
    pub population: Option<u64>,
}

/// Why the surveys say no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A survey of that key is there.
    Exists {
        /// The key.
        key: String,
    },
    /// It ends before it begins.
    Period,
    /// The order is none of the instrument's.
    Order {
        /// As given.
        order: String,
        /// The ones there are.
        orders: Vec<String>,
    },
    /// Rows were rejected, so nothing was stored.
    NothingStored,
    /// The batch was undone before.
    BatchAlreadyUndone {
        /// Its number.
        batch: SurveyBatchId,
    },
    /// Something of the batch is used.
    BatchInUse {
        /// Its number.
        batch: SurveyBatchId,
        /// Comments of it that have tags or a follow-up.
        comments: Vec<CommentId>,
    },
    /// The follow-up is over.
    Ended {
        /// Its number.
        follow_up: FollowUpId,
    },
    /// The instrument has no such question to group by.
    NoGroup {
        /// As given.
        by: String,
        /// What can be grouped by.
        groups: Vec<String>,
    },
}

impl Refusal {
    /// The stable code, as JSON shows it.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::Exists { .. } => "survey.exists",
            Refusal::Period => "survey.period",
            Refusal::Order { .. } => "survey.order",
            Refusal::NothingStored => "survey.nothing-stored",
            Refusal::BatchAlreadyUndone { .. } => "survey.batch-undone",
            Refusal::BatchInUse { .. } => "survey.batch-in-use",
            Refusal::Ended { .. } => "follow-up.ended",
            Refusal::NoGroup { .. } => "survey.no-group",
        }
    }
}

/// The surveys, the latest first.
///
/// # Errors
/// Storage errors.
pub fn list(snapshot: &Snapshot<'_>) -> Result<Vec<Survey>> {
    store::surveys(snapshot.sql())
}

/// The survey of a key.
///
/// # Errors
/// [`Error::NotFound`].
pub fn find(snapshot: &Snapshot<'_>, key: &str) -> Result<Survey> {
    named(snapshot.sql(), key)
}

fn named(conn: &rusqlite::Connection, key: &str) -> Result<Survey> {
    store::survey(conn, key)?.ok_or_else(|| Error::NotFound {
        what: "survey",
        wanted: key.to_owned(),
    })
}

/// The instruments that are stored, each key once, as it was stored last.
///
/// # Errors
/// Storage errors.
pub fn instruments(snapshot: &Snapshot<'_>) -> Result<Vec<Instrument>> {
    store::instruments(snapshot.sql())
}

impl Library {
    /// Makes a survey; its instrument is stored with it, unless the same one is there.
    ///
    /// # Errors
    /// [`Refusal::Exists`], [`Refusal::Period`], [`Refusal::Order`], [`Error::BadValue`] for a key of other signs than
    /// small letters, figures and hyphens.
    pub fn new_survey(&mut self, act: &Act, new: &NewSurvey, dry_run: bool) -> Result<Survey> {
        match dry_run {
            true => self.rehearse(act, |tx| make(tx, act, new)),
            false => self.write(act, |tx| make(tx, act, new)),
        }
    }
}

fn make(tx: &Transaction<'_>, act: &Act, new: &NewSurvey) -> Result<(Survey, Option<Entry>)> {
    let fresh = Fresh::look(tx.sql(), new)?;
    fresh.store(tx.sql(), act)?;
    let entry = fresh.entry();
    Ok((fresh.survey, Some(entry)))
}

/// A survey that may be made: everything that had to be read for it.
#[derive(Debug)]
struct Fresh {
    survey: Survey,
    instrument: InstrumentId,
    /// The instrument as it is to be stored; none when the same one is there.
    definition: Option<String>,
}

impl Fresh {
    fn look(conn: &rusqlite::Connection, new: &NewSurvey) -> Result<Fresh> {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if new.key.is_empty() || new.key.len() > 40 || !new.key.bytes().all(fits) {
            return Err(Error::BadValue {
                what: "survey",
                found: new.key.clone(),
            });
        }
        if new.closes < new.opens {
            return Err(Error::Survey(Refusal::Period));
        }
        if let Some(order) = &new.order
            && !new.instrument.orders.contains_key(order)
        {
            let orders = new.instrument.orders.keys().cloned().collect();
            return Err(Error::Survey(Refusal::Order {
                order: order.clone(),
                orders,
            }));
        }
        if store::survey(conn, &new.key)?.is_some() {
            return Err(Error::Survey(Refusal::Exists { key: new.key.clone() }));
        }
        let definition = new.instrument.to_json();
        let known = store::instrument_as(conn, &new.instrument.key, &definition)?;
        let fresh = InstrumentId(counter::last(conn, InstrumentId::COUNTER)? + 1);
        let name = new.name.trim();
        let survey = Survey {
            id: SurveyId(counter::last(conn, SurveyId::COUNTER)? + 1),
            key: new.key.clone(),
            name: if name.is_empty() {
                new.key.clone()
            } else {
                name.to_owned()
            },
            instrument: new.instrument.clone(),
            order: new.order.clone(),
            unit: new.unit.clone(),
            service: new.service.clone(),
            opens: new.opens,
            closes: new.closes,
            weight: new.weight.clone(),
            population: new.population,
        };
        Ok(Fresh {
            survey,
            instrument: known.unwrap_or(fresh),
            definition: known.is_none().then_some(definition),
        })
    }

    fn store(&self, conn: &rusqlite::Connection, act: &Act) -> Result<()> {
        if let Some(definition) = &self.definition {
            store::add_instrument(
                conn,
                self.instrument,
                &self.survey.instrument.key,
                definition,
                &act.stamp(),
            )?;
            counter::set(conn, InstrumentId::COUNTER, self.instrument.0)?;
        }
        store::add_survey(conn, &self.survey, self.instrument, &act.stamp())?;
        counter::set(conn, SurveyId::COUNTER, self.survey.id.0)
    }

    fn entry(&self) -> Entry {
        let detail = json!({ "survey": self.survey.key, "instrument": self.survey.instrument.key });
        Entry {
            action: "survey.new",
            detail,
        }
    }
}
