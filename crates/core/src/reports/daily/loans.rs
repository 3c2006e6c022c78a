//! What loans come to, day by day: one look at each loan, whatever happened to it since.
//!
//! Everything is read from moments that stay (when it was lent, lost, ended, when its due date changed), so that a day comes
//! to the same whether it is counted the next night or after weeks.

use std::collections::HashMap;

use super::days::Days;
use crate::reports::class::ROWS;

/// A day that never comes: the end of a loan that is open.
pub(super) const NEVER: i32 = i32::MAX;

/// A loan; days are places in the run of days, below zero before it.
#[derive(Debug, Clone, Default)]
pub(super) struct Fact {
    pub(super) id: i64,
    /// Place of its class among the rows of a report.
    pub(super) class: usize,
    pub(super) group: i64,
    pub(super) loaned: i32,
    /// When it ended, or the copy was lost: [`NEVER`] while it is open.
    pub(super) closed: i32,
    /// When the copy came back.
    pub(super) returned: Option<i32>,
    /// The due date as it stands.
    pub(super) due: i32,
    /// Whether the due date is another one than was decided.
    pub(super) moved: bool,
    /// When it was last renewed.
    pub(super) renewed: Option<i32>,
}

/// A due date that became another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DueChange {
    pub(super) on: i32,
    pub(super) before: i32,
    pub(super) renewal: bool,
}

/// The due date as it was at the end of a day: the one after the change that was recorded last among those that count
/// for that day or an earlier one. `changes` are in the order they were recorded.
fn due_at(day: i32, due: i32, changes: &[DueChange]) -> i32 {
    let later = changes.iter().rev().take_while(|change| change.on > day);
    later.last().map_or(due, |first| first.before)
}

/// Loans of a class on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct OfClass {
    pub(super) loans: i64,
    pub(super) renewals: i64,
}

/// The figures of loans in a run of days, as they are gathered.
#[derive(Debug)]
pub(super) struct Gathered<'a> {
    days: &'a Days,
    /// Loans that began on each day, and at last those that began later.
    began: Vec<i64>,
    /// Loans that ended, likewise.
    ended: Vec<i64>,
    returns: Vec<i64>,
    renewals: Vec<i64>,
    /// How many more loans are overdue than on the day before.
    overdue_more: Vec<i64>,
    classes: Vec<[OfClass; ROWS]>,
    groups: HashMap<(usize, i64), i64>,
    /// The least number of a loan that began on each day, and at last of one that began later.
    least: Vec<i64>,
    /// The last place on which renewals happened that were not recorded one by one.
    unrecorded: Option<usize>,
    /// The last place on which due dates had been moved in a way that was not recorded.
    moved: Option<usize>,
}

/// The figures of loans, a value for each day.
#[derive(Debug, Default)]
pub(super) struct LoanFigures {
    pub(super) loans: Vec<i64>,
    pub(super) renewals: Vec<i64>,
    pub(super) returns: Vec<i64>,
    pub(super) on_loan: Vec<i64>,
    pub(super) overdue: Vec<i64>,
    pub(super) classes: Vec<[OfClass; ROWS]>,
    /// Loans by place of the day and number of the reader group.
    pub(super) groups: Vec<(usize, i64, i64)>,
    /// For each day a number above which every loan of a later day is.
    pub(super) marks: Vec<i64>,
    /// The first place from which on renewals are known, and overdue loans.
    pub(super) known: (usize, usize),
}

