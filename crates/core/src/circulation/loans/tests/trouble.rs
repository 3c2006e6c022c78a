//! Lost and found, loans of another system, what is taken back, and what the journal must not say.

use jiff::civil::date;

use crate::circulation::loans::*;
use crate::circulation::tests::desk::{Desk, TODAY, codes, owned, rupiah};
use crate::error::Error;

#[test]
fn lost_and_found_in_time() {
    let mut desk = Desk::new().fined(500);
    desk.lend("A1", &["0001", "0003"]);
    let act = desk.on(date(2026, 11, 30)).act();
    let lost = desk.library.lost(&act, "0001", None, false).expect("lost");
    assert_eq!(
        (lost.price, lost.from, lost.fine, lost.owed),
        (rupiah(85_000), LostPrice::Item, rupiah(1_000), 86_000)
    );
    let other = desk.library.lost(&act, "0003", None, false).expect("lost");
    assert_eq!((other.price, other.from), (rupiah(100_000), LostPrice::Setting));
    let act = desk.on(date(2026, 12, 10)).act();
    let paid = desk.library.pay(&act, "A1", rupiah(87_000), None, false).expect("paid");
    assert_eq!(paid.balance, 100_000);
    let found = desk.library.found(&act, "0001", false).expect("found");
    assert_eq!((found.reversed, found.owed), (rupiah(85_000), Some(15_000)));
    assert_eq!(
        desk.ask::<String>("SELECT status FROM item WHERE barcode = '0001'"),
        "available"
    );
    assert!(matches!(
        desk.library.found(&act, "0001", false),
        Err(Error::Circulation(_))
    ));
    // A lost book that is handed in like any other is found as well; here the time is over.
    desk.on(date(2026, 12, 31));
    let back = desk.give_back(&["0003"]);
    assert_eq!((back.found[0].reversed, back.found[0].too_late), (rupiah(0), true));
    assert_eq!(back.found[0].next.code(), "shelve");
    desk.is_sound();
}

#[test]
fn the_last_day_to_be_found() {
    for (days, reversed) in [(30, 85_000), (31, 0)] {
        let mut desk = Desk::new();
        desk.lend("A1", &["0001"]);
        let act = desk.act();
        desk.library.lost(&act, "0001", None, false).expect("lost");
        desk.library.pay(&act, "A1", rupiah(85_000), None, false).expect("paid");
        assert_eq!(
            desk.ask::<i64>("SELECT count(member_id) FROM loan"),
            1,
            "it may yet be found"
        );
        let day = TODAY.saturating_add(jiff::Span::new().days(days));
        let act = desk.on(day).act();
        let found = desk.library.found(&act, "0001", false).expect("found");
        assert_eq!(found.reversed, rupiah(reversed), "after {days} days");
        desk.is_sound();
    }
}

#[test]
fn open_loans_of_another_system_come_once_and_whole() {
    let row = |line, card: &str, item: &str, loaned, due| LoanRow {
        line,
        card: card.to_owned(),
        item: item.to_owned(),
        loaned,
        due,
        renewals: 0,
    };
    let (loaned, due) = (date(2026, 11, 2), date(2026, 11, 9));
    let good = [row(2, "A1", "0001", loaned, due), row(3, "A3", "0003", loaned, due)];
    let mut desk = Desk::new().fined(500);
    desk.sql("UPDATE item SET status = 'lost' WHERE barcode = '0005'");
    let act = desk.act();
    let bad = [
        row(2, "A1", "0001", loaned, due),
        row(3, "X", "9", loaned, due),
        row(4, "A2", "0001", due, loaned),
        row(5, "A2", "0005", loaned, due),
        row(6, "A2", "0004", date(2026, 11, 21), date(2026, 11, 28)),
    ];
    let answer = desk.library.import_loans(&act, &bad, false).expect("looked at");
    let rejected: Vec<_> = answer
        .rejected
        .iter()
        .map(|one| (one.row.line, codes(&one.reasons)))
        .collect();
    assert_eq!(
        rejected,
        [
            (3, vec!["member.unknown", "item.unknown"]),
            (4, vec!["row.twice", "loan.due_before_loan"]),
            (5, vec!["item.not_for_loan"]),
            (6, vec!["loan.in_future"]),
        ]
    );
    assert_eq!(desk.ask::<i64>("SELECT count(*) FROM loan"), 0);
    let answer = desk.library.import_loans(&act, &good, false).expect("imported");
    assert_eq!((answer.rows, answer.imported, answer.unchanged), (2, 2, 0));
    assert_eq!(desk.last_entry(), "loan.import {\"first\":1,\"last\":2,\"loans\":2}");
    let entries = desk.journal().len();
    let answer = desk.library.import_loans(&act, &good, false).expect("imported");
    assert_eq!(
        (answer.imported, answer.unchanged, desk.journal().len()),
        (0, 2, entries)
    );
    let other = [row(2, "A2", "0001", loaned, due), row(3, "A3", "0003", loaned, TODAY)];
    let answer = desk.library.import_loans(&act, &other, false).expect("looked at");
    let rejected: Vec<_> = answer.rejected.iter().map(|one| codes(&one.reasons)).collect();
    assert_eq!(rejected, [["item.on_loan"], ["loan.differs"]]);
    // Fined by the rule for such a loan today: ten open days.
    assert_eq!(desk.give_back(&["0001"]).returns[0].fine, rupiah(5_000));
    desk.is_sound();
}

