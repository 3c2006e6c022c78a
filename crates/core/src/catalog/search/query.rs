//! What was asked: words and phrases, cut to bounds, whatever was typed.

use crate::catalog::words::{IndexText, stem};
use crate::values::text::fold;

/// The most characters of a query that are read.
pub(super) const LONGEST_QUERY: usize = 256;
/// The most words of a query that are looked for.
pub(super) const MOST_WORDS: usize = 32;

/// What a reader asks the catalogue. Empty fields ask nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Words anywhere in a record; `"…"` keeps words together; the last word may be a beginning.
    pub text: String,
    /// Words among the authors.
    pub author: Option<String>,
    /// Words in the title.
    pub title: Option<String>,
    /// Words among the subjects.
    pub subject: Option<String>,
    /// An ISBN, in any form.
    pub isbn: Option<String>,
    /// The beginning of a class.
    pub class: Option<String>,
    /// Only titles with a copy that can be lent now.
    pub available: bool,
    /// `text` is a query in the language of SQLite's FTS5 over the columns title, author, subject, other and stems.
    pub raw: bool,
}

/// A column that a term is looked for in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Title,
    Author,
    Subject,
}

/// One thing that must be in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// Where; anywhere if none.
    pub(super) column: Option<Column>,
    /// The folded words, one unless they were put in quotation marks.
    pub(super) words: Vec<String>,
    /// The stem of a single word, if it is another word.
    pub(super) stem: Option<String>,
    /// Whether a single word may be the beginning of one.
    pub(super) open: bool,
}

impl Term {
    /// The word, unless the term is a phrase.
    pub(super) fn word(&self) -> Option<&str> {
        match self.words.as_slice() {
            [word] => Some(word),
            _ => None,
        }
    }

    /// Whether a record has a word that begins with this one, in its column.
    pub(super) fn begins_in(&self, text: &IndexText) -> bool {
        let columns: &[&str] = match self.column {
            Some(Column::Title) => &[&text.title],
            Some(Column::Author) => &[&text.author],
            Some(Column::Subject) => &[&text.subject],
            None => &[&text.title, &text.author, &text.subject, &text.other],
        };
        let mut words = columns.iter().flat_map(|column| column.split(' '));
        self.word()
            .is_some_and(|prefix| words.any(|word| word.starts_with(prefix)))
    }
}

/// Everything that must be in a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Terms {
    pub(super) list: Vec<Term>,
    /// Whether words were left out.
    pub(super) shortened: bool,
}

impl Terms {
    /// The words as a title, if all of them may be one: none is bound to another column.
    pub(super) fn whole_title(&self) -> Option<String> {
        let may_be = |term: &Term| matches!(term.column, None | Some(Column::Title));
        let words: Vec<&str> = self
            .list
            .iter()
            .flat_map(|term| term.words.iter().map(String::as_str))
            .collect();
        self.list.iter().all(may_be).then(|| words.join(" "))
    }

    /// Whether a word may be the beginning of a longer one.
    pub(super) fn is_open(&self) -> bool {
        self.list.iter().any(|term| term.open)
    }

    /// The terms for which `is_second` does not hold, by their places, and those for which it does.
    pub(super) fn parted_by(&self, is_second: impl Fn(usize) -> bool) -> (Terms, Terms) {
        let (mut first, mut second) = (Terms::default(), Terms::default());
        for (at, term) in self.list.iter().enumerate() {
            let side = if is_second(at) { &mut second } else { &mut first };
            side.list.push(term.clone());
        }
        (first, second)
    }

    fn add(&mut self, column: Option<Column>, text: &str, room: &mut usize) {
        let (text, too_long) = cut(text);
        self.shortened |= too_long;
        let start = self.list.len();
        let mut ends_open = false;
        for (part, quoted) in parts(text) {
            let folded = fold(part);
            let mut words: Vec<String> = folded
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(str::to_owned)
                .collect();
            if words.is_empty() {
                continue;
            }
            self.shortened |= words.len() > *room;
            words.truncate(*room);
            *room -= words.len();
            ends_open = !quoted;
            let phrase = |words| Term {
                column,
                words,
                stem: None,
                open: false,
            };
            if quoted {
                if !words.is_empty() {
                    self.list.push(phrase(words));
                }
            } else {
                self.list.extend(words.into_iter().map(|word| Term {
                    stem: stem(&word),
                    ..phrase(vec![word])
                }));
            }
        }
        if let Some(last) = self.list[start..].last_mut() {
            last.open = ends_open;
        }
    }
}

