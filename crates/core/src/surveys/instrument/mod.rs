//! Instruments: what a survey asks, as data. Elements are known by key, never by number: published questionnaires swap
//! the eighth and the ninth.

mod parse;
mod shipped;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use parse::Problem;
pub use shipped::{SHIPPED, shipped};

use super::figures::bands::Bands;

/// A text in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Indonesian.
    pub id: String,
    /// English; the Indonesian one where it is left out.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Wording {
    /// The English text, or the only one there is.
    pub fn en(&self) -> &str {
        if self.en.is_empty() { &self.id } else { &self.en }
    }

    /// Both, the second only where it differs.
    pub fn both(&self) -> impl Iterator<Item = &str> {
        [self.id.as_str(), self.en.as_str()]
            .into_iter()
            .filter(|text| !text.is_empty())
    }
}

/// What one answer is called.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// How it is stored and counted: `female`. For an answer of a scale: the score.
    pub key: String,
    /// What the questionnaire calls it.
    pub words: Wording,
    /// What else means it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
}

/// The scale of the elements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// The highest score; the lowest is 1.
    pub highest: u8,
    /// What the scores are called when an element has no words of its own; more than one name may mean a score.
    #[serde(default)]
    pub words: Vec<Choice>,
}

/// One element of the index (`unsur`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ElementOf {
    /// Its key: `waktu`.
    pub key: String,
    /// Its name as published.
    pub name: Wording,
    /// The question as the questionnaire asks it.
    pub question: Wording,
    /// Words by which a heading is known: it holds all the words of one of these, in their order.
    #[serde(default)]
    pub known_by: Vec<String>,
    /// The answers with their scores; empty: the scale's own words.
    #[serde(default)]
    pub answers: Vec<Choice>,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A score from 1 to the highest of its choices.
    Scale,
    /// One of the choices.
    Choice,
    /// Several of the choices.
    Choices,
    /// Free text. It is kept as a comment, apart from the other answers.
    Text,
    /// A whole number; with bands, only the band is kept.
    Number,
    /// The day of the answer.
    Day,
}

impl Kind {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Kind::Scale => "scale",
            Kind::Choice => "choice",
            Kind::Choices => "choices",
            Kind::Text => "text",
            Kind::Number => "number",
            Kind::Day => "day",
        }
    }
}

/// A question beside the elements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its key: `sex`.
    pub key: String,
    /// How it is answered.
    pub kind: Kind,
    /// A short name, for tables.
    pub name: Wording,
    /// The question as the questionnaire asks it.
    pub question: Wording,
    /// Words by which a heading is known.
    #[serde(default)]
    pub known_by: Vec<String>,
    /// The choices; of a number, the bands (`key` is `17-25`).
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// An answer that is no choice counts as `other`; its own text is not kept. Else it is rejected.
    #[serde(default)]
    pub other: bool,
    /// Any short answer is a choice (the name of a service).
    #[serde(default)]
    pub open: bool,
}

/// What a survey asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Its key: `skm-2017`.
    pub key: String,
    /// Its name.
    pub name: Wording,
    /// The rule it follows; empty for the library's own.
    #[serde(default)]
    pub rule: String,
    /// The scale of its elements.
    pub scale: Scale,
    /// Its classes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bands: Option<Bands>,
    /// In which orders questionnaires number the elements: name of the order, keys. Numbers count from 1.
    #[serde(default)]
    pub orders: BTreeMap<String, Vec<String>>,
    /// The elements, in the order of the rule.
    #[serde(default)]
    pub elements: Vec<ElementOf>,
    /// Everything else that is asked.
    #[serde(default)]
    pub questions: Vec<Question>,
}

impl Instrument {
    /// The place of an element.
    pub fn element(&self, key: &str) -> Option<usize> {
        self.elements.iter().position(|element| element.key == key)
    }

    /// The place of a question.
    pub fn question(&self, key: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.key == key)
    }

    /// The answers of an element with their scores.
    pub fn answers(&self, element: usize) -> &[Choice] {
        match self.elements.get(element) {
            Some(element) if !element.answers.is_empty() => &element.answers,
            _ => &self.scale.words,
        }
    }

    /// The places of the elements in a questionnaire's order; the order of the rule for a name that is not known.
    pub fn in_order(&self, order: &str) -> Vec<usize> {
        match self.orders.get(order) {
            Some(keys) => keys.iter().filter_map(|key| self.element(key)).collect(),
            None => (0..self.elements.len()).collect(),
        }
    }

    /// Which element a bare number means: in the order that is named, or where all orders agree.
    pub fn numbered(&self, number: usize, order: Option<&str>) -> Numbered {
        let place = |order: &str| self.in_order(order).get(number.wrapping_sub(1)).copied();
        if let Some(order) = order {
            return place(order).map_or(Numbered::None, Numbered::One);
        }
        let mut orders = self.orders.keys().map(|order| place(order));
        let first = match orders.next() {
            Some(first) => first,
            None => (number.wrapping_sub(1) < self.elements.len()).then(|| number - 1),
        };
        match first {
            _ if orders.any(|other| other != first) => Numbered::Several,
            Some(place) => Numbered::One(place),
            None => Numbered::None,
        }
    }

    /// As a file to write one's own from.
    pub fn to_toml(&self) -> String {
        toml::to_string_pretty(self).unwrap_or_default()
    }

    /// As it is stored.
    pub fn to_json(&self) -> String {
        // Every field is text, a number or a list of these.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What a bare number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbered {
    /// No element has it.
    None,
    /// This one.
    One(usize),
    /// Questionnaires differ.
    Several,
}
