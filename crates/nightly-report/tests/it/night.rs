//! The night: silent when all is well, once a day, caught up, and telling when something failed.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};

use pustaka_testkit::answer::{assert_says, code_of, json};
use pustaka_testkit::skipped::skipped;
use pustaka_testkit::stored;
use pustaka_testkit::workspace::program;
use serde_json::Value;
use snapbox::{assert_data_eq, file};

use crate::desk::Desk;

/// Steps of one night in an answer: code and outcome.
fn outcomes(answer: &Value, night: usize) -> Vec<String> {
    let steps = answer["nights"][night]["steps"].as_array().unwrap();
    let told = |step: &Value| {
        format!(
            "{} {}",
            step["step"].as_str().unwrap(),
            step["outcome"].as_str().unwrap()
        )
    };
    steps.iter().map(told).collect()
}

fn days(answer: &Value) -> Vec<String> {
    let nights = answer["nights"].as_array().unwrap().iter();
    nights.map(|night| night["day"].as_str().unwrap().to_owned()).collect()
}

fn detail<'a>(answer: &'a Value, night: usize, step: &str) -> &'a Value {
    let steps = answer["nights"][night]["steps"].as_array().unwrap();
    &steps.iter().find(|told| told["step"] == step).unwrap()["detail"]
}

/// The answer of a run for which nothing is due.
fn nothing(desk: &Desk) -> Value {
    let name = desk.library().setting("library.name").unwrap().value;
    serde_json::json!({ "library": name, "db": desk.name("library.db"), "nights": [] })
}

/// The lines that only one of two states has.
fn differences(one: &str, other: &str) -> String {
    let (one, other): (BTreeSet<_>, BTreeSet<_>) = (one.lines().collect(), other.lines().collect());
    one.symmetric_difference(&other).copied().collect::<Vec<_>>().join("\n")
}

#[test]
fn from_cron_nothing_is_heard_when_all_is_well() {
    let desk = Desk::awaited();
    // No home, no locale, no login name, no terminal: as cron and systemd start it.
    let mut run = desk.program(program("nightly-report"), &["run"]);
    run.env_clear()
        .env("PUSTAKA_DB", desk.db())
        .env("PUSTAKA_AT", "2026-11-21T01:15")
        .env("PUSTAKA_FORCE_FILE_SYSTEM", "1");
    let ended = run.output().unwrap();
    assert_eq!(
        (ended.status.code(), ended.stdout, ended.stderr),
        (Some(0), vec![], vec![])
    );
    let state = desk.library().last_night().unwrap().unwrap();
    assert!(state.closed_at.is_some(), "{state:?}");
    assert!(desk.path("backups").is_dir());
    assert_eq!(stored::check(&desk.db()).findings, []);
}

#[test]
fn a_second_run_for_a_day_changes_nothing() {
    let desk = Desk::awaited();
    let (code, first) = desk.night("2026-11-21T01:15", &[]);
    assert_eq!((code, days(&first)), (0, vec!["2026-11-20".to_owned()]));
    let (before, files) = (desk.contents(), desk.files());
    let backups = || fs::read_dir(desk.path("backups")).unwrap().count();
    let kept = backups();
    assert_eq!(first["db"], nothing(&desk)["db"]);
    for moment in ["2026-11-21T01:15", "2026-11-21T02:15", "2026-11-21T23:59"] {
        assert_eq!(desk.night(moment, &[]), (0, nothing(&desk)));
        assert_eq!(desk.night(moment, &["--date", "2026-11-20"]), (0, nothing(&desk)));
    }
    assert_eq!(desk.contents(), before);
    assert_eq!((desk.files(), backups()), (files, kept));
}

