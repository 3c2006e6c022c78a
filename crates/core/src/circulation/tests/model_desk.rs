//! The model's desk.

use jiff::civil::Date;

use super::bug::Bug;
use super::model::{Loan, Model, Token, balance};
use super::model_ledger::refused;
use super::world::OWES_LIMIT;

fn without(mut reasons: Vec<&'static str>, over: &[String]) -> (Vec<&'static str>, Vec<&'static str>) {
    let passed = |reason: &&str| over.iter().any(|code| code == *reason);
    let over = reasons.iter().copied().filter(|reason| passed(reason)).collect();
    reasons.retain(|reason| !passed(reason));
    (reasons, over)
}

pub(super) fn or_dash<T: ToString>(value: Option<T>) -> String {
    value.map_or("-".to_owned(), |value| value.to_string())
}

pub(super) fn once(items: &[String]) -> Vec<String> {
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
            let expired = self.members[member].valid_until < self.day;
            let until = if expired && over.iter().any(|code| code == "member.expired") {
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
}
