//! A backup, taken while work goes on, becomes a library again that says what was said then.

use std::fs;

use pustaka_testkit::answer::code_of;
use pustaka_testkit::desk::Desk;
use pustaka_testkit::stored::{contents, titles};

/// A desk whose library holds the dealer's list and has one backup; the backup's name.
fn with_backup() -> (Desk, String) {
    let desk = Desk::new();
    let list = desk.fixture("catalogue/vendor-acquisition.csv");
    desk.done(&catalog_import::TOOL, &[&list]);
    fs::create_dir(desk.path("backups")).unwrap();
    let made = desk.done(&library_db::TOOL, &["backup", &desk.name("backups")]);
    let name = made["backup"].as_str().unwrap().to_owned();
    (desk, name)
}

#[test]
fn what_comes_after_a_backup_is_not_in_it_and_stays() {
    let (desk, backup) = with_backup();
    let then = (contents(&desk.db(), &[]), titles(&desk.db()));
    let more = desk.fixture("catalogue/inlislite-sample.xlsx");
    desk.done(&catalog_import::TOOL, &[&more]);
    let now = contents(&desk.db(), &[]);

    let restored = desk.done(&library_db::TOOL, &["restore", &backup, "--to", &desk.name("again.db")]);
    assert_eq!(restored["digest_compared"], true);
    assert_eq!(titles(&desk.path("again.db")), then.1);
    // A restored library says of itself that it was restored.
    let again = contents(&desk.path("again.db"), &["journal", "counter", "setting"]);
    assert_eq!(again, contents_of(&backup));
    assert_eq!(contents(&desk.db(), &[]), now, "the library itself is not touched");
    for db in [desk.name("again.db"), desk.name("library.db")] {
        let checked = desk.done(&library_db::TOOL, &["check", "--deep", "--db", &db]);
        assert_eq!(checked["sound"], true);
    }
    desk.done(&catalog_import::TOOL, &[&more, "--db", &desk.name("again.db")]);
    assert_eq!(
        titles(&desk.path("again.db")),
        titles(&desk.db()),
        "work goes on in the restored one"
    );
}

/// What stands in a backup, read from a copy of it.
fn contents_of(backup: &str) -> String {
    let folder = Desk::bare();
    let copy = folder.path("copy.db");
    fs::copy(backup, &copy).unwrap();
    contents(&copy, &["journal", "counter", "setting"])
}

#[test]
fn a_restore_never_replaces_a_file() {
    let (desk, backup) = with_backup();
    let before = fs::read(desk.db()).unwrap();
    let refused = desk.run(&library_db::TOOL, &["restore", &backup, "--format", "json"]);
    assert_eq!((refused.code, code_of(&refused).as_str()), (3, "file.exists"));
    assert_eq!(fs::read(desk.db()).unwrap(), before);
}

#[test]
fn a_backup_with_one_wrong_byte_is_not_restored() {
    let (desk, backup) = with_backup();
    let mut bytes = fs::read(&backup).unwrap();
    let place = bytes.len() / 2;
    bytes[place] ^= 1;
    fs::write(&backup, bytes).unwrap();
    let to = desk.name("again.db");
    let refused = desk.run(
        &library_db::TOOL,
        &["restore", &backup, "--to", &to, "--format", "json"],
    );
    assert_eq!(refused.code, 3, "{}", refused.out());
    assert!(!desk.path("again.db").exists());
}
