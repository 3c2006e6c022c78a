//! Every SQL statement of the surveys; those of comments and the plan are in their own stores.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Survey;
use super::figures::Weight;
use super::instrument::Instrument;
use super::reading::Response;
use super::reading::cells::Answer;
use super::undo::Batch;
use crate::error::Result;
use crate::library::columns;
use crate::values::ids::{InstrumentId, ResponseId, SurveyBatchId, SurveyId};

const SURVEY: &str =
    "SELECT survey.id, survey.key, survey.name, instrument.definition, item_order, unit, service, opens,
    closes, weight, population FROM survey JOIN instrument ON instrument.id = instrument_id";

fn survey_from(row: &Row<'_>) -> rusqlite::Result<Survey> {
    let bad = |column: usize, what: String| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, what.into())
    };
    let definition = row.get_ref(3)?.as_str()?;
    let instrument = Instrument::from_json(definition).map_err(|problem| bad(3, problem.code.to_owned()))?;
    let weight: String = row.get(9)?;
    Ok(Survey {
        id: row.get(0)?,
        key: row.get(1)?,
        name: row.get(2)?,
        instrument,
        order: row.get(4)?,
        unit: row.get(5)?,
        service: row.get(6)?,
        opens: columns::day(row, 7)?,
        closes: columns::day(row, 8)?,
        weight: Weight::parse(&weight).ok_or_else(|| bad(9, weight.clone()))?,
        population: row.get::<_, Option<i64>>(10)?.map(i64::unsigned_abs),
    })
}

