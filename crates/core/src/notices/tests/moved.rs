//! Dates that move after people were told of them.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::super::Reason;
use super::{Created, Desk, desk, made, night};

/// Every notice that waits is told.
fn tell(desk: &mut Desk) {
    desk.sql("UPDATE notice SET state = 'sent', channel = 'print', ended_at = 'x' WHERE state = 'waiting'");
}

/// A closure that is entered later moves a due date; what was told stays told, also where a later step was not told yet.
#[test]
fn a_closure_repeats_no_step() {
    use Reason::{DueSoon, Overdue1, Overdue2, Overdue3};
    let mut desk = desk();
    desk.lend("A1", &["0001"]);
    let due: Date = desk.ask::<String>("SELECT due FROM loan").parse().expect("a day");
    let moved = |desk: &mut Desk, days: i64| desk.sql(&format!("UPDATE loan SET due = '{}'", due + days.days()));
    assert_eq!(made(&mut desk, due - 1.days()), [(DueSoon, 1)]);
    tell(&mut desk);
    moved(&mut desk, 1);
    assert_eq!(made(&mut desk, due), []);
    assert_eq!(made(&mut desk, due + 2.days()), [(Overdue1, 1)]);
    tell(&mut desk);
    moved(&mut desk, 2);
    assert_eq!(made(&mut desk, due + 3.days()), []);
    assert_eq!(made(&mut desk, due + 9.days()), [(Overdue2, 1)]);
    // Untold, and not late any more: the step before it is still the last that was told.
    moved(&mut desk, 20);
    assert_eq!(night(&mut desk, due + 10.days()).dropped, 1);
    assert_eq!(made(&mut desk, due + 21.days()), []);
    assert_eq!(made(&mut desk, due + 27.days()), [(Overdue2, 1)]);
    // A later step takes the place of one that was not told; what is told before that is not lost.
    assert_eq!(night(&mut desk, due + 41.days()).made, [(Overdue3, 1)]);
    assert_eq!(
        desk.ask::<String>("SELECT reason || ' ' || told_before FROM notice_about"),
        "overdue-3 overdue-1"
    );
}

#[test]
fn what_was_dropped_was_not_told() {
    let mut desk = desk();
    desk.lend("A1", &["0001"]);
    let due: Date = desk.ask::<String>("SELECT due FROM loan").parse().expect("a day");
    assert_eq!(made(&mut desk, due + 1.days()), [(Reason::Overdue1, 1)]);
    // A closure moves the due date, and is taken back.
    desk.sql(&format!("UPDATE loan SET due = '{}'", due + 7.days()));
    assert_eq!(night(&mut desk, due + 2.days()).dropped, 1);
    desk.sql(&format!("UPDATE loan SET due = '{due}'"));
    assert_eq!(made(&mut desk, due + 3.days()), [(Reason::Overdue1, 1)]);
}

/// The day that was to be the last is closed in the morning: nobody is told so on that day, but on the day that is.
#[test]
fn the_last_day_on_the_shelf_is_moved() {
    use Reason::{HoldExpiring, HoldReady};
    let mut desk = desk();
    desk.sql(
        "INSERT INTO hold (id, member_id, title_id, placed_at, handover, state, ready_item, ready_on, shelf_days, shelf_until)
         VALUES (1, 1, 1, 'x', 'desk', 'ready', 1, '2026-11-17', 3, '2026-11-20')",
    );
    assert_eq!(made(&mut desk, date(2026, 11, 18)), [(HoldReady, 1)]);
    tell(&mut desk);
    assert_eq!(made(&mut desk, date(2026, 11, 20)), [(HoldExpiring, 1)]);
    let open = |desk: &Desk, day: Date| {
        let open = desk.library.notices(day.at(8, 0, 0, 0), super::super::Which::Open);
        open.expect("a list").len()
    };
    assert_eq!(open(&desk, date(2026, 11, 20)), 1);
    desk.sql("UPDATE hold SET shelf_until = '2026-11-21'");
    for day in [20, 21] {
        assert_eq!(open(&desk, date(2026, 11, day)), 0, "it speaks of another day");
    }
    let night = |desk: &mut Desk, day: Date| {
        let Created { made, dropped, .. } = night(desk, day);
        (made, dropped)
    };
    assert_eq!(night(&mut desk, date(2026, 11, 21)), (vec![(HoldExpiring, 1)], 1));
    // Moved again, by more than a day: it is not told anew that the copy is ready.
    desk.sql("UPDATE hold SET shelf_until = '2026-11-25'");
    assert_eq!(night(&mut desk, date(2026, 11, 22)), (vec![], 1));
    assert_eq!(made(&mut desk, date(2026, 11, 23)), []);
    assert_eq!(made(&mut desk, date(2026, 11, 25)), [(HoldExpiring, 1)]);
}