#[test]
fn a_night_that_was_missed_is_caught_up() {
    let nightly = Desk::awaited();
    for day in 21..=30 {
        assert_eq!(nightly.night(&format!("2026-11-{day}T01:15"), &[]).0, 0);
    }
    let late = Desk::awaited();
    assert_eq!(late.night("2026-11-21T01:15", &[]).0, 0);
    let mut passed = 0;
    for moment in ["2026-11-24T05:15", "2026-11-27T05:15", "2026-11-30T05:15"] {
        let (code, answer) = late.night(moment, &[]);
        assert_eq!((code, days(&answer).len()), (0, 3));
        // What is made of the whole library is made once.
        assert_eq!(
            outcomes(&answer, 0),
            ["lapse-waiting done", "cut-history done", "summaries done"]
        );
        assert_eq!(outcomes(&answer, 2).len(), pustaka_core::night::Step::ALL.len());
        passed += detail(&answer, 2, "expire-holds")["expired"].as_i64().unwrap();
    }
    assert_eq!(passed, 2, "two who did not come");
    // Who is told of something is told once a run, and the journal says so.
    let without = ["night", "night_step", "notice", "notice_about", "journal", "counter"];
    let [late, nightly] = [late, nightly].map(|desk| stored::contents(&desk.db(), &without));
    assert!(late == nightly, "{}", differences(&late, &nightly));
}

#[test]
fn days_through_the_one_that_is_named() {
    let desk = Desk::awaited();
    let (code, answer) = desk.night("2026-11-26T09:00", &["--date", "22/11/2026"]);
    assert_eq!((code, days(&answer)), (0, vec!["2026-11-22".to_owned()]));
    let (code, answer) = desk.night("2026-11-26T09:00", &["--date", "24/11/2026"]);
    assert_eq!(
        (code, days(&answer)),
        (0, vec!["2026-11-23".to_owned(), "2026-11-24".to_owned()])
    );
    for day in ["2026-11-26", "besok", "+7"] {
        let refused = desk.at("2026-11-26T09:00", &["run", "--date", day, "--format", "json"]);
        assert_eq!((refused.code, code_of(&refused).as_str()), (2, "night.not-over"));
    }
}

#[test]
fn a_clock_far_ahead_closes_nothing() {
    let desk = Desk::awaited();
    desk.night("2026-11-21T01:15", &[]);
    let before = desk.contents();
    // A month is wrong, a year, a battery is empty.
    for moment in ["2027-01-23T01:15", "2027-11-21T01:15", "2099-01-01T01:15"] {
        let refused = desk.at(moment, &["run", "--format", "json"]);
        assert_eq!(
            (refused.code, code_of(&refused).as_str()),
            (3, "night.too-many"),
            "{moment}"
        );
        assert!(refused.err().contains("nightly-report run --date"), "{}", refused.err());
    }
    // A library was closed for two months; or somebody says that the clock is right.
    for (moment, args, nights) in [
        ("2027-01-22T01:15", &["--dry-run"][..], 62),
        ("2027-01-23T01:15", &["--dry-run", "--date", "2027-01-22"], 63),
    ] {
        let (code, answer) = desk.night(moment, args);
        assert_eq!((code, days(&answer).len()), (0, nights), "{moment}");
    }
    // One that went back, too: what is closed can't be over.
    for args in [
        &["run", "--format", "json"][..],
        &["run", "--date", "1969-12-30", "--format", "json"],
    ] {
        let refused = desk.at("1969-12-31T23:00", args);
        assert_eq!((refused.code, code_of(&refused).as_str()), (3, "night.ahead"));
    }
    assert_eq!(desk.contents(), before);
}

