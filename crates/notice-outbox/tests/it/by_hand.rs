//! What people do: marking, clicking through, calling; and mail that came back.

use pustaka_core::members::{ConsentKind, Field};
use pustaka_core::values::ids::MemberId;
use serde_json::json;

use crate::desk::Desk;

const DAY: &str = "2026-11-29T09:00";

#[test]
fn the_help_pages_lack_nothing() {
    assert_eq!(pustaka_cli::help_gaps(&notice_outbox::TOOL), Vec::<String>::new());
}

/// Siti by WhatsApp, Budi by letter, Tono by text message, Dewi by mail.
fn readers() -> Desk {
    let desk = Desk::new();
    let phone = "0812 3456 7890";
    desk.reader(
        &[(Field::Name, "Siti"), (Field::Phone, phone)],
        &[ConsentKind::NoticesWhatsapp],
    );
    desk.reader(
        &[
            (Field::Name, "Budi"),
            (Field::Address, "Jl. Dhoho 1"),
            (Field::City, "Kediri"),
        ],
        &[],
    );
    desk.reader(
        &[(Field::Name, "Tono"), (Field::Phone, phone)],
        &[ConsentKind::NoticesText],
    );
    desk.reader(
        &[
            (Field::Name, "Dewi"),
            (Field::Email, "dewi@contoh.test"),
            (Field::Phone, phone),
        ],
        &[ConsentKind::Notices],
    );
    desk.lend(&["A0001", "A0002", "A0003", "A0004"]);
    desk.done_at("2026-11-29T00:00", &["create"]);
    desk
}

#[test]
fn each_by_the_channel_they_agreed_to() {
    let desk = readers();
    assert_eq!(
        desk.standing(DAY, &[]),
        [
            "1 A0001 whatsapp waiting",
            "2 A0002 print waiting",
            "3 A0003 text waiting",
            "4 A0004 mail waiting",
        ]
    );
    assert_eq!(
        desk.done_at(DAY, &["create"])["created"],
        0,
        "a second run finds nothing"
    );
    desk.set("notice.print-consent", "1");
    desk.set("notice.channels", "text,whatsapp,mail,print");
    assert_eq!(
        desk.standing(DAY, &[]),
        [
            "1 A0001 whatsapp waiting",
            "2 A0002 - undeliverable",
            "3 A0003 text waiting",
            "4 A0004 text waiting",
        ]
    );
    let calls = desk.done_at(DAY, &["text", "--calls"]);
    assert_eq!(calls["messages"][0]["card"], "A0002");
    assert_eq!(desk.done_at(DAY, &["mark", "2", "--sent"])["marked"], json!([2]));
    assert_eq!(desk.standing(DAY, &["--state", "sent"]), ["2 A0002 text sent"]);
}

#[test]
fn marks() {
    let desk = readers();
    let marked = desk.done_at(DAY, &["mark", "1", "--failed"]);
    assert_eq!(marked["marked"], json!([1]));
    assert_eq!(
        desk.standing(DAY, &["--state", "undeliverable"]),
        ["1 A0001 - undeliverable"]
    );
    let finished = desk.at(DAY, "", &["mark", "1-2", "99", "--sent", "--format", "json"]);
    assert_eq!(finished.code, 1);
    let answer: serde_json::Value = serde_json::from_slice(&finished.stdout).expect("JSON");
    assert_eq!(answer["marked"], json!([1, 2]));
    assert_eq!(
        answer["not_marked"],
        json!([{ "number": 99, "code": "notice.not-found" }])
    );
    assert_eq!(desk.at(DAY, "", &["mark", "1", "--sent"]).code, 1, "it is over");
    assert_eq!(
        desk.at(DAY, "", &["mark", "3", "--again"]).code,
        1,
        "nothing is unknown"
    );
    assert_eq!(desk.at(DAY, "", &["mark", "x", "--sent"]).code, 2);
    assert_eq!(desk.at(DAY, "", &["mark", "--sent"]).code, 2);
    assert_eq!(desk.at(DAY, "", &["mark", "3"]).code, 2);
}

