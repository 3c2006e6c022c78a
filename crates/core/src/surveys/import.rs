//! A file's answers come in as a batch: whole, or not at all.
//!
//! The same file again adds nothing. A form's export that has grown adds what is new: where the moment is known to the
//! second, each row is known by what it says; elsewhere a file that begins with all the rows of a batch that stands is
//! that file, grown.

use serde_json::json;
use sha2::{Digest, Sha256};

use super::reading::{Columns, Meaning, Read, Reader, Rejected, Response, Row};
use super::undo::Batch;
use super::{Fresh, NewSurvey, Refusal, comments, named, store};
use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Transaction, counter};
use crate::values::ids::{CommentId, ResponseId, SurveyBatchId};

/// A file that begins with so many rows of a batch that stands is taken for that file, grown; a shorter beginning may
/// be chance.
const PREFIX: u64 = 10;

/// Where rows come from.
pub trait Source {
    /// The next row; none at the end. Rows that can't be read at all are the source's own affair.
    ///
    /// # Errors
    /// When the rest can't be read.
    fn next(&mut self) -> Result<Option<Row>>;

    /// Takes back a row that can't be taken, with its cells at fault.
    ///
    /// # Errors
    /// When that can't be written down.
    fn reject(&mut self, row: &Row, cells: &[Rejected]) -> Result<()>;

    /// Rows passed over so far because they are blank, and rows that could not be read.
    fn counts(&self) -> (u64, u64);
}

/// How a file is taken.
#[derive(Debug, Clone)]
pub struct Options {
    /// The survey's key.
    pub survey: String,
    /// The survey, when it is to be made together with its first answers.
    pub new: Option<NewSurvey>,
    /// The file's name, for the list of batches.
    pub file: String,
    /// Store the good rows although others are rejected.
    pub skip: bool,
    /// Everything but the commit.
    pub dry_run: bool,
}

/// What became of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The batch; none when nothing was stored.
    pub batch: Option<SurveyBatchId>,
    /// Rows read, blank and broken ones among them.
    pub records: u64,
    /// Blank rows.
    pub blank: u64,
    /// New responses.
    pub imported: u64,
    /// Rows that were there before, or twice in the file.
    pub unchanged: u64,
    /// Rows of days outside the survey's period.
    pub outside: u64,
    /// Rows without a valid answer: no respondents.
    pub empty: u64,
    /// Rejected rows.
    pub rejected: u64,
    /// Comments that came along.
    pub comments: u64,
    /// Comments in which telephone numbers, addresses or long numbers were covered.
    pub covered: u64,
}

impl Library {
    /// Brings in the answers of a file.
    ///
    /// # Errors
    /// [`Error::NotFound`] for the survey, and whatever the source answers. Rejected rows are no error: see
    /// [`Outcome::rejected`].
    pub fn import_survey(
        &mut self,
        act: &Act,
        options: &Options,
        columns: &Columns,
        source: &mut dyn Source,
    ) -> Result<Outcome> {
        let mut outcome = Outcome::default();
        let work = |tx: &Transaction<'_>| {
            outcome = Work::begin(tx, act, options, columns)?.run(source)?;
            if outcome.rejected > 0 && !options.skip {
                return Err(Error::Survey(Refusal::NothingStored));
            }
            let detail = json!({
                "survey": options.survey,
                "new": options.new.is_some(),
                "batch": outcome.batch,
                "file": options.file,
                "responses": outcome.imported,
                "rejected": outcome.rejected,
            });
            Ok((
                (),
                outcome.batch.map(|_| Entry {
                    action: "survey.import",
                    detail,
                }),
            ))
        };
        let done = match options.dry_run {
            true => self.rehearse(act, work),
            false => self.write(act, work),
        };
        match done {
            Ok(()) => {}
            Err(Error::Survey(Refusal::NothingStored)) => outcome.batch = None,
            Err(error) => return Err(error),
        }
        if options.dry_run {
            outcome.batch = None;
        }
        Ok(outcome)
    }
}

/// An import at work. Everything that must be known of what is stored is read in [`Work::begin`].
struct Work<'a> {
    tx: &'a Transaction<'a>,
    columns: &'a Columns,
    survey: super::Survey,
    batch: Batch,
    standing: Vec<store::Standing>,
    seen: std::collections::HashSet<i64>,
    last: (i64, i64),
    digest: Sha256,
    outcome: Outcome,
    rows: u64,
}

