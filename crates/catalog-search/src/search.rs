//! The search itself: what was asked, and the list that answers.

use std::time::Duration;

use clap::ArgMatches;
use pustaka_cli::{Column, Document, Failure, Format, Kind, Lang, Report, Session, Status};
use pustaka_core::catalog::search::{self, Found, Hit, Query, Unmet};
use pustaka_core::{Library, OpenOptions};
use serde::Serialize;

use crate::words;

/// How long a search that found nothing waits to be remembered: the reader is waiting too.
const PATIENCE: Duration = Duration::from_millis(200);

/// The list as other programs read it.
#[derive(Debug, Serialize)]
struct Listed<'a> {
    query: &'a str,
    total: usize,
    total_is_lower_bound: bool,
    suggestion: Option<&'a str>,
    titles: Vec<ListedTitle<'a>>,
}

/// A title as other programs read it.
#[derive(Debug, Serialize)]
struct ListedTitle<'a> {
    id: i64,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'a str>,
    authors: &'a [String],
    year: Option<i64>,
    class: Option<&'a str>,
    call_number: Option<&'a str>,
    items: i64,
    available: i64,
    shelf: Option<&'a str>,
}

pub(crate) fn run(session: &mut Session, matches: &ArgMatches, text: String) -> Result<Status, Failure> {
    let lang = session.lang();
    let field = |name: &str| matches.get_one::<String>(name).cloned();
    let query = Query {
        text,
        author: field("author"),
        title: field("title"),
        subject: field("subject"),
        isbn: field("isbn"),
        class: field("class"),
        available: matches.get_flag("available"),
        raw: matches.get_flag("raw"),
    };
    if query.is_empty() && !query.available {
        return Err(Failure::usage("search.nothing-asked", words::nothing_asked(lang)).hint(words::ask_so(lang)));
    }
    let limit = matches.get_one::<u64>("limit").map_or(20, |limit| *limit as usize);
    let library = session.open()?;
    let found = library.read(|snapshot| search::search(snapshot, &query, limit));
    let found = found.map_err(|error| not_understood(error, lang))?;
    if found.shortened {
        session.warn(words::shortened(lang));
    }
    if found.total > 0 || *session.format() != Format::Table {
        session.show(document(&found, lang))?;
    }
    if found.total > 0 {
        return Ok(Status::Done);
    }
    if let Some(unmet) = &found.unmet {
        remember(session, library, unmet);
    }
    Err(nothing_found(&found, lang))
}

/// A raw query that the index does not understand; nothing else typed can be wrong.
fn not_understood(error: pustaka_core::Error, lang: Lang) -> Failure {
    match error {
        pustaka_core::Error::BadValue { what: "query", found } => {
            Failure::usage("search.raw", words::bad_raw(lang, found)).hint(words::without_raw(lang))
        }
        other => other.into(),
    }
}

/// A failure to remember is nobody's business who searches, so nothing is said of it.
fn remember(session: &Session, library: Library, unmet: &Unmet) {
    drop(library);
    if session.dry_run() {
        return;
    }
    let options = OpenOptions {
        patience: PATIENCE,
        ..session.open_options()
    };
    if let (Ok(mut library), Ok(act)) = (session.open_with(&options), session.act()) {
        let _ = search::remember(&mut library, &act, unmet);
    }
}

fn nothing_found(found: &Found, lang: Lang) -> Failure {
    let sentence = match found.query.trim() {
        "" => words::nothing_so(lang).to_owned(),
        query => words::nothing_found(lang, query),
    };
    let failure = Failure::refused("search.nothing-found", sentence);
    match &found.suggestion {
        // The suggestion is made of the catalogue's own words: letters, digits and blanks.
        Some(suggestion) => failure.hint(words::did_you_mean(lang, suggestion)),
        None => failure,
    }
}

fn document(found: &Found, lang: Lang) -> Document {
    let listed = Listed {
        query: &found.query,
        total: found.total,
        total_is_lower_bound: found.total_is_lower_bound,
        suggestion: found.suggestion.as_deref(),
        titles: found.titles.iter().map(ListedTitle::of).collect(),
    };
    let mut list = list(&found.titles);
    let (shown, total) = (lang.count(found.titles.len() as i64), lang.count(found.total as i64));
    if found.total_is_lower_bound {
        list.note(words::first_of_at_least(lang, shown, total));
    } else if found.titles.len() < found.total {
        list.note(words::first_of(lang, shown, total));
    }
    Document::new(&listed).with(list)
}

/// The list for people: the title's number is for `show`, so it comes last.
pub(crate) fn list(titles: &[Hit]) -> Report {
    let mut report = Report::new(
        "titles",
        [
            Column::new("title", words::title, Kind::Text),
            Column::new("authors", words::authors, Kind::Text),
            Column::new("year", words::year, Kind::Number),
            Column::new("call_number", words::call_number, Kind::Text),
            Column::new("shelf", words::shelf, Kind::Text),
            Column::new("items", words::items, Kind::Integer),
            Column::new("available", words::available, Kind::Integer),
            Column::new("id", words::number, Kind::Number),
        ],
    );
    for hit in titles {
        let title = match &hit.part {
            Some(part) => format!("{}. {part}", hit.title),
            None => hit.title.clone(),
        };
        report.row([
            title.into(),
            hit.authors.clone().into(),
            hit.year.into(),
            hit.call_number.clone().into(),
            hit.shelf.clone().into(),
            hit.items.into(),
            hit.available.into(),
            hit.id.into(),
        ]);
    }
    report
}

/// Several titles of one name, in the shape of a search.
pub(crate) fn choice(query: &str, titles: &[Hit]) -> Document {
    let listed = Listed {
        query,
        total: titles.len(),
        total_is_lower_bound: false,
        suggestion: None,
        titles: titles.iter().map(ListedTitle::of).collect(),
    };
    Document::new(&listed).with(list(titles))
}

impl<'a> ListedTitle<'a> {
    fn of(hit: &'a Hit) -> ListedTitle<'a> {
        ListedTitle {
            id: hit.id,
            title: &hit.title,
            part: hit.part.as_deref(),
            authors: &hit.authors,
            year: hit.year,
            class: hit.class.as_deref(),
            call_number: hit.call_number.as_deref(),
            items: hit.items,
            available: hit.available,
            shelf: hit.shelf.as_deref(),
        }
    }
}
