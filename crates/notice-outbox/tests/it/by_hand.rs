//! What people do: marking, clicking through, calling; and mail that came back.

use pustaka_core::members::{ConsentKind, Field};
use pustaka_core::values::ids::MemberId;
use pustaka_testkit::answer;
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
    // The next step doesn't go there either; another address is tried, by what waits already too.
    let mailed = |moment: &str| desk.standing(moment, &["--channel", "mail"]);
    assert_eq!(mailed(DAY), Vec::<String>::new());
    desk.edit(MemberId(4), Field::Email, "dewi.baru@contoh.test");
    assert_eq!(mailed(DAY), ["4 A0004 mail waiting"]);
    desk.done_at("2026-12-05T00:00", &["create"]);
    assert_eq!(mailed("2026-12-05T09:00"), ["8 A0004 mail waiting"]);
}

/// What is corrected heals what could not be delivered: by each channel its own address, and by hand where the address
/// was right all along.
#[test]
fn a_corrected_address_is_tried_anew() {
    let desk = readers();
    desk.done_at(DAY, &["mark", "1-3", "--failed"]);
    assert_eq!(
        desk.done_at(DAY, &["send", "--command", "sh -c 'exit 67'"])["failed"],
        1
    );
    desk.done_at(DAY, &["mark", "4", "--failed"]);
    let ways = |desk: &Desk| -> Vec<String> {
        let all = desk.standing(DAY, &[]);
        all.iter()
            .map(|line| line.split(' ').nth(2).unwrap_or_default().to_owned())
            .collect()
    };
    assert_eq!(ways(&desk), ["-", "-", "-", "text"]);
    desk.edit(MemberId(4), Field::Email, "dewi.baru@contoh.test");
    desk.edit(MemberId(2), Field::Address, "Jl. Dhoho 11");
    assert_eq!(ways(&desk), ["-", "print", "-", "mail"]);
    desk.edit(MemberId(3), Field::Phone, "0812 3456 7899");
    assert_eq!(ways(&desk), ["-", "print", "text", "mail"]);
    desk.edit(MemberId(1), Field::Phone, "0812 3456 7899");
    assert_eq!(ways(&desk), ["whatsapp", "print", "text", "mail"]);

    let address = "dewi.baru@contoh.test";
    assert_eq!(
        desk.done_at(DAY, &["send", "--command", "sh -c 'exit 67'"])["failed"],
        1
    );
    assert_eq!(ways(&desk)[3], "text");
    let looked = desk.done_at(DAY, &["bounces", "--works", address, "--dry-run"]);
    assert_eq!(ways(&desk)[3], "text");
    let works = desk.done_at(DAY, &["bounces", "--works", address]);
    assert_eq!(works, looked);
    assert_eq!(
        works["addresses"][0],
        json!({ "address": address, "cards": ["A0004"], "registrations": [], "known": true, "back": ["4"] })
    );
    assert_eq!(ways(&desk)[3], "mail");
    assert_eq!(desk.at(DAY, "", &["bounces", "--works", "x"]).code, 1);
    assert_eq!(desk.at(DAY, "", &["bounces"]).code, 2);
}

#[test]
fn in_quiet_hours_nothing_goes_out_by_hand_either() {
    let desk = readers();
    for (moment, quiet) in [
        ("2026-11-29T06:59", true),
        ("2026-11-29T07:00", false),
        ("2026-11-29T20:00", true),
    ] {
        let clerk = desk.at(moment, "q\n", &["clerk"]);
        assert_eq!(clerk.code, u8::from(quiet), "{moment}: {}", clerk.err());
        for verb in ["page", "text"] {
            let prepared = desk.at(moment, "", &[verb, "-v"]);
            assert_eq!(prepared.code, 0);
            assert_eq!(
                prepared.err().contains("07:00"),
                quiet,
                "{verb} {moment}: {}",
                prepared.err()
            );
        }
    }
    assert_eq!(desk.standing(DAY, &["--state", "sent"]), Vec::<String>::new());
}

#[test]
fn no_run_hands_out_more_than_the_cap() {
    let desk = readers();
    desk.set("notice.channels", "whatsapp");
    assert_eq!(desk.standing(DAY, &["--channel", "whatsapp"]).len(), 2);
    desk.set("notice.cap", "1");
    let page = desk.at(DAY, "", &["page", "-v"]);
    assert_eq!(page.out().matches("https://wa.me/").count(), 1);
    assert!(page.err().contains('1'), "{}", page.err());
    let clerk = desk.at(DAY, "\n\n", &["clerk", "--format", "json"]);
    assert_eq!(answer::json(&clerk.stdout)["sent"], json!(1));
}

/// A gateway reads the number as it is; a person may know what to make of one that can't be read.
#[test]
fn numbers_for_a_gateway_and_for_a_person() {
    let desk = readers();
    let rows = desk.at(DAY, "", &["text", "--format", "csv"]).out();
    assert!(rows.contains(",+6281234567890,"), "{rows}");
    desk.edit(MemberId(3), Field::Phone, "tanya ayah");
    let rows = desk.at(DAY, "", &["text", "--calls", "--format", "csv"]).out();
    assert!(rows.contains(",tanya ayah,"), "{rows}");
    desk.edit(MemberId(1), Field::Phone, "(0354) 681234");
    assert_eq!(desk.standing(DAY, &["--channel", "whatsapp"]), Vec::<String>::new());
}

#[test]
fn a_change_of_an_event_is_told_on_the_same_day() {
    let desk = readers();
    desk.sql(
        "INSERT INTO event (id, key, uid, sequence, title, kind, created_at, changed_at)
             VALUES (1, 'diskusi', 'u', 0, 'Diskusi', 'book-discussion', 'x', 'x');
         INSERT INTO event_session VALUES (1, 1, '2026-11-29T14:00', '2026-11-29T16:00');
         INSERT INTO registration (id, event_id, number, code, name, name_key, email, phone, is_group, heads, source, state,
             asked_at, promoted_at)
         VALUES (1, 1, 1, 'E1-001', 'Rina', 'rina', NULL, '+6281234567899', 0, 1, 'desk', 'registered', 'x', 'x'),
                (2, 1, 2, 'E1-002', 'Wati', 'wati', 'wati@contoh.test', NULL, 0, 1, 'desk', 'registered', 'x', 'x');
         INSERT INTO event_notice VALUES (1, 1, 1, 'promoted', '2026-11-29T08:30:00+07:00', NULL),
                (2, 1, 2, 'promoted', '2026-11-29T08:31:00+07:00', NULL)",
    );
    // Wati's mail is made and sent in one run, Dewi's is the one of the night.
    assert_eq!(desk.done_at(DAY, &["send", "--command", "cat"])["sent"], 2);
    assert_eq!(
        desk.standing(DAY, &["--channel", "whatsapp"]),
        ["1 A0001 whatsapp waiting", "5 - whatsapp waiting"]
    );
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
