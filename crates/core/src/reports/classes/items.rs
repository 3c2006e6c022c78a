//! Which row of a report each copy belongs to.

use std::collections::HashMap;

use rusqlite::Connection;

use super::store;
use crate::error::Result;
use crate::reports::class;

/// The rows of a report that copies belong to, by the class of their titles as it is now.
#[derive(Debug)]
pub(crate) struct ItemClasses<'a> {
    conn: &'a Connection,
    /// Places of the rows by number of the copy, when all of them were read.
    all: Option<Vec<u8>>,
    known: HashMap<i64, usize>,
}

impl<'a> ItemClasses<'a> {
    /// Looks each copy up when it is asked for: for few loans.
    pub(crate) fn one_by_one(conn: &'a Connection) -> ItemClasses<'a> {
        ItemClasses {
            conn,
            all: None,
            known: HashMap::new(),
        }
    }

    /// Reads the whole catalogue at once: for many loans.
    ///
    /// # Errors
    /// Storage errors.
    pub(crate) fn all(conn: &'a Connection) -> Result<ItemClasses<'a>> {
        let titles = title_places(conn)?;
        Ok(ItemClasses {
            conn,
            all: Some(item_places(&item_titles(conn)?, &titles)),
            known: HashMap::new(),
        })
    }

    /// The one or the other, by how many loans there are to look at.
    ///
    /// # Errors
    /// Storage errors.
    pub(crate) fn for_loans(conn: &'a Connection, loans: i64) -> Result<ItemClasses<'a>> {
        let copies = i64::try_from(store::most(conn, "item")?).unwrap_or(i64::MAX);
        // A look at one copy costs about as much as walking past ten.
        if loans > copies / 10 {
            ItemClasses::all(conn)
        } else {
            Ok(ItemClasses::one_by_one(conn))
        }
    }

    /// The place of a copy's row.
    ///
    /// # Errors
    /// Storage errors.
    pub(crate) fn of_item(&mut self, item: i64) -> Result<usize> {
        if let Some(all) = &self.all {
            let place = usize::try_from(item).ok().and_then(|item| all.get(item));
            return Ok(place.map_or(class::row(None), |place| usize::from(*place)));
        }
        if let Some(place) = self.known.get(&item) {
            return Ok(*place);
        }
        let place = class::row(store::class_of(self.conn, item)?.as_deref());
        self.known.insert(item, place);
        Ok(place)
    }
}

/// The places of the rows of all titles, by their numbers.
///
/// # Errors
/// Storage errors.
pub(super) fn title_places(conn: &Connection) -> Result<Vec<u8>> {
    let mut titles = vec![class::row(None) as u8; store::most(conn, "title")?];
    store::each_classed_title(conn, |class, title| {
        if let Some(place) = titles.get_mut(title) {
            *place = class as u8;
        }
    })?;
    Ok(titles)
}

/// The titles of all copies, by the numbers of both.
///
/// # Errors
/// Storage errors.
pub(super) fn item_titles(conn: &Connection) -> Result<Vec<u32>> {
    let mut items = vec![0; store::most(conn, "item")?];
    store::each_item(conn, |title, item| {
        if let Some(of) = items.get_mut(item) {
            *of = u32::try_from(title).unwrap_or_default();
        }
    })?;
    Ok(items)
}

/// The places of the rows of all copies, by their numbers. Number 0 is no copy's and no title's.
pub(super) fn item_places(items: &[u32], titles: &[u8]) -> Vec<u8> {
    let other = class::row(None) as u8;
    let place = |title: &u32| titles.get(*title as usize).copied().unwrap_or(other);
    items.iter().map(place).collect()
}
