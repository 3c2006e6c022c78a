use jiff::civil::{Date, date};

use super::*;
use crate::circulation::tests::desk::Desk;

const FRIDAY: Date = date(2026, 11, 20);
const SATURDAY: Date = date(2026, 11, 21);
const MONDAY: Date = date(2026, 11, 23);
const TUESDAY: Date = date(2026, 11, 24);

/// A copy on the ready shelf until a day: when its hold ended, and the day of the courier's round, where there are.
fn shelf(until: Date, ended: Option<Date>, round: Option<Date>) -> Desk {
    let mut desk = Desk::new();
    let (state, at) = match ended {
        Some(day) => ("expired", format!("'{day}T00:00:00+07:00'")),
        None => ("ready", "NULL".to_owned()),
    };
    desk.sql(&format!(
        "INSERT INTO hold (id, member_id, title_id, placed_at, handover, state, ready_item, ready_on, shelf_days, shelf_until,
                ended_at)
            SELECT 1, 1, title_id, '2026-11-10T09:00:00+07:00', 'delivery', '{state}', id, '2026-11-10', 3, '{until}', {at}
            FROM item WHERE id = 1;
         INSERT INTO counter (name, last) VALUES ('hold', 1);"
    ));
    if let Some(day) = round {
        desk.sql(&format!(
            "INSERT INTO delivery_round VALUES (1, '{day}', 'Joko', NULL);
             INSERT INTO delivery VALUES (1, 1, 'planned', NULL);"
        ));
    }
    desk
}

#[test]
fn copies_are_to_be_cleared_on_the_first_day_on_which_somebody_is_there() {
    let sunday = date(2026, 11, 22);
    let cases = [
        // Saturday was its last day, it ended on the closed Sunday: Monday is the first to see it, Tuesday no more.
        (shelf(SATURDAY, Some(sunday), None), MONDAY, 1),
        (shelf(SATURDAY, Some(sunday), None), TUESDAY, 0),
        // As of Saturday, by a night that was made up for later.
        (shelf(FRIDAY, Some(SATURDAY), None), SATURDAY, 1),
        (shelf(FRIDAY, Some(SATURDAY), None), MONDAY, 1),
        (shelf(FRIDAY, Some(FRIDAY), None), MONDAY, 0),
        // Nobody has ended it yet; a courier comes for it, today too; or came, and did not take it.
        (shelf(SATURDAY, None, None), SATURDAY, 0),
        (shelf(SATURDAY, None, None), MONDAY, 1),
        (shelf(SATURDAY, None, Some(TUESDAY)), MONDAY, 0),
        (shelf(SATURDAY, None, Some(MONDAY)), MONDAY, 0),
        (shelf(SATURDAY, None, Some(MONDAY)), TUESDAY, 1),
    ];
    for (at, (desk, today, expected)) in cases.iter().enumerate() {
        let needs = desk.library.read(|snapshot| needs(snapshot, *today)).expect("read");
        let asked = needs.iter().find(|one| one.code == AttentionCode::HoldsToClear);
        assert_eq!(asked.map_or(0, |one| one.count), *expected, "case {at}");
        let rows = desk.library.holds_to_clear(*today).expect("read");
        assert_eq!(rows.len() as u64, *expected, "the rows of case {at}");
    }
}

#[test]
fn a_copy_is_cleared_once_and_not_when_somebody_had_it_since() {
    let again = "INSERT INTO hold (id, title_id, placed_at, handover, state, ready_item, ready_on, shelf_days, shelf_until, ended_at)
        SELECT 2, title_id, '2026-11-11T09:00:00+07:00', 'desk', 'expired', 1, '2026-11-21', 1, '2026-11-21', ended_at FROM hold";
    let cases = [
        // When somebody took it and brought it back.
        (Some(MONDAY), "", 0),
        (Some(date(2026, 11, 3)), "", 1),
        // Two turns of the same copy are over.
        (None, again, 1),
    ];
    for (at, (had, sql, expected)) in cases.into_iter().enumerate() {
        let mut desk = shelf(SATURDAY, Some(date(2026, 11, 22)), None);
        desk.sql(sql);
        if let Some(day) = had {
            let barcode: String = desk.ask("SELECT barcode FROM item WHERE id = 1");
            desk.on(day).lend("A2", &[&barcode]);
            desk.give_back(&[&barcode]);
        }
        let counted = desk.library.read(|snapshot| holds_to_clear(snapshot, MONDAY));
        let rows = desk.library.holds_to_clear(MONDAY).expect("read").len();
        assert_eq!((counted.expect("read"), rows as i64), (expected, expected), "case {at}");
    }
}

