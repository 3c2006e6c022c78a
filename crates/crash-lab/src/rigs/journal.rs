//! R14: one byte of a journal row edited in the file itself is found, and the row named.

use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};
use rusqlite::Connection;

use crate::lab::{Lab, Verdict};

/// Rows of the journal in the library that is edited.
const ROWS: usize = 150;

/// A row as it is stored: its number, how long its texts are, and the two hashes that it ends with.
struct Row {
    seq: i64,
    texts: [i64; 4],
    hashes: Vec<u8>,
}

fn rows(path: &Path) -> Result<Vec<Row>> {
    let conn = Connection::open(path)?;
    let mut rows = conn.prepare(
        "SELECT seq, length(at), length(staff), length(action), length(CAST(detail AS BLOB)), previous || hash
         FROM journal ORDER BY seq",
    )?;
    let rows = rows.query_map([], |row| {
        Ok(Row {
            seq: row.get(0)?,
            texts: [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?],
            hashes: row.get_ref(5)?.as_bytes()?.to_vec(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Where a row's cell stands in the file, from its length on: a number of one byte or two for each text's type.
fn cell(bytes: &[u8], row: &Row) -> Option<Range<usize>> {
    let at = bytes.windows(64).position(|window| window == row.hashes)?;
    let number = if row.seq < 2 {
        0
    } else if row.seq < 128 {
        1
    } else {
        2
    };
    let types: i64 = row
        .texts
        .iter()
        .map(|length| if length * 2 + 13 < 128 { 1 } else { 2 })
        .sum();
    let payload: i64 = row.texts.iter().sum::<i64>() + number + 64 + types + 4;
    let length = payload + if payload < 128 { 1 } else { 2 };
    let end = at + 64;
    Some(end - usize::try_from(length).ok()?..end)
}

pub(super) fn run(lab: &Lab) -> Result<Vec<Verdict>> {
    let folder = lab.folder("journal")?;
    let path = lab.stocked(&folder, 20)?;
    for number in 0..ROWS {
        let name = format!("Perpustakaan {number} {}", "x".repeat(number % 90));
        lab.tool("library-db", &folder, &["settings", "library.name", &name])
            .go()?;
    }
    let rows = rows(&path)?;
    let good = std::fs::read(&path)?;
    let mut random = lab.random("R14");
    let edits = lab.many(100, 1000);
    let (mut broken, mut unseen_by_sqlite) = (Vec::new(), 0);
    for _ in 0..edits {
        let row = &rows[random.below(rows.len())];
        let place = cell(&good, row).with_context(|| format!("row {} is not in the file", row.seq))?;
        let at = place.start + random.below(place.len());
        let mut bytes = good.clone();
        bytes[at] ^= 1 << random.below(8);
        std::fs::write(&path, &bytes)?;
        let ended = lab.tool("library-db", &folder, &["check", "--format", "json"]).go()?;
        let found: serde_json::Value = serde_json::from_str(&ended.data).unwrap_or_default();
        let findings = found["findings"].as_array().cloned().unwrap_or_default();
        let named = findings.iter().any(|finding| {
            let journal = finding["code"]
                .as_str()
                .is_some_and(|code| code.starts_with("journal."));
            journal && finding["record"].as_str() == Some(&row.seq.to_string())
        });
        if !named || ended.code == Some(0) {
            let offset = at - place.start;
            broken.push(format!(
                "byte {offset} of row {}: exit {:?}, {findings:?}",
                row.seq, ended.code
            ));
        }
        let integrity = Connection::open(&path)?.query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0));
        unseen_by_sqlite += usize::from(integrity.is_ok_and(|answer| answer == "ok"));
    }
    std::fs::write(&path, &good)?;
    let whole = lab.tool("library-db", &folder, &["check"]).go()?;
    if whole.code != Some(0) {
        broken.push(format!("the file that nobody edited: {}", whole.said()));
    }
    let found = edits - broken.len().min(edits);
    Ok(vec![
        Verdict::of(
            "edits of one byte",
            format!("{edits} edits, {found} found at their row"),
            broken,
        ),
        Verdict::control(
            "SQLite's own check",
            format!("{unseen_by_sqlite} of {edits} not seen"),
            unseen_by_sqlite,
        ),
    ])
}
