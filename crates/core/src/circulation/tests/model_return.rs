//! What the model does with what comes back, is lost, is found, or is taken back.

use jiff::civil::Date;

use super::bug::Bug;
use super::model::{Back, End, HoldState, Model, Token, What, balance};
use super::model_desk::{once, or_dash};
use super::model_ledger::{days_between, refused};
use super::world::{LOST_PRICE, REVERSAL_DAYS};

impl Model {
    /// Charges and suspends: days late, fine, suspension by this lateness, number of the charge.
    pub(super) fn charge_late(&mut self, loan: usize, member: usize) -> (i64, i64, Option<Date>, Option<i64>) {
        // A loan without a rule counts as one that is made today.
        let own = self.loans[loan].rule;
        self.loans[loan].rule = own.or_else(|| self.rule_for(member, self.loans[loan].item));
        let (late, fine, until) = self.lateness(loan);
        self.loans[loan].rule = own;
        let charge = (fine > 0).then(|| self.book(member, What::Late, fine, Some(loan)));
        let who = &mut self.members[member];
        if until.is_some() {
            let shorter = self.bug == Some(Bug::SuspensionShortened);
            who.suspended = if shorter { until } else { who.suspended.max(until) };
        }
        (late, fine, until, charge)
    }

    fn end(&mut self, loan: usize, lost: bool) {
        self.loans[loan].end = Some(End {
            lost,
            day: self.day,
            step: self.step,
        });
    }

    pub(super) fn give_back(&mut self, items: &[String], in_house: bool, to_repair: bool) -> (Vec<String>, bool) {
        let before: Vec<_> = (self.holds.clone(), self.items.clone()).0;
        let statuses: Vec<_> = self.items.clone();
        let (mut no, mut hand) = (Vec::new(), Vec::new());
        for barcode in once(items) {
            match self.item(&barcode) {
                Some(item) => hand.push(item),
                None => no.push(format!("refused {barcode} [\"item.unknown\"]")),
            }
        }
        for item in &hand {
            self.settle(self.items[*item].title);
        }
        let (mut returned, mut found, mut idle) = (Vec::new(), Vec::new(), Vec::new());
        let (mut backs, mut parties, mut used) = (Vec::new(), Vec::new(), Vec::new());
        for item in &hand {
            let status = self.items[*item].status.clone();
            let away = status == "lost" || status == "missing";
            if let Some(loan) = self.open_loan(*item) {
                let member = self.loans[loan].member.expect("an open loan");
                parties.push(member);
                let suspended = self.members[member].suspended;
                let (late, fine, until, charge) = self.charge_late(loan, member);
                self.end(loan, false);
                let after = self.members[member].suspended;
                backs.push(Back {
                    loan,
                    member,
                    charge,
                    status,
                    suspended: (suspended, after),
                });
                returned.push((*item, loan, member, late, fine, until));
            } else if away {
                let (loan, reversed, too_late, member) = self.come_home(*item);
                parties.extend(member);
                found.push((*item, loan, reversed, too_late));
            } else {
                idle.push(*item);
                if in_house {
                    used.push(*item);
                }
            }
            if to_repair {
                self.items[*item].status = "repair".to_owned();
            } else if away {
                self.items[*item].status = "available".to_owned();
            }
            self.item_moved(*item);
        }
        let changed = before != self.holds || statuses != self.items;
        let mut said = Vec::new();
        for (item, loan, member, late, fine, until) in &returned {
            let (barcode, who) = (&self.items[*item].barcode, &self.members[*member]);
            let (id, card, owed) = (loan + 1, &who.card, balance(who));
            let (until, next) = (or_dash(*until), self.next(*item));
            said.push(format!(
                "returned {barcode} loan {id} by {card} late {late} fine {fine} until {until} owed {owed} {next}"
            ));
        }
        for (item, loan, reversed, too_late) in &found {
            let barcode = &self.items[*item].barcode;
            let (loan, next) = (or_dash(loan.map(|loan| loan + 1)), self.next(*item));
            said.push(format!(
                "found {barcode} loan {loan} reversed {reversed} {too_late} {next}"
            ));
        }
        for item in &idle {
            said.push(format!(
                "not-on-loan {} {}",
                self.items[*item].barcode,
                self.next(*item)
            ));
        }
        said.extend(no);
        for item in &used {
            *self.in_house.entry(self.items[*item].barcode.clone()).or_default() += 1;
        }
        for member in parties {
            self.cut(member);
        }
        let stored = !returned.is_empty() || !found.is_empty() || !used.is_empty() || changed;
        if !backs.is_empty() {
            self.token = Some(Token::Return(self.step, backs));
        }
        (said, stored)
    }

    fn next(&self, item: usize) -> String {
        if let Some(at) = self.set_aside_for(item)
            && let HoldState::Ready { until, .. } = self.holds[at].state
        {
            return format!("set-aside {} {until}", self.members[self.holds[at].member].card);
        }
        let code = if self.items[item].status == "repair" {
            "repair"
        } else {
            "shelve"
        };
        code.to_owned()
    }

