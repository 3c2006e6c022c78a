//! What lateness costs: money, days without loans, or both.

use jiff::civil::Date;

use super::due::later;
use super::terms::{AfterGrace, FineAt, FineDays, Terms};
use crate::calendar::Calendar;
use crate::decision::Decision;
use crate::values::money::Money;

/// What a return came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lateness {
    /// Days late, as the rule counts them.
    pub late_days: i64,
    /// Of them, those that count once the grace is over.
    pub charged_days: i64,
    /// Periods that are charged.
    pub periods: i64,
    /// The fine, within its bounds.
    pub fine: Money,
    /// The last day without loans.
    pub suspended_until: Option<Date>,
}

/// What it costs to return on a day what was due on another. Days are counted after the due date, up to and including
/// the return. `price` is the item's, in rupiah. Steps: `on-time`, or `late-open-days` or `late-days`, then
/// `within-grace`, or `grace-counted` or `grace-deducted`; `rate-per-day`, or `rate-per-period`, `period-days` and
/// `periods`; `fine`; `fine-cap` or `price-cap` where one held it down; `suspended-days` (`suspend-max` where that held them down) and `suspended-until`.
pub fn lateness(
    terms: &Terms,
    due: Date,
    returned: Date,
    price: Option<Money>,
    calendar: &Calendar,
) -> Decision<Lateness> {
    let mut decision = Decision::new(Lateness {
        late_days: 0,
        charged_days: 0,
        periods: 0,
        fine: Money::default(),
        suspended_until: None,
    });
    if returned <= due {
        decision.step("on-time", due);
        return decision;
    }
    count(terms, due, returned, calendar, &mut decision);
    if decision.value.charged_days > 0 {
        fine(terms, price, &mut decision);
        suspend(terms, returned, &mut decision);
    }
    decision
}

/// The days late, and those of them that count.
fn count(terms: &Terms, due: Date, returned: Date, calendar: &Calendar, decision: &mut Decision<Lateness>) {
    let (code, late) = match terms.fine_days {
        FineDays::OpenDays => ("late-open-days", calendar.open_days(due, returned)),
        FineDays::Calendar => ("late-days", days_between(due, returned)),
    };
    decision.value.late_days = late;
    decision.step(code, late);
    let grace = i64::from(terms.grace);
    if late <= grace {
        if late > 0 {
            decision.step("within-grace", grace);
        }
        return;
    }
    let (code, charged) = match terms.after_grace {
        AfterGrace::Whole => ("grace-counted", late),
        AfterGrace::Rest => ("grace-deducted", late - grace),
    };
    if grace > 0 {
        decision.step(code, charged);
    }
    decision.value.charged_days = charged;
}

fn fine(terms: &Terms, price: Option<Money>, decision: &mut Decision<Lateness>) {
    if terms.fine.whole() == 0 {
        return;
    }
    let (charged, period) = (decision.value.charged_days, i64::from(terms.fine_period.max(1)));
    let begun = i64::from(charged % period > 0);
    let periods = match terms.fine_at {
        FineAt::Start => charged / period + begun,
        FineAt::End => charged / period,
    };
    decision.value.periods = periods;
    if period > 1 {
        decision.step("rate-per-period", terms.fine.whole());
        decision.step("period-days", period);
        decision.step("periods", periods);
    } else {
        decision.step("rate-per-day", terms.fine.whole());
    }
    let mut fine = i128::from(terms.fine.whole()) * i128::from(periods);
    decision.step("fine", amount(fine).whole());
    // Lists that were taken over say 0 where no price is known.
    let price = price.filter(|price| price.whole() > 0);
    let of_price = price.map(|price| i128::from(price.whole()) * i128::from(terms.price_cap) / 100);
    let bounds = [
        (
            "fine-cap",
            Some(i128::from(terms.fine_cap.whole())).filter(|cap| *cap > 0),
        ),
        ("price-cap", of_price.filter(|_| terms.price_cap > 0)),
    ];
    for (code, bound) in bounds {
        if let Some(bound) = bound.filter(|bound| *bound < fine) {
            fine = bound;
            decision.step(code, amount(bound).whole());
        }
    }
    decision.value.fine = amount(fine);
}

fn suspend(terms: &Terms, returned: Date, decision: &mut Decision<Lateness>) {
    if terms.suspend_days == 0 {
        return;
    }
    let mut days = decision
        .value
        .charged_days
        .saturating_mul(i64::from(terms.suspend_days));
    decision.step("suspended-days", days);
    let most = i64::from(terms.suspend_max);
    if most > 0 && days > most {
        days = most;
        decision.step("suspend-max", days);
    }
    let until = later(returned, days).unwrap_or(Date::MAX);
    decision.value.suspended_until = Some(until);
    decision.step("suspended-until", until);
}

/// Calendar days from one day to another.
fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

/// A sum that is never below zero; one that does not fit is the largest that does.
fn amount(sum: i128) -> Money {
    let whole = i64::try_from(sum).unwrap_or(i64::MAX);
    Money::from_whole(whole).unwrap_or_default()
}
