//! The model's ledger.

use super::bug::Bug;
use super::model::{Line, Member, Model, What, balance};
use super::world::REVERSAL_DAYS;

/// What is left of each charge of a member, and the credit.
pub(super) struct Open {
    pub(super) charges: Vec<(Line, i64)>,
    pub(super) credit: i64,
}

impl Model {
    /// Every payment is laid on the charges, one rupiah's worth after the other, from the oldest on.
    pub(super) fn open_of(&self, member: &Member) -> Open {
        let is_charge = |line: &&Line| matches!(line.what, What::Late | What::Lost | What::ByHand);
        let mut charges: Vec<(Line, i64)> = Vec::new();
        for line in member.entries.iter().filter(is_charge) {
            let back = member.entries.iter().filter(|other| other.what == What::Back(line.id));
            let back: i64 = back.map(|other| other.amount).sum();
            charges.push((line.clone(), line.amount - back));
        }
        let mut credit = 0;
        for line in &member.entries {
            match line.what {
                What::Payment => credit += line.amount,
                What::Refund | What::Given(_) => credit -= line.amount,
                _ => (),
            }
        }
        if self.has(Bug::NewestChargeFirst) {
            charges.reverse();
        }
        for (_, open) in &mut charges {
            let paid = credit.min(*open);
            *open -= paid;
            credit -= paid;
        }
        Open { charges, credit }
    }

    pub(super) fn book(&mut self, member: usize, what: What, amount: i64, loan: Option<usize>) -> i64 {
        self.last_entry += 1;
        let id = self.last_entry;
        self.members[member].entries.push(Line { id, what, amount, loan });
        id
    }

    /// What has not been taken back of a charge.
    pub(super) fn left_of(&self, member: usize, charge: i64) -> i64 {
        let entries = &self.members[member].entries;
        let whole = entries
            .iter()
            .find(|line| line.id == charge)
            .map_or(0, |line| line.amount);
        let back = entries.iter().filter(|line| line.what == What::Back(charge));
        whole - back.map(|line| line.amount).sum::<i64>()
    }

    /// Cuts what can be cut of a member.
    pub(super) fn cut(&mut self, member: usize) -> usize {
        if self.members[member].keeps && !self.has(Bug::ConsentIgnored) {
            return 0;
        }
        let open = self.open_of(&self.members[member]);
        let mut count = 0;
        for at in 0..self.loans.len() {
            let loan = &self.loans[at];
            let Some(end) = loan.end.as_ref().filter(|_| loan.member == Some(member)) else {
                continue;
            };
            let owes = open
                .charges
                .iter()
                .any(|(line, left)| line.loan == Some(at) && *left > 0);
            let may_be_found = end.lost && days_between(end.day, self.day) <= REVERSAL_DAYS;
            if (owes && !self.has(Bug::CutThoughOwing)) || may_be_found {
                continue;
            }
            self.loans[at].member = None;
            for line in &mut self.members[member].entries {
                if line.loan == Some(at) {
                    line.loan = None;
                }
            }
            count += 1;
        }
        count
    }

    pub(super) fn cut_all(&mut self) -> (Vec<String>, bool) {
        let count: usize = (0..self.members.len()).map(|member| self.cut(member)).sum();
        (vec![format!("cut {count}")], true)
    }

    fn booked(&mut self, member: usize, entry: i64) -> (Vec<String>, bool) {
        self.cut(member);
        let open = self.open_of(&self.members[member]);
        let owed = balance(&self.members[member]);
        (vec![format!("entry {entry} owed {owed} credit {}", open.credit)], true)
    }

    pub(super) fn pay(&mut self, card: &str, amount: i64) -> (Vec<String>, bool) {
        if amount == 0 {
            return refused("charge.amount");
        }
        let Some(member) = self.member(card) else {
            return refused("not-found");
        };
        let entry = self.book(member, What::Payment, amount, None);
        self.booked(member, entry)
    }

    pub(super) fn charge_by_hand(&mut self, card: &str, amount: i64) -> (Vec<String>, bool) {
        if amount == 0 {
            return refused("charge.amount");
        }
        let Some(member) = self.member(card) else {
            return refused("not-found");
        };
        let entry = self.book(member, What::ByHand, amount, None);
        self.booked(member, entry)
    }

    pub(super) fn refund(&mut self, card: &str, amount: i64) -> (Vec<String>, bool) {
        if amount == 0 {
            return refused("charge.amount");
        }
        let Some(member) = self.member(card) else {
            return refused("not-found");
        };
        if amount > self.open_of(&self.members[member]).credit {
            return refused("charge.more_than_credit");
        }
        let entry = self.book(member, What::Refund, amount, None);
        self.booked(member, entry)
    }

    fn owner(&self, charge: i64) -> Option<usize> {
        let is = |line: &Line| line.id == charge && matches!(line.what, What::Late | What::Lost | What::ByHand);
        self.members.iter().position(|member| member.entries.iter().any(is))
    }

    pub(super) fn waive(&mut self, charge: i64, amount: Option<i64>) -> (Vec<String>, bool) {
        let Some(member) = self.owner(charge) else {
            return refused("not-found");
        };
        let open = self.open_of(&self.members[member]);
        let open = open
            .charges
            .iter()
            .find(|(line, _)| line.id == charge)
            .map_or(0, |(_, left)| *left);
        let amount = amount.unwrap_or(open);
        if open == 0 || amount > open {
            return refused("charge.more_than_open");
        }
        if amount == 0 {
            return refused("charge.amount");
        }
        let entry = self.book(member, What::Back(charge), amount, None);
        self.booked(member, entry)
    }

    pub(super) fn reverse(&mut self, charge: i64) -> (Vec<String>, bool) {
        let Some(member) = self.owner(charge) else {
            return self.reverse_other(charge);
        };
        let left = self.left_of(member, charge);
        if left == 0 {
            return refused("charge.more_than_open");
        }
        let entry = self.book(member, What::Back(charge), left, None);
        self.booked(member, entry)
    }

    /// A payment goes back whole and once, if so much of all that was paid is still there.
    fn reverse_other(&mut self, number: i64) -> (Vec<String>, bool) {
        let known = |member: &Member| member.entries.iter().any(|line| line.id == number);
        let Some(member) = self.members.iter().position(known) else {
            return refused("not-found");
        };
        let lines = &self.members[member].entries;
        let Some(payment) = lines
            .iter()
            .find(|line| line.id == number && line.what == What::Payment)
        else {
            return refused("charge.not_reversible");
        };
        let amount = payment.amount;
        let mut there = 0;
        for line in lines {
            match line.what {
                What::Given(of) if of == number && !self.has(Bug::PaymentBackTwice) => {
                    return refused("charge.more_than_paid");
                }
                What::Payment => there += line.amount,
                What::Refund | What::Given(_) => there -= line.amount,
                _ => (),
            }
        }
        if amount > there {
            return refused("charge.more_than_paid");
        }
        let entry = self.book(member, What::Given(number), amount, None);
        self.booked(member, entry)
    }
}

pub(super) fn days_between(from: jiff::civil::Date, to: jiff::civil::Date) -> i64 {
    let mut days = 0;
    let mut day = from;
    while day < to {
        day = day.tomorrow().expect("a day");
        days += 1;
    }
    days
}

pub(super) fn refused(code: &str) -> (Vec<String>, bool) {
    (vec![format!("error {code}")], false)
}
