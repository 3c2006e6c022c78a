//! One cell to one answer.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::multiple;
use crate::surveys::instrument::{Choice, Instrument, Kind, Question};
use crate::values::text::fold;

/// What is stored for an answer outside the choices.
pub const OTHER: &str = "other";
/// The longest name of an open choice.
const LONGEST_OPEN: usize = 80;

/// An answer to a question beside the elements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// A score, or a whole number.
    Number(i64),
    /// The key of a choice or of a band.
    One(String),
    /// The keys of several choices.
    Several(Vec<String>),
}

/// Why a cell is rejected; the codes are stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// A number outside the scale: 0, 5.
    Score,
    /// A label that is no answer of the question.
    Label,
    /// Number and label of one cell mean different scores.
    Contradiction,
    /// No whole number.
    Number,
}

impl Wrong {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Wrong::Score => "answer.outside-scale",
            Wrong::Label => "answer.unknown",
            Wrong::Contradiction => "answer.contradiction",
            Wrong::Number => "answer.no-number",
        }
    }
}

/// The answers of a scale, ready to be looked up.
#[derive(Debug, Clone)]
pub struct Labels {
    highest: u8,
    folded: HashMap<String, u8>,
}

impl Labels {
    /// The labels of an element.
    pub fn of(instrument: &Instrument, element: usize) -> Labels {
        Labels::new(instrument.answers(element), instrument.scale.highest)
    }

    fn new(answers: &[Choice], highest: u8) -> Labels {
        let mut folded = HashMap::new();
        for answer in answers {
            let Ok(score) = answer.key.parse() else { continue };
            for label in answer.words.both().chain(answer.also.iter().map(String::as_str)) {
                folded.insert(fold(label), score);
            }
        }
        Labels { highest, folded }
    }

    /// The score of a cell; none for a blank.
    ///
    /// # Errors
    /// Why it is no score.
    pub fn score(&self, cell: &str) -> Result<Option<u8>, Wrong> {
        let cell = bare(cell);
        if is_blank(cell) {
            return Ok(None);
        }
        if let Some(score) = self.folded.get(&fold(cell)) {
            return Ok(Some(*score));
        }
        let (number, rest) = leading_number(cell);
        let Some(number) = number else { return Err(Wrong::Label) };
        let score = u8::try_from(number)
            .ok()
            .filter(|score| (1..=self.highest).contains(score));
        let score = score.ok_or(Wrong::Score)?;
        match fold(rest) {
            rest if rest.is_empty() => Ok(Some(score)),
            // `4 - Sangat sesuai`: both must mean the same.
            rest => match self.folded.get(&rest) {
                Some(other) if *other == score => Ok(Some(score)),
                Some(_) => Err(Wrong::Contradiction),
                None => Err(Wrong::Label),
            },
        }
    }
}

/// Whether a cell says nothing: empty, or only dashes.
pub fn is_blank(cell: &str) -> bool {
    cell.trim()
        .chars()
        .all(|letter| matches!(letter, '-' | '\u{2013}' | '\u{2014}' | '\u{a0}' | '\u{feff}'))
}

/// The cell without blanks, and without the `="…"` that keeps Excel from spoiling it.
fn bare(cell: &str) -> &str {
    let cell = cell.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    let guarded = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    guarded.unwrap_or(cell).trim_start_matches('\'').trim()
}

