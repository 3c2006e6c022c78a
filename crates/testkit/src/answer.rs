//! How a run ended, read.

use pustaka_cli::Finished;
use serde_json::Value;

/// The JSON on a stream; null when there is nothing on it.
///
/// # Panics
/// When there is something else on it.
pub fn json(bytes: &[u8]) -> Value {
    if bytes.is_empty() {
        return Value::Null;
    }
    serde_json::from_slice(bytes).unwrap_or_else(|_| panic!("no JSON: {}", String::from_utf8_lossy(bytes)))
}

/// The code of the failure that a run with `--format json` ended with; empty when there is none.
pub fn code_of(finished: &Finished) -> String {
    let error = json(&finished.stderr);
    error["error"]["code"].as_str().unwrap_or_default().to_owned()
}

/// The run, when it ended with this exit code.
///
/// # Panics
/// When it ended with another one: with what it said.
#[track_caller]
pub fn ended(finished: Finished, code: u8) -> Finished {
    assert_eq!(finished.code, code, "{}{}", finished.out(), finished.err());
    finished
}

/// Asserts that all of these stand in the text.
///
/// # Panics
/// When one does not: with the text.
#[track_caller]
pub fn assert_says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is missing in:\n{text}");
    }
}

/// Blank, imported, unchanged and rejected rows of an import's answer, after seeing that they are all of them.
///
/// # Panics
/// When they are not.
#[track_caller]
pub fn rows(answer: &Value) -> [u64; 4] {
    let number = |key: &str| answer[key].as_u64().unwrap_or_else(|| panic!("no {key}: {answer}"));
    let rows = ["blank", "imported", "unchanged", "rejected"].map(number);
    assert_eq!(number("records"), rows.iter().sum::<u64>(), "{answer}");
    rows
}

/// The warnings of an import's answer: code and count.
///
/// # Panics
/// When the answer has no list of them.
pub fn warnings(answer: &Value) -> Vec<(String, u64)> {
    let all = answer["warnings"].as_array().expect("a list of warnings").iter();
    all.map(|warning| {
        let code = warning["code"].as_str().unwrap_or_default().to_owned();
        (code, warning["count"].as_u64().unwrap_or_default())
    })
    .collect()
}
