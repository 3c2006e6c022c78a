//! Surveys in a library: files that come again, that are split, that have grown; the plan; what a batch is used by.

use jiff::civil::date;
use proptest::prelude::*;
use tempfile::TempDir;

use super::figures::Weight;
use super::follow_up::{NewFollowUp, State};
use super::import::{Options, Outcome, Source};
use super::instrument::shipped;
use super::reading::{Columns, Rejected, Row, Wish, columns};
use super::results::{self, Results};
use super::*;
use crate::library::tests::{FORCED, act, make};

/// A library with the empty surveys `2026-q3` and `2026-q2`.
pub(crate) fn library(folder: &TempDir) -> Library {
    let mut library = Library::open(&make(folder), &FORCED).expect("open");
    for (key, opens, closes) in [
        ("2026-q3", date(2026, 7, 1), date(2026, 9, 30)),
        ("2026-q2", date(2026, 4, 1), date(2026, 6, 30)),
    ] {
        let new = NewSurvey {
            key: key.to_owned(),
            name: String::new(),
            instrument: shipped("skm-2017").expect("shipped"),
            order: Some("questionnaire".to_owned()),
            unit: "Perpustakaan".to_owned(),
            service: None,
            opens,
            closes,
            weight: Weight::Share,
            population: Some(1615),
        };
        library.new_survey(&act(), &new, false).expect("made");
    }
    library
}

const HEADER: &str =
    "Timestamp,persyaratan,prosedur,waktu,biaya,produk,kompetensi,perilaku,pengaduan,sarana,Jenis kelamin,Saran";

/// Three responses with a comment, and a line of the plan that comes from it.
pub(crate) fn three(mut library: Library, act: &Act) -> Library {
    let rows = [
        "2026-07-03 09:15:22,4,3,3,4,3,4,4,3,2,L,AC panas",
        "2026-07-04 09:15:22,4,3,3,4,3,4,4,3,3,P,",
        "2026-08-05 10:00:00,3,3,2,4,3,4,4,3,2,P,",
    ];
    assert_eq!(bring(&mut library, HEADER, &rows).imported, 3);
    let new = NewFollowUp {
        survey: "2026-q3".to_owned(),
        element: Some("sarana".to_owned()),
        comment: Some(CommentId(1)),
        action: "Servis AC".to_owned(),
        owner: "Umum".to_owned(),
        due: date(2026, 11, 10),
    };
    library.add_follow_up(act, &new, false).expect("added");
    library
}

/// Rows of a file.
struct Rows(std::vec::IntoIter<Row>, Vec<Rejected>);

impl Source for Rows {
    fn next(&mut self) -> Result<Option<Row>> {
        Ok(self.0.next())
    }

    fn reject(&mut self, _row: &Row, cells: &[Rejected]) -> Result<()> {
        self.1.extend(cells.iter().cloned());
        Ok(())
    }

    fn counts(&self) -> (u64, u64) {
        (0, 0)
    }
}

fn cells(line: &str) -> Vec<String> {
    line.split(',').map(str::to_owned).collect()
}

fn header(line: &str) -> Columns {
    let found = columns::find(&[cells(line)], &shipped("skm-2017").expect("shipped"), &Wish::default());
    found.expect("columns").1
}

fn brought(library: &mut Library, head: &str, rows: &[impl AsRef<str>], skip: bool) -> (Outcome, Vec<Rejected>) {
    let rows = (2..).zip(rows).map(|(line, row)| Row {
        line,
        cells: cells(row.as_ref()),
    });
    let mut source = Rows(rows.collect::<Vec<_>>().into_iter(), Vec::new());
    let options = Options {
        survey: "2026-q3".to_owned(),
        new: None,
        file: "jawaban.csv".to_owned(),
        skip,
        dry_run: false,
    };
    let outcome = library
        .import_survey(&act(), &options, &header(head), &mut source)
        .expect("imported");
    (outcome, source.1)
}

fn bring(library: &mut Library, head: &str, rows: &[impl AsRef<str>]) -> Outcome {
    brought(library, head, rows, false).0
}

