//! Every SQL statement of the deliveries.

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};

use super::{Round, Stop, StopState};
use crate::error::Result;
use crate::library::columns;
use crate::values::ids::{HoldId, RoundId};

/// Adds a round with its stops.
pub(super) fn add(conn: &Connection, round: &Round) -> Result<()> {
    let mut statement =
        conn.prepare_cached("INSERT INTO delivery_round (id, day, courier, area) VALUES (?1, ?2, ?3, ?4)")?;
    statement.execute(params![round.id, round.day.to_string(), round.courier, round.area])?;
    let mut statement = conn.prepare_cached("INSERT INTO delivery (round_id, hold_id, state) VALUES (?1, ?2, ?3)")?;
    for stop in &round.stops {
        statement.execute(params![round.id, stop.hold, stop.state.code()])?;
    }
    Ok(())
}

/// The numbers of the rounds from a day on, the earliest first.
pub(super) fn rounds_from(conn: &Connection, from: Date) -> Result<Vec<RoundId>> {
    let mut statement = conn.prepare_cached("SELECT id FROM delivery_round WHERE day >= ?1 ORDER BY day, id")?;
    let rows = statement.query_map([from.to_string()], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A round with its stops, without what the holds say.
pub(super) fn round(conn: &Connection, id: RoundId) -> Result<Option<Round>> {
    let mut statement = conn.prepare_cached("SELECT day, courier, area FROM delivery_round WHERE id = ?1")?;
    let found = statement.query_row([id], |row| {
        Ok(Round {
            id,
            day: columns::day(row, 0)?,
            courier: row.get(1)?,
            area: row.get(2)?,
            stops: Vec::new(),
        })
    });
    let Some(mut round) = found.optional()? else {
        return Ok(None);
    };
    let mut statement =
        conn.prepare_cached("SELECT hold_id, state, note FROM delivery WHERE round_id = ?1 ORDER BY hold_id")?;
    let rows = statement.query_map([id], |row| {
        Ok(Stop {
            hold: row.get(0)?,
            state: columns::code(row, 1, StopState::from_code)?,
            note: row.get(2)?,
            line: None,
        })
    })?;
    round.stops = rows.collect::<rusqlite::Result<_>>()?;
    Ok(Some(round))
}

/// Notes that a hand-over failed.
pub(super) fn fail(conn: &Connection, round: RoundId, hold: HoldId, note: Option<&str>) -> Result<()> {
    let mut statement =
        conn.prepare_cached("UPDATE delivery SET state = 'failed', note = ?3 WHERE round_id = ?1 AND hold_id = ?2")?;
    statement.execute(params![round, hold, note])?;
    Ok(())
}