#[test]
fn a_clock_that_was_ahead_is_told_every_night_until_the_nights_are_opened_again() {
    let desk = Desk::awaited();
    desk.night("2026-11-21T01:15", &[]);
    // A month ahead; then it is right again.
    assert_eq!(desk.night("2026-12-22T01:15", &[]).0, 0);
    for moment in ["2026-11-23T01:15", "2026-11-26T01:15", "2026-12-20T01:15"] {
        for args in [&["run", "--lang", "en"][..], &["run", "--dry-run", "--lang", "en"]] {
            let refused = desk.at(moment, args);
            assert_eq!((refused.code, refused.out().as_str()), (3, ""), "{moment}");
            assert_says(
                &refused.err(),
                &["The night of 21 December 2026 is closed", "nightly-report reopen"],
            );
        }
    }
    let shown = desk.at("2026-11-26T08:00", &["show", "--format", "json"]);
    let page = json(&shown.stdout);
    let waits = page["attention"].as_array().unwrap().iter();
    assert!(waits.clone().any(|one| one["code"] == "night-failed"), "{page}");
    assert!(waits.clone().any(|one| one["code"] == "backup-old"), "{page}");

    let before = desk.contents();
    let would = desk.at("2026-11-26T08:00", &["reopen", "--dry-run", "--lang", "en"]);
    assert_eq!(
        (would.code, would.out().as_str()),
        (
            0,
            "31 nights would be opened again, from 21 November 2026 to 21 December 2026.\n"
        )
    );
    assert_eq!(desk.contents(), before);
    let opened = desk.at("2026-11-26T08:00", &["reopen", "--format", "json"]);
    let opened = json(&opened.stdout);
    assert_eq!(opened["nights"].as_array().unwrap().len(), 31);
    let (code, answer) = desk.night("2026-11-26T08:15", &[]);
    assert_eq!((code, days(&answer).len()), (0, 5));
    assert_eq!(stored::check(&desk.db()).findings, []);
    let nothing = desk.at("2026-11-26T08:30", &["reopen", "-v", "--lang", "en"]);
    assert_eq!(
        (nothing.code, nothing.out().as_str()),
        (0, "No night was closed too early.\n")
    );
}

#[test]
fn the_first_night_of_a_library_that_slept_asks_for_the_clock() {
    let desk = Desk::awaited();
    // Its battery was empty, or it says another year than the desks did.
    for moment in ["2027-01-23T01:15", "2032-11-21T01:15", "2020-01-02T01:15"] {
        let refused = desk.at(moment, &["run", "--format", "json"]);
        assert_eq!(
            (refused.code, code_of(&refused).as_str()),
            (3, "night.first"),
            "{moment}"
        );
    }
    // Who has looked at it names the day.
    let (code, answer) = desk.night("2032-11-21T01:15", &["--date", "2032-11-20", "--dry-run"]);
    assert_eq!((code, days(&answer)), (0, vec!["2032-11-20".to_owned()]));
    assert_eq!(desk.night("2027-01-22T01:15", &[]).0, 0);
}

#[test]
fn a_sunday_that_is_caught_up_is_looked_over_deeply() {
    let desk = Desk::awaited();
    desk.night("2026-11-21T01:15", &[]);
    // Closed on Mondays: nobody switches the machine on.
    for (moment, depth) in [
        ("2026-11-24T08:15", "deep"),
        ("2026-11-25T01:15", "pages"),
        ("2026-12-01T08:15", "deep"),
    ] {
        let (code, answer) = desk.night(moment, &[]);
        let last = days(&answer).len() - 1;
        assert_eq!(
            (code, &detail(&answer, last, "check")["depth"]),
            (0, &depth.into()),
            "{moment}"
        );
    }
}

#[test]
fn a_rehearsal_says_what_would_be_done() {
    let desk = Desk::awaited();
    desk.night("2026-11-21T01:15", &[]);
    let (before, files) = (desk.contents(), desk.files());
    let (code, answer) = desk.night("2026-11-26T01:15", &["--dry-run"]);
    assert_eq!((code, days(&answer).len()), (0, 5));
    assert_eq!(detail(&answer, 4, "backup")["folder"], desk.name("backups"));
    assert_eq!((desk.contents(), desk.files()), (before, files));
}

#[test]
fn a_step_that_fails_is_told_and_the_rest_goes_on() {
    for (lang, letter) in [
        ("id", file!["night/letter_id.txt"]),
        ("en", file!["night/letter_en.txt"]),
    ] {
        let desk = Desk::awaited();
        desk.set("night.backups", "disk");
        let failed = desk.at("2026-11-26T01:15", &["run", "--lang", lang]);
        assert_eq!((failed.code, failed.out().as_str()), (3, ""));
        assert_data_eq!(desk.sealed(&failed.err()), letter);
        let state = desk.library().last_night().unwrap().unwrap();
        assert_eq!(state.closed_at, None);
        let attention = || json(desk.text("reports/report-2026-11-25.json").as_bytes())["attention"].to_string();
        assert!(attention().contains("night-failed"), "{}", attention());
        // The next hour's run takes what is left, and is silent when that is done.
        fs::create_dir(desk.path("disk")).unwrap();
        let again = desk.at("2026-11-26T02:15", &["run", "--lang", lang]);
        assert_eq!((again.code, again.out() + &again.err()), (0, String::new()));
        let state = desk.library().last_night().unwrap().unwrap();
        assert_eq!(state.closed_at.as_deref(), Some("2026-11-26T02:15:00+07:00"));
        assert_eq!(fs::read_dir(desk.path("disk")).unwrap().count(), 2);
        assert!(!attention().contains("night-failed"), "{}", attention());
    }
}

