//! Other rules over the loans of today.

use super::*;

#[test]
fn what_if_shows_and_stores_nothing() {
    let desk = Desk::new();
    let before = desk.standing();
    let same = Proposal {
        key: RuleKey::default(),
        terms: Terms {
            fine: Money::from_whole(500).expect("an amount"),
            ..Terms::default()
        },
    };
    let today = date(2026, 12, 2);
    let found = desk
        .library
        .what_if(std::slice::from_ref(&same), today)
        .expect("answered");
    // Only the loan from another system would stand otherwise: it is under no rule.
    assert_eq!(found.iter().map(|one| one.loan.0).collect::<Vec<_>>(), [2]);
    let longer = Proposal {
        terms: Terms {
            loan_days: 14,
            closed_days: ClosedDays::OpenDays,
            ..same.terms
        },
        key: RuleKey {
            member_type: Some("umum".into()),
            ..RuleKey::default()
        },
    };
    let found = desk.library.what_if(&[longer], today).expect("answered");
    let first = found.iter().find(|one| one.loan.0 == 1).expect("it differs");
    assert_eq!((first.due, first.due_then), (FRIDAY, Some(date(2026, 12, 7))));
    // Saturday, Monday, Tuesday, Wednesday.
    assert_eq!((first.fine.whole(), first.fine_then.whole()), (2000, 0));
    assert_eq!(
        first.rule_then.as_ref().map(ToString::to_string).as_deref(),
        Some("umum/*/*")
    );
    assert_eq!(desk.standing(), before);
}

/// What-if fines as a return does: with the price of a copy in rupiah, however that is written, and also a loan that was
/// taken over from another system.
#[test]
fn what_if_fines_as_a_return_does() {
    let mut desk = Desk::new();
    let script = "UPDATE item SET price = 700, currency = 'IDR' WHERE id = 11";
    let done = desk
        .library
        .write(&act(), |tx| Ok((tx.sql().execute_batch(script)?, None)));
    done.expect("a price");
    let capped = Proposal {
        key: RuleKey::default(),
        terms: Terms {
            fine: Money::from_whole(500).expect("an amount"),
            price_cap: 100,
            ..Terms::default()
        },
    };
    // Saturday, Monday, Tuesday, Wednesday after Friday.
    let found = desk.library.what_if(&[capped], date(2026, 12, 2)).expect("answered");
    let fines = |loan: i64| {
        let one = found.iter().find(|one| one.loan.0 == loan)?;
        Some((one.fine.whole(), one.fine_then.whole()))
    };
    assert_eq!(fines(1), Some((2000, 700)));
    assert_eq!(fines(2).map(|(now, _)| now), Some(2000));
}
