//! Finding titles: the words a reader types, ranked as a librarian expects, without scoring every hit.
//!
//! A search by words is a query of the full-text index whose hits come in the order of their ids, so that it can stop
//! early. Where there are more hits than are wanted, candidates are gathered by kind of match, the best kind first (the
//! title begins with the words, the title has them, title, author and subject …), at most [`SCORED`] of a kind; only
//! these are read and scored. A count above [`COUNTED`] is given as a lower bound.
//!
//! | module | what it holds |
//! |---|---|
//! | `query` | what was asked, as words and phrases within bounds |
//! | `expression` | the index's own query language, written so that nothing typed can be syntax |
//! | `rank` | how well a record answers: pure |
//! | `suggest` | "did you mean", from the catalogue's own words |
//! | `show`, `shelf` | one title with its copies; the copies of a class as they stand |
//! | `store` | every SQL statement of the area |

mod expression;
mod query;
mod rank;
mod shelf;
mod show;
mod store;
mod suggest;
#[cfg(test)]
mod tests;

use rusqlite::Connection;

use crate::act::Act;
use crate::error::Result;
use crate::library::{Library, Snapshot};
use crate::values::isbn;

use expression::{Expansions, Place};
use query::Terms;
use rank::{Stems, Wanted};
use store::{Filter, WantedIsbn};

pub use query::Query;
pub use shelf::{ShelfPage, ShelvedItem, shelf};
pub use show::{FullTitle, Shown, ShownItem, show};

/// The most titles of one kind of match that are read and scored, unless more are wanted.
pub const SCORED: usize = 64;
/// The most hits that are counted; more are given as a lower bound.
pub const COUNTED: usize = 1000;
/// The most titles that one search answers.
pub const LONGEST_LIST: usize = 1000;
/// How many hits of any kind one look for a better kind passes over, about; and how many the look for titles does.
const SCANNED: usize = 20_000;
const SCANNED_FOR_TITLES: usize = 60_000;
/// The most titles that are read to see whether they have a word with a common beginning.
const READ_FOR_PREFIX: usize = 400;

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The words that were searched for, cut to the bounds.
    pub query: String,
    /// How many titles answer, or at least how many.
    pub total: usize,
    /// Whether there may be more than `total`.
    pub total_is_lower_bound: bool,
    /// The best titles, best first.
    pub titles: Vec<Hit>,
    /// When nothing was found: words of the catalogue that find something.
    pub suggestion: Option<String>,
    /// Whether words were left out because there were too many.
    pub shortened: bool,
    /// When nothing in the whole catalogue answers: the folded query, to be remembered as unmet demand.
    pub unmet: Option<Unmet>,
}

/// A search that found nothing, without anyone's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmet(String);

/// A title in a list of hits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its id, stable, for other programs.
    pub id: i64,
    /// Title as printed.
    pub title: String,
    /// Part or volume.
    pub part: Option<String>,
    /// Authors, the main one first.
    pub authors: Vec<String>,
    /// Year, when it is certain.
    pub year: Option<i64>,
    /// Class.
    pub class: Option<String>,
    /// Call number: the title's own, else that of a copy, else made from class, author and title.
    pub call_number: Option<String>,
    /// How many copies there are.
    pub items: i64,
    /// How many of them can be lent now.
    pub available: i64,
    /// Where a copy stands, one that can be lent if there is one.
    pub shelf: Option<String>,
}

/// Searches the catalogue. `limit` is how many titles are wanted, at most [`LONGEST_LIST`].
///
/// Everything typed is words and phrases, never the index's syntax, unless [`Query::raw`] asks for that.
///
/// # Errors
/// [`crate::Error::BadValue`] when a raw query is no query of the index, and storage errors.
pub fn search(snapshot: &Snapshot<'_>, query: &Query, limit: usize) -> Result<Found> {
    let search = Search {
        conn: snapshot.sql(),
        filter: filter(query),
        limit: limit.clamp(1, LONGEST_LIST),
    };
    store::keep_few_pages(search.conn)?;
    let (text, too_long) = query::cut(&query.text);
    if query.raw {
        return search.raw(text);
    }
    if let Some(found) = search.by_printed_isbn(query, text)? {
        return Ok(found);
    }
    let terms = query.terms();
    let matches = match (terms.list.is_empty(), search.filter.is_empty()) {
        (false, _) => search.by_words(&terms)?,
        (true, false) => search.by_filter()?,
        (true, true) => Matches::default(),
    };
    let mut found = search.found(text, &Wanted::new(&terms), matches)?;
    found.shortened = too_long || terms.shortened;
    if found.total == 0 {
        found.suggestion = suggest::suggest(&search, &terms)?;
        found.unmet = search.unmet(query, &terms)?;
    }
    Ok(found)
}

