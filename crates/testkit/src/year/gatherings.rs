//! What the library holds: a discussion and a story hour a month, visits of schools, a course twice a year.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Weekday, date};
use pustaka_core::events::plan::{Key, NewEvent};
use pustaka_core::events::roster::{Asking, Manner};
use pustaka_core::events::{Kind, Plan as Said, Span};
use pustaka_core::values::money::Money;

use super::people::{DISTRICTS, People};
use super::{FIRST, LAST, Plan, What};

const SCHOOLS: &[&str] = &[
    "SDN Mojoroto 1",
    "SDN Banjaran 4",
    "MI Al-Huda",
    "SMPN 3 Kediri",
    "SDN Pesantren 2",
    "TK Dharma Wanita",
];
const BOOKS: &[&str] = &[
    "Laskar Pelangi",
    "Ronggeng Dukuh Paruk",
    "Cantik Itu Luka",
    "Pulang",
    "Sang Pemimpi",
];

pub(super) fn plan(plan: &mut Plan, people: &People) {
    let days = plan.open_days();
    for month in days.chunk_by(|one, other| one.month() == other.month()) {
        let saturdays = month.iter().filter(|day| day.weekday() == Weekday::Saturday);
        let saturdays: Vec<Date> = saturdays.copied().collect();
        if let [.., discussion, story] = saturdays.as_slice() {
            discuss(plan, people, *discussion);
            tell_stories(plan, people, *story);
        }
        for day in [month[month.len() / 4], month[month.len() * 3 / 4]] {
            visit(plan, day);
        }
    }
    for first in [date(2025, 11, 6), date(2026, 7, 2), date(2026, 10, 1)] {
        teach(plan, people, first);
    }
    announce_next(plan);
}

/// What is announced in the last days for the days after: with places left, with none left and somebody who waits or
/// nobody, without a bound, and on the last day and the day after the last of a week from the first.
fn announce_next(plan: &mut Plan) {
    for (on, capacity, groups) in [
        (date(2026, 11, 4), Some(20), &[6][..]),
        (date(2026, 11, 5), Some(20), &[20]),
        (date(2026, 11, 6), Some(20), &[20, 12]),
        (date(2026, 11, 7), None, &[25]),
        (date(2026, 11, 8), Some(20), &[5]),
        (date(2026, 11, 9), Some(20), &[5]),
    ] {
        let said = Said {
            capacity,
            ..Said::new("Tur Perpustakaan", Kind::Visit)
        };
        let (key, announced) = announce(plan, "tur", said, vec![span(on, 13, 14)], 14);
        for ((minute, heads), school) in (13..).zip(groups).zip(SCHOOLS) {
            let group = Asking {
                name: Some((*school).to_owned()),
                heads: Some(*heads),
                ..Asking::default()
            };
            let asked = What::Register(key.clone(), Box::new(group), Manner::default());
            plan.add(announced.at(8, minute, 0, 0), asked);
        }
    }
}

fn day(days: usize) -> SignedDuration {
    SignedDuration::from_hours(24 * days as i64)
}

fn span(day: Date, from: i8, to: i8) -> Span {
    Span {
        starts: day.at(from, 0, 0, 0),
        ends: day.at(to, 0, 0, 0),
    }
}

/// Adds an event some weeks before its first session; answers its key and the day on which it was announced.
fn announce(plan: &mut Plan, kind: &str, said: Said, sessions: Vec<Span>, days: usize) -> (String, Date) {
    let first = sessions[0].starts.date();
    let key = format!("{kind}-{first}");
    let announced = plan.open_after(first.saturating_sub(day(days)).max(FIRST), 0);
    let new = NewEvent {
        key: Key::Chosen(key.clone()),
        plan: said,
        sessions,
    };
    plan.add(announced.at(8, 10, 0, 0), What::AddEvent(Box::new(new)));
    (key, announced)
}

/// Somebody asks for a place: most are members.
fn asking(plan: &mut Plan, people: &People, on: Date, number: usize) -> Asking {
    let member = people.reader(&mut plan.random, on).filter(|_| plan.random.percent(70));
    match member {
        Some(at) => Asking {
            card: Some(people.all[at].card.clone()),
            ..Asking::default()
        },
        None => Asking {
            name: Some(format!(
                "Tamu {} {number}",
                plan.random.one_of(&["Anwar", "Yanti", "Slamet", "Tutik"])
            )),
            phone: Some(format!("0857{:08}", plan.random.below(99_999_999))),
            born: Some((1960 + plan.random.below(50)).to_string()),
            sex: Some(plan.random.one_of(&["P", "L"]).to_owned()),
            district: Some(plan.random.one_of(DISTRICTS).to_owned()),
            ..Asking::default()
        },
    }
}

