//! Each verb: what it says, in both languages where that is not the same table, and what it leaves behind.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use jiff::civil::{Date, date};
use pustaka_cli::{World, run_in};
use pustaka_core::night::Step;
use pustaka_core::{Act, Library, OpenOptions};
use pustaka_testkit::desk::act;
use snapbox::{assert_data_eq, file, str};

use crate::desk::{Desk, code_of, json};

#[test]
fn the_first_page_of_help() {
    let desk = Desk::bare();
    assert_data_eq!(desk.told(&["--help"]), file!["pages/help.id.txt"].raw());
    assert_data_eq!(desk.told(&["--help", "--lang", "en"]), file!["pages/help.en.txt"].raw());
}

#[test]
fn a_library_is_made_once_and_never_by_surprise() {
    let desk = Desk::bare();
    let told = [
        &["settings"][..],
        &["init", "--name", "Perpustakaan Kota Kediri", "-v"],
        &["init", "--lang", "en"],
        &["check", "-v", "--format", "json", "--lang", "en", "-o", "library.db"],
    ]
    .map(|args| desk.told(args));
    assert_data_eq!(told.concat(), file!["pages/init.txt"].raw());
    let mode = fs::metadata(desk.db()).unwrap().permissions().mode();
    assert_eq!(mode & 0o007, 0, "nobody outside the group reads it: {mode:o}");
}

#[test]
fn a_rehearsed_init_makes_nothing() {
    let desk = Desk::bare();
    let run = desk.run(&["init", "--dry-run", "-v"]);
    assert_eq!(run.code, 0, "{}", run.err());
    assert!(run.out().contains("akan dibuat"), "{}", run.out());
    assert_eq!(fs::read_dir(desk.folder()).unwrap().count(), 0);
}

#[test]
fn the_default_place_is_made_with_its_folder() {
    let desk = Desk::bare();
    let world = || {
        World::sealed("2026-11-20T03:15:00Z".parse().unwrap())
            .with_env("LOGNAME", "sari")
            .with_env("HOME", desk.folder())
    };
    let missing = run_in(&library_db::TOOL, ["check"], world());
    assert_eq!(missing.code, 3);
    assert!(missing.err().contains("`library-db init`"), "{}", missing.err());
    assert_eq!(fs::read_dir(desk.folder()).unwrap().count(), 0);
    let made = run_in(&library_db::TOOL, ["init"], world());
    assert_eq!(made.code, 0, "{}", made.err());
    assert!(desk.path(".local/share/pustaka/library.db").exists());
    let in_missing_folder = desk.run(&["init", "--db", "/nonexistent/library.db", "--format", "json"]);
    assert_eq!(code_of(&in_missing_folder), "file.no-folder");
}

#[test]
fn wrong_files_are_refused_and_left_as_they_are() {
    let desk = Desk::new();
    fs::write(desk.path("text.db"), "not a database, but long enough to be looked at").unwrap();
    fs::write(desk.path("empty.db"), "").unwrap();
    std::os::unix::fs::symlink(desk.db(), desk.path("link.db")).unwrap();
    for (name, code) in [
        ("missing.db", "file.missing"),
        ("text.db", "file.not-a-database"),
        ("empty.db", "file.empty"),
        ("link.db", "file.symlink"),
        (".", "file.folder"),
    ] {
        let path = desk.path(name);
        let run = desk.run(&["settings", "--db", path.to_str().unwrap(), "--format", "json"]);
        assert_eq!((code_of(&run).as_str(), run.code), (code, 3), "{name}: {}", run.err());
    }
    let uri = desk.run(&["settings", "--db", "file:library.db?mode=rwc", "--format", "json"]);
    assert_eq!(code_of(&uri), "file.uri");
    assert_eq!(fs::read_to_string(desk.path("text.db")).unwrap().len(), 47);
}

#[test]
fn settings() {
    let desk = Desk::new();
    let told = [
        &["settings"][..],
        &["settings", "backup.keep-daily", "14", "-v"],
        &["settings", "backup.keep-daily", "14", "-v", "--lang", "en"],
        &["settings", "backup.keep-daily", "--format", "json"],
        &["settings", "backup.keep-dayly"],
        &["settings", "backup.keep-daily", "-1"],
        &["settings", "library.name", "a\u{1b}b", "--lang", "en"],
    ]
    .map(|args| desk.told(args));
    assert_data_eq!(told.concat(), file!["pages/settings.txt"].raw());
    let rehearsed = desk.run(&["settings", "backup.keep-weekly", "9", "--dry-run", "--format", "json"]);
    assert_eq!(json(&rehearsed.stdout)["after"], "9");
    let after = desk.run(&["settings", "backup.keep-weekly", "--format", "json"]);
    assert_eq!(json(&after.stdout)["value"], "4");
    // An amount is typed as amounts are everywhere.
    for typed in ["Rp 5.000,-", "5.000", "05000"] {
        let set = ["settings", "loan.owes-limit", typed, "--format", "json"];
        assert_eq!(json(&desk.run(&set).stdout)["after"], "5000", "{typed}");
    }
    for bad in ["lima ribu", "-1", "Rp 2.000.000.000", ""] {
        assert_eq!(desk.run(&["settings", "loan.owes-limit", bad]).code, 2, "{bad}");
    }
}

