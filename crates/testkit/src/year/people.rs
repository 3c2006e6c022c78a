//! The members: who they are, when they come and go.

use jiff::SignedDuration;
use jiff::civil::{Date, date};
use pustaka_core::members::{ConsentKind, Enrolment, Field};

use super::{FIRST, LAST, Plan, What};
use crate::random::Random;

/// Members when the year begins.
const BEFORE: usize = 340;
/// Who joins in the year.
const NEW: usize = 75;

const GIVEN: &[&str] = &[
    "Siti", "Budi", "Dewi", "Agus", "Rina", "Hendra", "Putri", "Bambang", "Wahyu", "Ahmad", "Nurul", "Eka", "Dian",
    "Sri", "Joko", "Ratna", "Yusuf", "Fatimah", "Made", "Ketut", "Lestari", "Ayu", "Rizky", "Galih", "Intan", "Mega",
];
const FAMILY: &[&str] = &[
    "Aminah",
    "Santoso",
    "Lestari",
    "Wibowo",
    "Rahayu",
    "Saputra",
    "Hidayat",
    "Wulandari",
    "Nugroho",
    "Kusuma",
    "Setiawan",
    "Maharani",
    "Pratama",
    "Susanti",
    "Firmansyah",
    "Utami",
];
/// The three districts of the city of Kediri, and one beside it.
pub(super) const DISTRICTS: &[&str] = &["Mojoroto", "Kota", "Pesantren", "Mojoroto", "Kota", "Gampengrejo"];

pub(super) struct Person {
    pub(super) card: String,
    pub(super) name: String,
    pub(super) phone: String,
    kind: &'static str,
    born: Date,
    female: bool,
    district: &'static str,
    education: &'static str,
    pub(super) joined: Date,
    /// The last day of the membership, as it is planned to be renewed.
    until: Date,
    keeps_history: bool,
    notices: bool,
    /// Never borrows.
    pub(super) quiet: bool,
}

pub(super) struct People {
    pub(super) all: Vec<Person>,
}

impl People {
    pub(super) fn new(random: &mut Random) -> People {
        let mut all: Vec<Person> = (1..=BEFORE + NEW).map(|number| person(random, number)).collect();
        for (at, person) in all.iter_mut().enumerate() {
            let day = |days: usize| SignedDuration::from_hours(24 * days as i64);
            person.joined = match at.checked_sub(BEFORE) {
                None => FIRST.saturating_sub(day(1 + random.below(360))),
                Some(at) => FIRST.saturating_add(day(2 + at * 5 + random.below(5))),
            };
        }
        People { all }
    }

    /// Those who are members when the year begins.
    pub(super) fn enrolments(&self) -> impl Iterator<Item = What> {
        self.all[..BEFORE].iter().map(|person| What::Enrol(person.enrolment()))
    }

    /// Who joins, renews the membership, is forgotten, withdraws a consent.
    pub(super) fn come_and_go(&mut self, plan: &mut Plan) {
        for (at, person) in self.all.iter_mut().enumerate() {
            if at >= BEFORE {
                person.joined = plan.open_after(person.joined, 0);
                let moment = person.joined.at(8, 0, 0, 0);
                plan.add(moment, What::Enrol(person.enrolment()));
            }
            let end = person.joined.saturating_add(SignedDuration::from_hours(24 * 364));
            if end < LAST && !plan.random.percent(75) {
                person.until = end;
            } else if end < LAST {
                let early = plan.random.below(10);
                let late = plan.random.below(25);
                let day = end.saturating_sub(SignedDuration::from_hours(24 * early as i64));
                let day = plan.open_after(day.max(FIRST), late);
                plan.add(day.at(8, 5, 0, 0), What::RenewMember(person.card.clone()));
            }
        }
        let mut quiet = self.all.iter().filter(|person| person.quiet);
        if let Some(person) = quiet.next() {
            plan.add(date(2026, 6, 9).at(10, 0, 0, 0), What::Erase(person.card.clone()));
        }
        if let Some(person) = self.all.iter().find(|person| person.keeps_history) {
            let history = What::Withdraw(person.card.clone(), ConsentKind::ReadingHistory);
            plan.add(date(2026, 4, 15).at(11, 0, 0, 0), history);
        }
        if let Some(person) = self.all.iter().rev().find(|person| person.notices) {
            let notices = What::Withdraw(person.card.clone(), ConsentKind::Notices);
            plan.add(date(2026, 10, 19).at(11, 0, 0, 0), notices);
        }
    }

    /// Somebody who is a member on a day and borrows: some come far more often than others, and a few although their
    /// membership is over.
    pub(super) fn reader(&self, random: &mut Random, day: Date) -> Option<usize> {
        let at = random.below(self.all.len()).min(random.below(self.all.len()));
        let person = &self.all[at];
        let valid = day <= person.until || random.percent(5);
        (person.joined < day && valid && !person.quiet).then_some(at)
    }
}

fn person(random: &mut Random, number: usize) -> Person {
    let (kind, years) = match random.below(100) {
        0..45 => ("umum", 1955..2000),
        45..70 => ("pelajar", 2008..2013),
        70..88 => ("mahasiswa", 2002..2007),
        _ => ("anak", 2014..2019),
    };
    let year: i16 = years.start + random.below((years.end - years.start) as usize) as i16;
    let education = match kind {
        "anak" => random.one_of(&["Tidak sekolah", "SD"]),
        "pelajar" => random.one_of(&["SD", "SMP"]),
        "mahasiswa" => "SMA",
        _ => random.one_of(&["SMP", "SMA", "D3", "S1", "S1", "S2"]),
    };
    Person {
        card: format!("A{number:04}"),
        name: format!("{} {}", random.one_of(GIVEN), random.one_of(FAMILY)),
        phone: format!("0812{:08}", 10_000_000 + number * 37),
        kind,
        born: date(year, 1 + random.below(12) as i8, 1 + random.below(28) as i8),
        female: random.percent(56),
        district: random.one_of(DISTRICTS),
        education,
        joined: FIRST,
        until: LAST,
        keeps_history: random.percent(10),
        notices: random.percent(80),
        quiet: number.is_multiple_of(97),
    }
}

impl Person {
    fn enrolment(&self) -> Enrolment {
        let text = |text: &str| text.to_owned();
        let mut cells = vec![
            (Field::Card, self.card.clone()),
            (Field::Name, self.name.clone()),
            (Field::Type, text(self.kind)),
            (Field::Sex, text(if self.female { "female" } else { "male" })),
            (Field::Born, self.born.to_string()),
            (Field::Phone, self.phone.clone()),
            (Field::District, text(self.district)),
            (Field::City, text("Kota Kediri")),
            (Field::Education, text(self.education)),
            (Field::Joined, self.joined.to_string()),
        ];
        if self.born.year() > 2006 {
            cells.push((Field::GuardianName, text("Bu Wati")));
            cells.push((Field::GuardianPhone, self.phone.clone()));
            cells.push((Field::GuardianRelation, text("ibu")));
        }
        let mut consents = vec![ConsentKind::Membership];
        consents.extend(self.notices.then_some(ConsentKind::Notices));
        consents.extend(self.keeps_history.then_some(ConsentKind::ReadingHistory));
        Enrolment { cells, consents }
    }
}
