//! Renewing: one copy, several, or all that a member has.

use std::collections::BTreeMap;
use std::collections::btree_map;

use jiff::civil::Date;
use serde_json::json;

use super::case::{RenewalCase, renewal_refusals};
use super::checkout::RefusedItem;
use super::ending::Ending;
use super::meter::{Meter, rule_of};
use super::store;
use crate::act::Act;
use crate::circulation::holds::queue::Queue;
use crate::circulation::reason::{Override, Weighed};
use crate::circulation::rules::{self, LoanRule};
use crate::circulation::store as facts;
use crate::circulation::{ItemFacts, OpenLoan, Policy, Reason};
use crate::decision::{Decision, Step};
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::Transaction;
use crate::values::ids::{LoanId, MemberId};
use crate::values::money::Money;

/// What is renewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Renewing {
    /// Copies, by barcode.
    Items(Vec<String>),
    /// All that the member with this card has on loan.
    AllOf(String),
}

/// What renewals came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RenewAnswer {
    /// What was renewed.
    pub renewed: Vec<Renewal>,
    /// What was not, and every reason.
    pub refused: Vec<RefusedItem>,
}

/// A loan that was renewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewal {
    /// Number of the loan.
    pub loan: LoanId,
    /// Card of the member.
    pub card: String,
    /// Barcode.
    pub item: String,
    /// Title.
    pub title: String,
    /// The due date before.
    pub before: Date,
    /// The due date now.
    pub due: Date,
    /// Name of the rule.
    pub rule: Option<String>,
    /// How often it was renewed, this time included.
    pub renewals: u32,
    /// What was charged because it was late until now.
    pub fine: Money,
    /// How the due date came about.
    pub steps: Vec<Step>,
    /// The codes that were passed over.
    pub overridden: Vec<&'static str>,
}

/// A renewal that is looked at.
pub(super) struct Offer<'a> {
    pub(super) policy: &'a Policy,
    pub(super) meter: &'a Meter,
    pub(super) queue: &'a Queue,
    pub(super) item: &'a ItemFacts,
    pub(super) loan: &'a OpenLoan,
}

/// A renewal that is granted.
pub(super) struct Granted {
    pub(super) due: Decision<Date>,
    pub(super) rule: Option<LoanRule>,
    pub(super) overridden: Vec<&'static str>,
}

/// Judges a renewal: by the rule that the loan was made under, else by the one for such a loan today.
pub(super) fn offer(
    tx: &Transaction<'_>,
    of: &Offer<'_>,
    over: &Override,
) -> Result<std::result::Result<Granted, Weighed>> {
    let rule = match rule_of(tx, of.policy, of.loan)? {
        Some(rule) => Some(rule),
        None => of.policy.rule(&of.meter.member.member_type, of.item).cloned(),
    };
    let end_is_over = over.codes.iter().any(|code| code == "member.expired");
    let valid_until = of.meter.member.cut_to(of.policy.day, end_is_over);
    let due = match &rule {
        Some(rule) => {
            let (day, calendar) = (of.policy.day, &of.policy.calendar);
            Some(rules::renewed(&rule.terms, day, of.loan.due, valid_until, calendar)?)
        }
        None => None,
    };
    let reasons = renewal_refusals(&RenewalCase {
        standing: of.meter.standing(of.policy),
        rule: rule.as_ref(),
        renewals: of.loan.renewals,
        waiting: u32::try_from(of.queue.waiting_for(of.item.id)).unwrap_or(u32::MAX),
        due: of.loan.due,
        renewed: due.as_ref().map(|due| due.value),
    });
    let weighed = over.weigh(reasons);
    Ok(match due {
        Some(due) if weighed.standing.is_empty() => Ok(Granted {
            due,
            rule,
            overridden: weighed.passed,
        }),
        _ => Err(weighed),
    })
}

