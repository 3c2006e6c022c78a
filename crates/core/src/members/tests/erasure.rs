//! Erasure: refused while something is open, and then not a byte is left.

use std::collections::HashMap;

use super::*;

/// A title with three copies, and a group of readers.
const SHELF: &str = "
    INSERT INTO title (id, title, authors, subjects, title_hash, match_hash)
        VALUES (1, 'Bumi', '[]', '[]', 0, 0);
    INSERT INTO item (id, title_id, barcode, status) VALUES (1, 1, 'B1', 'available'), (2, 1, 'B2', 'available');
    INSERT INTO reader_group VALUES (1, 'umum', '', '', '', '');";

#[test]
fn what_is_open_stands_in_the_way() {
    let mut desk = Desk::new();
    let id = desk.add(&["name=Siti"]).expect("enrolled").member.id;
    desk.sql(SHELF);
    desk.sql(
        "INSERT INTO loan (id, item_id, member_id, group_id, loaned_at, due_decided, due, renewals)
            VALUES (1, 1, 1, 1, '2026-11-01T08:00:00+07:00', '2026-11-08', '2026-11-08', 0);
         INSERT INTO ledger (id, member_id, kind, reason, amount, loan_id, day, at, staff)
            VALUES (1, 1, 'charge', 'late', 1500, 1, '2026-11-01', '2026-11-01T08:00:00+07:00', 'sari');
         INSERT INTO hold (id, member_id, title_id, placed_at, handover, state)
            VALUES (1, 1, 1, '2026-11-01T08:00:00+07:00', 'desk', 'waiting');",
    );
    let refused = desk.library.erase_member(&act(), id, false).expect_err("refused");
    let Error::Member(Refusal::Unsettled { what, obstacles }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(what, Settling::Erasure);
    let codes: Vec<&str> = obstacles.iter().map(Obstacle::code).collect();
    assert_eq!(codes, ["member.has-loan", "member.owes", "member.has-holds"]);
    assert_eq!(
        code(desk.library.issue_clearance(&act(), id, false)),
        "member.not-clear"
    );
    assert_eq!(desk.count("SELECT count(*) FROM member WHERE erased IS NULL"), 1);

    // Given back and paid, a hold still waiting: clear, but not to be erased.
    desk.sql(
        "UPDATE loan SET ended = 'returned', ended_at = '2026-11-19T08:00:00+07:00';
         INSERT INTO ledger (id, member_id, kind, reason, amount, day, at, staff)
            VALUES (2, 1, 'payment', 'cash', 1500, '2026-11-19', '2026-11-19T08:00:00+07:00', 'sari');",
    );
    assert_eq!(
        desk.library
            .issue_clearance(&act(), id, true)
            .expect("rehearsed")
            .number,
        1
    );
    assert_eq!(
        desk.library.issue_clearance(&act(), id, false).expect("issued").number,
        1
    );
    assert_eq!(
        desk.library.issue_clearance(&act(), id, false).expect("issued").number,
        2
    );
    assert_eq!(
        code(desk.library.erase_member(&act(), id, false)),
        "member.not-erasable"
    );
    desk.sql("UPDATE hold SET state = 'cancelled', ended_at = '2026-11-19T08:00:00+07:00'");
    let erased = desk.library.erase_member(&act(), id, false).expect("erased");
    assert_eq!((erased.loans, erased.holds, erased.log_folded), (1, 1, true));
    for (sql, count) in [
        ("SELECT count(*) FROM loan WHERE member_id IS NULL AND group_id = 1", 1),
        ("SELECT count(*) FROM hold WHERE member_id IS NULL", 1),
        ("SELECT count(*) FROM ledger WHERE member_id = 1 AND loan_id IS NULL", 2),
        ("SELECT count(*) FROM consent WHERE withdrawn_at IS NULL", 0),
        ("SELECT count(*) FROM member", 1),
    ] {
        assert_eq!(desk.count(sql), count, "{sql}");
    }
    assert_eq!(code(desk.library.erase_member(&act(), id, false)), "not-found");
    assert!(desk.found("siti").is_empty());
}

#[test]
fn a_reader_keeps_the_log_and_it_is_said() {
    let mut desk = Desk::new();
    let id = desk.add(&["name=Siti"]).expect("enrolled").member.id;
    let mut patient = FORCED;
    patient.patience = std::time::Duration::from_millis(20);
    desk.library = Library::open(desk.library.path(), &patient).expect("open");
    let other = Library::open(desk.library.path(), &FORCED).expect("open");
    let erased = other.read(|snapshot| {
        store::by_id(snapshot.sql(), id)?;
        desk.library.erase_member(&act(), id, false)
    });
    assert!(!erased.expect("erased").log_folded);
    assert!(desk.library.fold_log().expect("folded"));
}

/// Everything that was said of a person, each of them unlike anybody else's.
fn person(number: usize) -> Vec<String> {
    // Letters only, so that no part of one is a part of another.
    let word = |salt: usize| -> String {
        let mut seed = ((number * 31 + salt) as u64).wrapping_mul(6_364_136_223_846_793_005);
        let mut letters = String::new();
        for _ in 0..10 {
            letters.push(char::from(b'a' + (seed >> 33) as u8 % 26));
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
        }
        letters
    };
    let digits = 10_000_000 + number * 7919;
    vec![
        format!("name={} {}", word(1), word(2)),
        format!("phone=0812{digits}"),
        format!("email={}@{}.test", word(3), word(4)),
        format!("address=Jl. {} {number}", word(5)),
        format!("guardian_name={}", word(6)),
        format!("guardian_phone=0813{digits}"),
        format!("note={}", word(7).repeat(40)),
        format!("nik=35710145{:04}{:04}", 400 + number % 12 + 1, number + 1000),
        "born=1998-04-05".to_owned(),
    ]
}

/// R13: one hundred members among others, erased one by one; then every byte is searched.
#[test]
fn no_byte_of_a_hundred_members_is_left() {
    let mut desk = Desk::new();
    let mut secrets = Vec::new();
    let mut ids = Vec::new();
    for number in 0..300 {
        let cells = person(number);
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let member = desk.add(&cells).expect("enrolled").member;
        if number % 3 == 0 {
            let values = [
                Field::Name,
                Field::Phone,
                Field::Email,
                Field::Address,
                Field::GuardianName,
                Field::GuardianPhone,
                Field::Note,
            ];
            secrets.extend(values.map(|field| (number, member.show(field))));
            secrets.push((number, member.name.key()));
            // The mask's own digits are few; with the dots between them they are this person's.
            secrets.push((number, member.show(Field::Nik)));
            secrets.push((number, cells[7].trim_start_matches("nik=").to_owned()));
            ids.push(member.id);
        }
    }
    // Rows that move: edits make them longer and shorter.
    for id in &ids {
        desk.edit(*id, &[&format!("institution={}", "x".repeat(150))])
            .expect("edited");
        desk.edit(*id, &["institution="]).expect("edited");
    }
    // Each was told something, and an address of theirs is bad.
    let later = crate::act::Act {
        at: day("2027-11-15")
            .at(0, 0, 0, 0)
            .in_tz("Asia/Jakarta")
            .expect("a moment"),
        ..act()
    };
    desk.library.create_notices(&later, false).expect("created");
    assert_eq!(
        desk.count("SELECT count(*) FROM notice WHERE member_id IS NOT NULL"),
        300
    );
    desk.sql("INSERT INTO bad_address SELECT 'member', id, 'mail', '2027-11-15' FROM member");
    // The dots between the digits of a mask are letters of three bytes; the masks of others must differ from it.
    let masks: Vec<String> = secrets
        .iter()
        .filter(|(_, text)| text.contains('•'))
        .map(|(_, text)| text.clone())
        .collect();
    assert_eq!(masks.len(), 100);
    for id in &ids {
        assert!(
            desk.library
                .erase_member(&act(), *id, false)
                .expect("erased")
                .log_folded
        );
    }
    let backups = desk.folder.path().join("cadangan");
    std::fs::create_dir(&backups).expect("a folder");
    let backup = desk.library.backup(&backups, &act()).expect("a backup").path;
    let wal = crate::library::path::beside(desk.library.path(), "-wal");
    let shm = crate::library::path::beside(desk.library.path(), "-shm");
    let secrets = Secrets::of(secrets);
    for file in [desk.library.path(), &wal, &shm, &backup] {
        assert_eq!(secrets.found_in(file), None, "{}", file.display());
    }
    assert_eq!(desk.count("SELECT count(*) FROM member WHERE erased IS NOT NULL"), 100);
    for table in ["notice WHERE member_id IS NOT NULL", "notice_about", "bad_address"] {
        assert_eq!(desk.count(&format!("SELECT count(*) FROM {table}")), 200, "{table}");
    }
    assert!(
        desk.library
            .check(crate::check::Depth::Deep)
            .expect("looked")
            .is_sound()
    );
}

/// The control: a hand that only overwrites leaves the person in the file and in its log, and the search sees it.
#[test]
fn the_search_finds_what_a_careless_hand_leaves() {
    let mut desk = Desk::new();
    let cells = person(7);
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    let member = desk.add(&cells).expect("enrolled").member;
    desk.sql(
        "PRAGMA secure_delete = OFF;
         UPDATE member SET name = NULL, name_key = NULL, card = NULL, note = NULL, erased = 'x';
         PRAGMA wal_checkpoint(TRUNCATE);",
    );
    let secrets = Secrets::of(vec![(7, member.name.to_string()), (7, member.show(Field::Note))]);
    assert!(secrets.found_in(desk.library.path()).is_some());
}

/// What must not be found, by its first bytes.
struct Secrets(HashMap<[u8; 8], Vec<(usize, String)>>);

impl Secrets {
    fn of(all: Vec<(usize, String)>) -> Secrets {
        let mut secrets = Secrets(HashMap::new());
        for (number, secret) in all {
            let first = secret.as_bytes()[..8].try_into().expect("eight bytes");
            secrets.0.entry(first).or_default().push((number, secret));
        }
        secrets
    }

    fn found_in(&self, file: &Path) -> Option<&(usize, String)> {
        let bytes = std::fs::read(file).expect("bytes");
        bytes.windows(8).enumerate().find_map(|(at, window)| {
            let near = self.0.get(window)?;
            near.iter()
                .find(|(_, secret)| bytes[at..].starts_with(secret.as_bytes()))
        })
    }
}