/// The whole number that a cell begins with (`4`, `4.0`, `(4)`), and what follows it. `4.5` begins with none.
fn leading_number(cell: &str) -> (Option<u64>, &str) {
    let start = cell.trim_start_matches(['(', '[']);
    let end = start
        .bytes()
        .position(|byte| !byte.is_ascii_digit())
        .unwrap_or(start.len());
    let (digits, rest) = start.split_at(end);
    let decimals = rest.strip_prefix(['.', ',']).map(|rest| {
        let end = rest
            .bytes()
            .position(|byte| !byte.is_ascii_digit())
            .unwrap_or(rest.len());
        rest.split_at(end)
    });
    match decimals {
        Some((zeros, rest)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => {
            (digits.parse().ok(), rest)
        }
        Some((figures, _)) if !figures.is_empty() => (None, cell),
        _ => (digits.parse().ok(), rest),
    }
}

/// A question beside the elements, ready to read its answers.
#[derive(Debug, Clone)]
pub struct Ready {
    kind: Kind,
    other: bool,
    open: bool,
    labels: Labels,
    keys: HashMap<String, String>,
    /// Folded labels of several choices with their keys, the longest first.
    longest: Vec<(String, String)>,
    bands: Vec<(u32, u32, String)>,
}

impl Ready {
    /// A question made ready.
    pub fn new(question: &Question) -> Ready {
        let labelled = question
            .choices
            .iter()
            .flat_map(|choice| choice.labels().map(|label| (fold(label), choice.key.clone())));
        let keys: HashMap<String, String> = labelled.collect();
        let mut longest: Vec<(String, String)> = keys.iter().map(|(label, key)| (label.clone(), key.clone())).collect();
        longest.sort_by(|one, other| other.0.len().cmp(&one.0.len()).then(one.cmp(other)));
        let bands = question.choices.iter().filter_map(|choice| {
            let (low, high) = choice.key.split_once('-')?;
            Some((low.parse().ok()?, high.parse().ok()?, choice.key.clone()))
        });
        Ready {
            kind: question.kind,
            other: question.other,
            open: question.open,
            labels: Labels::new(
                &question.choices,
                u8::try_from(question.choices.len()).unwrap_or(u8::MAX),
            ),
            bands: bands.collect(),
            longest,
            keys,
        }
    }

    /// The answer of a cell; none for a blank, for text and for days (these go elsewhere).
    ///
    /// # Errors
    /// Why it is no answer.
    pub fn answer(&self, cell: &str) -> Result<Option<Answer>, Wrong> {
        let cell = bare(cell);
        if is_blank(cell) {
            return Ok(None);
        }
        match self.kind {
            Kind::Text | Kind::Day => Ok(None),
            Kind::Scale => Ok(self.labels.score(cell)?.map(|score| Answer::Number(i64::from(score)))),
            Kind::Choice => self.choice(cell).map(|key| Some(Answer::One(key))),
            Kind::Choices => multiple::split(cell, &self.longest, self.other).map(|keys| Some(Answer::Several(keys))),
            Kind::Number if self.bands.is_empty() => match leading_number(cell) {
                (Some(number), rest) if fold(rest).is_empty() => {
                    Ok(Some(Answer::Number(i64::try_from(number).map_err(|_| Wrong::Number)?)))
                }
                _ => Err(Wrong::Number),
            },
            Kind::Number => self.band(cell).map(|key| Some(Answer::One(key))),
        }
    }

    fn choice(&self, cell: &str) -> Result<String, Wrong> {
        match self.keys.get(&fold(cell)) {
            Some(key) => Ok(key.clone()),
            None if self.open => Ok(open(cell)),
            None if self.other => Ok(OTHER.to_owned()),
            None => Err(Wrong::Label),
        }
    }

    /// A band by its own label, by a number in it (`25`, `25 tahun`), or by two numbers that both lie in it.
    fn band(&self, cell: &str) -> Result<String, Wrong> {
        if let Some(key) = self.keys.get(&fold(cell)) {
            return Ok(key.clone());
        }
        if let (Some(number), rest) = leading_number(cell)
            && !rest.contains(|letter: char| letter.is_ascii_digit() || letter == '+')
        {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            return self
                .of(number)
                .map_or_else(|| self.no_band(), |band| Ok(band.2.clone()));
        }
        let numbers: Vec<u32> = cell
            .split(|letter: char| !letter.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().unwrap_or(u32::MAX))
            .collect();
        let of = |number: u32| {
            self.bands
                .iter()
                .find(|(low, high, _)| (*low..=*high).contains(&number))
        };
        let found = match numbers[..] {
            [one] if fold(cell).starts_with("di bawah") || cell.starts_with('<') => of(one.saturating_sub(1)),
            [one] if fold(cell).starts_with("di atas") || cell.starts_with('>') => of(one.saturating_add(1)),
            [one] => of(one),
            [low, high] => of(low).filter(|band| of(high) == Some(band)),
            _ => None,
        };
        found.map_or_else(|| self.no_band(), |band| Ok(band.2.clone()))
    }

    fn of(&self, number: u32) -> Option<&(u32, u32, String)> {
        self.bands
            .iter()
            .find(|(low, high, _)| (*low..=*high).contains(&number))
    }

    fn no_band(&self) -> Result<String, Wrong> {
        match self.other {
            true => Ok(OTHER.to_owned()),
            false => Err(Wrong::Number),
        }
    }
}

/// The name of an open choice: blanks made single, cut at a bound.
fn open(cell: &str) -> String {
    let single = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    single
        .chars()
        .filter(|letter| !letter.is_control())
        .take(LONGEST_OPEN)
        .collect()
}
