//! Loans by class: of a span, from what is stored of its days; and by month of any period, counted again from the loans
//! themselves.
//!
//! The two part only where a title got another class since its loans' days were closed, because a report that was handed in
//! stays true.

pub(crate) mod items;
mod recount;
pub(super) mod store;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::class;
use super::page::Span;
use crate::error::Result;
use crate::library::Snapshot;

/// Loans of one class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct OfClass {
    /// The code of its row: [`class::code`].
    pub class: &'static str,
    /// Checkouts.
    pub loans: i64,
    /// Renewals.
    pub renewals: i64,
}

/// Loans by class in a span, from what is stored of its days. Every row stands in it, in the order of a report.
///
/// # Errors
/// Storage errors.
pub fn of_span(snapshot: &Snapshot<'_>, span: Span) -> Result<Vec<OfClass>> {
    let mut rows = class::codes().map(|class| OfClass {
        class,
        loans: 0,
        renewals: 0,
    });
    store::each_of_span(snapshot.sql(), span, |class, loans, renewals| {
        if let Some(row) = rows.iter_mut().find(|row| row.class == class) {
            (row.loans, row.renewals) = (loans, renewals);
        }
    })?;
    Ok(rows.to_vec())
}

/// Loans by class and month: renewals are not among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByMonth {
    /// The months of the period, each by its first day.
    pub months: Vec<Date>,
    /// A row for every class, in the order of a report, with a value for each month.
    pub rows: Vec<ClassRow>,
}

/// A class over the months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClassRow {
    /// The code of its row: [`class::code`].
    pub class: &'static str,
    /// Loans in each month.
    pub loans: Vec<i64>,
}

impl ByMonth {
    /// A table of zeros.
    fn of(span: Span) -> ByMonth {
        let next = |month: &Date| month.checked_add(1.month()).ok().filter(|month| *month <= span.last);
        let first = (span.first <= span.last).then_some(span.first.first_of_month());
        let months: Vec<Date> = std::iter::successors(first, next).collect();
        let rows = class::codes().map(|class| ClassRow {
            class,
            loans: vec![0; months.len()],
        });
        ByMonth {
            rows: rows.to_vec(),
            months,
        }
    }
}
