//! The steps of a decision as sentences: why this due date, why this fine.

use jiff::civil::Weekday;
use pustaka_core::decision::{Step, StepValue};

use crate::lang::Lang;
use crate::words::decision as words;

/// The name of a day of the week.
pub fn weekday(day: Weekday, lang: Lang) -> &'static str {
    match day {
        Weekday::Monday => words::monday(lang),
        Weekday::Tuesday => words::tuesday(lang),
        Weekday::Wednesday => words::wednesday(lang),
        Weekday::Thursday => words::thursday(lang),
        Weekday::Friday => words::friday(lang),
        Weekday::Saturday => words::saturday(lang),
        Weekday::Sunday => words::sunday(lang),
    }
}

/// A step as a sentence. A step without words of its own is shown as its code and value.
pub fn sentence(step: &Step, lang: Lang) -> String {
    let said = match &step.value {
        StepValue::Number(number) => of_number(step.code, *number, lang),
        StepValue::Day(day) => of_day(step.code, *day, lang),
        StepValue::Text(text) => match step.code {
            "closed-holiday" => Some(words::closed_holiday(lang, text)),
            "closed-closure" => Some(words::closed_closure(lang, text)),
            _ => None,
        },
    };
    said.unwrap_or_else(|| match &step.value {
        StepValue::Number(number) => words::other(lang, step.code, lang.count(*number)),
        StepValue::Day(day) => words::other(lang, step.code, lang.date(*day)),
        StepValue::Text(text) => words::other(lang, step.code, text),
    })
}

/// All steps, a sentence each, in the order they were taken.
pub fn sentences(steps: &[Step], lang: Lang) -> Vec<String> {
    steps.iter().map(|step| sentence(step, lang)).collect()
}

fn of_day(code: &str, day: jiff::civil::Date, lang: Lang) -> Option<String> {
    let shown = lang.date(day);
    Some(match code {
        "loaned" => words::loaned(lang, shown),
        "renewed" => words::renewed(lang, shown),
        "renewed-from-due" => words::renewed_from_due(lang, shown),
        "decided" => words::decided(lang, shown),
        "counted" => words::counted(lang, shown),
        "closed-weekly" => words::closed_weekly(lang, weekday(day.weekday(), lang), shown),
        "pushed" => words::pushed(lang, shown),
        "pushed-weeks" => words::pushed_weeks(lang, shown),
        "cut-to-expiry" => words::cut_to_expiry(lang, shown),
        "walked-back" => words::walked_back(lang, shown),
        "kept" => words::kept(lang, shown),
        "on-time" => words::on_time(lang, shown),
        "suspended-until" => words::suspended_until(lang, shown),
        _ => return None,
    })
}

fn of_number(code: &str, number: i64, lang: Lang) -> Option<String> {
    let count = lang.count(number);
    let amount = lang.rupiah(number);
    Some(match code {
        "days" if number == 0 => words::same_day(lang).to_owned(),
        "days" => words::days(lang, count),
        "open-days" => words::open_days(lang, count),
        "late-open-days" => words::late_open_days(lang, count),
        "late-days" => words::late_days(lang, count),
        "within-grace" => words::within_grace(lang, count),
        "grace-counted" => words::grace_counted(lang, count),
        "grace-deducted" => words::grace_deducted(lang, count),
        "rate-per-day" => words::rate_per_day(lang, amount),
        "rate-per-period" => words::rate_per_period(lang, amount),
        "period-days" => words::period_days(lang, count),
        "periods" => words::periods(lang, count),
        "fine" => words::fine(lang, amount),
        "fine-cap" => words::fine_cap(lang, amount),
        "price-cap" => words::price_cap(lang, amount),
        "suspended-days" => words::suspended_days(lang, count),
        "suspend-max" => words::suspend_max(lang, count),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use pustaka_core::calendar::{Calendar, Closure, Holiday, HolidayKind, Lists};
    use pustaka_core::circulation::rules::{
        AfterGrace, ClosedDays, FineAt, RenewFrom, Terms, due, lateness, moved, renewed,
    };
    use pustaka_core::values::ids::ClosureId;
    use pustaka_core::values::money::Money;

    use super::*;

    fn calendar() -> Calendar {
        Calendar::of(Lists {
            weekly: vec![Weekday::Sunday],
            holidays: vec![Holiday {
                day: date(2026, 12, 25),
                kind: HolidayKind::Holiday,
                name: "Natal".into(),
            }],
            closures: vec![Closure {
                id: ClosureId(1),
                first: date(2026, 11, 27),
                last: date(2026, 11, 28),
                reason: "Banjir".into(),
            }],
            ..Lists::default()
        })
    }

    /// Every step that the rules can take.
    fn steps() -> Vec<Step> {
        let calendar = calendar();
        let money = |amount| Money::from_whole(amount).unwrap_or_default();
        let push = Terms {
            fine: money(500),
            fine_cap: money(4_000),
            price_cap: 50,
            grace: 1,
            suspend_days: 1,
            suspend_max: 3,
            ..Terms::default()
        };
        let weeks = Terms {
            closed_days: ClosedDays::PushWeek,
            renew_from: RenewFrom::Due,
            fine_period: 7,
            fine_at: FineAt::End,
            fine_days: pustaka_core::circulation::rules::FineDays::Calendar,
            after_grace: AfterGrace::Rest,
            ..push.clone()
        };
        let open = Terms {
            closed_days: ClosedDays::OpenDays,
            ..push.clone()
        };
        let day = date(2026, 11, 20);
        let end = date(2026, 12, 30);
        let mut all = Vec::new();
        for terms in [&push, &weeks, &open] {
            all.extend(due(terms, day, date(2026, 11, 29), &calendar).unwrap().steps);
            all.extend(due(terms, date(2026, 12, 18), end, &calendar).unwrap().steps);
            all.extend(renewed(terms, day, date(2026, 12, 12), end, &calendar).unwrap().steps);
            all.extend(moved(Some(terms), date(2026, 11, 27), &calendar).unwrap().steps);
            for returned in [day, date(2026, 11, 21), end] {
                all.extend(lateness(terms, day, returned, None, &calendar).steps);
                all.extend(lateness(terms, day, returned, Money::from_whole(4_000), &calendar).steps);
            }
        }
        all
    }

    #[test]
    fn every_step_has_words() {
        let mut codes = std::collections::BTreeSet::new();
        for step in steps() {
            codes.insert(step.code);
            for lang in Lang::ALL {
                let said = sentence(&step, lang);
                assert!(
                    !said.starts_with(step.code) || said.starts_with("days late"),
                    "{}: {said}",
                    step.code
                );
            }
        }
        assert!(codes.len() >= 27, "{}: {codes:?}", codes.len());
    }

    #[test]
    fn a_decision_reads_as_a_story() {
        let decision = due(&Terms::default(), date(2026, 11, 20), date(2026, 12, 31), &calendar()).unwrap();
        assert_eq!(
            sentences(&decision.steps, Lang::Id).join(" "),
            "Dipinjam 20-11-2026. Lama pinjam 7 hari. Itu sampai 27-11-2026. Perpustakaan tutup: Banjir. \
             Minggu 29-11-2026: perpustakaan tutup setiap Minggu. Digeser ke hari buka berikutnya: 30-11-2026."
        );
        assert_eq!(
            sentences(&decision.steps, Lang::En).join(" "),
            "Lent on 2026-11-20. The loan is for 7 days. That is until 2026-11-27. The library is closed: Banjir. \
             Sunday 2026-11-29: the library is closed every Sunday. Forward to the next open day: 2026-11-30."
        );
    }
}
