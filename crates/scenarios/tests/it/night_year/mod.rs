//! A year in two libraries: in one the night runs every night, in the other the machine is off now and then. Both come to
//! the same. And every figure of the page of a month is what it says.

mod page;
mod sent;
mod told;

use std::collections::BTreeSet;
use std::path::PathBuf;

use jiff::civil::{Date, date};
use pustaka_core::notices::Reason;
use pustaka_core::reports::page::AttentionCode;
use pustaka_core::{Act, Library, StaffCode};
use pustaka_testkit::desk::Desk;
use pustaka_testkit::stored::{self, contents};
use pustaka_testkit::year::{Deed, FIRST, LAST, OTHER_CLASSES, Year, found, nights, play};
use rusqlite::Connection;
use serde_json::json;

use page::{ENDS, Evening};
use sent::{Told, morning};

const SEED: u64 = 20_261_127;

/// When the night runs.
fn at(morning: Date) -> Act {
    Act {
        at: morning.at(1, 15, 0, 0).in_tz("Asia/Jakarta").expect("a moment"),
        staff: StaffCode::parse("malam").expect("a code"),
    }
}

/// Runs the nights that are due on a morning, as the tool does, but for what makes files.
fn night(library: &mut Library, morning: Date) {
    let act = at(morning);
    let yesterday = morning.yesterday().expect("a day");
    for night in library.nights_due(yesterday).expect("the nights") {
        for step in night.steps {
            match step.is_in_library() {
                true => library.night_step(&act, night.day, step, false).map(|_| ()),
                false => library.night_done(&act, night.day, step, &json!({})),
            }
            .unwrap_or_else(|error| panic!("{step:?} of {}: {error}", night.day));
        }
    }
}

/// A library in which the year is played, the night on some mornings.
struct Played {
    desk: Desk,
    library: Library,
    told: Told,
}

impl Played {
    fn begin(year: &Year) -> Played {
        let desk = Desk::in_memory();
        let library = found(&desk.db());
        let told = Told::default();
        let mut played = Played { desk, library, told };
        played.tell(year.before());
        played
    }

    /// From a day to another, both included; the night of the day before comes first. What was written on paper the day
    /// before is entered then.
    fn through(&mut self, year: &Year, (from, to): (Date, Date), mornings: &[Date]) {
        for (day, deeds) in year.days().filter(|(day, _)| (from..=to).contains(day)) {
            if mornings.contains(&day) {
                night(&mut self.library, day);
                self.told
                    .tell(&mut self.library, &self.desk.db(), &morning(at(day), day));
            }
            let (told, deeds) = deeds.split_at(deeds.partition_point(|deed| deed.at.date() < day));
            let before = day.yesterday().expect("a day");
            self.tell(told);
            self.keep_if_end("told", before);
            self.tell(deeds);
            self.keep_if_end("evening", day);
        }
    }

    fn tell(&mut self, deeds: &[Deed]) {
        for deed in deeds {
            play(&mut self.library, deed).unwrap_or_else(|error| panic!("{deed:?}: {error}"));
        }
    }

    /// Keeps a copy of the file as it stands, when the day is the last of a month that is compared.
    fn keep_if_end(&self, name: &str, day: Date) {
        if ENDS.contains(&day) {
            let conn = Connection::open(self.desk.db()).expect("the file");
            conn.execute("VACUUM INTO ?1", [self.desk.name(&format!("{name}-{day}"))])
                .expect("a copy");
        }
    }

    fn kept(&self, name: &str, day: Date) -> PathBuf {
        self.desk.path(&format!("{name}-{day}"))
    }

    fn ask<T: rusqlite::types::FromSql>(&self, sql: &str) -> T {
        let conn = Connection::open(self.desk.db()).expect("the file");
        conn.query_row(sql, [], |row| row.get(0)).expect(sql)
    }
}

/// What differs and may: that a night ran, and when. The journal has a row a run; marks of nights, and of days that are
/// summed up, have the moment of the run that made them. And what people were told: nobody is told twice in a morning
/// what was to be said on two, a step of being overdue or a warning that the machine slept through is not made up for,
/// and a notice has the day on which somebody could send it. What of all this is the same is compared by `told`.
const OF_THE_RUN: [&str; 8] = [
    "journal",
    "night",
    "night_step",
    "summary_day",
    "notice",
    "notice_about",
    "notice_attempt",
    "event_notice",
];

/// What people stand told of on one of the mornings at least.
const KINDS: [&str; 9] = [
    "event-notice taken",
    "follow-up follow-up-due",
    "hold told",
    "loan due-soon",
    "loan overdue-1",
    "loan overdue-2",
    "loan overdue-3",
    "membership membership-ending",
    "registration event-tomorrow",
];

/// Counters of the same.
const COUNTERS: [&str; 2] = ["journal", "notice"];

