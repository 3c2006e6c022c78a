//! Keeping the search index and the vocabulary in step with the titles.

use rusqlite::{CachedStatement, Connection, params};

use crate::catalog::words::{Exchange, IndexText};
use crate::error::Result;

/// The statement that adds a title to the index, for [`add`].
pub(crate) fn prepare_add(conn: &Connection) -> Result<CachedStatement<'_>> {
    Ok(conn.prepare_cached(
        "INSERT INTO title_words (rowid, title, author, subject, other, stems) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?)
}

/// Adds a title to the index.
pub(crate) fn add(statement: &mut CachedStatement<'_>, id: i64, text: &IndexText) -> Result<()> {
    statement.execute(params![
        id,
        text.title,
        text.author,
        text.subject,
        text.other,
        text.stems
    ])?;
    Ok(())
}

/// Takes a title out of the index.
fn remove(conn: &Connection, id: i64) -> Result<()> {
    conn.prepare_cached("DELETE FROM title_words WHERE rowid = ?1")?
        .execute([id])?;
    Ok(())
}

/// Counts words into the vocabulary.
pub(crate) fn count_words(conn: &Connection, counts: &[(Box<str>, u32)]) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO word (word, titles) VALUES (?1, ?2) \
         ON CONFLICT (word) DO UPDATE SET titles = titles + excluded.titles",
    )?;
    for (word, titles) in counts {
        statement.execute(params![&**word, titles])?;
    }
    Ok(())
}

/// Takes words out of the vocabulary; a word that no title has any more goes.
pub(crate) fn uncount_words(conn: &Connection, counts: &[(Box<str>, u32)]) -> Result<()> {
    let mut gone = conn.prepare_cached("DELETE FROM word WHERE word = ?1 AND titles <= ?2")?;
    let mut fewer = conn.prepare_cached("UPDATE word SET titles = titles - ?2 WHERE word = ?1")?;
    for (word, titles) in counts {
        if gone.execute(params![&**word, titles])? == 0 {
            fewer.execute(params![&**word, titles])?;
        }
    }
    Ok(())
}

/// Settings of the index: as the first step of the schema leaves them.
pub(crate) const EVERYDAY: [(&str, i64); 3] = [("hashsize", 1 << 20), ("automerge", 4), ("crisismerge", 16)];
/// Settings for many new titles at once: gather much in memory, merge nothing on the way.
pub(crate) const BULK: [(&str, i64); 3] = [("hashsize", 32 << 20), ("automerge", 0), ("crisismerge", 64)];

/// Sets the index up.
pub(crate) fn configure(conn: &Connection, settings: &[(&str, i64)]) -> Result<()> {
    let mut statement = conn.prepare_cached("INSERT INTO title_words (title_words, rank) VALUES (?1, ?2)")?;
    for (name, value) in settings {
        statement.execute(params![name, value])?;
    }
    Ok(())
}

/// Exchanges a title's words for those of its new state.
pub(crate) fn exchange(conn: &Connection, id: i64, words: &Exchange) -> Result<()> {
    remove(conn, id)?;
    add(&mut prepare_add(conn)?, id, &words.text)?;
    uncount_words(conn, &words.gone)?;
    count_words(conn, &words.come)
}
