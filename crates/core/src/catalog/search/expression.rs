//! The index's own query language. Every word is letters and digits in quotation marks, so nothing typed is syntax.

use crate::error::Result;

use super::query::{Column, Term, Terms};

/// How many words stand in for the beginning of a word: the commonest of the vocabulary that begin so.
///
/// Reading every posting of a beginning of one or two letters takes the index a second and more in a large catalogue.
const MOST_EXPANSIONS: usize = 48;

/// Where all words without a column of their own must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    TitleBegins,
    Title,
    TitleAuthorOrSubject,
}

/// The words of the vocabulary that open terms stand for, by the place of the term.
#[derive(Debug)]
pub(super) struct Expansions {
    list: Vec<Expansion>,
}

#[derive(Debug)]
struct Expansion {
    at: usize,
    words: Vec<String>,
    rest: Rest,
}

/// What an expansion leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rest {
    /// Nothing.
    Nothing,
    /// Rarer words that begin so.
    RarerWords,
    /// Longer numbers: the vocabulary has none, and a number is rarely typed in part.
    Numbers,
}

impl Expansions {
    /// Every term stands for itself.
    pub(super) const NONE: Expansions = Expansions { list: Vec::new() };

    /// Looks up the words that open terms may stand for; `find` answers the commonest words with a beginning.
    pub(super) fn of(terms: &Terms, find: impl Fn(&str, usize) -> Result<Vec<String>>) -> Result<Self> {
        let mut list = Vec::new();
        for (at, term) in terms.list.iter().enumerate() {
            let Some(word) = term.word().filter(|_| term.open) else {
                continue;
            };
            let is_number = word.bytes().all(|b| b.is_ascii_digit());
            let mut words = if is_number {
                Vec::new()
            } else {
                find(word, MOST_EXPANSIONS + 1)?
            };
            let rest = match () {
                () if is_number && word.len() >= 3 => Rest::Numbers,
                () if words.len() > MOST_EXPANSIONS => Rest::RarerWords,
                () => Rest::Nothing,
            };
            words.truncate(MOST_EXPANSIONS);
            words.retain(|found| found != word);
            list.push(Expansion { at, words, rest });
        }
        Ok(Self { list })
    }

    /// Whether every term stands for itself.
    pub(super) fn is_empty(&self) -> bool {
        self.list.iter().all(|expansion| expansion.words.is_empty())
    }

    /// Whether every open term stands for all words that begin so.
    pub(super) fn complete(&self) -> bool {
        self.list.iter().all(|expansion| expansion.rest == Rest::Nothing)
    }

    /// Whether some term stands for more words than were looked up.
    pub(super) fn leave_out_words(&self) -> bool {
        self.list.iter().any(|expansion| expansion.rest == Rest::RarerWords)
    }

    /// Whether the term at this place stands for more words than were looked up.
    pub(super) fn leaves_out_words(&self, at: usize) -> bool {
        self.list
            .iter()
            .any(|expansion| expansion.at == at && expansion.rest == Rest::RarerWords)
    }

    fn words(&self, at: usize) -> &[String] {
        let found = self.list.iter().find(|expansion| expansion.at == at);
        found.map(|expansion| expansion.words.as_slice()).unwrap_or_default()
    }
}

/// All terms, anywhere in their columns, stems too.
pub(super) fn everywhere(terms: &Terms, expansions: &Expansions) -> String {
    joined(terms, |at, term| {
        anywhere(term, alternatives(term, expansions.words(at)))
    })
}

/// All terms as written or expanded, those without a column of their own at one place.
pub(super) fn at(place: Place, terms: &Terms, expansions: &Expansions) -> String {
    joined(terms, |at, term| {
        let words = expansions.words(at);
        if term.column.is_some() {
            return anywhere(term, alternatives(term, words));
        }
        let begins = place == Place::TitleBegins && at == 0;
        let mark = if begins { "^ " } else { "" };
        let mut one_of = format!("{mark}{}", quoted(&term.words.join(" ")));
        for word in words {
            one_of.push_str(" OR ");
            one_of.push_str(mark);
            one_of.push_str(&quoted(word));
        }
        let columns = match place {
            Place::TitleBegins | Place::Title => "title",
            Place::TitleAuthorOrSubject => "title author subject",
        };
        format!("{{{columns}}} : ({one_of})")
    })
}

