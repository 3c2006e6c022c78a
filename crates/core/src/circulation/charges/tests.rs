//! The ledger as a table of cases, its properties, and payments in a library.

use jiff::civil::date;
use proptest::prelude::*;

use super::ledger::balance;
use super::*;
use crate::circulation::tests::desk::{Desk, TODAY, rupiah};

/// A ledger written as text: `c5` charges 5, `p3` pays, `r2` refunds, `w1:2` waives 2 of entry 1, `v1:5` reverses,
/// `b2:3` gives payment 2 back.
fn ledger(text: &str) -> Vec<LedgerEntry> {
    let entries = (1..).zip(text.split_whitespace());
    let entries = entries.map(|(id, text)| {
        let (head, tail) = text.split_at(1);
        let (of, amount) = tail
            .split_once(':')
            .map_or((None, tail), |(of, amount)| (Some(of), amount));
        let kind = match head {
            "c" => EntryKind::Charge,
            "p" => EntryKind::Payment,
            "r" | "b" => EntryKind::Refund,
            "w" => EntryKind::Waiver,
            _ => EntryKind::Reversal,
        };
        LedgerEntry {
            id: LedgerId(id),
            kind,
            reason: head.to_owned(),
            amount: rupiah(amount.parse().expect("an amount")),
            loan: None,
            of: of.map(|of| LedgerId(of.parse().expect("a number"))),
            note: None,
            day: TODAY,
            at: String::new(),
            staff: "sari".to_owned(),
        }
    });
    entries.collect()
}

#[test]
fn what_a_ledger_comes_to() {
    // The ledger; what is open of each charge; the credit.
    let cases: &[(&str, &[i64], i64)] = &[
        ("", &[], 0),
        ("c5", &[5], 0),
        ("c5 p5", &[0], 0),
        ("c5 p2", &[3], 0),
        ("c5 p7", &[0], 2),
        ("p7 c5", &[0], 2),
        ("p7", &[], 7),
        ("p7 r7", &[], 0),
        // The oldest first.
        ("c5 c4 p5", &[0, 4], 0),
        ("c5 c4 p7", &[0, 2], 0),
        ("c5 p2 c4 p4", &[0, 3], 0),
        ("c5 c4 p12", &[0, 0], 3),
        // What is waived is not paid, and what was paid of it pays the next.
        ("c5 w1:5", &[0], 0),
        ("c5 w1:2 p3", &[0], 0),
        ("c5 p3 w1:2", &[0], 0),
        ("c5 c4 p5 v1:5", &[0, 0], 1),
        ("c5 c4 p3 v1:5", &[0, 1], 0),
        ("c5 p5 v1:5", &[0], 5),
        ("c5 p5 v1:5 r5", &[0], 0),
        ("c5 p5 v1:5 r2 c4", &[0, 1], 0),
        ("c5 w1:2 v1:3", &[0], 0),
        // A payment that was wrong: what it had settled is owed again.
        ("c5 p5 b2:5", &[5], 0),
        ("c5 p7 b2:7 p5", &[0], 0),
        ("c5 c4 p5 p4 b3:5", &[1, 4], 0),
    ];
    for (text, open, credit) in cases {
        let entries = ledger(text);
        let account = Account::of(&entries);
        let found: Vec<i64> = account.charges.iter().map(|charge| charge.open.whole()).collect();
        assert_eq!((found.as_slice(), account.credit.whole()), (*open, *credit), "{text}");
        assert_eq!(account.balance(), balance(&entries), "{text}");
    }
}

#[test]
fn what_takes_a_wrong_entry_back() {
    let cases: &[(&str, i64, &str)] = &[
        ("c5", 1, "reversal 5"),
        ("c5 w1:2", 1, "reversal 3"),
        ("c5 p5", 1, "reversal 5"),
        ("c5 v1:5", 1, "charge.more_than_open"),
        ("c5 p3", 2, "refund 3"),
        ("c5 p3 w1:2", 2, "refund 3"),
        ("p7", 1, "refund 7"),
        ("c5 p3 b2:3", 2, "charge.more_than_paid"),
        ("c5 p3 b2:3 p3", 2, "charge.more_than_paid"),
        ("c5 p3 b2:3 p3", 4, "refund 3"),
        // A credit went out, perhaps from this payment; another payment makes up for it.
        ("p7 r2", 1, "charge.more_than_paid"),
        ("p7 r2 p2", 1, "refund 7"),
        // What takes back is not taken back.
        ("c5 w1:2", 2, "charge.not_reversible"),
        ("c5 v1:5", 2, "charge.not_reversible"),
        ("p7 r2", 2, "charge.not_reversible"),
        ("c5 p3 b2:3", 3, "charge.not_reversible"),
    ];
    for (text, wrong, told) in cases {
        let answer = match super::ledger::reversal(&ledger(text), LedgerId(*wrong)) {
            Ok((kind, amount)) => format!("{} {}", kind.code(), amount.whole()),
            Err(refusal) => refusal.code().to_owned(),
        };
        assert_eq!(answer, *told, "{text}: {wrong}");
    }
}

