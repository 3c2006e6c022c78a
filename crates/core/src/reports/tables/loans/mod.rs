//! Loans by class and month; how often the collection turned over; the share that nobody borrowed.
//!
//! A loan counts on the day it began, a renewal on its own; they are told apart (PAKPI B.2.1.1). Of days that are closed
//! the stored sums are taken, by the class that the title had then, so that what was handed in stays true; the days
//! before the first night, those since the last, and those of which a loan was told late are counted from the rows.

pub(super) mod store;

use serde::Serialize;

use self::store::LoanPart;
use super::{Count, kept, ratio};
use crate::error::Result;
use crate::library::{Library, Snapshot};
use crate::reports::class;
use crate::reports::daily::values::recorded;
use crate::reports::figure::Figure;
use crate::reports::page::Span;
use crate::reports::tables::collection;
use crate::surveys::figures::Fixed;

/// Loans of one class. What lies wholly before loans were recorded is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ClassMonths {
    /// `000` … `900`, `2X`, `other`; `total`.
    pub class: String,
    /// Loans that began, month by month.
    pub months: Vec<Option<i64>>,
    /// Their sum.
    pub loans: Option<i64>,
    /// Renewals in the period.
    pub renewals: Option<i64>,
}

/// Loans by class and month: every class has its row, every month of the span its column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LoanTable {
    /// The months, as `2026-10`.
    pub months: Vec<String>,
    /// The rows, in the order of the shelves.
    pub rows: Vec<ClassMonths>,
    /// Their sum.
    pub total: ClassMonths,
}

impl LoanTable {
    /// The months of one year alone. Its renewals are not known from that.
    #[must_use]
    pub fn of_year(&self, year: i16) -> LoanTable {
        let year = format!("{year:04}-");
        let within = |at: &usize| self.months[*at].starts_with(&year);
        let places: Vec<usize> = (0..self.months.len()).filter(within).collect();
        let part = |row: &ClassMonths| {
            let months: Vec<Option<i64>> = places.iter().map(|at| row.months[*at]).collect();
            ClassMonths {
                class: row.class.clone(),
                loans: months.iter().flatten().copied().reduce(|sum, loans| sum + loans),
                months,
                renewals: None,
            }
        };
        LoanTable {
            months: places.iter().map(|at| self.months[*at].clone()).collect(),
            rows: self.rows.iter().map(part).collect(),
            total: part(&self.total),
        }
    }
}

/// Loans of one class as they are told; what is not known is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldClass {
    /// `000` … `900`, `2X`, `other`; `total`.
    pub class: String,
    /// Loans that began, month by month.
    pub months: Vec<Option<Count>>,
    /// Their sum.
    pub loans: Option<Count>,
    /// Renewals in the period.
    pub renewals: Option<Count>,
}

impl LoanTable {
    /// The rows as they are told, the total last. `published` keeps small counts back, by class, by month and in all, and
    /// others with them, so that neither a row nor a column gives one back.
    #[must_use]
    pub fn told(&self, published: bool) -> Vec<ToldClass> {
        let counts: Vec<Vec<i64>> = self
            .rows
            .iter()
            .map(|row| row.months.iter().flatten().copied().collect())
            .collect();
        let loans = kept::crossed(&counts, published);
        let renewals: Option<Vec<i64>> = self.rows.iter().map(|row| row.renewals).collect();
        let renewals = renewals.map(|counts| {
            let mut told = kept::list(&counts, published);
            told.push(Count::of(counts.iter().sum(), published));
            told
        });
        let rows = self.rows.iter().chain([&self.total]).zip(loans).enumerate();
        rows.map(|(at, (row, loans))| {
            let mut known = loans.iter().copied();
            ToldClass {
                class: row.class.clone(),
                months: row
                    .months
                    .iter()
                    .map(|month| month.and_then(|_| known.next()))
                    .collect(),
                loans: row.loans.and_then(|_| loans.last().copied()),
                renewals: renewals.as_ref().and_then(|told| told.get(at).copied()),
            }
        })
        .collect()
    }
}

