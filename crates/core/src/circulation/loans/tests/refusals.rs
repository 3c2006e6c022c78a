//! Every reason against a loan and a renewal, as tables.

use jiff::civil::{Date, date};

use crate::catalog::record::ItemStatus;
use crate::circulation::loans::case::{Case, RenewalCase, Standing, refusals, renewal_refusals};
use crate::circulation::rules::{LoanRule, RuleKey, Terms};
use crate::circulation::tests::desk::{TODAY, codes};
use crate::circulation::{Borrower, ItemFacts, Place};
use crate::values::ids::{ItemId, MemberId, RuleId, TitleId};

const YESTERDAY: Date = date(2026, 11, 19);

fn reader() -> Borrower {
    Borrower {
        id: MemberId(1),
        card: "A1".to_owned(),
        name: "Siti".to_owned(),
        member_type: "umum".to_owned(),
        max_items: Some(2),
        born: Some(date(2009, 11, 20)),
        sex: None,
        district: None,
        education: None,
        valid_until: TODAY,
        suspended_until: Some(YESTERDAY),
        blocked: None,
        keeps_history: false,
    }
}

fn copy() -> ItemFacts {
    ItemFacts {
        id: ItemId(1),
        title_id: TitleId(1),
        barcode: "0001".to_owned(),
        title: "Laskar Pelangi".to_owned(),
        collection_type: None,
        medium: None,
        status: ItemStatus::Available,
        place: Place::default(),
        price: None,
    }
}

fn rule() -> LoanRule {
    LoanRule {
        id: RuleId(1),
        key: RuleKey::default(),
        terms: Terms {
            age_min: 17,
            ..Terms::default()
        },
    }
}

/// What is known of a loan that is asked for, all of it granted but at the edge.
struct Facts {
    member: Option<Borrower>,
    item: Option<ItemFacts>,
    rule: Option<LoanRule>,
    owed: i64,
    overdue: Option<(u32, Date)>,
    on_loan: Option<Date>,
    held_until: Option<Date>,
    under_rule: u32,
    in_all: u32,
}

impl Facts {
    fn granted() -> Facts {
        Facts {
            member: Some(reader()),
            item: Some(copy()),
            rule: Some(rule()),
            owed: 5_000,
            overdue: None,
            on_loan: None,
            held_until: None,
            under_rule: 1,
            in_all: 1,
        }
    }

    fn refusals(&self) -> Vec<&'static str> {
        let standing = self.member.as_ref().map(|member| Standing {
            member,
            day: TODAY,
            owed: self.owed,
            owes_limit: 5_000,
            overdue: self.overdue,
        });
        codes(&refusals(&Case {
            standing,
            item: self.item.as_ref(),
            on_loan: self.on_loan,
            held_until: self.held_until,
            rule: self.rule.as_ref(),
            under_rule: self.under_rule,
            in_all: self.in_all,
        }))
    }
}

