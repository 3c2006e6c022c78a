//! Every SQL statement of lending away.

use std::collections::HashMap;

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::pack::{PackedDay, PackedItem, PackedLoan, PackedMember};
use crate::catalog::record::ItemStatus;
use crate::error::Result;
use crate::library::columns;

/// A member on the way into a pack, with what is decided before it goes.
pub(super) struct Packing {
    pub(super) member: PackedMember,
    pub(super) born: Option<Date>,
    /// In rupiah; below zero for a credit.
    pub(super) balance: i64,
}

/// Every member with a card, by card, with their open loans.
pub(super) fn members(conn: &Connection) -> Result<Vec<Packing>> {
    let mut statement = conn.prepare_cached(
        "SELECT m.card, m.member_type, t.max_items, m.valid_until, m.suspended_until, m.blocked IS NOT NULL, m.born, \
         coalesce((SELECT sum(CASE WHEN l.kind IN ('charge', 'refund') THEN l.amount ELSE -l.amount END) \
          FROM ledger l WHERE l.member_id = m.id), 0), m.id \
         FROM member m JOIN member_type t ON t.code = m.member_type WHERE m.card IS NOT NULL ORDER BY m.card",
    )?;
    let rows = statement.query_map([], |row| {
        let member = PackedMember {
            card: row.get(0)?,
            member_type: row.get(1)?,
            max_items: row.get(2)?,
            valid_until: PackedDay(columns::day(row, 3)?),
            suspended_until: columns::optional_day(row, 4)?.map(PackedDay),
            blocked: row.get(5)?,
            owes: false,
            age: None,
            loans: Vec::new(),
        };
        let packing = Packing {
            member,
            born: columns::optional_day(row, 6)?,
            balance: row.get(7)?,
        };
        Ok((row.get::<_, i64>(8)?, packing))
    })?;
    let (mut packed, mut place) = (Vec::new(), HashMap::new());
    for row in rows {
        let (id, packing) = row?;
        place.insert(id, packed.len());
        packed.push(packing);
    }
    let mut statement = conn.prepare_cached(
        "SELECT l.member_id, i.barcode, l.due, l.rule_id, l.renewals FROM loan l JOIN item i ON i.id = l.item_id \
         WHERE l.ended IS NULL ORDER BY l.id",
    )?;
    let loans = statement.query_map([], |row| {
        let loan = PackedLoan {
            item: row.get(1)?,
            due: PackedDay(columns::day(row, 2)?),
            rule: row.get(3)?,
            renewals: row.get(4)?,
        };
        Ok((row.get::<_, i64>(0)?, loan))
    })?;
    for loan in loans {
        let (member, loan) = loan?;
        if let Some(packing) = place.get(&member).and_then(|at| packed.get_mut(*at)) {
            packing.member.loans.push(loan);
        }
    }
    Ok(packed)
}

const ITEM: &str = "SELECT i.barcode, t.title, i.collection_type, t.medium, i.status, \
    (SELECT m.card FROM hold h JOIN member m ON m.id = h.member_id WHERE h.ready_item = i.id AND h.state = 'ready'), \
    EXISTS (SELECT 1 FROM hold h WHERE h.title_id = t.id AND h.state = 'waiting') \
    FROM item i JOIN title t ON t.id = i.title_id";

/// The copies with a barcode, of a location or of all, by barcode.
pub(super) fn items(conn: &Connection, location: Option<&str>) -> Result<Vec<PackedItem>> {
    let sql = format!("{ITEM} WHERE ?1 IS NULL OR i.location = ?1 ORDER BY i.barcode");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([location], item_from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The copy with this barcode.
pub(super) fn item(conn: &Connection, barcode: &str) -> Result<Option<PackedItem>> {
    let mut statement = conn.prepare_cached(&format!("{ITEM} WHERE i.barcode = ?1"))?;
    Ok(statement.query_row([barcode], item_from_row).optional()?)
}

fn item_from_row(row: &Row<'_>) -> rusqlite::Result<PackedItem> {
    let title: String = row.get(1)?;
    Ok(PackedItem {
        item: row.get(0)?,
        title: title.chars().take(60).collect(),
        collection_type: row.get(2)?,
        medium: row.get(3)?,
        status: columns::code(row, 4, ItemStatus::from_code)?,
        set_aside: row.get(5)?,
        wanted: row.get(6)?,
    })
}

/// What became of a line, when it was replayed.
pub(super) fn outcome(conn: &Connection, journal: &str, line: i64) -> Result<Option<String>> {
    let sql = "SELECT outcome FROM offline_line WHERE journal = ?1 AND line = ?2";
    let mut statement = conn.prepare_cached(sql)?;
    Ok(statement
        .query_row(params![journal, line], |row| row.get(0))
        .optional()?)
}

/// Remembers what became of a line.
pub(super) fn remember(conn: &Connection, journal: &str, line: i64, outcome: &str) -> Result<()> {
    let sql = "INSERT INTO offline_line (journal, line, outcome) VALUES (?1, ?2, ?3)";
    conn.prepare_cached(sql)?.execute(params![journal, line, outcome])?;
    Ok(())
}
