//! What holds for every rule, calendar and day.

use proptest::prelude::*;

use super::super::{due, lateness, moved, renewed, shelf_until};
use super::*;
use crate::calendar::{DayState, Why};

/// A day of three years.
fn day() -> impl Strategy<Value = Date> {
    (0_i64..1_100).prop_map(|days| super::super::due::later(date(2026, 1, 1), days).expect("in range"))
}

/// A calendar with up to six weekdays closed, holidays, closures (that overlap) and exceptions.
fn lists() -> impl Strategy<Value = Lists> {
    let weekly = proptest::collection::vec(0_i8..6, 0..3);
    let holidays = proptest::collection::vec((day(), any::<bool>()), 0..30);
    let closures = proptest::collection::vec((day(), 0_i64..40), 0..6);
    let openings = proptest::collection::vec(day(), 0..6);
    (weekly, holidays, closures, openings, any::<bool>()).prop_map(|(weekly, holidays, closures, openings, leave)| {
        Lists {
            weekly: weekly
                .into_iter()
                .filter_map(|day| Weekday::from_monday_zero_offset(day).ok())
                .collect(),
            holidays: holidays.into_iter().map(|(day, joint)| holiday(day, joint)).collect(),
            closures: (1..)
                .zip(closures)
                .map(|(id, (first, days))| closure(id, first, days))
                .collect(),
            openings: openings
                .into_iter()
                .map(|day| Opening {
                    day,
                    reason: "Buka".into(),
                })
                .collect(),
            joint_leave_closes: leave,
        }
    })
}

fn holiday(day: Date, joint: bool) -> Holiday {
    let kind = if joint {
        HolidayKind::JointLeave
    } else {
        HolidayKind::Holiday
    };
    Holiday {
        day,
        kind,
        name: "Libur".into(),
    }
}

fn closure(id: i64, first: Date, days: i64) -> Closure {
    let last = super::super::due::later(first, days).expect("in range");
    Closure {
        id: ClosureId(id),
        first,
        last,
        reason: "Tutup".into(),
    }
}

fn some_terms() -> impl Strategy<Value = Terms> {
    let days = (0_u32..40, 0_usize..4, any::<bool>(), any::<bool>());
    let fines = (
        0_i64..5_000,
        1_u32..10,
        any::<bool>(),
        any::<bool>(),
        0_u32..6,
        any::<bool>(),
    );
    let bounds = (0_i64..20_000, 0_u32..200, 0_u32..4, 0_u32..60);
    (days, fines, bounds).prop_map(|(days, fines, bounds)| Terms {
        loan_days: days.0,
        closed_days: ClosedDays::ALL[days.1],
        expiry_cap: days.2,
        renew_from: if days.3 { RenewFrom::Due } else { RenewFrom::Today },
        fine: Money::from_whole(fines.0).unwrap_or_default(),
        fine_period: fines.1,
        fine_at: if fines.2 { FineAt::End } else { FineAt::Start },
        fine_days: if fines.3 {
            FineDays::Calendar
        } else {
            FineDays::OpenDays
        },
        grace: fines.4,
        after_grace: if fines.5 { AfterGrace::Rest } else { AfterGrace::Whole },
        fine_cap: Money::from_whole(bounds.0).unwrap_or_default(),
        price_cap: bounds.1,
        suspend_days: bounds.2,
        suspend_max: bounds.3,
        ..Terms::default()
    })
}

