//! The model: plain lists, worked through from the first to the last. It knows the rules in its own words.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::action::Action;
use super::bug::Bug;
use super::world::{self, ITEMS, MEMBERS, RuleSpec, TOTALS};
use crate::circulation::rules::{AfterGrace, ClosedDays, FineAt, FineDays, RenewFrom};

#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) card: String,
    pub(super) kind: String,
    pub(super) born: Option<Date>,
    pub(super) valid_until: Date,
    pub(super) suspended: Option<Date>,
    pub(super) blocked: bool,
    pub(super) keeps: bool,
    pub(super) entries: Vec<Line>,
}

/// An entry of a member's ledger.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) id: i64,
    pub(super) what: What,
    pub(super) amount: i64,
    pub(super) loan: Option<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum What {
    Late,
    Lost,
    ByHand,
    Payment,
    Refund,
    /// A payment given back: the payment.
    Given(i64),
    /// Waived or reversed: the charge.
    Back(i64),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Item {
    pub(super) barcode: String,
    pub(super) title: usize,
    pub(super) kind: Option<String>,
    pub(super) status: String,
    pub(super) price: Option<i64>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Loan {
    pub(super) item: usize,
    /// None once it is cut.
    pub(super) member: Option<usize>,
    pub(super) rule: Option<usize>,
    pub(super) decided: Date,
    pub(super) due: Date,
    pub(super) renewals: u32,
    pub(super) end: Option<End>,
    /// Taken back by an undo: as if it had never been.
    pub(super) gone: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct End {
    pub(super) lost: bool,
    pub(super) day: Date,
    /// The number of the action.
    pub(super) step: u64,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Hold {
    pub(super) member: usize,
    pub(super) title: usize,
    pub(super) only: Option<usize>,
    pub(super) state: HoldState,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum HoldState {
    Waiting,
    Ready { item: usize, on: Date, until: Date },
    Over,
}

/// What the last checkout or return can be taken back with.
#[derive(Debug, Clone)]
pub(super) enum Token {
    Checkout(Vec<usize>, Vec<Loan>, Vec<usize>),
    Return(u64, Vec<Back>),
}

#[derive(Debug, Clone)]
pub(super) struct Back {
    pub(super) loan: usize,
    pub(super) member: usize,
    pub(super) charge: Option<i64>,
    pub(super) status: String,
    pub(super) suspended: (Option<Date>, Option<Date>),
}

#[derive(Debug, Clone)]
pub(super) struct Model {
    pub(super) bug: Option<Bug>,
    pub(super) rules: std::rc::Rc<Vec<RuleSpec>>,
    pub(super) step: u64,
    pub(super) day: Date,
    pub(super) closures: Vec<(Date, Date)>,
    pub(super) members: Vec<Member>,
    pub(super) items: Vec<Item>,
    /// Loan 1 is the first one.
    pub(super) loans: Vec<Loan>,
    /// Hold 1 is the first one.
    pub(super) holds: Vec<Hold>,
    pub(super) last_entry: i64,
    pub(super) in_house: BTreeMap<String, u32>,
    pub(super) token: Option<Token>,
}

impl Model {
    pub(super) fn new(bug: Option<Bug>) -> Model {
        let members = MEMBERS.iter().map(|spec| Member {
            card: spec.card.to_owned(),
            kind: spec.kind.to_owned(),
            born: spec.born,
            valid_until: spec.valid_until,
            suspended: None,
            blocked: false,
            keeps: spec.keeps,
            entries: Vec::new(),
        });
        let items = ITEMS.iter().map(|spec| Item {
            barcode: spec.barcode.to_owned(),
            title: spec.title,
            kind: spec.kind.map(str::to_owned),
            status: spec.status.to_owned(),
            price: spec.price,
        });
        Model {
            bug,
            rules: std::rc::Rc::new(world::rules()),
            step: 0,
            day: world::FIRST_DAY,
            closures: Vec::new(),
            members: members.collect(),
            items: items.collect(),
            loans: Vec::new(),
            holds: Vec::new(),
            last_entry: 0,
            in_house: BTreeMap::new(),
            token: None,
        }
    }

    pub(super) fn has(&self, bug: Bug) -> bool {
        self.bug == Some(bug)
    }

    /// Does an action and says what came of it. What is refused as a whole changes nothing.
    pub(super) fn act(&mut self, action: &Action) -> Vec<String> {
        self.step += 1;
        let mut after = self.clone();
        let (said, stored) = match action {
            Action::Checkout {
                card,
                items,
                over,
                all_or_none,
                due,
            } => after.checkout(card, items, over, *all_or_none, *due),
            Action::Return {
                items,
                in_house,
                to_repair,
            } => after.give_back(items, *in_house, *to_repair),
            Action::RenewItems(items, over) => after.renew_items(items, over),
            Action::RenewAll(card, over) => after.renew_all(card, over),
            Action::Hold { card, wanted, over } => after.place(card, wanted, over),
            Action::Cancel(hold) => after.cancel(*hold),
            Action::Pay(card, amount) => after.pay(card, *amount),
            Action::Waive(charge, amount) => after.waive(*charge, *amount),
            Action::Reverse(charge) => after.reverse(*charge),
            Action::Refund(card, amount) => after.refund(card, *amount),
            Action::Charge(card, amount) => after.charge_by_hand(card, *amount),
            Action::Lost(item, price) => after.lose(item, *price),
            Action::Found(item) => after.find(item),
            Action::Undo => after.undo(),
            Action::Close(first, last) => after.close(*first, *last, true),
            Action::Reopen(first, last) => after.close(*first, *last, false),
            Action::ExpireHolds => after.expire_all(),
            Action::CutHistory => after.cut_all(),
            other => after.change(other),
        };
        if stored {
            *self = after;
        } else {
            self.token = after.token;
        }
        said
    }

    /// What happens elsewhere: days, memberships, consents, the state of a copy.
    fn change(&mut self, action: &Action) -> (Vec<String>, bool) {
        match action {
            Action::Days(days) => self.day = self.day.saturating_add((*days).days()),
            Action::Prolong(card, until) => self.with(card, |member| member.valid_until = *until),
            Action::Block(card, on) => self.with(card, |member| member.blocked = *on),
            Action::Keep(card, on) => self.with(card, |member| member.keeps = *on),
            Action::Status(item, status) => {
                let open = self.item(item).is_some_and(|at| self.open_loan(at).is_some());
                if let Some(at) = self.item(item).filter(|_| !open) {
                    let now = &mut self.items[at].status;
                    if ["repair", "available"].contains(&now.as_str()) {
                        *now = (*status).to_owned();
                    }
                }
            }
            _ => (),
        }
        (Vec::new(), true)
    }

    fn with(&mut self, card: &str, change: impl FnOnce(&mut Member)) {
        if let Some(at) = self.member(card) {
            change(&mut self.members[at]);
        }
    }

    pub(super) fn member(&self, card: &str) -> Option<usize> {
        self.members.iter().position(|member| member.card == card)
    }

    pub(super) fn item(&self, barcode: &str) -> Option<usize> {
        self.items.iter().position(|item| item.barcode == barcode)
    }

    pub(super) fn open_loan(&self, item: usize) -> Option<usize> {
        let open = |loan: &Loan| loan.item == item && loan.end.is_none() && !loan.gone;
        self.loans.iter().rposition(open)
    }

    pub(super) fn open_loans_of(&self, member: usize) -> Vec<usize> {
        let open = |loan: &Loan| loan.member == Some(member) && loan.end.is_none() && !loan.gone;
        (0..self.loans.len()).filter(|at| open(&self.loans[*at])).collect()
    }

    pub(super) fn total_of(&self, member: usize) -> Option<u32> {
        let kind = &self.members[member].kind;
        TOTALS
            .iter()
            .find(|(name, _)| name == kind)
            .and_then(|(_, total)| *total)
    }

    /// The rule for a member and a copy: one that names both counts most, then one that names the member type.
    pub(super) fn rule_for(&self, member: usize, item: usize) -> Option<usize> {
        let kind = Some(self.members[member].kind.as_str());
        let of = self.items[item].kind.as_deref();
        let named = |member_type, collection_type| {
            let fits = |rule: &RuleSpec| rule.member_type == member_type && rule.collection_type == collection_type;
            self.rules.iter().position(fits)
        };
        let both = of.and_then(|of| named(kind, Some(of)));
        both.or_else(|| named(kind, None))
            .or_else(|| of.and_then(|of| named(None, Some(of))))
    }

    pub(super) fn closed(&self, day: Date) -> bool {
        day.weekday() == Weekday::Sunday || self.closures.iter().any(|(first, last)| *first <= day && day <= *last)
    }

    pub(super) fn nth_open_after(&self, from: Date, days: u32) -> Date {
        let (mut day, mut left) = (from, days);
        while left > 0 {
            day = day.tomorrow().expect("a day");
            left -= u32::from(!self.closed(day));
        }
        day
    }

    pub(super) fn forward(&self, mut day: Date) -> Date {
        while self.closed(day) {
            day = day.tomorrow().expect("a day");
        }
        day
    }

    /// The due date counted from a day.
    pub(super) fn count_due(&self, rule: usize, from: Date, valid_until: Date) -> Date {
        let terms = &self.rules[rule].terms;
        let length = terms.loan_days;
        let mut day = match terms.closed_days {
            ClosedDays::OpenDays => self.nth_open_after(from, length),
            _ => from.saturating_add(i64::from(length).days()),
        };
        if length > 0 && terms.closed_days == ClosedDays::Push && !self.has(Bug::DueOnClosedDay) {
            day = self.forward(day);
        }
        if terms.expiry_cap && day > valid_until && !self.has(Bug::NoExpiryCap) {
            day = valid_until.max(from);
            while terms.closed_days != ClosedDays::Ignore
                && day > from
                && self.closed(day)
                && !self.has(Bug::NoWalkBack)
            {
                day = day.yesterday().expect("a day");
            }
        }
        day
    }

    pub(super) fn count_renewed(&self, rule: usize, due: Date, valid_until: Date) -> Date {
        let mut from_due = self.rules[rule].terms.renew_from == RenewFrom::Due;
        if self.has(Bug::RenewFromTheOtherDay) {
            from_due = !from_due;
        }
        let from = if from_due { due } else { self.day };
        self.count_due(rule, from, valid_until).max(due)
    }

    /// Days late, the fine, and the last day without loans.
    pub(super) fn lateness(&self, loan: usize) -> (i64, i64, Option<Date>) {
        let loan = &self.loans[loan];
        let Some(rule) = loan.rule else {
            // Lent with a day that staff gave: late, but at no cost.
            let mut open = 0;
            let mut day = loan.due;
            while day < self.day {
                day = day.tomorrow().expect("a day");
                open += i64::from(!self.closed(day));
            }
            return (open, 0, None);
        };
        let terms = &self.rules[rule].terms;
        let mut late = 0;
        let mut day = loan.due;
        while day < self.day {
            day = day.tomorrow().expect("a day");
            late += i64::from(terms.fine_days == FineDays::Calendar || !self.closed(day));
        }
        if self.day >= loan.due && self.has(Bug::DueDayIsLate) {
            late += 1;
        }
        let grace = i64::from(terms.grace);
        let free = if self.has(Bug::GraceIsExclusive) {
            late < grace
        } else {
            late <= grace
        };
        if free || late == 0 {
            return (late, 0, None);
        }
        let counted = match terms.after_grace {
            AfterGrace::Whole => late,
            AfterGrace::Rest => late - grace,
        };
        let period = i64::from(terms.fine_period);
        let mut periods = 0;
        let mut rest = counted;
        while rest >= period || (rest > 0 && terms.fine_at == FineAt::Start) {
            periods += 1;
            rest -= period;
        }
        let mut fine = periods * terms.fine.whole();
        let cap = terms.fine_cap.whole();
        if cap > 0 && !self.has(Bug::NoFineCap) {
            fine = fine.min(cap);
        }
        if let Some(price) = self.items[loan.item].price.filter(|_| terms.price_cap > 0) {
            fine = fine.min(price * i64::from(terms.price_cap) / 100);
        }
        let mut days = counted * i64::from(terms.suspend_days);
        if terms.suspend_max > 0 {
            days = days.min(i64::from(terms.suspend_max));
        }
        let suspends = terms.suspend_days > 0 && counted > 0;
        (late, fine, suspends.then(|| self.day.saturating_add(days.days())))
    }

    /// A closure is entered or taken out, and everything that lies ahead moves with it.
    fn close(&mut self, first: Date, last: Date, closed: bool) -> (Vec<String>, bool) {
        let known = self.closures.contains(&(first, last));
        if closed && !known {
            self.closures.push((first, last));
        } else if !closed {
            self.closures.retain(|one| *one != (first, last));
        }
        for at in 0..self.loans.len() {
            let loan = &self.loans[at];
            if loan.end.is_some() || loan.gone {
                continue;
            }
            let terms = loan.rule.map(|rule| &self.rules[rule].terms);
            // A day that staff gave may be one that is closed every week: they knew that.
            let by_a_closure = self
                .closures
                .iter()
                .any(|(first, last)| *first <= loan.decided && loan.decided <= *last);
            let given = loan.decided.weekday() == Weekday::Sunday && !by_a_closure;
            let stays = terms.map_or(given, |terms| {
                terms.closed_days == ClosedDays::Ignore || terms.loan_days == 0
            });
            let from = if self.has(Bug::ClosureAddsUp) {
                loan.due
            } else {
                loan.decided
            };
            self.loans[at].due = if stays { loan.decided } else { self.forward(from) };
        }
        for at in 0..self.holds.len() {
            if let HoldState::Ready { item, on, .. } = self.holds[at].state
                && !self.has(Bug::ClosureLeavesHolds)
            {
                let until = self.nth_open_after(on, world::SHELF_DAYS);
                self.holds[at].state = HoldState::Ready { item, on, until };
            }
        }
        (Vec::new(), true)
    }

    /// Everything that stands, in lines.
    pub(super) fn state(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for (at, loan) in self.loans.iter().enumerate() {
            let Some(member) = loan.member.filter(|_| !loan.gone) else {
                continue;
            };
            let end = match &loan.end {
                None => "open",
                Some(end) if end.lost => "lost",
                Some(_) => "returned",
            };
            lines.push(format!(
                "loan {} {} {} due {} {} renewed {} {end}",
                at + 1,
                self.items[loan.item].barcode,
                self.members[member].card,
                loan.due,
                loan.decided,
                loan.renewals
            ));
        }
        for (at, hold) in self.holds.iter().enumerate() {
            let card = &self.members[hold.member].card;
            match hold.state {
                HoldState::Over => (),
                HoldState::Waiting => lines.push(format!("hold {} {card} {} waits", at + 1, hold.title)),
                HoldState::Ready { item, on, until } => {
                    let barcode = &self.items[item].barcode;
                    lines.push(format!("hold {} {card} {} {barcode} {on} {until}", at + 1, hold.title));
                }
            }
        }
        for member in &self.members {
            let suspended = member.suspended.map_or("-".to_owned(), |day| day.to_string());
            let links = member.entries.iter().filter(|line| line.loan.is_some()).count();
            lines.push(format!(
                "{} {suspended} owes {} of loans {links}",
                member.card,
                balance(member)
            ));
        }
        lines.extend(
            self.items
                .iter()
                .map(|item| format!("{} {}", item.barcode, item.status)),
        );
        lines.push(format!("{} {}", self.last_entry, self.in_house.values().sum::<u32>()));
        lines
    }
}

pub(super) fn balance(member: &Member) -> i64 {
    let signed = |line: &Line| match line.what {
        What::Late | What::Lost | What::ByHand | What::Refund | What::Given(_) => line.amount,
        What::Payment | What::Back(_) => -line.amount,
    };
    member.entries.iter().map(signed).sum()
}