pub(super) fn surveys(conn: &Connection) -> Result<Vec<Survey>> {
    let mut statement = conn.prepare(&format!("{SURVEY} ORDER BY closes DESC, opens DESC, survey.key"))?;
    let rows = statement.query_map([], survey_from)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn survey(conn: &Connection, key: &str) -> Result<Option<Survey>> {
    let mut statement = conn.prepare(&format!("{SURVEY} WHERE survey.key = ?1"))?;
    Ok(statement.query_row([key], survey_from).optional()?)
}

pub(super) fn add_survey(conn: &Connection, survey: &Survey, instrument: InstrumentId, at: &str) -> Result<()> {
    conn.execute(
        "INSERT INTO survey (id, key, name, instrument_id, item_order, unit, service, opens, closes, weight, population,
            made_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        params![
            survey.id,
            survey.key,
            survey.name,
            instrument,
            survey.order,
            survey.unit,
            survey.service,
            survey.opens.to_string(),
            survey.closes.to_string(),
            survey.weight.to_string(),
            survey.population.and_then(|population| i64::try_from(population).ok()),
            at
        ],
    )?;
    Ok(())
}

pub(super) fn instruments(conn: &Connection) -> Result<Vec<Instrument>> {
    let sql =
        "SELECT definition FROM instrument WHERE id IN (SELECT max(id) FROM instrument GROUP BY key) ORDER BY key";
    let mut statement = conn.prepare(sql)?;
    let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
    let texts: Vec<String> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(texts
        .iter()
        .filter_map(|text| Instrument::from_json(text).ok())
        .collect())
}

/// The stored instrument of this key that is exactly this one.
pub(super) fn instrument_as(conn: &Connection, key: &str, definition: &str) -> Result<Option<InstrumentId>> {
    let sql = "SELECT max(id) FROM instrument WHERE key = ?1 AND definition = ?2";
    Ok(conn.query_row(sql, [key, definition], |row| row.get(0))?)
}

pub(super) fn add_instrument(conn: &Connection, id: InstrumentId, key: &str, json: &str, at: &str) -> Result<()> {
    let sql = "INSERT INTO instrument (id, key, definition, stored_at) VALUES (?1, ?2, ?3, ?4)";
    conn.execute(sql, params![id, key, json, at])?;
    Ok(())
}

/// A batch that stands: how many rows its file had, and their digest.
#[derive(Debug, Clone)]
pub(super) struct Standing {
    pub(super) rows: u64,
    pub(super) digest: Vec<u8>,
}

pub(super) fn standing(conn: &Connection, survey: SurveyId) -> Result<Vec<Standing>> {
    let sql = "SELECT row_count, rows_digest FROM survey_batch WHERE survey_id = ?1 AND undone IS NULL";
    let mut statement = conn.prepare(sql)?;
    let rows = statement.query_map([survey], |row| {
        Ok(Standing {
            rows: row.get::<_, i64>(0)?.unsigned_abs(),
            digest: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn fingerprints(conn: &Connection, survey: SurveyId) -> Result<std::collections::HashSet<i64>> {
    let sql = "SELECT fingerprint FROM survey_response WHERE survey_id = ?1 AND fingerprint IS NOT NULL";
    let mut statement = conn.prepare(sql)?;
    let rows = statement.query_map([survey], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn add_batch(conn: &Connection, batch: &Batch, survey: SurveyId) -> Result<()> {
    conn.execute(
        "INSERT INTO survey_batch (id, survey_id, at, staff, file, row_count, rows_digest, responses, rejected)
            VALUES (?1, ?2, ?3, ?4, ?5, 0, zeroblob(32), 0, 0)",
        params![batch.id, survey, batch.at, batch.staff, batch.file],
    )?;
    Ok(())
}

pub(super) fn settle_batch(conn: &Connection, batch: &Batch, rows: u64, digest: &[u8]) -> Result<()> {
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    conn.execute(
        "UPDATE survey_batch SET row_count = ?2, rows_digest = ?3, responses = ?4, rejected = ?5 WHERE id = ?1",
        params![
            batch.id,
            whole(rows),
            digest,
            whole(batch.responses),
            whole(batch.rejected)
        ],
    )?;
    Ok(())
}

pub(super) fn add_response(
    conn: &Connection,
    id: ResponseId,
    (survey, batch): (SurveyId, SurveyBatchId),
    response: &Response,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO survey_response (id, survey_id, batch_id, day, scores, answers, fingerprint)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let answers = match response.answers.is_empty() {
        true => None,
        false => Some(serde_json::to_string(&response.answers).unwrap_or_default()),
    };
    let day = response.day.map(|day| day.to_string());
    let scores = written(&response.scores);
    statement.execute(params![id, survey, batch, day, scores, answers, response.fingerprint])?;
    Ok(())
}

/// Takes out what a batch brought.
pub(super) fn remove_responses(conn: &Connection, batch: SurveyBatchId) -> Result<u64> {
    conn.execute("DELETE FROM survey_comment WHERE batch_id = ?1", [batch])?;
    Ok(conn.execute("DELETE FROM survey_response WHERE batch_id = ?1", [batch])? as u64)
}

pub(super) fn remove_batch(conn: &Connection, batch: SurveyBatchId) -> Result<()> {
    conn.execute("DELETE FROM survey_batch WHERE id = ?1", [batch])?;
    Ok(())
}

pub(super) fn mark_undone(conn: &Connection, batch: SurveyBatchId, at: &str) -> Result<()> {
    conn.execute("UPDATE survey_batch SET undone = ?2 WHERE id = ?1", params![batch, at])?;
    Ok(())
}

/// The batches of a survey, or of all, newest first.
pub(super) fn batches(conn: &Connection, survey: Option<SurveyId>) -> Result<Vec<Batch>> {
    let mut statement = conn.prepare(
        "SELECT survey_batch.id, survey.key, at, staff, file, responses, rejected, undone FROM survey_batch
            JOIN survey ON survey.id = survey_id WHERE ?1 IS NULL OR survey_id = ?1 ORDER BY survey_batch.id DESC",
    )?;
    let rows = statement.query_map([survey], |row| {
        Ok(Batch {
            id: row.get(0)?,
            survey: row.get(1)?,
            at: row.get(2)?,
            staff: row.get(3)?,
            file: row.get(4)?,
            responses: row.get::<_, i64>(5)?.unsigned_abs(),
            rejected: row.get::<_, i64>(6)?.unsigned_abs(),
            undone: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Rows that were rejected in the batches that stand.
pub(super) fn rejected(conn: &Connection, survey: SurveyId) -> Result<u64> {
    let sql = "SELECT coalesce(sum(rejected), 0) FROM survey_batch WHERE survey_id = ?1 AND undone IS NULL";
    Ok(conn
        .query_row(sql, [survey], |row| row.get::<_, i64>(0))?
        .unsigned_abs())
}

/// Hands out every response of a survey, in the order they came.
pub(super) fn each_response(conn: &Connection, survey: SurveyId, mut each: impl FnMut(&Response)) -> Result<()> {
    let sql = "SELECT scores, day, answers FROM survey_response WHERE survey_id = ?1 ORDER BY id";
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([survey])?;
    let mut response = Response::default();
    while let Some(row) = rows.next()? {
        response.scores.clear();
        response.scores.extend(
            row.get_ref(0)?
                .as_str()
                .map_err(rusqlite::Error::from)?
                .bytes()
                .map(score),
        );
        response.day = columns::optional_day(row, 1)?;
        let answers: Option<String> = row.get(2)?;
        response.answers = answers.map(|json| answers_from(&json)).unwrap_or_default();
        each(&response);
    }
    Ok(())
}

fn answers_from(json: &str) -> std::collections::BTreeMap<String, Answer> {
    serde_json::from_str(json).unwrap_or_default()
}

/// Scores as one text: a figure each, `A` for 10, `-` for a blank.
pub(crate) fn written(scores: &[u8]) -> String {
    let letter = |score: &u8| match score {
        0 => '-',
        10 => 'A',
        score => char::from(b'0' + score.min(&9)),
    };
    scores.iter().map(letter).collect()
}

fn score(letter: u8) -> u8 {
    match letter {
        b'A' => 10,
        b'1'..=b'9' => letter - b'0',
        _ => 0,
    }
}

/// Loans that were made in these days, and the different readers among those whose history was not cut.
pub(super) fn loans(conn: &Connection, from: &str, before: &str) -> Result<(u64, u64)> {
    let sql = "SELECT count(*), count(DISTINCT member_id) FROM loan WHERE loaned_at >= ?1 AND loaned_at < ?2";
    let both = conn.query_row(sql, [from, before], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
    })?;
    Ok((both.0.unsigned_abs(), both.1.unsigned_abs()))
}
