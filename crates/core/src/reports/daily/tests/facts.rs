//! Facts that the desk does not make: events, plans, what was taken over from another system, what is told late.

use jiff::civil::{Date, date};

use super::{at, figure, stored};
use crate::check::Depth;
use crate::circulation::loans::{LoanRow, Renewing};
use crate::circulation::reason::Override;
use crate::circulation::tests::desk::{Desk, TODAY};
use crate::reports::attention;
use crate::reports::figure::Figure;
use crate::reports::page::{AttentionCode, ClassLoans, Span};
use crate::reports::tables::Count;
use crate::reports::tables::loans::{loan_table, recount_loan_table, turnover};
use crate::reports::tables::per_head::per_head;
use crate::reports::tables::readers::reader_table;
use crate::reports::tables::titles::{most_lent, never_lent};

/// Closes every day through one.
fn close(desk: &mut Desk, day: Date) -> (usize, usize) {
    let act = at(day.tomorrow().expect("a day"), 0, 1);
    let done = desk.library.summarise(&act, day, false).expect("closed");
    (done.closed, done.revised)
}

const SATURDAY: Date = date(2026, 11, 21);
const SUNDAY: Date = date(2026, 11, 22);

const EVENTS: &str = "
    INSERT INTO event (id, key, uid, sequence, title, kind, created_at, changed_at) VALUES
        (1, 'bedah', 'u1', 0, 'Bedah Buku', 'book-discussion', 'x', 'x'), (2, 'batal', 'u2', 0, 'Batal', 'seminar', 'x', 'x');
    INSERT INTO event_session (event_id, number, starts, ends) VALUES
        (1, 1, '2026-11-21T09:00', '2026-11-21T11:00'), (1, 2, '2026-11-22T09:00', '2026-11-22T11:00'),
        (2, 1, '2026-11-21T13:00', '2026-11-21T15:00');
    INSERT INTO registration (id, event_id, number, code, name, name_key, is_group, heads, source, state, asked_at) VALUES
        (1, 1, 1, 'E1-a', 'Kelas 5', 'kelas 5', 1, 32, 'desk', 'registered', 'x'),
        (2, 2, 1, 'E2-a', 'Rina', 'rina', 0, 1, 'desk', 'registered', 'x');
    INSERT INTO attendance (registration_id, session, heads, at, staff) VALUES (1, 1, 30, 'x', 'sari'), (2, 1, 1, 'x', 'sari');
    INSERT INTO counter (name, last) VALUES ('event', 2), ('registration', 2);";

#[test]
fn sessions_and_heads_are_of_their_day_also_when_they_are_told_late() {
    let mut desk = Desk::new();
    desk.sql(EVENTS);
    close(&mut desk, SUNDAY);
    let of = |desk: &Desk, day| {
        (
            figure(desk, Figure::EventSessions, day),
            figure(desk, Figure::EventHeads, day),
        )
    };
    assert_eq!(of(&desk, SATURDAY), (Some(2), Some(31)));
    assert_eq!(of(&desk, SUNDAY), (Some(1), Some(0)));
    // The list of Sunday is typed on Monday; the seminar turns out not to have been held; who was counted was not there.
    desk.sql(
        "INSERT INTO attendance VALUES (1, 2, 28, 'x', 'sari'); UPDATE event SET cancelled = 'banjir' WHERE id = 2;
         UPDATE attendance SET heads = 29 WHERE registration_id = 1 AND session = 1;",
    );
    let revised = close(&mut desk, SUNDAY);
    assert_eq!(revised, (0, 2), "both days are counted again");
    assert_eq!(of(&desk, SATURDAY), (Some(1), Some(29)));
    assert_eq!(of(&desk, SUNDAY), (Some(1), Some(28)));
    desk.sql(
        "DELETE FROM attendance WHERE session = 2; UPDATE event_session SET starts = '2026-11-22T08:00',
         ends = '2026-11-22T10:00' WHERE event_id = 1 AND number = 1;",
    );
    close(&mut desk, SUNDAY);
    assert_eq!(of(&desk, SATURDAY), (Some(0), Some(0)));
    assert_eq!(of(&desk, SUNDAY), (Some(2), Some(29)));
    let rows = desk.library.figure_rows(
        Figure::EventHeads,
        Span {
            first: SATURDAY,
            last: SUNDAY,
        },
    );
    assert_eq!(rows.expect("read").total(), Some(29));
}

