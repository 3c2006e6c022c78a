//! What is written, and what is said of it, in both languages.

use std::fs;
use std::process::Stdio;

use pustaka_core::catalog::record::Field;
use snapbox::{assert_data_eq, file};

use crate::desk::{Desk, Row};

/// Titles with everything that SLiMS has trouble with, and one without.
const TITLES: &[Row<'static>] = &[
    &[
        (Field::Title, "Laskar Pelangi"),
        (Field::Author, "Hirata, Andrea"),
        (Field::Isbn, "979-3062-79-7"),
        (Field::Publisher, "Bentang"),
        (Field::Year, "2005"),
        (Field::Language, "Bahasa Indonesia"),
        (Field::Class, "899.221 3"),
        (Field::ItemCode, "0001"),
        (Field::Status, "repair"),
        (Field::Received, "2020-01-31"),
        (Field::Ordered, "2020-01-02"),
        (Field::Invoiced, "2020-02-03"),
        (Field::Price, "75000"),
        (Field::Source, "bought"),
    ],
    &[
        (Field::Title, "Mesin \"Ketik\" \\ <dan> 😀"),
        (Field::Part, "Jilid 2"),
        (Field::Author, "Émile <Zola>; Jr"),
        (Field::Author, "O'Brien, Tim"),
        (Field::Notes, "baris satu\nbaris dua"),
        (Field::Language, "Jawa"),
        (Field::Class, "2X1.3"),
        (Field::Subject, "Mesin; ketik"),
        (Field::ItemCode, "KODE-YANG-SANGAT-PANJANG-1"),
        (Field::Location, "Cabang Utara"),
        (Field::Status, "lost"),
        (Field::Source, "made"),
        (Field::ItemNote, "rusak"),
    ],
    &[(Field::Title, "=1+1"), (Field::Edition, "0"), (Field::ItemCode, "B'3")],
    &[(Field::Title, "Tanpa eksemplar"), (Field::Class, "2")],
];

#[test]
fn our_own_dialect() {
    let desk = Desk::with(TITLES);
    let told = [
        desk.told(&["-v"]),
        desk.told(&["--class", "2X", "--lang", "en"]),
        desk.told(&["--excel", "--class", "8"]),
    ];
    assert_data_eq!(told.concat(), file!["pages/pustaka.txt"].raw());
}

#[test]
fn the_files_of_slims_and_what_they_cost() {
    let desk = Desk::with(TITLES);
    let told = [
        desk.told(&["--dialect", "slims-biblio"]),
        desk.told(&["--dialect", "slims-biblio", "--lang", "en"]),
        desk.told(&["--dialect", "slims-item"]),
        desk.told(&["--dialect", "slims-item", "--lang", "en"]),
    ];
    assert_data_eq!(told.concat(), file!["pages/slims.txt"].raw());
}

#[test]
fn names_in_the_lists_of_slims_are_written() {
    let desk = Desk::with(TITLES);
    let biblio = desk.run(&["--dialect", "slims-biblio", "--in-slims", "jawa"]);
    assert!(biblio.out().contains("\"Jawa\"") && !biblio.err().contains("slims.language"));
    let item = desk.run(&["--dialect", "slims-item", "--in-slims", "Cabang Utara"]);
    assert!(item.out().contains("\"Cabang Utara\"") && !item.err().contains("slims.location"));
}

#[test]
fn a_file_is_written_and_summed_up() {
    let desk = Desk::with(TITLES);
    let told = [
        desk.told(&["--dialect", "slims-item", "-o", "a.csv", "--format", "json"]),
        desk.told(&["-o", "b.csv", "-v"]),
        desk.told(&["-o", "c.csv", "-v", "--lang", "en"]),
        desk.told(&["-o", "quiet.csv"]),
        desk.told(&["-o", "never.csv", "--dry-run", "-v"]),
        desk.told(&["--dry-run", "--format", "json"]),
    ];
    assert_data_eq!(told.concat(), file!["pages/summary.txt"].raw());
    let piped = desk.run(&["--dialect", "slims-item"]).stdout;
    assert_eq!(fs::read(desk.path("a.csv")).unwrap(), piped);
    assert!(!desk.path("never.csv").exists());
}

#[test]
fn an_empty_catalogue_is_a_header() {
    let desk = Desk::with(&[]);
    for (dialect, lines) in [("pustaka", 1), ("slims-biblio", 1), ("slims-item", 0)] {
        let done = desk.run(&["--dialect", dialect]);
        assert_eq!((done.code, done.err()), (0, String::new()));
        assert_eq!(done.out().lines().count(), lines, "{dialect}");
    }
}

#[test]
fn a_reader_may_go_away_but_a_full_disk_is_a_failure() {
    let notes = "x".repeat(100_000);
    let desk = Desk::with(&[
        &[(Field::Title, "Satu"), (Field::Notes, &notes), (Field::ItemCode, "1")],
        &[(Field::Title, "Dua"), (Field::Notes, &notes), (Field::ItemCode, "2")],
    ]);
    let mut program = desk.program(&["--dialect", "slims-biblio"]);
    let mut child = program.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert_eq!((done.status.code(), done.stderr.as_slice()), (Some(0), &b""[..]));
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let done = desk.program(&[]).stdout(full).output().unwrap();
    assert_eq!(done.status.code(), Some(3));
}
