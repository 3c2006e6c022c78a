//! Cells that a spreadsheet would spoil or run.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end for a formula; the full-width forms
//! count as well, a telephone number in E.164 does not: a gateway must be able to read it. [`defuse`] puts an apostrophe before it. So that nothing is lost, a text that already has apostrophes
//! before such a sign gets one more, and [`restore`] takes exactly one away.

use std::borrow::Cow;

const SIGNS: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet would run the cell, apostrophes before it left aside.
pub(crate) fn is_live(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(SIGNS)
}

/// The cell as it may be written for a spreadsheet.
pub fn defuse(cell: &str) -> Cow<'_, str> {
    if is_live(cell) && !is_telephone(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// A plus and at most 15 digits: E.164.
fn is_telephone(cell: &str) -> bool {
    let number = cell.strip_prefix('+').unwrap_or_default();
    (8..=15).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// The cell as it was before [`defuse`].
pub fn restore(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_live(rest) => rest,
        _ => cell,
    }
}

/// The text of a cell written as `="…"`, the form that keeps Excel from taking it for a number.
pub fn excel_text(cell: &str) -> Option<String> {
    let inner = cell.strip_prefix("=\"")?.strip_suffix('"')?;
    let unpaired = inner.split(|letter| letter != '"').any(|run| run.len() % 2 == 1);
    (!unpaired).then(|| inner.replace("\"\"", "\""))
}

/// Whether Excel would change the text when it opens a CSV file: figures with a leading zero, more than eleven figures,
/// an exponent, a telephone number, or something like a date.
pub fn is_spoilt_by_excel(cell: &str) -> bool {
    if is_telephone(cell) {
        return true;
    }
    let bytes = cell.as_bytes();
    if bytes.is_empty() || bytes.len() > 40 || !bytes[0].is_ascii_digit() {
        return false;
    }
    if bytes.iter().all(u8::is_ascii_digit) {
        return bytes.len() > 11 || (bytes.len() > 1 && bytes[0] == b'0');
    }
    let figures = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let exponent = cell.split_once(['e', 'E']).is_some_and(|(before, after)| {
        figures(before.trim_end_matches('.')) && figures(after.trim_start_matches(['+', '-']))
    });
    let hyphened = !is_iso_date(cell) && {
        let parts: Vec<&str> = cell.split(['-', '/']).collect();
        parts.len() > 1 && parts.iter().all(|part| figures(part))
    };
    exponent || hyphened
}

/// A date of year, month and day, which Excel may well take for a date.
fn is_iso_date(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    bytes.len() == 10
        && bytes[4] == b'-'
        && bytes[7] == b'-'
        && bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| at == 4 || at == 7 || byte.is_ascii_digit())
}

/// The cell as Excel keeps it.
pub fn excel_guard(cell: &str) -> String {
    format!("=\"{}\"", cell.replace('"', "\"\""))
}
