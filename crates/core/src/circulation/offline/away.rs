//! What a desk away knows: the pack, and what happened since. It decides by the same pure rules as the library.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::intent::{Deed, Intent};
use super::pack::{Pack, PackedItem, PackedMember};
use crate::calendar::Calendar;
use crate::catalog::record::ItemStatus;
use crate::circulation::loans::{Case, RenewalCase, Standing, refusals, renewal_refusals, standing};
use crate::circulation::reason::OVERRIDABLE;
use crate::circulation::rules::{self, LoanRule};
use crate::circulation::{Borrower, ItemFacts, Place, Reason};
use crate::error::Result;
use crate::values::ids::{ItemId, MemberId, TitleId};

/// What only a desk away may pass over, beside what every desk may: the card of a new member, and a book that is on the
/// shelf of the bus although nobody packed it.
const OVERRIDABLE_AWAY: [&str; 2] = ["member.unknown", "item.unknown"];

/// A loan as the desk away knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Loan {
    card: String,
    due: Option<Date>,
    rule: Option<i64>,
    renewals: u32,
}

/// The desk away.
#[derive(Debug)]
pub struct Away {
    calendar: Calendar,
    rules: Vec<LoanRule>,
    overdue_blocks: bool,
    members: BTreeMap<String, PackedMember>,
    items: BTreeMap<String, PackedItem>,
    /// As the pack has them, and as they are now, by barcode.
    packed: BTreeMap<String, Loan>,
    loans: BTreeMap<String, Loan>,
    intents: Vec<Intent>,
}

/// A member, as far as the desk away knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwayMember {
    /// Number of the card.
    pub card: String,
    /// Last day of the membership.
    pub valid_until: Date,
    /// Open loans: barcode, and until when where that is known.
    pub loans: Vec<(String, Option<Date>)>,
    /// How many of them are overdue.
    pub overdue: usize,
    /// Why they may borrow nothing.
    pub stopped: Vec<Reason>,
}

/// A copy, as far as the desk away knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwayItem {
    /// Its title; empty when it is not in the pack.
    pub title: String,
    /// The card that it is lent to, and until when.
    pub lent_to: Option<(String, Option<Date>)>,
}

/// What the desk away answers to a loan or a renewal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lending {
    /// Granted.
    Granted {
        /// The due date to tell the reader; none when no rule is known for it.
        due: Option<Date>,
        /// Codes of what was passed over.
        passed: Vec<&'static str>,
    },
    /// On loan to this reader already.
    Already {
        /// Until when.
        due: Option<Date>,
    },
    /// Refused, with every reason.
    Refused {
        /// Why.
        reasons: Vec<Reason>,
        /// Each of them may be passed over away.
        may_be_allowed: bool,
    },
}

/// What the desk away answers to a copy that is handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// The card that it was lent to; none: nobody knows of a loan.
    pub card: Option<String>,
    /// Days late, by the calendar that went along.
    pub late_days: i64,
    /// Somebody waits for it at home.
    pub wanted: bool,
}

impl Away {
    /// The desk with this pack, before anything happened.
    pub fn of(pack: Pack) -> Away {
        let mut loans = BTreeMap::new();
        for member in &pack.members {
            for loan in &member.loans {
                let known = Loan {
                    card: member.card.clone(),
                    due: Some(loan.due.0),
                    rule: loan.rule,
                    renewals: loan.renewals,
                };
                loans.insert(loan.item.clone(), known);
            }
        }
        Away {
            calendar: pack.calendar(),
            rules: pack.rules(),
            overdue_blocks: pack.overdue_blocks(),
            members: pack
                .members
                .into_iter()
                .map(|member| (member.card.clone(), member))
                .collect(),
            items: pack.items.into_iter().map(|item| (item.item.clone(), item)).collect(),
            packed: loans.clone(),
            loans,
            intents: Vec::new(),
        }
    }

    /// Takes note of what happened.
    pub fn happened(&mut self, intent: Intent) {
        let undo = matches!(intent.deed, Deed::Undo { .. });
        self.intents.push(intent);
        let from = match undo {
            true => 0,
            false => self.intents.len() - 1,
        };
        if undo {
            self.loans = self.packed.clone();
        }
        let undone: Vec<u64> = self.intents.iter().filter_map(undone).collect();
        let intents = std::mem::take(&mut self.intents);
        let standing = intents[from..].iter().filter(|intent| !undone.contains(&intent.line));
        standing.for_each(|intent| self.happen(intent));
        self.intents = intents;
    }

