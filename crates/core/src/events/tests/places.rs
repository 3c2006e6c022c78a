//! One place a person; the queue; ages, windows, walk-ins; and whom an event's changes reach.

use super::{act_at, at, discussion, group, library, now, person, span};
use crate::act::Act;
use crate::error::Error;
use crate::events::notices::NoticeKind;
use crate::events::refusal::Reason;
use crate::events::roster::{Asking, Manner, OnReject, RowEnd, Standing, State};
use crate::library::Library;

fn codes<T: std::fmt::Debug>(answer: Result<T, Error>) -> Vec<&'static str> {
    match answer {
        Err(Error::Event(refusal)) => refusal.reasons.iter().map(|reason| reason.code).collect(),
        other => panic!("no refusal: {other:?}"),
    }
}

fn register(library: &mut Library, asking: &Asking) -> Result<crate::events::roster::Registered, Error> {
    library.register(&now(), "diskusi", asking, &Manner::default(), false)
}

fn ask(
    library: &mut Library,
    act: &Act,
    asking: &Asking,
    manner: &Manner,
) -> Result<crate::events::roster::Registered, Error> {
    library.register(act, "diskusi", asking, manner, false)
}

#[test]
fn one_place_a_person() {
    let (_folder, mut library) = library();
    library.add_event(&now(), &discussion(None), false).expect("an event");
    let first = register(&mut library, &person("Siti Aminah", "0812-3456-7890")).expect("a place");
    assert_eq!(first.code.get(..6), Some("E1-001"));
    assert_eq!(
        codes(register(&mut library, &person("Siti A.", "+62 812 3456 7890"))),
        ["registration.twice"]
    );
    let by_mail = |name: &str, email: &str| Asking {
        name: Some(name.to_owned()),
        email: Some(email.to_owned()),
        ..Asking::default()
    };
    register(&mut library, &by_mail("Budi", "Budi@Contoh.id")).expect("a place");
    assert_eq!(
        codes(register(&mut library, &by_mail("Budi S.", "budi@contoh.ID"))),
        ["registration.twice"]
    );
    // The same name alone is a doubt, and another birth year takes it away.
    let born = |year: &str| Asking {
        name: Some("SITI AMINAH".to_owned()),
        born: Some(year.to_owned()),
        ..Asking::default()
    };
    let warned = register(&mut library, &born("1999")).expect("a place");
    assert_eq!(warned.warnings, [Reason::text("registration.same-name", &first.code)]);
    let child = Asking {
        contact_of: Some("Siti Aminah".to_owned()),
        ..person("Rara", "081234567890")
    };
    assert!(register(&mut library, &child).expect("a place").warnings.is_empty());
    let again = Asking {
        name: Some("Doni".to_owned()),
        ..child
    };
    assert!(
        register(&mut library, &again).is_ok(),
        "a second child of the same mother"
    );
    register(&mut library, &group("SDN Mojoroto 1, kelas 5", 32)).expect("places");
    assert_eq!(
        codes(register(&mut library, &group("SDN  Mojoroto 1 Kelas 5", 30))),
        ["registration.twice"]
    );
    assert_eq!(codes(register(&mut library, &Asking::default())), ["name.missing"]);
}

#[test]
fn who_gives_up_and_comes_again_is_last() {
    let (_folder, mut library) = library();
    library
        .add_event(&now(), &discussion(Some(1)), false)
        .expect("an event");
    let [a, b, c] = ["Ani", "Beni", "Citra"].map(|name| person(name, &format!("08123456780{}", name.len())));
    let c = Asking {
        phone: Some("081234567899".to_owned()),
        ..c
    };
    let a = register(&mut library, &a).map(|it| (it.code, a)).expect("a place");
    let waiting = register(&mut library, &b).expect("the queue");
    assert_eq!((waiting.standing, waiting.before), (Standing::Waiting, 0));
    assert_eq!(register(&mut library, &c).expect("the queue").before, 1);
    let given_up = library.cancel_registrations(&now(), "diskusi", &[a.0.clone(), "E1-999Z".to_owned()], false);
    let given_up = given_up.expect("given up");
    assert_eq!(
        given_up
            .promoted
            .iter()
            .map(|one| one.name.as_deref())
            .collect::<Vec<_>>(),
        [Some("Beni")]
    );
    assert_eq!(
        given_up.refused,
        [("E1-999Z".to_owned(), Reason::text("registration.unknown", "E1-999Z"))]
    );
    let again = register(&mut library, &a.1).expect("the queue");
    assert_eq!((again.standing, again.before), (Standing::Waiting, 1), "behind Citra");
    assert_ne!(again.code, a.0);
    let twice = library
        .cancel_registrations(&now(), "diskusi", &[a.0], false)
        .expect("an answer");
    assert_eq!(twice.refused[0].1, Reason::plain("registration.cancelled"));
    assert!(twice.promoted.is_empty());
}

