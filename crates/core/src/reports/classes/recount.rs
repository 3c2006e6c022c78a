//! Counting loans by class and month from the loans themselves: one pass over them, in two halves at a time.

use std::thread;

use super::items::ItemClasses;
use super::{ByMonth, class, store};
use crate::error::{Error, Result};
use crate::library::{Before, Library, Snapshot};
use crate::reports::daily::days::Days;
use crate::reports::page::Span;

/// Loans by place of the class and place of the month.
type Counts = Vec<Vec<i64>>;

/// How many times a second view of the same state is asked for before one view does all the work: somebody writes just
/// now.
const ATTEMPTS: usize = 3;

impl Library {
    /// Loans by class and month in a period, counted from the loans themselves, by the classes that the titles have now.
    ///
    /// # Errors
    /// Storage errors.
    pub fn recount_by_month(&self, span: Span) -> Result<ByMonth> {
        for _ in 0..ATTEMPTS {
            let second = self.second_view()?;
            let table = self.read(|snapshot| {
                let other = store::last_action(second.snapshot().sql())?;
                let same = other == store::last_action(snapshot.sql())?;
                same.then(|| recounted(snapshot, Some(second), span)).transpose()
            })?;
            if let Some(table) = table {
                return Ok(table);
            }
        }
        self.read(|snapshot| recounted(snapshot, None, span))
    }
}

/// Counts the loans; with a second view of the same state half of them on a second thread.
fn recounted(snapshot: &Snapshot<'_>, second: Option<Before>, span: Span) -> Result<ByMonth> {
    let mut table = ByMonth::of(span);
    let days = Days::of(span);
    let last = store::last_loan(snapshot.sql())?;
    let classes = ItemClasses::all(snapshot.sql())?;
    let (classes, half) = (classes.places(), last / 2);
    let months = table.months.len();
    let both = match second {
        None => vec![counted(snapshot, classes, &days, months, (0, last))?],
        Some(second) => thread::scope(|scope| {
            let days = &days;
            let other = scope.spawn(move || counted(&second.snapshot(), classes, days, months, (half, last)));
            let own = counted(snapshot, classes, days, months, (0, half));
            let other = other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            Ok::<_, Error>(vec![own?, other?])
        })?,
    };
    for counts in both {
        for (row, counts) in table.rows.iter_mut().zip(counts) {
            row.loans
                .iter_mut()
                .zip(counts)
                .for_each(|(loans, more)| *loans += more);
        }
    }
    Ok(table)
}

fn counted(
    snapshot: &Snapshot<'_>,
    classes: &[u8],
    days: &Days,
    months: usize,
    (above, to): (i64, i64),
) -> Result<Counts> {
    let other = class::row(None);
    let mut counts = vec![vec![0; months]; class::ROWS];
    store::each_loan(snapshot.sql(), above, to, |item, loaned_at| {
        let place = usize::try_from(item).ok().and_then(|item| classes.get(item));
        let row = place.map_or(other, |place| usize::from(*place));
        if let Some(month) = days.month(loaned_at)
            && let Some(count) = counts[row].get_mut(month)
        {
            *count += 1;
        }
    })?;
    Ok(counts)
}