    /// What an intent does to the loans.
    fn happen(&mut self, intent: &Intent) {
        match &intent.deed {
            Deed::Checkout { card, item, .. } => {
                let day = intent.at().map(|at| at.date());
                let rule = day.and_then(|day| self.rule(self.members.get(card), self.items.get(item), day));
                let made = Loan {
                    card: card.clone(),
                    due: intent.due(),
                    rule: rule.map(|rule| rule.id.0),
                    renewals: 0,
                };
                self.loans.insert(item.clone(), made);
            }
            Deed::Renew { item, .. } => {
                if let Some(loan) = self.loans.get_mut(item) {
                    loan.due = intent.due().or(loan.due);
                    loan.renewals += 1;
                }
            }
            Deed::Return { item } => {
                self.loans.remove(item);
            }
            Deed::Pay { .. } | Deed::Undo { .. } => {}
        }
    }

    /// How many lines the journal has come to.
    pub fn last_line(&self) -> u64 {
        self.intents.iter().map(|intent| intent.line).max().unwrap_or(0)
    }

    /// The member with this card.
    pub fn member(&self, card: &str, day: Date) -> Option<AwayMember> {
        let packed = self.members.get(card)?;
        let loans: Vec<(String, Option<Date>)> = self
            .of_card(card)
            .map(|(item, loan)| (item.clone(), loan.due))
            .collect();
        let overdue = loans.iter().filter(|(_, due)| due.is_some_and(|due| due < day)).count();
        Some(AwayMember {
            card: card.to_owned(),
            valid_until: packed.valid_until.0,
            stopped: self.standing_of(&borrower(packed, day), packed, day),
            loans,
            overdue,
        })
    }

    /// The copy with this barcode: in the pack, or on loan.
    pub fn item(&self, barcode: &str) -> Option<AwayItem> {
        let packed = self.items.get(barcode);
        let lent_to = self.loans.get(barcode).map(|loan| (loan.card.clone(), loan.due));
        (packed.is_some() || lent_to.is_some()).then(|| AwayItem {
            title: packed.map(|item| item.title.clone()).unwrap_or_default(),
            lent_to,
        })
    }

    /// Whether and until when a copy is lent; `over` are codes to pass over.
    ///
    /// # Errors
    /// [`Error::Calendar`](crate::Error::Calendar).
    pub fn lend(&self, card: &str, barcode: &str, day: Date, over: &[String]) -> Result<Lending> {
        let loan = self.loans.get(barcode);
        if let Some(loan) = loan.filter(|loan| loan.card == card) {
            return Ok(Lending::Already { due: loan.due });
        }
        let packed = self.members.get(card);
        let member = packed.map(|packed| borrower(packed, day));
        let known = self.items.get(barcode);
        // A copy that nobody packed is judged like any other, and that it is unknown is one more reason.
        let item = known.map_or_else(|| unpacked(barcode), facts);
        let rule = self.rule(packed, self.items.get(barcode), day);
        let under = |loan: &Loan| rule.is_some_and(|rule| loan.rule == Some(rule.id.0));
        let mut case = Case {
            standing: None,
            item: Some(&item),
            on_loan: loan.map(|loan| loan.due.unwrap_or(day)),
            held_until: None,
            rule,
            under_rule: count(self.of_card(card).filter(|(_, loan)| under(loan)).count()),
            in_all: count(self.of_card(card).count()),
        };
        if let (Some(member), Some(packed)) = (&member, packed) {
            case.standing = Some(self.standing(member, packed, day));
        }
        let mut reasons = refusals(&case);
        if known.is_none() {
            reasons.push(Reason::ItemUnknown);
        }
        let aside = known.and_then(|item| item.set_aside.as_deref());
        if aside.is_some_and(|other| other != card) {
            reasons.push(Reason::ItemHeldForOther { until: None });
        }
        let due = match rule {
            Some(rule) => {
                let end_is_over = over.iter().any(|code| code == "member.expired");
                let until = member.map_or(Date::MAX, |member| member.cut_to(day, end_is_over));
                Some(rules::due(&rule.terms, day, until, &self.calendar)?.value)
            }
            None => None,
        };
        Ok(weighed(reasons, over, due))
    }

    /// Whether and until when a loan is renewed.
    ///
    /// # Errors
    /// [`Error::Calendar`](crate::Error::Calendar).
    pub fn renew(&self, card: &str, barcode: &str, day: Date) -> Result<Lending> {
        let unknown = |reasons| {
            Ok(Lending::Refused {
                reasons,
                may_be_allowed: false,
            })
        };
        let Some(packed) = self.members.get(card) else {
            return unknown(vec![Reason::MemberUnknown]);
        };
        let Some(loan) = self.loans.get(barcode).filter(|loan| loan.card == card) else {
            return unknown(vec![Reason::ItemNotOnLoan]);
        };
        let member = borrower(packed, day);
        let rule = self.rules.iter().find(|rule| Some(rule.id.0) == loan.rule);
        let item = self.items.get(barcode);
        let rule = rule.or_else(|| self.rule(Some(packed), item, day));
        let due = loan.due.unwrap_or(day);
        let renewed = match rule {
            Some(rule) => Some(rules::renewed(&rule.terms, day, due, member.valid_until, &self.calendar)?.value),
            None => None,
        };
        let reasons = renewal_refusals(&RenewalCase {
            standing: self.standing(&member, packed, day),
            rule,
            renewals: loan.renewals,
            waiting: u32::from(item.is_some_and(|item| item.wanted)),
            due,
            renewed,
        });
        Ok(weighed(reasons, &[], renewed))
    }