pub(crate) fn renew(
    tx: &Transaction<'_>,
    act: &Act,
    which: &Renewing,
    over: &Override,
) -> Result<(RenewAnswer, Option<Entry>)> {
    over.check()?;
    let mut answer = RenewAnswer::default();
    let wanted = wanted(tx, which, &mut answer)?;
    let mut ending = Ending::load(tx, act, &wanted, &[])?;
    let mut meters: BTreeMap<MemberId, Meter> = BTreeMap::new();
    for (_, loan) in &wanted {
        if let btree_map::Entry::Vacant(unread) = meters.entry(loan.member) {
            let member = ending.party(loan.member)?.member.clone();
            unread.insert(Meter::load(tx, member, &ending.policy)?);
        }
    }
    let mut granted = Vec::new();
    for (item, loan) in wanted {
        let Some(meter) = meters.get(&loan.member) else {
            continue;
        };
        let offered = Offer {
            policy: &ending.policy,
            meter,
            queue: ending.queues.of(item.title_id),
            item: &item,
            loan: &loan,
        };
        let offered = if loan.loaned() > act.day() {
            let loaned = loan.loaned();
            Err(over.weigh(vec![Reason::LoanBeganLater { loaned }]))
        } else {
            offer(tx, &offered, over)?
        };
        match offered {
            Ok(one) => granted.push((item, loan, one)),
            Err(weighed) => answer.refused.push(RefusedItem {
                item: item.barcode,
                title: Some(item.title),
                reasons: weighed.standing,
            }),
        }
    }
    if granted.is_empty() {
        return Ok((answer, None));
    }
    let entry = entry(&granted, over);
    for (item, loan, one) in &granted {
        let fine = ending.charge_lateness(act, item, loan)?.0.value.fine;
        answer
            .renewed
            .push(told(item, loan, one, fine, &ending.party(loan.member)?.member.card));
    }
    ending.store(tx, act)?;
    for (_, loan, one) in &granted {
        let rule = one.rule.as_ref().map(|rule| rule.id);
        store::renew(tx.sql(), loan.id, rule, one.due.value, &act.stamp())?;
    }
    Ok((answer, Some(entry)))
}

/// The open loans that are meant; what is none is refused.
fn wanted(tx: &Transaction<'_>, which: &Renewing, answer: &mut RenewAnswer) -> Result<Vec<(ItemFacts, OpenLoan)>> {
    let conn = tx.sql();
    let mut wanted: Vec<(ItemFacts, OpenLoan)> = Vec::new();
    match which {
        Renewing::AllOf(card) => {
            let member = facts::borrower(conn, card)?.ok_or_else(|| Error::NotFound {
                what: "member",
                wanted: card.clone(),
            })?;
            for loan in facts::open_loans_of(conn, member.id)? {
                wanted.push((facts::item_by_id(conn, loan.item)?, loan));
            }
        }
        Renewing::Items(barcodes) => {
            for barcode in barcodes {
                let item = facts::item(conn, barcode)?;
                let loan = match &item {
                    Some(item) => facts::open_loan(conn, item.id)?,
                    None => None,
                };
                let reason = if item.is_some() {
                    Reason::ItemNotOnLoan
                } else {
                    Reason::ItemUnknown
                };
                match (item, loan) {
                    (Some(_), Some(loan)) if wanted.iter().any(|(_, other)| other.id == loan.id) => (),
                    (Some(item), Some(loan)) => wanted.push((item, loan)),
                    (item, _) => answer.refused.push(RefusedItem {
                        item: barcode.trim().to_owned(),
                        title: item.map(|item| item.title),
                        reasons: vec![reason],
                    }),
                }
            }
        }
    }
    Ok(wanted)
}

fn told(item: &ItemFacts, loan: &OpenLoan, one: &Granted, fine: Money, card: &str) -> Renewal {
    Renewal {
        loan: loan.id,
        card: card.to_owned(),
        item: item.barcode.clone(),
        title: item.title.clone(),
        before: loan.due,
        due: one.due.value,
        rule: one.rule.as_ref().map(|rule| rule.key.to_string()),
        renewals: loan.renewals + 1,
        fine,
        steps: one.due.steps.clone(),
        overridden: one.overridden.clone(),
    }
}

fn entry(granted: &[(ItemFacts, OpenLoan, Granted)], over: &Override) -> Entry {
    let loans: Vec<LoanId> = granted.iter().map(|(_, loan, _)| loan.id).collect();
    let mut detail = json!({ "loans": loans });
    let passed: Vec<_> = granted
        .iter()
        .filter(|(_, _, one)| !one.overridden.is_empty())
        .map(|(_, loan, one)| json!({ "loan": loan.id, "codes": one.overridden }))
        .collect();
    if !passed.is_empty() {
        detail["override"] = json!(passed);
        detail["note"] = json!(over.note);
    }
    Entry {
        action: "loan.renew",
        detail,
    }
}