fn found(library: &Library, by: &[&str]) -> Results {
    let by: Vec<String> = by.iter().map(|by| (*by).to_owned()).collect();
    library
        .read(|snapshot| results::results(snapshot, &find(snapshot, "2026-q3")?, &by))
        .expect("results")
}

#[test]
fn the_same_file_again_adds_nothing_and_a_longer_one_what_is_new() {
    let folder = TempDir::new().expect("a folder");
    let mut library = three(library(&folder), &act());
    let rows = [
        "2026-07-03 09:15:22,4,3,3,4,3,4,4,3,2,L,AC panas",
        "2026-07-04 09:15:22,4,3,3,4,3,4,4,3,3,P,",
        "2026-08-05 10:00:00,3,3,2,4,3,4,4,3,2,P,",
        "2026-08-05 10:00:00,3,3,2,4,3,4,4,3,2,P,",
        "2026-09-05 10:00:00,3,3,2,4,3,4,4,3,2,P,",
        "2026-10-01 10:00:00,3,3,2,4,3,4,4,3,2,P,",
        "2026-09-06 10:00:00,,,,,,,,,,P,",
    ];
    let again = bring(&mut library, HEADER, &rows[..3]);
    assert_eq!((again.batch, again.imported, again.unchanged), (None, 0, 3));
    let grown = bring(&mut library, HEADER, &rows);
    assert_eq!(
        (grown.imported, grown.unchanged, grown.outside, grown.empty),
        (1, 4, 1, 1)
    );
    assert_eq!(
        grown.records,
        grown.imported + grown.unchanged + grown.outside + grown.empty
    );
    assert_eq!(found(&library, &[]).gathered.respondents, 4);
}

#[test]
fn without_a_moment_a_file_is_known_by_its_rows() {
    let folder = TempDir::new().expect("a folder");
    let mut library = library(&folder);
    let head = &HEADER[10..HEADER.len() - 20];
    let rows: Vec<String> = (0..12).map(|at| format!("4,3,{},4,3,4,4,3,2", at % 4 + 1)).collect();
    assert_eq!(bring(&mut library, head, &rows[..10]).imported, 10);
    let again = bring(&mut library, head, &rows[..10]);
    assert_eq!((again.batch, again.imported, again.unchanged), (None, 0, 10));
    // Grown at its end.
    let grown = bring(&mut library, head, &rows);
    assert_eq!((grown.imported, grown.unchanged), (2, 10));
    // A respondent who answers as somebody else did is a respondent.
    assert_eq!(bring(&mut library, head, &rows[3..4]).imported, 1);
    assert_eq!(found(&library, &[]).gathered.respondents, 13);
}

#[test]
fn a_wrong_answer_keeps_everything_out_or_only_its_row() {
    let folder = TempDir::new().expect("a folder");
    let mut library = library(&folder);
    let head = &HEADER[10..HEADER.len() - 20];
    let rows = ["4,5,3,4,3,4,4,3,2", "4,3,3,4,3,4,4,3,2", "0,3,3,Mantap,3,4,4,3,2"];
    let (stopped, cells) = brought(&mut library, head, &rows, false);
    assert_eq!((stopped.batch, stopped.rejected), (None, 2));
    let places: Vec<(u64, &str, &str)> = cells
        .iter()
        .map(|cell| (cell.line, cell.column.as_str(), cell.code))
        .collect();
    let expected = [
        (2, "prosedur", "answer.outside-scale"),
        (4, "persyaratan", "answer.outside-scale"),
        (4, "biaya", "answer.unknown"),
    ];
    assert_eq!(places, expected);
    assert_eq!(found(&library, &[]).gathered.respondents, 0);
    let (skipped, _) = brought(&mut library, head, &rows, true);
    assert_eq!((skipped.imported, skipped.rejected), (1, 2));
    let rejected = library.read(|snapshot| results::rejected(snapshot, &find(snapshot, "2026-q3")?));
    assert_eq!(rejected.expect("read"), 2);
}

