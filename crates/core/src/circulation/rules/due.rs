//! Until when something is lent: the last day on which it is not late.

use jiff::ToSpan;
use jiff::civil::Date;

use super::terms::{ClosedDays, RenewFrom, Terms};
use crate::calendar::{Calendar, CalendarName, DayState, NoOpenDay, Why};
use crate::decision::Decision;

/// The due date of a loan made on a day. Steps: `loaned`, `days` or `open-days`, `counted`, then why a day was passed
/// over (`closed-weekly`, `closed-holiday`, `closed-closure`) and `pushed` or `pushed-weeks`, then `cut-to-expiry` and
/// `walked-back`.
///
/// # Errors
/// [`NoOpenDay`] when the calendar has none to give.
pub fn due(terms: &Terms, loaned: Date, valid_until: Date, calendar: &Calendar) -> Result<Decision<Date>, NoOpenDay> {
    let mut decision = Decision::new(loaned);
    decision.step("loaned", loaned);
    count(terms, loaned, calendar, &mut decision)?;
    cut(terms, loaned, valid_until, calendar, &mut decision);
    Ok(decision)
}

/// The due date after a renewal. It is never earlier than the one before. Steps: `renewed` or `renewed-from-due`, those
/// of [`due`], and `kept` when the renewal would have shortened the loan.
///
/// # Errors
/// [`NoOpenDay`] when the calendar has none to give.
pub fn renewed(
    terms: &Terms,
    today: Date,
    due: Date,
    valid_until: Date,
    calendar: &Calendar,
) -> Result<Decision<Date>, NoOpenDay> {
    let (code, from) = match terms.renew_from {
        RenewFrom::Today => ("renewed", today),
        RenewFrom::Due => ("renewed-from-due", due),
    };
    let mut decision = Decision::new(from);
    decision.step(code, from);
    count(terms, from, calendar, &mut decision)?;
    cut(terms, from, valid_until, calendar, &mut decision);
    if decision.value < due {
        decision.value = due;
        decision.step("kept", due);
    }
    Ok(decision)
}

/// Where a due date stands under the calendar as it is now: for closures that were entered after the loan was made. A
/// loan that was taken over from another system has no terms; it is pushed, but the other system may have known why it
/// fell on a day that is closed every week. The membership's end does not hold it back: the reader could not come.
/// Steps: `decided`, then as [`due`] has them.
///
/// # Errors
/// [`NoOpenDay`] when the calendar has none to give.
pub fn moved(terms: Option<&Terms>, due_decided: Date, calendar: &Calendar) -> Result<Decision<Date>, NoOpenDay> {
    let mut decision = Decision::new(due_decided);
    decision.step("decided", due_decided);
    match terms.map(|terms| (terms.closed_days, terms)) {
        Some((ClosedDays::Ignore, _)) => (),
        // Read in the library: there was nothing to carry back.
        Some((_, terms)) if terms.loan_days == 0 => (),
        Some((ClosedDays::PushWeek, terms)) => push_weeks(terms, calendar, &mut decision)?,
        None if calendar.day(due_decided) == DayState::Closed(Why::Weekly) => (),
        _ => push(calendar, &mut decision)?,
    }
    Ok(decision)
}

/// Until when a copy that was set aside on a day waits for its reader: so many open days after it.
///
/// # Errors
/// [`NoOpenDay`] when the calendar has none to give.
pub fn shelf_until(ready: Date, shelf_days: u32, calendar: &Calendar) -> Result<Date, NoOpenDay> {
    calendar.open_day_after(ready, shelf_days)
}

/// Counts the length of the loan from a day.
fn count(terms: &Terms, from: Date, calendar: &Calendar, decision: &mut Decision<Date>) -> Result<(), NoOpenDay> {
    let days = i64::from(terms.loan_days);
    if terms.closed_days == ClosedDays::OpenDays && terms.loan_days > 0 {
        decision.step("open-days", days);
        decision.value = calendar.open_day_after(from, terms.loan_days)?;
        decision.step("counted", decision.value);
        return Ok(());
    }
    decision.step("days", days);
    decision.value = later(from, days).ok_or(beyond(from))?;
    decision.step("counted", decision.value);
    match terms.closed_days {
        // What is read in the library is due the same day.
        _ if terms.loan_days == 0 => Ok(()),
        ClosedDays::Ignore | ClosedDays::OpenDays => Ok(()),
        ClosedDays::Push => push(calendar, decision),
        ClosedDays::PushWeek => push_weeks(terms, calendar, decision),
    }
}

/// Forward to the next open day.
fn push(calendar: &Calendar, decision: &mut Decision<Date>) -> Result<(), NoOpenDay> {
    let open = calendar.next_open(decision.value)?;
    if open > decision.value {
        passed_over(decision.value, open, calendar, decision);
        decision.value = open;
        decision.step("pushed", open);
    }
    Ok(())
}

