//! What a loan comes to when it ends: lateness, a charge, a suspension, and the queue that the copy goes back to.
//!
//! A [`Ending`] reads all that it needs first, gathers what follows from each loan that ends, and stores it at last.

use std::collections::BTreeMap;

use super::store;
use crate::act::Act;
use crate::catalog::record::ItemStatus;
use crate::circulation::charges::{Book, EntryKind, LARGEST, New, reasons};
use crate::circulation::history::{Cut, Over};
use crate::circulation::holds::Queues;
use crate::circulation::rules::{self, Basis, Lateness, LoanRule};
use crate::circulation::store::{self as facts, Numbers};
use crate::circulation::{Borrower, ItemFacts, OpenLoan, Policy};
use crate::decision::Decision;
use crate::error::Result;
use crate::library::Transaction;
use crate::values::ids::{ItemId, LedgerId, LoanId, MemberId, RuleId, TitleId};
use crate::values::money::Money;
use jiff::civil::Date;

/// A member whose loans end, with the ledger.
#[derive(Debug)]
pub(super) struct Party {
    pub(super) member: Borrower,
    pub(super) book: Book,
    over: Vec<Over>,
    /// The last day without loans as it was read.
    suspended_before: Option<Date>,
}

/// Loans that end together.
#[derive(Debug)]
pub(super) struct Ending {
    pub(super) policy: Policy,
    pub(super) queues: Queues,
    pub(super) numbers: Numbers,
    parties: BTreeMap<MemberId, Party>,
    rules: BTreeMap<RuleId, LoanRule>,
    ends: Vec<(LoanId, &'static str)>,
    reopened: Vec<(LoanId, MemberId)>,
    statuses: Vec<(ItemId, ItemStatus)>,
}

impl Ending {
    /// Reads what the end of these loans needs, and the queues of some more titles.
    pub(super) fn load(
        tx: &Transaction<'_>,
        act: &Act,
        loans: &[(ItemFacts, OpenLoan)],
        titles: &[TitleId],
    ) -> Result<Ending> {
        let all = loans
            .iter()
            .map(|(item, _)| item.title_id)
            .chain(titles.iter().copied());
        let dues = loans.iter().map(|(_, loan)| loan.due);
        let mut ending = Ending {
            policy: Policy::load(tx, act.day(), dues.fold(act.day(), Date::min))?,
            queues: Queues::load(tx, act.day(), all, false)?,
            numbers: Numbers::after_last(tx.sql(), LedgerId::COUNTER)?,
            parties: BTreeMap::new(),
            rules: BTreeMap::new(),
            ends: Vec::new(),
            reopened: Vec::new(),
            statuses: Vec::new(),
        };
        for (_, loan) in loans {
            ending.read_party(tx, loan.member)?;
            if let Some(id) = loan.rule
                && let Some(rule) = rules::store::by_id(tx.sql(), id)?
            {
                ending.rules.insert(id, rule);
            }
        }
        Ok(ending)
    }

    /// Reads a member and the ledger, once.
    pub(super) fn read_party(&mut self, tx: &Transaction<'_>, id: MemberId) -> Result<()> {
        if self.parties.contains_key(&id) {
            return Ok(());
        }
        let member = facts::borrower_by_id(tx.sql(), id)?;
        let party = Party {
            book: Book::load(tx, &member)?,
            suspended_before: member.suspended_until,
            over: Vec::new(),
            member,
        };
        self.parties.insert(id, party);
        Ok(())
    }

    /// A member that was read.
    pub(super) fn party(&mut self, id: MemberId) -> Result<&mut Party> {
        let missing = || crate::error::Error::Database(rusqlite::Error::QueryReturnedNoRows);
        self.parties.get_mut(&id).ok_or_else(missing)
    }

    /// What lateness comes to by the loan's own rule; by the one for such a loan today, when it was taken over from
    /// another system. And what it was worked out from: the price only where the rule asks for it, because with a due
    /// date it may say which book it was.
    fn lateness(&mut self, item: &ItemFacts, loan: &OpenLoan) -> Result<(Basis, Decision<Lateness>)> {
        let member_type = self.party(loan.member)?.member.member_type.clone();
        let own = loan.rule.and_then(|id| self.rules.get(&id));
        let rule = own.or_else(|| self.policy.rule(&member_type, item));
        let terms = rule.map(|rule| rule.terms.clone()).unwrap_or_default();
        let (day, calendar) = (self.policy.day, &self.policy.calendar);
        let late = rules::lateness(&terms, loan.due, day, item.price, calendar);
        let mut decision = Decision::new(late.value);
        if let Some(rule) = rule {
            decision.step("rule", rule.key.to_string());
        }
        decision.steps.extend(late.steps);
        let basis = Basis {
            rule: rule.map_or(RuleId(0), |rule| rule.id),
            due: loan.due,
            returned: day,
            price: item.price.filter(|_| terms.price_cap > 0),
        };
        Ok((basis, decision))
    }