const PLANS: &str = "
    INSERT INTO instrument (id, key, definition, stored_at) VALUES (1, 'i', '{}', 'x');
    INSERT INTO survey (id, key, name, instrument_id, unit, opens, closes, weight, made_at)
        VALUES (1, 's', 's', 1, 'u', '2026-01-01', '2026-01-31', '1/k', 'x');
    INSERT INTO follow_up (id, survey_id, action, owner, due, state, outcome, made_at, ended_at) VALUES
        (1, 1, 'a', 'b', '2026-11-20', 'open', NULL, '2026-11-20T09:00:00+07:00', NULL),
        (2, 1, 'a', 'b', '2026-11-20', 'done', 'x', '2026-11-20T09:00:00+07:00', '2026-11-22T09:00:00+07:00'),
        (3, 1, 'a', 'b', '2026-11-22', 'open', NULL, '2026-11-20T09:00:00+07:00', NULL);";

#[test]
fn plans_and_money_are_counted_as_they_stood() {
    let mut desk = Desk::new();
    desk.sql(PLANS);
    desk.sql(
        "INSERT INTO ledger (id, member_id, kind, reason, amount, day, at, staff) VALUES
            (1, 1, 'payment', 'cash', 5000, '2026-11-21', 'x', 'sari'), (2, 1, 'refund', 'credit', 2000, '2026-11-22', 'x', 'sari'),
            (3, 1, 'charge', 'late', 9000, '2026-11-22', 'x', 'sari');
         INSERT INTO counter VALUES ('ledger', 3);",
    );
    close(&mut desk, SUNDAY);
    for (day, plans, money) in [(TODAY, 2, 0), (SATURDAY, 2, 5000), (SUNDAY, 2, -2000)] {
        assert_eq!(figure(&desk, Figure::FollowUpsOverdue, day), Some(plans), "{day}");
        assert_eq!(figure(&desk, Figure::MoneyReceived, day), Some(money), "{day}");
        for code in [Figure::FollowUpsOverdue, Figure::MoneyReceived] {
            let rows = desk.library.figure_rows(code, Span::of(day)).expect("read");
            assert_eq!(rows.total(), figure(&desk, code, day), "{} on {day}", code.code());
        }
    }
    // It had been done on Saturday; a payment was forgotten.
    desk.sql(
        "UPDATE follow_up SET ended_at = '2026-11-21T09:00:00+07:00' WHERE id = 2;
         INSERT INTO ledger (id, member_id, kind, reason, amount, day, at, staff)
            VALUES (4, 1, 'payment', 'cash', 100, '2026-11-21', 'x', 'sari');",
    );
    close(&mut desk, SUNDAY);
    assert_eq!(figure(&desk, Figure::FollowUpsOverdue, SATURDAY), Some(1));
    assert_eq!(figure(&desk, Figure::MoneyReceived, SATURDAY), Some(5100));
}

#[test]
fn loans_that_were_taken_over_open_say_nothing_of_the_days_before() {
    let mut desk = Desk::new();
    let row = LoanRow {
        line: 2,
        card: "A1".to_owned(),
        item: "0001".to_owned(),
        loaned: date(2026, 11, 2),
        due: date(2026, 11, 16),
        renewals: 1,
    };
    let taken = desk
        .library
        .import_loans(&at(TODAY, 12, 0), &[row], false)
        .expect("taken over");
    assert_eq!(taken.imported, 1);
    close(&mut desk, TODAY);
    assert_eq!(figure(&desk, Figure::Loans, date(2026, 11, 2)), None);
    assert_eq!(figure(&desk, Figure::OnLoan, date(2026, 11, 19)), None);
    assert_eq!(figure(&desk, Figure::OnLoan, TODAY), Some(1));
    assert_eq!(figure(&desk, Figure::Overdue, TODAY), Some(1));
    // Members' own records know when they joined.
    assert_eq!(figure(&desk, Figure::NewMembers, date(2026, 1, 1)), Some(4));
    desk.is_sound();
}

