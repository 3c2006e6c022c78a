//! How well a record answers a query. Pure: the words wanted and the folded text in, a standing out.
//!
//! The order that a librarian expects: the very title; all words in the title; a title that begins with them; a word as
//! written before a longer one and before its stem; then author, subject, anything else. Among equals the title with
//! more copies, then the newer one, then the older record, so that the order is always the same.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::catalog::words::stem;

use super::query::{Column, Terms};

/// What is wanted, word by word.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    words: Vec<Word>,
    /// The words that may make up a title, in their order.
    title: String,
    /// Whether the last of these may be the beginning of a word.
    open: bool,
}

#[derive(Debug)]
struct Word {
    column: Option<Column>,
    written: String,
    /// The stem; the word itself when it is one.
    stem: Option<String>,
    open: bool,
}

impl Wanted {
    /// The words of a query.
    pub(super) fn new(terms: &Terms) -> Self {
        let mut wanted = Wanted::default();
        for term in &terms.list {
            let single = term.word().is_some();
            wanted.words.extend(term.words.iter().map(|word| Word {
                column: term.column,
                written: word.clone(),
                stem: single.then(|| term.stem.clone().unwrap_or_else(|| word.clone())),
                open: term.open,
            }));
        }
        let in_title = |word: &&Word| matches!(word.column, None | Some(Column::Title));
        let title: Vec<&Word> = wanted.words.iter().filter(in_title).collect();
        wanted.open = title.last().is_some_and(|word| word.open);
        wanted.title = title
            .iter()
            .map(|word| word.written.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        wanted
    }
}

/// A record as it is scored: folded words parted by blanks.
#[derive(Debug, Default)]
pub(super) struct Candidate {
    pub(super) id: i64,
    /// Title and part.
    pub(super) title: String,
    /// Title before its first colon or slash.
    pub(super) proper: String,
    pub(super) author: String,
    pub(super) subject: String,
    pub(super) year: Option<i64>,
}

/// A place in the list: the least is the best.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Standing {
    score: Reverse<u32>,
    items: Reverse<i64>,
    year: Reverse<Option<i64>>,
    id: i64,
}

impl Standing {
    /// How many copies the title has.
    pub(super) fn set_items(&mut self, items: i64) {
        self.items = Reverse(items);
    }
}

/// Leaves out those that cannot be among the best `limit`, however many copies they have.
pub(super) fn keep_contenders<T>(standings: &mut Vec<(Standing, T)>, limit: usize) {
    if standings.len() > limit && limit > 0 {
        let (_, (last, _), _) = standings.select_nth_unstable_by_key(limit - 1, |(standing, _)| standing.score);
        let last = last.score;
        standings.retain(|(standing, _)| standing.score <= last);
    }
}

/// Stems that were looked up before.
#[derive(Debug, Default)]
pub(super) struct Stems(HashMap<String, Option<String>>);

impl Stems {
    fn is_form_of(&mut self, word: &str, wanted: &str) -> bool {
        if word == wanted {
            return true;
        }
        // A form and its stem share most letters; `menulis` lacks the first one of `tulis`.
        if word.len() <= wanted.len() || !word.contains(&wanted[wanted.chars().next().map_or(0, char::len_utf8)..]) {
            return false;
        }
        let known = self.0.entry(word.to_owned()).or_insert_with(|| stem(word));
        known.as_deref() == Some(wanted)
    }
}

/// How a word was found; the least is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    Written,
    Begun,
    Stem,
}

/// The standing of a record, before its copies are counted.
pub(super) fn standing(wanted: &Wanted, candidate: &Candidate, stems: &mut Stems) -> Standing {
    Standing {
        score: Reverse(score(wanted, candidate, stems)),
        items: Reverse(0),
        year: Reverse(candidate.year),
        id: candidate.id,
    }
}

fn score(wanted: &Wanted, candidate: &Candidate, stems: &mut Stems) -> u32 {
    if wanted.words.is_empty() {
        return 0;
    }
    let mut points = 0;
    // The worst way in which the title has its words; none if it lacks one.
    let mut all_in_title = Some(How::Written);
    let mut all_in_names = true;
    for word in &wanted.words {
        let in_title = found_in(word, Column::Title, &candidate.title, stems);
        let in_author = found_in(word, Column::Author, &candidate.author, stems);
        let in_subject = found_in(word, Column::Subject, &candidate.subject, stems);
        points += best_of(in_title, in_author, in_subject);
        all_in_names &= in_title.is_some_and(|how| how < How::Stem) || in_author.is_some_and(|how| how < How::Stem);
        // A word that is bound to another column says nothing about the title.
        if !matches!(word.column, Some(Column::Author | Column::Subject)) {
            all_in_title = all_in_title.zip(in_title).map(|(worst, how)| worst.max(how));
        }
    }
    let average = points / wanted.words.len() as u32;
    let kind = match all_in_title.filter(|_| !wanted.title.is_empty()) {
        Some(How::Written) => 4000,
        Some(How::Begun) => 3000,
        Some(How::Stem) => 2000,
        None if all_in_names => 1000,
        None => 0,
    };
    kind + title_as_a_whole(wanted, candidate) + average
}

/// What one word is worth, of 500.
fn best_of(title: Option<How>, author: Option<How>, subject: Option<How>) -> u32 {
    let worth = |how: Option<How>, written, begun, stem| match how {
        Some(How::Written) => written,
        Some(How::Begun) => begun,
        Some(How::Stem) => stem,
        None => 0,
    };
    let title = worth(title, 500, 400, 300);
    let author = worth(author, 250, 225, 0);
    let subject = worth(subject, 200, 175, 125);
    title.max(author).max(subject)
}

fn found_in(word: &Word, column: Column, text: &str, stems: &mut Stems) -> Option<How> {
    if word.column.is_some_and(|bound| bound != column) {
        return None;
    }
    let mut best = None;
    for found in text.split(' ') {
        let how = if found == word.written {
            return Some(How::Written);
        } else if word.open && found.starts_with(&word.written) {
            How::Begun
        } else if column != Column::Author && word.stem.as_deref().is_some_and(|stem| stems.is_form_of(found, stem)) {
            How::Stem
        } else {
            continue;
        };
        best = Some(best.map_or(how, |best: How| best.min(how)));
    }
    best
}

/// What the title is worth beside the words that it has.
fn title_as_a_whole(wanted: &Wanted, candidate: &Candidate) -> u32 {
    let words = wanted.title.as_str();
    if words.is_empty() {
        return 0;
    }
    if candidate.title == words {
        return 6000;
    }
    if candidate.proper == words {
        return 5000;
    }
    if let Some(rest) = candidate.title.strip_prefix(words) {
        let whole_words = rest.starts_with(' ');
        if whole_words || wanted.open {
            return if whole_words { 800 } else { 700 };
        }
    }
    // Behind a title that begins with all the words stands one that begins with the first of them.
    let first = |text: &str| text.split(' ').next().map(str::len);
    let begins =
        first(words) == first(&candidate.title) && candidate.title.starts_with(&words[..first(words).unwrap_or(0)]);
    let together = words.contains(' ') && candidate.title.contains(words);
    400 * u32::from(begins) + 300 * u32::from(together)
}
