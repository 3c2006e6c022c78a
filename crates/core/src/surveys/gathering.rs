//! Responses counted as they come by: all of them, by group, and question by question. Memory grows with the different
//! answers, not with the responses.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::figures::Tally;
use super::instrument::{Instrument, Kind, Question};
use super::reading::Response;
use super::reading::cells::Answer;
use super::suppression;

/// Groups by the month of the answer.
pub const MONTH: &str = "period";
/// The group of those who did not answer the question that groups.
pub const UNANSWERED: &str = "unanswered";

/// What was counted.
#[derive(Debug, Clone)]
pub struct Gathering {
    /// All responses.
    pub tally: Tally,
    /// Those of each group, by what groups and by value.
    pub groups: BTreeMap<String, BTreeMap<String, Tally>>,
    /// The answers to each other question, in the order of the instrument.
    pub questions: Vec<Counted>,
    /// The first and the last day of an answer.
    pub days: Option<(Date, Date)>,
    /// Respondents, those without an element among them.
    pub respondents: u64,
    elements: usize,
    highest: u8,
    keys: Vec<String>,
}

/// The answers to a question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counted {
    /// How many answered.
    pub n: u64,
    /// How often each choice was made.
    pub choices: BTreeMap<String, u64>,
    /// The sum of numbers.
    pub sum: i64,
    /// The least and the greatest number.
    pub bounds: Option<(i64, i64)>,
}

impl Gathering {
    /// Nothing counted yet; `by` names questions to group by, or [`MONTH`].
    pub fn new(instrument: &Instrument, by: &[String]) -> Gathering {
        let (elements, highest) = (instrument.elements.len(), instrument.scale.highest);
        Gathering {
            tally: Tally::new(elements, highest),
            groups: by.iter().map(|by| (by.clone(), BTreeMap::new())).collect(),
            questions: vec![Counted::default(); instrument.questions.len()],
            days: None,
            respondents: 0,
            elements,
            highest,
            keys: instrument
                .questions
                .iter()
                .map(|question| question.key.clone())
                .collect(),
        }
    }

    /// Counts a response.
    pub fn add(&mut self, response: &Response) {
        if !self.tally.add(&response.scores) && self.elements > 0 {
            return;
        }
        self.respondents += 1;
        if let Some(day) = response.day {
            let (first, last) = self.days.unwrap_or((day, day));
            self.days = Some((first.min(day), last.max(day)));
        }
        for (key, answer) in &response.answers {
            if let Some(at) = self.keys.iter().position(|known| known == key) {
                self.questions[at].add(answer);
            }
        }
        let (elements, highest) = (self.elements, self.highest);
        for (by, groups) in &mut self.groups {
            let value = match (by.as_str(), response.answers.get(by)) {
                (MONTH, _) => response.day.map(|day| format!("{:04}-{:02}", day.year(), day.month())),
                (_, Some(Answer::One(key))) => Some(key.clone()),
                (_, Some(Answer::Number(score))) => Some(score.to_string()),
                _ => None,
            };
            let value = value.unwrap_or_else(|| UNANSWERED.to_owned());
            let tally = groups.entry(value).or_insert_with(|| Tally::new(elements, highest));
            tally.add(&response.scores);
        }
    }

    /// Counts the scores of a response that has nothing else, and no groups.
    pub fn add_scores(&mut self, scores: &[u8]) -> bool {
        let counted = self.tally.add(scores);
        self.respondents += u64::from(counted);
        counted
    }
}

impl Counted {
    fn add(&mut self, answer: &Answer) {
        self.n += 1;
        match answer {
            Answer::Number(number) => {
                self.sum = self.sum.saturating_add(*number);
                let (least, most) = self.bounds.unwrap_or((*number, *number));
                self.bounds = Some((least.min(*number), most.max(*number)));
                *self.choices.entry(number.to_string()).or_default() += 1;
            }
            Answer::One(key) => *self.choices.entry(key.clone()).or_default() += 1,
            Answer::Several(keys) => {
                for key in keys {
                    *self.choices.entry(key.clone()).or_default() += 1;
                }
            }
        }
    }

    /// How often each choice was made, in the order of the question and then of the alphabet; a count that is too small
    /// to be shown is none. (Those without an answer have no figure here, so they are no group.)
    pub fn shown(&self, question: &Question) -> Vec<(String, Option<u64>)> {
        let mut keys: Vec<String> = question.choices.iter().map(|choice| choice.key.clone()).collect();
        keys.extend(
            self.choices
                .keys()
                .filter(|key| !keys.contains(key))
                .cloned()
                .collect::<Vec<_>>(),
        );
        let sizes: Vec<u64> = keys
            .iter()
            .map(|key| self.choices.get(key).copied().unwrap_or(0))
            .collect();
        let hidden = suppression::hidden(&sizes, None);
        let counts = sizes
            .iter()
            .zip(hidden)
            .map(|(size, hidden)| (!hidden).then_some(*size));
        keys.into_iter().zip(counts).collect()
    }
}

/// What responses can be grouped by: questions with one choice or a band, and [`MONTH`].
pub fn groupings(instrument: &Instrument) -> Vec<String> {
    let fits = |question: &&Question| match question.kind {
        Kind::Choice => true,
        Kind::Number => !question.choices.is_empty(),
        Kind::Scale | Kind::Choices | Kind::Text | Kind::Day => false,
    };
    let keys = instrument
        .questions
        .iter()
        .filter(fits)
        .map(|question| question.key.clone());
    keys.chain([MONTH.to_owned()]).collect()
}
