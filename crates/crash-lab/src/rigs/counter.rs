//! A counter to be tormented: a library with books, members and a rule that refuses nobody for having many books.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Result, bail};
use rusqlite::Connection;

use crate::lab::Lab;
use crate::run::Ended;

/// What stands ready at the counter.
pub(super) struct Counter {
    /// Cards of the members.
    pub(super) cards: Vec<String>,
    /// Barcodes of the copies, none of them on loan.
    pub(super) barcodes: Vec<String>,
}

/// A library in `folder/library.db` with so many members and at least so many copies.
pub(super) fn ready(lab: &Lab, folder: &Path, members: usize, copies: usize) -> Result<Counter> {
    let path = lab.stocked(folder, copies + copies / 10)?;
    let mut list = "nomor kartu;nama;jenis kelamin;tanggal lahir;jenis anggota\n".to_owned();
    for number in 1..=members {
        writeln!(list, "A{number:05};Anggota Nomor {number};L;1990-01-02;umum")?;
    }
    std::fs::write(folder.join("members.csv"), list)?;
    ended_well(
        &lab.tool("member", folder, &["import", "members.csv", "--at", "2019-11-01"])
            .go()?,
    )?;
    let conn = Connection::open(&path)?;
    let column = |sql: &str| -> Result<Vec<String>> {
        let mut rows = conn.prepare(sql)?;
        let rows = rows.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    conn.execute_batch(
        "UPDATE member_type SET max_items = NULL;
         UPDATE loan_rule SET ended_at = '2020-01-01T00:00:00+07:00';
         INSERT INTO loan_rule SELECT 2, member_type, collection_type, medium, season_from, season_to, NULL, loan_days,
            closed_days, expiry_cap, 9, renew_from, 500, fine_period, fine_at, fine_days, grace, after_grace, fine_cap,
            price_cap, suspend_days, suspend_max, age_min, made_at, NULL FROM loan_rule WHERE id = 1;
         UPDATE counter SET last = 2 WHERE name = 'loan_rule';",
    )?;
    let counter = Counter {
        cards: column("SELECT card FROM member ORDER BY card")?,
        barcodes: column("SELECT barcode FROM item WHERE status = 'available' ORDER BY id")?,
    };
    if counter.cards.len() < members || counter.barcodes.len() < copies {
        bail!("{} members, {} copies", counter.cards.len(), counter.barcodes.len());
    }
    Ok(counter)
}

/// Fails unless a command ended well.
pub(super) fn ended_well(ended: &Ended) -> Result<()> {
    match ended.code {
        Some(0) => Ok(()),
        code => bail!("exit {code:?}: {}", ended.words),
    }
}

/// Who has a copy on loan now, by card.
pub(super) fn borrower(conn: &Connection, barcode: &str) -> Result<Option<String>> {
    let mut found = conn.prepare_cached(
        "SELECT card FROM loan JOIN item ON item.id = item_id JOIN member ON member.id = member_id
         WHERE barcode = ?1 AND ended IS NULL",
    )?;
    let mut rows = found.query([barcode])?;
    Ok(match rows.next()? {
        Some(row) => Some(row.get(0)?),
        None => None,
    })
}
