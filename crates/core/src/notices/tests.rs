//! The step of the night on a library of its own.

mod moved;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use jiff::ToSpan;
use jiff::civil::{Date, date};

use rusqlite::Connection;
use rusqlite::trace::{TraceEvent, TraceEventCodes};

use super::{Created, Reason};
use crate::act::Act;
use crate::circulation::tests::desk::{Desk, TODAY};
use crate::error::Error;
use crate::library::tests::act;
use crate::library::{Snapshot, Transaction};
use crate::members::{Obstacle, Refusal};
use crate::values::ids::MemberId;

fn midnight(day: Date) -> Act {
    let at = day.at(0, 0, 0, 0).in_tz("Asia/Jakarta").expect("a moment");
    Act { at, ..act() }
}

/// Siti and the others; nobody's membership ends.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.sql("UPDATE member SET valid_until = '2029-01-01'");
    desk
}

/// The night before this day.
fn night(desk: &mut Desk, day: Date) -> Created {
    desk.library.create_notices(&midnight(day), false).expect("created")
}

/// What the night before this day made; a second run makes nothing.
fn made(desk: &mut Desk, day: Date) -> Vec<(Reason, u64)> {
    let made = night(desk, day).made;
    assert_eq!(night(desk, day), Created::default(), "{day}");
    made
}

/// Everything that stands: reason, member, things, state.
fn standing(desk: &Desk) -> String {
    desk.ask(
        "SELECT coalesce(group_concat(line, ' ' ORDER BY id), '') FROM (SELECT id, reason || ':' ||
              coalesce(member_id, '-') || '*' || things || '=' || state AS line FROM notice)",
    )
}

#[test]
fn a_loan_from_its_due_date_to_its_return() {
    use Reason::{DueSoon, Overdue1, Overdue2, Overdue3};
    let mut desk = desk();
    desk.lend("A1", &["0001", "0002"]);
    let due: Date = desk
        .ask::<String>("SELECT due FROM loan WHERE id = 1")
        .parse()
        .expect("a day");
    for (after, expected) in [
        (-3, vec![]),
        // A night was missed here: the day before the due date is still in time.
        (-1, vec![(DueSoon, 1)]),
        (0, vec![]),
        (1, vec![(Overdue1, 1)]),
        (2, vec![]),
        (8, vec![(Overdue2, 1)]),
        (40, vec![(Overdue3, 1)]),
        (80, vec![]),
    ] {
        let day = due + after.days();
        assert_eq!(made(&mut desk, day), expected, "{after} days after");
    }
    let all = "due-soon:1*2=dropped overdue-1:1*2=dropped overdue-2:1*2=dropped overdue-3:1*2=waiting";
    assert_eq!(standing(&desk), all);
    // One comes back, one is not told of again; then both are back, and nothing is left to tell.
    desk.on(due + 81.days()).give_back(&["0001"]);
    assert_eq!(night(&mut desk, due + 82.days()), Created::default());
    desk.give_back(&["0002"]);
    assert_eq!(desk.ask::<i64>("SELECT count(*) FROM notice_about"), 0);
    let after = night(&mut desk, due + 83.days());
    assert_eq!((after.made, after.dropped), (vec![], 1));
    // What is over for long is counted, and nobody's any more.
    let after = night(&mut desk, due + 300.days());
    assert_eq!(after.cut, 4);
    assert_eq!(
        desk.ask::<i64>("SELECT count(*) FROM notice WHERE member_id IS NOT NULL"),
        0
    );
    assert_eq!(desk.ask::<i64>("SELECT count(*) FROM notice"), 4);
}

#[test]
fn a_renewal_begins_anew() {
    let mut desk = desk();
    desk.lend("A1", &["0001"]);
    let due: Date = desk.ask::<String>("SELECT due FROM loan").parse().expect("a day");
    assert_eq!(made(&mut desk, due - 2.days()), [(Reason::DueSoon, 1)]);
    let later = due + 7.days();
    desk.sql(&format!(
        "UPDATE loan SET due = '{later}', due_decided = '{later}', renewals = 1, renewed_at = 'x'"
    ));
    // The notice for the old date is dropped, the new date gets one of its own.
    assert_eq!(night(&mut desk, due).dropped, 1);
    assert_eq!(made(&mut desk, later - 2.days()), [(Reason::DueSoon, 1)]);
    assert_eq!(standing(&desk), "due-soon:1*1=dropped due-soon:1*1=waiting");
}

