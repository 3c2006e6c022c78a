//! The words of a record as the search index holds them: written forms, and the Indonesian stems beside them.
//!
//! The stemmer errs now and then (`pengarang` becomes `arang`), so the written form is always indexed, and the
//! stem only where it differs, in a column of its own.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasherDefault, Hasher};

use sastrawi::{Dictionary, Stemmer};
use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

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
    /// Publisher, year, series, edition, notes.
    pub other: String,
    /// Stems of the words of title and subjects, where the stem is another word.
    pub stems: String,
}

/// One word's memory: where it and its stem stand in the text, and in how many titles it stood since the last count.
#[derive(Debug, Clone, Copy)]
struct Known {
    word: (u32, u8),
    /// Length 0: the word is its own stem.
    stem: (u32, u8),
    titles: u32,
    last_title: u32,
}

/// Stems words, remembers them, and counts in how many titles each stands.
///
/// Words are known by 128 bits of their hash, and their letters stand in one text: a word seen before costs one
/// look into the table, which is most of what an import does with words.
pub struct Vocabulary {
    dictionary: Dictionary,
    known: HashMap<u128, Known, BuildHasherDefault<Hashed>>,
    text: String,
    titles: u32,
    stems: Vec<(u32, u8)>,
}

/// The keys are hashes already.
#[derive(Debug, Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = xxh3_64(bytes);
    }

    fn write_u128(&mut self, hash: u128) {
        self.0 = hash as u64;
    }
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
            known: HashMap::default(),
            text: String::new(),
            titles: 0,
            stems: Vec::new(),
        }
    }

    /// The index columns of a title; counts its words.
    pub fn index(&mut self, record: &TitleRecord) -> IndexText {
        let mut text = columns(record);
        self.titles += 1;
        self.stems.clear();
        for (column, stemmed) in [
            (&text.title, true),
            (&text.author, false),
            (&text.subject, true),
            (&text.other, false),
        ] {
            for word in column.split(' ').filter(|word| !word.is_empty()) {
                let stem = self.know(clip(word));
                if stemmed && stem.1 > 0 && !self.stems.contains(&stem) {
                    self.stems.push(stem);
                }
            }
        }
        for at in 0..self.stems.len() {
            if at > 0 {
                text.stems.push(' ');
            }
            text.stems.push_str(self.at(self.stems[at]));
        }
        text
    }

    fn at(&self, (start, length): (u32, u8)) -> &str {
        &self.text[start as usize..start as usize + usize::from(length)]
    }

    /// Counts a word and answers its stem.
    fn know(&mut self, word: &str) -> (u32, u8) {
        let titles = self.titles;
        match self.known.entry(xxh3_128(word.as_bytes())) {
            Entry::Occupied(mut entry) => {
                let known = entry.get_mut();
                if known.last_title != titles {
                    known.last_title = titles;
                    known.titles += 1;
                }
                known.stem
            }
            Entry::Vacant(entry) => {
                let stem = stem_with(&self.dictionary, word).unwrap_or_default();
                let (word, stem) = (put(&mut self.text, word), put(&mut self.text, &stem));
                entry.insert(Known {
                    word,
                    stem,
                    titles: 1,
                    last_title: titles,
                });
                stem
            }
        }
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
        let known = std::mem::take(&mut self.known);
        let mut counts: Vec<_> = known
            .into_values()
            .map(|known| (Box::from(self.at(known.word)), known.titles))
            .filter(|(word, _): &(Box<str>, u32)| is_vocabulary(word))
            .collect();
        counts.sort_unstable();
        self.text.clear();
        counts
    }
}

/// Puts a word behind the text; where it stands.
fn put(text: &mut String, word: &str) -> (u32, u8) {
    let place = (text.len() as u32, word.len() as u8);
    text.push_str(word);
    place
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