#[test]
fn an_action_that_goes_well_is_silent_in_cron() {
    let desk = Desk::new();
    for args in [
        &["settings", "backup.keep-daily", "3"][..],
        &["check"],
        &["check", "--deep"],
    ] {
        let run = desk.run(args);
        assert_eq!((run.code, run.out() + &run.err()), (0, String::new()), "{args:?}");
    }
}

#[test]
fn a_clock_that_went_back_is_said_before_writing() {
    let desk = Desk::new();
    let back = World::sealed("2026-11-19T03:15:00Z".parse().unwrap())
        .with_env("PUSTAKA_DB", desk.db())
        .with_env("PUSTAKA_STAFF", "sari");
    let run = run_in(&library_db::TOOL, ["settings", "library.name", "Lain"], back);
    assert_eq!(run.code, 0);
    assert_data_eq!(
        run.err(),
        str![[r#"
peringatan: Jam komputer menunjuk 2026-11-19 10:15, tetapi catatan terakhir dibuat 2026-11-20 10:15. Periksa jam komputer.

"#]]
    );
}

#[test]
fn a_damaged_file_is_named_with_what_is_wrong() {
    let desk = Desk::new();
    for number in 0..30 {
        desk.run(&["settings", "backup.keep-daily", &(number % 3 + 1).to_string()]);
    }
    let mut bytes = fs::read(desk.db()).unwrap();
    let place = bytes
        .windows(14)
        .position(|window| window == b"setting.change")
        .unwrap();
    bytes[place] = b'S';
    fs::write(desk.db(), bytes).unwrap();
    let run = desk.run(&["check", "--format", "json", "--lang", "en"]);
    assert_eq!((code_of(&run).as_str(), run.code), ("file.damaged", 3), "{}", run.out());
    let found = json(&run.stdout);
    assert_eq!(found["sound"], false);
    assert_eq!(found["findings"][0]["code"], "journal.changed");
    assert_eq!(found["findings"][0]["message"], "This row of the journal was changed.");
}

#[test]
fn doctor_says_what_to_do() {
    let desk = Desk::new();
    fs::set_permissions(desk.db(), fs::Permissions::from_mode(0o666)).unwrap();
    let folder = desk.folder().to_str().unwrap().to_owned();
    let run = desk.run(&["doctor", "--backups", &folder, "--format", "json", "--lang", "en"]);
    let looked = json(&run.stdout);
    let advice = looked["advice"].as_array().unwrap();
    let said = |code: &str| {
        advice
            .iter()
            .find(|advice| advice["code"] == code)
            .map(|advice| advice["message"].clone())
    };
    assert_eq!(
        said("advice.open-to-all").unwrap(),
        "People outside the group can open the file: close it with `chmod o= FILE`."
    );
    assert!(said("advice.no-backup").is_some());
    assert_eq!(
        (looked["mode"].as_str(), looked["journal_entries"].as_i64()),
        (Some("666"), Some(1))
    );
    assert_eq!(run.code, 1);
    let bare = Desk::bare().run(&["doctor", "--format", "json"]);
    assert_eq!((code_of(&bare).as_str(), bare.code), ("file.missing", 3));
}

#[test]
fn doctor_looks_at_the_night_too() {
    let desk = Desk::new();
    let options = OpenOptions {
        force_file_system: true,
        ..OpenOptions::default()
    };
    let mut library = Library::open(&desk.db(), &options).unwrap();
    let looked = |lang: &str| {
        let run = desk.run(&["doctor", "--format", "json", "--lang", lang]);
        let looked = json(&run.stdout);
        let advice = looked["advice"].as_array().unwrap().iter();
        let night = advice.filter(|advice| advice["code"].as_str().unwrap().starts_with("advice.night"));
        night
            .map(|advice| advice["message"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let mut night = |of: Date| {
        let at = of.tomorrow().unwrap().at(1, 15, 0, 0).in_tz("Asia/Jakarta").unwrap();
        let act = Act { at, ..act() };
        library
            .night_done(&act, of, Step::Backup, &serde_json::json!({}))
            .unwrap();
    };
    assert_eq!(looked("en"), [""; 0]);
    night(date(2026, 11, 15));
    assert_eq!(
        looked("en"),
        [
            "4 days were closed by no night: run `nightly-report run`, and set up the schedule of `nightly-report install`.",
            "For 4 days there was no good backup: see why with `nightly-report run -v`, or make one now with \
             `library-db backup FOLDER`.",
        ]
    );
    night(date(2026, 12, 15));
    let said = looked("id");
    assert!(said[0].starts_with("Malam 15 Desember 2026 sudah ditutup"), "{said:?}");
    assert!(said[1].starts_with("Sudah 4 hari tidak ada cadangan"), "{said:?}");
}
