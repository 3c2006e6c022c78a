//! A command that refuses mails: whose fault it is, and what follows.

use pustaka_core::members::{ConsentKind, Field};

use crate::desk::Desk;

/// So many readers with something overdue, who are reached by mail alone.
fn many(readers: usize) -> Desk {
    let desk = Desk::new();
    let cards: Vec<String> = (1..=readers).map(|number| format!("A{number:04}")).collect();
    for card in &cards {
        let mail = format!("{card}@contoh.test");
        desk.reader(
            &[(Field::Name, "Siti"), (Field::Email, &mail)],
            &[ConsentKind::NoticesMail],
        );
    }
    desk.lend(&cards.iter().map(String::as_str).collect::<Vec<_>>());
    desk.done_at("2026-11-29T00:00", &["create"]);
    desk
}

#[test]
fn a_command_that_refuses_everything_is_not_believed() {
    let desk = many(8);
    let finished = desk.at(
        "2026-11-29T09:00",
        "",
        &["send", "--command", "sh -c 'echo bad config >&2; exit 78'"],
    );
    assert_eq!(finished.code, 3);
    assert!(finished.err().contains("bad config"), "{}", finished.err());
    assert_eq!(
        desk.standing("2026-11-29T09:00", &["--channel", "mail"]).len(),
        8,
        "the rest waits, and so do those that were refused before it was plain whose fault it is"
    );
    // Doubted, it is tried with one mail a run.
    let again = desk.at("2026-11-29T09:10", "", &["send", "--command", "sh -c 'exit 67'"]);
    assert_eq!(again.code, 3, "{}", again.err());
    assert!(again.err().contains(" 6 "), "{}", again.err());
    let sent = desk.at(
        "2026-11-29T09:30",
        "",
        &["send", "--command", "true", "--format", "json"],
    );
    assert_eq!(
        (sent.code, pustaka_testkit::answer::json(&sent.stdout)["sent"].as_i64()),
        (0, Some(8))
    );
    let known = desk.done_at(
        "2026-11-29T09:10",
        &["bounces", "--works", "a0001@contoh.test", "--dry-run"],
    );
    assert_eq!(known["addresses"][0]["known"], false, "no address is bad for it");
}

/// A library that sends a mail or two an hour is stopped too; what it refused in earlier runs waits as mails again.
#[test]
fn refusals_are_counted_over_the_runs() {
    let desk = many(8);
    let send = |moment: &str, command: &str, more: &[&str]| {
        let args = [&["send", "--command", command, "--format", "json"], more].concat();
        desk.at(moment, "", &args).code
    };
    let refuse = "sh -c 'exit 67'";
    let mailed = |moment: &str| desk.standing(moment, &["--channel", "mail"]).len();
    for (hour, code, waiting) in [("09", 0, 6), ("10", 0, 4), ("11", 3, 8), ("12", 3, 8)] {
        let moment = format!("2026-11-29T{hour}:00");
        assert_eq!(send(&moment, refuse, &["--limit", "2"]), code, "{hour}");
        assert_eq!(mailed(&moment), waiting, "{hour}");
    }
    // One that goes out ends the doubt, one that is put off doesn't.
    assert_eq!(send("2026-11-29T12:10", "sh -c 'exit 75'", &["--limit", "1"]), 0);
    assert_eq!(send("2026-11-29T12:20", refuse, &["--limit", "1"]), 3);
    assert_eq!(send("2026-11-29T12:30", "cat", &["--limit", "1"]), 0);
    assert_eq!(send("2026-11-29T12:40", refuse, &["--limit", "1"]), 0);
    assert_eq!(mailed("2026-11-29T12:40"), 6);
}

/// Somebody has looked, and the addresses are at fault: the refusals stand, and are no reason to doubt later.
#[test]
fn refusals_that_were_looked_at_stand() {
    let desk = many(8);
    let send = |moment: &str, more: &[&str]| {
        let args = [&["send", "--command", "sh -c 'exit 67'"], more].concat();
        desk.at(moment, "", &args).code
    };
    let mailed = |moment: &str| desk.standing(moment, &["--channel", "mail"]).len();
    assert_eq!((send("2026-11-29T09:00", &[]), mailed("2026-11-29T09:00")), (3, 8));
    let looked = send("2026-11-29T09:10", &["--go-on", "--limit", "6"]);
    assert_eq!((looked, mailed("2026-11-29T09:10")), (0, 2));
    assert_eq!((send("2026-11-29T10:00", &[]), mailed("2026-11-29T10:00")), (0, 0));
    desk.done_at("2026-12-05T00:00", &["create"]);
    assert_eq!(
        mailed("2026-12-05T09:00"),
        0,
        "the addresses are bad until they are changed"
    );
}

/// That a program finds no server is not the reader's fault: the address stays good.
#[test]
fn a_server_that_is_not_found_makes_no_address_bad() {
    let desk = many(1);
    let sent = desk.done_at("2026-11-29T09:00", &["send", "--command", "sh -c 'exit 68'"]);
    assert_eq!(sent["failed"], 1);
    assert_eq!(
        desk.standing("2026-11-29T09:00", &["--state", "undeliverable"]),
        ["1 A0001 - undeliverable"]
    );
    desk.done_at("2026-12-05T00:00", &["create"]);
    assert_eq!(
        desk.standing("2026-12-05T09:00", &[]),
        ["2 A0001 mail waiting"],
        "the next step goes by mail"
    );
}