/// How often the copies of one class were lent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Turnover {
    /// `000` … `900`, `2X`, `other`; `total`.
    pub class: String,
    /// Titles held on the last day.
    pub titles: i64,
    /// Copies held on the last day.
    pub copies: i64,
    /// Loans that began in the period; none when it lies before they were recorded.
    pub loans: Option<Count>,
    /// Renewals in the period, likewise.
    pub renewals: Option<Count>,
    /// Loans by copies, with two places; none where there are no copies, and where the loans are kept back.
    pub per_copy: Option<Fixed>,
    /// Loans by titles.
    pub per_title: Option<Fixed>,
}

/// What of one class nobody borrowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unused {
    /// `000` … `900`, `2X`, `other`; `total`.
    pub class: String,
    /// Copies held on the last day.
    pub copies: i64,
    /// Of them, those that were not lent in the period.
    pub not_lent: i64,
    /// Of those that were not lent, those that can't be lent at all.
    pub not_for_loan: i64,
    /// Not lent by copies, in percent with two places (PAKPI B.2.1.3).
    pub percent: Option<Fixed>,
}

/// Loans by class and month.
///
/// # Errors
/// Storage errors.
pub fn loan_table(snapshot: &Snapshot<'_>, span: Span) -> Result<LoanTable> {
    let days = recorded(snapshot, Figure::Loans, span)?;
    let parts = days.map(|days| parts(snapshot, days)).transpose()?;
    let renewals = recorded(snapshot, Figure::Renewals, span)?.is_some();
    Ok(by_class(span, days, renewals, &parts.unwrap_or_default()))
}

/// Loans by class and month, counted again from every loan in a view of a library, by the classes that the titles have in
/// it. Renewals are not counted again.
///
/// # Errors
/// Storage errors.
pub fn recount_loan_table(library: &Library, snapshot: &Snapshot<'_>, span: Span) -> Result<LoanTable> {
    let days = recorded(snapshot, Figure::Loans, span)?;
    let counted = days.map(|days| library.recount_by_month(snapshot, days)).transpose()?;
    let mut parts = Vec::new();
    if let Some(counted) = counted {
        for row in &counted.rows {
            parts.extend(counted.months.iter().zip(&row.loans).map(|(month, loans)| LoanPart {
                month: month_text(month.year(), month.month()),
                class: row.class.to_owned(),
                loans: *loans,
                renewals: 0,
            }));
        }
    }
    Ok(by_class(span, days, false, &parts))
}

/// How often the collection turned over, by class (PAKPI B.2.1.1); the last row is the total. `published` keeps back what the
/// table of loans of the same period keeps back.
///
/// # Errors
/// Storage errors.
pub fn turnover(snapshot: &Snapshot<'_>, span: Span, published: bool) -> Result<Vec<Turnover>> {
    let loans = loan_table(snapshot, span)?.told(published);
    let held = collection::collection_table(snapshot, span.last)?;
    let rows = loans.into_iter().zip(held.rows.iter().chain([&held.total]));
    Ok(rows
        .map(|(lent, held)| {
            let of = |all| match lent.loans {
                Some(Count::Known(loans)) => ratio(loans, all, 1, 2),
                Some(Count::Kept) | None => None,
            };
            Turnover {
                titles: held.titles,
                copies: held.copies,
                per_copy: of(held.copies),
                per_title: of(held.titles),
                class: lent.class,
                loans: lent.loans,
                renewals: lent.renewals,
            }
        })
        .collect())
}

/// What nobody borrowed, by class (PAKPI B.2.1.3); the last row is the total.
///
/// # Errors
/// Storage errors.
pub fn unused(snapshot: &Snapshot<'_>, span: Span) -> Result<Vec<Unused>> {
    let held = collection::collection_table(snapshot, span.last)?;
    let parts = collection::store::not_lent(snapshot.sql(), span)?;
    let mut counts = [(0, 0); class::ROWS];
    let mut all = (0, 0);
    for (text, not_lent, not_for_loan) in parts {
        let of_class = &mut counts[class::row(Some(&text))];
        *of_class = (of_class.0 + not_lent, of_class.1 + not_for_loan);
        all = (all.0 + not_lent, all.1 + not_for_loan);
    }
    let rows = held.rows.iter().zip(counts).chain([(&held.total, all)]);
    Ok(rows
        .map(|(held, (not_lent, not_for_loan))| Unused {
            class: held.class.clone(),
            copies: held.copies,
            not_lent,
            not_for_loan,
            percent: ratio(not_lent, held.copies, 100, 2),
        })
        .collect())
}

