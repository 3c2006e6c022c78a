//! The desk: who borrows what and when it comes back, who waits for what, what is paid and what is lost.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime, Weekday, date};
use jiff::{SignedDuration, ToSpan};

use super::deed::Share;
use super::opening::{DARK, RAMADAN};
use super::people::People;
use super::stock::Stock;
use super::{FIRST, LAST, Plan, What};

/// What readers ask for and the catalogue does not have.
const WANTED: &[&str] = &[
    "filosofi teras",
    "atomic habits",
    "stoikisme",
    "bumi manusia pramoedya",
    "harry potter",
    "kalkulus purcell",
    "toefl",
    "one piece",
    "psikologi kognitif",
    "python pemrograman",
    "resep mpasi",
    "ikigai",
    "cpns kumpulan soal",
    "utbk saintek",
    "sapiens harari",
];

/// A reading circle asks for the same books on this day.
const CIRCLE: Date = date(2026, 10, 20);
/// So many of them for each of its books.
const ASKERS: [usize; 8] = [7, 4, 4, 5, 3, 3, 4, 4];

/// A loan as it is planned.
struct Out {
    copy: usize,
    member: usize,
    /// Until when it is not late, as far as a reader knows.
    due: Date,
    back: Date,
    renewed: Option<Date>,
    late: bool,
}

/// The desk while the year is planned.
struct Counter<'a> {
    plan: &'a mut Plan,
    stock: &'a mut Stock,
    people: &'a People,
    out: Vec<Out>,
    /// How many each member has on loan.
    has: Vec<usize>,
}

pub(super) fn plan(plan: &mut Plan, stock: &mut Stock, people: &People) {
    let days = plan.open_days();
    let mut counter = Counter {
        has: vec![0; people.all.len()],
        plan,
        stock,
        people,
        out: Vec::new(),
    };
    counter.taken_over();
    for day in days {
        counter.stock.shelve(day);
        counter.take_back(day);
        counter.renew(day);
        counter.lend(day);
        counter.reserve(day);
        if day == CIRCLE {
            counter.all_ask(day);
        }
        counter.in_the_library(day);
        if DARK.contains(&day) {
            counter.on_paper(day);
        }
    }
}

