//! Lending: each copy is judged on its own; what can be lent is lent, what can't is told with all the reasons.

use jiff::civil::Date;
use serde_json::json;

use super::case::{Case, refusals};
use super::meter::Meter;
use super::renew::{self, Offer};
use super::store;
use super::undo::{Fulfilled, Undo};
use crate::act::Act;
use crate::circulation::history::{Group, GroupRow};
use crate::circulation::holds::Queues;
use crate::circulation::reason::Override;
use crate::circulation::rules::{self, LoanRule};
use crate::circulation::store::{self as facts, Numbers};
use crate::circulation::{Borrower, ItemFacts, OpenLoan, Policy, Reason, Refusal};
use crate::decision::{Decision, Step};
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::Transaction;
use crate::values::ids::{GroupId, HoldId, LoanId};

/// How a checkout is done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckoutOptions {
    /// Reasons that staff pass over.
    pub over: Override,
    /// Lend all of them, or none.
    pub all_or_none: bool,
    /// The due date, whatever the rule says; with it a copy that no rule is for can be lent.
    pub due: Option<Date>,
}

/// What a checkout came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckoutAnswer {
    /// The card as given.
    pub card: String,
    /// The member; none when the card is unknown.
    pub member: Option<Borrower>,
    /// What the member owes, in rupiah; below zero for a credit.
    pub owed: i64,
    /// What was lent.
    pub loans: Vec<Lent>,
    /// What the member has on loan already: after a power cut, what was lent before it.
    pub already: Vec<AlreadyLent>,
    /// What was not lent, and every reason.
    pub refused: Vec<RefusedItem>,
    /// What could have been lent, when it was all or none.
    pub held_back: Vec<String>,
    /// Takes the loans back, as long as nothing happened to them.
    pub undo: Option<Undo>,
}

impl CheckoutAnswer {
    /// Whether everything that was asked for is with the member now.
    pub fn is_done(&self) -> bool {
        self.refused.is_empty()
    }
}

/// A copy that was lent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lent {
    /// Number of the loan.
    pub loan: LoanId,
    /// Barcode.
    pub item: String,
    /// Title.
    pub title: String,
    /// The day.
    pub loaned: Date,
    /// The last day on which it is not late.
    pub due: Date,
    /// Name of the rule: `umum/*/*`; none when the due date was given and no rule fits.
    pub rule: Option<String>,
    /// How the due date came about.
    pub steps: Vec<Step>,
    /// The codes that were passed over.
    pub overridden: Vec<&'static str>,
    /// The member's hold that is fulfilled by it.
    pub hold: Option<HoldId>,
}

/// A copy that the member has on loan already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlreadyLent {
    /// Number of the loan.
    pub loan: LoanId,
    /// Barcode.
    pub item: String,
    /// Title.
    pub title: String,
    /// When it was lent, ISO 8601 with offset.
    pub loaned_at: String,
    /// The last day on which it is not late.
    pub due: Date,
    /// Until when it would be after a renewal now, or why it can't be renewed.
    pub renewal: std::result::Result<Date, Vec<Reason>>,
}

/// A copy that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedItem {
    /// The barcode as given.
    pub item: String,
    /// Title, when the copy is known.
    pub title: Option<String>,
    /// Every reason.
    pub reasons: Vec<Reason>,
}

/// A copy that is asked for, and what is known of it.
struct Wanted {
    barcode: String,
    item: Option<ItemFacts>,
    loan: Option<OpenLoan>,
}

/// A loan that is granted.
struct Granted {
    item: ItemFacts,
    rule: Option<LoanRule>,
    due: Decision<Date>,
    overridden: Vec<&'static str>,
    hold: Option<Fulfilled>,
}

pub(crate) fn checkout(
    tx: &Transaction<'_>,
    act: &Act,
    card: &str,
    items: &[String],
    options: &CheckoutOptions,
) -> Result<(CheckoutAnswer, Option<Entry>)> {
    options.over.check()?;
    if let Some(due) = options.due.filter(|due| *due < act.day()) {
        return Err(Error::Circulation(Refusal::DueBeforeLoan { due }));
    }
    let mut desk = Desk::load(tx, act, card, items, options)?;
    let wanted = std::mem::take(&mut desk.wanted);
    for one in wanted {
        desk.judge(tx, one)?;
    }
    if options.all_or_none && !desk.answer.refused.is_empty() {
        let granted = desk.granted.drain(..);
        desk.answer.held_back = granted.map(|granted| granted.item.barcode).collect();
    }
    desk.lend(tx, act)
}

/// A checkout on its way.
struct Desk<'a> {
    options: &'a CheckoutOptions,
    policy: Policy,
    queues: Queues,
    meter: Option<Meter>,
    wanted: Vec<Wanted>,
    granted: Vec<Granted>,
    answer: CheckoutAnswer,
}