    pub(super) fn lose(&mut self, barcode: &str, price: Option<i64>) -> (Vec<String>, bool) {
        let Some(item) = self.item(barcode) else {
            return refused("not-found");
        };
        let Some(loan) = self.open_loan(item) else {
            return refused("item.not_on_loan");
        };
        let price = price.filter(|price| *price >= 0);
        self.settle(self.items[item].title);
        let member = self.loans[loan].member.expect("an open loan");
        let mut fine = 0;
        if !self.has(Bug::LostIsNeverLate) {
            fine = self.charge_late(loan, member).1;
        }
        let price = price.or(self.items[item].price).unwrap_or(LOST_PRICE);
        if price > 0 {
            self.book(member, What::Lost, price, Some(loan));
        }
        self.end(loan, true);
        self.items[item].status = "lost".to_owned();
        self.item_moved(item);
        let owed = balance(&self.members[member]);
        self.cut(member);
        (
            vec![format!("lost loan {} price {price} fine {fine} owed {owed}", loan + 1)],
            true,
        )
    }

    pub(super) fn find(&mut self, barcode: &str) -> (Vec<String>, bool) {
        let Some(item) = self.item(barcode) else {
            return refused("not-found");
        };
        let status = &self.items[item].status;
        if status != "lost" && status != "missing" {
            return refused("item.not_lost");
        }
        self.settle(self.items[item].title);
        let (loan, reversed, too_late, member) = self.come_home(item);
        self.items[item].status = "available".to_owned();
        self.item_moved(item);
        if let Some(member) = member {
            self.cut(member);
        }
        let (loan, next) = (or_dash(loan.map(|loan| loan + 1)), self.next(item));
        (
            vec![format!(
                "found {barcode} loan {loan} reversed {reversed} {too_late} {next}"
            )],
            true,
        )
    }

    /// The loan in which it was lost, what is reversed, whether it was too late for that, and whose it was.
    fn come_home(&mut self, item: usize) -> (Option<usize>, i64, bool, Option<usize>) {
        let last = self.loans.iter().rposition(|loan| loan.item == item && !loan.gone);
        let lost = last.filter(|last| self.loans[*last].end.as_ref().is_some_and(|end| end.lost));
        let Some(loan) = lost else {
            return (None, 0, false, None);
        };
        let day = self.loans[loan].end.as_ref().map_or(self.day, |end| end.day);
        let member = self.loans[loan].member;
        let too_late = days_between(day, self.day) > REVERSAL_DAYS && !self.has(Bug::FoundAlwaysReverses);
        let mut reversed = 0;
        if let Some(member) = member.filter(|_| !too_late) {
            let lines = &self.members[member].entries;
            let charge = lines
                .iter()
                .find(|line| line.what == What::Lost && line.loan == Some(loan));
            if let Some(charge) = charge.map(|charge| charge.id) {
                reversed = self.left_of(member, charge);
                if reversed > 0 {
                    self.book(member, What::Back(charge), reversed, None);
                }
            }
        }
        self.end(loan, false);
        (Some(loan), reversed, too_late, member)
    }

    pub(super) fn undo(&mut self) -> (Vec<String>, bool) {
        match self.token.clone() {
            None => (Vec::new(), false),
            Some(Token::Checkout(loans, rows, holds)) => {
                let same = loans.iter().zip(&rows).all(|(at, row)| self.loans[*at] == *row);
                if !same {
                    return refused("undo.too_late");
                }
                let titles: Vec<usize> = rows.iter().map(|row| self.items[row.item].title).collect();
                titles.iter().for_each(|title| drop(self.settle(*title)));
                for at in &holds {
                    let (member, title) = (self.holds[*at].member, self.holds[*at].title);
                    let open = |hold: &super::model::Hold| {
                        hold.member == member && hold.title == title && hold.state != HoldState::Over
                    };
                    if self.holds.iter().any(open) {
                        return refused("undo.too_late");
                    }
                    self.holds[*at].state = HoldState::Waiting;
                }
                loans.iter().for_each(|at| self.loans[*at].gone = true);
                rows.iter().for_each(|row| self.item_moved(row.item));
                self.token = None;
                (vec![format!("undone {}", loans.len())], true)
            }
            Some(Token::Return(step, backs)) => self.undo_return(step, &backs),
        }
    }

    fn undo_return(&mut self, step: u64, backs: &[Back]) -> (Vec<String>, bool) {
        for back in backs {
            let row = &self.loans[back.loan];
            let as_left = row.end.as_ref().is_some_and(|end| !end.lost && end.step == step);
            if !as_left || self.open_loan(row.item).is_some() {
                return refused("undo.too_late");
            }
        }
        for back in backs {
            self.settle(self.items[self.loans[back.loan].item].title);
        }
        let waits_again = backs.iter().any(|back| {
            let title = self.items[self.loans[back.loan].item].title;
            let open = |hold: &super::model::Hold| {
                hold.member == back.member && hold.title == title && hold.state != HoldState::Over
            };
            self.holds.iter().any(open)
        });
        if waits_again {
            return refused("undo.too_late");
        }
        for back in backs.iter().rev() {
            let item = self.loans[back.loan].item;
            let who = &mut self.members[back.member];
            if who.suspended == back.suspended.1 {
                who.suspended = back.suspended.0;
            }
            if let Some(charge) = back.charge.filter(|_| self.bug != Some(Bug::UndoKeepsFine)) {
                let left = self.left_of(back.member, charge);
                if left > 0 {
                    self.book(back.member, What::Back(charge), left, None);
                }
            }
            self.items[item].status = back.status.clone();
            let row = &mut self.loans[back.loan];
            (row.end, row.member) = (None, Some(back.member));
            self.item_moved(item);
        }
        for back in backs {
            self.cut(back.member);
        }
        self.token = None;
        (vec![format!("undone {}", backs.len())], true)
    }
}
