//! A row to a response; in the long form, many rows to one.

use std::collections::BTreeMap;
use std::collections::HashMap;

use jiff::civil::Date;

use super::cells::{Answer, Labels, Ready, is_blank};
use super::columns::{Columns, Meaning};
use super::days::{self, Period};
use crate::surveys::instrument::{Instrument, Kind};

/// A row of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The line on which it begins, counted from 1.
    pub line: u64,
    /// Its cells, as the file has them.
    pub cells: Vec<String>,
}

/// What one respondent said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Response {
    /// A byte an element: the score, 0 for a blank.
    pub scores: Vec<u8>,
    /// The answers to the other questions, by key.
    pub answers: BTreeMap<String, Answer>,
    /// Free texts, by the key of their question.
    pub comments: Vec<(String, String)>,
    /// The day.
    pub day: Option<Date>,
    /// What tells this response from others in every export of the same form; only where the moment is known to the
    /// second.
    pub fingerprint: Option<i64>,
}

impl Response {
    /// Whether anything was answered that counts: an element, or where there are none, a question.
    pub fn is_empty(&self) -> bool {
        self.scores.iter().all(|score| *score == 0) && (!self.scores.is_empty() || self.answers.is_empty())
    }
}

/// A cell that can't be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The line of its row.
    pub line: u64,
    /// The heading of its column.
    pub column: String,
    /// Stable code.
    pub code: &'static str,
    /// What the cell says, shortened.
    pub found: String,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// A response.
    Response(Response),
    /// A row of the long form that belongs to a response to come.
    Part,
    /// Nothing was answered: no respondent.
    Empty,
    /// Answered on a day outside the survey's period.
    Outside,
    /// Cells that can't be taken.
    Rejected(Vec<Rejected>),
}

/// Reads rows of one file.
#[derive(Debug)]
pub struct Reader<'a> {
    instrument: &'a Instrument,
    columns: &'a Columns,
    period: Option<Period>,
    labels: Vec<Labels>,
    ready: Vec<Ready>,
    long: Long,
    /// What cells of the long form named so far.
    asked: HashMap<String, Option<usize>>,
}

/// Responses of the long form, by what the file calls the respondent.
#[derive(Debug, Default)]
pub struct Long {
    places: HashMap<String, usize>,
    responses: Vec<Response>,
}

