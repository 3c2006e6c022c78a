//! The statements that read members, copies and open loans for a decision, each by an index.

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::facts::made_call_number;
use super::{Borrower, ItemFacts, OpenLoan, Place};
use crate::catalog::record::ItemStatus;
use crate::error::Result;
use crate::library::{columns, counter};
use crate::values::ids::{ItemId, LoanId, MemberId};
use crate::values::money::Money;

const BORROWER: &str = "SELECT m.id, m.card, m.name, m.member_type, t.max_items, m.born, m.sex, m.district, m.education, \
    m.valid_until, m.suspended_until, m.blocked, EXISTS (SELECT 1 FROM consent c WHERE c.member_id = m.id \
    AND c.kind = 'reading-history' AND c.withdrawn_at IS NULL) \
    FROM member m JOIN member_type t ON t.code = m.member_type";

fn borrower_from_row(row: &Row<'_>) -> rusqlite::Result<Borrower> {
    Ok(Borrower {
        id: row.get(0)?,
        // An erased member has neither.
        card: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
        name: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
        member_type: row.get(3)?,
        max_items: row.get(4)?,
        born: columns::optional_day(row, 5)?,
        sex: row.get(6)?,
        district: row.get(7)?,
        education: row.get(8)?,
        valid_until: columns::day(row, 9)?,
        suspended_until: columns::optional_day(row, 10)?,
        blocked: row.get(11)?,
        keeps_history: row.get(12)?,
    })
}

/// The member with this card.
pub(crate) fn borrower(conn: &Connection, card: &str) -> Result<Option<Borrower>> {
    let mut statement = conn.prepare_cached(&format!("{BORROWER} WHERE m.card = ?1"))?;
    Ok(statement.query_row([card.trim()], borrower_from_row).optional()?)
}

/// The member with this id.
pub(crate) fn borrower_by_id(conn: &Connection, id: MemberId) -> Result<Borrower> {
    let mut statement = conn.prepare_cached(&format!("{BORROWER} WHERE m.id = ?1"))?;
    Ok(statement.query_row([id], borrower_from_row)?)
}

/// The copy with this barcode.
pub(crate) fn item(conn: &Connection, barcode: &str) -> Result<Option<ItemFacts>> {
    let mut statement = conn.prepare_cached(&format!("{ITEM} WHERE i.barcode = ?1"))?;
    Ok(statement.query_row([barcode.trim()], item_from_row).optional()?)
}

/// The copy with this id.
pub(crate) fn item_by_id(conn: &Connection, id: ItemId) -> Result<ItemFacts> {
    let mut statement = conn.prepare_cached(&format!("{ITEM} WHERE i.id = ?1"))?;
    Ok(statement.query_row([id], item_from_row)?)
}

const ITEM: &str = "SELECT i.id, i.title_id, i.barcode, t.title, i.collection_type, t.medium, i.status, \
    coalesce(i.call_number, t.call_number), i.shelf, i.location, i.price, i.currency, t.class, t.authors \
    FROM item i JOIN title t ON t.id = i.title_id";

fn item_from_row(row: &Row<'_>) -> rusqlite::Result<ItemFacts> {
    let title: String = row.get(3)?;
    let (class, authors): (Option<String>, Option<String>) = (row.get(12)?, row.get(13)?);
    let authors: Vec<String> = authors
        .and_then(|json| serde_json::from_str(&json).ok())
        .unwrap_or_default();
    let own: Option<String> = row.get(7)?;
    let made = || made_call_number(class.as_deref(), authors.first().map(String::as_str), &title);
    Ok(ItemFacts {
        id: row.get(0)?,
        title_id: row.get(1)?,
        barcode: row.get(2)?,
        collection_type: row.get(4)?,
        medium: row.get(5)?,
        status: columns::code(row, 6, ItemStatus::from_code)?,
        place: Place {
            call_number: own.or_else(made),
            shelf: row.get(8)?,
            location: row.get(9)?,
        },
        price: in_rupiah(row.get(10)?, row.get::<_, Option<String>>(11)?.as_deref()),
        title,
    })
}

/// A price as fines and losses know it: none in another currency than rupiah.
pub(crate) fn in_rupiah(price: Option<i64>, currency: Option<&str>) -> Option<Money> {
    let ours = currency.is_none_or(|code| code.eq_ignore_ascii_case("IDR") || code.eq_ignore_ascii_case("Rp"));
    price.filter(|_| ours).and_then(Money::from_whole)
}