impl<'a> Desk<'a> {
    fn load(
        tx: &Transaction<'_>,
        act: &Act,
        card: &str,
        items: &[String],
        options: &'a CheckoutOptions,
    ) -> Result<Desk<'a>> {
        let member = facts::borrower(tx.sql(), card)?;
        let wanted = wanted(tx, items)?;
        // A renewal that is offered may count from the due date.
        let own = wanted.iter().filter_map(|one| one.loan.as_ref());
        let from = own.map(|loan| loan.due).fold(act.day(), Date::min);
        let policy = Policy::load(tx, act.day(), from)?;
        let titles = wanted.iter().filter_map(|one| Some(one.item.as_ref()?.title_id));
        let queues = Queues::load(tx, act.day(), titles, false)?;
        let meter = match &member {
            Some(member) => Some(Meter::load(tx, member.clone(), &policy)?),
            None => None,
        };
        Ok(Desk {
            options,
            policy,
            queues,
            wanted,
            granted: Vec::new(),
            answer: CheckoutAnswer {
                card: card.trim().to_owned(),
                owed: meter.as_ref().map_or(0, |meter| meter.owed),
                member,
                loans: Vec::new(),
                already: Vec::new(),
                refused: Vec::new(),
                held_back: Vec::new(),
                undo: None,
            },
            meter,
        })
    }

    /// Grants one copy, refuses it, or finds it lent to the member already.
    fn judge(&mut self, tx: &Transaction<'_>, wanted: Wanted) -> Result<()> {
        let member = self.meter.as_ref().map(|meter| meter.member.id);
        if let (Some(item), Some(loan)) = (&wanted.item, &wanted.loan)
            && Some(loan.member) == member
        {
            let already = self.already(tx, item, loan)?;
            self.answer.already.push(already);
            return Ok(());
        }
        let rule = self.rule_for(wanted.item.as_ref());
        let mut reasons = refusals(&self.case(&wanted, rule.as_ref()));
        if self.options.due.is_some() {
            reasons.retain(|reason| *reason != Reason::RuleNone);
        }
        let weighed = self.options.over.weigh(reasons);
        match wanted.item {
            Some(item) if weighed.standing.is_empty() => self.grant(item, rule, weighed.passed),
            item => {
                self.answer.refused.push(RefusedItem {
                    item: wanted.barcode,
                    title: item.map(|item| item.title),
                    reasons: weighed.standing,
                });
                Ok(())
            }
        }
    }

    fn rule_for(&self, item: Option<&ItemFacts>) -> Option<LoanRule> {
        let member = &self.meter.as_ref()?.member;
        self.policy.rule(&member.member_type, item?).cloned()
    }

    fn case<'b>(&'b mut self, wanted: &'b Wanted, rule: Option<&'b LoanRule>) -> Case<'b> {
        let member = self.meter.as_ref().map(|meter| meter.member.id);
        let aside = wanted.item.as_ref().and_then(|item| {
            let held = self.queues.of(item.title_id).ready_for(item.id)?;
            held.ready().filter(|_| Some(held.member) != member)
        });
        let meter = self.meter.as_ref();
        Case {
            standing: meter.map(|meter| meter.standing(&self.policy)),
            item: wanted.item.as_ref(),
            on_loan: wanted.loan.as_ref().map(|loan| loan.due),
            held_until: aside.map(|aside| aside.until),
            rule,
            under_rule: meter.zip(rule).map_or(0, |(meter, rule)| meter.under(rule)),
            in_all: meter.map_or(0, Meter::in_all),
        }
    }

    fn already(&mut self, tx: &Transaction<'_>, item: &ItemFacts, loan: &OpenLoan) -> Result<AlreadyLent> {
        let mut renewal = Err(vec![Reason::MemberUnknown]);
        if let Some(meter) = &self.meter {
            let offer = Offer {
                policy: &self.policy,
                meter,
                queue: self.queues.of(item.title_id),
                item,
                loan,
            };
            let renewed = renew::offer(tx, &offer, &Override::default())?;
            renewal = renewed
                .map(|granted| granted.due.value)
                .map_err(|weighed| weighed.standing);
        }
        Ok(AlreadyLent {
            loan: loan.id,
            item: item.barcode.clone(),
            title: item.title.clone(),
            loaned_at: loan.loaned_at.clone(),
            due: loan.due,
            renewal,
        })
    }

    fn grant(&mut self, item: ItemFacts, rule: Option<LoanRule>, overridden: Vec<&'static str>) -> Result<()> {
        let Some(meter) = &mut self.meter else { return Ok(()) };
        let due = due(
            self.options.due,
            rule.as_ref(),
            &meter.member,
            &overridden,
            &self.policy,
        )?;
        meter.lend(rule.as_ref());
        let queue = self.queues.of(item.title_id);
        let hold = queue.of(meter.member.id).cloned();
        let hold = hold.map(|held| Fulfilled {
            title: item.title_id,
            held,
        });
        queue.lend(item.id, meter.member.id);
        self.queues.hand_out();
        self.granted.push(Granted {
            item,
            rule,
            due,
            overridden,
            hold,
        });
        Ok(())
    }

    /// Stores what was granted.
    fn lend(mut self, tx: &Transaction<'_>, act: &Act) -> Result<(CheckoutAnswer, Option<Entry>)> {
        let Some(meter) = self.meter.as_ref().filter(|_| !self.granted.is_empty()) else {
            return Ok((self.answer, None));
        };
        let mut numbers = Numbers::after_last(tx.sql(), LoanId::COUNTER)?;
        let group = GroupRow::find(tx, Group::of(&meter.member, act.day()))?;
        let rows: Vec<OpenLoan> = self
            .granted
            .iter()
            .map(|granted| granted.row(act, LoanId(numbers.take()), &meter.member, group.id))
            .collect();
        numbers.store(tx.sql())?;
        group.store(tx)?;
        rows.iter().try_for_each(|row| store::add(tx.sql(), row))?;
        self.queues.store(tx, act)?;
        let entry = entry(&rows, &self.granted, self.options);
        self.answer.undo = Some(Undo::checkout(
            &rows,
            self.granted.iter().filter_map(|one| one.hold.clone()),
        ));
        let told = self
            .granted
            .into_iter()
            .zip(&rows)
            .map(|(granted, row)| granted.told(act, row));
        self.answer.loans = told.collect();
        Ok((self.answer, Some(entry)))
    }
}