#[test]
fn each_reason_alone() {
    type Change = fn(&mut Facts);
    fn member(facts: &mut Facts) -> &mut Borrower {
        facts.member.as_mut().expect("a member")
    }
    fn item(facts: &mut Facts) -> &mut ItemFacts {
        facts.item.as_mut().expect("a copy")
    }
    let cases: &[(&str, Change, &[&str])] = &[
        (
            "the last valid day, the day after a suspension, owing the limit",
            |_| (),
            &[],
        ),
        (
            "a day after",
            |f| member(f).valid_until = YESTERDAY,
            &["member.expired"],
        ),
        (
            "the last suspended day",
            |f| member(f).suspended_until = Some(TODAY),
            &["member.suspended"],
        ),
        ("never suspended", |f| member(f).suspended_until = None, &[]),
        (
            "blocked",
            |f| member(f).blocked = Some("kartu hilang".to_owned()),
            &["member.blocked"],
        ),
        ("a rupiah more than the limit", |f| f.owed = 5_001, &["member.owes"]),
        ("a credit", |f| f.owed = -1, &[]),
        ("overdue", |f| f.overdue = Some((1, YESTERDAY)), &["member.overdue"]),
        ("as many as the type allows", |f| f.in_all = 2, &["limit.total"]),
        ("more than the type allows", |f| f.in_all = 3, &["limit.total"]),
        (
            "a type without limit",
            |f| (member(f).max_items, f.in_all) = (None, 99),
            &[],
        ),
        (
            "a type that may have nothing",
            |f| (member(f).max_items, f.in_all) = (Some(0), 0),
            &["limit.total"],
        ),
        ("as many as the rule allows", |f| f.under_rule = 2, &["limit.rule"]),
        (
            "a rule without limit",
            |f| (f.rule.as_mut().expect("a rule").terms.max_items, f.under_rule) = (None, 99),
            &[],
        ),
        ("on loan", |f| f.on_loan = Some(TODAY), &["item.on_loan"]),
        (
            "not for loan",
            |f| item(f).status = ItemStatus::NotForLoan,
            &["item.not_for_loan"],
        ),
        (
            "being mended",
            |f| item(f).status = ItemStatus::Repair,
            &["item.not_for_loan"],
        ),
        ("lost", |f| item(f).status = ItemStatus::Lost, &["item.not_for_loan"]),
        ("set aside", |f| f.held_until = Some(TODAY), &["item.held_for_other"]),
        (
            "a birthday tomorrow",
            |f| member(f).born = Some(date(2009, 11, 21)),
            &["age.min"],
        ),
        ("no birth date", |f| member(f).born = None, &["age.min"]),
        (
            "no birth date, and none is asked for",
            |f| (member(f).born, f.rule.as_mut().expect("a rule").terms.age_min) = (None, 0),
            &[],
        ),
        ("no rule", |f| f.rule = None, &["rule.none"]),
        ("no copy", |f| f.item = None, &["item.unknown"]),
        ("no member", |f| f.member = None, &["member.unknown"]),
        (
            "neither",
            |f| (f.member, f.item) = (None, None),
            &["member.unknown", "item.unknown"],
        ),
        (
            "everything at once",
            |f| {
                let who = member(f);
                (who.valid_until, who.suspended_until) = (YESTERDAY, Some(TODAY));
                (who.blocked, who.born) = (Some("x".to_owned()), None);
                (f.owed, f.overdue, f.in_all, f.under_rule) = (9_000, Some((2, YESTERDAY)), 2, 2);
                (f.on_loan, f.held_until) = (Some(TODAY), Some(TODAY));
                item(f).status = ItemStatus::NotForLoan;
            },
            &[
                "member.expired",
                "member.suspended",
                "member.blocked",
                "member.owes",
                "member.overdue",
                "limit.total",
                "item.on_loan",
                "item.not_for_loan",
                "item.held_for_other",
                "limit.rule",
                "age.min",
            ],
        ),
    ];
    for (name, change, expected) in cases {
        let mut facts = Facts::granted();
        change(&mut facts);
        assert_eq!(facts.refusals(), *expected, "{name}");
    }
}

#[test]
fn each_reason_against_a_renewal() {
    let member = reader();
    let rule = rule();
    let standing = Standing {
        member: &member,
        day: TODAY,
        owed: 0,
        owes_limit: 0,
        overdue: None,
    };
    let granted = RenewalCase {
        standing,
        rule: Some(&rule),
        renewals: 0,
        waiting: 0,
        due: TODAY,
        renewed: Some(date(2026, 11, 27)),
    };
    let cases: &[(RenewalCase<'_>, &[&str])] = &[
        (granted, &[]),
        (RenewalCase { renewals: 1, ..granted }, &["renewal.used_up"]),
        (RenewalCase { waiting: 1, ..granted }, &["renewal.held"]),
        (
            RenewalCase {
                renewed: Some(TODAY),
                ..granted
            },
            &["renewal.no_gain"],
        ),
        (
            RenewalCase {
                rule: None,
                renewed: None,
                ..granted
            },
            &["rule.none"],
        ),
        (
            RenewalCase {
                standing: Standing {
                    owed: 1,
                    overdue: Some((1, YESTERDAY)),
                    ..standing
                },
                renewals: 2,
                ..granted
            },
            &["member.owes", "member.overdue", "renewal.used_up"],
        ),
    ];
    for (case, expected) in cases {
        assert_eq!(codes(&renewal_refusals(case)), *expected, "{case:?}");
    }
}
