//! The member at the desk: what they have on loan, what they owe, and how much of each limit is used.

use jiff::civil::Date;

use super::case::Standing;
use crate::circulation::charges::store as ledger;
use crate::circulation::rules::{self, LoanRule, RuleKey};
use crate::circulation::store as facts;
use crate::circulation::{Borrower, OpenLoan, Policy};
use crate::error::Result;
use crate::library::Transaction;

/// What counts against a member's limits; it runs on while a checkout lends one copy after another.
#[derive(Debug)]
pub(crate) struct Meter {
    pub(crate) member: Borrower,
    /// What is owed, in rupiah; below zero for a credit.
    pub(crate) owed: i64,
    overdue: Option<(u32, Date)>,
    /// For each copy on loan the key of its rule; none when it was taken over from another system.
    under: Vec<Option<RuleKey>>,
}

impl Meter {
    pub(crate) fn load(tx: &Transaction<'_>, member: Borrower, policy: &Policy) -> Result<Meter> {
        let loans = facts::open_loans_of(tx.sql(), member.id)?;
        let mut under = Vec::with_capacity(loans.len());
        for loan in &loans {
            under.push(rule_of(tx, policy, loan)?.map(|rule| rule.key));
        }
        let late = || loans.iter().map(|loan| loan.due).filter(|due| *due < policy.day);
        let since = late().min().filter(|_| policy.overdue_blocks);
        Ok(Meter {
            owed: ledger::balance(tx.sql(), member.id)?,
            overdue: since.map(|since| (u32::try_from(late().count()).unwrap_or(u32::MAX), since)),
            under,
            member,
        })
    }

    /// How the member stands.
    pub(crate) fn standing<'a>(&'a self, policy: &Policy) -> Standing<'a> {
        Standing {
            member: &self.member,
            day: policy.day,
            owed: self.owed,
            owes_limit: policy.owes_limit,
            overdue: self.overdue,
        }
    }

    /// How many copies are on loan in all.
    pub(crate) fn in_all(&self) -> u32 {
        u32::try_from(self.under.len()).unwrap_or(u32::MAX)
    }

    /// How many of them under this rule. A rule that took the place of another with the same key counts on.
    pub(crate) fn under(&self, rule: &LoanRule) -> u32 {
        let same = self.under.iter().filter(|key| key.as_ref() == Some(&rule.key));
        u32::try_from(same.count()).unwrap_or(u32::MAX)
    }

    /// One more.
    pub(crate) fn lend(&mut self, rule: Option<&LoanRule>) {
        self.under.push(rule.map(|rule| rule.key.clone()));
    }
}

/// The rule that a loan was made under, ended or not.
pub(crate) fn rule_of(tx: &Transaction<'_>, policy: &Policy, loan: &OpenLoan) -> Result<Option<LoanRule>> {
    let Some(id) = loan.rule else { return Ok(None) };
    match policy.rules.iter().find(|rule| rule.id == id) {
        Some(rule) => Ok(Some(rule.clone())),
        None => rules::store::by_id(tx.sql(), id),
    }
}
