//! Which words speak of which element: a small list that comes along, and what staff changed in it.

use std::collections::BTreeMap;

use sastrawi::{Dictionary, Stemmer};

use super::store;
use crate::error::Result;
use crate::library::Snapshot;
use crate::values::text::fold;

/// An entry has at most so many words.
pub(super) const LONGEST: usize = 3;

/// The list that comes along.
const SHIPPED: &str = include_str!("../../../../../fixtures/surveys/lexicon.csv");

/// Where an entry comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It came along.
    Shipped,
    /// Staff added it, or gave it another element.
    Own,
    /// It came along, and staff took it out.
    Out,
}

impl Standing {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Standing::Shipped => "shipped",
            Standing::Own => "own",
            Standing::Out => "out",
        }
    }
}

/// An entry of the lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word, folded; up to three.
    pub word: String,
    /// The key of the element.
    pub element: String,
    /// Where it comes from.
    pub standing: Standing,
}

/// The words in use.
#[derive(Debug)]
pub struct Lexicon {
    words: BTreeMap<String, Word>,
}

impl Lexicon {
    /// The words as they stand in a library.
    ///
    /// # Errors
    /// Storage errors.
    pub fn load(snapshot: &Snapshot<'_>) -> Result<Lexicon> {
        Ok(Lexicon::with(store::words(snapshot.sql())?))
    }

    /// The list that comes along, with changes: a word, and its element or none.
    pub(super) fn with(changes: Vec<(String, Option<String>)>) -> Lexicon {
        let entry = |word: String, element: String, standing| {
            (
                word.clone(),
                Word {
                    word,
                    element,
                    standing,
                },
            )
        };
        let shipped = SHIPPED.lines().skip(1).filter_map(|line| line.split_once(','));
        let mut words: BTreeMap<String, Word> = shipped
            .map(|(word, element)| entry(fold(word), element.trim().to_owned(), Standing::Shipped))
            .collect();
        for (word, element) in changes {
            match (element, words.get_mut(&word)) {
                (None, Some(known)) => known.standing = Standing::Out,
                (None, None) => {}
                (Some(element), Some(known)) if known.element == element => {}
                (Some(element), _) => words.extend([entry(word, element, Standing::Own)]),
            }
        }
        Lexicon { words }
    }

    /// Every entry, by word.
    pub fn entries(&self) -> impl Iterator<Item = &Word> {
        self.words.values()
    }

    /// The entries that stand in a text, each once: as written, or by the stem of a word.
    pub fn found(&self, text: &str) -> Vec<(String, String)> {
        let dictionary = Dictionary::new();
        let stemmer = Stemmer::new(&dictionary);
        let folded = fold(text);
        let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
        let mut found: Vec<(String, String)> = Vec::new();
        let mut note = |word: &str| {
            let known = self.words.get(word).filter(|known| known.standing != Standing::Out);
            if let Some(known) = known
                && !found.iter().any(|(word, _)| *word == known.word)
            {
                found.push((known.word.clone(), known.element.clone()));
            }
        };
        for at in 0..words.len() {
            for length in 2..=LONGEST.min(words.len() - at) {
                note(&words[at..at + length].join(" "));
            }
            note(words[at]);
            note(&stemmer.stem_word(words[at]));
        }
        found
    }

    /// The elements that a text speaks of, those with the most words first.
    pub fn elements(&self, text: &str) -> Vec<String> {
        let mut counts: Vec<(String, u64)> = Vec::new();
        for (_, element) in self.found(text) {
            match counts.iter_mut().find(|(known, _)| *known == element) {
                Some((_, count)) => *count += 1,
                None => counts.push((element, 1)),
            }
        }
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts.into_iter().map(|(element, _)| element).collect()
    }
}
