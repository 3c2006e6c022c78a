//! The steps of a decision, each as a sentence.

use pustaka_cli::Lang;
use pustaka_core::decision::{Step, StepValue};

/// A step as one would tell it.
pub(crate) fn in_words(step: &Step, lang: Lang) -> String {
    let value = match &step.value {
        StepValue::Number(number) => lang.count(*number),
        StepValue::Day(day) => lang.date(*day),
        StepValue::Text(text) => text.clone(),
    };
    format!("{} {value}", step.code)
}