#[test]
fn a_batch_goes_as_a_whole_unless_it_is_used() {
    let folder = TempDir::new().expect("a folder");
    let mut library = three(library(&folder), &act());
    let used = library
        .undo_survey_import(&act(), SurveyBatchId(1), false)
        .expect_err("a follow-up");
    assert!(matches!(used, Error::Survey(Refusal::BatchInUse { comments, .. }) if comments == [CommentId(1)]));
    let more = bring(
        &mut library,
        HEADER,
        &["2026-09-05 10:00:00,3,3,2,4,3,4,4,3,2,P,Toilet kotor"],
    );
    let batch = more.batch.expect("a batch");
    library
        .tag_comment(&act(), CommentId(2), (&["Toilet!".to_owned()], &[]), false)
        .expect("tagged");
    assert!(library.undo_survey_import(&act(), batch, false).is_err(), "a tag");
    library
        .tag_comment(&act(), CommentId(2), (&[], &["toilet".to_owned()]), false)
        .expect("taken");
    let (_, responses) = library.undo_survey_import(&act(), batch, true).expect("rehearsed");
    assert_eq!((responses, found(&library, &[]).gathered.respondents), (1, 4));
    library.undo_survey_import(&act(), batch, false).expect("undone");
    assert_eq!(found(&library, &[]).gathered.respondents, 3);
    let twice = library
        .undo_survey_import(&act(), batch, false)
        .expect_err("undone before");
    assert!(matches!(twice, Error::Survey(Refusal::BatchAlreadyUndone { .. })));
    // What was undone may come again.
    assert_eq!(
        bring(
            &mut library,
            HEADER,
            &["2026-09-05 10:00:00,3,3,2,4,3,4,4,3,2,P,Toilet kotor"]
        )
        .imported,
        1
    );
}

#[test]
fn the_plan_names_what_is_overdue_and_ends_with_what_was_done() {
    let folder = TempDir::new().expect("a folder");
    let mut library = three(library(&folder), &act());
    let late = |library: &Library, day| {
        library
            .read(|snapshot| follow_up::overdue(snapshot, day))
            .expect("read")
            .len()
    };
    assert_eq!(
        (late(&library, date(2026, 11, 10)), late(&library, date(2026, 11, 11))),
        (0, 1)
    );
    let survey = library.read(|snapshot| find(snapshot, "2026-q3")).expect("read");
    let index = found(&library, &[]).index.expect("an index");
    let proposals = library
        .read(|snapshot| follow_up::proposals(snapshot, &survey, &index))
        .expect("read");
    let named: Vec<(&str, usize, bool)> = proposals
        .iter()
        .map(|one| (one.element.as_str(), one.comments.len(), one.planned))
        .collect();
    assert_eq!(named, [("sarana", 1, true), ("waktu", 0, false)]);
    assert!(
        library
            .end_follow_up(&act(), FollowUpId(1), (State::Done, " "), false)
            .is_err(),
        "what was done?"
    );
    library
        .end_follow_up(&act(), FollowUpId(1), (State::Done, "AC diservis 9 November"), false)
        .expect("done");
    assert_eq!(late(&library, date(2026, 12, 31)), 0);
    assert!(
        library
            .end_follow_up(&act(), FollowUpId(1), (State::Dropped, "x"), false)
            .is_err()
    );
}

#[test]
fn nothing_of_a_person_is_stored() {
    let folder = TempDir::new().expect("a folder");
    let mut library = library(&folder);
    let head = format!("Nama,Alamat Email,Nomor Anggota,IP,{HEADER},Usia");
    let row =
        "Budi Rahasia,budi@rahasia.id,A0012,10.0.0.7,2026-07-03 09:15:22,4,3,3,4,3,4,4,3,2,L,telepon 0812 3456 7890,37";
    assert_eq!(bring(&mut library, &head, &[row]).covered, 1);
    drop(library);
    for entry in std::fs::read_dir(folder.path()).expect("a folder") {
        let bytes = std::fs::read(entry.expect("an entry").path()).unwrap_or_default();
        for secret in ["Budi", "rahasia.id", "A0012", "10.0.0.7", "3456", "09:15:22"] {
            assert!(
                !bytes.windows(secret.len()).any(|part| part == secret.as_bytes()),
                "{secret}"
            );
        }
        if !bytes.is_empty() && bytes.starts_with(b"SQLite") {
            assert!(bytes.windows(5).any(|part| part == b"36-45"), "the band alone");
        }
    }
}

