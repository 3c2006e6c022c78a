//! Nights that are due as a table of cases, played at random, and in a library.

mod clock;

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use proptest::prelude::*;
use rusqlite::Connection;

use super::plan::Nights;
use super::*;
use crate::circulation::holds::{Handover, HoldRequest, Wanted};
use crate::circulation::tests::desk::Desk;
use crate::library::Snapshot;

/// A day of November 2026.
fn day(number: i8) -> Date {
    date(2026, 11, number)
}

/// The run at a quarter past one after this day.
fn after(last: Date) -> Act {
    let at = last.tomorrow().expect("a day").at(1, 15, 0, 0).in_tz("Asia/Jakarta");
    Act {
        at: at.expect("a moment"),
        ..crate::library::tests::act()
    }
}

/// Steps by the name of a set of them.
fn steps(of: &str) -> BTreeSet<Step> {
    let all = Step::ALL.iter().copied();
    all.filter(|step| match of {
        "all" => true,
        "daily" => !step.is_once_a_run(),
        "run" => step.is_once_a_run(),
        "" => false,
        code => step.code() == code,
    })
    .collect()
}

/// What stands in the file: `20` is closed, `20:` begun, `20:daily` has all steps of a day done.
fn nights(text: &str) -> Nights {
    let mut nights = Nights::default();
    for word in text.split_whitespace() {
        let (number, done) = word
            .split_once(':')
            .map_or((word, None), |(number, done)| (number, Some(done)));
        let of = day(number.parse().expect("a day"));
        nights.newest = nights.newest.max(Some(of));
        nights.open.extend(done.map(|done| (of, steps(done))));
    }
    nights
}

#[test]
fn every_day_since_the_last_night_is_due() {
    let cases = [
        // The first night ever closes one day.
        ("", 26, "26:all"),
        ("26", 26, ""),
        ("26", 20, ""),
        ("25", 26, "26:all"),
        ("22", 26, "23:daily 24:daily 25:daily 26:all"),
        // Broken off: what is left of it.
        ("26:daily", 26, "26:run"),
        ("26:run", 26, "26:daily"),
        ("26:", 26, "26:all"),
        ("25:", 26, "25:daily 26:all"),
        // A later night was begun: what is taken once a run is needless in this one.
        ("25:daily", 26, "26:all"),
        ("24: 26", 26, "24:daily"),
        ("24:daily 26", 26, ""),
        // Nothing after the day that is asked for.
        ("24: 26:", 24, "24:daily"),
        ("24: 26:", 26, "24:daily 26:all"),
    ];
    for (stored, until, expected) in cases {
        let due = nights(stored).due(day(until));
        let expected = expected.split_whitespace().map(|word| {
            let (number, of) = word.split_once(':').expect("steps");
            Night {
                day: day(number.parse().expect("a day")),
                steps: steps(of).into_iter().collect(),
            }
        });
        assert_eq!(due, expected.collect::<Vec<_>>(), "{stored:?} until {until}");
    }
}

/// Takes some of the steps that are due, and answers those that were done.
fn take(nights: &mut Nights, until: Date, mut goes_well: impl FnMut() -> bool) -> Vec<(Date, Step)> {
    let mut done = Vec::new();
    for night in nights.due(until) {
        nights.newest = nights.newest.max(Some(night.day));
        nights.open.entry(night.day).or_default();
        for step in night.steps.into_iter().filter(|_| goes_well()) {
            let over = nights.closed_by(night.day, step);
            nights.open.entry(night.day).or_default().insert(step);
            nights.open.retain(|day, _| !over.contains(day));
            done.push((night.day, step));
        }
    }
    done
}

proptest! {
    /// However runs are missed, broken off and failing: in the end every day was closed by each of its steps, once.
    #[test]
    fn no_day_is_left_out_and_none_is_closed_twice(
        runs in prop::collection::vec((0_i64..4, prop::collection::vec(any::<bool>(), 1..40)), 1..12),
    ) {
        let first = day(1);
        let mut nights = Nights::default();
        let mut until = first;
        let mut done = Vec::new();
        for (later, well) in runs {
            until = until.checked_add(jiff::Span::new().days(later)).expect("a day");
            if nights.newest.is_none() {
                until = first;
            }
            let mut well = well.iter().cycle();
            done.extend(take(&mut nights, until, || *well.next().unwrap_or(&true)));
        }
        done.extend(take(&mut nights, until, || true));
        prop_assert_eq!(&nights, &Nights { newest: Some(until), ..Nights::default() });
        prop_assert!(take(&mut nights, until, || true).is_empty());
        let once: BTreeSet<_> = done.iter().copied().collect();
        prop_assert_eq!(once.len(), done.len());
        for day in first.series(jiff::Span::new().days(1)).take_while(|day| *day <= until) {
            prop_assert!(steps("daily").iter().all(|step| once.contains(&(day, *step))), "{}", day);
        }
        prop_assert!(steps("run").iter().all(|step| once.contains(&(until, *step))));
    }
}