impl<'a> Gathered<'a> {
    pub(super) fn new(days: &'a Days) -> Gathered<'a> {
        let count = days.count();
        Gathered {
            days,
            began: vec![0; count + 1],
            ended: vec![0; count + 1],
            returns: vec![0; count],
            renewals: vec![0; count],
            overdue_more: vec![0; count + 1],
            classes: vec![[OfClass::default(); ROWS]; count],
            groups: HashMap::new(),
            least: vec![i64::MAX; count + 1],
            unrecorded: None,
            moved: None,
        }
    }

    /// Takes up a loan with the changes of its due date.
    pub(super) fn add(&mut self, fact: &Fact, changes: &[DueChange]) {
        if let Some(day) = self.days.bucket(fact.loaned) {
            self.began[day] += 1;
            self.least[day] = self.least[day].min(fact.id);
            if let Some(classes) = self.classes.get_mut(day) {
                classes[fact.class].loans += 1;
                *self.groups.entry((day, fact.group)).or_default() += 1;
            }
        }
        if fact.closed != NEVER
            && let Some(day) = self.days.bucket(fact.closed)
        {
            self.ended[day] += 1;
        }
        let returned = fact.returned.and_then(|day| self.days.bucket(day));
        if let Some(returns) = returned.and_then(|day| self.returns.get_mut(day)) {
            *returns += 1;
        }
        for change in changes.iter().filter(|change| change.renewal) {
            let day = self.days.bucket(change.on);
            if let Some(day) = day.filter(|day| *day < self.days.count()) {
                self.renewals[day] += 1;
                self.classes[day][fact.class].renewals += 1;
            }
        }
        self.add_overdue(fact, changes);
        self.add_unknown(fact, changes);
    }

    fn add_overdue(&mut self, fact: &Fact, changes: &[DueChange]) {
        let end = self.days.bucket(fact.closed).unwrap_or_default().min(self.days.count());
        let begin = |first: i32| self.days.bucket(first.max(0)).unwrap_or_default();
        if changes.is_empty() {
            let begin = begin(fact.loaned.max(fact.due));
            self.overdue_between(begin, end);
            return;
        }
        for place in begin(fact.loaned)..end {
            let day = i32::try_from(place).unwrap_or(NEVER);
            if due_at(day, fact.due, changes) <= day {
                self.overdue_between(place, place + 1);
            }
        }
    }

    fn overdue_between(&mut self, begin: usize, end: usize) {
        if begin < end {
            self.overdue_more[begin] += 1;
            self.overdue_more[end] -= 1;
        }
    }

    /// Takes up that something happened before changes of due dates were recorded.
    fn add_unknown(&mut self, fact: &Fact, changes: &[DueChange]) {
        if !changes.iter().any(|change| change.renewal) {
            let renewed = fact.renewed.and_then(|day| self.days.bucket(day));
            self.unrecorded = self.unrecorded.max(renewed);
        }
        if fact.moved && changes.is_empty() {
            let last = self.days.bucket(fact.closed).unwrap_or_default();
            let last = last.min(self.days.count().saturating_sub(1));
            self.moved = self.moved.max(last.checked_sub(1));
        }
    }

    /// The figures, when every loan was taken up that was lent or ended in these days or later, or was overdue in them, or
    /// had its due date changed in them or later. `open` loans are open now; `last` is the highest number of a loan ever.
    pub(super) fn finish(self, open: i64, last: i64) -> LoanFigures {
        let count = self.days.count();
        let mut figures = LoanFigures {
            on_loan: vec![0; count],
            marks: vec![0; count],
            ..LoanFigures::default()
        };
        // Backwards from now: what ended later was still on loan, what began later was not yet.
        let (mut on_loan, mut least) = (open, i64::MAX);
        for day in (0..count).rev() {
            on_loan += self.ended[day + 1] - self.began[day + 1];
            least = least.min(self.least[day + 1]);
            figures.on_loan[day] = on_loan;
            figures.marks[day] = last.min(least.saturating_sub(1));
        }
        let mut overdue = 0;
        figures.overdue = self.overdue_more[..count]
            .iter()
            .map(|more| {
                overdue += more;
                overdue
            })
            .collect();
        let after = |place: Option<usize>| place.map_or(0, |place| place + 1);
        figures.known = (after(self.unrecorded), after(self.unrecorded.max(self.moved)));
        figures.loans = self.began[..count].to_vec();
        figures.renewals = self.renewals;
        figures.returns = self.returns;
        figures.classes = self.classes;
        figures.groups = self
            .groups
            .into_iter()
            .map(|((day, group), loans)| (day, group, loans))
            .collect();
        figures.groups.sort_unstable();
        figures
    }
}