#[test]
fn a_group_that_waits_is_not_passed_over() {
    let (_folder, mut library) = library();
    library
        .add_event(&now(), &discussion(Some(40)), false)
        .expect("an event");
    let class = register(&mut library, &group("Kelas 5", 32)).expect("places");
    register(&mut library, &group("Kelas 6", 30)).expect("the queue");
    let single = register(&mut library, &person("Ani", "081234567801")).expect("the queue");
    assert_eq!(
        single.standing,
        Standing::Waiting,
        "8 places are free, but a class is before her"
    );
    assert_eq!(
        codes(register(&mut library, &group("Kelas 7", 41))),
        ["group.beyond-capacity"]
    );
    let up = library
        .cancel_registrations(&now(), "diskusi", &[class.code], false)
        .expect("given up");
    assert_eq!(up.promoted.iter().map(|one| one.heads).collect::<Vec<_>>(), [30, 1]);
    let low = library.edit_event(&now(), "diskusi", |plan| plan.capacity = Some(30), &[], false);
    assert_eq!(codes(low), ["capacity.below-taken"]);
}

#[test]
fn windows_ages_and_the_door() {
    let (_folder, mut library) = library();
    let mut new = discussion(Some(2));
    new.plan.opens = Some(at(21, 8));
    new.plan.closes = Some(at(26, 16));
    new.plan.age_min = Some(13);
    library.add_event(&now(), &new, false).expect("an event");
    let child = Asking {
        born: Some("28/11/2014".to_owned()),
        ..person("Rara", "081234567801")
    };
    assert_eq!(
        codes(register(&mut library, &child)),
        ["registration.not-open", "age.min"]
    );
    let manner = Manner {
        overrides: vec!["registration.not-open".to_owned(), "registration.twice".to_owned()],
        why: Some("guru minta".to_owned()),
        ..Manner::default()
    };
    let day = |born: &str| Asking {
        born: Some(born.to_owned()),
        ..child.clone()
    };
    assert_eq!(codes(ask(&mut library, &now(), &child, &manner)), ["age.min"]);
    let thirteen = ask(&mut library, &now(), &day("28/11/2013"), &manner);
    assert!(thirteen.is_ok(), "the birthday counts as reached");
    assert_eq!(
        codes(ask(&mut library, &now(), &day("2013"), &manner)),
        ["registration.twice"],
        "no way round it"
    );
    let open = Manner::default();
    assert_eq!(
        codes(ask(
            &mut library,
            &act_at(at(26, 17)),
            &person("Ani", "081234567802"),
            &open
        )),
        ["registration.closed"]
    );
    let door = Manner {
        walk_in: true,
        ..Manner::default()
    };
    assert_eq!(
        codes(ask(
            &mut library,
            &act_at(at(27, 9)),
            &person("Ani", "081234567802"),
            &door
        )),
        ["session.none-now"]
    );
    let ani = ask(&mut library, &act_at(at(28, 9)), &person("Ani", "081234567802"), &door).expect("a place");
    assert_eq!((ani.standing, ani.session), (Standing::Registered, Some(1)));
    assert_eq!(
        codes(ask(
            &mut library,
            &act_at(at(28, 9)),
            &person("Beni", "081234567803"),
            &door
        )),
        ["event.full"]
    );
    assert_eq!(
        codes(ask(
            &mut library,
            &act_at(at(28, 13)),
            &person("Beni", "081234567803"),
            &open
        )),
        ["event.over", "registration.closed"]
    );
    let roster = library.roster("diskusi", at(28, 13)).expect("a roster");
    let states: Vec<State> = roster.people.iter().map(|one| one.state(roster.phase)).collect();
    assert_eq!(states, [State::Absent, State::Attended]);
}

