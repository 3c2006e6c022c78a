//! Every SQL statement of closing on short notice.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rusqlite::{Connection, params};
use serde_json::json;

use super::plan::{LateCharge, OpenLoan, Part, ReadyHold, Rules};
use super::{ChangedFine, Effects};
use crate::act::Act;
use crate::circulation::charges::reasons::CLOSING;
use crate::circulation::rules::{self, Basis};
use crate::circulation::store::{in_rupiah, note_due_change};
use crate::error::Result;
use crate::library::{Transaction, columns, counter};
use crate::values::ids::{LedgerId, MemberId, RuleId};
use crate::values::money::Money;

pub(super) fn open_loans(conn: &Connection) -> Result<Vec<OpenLoan>> {
    let mut statement = conn.prepare(
        "SELECT loan.id, item.barcode, member.card, loan.rule_id, loan.due_decided, loan.due
         FROM loan JOIN item ON item.id = loan.item_id LEFT JOIN member ON member.id = loan.member_id
         WHERE loan.ended IS NULL ORDER BY loan.due, loan.id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(OpenLoan {
            id: row.get(0)?,
            item: row.get(1)?,
            card: row.get(2)?,
            rule: row.get(3)?,
            due_decided: columns::day(row, 4)?,
            due: columns::day(row, 5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn ready_holds(conn: &Connection) -> Result<Vec<ReadyHold>> {
    let mut statement = conn.prepare(
        "SELECT hold.id, item.barcode, member.card, hold.ready_on, hold.shelf_days, hold.shelf_until
         FROM hold JOIN item ON item.id = hold.ready_item LEFT JOIN member ON member.id = hold.member_id
         WHERE hold.state = 'ready' ORDER BY hold.shelf_until, hold.id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(ReadyHold {
            id: row.get(0)?,
            item: row.get(1)?,
            card: row.get(2)?,
            ready_on: columns::day(row, 3)?,
            shelf_days: row.get(4)?,
            shelf_until: columns::day(row, 5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The fines of loans that were out on one of these days.
pub(super) fn late_charges(conn: &Connection, (first, last): (Date, Date)) -> Result<Vec<LateCharge>> {
    let mut statement = conn.prepare(
        "SELECT ledger.id, ledger.member_id, member.card, ledger.reason, ledger.amount, ledger.basis
         FROM ledger JOIN member ON member.id = ledger.member_id
         WHERE ledger.day >= ?1 AND ledger.kind = 'charge' AND ledger.basis IS NOT NULL ORDER BY ledger.id",
    )?;
    let mut rows = statement.query([first.to_string()])?;
    let mut charges = Vec::new();
    let mut ledgers: BTreeMap<MemberId, Vec<Line>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let basis = row.get_ref(5)?.as_str().ok().and_then(Basis::from_json);
        let Some(basis) = basis.filter(|basis| basis.due <= last && basis.returned >= first) else {
            continue;
        };
        let member: MemberId = row.get(1)?;
        let ledger = match ledgers.entry(member) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(lines(conn, member)?),
        };
        let id: LedgerId = row.get(0)?;
        charges.push(LateCharge {
            member,
            card: row.get(2)?,
            reason: row.get(3)?,
            basis,
            parts: parts(id, row.get(4)?, ledger),
        });
    }
    Ok(charges)
}

/// A row of a member's ledger that another one is about.
struct Line {
    id: LedgerId,
    kind: String,
    reason: String,
    amount: i64,
    of: Option<LedgerId>,
    again: Option<LedgerId>,
}

fn lines(conn: &Connection, member: MemberId) -> Result<Vec<Line>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, kind, reason, amount, of_id, json_extract(basis, '$.again') FROM ledger
         WHERE member_id = ?1 AND (of_id IS NOT NULL OR basis IS NOT NULL) ORDER BY id",
    )?;
    let rows = statement.query_map([member], |row| {
        Ok(Line {
            id: row.get(0)?,
            kind: row.get(1)?,
            reason: row.get(2)?,
            amount: row.get(3)?,
            of: row.get(4)?,
            again: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A charge and what was charged again for it, each with what was taken back.
fn parts(id: LedgerId, amount: i64, lines: &[Line]) -> Vec<Part> {
    let again = lines
        .iter()
        .filter(|line| line.again == Some(id) && line.kind == "charge");
    let charges = std::iter::once((id, amount)).chain(again.map(|line| (line.id, line.amount)));
    let part = |(id, amount)| {
        let of_it = || lines.iter().filter(move |line| line.of == Some(id));
        let closing = |line: &&Line| line.kind == "reversal" && line.reason == CLOSING;
        Part {
            id,
            amount,
            reversed: of_it().filter(closing).map(|line| line.amount).sum(),
            forgiven: of_it().filter(|line| !closing(line)).map(|line| line.amount).sum(),
            cancelled: of_it().any(|line| line.kind == "reversal" && !closing(&line)),
        }
    };
    charges.map(part).collect()
}

/// The rules with these numbers.
pub(super) fn rules(conn: &Connection, named: impl Iterator<Item = RuleId>) -> Result<Rules> {
    let named: BTreeSet<RuleId> = named.collect();
    let mut rules = Rules::new();
    for id in named {
        if let Some(rule) = rules::store::by_id(conn, id)? {
            rules.insert(id, rule);
        }
    }
    Ok(rules)
}

/// The number of the next entry of the ledger.
pub(super) fn next_entry(conn: &Connection) -> Result<i64> {
    Ok(counter::last(conn, LedgerId::COUNTER)? + 1)
}

/// Stores what follows from a calendar.
pub(super) fn apply(tx: &Transaction<'_>, effects: &Effects, next_entry: i64, act: &Act) -> Result<()> {
    let conn = tx.sql();
    let mut loan = conn.prepare("UPDATE loan SET due = ?2 WHERE id = ?1")?;
    for moved in &effects.loans {
        note_due_change(conn, moved.loan, act.day(), false)?;
        loan.execute(params![moved.loan, moved.to.to_string()])?;
    }
    let mut hold = conn.prepare("UPDATE hold SET shelf_until = ?2 WHERE id = ?1")?;
    for moved in &effects.holds {
        hold.execute(params![moved.hold, moved.to.to_string()])?;
    }
    let mut next = next_entry;
    for fine in &effects.fines {
        next = settle_fine(tx, fine, next, act)?;
    }
    if next > next_entry {
        counter::set(conn, LedgerId::COUNTER, next - 1)?;
    }
    Ok(())
}

/// Writes the reversals of a fine, or what is charged again; answers the number after them. None of them points to the
/// loan: what it was about is cut from the person once it is over.
fn settle_fine(tx: &Transaction<'_>, fine: &ChangedFine, mut next: i64, act: &Act) -> Result<i64> {
    let mut statement = tx.sql().prepare_cached(
        "INSERT INTO ledger (id, member_id, kind, reason, amount, of_id, basis, day, at, staff)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    let (day, at, staff) = (act.day().to_string(), act.stamp(), act.staff.as_str());
    for (charge, amount) in &fine.reversals {
        let basis = None::<String>;
        statement.execute(params![
            next,
            fine.member,
            "reversal",
            CLOSING,
            amount,
            charge,
            basis,
            day,
            at,
            staff
        ])?;
        next += 1;
    }
    if fine.again > 0 {
        let of = None::<LedgerId>;
        let basis = json!({ "again": fine.charge }).to_string();
        statement.execute(params![
            next,
            fine.member,
            "charge",
            fine.reason,
            fine.again,
            of,
            basis,
            day,
            at,
            staff
        ])?;
        next += 1;
    }
    Ok(next)
}

/// An open loan with everything that a rule asks about it.
#[derive(Debug, Clone)]
pub(super) struct Context {
    pub(super) loan: OpenLoan,
    pub(super) member_type: String,
    pub(super) valid_until: Date,
    pub(super) collection_type: Option<String>,
    pub(super) medium: Option<String>,
    pub(super) price: Option<Money>,
    /// The day it was made, or last renewed.
    pub(super) counted_from: Option<Date>,
}

pub(super) fn contexts(conn: &Connection) -> Result<Vec<Context>> {
    let mut statement = conn.prepare(
        "SELECT loan.id, item.barcode, member.card, loan.rule_id, loan.due_decided, loan.due, member.member_type,
                member.valid_until, item.collection_type, title.medium,
                item.price, item.currency, coalesce(loan.renewed_at, loan.loaned_at)
         FROM loan JOIN item ON item.id = loan.item_id JOIN title ON title.id = item.title_id
              JOIN member ON member.id = loan.member_id
         WHERE loan.ended IS NULL ORDER BY loan.due, loan.id",
    )?;
    let rows = statement.query_map([], |row| {
        let stamp: String = row.get(12)?;
        Ok(Context {
            loan: OpenLoan {
                id: row.get(0)?,
                item: row.get(1)?,
                card: row.get(2)?,
                rule: row.get(3)?,
                due_decided: columns::day(row, 4)?,
                due: columns::day(row, 5)?,
            },
            member_type: row.get(6)?,
            valid_until: columns::day(row, 7)?,
            collection_type: row.get(8)?,
            medium: row.get(9)?,
            price: in_rupiah(row.get(10)?, row.get::<_, Option<String>>(11)?.as_deref()),
            counted_from: stamp.get(..10).and_then(|day| day.parse().ok()),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
