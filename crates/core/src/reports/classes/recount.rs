//! Counting loans by class and month from the loans themselves: one pass over them, in two halves at a time.

use std::thread;

use super::{ByMonth, class, items, store};
use crate::error::Result;
use crate::library::{Before, Library, Snapshot};
use crate::reports::daily::days::Days;
use crate::reports::page::Span;

/// Loans by place of the class and place of the month.
type Counts = Vec<Vec<i64>>;

impl Library {
    /// Loans by class and month in a period, counted from the loans themselves in a view of this library, by the classes
    /// that the titles have in it.
    ///
    /// # Errors
    /// Storage errors.
    pub fn recount_by_month(&self, snapshot: &Snapshot<'_>, span: Span) -> Result<ByMonth> {
        let last = store::last_action(snapshot.sql())?;
        let second = self.second_view()?;
        // Where somebody has written in between, the one view does all the work.
        let same = store::last_action(second.snapshot().sql())? == last;
        recounted(snapshot, same.then_some(second), span)
    }
}

/// Counts the loans; with a second view of the same state half of the work is done on a second thread.
fn recounted(snapshot: &Snapshot<'_>, second: Option<Before>, span: Span) -> Result<ByMonth> {
    let days = Days::of(span);
    let mut table = ByMonth::of(span);
    let months = table.months.len();
    let last = store::last_loan(snapshot.sql())?;
    let halves = match second {
        None => {
            let titles = items::title_places(snapshot.sql())?;
            let classes = items::item_places(&items::item_titles(snapshot.sql())?, &titles);
            vec![counted(snapshot, &classes, &days, months, (0, last))?]
        }
        Some(second) => {
            let (second, classes) = read_together(snapshot, second)?;
            count_together(snapshot, second, &classes, &days, months, last)?
        }
    };
    for counts in halves {
        for (row, counts) in table.rows.iter_mut().zip(counts) {
            row.loans
                .iter_mut()
                .zip(counts)
                .for_each(|(loans, more)| *loans += more);
        }
    }
    Ok(table)
}

/// The classes of all copies: one view reads the titles, the other the copies.
fn read_together(snapshot: &Snapshot<'_>, second: Before) -> Result<(Before, Vec<u8>)> {
    thread::scope(|scope| {
        let titles = scope.spawn(move || {
            let titles = items::title_places(second.snapshot().sql());
            titles.map(|titles| (second, titles))
        });
        let items = items::item_titles(snapshot.sql());
        let (second, titles) = titles.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        Ok((second, items::item_places(&items?, &titles)))
    })
}

/// The loans: each view counts one half.
fn count_together(
    snapshot: &Snapshot<'_>,
    second: Before,
    classes: &[u8],
    days: &Days,
    months: usize,
    last: i64,
) -> Result<Vec<Counts>> {
    let half = last / 2;
    thread::scope(|scope| {
        let other = scope.spawn(move || counted(&second.snapshot(), classes, days, months, (half, last)));
        let own = counted(snapshot, classes, days, months, (0, half));
        let other = other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        Ok(vec![own?, other?])
    })
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