/// Siti's return of the only copy stands ready for Budi, and Tono waits after him.
fn awaited() -> Desk {
    let mut desk = Desk::new();
    desk.lend("A1", &["0003"]);
    for card in ["A2", "A3"] {
        let request = HoldRequest {
            card: card.to_owned(),
            wanted: Wanted::TitleOf("0003".to_owned()),
            handover: Handover::Desk,
            over: crate::circulation::reason::Override::default(),
        };
        let act = desk.act();
        desk.library.hold(&act, &request, false).expect("held");
    }
    desk.give_back(&["0003"]);
    desk
}

/// Runs the nights through a day in the night after it; file steps are only marked.
fn run(library: &mut Library, until: Date) -> Vec<(Date, Step, Value)> {
    run_at(library, until, &after(until))
}

fn run_at(library: &mut Library, until: Date, act: &Act) -> Vec<(Date, Step, Value)> {
    let mut taken = Vec::new();
    for night in library.nights_due(until).expect("read") {
        for step in night.steps {
            let detail = match step.is_in_library() {
                true => library.night_step(act, night.day, step, false).expect("done"),
                false => {
                    let nothing = json!({});
                    library.night_done(act, night.day, step, &nothing).expect("marked");
                    nothing
                }
            };
            taken.push((night.day, step, detail));
        }
    }
    taken
}

/// Every row of every table of the library but these.
fn rows(library: &Library, without: &[&str]) -> String {
    let conn = Connection::open(library.path()).expect("open");
    let mut names = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%words%' ORDER BY name")
        .expect("a schema");
    let names = names.query_map([], |row| row.get(0)).expect("names");
    let names: Vec<String> = names.map(|name| name.expect("a name")).collect();
    let mut text = String::new();
    for name in names.iter().filter(|name| !without.contains(&name.as_str())) {
        let mut statement = conn.prepare(&format!("SELECT * FROM {name}")).expect("a table");
        let columns = statement.column_count();
        let mut rows = statement.query([]).expect("rows");
        while let Some(row) = rows.next().expect("a row") {
            let values = (0..columns).map(|column| format!("{:?}|", row.get_ref(column).expect("a value")));
            text.push_str(&format!("{name}: {}\n", values.collect::<String>()));
        }
    }
    text
}

/// The lines that only one of two texts has.
fn differences<'a>(one: &'a str, other: &'a str) -> Vec<&'a str> {
    let (one, other): (BTreeSet<_>, BTreeSet<_>) = (one.lines().collect(), other.lines().collect());
    one.symmetric_difference(&other).copied().collect()
}

fn of_step(taken: &[(Date, Step, Value)], wanted: Step) -> Vec<(Date, Value)> {
    let of = taken.iter().filter(|(_, step, _)| *step == wanted);
    of.map(|(day, _, detail)| (*day, detail.clone())).collect()
}

#[test]
fn a_night_that_is_caught_up_does_what_it_would_have_done_in_time() {
    let (mut nightly, mut late) = (awaited(), awaited());
    let mut each = run(&mut nightly.library, day(20));
    assert_eq!(each.len(), Step::ALL.len());
    for number in 21..=27 {
        each.extend(run(&mut nightly.library, day(number)));
    }
    run(&mut late.library, day(20));
    let caught_up = run(&mut late.library, day(27));
    assert_eq!(of_step(&each, Step::Backup).len(), 8);
    assert_eq!(of_step(&caught_up, Step::Backup), [(day(27), json!({}))]);
    let moved = of_step(&each, Step::ExpireHolds);
    let moved: Vec<_> = moved.iter().filter(|(_, detail)| detail["expired"] != 0).collect();
    assert_eq!(
        moved,
        [&(day(24), json!({ "expired": 1, "ready": 1 }))],
        "Budi did not come"
    );
    assert_eq!(
        of_step(&caught_up, Step::ExpireHolds),
        [(day(27), json!({ "expired": 1, "ready": 1 }))]
    );
    // Who is told of something is told once a run, and the journal says so.
    let without = ["night", "night_step", "notice", "notice_about", "journal", "counter"];
    assert_eq!(
        differences(&rows(&nightly.library, &without), &rows(&late.library, &without)),
        [""; 0]
    );
    nightly.is_sound();
    late.is_sound();
}

