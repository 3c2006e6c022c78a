//! Mails: to a real mail server on this machine, and to commands that misbehave.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use jiff::SignedDuration;
use pustaka_cli::run_in;
use pustaka_core::members::{ConsentKind, Field};
use pustaka_testkit::skipped::{judge, skipped};
use serde_json::{Value, json};

use crate::desk::{Desk, TITLE};

/// A file of this test.
fn script(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/mail").join(name);
    path.to_string_lossy().into_owned()
}

/// A mail server that keeps what it takes.
struct Server {
    process: Child,
    port: String,
}

impl Server {
    /// None where there is none to be had.
    fn start(desk: &Desk) -> Option<Server> {
        let library = judge("python/aiosmtpd")?;
        std::fs::create_dir(desk.path("post")).expect("a folder");
        let mut process = Command::new("python3")
            .args([script("server.py"), desk.name("post")])
            .env("PYTHONPATH", library.parent().expect("a folder"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python");
        let mut port = String::new();
        let out = process.stdout.take().expect("its output");
        BufReader::new(out).read_line(&mut port).expect("a port");
        Some(Server {
            process,
            port: port.trim().to_owned(),
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

/// What the mail program of Python reads in the mails that came.
fn read(desk: &Desk) -> Vec<Value> {
    let run = Command::new("python3")
        .args([script("read.py"), desk.name("post")])
        .output()
        .expect("python");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let text = String::from_utf8(run.stdout).expect("text");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

/// Four readers with something overdue on 28 November: one is reached, one is put off, one has a dead address and a
/// telephone, one has agreed to nothing.
fn readers() -> Desk {
    let desk = enrolled();
    desk.lend(&["A0001", "A0002", "A0003", "A0004"]);
    let made = desk.done_at("2026-11-29T00:00", &["create"]);
    assert_eq!(made["created"], 4, "{made}");
    desk
}

fn enrolled() -> Desk {
    let desk = Desk::new();
    desk.set("library.name", "Perpustakaan Kota Kediri – Ngasem");
    let all = [ConsentKind::Notices];
    for (name, mail, phone, consents) in [
        ("Siti Nurḥaliza", "siti@contoh.test", "0812 3456 7890", &all[..]),
        ("Budi", "later@contoh.test", "", &all),
        ("Tono", "gone@contoh.test", "0812 9999 0000", &all),
        ("Dewi", "dewi@contoh.test", "0812 8888 0000", &[]),
    ] {
        desk.reader(
            &[(Field::Name, name), (Field::Email, mail), (Field::Phone, phone)],
            consents,
        );
    }
    desk
}

#[test]
fn a_real_server_takes_them() {
    let desk = readers();
    let Some(server) = Server::start(&desk) else { return };
    let command = format!("python3 '{}' {}", script("sendmail.py"), server.port);
    let send = |moment: &str| desk.done_at(moment, &["send", "--command", &command]);

    let first = send("2026-11-29T09:00");
    assert_eq!(
        [&first["sent"], &first["later"], &first["failed"], &first["by_hand"]],
        [1, 1, 1, 2],
        "{first}"
    );
    let mails = read(&desk);
    assert_eq!(mails.len(), 1);
    let mail = &mails[0];
    assert_eq!(mail["defects"], json!([]));
    assert_eq!(
        mail["headers"],
        json!([
            "auto-submitted",
            "content-transfer-encoding",
            "content-type",
            "date",
            "from",
            "message-id",
            "mime-version",
            "subject",
            "to"
        ])
    );
    assert_eq!(mail["to"], "siti@contoh.test");
    assert_eq!(mail["envelope"], "siti@contoh.test");
    assert_eq!(mail["from"], "Perpustakaan Kota Kediri – Ngasem <pustaka@kediri.test>");
    assert_eq!(mail["auto"], "auto-generated");
    let id = mail["id"].as_str().expect("an id");
    assert!(
        id.starts_with("<notice.1.2026-11-29.") && id.ends_with("@kediri.test>"),
        "{id}"
    );
    assert_eq!(mail["date"], "2026-11-29T02:00:00+00:00");
    assert_eq!([&mail["type"], &mail["charset"]], ["text/plain", "utf-8"]);
    assert_eq!(mail["subject"], "1 buku sudah melewati tanggal kembali");
    let body = mail["body"].as_str().expect("a body").replace("\r\n", "\n");
    assert!(
        body.starts_with("Halo, Siti Nurḥaliza.\n\nMenurut catatan kami, 1 buku"),
        "{body}"
    );
    assert!(body.contains("Jumat, 27 November 2026"), "{body}");
    assert!(body.trim_end().ends_with("Perpustakaan Kota Kediri – Ngasem"), "{body}");
    assert!(!body.contains(TITLE));

    // What is put off waits; what is refused goes on to WhatsApp; without consent and address nothing reaches Dewi.
    assert_eq!(
        desk.standing("2026-11-29T09:01", &[]),
        [
            "2 A0002 mail later",
            "3 A0003 whatsapp waiting",
            "4 A0004 - undeliverable",
        ]
    );
    assert_eq!(send("2026-11-29T09:10")["sent"], 0, "not before a quarter of an hour");
    let later = send("2026-11-29T09:16");
    assert_eq!(
        [&later["sent"], &later["later"], &later["failed"]],
        [1, 0, 0],
        "{later}"
    );
    assert_eq!(read(&desk).len(), 2);
    assert_eq!(send("2026-11-29T12:00")["sent"], 0, "each once");
    assert_eq!(
        desk.standing("2026-11-29T12:00", &["--day", "2026-11-29"])[..2],
        ["1 A0001 mail sent", "2 A0002 mail sent",]
    );
    // The address of exit code 67 is bad until it is changed, for every notice.
    assert_eq!(desk.done_at("2026-12-05T00:00", &["create"])["created"], 4);
    assert_eq!(
        desk.standing("2026-12-05T09:00", &["--channel", "mail"]),
        ["5 A0001 mail waiting", "6 A0002 mail waiting",]
    );
}

/// The server puts one reader off (451) and refuses another (550). msmtp ends with 69 for the one and 65 for the other, so
/// that both go on to the next channel; with `--later 69` the one is tried again.
#[test]
fn msmtp_delivers_to_it() {
    if !Command::new("msmtp")
        .arg("--version")
        .output()
        .is_ok_and(|run| run.status.success())
    {
        return skipped("msmtp is not installed");
    }
    for (later, counts, budi) in [
        (&[][..], [1, 0, 2], "2 A0002 - undeliverable"),
        (&["--later", "69"], [1, 1, 1], "2 A0002 mail later"),
    ] {
        let desk = readers();
        let Some(server) = Server::start(&desk) else { return };
        let msmtp = format!(
            "msmtp --host=127.0.0.1 --port={} --from=pustaka@kediri.test --auth=off --tls=off -t",
            server.port
        );
        let send = ["send", "--command", &msmtp];
        let done = desk.done_at("2026-11-29T09:00", &[&send, later].concat());
        assert_eq!(
            [&done["sent"], &done["later"], &done["failed"]],
            counts,
            "{later:?}: {done}"
        );
        assert_eq!(
            desk.standing("2026-11-29T09:01", &[])[..2],
            [budi, "3 A0003 whatsapp waiting"]
        );
        let mails = read(&desk);
        assert_eq!((mails.len(), &mails[0]["defects"]), (1, &json!([])));
        assert!(mails[0]["body"].as_str().expect("a body").contains("Nurḥaliza"));
    }
}

/// Four more tries, each further away, and then the next channel. One that is sent in between is over.
#[test]
fn what_is_put_off_is_tried_five_times() {
    let desk = Desk::new();
    desk.reader(
        &[
            (Field::Name, "Siti"),
            (Field::Email, "siti@contoh.test"),
            (Field::Phone, "0812 3456 7890"),
        ],
        &[ConsentKind::Notices],
    );
    desk.lend(&["A0001"]);
    desk.done_at("2026-11-29T00:00", &["create"]);
    let tried = |moment: &str, counts: [u64; 2], stands: &str| {
        let done = desk.done_at(moment, &["send", "--command", "sh -c 'exit 75'"]);
        assert_eq!([&done["later"], &done["failed"]], counts, "{moment}: {done}");
        assert_eq!(desk.standing(moment, &[]), [format!("1 A0001 {stands}")], "{moment}");
    };
    let later = "mail later";
    for (before, at) in [
        ("2026-11-29T08:59", "2026-11-29T09:00"),
        ("2026-11-29T09:14", "2026-11-29T09:15"),
        ("2026-11-29T10:14", "2026-11-29T10:15"),
        ("2026-11-29T14:14", "2026-11-29T14:15"),
    ] {
        if at != "2026-11-29T09:00" {
            tried(before, [0, 0], later);
        }
        tried(at, [1, 0], later);
    }
    tried("2026-11-30T14:14", [0, 0], later);
    tried("2026-11-30T14:15", [0, 1], "whatsapp waiting");
}

#[test]
fn quiet_hours_a_cap_and_a_rehearsal() {
    let desk = readers();
    let command = ["send", "--command", "cat"];
    let quiet = desk.at("2026-11-29T06:59", "", &command);
    assert_eq!(
        (quiet.code, quiet.out(), quiet.err()),
        (0, String::new(), String::new()),
        "silent in cron"
    );
    assert_eq!(desk.done_at("2026-11-29T20:00", &command)["quiet_until"], "07:00");
    let looked = desk.done_at("2026-11-29T09:00", &["send", "--command", "cat", "--dry-run"]);
    assert_eq!([&looked["sent"], &looked["dry_run"]], [&json!(3), &json!(true)]);
    let capped = desk.done_at("2026-11-29T09:00", &["send", "--command", "cat", "--limit", "1"]);
    assert_eq!([&capped["sent"], &capped["left"]], [1, 2]);
    desk.set("notice.cap", "1");
    let capped = desk.done_at("2026-11-29T09:00", &["send", "--command", "cat", "--limit", "5"]);
    assert_eq!([&capped["sent"], &capped["left"]], [1, 1]);
    let cron = desk.at("2026-11-29T09:05", "", &command);
    assert_eq!(
        (cron.code, cron.out(), cron.err()),
        (0, String::new(), String::new()),
        "silent in cron"
    );
}

/// A run that begins before it is quiet and goes on into it: what was not handed over by then waits for the morning.
#[test]
fn it_becomes_quiet_while_a_run_goes_on() {
    let desk = readers();
    let mut world = desk.world().with_pace(SignedDuration::from_mins(10));
    world.now = "2026-11-29T19:30:00+07:00".parse().expect("a moment");
    let args = ["send", "--command", "cat", "--format", "json"];
    let run = run_in(&notice_outbox::TOOL, args, world);
    assert_eq!(run.code, 0, "{}", run.err());
    let done = pustaka_testkit::answer::json(&run.stdout);
    assert_eq!(
        [&done["sent"], &done["left"], &done["quiet_until"]],
        [&json!(1), &json!(2), &json!("07:00")]
    );
    let rows = desk.standing("2026-11-29T20:30", &["--channel", "mail"]);
    assert_eq!(rows, ["2 A0002 mail waiting", "3 A0003 mail waiting"]);
    // The answer has the moment at which it came.
    let conn = rusqlite::Connection::open(desk.db()).expect("the file");
    let sql = "SELECT ended_at FROM notice WHERE state = 'sent'";
    let sent: String = conn.query_row(sql, [], |row| row.get(0)).expect("one");
    assert_eq!(sent, "2026-11-29T19:50:00+07:00");
}

#[test]
fn what_is_not_set_or_not_there_is_said() {
    let desk = readers();
    let failed = |args: &[&str], code: u8, word: &str| {
        let finished = desk.at("2026-11-29T09:00", "", &[args, &["--format", "json"]].concat());
        assert_eq!(finished.code, code, "{}", finished.err());
        assert!(finished.err().contains(word), "{}", finished.err());
    };
    failed(&["send", "--command", "a 'b"], 2, "send.bad-command");
    for command in ["/no/such/program -t", "sh -c no-such-program", "sh -c /etc"] {
        failed(&["send", "--command", command], 3, "send.not-run");
    }
    assert_eq!(
        desk.standing("2026-11-29T09:00", &["--channel", "mail"]).len(),
        3,
        "nothing was begun"
    );
    // A signal is no word on the mail: it may have gone out before.
    failed(&["send", "--command", "sh -c 'kill -9 $$'"], 3, "send.killed");
    assert_eq!(
        desk.standing("2026-11-29T09:00", &["--state", "unknown"]),
        ["1 A0001 mail unknown"]
    );
    assert_eq!(desk.at("2026-11-29T09:00", "", &["mark", "1", "--again"]).code, 0);
    // The command hangs: it is ended, the run stops, and only this one is unknown.
    failed(
        &["send", "--command", "sh -c 'sleep 30'", "--timeout", "1"],
        3,
        "send.no-answer",
    );
    assert_eq!(
        desk.standing("2026-11-29T09:00", &["--state", "unknown"]),
        ["1 A0001 mail unknown"]
    );
    // It is not sent again by itself, but when somebody says so.
    assert_eq!(
        desk.done_at("2026-11-29T09:00", &["send", "--command", "cat"])["sent"],
        2
    );
    assert_eq!(
        desk.done_at("2026-11-29T09:00", &["mark", "1", "--again"])["marked"],
        json!([1])
    );
    assert_eq!(
        desk.done_at("2026-11-29T09:00", &["send", "--command", "cat"])["sent"],
        1
    );
}

#[test]
fn a_sender_is_needed_where_a_mail_waits() {
    let desk = Desk::new();
    desk.set("notice.from", "");
    let send = ["send", "--command", "cat"];
    let cron = desk.at("2026-11-29T09:00", "", &send);
    assert_eq!(
        (cron.code, cron.out(), cron.err()),
        (0, String::new(), String::new()),
        "nothing is to be sent"
    );
    let desk = readers();
    desk.set("notice.from", "");
    for args in [&send[..], &["send", "--dry-run"]] {
        let refused = desk.at("2026-11-29T09:00", "", &[args, &["--format", "json"]].concat());
        assert_eq!(refused.code, 1, "{}", refused.err());
        assert!(refused.err().contains("notice.no-sender"), "{}", refused.err());
    }
}

/// A sender that the setting takes can send; and one that was stored all the same is not held against the readers.
#[test]
fn a_bad_sender_is_nobody_elses_fault() {
    let desk = Desk::new();
    desk.reader(
        &[(Field::Name, "Siti"), (Field::Email, "siti@contoh.test")],
        &[ConsentKind::NoticesMail],
    );
    desk.lend(&["A0001"]);
    desk.done_at("2026-11-29T00:00", &["create"]);
    for (address, fits) in [
        ("info.@kota.go.id", false),
        (".info@kota.go.id", false),
        ("in..fo@kota.go.id", false),
        ("info@-kota.go.id", false),
        ("info@kota_.go.id", false),
        ("info+pustaka@perpus-kota.go.id", true),
        ("o'neil@kota.go.id", true),
    ] {
        assert_eq!(desk.takes("notice.from", address), fits, "{address}");
        assert!(!fits || pustaka_formats::mail::is_address(address), "{address}");
    }
    desk.sql("UPDATE setting SET value = 'info.@kota.go.id' WHERE key = 'notice.from'");
    let finished = desk.at(
        "2026-11-29T09:00",
        "",
        &["send", "--command", "cat", "--format", "json"],
    );
    assert_eq!(finished.code, 1);
    assert!(finished.err().contains("notice.bad-sender"), "{}", finished.err());
    assert!(
        finished.err().contains("library-db settings notice.from"),
        "{}",
        finished.err()
    );
    desk.set("notice.from", "info@kota.go.id");
    assert_eq!(
        desk.done_at("2026-11-29T09:00", &["send", "--command", "cat"])["sent"],
        1
    );
}

#[test]
fn a_command_may_not_take_longer_than_a_run_that_is_cut_off() {
    let desk = Desk::new();
    for (seconds, code) in [("600", 0), ("601", 2), ("0", 2)] {
        let finished = desk.at(
            "2026-11-29T09:00",
            "",
            &["send", "--command", "cat", "--timeout", seconds],
        );
        assert_eq!(finished.code, code, "{seconds}: {}", finished.err());
    }
}

/// `kill -9` while the command runs: the mail is neither lost nor sent twice, it is shown.
#[test]
fn a_killed_run_leaves_an_unknown() {
    // The clock of the machine is later than this, so that the program takes the moment.
    let desk = enrolled();
    desk.lend_at("2026-11-10T09:00", &["A0001", "A0002", "A0003", "A0004"]);
    assert_eq!(desk.done_at("2026-11-18T00:00", &["create"])["created"], 4);
    let args = [
        "send",
        "--at",
        "2026-11-18T09:00",
        "--command",
        "sh -c 'cat >/dev/null; touch begun; sleep 20'",
    ];
    let mut run = desk
        .program(env!("CARGO_BIN_EXE_notice-outbox"), &args)
        .env("PATH", "/usr/bin:/bin")
        .spawn()
        .expect("a run");
    let until = std::time::Instant::now() + std::time::Duration::from_secs(60);
    while !desk.path("begun").exists() {
        assert!(std::time::Instant::now() < until, "never begun");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    run.kill().expect("killed");
    run.wait().expect("gone");
    assert_eq!(
        desk.standing("2026-11-18T09:05", &["--state", "sending"]),
        ["1 A0001 mail sending"]
    );
    let next = desk.at("2026-11-18T09:20", "", &["send", "--command", "cat"]);
    assert_eq!(next.code, 0);
    assert!(next.err().contains(": 1."), "it is said: {}", next.err());
    assert_eq!(
        desk.standing("2026-11-18T09:20", &["--state", "unknown"]),
        ["1 A0001 mail unknown"]
    );
    assert_eq!(
        desk.standing("2026-11-18T09:20", &["--day", "2026-11-18", "--state", "sent"])
            .len(),
        2
    );
}