/// So many ask for places, on open days from the announcement to the day before; some give theirs up.
fn fill(plan: &mut Plan, people: &People, key: &str, (from, to): (Date, Date), many: usize, gone: &[i64]) {
    let open: Vec<Date> = plan.open_days();
    let open: Vec<Date> = open.into_iter().filter(|day| (from..to).contains(day)).collect();
    let Some(last) = open.last().copied() else {
        return;
    };
    let mut moments: Vec<DateTime> = (0..many)
        .map(|_| {
            let day = open[plan.random.below(open.len())];
            plan.moment(day).max(from.at(8, 11, 0, 0))
        })
        .collect();
    moments.sort();
    for (number, at) in moments.into_iter().enumerate() {
        let asking = asking(plan, people, at.date(), number);
        plan.add(at, What::Register(key.to_owned(), Box::new(asking), Manner::default()));
    }
    if !gone.is_empty() {
        let at = last.at(
            i8::try_from(plan.opening.closes(last)).unwrap_or_default() - 1,
            58,
            0,
            0,
        );
        plan.add(at, What::GiveUp(key.to_owned(), gone.to_vec()));
    }
}

/// Of so many, some come to a session.
fn come(plan: &mut Plan, key: &str, session: i64, at: DateTime, many: i64, percent: usize) {
    let numbers: Vec<i64> = (1..=many).filter(|_| plan.random.percent(percent)).collect();
    plan.add(at, What::CheckIn(key.to_owned(), session, numbers, None));
}

/// Twenty places, and more who ask: some get one when others give up, the rest wait in vain.
fn discuss(plan: &mut Plan, people: &People, on: Date) {
    let book = plan.random.one_of(BOOKS);
    let said = Said {
        place: Some("Ruang Baca".to_owned()),
        capacity: Some(20),
        cost: Money::from_whole(250_000),
        ..Said::new(format!("Diskusi {book}"), Kind::BookDiscussion)
    };
    let (key, announced) = announce(plan, "diskusi", said, vec![span(on, 10, 12)], 16);
    let many = 21 + plan.random.below(9);
    fill(plan, people, &key, (announced, on), many, &[3, 8, 15]);
    come(plan, &key, 1, on.at(10, 5, 0, 0), many as i64, 80);
}

/// No bound; most come without asking before. That of June does not take place.
fn tell_stories(plan: &mut Plan, people: &People, on: Date) {
    let said = Said {
        place: Some("Ruang Anak".to_owned()),
        partner: Some("Komunitas Dongeng Kediri".to_owned()),
        ..Said::new("Mendongeng Sabtu", Kind::Storytelling)
    };
    let (key, announced) = announce(plan, "dongeng", said, vec![span(on, 9, 10)], 9);
    fill(plan, people, &key, (announced, on), 6, &[]);
    if on.month() == 6 {
        let day = plan.open_after(on.saturating_sub(day(2)), 0);
        plan.add(
            day.at(8, 20, 0, 0),
            What::CancelEvent(key, "pendongeng sakit".to_owned()),
        );
        return;
    }
    come(plan, &key, 1, on.at(9, 5, 0, 0), 6, 70);
    let walk_in = Manner {
        walk_in: true,
        ..Manner::default()
    };
    for number in 0..5 + plan.random.below(10) {
        let asking = asking(plan, people, on, 100 + number);
        let at = on.at(8, 45 + i8::try_from(number).unwrap_or_default(), 0, 0);
        plan.add(at, What::Register(key.clone(), Box::new(asking), walk_in.clone()));
    }
}

/// A class comes.
fn visit(plan: &mut Plan, on: Date) {
    let school = plan.random.one_of(SCHOOLS);
    let said = Said::new(format!("Kunjungan {school}"), Kind::Visit);
    let (key, announced) = announce(plan, "kunjungan", said, vec![span(on, 9, 11)], 7);
    let heads = 18 + plan.random.below(24) as i64;
    let group = Asking {
        name: Some(school.to_owned()),
        heads: Some(heads),
        ..Asking::default()
    };
    let at = announced.at(8, 12, 0, 0);
    plan.add(at, What::Register(key.clone(), Box::new(group), Manner::default()));
    let came = heads - plan.random.below(4) as i64;
    plan.add(on.at(9, 10, 0, 0), What::CheckIn(key, 1, vec![1], Some(came)));
}

/// Four afternoons, fifteen places, with a certificate.
fn teach(plan: &mut Plan, people: &People, first: Date) {
    let weeks = (0..4).map(|week| first.saturating_add(day(7 * week)));
    let days: Vec<Date> = weeks.filter(|day| plan.opening.is_open(*day) && *day <= LAST).collect();
    let said = Said {
        place: Some("Ruang Komputer".to_owned()),
        speaker: Some("Bu Ratna".to_owned()),
        capacity: Some(15),
        age_min: Some(12),
        ..Said::new("Kelas Literasi Informasi", Kind::InformationLiteracy)
    };
    let sessions = days.iter().map(|day| span(*day, 13, 15)).collect();
    let (key, announced) = announce(plan, "literasi", said, sessions, 20);
    let before = first.max(announced.saturating_add(day(1)));
    fill(plan, people, &key, (announced, before), 19, &[4]);
    for (number, day) in (1_i64..).zip(days) {
        come(plan, &key, number, day.at(13, 5, 0, 0), 19, 85);
    }
}