#[test]
fn the_page_the_clerk_and_the_letters() {
    let desk = readers();
    let page = desk.name("wa.html");
    assert_eq!(desk.at(DAY, "", &["page", "-o", &page]).code, 0);
    let finished = desk.at(DAY, "", &["mark", "--sent", "--on-page", &page, "--format", "json"]);
    assert_eq!(finished.code, 0, "{}", finished.err());
    assert_eq!(
        desk.standing(DAY, &["--day", "2026-11-29", "--state", "sent"]),
        ["1 A0001 whatsapp sent"]
    );

    let letters = desk.name("surat.html");
    assert_eq!(desk.at(DAY, "", &["letters", "-o", &letters, "--mark"]).code, 0);
    assert_eq!(desk.standing(DAY, &["--day", "2026-11-29", "--state", "sent"]).len(), 2);

    // Dewi's mail can't be delivered: she is the next for the clerk, who skips, wonders, and sends.
    assert_eq!(
        desk.done_at(DAY, &["send", "--command", "sh -c 'exit 69'"])["failed"],
        1
    );
    let clerk = |stdin: &str| {
        let finished = desk.at(DAY, stdin, &["clerk", "--format", "json"]);
        assert_eq!(finished.code, 0, "{}", finished.err());
        serde_json::from_slice::<serde_json::Value>(&finished.stdout).expect("JSON")
    };
    assert_eq!(clerk("s\n"), json!({ "sent": 0, "skipped": 1, "failed": 0 }));
    assert_eq!(clerk("q\n"), json!({ "sent": 0, "skipped": 0, "failed": 0 }));
    assert_eq!(clerk(""), json!({ "sent": 0, "skipped": 0, "failed": 0 }));
    assert_eq!(clerk("what\n\n"), json!({ "sent": 1, "skipped": 0, "failed": 0 }));
    assert_eq!(desk.standing(DAY, &[]), ["3 A0003 text waiting"]);
}

#[test]
fn what_comes_back_goes_on() {
    let desk = readers();
    assert_eq!(desk.done_at(DAY, &["send", "--command", "cat"])["sent"], 1);
    let list = desk.file("bounces.txt", "Dewi@Contoh.test\nnobody@contoh.test\n");
    let looked = desk.done_at(DAY, &["bounces", &list, "--dry-run"]);
    let taken = desk.done_at(DAY, &["bounces", &list]);
    assert_eq!(looked, taken);
    assert_eq!(
        taken["addresses"][0],
        json!({ "address": "dewi@contoh.test", "cards": ["A0004"], "registrations": [], "known": false, "back": ["4"] })
    );
    assert_eq!(taken["addresses"][1]["cards"], json!([]));
    assert_eq!(
        desk.standing(DAY, &["--channel", "whatsapp"]),
        ["1 A0001 whatsapp waiting", "4 A0004 whatsapp waiting"]
    );
    assert_eq!(desk.done_at(DAY, &["bounces", &list])["addresses"][0]["known"], true);
    // Another address is not known to be bad. What was tried for this notice stays tried.
    desk.done_at("2026-12-05T00:00", &["create"]);
    assert_eq!(
        desk.standing("2026-12-05T09:00", &["--channel", "mail"]),
        Vec::<String>::new()
    );
    desk.edit(MemberId(4), Field::Email, "dewi.baru@contoh.test");
    assert_eq!(desk.standing("2026-12-05T09:00", &["--channel", "mail"]).len(), 1);
}

/// A notice whose cause is gone is in no list and is not sent.
#[test]
fn what_was_given_back_is_not_told() {
    let desk = readers();
    desk.give_back(&["B1", "B4"]);
    assert_eq!(
        desk.standing(DAY, &[]),
        ["2 A0002 print waiting", "3 A0003 text waiting"]
    );
    assert_eq!(desk.done_at(DAY, &["send", "--command", "cat"])["sent"], 0);
    let finished = desk.at(DAY, "", &["mark", "1", "--sent"]);
    assert_eq!(finished.code, 1, "its cause is gone");
    desk.done_at("2026-11-30T00:00", &["create"]);
    assert_eq!(desk.standing("2026-11-30T09:00", &["--state", "dropped"]).len(), 2);
}
