//! Whether a loan is refused: pure, and with all the reasons at once (rules.md, section 2).

use jiff::civil::Date;

use crate::catalog::record::ItemStatus;
use crate::circulation::rules::{LoanRule, age_on};
use crate::circulation::{Borrower, ItemFacts, Reason};
use crate::values::money::Money;

/// How a member stands with the library.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing<'a> {
    pub(crate) member: &'a Borrower,
    pub(crate) day: Date,
    /// What the member owes, in rupiah; below zero for a credit.
    pub(crate) owed: i64,
    /// More than this is too much.
    pub(crate) owes_limit: i64,
    /// How many copies are overdue and since when; none, too, when that does not matter to the library.
    pub(crate) overdue: Option<(u32, Date)>,
}

/// The reasons that lie with the member. The membership is valid on its last day, and a suspension lasts through its
/// last day.
pub(crate) fn standing(of: &Standing<'_>) -> Vec<Reason> {
    let member = of.member;
    let mut reasons = Vec::new();
    if member.valid_until < of.day {
        let valid_until = member.valid_until;
        reasons.push(Reason::MemberExpired { valid_until });
    }
    if let Some(until) = member.suspended_until.filter(|until| *until >= of.day) {
        reasons.push(Reason::MemberSuspended { until });
    }
    if let Some(why) = member.blocked.clone() {
        reasons.push(Reason::MemberBlocked { why });
    }
    if of.owed > of.owes_limit {
        reasons.push(Reason::MemberOwes {
            owed: Money::from_whole(of.owed).unwrap_or_default(),
            limit: Money::from_whole(of.owes_limit).unwrap_or_default(),
        });
    }
    if let Some((items, since)) = of.overdue {
        reasons.push(Reason::MemberOverdue { items, since });
    }
    reasons
}

/// A loan that is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Case<'a> {
    /// None: no member has the card.
    pub(crate) standing: Option<Standing<'a>>,
    /// None: no copy has the barcode.
    pub(crate) item: Option<&'a ItemFacts>,
    /// The due date, when it is lent to somebody else.
    pub(crate) on_loan: Option<Date>,
    /// Until when it is set aside, when it is for somebody else.
    pub(crate) held_until: Option<Date>,
    /// The rule that fits; none when none does.
    pub(crate) rule: Option<&'a LoanRule>,
    /// How many copies the member has on loan under this rule.
    pub(crate) under_rule: u32,
    /// How many in all.
    pub(crate) in_all: u32,
}

/// Every reason against a loan; none when it is granted.
pub(crate) fn refusals(case: &Case<'_>) -> Vec<Reason> {
    let mut reasons = Vec::new();
    match &case.standing {
        None => reasons.push(Reason::MemberUnknown),
        Some(of) => {
            reasons.extend(standing(of));
            if let Some(most) = of.member.max_items.filter(|most| case.in_all >= *most) {
                reasons.push(Reason::LimitTotal { most });
            }
        }
    }
    let Some(item) = case.item else {
        reasons.push(Reason::ItemUnknown);
        return reasons;
    };
    if let Some(due) = case.on_loan {
        reasons.push(Reason::ItemOnLoan { due });
    }
    if item.status != ItemStatus::Available {
        reasons.push(Reason::ItemNotForLoan { status: item.status });
    }
    if case.held_until.is_some() {
        let until = case.held_until;
        reasons.push(Reason::ItemHeldForOther { until });
    }
    if let Some(of) = &case.standing {
        reasons.extend(by_rule(case, of));
    }
    reasons
}

/// What the rule itself has against it.
fn by_rule(case: &Case<'_>, of: &Standing<'_>) -> Vec<Reason> {
    let Some(rule) = case.rule else {
        return vec![Reason::RuleNone];
    };
    let mut reasons = Vec::new();
    if let Some(most) = rule.terms.max_items.filter(|most| case.under_rule >= *most) {
        let rule = rule.key.to_string();
        reasons.push(Reason::LimitRule { rule, most });
    }
    let least = rule.terms.age_min;
    let age = of.member.born.map(|born| age_on(born, of.day));
    let reached = age.is_some_and(|age| i64::from(age) >= i64::from(least));
    if least > 0 && !reached {
        reasons.push(Reason::AgeMin { least, age });
    }
    reasons
}

/// A renewal that is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RenewalCase<'a> {
    pub(crate) standing: Standing<'a>,
    /// The rule of the loan; none when none is left for it.
    pub(crate) rule: Option<&'a LoanRule>,
    pub(crate) renewals: u32,
    /// How many others wait whom this copy would suit.
    pub(crate) waiting: u32,
    /// The due date as it stands, and what it would be.
    pub(crate) due: Date,
    pub(crate) renewed: Option<Date>,
}

/// Every reason against a renewal; none when it is granted.
pub(crate) fn renewal_refusals(case: &RenewalCase<'_>) -> Vec<Reason> {
    let mut reasons = standing(&case.standing);
    match case.rule {
        None => reasons.push(Reason::RuleNone),
        Some(rule) => {
            let most = rule.terms.renewals;
            if case.renewals >= most {
                reasons.push(Reason::RenewalsUsed { most });
            }
        }
    }
    if case.waiting > 0 {
        let waiting = case.waiting;
        reasons.push(Reason::RenewalHeld { waiting });
    }
    if case.renewed.is_some_and(|renewed| renewed <= case.due) {
        let due = case.due;
        reasons.push(Reason::RenewalNoGain { due });
    }
    reasons
}
