//! Classes of an index, and where each begins.

use serde::{Deserialize, Deserializer, Serialize};

use super::exact::{Exact, Fixed};
use crate::surveys::instrument::Wording;

/// One class: everything from `from` up to where the next one begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// Its letter: `A`.
    pub class: String,
    /// The least index that has it, rounded to two places.
    #[serde(deserialize_with = "hundredths")]
    pub from: Fixed,
    /// The bound that the rule prints; what lies between two bands after rounding does not exist.
    #[serde(deserialize_with = "hundredths")]
    pub to: Fixed,
    /// What it says of the service: `Baik`, `Good`.
    pub words: Wording,
}

/// A table of classes with its name and its year: reports after 2017 still mix in the one of 2004, so every result
/// carries the name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bands {
    /// `PermenPANRB 14/2017`.
    pub name: String,
    /// The classes, the lowest first.
    pub classes: Vec<Band>,
}

impl Bands {
    /// The class of an index. The index is rounded to two places first: the printed bands have holes between them
    /// (64.99 and 65.00), and a rounded index never falls into one.
    pub fn classify(&self, index: &Exact) -> Option<&Band> {
        let rounded = index.round(2);
        let reached = self.classes.iter().rev().find(|band| band.from <= rounded);
        // Below the lowest band lie only the indices of old weights: 25 becomes 24.75 with 0.11.
        reached.or(self.classes.first())
    }
}

fn hundredths<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Fixed, D::Error> {
    let text = String::deserialize(deserializer)?;
    let exact = Exact::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is no bound")))?;
    Ok(exact.round(2))
}
