//! Each breach planted with the constraints off, and found.

use rusqlite::Connection;
use tempfile::TempDir;

use super::*;
use crate::catalog::import::{Counts, Incoming, Options, RejectReason, Source};
use crate::catalog::record::Field;
use crate::library::tests::{FORCED, act, make};
use crate::members::{ConsentKind, Enrolment, Field as Person};

/// Rows of a list, as a reader would give them.
struct Rows(std::vec::IntoIter<Incoming>);

impl Source for Rows {
    fn next(&mut self) -> Result<Option<Incoming>> {
        Ok(self.0.next())
    }

    fn reject(&mut self, reason: &RejectReason) -> Result<()> {
        panic!("{reason:?}");
    }

    fn counts(&self) -> Counts {
        Counts {
            records: 3,
            ..Counts::default()
        }
    }
}

/// A library with three titles, and five copies in two batches.
pub(crate) fn stocked(folder: &TempDir) -> Library {
    let mut library = Library::open(&make(folder), &FORCED).expect("open");
    for batch in [
        vec![
            ("Laskar Pelangi", "Hirata, Andrea", "9789793062792", "0001", "2"),
            ("Bumi Manusia", "Pramoedya Ananta Toer", "9786024244194", "0003", "1"),
        ],
        vec![("Pengarang dan Karangannya", "Rosidi, Ajip", "", "0004", "2")],
    ] {
        let rows: Vec<Incoming> = batch
            .iter()
            .enumerate()
            .map(|(row, (title, author, isbn, code, copies))| {
                let cells = [
                    (Field::Title, *title),
                    (Field::Author, author),
                    (Field::Isbn, isbn),
                    (Field::ItemCode, code),
                    (Field::Subject, "Sastra Indonesia"),
                    (Field::Copies, copies),
                ];
                let filled = cells.into_iter().filter(|(_, text)| !text.is_empty());
                Incoming {
                    line: row as u64 + 2,
                    cells: filled.map(|(field, text)| (field, text.to_owned())).collect(),
                    warnings: Vec::new(),
                }
            })
            .collect();
        let options = Options {
            file: "daftar.csv".to_owned(),
            dialect: "pustaka".to_owned(),
            ..Options::default()
        };
        let outcome = library.import(&act(), &options, &mut Rows(rows.into_iter()));
        assert!(outcome.expect("imported").batch.is_some());
    }
    library
}

/// The same, with a member.
fn peopled(folder: &TempDir) -> Library {
    let mut library = stocked(folder);
    let enrolment = Enrolment {
        cells: vec![
            (Person::Name, "Siti Aminah".to_owned()),
            (Person::Nik, "3571014504980003".to_owned()),
        ],
        consents: vec![ConsentKind::Membership],
    };
    library.add_member(&act(), &enrolment, false).expect("enrolled");
    library
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.counts.keys().copied().collect()
}

#[test]
fn a_sound_file_has_no_findings() {
    let folder = TempDir::new().expect("a folder");
    let library = peopled(&folder);
    let report = library.check(Depth::Deep).expect("looked over");
    assert_eq!(report.findings, []);
    assert!(report.is_sound());
    assert_eq!(report.journal.expect("whole").seq, 4);
    let titles = report.tables.iter().find(|(name, _)| name == "title");
    assert_eq!(titles, Some(&("title".to_owned(), 3)));
}

