//! What comes back, and what to do with it.

use jiff::civil::date;

use crate::circulation::Place;
use crate::circulation::holds::{HoldRequest, Wanted};
use crate::circulation::loans::*;
use crate::circulation::reason::Override;
use crate::circulation::tests::desk::{Desk, codes, rupiah};

#[test]
fn a_late_return_is_charged_and_explained() {
    let mut desk = Desk::new().fined(500);
    desk.lend("A1", &["0001"]);
    let act = desk.on(date(2026, 11, 30)).act();
    let late = desk
        .library
        .read(|snapshot| overdue(snapshot, act.day()))
        .expect("a list");
    assert_eq!(
        late[0].late.map(|late| (late.late_days, late.fine)),
        Some((2, rupiah(1_000)))
    );
    let answer = desk.give_back(&["0001"]);
    let back = &answer.returns[0];
    assert_eq!(
        (back.late_days, back.fine, back.owed),
        (2, rupiah(1_000), 1_000),
        "Sunday is closed"
    );
    assert_eq!((back.card.as_str(), back.due), ("A1", date(2026, 11, 27)));
    assert_eq!(back.next.code(), "shelve");
    assert_eq!(back.steps[0].code, "rule");
    let why = desk
        .library
        .read(|snapshot| explain(snapshot, &About::Item("0001".to_owned()), act.day()));
    let why = why.expect("an explanation");
    assert_eq!(why.charges[0].open, rupiah(1_000));
    assert_eq!(why.late.expect("late").value.fine, rupiah(1_000));
    assert_eq!((why.due, why.now_said), (date(2026, 11, 27), None));
    assert_eq!(codes(&desk.lend("A1", &["0003"]).refused[0].reasons), ["member.owes"]);
    desk.is_sound();
}

#[test]
fn a_book_returned_twice_says_so_and_changes_nothing() {
    let mut desk = Desk::new();
    desk.lend("A1", &["0003"]);
    let first = desk.give_back(&["0003", "0003"]);
    assert_eq!(first.returns.len(), 1);
    let place = Place {
        call_number: None,
        shelf: Some("R3".to_owned()),
        location: Some("Pusat".to_owned()),
    };
    assert_eq!(first.returns[0].next, Next::Shelve(place.clone()));
    let entries = desk.journal().len();
    let again = desk.give_back(&["0003", "0009"]);
    assert_eq!(
        again.not_on_loan[0].returned_at.as_deref(),
        Some("2026-11-20T09:02:00+07:00")
    );
    assert_eq!(again.not_on_loan[0].next, Next::Shelve(place));
    assert_eq!(codes(&again.refused[0].reasons), ["item.unknown"]);
    assert_eq!((desk.journal().len(), again.undo), (entries, None));
    let options = ReturnOptions {
        in_house: true,
        ..ReturnOptions::default()
    };
    assert!(desk.give_back_with(&["0003"], &options).not_on_loan[0].in_house);
    desk.give_back_with(&["0003"], &options);
    assert_eq!(desk.ask::<i64>("SELECT times FROM in_house_use"), 2);
}

#[test]
fn what_to_do_with_the_book_in_hand() {
    let hold = |card: &str, item: &str| HoldRequest {
        card: card.to_owned(),
        wanted: Wanted::TitleOf(item.to_owned()),
        handover: Default::default(),
        over: Override::default(),
    };
    let mut desk = Desk::new();
    desk.lend("A1", &["0003", "0004"]);
    desk.lend("K1", &["0005"]);
    for card in ["A2", "A3"] {
        let act = desk.act();
        desk.library.hold(&act, &hold(card, "0003"), false).expect("a hold");
    }
    let back = desk.give_back(&["0003"]);
    let Next::SetAside(line) = &back.returns[0].next else {
        panic!("{:?}", back.returns[0].next)
    };
    assert_eq!((line.card.as_str(), line.until), ("A2", Some(date(2026, 11, 24))));
    let away = |here: &str, to_repair| ReturnOptions {
        here: Some(here.to_owned()),
        to_repair,
        ..ReturnOptions::default()
    };
    desk.sql("UPDATE item SET location = 'Mojoroto' WHERE barcode IN ('0004', '0005')");
    assert_eq!(
        desk.give_back_with(&["0004"], &away("pusat", false)).returns[0].next,
        Next::OtherBranch {
            location: "Mojoroto".to_owned()
        }
    );
    assert_eq!(
        desk.give_back_with(&["0004"], &away("mojoroto", false)).not_on_loan[0]
            .next
            .code(),
        "shelve"
    );
    assert_eq!(
        desk.give_back_with(&["0005"], &away("pusat", true)).returns[0].next,
        Next::Repair
    );
    assert_eq!(
        desk.ask::<String>("SELECT status FROM item WHERE barcode = '0005'"),
        "repair"
    );
    assert_eq!(
        desk.ask::<String>("SELECT edited FROM item WHERE barcode = '0005'"),
        "[\"status\"]"
    );
    // Damaged: who it stood ready for waits again, and the next one too.
    let back = desk.give_back_with(&["0003"], &away("pusat", true));
    assert_eq!(back.not_on_loan[0].next, Next::Repair);
    assert_eq!(desk.ask::<i64>("SELECT count(*) FROM hold WHERE state = 'waiting'"), 2);
    desk.is_sound();
}

