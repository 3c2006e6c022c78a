//! Every SQL statement of the rows behind figures.

use jiff::civil::Date;
use rusqlite::{Connection, Row, params};

use super::{CountRow, HoldRow, ItemRow, LoanRow, MemberRow, MoneyRow, PlanRow};
use crate::error::Result;
use crate::library::columns::{day, optional_day};
use crate::reports::page::Span;

/// The first day of a span and the day after its last: stamps within it are not before the one and before the other.
fn bounds(span: Span) -> [String; 2] {
    [
        span.first.to_string(),
        span.last.tomorrow().unwrap_or(span.last).to_string(),
    ]
}

/// The columns of a loan's row, after the day it counts for and the due date.
const LOAN: &str = "item.barcode, title.title, title.class, reader_group.member_type, substr(loan.loaned_at, 1, 10), \
    loan.ended FROM loan JOIN item ON item.id = loan.item_id JOIN title ON title.id = item.title_id \
    JOIN reader_group ON reader_group.id = loan.group_id";

fn loan(row: &Row<'_>) -> rusqlite::Result<LoanRow> {
    Ok(LoanRow {
        day: day(row, 0)?,
        due: day(row, 1)?,
        item: row.get(2)?,
        title: row.get(3)?,
        class: row.get(4)?,
        member_type: row.get(5)?,
        loaned: day(row, 6)?,
        ended: row.get(7)?,
    })
}

fn loan_rows(conn: &Connection, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Vec<LoanRow>> {
    let mut statement = conn.prepare(sql)?;
    let rows = statement.query_map(values, loan)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The loans that began in a span; all of them are above the mark.
pub(super) fn loans(conn: &Connection, span: Span, mark: i64) -> Result<Vec<LoanRow>> {
    let [first, after] = bounds(span);
    let sql = format!(
        "SELECT substr(loan.loaned_at, 1, 10), loan.due, {LOAN}
         WHERE loan.id > ?1 AND loan.loaned_at >= ?2 AND loan.loaned_at < ?3 ORDER BY loan.loaned_at, loan.id"
    );
    loan_rows(conn, &sql, params![mark, first, after])
}

pub(super) fn renewals(conn: &Connection, span: Span) -> Result<Vec<LoanRow>> {
    let [first, after] = bounds(span);
    let sql = format!(
        "SELECT due_change.day, loan.due, {LOAN} JOIN due_change ON due_change.loan_id = loan.id
         WHERE due_change.day >= ?1 AND due_change.day < ?2 AND due_change.renewal = 1
         ORDER BY due_change.day, loan.id, due_change.number"
    );
    loan_rows(conn, &sql, params![first, after])
}

pub(super) fn returns(conn: &Connection, span: Span) -> Result<Vec<LoanRow>> {
    let [first, after] = bounds(span);
    let sql = format!(
        "SELECT substr(loan.ended_at, 1, 10), loan.due, {LOAN}
         WHERE loan.ended_at >= ?1 AND loan.ended_at < ?2 AND loan.ended = 'returned' ORDER BY loan.ended_at, loan.id"
    );
    loan_rows(conn, &sql, params![first, after])
}

/// The due date of a loan at the end of the day `?1`: after the change that was recorded last among those up to it.
const DUE_THEN: &str = "coalesce((SELECT due_before FROM due_change WHERE due_change.loan_id = loan.id AND number = 1 +
    (SELECT coalesce(max(number), 0) FROM due_change AS past WHERE past.loan_id = loan.id AND past.day <= ?1)), loan.due)";

/// The loans that stood at the end of a day and stand still, and those that have ended since; `?2` is the day after.
const STOOD: [&str; 2] = [
    "loan.ended IS NULL AND loan.loaned_at < ?2",
    "loan.ended_at >= ?2 AND loan.loaned_at < ?2 AND (loan.lost_at IS NULL OR loan.lost_at >= ?2)",
];

