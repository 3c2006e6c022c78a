//! The model's desk.

use jiff::civil::Date;

use super::bug::Bug;
use super::model::{Back, End, HoldState, Loan, Model, Token, What, balance};
use super::model_ledger::{days_between, refused};
use super::world::{LOST_PRICE, OWES_LIMIT, REVERSAL_DAYS};

fn without(mut reasons: Vec<&'static str>, over: &[String]) -> (Vec<&'static str>, Vec<&'static str>) {
    let passed = |reason: &&str| over.iter().any(|code| code == *reason);
    let over = reasons.iter().copied().filter(|reason| passed(&reason)).collect();
    reasons.retain(|reason| !passed(&reason));
    (reasons, over)
}

fn or_dash<T: ToString>(value: Option<T>) -> String {
    value.map_or("-".to_owned(), |value| value.to_string())
}

fn once(items: &[String]) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for item in items {
        if !seen.contains(item) {
            seen.push(item.clone());
        }
    }
    seen
}

impl Model {
    /// What the member's own standing says against a loan, or (without money) against a hold.
    pub(super) fn standing(&self, member: usize, money: bool) -> Vec<&'static str> {
        let who = &self.members[member];
        let mut reasons = Vec::new();
        let expired = who.valid_until < self.day;
        if expired || (self.has(Bug::ExpiredOnLastDay) && who.valid_until == self.day) {
            reasons.push("member.expired");
        }
        let last = who.suspended.filter(|last| *last >= self.day);
        if last.is_some_and(|last| last > self.day || !self.has(Bug::SuspensionEndsEarly)) {
            reasons.push("member.suspended");
        }
        if who.blocked {
            reasons.push("member.blocked");
        }
        if money {
            let owed = balance(who);
            if owed > OWES_LIMIT || (owed == OWES_LIMIT && self.has(Bug::OwesInclusive)) {
                reasons.push("member.owes");
            }
            let slack = self.has(Bug::OverdueOnDueDay);
            let late = |due: Date| due < self.day || (slack && due == self.day);
            if self
                .open_loans_of(member)
                .iter()
                .any(|loan| late(self.loans[*loan].due))
            {
                reasons.push("member.overdue");
            }
        }
        reasons
    }

    fn too_young(&self, member: usize, least: u32) -> bool {
        let Some(born) = self.members[member].born else {
            return least > 0;
        };
        let day = if self.has(Bug::AgeOneDayLate) {
            self.day.yesterday().expect("a day")
        } else {
            self.day
        };
        let mut age = i64::from(day.year()) - i64::from(born.year());
        if (day.month(), day.day()) < (born.month(), born.day()) {
            age -= 1;
        }
        age < i64::from(least)
    }

    /// Why a copy is not lent to a member.
    fn against(&self, member: Option<usize>, item: Option<usize>, standing: &[&'static str]) -> Vec<&'static str> {
        let mut reasons = standing.to_vec();
        match member {
            None => reasons.push("member.unknown"),
            Some(member) => {
                let open = self.open_loans_of(member).len() as u32;
                let full = self.total_of(member).is_some_and(|most| open >= most);
                if full && !self.has(Bug::NoTotalLimit) {
                    reasons.push("limit.total");
                }
            }
        }
        let Some(item) = item else {
            reasons.push("item.unknown");
            return reasons;
        };
        if self.open_loan(item).is_some() {
            reasons.push("item.on_loan");
        }
        if self.items[item].status != "available" {
            reasons.push("item.not_for_loan");
        }
        let other = self
            .set_aside_for(item)
            .filter(|hold| Some(self.holds[*hold].member) != member);
        if other.is_some() && !self.has(Bug::SetAsideIgnored) {
            reasons.push("item.held_for_other");
        }
        let Some(member) = member else { return reasons };
        let Some(rule) = self.rule_for(member, item) else {
            reasons.push("rule.none");
            return reasons;
        };
        let terms = &self.rules[rule].terms;
        let same = self
            .open_loans_of(member)
            .into_iter()
            .filter(|loan| self.loans[*loan].rule == Some(rule));
        let most = terms.max_items.map(|most| most + u32::from(self.has(Bug::OneItemMore)));
        if most.is_some_and(|most| same.count() as u32 >= most) {
            reasons.push("limit.rule");
        }
        if self.too_young(member, terms.age_min) {
            reasons.push("age.min");
        }
        reasons
    }

    pub(super) fn checkout(
        &mut self,
        card: &str,
        items: &[String],
        over: &[String],
        all_or_none: bool,
        due: Option<Date>,
    ) -> (Vec<String>, bool) {
        if due.is_some_and(|due| due < self.day) {
            return refused("loan.due_before_loan");
        }
        let member = self.member(card);
        let items = once(items);
        for item in &items {
            if let Some(at) = self.item(item) {
                self.settle(self.items[at].title);
            }
        }
        // Overdue and owed are asked once, before the first copy.
        let standing = member.map_or(Vec::new(), |member| self.standing(member, true));
        let (mut lent, mut already, mut no) = (Vec::new(), Vec::new(), Vec::new());
        let (mut loans, mut rows, mut fulfilled) = (Vec::new(), Vec::new(), Vec::new());
        for barcode in &items {
            let item = self.item(barcode);
            let open = item.and_then(|item| self.open_loan(item));
            let fresh = open.is_some_and(|open| loans.contains(&open));
            if let (Some(item), Some(open), false) = (item, open, fresh)
                && self.loans[open].member == member
            {
                already.push(self.offer(barcode, item, open, &standing));
                continue;
            }
            let mut reasons = self.against(member, item, &standing);
            if due.is_some() {
                reasons.retain(|reason| *reason != "rule.none");
            }
            // What is not there can't be lent, whatever is passed over: it is found first.
            let away = item.is_some_and(|item| ["lost", "missing"].contains(&self.items[item].status.as_str()));
            let over: Vec<String> = over
                .iter()
                .filter(|code| !away || *code != "item.not_for_loan")
                .cloned()
                .collect();
            let (reasons, passed) = without(reasons, &over);
            let (Some(member), Some(item), true) = (member, item, reasons.is_empty()) else {
                no.push(format!("refused {barcode} {reasons:?}"));
                continue;
            };
            let hold = self.lend(member, item, due, passed.contains(&"member.expired"));
            let loan = self.loans.len() - 1;
            let row = self.loans[loan].clone();
            let rule = row.rule.map(|rule| self.rules[rule].name());
            let hold_id = or_dash(hold.map(|hold| hold + 1));
            let (id, due, rule) = (loan + 1, row.due, or_dash(rule));
            lent.push((
                barcode,
                format!("lent {barcode} loan {id} due {due} rule {rule} over {passed:?} hold {hold_id}"),
            ));
            loans.push(loan);
            rows.push(row);
            fulfilled.extend(hold);
        }
        let refused_any = !no.is_empty();
        let mut said = Vec::new();
        if all_or_none && refused_any {
            said.extend(already);
            said.extend(no);
            said.extend(lent.iter().map(|(barcode, _)| format!("back {barcode}")));
            return (said, false);
        }
        said.extend(lent.into_iter().map(|(_, line)| line));
        said.extend(already);
        said.extend(no);
        let stored = !loans.is_empty();
        if stored {
            self.token = Some(Token::Checkout(loans, rows, fulfilled));
        }
        (said, stored)
    }

    fn lend(&mut self, member: usize, item: usize, given: Option<Date>, expired_is_over: bool) -> Option<usize> {
        let rule = self.rule_for(member, item);
        let until = if expired_is_over {
            Date::MAX
        } else {
            self.members[member].valid_until
        };
        let due = given.or_else(|| rule.map(|rule| self.count_due(rule, self.day, until)));
        let due = due.expect("a due date");
        self.loans.push(Loan {
            item,
            member: Some(member),
            rule,
            decided: due,
            due,
            renewals: 0,
            end: None,
            gone: false,
        });
        self.hold_after_loan(item, member)
    }

    fn against_renewal(
        &self,
        item: usize,
        loan: usize,
        standing: &[&'static str],
        until: Date,
    ) -> Result<Date, Vec<&'static str>> {
        let row = &self.loans[loan];
        let member = row.member.expect("an open loan");
        let mut reasons = standing.to_vec();
        let rule = row.rule.or_else(|| self.rule_for(member, item));
        let due = rule.map(|rule| self.count_renewed(rule, row.due, until));
        match rule {
            None => reasons.push("rule.none"),
            Some(rule) => {
                let most = self.rules[rule].terms.renewals + u32::from(self.has(Bug::OneRenewalMore));
                if row.renewals >= most {
                    reasons.push("renewal.used_up");
                }
            }
        }
        if self.waiting_for(item) > 0 && !self.has(Bug::RenewedThoughHeld) {
            reasons.push("renewal.held");
        }
        if due.is_some_and(|due| due <= row.due) {
            reasons.push("renewal.no_gain");
        }
        match due {
            Some(due) if reasons.is_empty() => Ok(due),
            _ => Err(reasons),
        }
    }

    fn offer(&self, barcode: &str, item: usize, loan: usize, standing: &[&'static str]) -> String {
        let member = self.loans[loan].member.expect("an open loan");
        let until = self.members[member].valid_until;
        let offered = match self.against_renewal(item, loan, standing, until) {
            Ok(due) => due.to_string(),
            Err(reasons) => format!("{reasons:?}"),
        };
        format!(
            "already {barcode} loan {} due {} renewal {offered}",
            loan + 1,
            self.loans[loan].due
        )
    }

    pub(super) fn renew_items(&mut self, items: &[String], over: &[String]) -> (Vec<String>, bool) {
        let (mut wanted, mut no) = (Vec::new(), Vec::new());
        for barcode in items {
            let item = self.item(barcode);
            match (item, item.and_then(|item| self.open_loan(item))) {
                (Some(_), Some(loan)) if wanted.contains(&loan) => (),
                (Some(_), Some(loan)) => wanted.push(loan),
                (Some(_), None) => no.push(format!("refused {barcode} [\"item.not_on_loan\"]")),
                _ => no.push(format!("refused {barcode} [\"item.unknown\"]")),
            }
        }
        self.renew(&wanted, over, no)
    }

    pub(super) fn renew_all(&mut self, card: &str, over: &[String]) -> (Vec<String>, bool) {
        let Some(member) = self.member(card) else {
            return refused("not-found");
        };
        let wanted = self.open_loans_of(member);
        self.renew(&wanted, over, Vec::new())
    }

    fn renew(&mut self, wanted: &[usize], over: &[String], mut no: Vec<String>) -> (Vec<String>, bool) {
        for loan in wanted {
            self.settle(self.items[self.loans[*loan].item].title);
        }
        let mut granted = Vec::new();
        for loan in wanted {
            let row = &self.loans[*loan];
            let member = row.member.expect("an open loan");
            let expired_is_over = over.iter().any(|code| code == "member.expired");
            let until = if expired_is_over {
                Date::MAX
            } else {
                self.members[member].valid_until
            };
            let standing = self.standing(member, true);
            let barcode = self.items[row.item].barcode.clone();
            let mut passed = Vec::new();
            let judged = match self.against_renewal(row.item, *loan, &standing, until) {
                Ok(due) => Ok(due),
                Err(reasons) => {
                    let (left, over) = without(reasons, over);
                    passed = over;
                    let rule = row.rule.or_else(|| self.rule_for(member, row.item));
                    rule.filter(|_| left.is_empty())
                        .map(|rule| self.count_renewed(rule, row.due, until))
                        .ok_or(left)
                }
            };
            match judged {
                Ok(due) => granted.push((*loan, due, passed)),
                Err(left) => no.push(format!("refused {barcode} {left:?}")),
            }
        }
        let mut said = Vec::new();
        let stored = !granted.is_empty();
        let members: Vec<usize> = wanted.iter().filter_map(|loan| self.loans[*loan].member).collect();
        for (loan, due, passed) in granted {
            let member = self.loans[loan].member.expect("an open loan");
            let (_, fine, _, _) = self.charge_late(loan, member);
            let rule = self.rule_for(member, self.loans[loan].item);
            let row = &mut self.loans[loan];
            (row.due, row.decided) = (due, due);
            row.renewals += 1;
            row.rule = row.rule.or(rule);
            let barcode = &self.items[row.item].barcode;
            said.push(format!("renewed {barcode} due {due} fine {fine} over {passed:?}"));
        }
        if stored {
            for member in members {
                self.cut(member);
            }
        }
        said.extend(no);
        (said, stored)
    }

    /// Charges and suspends: days late, fine, suspension by this lateness, number of the charge.
    fn charge_late(&mut self, loan: usize, member: usize) -> (i64, i64, Option<Date>, Option<i64>) {
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
                for (at, row) in loans.iter().zip(&rows) {
                    self.loans[*at].gone = true;
                    self.item_moved(row.item);
                }
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
