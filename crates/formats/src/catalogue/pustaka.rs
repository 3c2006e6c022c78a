//! Our own export: one row a copy, the columns of the title repeated, read back without loss.
//!
//! Several authors, subjects or item codes stand in one cell, joined by `; `; a semicolon inside a value is written `\;`,
//! a backslash `\\`. Formulas are defused with an apostrophe, which the reader takes away again.

/// Parts the values of a cell.
pub(super) fn split(cell: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut letters = cell.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some(escaped @ ('\\' | ';')) => part.push(escaped),
                Some(other) => part.extend(['\\', other]),
                None => part.push('\\'),
            },
            ';' => keep(&mut parts, &mut part),
            _ => part.push(letter),
        }
    }
    keep(&mut parts, &mut part);
    parts
}

fn keep(parts: &mut Vec<String>, part: &mut String) {
    let text = part.trim();
    if !text.is_empty() {
        parts.push(text.to_owned());
    }
    part.clear();
}

/// Joins values into one cell.
pub(super) fn join<'a>(values: impl Iterator<Item = &'a str>, cell: &mut String) {
    for value in values {
        if !cell.is_empty() {
            cell.push_str("; ");
        }
        for letter in value.trim().chars() {
            if matches!(letter, ';' | '\\') {
                cell.push('\\');
            }
            cell.push(letter);
        }
    }
}