#[test]
fn a_file_where_the_folder_should_be_is_named() {
    let desk = Desk::awaited();
    desk.file("backups", "not a folder");
    desk.file("reports", "not a folder");
    let (code, answer) = desk.night("2026-11-26T01:15", &[]);
    assert_eq!(code, 3);
    let night = &answer["nights"][0];
    let steps = outcomes(&answer, 0);
    assert_eq!(night["closed"], false);
    assert_eq!(
        steps[steps.len() - 3..],
        ["backup failed", "check done", "reports failed"]
    );
    let elsewhere = desk.at(
        "2026-11-26T02:15",
        &["run", "--backups", &desk.name("backups"), "--format", "json"],
    );
    assert_eq!((elsewhere.code, code_of(&elsewhere).as_str()), (3, "night.failed"));
    assert_says(&elsewhere.err(), &["night.not-a-folder"]);
    fs::create_dir(desk.path("elsewhere")).unwrap();
    let elsewhere = desk.name("elsewhere");
    let (code, answer) = desk.night("2026-11-26T03:15", &["--backups", &elsewhere, "-o", &elsewhere]);
    assert_eq!(
        (code, outcomes(&answer, 0)),
        (0, vec!["backup done".to_owned(), "reports done".to_owned()])
    );
    // A backup and its digest; the page in four forms, and that of the last day.
    assert_eq!(fs::read_dir(desk.path("elsewhere")).unwrap().count(), 7);
}

#[test]
fn a_backup_that_still_holds_everything_is_kept() {
    let desk = Desk::new();
    desk.at("2026-11-21T01:15", &["run"]);
    // As where the night was broken off between the backup and its mark.
    let unmark = "DROP TRIGGER night_closed_stays; DELETE FROM night_step WHERE step = 'backup'; \
        UPDATE night SET closed_at = NULL";
    rusqlite::Connection::open(desk.db())
        .unwrap()
        .execute_batch(unmark)
        .unwrap();
    let (code, answer) = desk.night("2026-11-21T02:15", &[]);
    let kept = detail(&answer, 0, "backup")["kept"].as_str().unwrap();
    assert_eq!((code, kept.contains("20261121-011500")), (0, true), "{kept}");
}

#[test]
fn a_damaged_file_is_not_a_quiet_night() {
    let desk = Desk::awaited();
    let conn = rusqlite::Connection::open(desk.db()).unwrap();
    conn.execute_batch("DROP TRIGGER journal_is_never_changed; UPDATE journal SET staff = 'budi' WHERE seq = 2")
        .unwrap();
    drop(conn);
    let failed = desk.at("2026-11-26T01:15", &["run"]);
    assert_eq!((failed.code, failed.out().as_str()), (3, ""));
    assert_says(
        &failed.err(),
        &[
            "Pemeriksaan berkas menemukan 2 hal",
            "2: Baris jurnal ini sudah diubah.",
            "library-db check --deep",
        ],
    );
    // What was not looked over well is no backup.
    assert_eq!(fs::read_dir(desk.path("backups")).unwrap().count(), 0);
    let (code, answer) = desk.night("2026-11-26T02:15", &[]);
    assert_eq!(
        (code, outcomes(&answer, 0)),
        (
            3,
            ["backup failed", "check failed", "reports done"]
                .map(str::to_owned)
                .to_vec()
        )
    );
}