const OPEN_LOAN: &str = "SELECT id, item_id, member_id, group_id, rule_id, loaned_at, due_decided, due, renewals, \
    renewed_at FROM loan";

pub(crate) fn loan_from_row(row: &Row<'_>) -> rusqlite::Result<OpenLoan> {
    Ok(OpenLoan {
        id: row.get(0)?,
        item: row.get(1)?,
        member: row.get(2)?,
        group: row.get(3)?,
        rule: row.get(4)?,
        loaned_at: row.get(5)?,
        due_decided: columns::day(row, 6)?,
        due: columns::day(row, 7)?,
        renewals: row.get(8)?,
        renewed_at: row.get(9)?,
    })
}

/// The open loan of a copy.
pub(crate) fn open_loan(conn: &Connection, item: ItemId) -> Result<Option<OpenLoan>> {
    let mut statement = conn.prepare_cached(&format!("{OPEN_LOAN} WHERE item_id = ?1 AND ended IS NULL"))?;
    Ok(statement.query_row([item], loan_from_row).optional()?)
}

/// The open loan with this id.
pub(crate) fn open_loan_by_id(conn: &Connection, id: LoanId) -> Result<Option<OpenLoan>> {
    let mut statement = conn.prepare_cached(&format!("{OPEN_LOAN} WHERE id = ?1 AND ended IS NULL"))?;
    Ok(statement.query_row([id], loan_from_row).optional()?)
}

/// The open loans of a member, by number.
pub(crate) fn open_loans_of(conn: &Connection, member: MemberId) -> Result<Vec<OpenLoan>> {
    let mut statement = conn.prepare_cached(&format!(
        "{OPEN_LOAN} WHERE member_id = ?1 AND ended IS NULL ORDER BY id"
    ))?;
    let rows = statement.query_map([member], loan_from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Notes the due date of a loan that gets another one, by a renewal or by a change of the calendar, so that reports can
/// tell of the days before. Call it before the due date is stored.
pub(crate) fn note_due_change(conn: &Connection, loan: LoanId, day: Date, renewal: bool) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO due_change (loan_id, number, day, due_before, renewal) \
         SELECT id, 1 + (SELECT coalesce(max(number), 0) FROM due_change WHERE loan_id = ?1), ?2, due, ?3 \
         FROM loan WHERE id = ?1",
    )?;
    statement.execute(params![loan, day.to_string(), renewal])?;
    Ok(())
}

/// Keeps a copy as being of this status, and that staff said so: an import leaves it alone then.
pub(crate) fn set_item_status(conn: &Connection, item: ItemId, status: ItemStatus) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "UPDATE item SET status = ?2, edited = CASE
             WHEN edited IS NULL THEN json_array('status')
             WHEN EXISTS (SELECT 1 FROM json_each(edited) WHERE value = 'status') THEN edited
             ELSE json_insert(edited, '$[#]', 'status') END
         WHERE id = ?1",
    )?;
    statement.execute(params![item, status.code()])?;
    Ok(())
}

/// The last day without loans of a member.
pub(crate) fn set_suspended(conn: &Connection, member: MemberId, until: Option<Date>) -> Result<()> {
    let mut statement = conn.prepare_cached("UPDATE member SET suspended_until = ?2 WHERE id = ?1")?;
    statement.execute(params![member, until.map(|day| day.to_string())])?;
    Ok(())
}

/// Ids for new records of one kind, from its counter: read before the writes, stored with them.
#[derive(Debug)]
pub(crate) struct Numbers {
    counter: &'static str,
    first: i64,
    last: i64,
}

impl Numbers {
    /// The counter as it stands.
    pub(crate) fn after_last(conn: &Connection, name: &'static str) -> Result<Numbers> {
        let last = counter::last(conn, name)?;
        Ok(Numbers {
            counter: name,
            first: last,
            last,
        })
    }

    /// The next one.
    pub(crate) fn take(&mut self) -> i64 {
        self.last += 1;
        self.last
    }

    /// Lets the counter come as far as was taken.
    pub(crate) fn store(&self, conn: &Connection) -> Result<()> {
        if self.last > self.first {
            counter::set(conn, self.counter, self.last)?;
        }
        Ok(())
    }
}
