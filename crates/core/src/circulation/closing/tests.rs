//! Closing on short notice in a library with loans, a ready hold and fines.

mod what_if;

use jiff::civil::date;
use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::calendar::{Holiday, HolidayKind, Thing};
use crate::check::Depth;
use crate::check::tests::stocked;
use crate::circulation::rules::{ClosedDays, Proposal, RuleKey, Terms};
use crate::error::Error;
use crate::library::tests::act;

/// Everything that a calendar can move, as it stands.
#[derive(Debug, PartialEq, Eq)]
struct Standing {
    due: Vec<String>,
    shelf: Vec<String>,
    /// What the member owes.
    owes: i64,
    rows: i64,
    entries: i64,
}

struct Desk {
    library: Library,
    _folder: TempDir,
}

impl Desk {
    /// Two loans that are due on Friday, 27 November 2026, one of them from another system, one that is due on the
    /// Monday after; a copy set aside until that Monday; and a fine of 1500 rupiah for three open days.
    fn new() -> Desk {
        let folder = TempDir::new().expect("a folder");
        let mut library = stocked(&folder);
        let terms = Terms {
            fine: Money::from_whole(500).expect("an amount"),
            ..Terms::default()
        };
        let key = RuleKey::default();
        library
            .set_loan_rules(&[Proposal { key, terms }], &act())
            .expect("a rule");
        let script = "
            INSERT INTO item (id, title_id, barcode, status) VALUES (11, 1, '11', 'available'), (12, 1, '12', 'available'),
                (13, 2, '13', 'available'), (14, 3, '14', 'available');
            UPDATE counter SET last = 14 WHERE name = 'item';
            INSERT INTO reader_group VALUES (1, 'umum', '', '', '', '');
            INSERT INTO member (id, card, name, name_key, member_type, joined, valid_until)
                VALUES (1, 'A0001', 'Siti', 'siti', 'umum', '2026-01-01', '2027-01-01');
            INSERT INTO loan (id, item_id, member_id, group_id, rule_id, loaned_at, due_decided, due, renewals) VALUES
                (1, 11, 1, 1, 2, '2026-11-20T09:00:00+07:00', '2026-11-27', '2026-11-27', 0),
                (2, 12, 1, 1, NULL, '2026-11-01T09:00:00+07:00', '2026-11-27', '2026-11-27', 0),
                (3, 13, 1, 1, 2, '2026-11-23T09:00:00+07:00', '2026-11-30', '2026-11-30', 0);
            INSERT INTO hold (id, member_id, title_id, placed_at, handover, state, ready_item, ready_on, shelf_days,
                shelf_until) VALUES (1, 1, 3, '2026-11-20T09:00:00+07:00', 'desk', 'ready', 14, '2026-11-26', 3, '2026-11-30');
            INSERT INTO ledger (id, member_id, kind, reason, amount, loan_id, basis, day, at, staff)
                VALUES (1, 1, 'charge', 'late', 1500, NULL,
                    '{\"rule\":2,\"due\":\"2026-11-13\",\"returned\":\"2026-11-17\",\"price\":null}', '2026-11-17',
                    '2026-11-17T09:00:00+07:00', 'sari');
            INSERT INTO counter VALUES ('ledger', 1), ('reader_group', 1), ('member', 1), ('loan', 3), ('hold', 1);";
        let filled = library.write(&act(), |tx| Ok((tx.sql().execute_batch(script)?, None)));
        filled.expect("filled");
        Desk {
            library,
            _folder: folder,
        }
    }

    fn change(&mut self, change: &Change, settle: Settle) -> Changed {
        self.library.change_calendar(change, settle, &act()).expect("changed")
    }

    fn refused(&mut self, change: &Change) -> &'static str {
        let refused = self.library.change_calendar(change, Settle::Apply, &act());
        refused.expect_err("refused").code()
    }

    fn sql(&mut self, script: &str) {
        let done = self
            .library
            .write(&act(), |tx| Ok((tx.sql().execute_batch(script)?, None)));
        done.expect("written");
    }

    fn standing(&self) -> Standing {
        let stands = self.library.read(|snapshot| {
            let conn = snapshot.sql();
            let texts = |sql: &str| -> Result<Vec<String>> {
                let mut statement = conn.prepare(sql)?;
                let rows = statement.query_map([], |row| row.get(0))?;
                Ok(rows.collect::<rusqlite::Result<_>>()?)
            };
            let number = |sql: &str| -> Result<i64> { Ok(conn.query_row(sql, [], |row| row.get(0))?) };
            Ok(Standing {
                due: texts("SELECT due FROM loan ORDER BY id")?,
                shelf: texts("SELECT shelf_until FROM hold ORDER BY id")?,
                owes: number("SELECT sum(CASE kind WHEN 'charge' THEN amount ELSE -amount END) FROM ledger")?,
                rows: number("SELECT count(*) FROM ledger")?,
                entries: number("SELECT count(*) FROM journal")?,
            })
        });
        stands.expect("read")
    }
}

