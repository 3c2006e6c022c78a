//! From the door to the certificate: check-in, marks, certificates, feedback, and the report of a period.

use jiff::civil::date;

use super::{act_at, at, discussion, group, library, now, person, span};
use crate::error::Error;
use crate::events::attendance::{Came, CheckIn};
use crate::events::feedback::Said;
use crate::events::plan::{Key, NewEvent};
use crate::events::refusal::Reason;
use crate::events::report::Heads;
use crate::events::results::{Marks, Verdict};
use crate::events::roster::{Asking, Manner, Registered};
use crate::events::{Kind, Plan};
use crate::library::Library;
use crate::values::money::Money;

/// A course of three sessions, on 28, 29 and 30 November.
fn course() -> NewEvent {
    NewEvent {
        key: Key::Chosen("kursus".to_owned()),
        plan: Plan {
            share: Some(60),
            partner: Some("Dinas Kominfo".to_owned()),
            cost: Money::from_whole(300_000),
            ..Plan::new("Kelas Literasi Informasi", Kind::InformationLiteracy)
        },
        sessions: vec![span(28, 9, 11), span(29, 9, 11), span(30, 9, 11)],
    }
}

fn register(library: &mut Library, event: &str, asking: &Asking) -> Registered {
    library
        .register(&now(), event, asking, &Manner::default(), false)
        .expect("a place")
}

fn check_in(library: &mut Library, event: &str, day: i8, codes: &[&str]) -> Vec<Came> {
    let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
    let came = library
        .check_in(&act_at(at(day, 9)), event, &codes, CheckIn::default(), false)
        .expect("checked in");
    assert!(came.refused.is_empty(), "{:?}", came.refused);
    came.taken.iter().map(|one| one.state).collect()
}

#[test]
fn who_came_to_enough_gets_a_certificate() {
    let (_folder, mut library) = library();
    library.add_event(&now(), &course(), false).expect("an event");
    let codes: Vec<String> = ["Ani", "Beni", "Citra"]
        .iter()
        .zip(1..)
        .map(|(name, number)| register(&mut library, "kursus", &person(name, &format!("08123456780{number}"))).code)
        .collect();
    let [ani, beni, citra] = [0, 1, 2].map(|at| codes[at].as_str());
    assert_eq!(
        check_in(&mut library, "kursus", 28, &[ani, beni]),
        [Came::Attended, Came::Attended]
    );
    assert_eq!(
        check_in(&mut library, "kursus", 28, &[ani]),
        [Came::Already],
        "scanned twice"
    );
    assert_eq!(
        check_in(&mut library, "kursus", 29, &[&ani.to_lowercase(), beni, beni])[2],
        Came::Already
    );
    assert_eq!(check_in(&mut library, "kursus", 30, &[beni, citra]).len(), 2);
    let issued = library
        .issue_certificates(&act_at(at(30, 12)), "kursus", false)
        .expect("certificates");
    // 60 percent of 3 sessions are 2.
    assert_eq!((issued.needed, issued.new), (2, 2));
    let got: Vec<_> = issued
        .certificates
        .iter()
        .map(|one| (one.number.as_str(), one.name.as_deref(), one.attended))
        .collect();
    assert_eq!(got, [("1/2026", Some("Ani"), 2), ("2/2026", Some("Beni"), 3)]);
    assert_eq!(issued.short, [(citra.to_owned(), Some("Citra".to_owned()), 1)]);
    let again = library
        .issue_certificates(&act_at(at(30, 13)), "kursus", false)
        .expect("certificates");
    assert_eq!((again.new, &again.certificates), (0, &issued.certificates));
    let code = &issued.certificates[1].code;
    let (found, event) = library.verify_certificate(&code.to_lowercase()).expect("a certificate");
    assert_eq!((found.name.as_deref(), event.key.as_str()), (Some("Beni"), "kursus"));
    assert!(matches!(
        library.verify_certificate("0000-0000-0000"),
        Err(Error::NotFound { .. })
    ));
    let undo = CheckIn {
        session: Some(1),
        undo: true,
        ..CheckIn::default()
    };
    let undone = library
        .check_in(&now(), "kursus", &[ani.to_owned()], undo, false)
        .expect("an answer");
    assert_eq!(undone.refused[0].1, Reason::plain("registration.certified"));
}

