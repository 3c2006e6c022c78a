//! Finding titles: the words a reader types, ranked as a librarian expects, without scoring every hit.
//!
//! A search by words is a query of the full-text index whose hits come in the order of their ids, so that it can stop
//! early. Up to [`SCORED`] hits are all scored. Where there are more, candidates are gathered in tiers, the best kind
//! of match first (the title begins with the words, the title has them, title and author …), each tier cut off as soon
//! as there is enough; only the candidates are read and scored. A count above [`COUNTED`] is given as a lower bound.
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

/// The most hits that are all read and scored.
pub const SCORED: usize = 256;
/// The most hits that are counted; more are given as a lower bound.
pub const COUNTED: usize = 1000;
/// The most titles that one search answers.
pub const LONGEST_LIST: usize = 1000;
/// The fewest candidates that are gathered, however few are wanted: copies and years decide among them.
const FEWEST_CANDIDATES: usize = 64;
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
        store::matching(self.conn, expression, &self.filter, limit)
    }

    fn by_words(&self, terms: &Terms) -> Result<Matches> {
        let expansions = Expansions::of(terms, |prefix, most| store::words_with_prefix(self.conn, prefix, most))?;
        let mut matches = Matches::counted(self.ids(&expression::everywhere(terms, &expansions), COUNTED + 1)?);
        if matches.candidates.len() > SCORED {
            matches.candidates = self.gathered(terms, &expansions, &matches.candidates)?;
        } else if !expansions.complete() && matches.total < self.limit {
            self.add_rare_prefixes(terms, &expansions, &mut matches)?;
        }
        matches.more |= !expansions.complete() && !matches.candidates.is_empty() && matches.total > 0;
        Ok(matches)
    }

    /// Candidates out of many hits, the best kind of match first; `some` are hits of any kind.
    fn gathered(&self, terms: &Terms, expansions: &Expansions, some: &[i64]) -> Result<Vec<i64>> {
        let enough = (self.limit * 2).clamp(FEWEST_CANDIDATES, LONGEST_LIST);
        let mut candidates = self.exact_titles(terms)?;
        let tiers = [
            (Place::TitleBegins, false),
            (Place::Title, false),
            (Place::TitleBegins, true),
            (Place::Title, true),
            (Place::TitleOrAuthor, true),
            (Place::TitleAuthorOrSubject, true),
        ];
        for (place, expanded) in tiers {
            if candidates.len() >= enough {
                return Ok(candidates);
            }
            let expansions = if expanded { expansions } else { &Expansions::NONE };
            let expression = expression::at(place, terms, expansions);
            for id in self.ids(&expression, enough)? {
                if !candidates.contains(&id) {
                    candidates.push(id);
                }
            }
        }
        let missing = enough.saturating_sub(candidates.len());
        let others: Vec<i64> = some
            .iter()
            .copied()
            .filter(|id| !candidates.contains(id))
            .take(missing)
            .collect();
        candidates.extend(others);
        Ok(candidates)
    }

    /// Titles that are the words themselves, however many others have these words too.
    fn exact_titles(&self, terms: &Terms) -> Result<Vec<i64>> {
        match terms.whole_title() {
            Some(title) => store::with_title(self.conn, &title, &self.filter, FEWEST_CANDIDATES),
            None => Ok(Vec::new()),
        }
    }

    /// A beginning that very many words share was looked for in the commonest of them only. When that gives few
    /// titles, the titles with the other words are read; the index's own scan of a beginning is the last resort.
    fn add_rare_prefixes(&self, terms: &Terms, expansions: &Expansions, matches: &mut Matches) -> Result<()> {
        let (others, prefixes) = terms.parted_by(|at| expansions.is_cut(at));
        if !others.list.is_empty() {
            let expression = expression::everywhere(&others, &Expansions::NONE);
            let ids = self.ids(&expression, READ_FOR_PREFIX)?;
            for id in ids {
                if !matches.candidates.contains(&id) && self.has_all(id, &prefixes)? {
                    matches.candidates.push(id);
                }
            }
        }
        if matches.candidates.is_empty() {
            matches.candidates = self.ids(&expression::with_prefixes(terms), SCORED)?;
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
            if let Some(candidate) = store::candidate(self.conn, id)? {
                scored.push(rank::standing(wanted, &candidate, &mut stems));
            }
        }
        scored.sort_unstable();
        let mut titles = Vec::with_capacity(self.limit.min(scored.len()));
        for standing in scored.iter().take(self.limit) {
            titles.extend(store::hit(self.conn, standing.id)?);
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
