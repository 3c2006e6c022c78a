//! Several answers in one cell: forms join them with `, ` or `;`, and an answer may hold a comma itself.

use super::cells::{OTHER, Wrong};
use crate::values::text::fold;

/// The keys of the answers in a cell, each once, in the order of the cell. `labels` are folded, the longest first.
///
/// # Errors
/// When a part is no answer and none other is allowed.
pub(super) fn split(cell: &str, labels: &[(String, String)], other: bool) -> Result<Vec<String>, Wrong> {
    let parts: Vec<&str> = cell
        .split([',', ';', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let mut keys: Vec<String> = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        // As many parts as make one known answer, the most first.
        let known = (at + 1..=parts.len()).rev().find_map(|end| {
            let text = fold(&parts[at..end].join(" "));
            let found = labels.iter().find(|(label, _)| *label == text);
            found.map(|(_, key)| (key.clone(), end))
        });
        let (key, end) = match known {
            Some(known) => known,
            None if other => (OTHER.to_owned(), at + 1),
            None => return Err(Wrong::Label),
        };
        if !keys.contains(&key) {
            keys.push(key);
        }
        at = end;
    }
    Ok(keys)
}