fn close(first: Date, last: Date) -> Change {
    let reason = "Banjir".to_owned();
    Change::Close { first, last, reason }
}

fn reopen(first: Date, last: Date) -> Change {
    Change::Remove {
        first,
        last: Some(last),
        thing: Some(Thing::Closure),
    }
}

const FRIDAY: Date = date(2026, 11, 27);

const SATURDAY: Date = date(2026, 11, 28);
const MONDAY: Date = date(2026, 11, 30);
const TUESDAY: Date = date(2026, 12, 1);

#[test]
fn a_closure_is_stored_and_what_it_touches_is_shown() {
    let mut desk = Desk::new();
    let before = desk.standing();
    let shown = desk.change(&close(FRIDAY, FRIDAY), Settle::Leave);
    let loans: Vec<_> = shown
        .effects
        .loans
        .iter()
        .map(|one| (one.loan.0, one.from, one.to))
        .collect();
    assert_eq!(loans, [(1, FRIDAY, SATURDAY), (2, FRIDAY, SATURDAY)]);
    let holds: Vec<_> = shown
        .effects
        .holds
        .iter()
        .map(|one| (one.hold.0, one.from, one.to))
        .collect();
    assert_eq!(holds, [(1, MONDAY, TUESDAY)]);
    assert!(shown.effects.fines.is_empty());
    let after = desk.standing();
    assert_eq!(after.entries, before.entries + 1);
    let entries = before.entries;
    assert_eq!(Standing { entries, ..after }, before);
}

#[test]
fn applying_moves_everything_once() {
    let mut desk = Desk::new();
    desk.change(&close(FRIDAY, FRIDAY), Settle::Leave);
    let applied = desk.change(&close(FRIDAY, FRIDAY), Settle::Apply);
    assert!(!applied.made.is_change(), "the closure is there already");
    let once = desk.standing();
    assert_eq!(once.due, ["2026-11-28", "2026-11-28", "2026-11-30"]);
    assert_eq!(once.shelf, ["2026-12-01"]);
    let again = desk.change(&close(FRIDAY, FRIDAY), Settle::Apply);
    assert!(again.effects.is_empty());
    assert_eq!(desk.standing(), once, "nothing more, and no entry in the journal");
    assert_eq!(desk.library.check(Depth::Deep).expect("checked").findings, []);
}

#[test]
fn a_rehearsal_stores_nothing() {
    let mut desk = Desk::new();
    let before = desk.standing();
    let shown = desk
        .library
        .rehearse_calendar(&close(FRIDAY, SATURDAY), Settle::Apply, &act());
    assert_eq!(shown.expect("rehearsed").effects.loans.len(), 2);
    assert_eq!(desk.standing(), before);
}

#[test]
fn closures_compose_and_go_again() {
    let mut desk = Desk::new();
    let before = desk.standing();
    desk.change(&close(FRIDAY, SATURDAY), Settle::Apply);
    assert_eq!(desk.standing().due, ["2026-11-30", "2026-11-30", "2026-11-30"]);
    desk.change(&close(SATURDAY, MONDAY), Settle::Apply);
    assert_eq!(desk.standing().due, ["2026-12-01", "2026-12-01", "2026-12-01"]);
    // The first goes: Friday is open again, so the loans of Friday go back, the one of Monday does not.
    desk.change(&reopen(FRIDAY, SATURDAY), Settle::Apply);
    assert_eq!(desk.standing().due, ["2026-11-27", "2026-11-27", "2026-12-01"]);
    desk.change(&reopen(SATURDAY, MONDAY), Settle::Apply);
    let after = desk.standing();
    let entries = before.entries;
    assert_eq!(after.entries, entries + 4);
    assert_eq!(Standing { entries, ..after }, before);
}