#[test]
fn what_changes_is_told_to_whom_it_concerns() {
    let (_folder, mut library) = library();
    library
        .add_event(&now(), &discussion(Some(1)), false)
        .expect("an event");
    for (name, phone) in [
        ("Ani", "081234567801"),
        ("Beni", "081234567802"),
        ("Citra", "081234567803"),
    ] {
        register(&mut library, &person(name, phone)).expect("taken");
    }
    let out = library.roster("diskusi", at(20, 10)).expect("a roster").people[2]
        .code
        .clone();
    library
        .cancel_registrations(&now(), "diskusi", &[out], false)
        .expect("given up");
    let edited = library.edit_event(
        &now(),
        "diskusi",
        |plan| plan.cost = crate::values::money::Money::from_whole(5),
        &[],
        false,
    );
    let edited = edited.expect("edited");
    assert_eq!(
        (edited.event.sequence, edited.notices),
        (0, 0),
        "nothing that a calendar shows"
    );
    let moved = library
        .move_event(&now(), "diskusi", 1, span(29, 9, 12), false)
        .expect("moved");
    assert_eq!((moved.event.sequence, moved.notices), (1, 2));
    let same = library
        .move_event(&now(), "diskusi", 1, span(29, 9, 12), false)
        .expect("moved");
    assert_eq!((same.event.sequence, same.notices), (1, 0));
    let elsewhere = library.edit_event(
        &now(),
        "diskusi",
        |plan| plan.place = Some("Aula".to_owned()),
        &[],
        false,
    );
    assert_eq!(elsewhere.expect("edited").notices, 2);
    let cancelled = library
        .cancel_event(&now(), "diskusi", "pembicara sakit", false)
        .expect("cancelled");
    assert_eq!((cancelled.event.sequence, cancelled.notices), (3, 2));
    assert_eq!(cancelled.event.uid, moved.event.uid);
    assert_eq!(
        codes(library.cancel_event(&now(), "diskusi", "lagi", false)),
        ["event.cancelled"]
    );
    let notices = library.event_notices(None, false).expect("notices");
    let kinds: Vec<NoticeKind> = notices.iter().map(|one| one.kind).collect();
    use NoticeKind::{Cancelled, Moved};
    assert_eq!(kinds, [Moved, Moved, Moved, Moved, Cancelled, Cancelled]);
    assert_eq!(notices[0].phone.as_deref(), Some("+6281234567801"));
    let ids: Vec<_> = notices.iter().map(|one| one.id).collect();
    assert_eq!(library.take_event_notices(&now(), &ids[..4]).expect("taken"), 4);
    assert_eq!(library.take_event_notices(&now(), &ids).expect("taken"), 2);
    assert!(library.event_notices(None, false).expect("notices").is_empty());
}

#[test]
fn a_file_that_comes_again_changes_nothing() {
    let (_folder, mut library) = library();
    library
        .add_event(&now(), &discussion(Some(2)), false)
        .expect("an event");
    let row = |name: &str, phone: &str, key: &str, hour: i8| Asking {
        source_key: Some(key.to_owned()),
        asked_at: Some(at(19, hour)),
        ..person(name, phone)
    };
    let rows = [
        row("Citra", "081234567803", "3", 12),
        row("Ani", "081234567801", "1", 8),
        row("Beni", "", "2", 9),
        row("Ani lagi", "081234567801", "4", 13),
    ];
    let import = |library: &mut Library, rows: &[Asking], on| {
        library
            .import_registrations(&now(), "diskusi", rows, &Manner::default(), on, false)
            .expect("an import")
    };
    let came = import(&mut library, &rows, OnReject::Stop);
    let standing = |end: &RowEnd| match end {
        RowEnd::Taken { standing, .. } => standing.code(),
        RowEnd::Unchanged(_) => "unchanged",
        RowEnd::Rejected(_) => "rejected",
    };
    let ends: Vec<&str> = came.rows.iter().map(|row| standing(&row.end)).collect();
    assert_eq!(
        ends,
        ["waiting", "registered", "registered", "unchanged"],
        "in the order in which they asked"
    );
    let again = import(&mut library, &rows, OnReject::Stop);
    assert!(again.rows.iter().all(|row| matches!(row.end, RowEnd::Unchanged(_))));
    // Who gave up their place is not brought back by the same file.
    let beni = library.roster("diskusi", at(20, 10)).expect("a roster").people[1]
        .code
        .clone();
    library
        .cancel_registrations(&now(), "diskusi", &[beni], false)
        .expect("given up");
    assert!(
        import(&mut library, &rows, OnReject::Stop)
            .rows
            .iter()
            .all(|row| matches!(row.end, RowEnd::Unchanged(_)))
    );
    let bad = [row("Dodi", "081234567804", "5", 14), Asking::default()];
    assert!(!import(&mut library, &bad, OnReject::Stop).stored);
    assert_eq!(library.roster("diskusi", at(20, 10)).expect("a roster").people.len(), 3);
    assert!(import(&mut library, &bad, OnReject::Skip).stored);
    assert_eq!(library.roster("diskusi", at(20, 10)).expect("a roster").people.len(), 4);
}

