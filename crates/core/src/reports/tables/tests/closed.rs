//! Days that are closed say what their rows say, and go on saying it.

use jiff::civil::date;
use serde_json::json;

use super::{Desk, TODAY, october};
use crate::journal::Entry;
use crate::library::tests::{FORCED, act};
use crate::library::{Library, Snapshot};
use crate::reports::page::Span;
use crate::reports::tables::Count;
use crate::reports::tables::loans::{LoanTable, Unused, loan_table, recount_loan_table, turnover, unused};
use crate::reports::tables::per_head::per_head;
use crate::reports::tables::readers::reader_table;
use crate::reports::tables::titles::{most_lent, never_lent};

#[test]
fn a_report_is_of_one_view_whatever_is_written_in_between() {
    let desk = Desk::new();
    let mut other = Library::open(desk.library.path(), &FORCED).expect("the library again");
    desk.read(|snapshot| {
        let lent = loan_table(snapshot, october())?;
        other.write(&act(), |tx| {
            tx.sql().execute_batch(
                "INSERT INTO loan (id, item_id, group_id, loaned_at, due_decided, due, renewals, ended, ended_at) VALUES
                 (9, 8, 1, '2026-10-12T10:00:00+07:00', '2026-10-19', '2026-10-19', 0, 'returned', '2026-10-13T10:00:00+07:00')",
            )?;
            let (action, detail) = ("loan.checkout", json!({}));
            Ok(((), Some(Entry { action, detail })))
        })?;
        let turned = turnover(snapshot, october(), false)?;
        let turned = turned.last().map(|total| total.loans);
        assert_eq!(turned, Some(lent.total.loans.map(Count::Known)));
        let counted = recount_loan_table(&desk.library, snapshot, october())?;
        assert_eq!(counted.total.months, lent.total.months);
        Ok(())
    });
    assert_eq!(
        desk.read(|snapshot| loan_table(snapshot, october())).total.loans,
        Some(4)
    );
}

#[test]
fn closed_days_say_what_their_rows_say() {
    let mut desk = Desk::new();
    let span = Span {
        first: date(2026, 9, 15),
        last: date(2026, 11, 10),
    };
    let rows = desk.read(|snapshot| loan_table(snapshot, span));
    desk.close(date(2026, 10, 1));
    for day in (Span {
        first: date(2026, 10, 2),
        last: date(2026, 10, 31),
    })
    .days()
    {
        desk.close(day);
        let stored = desk.read(|snapshot| loan_table(snapshot, span));
        assert_eq!(stored.total.months, rows.total.months, "{day}");
        let loans = |table: &LoanTable| table.rows.iter().map(|row| row.loans).collect::<Vec<_>>();
        assert_eq!(loans(&stored), loans(&rows), "{day}");
        assert_eq!(stored.total.renewals, rows.total.renewals, "{day}");
    }
}

