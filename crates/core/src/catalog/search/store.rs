//! Every SQL statement of the search.

use std::collections::HashSet;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};
use xxhash_rust::xxh3::xxh3_64;

use crate::error::{Error, Result};
use crate::values::isbn::{self, Isbn};
use crate::values::text::{fold, fold_into};
use crate::values::{call_number, heading};

use super::Hit;
use super::rank::Candidate;

/// When the copy `i` can be lent now: it is neither on loan nor set aside for somebody.
const LENDABLE: &str = "(i.status = 'available' \
    AND NOT EXISTS (SELECT 1 FROM loan l WHERE l.item_id = i.id AND l.ended IS NULL) \
    AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.ready_item = i.id AND h.state = 'ready'))";

/// An ISBN that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum WantedIsbn {
    Valid(Isbn),
    /// A wrong number is found as printed: its digits.
    Printed(String),
}

impl WantedIsbn {
    /// Reads an ISBN as typed; none when nothing was.
    pub(super) fn of(text: &str) -> Option<Self> {
        match isbn::read(text) {
            isbn::Reading::Valid(isbn) | isbn::Reading::Mended(isbn) => Some(Self::Valid(isbn)),
            isbn::Reading::Empty => None,
            isbn::Reading::Invalid | isbn::Reading::Lost => {
                let digits = text.chars().filter(|c| c.is_alphanumeric()).take(64);
                Some(Self::Printed(digits.flat_map(char::to_uppercase).collect()))
            }
        }
    }
}

/// What a title must be beside having the words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filter {
    pub(super) isbn: Option<WantedIsbn>,
    /// The beginning of a class, in capitals.
    pub(super) class: Option<String>,
    pub(super) available: bool,
}

impl Filter {
    /// Whether every title passes.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Conditions on the title `t`, each with an `AND` before it, and their values.
    fn conditions(&self) -> (String, Vec<Value>) {
        let (mut sql, mut values) = (String::new(), Vec::new());
        match &self.isbn {
            None => {}
            Some(WantedIsbn::Valid(isbn)) => {
                sql.push_str(" AND t.isbn = ?");
                values.push(Value::from(isbn.number()));
            }
            Some(WantedIsbn::Printed(digits)) => {
                sql.push_str(
                    " AND t.isbn_printed IS NOT NULL AND upper(replace(replace(t.isbn_printed, '-', ''), ' ', '')) = ?",
                );
                values.push(Value::from(digits.clone()));
            }
        }
        if let Some(class) = &self.class {
            // The X of 2X may be written small.
            let mut forms = vec![class.clone(), class.to_lowercase()];
            forms.dedup();
            let ranges = vec!["t.class >= ? AND t.class < ?"; forms.len()];
            sql.push_str(&format!(" AND ({})", ranges.join(" OR ")));
            for class in forms {
                values.push(Value::from(class.clone()));
                values.push(Value::from(class + "\u{10FFFF}"));
            }
        }
        if self.available {
            sql.push_str(&format!(
                " AND EXISTS (SELECT 1 FROM item i WHERE i.title_id = t.id AND {LENDABLE})"
            ));
        }
        (sql, values)
    }
}

/// Lets the connection keep few pages. A search reads many pages once each; memory that the system has yet to hand out
/// costs more than reading a page again from the system's own cache.
pub(super) fn keep_few_pages(conn: &Connection) -> Result<()> {
    Ok(conn.pragma_update(None, "cache_size", 32)?)
}

/// Titles that an expression of the index finds, by id, up to the id `end` and at most `limit`.
pub(super) fn matching(
    conn: &Connection,
    expression: &str,
    filter: &Filter,
    end: i64,
    limit: usize,
) -> Result<Vec<i64>> {
    if filter.is_empty() {
        let mut statement =
            conn.prepare_cached("SELECT rowid FROM title_words WHERE title_words MATCH ?1 AND rowid <= ?2 LIMIT ?3")?;
        let rows = statement.query_map(params![expression, end, count(limit)], |row| row.get(0))?;
        return Ok(rows.collect::<rusqlite::Result<_>>()?);
    }
    let (conditions, values) = filter.conditions();
    // CROSS JOIN keeps the index in front: it may stop early.
    let sql = format!(
        "SELECT w.rowid FROM title_words w CROSS JOIN title t ON t.id = w.rowid \
         WHERE w.title_words MATCH ? AND w.rowid <= ?{conditions} LIMIT ?"
    );
    let values = [Value::from(expression.to_owned()), Value::from(end)]
        .into_iter()
        .chain(values);
    let values = values.chain([Value::from(count(limit))]).collect();
    ids(conn, &sql, values)
}