    /// What is known of a copy that is handed in.
    pub fn give_back(&self, barcode: &str, day: Date) -> Given {
        let loan = self.loans.get(barcode);
        let due = loan.and_then(|loan| loan.due).filter(|due| *due < day);
        Given {
            card: loan.map(|loan| loan.card.clone()),
            late_days: due.map_or(0, |due| self.calendar.open_days(due, day)),
            wanted: self
                .items
                .get(barcode)
                .is_some_and(|item| item.wanted || item.set_aside.is_some()),
        }
    }

    /// The open loans of a card, by barcode.
    fn of_card<'a>(&'a self, card: &'a str) -> impl Iterator<Item = (&'a String, &'a Loan)> {
        self.loans.iter().filter(move |(_, loan)| loan.card == card)
    }

    fn rule(&self, member: Option<&PackedMember>, item: Option<&PackedItem>, day: Date) -> Option<&LoanRule> {
        let member_type = member.map_or("", |member| &member.member_type);
        let collection = item.and_then(|item| item.collection_type.as_deref());
        let medium = item.and_then(|item| item.medium.as_deref());
        rules::select(&self.rules, member_type, collection, medium, day)
    }

    fn standing<'a>(&self, member: &'a Borrower, packed: &PackedMember, day: Date) -> Standing<'a> {
        let dues = self
            .of_card(&packed.card)
            .filter_map(|(_, loan)| loan.due)
            .filter(|due| *due < day);
        let dues: Vec<Date> = dues.collect();
        let since = dues.iter().min().copied();
        Standing {
            member,
            day,
            owed: i64::from(packed.owes),
            owes_limit: 0,
            overdue: since
                .filter(|_| self.overdue_blocks)
                .map(|since| (count(dues.len()), since)),
        }
    }

    fn standing_of(&self, member: &Borrower, packed: &PackedMember, day: Date) -> Vec<Reason> {
        standing(&self.standing(member, packed, day))
    }
}

/// Reasons that are passed over, or that stand.
fn weighed(reasons: Vec<Reason>, over: &[String], due: Option<Date>) -> Lending {
    let may = |reason: &Reason| {
        let code = reason.code();
        OVERRIDABLE.contains(&code) || OVERRIDABLE_AWAY.contains(&code)
    };
    let passes = |reason: &Reason| may(reason) && over.iter().any(|code| code == reason.code());
    match reasons.iter().all(passes) {
        true => Lending::Granted {
            due,
            passed: reasons.iter().map(Reason::code).collect(),
        },
        false => Lending::Refused {
            may_be_allowed: reasons.iter().all(may),
            reasons,
        },
    }
}

fn undone(intent: &Intent) -> Option<u64> {
    match intent.deed {
        Deed::Undo { of } => Some(of),
        _ => None,
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn borrower(packed: &PackedMember, day: Date) -> Borrower {
    // Only the years went along; a birthday in that many years back says the same.
    let born = packed
        .age
        .and_then(|age| day.checked_sub(jiff::Span::new().try_years(age).ok()?).ok());
    Borrower {
        id: MemberId(0),
        card: packed.card.clone(),
        name: String::new(),
        member_type: packed.member_type.clone(),
        max_items: packed.max_items,
        born,
        sex: None,
        district: None,
        education: None,
        valid_until: packed.valid_until.0,
        suspended_until: packed.suspended_until.map(|day| day.0),
        blocked: packed.blocked.then(String::new),
        keeps_history: false,
    }
}

fn unpacked(barcode: &str) -> ItemFacts {
    facts(&PackedItem {
        item: barcode.to_owned(),
        title: String::new(),
        collection_type: None,
        medium: None,
        status: ItemStatus::Available,
        set_aside: None,
        wanted: false,
    })
}

fn facts(packed: &PackedItem) -> ItemFacts {
    ItemFacts {
        id: ItemId(0),
        title_id: TitleId(0),
        barcode: packed.item.clone(),
        title: packed.title.clone(),
        collection_type: packed.collection_type.clone(),
        medium: packed.medium.clone(),
        status: packed.status,
        place: Place::default(),
        price: None,
    }
}