/// Remembers a search that found nothing: the day and the words, no reader, no member of staff, no journal.
///
/// # Errors
/// Storage errors. A search does not fail with them: the caller says nothing and goes on.
pub fn remember(library: &mut Library, act: &Act, unmet: &Unmet) -> Result<()> {
    library.write(act, |tx| {
        store::remember(tx.sql(), &act.day().to_string(), &unmet.0)?;
        Ok(((), None))
    })
}

/// The titles to choose from, and how many there are in all.
#[derive(Debug, Default)]
struct Matches {
    candidates: Vec<i64>,
    total: usize,
    more: bool,
}

impl Matches {
    /// All that were found, when they were looked for up to one more than [`COUNTED`].
    fn counted(mut ids: Vec<i64>) -> Self {
        let more = ids.len() > COUNTED;
        ids.truncate(COUNTED);
        Self {
            total: ids.len(),
            candidates: ids,
            more,
        }
    }
}

/// A search under way.
struct Search<'a> {
    conn: &'a Connection,
    filter: Filter,
    limit: usize,
}

impl Search<'_> {
    /// The titles that an expression of the index finds, at most `limit`, by id.
    fn ids(&self, expression: &str, limit: usize) -> Result<Vec<i64>> {
        store::matching(self.conn, expression, &self.filter, i64::MAX, limit)
    }

    /// The last word is taken as the beginning of a longer one only when as it stands it does not fill the list:
    /// longer words would come last anyway.
    fn by_words(&self, terms: &Terms) -> Result<Matches> {
        let as_written = Expansions::NONE;
        let mut matches = self.by_expression(terms, &as_written)?;
        if matches.total >= self.limit || !terms.is_open() {
            return Ok(matches);
        }
        let expansions = Expansions::of(terms, |prefix, most| store::words_with_prefix(self.conn, prefix, most))?;
        if !expansions.is_empty() {
            matches = self.by_expression(terms, &expansions)?;
        }
        if expansions.leave_out_words() && matches.total < self.limit {
            self.add_rare_words(terms, &expansions, &mut matches)?;
        }
        if !expansions.complete() && matches.total == 0 {
            // The index's own scan of a beginning is the last resort.
            matches = Matches::counted(self.ids(&expression::with_prefixes(terms), SCORED)?);
            matches.more = matches.total == SCORED;
        }
        matches.more |= expansions.leave_out_words() && matches.total > 0;
        Ok(matches)
    }

    fn by_expression(&self, terms: &Terms, expansions: &Expansions) -> Result<Matches> {
        let mut matches = Matches::counted(self.ids(&expression::everywhere(terms, expansions), COUNTED + 1)?);
        // One word is looked for again at no cost to speak of; several common ones are not.
        let few = if terms.list.len() == 1 {
            self.limit
        } else {
            self.limit.max(SCORED)
        };
        if matches.candidates.len() > few {
            matches.candidates = self.gathered(terms, expansions, &matches.candidates)?;
        }
        Ok(matches)
    }

    /// Candidates out of more hits than are wanted, the best kind of match first, until the kinds that are left can't
    /// come into the list; `hits` are the first of any kind, by id.
    fn gathered(&self, terms: &Terms, expansions: &Expansions, hits: &[i64]) -> Result<Vec<i64>> {
        let most = self.limit.max(SCORED);
        let tier = |place: Place, expansions: &Expansions, scanned: usize| {
            let expression = expression::at(place, terms, expansions);
            store::matching(self.conn, &expression, &self.filter, reach(hits, scanned), most)
        };
        let mut candidates = self.exact_titles(terms)?;
        for expansions in [&Expansions::NONE, expansions] {
            let in_title = tier(Place::Title, expansions, SCANNED_FOR_TITLES)?;
            if in_title.len() == most {
                add(&mut candidates, tier(Place::TitleBegins, expansions, SCANNED)?);
            }
            if candidates.len() < self.limit {
                add(&mut candidates, in_title);
            }
            if candidates.len() >= self.limit {
                return Ok(candidates);
            }
            if expansions.is_empty() {
                break;
            }
        }
        if hits.len() == COUNTED {
            add(&mut candidates, tier(Place::TitleAuthorOrSubject, expansions, SCANNED)?);
        }
        if candidates.len() < self.limit {
            add(&mut candidates, hits.iter().copied().take(most).collect());
        }
        Ok(candidates)
    }

    /// Titles that are the words themselves, however many others have these words too.
    fn exact_titles(&self, terms: &Terms) -> Result<Vec<i64>> {
        match terms.whole_title() {
            Some(title) => store::with_title(self.conn, &title, &self.filter, SCORED),
            None => Ok(Vec::new()),
        }
    }

    /// A beginning that very many words share was looked for in the commonest of them only. When that gives few
    /// titles, the titles with the other words are read.
    fn add_rare_words(&self, terms: &Terms, expansions: &Expansions, matches: &mut Matches) -> Result<()> {
        let (others, prefixes) = terms.parted_by(|at| expansions.leaves_out_words(at));
        if others.list.is_empty() {
            return Ok(());
        }
        let expression = expression::everywhere(&others, &Expansions::NONE);
        for id in self.ids(&expression, READ_FOR_PREFIX)? {
            if !matches.candidates.contains(&id) && self.has_all(id, &prefixes)? {
                matches.candidates.push(id);
            }
        }
        matches.total = matches.candidates.len();
        Ok(())
    }

    /// Whether a title has words that begin so.
    fn has_all(&self, id: i64, prefixes: &Terms) -> Result<bool> {
        let Some(title) = crate::catalog::store::title(self.conn, id)? else {
            return Ok(false);
        };
        let text = crate::catalog::words::columns(&title.record);
        Ok(prefixes.list.iter().all(|term| term.begins_in(&text)))
    }

    fn by_filter(&self) -> Result<Matches> {
        Ok(Matches::counted(store::filtered(self.conn, &self.filter, COUNTED + 1)?))
    }

    /// Digits that are a valid ISBN are looked up as one first: that is what a scanner types.
    fn by_printed_isbn(&self, query: &Query, text: &str) -> Result<Option<Found>> {
        let isbn::Reading::Valid(isbn) = isbn::read(text) else {
            return Ok(None);
        };
        if query.isbn.is_some() {
            return Ok(None);
        }
        let filter = Filter {
            isbn: Some(WantedIsbn::Valid(isbn)),
            ..self.filter.clone()
        };
        let search = Search { filter, ..*self };
        let matches = search.by_filter()?;
        if matches.total == 0 {
            return Ok(None);
        }
        search.found(text, &Wanted::default(), matches).map(Some)
    }

    /// A query in the index's own language, ranked by the index.
    fn raw(&self, text: &str) -> Result<Found> {
        let ids = store::raw(self.conn, text, &self.filter, COUNTED + 1)?;
        let matches = Matches::counted(ids);
        let mut titles = Vec::new();
        for id in matches.candidates.iter().take(self.limit) {
            titles.extend(store::hit(self.conn, *id)?);
        }
        Ok(Found {
            query: text.to_owned(),
            total: matches.total,
            total_is_lower_bound: matches.more,
            titles,
            ..Found::default()
        })
    }

    /// Reads, scores and sorts the candidates, and reads the best in full.
    fn found(&self, text: &str, wanted: &Wanted, matches: Matches) -> Result<Found> {
        let mut stems = Stems::default();
        let mut scored = Vec::with_capacity(matches.candidates.len());
        for id in matches.candidates {
            if let Some((candidate, hit)) = store::candidate(self.conn, id)? {
                scored.push((rank::standing(wanted, &candidate, &mut stems), hit));
            }
        }
        // Copies decide among equals; those of titles that are out anyway need not be counted.
        rank::keep_contenders(&mut scored, self.limit);
        for (standing, hit) in &mut scored {
            standing.set_items(store::items(self.conn, hit.id)?);
        }
        scored.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        scored.truncate(self.limit);
        let mut titles: Vec<Hit> = scored.into_iter().map(|(_, hit)| hit).collect();
        for hit in &mut titles {
            store::add_copies(self.conn, hit)?;
        }
        Ok(Found {
            query: text.to_owned(),
            total: matches.total,
            total_is_lower_bound: matches.more,
            titles,
            ..Found::default()
        })
    }

    /// What to remember of a search without answer. A title that only has no copy on the shelf now is no unmet demand.
    fn unmet(&self, query: &Query, terms: &Terms) -> Result<Option<Unmet>> {
        let asked = query.folded();
        if asked.is_empty() {
            return Ok(None);
        }
        if query.available {
            let filter = Filter {
                available: false,
                ..self.filter.clone()
            };
            let anywhere = Search { filter, ..*self };
            let found = match terms.list.is_empty() {
                true => anywhere.by_filter()?,
                false => anywhere.by_words(terms)?,
            };
            if found.total > 0 {
                return Ok(None);
            }
        }
        Ok(Some(Unmet(asked)))
    }
}

fn add(candidates: &mut Vec<i64>, ids: Vec<i64>) {
    for id in ids {
        if !candidates.contains(&id) {
            candidates.push(id);
        }
    }
}

/// The id up to which about so many hits are to be expected, from how close the first ones lie.
fn reach(hits: &[i64], scanned: usize) -> i64 {
    match hits.last() {
        Some(last) if hits.len() < scanned => last.saturating_mul((scanned / hits.len()) as i64),
        _ => i64::MAX,
    }
}

fn filter(query: &Query) -> Filter {
    let isbn = query.isbn.as_deref().and_then(WantedIsbn::of);
    let class = query
        .class
        .as_deref()
        .map(|class| class.trim().to_uppercase())
        .filter(|class| !class.is_empty());
    Filter {
        isbn,
        class,
        available: query.available,
    }
}
