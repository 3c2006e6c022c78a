//! The small library that the model and the real one begin with.

use jiff::civil::{Date, date};

use crate::circulation::rules::{AfterGrace, ClosedDays, FineAt, FineDays, RenewFrom, Terms};
use crate::values::money::Money;

/// A Monday.
pub(super) const FIRST_DAY: Date = date(2027, 1, 4);

pub(super) const OWES_LIMIT: i64 = 2_000;
pub(super) const SHELF_DAYS: u32 = 2;
pub(super) const HOLD_LIMIT: u32 = 3;
pub(super) const LOST_PRICE: i64 = 4_000;
pub(super) const REVERSAL_DAYS: i64 = 5;

/// A member: card, member type, birth date, last valid day, whether they keep their history.
pub(super) struct MemberSpec {
    pub(super) card: &'static str,
    pub(super) kind: &'static str,
    pub(super) born: Option<Date>,
    pub(super) valid_until: Date,
    pub(super) keeps: bool,
}

const fn member(
    card: &'static str,
    kind: &'static str,
    born: Option<Date>,
    valid_until: Date,
    keeps: bool,
) -> MemberSpec {
    MemberSpec {
        card,
        kind,
        born,
        valid_until,
        keeps,
    }
}

pub(super) const MEMBERS: &[MemberSpec] = &[
    member("A1", "umum", Some(date(1980, 5, 1)), date(2030, 1, 1), false),
    member("A2", "umum", Some(date(1990, 1, 31)), date(2027, 2, 14), false),
    member("A3", "umum", None, date(2030, 1, 1), true),
    member("A4", "umum", Some(date(1999, 9, 9)), date(2027, 6, 30), true),
    member("A5", "petugas", Some(date(1985, 2, 2)), date(2030, 1, 1), false),
    member("K1", "anak", Some(date(2010, 1, 7)), date(2030, 1, 1), false),
    member("K2", "anak", Some(date(2016, 3, 1)), date(2027, 4, 4), false),
    member("K3", "anak", Some(date(2010, 1, 19)), date(2030, 1, 1), true),
    member("K4", "anak", Some(date(2010, 2, 2)), date(2030, 1, 1), false),
    member("K5", "anak", Some(date(2010, 2, 18)), date(2030, 1, 1), false),
];

/// Total limits of the member types that are used; the others have the 2 that the schema gives.
pub(super) const TOTALS: &[(&str, Option<u32>)] = &[("umum", Some(3)), ("anak", Some(3)), ("petugas", None)];

/// A copy: barcode, title from 1, collection type, status, price.
pub(super) struct ItemSpec {
    pub(super) barcode: &'static str,
    pub(super) title: usize,
    pub(super) kind: Option<&'static str>,
    pub(super) status: &'static str,
    pub(super) price: Option<i64>,
}

const fn item(
    barcode: &'static str,
    title: usize,
    kind: Option<&'static str>,
    status: &'static str,
    price: Option<i64>,
) -> ItemSpec {
    ItemSpec {
        barcode,
        title,
        kind,
        status,
        price,
    }
}

pub(super) const TITLES: usize = 6;
pub(super) const ITEMS: &[ItemSpec] = &[
    item("B11", 1, None, "available", Some(2_000)),
    item("B12", 1, None, "available", None),
    item("B21", 2, None, "available", Some(9_000)),
    item("B31", 3, Some("dewasa"), "available", Some(3_000)),
    item("B32", 3, Some("dewasa"), "available", None),
    item("B33", 3, None, "not-for-loan", None),
    item("B41", 4, Some("dewasa"), "available", Some(1_500)),
    item("B51", 5, None, "available", Some(5_000)),
    item("B52", 5, Some("langka"), "available", Some(5_000)),
    item("B61", 6, None, "not-for-loan", Some(5_000)),
];

/// A rule: member type, collection type, terms.
#[derive(Debug)]
pub(super) struct RuleSpec {
    pub(super) member_type: Option<&'static str>,
    pub(super) collection_type: Option<&'static str>,
    pub(super) terms: Terms,
}

impl RuleSpec {
    pub(super) fn name(&self) -> String {
        let or_any = |name: Option<&'static str>| name.unwrap_or("*");
        format!("{}/{}/*", or_any(self.member_type), or_any(self.collection_type))
    }
}

/// The rules, each with another way of counting. Members of staff have one for rare books and for those of adults only.
pub(super) fn rules() -> Vec<RuleSpec> {
    let of = |member_type, collection_type, terms| RuleSpec {
        member_type,
        collection_type,
        terms,
    };
    let money = |amount| Money::from_whole(amount).expect("an amount");
    let adults = Terms {
        max_items: Some(2),
        loan_days: 5,
        closed_days: ClosedDays::Ignore,
        expiry_cap: false,
        renewals: 0,
        fine: money(700),
        fine_period: 2,
        fine_at: FineAt::End,
        fine_days: FineDays::Calendar,
        grace: 2,
        price_cap: 50,
        suspend_days: 1,
        age_min: 17,
        ..Terms::default()
    };
    let children = Terms {
        max_items: None,
        loan_days: 3,
        closed_days: ClosedDays::OpenDays,
        renewals: 2,
        renew_from: RenewFrom::Due,
        fine: money(0),
        fine_days: FineDays::Calendar,
        grace: 1,
        after_grace: AfterGrace::Rest,
        suspend_days: 2,
        suspend_max: 9,
        ..Terms::default()
    };
    let general = Terms {
        max_items: Some(2),
        loan_days: 7,
        closed_days: ClosedDays::Push,
        renewals: 1,
        fine: money(500),
        fine_cap: money(2_500),
        ..Terms::default()
    };
    let in_house = Terms {
        max_items: Some(3),
        loan_days: 0,
        closed_days: ClosedDays::Push,
        renewals: 1,
        fine: money(100),
        fine_period: 3,
        ..Terms::default()
    };
    vec![
        of(Some("umum"), None, general),
        of(Some("anak"), None, children),
        of(None, Some("dewasa"), adults.clone()),
        of(Some("anak"), Some("dewasa"), adults),
        of(Some("petugas"), Some("langka"), in_house),
    ]
}