impl<'a> Reader<'a> {
    /// A reader for a file with these columns.
    pub fn new(instrument: &'a Instrument, columns: &'a Columns, period: Option<Period>) -> Reader<'a> {
        Reader {
            labels: (0..instrument.elements.len())
                .map(|element| Labels::of(instrument, element))
                .collect(),
            ready: instrument.questions.iter().map(Ready::new).collect(),
            instrument,
            columns,
            period,
            long: Long::default(),
            asked: HashMap::new(),
        }
    }

    /// Reads a row.
    pub fn read(&mut self, row: &Row) -> Read {
        let mut response = Response {
            scores: vec![0; self.labels.len()],
            ..Response::default()
        };
        let mut rejected = Vec::new();
        let mut moment = None;
        for (column, cell) in self.columns.columns.iter().zip(&row.cells) {
            let wrong = match column.meaning {
                Meaning::Element(at) => match self.labels[at].score(cell) {
                    Ok(score) => {
                        response.scores[at] = score.unwrap_or(0);
                        None
                    }
                    Err(wrong) => Some(wrong.code()),
                },
                Meaning::Question(at) => self.question(at, cell, &mut response, &mut moment).err(),
                _ => None,
            };
            if let Some(code) = wrong {
                rejected.push(Rejected {
                    line: row.line,
                    column: column.heading.clone(),
                    code,
                    found: shorten(cell),
                });
            }
        }
        if self.columns.long {
            return self.part(row, response, rejected);
        }
        if !rejected.is_empty() {
            return Read::Rejected(rejected);
        }
        self.settle(response, row, moment)
    }

    fn question(
        &self,
        at: usize,
        cell: &str,
        response: &mut Response,
        moment: &mut Option<days::Moment>,
    ) -> Result<(), &'static str> {
        let question = &self.instrument.questions[at];
        if is_blank(cell) {
            return Ok(());
        }
        match question.kind {
            Kind::Text => response.comments.push((question.key.clone(), cell.trim().to_owned())),
            Kind::Day => {
                let read = days::read(cell, self.period).ok_or("answer.no-day")?;
                response.day = Some(read.day);
                *moment = Some(read);
            }
            _ => {
                if let Some(answer) = self.ready[at].answer(cell).map_err(|wrong| wrong.code())? {
                    response.answers.insert(question.key.clone(), answer);
                }
            }
        }
        Ok(())
    }

    /// A whole response, unless it is empty or outside.
    fn settle(&self, mut response: Response, row: &Row, moment: Option<days::Moment>) -> Read {
        let outside = |day: Date| self.period.is_some_and(|(from, to)| !(from..=to).contains(&day));
        if response.day.is_some_and(outside) {
            return Read::Outside;
        }
        if response.is_empty() {
            return Read::Empty;
        }
        if let Some(second) = moment.and_then(|moment| moment.second) {
            response.fingerprint = Some(self.fingerprint(row, second));
        }
        Read::Response(response)
    }

    /// What is read of the row, with the second it was sent. Columns that are not read are no part of it, so that no
    /// name or address is, in whatever form.
    fn fingerprint(&self, row: &Row, second: jiff::civil::Time) -> i64 {
        let mut text = second.to_string();
        for (column, cell) in self.columns.columns.iter().zip(&row.cells) {
            if let Meaning::Element(_) | Meaning::Question(_) = column.meaning {
                text.push('\u{1f}');
                text.push_str(cell.trim());
            }
        }
        i64::from_ne_bytes(xxhash_rust::xxh3::xxh3_64(text.as_bytes()).to_ne_bytes())
    }

    /// A row of the long form: one answer of somebody.
    fn part(&mut self, row: &Row, response: Response, mut rejected: Vec<Rejected>) -> Read {
        let cell = |wanted: Meaning| {
            let at = self.columns.columns.iter().position(|column| column.meaning == wanted);
            at.and_then(|at| row.cells.get(at)).map_or("", |cell| cell.trim())
        };
        let (who, asked, answered) = (cell(Meaning::Respondent), cell(Meaning::Asked), cell(Meaning::Answered));
        let heading = |wanted: Meaning| {
            let column = self.columns.columns.iter().find(|column| column.meaning == wanted);
            column.map(|column| column.heading.clone()).unwrap_or_default()
        };
        let mut wrong = |meaning: Meaning, code: &'static str, found: &str| {
            rejected.push(Rejected {
                line: row.line,
                column: heading(meaning),
                code,
                found: shorten(found),
            });
        };
        if who.is_empty() {
            wrong(Meaning::Respondent, "answer.no-respondent", "");
        }
        let order = self.columns.order.as_deref();
        let found = || super::headings::element(asked, self.instrument, order);
        let element = *self.asked.entry(asked.to_owned()).or_insert_with(found);
        let score = match element {
            None => {
                wrong(Meaning::Asked, "answer.no-element", asked);
                None
            }
            Some(at) => match self.labels[at].score(answered) {
                Ok(score) => score.map(|score| (at, score)),
                Err(bad) => {
                    wrong(Meaning::Answered, bad.code(), answered);
                    None
                }
            },
        };
        let known = self.long.places.get(who).map(|place| &self.long.responses[*place]);
        if let (Some((at, score)), Some(known)) = (score, known)
            && known.scores[at] != 0
            && known.scores[at] != score
        {
            wrong(Meaning::Answered, "answer.twice", answered);
        }
        if !rejected.is_empty() {
            return Read::Rejected(rejected);
        }
        self.long.put(who, response, score);
        Read::Part
    }

    /// The responses of the long form, when the file is at its end; and how many were empty, and outside.
    pub fn finish(&mut self) -> (Vec<Response>, u64, u64) {
        let all = std::mem::take(&mut self.long).responses;
        let (mut empty, mut outside) = (0, 0);
        let kept = all.into_iter().filter(|response| {
            let is_outside = response
                .day
                .zip(self.period)
                .is_some_and(|(day, (from, to))| !(from..=to).contains(&day));
            outside += u64::from(is_outside);
            empty += u64::from(!is_outside && response.is_empty());
            !is_outside && !response.is_empty()
        });
        let kept = kept.collect();
        (kept, empty, outside)
    }
}

impl Long {
    fn put(&mut self, who: &str, found: Response, score: Option<(usize, u8)>) {
        let place = *self.places.entry(who.to_owned()).or_insert_with(|| {
            self.responses.push(Response {
                scores: vec![0; found.scores.len()],
                ..Response::default()
            });
            self.responses.len() - 1
        });
        let response = &mut self.responses[place];
        if let Some((at, score)) = score {
            response.scores[at] = score;
        }
        response.day = response.day.or(found.day);
        response.answers.extend(found.answers);
        for comment in found.comments {
            if !response.comments.contains(&comment) {
                response.comments.push(comment);
            }
        }
    }
}

/// At most 60 characters of a cell.
pub(crate) fn shorten(cell: &str) -> String {
    let cell = cell.trim();
    match cell.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &cell[..end]),
        None => cell.to_owned(),
    }
}