#[test]
fn nobody_loses_a_turn_while_nights_are_caught_up() {
    let (mut nightly, mut late) = (awaited(), awaited());
    // Three weeks without a machine.
    let last = date(2026, 12, 11);
    run(&mut late.library, day(20));
    for night in day(20).series(jiff::Span::new().days(1)).take_while(|day| *day <= last) {
        run(&mut nightly.library, night);
    }
    run(&mut late.library, last);
    let holds = "SELECT group_concat(state || ' ' || coalesce(ready_on, ''), ', ') FROM hold";
    // Tono was told on the 25th, and did not come.
    let told: String = nightly.ask(holds);
    assert_eq!(told, "expired 2026-11-20, expired 2026-11-25");
    // Nobody could tell him: the machine was off. His days begin when it is on again.
    let told: String = late.ask(holds);
    assert_eq!(told, "expired 2026-11-20, ready 2026-12-12");
    late.is_sound();
}

#[test]
fn nights_long_past_are_closed_by_a_run_of_today() {
    // Through which day it runs, on the 12th of December, and how often.
    let cases: &[&[Date]] = &[
        &[day(21)],
        &[day(24)],
        &[day(25)],
        &[date(2026, 12, 11)],
        &[day(21), day(28), date(2026, 12, 11)],
    ];
    for untils in cases {
        let mut desk = awaited();
        run(&mut desk.library, day(20));
        for until in *untils {
            run_at(&mut desk.library, *until, &after(date(2026, 12, 11)));
        }
        // Budi had his days. Whatever nights are closed, Tono's turn begins when he can be told of it, and he is told of
        // it as of today.
        let holds = desk.ask::<String>("SELECT group_concat(state || ' ' || coalesce(ready_on, ''), ', ') FROM hold");
        assert_eq!(holds, "expired 2026-11-20, ready 2026-12-12", "{untils:?}");
        let told = "SELECT coalesce(group_concat(DISTINCT day), '') FROM notice WHERE day > '2026-11-21'";
        assert_eq!(desk.ask::<String>(told), "2026-12-12", "{untils:?}");
        desk.is_sound();
    }
}

#[test]
fn a_second_run_changes_nothing() {
    let mut desk = awaited();
    run(&mut desk.library, day(26));
    let before = rows(&desk.library, &[]);
    assert_eq!(run(&mut desk.library, day(26)), []);
    // Not even when it is told to take a step again.
    let again = desk
        .library
        .night_step(&after(day(29)), day(26), Step::ExpireHolds, false);
    assert_eq!(again.expect("left alone"), json!({ "expired": 1, "ready": 1 }));
    desk.library
        .night_failed(&after(day(29)), day(26), Step::Backup, "file.full", "x")
        .expect("left alone");
    assert_eq!(differences(&rows(&desk.library, &[]), &before), [""; 0]);
}

#[test]
fn a_rehearsal_stores_nothing() {
    let mut desk = awaited();
    let before = rows(&desk.library, &[]);
    let would = desk
        .library
        .night_step(&after(day(26)), day(26), Step::ExpireHolds, true);
    assert_eq!(would.expect("rehearsed"), json!({ "expired": 1, "ready": 1 }));
    assert_eq!(differences(&rows(&desk.library, &[]), &before), [""; 0]);
}

#[test]
fn a_step_leaves_an_entry_in_the_journal_only_where_it_changed_something() {
    let mut desk = awaited();
    run(&mut desk.library, day(20));
    let journal = |desk: &Desk| -> Vec<String> {
        let actions = desk.journal().into_iter();
        actions
            .map(|line| line.split(' ').next().unwrap_or_default().to_owned())
            .collect()
    };
    let before = journal(&desk).len();
    run(&mut desk.library, day(21));
    assert_eq!(journal(&desk).len(), before, "nothing happened");
    for number in 22..=26 {
        let (day, act) = (day(number), after(day(number)));
        let done = desk.library.night_step(&act, day, Step::ExpireHolds, false);
        done.expect("done");
    }
    assert_eq!(journal(&desk)[before..], ["hold.expire"]);
    let at: String = desk.ask("SELECT at FROM journal ORDER BY seq DESC LIMIT 1");
    assert_eq!(at, "2026-11-25T00:00:00+07:00", "it stood ready until the 24th");
}

#[test]
fn only_a_day_that_is_over_is_closed() {
    let mut desk = Desk::new();
    let mut noon = after(day(26));
    noon.at = &noon.at - jiff::Span::new().hours(2);
    for (day, over) in [(day(25), true), (day(26), false), (day(27), false)] {
        let taken = desk.library.night_step(&noon, day, Step::CutHistory, false);
        assert_eq!(taken.is_ok(), over, "{day}: {taken:?}");
        let marked = desk.library.night_done(&noon, day, Step::Backup, &json!({}));
        assert_eq!(marked.is_ok(), over, "{day}: {marked:?}");
    }
    let refused = desk.library.night_step(&noon, day(25), Step::Check, false);
    assert_eq!(refused.expect_err("a file step").code(), "value.bad");
}