#[test]
fn codes_that_are_not_taken() {
    let (_folder, mut library) = library();
    library
        .add_event(&now(), &discussion(Some(33)), false)
        .expect("an event");
    library.add_event(&now(), &course(), false).expect("an event");
    let class = register(&mut library, "diskusi", &group("Kelas 5", 32)).code;
    let ani = register(&mut library, "diskusi", &person("Ani", "081234567801")).code;
    let beni = register(&mut library, "diskusi", &person("Beni", "081234567802")).code;
    let other = register(&mut library, "kursus", &person("Ani", "081234567801")).code;
    let typed = [beni.clone(), other, "omong kosong".to_owned()];
    let came = library
        .check_in(&act_at(at(28, 9)), "diskusi", &typed, CheckIn::default(), false)
        .expect("an answer");
    let why: Vec<&str> = came.refused.iter().map(|(_, reason)| reason.code).collect();
    assert_eq!(
        why,
        [
            "registration.waiting",
            "registration.of-other-event",
            "registration.unknown"
        ]
    );
    let of = |heads| CheckIn {
        heads: Some(heads),
        ..CheckIn::default()
    };
    let check = |library: &mut Library, code: &str, how| {
        let came = library
            .check_in(&act_at(at(28, 9)), "diskusi", &[code.to_owned()], how, false)
            .expect("an answer");
        came.taken
            .first()
            .map(|one| (one.heads, one.state))
            .ok_or_else(|| came.refused[0].1.code)
    };
    assert_eq!(check(&mut library, &class, of(33)), Err("heads.beyond-group"));
    assert_eq!(check(&mut library, &class, of(28)), Ok((28, Came::Attended)));
    assert_eq!(check(&mut library, &class, CheckIn::default()), Ok((28, Came::Already)));
    assert_eq!(
        check(&mut library, &class, of(29)),
        Ok((29, Came::Attended)),
        "counted again"
    );
    let undo = CheckIn {
        undo: true,
        ..CheckIn::default()
    };
    assert_eq!(check(&mut library, &ani, undo), Err("registration.not-checked-in"));
    assert_eq!(check(&mut library, &ani, CheckIn::default()), Ok((1, Came::Attended)));
    assert_eq!(check(&mut library, &ani, undo), Ok((1, Came::Undone)));
    let given_up = library
        .cancel_registrations(&act_at(at(28, 9)), "diskusi", &[class, ani.clone()], false)
        .expect("an answer");
    assert_eq!(given_up.refused[0].1.code, "registration.attended");
    assert_eq!(given_up.cancelled, [ani]);
    assert_eq!(
        check(&mut library, &beni, CheckIn::default()),
        Ok((1, Came::Attended)),
        "promoted a moment ago"
    );
    let early = library.check_in(&act_at(at(27, 9)), "diskusi", &[beni], CheckIn::default(), false);
    assert!(matches!(early, Err(Error::Event(refusal)) if refusal.reasons[0].code == "session.none-now"));
}

#[test]
fn marks_and_answers() {
    let (_folder, mut library) = library();
    library.add_event(&now(), &course(), false).expect("an event");
    let marks: Vec<Marks> = [
        ("50", "60"),
        ("40", "60"),
        ("30", "60"),
        ("70", "70"),
        ("55", "70"),
        ("80", ""),
    ]
    .iter()
    .zip(1..)
    .map(|((before, after), number)| Marks {
        code: register(
            &mut library,
            "kursus",
            &person(&format!("Orang {number}"), &format!("08123456780{number}")),
        )
        .code,
        before: Some((*before).to_owned()),
        after: Some((*after).to_owned()),
    })
    .collect();
    let bad = Marks {
        code: "x".to_owned(),
        before: Some("1".to_owned()),
        after: None,
    };
    let refused = library
        .mark(&now(), "kursus", &[marks[0].clone(), bad], true, false)
        .expect("an answer");
    assert_eq!((refused.stored, refused.refused[0].0), (0, 1));
    assert_eq!(
        library
            .mark(&now(), "kursus", &marks, true, false)
            .expect("marked")
            .stored,
        11
    );
    let results = library.results("kursus").expect("results");
    // The five of `gain`'s own test; the sixth took one test only.
    assert_eq!(
        (results.gain.n, results.gain.gain.as_str(), results.only),
        (5, "15.00", [1, 0])
    );
    assert_eq!(results.gain.verdict, Verdict::Large);

    let said = |usefulness: &str, comment: &str| Said {
        usefulness: Some(usefulness.to_owned()),
        conduct: Some("4".to_owned()),
        comment: Some(comment.to_owned()),
    };
    let wrong = library
        .collect_feedback(&now(), "kursus", &[said("3", ""), said("5", "")], false)
        .expect("an answer");
    assert_eq!((wrong.stored, wrong.refused.len()), (0, 1));
    let all = [said("3", "Bagus\nsekali"), said("", ""), Said::default()];
    let stored = library.collect_feedback(&now(), "kursus", &all, false).expect("stored");
    assert_eq!((stored.stored, stored.blank), (2, 1));
    let (_, answers) = library.feedback("kursus").expect("answers");
    assert_eq!(answers[0].comment.as_deref(), Some("Bagus sekali"));
    assert_eq!((answers[1].number, answers[1].usefulness), (2, None));
}

