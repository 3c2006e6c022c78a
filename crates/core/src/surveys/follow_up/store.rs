//! Every SQL statement of the plan.

use rusqlite::{Connection, params};

use super::{FollowUp, State};
use crate::error::Result;
use crate::library::columns;
use crate::values::ids::SurveyId;

pub(super) fn plan(conn: &Connection, survey: Option<SurveyId>) -> Result<Vec<FollowUp>> {
    let mut statement = conn.prepare(
        "SELECT follow_up.id, survey.key, element, comment_id, action, owner, due, state, outcome FROM follow_up
            JOIN survey ON survey.id = survey_id WHERE ?1 IS NULL OR survey_id = ?1
            ORDER BY state <> 'open', due, follow_up.id",
    )?;
    let rows = statement.query_map([survey], |row| {
        Ok(FollowUp {
            id: row.get(0)?,
            survey: row.get(1)?,
            element: row.get(2)?,
            comment: row.get(3)?,
            action: row.get(4)?,
            owner: row.get(5)?,
            due: columns::day(row, 6)?,
            state: columns::code(row, 7, State::from_code)?,
            outcome: row.get(8)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn add(conn: &Connection, line: &FollowUp, survey: SurveyId, at: &str) -> Result<()> {
    conn.execute(
        "INSERT INTO follow_up (id, survey_id, element, comment_id, action, owner, due, state, made_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'open', ?8)",
        params![
            line.id,
            survey,
            line.element,
            line.comment,
            line.action,
            line.owner,
            line.due.to_string(),
            at
        ],
    )?;
    Ok(())
}

pub(super) fn set_due(conn: &Connection, line: &FollowUp) -> Result<()> {
    conn.execute(
        "UPDATE follow_up SET due = ?2 WHERE id = ?1",
        params![line.id, line.due.to_string()],
    )?;
    Ok(())
}

pub(super) fn end(conn: &Connection, line: &FollowUp, at: &str) -> Result<()> {
    conn.execute(
        "UPDATE follow_up SET state = ?2, outcome = ?3, ended_at = ?4 WHERE id = ?1",
        params![line.id, line.state.code(), line.outcome, at],
    )?;
    Ok(())
}