/// What an attacker's or a careless hand's connection does, and the findings it must leave. Constraints, triggers
/// and foreign keys are off.
const PLANTED: &[(&str, &[&str])] = &[
    (
        "DELETE FROM title WHERE id = 1",
        &[
            "index.has-no-title",
            "item.no-title",
            "sqlite.reference",
            "word.count",
            "word.has-no-title",
        ],
    ),
    (
        "DROP INDEX item_barcode; UPDATE item SET barcode = '0001' WHERE barcode = '0003'",
        &["item.barcode-twice", "schema.missing"],
    ),
    (
        "UPDATE item SET barcode = ' 0001' WHERE barcode = '0001'",
        &["item.barcode-blanks"],
    ),
    (
        "UPDATE item SET status = 'eaten' WHERE barcode = '0001'",
        &["sqlite.integrity"],
    ),
    (
        "UPDATE title SET title = ' ' WHERE id = 2",
        &["index.differs", "title.blank", "title.keys", "word.has-no-title"],
    ),
    (
        "UPDATE title SET authors = '[1]' WHERE id = 1",
        &["index.differs", "title.keys", "title.list", "word.has-no-title"],
    ),
    ("UPDATE title SET isbn = 9789793062793 WHERE id = 1", &["title.isbn"]),
    (
        "UPDATE title SET title_hash = title_hash + 1 WHERE id = 1",
        &["title.keys"],
    ),
    ("UPDATE title SET match_hash = 0 WHERE id = 3", &["title.keys"]),
    ("UPDATE counter SET last = 2 WHERE name = 'title'", &["counter.behind"]),
    (
        "DELETE FROM counter WHERE name IN ('item', 'batch')",
        &["counter.behind"],
    ),
    ("UPDATE batch SET end_title = 4 WHERE id = 1", &["batch.overlaps"]),
    (
        "UPDATE batch SET undone = '2026-11-21T08:00:00+07:00' WHERE id = 2",
        &["batch.undone-but-there"],
    ),
    ("DELETE FROM title_words WHERE rowid = 2", &["index.lacks-title"]),
    (
        "DELETE FROM title_words WHERE rowid = 2; INSERT INTO title_words (rowid, title) VALUES (2, 'bumi')",
        &["index.differs"],
    ),
    (
        "INSERT INTO title_words (rowid, title) VALUES (77, 'hantu')",
        &["index.has-no-title"],
    ),
    ("DELETE FROM word WHERE word = 'bumi'", &["word.lacks"]),
    ("INSERT INTO word VALUES ('zzz', 1), ('aaa', 1)", &["word.has-no-title"]),
    ("UPDATE word SET titles = 9 WHERE word = 'sastra'", &["word.count"]),
    ("INSERT INTO setting VALUES ('library.nam', 'x')", &["setting.unknown"]),
    (
        "INSERT INTO setting VALUES ('backup.keep-daily', 'all')",
        &["setting.value"],
    ),
    (
        "INSERT INTO holiday VALUES ('2026-02-30', 'holiday', 'x')",
        &["calendar.day"],
    ),
    (
        "INSERT INTO closure VALUES (1, '2026-12-28', '2026-12-31', 'x')",
        &["counter.behind"],
    ),
    (
        "INSERT INTO counter VALUES ('closure', 1); INSERT INTO closure VALUES (1, '2026-12-28', '2046-12-31', 'x')",
        &["calendar.never-open"],
    ),
    (
        "UPDATE counter SET last = 2 WHERE name = 'loan_rule'; DROP TRIGGER loan_rule_is_alone; INSERT INTO loan_rule
         SELECT 2, member_type, collection_type, medium, season_from, season_to, max_items, loan_days, closed_days,
         expiry_cap, renewals, renew_from, fine, fine_period, fine_at, fine_days, grace, after_grace, fine_cap, price_cap,
         suspend_days, suspend_max, age_min, made_at, ended_at FROM loan_rule",
        &["rule.clash", "schema.missing"],
    ),
    ("UPDATE journal SET staff = 'x' WHERE seq = 2", &["journal.changed"]),
    ("DELETE FROM journal WHERE seq = 3", &["journal.missing"]),
    ("UPDATE member SET card = 'A 1'", &["member.card-blanks"]),
    (
        "INSERT INTO member (id, name, name_key, card, member_type, joined, valid_until) \
         SELECT 9, name, name_key, 'B1', member_type, joined, valid_until FROM member",
        &["counter.behind"],
    ),
    (
        "DROP INDEX member_card; INSERT INTO member (id, name, name_key, card, member_type, joined, valid_until) \
         SELECT 9, name, name_key, card, member_type, joined, valid_until FROM member; \
         UPDATE counter SET last = 9 WHERE name = 'member'",
        &["member.card-twice", "schema.missing"],
    ),
    (
        "UPDATE member SET member_type = 'hantu'",
        &["member.no-type", "sqlite.reference"],
    ),
    ("UPDATE member SET name_key = 'siti'", &["member.name-key"]),
    ("UPDATE member SET name = ' Siti'", &["member.name"]),
    (
        "UPDATE member SET erased = '2026-11-21T08:00:00+07:00', name = NULL, name_key = NULL, card = NULL",
        &["member.half-erased"],
    ),
    ("UPDATE member SET nik_masked = NULL", &["member.nik-without-key"]),
    ("DELETE FROM nik_key", &["member.nik-without-key"]),
    (
        "DROP INDEX consent_standing; INSERT INTO consent (id, member_id, kind, given_by, given_at, staff) \
         SELECT 2, member_id, kind, given_by, given_at, staff FROM consent; \
         UPDATE counter SET last = 2 WHERE name = 'consent'",
        &["consent.twice", "schema.missing"],
    ),
    ("DROP TRIGGER journal_is_never_cut", &["schema.missing"]),
    (
        "DROP INDEX title_class; CREATE INDEX title_class ON title (year)",
        &["schema.differs"],
    ),
    (
        "CREATE TRIGGER theft AFTER INSERT ON item BEGIN DELETE FROM setting; END",
        &["schema.foreign"],
    ),
];

