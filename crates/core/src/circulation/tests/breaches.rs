//! Each breach of what circulation takes for granted, planted with the constraints off, and found by the deep check.

use std::collections::BTreeSet;

use jiff::civil::date;

use super::desk::{Desk, rupiah};
use crate::check::Depth;
use crate::check::tests::plant;
use crate::circulation::delivery::RoundPlan;
use crate::circulation::holds::{Handover, HoldRequest, Wanted};
use crate::circulation::reason::Override;

/// Siti has loan 1 (`0001`), Budi loan 2 (`0003`); Ani's hold 1 on title 3 stands ready with `0004` and is planned for
/// a courier; Siti's hold 2 on title 2 waits. Siti was charged for a card (1), has paid part of it (2), and it is waived (3).
fn busy() -> Desk {
    let mut desk = Desk::new().fined(500);
    desk.lend("A1", &["0001"]);
    desk.lend("A2", &["0003"]);
    for (card, item) in [("K1", "0004"), ("A1", "0003")] {
        let act = desk.act();
        let request = HoldRequest {
            card: card.to_owned(),
            wanted: Wanted::TitleOf(item.to_owned()),
            handover: Handover::Delivery,
            over: Override::default(),
        };
        desk.library.hold(&act, &request, false).expect("a hold");
    }
    let act = desk.act();
    let plan = RoundPlan {
        day: date(2026, 11, 21),
        courier: "Pak Jono".to_owned(),
        area: None,
        holds: Vec::new(),
    };
    desk.library.plan_round(&act, &plan, false).expect("a round");
    let library = &mut desk.library;
    library
        .charge(&act, "A1", "card", rupiah(5_000), "kartu baru", false)
        .expect("charged");
    library.pay(&act, "A1", rupiah(2_000), None, false).expect("paid");
    library
        .waive(&act, crate::values::ids::LedgerId(1), None, "kartu cacat", false)
        .expect("waived");
    desk
}

const PLANTED: &[(&str, &[&str])] = &[
    (
        "DROP INDEX loan_open; INSERT INTO loan (id, item_id, member_id, group_id, loaned_at, due_decided, due, renewals) \
         SELECT 3, 1, 2, 1, loaned_at, due, due, 0 FROM loan WHERE id = 1; \
         UPDATE counter SET last = 3 WHERE name = 'loan'",
        &["loan.open-twice", "schema.missing"],
    ),
    (
        "UPDATE loan SET member_id = NULL WHERE id = 1",
        &["loan.open-without-member", "sqlite.integrity"],
    ),
    (
        "UPDATE item SET status = 'lost' WHERE barcode = '0001'",
        &["loan.item-lost"],
    ),
    ("UPDATE loan SET due = '2026-11-01' WHERE id = 1", &["loan.due-before"]),
    (
        "DROP INDEX hold_once; INSERT INTO hold (id, member_id, title_id, placed_at, handover, state) \
         SELECT 3, member_id, title_id, placed_at, handover, 'waiting' FROM hold WHERE id = 2; \
         UPDATE counter SET last = 3 WHERE name = 'hold'",
        &["hold.twice", "schema.missing"],
    ),
    (
        "UPDATE loan SET item_id = (SELECT ready_item FROM hold WHERE id = 1) WHERE id = 1",
        &["hold.ready-on-loan"],
    ),
    (
        "DROP INDEX hold_set_aside; INSERT INTO hold (id, member_id, title_id, placed_at, handover, state, ready_item, \
         ready_on, shelf_days, shelf_until) SELECT 3, 3, title_id, placed_at, handover, state, ready_item, ready_on, \
         shelf_days, shelf_until FROM hold WHERE id = 1; UPDATE counter SET last = 3 WHERE name = 'hold'",
        &["hold.ready-twice", "schema.missing"],
    ),
    ("UPDATE hold SET title_id = 1 WHERE id = 1", &["hold.other-title"]),
    ("UPDATE hold SET item_id = 12 WHERE id = 1", &["hold.other-item"]),
    ("UPDATE hold SET title_id = 1 WHERE id = 2", &["hold.on-loan"]),
    (
        "UPDATE hold SET state = 'waiting', ready_item = NULL WHERE id = 1",
        &["delivery.not-ready"],
    ),
    (
        "UPDATE ledger SET amount = 5001 WHERE id = 3",
        &["ledger.taken-back-twice"],
    ),
    ("UPDATE ledger SET member_id = 2 WHERE id = 3", &["ledger.of-no-charge"]),
    (
        "UPDATE ledger SET kind = 'refund' WHERE id = 2",
        &["ledger.refund-without-credit"],
    ),
    (
        "UPDATE ledger SET loan_id = 2 WHERE id = 1",
        &["history.ledger-of-loan"],
    ),
    (
        "UPDATE reader_group SET member_type = ' ' WHERE id = 1",
        &["group.blank"],
    ),
    ("UPDATE counter SET last = 0 WHERE name = 'loan'", &["counter.behind"]),
    ("DELETE FROM counter WHERE name = 'ledger'", &["counter.behind"]),
    (
        "DELETE FROM counter WHERE name IN ('hold', 'member', 'reader_group', 'delivery_round')",
        &["counter.behind"],
    ),
];

#[test]
fn what_is_planted_is_found_and_named() {
    let desk = busy();
    desk.is_sound();
    for (breach, expected) in PLANTED {
        let desk = busy();
        plant(desk.library.path(), breach);
        let report = desk.library.check(Depth::Deep).expect("looked over");
        let found: BTreeSet<&str> = report.counts.keys().copied().collect();
        assert_eq!(
            found,
            expected.iter().copied().collect(),
            "{breach}: {:?}",
            report.findings
        );
    }
}
