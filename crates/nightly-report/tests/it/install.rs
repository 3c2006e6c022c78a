//! The schedule that is printed: cron and systemd read it.

use std::fs;
use std::process::Command;

use pustaka_testkit::answer::code_of;
use pustaka_testkit::skipped::skipped;
use pustaka_testkit::workspace::program;
use serde_json::Value;
use snapbox::{assert_data_eq, file};

use crate::desk::Desk;

/// A library in a folder whose name means something to a shell, to cron and to systemd.
fn awkward() -> (Desk, String) {
    let desk = Desk::new();
    fs::create_dir(desk.path("100% Kota $HOME")).unwrap();
    let db = desk.name("100% Kota $HOME/library.db");
    fs::rename(desk.db(), &db).unwrap();
    (desk, db)
}

fn schedule(desk: &Desk, db: &str, lang: &str) -> Value {
    desk.done(&nightly_report::TOOL, &["install", "--db", db, "--lang", lang])
}

/// The times of a crontab line, each field within its bounds, and its command as the shell gets it.
fn parsed(line: &str) -> ([Vec<u32>; 5], String) {
    assert!(!line.contains('\n') && line.len() < 998, "{line}");
    let mut fields = line.splitn(6, ' ');
    let times = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 7)].map(|(least, most)| {
        let field = fields.next().unwrap();
        let number = |text: &str| {
            let number: u32 = text.parse().unwrap();
            assert!((least..=most).contains(&number), "{line}");
            number
        };
        match field.split_once('-') {
            _ if field == "*" => (least..=most).collect(),
            Some((first, last)) => (number(first)..=number(last)).collect(),
            None => vec![number(field)],
        }
    });
    let command = fields.next().unwrap();
    let bare = command.replace(r"\%", "");
    assert!(!bare.contains('%'), "cron ends the line at a bare %: {line}");
    (times, command.replace(r"\%", "%"))
}

#[test]
fn cron_runs_it_every_hour_of_the_early_morning() {
    let (desk, db) = awkward();
    let schedule = schedule(&desk, &db, "id");
    let ([minutes, hours, days, months, weekdays], command) = parsed(schedule["crontab"].as_str().unwrap());
    assert_eq!((minutes, hours), (vec![15], (1..=9).collect()));
    assert_eq!((days.len(), months.len(), weekdays.len()), (31, 12, 8));
    // In process the program is the test itself; what stands behind it is what cron runs.
    let own = std::env::current_exe().unwrap().canonicalize().unwrap();
    let rest = command.strip_prefix(own.to_str().unwrap()).unwrap();
    let shipped = format!("'{}'{rest}", program("nightly-report").display());
    let mut shell = Command::new("/bin/sh");
    shell
        .args(["-c", &shipped])
        .env_clear()
        .env("PUSTAKA_FORCE_FILE_SYSTEM", "1");
    let ended = shell.current_dir("/").output().unwrap();
    assert_eq!(
        (ended.status.code(), ended.stdout, ended.stderr),
        (Some(0), vec![], vec![]),
        "{shipped}"
    );
    assert!(desk.path("100% Kota $HOME/backups").is_dir());
}