/// Forward by whole weeks, when the loan is in weeks and its weekday is not closed every week; else to the next open
/// day.
fn push_weeks(terms: &Terms, calendar: &Calendar, decision: &mut Decision<Date>) -> Result<(), NoOpenDay> {
    let from = decision.value;
    let in_weeks = terms.loan_days > 0 && terms.loan_days.is_multiple_of(7);
    if !in_weeks || calendar.is_closed_weekly(from.weekday()) {
        return push(calendar, decision);
    }
    let weeks = from
        .series(1.week())
        .take(crate::calendar::rules::LONGEST_SEARCH as usize / 7 + 1);
    let open = weeks.into_iter().find(|day| calendar.is_open(*day)).ok_or(NoOpenDay {
        calendar: CalendarName::Opening,
        from,
    })?;
    if open > from {
        passed_over(from, from.tomorrow().unwrap_or(from), calendar, decision);
        decision.value = open;
        decision.step("pushed-weeks", open);
    }
    Ok(())
}

/// Back to the membership's last valid day, and from there to an open day, but not before the loan.
fn cut(terms: &Terms, from: Date, valid_until: Date, calendar: &Calendar, decision: &mut Decision<Date>) {
    if !terms.expiry_cap || decision.value <= valid_until {
        return;
    }
    decision.value = valid_until.max(from);
    decision.step("cut-to-expiry", decision.value);
    if terms.closed_days != ClosedDays::Ignore && !calendar.is_open(decision.value) {
        let open = calendar.previous_open(decision.value, from);
        if open < decision.value {
            let [first, end] = [open, decision.value].map(|day| day.tomorrow().unwrap_or(day));
            passed_over(first, end, calendar, decision);
            decision.value = open;
            decision.step("walked-back", open);
        }
    }
}

/// Says why the days from one on, up to but without another, are passed over; the same reason once.
fn passed_over(from: Date, to: Date, calendar: &Calendar, decision: &mut Decision<Date>) {
    let mut last = None;
    for day in from.series(1.day()).take_while(|day| *day < to) {
        let DayState::Closed(why) = calendar.day(day) else {
            continue;
        };
        if last.as_ref() == Some(&why) {
            continue;
        }
        match &why {
            Why::Weekly => decision.step("closed-weekly", day),
            Why::Holiday { name, .. } => decision.step("closed-holiday", name.clone()),
            Why::Closure { reason } => decision.step("closed-closure", reason.clone()),
        }
        last = Some(why);
    }
}

/// So many calendar days after a day; none beyond the last day that there is.
pub(super) fn later(from: Date, days: i64) -> Option<Date> {
    let span = jiff::Span::new().try_days(days).ok()?;
    from.checked_add(span).ok()
}

fn beyond(from: Date) -> NoOpenDay {
    let calendar = CalendarName::Opening;
    NoOpenDay { calendar, from }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::calendar::{Closure, Lists};
    use crate::values::ids::ClosureId;

    #[test]
    fn every_step_is_told() {
        let calendar = Calendar::of(Lists {
            weekly: vec![jiff::civil::Weekday::Sunday],
            closures: vec![Closure {
                id: ClosureId(1),
                first: date(2026, 11, 27),
                last: date(2026, 11, 28),
                reason: "Banjir".into(),
            }],
            ..Lists::default()
        });
        let decision = due(&Terms::default(), date(2026, 11, 20), date(2026, 11, 29), &calendar).unwrap();
        let steps = serde_json::to_string(&decision.steps).unwrap();
        assert_eq!(decision.value, date(2026, 11, 26));
        assert_eq!(
            steps,
            r#"[{"code":"loaned","value":"2026-11-20"},{"code":"days","value":7},{"code":"counted","value":"2026-11-27"},"#
                .to_owned()
                + r#"{"code":"closed-closure","value":"Banjir"},{"code":"closed-weekly","value":"2026-11-29"},"#
                + r#"{"code":"pushed","value":"2026-11-30"},{"code":"cut-to-expiry","value":"2026-11-29"},"#
                + r#"{"code":"closed-closure","value":"Banjir"},{"code":"closed-weekly","value":"2026-11-29"},"#
                + r#"{"code":"walked-back","value":"2026-11-26"}]"#
        );
    }

    #[test]
    fn a_calendar_without_an_open_day_is_named() {
        let calendar = Calendar::of(Lists {
            closures: vec![Closure {
                id: ClosureId(1),
                first: date(2026, 1, 1),
                last: date(2046, 1, 1),
                reason: "Pindah".into(),
            }],
            ..Lists::default()
        });
        for closed_days in [ClosedDays::Push, ClosedDays::PushWeek, ClosedDays::OpenDays] {
            let terms = Terms {
                closed_days,
                ..Terms::default()
            };
            let found = due(&terms, date(2026, 11, 20), date(2030, 1, 1), &calendar).unwrap_err();
            assert_eq!(found.calendar, CalendarName::Opening, "{closed_days:?}");
        }
    }
}