proptest! {
    /// A ledger always adds up: what is open less the credit is the sum of the entries, nothing is paid twice, and no
    /// charge is settled beyond what it is.
    #[test]
    fn a_ledger_adds_up(moves in prop::collection::vec((0_u8..6, 1_i64..50, any::<prop::sample::Index>()), 0..40)) {
        let mut text = String::new();
        for (kind, amount, which) in moves {
            let entries = ledger(&text);
            let account = Account::of(&entries);
            let one = (!account.charges.is_empty()).then(|| which.get(&account.charges));
            let step = match (kind, one) {
                (0, _) => format!("c{amount}"),
                (1, _) => format!("p{amount}"),
                (2, Some(charge)) if charge.open.whole() > 0 => format!("w{}:{}", charge.id, amount.min(charge.open.whole())),
                (3, Some(charge)) if charge.amount > charge.taken_back => {
                    format!("v{}:{}", charge.id, charge.amount.whole() - charge.taken_back.whole())
                }
                (4, _) if account.credit.whole() > 0 => format!("r{}", amount.min(account.credit.whole())),
                (5, _) if !entries.is_empty() => match super::ledger::reversal(&entries, which.get(&entries).id) {
                    Ok((EntryKind::Refund, amount)) => format!("b{}:{}", which.get(&entries).id, amount.whole()),
                    _ => continue,
                },
                _ => continue,
            };
            text = format!("{text} {step}");
            let entries = ledger(&text);
            let account = Account::of(&entries);
            prop_assert_eq!(account.balance(), balance(&entries), "{}", text);
            for charge in &account.charges {
                let parts = charge.taken_back.whole() + charge.paid.whole() + charge.open.whole();
                prop_assert_eq!(parts, charge.amount.whole(), "{}", text);
            }
            let any_open = account.charges.iter().any(|charge| charge.open.whole() > 0);
            prop_assert!(!any_open || account.credit.whole() == 0, "{}", text);
        }
    }
}

/// Two late returns of Siti: 1,000 and 500 rupiah.
fn owing() -> Desk {
    let mut desk = Desk::new().fined(500);
    desk.lend("A1", &["0001", "0003"]);
    desk.on(date(2026, 11, 30));
    desk.give_back(&["0001"]);
    desk.on(date(2026, 12, 1));
    desk.give_back(&["0003"]);
    desk
}

#[test]
fn part_payments_waivers_and_credit() {
    let mut desk = owing();
    let act = desk.act();
    let paid = desk.library.pay(&act, "A1", rupiah(1_200), None, false).expect("paid");
    assert_eq!((paid.before, paid.balance), (2_500, 1_300));
    let settled: Vec<_> = paid
        .settled
        .iter()
        .map(|one| (one.charge.0, one.amount.whole(), one.open.whole()))
        .collect();
    assert_eq!(settled, [(1, 1_000, 0), (2, 200, 1_300)]);
    let waived = desk
        .library
        .waive(&act, LedgerId(2), Some(rupiah(300)), "pertama kali terlambat", false);
    assert_eq!(waived.expect("waived").balance, 1_000);
    let paid = desk
        .library
        .pay(&act, "A1", rupiah(5_000), Some("uang pas tidak ada"), false)
        .expect("paid");
    assert_eq!((paid.balance, paid.credit), (-4_000, rupiah(4_000)));
    let refund = desk
        .library
        .refund(&act, "A1", rupiah(1_500), "kembalian", false)
        .expect("refunded");
    assert_eq!(refund.balance, -2_500);
    let back = desk
        .library
        .reverse(&act, LedgerId(1), "salah hitung", false)
        .expect("reversed");
    assert_eq!(back.balance, -3_500);
    let told = desk
        .library
        .read(|snapshot| statement(snapshot, "A1"))
        .expect("a statement");
    assert_eq!((told.entries.len(), told.account.credit), (7, rupiah(3_500)));
    desk.is_sound();
}

