//! Why a loan is due when it is, and what it costs: the decision's steps, worked out again.

use jiff::civil::Date;

use super::store::{self, Told};
use crate::calendar::{self, Calendar};
use crate::circulation::charges::{Account, ChargeState, store as ledger};
use crate::circulation::facts::day_of;
use crate::circulation::rules::{self, Lateness, LoanRule, RenewFrom, Terms};
use crate::circulation::store as facts;
use crate::circulation::{Borrower, ItemFacts};
use crate::decision::{Decision, Step};
use crate::error::{Error, Result};
use crate::library::Snapshot;
use crate::values::ids::LoanId;

/// What is to be explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The open loan of a copy, else its last one, by barcode.
    Item(String),
    /// A loan by its number.
    Loan(LoanId),
}

/// Why a loan is what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Number of the loan.
    pub loan: LoanId,
    /// Barcode.
    pub item: String,
    /// Title.
    pub title: String,
    /// Card of the member; none once the loan is cut from the person.
    pub card: Option<String>,
    /// When it was lent, ISO 8601 with offset.
    pub loaned_at: String,
    /// How often it was renewed.
    pub renewals: u32,
    /// When it was renewed last.
    pub renewed_at: Option<String>,
    /// The rule of the loan; none when it was taken over from another system.
    pub rule: Option<LoanRule>,
    /// What the rule said when it was decided.
    pub due_decided: Date,
    /// The last day on which it is not late; another than `due_decided` after a closure that was entered later.
    pub due: Date,
    /// How the rule comes to a due date, by the calendar and the membership as they stand now. None without a rule, and
    /// once the person is cut.
    pub steps: Vec<Step>,
    /// What the rule says now, when that is not what was decided: a closure or the membership changed since, or staff
    /// gave the date.
    pub now_said: Option<Date>,
    /// `returned` or `lost`; none while it is open.
    pub ended: Option<String>,
    /// When.
    pub ended_at: Option<String>,
    /// What lateness came to when it ended, or comes to today; of a loan of another system by the rule for such a loan.
    pub late: Option<Decision<Lateness>>,
    /// What was charged for it.
    pub charges: Vec<ChargeState>,
}

/// Explains a loan as of `day`.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Calendar`] when there is no open day, and storage errors.
pub fn explain(snapshot: &Snapshot<'_>, about: &About, day: Date) -> Result<Explanation> {
    let conn = snapshot.sql();
    let loan = match about {
        About::Loan(id) => *id,
        About::Item(barcode) => {
            let item = facts::item(conn, barcode)?.ok_or_else(|| not_found("item", barcode))?;
            let last = store::last(conn, item.id)?;
            last.ok_or_else(|| not_found("loan", barcode))?.id
        }
    };
    let told = store::told(conn, loan)?.ok_or_else(|| not_found("loan", &loan.to_string()))?;
    let item = facts::item_by_id(conn, told.item)?;
    let rule = match told.rule {
        Some(id) => rules::store::by_id(conn, id)?,
        None => None,
    };
    let member = match told.member {
        Some(id) => Some(facts::borrower_by_id(conn, id)?),
        None => None,
    };
    let calendar = calendar::store::load(conn, day_of(&told.loaned_at).min(told.due))?;
    let ended_on = told.ended_at.as_deref().map_or(day, day_of);
    let again = match (&rule, &member) {
        (Some(rule), Some(member)) => Some(decided_again(&rule.terms, &told, member.valid_until, &calendar)?),
        _ => None,
    };
    let late = match (&rule, &member) {
        (Some(rule), _) => Some(rules::lateness(&rule.terms, told.due, ended_on, item.price, &calendar)),
        (None, Some(member)) => taken_over(snapshot, &told, member, &item, (ended_on, &calendar))?,
        (None, None) => None,
    };
    let charges = match told.member {
        Some(id) => Account::of(&ledger::entries(conn, id)?).charges,
        None => Vec::new(),
    };
    Ok(Explanation {
        now_said: again
            .as_ref()
            .map(|due| due.value)
            .filter(|due| *due != told.due_decided),
        steps: again.map(|due| due.steps).unwrap_or_default(),
        charges: charges.into_iter().filter(|charge| charge.loan == Some(loan)).collect(),
        card: member.map(|member| member.card),
        item: item.barcode,
        title: item.title,
        rule,
        late,
        ..of(told)
    })
}

/// How the terms come to a due date: counted from the loan or its last renewal, or from one due date to the next.
fn decided_again(terms: &Terms, told: &Told, valid_until: Date, calendar: &Calendar) -> Result<Decision<Date>> {
    let loaned = day_of(&told.loaned_at);
    let counted_from = match (terms.renew_from, &told.renewed_at) {
        (RenewFrom::Today, Some(renewed)) => day_of(renewed),
        _ => loaned,
    };
    let mut due = rules::due(terms, counted_from, valid_until, calendar)?;
    if terms.renew_from == RenewFrom::Due {
        for _ in 0..told.renewals {
            due = rules::renewed(terms, loaned, due.value, valid_until, calendar)?;
        }
    }
    Ok(due)
}

/// The lateness of a loan of another system: by the rule for such a loan on the day, as a return has it.
fn taken_over(
    snapshot: &Snapshot<'_>,
    told: &Told,
    member: &Borrower,
    item: &ItemFacts,
    (day, calendar): (Date, &Calendar),
) -> Result<Option<Decision<Lateness>>> {
    let active = rules::store::active(snapshot.sql())?;
    let kinds = (item.collection_type.as_deref(), item.medium.as_deref());
    let Some(rule) = rules::select(&active, &member.member_type, kinds.0, kinds.1, day) else {
        return Ok(None);
    };
    let late = rules::lateness(&rule.terms, told.due, day, item.price, calendar);
    let mut decision = Decision::new(late.value);
    decision.step("rule", rule.key.to_string());
    decision.steps.extend(late.steps);
    Ok(Some(decision))
}

/// What the row itself says.
fn of(told: Told) -> Explanation {
    Explanation {
        loan: told.id,
        item: String::new(),
        title: String::new(),
        card: None,
        loaned_at: told.loaned_at,
        renewals: told.renewals,
        renewed_at: told.renewed_at,
        rule: None,
        due_decided: told.due_decided,
        due: told.due,
        steps: Vec::new(),
        now_said: None,
        ended: told.ended,
        ended_at: told.ended_at,
        late: None,
        charges: Vec::new(),
    }
}

fn not_found(what: &'static str, wanted: &str) -> Error {
    Error::NotFound {
        what,
        wanted: wanted.to_owned(),
    }
}
