//! What a rule answers: the decision and the steps that led to it, so that every date and every rupiah can be explained.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

/// One step on the way to a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Stable code: `days`, `pushed`, `cut-to-expiry` … The words for people belong to it.
    pub code: &'static str,
    /// What the step came to.
    pub value: StepValue,
}

/// What a step came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepValue {
    /// A number of days, periods or rupiah, as the code says.
    Number(i64),
    /// A day.
    Day(Date),
    /// A name: of a rule, of a closure.
    Text(String),
}

impl Serialize for StepValue {
    /// A number as a number, a day as ISO 8601 has it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            StepValue::Number(number) => serializer.serialize_i64(*number),
            StepValue::Day(day) => serializer.collect_str(day),
            StepValue::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl From<i64> for StepValue {
    fn from(number: i64) -> StepValue {
        StepValue::Number(number)
    }
}

impl From<Date> for StepValue {
    fn from(day: Date) -> StepValue {
        StepValue::Day(day)
    }
}

impl From<String> for StepValue {
    fn from(text: String) -> StepValue {
        StepValue::Text(text)
    }
}

/// A decision with its steps, in the order they were taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision<T> {
    /// What was decided.
    pub value: T,
    /// How.
    pub steps: Vec<Step>,
}

impl<T> Decision<T> {
    /// A decision, with no step yet.
    pub fn new(value: T) -> Decision<T> {
        Decision {
            value,
            steps: Vec::new(),
        }
    }

    /// Adds a step.
    pub fn step(&mut self, code: &'static str, value: impl Into<StepValue>) {
        let value = value.into();
        self.steps.push(Step { code, value });
    }
}
