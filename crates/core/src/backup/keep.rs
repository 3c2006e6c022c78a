//! Which backups stay. A pure rule: stamps in, stamps out.

use std::collections::BTreeSet;

use jiff::civil::DateTime;

/// How many backups stay: the last one of each of the newest days, weeks and months that have any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keep {
    /// Days.
    pub daily: usize,
    /// Weeks, from Monday.
    pub weekly: usize,
    /// Months.
    pub monthly: usize,
}

impl Keep {
    /// Those of the stamps that go. The newest always stays, and so do all of the day it was made on: what was
    /// just saved is never taken away by the rule.
    pub fn spent(&self, stamps: &[DateTime]) -> Vec<DateTime> {
        let newest_first: BTreeSet<DateTime> = stamps.iter().copied().collect();
        let Some(newest) = newest_first.last().copied() else {
            return Vec::new();
        };
        let mut stay: BTreeSet<DateTime> = newest_first
            .iter()
            .copied()
            .filter(|at| at.date() == newest.date())
            .collect();
        stay.extend(last_of_each(&newest_first, self.daily, |at| at.date()));
        stay.extend(last_of_each(&newest_first, self.weekly, |at| {
            let week = at.iso_week_date();
            (week.year(), week.week())
        }));
        stay.extend(last_of_each(&newest_first, self.monthly, |at| {
            at.date().first_of_month()
        }));
        newest_first.difference(&stay).copied().collect()
    }
}

/// The last stamp of each of the newest `many` periods.
fn last_of_each<P: PartialEq>(
    stamps: &BTreeSet<DateTime>,
    many: usize,
    period: impl Fn(&DateTime) -> P,
) -> Vec<DateTime> {
    let mut kept = Vec::new();
    let mut last = None;
    for at in stamps.iter().rev() {
        let this = period(at);
        if last.as_ref() != Some(&this) {
            if kept.len() == many {
                break;
            }
            kept.push(*at);
            last = Some(this);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamps(list: &str) -> Vec<DateTime> {
        list.split_whitespace().map(|at| at.parse().expect("a stamp")).collect()
    }

    #[test]
    fn the_last_of_each_period_stays() {
        let keep = |daily, weekly, monthly| Keep { daily, weekly, monthly };
        for (rule, all, spent) in [
            (keep(7, 4, 12), "", ""),
            (keep(1, 0, 0), "2026-11-20T10:15:00", ""),
            // A day keeps its last, but for the newest day, which keeps all.
            (
                keep(2, 0, 0),
                "2026-11-19T08:00:00 2026-11-19T12:00:00 2026-11-20T08:00:00 2026-11-20T12:00:00",
                "2026-11-19T08:00:00",
            ),
            // Days without a backup don't count.
            (
                keep(2, 0, 0),
                "2026-01-05T08:00:00 2026-03-01T08:00:00 2026-11-20T08:00:00",
                "2026-01-05T08:00:00",
            ),
            // A week runs from Monday: 2026-11-15 is a Sunday.
            (
                keep(1, 2, 0),
                "2026-11-14T08:00:00 2026-11-15T08:00:00 2026-11-16T08:00:00 2026-11-17T08:00:00",
                "2026-11-14T08:00:00 2026-11-16T08:00:00",
            ),
            (
                keep(1, 0, 2),
                "2026-09-30T08:00:00 2026-10-01T08:00:00 2026-10-31T08:00:00 2026-11-01T08:00:00",
                "2026-09-30T08:00:00 2026-10-01T08:00:00",
            ),
            // A week across the turn of the year is one week.
            (
                keep(1, 2, 0),
                "2026-12-28T08:00:00 2027-01-03T08:00:00 2027-01-04T08:00:00",
                "2026-12-28T08:00:00",
            ),
        ] {
            assert_eq!(rule.spent(&stamps(all)), stamps(spent), "{rule:?} {all}");
        }
    }

    #[test]
    fn three_years_of_nights_leave_a_week_a_month_and_a_year() {
        let rule = Keep {
            daily: 7,
            weekly: 4,
            monthly: 12,
        };
        let night: DateTime = "2024-01-01T23:00:00".parse().expect("a stamp");
        let mut kept: Vec<DateTime> = Vec::new();
        for day in 0..1000 {
            kept.push(night + jiff::Span::new().days(day));
            let spent = rule.spent(&kept);
            assert!(!spent.contains(kept.last().expect("one")));
            kept.retain(|at| !spent.contains(at));
        }
        // Some nights are the last of a week or a month too.
        assert!((19..=23).contains(&kept.len()), "{}", kept.len());
        let oldest = kept.first().expect("one");
        assert!(
            oldest.date() < night.date() + jiff::Span::new().days(1000 - 330),
            "{oldest}"
        );
    }
}