/// Three loans that were taken over open on the 20th, one of them of the month before; two were lent since.
#[test]
fn a_library_that_begins_with_open_loans_counts_those_that_it_lent() {
    let mut desk = Desk::new();
    let row = |item: &str, loaned| LoanRow {
        line: 2,
        card: "A1".to_owned(),
        item: item.to_owned(),
        loaned,
        due: date(2026, 12, 1),
        renewals: 0,
    };
    let rows = [
        row("0001", date(2026, 10, 20)),
        row("0002", date(2026, 11, 3)),
        row("0003", date(2026, 11, 5)),
    ];
    let taken = desk.library.import_loans(&at(TODAY, 12, 0), &rows, false);
    assert_eq!(taken.expect("taken over").imported, 3);
    for (card, item) in [("A2", "0004"), ("A3", "0005")] {
        let lent = desk
            .library
            .checkout(&at(TODAY, 13, 0), card, &[item.to_owned()], &Default::default(), false);
        assert_eq!(lent.expect("lent").loans.len(), 1);
    }
    let months = Span {
        first: date(2026, 10, 1),
        last: TODAY,
    };
    // Before the first night and after it.
    for _ in 0..2 {
        let read = desk.library.read(|snapshot| {
            let table = loan_table(snapshot, months)?;
            assert_eq!(table.total.months, [None, Some(2)], "October is not known");
            assert_eq!(table.total.loans, Some(2));
            let again = recount_loan_table(&desk.library, snapshot, months)?;
            assert_eq!(again.total.months, table.total.months);
            assert_eq!(
                turnover(snapshot, months, false)?.last().and_then(|row| row.loans),
                Some(Count::Known(2))
            );
            assert_eq!(reader_table(snapshot, months, false)?.loans, Count::Known(2));
            assert_eq!(
                most_lent(snapshot, months, 1, 9)?
                    .iter()
                    .map(|title| title.loans)
                    .sum::<i64>(),
                2
            );
            assert_eq!(per_head(snapshot, months, TODAY)?[0].count, Some(2));
            let before = Span {
                first: date(2026, 10, 1),
                last: date(2026, 10, 31),
            };
            let table = loan_table(snapshot, before)?;
            assert_eq!((table.total.loans, table.total.renewals), (None, None));
            assert_eq!(per_head(snapshot, before, TODAY)?[0].count, None);
            // That it stands with a reader is known.
            assert!(
                never_lent(snapshot, before)?
                    .iter()
                    .all(|title| title.last_lent.is_none())
            );
            Ok(())
        });
        read.expect("read");
        close(&mut desk, TODAY);
    }
    let page = desk.library.page(TODAY, SATURDAY).expect("a page");
    let mut rows = page.sections.iter().flat_map(|section| &section.rows);
    let loans = rows.find(|row| row.figure == Figure::Loans).expect("a row");
    assert_eq!(
        (loans.month, loans.month_before, loans.year_before),
        (Some(2), None, None)
    );
    assert_eq!(loans.known, Some(Span::of(TODAY)));
    let by_class = |of: fn(&ClassLoans) -> Option<i64>| page.classes.iter().map(of).sum::<Option<i64>>();
    assert_eq!(by_class(|row| row.month), loans.month);
    assert!(
        page.classes
            .iter()
            .all(|row| (row.month_before, row.year_before) == (None, None))
    );
}

