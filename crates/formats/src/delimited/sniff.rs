//! Finds the separator and the quote from the begin of a file.

use super::mend::line_ends;

/// How much of a file is looked at.
pub(crate) const HEAD: usize = 64 * 1024;
const ROWS: usize = 200;
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Separator and quote, and how many bytes of a `sep=;` line stand before the first row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Guess {
    pub(super) delimiter: u8,
    pub(super) quote: u8,
    pub(super) hint: usize,
}

pub(super) fn sniff(head: &[u8], delimiter: Option<u8>) -> Guess {
    let (hinted, hint) = excel_hint(head);
    let head = &head[hint..];
    let quote = quote(head);
    let delimiter = delimiter.or(hinted).unwrap_or_else(|| separator(head, quote));
    Guess { delimiter, quote, hint }
}

/// The line `sep=;` that Excel understands.
fn excel_hint(head: &[u8]) -> (Option<u8>, usize) {
    let Some((end, next)) = line_ends(head).next() else {
        return (None, 0);
    };
    match head[..end].to_ascii_lowercase().strip_prefix(b"sep=") {
        Some([separator]) => (Some(*separator), next),
        _ => (None, 0),
    }
}

/// Double quotes, unless cells are plainly wrapped in single ones and never in double ones.
fn quote(head: &[u8]) -> u8 {
    let wrapped = |quote: u8| {
        SEPARATORS
            .iter()
            .map(|separator| memchr::memmem::find_iter(head, &[quote, *separator, quote]).count())
            .sum::<usize>()
    };
    if wrapped(b'"') == 0 && wrapped(b'\'') > 1 && head.first() == Some(&b'\'') {
        b'\''
    } else {
        b'"'
    }
}

/// The separator that cuts most rows into the same, and the greatest, number of cells.
fn separator(head: &[u8], quote: u8) -> u8 {
    let mut best = (0.0, SEPARATORS[0]);
    for separator in SEPARATORS {
        let score = score(head, separator, quote);
        if score > best.0 {
            best = (score, separator);
        }
    }
    best.1
}

fn score(head: &[u8], separator: u8, quote: u8) -> f64 {
    let widths = widths(head, separator, quote);
    let mut counts = std::collections::BTreeMap::new();
    for width in &widths {
        *counts.entry(*width).or_insert(0usize) += 1;
    }
    let Some((&width, &rows)) = counts
        .iter()
        .max_by_key(|(width, rows)| (**rows * (**width).min(2), **width))
    else {
        return 0.0;
    };
    let share = rows as f64 / widths.len() as f64;
    share * share * (width - 1) as f64
}

/// The number of cells of each row; rows with quotes may go on over several lines.
fn widths(head: &[u8], separator: u8, quote: u8) -> Vec<usize> {
    let mut widths = Vec::new();
    let (mut cells, mut quoted, mut fresh, mut written) = (1, false, true, false);
    for &byte in head {
        if quoted {
            quoted = byte != quote;
            continue;
        }
        match byte {
            b'\n' | b'\r' => {
                if written {
                    widths.push(cells);
                    if widths.len() == ROWS {
                        return widths;
                    }
                }
                (cells, fresh, written) = (1, true, false);
                continue;
            }
            _ if byte == separator => {
                cells += 1;
                fresh = true;
            }
            // `fresh` still holds behind a closing quote, so that the second of a pair opens the cell again.
            _ if byte == quote && fresh => quoted = true,
            _ => fresh = false,
        }
        written = true;
    }
    if written {
        widths.push(cells);
    }
    widths
}
