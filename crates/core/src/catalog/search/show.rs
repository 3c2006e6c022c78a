//! One title with all its copies.

use std::cmp::Reverse;

use crate::catalog::store::{StoredItem, StoredTitle};
use crate::error::Result;
use crate::library::Snapshot;
use crate::values::barcode::Barcode;
use crate::values::isbn;
use crate::values::text::fold;

use super::store::{self, Filter, WantedIsbn};
use super::{COUNTED, Found, Hit, Query, search};

/// The most titles that are listed to choose from.
const MOST_TO_CHOOSE: usize = 50;

/// What was asked to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// One title.
    Title(Box<FullTitle>),
    /// Several titles answer to this name.
    Several(Vec<Hit>),
    /// None does; perhaps other words do.
    Nothing {
        /// What the catalogue has instead.
        suggestion: Option<String>,
    },
}

/// A title as the file has it, with its copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FullTitle {
    /// The record.
    pub title: StoredTitle,
    /// Call number of the title: its own, else made from class, author and title.
    pub call_number: Option<String>,
    /// The copies by barcode.
    pub items: Vec<ShownItem>,
    /// The copy whose barcode was asked for.
    pub asked: Option<String>,
}

/// A copy of a shown title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownItem {
    /// The copy.
    pub item: StoredItem,
    /// Whether it can be lent now.
    pub available: bool,
    /// What stands on its spine: its own call number, else the title's.
    pub call_number: Option<String>,
}

/// Shows the title that a barcode, an ISBN, a whole title or the words of only one title name. A number that is none
/// of these is the id that [`Hit::id`] gives.
///
/// # Errors
/// Storage errors.
pub fn show(snapshot: &Snapshot<'_>, name: &str) -> Result<Shown> {
    let conn = snapshot.sql();
    if let Ok(barcode) = Barcode::parse(name)
        && let Some(title) = store::title_of_barcode(conn, barcode.as_str())?
    {
        return full(snapshot, title, Some(barcode.into_string()));
    }
    if let isbn::Reading::Valid(isbn) = isbn::read(name) {
        let filter = Filter {
            isbn: Some(WantedIsbn::Valid(isbn)),
            ..Filter::default()
        };
        let titles = store::filtered(conn, &filter, MOST_TO_CHOOSE)?;
        if !titles.is_empty() {
            return one_or_several(snapshot, &titles);
        }
    }
    let titles = store::with_title(conn, &fold(name), &Filter::default(), MOST_TO_CHOOSE)?;
    if !titles.is_empty() {
        return one_or_several(snapshot, &titles);
    }
    if let Ok(id) = name.trim().parse::<i64>()
        && store::hit(conn, id)?.is_some()
    {
        return full(snapshot, id, None);
    }
    by_words(snapshot, name)
}

fn by_words(snapshot: &Snapshot<'_>, name: &str) -> Result<Shown> {
    let query = Query {
        text: name.to_owned(),
        ..Query::default()
    };
    let Found { titles, suggestion, .. } = search(snapshot, &query, MOST_TO_CHOOSE.min(COUNTED))?;
    match titles.as_slice() {
        [] => Ok(Shown::Nothing { suggestion }),
        [only] => full(snapshot, only.id, None),
        _ => Ok(Shown::Several(titles)),
    }
}

fn one_or_several(snapshot: &Snapshot<'_>, titles: &[i64]) -> Result<Shown> {
    if let &[only] = titles {
        return full(snapshot, only, None);
    }
    let mut hits = Vec::with_capacity(titles.len());
    for id in titles {
        hits.extend(store::hit(snapshot.sql(), *id)?);
    }
    hits.sort_by_key(|hit| (Reverse(hit.items), Reverse(hit.year), hit.id));
    Ok(Shown::Several(hits))
}

fn full(snapshot: &Snapshot<'_>, id: i64, asked: Option<String>) -> Result<Shown> {
    let conn = snapshot.sql();
    let Some(title) = crate::catalog::store::title(conn, id)? else {
        return Ok(Shown::Nothing { suggestion: None });
    };
    let record = &title.record;
    let author = record.authors.first().map(String::as_str);
    let own = record.call_number.clone();
    let call_number = own.or_else(|| store::made_call_number(record.class.as_deref(), author, &record.title));
    let lendable = store::lendable_of(conn, id)?;
    let items = crate::catalog::store::items_of(conn, id)?
        .into_iter()
        .map(|item| ShownItem {
            available: lendable.contains(&item.record.barcode),
            call_number: item.record.call_number.clone().or_else(|| call_number.clone()),
            item,
        });
    Ok(Shown::Title(Box::new(FullTitle {
        items: items.collect(),
        call_number,
        title,
        asked,
    })))
}