#[test]
fn what_was_handed_in_stays_true_when_a_book_gets_another_class() {
    let mut desk = Desk::new();
    desk.close(date(2026, 10, 31));
    let of = |desk: &Desk, class: &str| {
        let table = desk.read(|snapshot| loan_table(snapshot, october()));
        table
            .rows
            .iter()
            .find(|row| row.class == class)
            .map(|row| (row.loans, row.renewals))
    };
    let islam = Some((Some(1), Some(1)));
    desk.change("UPDATE title SET class = '297' WHERE id = 4");
    assert_eq!(of(&desk, "2X"), islam);
    // A loan of the 12th, and the returns of the 1st and the 8th.
    desk.change(
        "INSERT INTO loan (id, item_id, group_id, loaned_at, due_decided, due, renewals, ended, ended_at) VALUES
        (9, 8, 1, '2026-10-12T10:00:00+07:00', '2026-10-19', '2026-10-19', 0, 'returned', '2026-10-13T10:00:00+07:00');
        UPDATE loan SET ended_at = '2026-10-08T09:00:00+07:00' WHERE id = 2;
        UPDATE loan SET ended_at = '2026-10-01T23:00:00+07:00' WHERE id = 1;",
    );
    for night in [false, true] {
        if night {
            desk.close(date(2026, 10, 31));
        }
        assert_eq!(of(&desk, "2X"), islam, "after a night: {night}");
        let table = desk.read(|snapshot| loan_table(snapshot, october()));
        assert_eq!(table.total.loans, Some(4));
        assert_eq!(of(&desk, "800"), Some((Some(1), Some(0))), "the loan of the 12th");
        let islam_lent = desk.ask("SELECT loans FROM daily_class WHERE day = '2026-10-01' AND class = '2X'");
        assert_eq!(islam_lent, 1);
    }
    // A renewal that is told late has its day counted again, by the class of then; and so has a loan that goes.
    desk.change("INSERT INTO due_change (loan_id, number, day, due_before, renewal) VALUES (2, 4, '2026-10-08', '2026-10-22', 1)");
    for night in [false, true] {
        if night {
            desk.close(date(2026, 10, 31));
        }
        assert_eq!(of(&desk, "2X"), Some((Some(1), Some(0))), "after a night: {night}");
        assert_eq!(of(&desk, "200"), Some((Some(1), Some(2))), "after a night: {night}");
    }
    desk.change("DELETE FROM loan WHERE id = 9");
    assert_eq!(of(&desk, "800"), Some((Some(0), Some(0))));
}

#[test]
fn closed_days_say_of_groups_what_their_rows_say() {
    let mut desk = Desk::new();
    let span = Span {
        first: date(2026, 9, 15),
        last: date(2026, 11, 10),
    };
    let rows = desk.read(|snapshot| reader_table(snapshot, span, false));
    assert_eq!(rows.loans, Count::Known(5));
    for day in [
        date(2026, 10, 1),
        date(2026, 10, 20),
        date(2026, 11, 2),
        date(2026, 11, 15),
    ] {
        desk.close(day);
        assert_eq!(desk.read(|snapshot| reader_table(snapshot, span, false)), rows, "{day}");
    }
    // It is the stored days that are read, until something is told late.
    desk.change("UPDATE daily_group SET loans = loans + 10 WHERE day = '2026-10-15'");
    let stored = desk.read(|snapshot| reader_table(snapshot, span, false));
    assert_eq!(stored.loans, Count::Known(15));
    desk.change("INSERT INTO stale_class VALUES ('2026-10-15')");
    assert_eq!(desk.read(|snapshot| reader_table(snapshot, span, false)), rows);
}

#[test]
fn lists_of_a_span_look_at_the_loans_since_its_first_day_alone() {
    let mut desk = Desk::new();
    let november = Span {
        first: date(2026, 11, 1),
        last: date(2026, 11, 30),
    };
    let lists = |desk: &Desk, span| {
        let lists = |snapshot: &Snapshot<'_>| {
            let unused = unused(snapshot, span)?;
            let per_head = per_head(snapshot, span, TODAY)?;
            Ok((
                most_lent(snapshot, span, 1, 9)?,
                never_lent(snapshot, span)?,
                unused,
                per_head,
            ))
        };
        desk.read(lists)
    };
    let spans = [october(), november];
    let before = spans.map(|span| lists(&desk, span));
    desk.change("INSERT INTO counter VALUES ('loan', 5)");
    for day in [date(2026, 10, 1), date(2026, 10, 31), date(2026, 11, 15)] {
        desk.close(day);
        assert_eq!(spans.map(|span| lists(&desk, span)), before, "{day}");
    }
    assert_eq!(
        desk.ask("SELECT loan_mark FROM summary_day WHERE day = '2026-10-31'"),
        4
    );
    // As if the fifth, of the first of November, were older.
    desk.change("UPDATE summary_day SET loan_mark = 5 WHERE day = '2026-10-31'");
    let (most, never, unused, per_head) = lists(&desk, november);
    assert_eq!((most.len(), never.len()), (0, before[1].1.len() + 1));
    let total = |unused: &[Unused]| unused.last().map(|total| total.not_lent);
    assert_eq!(total(&unused), total(&before[1].2).map(|not_lent| not_lent + 1));
    assert_eq!(per_head[0].count, Some(0));
}
