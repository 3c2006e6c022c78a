//! The shipped program and what its streams can do to it.

use std::fs::File;
use std::io::Read;
use std::process::Stdio;

use crate::desk::Desk;

const HELP: [&[&str]; 5] = [
    &["--help"],
    &["help"],
    &["help", "dates"],
    &["backup", "--help"],
    &["completions", "bash"],
];

#[test]
fn a_reader_who_goes_away_is_no_error() {
    let desk = Desk::new();
    for args in HELP
        .iter()
        .copied()
        .chain([&["settings"][..], &["--version"], &["check", "-v"]])
    {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let run = desk
            .program(args)
            .stdout(writer)
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        assert_eq!(
            run.status.code(),
            Some(0),
            "{args:?}: {}",
            String::from_utf8_lossy(&run.stderr)
        );
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(!said.contains("kesalahan"), "{args:?}: {said}");
    }
}

#[test]
fn a_full_disk_behind_standard_output_is_exit_3_with_a_sentence() {
    let desk = Desk::new();
    for args in HELP
        .iter()
        .copied()
        .chain([&["settings"][..], &["--version"], &["check", "-v"]])
    {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let run = desk.program(args).stdout(full).stderr(Stdio::piped()).output().unwrap();
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(3), "{args:?}: {said}");
        assert!(
            said.contains("Hasil tidak dapat ditulis ke keluaran standar.\n  sebab: Diska penuh."),
            "{said}"
        );
    }
}

#[test]
fn work_that_is_stored_is_not_called_failed_when_only_its_report_is() {
    let desk = Desk::new();
    let full = File::options().write(true).open("/dev/full").unwrap();
    let args = ["settings", "backup.keep-daily", "14", "-v"];
    let run = desk.program(&args).stdout(full).output().unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(3), "{said}");
    assert!(said.contains("sudah selesai dan tersimpan"), "{said}");
    assert!(desk.run(&["settings", "backup.keep-daily"]).out().contains("14"));
}

#[test]
fn standard_output_that_is_closed_is_nobody_reading() {
    let desk = Desk::new();
    let line = format!(
        "'{}' --help >&- && '{}' settings >&-",
        crate::desk::PROGRAM,
        crate::desk::PROGRAM
    );
    let mut shell = std::process::Command::new("/bin/sh");
    let run = shell.args(["-c", &line]).env("PUSTAKA_DB", desk.db()).output().unwrap();
    assert_eq!(run.status.code(), Some(0), "{}", String::from_utf8_lossy(&run.stderr));
}

/// A run that waits for its turn to write, because the test holds the queue.
fn interrupted_by(signal: &str) -> i32 {
    let desk = Desk::new();
    let queue = desk.path("library.db.queue");
    let held = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(queue)
        .unwrap();
    held.lock().unwrap();
    // Whoever started these tests may ignore the signal, and so would the run.
    let settings = [
        "--default-signal",
        crate::desk::PROGRAM,
        "settings",
        "library.name",
        "Lain",
    ];
    let mut run = pustaka_testkit::desk::Desk::program(&desk, "/usr/bin/env", &settings)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_eq!(run.try_wait().unwrap(), None, "the run waits for its turn");
    let sent = std::process::Command::new("/bin/sh")
        .args(["-c", &format!("kill -{signal} {}", run.id())])
        .status()
        .unwrap();
    assert!(sent.success());
    let ended = run.wait().unwrap();
    let mut said = String::new();
    run.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(!said.contains("panicked"), "{said}");
    drop(held);
    assert!(
        desk.run(&["settings", "library.name"])
            .out()
            .contains("Perpustakaan Uji")
    );
    assert_eq!(desk.run(&["check", "--deep"]).code, 0);
    ended.code().expect("ended by itself")
}

#[test]
fn a_signal_ends_the_run_with_its_code_and_nothing_half_done() {
    assert_eq!(interrupted_by("INT"), 130);
    assert_eq!(interrupted_by("TERM"), 143);
    assert_eq!(interrupted_by("HUP"), 129);
}

#[test]
fn a_signal_that_is_ignored_on_purpose_stays_ignored() {
    let line = format!(
        "trap '' HUP; '{}' settings library.name Lain & sleep 0.3; kill -HUP $!; sleep 0.2; kill -0 $! && kill -TERM $!; wait $!",
        crate::desk::PROGRAM
    );
    let desk = Desk::new();
    let held = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(desk.path("library.db.queue"))
        .unwrap();
    held.lock().unwrap();
    let mut shell = std::process::Command::new("/bin/sh");
    let run = shell
        .args(["-c", &line])
        .env("PUSTAKA_DB", desk.db())
        .env("PUSTAKA_STAFF", "sari")
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(143), "{}", String::from_utf8_lossy(&run.stderr));
}