#[test]
fn a_history_that_was_moved_as_a_whole_is_counted_from_its_beginning() {
    let mut desk = Desk::new();
    desk.sql(
        "INSERT INTO reader_group VALUES (1, 'umum', '', '', '', '');
         INSERT INTO loan (id, item_id, member_id, group_id, loaned_at, due_decided, due, renewals, renewed_at, ended, ended_at)
         VALUES
            (1, 1, NULL, 1, '2025-11-01T09:00:00+07:00', '2025-11-10', '2025-11-10', 0, NULL, 'returned', '2025-11-12T10:00:00+07:00'),
            (2, 1, NULL, 1, '2025-11-20T09:00:00+07:00', '2025-11-27', '2025-12-04', 1, '2025-11-26T09:00:00+07:00', 'returned',
                '2025-12-01T10:00:00+07:00'),
            (3, 1, 1, 1, '2026-11-09T09:00:00+07:00', '2026-11-16', '2026-11-16', 0, NULL, NULL, NULL);
         INSERT INTO counter VALUES ('loan', 3), ('reader_group', 1);",
    );
    close(&mut desk, TODAY);
    for (day, on_loan, overdue) in [
        (date(2025, 11, 3), Some(1), None),
        (date(2025, 11, 12), Some(0), None),
        (date(2025, 11, 26), Some(1), None),
        (date(2025, 12, 2), Some(0), Some(0)),
        (date(2026, 11, 15), Some(1), Some(0)),
        (date(2026, 11, 16), Some(1), Some(1)),
        (TODAY, Some(1), Some(1)),
    ] {
        assert_eq!(figure(&desk, Figure::OnLoan, day), on_loan, "{day}");
        // Before changes of due dates were recorded nobody knows what was overdue, nor how often was renewed.
        assert_eq!(figure(&desk, Figure::Overdue, day), overdue, "{day}");
    }
    assert_eq!(figure(&desk, Figure::Loans, date(2025, 11, 20)), Some(1));
    assert_eq!(figure(&desk, Figure::Renewals, date(2025, 11, 26)), None);
    assert_eq!(figure(&desk, Figure::Renewals, date(2025, 12, 2)), Some(0));
    assert_eq!(
        figure(&desk, Figure::InHouse, date(2025, 11, 20)),
        None,
        "the other system did not count it for us"
    );
    let page = desk.library.page(TODAY, SATURDAY).expect("a page");
    let loans = page.sections[0]
        .rows
        .iter()
        .find(|row| row.figure == Figure::Loans)
        .expect("a row");
    assert_eq!(
        (loans.month, loans.month_before, loans.year_before),
        (Some(1), Some(0), Some(2))
    );
    let by_class = |of: fn(&ClassLoans) -> Option<i64>| page.classes.iter().map(of).sum::<Option<i64>>();
    assert_eq!(by_class(|row| row.month), loans.month);
    assert_eq!(by_class(|row| row.year_before), loans.year_before);
}

/// A loan that fell due on the 24th; its renewal on the 28th was recorded first, one on the 22nd by a slip afterwards.
const SLIPS: [&str; 2] = [
    "INSERT INTO reader_group VALUES (1, 'umum', '', '', '', '');
     INSERT INTO loan (id, item_id, member_id, group_id, loaned_at, due_decided, due, renewals, renewed_at)
        VALUES (1, 1, 1, 1, '2026-11-20T09:00:00+07:00', '2026-11-24', '2026-12-05', 1, '2026-11-28T09:00:00+07:00');
     INSERT INTO due_change VALUES (1, 1, '2026-11-28', '2026-11-24', 1);
     INSERT INTO counter VALUES ('loan', 1), ('reader_group', 1);",
    "UPDATE loan SET due = '2026-12-12', due_decided = '2026-12-12', renewals = 2;
     INSERT INTO due_change VALUES (1, 2, '2026-11-22', '2026-12-05', 1);",
];