#[test]
fn the_fine_of_a_closed_day_is_reversed_and_comes_back() {
    let mut desk = Desk::new();
    let monday = date(2026, 11, 16);
    let shown = desk.change(&close(monday, monday), Settle::Apply).effects.fines;
    assert_eq!((shown[0].from.whole(), shown[0].to.whole()), (1500, 1000));
    assert_eq!((desk.standing().owes, desk.standing().rows), (1000, 2));
    // The due date itself was closed, and the day after: it moves, and only one day is left.
    desk.change(&close(date(2026, 11, 13), monday), Settle::Apply);
    assert_eq!((desk.standing().owes, desk.standing().rows), (0, 3));
    desk.change(&reopen(date(2026, 11, 13), monday), Settle::Apply);
    assert_eq!((desk.standing().owes, desk.standing().rows), (1000, 4));
    desk.change(&reopen(monday, monday), Settle::Apply);
    assert_eq!((desk.standing().owes, desk.standing().rows), (1500, 5));
    // Again, over what was charged again.
    desk.change(&close(date(2026, 11, 13), monday), Settle::Apply);
    assert_eq!(desk.standing().owes, 0);
    let once = desk.standing();
    desk.change(&close(date(2026, 11, 13), monday), Settle::Apply);
    assert_eq!(desk.standing(), once);
    desk.change(&reopen(date(2026, 11, 13), monday), Settle::Apply);
    assert_eq!(desk.standing().owes, 1500);
}

#[test]
fn a_waiver_is_not_given_back_as_money() {
    for (waived, owes) in [(1500, 0), (1200, 0), (300, 700)] {
        let mut desk = Desk::new();
        desk.sql(&format!(
            "INSERT INTO ledger (id, member_id, kind, reason, amount, of_id, note, day, at, staff)
             VALUES (2, 1, 'waiver', 'staff', {waived}, 1, 'hujan', '2026-11-18', '2026-11-18T09:00:00+07:00', 'sari');
             UPDATE counter SET last = 2 WHERE name = 'ledger';"
        ));
        let monday = date(2026, 11, 16);
        desk.change(&close(monday, monday), Settle::Apply);
        assert_eq!(desk.standing().owes, owes, "{waived} waived");
        let once = desk.standing();
        desk.change(&close(monday, monday), Settle::Apply);
        assert_eq!(desk.standing(), once);
        desk.change(&reopen(monday, monday), Settle::Apply);
        assert_eq!(desk.standing().owes, 1500 - waived);
    }
}

#[test]
fn a_fine_that_was_a_mistake_does_not_come_back() {
    let mut desk = Desk::new();
    let monday = date(2026, 11, 16);
    desk.change(&close(monday, monday), Settle::Apply);
    desk.sql(
        "INSERT INTO ledger (id, member_id, kind, reason, amount, of_id, note, day, at, staff)
         VALUES (3, 1, 'reversal', 'mistake', 1000, 1, 'salah', '2026-11-18', '2026-11-18T09:00:00+07:00', 'sari');
         UPDATE counter SET last = 3 WHERE name = 'ledger';",
    );
    assert_eq!(desk.standing().owes, 0);
    desk.change(&reopen(monday, monday), Settle::Apply);
    assert_eq!(desk.standing().owes, 0);
}

#[test]
fn a_fine_never_grows_beyond_what_was_told() {
    let mut desk = Desk::new();
    // The library was open on that Sunday after all.
    let open = Change::Open {
        day: date(2026, 11, 15),
        reason: "Pameran".into(),
    };
    assert!(desk.change(&open, Settle::Apply).effects.fines.is_empty());
    assert_eq!(desk.standing().owes, 1500);
}

#[test]
fn a_late_decree_moves_what_it_touches() {
    let mut desk = Desk::new();
    let list = |kind| Change::Holidays {
        list: vec![Holiday {
            day: FRIDAY,
            kind,
            name: "Pemilihan".into(),
        }],
        replace: false,
    };
    let made = desk.change(&list(HolidayKind::JointLeave), Settle::Apply).made;
    assert_eq!((made.added, made.left.len()), (1, 25), "the other days of 2026 stay");
    assert_eq!(desk.standing().due[0], "2026-11-28");
    desk.library
        .set_setting("calendar.joint-leave-closes", "0", &act())
        .expect("set");
    desk.change(&list(HolidayKind::JointLeave), Settle::Apply);
    assert_eq!(
        desk.standing().due[0],
        "2026-11-27",
        "the library is open on joint leave"
    );
    let made = desk.change(&list(HolidayKind::Holiday), Settle::Apply).made;
    assert_eq!((made.added, made.changed), (0, 1));
    assert_eq!(desk.standing().due[0], "2026-11-28");
    let Change::Holidays { list, .. } = list(HolidayKind::Holiday) else {
        unreachable!("made above")
    };
    let made = desk
        .change(&Change::Holidays { list, replace: true }, Settle::Leave)
        .made;
    assert_eq!((made.unchanged, made.removed), (1, 25));
}

#[test]
fn another_day_of_the_week() {
    let mut desk = Desk::new();
    let weekly = |closed: &[jiff::civil::Weekday]| Change::Weekly {
        closed: closed.to_vec(),
    };
    use jiff::civil::Weekday::{Friday, Sunday};
    desk.change(&weekly(&[Sunday, Friday]), Settle::Apply);
    // What was taken over from another system stays: it may have known why.
    assert_eq!(desk.standing().due, ["2026-11-28", "2026-11-27", "2026-11-30"]);
    assert_eq!(desk.standing().owes, 1500);
    desk.change(&weekly(&[Sunday]), Settle::Apply);
    assert_eq!(desk.standing().due, ["2026-11-27", "2026-11-27", "2026-11-30"]);
}

