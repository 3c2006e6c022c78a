//! Every SQL statement of the comments.

use rusqlite::{Connection, OptionalExtension, params};

use super::Comment;
use crate::error::Result;
use crate::values::ids::{CommentId, SurveyBatchId, SurveyId};

pub(crate) fn add(
    conn: &Connection,
    id: CommentId,
    (survey, batch): (SurveyId, SurveyBatchId),
    question: &str,
    body: &str,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO survey_comment (id, survey_id, batch_id, question, body) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    statement.execute(params![id, survey, batch, question, body])?;
    Ok(())
}

pub(super) fn comments(conn: &Connection, survey: SurveyId) -> Result<Vec<Comment>> {
    let mut statement = conn.prepare(
        "SELECT id, question, body, (SELECT group_concat(tag, ' ') FROM survey_comment_tag WHERE comment_id = id)
            FROM survey_comment WHERE survey_id = ?1 ORDER BY id",
    )?;
    let rows = statement.query_map([survey], |row| {
        let tags: Option<String> = row.get(3)?;
        Ok(Comment {
            id: row.get(0)?,
            question: row.get(1)?,
            body: row.get(2)?,
            tags: tags.unwrap_or_default().split_whitespace().map(str::to_owned).collect(),
            elements: Vec::new(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The survey of a comment.
pub(crate) fn survey_of(conn: &Connection, id: CommentId) -> Result<Option<SurveyId>> {
    let sql = "SELECT survey_id FROM survey_comment WHERE id = ?1";
    Ok(conn.query_row(sql, [id], |row| row.get(0)).optional()?)
}

/// The tags of a comment; none when it is not there.
pub(super) fn tags(conn: &Connection, id: CommentId) -> Result<Option<Vec<String>>> {
    if survey_of(conn, id)?.is_none() {
        return Ok(None);
    }
    let mut statement = conn.prepare("SELECT tag FROM survey_comment_tag WHERE comment_id = ?1 ORDER BY tag")?;
    let rows = statement.query_map([id], |row| row.get(0))?;
    Ok(Some(rows.collect::<rusqlite::Result<_>>()?))
}

pub(super) fn set_tags(conn: &Connection, id: CommentId, tags: &[String]) -> Result<()> {
    conn.execute("DELETE FROM survey_comment_tag WHERE comment_id = ?1", [id])?;
    for tag in tags {
        conn.execute(
            "INSERT INTO survey_comment_tag (comment_id, tag) VALUES (?1, ?2)",
            params![id, tag],
        )?;
    }
    Ok(())
}

/// Comments of a batch that have a tag or a follow-up.
pub(crate) fn used(conn: &Connection, batch: SurveyBatchId) -> Result<Vec<CommentId>> {
    let mut statement = conn.prepare(
        "SELECT id FROM survey_comment WHERE batch_id = ?1 AND (
            id IN (SELECT comment_id FROM survey_comment_tag) OR id IN (SELECT comment_id FROM follow_up)) ORDER BY id",
    )?;
    let rows = statement.query_map([batch], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn words(conn: &Connection) -> Result<Vec<(String, Option<String>)>> {
    let mut statement = conn.prepare("SELECT word, element FROM survey_word ORDER BY word")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn set_word(conn: &Connection, word: &str, element: Option<&str>) -> Result<()> {
    conn.execute(
        "INSERT INTO survey_word (word, element) VALUES (?1, ?2) ON CONFLICT (word) DO UPDATE SET element = excluded.element",
        params![word, element],
    )?;
    Ok(())
}