#[test]
fn what_failed_needs_a_person_until_it_is_done() {
    let mut desk = Desk::new();
    let asked = |desk: &Desk, on: Date| {
        let both = |snapshot: &Snapshot<'_>| Ok([failed_steps(snapshot, on)?, old_backup(snapshot, on)?]);
        desk.library.read(both).expect("read")
    };
    assert_eq!(asked(&desk, day(27)), [0, 0], "no night ever ran");
    assert_eq!(desk.library.last_night().expect("read"), None);
    let act = after(day(26));
    for _ in 0..2 {
        let failed = desk
            .library
            .night_failed(&act, day(26), Step::Backup, "file.no-folder", "Folder tidak ada.");
        failed.expect("marked");
    }
    assert_eq!(asked(&desk, day(27)), [1, 0]);
    assert_eq!(asked(&desk, day(30)), [1, 4]);
    let state = desk.library.last_night().expect("read").expect("a night");
    assert_eq!((state.day, &state.closed_at), (day(26), &None));
    let told = json!({ "code": "file.no-folder", "message": "Folder tidak ada." });
    assert_eq!(
        (state.steps[0].outcome, &state.steps[0].detail),
        (Outcome::Failed, &told)
    );

    run(&mut desk.library, day(26));
    assert_eq!(asked(&desk, day(27)), [0, 0]);
    let state = desk.library.last_night().expect("read").expect("a night");
    assert_eq!(state.closed_at.as_deref(), Some("2026-11-27T01:15:00+07:00"));
    assert_eq!(state.steps.iter().map(|mark| mark.step).collect::<Vec<_>>(), Step::ALL);
    // A backup of the night before last is good enough, one of the night before that is not.
    assert_eq!(asked(&desk, day(29)), [0, 0]);
    assert_eq!(asked(&desk, day(30)), [0, 3]);
}

#[test]
fn a_backup_by_hand_is_as_good_as_the_nights() {
    // What is set as the night's folder, where the night left its last backup, and where one is made by hand on the 28th:
    // all beside the library.
    let cases = [
        ("", "", "backups", 0),
        ("disk", "", "disk", 0),
        ("disk", "", "backups", 4),
        ("", "stick", "stick", 0),
        ("disk", "stick", "disk", 0),
        ("", "", "stick", 4),
    ];
    for (set, left, by_hand, expected) in cases {
        let mut desk = Desk::new();
        let home = desk.library.path().parent().expect("a folder").to_owned();
        let act = after(day(25));
        desk.library.set_setting("night.backups", set, &act).expect("set");
        let detail = match left {
            "" => json!({}),
            left => json!({ "file": home.join(left).join("x.db") }),
        };
        let marked = desk.library.night_done(&act, day(25), Step::Backup, &detail);
        marked.expect("marked");
        let old = |desk: &Desk| {
            let age = desk.library.read(|snapshot| old_backup(snapshot, day(30)));
            age.expect("read")
        };
        assert_eq!(old(&desk), 4, "of the night of the 25th");
        let folder = home.join(by_hand);
        std::fs::create_dir(&folder).expect("a folder");
        desk.library.backup(&folder, &after(day(27))).expect("made");
        assert_eq!(old(&desk), expected, "{set:?} {left:?} {by_hand:?}");
    }
}

#[test]
fn a_mark_that_is_done_stays() {
    let mut desk = Desk::new();
    run(&mut desk.library, day(26));
    let conn = Connection::open(desk.library.path()).expect("open");
    for (change, why) in [
        ("UPDATE night_step SET outcome = 'failed'", "night_step_done_once"),
        ("UPDATE night SET closed_at = NULL", "night_closed_stays"),
        (
            "INSERT INTO night_step VALUES ('2026-11-27', 'check', 'done', 'x', '{}')",
            "FOREIGN KEY",
        ),
        ("INSERT INTO night (day) VALUES ('26/11/2026')", "CHECK"),
    ] {
        conn.execute_batch("PRAGMA foreign_keys = ON").expect("set");
        let refused = conn.execute_batch(change).expect_err(change);
        assert!(refused.to_string().contains(why), "{change}: {refused}");
    }
}

#[test]
fn one_run_has_the_turn() {
    let desk = Desk::new();
    let act = after(day(26));
    let turn = desk.library.night_turn(&act).expect("a turn");
    match desk.library.night_turn(&act) {
        Err(Error::Busy { holder: Some(holder) }) => {
            assert_eq!((holder.staff.as_str(), holder.pid), ("sari", std::process::id()))
        }
        other => panic!("{other:?}"),
    }
    drop(turn);
    desk.library.night_turn(&act).expect("free again");
}
