//! Every SQL statement of the holds.

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};

use super::queue::{Handover, Held, Queue, SetAside, State, Stock};
use super::{HoldLine, HoldsOf};
use crate::circulation::facts::day_of;
use crate::error::Result;
use crate::library::columns;
use crate::values::ids::{HoldId, ItemId, MemberId, TitleId};

/// The queue of a title. Its copies are read when somebody waits, or when `with_stock` says so.
pub(crate) fn queue(conn: &Connection, title: TitleId, with_stock: bool) -> Result<Queue> {
    let holds = holds(conn, title)?;
    let stock = if with_stock || !holds.is_empty() {
        stock(conn, title)?
    } else {
        Vec::new()
    };
    Ok(Queue { title, holds, stock })
}

fn holds(conn: &Connection, title: TitleId) -> Result<Vec<Held>> {
    let mut statement = conn.prepare_cached(
        "SELECT h.id, h.member_id, h.item_id, h.handover, h.state, h.ready_item, h.ready_on, h.shelf_days, h.shelf_until, \
         (SELECT r.day FROM delivery d JOIN delivery_round r ON r.id = d.round_id \
          WHERE d.hold_id = h.id AND d.state = 'planned'), \
         EXISTS (SELECT 1 FROM consent c WHERE c.member_id = h.member_id AND c.kind = 'reading-history' \
          AND c.withdrawn_at IS NULL) \
         FROM hold h WHERE h.title_id = ?1 AND h.ended_at IS NULL ORDER BY h.id",
    )?;
    let rows = statement.query_map([title], |row| {
        let aside = match row.get::<_, Option<ItemId>>(5)? {
            None => State::Waiting,
            Some(item) => State::Ready(SetAside {
                item,
                on: columns::day(row, 6)?,
                days: row.get(7)?,
                until: columns::day(row, 8)?,
            }),
        };
        Ok(Held {
            id: row.get(0)?,
            member: row.get(1)?,
            only: row.get(2)?,
            handover: columns::code(row, 3, Handover::from_code)?,
            state: aside,
            planned: columns::optional_day(row, 9)?,
            keeps_history: row.get(10)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn stock(conn: &Connection, title: TitleId) -> Result<Vec<Stock>> {
    let mut statement = conn.prepare_cached(
        "SELECT i.id, i.status = 'available' \
         AND NOT EXISTS (SELECT 1 FROM loan l WHERE l.item_id = i.id AND l.ended IS NULL) \
         FROM item i WHERE i.title_id = ?1 ORDER BY i.id",
    )?;
    let rows = statement.query_map([title], |row| {
        Ok(Stock {
            item: row.get(0)?,
            free: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether the title has a copy that is lent, or may be.
pub(super) fn ever_lent(conn: &Connection, title: TitleId, only: Option<ItemId>) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM item i WHERE i.title_id = ?1 AND (?2 IS NULL OR i.id = ?2) AND (\
         i.status = 'available' OR i.status = 'repair' \
         OR EXISTS (SELECT 1 FROM loan l WHERE l.item_id = i.id AND l.ended IS NULL)))",
    )?;
    Ok(statement.query_row(params![title, only], |row| row.get(0))?)
}

/// Adds a hold.
pub(super) fn add(conn: &Connection, title: TitleId, held: &Held, placed_at: &str) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO hold (id, member_id, title_id, item_id, placed_at, handover, state) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'waiting')",
    )?;
    statement.execute(params![
        held.id,
        held.member,
        title,
        held.only,
        placed_at,
        held.handover.code()
    ])?;
    Ok(())
}

/// Stores how far a hold has come. One that is over is cut from the person, unless they keep their history; what it
/// stood ready with is told by the loan.
pub(super) fn set_state(conn: &Connection, held: &Held, at: &str) -> Result<()> {
    match held.state {
        State::Waiting => {
            let mut statement = conn.prepare_cached(
                "UPDATE hold SET state = 'waiting', member_id = ?2, ready_item = NULL, ready_on = NULL, \
                 shelf_days = NULL, shelf_until = NULL, ended_at = NULL WHERE id = ?1",
            )?;
            statement.execute(params![held.id, held.member])?;
        }
        State::Ready(aside) => {
            let mut statement = conn.prepare_cached(
                "UPDATE hold SET state = 'ready', member_id = ?2, ready_item = ?3, ready_on = ?4, shelf_days = ?5, \
                 shelf_until = ?6, ended_at = NULL WHERE id = ?1",
            )?;
            let (on, until) = (aside.on.to_string(), aside.until.to_string());
            statement.execute(params![held.id, held.member, aside.item, on, aside.days, until])?;
        }
        State::Over(ended) => {
            let mut statement =
                conn.prepare_cached("UPDATE hold SET state = ?2, member_id = ?3, ended_at = ?4 WHERE id = ?1")?;
            let member = held.keeps_history.then_some(held.member);
            statement.execute(params![held.id, ended.code(), member, at])?;
        }
    }
    Ok(())
}

/// The title of a hold that is not over, and whose it is; the title alone when it is over.
pub(super) fn title_of(conn: &Connection, hold: HoldId) -> Result<Option<(TitleId, bool)>> {
    let mut statement = conn.prepare_cached("SELECT title_id, ended_at IS NULL FROM hold WHERE id = ?1")?;
    Ok(statement
        .query_row([hold], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// How many holds of a member are not over on a day. What has stood ready for too long is over, also before somebody
/// looks at its queue ([`Held::passes_on`]).
pub(super) fn open_of(conn: &Connection, member: MemberId, day: Date) -> Result<u32> {
    let mut statement = conn.prepare_cached(
        "SELECT count(*) FROM hold h WHERE h.member_id = ?1 AND h.ended_at IS NULL AND NOT (\
         h.state = 'ready' AND h.shelf_until < ?2 AND NOT EXISTS (\
         SELECT 1 FROM delivery d JOIN delivery_round r ON r.id = d.round_id \
         WHERE d.hold_id = h.id AND d.state = 'planned' AND r.day >= ?2))",
    )?;
    Ok(statement.query_row(params![member, day.to_string()], |row| row.get(0))?)
}

/// The titles that somebody has a hold on.
pub(super) fn titles(conn: &Connection) -> Result<Vec<TitleId>> {
    let mut statement =
        conn.prepare_cached("SELECT DISTINCT title_id FROM hold WHERE ended_at IS NULL ORDER BY title_id")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const LINE: &str = "SELECT h.id, m.card, m.name, m.phone, t.id, t.title, i.barcode, h.placed_at, h.handover, r.barcode, \
    h.ready_on, h.shelf_until, \
    (SELECT count(*) FROM hold o WHERE o.title_id = h.title_id AND o.ended_at IS NULL AND o.state = 'waiting' \
     AND o.id <= h.id), m.district, m.village, m.address, \
    (SELECT d.round_id FROM delivery d WHERE d.hold_id = h.id AND d.state = 'planned') \
    FROM hold h JOIN member m ON m.id = h.member_id JOIN title t ON t.id = h.title_id \
    LEFT JOIN item i ON i.id = h.item_id LEFT JOIN item r ON r.id = h.ready_item";

/// The holds that are not over, as a clerk sees them.
pub(crate) fn lines(conn: &Connection, of: HoldsOf<'_>) -> Result<Vec<HoldLine>> {
    let (wanted, order, value): (&str, &str, Option<&str>) = match of {
        HoldsOf::All => ("h.ended_at IS NULL", "t.title, h.title_id, h.id", None),
        HoldsOf::Ready => ("h.state = 'ready'", "h.shelf_until, m.name_key, h.id", None),
        HoldsOf::Member(card) => ("h.ended_at IS NULL AND m.card = ?1", "h.id", Some(card)),
        HoldsOf::Title(title) => return title_lines(conn, title),
    };
    let mut statement = conn.prepare_cached(&format!("{LINE} WHERE {wanted} ORDER BY {order}"))?;
    let rows = match value {
        Some(value) => statement.query_map([value], line)?.collect::<rusqlite::Result<_>>()?,
        None => statement.query_map([], line)?.collect::<rusqlite::Result<_>>()?,
    };
    Ok(rows)
}

fn title_lines(conn: &Connection, title: TitleId) -> Result<Vec<HoldLine>> {
    let mut statement = conn.prepare_cached(&format!(
        "{LINE} WHERE h.title_id = ?1 AND h.ended_at IS NULL ORDER BY h.id"
    ))?;
    let rows = statement.query_map([title], line)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One hold as a clerk sees it; none when it is over.
pub(crate) fn line_of(conn: &Connection, hold: HoldId) -> Result<Option<HoldLine>> {
    let mut statement = conn.prepare_cached(&format!("{LINE} WHERE h.id = ?1 AND h.ended_at IS NULL"))?;
    Ok(statement.query_row([hold], line).optional()?)
}

fn line(row: &rusqlite::Row<'_>) -> rusqlite::Result<HoldLine> {
    let ready: Option<String> = row.get(9)?;
    let waiting = ready.is_none();
    Ok(HoldLine {
        hold: row.get(0)?,
        card: row.get(1)?,
        name: row.get(2)?,
        phone: row.get(3)?,
        title_id: row.get(4)?,
        title: row.get(5)?,
        only: row.get(6)?,
        placed: day_of(&row.get::<_, String>(7)?),
        handover: columns::code(row, 8, Handover::from_code)?,
        ready,
        ready_on: columns::optional_day(row, 10)?,
        until: columns::optional_day(row, 11)?,
        place: if waiting { Some(row.get(12)?) } else { None },
        district: row.get(13)?,
        village: row.get(14)?,
        address: row.get(15)?,
        round: row.get(16)?,
    })
}

/// The hand-over that was planned for a hold ended otherwise.
pub(super) fn end_planned(conn: &Connection, hold: HoldId, state: &str) -> Result<()> {
    let mut statement =
        conn.prepare_cached("UPDATE delivery SET state = ?2 WHERE hold_id = ?1 AND state = 'planned'")?;
    statement.execute(params![hold, state])?;
    Ok(())
}

/// How a member is reached.
pub(super) struct Contact {
    pub(super) phone: Option<String>,
    pub(super) village: Option<String>,
    pub(super) address: Option<String>,
}

pub(super) fn contact(conn: &Connection, member: MemberId) -> Result<Contact> {
    let mut statement = conn.prepare_cached("SELECT phone, village, address FROM member WHERE id = ?1")?;
    Ok(statement.query_row([member], |row| {
        Ok(Contact {
            phone: row.get(0)?,
            village: row.get(1)?,
            address: row.get(2)?,
        })
    })?)
}

/// What a title is called.
pub(super) fn title_name(conn: &Connection, title: TitleId) -> Result<Option<String>> {
    let mut statement = conn.prepare_cached("SELECT title FROM title WHERE id = ?1")?;
    Ok(statement.query_row([title], |row| row.get(0)).optional()?)
}
