//! How many holds wait and how many stand ready at the end of each day.

use super::days::Days;

/// A hold; days are places in the run of days.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hold {
    pub(super) placed: i32,
    /// When a copy was set aside, if one was.
    pub(super) ready: Option<i32>,
    /// When it was over, if it is.
    pub(super) ended: Option<i32>,
}

/// Holds that wait, and that stand ready, at the end of each day.
pub(super) fn levels(days: &Days, holds: impl Iterator<Item = Hold>) -> (Vec<i64>, Vec<i64>) {
    let (mut waiting, mut ready) = (vec![0; days.count() + 1], vec![0; days.count() + 1]);
    let place = |day: i32| days.bucket(day.max(0)).unwrap_or_default();
    for hold in holds {
        let end = place(hold.ended.unwrap_or(i32::MAX));
        let placed = place(hold.placed);
        let set_aside = place(hold.ready.unwrap_or(i32::MAX)).max(placed);
        count(&mut waiting, placed, set_aside.min(end));
        count(&mut ready, set_aside, end);
    }
    (summed(&waiting), summed(&ready))
}

fn count(more: &mut [i64], begin: usize, end: usize) {
    if begin < end {
        more[begin] += 1;
        more[end] -= 1;
    }
}

fn summed(more: &[i64]) -> Vec<i64> {
    let days = more.len() - 1;
    let sums = more[..days].iter().scan(0, |sum, more| {
        *sum += more;
        Some(*sum)
    });
    sums.collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::reports::page::Span;

    #[test]
    fn a_hold_waits_stands_ready_and_is_over() {
        let days = Days::of(Span {
            first: date(2026, 11, 1),
            last: date(2026, 11, 4),
        });
        for (placed, ready, ended, waits, stands) in [
            (0, None, None, [1, 1, 1, 1], [0, 0, 0, 0]),
            (-9, Some(1), None, [1, 0, 0, 0], [0, 1, 1, 1]),
            (1, Some(1), Some(3), [0, 0, 0, 0], [0, 1, 1, 0]),
            (1, None, Some(1), [0, 0, 0, 0], [0, 0, 0, 0]),
            (0, Some(9), Some(9), [1, 1, 1, 1], [0, 0, 0, 0]),
            (-1, Some(-1), Some(-1), [0, 0, 0, 0], [0, 0, 0, 0]),
            (2, None, Some(9), [0, 0, 1, 1], [0, 0, 0, 0]),
        ] {
            let hold = Hold { placed, ready, ended };
            let (waiting, at_the_shelf) = levels(&days, std::iter::once(hold));
            assert_eq!(waiting, waits, "{hold:?}");
            assert_eq!(at_the_shelf, stands, "{hold:?}");
        }
    }
}