impl<'a> Work<'a> {
    fn begin(tx: &'a Transaction<'a>, act: &Act, options: &'a Options, columns: &'a Columns) -> Result<Work<'a>> {
        let conn = tx.sql();
        let fresh = options.new.as_ref().map(|new| Fresh::look(conn, new)).transpose()?;
        let survey = match &fresh {
            Some(fresh) => fresh.survey.clone(),
            None => named(conn, &options.survey)?,
        };
        let id = SurveyBatchId(counter::last(conn, SurveyBatchId::COUNTER)? + 1);
        let work = Work {
            standing: store::standing(conn, survey.id)?,
            seen: store::fingerprints(conn, survey.id)?,
            last: (
                counter::last(conn, ResponseId::COUNTER)?,
                counter::last(conn, CommentId::COUNTER)?,
            ),
            batch: Batch {
                id,
                survey: survey.key.clone(),
                at: act.stamp(),
                staff: act.staff.as_str().to_owned(),
                file: options.file.clone(),
                responses: 0,
                rejected: 0,
                undone: None,
            },
            tx,
            columns,
            survey,
            digest: Sha256::new(),
            outcome: Outcome::default(),
            rows: 0,
        };
        if let Some(fresh) = fresh {
            fresh.store(conn, act)?;
        }
        store::add_batch(conn, &work.batch, work.survey.id)?;
        Ok(work)
    }

    fn run(mut self, source: &mut dyn Source) -> Result<Outcome> {
        let instrument = self.survey.instrument.clone();
        let columns = self.columns;
        let mut reader = Reader::new(&instrument, columns, Some(self.survey.period()));
        while let Some(row) = source.next()? {
            self.rows += 1;
            self.take_in(&row);
            match reader.read(&row) {
                Read::Response(response) => self.store(&response)?,
                Read::Part => {}
                Read::Empty => self.outcome.empty += 1,
                Read::Outside => self.outcome.outside += 1,
                Read::Rejected(cells) => {
                    self.outcome.rejected += 1;
                    source.reject(&row, &cells)?;
                }
            }
            self.forget_known(PREFIX)?;
        }
        let (responses, empty, outside) = reader.finish();
        for response in &responses {
            self.store(response)?;
        }
        self.outcome.empty += empty;
        self.outcome.outside += outside;
        self.forget_known(1)?;
        let (blank, broken) = source.counts();
        self.outcome.blank = blank;
        self.outcome.rejected += broken;
        self.outcome.records = self.rows + blank + broken;
        self.settle()
    }

    /// Adds a row to the digest: what is read of it, nothing else.
    fn take_in(&mut self, row: &Row) {
        for (column, cell) in self.columns.columns.iter().zip(&row.cells) {
            if !matches!(column.meaning, Meaning::Dropped(_) | Meaning::Unread) {
                self.digest.update((cell.len() as u64).to_be_bytes());
                self.digest.update(cell.as_bytes());
            }
        }
        self.digest.update([0xFF]);
    }

    /// When everything so far is a batch that stands, it is not added again.
    fn forget_known(&mut self, fewest: u64) -> Result<()> {
        if self.rows < fewest || self.standing.iter().all(|batch| batch.rows != self.rows) {
            return Ok(());
        }
        let digest = self.digest.clone().finalize();
        if self
            .standing
            .iter()
            .any(|batch| batch.rows == self.rows && batch.digest[..] == digest[..])
        {
            store::remove_responses(self.tx.sql(), self.batch.id)?;
            self.outcome.unchanged += self.outcome.imported;
            (self.outcome.imported, self.outcome.comments, self.outcome.covered) = (0, 0, 0);
        }
        Ok(())
    }

    fn store(&mut self, response: &Response) -> Result<()> {
        if response
            .fingerprint
            .is_some_and(|fingerprint| !self.seen.insert(fingerprint))
        {
            self.outcome.unchanged += 1;
            return Ok(());
        }
        let conn = self.tx.sql();
        self.outcome.imported += 1;
        self.last.0 += 1;
        store::add_response(conn, ResponseId(self.last.0), (self.survey.id, self.batch.id), response)?;
        for (question, body) in &response.comments {
            let (body, covered) = comments::cover(body);
            self.last.1 += 1;
            self.outcome.comments += 1;
            self.outcome.covered += u64::from(covered);
            let id = CommentId(self.last.1);
            comments::store::add(conn, id, (self.survey.id, self.batch.id), question, &body)?;
        }
        Ok(())
    }

    fn settle(mut self) -> Result<Outcome> {
        let conn = self.tx.sql();
        if self.outcome.imported == 0 {
            store::remove_batch(conn, self.batch.id)?;
            return Ok(self.outcome);
        }
        self.batch.responses = self.outcome.imported;
        self.batch.rejected = self.outcome.rejected;
        let digest = self.digest.finalize();
        store::settle_batch(conn, &self.batch, self.rows, &digest)?;
        counter::set(conn, SurveyBatchId::COUNTER, self.batch.id.0)?;
        counter::set(conn, ResponseId::COUNTER, self.last.0)?;
        counter::set(conn, CommentId::COUNTER, self.last.1)?;
        self.outcome.batch = Some(self.batch.id);
        Ok(self.outcome)
    }
}
