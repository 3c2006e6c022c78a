//! Titles that were lent most, and titles that were not lent. No reader stands in either list.

mod store;

use jiff::civil::Date;
use serde::Serialize;

use crate::error::Result;
use crate::library::Snapshot;
use crate::reports::daily::values::recorded;
use crate::reports::figure::Figure;
use crate::reports::page::Span;

/// A title that was lent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LentTitle {
    /// The title.
    pub title: String,
    /// Its part.
    pub part: Option<String>,
    /// Its authors.
    pub authors: Vec<String>,
    /// Its class.
    pub class: Option<String>,
    /// Loans that began in the period.
    pub loans: i64,
    /// Renewals in the period.
    pub renewals: i64,
    /// Copies that are not withdrawn.
    pub copies: i64,
}

/// A title that was not lent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnlentTitle {
    /// The title.
    pub title: String,
    /// Its part.
    pub part: Option<String>,
    /// Its class.
    pub class: Option<String>,
    /// Copies held on the last day.
    pub copies: i64,
    /// The day on which the first of them came, where it is known.
    pub received: Option<Date>,
    /// The last day before the period on which one was lent; none when it never was, as far as this file knows.
    pub last_lent: Option<Date>,
}

/// The titles that were lent at least `least` times, the most lent first, at most `limit` of them.
///
/// # Errors
/// Storage errors.
pub fn most_lent(snapshot: &Snapshot<'_>, span: Span, least: i64, limit: i64) -> Result<Vec<LentTitle>> {
    let Some(span) = recorded(snapshot, Figure::Loans, span)? else {
        return Ok(Vec::new());
    };
    store::lent_titles(snapshot.sql(), span, least, limit)
}

/// The titles with copies on the last day of which none was lent in the period, in the order of the shelves. A loan that
/// was taken over open counts here: that one is known.
///
/// # Errors
/// Storage errors.
pub fn never_lent(snapshot: &Snapshot<'_>, span: Span) -> Result<Vec<UnlentTitle>> {
    let mut titles = Vec::new();
    store::each_unlent(snapshot.sql(), span, |title| titles.push(title))?;
    Ok(titles)
}