#[test]
fn a_book_of_before_its_loan_is_not_taken_back() {
    let mut desk = Desk::new();
    desk.lend("A1", &["0003"]);
    desk.on(date(2026, 11, 19));
    let answer = desk.give_back(&["0003"]);
    assert_eq!(codes(&answer.refused[0].reasons), ["loan.began_later"]);
    assert_eq!(desk.ask::<i64>("SELECT count(*) FROM loan WHERE ended IS NULL"), 1);
}

/// Codes that nothing is refused for pass over nothing.
#[test]
fn a_renewal_is_cut_to_a_membership_that_has_not_ended() {
    let mut desk = Desk::new();
    desk.lend("A1", &["0001"]);
    desk.sql("UPDATE member SET valid_until = '2026-11-30' WHERE card = 'A1'");
    let act = desk.on(date(2026, 11, 26)).act();
    let which = Renewing::Items(vec!["0001".to_owned()]);
    let over = Override {
        codes: vec!["member.expired".to_owned()],
        note: Some("tugas".to_owned()),
    };
    let answer = desk.library.renew(&act, &which, &over, false).expect("renewed");
    assert_eq!(answer.renewed[0].due, date(2026, 11, 30));
    assert!(answer.renewed[0].overridden.is_empty());
}

/// Every rupiah can be explained, also of a loan that was taken over from another system.
#[test]
fn a_loan_of_another_system_is_explained_as_it_is_fined() {
    let mut desk = Desk::new().fined(500);
    let row = LoanRow {
        line: 2,
        card: "A1".to_owned(),
        item: "0001".to_owned(),
        loaned: date(2026, 11, 2),
        due: date(2026, 11, 9),
        renewals: 0,
    };
    let act = desk.act();
    let taken = desk.library.import_loans(&act, &[row], false).expect("taken over");
    assert_eq!(taken.imported, 1, "{taken:?}");
    let act = desk.on(date(2026, 11, 20)).act();
    let about = About::Item("0001".to_owned());
    let why = desk.library.read(|snapshot| explain(snapshot, &about, act.day()));
    let why = why.expect("an explanation");
    assert_eq!(why.rule, None);
    let late = why.late.expect("late");
    assert_eq!(late.steps[0].code, "rule");
    let back = desk.give_back(&["0001"]);
    assert_eq!(
        (late.value.fine, &late.steps),
        (back.returns[0].fine, &back.returns[0].steps)
    );
    assert!(late.value.fine > rupiah(0));
}

/// What was counted from one due date to the next is explained so.
#[test]
fn a_renewal_from_the_due_date_is_explained_as_it_was_decided() {
    let mut desk = Desk::new();
    desk.sql(
        "UPDATE loan_rule SET ended_at = 'x' WHERE id = 1;
         INSERT INTO loan_rule (id, max_items, loan_days, closed_days, expiry_cap, renewals, renew_from, fine,
             fine_period, fine_at, fine_days, grace, after_grace, fine_cap, price_cap, suspend_days, suspend_max,
             age_min, made_at)
         VALUES (2, 2, 7, 'push', 1, 2, 'due', 0, 1, 'start', 'open-days', 0, 'whole', 0, 0, 0, 0, 0, 'x');
         UPDATE counter SET last = 2 WHERE name = 'loan_rule';",
    );
    desk.lend("A1", &["0001"]);
    for (day, due) in [(25, date(2026, 12, 4)), (26, date(2026, 12, 11))] {
        let act = desk.on(date(2026, 11, day)).act();
        let which = Renewing::Items(vec!["0001".to_owned()]);
        let answer = desk.library.renew(&act, &which, &Override::default(), false);
        assert_eq!(answer.expect("renewed").renewed[0].due, due);
        let about = About::Item("0001".to_owned());
        let why = desk.library.read(|snapshot| explain(snapshot, &about, act.day()));
        let why = why.expect("an explanation");
        assert_eq!((why.due_decided, why.now_said), (due, None), "{:?}", why.steps);
    }
}

/// A slip that is dated before the loan is about another one.
#[test]
fn nothing_is_lost_before_it_was_lent() {
    let mut desk = Desk::new();
    desk.lend("A1", &["0001"]);
    let act = desk.on(date(2026, 11, 19)).act();
    let refused = desk.library.lost(&act, "0001", None, false).expect_err("refused");
    assert_eq!(refused.code(), "item.not_on_loan");
}
