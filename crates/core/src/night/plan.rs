//! Which nights are due, and when one is over: pure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Step;

/// A night that has steps to be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Night {
    /// The day that it closes.
    pub day: Date,
    /// The steps that are still to be taken, in order.
    pub steps: Vec<Step>,
}

/// What stands in the file of the nights that are not closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Nights {
    /// The newest that was begun, closed or not.
    pub(super) newest: Option<Date>,
    /// Those that are not closed, each with the steps that are done.
    pub(super) open: BTreeMap<Date, BTreeSet<Step>>,
}

/// The steps that a night needs: those of every day, and where no later night has begun, those of the run.
fn needed(is_newest: bool) -> impl Iterator<Item = Step> {
    let all = Step::ALL.iter().copied();
    all.filter(move |step| is_newest || !step.is_once_a_run())
}

impl Nights {
    /// The nights that are due through `until`, the oldest first: those that were not closed, and every day since the
    /// newest. The first night ever is the one of `until` alone.
    pub(super) fn due(&self, until: Date) -> Vec<Night> {
        let first_new = match self.newest {
            Some(newest) => newest.tomorrow().ok(),
            None => Some(until),
        };
        let new = first_new
            .into_iter()
            .flat_map(|first| first.series(jiff::Span::new().days(1)));
        let open = self.open.keys().copied().filter(|day| *day <= until);
        let days: Vec<Date> = open.chain(new.take_while(|day| *day <= until)).collect();
        let newest = days.last().copied().max(self.newest);
        let nights = days.into_iter().map(|day| {
            let done = self.open.get(&day);
            let due = needed(Some(day) == newest).filter(|step| !done.is_some_and(|done| done.contains(step)));
            Night {
                day,
                steps: due.collect(),
            }
        });
        nights.filter(|night| !night.steps.is_empty()).collect()
    }

    /// The nights that are over once this step of this night is done: the night itself, and what a later night has made
    /// needless in earlier ones.
    pub(super) fn closed_by(&self, day: Date, step: Step) -> Vec<Date> {
        let newest = self.newest.max(Some(day));
        let mut open = self.open.clone();
        open.entry(day).or_default().insert(step);
        let over = open.iter().filter(|(day, done)| {
            let is_newest = Some(**day) == newest;
            needed(is_newest).all(|step| done.contains(&step))
        });
        over.map(|(day, _)| *day).collect()
    }
}