/// All terms, with the index's own search for the beginnings of words.
pub(super) fn with_prefixes(terms: &Terms) -> String {
    joined(terms, |_, term| {
        let mut one_of = alternatives(term, &[]);
        if term.open {
            one_of.push('*');
        }
        anywhere(term, one_of)
    })
}

fn joined(terms: &Terms, part: impl Fn(usize, &Term) -> String) -> String {
    let parts: Vec<String> = terms.list.iter().enumerate().map(|(at, term)| part(at, term)).collect();
    parts.join(" AND ")
}

/// The forms of a term, its own last, so that a `*` may follow.
fn alternatives(term: &Term, words: &[String]) -> String {
    let mut forms: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    forms.extend(term.stem.as_deref().map(quoted));
    forms.push(quoted(&term.words.join(" ")));
    forms.join(" OR ")
}

/// Forms of a term in its columns. Stems are kept in a column of their own and belong to titles and subjects.
fn anywhere(term: &Term, one_of: String) -> String {
    let single = term.word().is_some();
    match term.column {
        None => format!("({one_of})"),
        Some(Column::Title) if single => format!("{{title stems}} : ({one_of})"),
        Some(Column::Subject) if single => format!("{{subject stems}} : ({one_of})"),
        Some(Column::Title) => format!("{{title}} : ({one_of})"),
        Some(Column::Subject) => format!("{{subject}} : ({one_of})"),
        Some(Column::Author) => format!("{{author}} : ({one_of})"),
    }
}

/// Words in quotation marks. They are letters and digits after folding; a mark in them could not be.
fn quoted(words: &str) -> String {
    format!("\"{words}\"")
}

#[cfg(test)]
mod tests {
    use super::super::query::Query;
    use super::*;

    #[test]
    fn expressions() {
        let query = Query {
            text: "membaca \"laskar pelangi\" se".to_owned(),
            author: Some("Hirata".to_owned()),
            ..Query::default()
        };
        let terms = query.terms();
        let find = |prefix: &str, _| {
            Ok(if prefix == "se" {
                vec!["sejarah".to_owned()]
            } else {
                Vec::new()
            })
        };
        let expansions = Expansions::of(&terms, find).unwrap();
        assert!(expansions.complete());
        assert_eq!(
            everywhere(&terms, &expansions),
            "(\"baca\" OR \"membaca\") AND (\"laskar pelangi\") AND (\"sejarah\" OR \"se\") AND {author} : (\"hirata\")"
        );
        assert_eq!(
            at(Place::TitleBegins, &terms, &expansions),
            "{title} : (^ \"membaca\") AND {title} : (\"laskar pelangi\") AND {title} : (\"se\" OR \"sejarah\") \
             AND {author} : (\"hirata\")"
        );
        assert_eq!(
            with_prefixes(&terms),
            "(\"baca\" OR \"membaca\") AND (\"laskar pelangi\") AND (\"se\"*) AND {author} : (\"hirata\"*)"
        );
    }

    #[test]
    fn a_beginning_that_many_words_share_is_cut() {
        let query = Query {
            text: "s".to_owned(),
            ..Query::default()
        };
        let terms = query.terms();
        let many = |_: &str, most: usize| Ok((0..most).map(|n| format!("s{n}")).collect());
        let expansions = Expansions::of(&terms, many).unwrap();
        assert!(!expansions.complete() && expansions.leaves_out_words(0));
        assert_eq!(everywhere(&terms, &expansions).matches(" OR ").count(), MOST_EXPANSIONS);
    }
}