/// A command as a shell reads it, without its program.
fn arguments(command: &str) -> Vec<String> {
    let (_, arguments) = command.split_once(' ').unwrap();
    let line = format!("printf '%s\\n' {arguments}");
    let told = Command::new("/bin/sh").args(["-c", &line]).output().unwrap();
    let text = String::from_utf8(told.stdout).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn cron_sends_the_mails_by_day_and_hears_nothing_where_there_are_none() {
    let (desk, db) = awkward();
    let mail = &schedule(&desk, &db, "en")["mail"];
    let own = std::env::current_exe().unwrap().canonicalize().unwrap();
    let sender = own.with_file_name("notice-outbox");
    assert_eq!(mail["program"], sender.to_str().unwrap());
    let ([minutes, hours, days, months, weekdays], command) = parsed(mail["crontab"].as_str().unwrap());
    // The quiet hours, as they are set from the beginning, are over.
    assert_eq!((minutes, hours), (vec![15], (7..=19).collect()));
    assert_eq!((days.len(), months.len(), weekdays.len()), (31, 12, 8));
    assert!(command.starts_with(sender.to_str().unwrap()), "{command}");
    let arguments = arguments(&command);
    let typed = [
        "send",
        "--command",
        "/usr/sbin/sendmail -t -i",
        "--db",
        &db,
        "--lang",
        "en",
    ];
    assert_eq!(arguments, typed);
    // No sender is set, and there is nothing to be sent.
    let sent = desk.run(&notice_outbox::TOOL, &typed);
    assert_eq!((sent.code, sent.out(), sent.err()), (0, String::new(), String::new()));
    let alone = desk.run(
        &nightly_report::TOOL,
        &["install", "mail-cron", "--db", &db, "--lang", "en"],
    );
    assert_eq!(alone.out(), format!("{}\n", mail["crontab"].as_str().unwrap()));
}

#[test]
fn systemd_takes_the_units() {
    let (desk, db) = awkward();
    let schedule = schedule(&desk, &db, "en");
    let own = std::env::current_exe().unwrap().canonicalize().unwrap();
    let sender = own.with_file_name("notice-outbox");
    let mut paths = Vec::new();
    for part in ["service", "timer", "mail-service", "mail-timer"] {
        let unit = match part.strip_prefix("mail-") {
            Some(unit) => &schedule["mail"][unit],
            None => &schedule[part],
        };
        let alone = desk.run(&nightly_report::TOOL, &["install", part, "--db", &db, "--lang", "en"]);
        assert_eq!(alone.out(), unit["text"].as_str().unwrap());
        // Beside the test itself nothing is installed.
        let there = alone.out().replace(sender.to_str().unwrap(), own.to_str().unwrap());
        paths.push(desk.file(unit["file"].as_str().unwrap(), there));
    }
    let files = paths.iter().map(|path| path.rsplit('/').next().unwrap());
    let files: Vec<&str> = files.collect();
    assert_eq!(
        files,
        [
            "pustaka-night.service",
            "pustaka-night.timer",
            "pustaka-mail.service",
            "pustaka-mail.timer"
        ]
    );
    let verified = match Command::new("systemd-analyze").arg("verify").args(&paths).output() {
        Ok(verified) => verified,
        Err(error) => return skipped(&format!("systemd-analyze: {error}")),
    };
    let said = String::from_utf8_lossy(&verified.stderr);
    // Other units of the machine may have faults of their own.
    let ours: Vec<&str> = said.lines().filter(|line| line.contains("pustaka-")).collect();
    assert!(ours.is_empty(), "{said}");
    // And it does find what is wrong: a control.
    let wrong = desk.file("pustaka-night.timer", "[Timer]\nOnCalendar=*-*-* 25:15:00\n");
    let control = Command::new("systemd-analyze")
        .args(["verify", &wrong])
        .output()
        .unwrap();
    assert!(
        String::from_utf8_lossy(&control.stderr).contains("calendar specification"),
        "{control:?}"
    );
}

#[test]
fn what_is_printed_explains_itself() {
    for (lang, printed) in [("id", file!["install/all_id.txt"]), ("en", file!["install/all_en.txt"])] {
        let desk = Desk::new();
        let told = desk.run(&nightly_report::TOOL, &["install", "--lang", lang]);
        let own = std::env::current_exe().unwrap().canonicalize().unwrap();
        let user = schedule(&desk, desk.db().to_str().unwrap(), lang)["user"]
            .as_str()
            .unwrap()
            .to_owned();
        let text = desk
            .sealed(&told.out())
            .replace(own.to_str().unwrap(), "/usr/local/bin/nightly-report")
            .replace(own.parent().unwrap().to_str().unwrap(), "/usr/local/bin");
        let text = text
            .replace(&format!(" {user},"), " [USER],")
            .replace(&format!(" {user} "), " [USER] ");
        assert_data_eq!(text.replace(&format!("User={user}"), "User=[USER]"), printed);
    }
}

#[test]
fn a_library_that_is_not_there_or_has_no_printable_name_is_refused() {
    let desk = Desk::new();
    let missing = desk.run(
        &nightly_report::TOOL,
        &["install", "--db", &desk.name("nothing.db"), "--format", "json"],
    );
    assert_eq!((missing.code, code_of(&missing).as_str()), (3, "file.missing"));
    let forged = desk.name("a\n* * * * * reboot.db");
    fs::rename(desk.db(), &forged).unwrap();
    let refused = desk.run(&nightly_report::TOOL, &["install", "--db", &forged, "--format", "json"]);
    assert_eq!((refused.code, code_of(&refused).as_str()), (2, "install.name"));
}