#[test]
fn settings_turn_reasons_off() {
    let mut desk = desk();
    desk.lend("A1", &["0001"]);
    let due: Date = desk.ask::<String>("SELECT due FROM loan").parse().expect("a day");
    for (key, value) in [
        ("notice.due-soon-days", "0"),
        ("notice.overdue-1-days", "0"),
        ("notice.overdue-2-days", "0"),
        ("notice.overdue-3-days", "0"),
        ("notice.membership-days", "0"),
    ] {
        desk.library.set_setting(key, value, &act()).expect(value);
    }
    for after in [-1, 0, 1, 8, 40] {
        assert_eq!(made(&mut desk, due + after.days()), []);
    }
}

#[test]
fn a_copy_on_the_ready_shelf() {
    use Reason::{HoldExpiring, HoldReady};
    let mut desk = desk();
    desk.sql(
        "INSERT INTO hold (id, member_id, title_id, placed_at, handover, state, ready_item, ready_on, shelf_days, shelf_until)
         VALUES (1, 1, 1, 'x', 'desk', 'ready', 1, '2026-11-20', 3, '2026-11-24'),
                (2, 2, 2, 'x', 'delivery', 'ready', 2, '2026-11-20', 3, '2026-11-24');",
    );
    assert_eq!(made(&mut desk, date(2026, 11, 21)), [(HoldReady, 1)]);
    assert_eq!(made(&mut desk, date(2026, 11, 23)), []);
    assert_eq!(made(&mut desk, date(2026, 11, 24)), [(HoldExpiring, 1)]);
    desk.sql("UPDATE hold SET state = 'lent', member_id = NULL, ended_at = 'x' WHERE id = 1");
    assert_eq!(
        desk.ask::<i64>("SELECT count(*) FROM notice_about WHERE kind = 'hold'"),
        0
    );
    assert_eq!(night(&mut desk, date(2026, 11, 25)).dropped, 1);
}

#[test]
fn memberships_end_once() {
    let mut desk = Desk::new();
    // Tono's ends on the 24th.
    assert_eq!(made(&mut desk, date(2026, 11, 9)), []);
    assert_eq!(made(&mut desk, date(2026, 11, 10)), [(Reason::MembershipEnding, 1)]);
    assert_eq!(made(&mut desk, date(2026, 11, 24)), []);
    desk.sql("UPDATE member SET valid_until = '2027-11-24' WHERE id = 3");
    assert_eq!(night(&mut desk, TODAY).dropped, 1);
    assert_eq!(made(&mut desk, date(2027, 11, 20)), [(Reason::MembershipEnding, 1)]);
}

const EVENT: &str = "
    INSERT INTO event (id, key, uid, sequence, title, kind, created_at, changed_at)
        VALUES (1, 'diskusi', 'u', 0, 'Diskusi', 'book-discussion', 'x', 'x');
    INSERT INTO event_session VALUES (1, 1, '2026-11-28T09:00', '2026-11-28T12:00'),
        (1, 2, '2026-11-29T09:00', '2026-11-29T12:00');
    INSERT INTO registration (id, event_id, number, code, member_id, name, name_key, phone, is_group, heads, source, state,
        asked_at, promoted_at)
    VALUES (1, 1, 1, 'E1-001', 1, NULL, NULL, NULL, 0, 1, 'desk', 'registered', 'x', 'x'),
           (2, 1, 2, 'E1-002', NULL, 'Rina', 'rina', '+6281234567890', 0, 1, 'desk', 'registered', 'x', NULL);
    INSERT INTO event_notice VALUES (1, 1, 1, 'promoted', '2026-11-19T10:00:00+07:00', NULL);";

