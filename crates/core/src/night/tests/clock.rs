//! Nights under a clock that is wrong.

use super::*;
use crate::night::clock::doubt;

#[test]
fn a_clock_is_doubted_where_the_library_says_another_time() {
    let (yesterday, today) = (day(26), day(27));
    let cases = [
        // The newest night, the last action, how many nights are due.
        (Some(yesterday), today, 0, None),
        (Some(date(2026, 9, 25)), today, 62, None),
        (Some(date(2026, 9, 24)), today, 63, Some(Doubt::Many { nights: 63 })),
        (Some(today), today, 0, Some(Doubt::Ahead { newest: today })),
        // A library that is at work, for years maybe, and one that nobody has touched for two months.
        (None, yesterday, 1, None),
        (None, today, 1, None),
        (None, date(2026, 9, 25), 1, None),
        (
            None,
            date(2026, 9, 24),
            1,
            Some(Doubt::First {
                last: date(2026, 9, 24),
            }),
        ),
        (None, day(28), 1, Some(Doubt::First { last: day(28) })),
    ];
    for (newest, last, due, expected) in cases {
        let found = doubt(newest, Some(last), due, (yesterday, today));
        assert_eq!(found, expected, "{newest:?}, {last}, {due}");
    }
    assert_eq!(doubt(None, None, 1, (yesterday, today)), None);
}

/// A desk that lends on the 20th and takes back a week later.
fn lending() -> Desk {
    let mut desk = Desk::new();
    desk.lend("A1", &["0003"]);
    desk
}

fn asked(desk: &Desk, on: Date) -> [i64; 2] {
    let both = |snapshot: &Snapshot<'_>| Ok([failed_steps(snapshot, on)?, old_backup(snapshot, on)?]);
    desk.library.read(both).expect("read")
}

#[test]
fn nights_that_a_clock_closed_too_early_are_taken_back_and_closed_in_time() {
    // The last night that went well, if any, before the one of a month ahead.
    for last in [Some(day(20)), None] {
        let (mut wrong, mut right) = (lending(), lending());
        for desk in [&mut wrong, &mut right] {
            if let Some(last) = last {
                run(&mut desk.library, last);
            }
        }
        run(&mut wrong.library, date(2026, 12, 20));
        // The clock is right again, and the library works on.
        for desk in [&mut wrong, &mut right] {
            desk.on(day(27));
            desk.give_back(&["0003"]);
        }
        let act = after(day(27));
        let newest = date(2026, 12, 20);
        let doubted = wrong.library.clock_doubt(&act, day(27)).expect("read");
        assert_eq!(doubted, Some(Doubt::Ahead { newest }));
        // A backup of a day that has not come is none.
        assert_eq!(asked(&wrong, day(28)), [1, last.map_or(0, |_| 7)]);

        let would = wrong.library.reopen_nights(&act, true).expect("rehearsed");
        let days = wrong.library.reopen_nights(&act, false).expect("taken back");
        let first = last.map_or(newest, |last| last.tomorrow().expect("a day"));
        assert_eq!(
            (days.first(), days.last(), &would),
            (Some(&first), Some(&newest), &days)
        );
        assert_eq!(wrong.library.clock_doubt(&act, day(27)).expect("read"), None);
        assert_eq!(asked(&wrong, day(28))[0], 0);
        wrong.is_sound();

        for desk in [&mut wrong, &mut right] {
            run(&mut desk.library, day(27));
        }
        let without = ["night_step", "notice", "notice_about", "journal", "counter"];
        assert_eq!(
            differences(&rows(&wrong.library, &without), &rows(&right.library, &without)),
            [""; 0]
        );
        wrong.is_sound();
        assert_eq!(wrong.library.reopen_nights(&act, false).expect("nothing"), []);
    }
}

#[test]
fn the_first_check_after_each_sunday_is_deep() {
    // The night's runs, each through a day; the 22nd is a Sunday. Which of them look deeply.
    let cases: &[(&[i8], &[i8])] = &[
        (&[20, 21, 22, 23, 24, 28, 29, 30], &[22, 29]),
        // Closed on Mondays, and the machine is off.
        (&[21, 23, 24, 28, 30], &[23, 30]),
        (&[21, 25, 26], &[25]),
        // The Sunday before the first night.
        (&[23, 24], &[]),
        (&[22, 23], &[22]),
    ];
    for (runs, expected) in cases {
        let mut desk = Desk::new();
        let mut deep = Vec::new();
        for number in *runs {
            let depth = match desk.library.deep_check_due(day(*number)).expect("read") {
                true => "deep",
                false => "pages",
            };
            let detail = json!({ "depth": depth });
            let marked = desk
                .library
                .night_done(&after(day(*number)), day(*number), Step::Check, &detail);
            marked.expect("marked");
            deep.extend((depth == "deep").then_some(*number));
        }
        assert_eq!(deep, *expected, "{runs:?}");
    }
}
