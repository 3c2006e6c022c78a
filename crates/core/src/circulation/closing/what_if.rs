//! What if the rules were others: today's open loans under them, without storing anything.

use jiff::civil::Date;

use super::{THE_BEGINNING, store};
use crate::calendar;
use crate::circulation::rules::{self, LoanRule, Proposal, RuleKey, due, lateness, select};
use crate::error::Result;
use crate::library::Library;
use crate::values::ids::{LoanId, RuleId};
use crate::values::money::Money;

/// An open loan that would be another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The loan.
    pub loan: LoanId,
    /// The copy's barcode.
    pub item: String,
    /// The member's card.
    pub card: Option<String>,
    /// The rule that it is under; none when it was taken over from another system.
    pub rule: Option<RuleKey>,
    /// The rule that it would be under; none when none is for it.
    pub rule_then: Option<RuleKey>,
    /// Its due date.
    pub due: Date,
    /// The due date that it would have, counted from the loan or its last renewal.
    pub due_then: Option<Date>,
    /// The fine, if it came back on the day that was asked about.
    pub fine: Money,
    /// The fine that it would be.
    pub fine_then: Money,
}

impl Library {
    /// How today's open loans would stand if these rules were in force: those that would stand otherwise.
    ///
    /// # Errors
    /// [`crate::Error::Rule`] when the rules clash among themselves, [`crate::Error::Calendar`], and storage errors.
    pub fn what_if(&self, proposals: &[Proposal], today: Date) -> Result<Vec<Difference>> {
        self.read(|snapshot| {
            let conn = snapshot.sql();
            let calendar = calendar::store::load(conn, THE_BEGINNING)?;
            let active = rules::store::active(conn)?;
            let proposed = with_proposals(active.clone(), proposals)?;
            let open = store::contexts(conn)?;
            let known = store::rules(conn, open.iter().filter_map(|context| context.loan.rule))?;
            let mut found = Vec::new();
            for context in open {
                let loan = &context.loan;
                let from = context.counted_from.unwrap_or(loan.due);
                let kinds = (context.collection_type.as_deref(), context.medium.as_deref());
                let then = select(&proposed, &context.member_type, kinds.0, kinds.1, from);
                let fine = |rule: Option<&LoanRule>, due: Date| match rule {
                    Some(rule) => lateness(&rule.terms, due, today, context.price, &calendar).value.fine,
                    None => Money::default(),
                };
                let now = loan.rule.and_then(|id| known.get(&id));
                // What was taken over from another system is fined by the rule of the day on which it comes back.
                let fined_by = now.or_else(|| select(&active, &context.member_type, kinds.0, kinds.1, today));
                let due_then = match then {
                    Some(rule) => Some(due(&rule.terms, from, context.valid_until, &calendar)?.value),
                    None => None,
                };
                let difference = Difference {
                    loan: loan.id,
                    item: loan.item.clone(),
                    card: loan.card.clone(),
                    rule: now.map(|rule| rule.key.clone()),
                    rule_then: then.map(|rule| rule.key.clone()),
                    due: loan.due,
                    due_then,
                    fine: fine(fined_by, loan.due),
                    fine_then: due_then.map_or(Money::default(), |due| fine(then, due)),
                };
                if difference.is_one() {
                    found.push(difference);
                }
            }
            Ok(found)
        })
    }
}

impl Difference {
    fn is_one(&self) -> bool {
        self.due_then != Some(self.due) || self.fine_then != self.fine
    }
}

/// The rules as they would be.
fn with_proposals(mut rules: Vec<LoanRule>, proposals: &[Proposal]) -> Result<Vec<LoanRule>> {
    let mut next = rules.iter().map(|rule| rule.id.0).max().unwrap_or_default();
    for proposal in proposals {
        rules.retain(|rule| rule.key != proposal.key);
        next += 1;
        rules::alone(&rules, &proposal.key)?;
        rules.push(LoanRule {
            id: RuleId(next),
            key: proposal.key.clone(),
            terms: proposal.terms.clone(),
        });
    }
    Ok(rules)
}