#[test]
fn events_and_their_changes() {
    use Reason::{EventCancelled, EventMoved, EventPromoted, EventTomorrow};
    let mut desk = desk();
    desk.sql(EVENT);
    assert_eq!(made(&mut desk, TODAY), [(EventPromoted, 1)]);
    assert_eq!(
        desk.ask::<i64>("SELECT count(*) FROM event_notice WHERE taken_at IS NULL"),
        0
    );
    // Moved twice before a night: told once, as it stands then.
    desk.sql(
        "INSERT INTO event_notice VALUES (2, 1, 1, 'moved', '2026-11-20T10:00:00+07:00', NULL),
            (3, 1, 1, 'moved', '2026-11-20T11:00:00+07:00', NULL), (4, 1, 2, 'moved', '2026-11-20T11:00:00+07:00', NULL)",
    );
    assert_eq!(made(&mut desk, date(2026, 11, 21)), [(EventMoved, 2)]);
    // The night before the first day was missed; the second day has its own.
    assert_eq!(made(&mut desk, date(2026, 11, 26)), []);
    assert_eq!(made(&mut desk, date(2026, 11, 28)), [(EventTomorrow, 2)]);
    assert_eq!(made(&mut desk, date(2026, 11, 29)), [(EventTomorrow, 2)]);
    // It is over: a note that comes late is taken and told nobody.
    desk.sql(
        "UPDATE event SET cancelled = 'hujan';
         INSERT INTO event_notice VALUES (5, 1, 1, 'cancelled', '2026-11-27T10:00:00+07:00', NULL)",
    );
    assert_eq!(made(&mut desk, date(2026, 11, 30)), []);
    assert_eq!(
        desk.ask::<i64>("SELECT count(*) FROM event_notice WHERE taken_at IS NULL"),
        0
    );
    desk.sql(
        "INSERT INTO event_session VALUES (1, 3, '2026-12-29T09:00', '2026-12-29T12:00');
         INSERT INTO event_notice VALUES (6, 1, 1, 'cancelled', '2026-11-27T10:00:00+07:00', NULL)",
    );
    assert_eq!(made(&mut desk, date(2026, 12, 1)), [(EventCancelled, 1)]);
    // Who has given up the place by then is not reminded.
    desk.sql(
        "UPDATE event SET cancelled = NULL; UPDATE registration SET state = 'cancelled', cancelled_at = 'x' WHERE id = 2",
    );
    assert_eq!(made(&mut desk, date(2026, 12, 28)), [(EventTomorrow, 1)]);
}

/// A night that is caught up late in the morning doesn't ask anybody to a session that has begun, and neither does a
/// notice that waited until then.
#[test]
fn nobody_is_asked_to_what_has_begun() {
    use crate::night::Step;
    let mut desk = desk();
    desk.sql(EVENT);
    desk.sql(
        "DELETE FROM event_notice; DELETE FROM event_session WHERE number = 2;
         UPDATE event_session SET starts = '2026-11-28T04:00', ends = '2026-11-28T05:00'",
    );
    let at = |hour: i8, minute: i8| {
        let at = date(2026, 11, 28).at(hour, minute, 0, 0).in_tz("Asia/Jakarta");
        Act {
            at: at.expect("a moment"),
            ..act()
        }
    };
    let step = |desk: &mut Desk, act: &Act, dry_run: bool| {
        let made = desk
            .library
            .night_step(act, date(2026, 11, 27), Step::Notices, dry_run)
            .expect("the step");
        made["made"].as_u64()
    };
    assert_eq!(step(&mut desk, &at(7, 30), true), Some(0));
    assert_eq!(step(&mut desk, &at(4, 0), true), Some(0));
    assert_eq!(step(&mut desk, &at(1, 15), false), Some(2));
    let open = |act: &Act| {
        desk.library
            .notices(act.at.datetime(), super::Which::Open)
            .expect("a list")
            .len()
    };
    assert_eq!((open(&at(3, 59)), open(&at(4, 0)), open(&at(7, 41))), (2, 0, 0));
}

