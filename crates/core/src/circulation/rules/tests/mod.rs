//! The rules as tables of cases (`due.txt`, `renewed.txt`, `late.txt`: each row with its source and with what that system
//! answers), and what holds for all of them.

mod properties;
mod tables;

use std::str::FromStr;

use jiff::civil::{Date, Weekday, date};

use super::terms::{AfterGrace, ClosedDays, FineAt, FineDays, RenewFrom, Terms};
use crate::calendar::{Calendar, Closure, Holiday, HolidayKind, Lists, Opening};
use crate::values::ids::ClosureId;
use crate::values::money::Money;

/// A membership without a near end.
const FAR: Date = date(9000, 1, 1);

/// Reads a word that a table must have.
fn read<T: FromStr>(text: &str) -> T {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is not readable"))
}

/// A calendar as a table writes it: `Sun 2026-11-27 2026-12-24..2026-12-31 open:2026-12-28`.
fn calendar(text: &str) -> Calendar {
    let mut lists = Lists::default();
    for word in text.split_whitespace().filter(|word| *word != "none") {
        if let Some(day) = word.strip_prefix("open:") {
            let day = read(day);
            let reason = "Buka".to_owned();
            lists.openings.push(Opening { day, reason });
        } else if let Some((first, last)) = word.split_once("..") {
            lists.closures.push(Closure {
                id: ClosureId(1),
                first: read(first),
                last: read(last),
                reason: "Tutup".to_owned(),
            });
        } else if let Some(day) = weekday(word) {
            lists.weekly.push(day);
        } else {
            lists.holidays.push(Holiday {
                day: read(word),
                kind: HolidayKind::Holiday,
                name: "Libur".to_owned(),
            });
        }
    }
    Calendar::of(lists)
}

fn weekday(word: &str) -> Option<Weekday> {
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let at = names.iter().position(|name| *name == word)?;
    Weekday::from_monday_zero_offset(at as i8).ok()
}

/// Terms as a table writes them: `push 7 no-cap`, `fine 500 per 7 at-end grace 2 rest cap 5000 price-cap 100`.
fn terms(text: &str) -> Terms {
    let mut terms = Terms::default();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        let mut number = || read::<u32>(words.next().unwrap_or_else(|| panic!("{word} without a number")));
        match word {
            "no-cap" => terms.expiry_cap = false,
            "from-due" => terms.renew_from = RenewFrom::Due,
            "calendar" => terms.fine_days = FineDays::Calendar,
            "at-end" => terms.fine_at = FineAt::End,
            "rest" => terms.after_grace = AfterGrace::Rest,
            "per" => terms.fine_period = number(),
            "grace" => terms.grace = number(),
            "price-cap" => terms.price_cap = number(),
            "suspend" => terms.suspend_days = number(),
            "suspend-max" => terms.suspend_max = number(),
            "fine" => terms.fine = money(words.next().unwrap_or_default()),
            "cap" => terms.fine_cap = money(words.next().unwrap_or_default()),
            mode => {
                terms.closed_days = ClosedDays::from_code(mode).unwrap_or_else(|| panic!("no mode {mode}"));
                terms.loan_days = number();
            }
        }
    }
    terms
}

fn money(text: &str) -> Money {
    Money::from_whole(read(text)).expect("an amount")
}
