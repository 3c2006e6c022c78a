//! The words of a record as the search index holds them: written forms, and the Indonesian stems beside them.
//!
//! The stemmer errs now and then (`pengarang` becomes `arang`), so the written form is always indexed, and the
//! stem only where it differs, in a column of its own.

use std::collections::HashMap;

use sastrawi::{Dictionary, Stemmer};

use super::record::TitleRecord;
use crate::values::text::{fold, fold_into};

/// A word longer than this many bytes is indexed and looked up by its beginning.
pub const LONGEST_WORD: usize = 64;

/// The columns of the search index for one title; each is folded words parted by blanks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IndexText {
    /// Title and part.
    pub title: String,
    /// Authors and the statement of responsibility.
    pub author: String,
    /// Subjects.
    pub subject: String,
    /// Publisher, place, year, series, edition, notes.
    pub other: String,
    /// Stems of the words above, where the stem is another word.
    pub stems: String,
}

/// One word's memory: its stem if that is another word, and in how many titles it stood since the last count.
#[derive(Debug)]
struct Known {
    stem: Option<Box<str>>,
    titles: u32,
    last_title: u64,
}

/// Stems words, remembers them, and counts in how many titles each stands.
pub struct Vocabulary {
    dictionary: Dictionary,
    known: HashMap<Box<str>, Known>,
    titles: u64,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self::new()
    }
}

impl Vocabulary {
    /// Knows no word yet.
    pub fn new() -> Self {
        Self {
            dictionary: Dictionary::new(),
            known: HashMap::new(),
            titles: 0,
        }
    }

    /// The index columns of a title; counts its words.
    pub fn index(&mut self, record: &TitleRecord) -> IndexText {
        let mut text = columns(record);
        self.titles += 1;
        let mut stems: Vec<Box<str>> = Vec::new();
        for (column, stemmed) in [
            (&text.title, true),
            (&text.author, false),
            (&text.subject, true),
            (&text.other, true),
        ] {
            for word in column.split_ascii_whitespace() {
                let known = self.know(clip(word));
                if stemmed
                    && let Some(stem) = &known.stem
                    && !stems.contains(stem)
                {
                    stems.push(stem.clone());
                }
            }
        }
        text.stems = stems.join(" ");
        text
    }

    fn know(&mut self, word: &str) -> &Known {
        if !self.known.contains_key(word) {
            let stem = stem_with(&self.dictionary, word).map(String::into_boxed_str);
            self.known.insert(
                word.into(),
                Known {
                    stem,
                    titles: 0,
                    last_title: 0,
                },
            );
        }
        let titles = self.titles;
        let Some(known) = self.known.get_mut(word) else {
            unreachable!("inserted above")
        };
        if known.last_title != titles {
            known.last_title = titles;
            known.titles += 1;
        }
        known
    }

    /// How many different words are remembered.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether no word is remembered.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Hands out, in the order of the words, in how many titles each stood, and forgets them all.
    pub fn take_counts(&mut self) -> Vec<(Box<str>, u32)> {
        let mut counts: Vec<_> = self
            .known
            .drain()
            .filter(|(word, _)| is_vocabulary(word))
            .map(|(word, known)| (word, known.titles))
            .collect();
        counts.sort_unstable();
        counts
    }
}

/// Whether a word belongs in the vocabulary that corrections are proposed from: two characters or more, not a number.
fn is_vocabulary(word: &str) -> bool {
    word.len() >= 2 && !word.bytes().all(|b| b.is_ascii_digit())
}

/// The columns without stems.
pub(crate) fn columns(record: &TitleRecord) -> IndexText {
    let mut text = IndexText {
        title: fold(&record.title),
        ..IndexText::default()
    };
    fold_some(&record.part, &mut text.title);
    for author in &record.authors {
        fold_into(author, &mut text.author);
    }
    fold_some(&record.responsibility, &mut text.author);
    for subject in &record.subjects {
        fold_into(subject, &mut text.subject);
    }
    for part in [
        &record.publisher,
        &record.place,
        &record.series,
        &record.edition,
        &record.notes,
    ] {
        fold_some(part, &mut text.other);
    }
    if let Some(year) = record.year {
        fold_into(&year.to_string(), &mut text.other);
    }
    text
}

fn fold_some(part: &Option<String>, folded: &mut String) {
    if let Some(part) = part {
        fold_into(part, folded);
    }
}

/// A word as the index knows it: at most [`LONGEST_WORD`] bytes.
pub fn clip(word: &str) -> &str {
    let mut end = word.len().min(LONGEST_WORD);
    while !word.is_char_boundary(end) {
        end -= 1;
    }
    &word[..end]
}

/// The Indonesian stem of a folded word, if it is another word.
pub fn stem(word: &str) -> Option<String> {
    stem_with(&Dictionary::new(), word)
}

fn stem_with(dictionary: &Dictionary, word: &str) -> Option<String> {
    let stemmable = (4..=32).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase());
    if !stemmable {
        return None;
    }
    let stem = Stemmer::new(dictionary).stem_word(word).into_owned();
    (stem != word && stem.len() >= 2).then_some(stem)
}

/// What a change of a title means for index and vocabulary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Exchange {
    /// The index columns as they become.
    pub(crate) text: IndexText,
    /// Words that the title no longer counts for.
    pub(crate) gone: Vec<(Box<str>, u32)>,
    /// Words that it counts for now.
    pub(crate) come: Vec<(Box<str>, u32)>,
}

impl Exchange {
    /// From one state of a title to another.
    pub(crate) fn between(before: &TitleRecord, after: &TitleRecord) -> Exchange {
        let mut old = Vocabulary::new();
        old.index(before);
        let mut new = Vocabulary::new();
        let text = new.index(after);
        Exchange {
            text,
            gone: old.take_counts(),
            come: new.take_counts(),
        }
    }
}
