//! What readers wrote: which elements it speaks of, what staff made of it, and a list for reading.

mod lexicon;
pub(crate) mod store;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde_json::json;

pub use lexicon::{Lexicon, Standing, Word};

use super::Survey;
use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction};
use crate::values::ids::CommentId;
use crate::values::text::fold;

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its number: a follow-up or a complaint names it by this.
    pub id: CommentId,
    /// The key of the question that it answers.
    pub question: String,
    /// What was written.
    pub body: String,
    /// The tags that staff gave it.
    pub tags: Vec<String>,
    /// The keys of the elements that it speaks of.
    pub elements: Vec<String>,
}

/// The comments of a survey, in the order they came.
///
/// # Errors
/// Storage errors.
pub fn comments(snapshot: &Snapshot<'_>, survey: &Survey) -> Result<Vec<Comment>> {
    let lexicon = Lexicon::load(snapshot)?;
    let mut all = store::comments(snapshot.sql(), survey.id)?;
    for comment in &mut all {
        let mut elements = lexicon.elements(&comment.body);
        elements.retain(|element| survey.instrument.element(element).is_some());
        comment.elements = elements;
    }
    Ok(all)
}

/// Which words of the lexicon stand in how many of these comments, by element.
///
/// # Errors
/// Storage errors.
pub fn word_groups(snapshot: &Snapshot<'_>, survey: &Survey) -> Result<BTreeMap<String, Vec<(String, u64)>>> {
    let lexicon = Lexicon::load(snapshot)?;
    let mut groups: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
    for comment in store::comments(snapshot.sql(), survey.id)? {
        for (word, element) in lexicon.found(&comment.body) {
            if survey.instrument.element(&element).is_some() {
                *groups.entry(element).or_default().entry(word).or_default() += 1;
            }
        }
    }
    let sorted = |words: BTreeMap<String, u64>| {
        let mut words: Vec<(String, u64)> = words.into_iter().collect();
        words.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
        words
    };
    Ok(groups
        .into_iter()
        .map(|(element, words)| (element, sorted(words)))
        .collect())
}

impl Library {
    /// Gives a comment tags, or takes some away. Answers the tags it has then.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::BadValue`] for a tag that has no letter or figure.
    pub fn tag_comment(
        &mut self,
        act: &Act,
        id: CommentId,
        (give, take): (&[String], &[String]),
        dry_run: bool,
    ) -> Result<Vec<String>> {
        let work = |tx: &Transaction<'_>| tag(tx, id, give, take);
        match dry_run {
            true => self.rehearse(act, work),
            false => self.write(act, work),
        }
    }

    /// Says which element a word speaks of; no element takes the word out of the lexicon.
    ///
    /// # Errors
    /// [`Error::BadValue`] for a word that has no letter or figure, or is longer than three words.
    pub fn set_survey_word(&mut self, act: &Act, word: &str, element: Option<&str>, dry_run: bool) -> Result<()> {
        let folded = fold(word);
        if folded.is_empty() || folded.split(' ').count() > lexicon::LONGEST || folded.len() > 60 {
            return Err(Error::BadValue {
                what: "word",
                found: word.to_owned(),
            });
        }
        let work = |tx: &Transaction<'_>| {
            store::set_word(tx.sql(), &folded, element)?;
            let detail = json!({ "word": folded, "element": element });
            Ok((
                (),
                Some(Entry {
                    action: "survey.word",
                    detail,
                }),
            ))
        };
        match dry_run {
            true => self.rehearse(act, work),
            false => self.write(act, work),
        }
    }
}

fn tag(tx: &Transaction<'_>, id: CommentId, give: &[String], take: &[String]) -> Result<(Vec<String>, Option<Entry>)> {
    let conn = tx.sql();
    let mut tags = store::tags(conn, id)?.ok_or_else(|| Error::NotFound {
        what: "comment",
        wanted: id.to_string(),
    })?;
    let before = tags.clone();
    for given in give {
        let folded = fold(given).replace(' ', "-");
        if folded.is_empty() || folded.len() > 40 {
            return Err(Error::BadValue {
                what: "tag",
                found: given.clone(),
            });
        }
        if !tags.contains(&folded) {
            tags.push(folded);
        }
    }
    let taken: Vec<String> = take.iter().map(|tag| fold(tag).replace(' ', "-")).collect();
    tags.retain(|tag| !taken.contains(tag));
    tags.sort();
    store::set_tags(conn, id, &tags)?;
    let detail = json!({ "comment": id, "tags": tags });
    let entry = (tags != before).then_some(Entry {
        action: "survey.tag",
        detail,
    });
    Ok((tags, entry))
}

/// Covers what names a person in a comment: addresses with `@`, and runs of eight figures or more (telephones, numbers
/// of cards and identities), however they are parted. Answers the text, and whether anything was covered.
pub fn cover(text: &str) -> (String, bool) {
    const COVER: &str = "•••";
    /// Fewer figures may be a year, a price, a shelf.
    const FIGURES: usize = 8;
    let mut covered = false;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_digit() || first == '+' {
            let end = rest
                .char_indices()
                .find(|(_, letter)| !letter.is_ascii_digit() && !matches!(letter, '+' | '-' | '.' | ' ' | '(' | ')'))
                .map_or(rest.len(), |(at, _)| at);
            let run = rest[..end].trim_end_matches(|letter: char| !letter.is_ascii_digit());
            let figures = run.bytes().filter(u8::is_ascii_digit).count();
            // Prices are parted by dots alone: `Rp 10.000.000` stays.
            let telephone = figures >= FIGURES && !is_price(run);
            out.push_str(if telephone { COVER } else { run });
            covered |= telephone;
            let used = run.len().max(first.len_utf8());
            if run.is_empty() {
                out.push(first);
            }
            rest = &rest[used..];
            continue;
        }
        let end = rest
            .char_indices()
            .find(|(_, letter)| letter.is_whitespace())
            .map_or(rest.len(), |(at, _)| at);
        if end == 0 {
            out.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let word = &rest[..end];
        let mail = word
            .split_once('@')
            .is_some_and(|(before, after)| !before.is_empty() && after.contains('.'));
        if mail {
            out.push_str(COVER);
            covered = true;
            rest = &rest[end..];
        } else {
            // Up to the next figure: a telephone may stick to a word.
            let until = word
                .bytes()
                .position(|byte| byte.is_ascii_digit() || byte == b'+')
                .unwrap_or(word.len());
            out.push_str(&word[..until.max(first.len_utf8())]);
            rest = &rest[until.max(first.len_utf8())..];
        }
    }
    (out, covered)
}

fn is_price(run: &str) -> bool {
    let mut groups = run.split('.');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let figures = |group: &&str| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
    !rest.is_empty() && (1..=3).contains(&first.len()) && rest.iter().all(figures)
}