/// The loans of a span: those of settled days from what is stored of them, the others from the rows.
fn parts(snapshot: &Snapshot<'_>, span: Span) -> Result<Vec<LoanPart>> {
    let conn = snapshot.sql();
    let mut parts = store::settled_by_class(conn, span)?;
    if let Some(rest) = store::unsettled(conn, span)? {
        parts.extend(store::loans_by_class(conn, rest)?);
    }
    Ok(parts)
}

fn month_text(year: i16, month: i8) -> String {
    format!("{year:04}-{month:02}")
}

/// The table of a span from its parts. The months before the first day that is recorded are not known.
fn by_class(span: Span, recorded: Option<Span>, renewals: bool, parts: &[LoanPart]) -> LoanTable {
    let months = span.months().into_iter().map(|(year, month)| month_text(year, month));
    let months: Vec<String> = months.collect();
    let first = recorded.map(|days| month_text(days.first.year(), days.first.month()));
    let known = |month: &String| first.as_ref().is_some_and(|first| month >= first);
    let empty = |class| ClassMonths {
        class,
        months: months.iter().map(|month| known(month).then_some(0)).collect(),
        loans: recorded.map(|_| 0),
        renewals: renewals.then_some(0),
    };
    let mut rows: Vec<ClassMonths> = class::codes().map(|class| empty(class.to_owned())).into();
    let mut total = empty("total".to_owned());
    for part in parts {
        let month = months.iter().position(|month| *month == part.month);
        for row in [&mut rows[class::row(Some(&part.class))], &mut total] {
            let month = month.and_then(|month| row.months[month].as_mut());
            for (sum, more) in [
                (month, part.loans),
                (row.loans.as_mut(), part.loans),
                (row.renewals.as_mut(), part.renewals),
            ] {
                sum.into_iter().for_each(|sum| *sum += more);
            }
        }
    }
    LoanTable { months, rows, total }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Whatever stands on the spines: no loan is counted twice, and none is lost.
        #[test]
        fn rows_and_columns_add_up(
            parts in prop::collection::vec(("(2X|2|R |[0-9]{0,3}|\\PC{0,4})[0-9.]{0,3}", 0_usize..3, 0_i64..1000, 0_i64..50), 0..40)
        ) {
            let months: Vec<String> = ["2026-08", "2026-09", "2026-10"].map(str::to_owned).into();
            let parts: Vec<LoanPart> = parts.into_iter().map(|(class, month, loans, renewals)| LoanPart {
                month: months[month].clone(), class, loans, renewals,
            }).collect();
            let span = Span { first: date(2026, 8, 1), last: date(2026, 10, 31) };
            let table = by_class(span, Some(span), true, &parts);
            let loans: i64 = parts.iter().map(|part| part.loans).sum();
            prop_assert_eq!(table.total.loans, Some(loans));
            prop_assert_eq!(table.rows.iter().map(|row| row.loans).sum::<Option<i64>>(), Some(loans));
            prop_assert_eq!(table.rows.iter().map(|row| row.renewals).sum::<Option<i64>>(), table.total.renewals);
            for (month, name) in months.iter().enumerate() {
                let of_rows: Option<i64> = table.rows.iter().map(|row| row.months[month]).sum();
                let of_parts: i64 = parts.iter().filter(|part| part.month == *name).map(|part| part.loans).sum();
                prop_assert_eq!(of_rows, Some(of_parts));
                prop_assert_eq!(table.total.months[month], Some(of_parts));
            }
            for row in &table.rows {
                prop_assert_eq!(row.months.iter().copied().sum::<Option<i64>>(), row.loans);
            }
        }
    }
}
