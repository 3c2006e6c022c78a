//! On which mornings the machine was on.

use jiff::civil::Date;

use super::{FIRST, LAST};
use crate::random::Random;

/// The mornings on which the night was run on a machine that is off now and then: after one to three days each, and on
/// each of `always`. On a morning the days before it are over; the last one is that after the year.
pub fn sparse(seed: u64, always: &[Date]) -> Vec<Date> {
    let mut random = Random::new(seed);
    let mut mornings = Vec::new();
    let mut off = 0;
    let all = std::iter::successors(FIRST.tomorrow().ok(), |day| day.tomorrow().ok());
    for morning in all.take_while(|morning| *morning <= LAST) {
        if off == 0 || always.contains(&morning) {
            mornings.push(morning);
            off = random.below(3);
        } else {
            off -= 1;
        }
    }
    mornings.extend(LAST.tomorrow());
    mornings
}

/// Every morning, the last one that after the year.
pub fn every() -> Vec<Date> {
    let all = std::iter::successors(FIRST.tomorrow().ok(), |day| day.tomorrow().ok());
    all.take_while(|morning| morning.yesterday().is_ok_and(|day| day <= LAST))
        .collect()
}