/// Everything that a library says, but for what differs and may: [`OF_THE_RUN`], its [`COUNTERS`], and the names that
/// calendars know events by, which are drawn from the journal.
fn said(played: &Played) -> Vec<String> {
    let all = contents(&played.desk.db(), &OF_THE_RUN);
    let of_the_run = |line: &&str| COUNTERS.iter().any(|name| line.starts_with(&format!("| \"{name}\" |")));
    let lines = all.lines().filter(|line| !of_the_run(line));
    let without_uid = |line: &str| match line.contains("@pustaka\"") {
        true => line
            .split(" | ")
            .filter(|cell| !cell.contains("@pustaka\""))
            .collect::<Vec<_>>()
            .join(" | "),
        false => line.to_owned(),
    };
    lines.map(without_uid).collect()
}

/// Compares everything that two libraries say, a line at a time.
fn is_same(every: &Played, some: &Played, on: Date) {
    let (one, other) = (said(every), said(some));
    if one == other {
        return;
    }
    let only = |here: &[String], there: &[String]| -> Vec<String> {
        let there: BTreeSet<&String> = there.iter().collect();
        here.iter()
            .filter(|line| !there.contains(line))
            .take(20)
            .cloned()
            .collect()
    };
    panic!(
        "{on}: every night {:#?}, some nights {:#?}",
        only(&one, &other),
        only(&other, &one)
    );
}

#[test]
fn running_the_night_on_some_nights_comes_to_the_same() {
    let year = Year::new(SEED);
    let [first, second] = OTHER_CLASSES.map(|morning| morning.yesterday().expect("a day"));
    let checkpoints = [first, date(2026, 1, 31), date(2026, 3, 25), second, LAST];
    let morning_after = |day: &Date| day.tomorrow().expect("a day");
    let mornings = checkpoints.iter().map(morning_after).collect::<Vec<_>>();
    let (every, some) = (nights::every(), nights::sparse(SEED, &mornings));
    assert!(some.len() * 10 < every.len() * 7, "{} of {}", some.len(), every.len());
    let (mut one, mut other) = (Played::begin(&year), Played::begin(&year));
    let (mut from, mut kinds) = (FIRST, BTreeSet::new());
    for day in checkpoints {
        std::thread::scope(|both| {
            both.spawn(|| one.through(&year, (from, day), &every));
            other.through(&year, (from, day), &some);
        });
        let morning = day.tomorrow().expect("a day");
        night(&mut one.library, morning);
        night(&mut other.library, morning);
        is_same(&one, &other, day);
        let (every, some) = (one.desk.db(), other.desk.db());
        let told = told::on(&every, morning);
        assert_eq!(told, told::on(&some, morning), "{day}");
        kinds.extend(told::kinds(&told));
        told::is_entered_the_same(&every, &some);
        from = morning;
    }
    assert!(stored::check(&one.desk.db()).is_sound());
    told::each_step_did_something(&one.desk.db(), &other.desk.db());
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), KINDS);
    assert!(one.ask::<i64>("SELECT count(*) FROM loan") > 3_000);
    assert!(one.ask::<i64>("SELECT count(*) FROM registration WHERE lapsed = 1") > 20);
    let refunds = "SELECT count(*) FROM ledger WHERE kind = 'refund' AND (of_id IS NULL) = ";
    for of_credit in ["0", "1"] {
        assert!(one.ask::<i64>(&format!("{refunds}{of_credit}")) > 5);
    }
    // Turns ended, and others began, on mornings on which the one machine was off.
    let off = every.iter().filter(|morning| !some.contains(morning));
    let off: Vec<String> = off.map(|morning| format!("'{morning}'")).collect();
    let on_them = |column: &str| {
        let sql = "SELECT count(*) FROM hold WHERE state = 'expired' AND substr";
        other.ask::<i64>(&format!("{sql}({column}, 1, 10) IN ({})", off.join(", ")))
    };
    assert!(on_them("ended_at") > 20, "{}", on_them("ended_at"));
    // No event of the year is moved.
    for reason in Reason::ALL.iter().filter(|reason| **reason != Reason::EventMoved) {
        assert!(one.told.count(*reason) > 0, "{reason:?}");
    }
    let page = |played: &Played| {
        let today = LAST.tomorrow().expect("a day");
        let mut page = played.library.page(LAST, today).expect("a page");
        // Whom nobody was told of yet, and which copies no page has told of, follows from when the nights ran.
        page.attention.retain(|one| {
            !matches!(
                one.code,
                AttentionCode::NoticesToSend
                    | AttentionCode::NoticesUndelivered
                    | AttentionCode::NoticesUnknown
                    | AttentionCode::MailsUnsent
                    | AttentionCode::HoldsToClear
            )
        });
        page
    };
    assert_eq!(page(&one), page(&other));
    let evenings = ENDS.map(|day| Evening {
        before_the_night: one.kept("evening", day),
        told: one.kept(if day == LAST { "evening" } else { "told" }, day),
    });
    page::is_what_it_says(&one.library, &one.desk.db(), &evenings);
}