proptest! {
    #[test]
    fn a_due_date_is_never_on_a_closed_day(terms in some_terms(), lists in lists(), loaned in day(), valid in day()) {
        let calendar = Calendar::of(lists);
        let found = due(&terms, loaned, valid, &calendar).expect("an open day").value;
        prop_assert!(found >= loaned);
        let may = terms.closed_days == ClosedDays::Ignore || found == loaned;
        prop_assert!(may || calendar.is_open(found), "{found}");
        if terms.expiry_cap && loaned <= valid {
            prop_assert!(found <= valid, "{found}");
        }
    }

    #[test]
    fn a_due_date_is_the_last_of_its_steps(terms in some_terms(), lists in lists(), loaned in day(), valid in day()) {
        let found = due(&terms, loaned, valid, &Calendar::of(lists)).expect("an open day");
        let days = found.steps.iter().filter(|step| !step.code.starts_with("closed-"));
        let mut last = days.filter_map(|step| match step.value {
            crate::decision::StepValue::Day(day) => Some(day),
            _ => None,
        });
        prop_assert_eq!(last.next_back(), Some(found.value));
    }

    #[test]
    fn a_renewal_never_shortens(terms in some_terms(), lists in lists(), today in day(), before in day(), valid in day()) {
        let found = renewed(&terms, today, before, valid, &Calendar::of(lists)).expect("an open day");
        prop_assert!(found.value >= before);
    }

    #[test]
    fn a_fine_grows_with_lateness_and_stays_within_its_bounds(
        terms in some_terms(), lists in lists(), due in day(), late in 0_i64..400, price in proptest::option::of(0_i64..90_000),
    ) {
        let calendar = Calendar::of(lists);
        let price = price.and_then(Money::from_whole);
        let [returned, later] = [late, late + 1].map(|days| super::super::due::later(due, days).expect("in range"));
        let now = lateness(&terms, due, returned, price, &calendar).value;
        let then = lateness(&terms, due, later, price, &calendar).value;
        prop_assert!(now.fine <= then.fine);
        prop_assert!(now.late_days <= then.late_days && now.charged_days <= now.late_days);
        prop_assert!(now.suspended_until <= then.suspended_until);
        if terms.fine_cap.whole() > 0 {
            prop_assert!(now.fine <= terms.fine_cap);
        }
        if let Some(price) = price.filter(|price| price.whole() > 0 && terms.price_cap > 0) {
            prop_assert!(now.fine.whole() <= price.whole() * i64::from(terms.price_cap) / 100);
        }
        let on_time = lateness(&terms, due, due, price, &calendar).value;
        prop_assert_eq!((on_time.fine.whole(), on_time.late_days, on_time.suspended_until), (0, 0, None));
    }

    #[test]
    fn a_closure_that_comes_and_goes_changes_nothing(
        terms in some_terms(), lists in lists(), loaned in day(), first in day(), days in 0_i64..60,
    ) {
        let before = Calendar::of(lists.clone());
        let decided = due(&terms, loaned, FAR, &before).expect("an open day").value;
        let mut closed = lists.clone();
        closed.closures.push(closure(99, first, days));
        let during = moved(Some(&terms), decided, &Calendar::of(closed.clone())).expect("an open day").value;
        prop_assert!(during >= decided);
        let opened = closed.openings.iter().any(|opening| opening.day == decided);
        if terms.closed_days != ClosedDays::Ignore && terms.loan_days > 0 && !opened {
            prop_assert!(Calendar::of(closed.clone()).is_open(during));
        }
        // Once more, and the other way round: what was decided is what counts.
        prop_assert_eq!(moved(Some(&terms), decided, &Calendar::of(closed)).expect("an open day").value, during);
        prop_assert_eq!(moved(Some(&terms), decided, &before).expect("an open day").value, decided);
    }

    #[test]
    fn closures_compose_in_any_order(
        lists in lists(), decided in day(), one in (day(), 0_i64..30), other in (day(), 0_i64..30),
    ) {
        let [mut forth, mut back] = [lists.clone(), lists];
        forth.closures.extend([closure(98, one.0, one.1), closure(99, other.0, other.1)]);
        back.closures.extend([closure(99, other.0, other.1), closure(98, one.0, one.1)]);
        let [forth, back] = [forth, back].map(|lists| moved(None, decided, &Calendar::of(lists)).map(|found| found.value));
        prop_assert_eq!(forth, back);
    }

    #[test]
    fn the_calendar_counts_as_it_walks(lists in lists(), from in day(), n in 0_u32..60) {
        let calendar = Calendar::of(lists);
        let through = calendar.open_day_after(from, n).expect("an open day");
        prop_assert_eq!(calendar.open_days(from, through), i64::from(n));
        prop_assert_eq!(shelf_until(from, n, &calendar), Ok(through));
        let next = calendar.next_open(from).expect("an open day");
        prop_assert_eq!(next == from, calendar.is_open(from));
        let back = calendar.previous_open(from, date(2020, 1, 1));
        prop_assert!(back <= from && calendar.is_open(back));
        prop_assert_eq!(calendar.open_days(back, from), 0);
        let state = calendar.day(from);
        prop_assert_eq!(state.is_open(), calendar.is_open(from));
        if state == DayState::Closed(Why::Weekly) {
            prop_assert!(calendar.is_closed_weekly(from.weekday()));
        }
    }
}
