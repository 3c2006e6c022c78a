//! Lending and renewing.

use jiff::civil::date;

use crate::circulation::loans::*;
use crate::circulation::reason::Override;
use crate::circulation::tests::desk::{Desk, codes, over, owned, rupiah};
use crate::decision::StepValue;
use crate::error::Error;

#[test]
fn what_can_be_lent_is_lent_and_the_rest_is_told() {
    let mut desk = Desk::new();
    let answer = desk.lend("A1", &["0001", "0009", "0003", "0001", "0004"]);
    let lent: Vec<_> = answer.loans.iter().map(|lent| (lent.item.as_str(), lent.due)).collect();
    assert_eq!(lent, [("0001", date(2026, 11, 27)), ("0003", date(2026, 11, 27))]);
    assert_eq!(answer.loans[0].rule.as_deref(), Some("*/*/*"));
    assert!(
        answer.loans[0]
            .steps
            .iter()
            .any(|step| step.value == StepValue::Number(7))
    );
    let refused: Vec<_> = answer
        .refused
        .iter()
        .map(|one| (one.item.as_str(), codes(&one.reasons)))
        .collect();
    assert_eq!(
        refused,
        [
            ("0009", vec!["item.unknown"]),
            ("0004", vec!["limit.total", "limit.rule"])
        ]
    );
    assert!(!answer.is_done());
    desk.is_sound();
}

#[test]
fn a_retry_finds_what_was_lent_and_succeeds() {
    let mut desk = Desk::new();
    desk.lend("A1", &["0001", "0003"]);
    let entries = desk.journal().len();
    let options = CheckoutOptions {
        all_or_none: true,
        ..CheckoutOptions::default()
    };
    let again = desk.lend_with("A1", &["0001", "0003"], &options);
    assert!(again.is_done() && again.loans.is_empty());
    let already: Vec<_> = again.already.iter().map(|one| one.loaned_at.as_str()).collect();
    assert_eq!(already, ["2026-11-20T09:01:00+07:00"; 2]);
    let no_gain = again.already[0].renewal.as_ref().expect_err("the same day");
    assert_eq!(codes(no_gain), ["renewal.no_gain"]);
    assert_eq!(desk.journal().len(), entries, "nothing was done");
    desk.on(date(2026, 11, 23));
    assert_eq!(desk.lend("A1", &["0001"]).already[0].renewal, Ok(date(2026, 11, 30)));
}

#[test]
fn all_or_none_holds_back_what_could_be_lent() {
    let mut desk = Desk::new();
    let options = CheckoutOptions {
        all_or_none: true,
        ..CheckoutOptions::default()
    };
    let answer = desk.lend_with("A1", &["0001", "0009"], &options);
    assert_eq!(answer.held_back, ["0001"]);
    assert!(answer.loans.is_empty());
    assert_eq!(desk.ask::<i64>("SELECT count(*) FROM loan"), 0);
    let answer = desk.lend("X", &["0001"]);
    assert!(answer.member.is_none());
    assert_eq!(codes(&answer.refused[0].reasons), ["member.unknown"]);
}