#[test]
fn an_event_of_the_same_day_waits_for_no_night() {
    let mut desk = desk();
    desk.sql(EVENT);
    desk.lend("A1", &["0001"]);
    let morning = |hour: i8| {
        let at = date(2026, 11, 28)
            .at(hour, 30, 0, 0)
            .in_tz("Asia/Jakarta")
            .expect("a moment");
        Act { at, ..act() }
    };
    // Only what the events noted: the loan that is due soon waits for the night.
    let created = desk.library.create_event_notices(&morning(7)).expect("created");
    assert_eq!(created.made, [(Reason::EventPromoted, 1)]);
    assert_eq!(standing(&desk), "event-promoted:1*1=waiting");
    let again = desk.library.create_event_notices(&morning(8)).expect("created");
    assert_eq!(again, Created::default());
    // Moved while it takes place: told for its second day.
    desk.sql("INSERT INTO event_notice VALUES (2, 1, 2, 'moved', '2026-11-28T10:00:00+07:00', NULL)");
    let created = desk.library.create_event_notices(&morning(10)).expect("created");
    assert_eq!(created.made, [(Reason::EventMoved, 1)]);
}

#[test]
fn what_was_promised() {
    let mut desk = desk();
    desk.sql(
        "INSERT INTO instrument VALUES (1, 'skm', '{}', 'x');
         INSERT INTO survey (id, key, name, instrument_id, unit, opens, closes, weight, made_at)
            VALUES (1, 'q3', 'Q3', 1, 'u', '2026-07-01', '2026-09-30', '1/9', 'x');
         INSERT INTO follow_up (id, survey_id, action, owner, due, state, made_at) VALUES
            (1, 1, 'AC', 'sari', '2026-11-20', 'open', 'x'), (2, 1, 'Lampu', 'sari', '2026-11-18', 'open', 'x'),
            (3, 1, 'Kursi', 'budi', '2026-11-21', 'open', 'x')",
    );
    assert_eq!(made(&mut desk, TODAY), [(Reason::FollowUpDue, 1)]);
    assert_eq!(made(&mut desk, date(2026, 11, 21)), [(Reason::FollowUpDue, 1)]);
    desk.sql("UPDATE follow_up SET state = 'done', outcome = 'y', ended_at = 'x' WHERE id < 3");
    assert_eq!(night(&mut desk, date(2026, 11, 22)).dropped, 1);
    assert_eq!(standing(&desk), "follow-up-due:-*2=dropped follow-up-due:-*1=waiting");
}

/// Once a loan is given back and cut from its reader, nothing in the notices leads from the reader to the title: the
/// tables of notices hold the number of no loan, item or title.
#[test]
fn a_reader_and_a_title_are_not_together() {
    let mut desk = desk();
    desk.lend("A1", &["0001"]);
    let due: Date = desk.ask::<String>("SELECT due FROM loan").parse().expect("a day");
    made(&mut desk, due + 1.days());
    assert_eq!(
        desk.ask::<i64>("SELECT count(*) FROM notice_about WHERE kind = 'loan'"),
        1
    );
    desk.on(due + 2.days()).give_back(&["0001"]);
    assert_eq!(
        desk.ask::<i64>("SELECT count(*) FROM loan WHERE member_id IS NOT NULL"),
        0
    );
    assert_eq!(desk.ask::<i64>("SELECT count(*) FROM notice_about"), 0);
    let columns: String = desk.ask("SELECT group_concat(name) FROM pragma_table_info('notice')");
    for word in ["loan", "item", "title", "hold"] {
        assert!(!columns.contains(word), "{columns}");
    }
}

