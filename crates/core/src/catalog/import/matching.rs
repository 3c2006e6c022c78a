//! Which title a row belongs to: by item code, by the file's own reference, by ISBN, by description; never by the
//! title alone.

use super::door::{Draft, RejectReason};
use super::identity;
use super::memory::{Known, Memory};
use super::merge;
use super::plan::{Home, Planner, Row};
use super::store;
use super::tally::{Warning, WarningCode};
use crate::catalog::record::{Field, TitleRecord};
use crate::catalog::store::{self as catalog, StoredItem, StoredTitle};
use crate::error::Result;
use crate::values::text::fold;

impl Known {
    /// What a record is known by.
    pub(super) fn of(record: &TitleRecord) -> Known {
        let folded_title = fold(&record.title);
        Known {
            isbn: record.isbn,
            keys: identity::keys_of_folded(record, &folded_title),
            folded_title,
        }
    }
}

impl Planner<'_> {
    /// What a title that was there before is known by now: as it will be found when the file comes a second time.
    fn known(&self, title: &StoredTitle) -> Known {
        let moved = self.memory.moved(title.id).cloned();
        moved.unwrap_or_else(|| Known::of(&title.record))
    }

    /// The title that a row belongs to, or why it has none.
    pub(super) fn home(
        &mut self,
        draft: &Draft,
        row: &Row,
        known: &[Option<StoredItem>],
    ) -> Result<Result<Home, RejectReason>> {
        if let Some(home) = self.by_item_code(draft, row, known)? {
            return Ok(Ok(home));
        }
        if self.options.copies_only {
            return self.by_unique_title(draft, row);
        }
        let reference = draft.reference.as_deref().map(identity::digest);
        if let Some(id) = reference.and_then(|reference| self.memory.with_reference(reference)) {
            return Ok(Ok(self.at(id)?));
        }
        if let Some(isbn) = draft.title.isbn
            && let Some(home) = self.by_isbn(draft, row, isbn)?
        {
            return Ok(Ok(home));
        }
        Ok(Ok(self.by_description(draft, row)?.unwrap_or(Home::New)))
    }

    /// A title that this file named before. A row with a reference of its own is known by that alone.
    fn seen(&self, draft: &Draft, id: Option<i64>) -> Option<i64> {
        id.filter(|_| draft.reference.is_none())
    }

    fn at(&self, id: i64) -> Result<Home> {
        if self.memory.is_made(id) {
            return Ok(Home::Made(id));
        }
        let stored = self.before.map(|conn| catalog::title(conn, id)).transpose()?.flatten();
        Ok(stored.map_or(Home::New, |title| Home::Stored(Box::new(title))))
    }

    fn by_item_code(&self, draft: &Draft, row: &Row, known: &[Option<StoredItem>]) -> Result<Option<Home>> {
        let Some(conn) = self.before else { return Ok(None) };
        for item in known.iter().flatten() {
            if let Some(title) = catalog::title(conn, item.title_id)?
                && (draft.title.title.is_empty()
                    || identity::similar(&row.folded_title, &self.known(&title).folded_title))
            {
                return Ok(Some(Home::Stored(Box::new(title))));
            }
        }
        Ok(None)
    }

    /// A row of copies whose codes are new joins the title of that name, when there is just one.
    fn by_unique_title(&self, draft: &Draft, row: &Row) -> Result<Result<Home, RejectReason>> {
        let reason = |code| RejectReason {
            code,
            field: Some(Field::Title),
            found: draft.title.title.clone(),
            line: draft.line,
        };
        let mut titles = match self.before {
            Some(conn) => store::titles_with_title(conn, row.keys.title)?,
            None => Vec::new(),
        };
        titles.retain(|title| fold(&title.record.title) == row.folded_title);
        Ok(match (titles.len(), titles.pop()) {
            (1, Some(title)) => Ok(Home::Stored(Box::new(title))),
            (_, Some(_)) => Err(reason("title.ambiguous")),
            (_, None) => Err(reason("title.unknown")),
        })
    }

    fn by_isbn(&mut self, draft: &Draft, row: &Row, isbn: i64) -> Result<Option<Home>> {
        let mut other = None;
        if let Some(id) = self.seen(draft, self.memory.with_isbn(isbn)) {
            let title = match (self.memory.made(id), self.at(id)?) {
                (Some((kept, _, _)), _) => kept.to_owned(),
                (None, Home::Stored(title)) => self.known(&title).folded_title,
                (None, _) => String::new(),
            };
            if identity::similar(Memory::kept(&title), Memory::kept(&row.folded_title)) {
                return Ok(Some(self.at(id)?));
            }
            other = Some(title);
        }
        if let Some(conn) = self.before {
            let mut titles = store::titles_with_isbn(conn, isbn)?;
            titles.retain(|title| self.known(title).isbn == Some(isbn));
            let is_similar =
                |title: &StoredTitle| identity::similar(&self.known(title).folded_title, &row.folded_title);
            let (similar, different): (Vec<_>, Vec<_>) = titles.into_iter().partition(is_similar);
            if let Some(title) = best(similar, draft) {
                return Ok(Some(Home::Stored(Box::new(title))));
            }
            if let Some(title) = different.into_iter().next_back() {
                other = Some(title.record.title);
            }
        }
        if let Some(other) = other {
            let found = format!("{isbn}: {}", draft.title.title);
            self.tally.add(
                draft.line,
                Warning::new(WarningCode::IsbnShared, Field::Isbn, found, other),
            );
        }
        Ok(None)
    }

    fn by_description(&self, draft: &Draft, row: &Row) -> Result<Option<Home>> {
        let fits = |isbn: Option<i64>| isbn.is_none() || draft.title.isbn.is_none() || isbn == draft.title.isbn;
        if let Some(id) = self.seen(draft, self.memory.with_key(row.key())) {
            match self.memory.made(id) {
                Some((_, isbn, _)) if fits(isbn) => return Ok(Some(Home::Made(id))),
                Some(_) => {}
                None => return Ok(Some(self.at(id)?)),
            }
        }
        let Some(conn) = self.before else { return Ok(None) };
        let same = |title: &StoredTitle| {
            let known = self.known(title);
            let described = known.keys == row.keys && known.folded_title == row.folded_title;
            let proven = !row.keys.bare || (title.record == draft.title && self.memory.moved(title.id).is_none());
            described && proven && fits(known.isbn)
        };
        let mut titles = store::titles_with_keys(conn, row.keys)?;
        titles.retain(same);
        Ok(best(titles, draft).map(|title| Home::Stored(Box::new(title))))
    }
}

/// Of several titles that a row could mean, the one that says all that the row says, so that a row finds its own title
/// again; else the oldest.
fn best(mut titles: Vec<StoredTitle>, draft: &Draft) -> Option<StoredTitle> {
    let says_it = |title: &StoredTitle| merge::title(&title.record, &draft.title, &[], true).changed.is_empty();
    let at = match titles.len() {
        0 => return None,
        1 => 0,
        _ => titles.iter().position(says_it).unwrap_or(0),
    };
    Some(titles.swap_remove(at))
}