#[test]
fn an_old_list_brings_nobody_back() {
    let (_folder, mut library) = library();
    library.add_event(&now(), &discussion(None), false).expect("an event");
    let row = |key: &str, day: i8| Asking {
        source_key: Some(key.to_owned()),
        asked_at: Some(at(day, 9)),
        ..person("Ani", "081234567801")
    };
    let import = |library: &mut Library, rows: &[Asking], act: &Act| {
        let came = library.import_registrations(act, "diskusi", rows, &Manner::default(), OnReject::Stop, false);
        came.expect("an import")
            .rows
            .iter()
            .filter(|row| matches!(row.end, RowEnd::Taken { .. }))
            .count()
    };
    // She asked twice; the second row is known by her number only.
    assert_eq!(import(&mut library, &[row("1", 18), row("2", 19)], &now()), 1);
    let code = library.roster("diskusi", at(20, 10)).expect("a roster").people[0]
        .code
        .clone();
    library
        .cancel_registrations(&now(), "diskusi", &[code], false)
        .expect("given up");
    assert_eq!(import(&mut library, &[row("1", 18), row("2", 19)], &now()), 0);
    // Who asks anew, after giving up, is a new wish.
    assert_eq!(
        import(
            &mut library,
            &[row("1", 18), row("2", 19), row("3", 21)],
            &act_at(at(22, 9))
        ),
        1
    );
}

#[test]
fn a_member_is_known_by_the_card() {
    let (_folder, mut library) = library();
    let mut new = discussion(None);
    new.plan.age_max = Some(40);
    library.add_event(&now(), &new, false).expect("an event");
    let members = "INSERT INTO member (id, card, name, name_key, member_type, sex, born, phone, email, district, joined, valid_until) VALUES
        (1, '0012', 'Siti Aminah', 'siti aminah', 'umum', 'female', '1996-05-01', '+6281234567801', 'Siti@contoh.id', 'Kota', '2026-01-01', '2026-12-31'),
        (2, '0013', 'Budi', 'budi', 'umum', 'male', '1970-05-01', '+6281234567802', NULL, NULL, '2026-01-01', '2026-12-31'),
        (3, '0014', 'Ani', 'ani', 'umum', NULL, NULL, '+6281234567802', NULL, NULL, '2026-01-01', '2026-12-31')";
    rusqlite::Connection::open(library.path())
        .expect("the file")
        .execute_batch(members)
        .expect("members");
    let card = |card: &str| Asking {
        card: Some(card.to_owned()),
        ..Asking::default()
    };
    // She came in by a form first: the same name and number are the same person.
    register(&mut library, &person("SITI AMINAH", "0812-3456-7801")).expect("a place");
    assert_eq!(codes(register(&mut library, &card("0012"))), ["registration.twice"]);
    let code = library.roster("diskusi", at(20, 10)).expect("a roster").people[0]
        .code
        .clone();
    library
        .cancel_registrations(&now(), "diskusi", &[code], false)
        .expect("given up");
    let siti = register(&mut library, &card("0812 3456 7801")).expect("by her telephone");
    assert_eq!(siti.name, "Siti Aminah");
    let roster = library.roster("diskusi", at(20, 10)).expect("a roster");
    let one = &roster.people[1];
    assert_eq!(
        (one.card.as_deref(), one.birth_year, one.sex.as_deref()),
        (Some("0012"), Some(1996), Some("female"))
    );
    assert_eq!(
        codes(register(&mut library, &person("Siti Aminah", "081234567801"))),
        ["registration.twice"]
    );
    // Another name with the member's number may be of the family.
    let child = register(&mut library, &person("Rara", "081234567801")).expect("a place");
    assert_eq!(child.warnings, [Reason::text("registration.same-contact", &siti.code)]);
    assert_eq!(
        codes(register(&mut library, &card("0013"))),
        ["age.max"],
        "56 years, by the member's birth date"
    );
    for (typed, code) in [
        ("0099", "member.unknown"),
        ("", "member.unknown"),
        ("081234567802", "member.several"),
    ] {
        assert_eq!(codes(register(&mut library, &card(typed))), [code], "{typed:?}");
    }
    let checked = library.check_in(
        &act_at(at(28, 9)),
        "diskusi",
        &["0012".to_owned()],
        Default::default(),
        false,
    );
    assert_eq!(
        checked.expect("an answer").taken[0].code,
        siti.code,
        "by the card at the door"
    );
    // Who is forgotten leaves a head, and nothing of the person.
    library
        .issue_certificates(&act_at(at(28, 13)), "diskusi", false)
        .expect("a certificate");
    let id = crate::values::ids::MemberId(1);
    library.erase_member(&act_at(at(30, 9)), id, false).expect("erased");
    let roster = library.roster("diskusi", at(30, 10)).expect("a roster");
    let one = &roster.people[1];
    assert_eq!(
        (one.name.as_deref(), one.phone.as_deref(), one.state(roster.phase)),
        (None, None, State::Attended)
    );
    let issued = library
        .issue_certificates(&act_at(at(30, 13)), "diskusi", false)
        .expect("certificates");
    assert_eq!((issued.new, issued.certificates[0].name.as_deref()), (0, None));
}