/// A return that is undone doesn't begin the steps anew, and meanwhile nothing leads from the notice to the title.
#[test]
fn a_return_that_is_undone_repeats_no_step() {
    let mut desk = desk();
    desk.lend("A1", &["0001"]);
    let due: Date = desk.ask::<String>("SELECT due FROM loan").parse().expect("a day");
    assert_eq!(made(&mut desk, due + 1.days()), [(Reason::Overdue1, 1)]);
    desk.sql("UPDATE notice SET state = 'sent', channel = 'print', ended_at = 'x'");
    desk.on(due + 1.days()).give_back(&["0001"]);
    let tied = "SELECT count(*) FROM loan JOIN notice_about ON record = loan.id WHERE notice_id IS NOT NULL";
    assert_eq!(desk.ask::<i64>(tied), 0);
    desk.sql("UPDATE loan SET ended = NULL, ended_at = NULL, member_id = 1");
    assert_eq!(made(&mut desk, due + 2.days()), []);
    assert_eq!(made(&mut desk, due + 8.days()), [(Reason::Overdue2, 1)]);
    // One that was not handed over yet is told after all.
    desk.sql("UPDATE loan SET ended = 'returned', ended_at = 'x', member_id = NULL");
    desk.sql("UPDATE loan SET ended = NULL, ended_at = NULL, member_id = 1");
    assert_eq!(made(&mut desk, due + 9.days()), [(Reason::Overdue2, 1)]);
    desk.sql("UPDATE notice SET state = 'sent', channel = 'print', ended_at = 'x' WHERE state = 'waiting'");
    desk.on(due + 9.days()).give_back(&["0001"]);
    assert_eq!(desk.ask::<i64>("SELECT count(*) FROM notice_about"), 1);
    night(&mut desk, due + 10.days());
    assert_eq!(desk.ask::<i64>("SELECT count(*) FROM notice_about"), 0);
}

#[test]
fn an_erased_member_is_in_no_notice() {
    let mut desk = Desk::new();
    made(&mut desk, date(2026, 11, 10));
    desk.sql("INSERT INTO bad_address VALUES ('member', 3, 'mail', 'x')");
    let tono = desk
        .library
        .read(|snapshot| crate::members::store::by_card(snapshot.sql(), "A3"));
    let id = tono.expect("read").expect("Tono").id;
    desk.library.erase_member(&act(), id, false).expect("erased");
    for table in [
        "notice WHERE member_id IS NOT NULL",
        "notice_about",
        "bad_address",
        "notice WHERE ended_at IS NULL",
    ] {
        assert_eq!(desk.ask::<i64>(&format!("SELECT count(*) FROM {table}")), 0, "{table}");
    }
}

/// A place that can be given up is named, so that who waits moves up by the ordinary way; what can't be given up any more
/// leads to no notice.
#[test]
fn who_is_erased_is_told_of_no_event() {
    let mut desk = desk();
    desk.sql(EVENT);
    let (siti, budi) = (MemberId(1), MemberId(2));
    let refused = desk.library.erase_member(&act(), siti, false).expect_err("refused");
    let Error::Member(Refusal::Unsettled { obstacles, .. }) = refused else {
        panic!("{refused:?}")
    };
    let place = Obstacle::Place {
        event: "diskusi".to_owned(),
        code: "E1-001".to_owned(),
    };
    assert_eq!(obstacles, [place]);
    // Budi has come to the first session: that stays, with the place at the second.
    desk.sql(
        "UPDATE registration SET state = 'cancelled', cancelled_at = 'x' WHERE id = 1;
         INSERT INTO registration (id, event_id, number, code, member_id, is_group, heads, source, state, asked_at)
            VALUES (3, 1, 3, 'E1-003', 2, 0, 1, 'desk', 'registered', 'x');
         INSERT INTO attendance (registration_id, session, heads, at, staff) VALUES (3, 1, 1, '2026-11-28T09:00:00+07:00', 'sari');
         INSERT INTO event_notice VALUES (2, 1, 3, 'moved', '2026-11-20T10:00:00+07:00', NULL)",
    );
    for member in [siti, budi] {
        desk.library.erase_member(&act(), member, false).expect("erased");
    }
    assert_eq!(made(&mut desk, TODAY), []);
    assert_eq!(
        desk.ask::<i64>("SELECT count(*) FROM event_notice WHERE taken_at IS NULL"),
        0
    );
    // Rina alone.
    assert_eq!(made(&mut desk, date(2026, 11, 28)), [(Reason::EventTomorrow, 1)]);
    assert_eq!(made(&mut desk, date(2026, 11, 29)), [(Reason::EventTomorrow, 1)]);
}