/// The machine was off for a week: what ended meanwhile is told by the run that makes up for it, and not again by the next.
#[test]
fn copies_that_ended_while_no_night_ran_are_told_by_the_next_run() {
    let mut desk = shelf(date(2026, 11, 13), Some(date(2026, 11, 14)), None);
    let ran = |desk: &mut Desk, night: Date| {
        desk.sql(&format!(
            "INSERT INTO night (day) VALUES ('{night}');
             INSERT INTO night_step VALUES ('{night}', 'expire-holds', 'done', '{night}T01:15:00+07:00', '{{}}');"
        ));
    };
    let told = |desk: &Desk, today: Date| desk.library.holds_to_clear(today).expect("read").len();
    ran(&mut desk, date(2026, 11, 12));
    ran(&mut desk, FRIDAY);
    assert_eq!(told(&desk, SATURDAY), 1);
    ran(&mut desk, SATURDAY);
    assert_eq!(told(&desk, date(2026, 11, 22)), 0);
}

/// Three for each copy are not many; what is lost or withdrawn is no copy that anybody waits for, one in repair is.
#[test]
fn a_title_is_waited_for_by_many_beyond_the_bound() {
    let many = |desk: &Desk| {
        let needs = desk.library.read(|snapshot| needs(snapshot, FRIDAY)).expect("read");
        let asked = needs.iter().find(|one| one.code == AttentionCode::ManyWaiting);
        let rows = desk.library.many_waiting().expect("read");
        assert_eq!(rows.len() as u64, asked.map_or(0, |one| one.count));
        rows.into_iter()
            .map(|row| (row.waiting, row.copies))
            .collect::<Vec<_>>()
    };
    let mut desk = Desk::new();
    // Title 1 has two copies, title 2 has one.
    let wait = |desk: &mut Desk, from: i64, count: i64, title: i64| {
        desk.sql(&format!(
            "WITH RECURSIVE n (i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i < {from} + {count} - 1)
             INSERT INTO member (id, card, name, name_key, member_type, sex, joined, valid_until)
                SELECT 100 + i, 'W' || i, 'Wati', 'wati', 'umum', 'female', '2026-01-01', '2027-06-30' FROM n;
             INSERT INTO hold (id, member_id, title_id, placed_at, handover, state)
                SELECT id - 100, id, {title}, '2026-11-10T09:00:00+07:00', 'desk', 'waiting' FROM member WHERE id >= 100 + {from};"
        ));
    };
    wait(&mut desk, 1, 6, 1);
    wait(&mut desk, 11, 3, 2);
    assert_eq!(many(&desk), []);
    wait(&mut desk, 21, 1, 1);
    assert_eq!(many(&desk), [(7, 2)]);
    wait(&mut desk, 31, 1, 2);
    assert_eq!(many(&desk), [(7, 2), (4, 1)]);
    desk.sql("UPDATE hold SET state = 'cancelled', ended_at = 'x' WHERE id IN (21, 31)");
    assert_eq!(many(&desk), []);
    desk.sql("UPDATE item SET status = 'repair' WHERE title_id = 2");
    assert_eq!(many(&desk), []);
    desk.sql("UPDATE item SET status = 'withdrawn' WHERE barcode = '0002'");
    assert_eq!(many(&desk), [(6, 1)]);
}

#[test]
fn mails_that_were_cut_off_are_looked_up_and_nobody_is_called_for_them() {
    let mut desk = Desk::new();
    desk.sql(
        "INSERT INTO notice (id, reason, day, member_id, things, state, channel, created_at) VALUES
            (1, 'membership-ending', '2026-11-20', 1, 1, 'unknown', 'mail', '2026-11-20T01:15:00+07:00');
         INSERT INTO counter (name, last) VALUES ('notice', 1);",
    );
    let needs = desk.library.read(|snapshot| needs(snapshot, FRIDAY)).expect("read");
    let of = |code| needs.iter().find(|one| one.code == code);
    let unknown = of(AttentionCode::NoticesUnknown).expect("asked for");
    assert_eq!(
        (unknown.count, unknown.command.as_str()),
        (1, "notice-outbox list --state unknown")
    );
    assert_eq!(of(AttentionCode::NoticesUndelivered), None);
}
