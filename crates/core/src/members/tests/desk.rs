//! The work of a day at the desk.

use super::*;

#[test]
fn a_member_gets_the_next_card_and_a_term() {
    let mut desk = Desk::new();
    let first = desk
        .add(&["name=Suharto", "phone=0812-3456-7890"])
        .expect("enrolled")
        .member;
    assert_eq!(first.card.as_str(), "A0001");
    assert_eq!(
        (first.joined, first.valid_until),
        (day("2026-11-20"), day("2027-11-20"))
    );
    assert_eq!(first.phone_shown(), "+6281234567890");
    // Cards that are taken already are passed over.
    desk.add(&["name=Siti Aminah", "card=A0002"]).expect("enrolled");
    assert_eq!(
        desk.add(&["name=Dewi"]).expect("enrolled").member.card.as_str(),
        "A0003"
    );
    assert_eq!(code(desk.add(&["name=Budi", "card=A0002"])), "card.taken");
    desk.library
        .set_setting("member.card-pattern", "KDR-000", &act())
        .expect("set");
    assert_eq!(
        desk.add(&["name=Budi"]).expect("enrolled").member.card.as_str(),
        "KDR-004"
    );
    assert_eq!(
        code(desk.library.set_setting("member.card-pattern", "KDR", &act())),
        "setting.not-a-pattern"
    );
    assert!(
        desk.library
            .check(crate::check::Depth::Deep)
            .expect("looked")
            .is_sound()
    );
}

#[test]
fn what_can_not_be_a_value_is_turned_away() {
    let mut desk = Desk::new();
    for (cells, expected) in [
        (&["name="][..], "name.bad"),
        (&["phone=0812345678"], "name.bad"),
        (&["name=123"], "name.bad"),
        (&["name=Siti", "card=A 1"], "card.bad"),
        (&["name=Siti", "born=2026-02-29"], "date.bad"),
        (&["name=Siti", "born=31/12/26"], "date.bad"),
        (&["name=Siti", "born=2027-01-01"], "born.bad"),
        (&["name=Siti", "born=1880-01-01"], "born.bad"),
        (&["name=Siti", "sex=x"], "sex.bad"),
        (&["name=Siti", "email=siti"], "email.bad"),
        (&["name=Siti", "nik=12345"], "nik.bad"),
        (&["name=Siti", "type=raja"], "type.unknown"),
        (
            &["name=Siti", "joined=2026-11-20", "valid_until=2026-11-19"],
            "valid-until.bad",
        ),
        (&["name=Siti", "guardian_phone=12"], "guardian-phone.bad"),
    ] {
        assert_eq!(code(desk.add(cells)), expected, "{cells:?}");
    }
    let long = format!("address={}", "a".repeat(201));
    assert_eq!(code(desk.add(&["name=Siti", &long])), "text.too-long");
    assert_eq!(desk.count("SELECT count(*) FROM member"), 0);
    let odd = desk.add(&["name=S\u{202e}iti", "phone=nanti"]).expect("enrolled");
    assert_eq!((odd.member.name.as_str(), odd.member.phone_shown()), ("Siti", "nanti"));
    let notices: Vec<&str> = odd.notices.iter().map(|notice| notice.code.code()).collect();
    assert_eq!(notices, ["text.hidden", "phone.unread"]);
}