#[test]
fn a_payment_that_was_wrong_goes_back_out_of_the_till() {
    let mut desk = owing();
    let act = desk.act();
    // 25,000 was typed for 2,500; all is paid, so both loans are cut from the reader.
    desk.library.pay(&act, "A1", rupiah(25_000), None, false).expect("paid");
    let linked = "SELECT count(*) FROM ledger WHERE loan_id IS NOT NULL";
    assert_eq!(desk.ask::<i64>(linked), 0);
    let act = desk.on(date(2026, 12, 2)).act();
    let wrong = LedgerId(3);
    let back = desk
        .library
        .reverse(&act, wrong, "salah ketik", false)
        .expect("reversed");
    assert_eq!((back.before, back.balance, back.credit), (-22_500, 2_500, rupiah(0)));
    assert_eq!(desk.ask::<i64>(linked), 0);
    let again = desk.library.reverse(&act, wrong, "salah ketik", false);
    assert_eq!(again.expect_err("refused").code(), "charge.more_than_paid");
    let twice = "INSERT INTO ledger (id, member_id, kind, reason, amount, of_id, day, at, staff)
        SELECT 99, member_id, kind, reason, amount, of_id, day, at, staff FROM ledger WHERE id = 4";
    assert!(
        desk.library
            .write(&act, |tx| Ok((tx.sql().execute(twice, [])?, None)))
            .is_err()
    );
    desk.library.pay(&act, "A1", rupiah(2_500), None, false).expect("paid");
    let (from, to) = (date(2026, 12, 1), date(2026, 12, 2));
    let read = desk.library.read(|snapshot| {
        let till = |day| Ok::<_, Error>(cash_up(snapshot, day)?.due());
        Ok((till(from)?, till(to)?, report(snapshot, to, to, ReportBy::BookingDay)?))
    });
    let (first, second, booked) = read.expect("read");
    assert_eq!((first, second), (25_000, -22_500));
    let booked: Vec<_> = booked
        .iter()
        .map(|one| (one.kind.code(), one.reason.as_str(), one.amount.whole()))
        .collect();
    assert_eq!(booked, [("payment", "payment", 2_500), ("refund", "mistake", 25_000)]);
    desk.is_sound();
}

#[test]
fn what_is_not_booked() {
    let mut desk = owing();
    let act = desk.act();
    let library = &mut desk.library;
    let code = |result: Result<Booked>| result.expect_err("refused").code();
    let entries: i64 = 2;
    assert_eq!(code(library.pay(&act, "A1", rupiah(0), None, false)), "charge.amount");
    assert_eq!(
        code(library.pay(&act, "A1", rupiah(LARGEST + 1), None, false)),
        "charge.amount"
    );
    assert_eq!(code(library.pay(&act, "X", rupiah(1), None, false)), "not-found");
    assert_eq!(
        code(library.waive(&act, LedgerId(1), None, " ", false)),
        "charge.note_missing"
    );
    assert_eq!(
        code(library.waive(&act, LedgerId(1), Some(rupiah(1_001)), "x", false)),
        "charge.more_than_open"
    );
    assert_eq!(code(library.waive(&act, LedgerId(9), None, "x", false)), "not-found");
    assert_eq!(
        code(library.refund(&act, "A1", rupiah(1), "x", false)),
        "charge.more_than_credit"
    );
    assert_eq!(
        code(library.charge(&act, "A1", "Kartu Baru", rupiah(1), "x", false)),
        "value.bad"
    );
    library.reverse(&act, LedgerId(1), "x", true).expect("a rehearsal");
    assert_eq!(desk.ask::<i64>("SELECT count(*) FROM ledger"), entries);
    desk.library.reverse(&act, LedgerId(1), "x", false).expect("reversed");
    assert_eq!(
        code(desk.library.reverse(&act, LedgerId(1), "x", false)),
        "charge.more_than_open"
    );
}

#[test]
fn reports_by_both_dates_and_a_till_that_balances() {
    let mut desk = owing();
    let mut act = desk.on(date(2026, 12, 2)).act();
    desk.library.pay(&act, "A1", rupiah(2_000), None, false).expect("paid");
    desk.library.waive(&act, LedgerId(2), None, "x", false).expect("waived");
    desk.library
        .charge(&act, "K1", "card", rupiah(5_000), "kartu baru", false)
        .expect("charged");
    act.staff = crate::act::StaffCode::parse("budi").expect("a code");
    desk.library.pay(&act, "K1", rupiah(6_000), None, false).expect("paid");
    desk.library
        .refund(&act, "K1", rupiah(1_000), "kembalian", false)
        .expect("refunded");
    let lines = |by| {
        let (from, to) = (date(2026, 12, 1), date(2026, 12, 2));
        let bookings = desk
            .library
            .read(|snapshot| report(snapshot, from, to, by))
            .expect("a report");
        let line = |one: &Booking| {
            format!(
                "{} {} {} {}",
                one.day.day(),
                one.kind.code(),
                one.reason,
                one.amount.whole()
            )
        };
        bookings.iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(
        lines(ReportBy::ChargeDay),
        ["1 charge late 1500", "1 waiver late 500", "2 charge card 5000"]
    );
    assert_eq!(
        lines(ReportBy::BookingDay),
        [
            "1 charge late 1500",
            "2 charge card 5000",
            "2 payment payment 8000",
            "2 refund refund 1000",
            "2 waiver late 500",
        ]
    );
    let cash = desk
        .library
        .read(|snapshot| cash_up(snapshot, date(2026, 12, 2)))
        .expect("a till");
    let due: Vec<_> = cash.staff.iter().map(|one| (one.staff.as_str(), one.due())).collect();
    assert_eq!(due, [("budi", 5_000), ("sari", 2_000)]);
    assert_eq!(
        (
            cash.due(),
            cash.difference("sari", rupiah(1_900)),
            cash.difference("tini", rupiah(10))
        ),
        (7_000, -100, 10)
    );
    let all = desk.library.read(super::owing).expect("a list");
    assert_eq!(all, []);
}
