//! Rounds in a library.

use jiff::civil::{Date, date};

use super::*;
use crate::circulation::holds::{HoldRequest, Wanted};
use crate::circulation::reason::Override;
use crate::circulation::tests::desk::{Desk, TODAY};

const TOMORROW: Date = date(2026, 11, 21);

/// Siti waits for `0001` and Budi for `0003`, both by courier; Ani comes for `0004` herself.
fn waiting() -> Desk {
    let mut desk = Desk::new();
    let wanted = [
        ("A1", "0001", Handover::Delivery),
        ("A2", "0003", Handover::Delivery),
        ("K1", "0004", Handover::Desk),
    ];
    for (card, item, handover) in wanted {
        let act = desk.act();
        let request = HoldRequest {
            card: card.to_owned(),
            wanted: Wanted::TitleOf(item.to_owned()),
            handover,
            over: Override::default(),
        };
        desk.library.hold(&act, &request, false).expect("a hold");
    }
    desk
}

fn plan(area: Option<&str>, holds: &[i64]) -> RoundPlan {
    RoundPlan {
        day: TOMORROW,
        courier: "Pak Jono".to_owned(),
        area: area.map(str::to_owned),
        holds: holds.iter().map(|id| HoldId(*id)).collect(),
    }
}

#[test]
fn a_round_brings_what_waits_for_a_courier() {
    let mut desk = waiting();
    let act = desk.act();
    let first = desk
        .library
        .plan_round(&act, &plan(Some("mojoroto"), &[]), false)
        .expect("a round");
    assert_eq!(first.stops.iter().map(|stop| stop.hold.0).collect::<Vec<_>>(), [1]);
    // An area is a district or a village.
    desk.sql("UPDATE member SET village = 'Ngronggo' WHERE card = 'A2'");
    let second = desk
        .library
        .plan_round(&act, &plan(Some("ngronggo"), &[]), false)
        .expect("a round");
    assert_eq!(
        second.stops.iter().map(|stop| stop.hold.0).collect::<Vec<_>>(),
        [2],
        "what is planned goes once"
    );
    let again = desk.library.plan_round(&act, &plan(None, &[1]), false);
    assert_eq!(again.expect_err("planned").code(), "hold.not_ready");
    let third = desk
        .library
        .plan_round(&act, &plan(None, &[3]), false)
        .expect("a round");
    assert_eq!(third.stops.len(), 1, "by name, whatever was said before");
    let entries = desk.journal().len();
    let none = desk
        .library
        .plan_round(&act, &plan(None, &[]), false)
        .expect("nothing to bring");
    assert_eq!((none.stops.len(), desk.journal().len()), (0, entries));

    let act = desk.on(TOMORROW).act();
    let options = CheckoutOptions::default();
    let lent = desk
        .library
        .hand_over(&act, first.id, HoldId(1), &options, false)
        .expect("handed over");
    assert_eq!(
        (lent.loans[0].item.as_str(), lent.loans[0].hold),
        ("0001", Some(HoldId(1)))
    );
    assert_eq!(desk.last_entry(), "loan.checkout {\"loans\":[1],\"round\":1}");
    let twice = desk.library.hand_over(&act, first.id, HoldId(1), &options, false);
    assert_eq!(twice.expect_err("once").code(), "delivery.not_planned");
    let all = desk.library.read(|snapshot| rounds(snapshot, TODAY)).expect("a list");
    assert_eq!(
        (
            all.len(),
            all[0].count(StopState::HandedOver),
            all[0].stops[0].line.is_none()
        ),
        (3, 1, true)
    );
    desk.is_sound();
}

#[test]
fn a_failed_hand_over_comes_back_to_the_shelf() {
    let mut desk = waiting();
    let act = desk.act();
    let round = desk.library.plan_round(&act, &plan(None, &[]), false).expect("a round");
    let act = desk.on(TOMORROW).act();
    let line = desk
        .library
        .hand_over_failed(&act, round.id, HoldId(2), Some("tidak di rumah"), false);
    assert_eq!(line.expect("noted").ready.as_deref(), Some("0003"));
    let shown = desk
        .library
        .read(|snapshot| super::round(snapshot, round.id))
        .expect("a round");
    let stop = shown.stops.iter().find(|stop| stop.hold == HoldId(2)).expect("a stop");
    assert_eq!(
        (stop.state, stop.note.as_deref()),
        (StopState::Failed, Some("tidak di rumah"))
    );
    assert_eq!(
        desk.library
            .plan_round(&act, &plan(None, &[2]), false)
            .expect("a round")
            .stops
            .len(),
        1
    );
    // A hold that ends takes its hand-over with it.
    desk.library.cancel_hold(&act, HoldId(1), false).expect("cancelled");
    let shown = desk
        .library
        .read(|snapshot| super::round(snapshot, round.id))
        .expect("a round");
    assert_eq!(shown.count(StopState::Failed), 2);
    desk.is_sound();
}

#[test]
fn what_is_on_its_way_does_not_pass_on() {
    let mut desk = waiting();
    let act = desk.act();
    let late = RoundPlan {
        day: date(2026, 11, 30),
        ..plan(None, &[1])
    };
    desk.library.plan_round(&act, &late, false).expect("a round");
    let act = desk.on(date(2026, 11, 30)).act();
    let night = desk.library.expire_holds(&act, false).expect("a night");
    assert_eq!(night.expired.iter().map(|line| line.hold.0).collect::<Vec<_>>(), [2, 3]);
    let act = desk.on(date(2026, 12, 1)).act();
    let night = desk.library.expire_holds(&act, false).expect("a night");
    assert_eq!(night.expired.iter().map(|line| line.hold.0).collect::<Vec<_>>(), [1]);
    desk.is_sound();
}

#[test]
fn rounds_that_can_not_be() {
    let mut desk = waiting();
    let act = desk.act();
    for (courier, day) in [(" ", TOMORROW), ("Pak Jono", date(2026, 11, 19))] {
        let wrong = RoundPlan {
            courier: courier.to_owned(),
            day,
            ..plan(None, &[])
        };
        assert_eq!(
            desk.library
                .plan_round(&act, &wrong, false)
                .expect_err("refused")
                .code(),
            "value.bad"
        );
    }
    let nowhere = desk.library.read(|snapshot| super::round(snapshot, RoundId(9)));
    assert!(matches!(nowhere, Err(Error::NotFound { what: "round", .. })));
}
