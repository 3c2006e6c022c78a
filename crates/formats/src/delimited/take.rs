//! Turns the bytes of a row into a record, or says what in them is no text.

use super::decode::place;
use super::problem::Problem;
use super::read::{COLUMN_LIMIT, FIELD_LIMIT};
use super::record::Record;
use crate::table::{RejectCode, RejectDetail};

/// Takes a row over into the record; or says what in it is no text.
pub(super) fn take(record: &mut Record, line: u64, out: &[u8], ends: &[usize], row: &[u8]) -> Option<Problem> {
    record.clear(line);
    match std::str::from_utf8(out) {
        Ok(text) => record.text.push_str(text),
        Err(_) => return Some(not_text(line, out, ends, row)),
    }
    record.ends.extend_from_slice(ends);
    if memchr::memchr(0, out).is_some() {
        let at = memchr::memchr(0, out).unwrap_or_default();
        let (down, character) = place(&row[..memchr::memchr(0, row).unwrap_or_default()]);
        return Some(Problem {
            line,
            cell: ends.iter().position(|end| *end > at),
            code: RejectCode::Nul,
            detail: RejectDetail::Position {
                line: line + down - 1,
                character,
            },
            cells: record.to_cells(),
        });
    }
    if out.len() > FIELD_LIMIT {
        let mut from = 0;
        for (cell, end) in ends.iter().enumerate() {
            if end - from > FIELD_LIMIT {
                let detail = RejectDetail::Limit {
                    limit: FIELD_LIMIT as u64,
                };
                return Some(Problem {
                    line,
                    cell: Some(cell),
                    code: RejectCode::FieldTooLong,
                    detail,
                    cells: Vec::new(),
                });
            }
            from = *end;
        }
    }
    None
}

fn not_text(line: u64, out: &[u8], ends: &[usize], row: &[u8]) -> Problem {
    let wrong = |bytes: &[u8]| {
        std::str::from_utf8(bytes).err().map_or((0, 0), |error| {
            let at = error.valid_up_to();
            (at, error.error_len().unwrap_or(bytes.len() - at))
        })
    };
    let (at, _) = wrong(out);
    let (in_row, length) = wrong(row);
    let (down, character) = place(&row[..in_row]);
    let mut from = 0;
    let cells = ends.iter().map(|end| {
        let cell = String::from_utf8_lossy(out.get(from..*end).unwrap_or_default()).into_owned();
        from = *end;
        cell
    });
    Problem {
        line,
        cell: ends.iter().position(|end| *end > at),
        code: RejectCode::Broken,
        detail: RejectDetail::Broken {
            line: line + down - 1,
            character,
            bytes: row[in_row..in_row + length].to_vec(),
        },
        cells: cells.collect(),
    }
}

/// The cells of a line that can't be read, cut at every separator, so that nothing of it is lost.
pub(super) fn rough_cells(line: &[u8], delimiter: u8) -> Vec<String> {
    line.split(|byte| *byte == delimiter)
        .take(COLUMN_LIMIT)
        .map(|cell| String::from_utf8_lossy(cell).into_owned())
        .collect()
}
