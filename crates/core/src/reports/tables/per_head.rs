//! Loans and visits per head (PAKPI B.2.1.2 and B.2.2.1), each with the population named: members who were valid in the
//! period, members who borrowed, inhabitants.

use jiff::civil::Date;
use serde::Serialize;

use super::{loans, ratio, readers};
use crate::error::Result;
use crate::library::Snapshot;
use crate::reports::daily::values::recorded;
use crate::reports::facts::{ACTIVE_MEMBERS, Facts, POPULATION, VISITS_ONSITE};
use crate::reports::figure::Figure;
use crate::reports::page::Span;
use crate::surveys::figures::Fixed;
use crate::values::codes::codes;

codes! {
    /// What is counted per head.
    Counted {
        /// Loans that began in the period.
        Loans = "loans",
        /// People who came in.
        Visits = "visits",
    }
}

codes! {
    /// Whose heads are meant.
    Population {
        /// Members valid on at least one day of the period.
        ValidMembers = "valid-members",
        /// Members who borrowed in the period.
        ActiveMembers = "active-members",
        /// Inhabitants.
        Inhabitants = "inhabitants",
    }
}

/// A figure per head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PerHead {
    /// What is counted.
    pub counted: Counted,
    /// Whose heads.
    pub population: Population,
    /// So many were counted; none when it is not known.
    pub count: Option<i64>,
    /// So many heads; none when it is not known.
    pub heads: Option<i64>,
    /// The one by the other, with two places.
    pub per_head: Option<Fixed>,
    /// The facts that are missing.
    pub missing: Vec<&'static str>,
}

/// Loans and visits per head. What the library can't count comes from the facts of the year in which the span ends;
/// visits only when the span is that year.
///
/// # Errors
/// Storage errors.
pub fn per_head(snapshot: &Snapshot<'_>, span: Span, today: Date) -> Result<Vec<PerHead>> {
    let facts = Facts::load(snapshot, span.last.year())?;
    let recorded = recorded(snapshot, Figure::Loans, span)?;
    let lent = recorded.map(|days| loans::store::loans_of(snapshot.sql(), days));
    let lent = lent.transpose()?;
    let members = readers::count(snapshot, span)?.valid_within;
    let of_year = |name| span.whole_year(today).and_then(|_| facts.whole(name));
    let visits = of_year(VISITS_ONSITE);
    let heads = [
        (Population::ValidMembers, Some(members), None),
        (Population::ActiveMembers, of_year(ACTIVE_MEMBERS), Some(ACTIVE_MEMBERS)),
        (Population::Inhabitants, facts.whole(POPULATION), Some(POPULATION)),
    ];
    let counted = [
        (Counted::Loans, lent, None),
        (Counted::Visits, visits, Some(VISITS_ONSITE)),
    ];
    let pairs = counted
        .iter()
        .flat_map(|counted| heads.iter().map(move |heads| (counted, heads)));
    Ok(pairs
        .map(|((counted, count, fact), (population, heads, of_heads))| PerHead {
            counted: *counted,
            population: *population,
            count: *count,
            heads: *heads,
            per_head: count.zip(*heads).and_then(|(count, heads)| ratio(count, heads, 1, 2)),
            missing: [(count, fact), (heads, of_heads)]
                .into_iter()
                .filter(|(known, _)| known.is_none())
                .filter_map(|(_, fact)| *fact)
                .collect(),
        })
        .collect())
}
