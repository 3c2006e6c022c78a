//! What is cut from the person, and when.

use jiff::civil::date;

use super::*;
use crate::circulation::tests::desk::{Desk, TODAY, rupiah};
use crate::values::ids::LedgerId;

/// The members of the loans in the order of their numbers, `-` for what is cut; then how many entries of the ledger
/// know their loan.
fn links(desk: &Desk) -> String {
    desk.ask(
        "SELECT (SELECT group_concat(coalesce(member_id, '-')) FROM (SELECT member_id FROM loan ORDER BY id)) || ' ' || \
         (SELECT count(loan_id) FROM ledger)",
    )
}

#[test]
fn a_loan_is_cut_when_it_is_over_and_nothing_is_owed() {
    let mut desk = Desk::new().fined(500);
    desk.lend("A1", &["0001"]);
    desk.lend("A2", &["0003"]);
    assert_eq!(links(&desk), "1,2 0");
    desk.give_back(&["0001", "0003"]);
    assert_eq!(links(&desk), "-,2 0", "Budi keeps his history");
    let group = "SELECT member_type || ' ' || age_band || ' ' || sex || ' ' || district FROM reader_group WHERE id = 1";
    assert_eq!(desk.ask::<String>(group), "umum 25-44 female Mojoroto");
    desk.is_sound();
}

#[test]
fn what_is_owed_keeps_the_loan_until_it_is_paid_or_waived() {
    type Settle = fn(&mut Desk);
    let ways: &[(&str, Settle, &str)] = &[
        ("nothing", |_| (), "1 1"),
        (
            "a part",
            |desk| {
                let act = desk.act();
                desk.library.pay(&act, "A1", rupiah(999), None, false).expect("paid");
            },
            "1 1",
        ),
        (
            "all",
            |desk| {
                let act = desk.act();
                desk.library.pay(&act, "A1", rupiah(1_000), None, false).expect("paid");
            },
            "- 0",
        ),
        (
            "waived",
            |desk| {
                let act = desk.act();
                desk.library.waive(&act, LedgerId(1), None, "x", false).expect("waived");
            },
            "- 0",
        ),
        (
            "reversed",
            |desk| {
                let act = desk.act();
                desk.library.reverse(&act, LedgerId(1), "x", false).expect("reversed");
            },
            "- 0",
        ),
    ];
    for (name, settle, expected) in ways {
        let mut desk = Desk::new().fined(500);
        desk.lend("A1", &["0001"]);
        desk.on(date(2026, 11, 30));
        desk.give_back(&["0001"]);
        settle(&mut desk);
        assert_eq!(links(&desk), *expected, "{name}");
        desk.is_sound();
    }
}

#[test]
fn what_was_charged_does_not_lead_to_the_loan_that_was_cut() {
    let mut desk = Desk::new().fined(500);
    desk.lend("A1", &["0001"]);
    desk.on(date(2026, 11, 30));
    desk.give_back(&["0001"]);
    let act = desk.act();
    desk.library.pay(&act, "A1", rupiah(1_000), None, false).expect("paid");
    assert_eq!(links(&desk), "- 0");
    let by_moment = "SELECT count(*) FROM ledger JOIN loan ON ledger.at = loan.ended_at WHERE kind = 'charge'";
    assert_eq!(desk.ask::<i64>(by_moment), 0);
    let by_price = "SELECT count(*) FROM ledger WHERE json_extract(basis, '$.price') IS NOT NULL";
    assert_eq!(desk.ask::<i64>(by_price), 0, "no rule here asks for the price");
    desk.is_sound();
}

#[test]
fn the_night_cuts_lost_copies_and_withdrawn_consents() {
    let mut desk = Desk::new();
    desk.lend("A1", &["0001"]);
    desk.lend("A2", &["0003"]);
    let act = desk.act();
    desk.library.lost(&act, "0001", None, false).expect("lost");
    desk.library.pay(&act, "A1", rupiah(85_000), None, false).expect("paid");
    desk.give_back(&["0003"]);
    let act = desk.on(TODAY.saturating_add(jiff::Span::new().days(30))).act();
    assert_eq!(desk.library.cut_history(&act, false).expect("a night").loans, 0);
    desk.sql("UPDATE consent SET withdrawn_at = 'x'; UPDATE hold SET member_id = NULL WHERE ended_at IS NOT NULL");
    let act = desk.on(TODAY.saturating_add(jiff::Span::new().days(31))).act();
    assert_eq!(desk.library.cut_history(&act, false).expect("a night").loans, 2);
    assert_eq!(links(&desk), "-,- 0");
    assert_eq!(desk.last_entry(), "history.cut {\"loans\":2}");
}

#[test]
fn days_to_be_found() {
    for (days, over) in [(0, false), (29, false), (30, false), (31, true), (400, true)] {
        let day = TODAY.saturating_add(jiff::Span::new().days(days));
        assert_eq!(reversal_is_over(TODAY, day, 30), over, "{days}");
    }
}
