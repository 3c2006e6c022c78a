//! Loans by class and month; how often the collection turned over; the share that nobody borrowed.
//!
//! A loan counts on the day it began. Renewals are told apart from loans (PAKPI B.2.1.1): a loan's row says how often the
//! loans that began there were renewed.

pub(super) mod store;

use serde::Serialize;

use super::{class_code, place, ratio};
use crate::error::Result;
use crate::library::Library;
use crate::reports::page::Span;
use crate::reports::tables::collection;
use crate::surveys::figures::Fixed;
use crate::values::class::Group;

/// Loans of one class.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ClassMonths {
    /// `000` … `900`, `2X`, `other`; `total`.
    pub class: String,
    /// Loans that began, month by month.
    pub months: Vec<i64>,
    /// Their sum.
    pub loans: i64,
    /// How often these loans were renewed.
    pub renewals: i64,
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

/// How often the copies of one class were lent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Turnover {
    /// `000` … `900`, `2X`, `other`; `total`.
    pub class: String,
    /// Titles held on the last day.
    pub titles: i64,
    /// Copies held on the last day.
    pub copies: i64,
    /// Loans that began in the period.
    pub loans: i64,
    /// How often these loans were renewed.
    pub renewals: i64,
    /// Loans by copies, with two places; none where there are no copies.
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

impl Library {
    /// Loans by class and month.
    ///
    /// # Errors
    /// Storage errors.
    pub fn loan_table(&self, span: Span) -> Result<LoanTable> {
        let parts = self.read(|snapshot| store::loans_by_class(snapshot.sql(), &span.begin(), &span.end()))?;
        let months = span
            .months()
            .into_iter()
            .map(|(year, month)| format!("{year:04}-{month:02}"));
        Ok(by_class(months.collect(), &parts))
    }

    /// How often the collection turned over, by class (PAKPI B.2.1.1); the last row is the total.
    ///
    /// # Errors
    /// Storage errors.
    pub fn turnover(&self, span: Span) -> Result<Vec<Turnover>> {
        let loans = self.loan_table(span)?;
        let held = self.collection_table(span.last)?;
        let rows = loans.rows.iter().chain([&loans.total]);
        let rows = rows.zip(held.rows.iter().chain([&held.total]));
        Ok(rows
            .map(|(lent, held)| Turnover {
                class: lent.class.clone(),
                titles: held.titles,
                copies: held.copies,
                loans: lent.loans,
                renewals: lent.renewals,
                per_copy: ratio(lent.loans, held.copies, 1, 2),
                per_title: ratio(lent.loans, held.titles, 1, 2),
            })
            .collect())
    }

    /// What nobody borrowed, by class (PAKPI B.2.1.3); the last row is the total.
    ///
    /// # Errors
    /// Storage errors.
    pub fn unused(&self, span: Span) -> Result<Vec<Unused>> {
        let held = self.collection_table(span.last)?;
        let (begin, end, day) = (span.begin(), span.end(), span.last.to_string());
        let parts = self.read(|snapshot| collection::store::not_lent(snapshot.sql(), &day, (&begin, &end)))?;
        let mut counts = [(0, 0); Group::ALL.len()];
        let mut all = (0, 0);
        for (text, not_lent, not_for_loan) in parts {
            let of_class = &mut counts[place(Group::of(&text))];
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
}

fn by_class(months: Vec<String>, parts: &[store::LoanPart]) -> LoanTable {
    let empty = |class| ClassMonths {
        class,
        months: vec![0; months.len()],
        ..ClassMonths::default()
    };
    let mut rows: Vec<ClassMonths> = Group::ALL.iter().map(|group| empty(class_code(*group))).collect();
    let mut total = empty("total".to_owned());
    for part in parts {
        let month = months.iter().position(|month| *month == part.month);
        for row in [&mut rows[place(Group::of(&part.class))], &mut total] {
            if let Some(month) = month {
                row.months[month] += part.loans;
            }
            row.loans += part.loans;
            row.renewals += part.renewals;
        }
    }
    LoanTable { months, rows, total }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::store::LoanPart;
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
            let table = by_class(months.clone(), &parts);
            let loans: i64 = parts.iter().map(|part| part.loans).sum();
            prop_assert_eq!(table.total.loans, loans);
            prop_assert_eq!(table.rows.iter().map(|row| row.loans).sum::<i64>(), loans);
            prop_assert_eq!(table.rows.iter().map(|row| row.renewals).sum::<i64>(), table.total.renewals);
            for (month, name) in months.iter().enumerate() {
                let of_rows: i64 = table.rows.iter().map(|row| row.months[month]).sum();
                let of_parts: i64 = parts.iter().filter(|part| part.month == *name).map(|part| part.loans).sum();
                prop_assert_eq!(of_rows, of_parts);
                prop_assert_eq!(table.total.months[month], of_parts);
            }
            for row in &table.rows {
                prop_assert_eq!(row.months.iter().sum::<i64>(), row.loans);
            }
        }
    }
}