#[test]
fn a_period_in_figures() {
    let (_folder, mut library) = library();
    library.add_event(&now(), &discussion(None), false).expect("an event");
    library.add_event(&now(), &course(), false).expect("an event");
    let mut ended = discussion(None);
    ended.key = Key::Chosen("batal".to_owned());
    library.add_event(&now(), &ended, false).expect("an event");
    library
        .cancel_event(&now(), "batal", "hujan", false)
        .expect("cancelled");
    let (mut discussed, mut learned) = (Vec::new(), Vec::new());
    for number in 1..=8 {
        let asking = Asking {
            sex: Some(if number <= 6 { "P" } else { "L" }.to_owned()),
            born: Some("1996".to_owned()),
            district: Some(if number == 1 { "Pesantren" } else { "Mojoroto" }.to_owned()),
            ..person(&format!("Orang {number}"), &format!("08123456780{number}"))
        };
        discussed.push(register(&mut library, "diskusi", &asking).code);
        if number <= 5 {
            learned.push(register(&mut library, "kursus", &asking).code);
        }
    }
    discussed.push(register(&mut library, "diskusi", &group("Kelas 5", 32)).code);
    let borrowed: Vec<&str> = discussed.iter().map(String::as_str).collect();
    check_in(&mut library, "diskusi", 28, &borrowed);
    let borrowed: Vec<&str> = learned.iter().map(String::as_str).collect();
    for day in [28, 29, 30] {
        check_in(&mut library, "kursus", day, &borrowed);
    }
    let period = library
        .events_report(date(2026, 11, 1), date(2026, 11, 30))
        .expect("a report");
    assert_eq!(
        (period.events, period.sessions, period.cancelled, period.registered),
        (2, 4, 1, 45)
    );
    // 8 + 32 at the discussion, 5 at the course: three sessions count once.
    assert_eq!(
        (period.heads, period.known, period.came_again),
        (Heads::Counted(45), Heads::Counted(8), Heads::Counted(5))
    );
    // Rp300,000 for the 5 of the course.
    assert_eq!((period.cost, period.cost_per_head), (Some(300_000), Some(60_000)));
    let of = |groups: &[crate::events::report::Group]| -> Vec<(String, Heads)> {
        groups.iter().map(|group| (group.name.clone(), group.heads)).collect()
    };
    let named = |name: &str, heads| (name.to_owned(), Heads::Counted(heads));
    assert_eq!(
        of(&period.by_kind),
        [named("book-discussion", 40), named("information-literacy", 5)]
    );
    // Two men: kept back, and with them the next smallest, the 11 visits of women.
    assert_eq!(
        of(&period.by_sex),
        [
            ("female".to_owned(), Heads::Kept),
            ("male".to_owned(), Heads::Kept),
            named("", 32)
        ]
    );
    assert_eq!(of(&period.by_age), [named("25-44", 13), named("", 32)]);
    assert_eq!(of(&period.by_partner), [named("Dinas Kominfo", 5), named("", 40)]);
    let october = library
        .events_report(date(2026, 10, 1), date(2026, 10, 31))
        .expect("a report");
    assert_eq!(
        (october.events, october.heads, october.cost),
        (0, Heads::Counted(0), None)
    );
}