/// Does to a file what a careless hand would: constraints, references and triggers are off.
pub(crate) fn plant(path: &std::path::Path, breach: &str) {
    let conn = Connection::open(path).expect("open");
    let triggers: Vec<(String, String)> = schema::objects(&conn).expect("read");
    let triggers = triggers.iter().filter(|(_, sql)| sql.starts_with("CREATE TRIGGER"));
    conn.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
        .expect("off");
    let kept: Vec<_> = triggers.filter(|(name, _)| !breach.contains(name.as_str())).collect();
    for (name, _) in &kept {
        conn.execute_batch(&format!("DROP TRIGGER {name}")).expect("dropped");
    }
    conn.execute_batch(breach).expect(breach);
    for (_, sql) in &kept {
        conn.execute_batch(sql).expect("made again");
    }
}

#[test]
fn what_is_planted_is_found_and_named() {
    for (breach, expected) in PLANTED {
        let folder = TempDir::new().expect("a folder");
        let library = peopled(&folder);
        plant(library.path(), breach);
        let report = library.check(Depth::Deep).expect("looked over");
        assert_eq!(codes(&report), *expected, "{breach}: {:?}", report.findings);
        assert!(report.findings.iter().all(|finding| !finding.record.is_empty()));
    }
}

#[test]
fn many_findings_are_counted_and_few_listed() {
    let mut report = Report::default();
    for number in 0..50 {
        report.add("title.keys", number.to_string());
    }
    assert_eq!(report.findings.len() as u64, LISTED);
    assert_eq!(report.counts["title.keys"], 50);
}

/// A page of the file overwritten: said by the check, not by a panic or an error, wherever it is.
#[test]
fn damaged_pages_are_findings() {
    let folder = TempDir::new().expect("a folder");
    let library = peopled(&folder);
    let path = library.path().to_owned();
    drop(library);
    let good = std::fs::read(&path).expect("bytes");
    for page in 1..good.len() / 8192 {
        let mut bytes = good.clone();
        bytes[page * 8192..(page + 1) * 8192].fill(0x55);
        std::fs::write(&path, &bytes).expect("written");
        let damaged = match Library::open(&path, &FORCED) {
            // The list of tables is longer than a page: without all of it there is no opening.
            Err(Error::File {
                why: crate::FileRefusal::Damaged(_),
                ..
            }) => continue,
            opened => opened.expect("the first page is whole"),
        };
        let report = damaged.check(Depth::Deep).expect("looked over");
        assert!(!report.is_sound(), "page {page}");
    }
}
