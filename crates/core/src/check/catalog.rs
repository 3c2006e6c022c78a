//! What the catalogue stores twice is the same both times: look-up keys, search index and vocabulary follow from
//! the titles.

use rusqlite::Connection;

use super::{Report, store};
use crate::catalog::import::identity::keys;
use crate::catalog::words::{IndexText, Vocabulary};
use crate::error::Result;
use crate::settings;
use crate::values::isbn::Isbn;

/// Looks at every title once; memory grows with the different words, not with the titles.
pub(super) fn look(conn: &Connection, report: &mut Report) -> Result<()> {
    let mut vocabulary = Vocabulary::new();
    store::each_title(conn, |title, stored| {
        let keys = keys(&title.record);
        if stored != [keys.title, keys.detail] {
            report.add("title.keys", title.id.to_string());
        }
        if title.record.isbn.is_some_and(|isbn| Isbn::from_number(isbn).is_none()) {
            report.add("title.isbn", title.id.to_string());
        }
        let text = vocabulary.index(&title.record);
        let indexed = store::indexed_words(conn, title.id)?;
        if indexed.is_some_and(|indexed| indexed != words(&text)) {
            report.add("index.differs", title.id.to_string());
        }
        Ok(())
    })?;
    words_of_titles(conn, &mut vocabulary, report)?;
    for (key, value) in store::settings(conn)? {
        match settings::known(&key) {
            Err(_) => report.add("setting.unknown", key),
            Ok(known) if known.parse(&value).ok().as_ref() != Some(&value) => report.add("setting.value", key),
            Ok(_) => {}
        }
    }
    Ok(())
}

/// How many words each column of the index has.
fn words(text: &IndexText) -> Vec<u64> {
    [&text.title, &text.author, &text.subject, &text.other, &text.stems]
        .map(|column| column.split_ascii_whitespace().count() as u64)
        .to_vec()
}

/// Holds the stored vocabulary against the words of all titles, both in the order of the words.
fn words_of_titles(conn: &Connection, vocabulary: &mut Vocabulary, report: &mut Report) -> Result<()> {
    let counted = vocabulary.take_counts();
    let mut next = counted.iter().peekable();
    store::vocabulary(conn, |word, titles| {
        while let Some((lacking, _)) = next.next_if(|(expected, _)| **expected < *word) {
            report.add("word.lacks", lacking.to_string());
        }
        match next.next_if(|(expected, _)| **expected == *word) {
            None => report.add("word.has-no-title", word),
            Some((_, expected)) if *expected != titles => report.add("word.count", word),
            Some(_) => {}
        }
    })?;
    for (lacking, _) in next {
        report.add("word.lacks", lacking.to_string());
    }
    Ok(())
}