#[test]
fn small_groups_are_hidden_and_grouping_is_by_what_is_asked() {
    let folder = TempDir::new().expect("a folder");
    let mut library = library(&folder);
    let rows: Vec<String> = (0..20)
        .map(|at| {
            let sex = if at < 3 {
                "L"
            } else if at < 14 {
                "P"
            } else {
                ""
            };
            format!("2026-0{}-03 09:15:{at:02},4,3,3,4,3,4,4,3,2,{sex},", 7 + at % 2)
        })
        .collect();
    bring(&mut library, HEADER, &rows);
    let found = self::found(&library, &["sex", "period"]);
    let shown = |by: &str| -> Vec<(String, Option<u64>)> {
        found.groups[by]
            .iter()
            .map(|group| (group.value.clone(), group.shown.as_ref().map(|shown| shown.n)))
            .collect()
    };
    let expected = [
        ("female".to_owned(), Some(11)),
        ("male".to_owned(), None),
        ("unanswered".to_owned(), None),
    ];
    assert_eq!(shown("sex"), expected, "the next smallest goes with the small one");
    assert_eq!(
        shown("period"),
        [("2026-07".to_owned(), Some(10)), ("2026-08".to_owned(), Some(10))]
    );
    let by = ["comment".to_owned()];
    let refused = library.read(|snapshot| results::results(snapshot, &find(snapshot, "2026-q3")?, &by));
    assert!(matches!(refused, Err(Error::Survey(Refusal::NoGroup { .. }))));
}

#[test]
fn who_was_served_is_taken_from_the_loans() {
    let folder = TempDir::new().expect("a folder");
    let library = library(&folder);
    let conn = rusqlite::Connection::open(library.path()).expect("open");
    let loan = |id: i64, member: &str, at: &str, ended: &str| {
        let sql = format!(
            "PRAGMA foreign_keys = OFF; INSERT INTO loan (id, item_id, member_id, group_id, loaned_at, due_decided, due,
             renewals, ended, ended_at) VALUES ({id}, {id}, {member}, 1, '{at}T08:00:00+07:00', '2026-12-01', '2026-12-01',
             0, {ended}, {ended})"
        );
        conn.execute_batch(&sql).expect("a loan");
    };
    loan(1, "NULL", "2026-07-01", "'returned'");
    loan(2, "5", "2026-09-30", "NULL");
    loan(3, "5", "2026-09-30", "NULL");
    loan(4, "6", "2026-10-01", "NULL");
    loan(5, "6", "2026-06-30", "NULL");
    let served = library.read(|snapshot| results::served(snapshot, date(2026, 7, 1), date(2026, 9, 30)));
    assert_eq!(
        served.expect("read"),
        (3, 1),
        "loans, and readers whose history was not cut"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// A file in two parts is the file; its order is nothing.
    #[test]
    fn splitting_a_file_changes_nothing(
        rows in prop::collection::vec(prop::collection::vec(0_u8..=4, 9), 2..30),
        at in any::<prop::sample::Index>(),
    ) {
        let line = |(number, row): (usize, &Vec<u8>)| {
            let cells: Vec<String> = row.iter().map(|s| if *s == 0 { String::new() } else { s.to_string() }).collect();
            format!("2026-07-03 09:{:02}:{:02},{},,", number / 60, number % 60, cells.join(","))
        };
        let lines: Vec<String> = rows.iter().enumerate().map(line).collect();
        let folders = [TempDir::new().expect("a folder"), TempDir::new().expect("a folder")];
        let (mut whole, mut parts) = (library(&folders[0]), library(&folders[1]));
        bring(&mut whole, HEADER, &lines);
        let (first, second) = lines.split_at(at.index(lines.len()));
        bring(&mut parts, HEADER, second);
        bring(&mut parts, HEADER, first);
        prop_assert_eq!(found(&whole, &[]).gathered.tally, found(&parts, &[]).gathered.tally);
    }
}