impl Granted {
    fn row(&self, act: &Act, id: LoanId, member: &Borrower, group: GroupId) -> OpenLoan {
        OpenLoan {
            id,
            item: self.item.id,
            member: member.id,
            group,
            rule: self.rule.as_ref().map(|rule| rule.id),
            loaned_at: act.stamp(),
            due_decided: self.due.value,
            due: self.due.value,
            renewals: 0,
            renewed_at: None,
        }
    }

    fn told(self, act: &Act, row: &OpenLoan) -> Lent {
        Lent {
            loan: row.id,
            item: self.item.barcode,
            title: self.item.title,
            loaned: act.day(),
            due: self.due.value,
            rule: self.rule.map(|rule| rule.key.to_string()),
            steps: self.due.steps,
            overridden: self.overridden,
            hold: self.hold.map(|hold| hold.held.id),
        }
    }
}

/// The copies that are asked for, each once.
fn wanted(tx: &Transaction<'_>, items: &[String]) -> Result<Vec<Wanted>> {
    let mut wanted: Vec<Wanted> = Vec::with_capacity(items.len());
    for barcode in items.iter().map(|barcode| barcode.trim()) {
        if wanted.iter().any(|one| one.barcode == barcode) {
            continue;
        }
        let item = facts::item(tx.sql(), barcode)?;
        let loan = match &item {
            Some(item) => facts::open_loan(tx.sql(), item.id)?,
            None => None,
        };
        wanted.push(Wanted {
            barcode: barcode.to_owned(),
            item,
            loan,
        });
    }
    Ok(wanted)
}

/// The due date, given or by the rule.
fn due(
    given: Option<Date>,
    rule: Option<&LoanRule>,
    member: &Borrower,
    overridden: &[&str],
    policy: &Policy,
) -> Result<Decision<Date>> {
    if let Some(day) = given {
        let mut due = Decision::new(day);
        due.step("given", day);
        return Ok(due);
    }
    let valid_until = member.cut_to(policy.day, overridden.contains(&"member.expired"));
    match rule {
        Some(rule) => Ok(rules::due(&rule.terms, policy.day, valid_until, &policy.calendar)?),
        // Without a rule a loan is granted only with a day that was given.
        None => Ok(Decision::new(policy.day)),
    }
}

fn entry(rows: &[OpenLoan], granted: &[Granted], options: &CheckoutOptions) -> Entry {
    let loans: Vec<LoanId> = rows.iter().map(|row| row.id).collect();
    let mut detail = json!({ "loans": loans });
    let over: Vec<_> = rows
        .iter()
        .zip(granted)
        .filter(|(_, granted)| !granted.overridden.is_empty())
        .map(|(row, granted)| json!({ "loan": row.id, "codes": granted.overridden }))
        .collect();
    if !over.is_empty() {
        detail["override"] = json!(over);
        detail["note"] = json!(options.over.note);
    }
    if let Some(due) = options.due {
        detail["due"] = json!(due.to_string());
    }
    Entry {
        action: "loan.checkout",
        detail,
    }
}