    /// Charges lateness and suspends, as the rule has it.
    pub(super) fn charge_lateness(
        &mut self,
        act: &Act,
        item: &ItemFacts,
        loan: &OpenLoan,
    ) -> Result<(Decision<Lateness>, Option<LedgerId>)> {
        let (basis, mut late) = self.lateness(item, loan)?;
        late.value.fine = late.value.fine.min(Money::from_whole(LARGEST).unwrap_or_default());
        let mut charge = None;
        if late.value.fine > Money::default() {
            charge = Some(self.charge(act, loan, reasons::LATE, late.value.fine, Some(basis.to_json()))?);
        }
        let party = self.party(loan.member)?;
        party.member.suspended_until = party.member.suspended_until.max(late.value.suspended_until);
        Ok((late, charge))
    }

    /// Charges the member of a loan for something.
    pub(super) fn charge(
        &mut self,
        act: &Act,
        loan: &OpenLoan,
        reason: &'static str,
        amount: Money,
        basis: Option<serde_json::Value>,
    ) -> Result<LedgerId> {
        let new = New {
            loan: Some(loan.id),
            basis,
            ..New::plain(EntryKind::Charge, reason, amount)
        };
        self.book(act, loan.member, new)
    }

    /// Adds an entry to the ledger of a member that was read.
    pub(super) fn book(&mut self, act: &Act, member: MemberId, new: New<'_>) -> Result<LedgerId> {
        let missing = || crate::error::Error::Database(rusqlite::Error::QueryReturnedNoRows);
        let party = self.parties.get_mut(&member).ok_or_else(missing)?;
        Ok(party.book.add(act, &mut self.numbers, new))
    }

    /// Ends a loan; `ended` is `returned` or `lost`.
    pub(super) fn end(&mut self, act: &Act, loan: LoanId, member: Option<MemberId>, ended: &'static str) -> Result<()> {
        self.ends.push((loan, ended));
        if let Some(member) = member {
            let ended_at = act.stamp();
            let lost = ended == "lost";
            self.party(member)?.over.push(Over { loan, lost, ended_at });
        }
        Ok(())
    }

    /// Opens a loan again that was ended by mistake.
    pub(super) fn reopen(&mut self, loan: LoanId, member: MemberId) {
        self.reopened.push((loan, member));
    }

    /// Gives a copy another status.
    pub(super) fn set_status(&mut self, item: &mut ItemFacts, status: ItemStatus) {
        if item.status != status {
            item.status = status;
            self.statuses.push((item.id, status));
        }
    }

    /// The copy is in the library: it is set aside for who waits, if it may be lent.
    pub(super) fn come_back(&mut self, item: &ItemFacts) {
        let free = item.status == ItemStatus::Available;
        self.queues.of(item.title_id).set_free(item.id, free);
        self.queues.hand_out();
    }

    /// Whether a copy gets another status, or anything moves in a queue.
    pub(super) fn moves_anything(&self) -> bool {
        !self.statuses.is_empty() || self.queues.changed()
    }

    /// Finds what is cut from the person, and stores everything.
    pub(super) fn store(&self, tx: &Transaction<'_>, act: &Act) -> Result<()> {
        let (conn, day) = (tx.sql(), self.policy.day);
        let mut cuts = Vec::new();
        for party in self.parties.values() {
            let cut = Cut::of_member(tx, day, &party.member, &party.book.account(), &party.over)?;
            cuts.push(cut.without(|loan| self.reopened.iter().any(|(open, _)| *open == loan)));
        }
        self.numbers.store(conn)?;
        for (loan, ended) in &self.ends {
            store::end(conn, *loan, ended, &act.stamp())?;
        }
        for (loan, member) in &self.reopened {
            store::reopen(conn, *loan, *member)?;
        }
        for party in self.parties.values() {
            party.book.store(tx, &party.member)?;
            if party.member.suspended_until != party.suspended_before {
                facts::set_suspended(conn, party.member.id, party.member.suspended_until)?;
            }
        }
        for (item, status) in &self.statuses {
            facts::set_item_status(conn, *item, *status)?;
        }
        self.queues.store(tx, act)?;
        cuts.iter().try_for_each(|cut| cut.store(tx))
    }
}
