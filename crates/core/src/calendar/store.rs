//! Every SQL statement of the calendars.

use jiff::civil::{Date, Weekday};
use rusqlite::{Connection, params};

use super::rules::{Calendar, Closure, Holiday, HolidayKind, Lists, Opening, WorkingDays};
use crate::error::Result;
use crate::library::{Snapshot, Transaction, columns, counter};
use crate::settings::JOINT_LEAVE_CLOSES;
use crate::values::ids::ClosureId;

/// The opening calendar from a day on: what ended before is not read, so days before `from` may seem open.
pub(crate) fn load(conn: &Connection, from: Date) -> Result<Calendar> {
    Ok(Calendar::of(lists(conn, from)?))
}

/// What the opening calendar is built from, as far as it ends on `from` or later.
pub(crate) fn lists(conn: &Connection, from: Date) -> Result<Lists> {
    Ok(Lists {
        weekly: weekly(conn)?,
        holidays: holidays(conn, from)?,
        closures: closures(conn, from)?,
        openings: openings(conn, from)?,
        joint_leave_closes: JOINT_LEAVE_CLOSES.whole(&Snapshot::of(conn))? == 1,
    })
}

/// The working days of the law, from a day on.
pub(crate) fn working_days(conn: &Connection, from: Date) -> Result<WorkingDays> {
    Ok(WorkingDays::of(holidays(conn, from)?))
}

/// Days of the week on which the library is closed, Monday first.
pub(super) fn weekly(conn: &Connection) -> Result<Vec<Weekday>> {
    let mut statement = conn.prepare_cached("SELECT weekday FROM closed_weekday ORDER BY weekday")?;
    let rows = statement.query_map([], |row| row.get::<_, i8>(0))?;
    let days = rows.map(|row| Ok(Weekday::from_monday_one_offset(row?).ok()));
    let days: Result<Vec<Option<Weekday>>> = days.collect();
    Ok(days?.into_iter().flatten().collect())
}

pub(super) fn holidays(conn: &Connection, from: Date) -> Result<Vec<Holiday>> {
    let sql = "SELECT day, kind, name FROM holiday WHERE day >= ?1 ORDER BY day";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([from.to_string()], |row| {
        Ok(Holiday {
            day: columns::day(row, 0)?,
            kind: columns::code(row, 1, HolidayKind::from_code)?,
            name: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn closures(conn: &Connection, from: Date) -> Result<Vec<Closure>> {
    let sql =
        "SELECT id, first_day, last_day, reason FROM closure WHERE last_day >= ?1 ORDER BY first_day, last_day, id";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([from.to_string()], |row| {
        Ok(Closure {
            id: row.get(0)?,
            first: columns::day(row, 1)?,
            last: columns::day(row, 2)?,
            reason: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn openings(conn: &Connection, from: Date) -> Result<Vec<Opening>> {
    let mut statement = conn.prepare_cached("SELECT day, reason FROM opening WHERE day >= ?1 ORDER BY day")?;
    let rows = statement.query_map([from.to_string()], |row| {
        Ok(Opening {
            day: columns::day(row, 0)?,
            reason: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn next_closure(conn: &Connection) -> Result<ClosureId> {
    Ok(ClosureId(counter::last(conn, ClosureId::COUNTER)? + 1))
}

pub(super) fn add_closure(tx: &Transaction<'_>, closure: &Closure) -> Result<()> {
    counter::set(tx.sql(), ClosureId::COUNTER, closure.id.0)?;
    tx.sql().execute(
        "INSERT INTO closure (id, first_day, last_day, reason) VALUES (?1, ?2, ?3, ?4)",
        params![
            closure.id,
            closure.first.to_string(),
            closure.last.to_string(),
            closure.reason
        ],
    )?;
    Ok(())
}

pub(super) fn remove_closure(tx: &Transaction<'_>, id: ClosureId) -> Result<()> {
    tx.sql().execute("DELETE FROM closure WHERE id = ?1", [id])?;
    Ok(())
}

pub(super) fn set_opening(tx: &Transaction<'_>, opening: &Opening) -> Result<()> {
    tx.sql().execute(
        "INSERT INTO opening (day, reason) VALUES (?1, ?2) ON CONFLICT (day) DO UPDATE SET reason = excluded.reason",
        params![opening.day.to_string(), opening.reason],
    )?;
    Ok(())
}

pub(super) fn remove_opening(tx: &Transaction<'_>, day: Date) -> Result<()> {
    tx.sql()
        .execute("DELETE FROM opening WHERE day = ?1", [day.to_string()])?;
    Ok(())
}

pub(super) fn set_weekly(tx: &Transaction<'_>, days: &[Weekday]) -> Result<()> {
    tx.sql().execute("DELETE FROM closed_weekday", [])?;
    for day in days {
        let number = day.to_monday_one_offset();
        tx.sql()
            .execute("INSERT INTO closed_weekday (weekday) VALUES (?1)", [number])?;
    }
    Ok(())
}

pub(crate) fn set_holiday(tx: &Transaction<'_>, holiday: &Holiday) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "INSERT INTO holiday (day, kind, name) VALUES (?1, ?2, ?3)
         ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name = excluded.name",
    )?;
    statement.execute(params![holiday.day.to_string(), holiday.kind.code(), holiday.name])?;
    Ok(())
}

pub(super) fn remove_holiday(tx: &Transaction<'_>, day: Date) -> Result<()> {
    tx.sql()
        .execute("DELETE FROM holiday WHERE day = ?1", [day.to_string()])?;
    Ok(())
}