/// Titles that a query in the index's own language finds, in the index's own order.
pub(super) fn raw(conn: &Connection, expression: &str, filter: &Filter, limit: usize) -> Result<Vec<i64>> {
    let (conditions, values) = filter.conditions();
    let sql = format!(
        "SELECT w.rowid FROM title_words w CROSS JOIN title t ON t.id = w.rowid WHERE w.title_words MATCH ?{conditions} \
         ORDER BY w.rank LIMIT ?"
    );
    let first = [Value::from(expression.to_owned())];
    let values = first
        .into_iter()
        .chain(values)
        .chain([Value::from(count(limit))])
        .collect();
    ids(conn, &sql, values).map_err(|error| match error {
        // What the index says of a query that is none is a plain SQL error.
        Error::Database(rusqlite::Error::SqliteFailure(failure, _)) if failure.extended_code == 1 => Error::BadValue {
            what: "query",
            found: expression.to_owned(),
        },
        other => other,
    })
}

/// Titles that pass a filter.
pub(super) fn filtered(conn: &Connection, filter: &Filter, limit: usize) -> Result<Vec<i64>> {
    let (conditions, mut values) = filter.conditions();
    values.push(Value::from(count(limit)));
    ids(
        conn,
        &format!("SELECT t.id FROM title t WHERE true{conditions} LIMIT ?"),
        values,
    )
}

/// Titles whose folded title is this one.
pub(super) fn with_title(conn: &Connection, folded: &str, filter: &Filter, limit: usize) -> Result<Vec<i64>> {
    let (conditions, mut values) = filter.conditions();
    values.insert(0, Value::from(xxh3_64(folded.as_bytes()).cast_signed()));
    values.push(Value::from(count(limit)));
    ids(
        conn,
        &format!("SELECT t.id FROM title t WHERE t.title_hash = ?{conditions} LIMIT ?"),
        values,
    )
}

fn ids(conn: &Connection, sql: &str, values: Vec<Value>) -> Result<Vec<i64>> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(params_from_iter(values), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn count(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

/// A title as it is scored, and as it is listed, without its copies.
pub(super) fn candidate(conn: &Connection, id: i64) -> Result<Option<(Candidate, Hit)>> {
    let mut statement = conn.prepare_cached(
        "SELECT title, part, authors, year, class, call_number, responsibility, subjects FROM title WHERE id = ?1",
    )?;
    let found = statement.query_row([id], |row| {
        let hit = hit_from_row(id, row)?;
        let mut title = fold(&hit.title);
        if let Some(part) = &hit.part {
            fold_into(part, &mut title);
        }
        let mut author = folded_list(&hit.authors);
        if let Some(responsibility) = row.get::<_, Option<String>>(6)? {
            fold_into(&responsibility, &mut author);
        }
        let candidate = Candidate {
            id,
            title,
            proper: hit.title.split([':', '/', '=']).next().map(fold).unwrap_or_default(),
            author,
            subject: folded_list(&list(row, 7)?),
            year: hit.year,
        };
        Ok((candidate, hit))
    });
    Ok(found.optional()?)
}

fn folded_list(texts: &[String]) -> String {
    let mut folded = String::new();
    for text in texts {
        fold_into(text, &mut folded);
    }
    folded
}

fn list(row: &Row<'_>, at: usize) -> rusqlite::Result<Vec<String>> {
    let stored: Option<String> = row.get(at)?;
    Ok(stored
        .and_then(|json| serde_json::from_str(&json).ok())
        .unwrap_or_default())
}

fn hit_from_row(id: i64, row: &Row<'_>) -> rusqlite::Result<Hit> {
    Ok(Hit {
        id,
        title: row.get(0)?,
        part: row.get(1)?,
        authors: list(row, 2)?,
        year: row.get(3)?,
        class: row.get(4)?,
        call_number: row.get(5)?,
        items: 0,
        available: 0,
        shelf: None,
    })
}

/// How many copies a title has.
pub(super) fn items(conn: &Connection, title: i64) -> Result<i64> {
    let mut statement = conn.prepare_cached("SELECT count(*) FROM item WHERE title_id = ?1")?;
    Ok(statement.query_row([title], |row| row.get(0))?)
}

/// A title as it is listed.
pub(super) fn hit(conn: &Connection, id: i64) -> Result<Option<Hit>> {
    let mut statement =
        conn.prepare_cached("SELECT title, part, authors, year, class, call_number FROM title WHERE id = ?1")?;
    let Some(mut hit) = statement.query_row([id], |row| hit_from_row(id, row)).optional()? else {
        return Ok(None);
    };
    add_copies(conn, &mut hit)?;
    Ok(Some(hit))
}

/// Counts the copies of a listed title and says where they stand.
pub(super) fn add_copies(conn: &Connection, hit: &mut Hit) -> Result<()> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {LENDABLE}, i.shelf, i.location, i.call_number FROM item i WHERE i.title_id = ?1 \
         ORDER BY 1 DESC, i.barcode"
    ))?;
    let mut rows = statement.query([hit.id])?;
    while let Some(row) = rows.next()? {
        hit.items += 1;
        hit.available += row.get::<_, i64>(0)?;
        let (shelf, location): (Option<String>, Option<String>) = (row.get(1)?, row.get(2)?);
        hit.shelf = hit.shelf.take().or(shelf).or(location);
        if hit.call_number.is_none() {
            hit.call_number = row.get(3)?;
        }
    }
    if hit.call_number.is_none() {
        let author = hit.authors.first().map(String::as_str);
        hit.call_number = made_call_number(hit.class.as_deref(), author, &hit.title);
    }
    Ok(())
}

