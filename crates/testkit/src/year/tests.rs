//! The year is one that could have been. It is played from its first to its last day where the nights are tested.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use jiff::{SignedDuration, ToSpan};
use rusqlite::Connection;

use super::opening::Opening;
use super::{Deed, FIRST, What, Year, found, nights, play};
use crate::desk::Desk;
use crate::stored;

#[test]
fn a_seed_is_a_year() {
    let days = |seed| format!("{:?}", Year::new(seed).days);
    assert_eq!(days(1), days(1));
    assert_ne!(days(1), days(2));
}

#[test]
fn there_is_something_of_everything() {
    let year = Year::new(1);
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let all = year.days().flat_map(|(_, deeds)| deeds);
    for deed in all {
        let text = format!("{:?}", deed.what);
        let kind = text.split('(').next().unwrap_or_default().to_owned();
        *kinds.entry(kind).or_default() += 1;
    }
    let least = [
        ("Lend", 2_500),
        ("Mistake", 30),
        ("Classify", 80),
        ("Return", 2_500),
        ("Renew", 500),
        ("Hold", 300),
        ("CancelHold", 40),
        ("Fetch", 150),
        ("Pay", 300),
        ("Lost", 5),
        ("Found", 1),
        ("InHouse", 280),
        ("Search", 200),
        ("Enrol", 50),
        ("RenewMember", 150),
        ("Erase", 1),
        ("Withdraw", 2),
        ("Titles", 13),
        ("Calendar", 4),
        ("AddEvent", 40),
        ("CancelEvent", 1),
        ("Register", 400),
        ("GiveUp", 10),
        ("CheckIn", 50),
        ("Survey", 2),
        ("Answers", 14),
        ("FollowUp", 5),
        ("FollowedUp", 3),
    ];
    for (kind, least) in least {
        let found = kinds.get(kind).copied().unwrap_or_default();
        assert!(found >= least, "{kind}: {found} of {least}: {kinds:?}");
    }
    let before = |deed: &&Deed| matches!(&deed.what, What::TakeOver(rows) if rows.len() == 40);
    assert_eq!(year.before().iter().filter(before).count(), 1);
    let late = year
        .days()
        .flat_map(|(day, deeds)| deeds.iter().filter(move |deed| deed.at.date() < day));
    let late = late.count();
    assert!(late >= 20, "what was written on paper is entered a day later: {late}");
}

#[test]
fn a_month_is_played() {
    let year = Year::new(1);
    let desk = Desk::in_memory();
    let mut library = found(&desk.db());
    let month = year.days().filter(|(day, _)| day.first_of_month() == FIRST);
    let deeds = year.before().iter().chain(month.flat_map(|(_, deeds)| deeds));
    for deed in deeds {
        play(&mut library, deed).unwrap_or_else(|error| panic!("{deed:?}: {error}"));
    }
    drop(library);
    assert!(stored::check(&desk.db()).is_sound());
}

/// Ramadan 1447: the desk closes at two, and nothing happens after that; before and after there is work until four.
#[test]
fn ramadan_has_shorter_hours() {
    let year = Year::new(1);
    let latest = |first: Date, last: Date| {
        let days = year.days().filter(|(day, _)| (first..=last).contains(day));
        days.flat_map(|(day, deeds)| deeds.iter().filter(move |deed| deed.at.date() == day))
            .map(|deed| deed.at.hour())
            .max()
            .expect("deeds")
    };
    let (first, last) = (date(2026, 2, 19), date(2026, 3, 20));
    assert_eq!(latest(first, last), 13);
    assert_eq!(latest(first - 7.days(), first - 1.day()), 15);
    assert_eq!(latest(last + 1.day(), last + 14.days()), 15);
}

/// Who is under no rule of their own has a book five days in Ramadan and a week outside it, and until the library is open
/// again. What lies before that is left out, but for who and what there is.
#[test]
fn ramadan_has_shorter_loans() {
    let year = Year::new(1);
    let desk = Desk::in_memory();
    let mut library = found(&desk.db());
    let (first, last) = (date(2026, 2, 19), date(2026, 3, 20));
    for deed in year.before() {
        play(&mut library, deed).unwrap_or_else(|error| panic!("{deed:?}: {error}"));
    }
    let opening = Opening::new();
    let due = |day: Date, days: i64| {
        let mut due = day.saturating_add(SignedDuration::from_hours(24 * days));
        while !opening.is_open(due) {
            due = due.tomorrow().expect("a day");
        }
        due
    };
    let conn = Connection::open(desk.db()).expect("the file");
    let mut loans = conn
        .prepare(
            "SELECT due, valid_until FROM loan, member, item WHERE member.id = member_id AND item.id = item_id AND ended IS NULL
               AND member_type IN ('umum', 'pelajar') AND item.collection_type = 'Sirkulasi' AND renewals = 0
               AND substr(loaned_at, 1, 10) = ?1",
        )
        .expect("a query");
    let mut seen = [0, 0];
    for (day, deeds) in year.days().filter(|(day, _)| *day <= last + 7.days()) {
        for deed in deeds {
            use What::{Calendar, Enrol, RenewMember};
            if day >= first - 7.days() || matches!(deed.what, Calendar(_) | Enrol(_) | RenewMember(_)) {
                play(&mut library, deed).unwrap_or_else(|error| panic!("{deed:?}: {error}"));
            }
        }
        let within = (first..=last).contains(&day);
        let expected = due(day, if within { 5 } else { 7 });
        let rows = loans.query_map([day.to_string()], |row| Ok([row.get::<_, String>(0)?, row.get(1)?]));
        for row in rows.expect("loans") {
            let [due, valid] = row.expect("a loan").map(|day| day.parse::<Date>().expect("a day"));
            if expected <= valid {
                assert_eq!(due, expected, "lent on {day}");
                seen[usize::from(within)] += 1;
            }
        }
    }
    assert!(seen.iter().all(|seen| *seen > 50), "{seen:?}");
    drop(loans);
    drop((conn, library));
    assert!(stored::check(&desk.db()).is_sound());
}

#[test]
fn mornings() {
    let every = nights::every();
    assert_eq!(every.len(), 396);
    let some = nights::sparse(1, &[every[100], every[101]]);
    assert!((150..300).contains(&some.len()), "{}", some.len());
    assert!(some.contains(&every[100]) && some.contains(&every[101]) && some.last() == every.last());
    assert!(some.iter().all(|morning| every.contains(morning)));
    let longest = some
        .windows(2)
        .map(|two| two[0].duration_until(two[1]).as_hours() / 24)
        .max();
    assert_eq!(longest, Some(3));
}