#[test]
fn a_child_needs_a_guardian_who_agrees() {
    let mut desk = Desk::new();
    // Eighteen tomorrow, eighteen today.
    assert_eq!(code(desk.add(&["name=Rara", "born=2008-11-21"])), "guardian.missing");
    assert!(desk.add(&["name=Raka", "born=2008-11-20"]).is_ok());
    let child = desk
        .add(&[
            "name=Rara",
            "born=2015-03-01",
            "guardian_name=Sri Wahyuni",
            "guardian_phone=0354-681234",
        ])
        .expect("enrolled");
    let consents = desk.library.consents(child.member.id).expect("read");
    assert_eq!((consents.len(), consents[0].given_by), (1, GivenBy::Guardian));
    let without = Enrolment {
        cells: vec![cell("name=Rini"), cell("born=2015-03-01"), cell("guardian_name=Sri")],
        consents: Vec::new(),
    };
    let refused = desk.library.add_member(&act(), &without, false).expect_err("refused");
    let Error::Member(Refusal::Guardian { name, consent, below }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!((name, consent, below), (false, true, 18));
    desk.library
        .set_setting("member.guardian-below", "0", &act())
        .expect("set");
    assert!(desk.library.add_member(&act(), &without, false).is_ok());
}

#[test]
fn found_by_card_telephone_and_the_beginnings_of_names() {
    let mut desk = Desk::new();
    for cells in [
        ["name=Siti Aminah", "phone=081234567890"],
        ["name=Nur Siti", "phone=0354 681234"],
        ["name=Drs. H. Bambang", "phone=081234567890"],
        ["name=Siti Aminah Putri", "phone="],
    ] {
        desk.add(&cells).expect("enrolled");
    }
    let cases: &[(&str, &[&str])] = &[
        ("A0001", &["Siti Aminah"]),
        ("a0002", &["Nur Siti"]),
        ("+62 812-3456-7890", &["Siti Aminah", "Drs. H. Bambang"]),
        ("siti", &["Nur Siti", "Siti Aminah", "Siti Aminah Putri"]),
        ("ami sit", &["Siti Aminah", "Siti Aminah Putri"]),
        ("bam", &["Drs. H. Bambang"]),
        ("ambang", &[]),
        ("", &[]),
        ("%", &[]),
        ("' OR 1=1 --", &[]),
    ];
    for (typed, names) in cases {
        assert_eq!(desk.found(typed), *names, "{typed}");
    }
    let resolve = |typed: &str| desk.library.read(|snapshot| resolve(snapshot, typed, 2)).expect("read");
    assert!(matches!(resolve("Siti Aminah"), Resolved::One(member) if member.card.as_str() == "A0001"));
    assert!(matches!(resolve("siti"), Resolved::Several(members, true) if members.len() == 2));
    assert_eq!(resolve("x"), Resolved::Nobody);
}

#[test]
fn duplicates_are_shown_and_taken() {
    let mut desk = Desk::new();
    let nik = "nik=3571014504980003";
    desk.add(&["name=Siti Aminah", "born=1998-04-05", "phone=081234567890", nik])
        .expect("enrolled");
    let alike = |enrolled: Enrolled| -> Vec<Alike> { enrolled.duplicates.iter().map(|one| one.by).collect() };
    let again = desk.add(&["name=Siti A.", nik]).expect("enrolled");
    assert_eq!(alike(again), [Alike::Nik]);
    let again = desk.add(&["name=SITI AMINAH", "born=5 April 1998"]).expect("enrolled");
    assert_eq!(alike(again), [Alike::NameAndBirth]);
    let again = desk.add(&["name=Ahmad", "phone=+62 812 3456 7890"]).expect("enrolled");
    assert_eq!(alike(again), [Alike::Phone]);
    let other = desk.add(&["name=Siti Aminah"]).expect("enrolled");
    assert_eq!(alike(other), []);
}

/// From today when it has ended, from the end when it has not: `(today, end, days, end then)`.
#[test]
fn a_renewal_never_takes_days() {
    for (today, end, days, then) in [
        ("2026-11-20", "2026-11-20", 365, "2027-11-20"),
        ("2026-11-20", "2026-01-01", 365, "2027-11-20"),
        ("2026-11-20", "2026-12-31", 365, "2027-12-31"),
        ("2024-02-29", "2024-02-29", 366, "2025-03-01"),
        ("2026-11-20", "9999-12-30", 365, "9999-12-31"),
    ] {
        assert_eq!(renewed(day(today), day(end), days).value, day(then), "{today} {end}");
    }
    let mut desk = Desk::new();
    let id = desk
        .add(&["name=Suharto", "joined=2025-01-01"])
        .expect("enrolled")
        .member
        .id;
    let renewal = desk.library.renew_member(&act(), id, None, false).expect("renewed");
    assert_eq!(
        (renewal.before, renewal.until.value),
        (day("2026-01-01"), day("2027-11-20"))
    );
    assert_eq!(
        code(desk.library.renew_member(&act(), id, None, false)),
        "member.renewed-already"
    );
    desk.edit(id, &["valid_until=2026-12-31"]).expect("edited");
    let early = desk.library.renew_member(&act(), id, None, false).expect("renewed");
    assert_eq!(early.until.value, day("2027-12-31"));
    let named = desk.library.renew_member(&act(), id, Some(day("2026-12-31")), false);
    assert_eq!(named.expect("renewed").until.value, day("2026-12-31"));
    assert_eq!(
        code(desk.library.renew_member(&act(), id, Some(day("2024-12-31")), false)),
        "valid-until.bad"
    );
}

#[test]
fn edits_blocks_and_consents() {
    let mut desk = Desk::new();
    let id = desk
        .add(&["name=Siti", "address=Jl. Dhoho 1"])
        .expect("enrolled")
        .member
        .id;
    let edited = desk
        .edit(id, &["name=Siti Aminah", "address=", "type=Pelajar"])
        .expect("edited");
    let fields: Vec<Field> = edited.changes.iter().map(|change| change.field).collect();
    assert_eq!(fields, [Field::Name, Field::Type, Field::Address]);
    assert_eq!(edited.member.member_type, "pelajar");
    let entries = desk.count("SELECT count(*) FROM journal");
    assert!(desk.edit(id, &["name=Siti Aminah"]).expect("edited").changes.is_empty());
    assert_eq!(desk.count("SELECT count(*) FROM journal"), entries);

    desk.library
        .block_member(&act(), id, Some("Kartu dipinjamkan ke Andi"), false)
        .expect("blocked");
    let shown = |desk: &Desk| {
        let read = desk.library.read(|snapshot| {
            let member = store::by_id(snapshot.sql(), id)?.expect("there");
            standing(snapshot, &member, day("2028-01-01"))
        });
        read.expect("read").states
    };
    assert_eq!(shown(&desk), [State::Expired, State::Blocked]);
    desk.library.block_member(&act(), id, None, false).expect("unblocked");
    assert_eq!(
        code(desk.library.block_member(&act(), id, None, false)),
        "member.not-blocked"
    );

    let history = (ConsentKind::ReadingHistory, GivenBy::Member);
    assert!(
        desk.library
            .give_consent(&act(), id, history, Some("lisan"), false)
            .expect("given")
    );
    assert!(
        !desk
            .library
            .give_consent(&act(), id, history, None, false)
            .expect("given")
    );
    desk.library
        .withdraw_consent(&act(), id, history.0, false)
        .expect("withdrawn");
    assert_eq!(
        code(desk.library.withdraw_consent(&act(), id, history.0, false)),
        "consent.none"
    );
    let all = (ConsentKind::Notices, GivenBy::Member);
    desk.library
        .give_consent(&act(), id, all, Some("di formulir"), false)
        .expect("given");
    desk.library
        .withdraw_consent(&act(), id, ConsentKind::NoticesWhatsapp, false)
        .expect("withdrawn");
    let left: Vec<_> = desk
        .library
        .consents(id)
        .expect("read")
        .into_iter()
        .filter(|one| one.withdrawn_at.is_none())
        .collect();
    let ways = [
        ConsentKind::NoticesMail,
        ConsentKind::NoticesPrint,
        ConsentKind::NoticesText,
    ];
    assert!(ways.iter().all(|way| {
        left.iter()
            .any(|one| one.kind == *way && one.note.as_deref() == Some("di formulir"))
    }));
    assert!(
        !left
            .iter()
            .any(|one| one.kind == ConsentKind::Notices || one.kind == ConsentKind::NoticesWhatsapp)
    );
    let journal = desk.journal();
    for name in ["Siti", "Dhoho", "Andi"] {
        assert!(!journal.contains(name), "{journal}");
    }
    assert!(
        desk.library
            .check(crate::check::Depth::Deep)
            .expect("looked")
            .is_sound()
    );
}

#[test]
fn a_rehearsal_leaves_nothing() {
    let mut desk = Desk::new();
    let before = std::fs::read(desk.library.path()).expect("bytes");
    let enrolment = Enrolment {
        cells: vec![cell("name=Siti"), cell("nik=3571014504980003")],
        consents: Vec::new(),
    };
    let member = desk
        .library
        .add_member(&act(), &enrolment, true)
        .expect("rehearsed")
        .member;
    assert_eq!(member.card.as_str(), "A0001");
    assert!(!key_file(desk.library.path()).exists());
    assert_eq!(std::fs::read(desk.library.path()).expect("bytes"), before);
    assert!(desk.found("siti").is_empty());
}

#[test]
fn types_are_set() {
    let mut desk = Desk::new();
    let change = TypeChange {
        name: Some("Guru".to_owned()),
        max_items: Some(Some(5)),
        valid_days: Some(730),
    };
    desk.library
        .set_member_type(&act(), "guru", &change, false)
        .expect("made");
    let member = desk.add(&["name=Sri", "type=GURU"]).expect("enrolled").member;
    assert_eq!(
        (member.member_type.as_str(), member.valid_until),
        ("guru", day("2028-11-19"))
    );
    for (code_typed, days) in [("", 1), ("Guru", 1), ("-x", 1), ("guru", 0), ("guru", 99_999)] {
        let change = TypeChange {
            valid_days: Some(days),
            ..TypeChange::default()
        };
        let refused = desk.library.set_member_type(&act(), code_typed, &change, false);
        assert_eq!(code(refused), "value.bad", "{code_typed} {days}");
    }
}

#[test]
fn who_agrees_twice_to_one_thing_has_agreed_once() {
    let mut desk = Desk::new();
    let enrolment = Enrolment {
        cells: vec![cell("name=Siti")],
        consents: vec![ConsentKind::Membership, ConsentKind::Notices, ConsentKind::Membership],
    };
    let added = desk.library.add_member(&act(), &enrolment, false).expect("enrolled");
    let kinds = desk.library.consents(added.member.id).expect("read");
    let kinds: Vec<ConsentKind> = kinds.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [ConsentKind::Membership, ConsentKind::Notices]);
}

/// The states are what a loan is refused for: the library's own limits decide.
#[test]
fn what_the_library_lets_pass_is_no_state() {
    let mut desk = Desk::new();
    let member = desk.add(&["name=Siti"]).expect("enrolled").member;
    let amount = crate::values::money::Money::from_whole(5_000).expect("an amount");
    let card = member.card.as_str();
    let charged = desk.library.charge(&act(), card, "kartu", amount, "kartu baru", false);
    charged.expect("charged");
    for (limit, expected) in [("4999", &[State::Owes][..]), ("5000", &[])] {
        desk.library.set_setting("loan.owes-limit", limit, &act()).expect("set");
        let stands = desk
            .library
            .read(|snapshot| standing(snapshot, &member, day("2026-11-20")));
        let stands = stands.expect("read");
        assert_eq!((&stands.states[..], stands.owes), (expected, 5_000), "{limit}");
    }
}
