//! Reading what closed days came to.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::store;
use crate::error::Result;
use crate::library::Snapshot;
use crate::reports::figure::{Figure, Kind};
use crate::reports::page::Span;

/// What is known of the figures: the days that are closed, and from when on each figure is counted.
#[derive(Debug, Clone)]
pub struct Known {
    closed: Option<Span>,
    since: BTreeMap<Figure, Date>,
}

impl Known {
    /// As the last night left it.
    ///
    /// # Errors
    /// Storage errors.
    pub fn load(snapshot: &Snapshot<'_>) -> Result<Known> {
        Ok(Known {
            closed: store::closed(snapshot.sql())?,
            since: store::since(snapshot.sql())?.into_iter().collect(),
        })
    }

    /// The days that are closed; none before the first night.
    pub fn closed(&self) -> Option<Span> {
        self.closed
    }

    /// The days of a span of which a figure is known.
    pub fn days(&self, figure: Figure, span: Span) -> Option<Span> {
        let (closed, since) = (self.closed?, self.since.get(&figure)?);
        let known = Span {
            first: span.first.max(closed.first).max(*since),
            last: span.last.min(closed.last),
        };
        (known.first <= known.last).then_some(known)
    }

    /// What a figure came to on each day of a span; `None` where that is not known. For a part of a period
    /// ([`Figure::BoughtAndLent`]) no day by itself is.
    ///
    /// # Errors
    /// Storage errors.
    pub fn by_day(&self, snapshot: &Snapshot<'_>, figure: Figure, span: Span) -> Result<Vec<(Date, Option<i64>)>> {
        let conn = snapshot.sql();
        let values = match figure {
            Figure::ItemsBought => store::received(conn, true, span)?,
            Figure::ItemsGiven => store::received(conn, false, span)?,
            Figure::BoughtAndLent => Vec::new(),
            _ => store::values(conn, figure, span)?,
        };
        let values: BTreeMap<Date, i64> = values.into_iter().collect();
        let known = self.days(figure, span).filter(|_| figure != Figure::BoughtAndLent);
        let value = |day: Date| {
            let known = known.is_some_and(|known| (known.first..=known.last).contains(&day));
            known.then(|| values.get(&day).copied().unwrap_or_default())
        };
        Ok(span.days().map(|day| (day, value(day))).collect())
    }

    /// What a figure came to in a span: the sum of the days that are known, or what stood at the end of the last one.
    ///
    /// # Errors
    /// Storage errors.
    pub fn of_span(&self, snapshot: &Snapshot<'_>, figure: Figure, span: Span) -> Result<Option<i64>> {
        let Some(known) = self.days(figure, span) else {
            return Ok(None);
        };
        if figure == Figure::BoughtAndLent {
            return Ok(Some(store::bought_and_lent(snapshot.sql(), known)?));
        }
        let days = match figure.kind() {
            Kind::Flow => known,
            Kind::Level => Span::of(known.last),
        };
        let days = self.by_day(snapshot, figure, days)?;
        Ok(Some(days.into_iter().filter_map(|(_, value)| value).sum()))
    }
}

/// The day since which loans are recorded: before it, how many there were is not known. Before the first night it follows
/// from the rows as they stand; a library in which nothing was done yet begins on `day`.
///
/// # Errors
/// Storage errors.
pub fn loans_known_since(snapshot: &Snapshot<'_>, day: Date) -> Result<Date> {
    recorded_since(snapshot, Figure::Loans, day)
}

/// The days of a span of which loans are recorded, or what became of them; none when all of them lie before.
pub(in crate::reports) fn recorded(snapshot: &Snapshot<'_>, figure: Figure, span: Span) -> Result<Option<Span>> {
    let first = span.first.max(recorded_since(snapshot, figure, span.last)?);
    Ok((first <= span.last).then_some(Span { first, ..span }))
}

fn recorded_since(snapshot: &Snapshot<'_>, figure: Figure, day: Date) -> Result<Date> {
    match Known::load(snapshot)?.since.get(&figure) {
        Some(since) => Ok(*since),
        None => Ok(super::beginning(snapshot.sql(), day)?.1.loans),
    }
}

/// The day since which renewals are recorded one by one; none before the first night.
///
/// # Errors
/// Storage errors.
pub fn renewals_known_since(snapshot: &Snapshot<'_>) -> Result<Option<Date>> {
    Ok(Known::load(snapshot)?.since.get(&Figure::Renewals).copied())
}
