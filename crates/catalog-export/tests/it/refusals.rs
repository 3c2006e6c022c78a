//! What is refused, and how; and the help pages.

use std::fs;

use pustaka_cli::{help_gaps, run_in};
use snapbox::{assert_data_eq, file};

use crate::desk::Desk;

#[test]
fn help_is_whole_in_both_languages() {
    assert_eq!(help_gaps(&catalog_export::TOOL), Vec::<String>::new());
    let desk = Desk::with(&[]);
    assert_data_eq!(desk.told(&["--help"]), file!["pages/help.id.txt"].raw());
    assert_data_eq!(desk.told(&["--help", "--lang", "en"]), file!["pages/help.en.txt"].raw());
}

#[test]
fn what_can_not_be_written_is_said_before_anything_is() {
    let desk = Desk::with(&[]);
    let before = fs::read(desk.db()).unwrap();
    let wrong: [&[&str]; 10] = [
        &["-o", "katalog.json"],
        &["-o", "katalog.xlsx"],
        &["--format", "json"],
        &["--excel", "--dialect", "slims-item"],
        &["--dialect", "marc"],
        &["--class", "2X"],
        &["--format", "csv", "-o", "library.db"],
        &["-o", "tidak-ada/katalog.csv"],
        &["--db", "tidak-ada.db"],
        &["'; DROP TABLE title; --"],
    ];
    let told = wrong.map(|args| desk.told(args) + &desk.told(&[args, &["--lang", "en"]].concat()));
    assert_data_eq!(told.concat(), file!["pages/refusals.txt"].raw());
    assert_eq!(fs::read(desk.db()).unwrap(), before);
    assert!(fs::read_dir(desk.folder()).unwrap().all(|entry| {
        let name = entry.unwrap().file_name();
        name.to_string_lossy().starts_with("library.db")
    }));
}

#[test]
fn nothing_raw_goes_to_a_screen() {
    let desk = Desk::with(&[]);
    let done = run_in(
        &catalog_export::TOOL,
        Vec::<String>::new(),
        desk.world().with_terminal(80),
    );
    assert_eq!((done.code, done.stdout.len()), (2, 0));
    assert!(done.err().contains("-o katalog.csv"), "{}", done.err());
    let done = run_in(&catalog_export::TOOL, ["--dry-run"], desk.world().with_terminal(80));
    assert_eq!(done.code, 0, "{}", done.err());
}