#[test]
fn figures_are_the_same_from_wherever_they_are_counted_again() {
    let mut desk = Desk::new();
    let [renewed, slip] = SLIPS;
    desk.sql(renewed);
    close(&mut desk, date(2026, 11, 29));
    assert_eq!(figure(&desk, Figure::Overdue, date(2026, 11, 25)), Some(1));
    desk.sql(slip);
    assert_eq!(close(&mut desk, date(2026, 11, 29)), (0, 1));
    assert_eq!(
        figure(&desk, Figure::Overdue, date(2026, 11, 25)),
        Some(0),
        "renewed in time"
    );
    let told = stored(&desk);
    for day in ["2026-11-21", "2026-11-25", "2026-11-27", "2026-11-29"] {
        desk.sql(&format!("INSERT INTO stale_day VALUES ('loans', '{day}')"));
        assert_eq!(close(&mut desk, date(2026, 11, 29)), (0, 1));
        assert_eq!(stored(&desk), told, "from {day} on");
    }
}

#[test]
fn what_is_told_of_before_the_first_day_stands_since_then() {
    let mut desk = Desk::new();
    desk.sql(
        "INSERT INTO reader_group VALUES (1, 'umum', '', '', '', ''); INSERT INTO counter VALUES ('reader_group', 1);",
    );
    close(&mut desk, SATURDAY);
    assert_eq!(desk.ask::<String>("SELECT min(day) FROM summary_day"), "2026-01-01");
    assert_eq!(figure(&desk, Figure::OnLoan, TODAY), Some(0));
    desk.sql(
        "INSERT INTO loan (id, item_id, member_id, group_id, loaned_at, due_decided, due, renewals)
            VALUES (1, 1, 1, 1, '2025-12-20T09:00:00+07:00', '2026-01-05', '2026-01-05', 0);
         INSERT INTO counter VALUES ('loan', 1);",
    );
    assert_eq!(close(&mut desk, SATURDAY), (0, 1));
    for day in [TODAY, SATURDAY] {
        assert_eq!(figure(&desk, Figure::OnLoan, day), Some(1), "{day}");
        assert_eq!(figure(&desk, Figure::Overdue, day), Some(1), "{day}");
        assert_eq!(figure(&desk, Figure::Loans, day), Some(0), "{day}");
    }
    assert_eq!(close(&mut desk, SATURDAY), (0, 0), "once");
}

#[test]
fn a_mistyped_year_makes_no_days_of_centuries() {
    let mut desk = Desk::new();
    desk.sql("UPDATE member SET joined = '1026-03-01' WHERE id = 1");
    close(&mut desk, TODAY);
    assert_eq!(desk.ask::<String>("SELECT min(day) FROM summary_day"), "1996-11-20");
    assert_eq!(figure(&desk, Figure::NewMembers, date(1996, 11, 20)), Some(0));
    assert_eq!(figure(&desk, Figure::NewMembers, date(2026, 1, 1)), Some(3));
    desk.is_sound();
}

#[test]
fn what_needs_a_person_is_counted_today() {
    let mut desk = Desk::new();
    desk.sql(PLANS);
    desk.sql("UPDATE survey SET closes = '2025-06-30', opens = '2025-06-01'; DELETE FROM holiday;");
    let needs = |desk: &Desk, today| {
        let needs = desk
            .library
            .read(|snapshot| attention::needs(snapshot, today))
            .expect("read");
        needs
            .into_iter()
            .map(|need| (need.code, need.count))
            .collect::<Vec<_>>()
    };
    let found = needs(&desk, SUNDAY);
    assert!(found.contains(&(AttentionCode::FollowUps, 1)), "{found:?}");
    assert!(
        !found.iter().any(|(code, _)| *code == AttentionCode::SurveyDue),
        "the library is younger than a year"
    );
    let later = needs(&desk, date(2027, 12, 1));
    assert!(later.contains(&(AttentionCode::SurveyDue, 1)), "{later:?}");
    assert!(later.contains(&(AttentionCode::CalendarEnds, 2)), "{later:?}");
    assert!(later.contains(&(AttentionCode::FollowUps, 2)), "{later:?}");
}