#[test]
fn what_is_passed_over_is_in_the_journal_with_its_note() {
    let mut desk = Desk::new();
    desk.sql("UPDATE member SET blocked = 'kartu hilang', valid_until = '2026-11-19' WHERE card = 'A1'");
    assert_eq!(
        codes(&desk.lend("A1", &["0001"]).refused[0].reasons),
        ["member.expired", "member.blocked"]
    );
    let options = |over| CheckoutOptions {
        over,
        ..CheckoutOptions::default()
    };
    let part = desk.lend_with("A1", &["0001"], &options(over(&["member.blocked"])));
    assert_eq!(codes(&part.refused[0].reasons), ["member.expired"]);
    let lent = desk.lend_with(
        "A1",
        &["0001"],
        &options(over(&["member.blocked", "member.expired", "age.min"])),
    );
    assert_eq!(lent.loans[0].overridden, ["member.expired", "member.blocked"]);
    assert_eq!(
        lent.loans[0].due,
        date(2026, 11, 27),
        "the end of the membership is passed over as a whole"
    );
    assert_eq!(
        desk.last_entry(),
        "loan.checkout {\"loans\":[1],\"note\":\"kepala dinas mengizinkan\",\"override\":[{\"codes\":\
         [\"member.expired\",\"member.blocked\"],\"loan\":1}]}"
    );
    let act = desk.act();
    let mut refused = |over| {
        let refused = desk
            .library
            .checkout(&act, "A2", &owned(&["0003"]), &options(over), false);
        refused.expect_err("refused").code()
    };
    assert_eq!(refused(over(&["item.on_loan"])), "override.unknown");
    let silent = Override {
        codes: owned(&["member.owes"]),
        note: Some(" ".to_owned()),
    };
    assert_eq!(refused(silent), "override.note_missing");
}

#[test]
fn a_day_that_staff_give_stands_without_a_rule() {
    let mut desk = Desk::new();
    desk.sql("UPDATE loan_rule SET ended_at = 'x'");
    assert_eq!(codes(&desk.lend("A1", &["0001"]).refused[0].reasons), ["rule.none"]);
    let due = |day| CheckoutOptions {
        due: Some(day),
        ..CheckoutOptions::default()
    };
    let lent = desk.lend_with("A1", &["0001"], &due(date(2026, 12, 6)));
    assert_eq!(
        (lent.loans[0].due, lent.loans[0].rule.as_deref()),
        (date(2026, 12, 6), None)
    );
    let act = desk.act();
    let early = desk
        .library
        .checkout(&act, "A1", &owned(&["0003"]), &due(date(2026, 11, 19)), false);
    assert_eq!(early.expect_err("refused").code(), "loan.due_before_loan");
}

#[test]
fn a_membership_that_ends_cuts_the_loan() {
    let mut desk = Desk::new();
    let lent = desk.lend("A3", &["0001"]);
    assert_eq!(lent.loans[0].due, date(2026, 11, 24));
    assert_eq!(lent.loans[0].steps.last().map(|step| step.code), Some("cut-to-expiry"));
}

#[test]
fn renewing_one_and_all() {
    let mut desk = Desk::new().fined(500);
    desk.lend("A1", &["0001", "0003"]);
    let act = desk.on(date(2026, 11, 25)).act();
    let one = Renewing::Items(owned(&["0001", "0001", "0004", "9"]));
    let answer = desk
        .library
        .renew(&act, &one, &Override::default(), false)
        .expect("renewed");
    assert_eq!((answer.renewed.len(), answer.renewed[0].due), (1, date(2026, 12, 2)));
    let refused: Vec<_> = answer.refused.iter().map(|one| codes(&one.reasons)).collect();
    assert_eq!(refused, [["item.not_on_loan"], ["item.unknown"]]);
    let act = desk.on(date(2026, 11, 30)).act();
    let all = Renewing::AllOf("A1".to_owned());
    let answer = desk
        .library
        .renew(&act, &all, &Override::default(), false)
        .expect("renewed");
    assert_eq!(codes(&answer.refused[0].reasons), ["member.overdue", "renewal.used_up"]);
    assert_eq!(codes(&answer.refused[1].reasons), ["member.overdue"]);
    let answer = desk
        .library
        .renew(&act, &all, &over(&["member.overdue"]), false)
        .expect("renewed");
    assert_eq!(
        (answer.renewed[0].fine, answer.renewed[0].due),
        (rupiah(1_000), date(2026, 12, 7))
    );
    assert_eq!(answer.renewed[0].item, "0003");
    assert!(desk.last_entry().contains("\"codes\":[\"member.overdue\"]"));
    let nobody = desk
        .library
        .renew(&act, &Renewing::AllOf("X".to_owned()), &Override::default(), false);
    assert!(matches!(nobody, Err(Error::NotFound { what: "member", .. })));
    desk.is_sound();
}