#[test]
fn the_last_action_is_taken_back() {
    let mut desk = Desk::new().fined(500);
    let lent = desk.lend("A1", &["0001"]);
    let act = desk.act();
    let undo = lent.undo.expect("a way back");
    assert_eq!(desk.library.undo(&act, &undo, false).expect("undone").items, ["0001"]);
    assert_eq!(desk.ask::<i64>("SELECT count(*) FROM loan"), 0);
    assert_eq!(
        desk.library.undo(&act, &undo, false).expect_err("once").code(),
        "undo.too_late"
    );

    let lent = desk.lend("A1", &["0001"]);
    assert_eq!(lent.loans[0].loan.0, 2, "no number is used twice");
    desk.on(date(2026, 11, 30));
    let back = desk.give_back(&["0001"]);
    let act = desk.act();
    let undo = back.undo.expect("a way back");
    let undone = desk.library.undo(&act, &undo, false).expect("undone");
    assert_eq!((undone.what, undone.items.len()), ("return", 1));
    let owed = "SELECT sum(CASE kind WHEN 'charge' THEN amount ELSE -amount END) FROM ledger";
    assert_eq!(desk.ask::<i64>(owed), 0, "the fine is reversed");
    let back = desk.give_back(&["0001"]);
    assert_eq!(back.returns[0].card, "A1");
    desk.lend("A2", &["0001"]);
    let undo = back.undo.expect("a way back");
    assert_eq!(
        desk.library.undo(&act, &undo, false).expect_err("lent again").code(),
        "undo.too_late"
    );
    desk.is_sound();
}

#[test]
fn a_return_of_a_loan_without_fine_is_taken_back_though_it_was_cut() {
    let mut desk = Desk::new();
    desk.lend("A1", &["0001"]);
    let back = desk.give_back(&["0001"]);
    assert_eq!(desk.ask::<i64>("SELECT count(member_id) FROM loan"), 0);
    let act = desk.act();
    desk.library
        .undo(&act, &back.undo.expect("a way back"), false)
        .expect("undone");
    assert_eq!(desk.ask::<i64>("SELECT member_id FROM loan"), 1);
    desk.is_sound();
}

#[test]
fn a_rehearsal_stores_nothing() {
    let mut desk = Desk::new().fined(500);
    desk.lend("A1", &["0003"]);
    desk.on(date(2026, 12, 5));
    let (act, before) = (desk.act(), desk.journal());
    let library = &mut desk.library;
    let lent = library.checkout(&act, "A2", &owned(&["0001"]), &CheckoutOptions::default(), true);
    assert_eq!(lent.expect("told").loans.len(), 1);
    let back = library.return_items(&act, &owned(&["0003"]), &ReturnOptions::default(), true);
    assert_eq!(back.expect("told").returns[0].fine, rupiah(3_500));
    library.lost(&act, "0003", None, true).expect("told");
    assert_eq!(desk.journal(), before);
    assert_eq!(desk.ask::<i64>("SELECT count(*) FROM loan WHERE ended IS NULL"), 1);
    assert_eq!(desk.ask::<i64>("SELECT count(*) FROM ledger"), 0);
}

#[test]
fn the_journal_names_nobody_and_ties_no_reader_to_a_title() {
    let mut desk = Desk::new().fined(500);
    desk.lend("A1", &["0001", "0003"]);
    desk.on(date(2026, 12, 5));
    desk.give_back(&["0001"]);
    let act = desk.act();
    desk.library.pay(&act, "A1", rupiah(500), None, false).expect("paid");
    desk.library.lost(&act, "0003", None, false).expect("lost");
    for entry in desk.journal() {
        for word in ["Siti", "A1", "0001", "0003", "Laskar", "Bumi"] {
            assert!(!entry.contains(word), "{entry}");
        }
        let (member, loan) = (
            entry.contains("\"member\""),
            entry.contains("loan\"") || entry.contains("item"),
        );
        assert!(!(member && loan), "{entry}");
    }
}