/// The loans that stood at the end of a day, each with its due date as it was then.
pub(super) fn on_loan(conn: &Connection, at: Date) -> Result<Vec<LoanRow>> {
    let [at, after] = bounds(Span::of(at));
    let [open, ended] = STOOD.map(|stood| format!("SELECT ?1, {DUE_THEN}, {LOAN} WHERE {stood}"));
    loan_rows(
        conn,
        &format!("{open} UNION ALL {ended} ORDER BY 7, 3"),
        params![at, after],
    )
}

/// A loan that stood at the end of a day: its due date as it was then, and whose it is, as far as that is still known.
pub(in crate::reports) struct Borrowed {
    pub(in crate::reports) due: Date,
    /// Card, name and telephone.
    pub(in crate::reports) reader: Option<(String, String, Option<String>)>,
}

/// The loans that stood at the end of a day, by who had them. Outside the desk no title goes with it.
pub(in crate::reports) fn readers_on_loan(conn: &Connection, at: Date) -> Result<Vec<Borrowed>> {
    let [open, ended] = STOOD.map(|stood| {
        format!(
            "SELECT {DUE_THEN}, member.card, member.name, member.phone
             FROM loan LEFT JOIN member ON member.id = loan.member_id WHERE {stood}"
        )
    });
    let mut statement = conn.prepare(&format!("{open} UNION ALL {ended}"))?;
    let rows = statement.query_map(bounds(Span::of(at)), |row| {
        let (card, name): (Option<String>, Option<String>) = (row.get(1)?, row.get(2)?);
        let phone = row.get(3)?;
        Ok(Borrowed {
            due: day(row, 0)?,
            reader: card.zip(name).map(|(card, name)| (card, name, phone)),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const HOLD: &str = "SELECT substr(hold.placed_at, 1, 10), title.title, title.class, item.barcode, hold.ready_on
    FROM hold JOIN title ON title.id = hold.title_id LEFT JOIN item ON item.id = hold.ready_item";

fn hold(row: &Row<'_>) -> rusqlite::Result<HoldRow> {
    Ok(HoldRow {
        placed: day(row, 0)?,
        title: row.get(1)?,
        class: row.get(2)?,
        item: row.get(3)?,
        ready: optional_day(row, 4)?,
    })
}

pub(super) fn holds_placed(conn: &Connection, span: Span) -> Result<Vec<HoldRow>> {
    let sql = format!("{HOLD} WHERE hold.placed_at >= ?1 AND hold.placed_at < ?2 ORDER BY hold.placed_at, hold.id");
    let mut statement = conn.prepare(&sql)?;
    let rows = statement.query_map(bounds(span), hold)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The holds that waited at the end of a day, or that stood ready.
pub(super) fn holds_at(conn: &Connection, at: Date, ready: bool) -> Result<Vec<HoldRow>> {
    let state = "hold.placed_at < ?2 AND (hold.ready_on IS NOT NULL AND hold.ready_on <= ?1) = ?3";
    let sql = format!(
        "{HOLD} WHERE hold.ended_at IS NULL AND {state} UNION ALL {HOLD} WHERE hold.ended_at >= ?2 AND {state}
         ORDER BY 1, 2, 4"
    );
    let [at, after] = bounds(Span::of(at));
    let mut statement = conn.prepare(&sql)?;
    let rows = statement.query_map(params![at, after, ready], hold)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn members(conn: &Connection, span: Span) -> Result<Vec<MemberRow>> {
    let sql = "SELECT joined, card, member_type FROM member WHERE joined >= ?1 AND joined < ?2 ORDER BY joined, id";
    let mut statement = conn.prepare(sql)?;
    let rows = statement.query_map(bounds(span), |row| {
        Ok(MemberRow {
            joined: day(row, 0)?,
            card: row.get(1)?,
            member_type: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The copies that were received in a span: bought, or come from elsewhere.
pub(super) fn items(conn: &Connection, span: Span, bought: bool) -> Result<Vec<ItemRow>> {
    let [first, after] = bounds(span);
    let mut statement = conn.prepare(
        "SELECT item.received, item.barcode, title.title, title.class, item.source,
             EXISTS (SELECT 1 FROM loan WHERE loan.item_id = item.id AND loan.loaned_at < ?2)
         FROM item JOIN title ON title.id = item.title_id
         WHERE item.received >= ?1 AND item.received < ?2 AND item.source IS NOT NULL AND (item.source = 'bought') = ?3
         ORDER BY item.received, item.id",
    )?;
    let rows = statement.query_map(params![first, after, bought], |row| {
        Ok(ItemRow {
            received: day(row, 0)?,
            item: row.get(1)?,
            title: row.get(2)?,
            class: row.get(3)?,
            source: row.get(4)?,
            lent: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn counts(conn: &Connection, sql: &str, span: Span) -> Result<Vec<CountRow>> {
    let mut statement = conn.prepare(sql)?;
    let rows = statement.query_map(bounds(span), |row| {
        Ok(CountRow {
            day: day(row, 0)?,
            what: row.get(1)?,
            of: row.get(2)?,
            count: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn in_house(conn: &Connection, span: Span) -> Result<Vec<CountRow>> {
    let sql = "SELECT used.day, title.title, item.barcode, used.times FROM in_house_use AS used
        JOIN item ON item.id = used.item_id JOIN title ON title.id = item.title_id
        WHERE used.day >= ?1 AND used.day < ?2 ORDER BY used.day, item.id";
    counts(conn, sql, span)
}

pub(super) fn searches(conn: &Connection, span: Span) -> Result<Vec<CountRow>> {
    let sql =
        "SELECT day, query, NULL, times FROM unmet_search WHERE day >= ?1 AND day < ?2 ORDER BY day, times DESC, query";
    counts(conn, sql, span)
}

/// The sessions that were held in a span, with the heads that were counted.
pub(super) fn sessions(conn: &Connection, span: Span) -> Result<Vec<CountRow>> {
    let sql = "SELECT substr(held.starts, 1, 10), event.title, event.key,
            (SELECT coalesce(sum(attendance.heads), 0) FROM registration
             JOIN attendance ON attendance.registration_id = registration.id AND attendance.session = held.number
             WHERE registration.event_id = event.id)
        FROM event_session AS held JOIN event ON event.id = held.event_id
        WHERE held.starts >= ?1 AND held.starts < ?2 AND event.cancelled IS NULL
        ORDER BY held.starts, event.id, held.number";
    counts(conn, sql, span)
}

pub(super) fn money(conn: &Connection, span: Span) -> Result<Vec<MoneyRow>> {
    let mut statement = conn.prepare(
        "SELECT day, id, kind, staff, CASE kind WHEN 'refund' THEN -amount ELSE amount END FROM ledger
         WHERE day >= ?1 AND day < ?2 AND (kind = 'payment' OR kind = 'refund') ORDER BY day, id",
    )?;
    let rows = statement.query_map(bounds(span), |row| {
        Ok(MoneyRow {
            day: day(row, 0)?,
            entry: row.get(1)?,
            kind: row.get(2)?,
            staff: row.get(3)?,
            amount: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The lines of plans that should have been done by the end of a day, and were not.
pub(super) fn plans(conn: &Connection, at: Date) -> Result<Vec<PlanRow>> {
    let mut statement = conn.prepare(
        "SELECT follow_up.id, survey.key, follow_up.action, follow_up.owner, follow_up.due
         FROM follow_up JOIN survey ON survey.id = follow_up.survey_id
         WHERE follow_up.made_at < ?2 AND follow_up.due <= ?1 AND (follow_up.ended_at IS NULL OR follow_up.ended_at >= ?2)
         ORDER BY follow_up.due, follow_up.id",
    )?;
    let rows = statement.query_map(bounds(Span::of(at)), |row| {
        Ok(PlanRow {
            follow_up: row.get(0)?,
            survey: row.get(1)?,
            action: row.get(2)?,
            owner: row.get(3)?,
            due: day(row, 4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