/// The call number of a title that has none of its own, if it has a class.
pub(super) fn made_call_number(class: Option<&str>, author: Option<&str>, title: &str) -> Option<String> {
    let heading = author.map(heading::heading);
    class.map(|class| call_number::call_number(class, heading.as_deref(), title))
}

/// The commonest words of the vocabulary that begin so.
pub(super) fn words_with_prefix(conn: &Connection, prefix: &str, most: usize) -> Result<Vec<String>> {
    let mut statement = conn
        .prepare_cached("SELECT word FROM word WHERE word >= ?1 AND word < ?2 ORDER BY titles DESC, word LIMIT ?3")?;
    let end = format!("{prefix}\u{10FFFF}");
    let rows = statement.query_map(params![prefix, end, count(most)], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// In how many titles a word stands.
pub(super) fn titles_with(conn: &Connection, word: &str) -> Result<i64> {
    let mut statement = conn.prepare_cached("SELECT titles FROM word WHERE word = ?1")?;
    Ok(statement.query_row([word], |row| row.get(0)).optional()?.unwrap_or(0))
}

/// Hands every word of the vocabulary with a length in the range, in characters, and its number of titles to `each`.
pub(super) fn each_word(
    conn: &Connection,
    lengths: std::ops::RangeInclusive<usize>,
    mut each: impl FnMut(&str, i64),
) -> Result<()> {
    let mut statement = conn.prepare_cached("SELECT word, titles FROM word WHERE length(word) BETWEEN ?1 AND ?2")?;
    let mut rows = statement.query(params![count(*lengths.start()), count(*lengths.end())])?;
    while let Some(row) = rows.next()? {
        if let Ok(word) = row.get_ref(0)?.as_str() {
            each(word, row.get(1)?);
        }
    }
    Ok(())
}

/// The title of the copy with this barcode.
pub(super) fn title_of_barcode(conn: &Connection, barcode: &str) -> Result<Option<i64>> {
    let mut statement = conn.prepare_cached("SELECT title_id FROM item WHERE barcode = ?1")?;
    Ok(statement.query_row([barcode], |row| row.get(0)).optional()?)
}

/// The barcodes of the copies of a title that can be lent now.
pub(super) fn lendable_of(conn: &Connection, title: i64) -> Result<HashSet<String>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT i.barcode FROM item i WHERE i.title_id = ?1 AND {LENDABLE}"
    ))?;
    let rows = statement.query_map([title], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A copy as `shelf` lists it, before its call number is known.
#[derive(Debug)]
pub(super) struct ShelfRow {
    pub(super) barcode: String,
    pub(super) title: String,
    pub(super) authors: Vec<String>,
    pub(super) class: Option<String>,
    pub(super) call_number: Option<String>,
    pub(super) shelf: Option<String>,
    pub(super) location: Option<String>,
    pub(super) status: String,
    pub(super) available: bool,
}

/// Hands every copy that may stand in a class to `each`, also those whose title has a call number but no class.
pub(super) fn each_shelved(conn: &Connection, class: &str, mut each: impl FnMut(ShelfRow)) -> Result<()> {
    let filter = Filter {
        class: Some(class.to_owned()),
        ..Filter::default()
    };
    let (conditions, values) = filter.conditions();
    let columns = format!(
        "i.barcode, t.title, t.authors, t.class, coalesce(i.call_number, t.call_number), i.shelf, i.location, i.status, {LENDABLE}"
    );
    let sql = format!(
        "SELECT {columns} FROM title t CROSS JOIN item i ON i.title_id = t.id WHERE true{conditions} \
         UNION ALL SELECT {columns} FROM title t CROSS JOIN item i ON i.title_id = t.id \
         WHERE t.class IS NULL AND coalesce(i.call_number, t.call_number) IS NOT NULL"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    while let Some(row) = rows.next()? {
        each(ShelfRow {
            barcode: row.get(0)?,
            title: row.get(1)?,
            authors: list(row, 2)?,
            class: row.get(3)?,
            call_number: row.get(4)?,
            shelf: row.get(5)?,
            location: row.get(6)?,
            status: row.get(7)?,
            available: row.get(8)?,
        });
    }
    Ok(())
}

/// Counts a search that found nothing.
pub(super) fn remember(conn: &Connection, day: &str, query: &str) -> Result<()> {
    conn.execute(
        "INSERT INTO unmet_search (day, query, times) VALUES (?1, ?2, 1) \
         ON CONFLICT (day, query) DO UPDATE SET times = times + 1",
        [day, query],
    )?;
    Ok(())
}
