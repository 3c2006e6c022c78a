//! "Did you mean": what finds something, made of words that the catalogue has.
//!
//! Only asked when nothing was found. A word that no title has is replaced by one that is few slips away (a letter
//! wrong, missing, too many, or two changed over), the commoner the better, or parted into two words. When all words
//! are known, one slip in each is tried. What is proposed as a whole must find something.

use std::collections::BTreeSet;

use crate::error::Result;

use super::query::{Term, Terms};
use super::{Expansions, Search, expression, store};

/// The most replacements of a word that are kept.
const MOST_REPLACEMENTS: usize = 4;
/// The most combinations of replacements that are tried on the index.
const MOST_TRIALS: usize = 16;

/// A word, or two, that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Replacement {
    /// The less, the likelier.
    cost: u32,
    words: String,
}

/// A word of the query and what may stand for it.
#[derive(Debug)]
struct Doubtful {
    term: usize,
    place: usize,
    word: String,
    replacements: Vec<Replacement>,
}

/// A query that finds something where this one found nothing.
pub(super) fn suggest(search: &Search<'_>, terms: &Terms) -> Result<Option<String>> {
    let mut doubtful = doubtful_words(search, terms)?;
    for doubt in &mut doubtful {
        doubt.look_one_slip_away(search)?;
        doubt.part_in_two(search)?;
    }
    look_further_away(search, &mut doubtful)?;
    for choice in choices(&doubtful) {
        let tried = replaced(terms, &doubtful, &choice);
        let found = search.ids(&expression::everywhere(&tried, &Expansions::NONE), 1)?;
        if !found.is_empty() {
            return Ok(Some(written(&tried)));
        }
    }
    Ok(None)
}

/// Reads the whole vocabulary for unknown words that nothing is near to.
fn look_further_away(search: &Search<'_>, doubtful: &mut [Doubtful]) -> Result<()> {
    let is_lost = |doubt: &&mut Doubtful| doubt.replacements.is_empty() && doubt.word.chars().count() > 4;
    let mut lost: Vec<&mut Doubtful> = doubtful.iter_mut().filter(is_lost).collect();
    let lengths = lost.iter().map(|doubt| doubt.word.chars().count());
    let (Some(shortest), Some(longest)) = (lengths.clone().min(), lengths.max()) else {
        return Ok(());
    };
    store::each_word(search.conn, shortest - 2..=longest + 2, |word, titles| {
        for doubt in &mut lost {
            if let Some(slips) = slips(&doubt.word, word, 2) {
                doubt.keep_word(slips, word, titles);
            }
        }
    })
}

/// The words that no title has; all of them with one slip each, if every one is known.
fn doubtful_words(search: &Search<'_>, terms: &Terms) -> Result<Vec<Doubtful>> {
    let (mut unknown, mut known) = (Vec::new(), Vec::new());
    for (at, term) in terms.list.iter().enumerate() {
        for (place, word) in term.words.iter().enumerate() {
            let length = word.chars().count();
            if length < 3 || word.bytes().all(|b| b.is_ascii_digit()) {
                continue;
            }
            let is_known = store::titles_with(search.conn, word)? > 0;
            let mut doubt = Doubtful {
                term: at,
                place,
                word: word.clone(),
                replacements: Vec::new(),
            };
            if is_known {
                doubt.keep(0, word.clone());
                known.push(doubt);
            } else {
                unknown.push(doubt);
            }
        }
    }
    Ok(if unknown.is_empty() { known } else { unknown })
}

impl Doubtful {
    /// Every word that one slip makes of this one is asked for: a few hundred, and no need to read the vocabulary.
    fn look_one_slip_away(&mut self, search: &Search<'_>) -> Result<()> {
        // Longer words and other scripts have too many neighbours to ask for.
        if self.word.len() > 20 || !self.word.bytes().all(|b| b.is_ascii_lowercase()) {
            return Ok(());
        }
        for word in one_slip_away(&self.word) {
            let titles = store::titles_with(search.conn, &word)?;
            if titles > 0 {
                self.keep_word(1, &word, titles);
            }
        }
        Ok(())
    }

    fn keep_word(&mut self, slips: usize, word: &str, titles: i64) {
        // A slip weighs more than any difference in how common the words are; the first letter is seldom wrong.
        let common = titles.max(1).ilog2().min(20);
        let other_start = u32::from(self.word.chars().next() != word.chars().next());
        self.keep(slips as u32 * 100 + 20 * other_start + 60 - 3 * common, word.to_owned());
    }

    fn keep(&mut self, cost: u32, words: String) {
        self.replacements.push(Replacement { cost, words });
        self.replacements.sort();
        self.replacements.truncate(MOST_REPLACEMENTS);
    }