impl Query {
    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        let blank = |field: &Option<String>| field.as_deref().is_none_or(|text| text.trim().is_empty());
        self.text.trim().is_empty()
            && [&self.author, &self.title, &self.subject, &self.isbn, &self.class]
                .into_iter()
                .all(blank)
    }

    /// The terms of all fields.
    pub(super) fn terms(&self) -> Terms {
        let mut terms = Terms::default();
        let mut room = MOST_WORDS;
        terms.add(None, &self.text, &mut room);
        let fields = [
            (Column::Title, &self.title),
            (Column::Author, &self.author),
            (Column::Subject, &self.subject),
        ];
        for (column, field) in fields {
            terms.add(Some(column), field.as_deref().unwrap_or_default(), &mut room);
        }
        terms
    }

    /// Everything asked for as folded words, cut to what the file keeps.
    pub(super) fn folded(&self) -> String {
        let fields = [&self.title, &self.author, &self.subject, &self.isbn, &self.class];
        let mut folded = fold(cut(&self.text).0);
        for field in fields.into_iter().flatten() {
            crate::values::text::fold_into(cut(field).0, &mut folded);
        }
        cut(&folded).0.trim_end().to_owned()
    }
}

/// The text up to [`LONGEST_QUERY`] characters, and whether there was more.
pub(super) fn cut(text: &str) -> (&str, bool) {
    match text.char_indices().nth(LONGEST_QUERY) {
        Some((end, _)) => (&text[..end], true),
        None => (text, false),
    }
}

/// Parts a text at its quotation marks; a mark without its partner is none.
fn parts(text: &str) -> Vec<(&str, bool)> {
    let is_mark = |c: char| matches!(c, '"' | '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{AB}' | '\u{BB}');
    let pieces: Vec<&str> = text.split(is_mark).collect();
    let last = pieces.len() - 1;
    // An even number of pieces has a mark too many: the last piece stands behind it.
    let quoted = |at: usize| at % 2 == 1 && at != last;
    pieces
        .into_iter()
        .enumerate()
        .map(|(at, piece)| (piece, quoted(at)))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn terms(text: &str) -> Vec<(String, bool)> {
        let query = Query {
            text: text.to_owned(),
            ..Query::default()
        };
        query
            .terms()
            .list
            .into_iter()
            .map(|term| (term.words.join(" "), term.open))
            .collect()
    }

    #[test]
    fn words_and_phrases() {
        let cases: [(&str, &[(&str, bool)]); 12] = [
            ("", &[]),
            ("?!", &[]),
            ("laskar", &[("laskar", true)]),
            ("Laskar  PELANGI", &[("laskar", false), ("pelangi", true)]),
            ("\"laskar pelangi\"", &[("laskar pelangi", false)]),
            ("\"laskar pelangi\" hira", &[("laskar pelangi", false), ("hira", true)]),
            (
                "hirata \u{201C}laskar pelangi\u{201D}",
                &[("hirata", false), ("laskar pelangi", false)],
            ),
            ("laskar \"pelangi", &[("laskar", false), ("pelangi", true)]),
            ("\"\" laskar", &[("laskar", true)]),
            ("buku-buku", &[("buku", false), ("buku", true)]),
            (
                "title:x* NEAR(a b)",
                &[
                    ("title", false),
                    ("x", false),
                    ("near", false),
                    ("a", false),
                    ("b", true),
                ],
            ),
            ("a\u{0}b", &[("a", false), ("b", true)]),
        ];
        for (text, expected) in cases {
            let expected: Vec<(String, bool)> = expected
                .iter()
                .map(|(word, open)| ((*word).to_owned(), *open))
                .collect();
            assert_eq!(terms(text), expected, "{text:?}");
        }
    }

    #[test]
    fn bounds() {
        let many = vec!["kata"; 20_000].join(" ");
        let query = Query {
            text: "a ".repeat(100),
            author: Some(many),
            ..Query::default()
        };
        let found = query.terms();
        assert_eq!(found.list.len(), MOST_WORDS);
        assert!(found.shortened);
        assert!(query.folded().chars().count() <= LONGEST_QUERY);
    }

    proptest! {
        #[test]
        fn any_text_is_words_within_bounds(text in any::<String>(), author in any::<Option<String>>()) {
            let query = Query { text, author, ..Query::default() };
            let terms = query.terms();
            prop_assert!(terms.list.iter().map(|term| term.words.len()).sum::<usize>() <= MOST_WORDS);
            for term in &terms.list {
                prop_assert!(!term.words.is_empty());
                prop_assert!(term.words.iter().all(|word| !word.is_empty() && word.chars().all(char::is_alphanumeric)));
            }
            prop_assert!(query.folded().chars().count() <= LONGEST_QUERY);
        }
    }
}
