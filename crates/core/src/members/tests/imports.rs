//! Imports: all or nothing, once.

use proptest::prelude::*;

use super::*;

/// Rows of a file, cells as `field=value` parted by `|`.
struct Rows {
    rows: Vec<String>,
    read: usize,
    rejected: Vec<(u64, &'static str)>,
}

impl Rows {
    fn of<S: Into<String> + Clone>(rows: &[S]) -> Rows {
        Rows {
            rows: rows.iter().cloned().map(Into::into).collect(),
            read: 0,
            rejected: Vec::new(),
        }
    }
}

impl Source for Rows {
    fn next(&mut self) -> Result<Option<Incoming>> {
        let Some(row) = self.rows.get(self.read) else {
            return Ok(None);
        };
        self.read += 1;
        Ok(Some(Incoming {
            line: self.read as u64 + 1,
            cells: row.split('|').filter(|cell| !cell.is_empty()).map(cell).collect(),
            warnings: Vec::new(),
        }))
    }

    fn reject(&mut self, line: u64, reason: &Reject) -> Result<()> {
        self.rejected.push((line, reason.code.code()));
        Ok(())
    }

    fn counts(&self) -> Counts {
        Counts {
            records: self.read as u64,
            blank: 0,
            rejected: self.rejected.len() as u64,
        }
    }
}

fn bring(desk: &mut Desk, rows: &[&str], options: &ImportOptions) -> (ImportOutcome, Vec<(u64, &'static str)>) {
    let mut rows = Rows::of(rows);
    let outcome = desk
        .library
        .import_members(&act(), options, &mut rows)
        .expect("imported");
    let ImportOutcome {
        records,
        blank,
        imported,
        unchanged,
        rejected,
        ..
    } = outcome;
    assert_eq!(records, blank + imported + unchanged + rejected);
    (outcome, rows.rejected)
}

const OLD: ImportOptions = ImportOptions {
    dialect: String::new(),
    lenient: true,
    skip_bad_rows: false,
    update: false,
    dry_run: false,
};

fn tallied(outcome: &ImportOutcome) -> Vec<(&'static str, u64)> {
    outcome.warnings.iter().map(|one| (one.first.code, one.count)).collect()
}

#[test]
fn a_file_comes_in_once() {
    let mut desk = Desk::new();
    let rows = [
        "card=S001|name=Siti Aminah|type=Standard|sex=?|born=1998-04-05|phone=0812 3456 7890|joined=2020-01-01|valid_until=2021-01-01",
        "card=S002|name=Suharto|type=Standard|phone=tanya ibu|email=bukan surel|born=31/02/1990",
        "card=S003|name=Rara|type=umum|born=2015-01-01|phone=081234567890|valid_until=2027-01-01|nik=3571014504980003",
        "card=S004|name=Budi|born=1980-01-01|guardian_name=Istri|joined=2026-01-01|valid_until=2025-01-01",
    ];
    let (outcome, rejected) = bring(&mut desk, &rows, &OLD);
    assert_eq!(rejected, []);
    assert!(outcome.stored);
    assert_eq!(
        (outcome.members.new, outcome.types.as_slice()),
        (4, &["standard".to_owned()][..])
    );
    assert_eq!(
        tallied(&outcome),
        [
            ("date.unread", 1),
            ("email.unread", 1),
            ("guardian.adult", 1),
            ("guardian.missing", 1),
            ("member.duplicate", 1),
            ("nik.doubtful", 1),
            ("phone.unread", 1),
            ("sex.unread", 1),
            ("type.made", 1),
            ("valid-until.before-joined", 1),
        ]
    );
    let (again, _) = bring(&mut desk, &rows, &OLD);
    assert!(!again.stored);
    assert_eq!(
        (again.members.new, again.unchanged, again.members.differing),
        (0, 4, 0),
        "{again:?}"
    );
    let suharto = desk
        .library
        .read(|snapshot| find(snapshot, "S002", 1))
        .expect("read")
        .remove(0);
    assert_eq!(suharto.note.as_deref(), Some("email: bukan surel · born: 31/02/1990"));
    assert_eq!(suharto.phone_shown(), "tanya ibu");
    let journal = desk.journal();
    assert_eq!(journal.matches("member.import").count(), 1);
    assert!(!journal.contains("Siti"));
    assert!(
        desk.library
            .check(crate::check::Depth::Deep)
            .expect("looked")
            .is_sound()
    );
    // The next member at the desk gets a number of their own.
    assert_eq!(desk.add(&["name=Dewi"]).expect("enrolled").member.id, MemberId(5));
}

#[test]
fn one_bad_row_keeps_all_out_unless_it_is_skipped() {
    let mut desk = Desk::new();
    let rows = [
        "card=1|name=Siti",
        "card=2|name=",
        "name=Budi",
        "card=1|name=Siapa",
        "card=1|name=Siti",
        "card=3|name=Adi|type=?!",
    ];
    let strict = ImportOptions { lenient: false, ..OLD };
    let (outcome, rejected) = bring(&mut desk, &rows, &strict);
    let expected = [
        (3, "name.bad"),
        (4, "card.missing"),
        (5, "card.repeated"),
        (7, "type.unknown"),
    ];
    assert_eq!(rejected, expected);
    assert!(!outcome.stored && desk.found("siti").is_empty());
    let (outcome, _) = bring(
        &mut desk,
        &rows,
        &ImportOptions {
            skip_bad_rows: true,
            ..strict
        },
    );
    assert!(outcome.stored);
    assert_eq!(
        (outcome.members.new, outcome.unchanged, desk.found("si")),
        (1, 1, vec!["Siti".to_owned()])
    );
}

#[test]
fn other_data_of_a_known_card_is_shown_and_taken_only_when_asked() {
    let mut desk = Desk::new();
    bring(&mut desk, &["card=1|name=Siti|phone=081234567890"], &OLD);
    let rows = ["card=1|name=Siti Aminah|address=Jl. Dhoho"];
    let (outcome, _) = bring(&mut desk, &rows, &OLD);
    assert_eq!(
        (outcome.members.differing, outcome.unchanged, outcome.stored),
        (1, 1, false)
    );
    let fields: Vec<Field> = outcome.changes.iter().map(|change| change.change.field).collect();
    assert_eq!(fields, [Field::Name, Field::Address]);
    let (outcome, _) = bring(
        &mut desk,
        &rows,
        &ImportOptions {
            update: true,
            dry_run: true,
            ..OLD
        },
    );
    assert_eq!((outcome.members.updated, outcome.stored), (1, false));
    let (outcome, _) = bring(&mut desk, &rows, &ImportOptions { update: true, ..OLD });
    assert_eq!((outcome.members.updated, outcome.stored), (1, true));
    // What the file is silent about stays.
    let siti = desk
        .library
        .read(|snapshot| find(snapshot, "1", 1))
        .expect("read")
        .remove(0);
    assert_eq!(
        (siti.name.as_str(), siti.phone_shown()),
        ("Siti Aminah", "+6281234567890")
    );
    let (outcome, _) = bring(&mut desk, &rows, &ImportOptions { update: true, ..OLD });
    assert_eq!((outcome.members.updated, outcome.unchanged), (0, 1));
}

#[test]
fn who_has_no_card_is_known_again_and_gets_one() {
    let mut desk = Desk::new();
    let rows = [
        "name=Siti|born=1998-04-05",
        "name=Suharto|phone=081234567890",
        "name=SITI|born=5/4/1998",
        "name=Adi|nik=3571010504980004",
    ];
    let (outcome, rejected) = bring(&mut desk, &rows, &OLD);
    assert_eq!(
        (outcome.members.new, outcome.unchanged, rejected),
        (3, 0, vec![(4, "card.repeated")])
    );
    let rows = [rows[0], rows[1], rows[3]];
    let (outcome, _) = bring(&mut desk, &rows, &OLD);
    assert_eq!(outcome.members.new, 3);
    let (outcome, _) = bring(&mut desk, &rows, &OLD);
    assert_eq!((outcome.members.new, outcome.unchanged), (0, 3));
    assert_eq!(desk.count("SELECT count(*) FROM member WHERE card GLOB 'A000[1-3]'"), 3);
}

#[test]
fn a_column_that_is_no_type_is_not_made_into_types() {
    let mut desk = Desk::new();
    let rows: Vec<String> = (0..30)
        .map(|row| format!("card={row}|name=Adi|type=Jalan {row}"))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let (outcome, rejected) = bring(&mut desk, &rows, &OLD);
    assert_eq!(
        (outcome.stored, rejected.len(), rejected[0].1),
        (false, 10, "type.too-many")
    );
    assert_eq!(desk.count("SELECT count(*) FROM member_type"), 5);
}

fn any_cell() -> impl Strategy<Value = (Field, String)> {
    let text = prop_oneof![
        "[ -~]{0,12}",
        any::<String>(),
        Just("081234567890".to_owned()),
        Just("1998-04-05".to_owned()),
        Just("3571014504980003".to_owned()),
        Just("Siti".to_owned()),
        Just("L".to_owned()),
    ];
    (prop::sample::select(Field::ALL), text)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever stands in the cells: nothing panics, what comes in comes in once, and the file is sound.
    #[test]
    fn any_rows_come_in_once(
        rows in prop::collection::vec(prop::collection::vec(any_cell(), 0..8), 0..12),
        lenient in any::<bool>(),
        update in any::<bool>(),
    ) {
        struct Any(Vec<Vec<(Field, String)>>, usize, u64);
        impl Source for Any {
            fn next(&mut self) -> Result<Option<Incoming>> {
                let row = self.0.get(self.1).cloned();
                self.1 += usize::from(row.is_some());
                Ok(row.map(|cells| Incoming { line: self.1 as u64, cells, warnings: Vec::new() }))
            }
            fn reject(&mut self, _: u64, _: &Reject) -> Result<()> {
                self.2 += 1;
                Ok(())
            }
            fn counts(&self) -> Counts {
                Counts { records: self.1 as u64, blank: 0, rejected: self.2 }
            }
        }
        // One cell a field, as a reader gives them.
        let rows: Vec<Vec<(Field, String)>> = rows
            .into_iter()
            .map(|row| row.into_iter().collect::<std::collections::BTreeMap<_, _>>().into_iter().collect())
            .collect();
        let mut desk = Desk::new();
        let options = ImportOptions { lenient, update, skip_bad_rows: true, ..OLD };
        let first = desk.library.import_members(&act(), &options, &mut Any(rows.clone(), 0, 0)).unwrap();
        prop_assert_eq!(first.records, first.imported + first.unchanged + first.rejected);
        let count = desk.count("SELECT count(*) FROM member");
        prop_assert_eq!(count as u64, first.members.new);
        let second = desk.library.import_members(&act(), &options, &mut Any(rows, 0, 0)).unwrap();
        prop_assert_eq!(second.members.new, 0, "{:?}", second);
        prop_assert_eq!(desk.count("SELECT count(*) FROM member"), count);
        prop_assert!(desk.library.check(crate::check::Depth::Deep).unwrap().is_sound());
    }
}