#[test]
fn what_can_not_be_is_refused() {
    let mut desk = Desk::new();
    let before = desk.standing();
    assert_eq!(desk.refused(&close(SATURDAY, FRIDAY)), "calendar.backwards");
    assert_eq!(
        desk.refused(&close(date(2026, 1, 1), date(2046, 1, 1))),
        "calendar.no-open-day"
    );
    assert_eq!(
        desk.refused(&close(date(2030, 1, 1), date(2050, 1, 1))),
        "calendar.no-open-day"
    );
    let nothing = Change::Remove {
        first: FRIDAY,
        last: None,
        thing: None,
    };
    assert_eq!(desk.refused(&nothing), "calendar.nothing-there");
    let week: Vec<_> = (1..=7)
        .filter_map(|day| jiff::civil::Weekday::from_monday_one_offset(day).ok())
        .collect();
    assert_eq!(desk.refused(&Change::Weekly { closed: week }), "calendar.never-open");
    for reason in ["", "  ", "a\u{1b}b"] {
        let day = FRIDAY;
        assert_eq!(
            desk.refused(&Change::Open {
                day,
                reason: reason.into()
            }),
            "value.bad"
        );
    }
    assert_eq!(desk.standing(), before);
    desk.change(&close(FRIDAY, SATURDAY), Settle::Leave);
    desk.change(&close(FRIDAY, MONDAY), Settle::Leave);
    let both = Change::Remove {
        first: SATURDAY,
        last: None,
        thing: None,
    };
    assert_eq!(desk.refused(&both), "calendar.ambiguous");
    let christmas = date(2026, 12, 25);
    desk.change(
        &Change::Open {
            day: christmas,
            reason: "Pameran".into(),
        },
        Settle::Leave,
    );
    let refused = desk.library.change_calendar(
        &Change::Remove {
            first: christmas,
            last: None,
            thing: None,
        },
        Settle::Leave,
        &act(),
    );
    let Err(Error::Calendar(calendar::Refusal::Ambiguous { found, .. })) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(
        found.iter().map(|(thing, ..)| *thing).collect::<Vec<_>>(),
        [Thing::Opening, Thing::Holiday]
    );
}

/// A change around the days on which the desk's loans are due, its copy waits and its fine was made.
fn some_change() -> impl Strategy<Value = Change> {
    let day = (0_i32..30).prop_map(|days| date(2026, 11, 8).checked_add(jiff::ToSpan::days(days)).expect("a day"));
    let period = (day.clone(), 0_i32..5).prop_map(|(first, days)| {
        let last = first.checked_add(jiff::ToSpan::days(days)).expect("a day");
        close(first, last)
    });
    let opening = day.prop_map(|day| Change::Open {
        day,
        reason: "Bazar".into(),
    });
    prop_oneof![3 => period, 1 => opening]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is closed and opened, in whatever order, a second run finds nothing; and when all of it is taken back
    /// in another order, everything stands as before.
    #[test]
    fn what_comes_and_goes_leaves_no_trace(changes in proptest::collection::vec(some_change(), 1..6), turn in 0_usize..6) {
        let mut desk = Desk::new();
        let before = desk.standing();
        for change in &changes {
            desk.change(change, Settle::Apply);
            let once = desk.standing();
            let again = desk.change(change, Settle::Apply);
            prop_assert!(again.effects.is_empty() && !again.made.is_change());
            prop_assert_eq!(&desk.standing(), &once);
            prop_assert!(once.due.iter().zip(&before.due).all(|(now, then)| now >= then));
            prop_assert!((0..=1500).contains(&once.owes), "{}", once.owes);
        }
        let mut back = changes.clone();
        back.rotate_left(turn % changes.len());
        for change in back {
            let removal = match change {
                Change::Close { first, last, .. } => reopen(first, last),
                Change::Open { day, .. } => Change::Remove { first: day, last: None, thing: Some(Thing::Opening) },
                other => other,
            };
            // The same closure twice is one.
            match desk.library.change_calendar(&removal, Settle::Apply, &act()) {
                Ok(_) => (),
                Err(error) => prop_assert_eq!(error.code(), "calendar.nothing-there"),
            }
        }
        let after = desk.standing();
        prop_assert_eq!((after.due, after.shelf, after.owes), (before.due, before.shelf, before.owes));
        prop_assert_eq!(desk.library.check(Depth::Deep).expect("checked").findings, []);
    }
}
