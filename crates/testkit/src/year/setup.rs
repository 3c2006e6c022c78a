//! How the library stands when the year begins: settings, rules, its titles, its members.

use pustaka_core::circulation::rules::{Proposal, RuleKey, Terms};
use pustaka_core::values::money::Money;

use super::opening::RAMADAN;
use super::people::People;
use super::stock::Stock;
use super::{Deed, FIRST, STAFF, What};

pub(super) fn deeds(stock: &mut Stock, people: &People) -> Vec<Deed> {
    let day = FIRST.yesterday().unwrap_or(FIRST);
    let settings = [
        ("loan.owes-limit", "10000"),
        ("hold.limit", "3"),
        ("loan.lost-reversal-days", "21"),
    ];
    let mut all: Vec<What> = settings.map(|(key, value)| What::Setting(key, value)).to_vec();
    all.push(What::Rules(rules()));
    all.push(What::Titles("katalog.csv".to_owned(), stock.catalogue()));
    all.extend(people.enrolments());
    all.push(What::TakeOver(stock.lend_before(people)));
    let deed = |(at, what): (usize, What)| Deed {
        at: day.at(
            9,
            i8::try_from(at / 60 % 60).unwrap_or(0),
            i8::try_from(at % 60).unwrap_or(0),
            0,
        ),
        staff: STAFF[0],
        what,
    };
    all.into_iter().enumerate().map(deed).collect()
}

/// A week, two for students, a day in the reading room for works of reference; shorter in Ramadan.
fn rules() -> Vec<Proposal> {
    let money = |amount| Money::from_whole(amount).unwrap_or_default();
    let usual = Terms {
        max_items: Some(3),
        renewals: 2,
        fine: money(500),
        fine_cap: money(20_000),
        ..Terms::default()
    };
    let key = |member: Option<&str>, collection: Option<&str>| RuleKey {
        member_type: member.map(str::to_owned),
        collection_type: collection.map(str::to_owned),
        ..RuleKey::default()
    };
    let rule = |key, terms| Proposal { key, terms };
    vec![
        rule(key(None, None), usual.clone()),
        rule(
            key(Some("mahasiswa"), None),
            Terms {
                loan_days: 14,
                grace: 1,
                ..usual.clone()
            },
        ),
        rule(
            key(Some("anak"), None),
            Terms {
                fine: Money::default(),
                ..usual.clone()
            },
        ),
        rule(
            key(None, Some("Referensi")),
            Terms {
                loan_days: 0,
                renewals: 0,
                ..usual.clone()
            },
        ),
        rule(
            RuleKey {
                season: Some(RAMADAN),
                ..key(None, None)
            },
            Terms { loan_days: 5, ..usual },
        ),
    ]
}