    /// `laskarpelangi` is two words without their blank.
    fn part_in_two(&mut self, search: &Search<'_>) -> Result<()> {
        let length = self.word.chars().count();
        if !(6..=40).contains(&length) {
            return Ok(());
        }
        for (at, _) in self.word.clone().char_indices().skip(3).take(length - 5) {
            let (first, second) = self.word.split_at(at);
            if store::titles_with(search.conn, first)? > 0 && store::titles_with(search.conn, second)? > 0 {
                self.keep(150, format!("{first} {second}"));
            }
        }
        Ok(())
    }
}

/// The words that one slip makes of a word of Latin letters: one left out, two changed over, one other, one more.
fn one_slip_away(word: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for at in 0..=word.len() {
        let (front, back) = word.split_at(at);
        let mut letters = back.chars();
        if let Some(first) = letters.next() {
            let rest = letters.as_str();
            words.insert(format!("{front}{rest}"));
            if let Some(second) = letters.next() {
                words.insert(format!("{front}{second}{first}{}", letters.as_str()));
            }
            words.extend(('a'..='z').map(|other| format!("{front}{other}{rest}")));
        }
        words.extend(('a'..='z').map(|more| format!("{front}{more}{back}")));
    }
    words.remove(word);
    words
}

/// How many slips lie between two words, if no more than `most` and fewer than half of the letters.
fn slips(one: &str, other: &str, most: usize) -> Option<usize> {
    if one == other || letters_apart(one, other) > 2 * most as u32 {
        return None;
    }
    let slips = strsim::osa_distance(one, other);
    (slips <= most && slips * 2 < one.chars().count()).then_some(slips)
}

/// How many letters stand in one word only: a cheap lower bound of twice the slips. A slip changes at most two.
fn letters_apart(one: &str, other: &str) -> u32 {
    let letters = |word: &str| {
        let bits = word.bytes().filter(u8::is_ascii_lowercase).map(|b| 1_u32 << (b - b'a'));
        bits.fold(0, |all, bit| all | bit)
    };
    (letters(one) ^ letters(other)).count_ones()
}

/// Combinations of one replacement for each word, the likeliest first.
fn choices(doubtful: &[Doubtful]) -> Vec<Vec<usize>> {
    if doubtful.is_empty() || doubtful.iter().any(|doubt| doubt.replacements.is_empty()) {
        return Vec::new();
    }
    let mut found: Vec<(u32, Vec<usize>)> = vec![(0, Vec::new())];
    for doubt in doubtful {
        let longer = found.iter().flat_map(|(cost, choice)| {
            doubt.replacements.iter().enumerate().map(move |(at, replacement)| {
                let choice = choice.iter().copied().chain([at]).collect();
                (cost + replacement.cost, choice)
            })
        });
        let mut longer: Vec<(u32, Vec<usize>)> = longer.collect();
        longer.sort();
        longer.truncate(MOST_TRIALS);
        found = longer;
    }
    found.into_iter().map(|(_, choice)| choice).collect()
}

/// The terms with the chosen words in place.
fn replaced(terms: &Terms, doubtful: &[Doubtful], choice: &[usize]) -> Terms {
    let mut list: Vec<Term> = terms.list.clone();
    for (doubt, at) in doubtful.iter().zip(choice) {
        list[doubt.term].words[doubt.place] = doubt.replacements[*at].words.clone();
    }
    for term in &mut list {
        // Where a word was parted in two, both must stand together.
        term.words = term
            .words
            .iter()
            .flat_map(|word| word.split(' ').map(str::to_owned))
            .collect();
        term.stem = None;
        term.open = false;
    }
    Terms { list, shortened: false }
}

/// The terms as one would type them.
fn written(terms: &Terms) -> String {
    let words = terms.list.iter().flat_map(|term| term.words.iter().map(String::as_str));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn slips_between_words() {
        let cases = [
            ("pelangi", "pelangi", 2, None),
            ("pelngi", "pelangi", 2, Some(1)),
            ("pelagni", "pelangi", 2, Some(1)),
            ("plengi", "pelangi", 2, Some(2)),
            ("pelangi", "perang", 2, Some(2)),
            ("pelangi", "petang", 1, None),
            ("sejrah", "sejarah", 1, Some(1)),
            ("buk", "buku", 1, Some(1)),
            ("bu", "ibu", 1, None),
            ("quran", "kuran", 1, Some(1)),
            ("élan", "elan", 1, Some(1)),
        ];
        for (one, other, most, expected) in cases {
            assert_eq!(slips(one, other, most), expected, "{one} {other}");
        }
    }

    proptest! {
        #[test]
        fn one_slip_is_one_slip(word in "[a-c]{3,7}", other in "[a-c]{2,8}") {
            prop_assert_eq!(one_slip_away(&word).contains(&other), strsim::osa_distance(&word, &other) == 1);
        }

        #[test]
        fn the_cheap_bound_loses_nothing(one in "[a-h]{3,9}", other in "[a-h]{3,9}") {
            let exact = strsim::osa_distance(&one, &other);
            prop_assert!(letters_apart(&one, &other) <= 2 * exact as u32);
        }
    }
}