#[test]
fn a_step_that_failed_holds_up_the_same_step_of_later_nights() {
    let desk = Desk::awaited();
    desk.night("2026-11-21T01:15", &[]);
    let conn = rusqlite::Connection::open(desk.db()).unwrap();
    let forbid = "CREATE TRIGGER forbidden BEFORE INSERT ON summary_day BEGIN SELECT RAISE(ABORT, 'forbidden'); END";
    conn.execute_batch(forbid).unwrap();
    let (code, answer) = desk.night("2026-11-30T01:15", &[]);
    assert_eq!((code, days(&answer).len()), (3, 9));
    let summaries = |night: usize| {
        let mut steps = outcomes(&answer, night).into_iter();
        steps.find(|step| step.starts_with("summaries")).unwrap()
    };
    assert_eq!(summaries(0), "summaries failed");
    assert!((1..9).all(|night| summaries(night) == "summaries waits"), "{answer}");
    assert_eq!(
        outcomes(&answer, 8)[..3],
        ["expire-holds done", "lapse-waiting done", "cut-history done"]
    );

    conn.execute_batch("DROP TRIGGER forbidden").unwrap();
    drop(conn);
    let (code, answer) = desk.night("2026-11-30T02:15", &[]);
    assert_eq!((code, days(&answer).len()), (0, 9));
    assert!(
        (0..9).all(|night| outcomes(&answer, night)[0] == "summaries done"),
        "{answer}"
    );
    let in_time = Desk::awaited();
    in_time.night("2026-11-21T01:15", &[]);
    in_time.night("2026-11-30T01:15", &[]);
    // Figures of days that were summed up meanwhile are counted again in the next night.
    desk.night("2026-12-01T01:15", &[]);
    in_time.night("2026-12-01T01:15", &[]);
    let without = ["night", "night_step", "notice", "notice_about", "journal", "counter"];
    let [late, in_time] = [desk, in_time].map(|desk| stored::contents(&desk.db(), &without));
    assert!(late == in_time, "{}", differences(&late, &in_time));
}

/// At a terminal a night that takes its time says what it is at; one that is quick says nothing on its way.
#[test]
fn at_a_terminal_the_step_is_shown() {
    if Command::new("/usr/bin/script").arg("--version").output().is_err() {
        return skipped("script, which makes a terminal, is not installed");
    }
    for (busy, shown) in [(true, true), (false, false)] {
        let desk = Desk::awaited();
        let queue = fs::File::options()
            .write(true)
            .open(desk.path("library.db.queue"))
            .unwrap();
        if busy {
            queue.lock().unwrap();
        }
        let program = program("nightly-report");
        let typed = format!("{} run --lang en", program.display());
        let mut run = desk.program("/usr/bin/script", &["-qec", &typed, "/dev/null"]);
        run.env("TERM", "xterm").stdin(Stdio::null()).stdout(Stdio::piped());
        let run = run.spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(1500));
        queue.unlock().unwrap();
        let screen = String::from_utf8_lossy(&run.wait_with_output().unwrap().stdout).into_owned();
        assert_eq!(screen.contains("Holds nobody came for, "), shown, "{screen}");
    }
}

#[test]
fn a_second_run_at_the_same_time_says_who_is_at_it() {
    let desk = Desk::awaited();
    // The first waits for its turn to write, which this test has: it is in the middle of its night.
    let queue = fs::File::options()
        .write(true)
        .open(desk.path("library.db.queue"))
        .unwrap();
    queue.lock().unwrap();
    let mut first = desk.program(program("nightly-report"), &["run"]);
    let mut first = first.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let word = || fs::read_to_string(desk.path("library.db.night")).unwrap_or_default();
    while !word().contains(&first.id().to_string()) {
        assert!(first.try_wait().unwrap().is_none(), "it has ended");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let mut second = desk.program(program("nightly-report"), &["run", "--lang", "en"]);
    let second = second.output().unwrap();
    let said = String::from_utf8(second.stderr).unwrap();
    assert_eq!(second.status.code(), Some(3), "{said}");
    assert_says(
        &said,
        &[
            "Another process is running",
            &format!("sari (process {}), since 20", first.id()),
        ],
    );
    drop(queue);
    assert_eq!(first.wait().unwrap().code(), Some(0));
    let mut third = desk.program(program("nightly-report"), &["run"]);
    assert_eq!(third.output().unwrap().status.code(), Some(0));
}