/// The night costs what is due, not what there is: no statement of it reads a table from end to end
/// (performance.md).
#[test]
fn nothing_reads_a_whole_table() {
    let mut desk = Desk::new();
    desk.sql(EVENT);
    desk.lend("A1", &["0001"]);
    let day = date(2027, 6, 20);
    night(&mut desk, day);
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let into = Arc::clone(&seen);
    let note = move |event: TraceEvent<'_>| {
        if let TraceEvent::Stmt(statement, _) = event {
            into.lock().expect("a list").insert(statement.sql().to_string());
        }
    };
    let mut conn = Connection::open(desk.library.path()).expect("the file");
    conn.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note))
        .expect("watched");
    conn.execute_batch("BEGIN").expect("begun");
    super::create::create(&Transaction::of(&conn), &midnight(day + 1.days())).expect("created");
    super::outbox::waiting(&Snapshot::of(&conn), day.at(9, 0, 0, 0)).expect("counted");
    conn.execute_batch("ROLLBACK").expect("undone");
    conn.trace_v2(TraceEventCodes::empty(), None::<fn(TraceEvent<'_>)>)
        .expect("no longer watched");
    let seen = seen.lock().expect("a list");
    assert!(seen.len() > 12, "the statements were seen");
    for sql in seen.iter().filter(|sql| !sql.starts_with("--")) {
        let mut plan = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect(sql);
        for parameter in 1..=plan.parameter_count() {
            plan.raw_bind_parameter(parameter, "2027-06-21").expect("bound");
        }
        let mut rows = plan.raw_query();
        while let Some(row) = rows.next().expect(sql) {
            let step: String = row.get(3).expect("a step");
            // The lists of closed days are short; an index of what is open holds nothing else.
            let whole = step.starts_with("SCAN") && !step.contains("INDEX") && !step.contains("CONSTANT ROW");
            assert!(!whole, "{step}: {sql}");
        }
    }
}

/// Whom each notice goes to, and how: who registered by the address given there, a child by the guardian's telephone, a
/// colleague by a slip of paper or the mail of the staff.
#[test]
fn recipients() {
    let mut desk = desk();
    desk.sql(EVENT);
    desk.sql(
        "UPDATE member SET phone = '+6281111111111', guardian_phone = '+6282222222222', guardian_name = 'Lestari',
            valid_until = '2026-11-30' WHERE id = 4;
         INSERT INTO consent (id, member_id, kind, given_by, given_at, staff)
            VALUES (9, 4, 'notices-whatsapp', 'guardian', 'x', 'sari');
         INSERT INTO instrument VALUES (1, 'skm', '{}', 'x');
         INSERT INTO survey (id, key, name, instrument_id, unit, opens, closes, weight, made_at)
            VALUES (1, 'q3', 'Q3', 1, 'u', '2026-07-01', '2026-09-30', '1/9', 'x');
         INSERT INTO follow_up (id, survey_id, action, owner, due, state, made_at)
            VALUES (1, 1, 'AC', 'sari', '2026-11-20', 'open', 'x');",
    );
    night(&mut desk, date(2026, 11, 27));
    let told = |desk: &Desk| -> Vec<String> {
        let notices = desk
            .library
            .notices(date(2026, 11, 27).at(9, 0, 0, 0), super::Which::Open);
        let line = |one: &super::Notice| {
            let channel = one.channel.map_or("-", super::Channel::code);
            let to = &one.to;
            let words = [one.reason.code(), channel, to.name.as_deref().unwrap_or("-")];
            format!("{} {}", words.join(" "), to.phone.as_deref().unwrap_or("-"))
        };
        notices.expect("a list").iter().map(line).collect()
    };
    assert_eq!(
        told(&desk),
        [
            "membership-ending whatsapp Ani Lestari +6282222222222",
            "event-tomorrow - Siti Aminah -",
            "event-tomorrow whatsapp Rina +6281234567890",
            "event-promoted - Siti Aminah -",
            "follow-up-due print sari -",
        ]
    );
    desk.library
        .set_setting("notice.staff-mail", "kantor@kediri.test", &act())
        .expect("set");
    assert_eq!(told(&desk)[4], "follow-up-due mail sari -");
    let counted = desk
        .library
        .read(|snapshot| super::waiting(snapshot, date(2026, 11, 27).at(9, 0, 0, 0)));
    let counted = counted.expect("counted");
    assert_eq!((counted.undeliverable, counted.by_hand, counted.unknown), (2, 2, 0));
}