/// What a careless hand's connection does, and the finding it must leave.
const PLANTED: &[(&str, &str)] = &[
    (
        "UPDATE daily_figure SET value = value + 1 WHERE figure = 'loans'",
        "summary.classes",
    ),
    (
        "UPDATE daily_figure SET value = value + 1 WHERE figure = 'loans'",
        "summary.groups",
    ),
    (
        "UPDATE daily_figure SET value = value + 1 WHERE figure = 'loans'",
        "summary.loans",
    ),
    (
        "UPDATE daily_figure SET value = value + 1 WHERE figure = 'returns'",
        "summary.returns",
    ),
    ("UPDATE daily_class SET renewals = renewals + 1", "summary.classes"),
    ("DELETE FROM daily_group", "summary.groups"),
    ("DELETE FROM summary_day WHERE day = '2026-11-21'", "summary.gap"),
    ("DELETE FROM summary_day WHERE day = '2026-11-20'", "summary.of-no-day"),
    (
        "UPDATE summary_day SET loan_mark = 99 WHERE day = '2026-11-21'",
        "summary.loan-mark",
    ),
    ("UPDATE due_change SET number = 2", "due-change.gap"),
];

#[test]
fn what_is_planted_is_found() {
    for (breach, expected) in PLANTED {
        let mut desk = Desk::new();
        desk.lend("A1", &["0001", "0003"]);
        desk.give_back(&["0003"]);
        desk.on(SATURDAY);
        let renewing = Renewing::Items(vec!["0001".to_owned()]);
        let renewed = desk
            .library
            .renew(&at(SATURDAY, 9, 0), &renewing, &Override::default(), false);
        assert_eq!(renewed.expect("renewed").renewed.len(), 1);
        desk.on(SUNDAY).lend("A2", &["0003"]);
        close(&mut desk, if *expected == "summary.gap" { SUNDAY } else { SATURDAY });
        desk.is_sound();
        let conn = rusqlite::Connection::open(desk.library.path()).expect("open");
        conn.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            .expect("off");
        conn.execute_batch(breach).expect(breach);
        let found = desk.library.check(Depth::Deep).expect("looked over");
        assert!(
            found.counts.contains_key(expected),
            "{breach}: {:?} {:?}",
            found.findings,
            stored(&desk)
        );
    }
}

/// A clock that was ahead lent something on a day to come. It holds the mark where it is, so nights read more; they tell
/// the same, and the loan is counted on its day.
#[test]
fn a_loan_of_a_day_to_come_is_counted_on_its_day() {
    let mut desk = Desk::new();
    let ahead = date(2026, 12, 10);
    desk.lend("A1", &["0001"]);
    desk.on(ahead).lend("A2", &["0003"]);
    for day in [21, 23] {
        desk.on(date(2026, 11, day))
            .lend("A3", &[if day == 21 { "0002" } else { "0004" }]);
    }
    for day in [20, 21, 22, 23] {
        close(&mut desk, date(2026, 11, day));
    }
    close(&mut desk, date(2026, 12, 9));
    close(&mut desk, ahead);
    for (day, loans, on_loan) in [
        (TODAY, 1, 1),
        (date(2026, 11, 21), 1, 2),
        (date(2026, 11, 23), 1, 3),
        (date(2026, 12, 9), 0, 3),
        (ahead, 1, 4),
    ] {
        assert_eq!(figure(&desk, Figure::Loans, day), Some(loans), "{day}");
        assert_eq!(figure(&desk, Figure::OnLoan, day), Some(on_loan), "{day}");
    }
    let mark: i64 = desk.ask("SELECT loan_mark FROM summary_day ORDER BY day DESC LIMIT 1");
    assert_eq!(mark, 4, "no later loan");
    desk.is_sound();
}