impl Counter<'_> {
    fn card(&self, member: usize) -> String {
        self.people.all[member].card.clone()
    }

    fn barcode(&self, copy: usize) -> String {
        self.stock.copies[copy].barcode.clone()
    }

    /// What was lent before the library began comes back in its first weeks, some of it late.
    fn taken_over(&mut self) {
        for (copy, member, due) in std::mem::take(&mut self.stock.out_before) {
            let days = 1 + self.plan.random.below(30);
            let back = self.plan.open_after(FIRST, days);
            self.has[member] += 1;
            self.out.push(Out {
                copy,
                member,
                due,
                back,
                renewed: None,
                late: back > due,
            });
        }
    }

    /// What is due back, as planned: one in two hundred is lost instead.
    fn take_back(&mut self, day: Date) {
        let (back, out) = std::mem::take(&mut self.out)
            .into_iter()
            .partition(|out| out.back <= day);
        self.out = out;
        let mut back: Vec<Out> = back;
        back.sort_by_key(|out| out.member);
        for of_member in back.chunk_by(|one, other| one.member == other.member) {
            let at = self.plan.moment(day);
            let member = of_member[0].member;
            self.has[member] -= of_member.len();
            for out in of_member {
                self.stock.copies[out.copy].out = false;
            }
            if self.plan.random.below(200) == 0 {
                self.lose(at, member, of_member[0].copy);
            } else {
                let items = of_member.iter().map(|out| self.barcode(out.copy)).collect();
                self.plan.add(at, What::Return(items));
            }
            if of_member.iter().any(|out| out.late) {
                self.pay(at, member);
            }
        }
    }

    /// A copy is lost; half of them are found again.
    fn lose(&mut self, at: DateTime, member: usize, copy: usize) {
        self.plan.add(at, What::Lost(self.barcode(copy)));
        self.stock.copies[copy].lent = false;
        if self.plan.random.percent(50) {
            let days = 4 + self.plan.random.below(45);
            self.later(at.date(), days, What::Found(self.barcode(copy)));
        }
        if self.plan.random.percent(80) {
            let days = 1 + self.plan.random.below(20);
            self.later(at.date(), days, What::Pay(self.card(member), Share::All));
        }
    }

    /// Of those who owe, most pay at once, some half of it, and that later.
    fn pay(&mut self, at: DateTime, member: usize) {
        let (share, days) = match self.plan.random.below(100) {
            0..60 => (Share::All, 0),
            60..85 => (Share::Half, 0),
            85..93 => (Share::All, 10),
            93..95 => (Share::Mistyped, 0),
            95..97 => (Share::Over, 0),
            _ => return,
        };
        let day = self.plan.open_after(at.date(), days);
        let paid = match days {
            0 => at.saturating_add(1.minutes()),
            _ => self.plan.moment(day),
        };
        self.plan.add(paid, What::Pay(self.card(member), share));
    }

    fn renew(&mut self, day: Date) {
        let copies: Vec<usize> = self
            .out
            .iter()
            .filter(|out| out.renewed == Some(day))
            .map(|out| out.copy)
            .collect();
        for copy in copies {
            let at = self.plan.moment(day);
            self.plan.add(at, What::Renew(self.barcode(copy)));
        }
    }

    /// How many readers come: fewer in Ramadan, most on Saturdays.
    fn readers(&mut self, day: Date) -> usize {
        let usual = 10 + self.plan.random.below(12);
        let usual = match day.weekday() {
            Weekday::Saturday => usual * 14 / 10,
            _ => usual,
        };
        match (RAMADAN.0..=RAMADAN.1).contains(&day) {
            true => usual * 6 / 10,
            false => usual,
        }
    }

    fn lend(&mut self, day: Date) {
        for _ in 0..self.readers(day) {
            let at = self.plan.moment(day);
            if let Some((member, copies)) = self.choose(day, false) {
                let items = copies.iter().map(|copy| self.barcode(*copy)).collect();
                self.plan.add(at, What::Lend(self.card(member), items));
                copies.into_iter().for_each(|copy| self.goes_out(day, member, copy));
            }
        }
        if self.plan.random.percent(20)
            && let Some((member, copies)) = self.choose(day, false)
        {
            let at = self.plan.moment(day);
            let items = copies.iter().map(|copy| self.barcode(*copy)).collect();
            self.plan.add(at, What::Mistake(self.card(member), items));
        }
    }

    /// Who borrows and what: one or two copies.
    fn choose(&mut self, day: Date, on_paper: bool) -> Option<(usize, Vec<usize>)> {
        let random = &mut self.plan.random;
        let member = self.people.reader(random, day).filter(|member| self.has[*member] < 2)?;
        // Most know that they have something at home that is late.
        let late = self.out.iter().any(|out| out.member == member && out.due < day);
        if late && !random.percent(6) {
            return None;
        }
        let wanted = 1 + usize::from(random.percent(45));
        let mut copies: Vec<usize> = (0..wanted).filter_map(|_| self.stock.pick(random, on_paper)).collect();
        copies.dedup();
        (!copies.is_empty()).then_some((member, copies))
    }

    /// When it comes back: most in time, some after a renewal, one in six late.
    fn goes_out(&mut self, day: Date, member: usize, copy: usize) {
        let random = &mut self.plan.random;
        let (days, renewed, late) = match random.below(100) {
            0..55 => (1 + random.below(7), None, false),
            55..82 => (8 + random.below(6), Some(5 + random.below(3)), false),
            82..96 => (9 + random.below(20), None, true),
            _ => (30 + random.below(40), None, true),
        };
        self.stock.copies[copy].out = true;
        self.has[member] += 1;
        self.out.push(Out {
            copy,
            member,
            due: day.saturating_add(SignedDuration::from_hours(24 * if renewed.is_some() { 14 } else { 7 })),
            back: self.plan.open_after(day, days),
            renewed: renewed.map(|days| self.plan.open_after(day, days)),
            late,
        });
    }

    /// Readers ask for what is out. Two in three come for it, some give up, the rest forget.
    fn reserve(&mut self, day: Date) {
        for _ in 0..self.plan.random.below(5) {
            if self.out.is_empty() {
                return;
            }
            let wanted = self.plan.random.below(self.out.len());
            let (copy, borrower, back) = (self.out[wanted].copy, self.out[wanted].member, self.out[wanted].back);
            let member = self.people.reader(&mut self.plan.random, day);
            let Some(member) = member.filter(|member| *member != borrower) else {
                continue;
            };
            if self.stock.copies[copy].never_held {
                continue;
            }
            let (card, item) = (self.card(member), self.barcode(copy));
            let at = self.plan.moment(day);
            self.plan.add(at, What::Hold(card.clone(), item.clone()));
            match self.plan.random.below(100) {
                0..66 => self.fetch(back, &card, self.stock.of_title(copy)),
                66..80 => {
                    let days = 1 + self.plan.random.below(9);
                    self.later(day, days, What::CancelHold(card, item));
                }
                _ => (),
            }
        }
    }

    /// Many ask for books of which there is one copy, which is out until after the last day: they wait then.
    fn all_ask(&mut self, day: Date) {
        let long = self.out.iter().filter(|out| {
            let copy = &self.stock.copies[out.copy];
            out.back > LAST && !copy.never_held && self.stock.of_title(out.copy).len() == 1
        });
        let long: Vec<(usize, usize)> = long.map(|out| (out.copy, out.member)).collect();
        for ((copy, borrower), askers) in long.into_iter().zip(ASKERS) {
            let mut asked = BTreeSet::from([borrower]);
            while asked.len() <= askers {
                let member = self.people.reader(&mut self.plan.random, day);
                if let Some(member) = member.filter(|member| asked.insert(*member)) {
                    let at = self.plan.moment(day);
                    self.plan.add(at, What::Hold(self.card(member), self.barcode(copy)));
                }
            }
        }
    }

    /// Somebody comes for what they asked for, and brings it back.
    fn fetch(&mut self, back: Date, card: &str, copies: Vec<String>) {
        let days = self.plan.random.below(5);
        let fetched = self.later(back, days, What::Fetch(card.to_owned(), copies.clone()));
        let days = 2 + self.plan.random.below(9);
        self.later(fetched, days, What::BringBack(card.to_owned(), copies));
    }

    /// Something happens on the first open day so many days after another; answers the day.
    fn later(&mut self, day: Date, days: usize, what: What) -> Date {
        let day = self.plan.open_after(day, days);
        let at = self.plan.moment(day);
        self.plan.add(at, what);
        day
    }

    /// What is read in the library, and what is looked for in vain.
    fn in_the_library(&mut self, day: Date) {
        let many = 3 + self.plan.random.below(8);
        let copies: Vec<usize> = (0..many)
            .filter_map(|_| self.stock.pick(&mut self.plan.random, false))
            .collect();
        let items: Vec<String> = copies.into_iter().map(|copy| self.barcode(copy)).collect();
        let closes = i8::try_from(self.plan.opening.closes(day)).unwrap_or_default();
        self.plan.add(day.at(closes - 1, 55, 0, 0), What::InHouse(items));
        for _ in 0..self.plan.random.below(3) {
            let at = self.plan.moment(day);
            let text = self.plan.random.one_of(WANTED);
            self.plan.add(at, What::Search(text.to_owned()));
        }
    }

    /// The power is gone: loans and returns are written down and entered on the next open day, with their own moments.
    fn on_paper(&mut self, day: Date) {
        let entered = self.plan.open_after(day, 1);
        for number in 0..12_i8 {
            let at = day.at(12 + number / 4, number % 4 * 15, 0, 0);
            if let Some((member, copies)) = self.choose(day, true) {
                let items = copies.iter().map(|copy| self.barcode(*copy)).collect();
                self.plan.enter(entered, at, What::Lend(self.card(member), items));
                copies.into_iter().for_each(|copy| self.goes_out(entered, member, copy));
            }
        }
        // Somebody brings back what they took in the morning of another day.
        let soon = day.saturating_add(SignedDuration::from_hours(24 * 3));
        let early = self
            .out
            .iter()
            .position(|out| out.back <= soon && self.stock.copies[out.copy].never_held);
        if let Some(out) = early.map(|at| self.out.remove(at)) {
            self.has[out.member] -= 1;
            self.stock.copies[out.copy].out = false;
            let items = vec![self.barcode(out.copy)];
            self.plan.enter(entered, day.at(15, 40, 0, 0), What::Return(items));
        }
    }
}
