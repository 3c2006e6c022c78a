//! Instruments are read from TOML, and looked over before anything is counted with them.

use std::collections::BTreeSet;

use super::{Choice, Instrument, Kind};
use crate::surveys::figures::tally::HIGHEST;
use crate::values::text::fold;

/// The most elements and questions of an instrument, each.
const MOST: usize = 60;
/// The longest key, and the longest text.
const LONGEST: (usize, usize) = (40, 1000);

/// Why an instrument can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Stable code.
    pub code: &'static str,
    /// Where: the key of an element or question, or what the reader of TOML said.
    pub place: String,
}

impl Problem {
    /// Every code.
    pub const CODES: &'static [&'static str] = &[
        "instrument.toml",
        "instrument.key",
        "instrument.twice",
        "instrument.scale",
        "instrument.answers",
        "instrument.choices",
        "instrument.label-twice",
        "instrument.order",
        "instrument.bands",
        "instrument.nothing",
        "instrument.too-long",
    ];

    fn new(code: &'static str, place: impl Into<String>) -> Problem {
        let place = place.into();
        Problem { code, place }
    }
}

impl Instrument {
    /// Reads an instrument from TOML.
    ///
    /// # Errors
    /// Why it can't be used, with the place.
    pub fn from_toml(text: &str) -> Result<Instrument, Problem> {
        let read = toml::from_str::<Instrument>(text);
        let instrument = read.map_err(|error| Problem::new("instrument.toml", error.to_string().trim().to_owned()))?;
        instrument.look()?;
        Ok(instrument)
    }

    /// Reads an instrument as it is stored.
    ///
    /// # Errors
    /// As [`from_toml`](Instrument::from_toml).
    pub fn from_json(text: &str) -> Result<Instrument, Problem> {
        let read = serde_json::from_str::<Instrument>(text);
        let instrument = read.map_err(|error| Problem::new("instrument.toml", error.to_string()))?;
        instrument.look()?;
        Ok(instrument)
    }

    fn look(&self) -> Result<(), Problem> {
        key(&self.key)?;
        if self.elements.is_empty() && self.questions.is_empty() {
            return Err(Problem::new("instrument.nothing", &self.key));
        }
        let keys = self.elements.iter().map(|element| &element.key);
        let keys = keys.chain(self.questions.iter().map(|question| &question.key));
        let mut seen = BTreeSet::new();
        for one in keys {
            key(one)?;
            if !seen.insert(one) {
                return Err(Problem::new("instrument.twice", one));
            }
        }
        if self.elements.len() > MOST || self.questions.len() > MOST || self.longest() > LONGEST.1 {
            return Err(Problem::new("instrument.too-long", &self.key));
        }
        self.look_at_elements()?;
        for question in &self.questions {
            look_at_question(question)?;
        }
        self.look_at_orders()?;
        self.look_at_bands()
    }

    fn longest(&self) -> usize {
        let elements = self
            .elements
            .iter()
            .map(|one| one.question.id.len().max(one.name.id.len()));
        let questions = self
            .questions
            .iter()
            .map(|one| one.question.id.len().max(one.name.id.len()));
        elements.chain(questions).max().unwrap_or(0)
    }

    fn look_at_elements(&self) -> Result<(), Problem> {
        let highest = self.scale.highest;
        if !(2..=HIGHEST).contains(&highest) {
            return Err(Problem::new("instrument.scale", highest.to_string()));
        }
        if !self.scale.words.is_empty() {
            scores("scale", &self.scale.words, highest)?;
        }
        for element in self.elements.iter().filter(|element| !element.answers.is_empty()) {
            scores(&element.key, &element.answers, highest)?;
        }
        Ok(())
    }

    fn look_at_orders(&self) -> Result<(), Problem> {
        for (name, keys) in &self.orders {
            let named: BTreeSet<&String> = keys.iter().collect();
            let all: BTreeSet<&String> = self.elements.iter().map(|element| &element.key).collect();
            if named != all || keys.len() != all.len() {
                return Err(Problem::new("instrument.order", name));
            }
        }
        Ok(())
    }

    /// Bands rise, and their letters differ.
    fn look_at_bands(&self) -> Result<(), Problem> {
        let Some(bands) = &self.bands else { return Ok(()) };
        let rising = bands
            .classes
            .windows(2)
            .all(|pair| pair[0].from < pair[1].from && pair[0].to < pair[1].from);
        let letters: BTreeSet<&String> = bands.classes.iter().map(|band| &band.class).collect();
        match rising && !bands.classes.is_empty() && letters.len() == bands.classes.len() {
            true => Ok(()),
            false => Err(Problem::new("instrument.bands", &bands.name)),
        }
    }
}

/// Keys are small letters, figures and hyphens: they stand in options, JSON and file names.
fn key(text: &str) -> Result<(), Problem> {
    let fits = text
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    match fits && !text.is_empty() && text.len() <= LONGEST.0 && !text.starts_with('-') {
        true => Ok(()),
        false => Err(Problem::new("instrument.key", text)),
    }
}

/// A scale has a word for each score, once each.
fn scores(place: &str, answers: &[Choice], highest: u8) -> Result<(), Problem> {
    let found: BTreeSet<&str> = answers.iter().map(|answer| answer.key.as_str()).collect();
    let wanted: BTreeSet<String> = (1..=highest).map(|score| score.to_string()).collect();
    if answers.len() != wanted.len() || !wanted.iter().all(|score| found.contains(score.as_str())) {
        return Err(Problem::new("instrument.answers", place));
    }
    labels(place, answers)
}

/// No word means two answers.
fn labels(place: &str, choices: &[Choice]) -> Result<(), Problem> {
    let mut seen = std::collections::BTreeMap::new();
    for choice in choices {
        for label in choice.labels() {
            let folded = fold(label);
            match seen.insert(folded.clone(), &choice.key) {
                Some(other) if *other != choice.key => {
                    return Err(Problem::new("instrument.label-twice", format!("{place}: {label}")));
                }
                _ => {}
            }
        }
    }
    Ok(())
}

fn look_at_question(question: &super::Question) -> Result<(), Problem> {
    let needs_choices = match question.kind {
        Kind::Choice => !question.open,
        Kind::Scale | Kind::Choices => true,
        Kind::Text | Kind::Number | Kind::Day => false,
    };
    if needs_choices && question.choices.is_empty() {
        return Err(Problem::new("instrument.choices", &question.key));
    }
    let mut seen = BTreeSet::new();
    for choice in &question.choices {
        if choice.key.is_empty() || !seen.insert(&choice.key) {
            return Err(Problem::new("instrument.choices", &question.key));
        }
    }
    if question.kind == Kind::Scale {
        let highest = u8::try_from(question.choices.len()).unwrap_or(u8::MAX);
        if !(2..=HIGHEST + 1).contains(&highest) {
            return Err(Problem::new("instrument.scale", &question.key));
        }
        return scores(&question.key, &question.choices, highest);
    }
    labels(&question.key, &question.choices)
}

impl Choice {
    /// Everything that means it: its key, its words, what else is said.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        let words = self.words.both();
        std::iter::once(self.key.as_str())
            .chain(words)
            .chain(self.also.iter().map(String::as_str))
    }
}
