//! Templates: shown, refused, made one's own, and the mail that comes of them.

use pustaka_core::members::{ConsentKind, Field};
use snapbox::{assert_data_eq, file};

use crate::desk::{Desk, TITLE};

const OWN: &str = "== subject\nPinjaman Anda\n== body\nHalo, {name}: {books} sampai {day}. {library}\n== short\n\
                   {name}, {books} sampai {day}\n== mail\nYang Anda pinjam:\n{titles}\nKembali {day}.\n";

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let desk = Desk::new();
    desk.file("salah.txt", "== subject\nHalo {nama}\n== body\nJudul: {titles}, {books\n== shrot\n{books}\n== mail\n{name} {titles} {day}\n");
    desk.file("baik.txt", OWN);
    let mut told = Vec::new();
    for lang in ["id", "en"] {
        told.push(desk.told(&["template", "show", "due-soon", "--lang", lang]));
        told.push(desk.told(&["template", "show", "overdue-3", "--lang", lang]));
        told.push(desk.told(&["template", "show", "event-tomorrow", "--lang", lang]));
        told.push(desk.told(&["template", "show", "follow-up-due", "--lang", lang]));
        told.push(desk.told(&["template", "check", "due-soon", "salah.txt", "--lang", lang]));
    }
    told.push(desk.told(&["template", "set", "due-soon", "--file", "salah.txt"]));
    told.push(desk.told(&["template", "set", "due-soon", "--file", "baik.txt", "-v"]));
    told.push(desk.told(&["template", "set", "due-soon", "--file", "baik.txt", "-v"]));
    told.push(desk.told(&["template", "show", "due-soon"]));
    told.push(desk.told(&["template", "reset", "due-soon", "-v"]));
    assert_data_eq!(told.join("\n"), file!["pages/templates.txt"]);
}

/// A mail may name titles, if it names nobody; WhatsApp, letters and lists never do.
#[test]
fn titles_are_in_a_mail_without_a_name_alone() {
    let desk = Desk::new();
    let file = desk.file("own.txt", OWN);
    assert_eq!(desk.run(&["template", "set", "due-soon", "--file", &file]).code, 0);
    for (mail, phone) in [("siti@contoh.test", ""), ("", "0812 3456 7890")] {
        desk.reader(
            &[(Field::Name, "Siti"), (Field::Email, mail), (Field::Phone, phone)],
            &[ConsentKind::Notices],
        );
    }
    desk.reader(&[(Field::Name, "Siti"), (Field::Address, "Jl. Dhoho 1")], &[]);
    desk.lend(&["A0001", "A0002", "A0003"]);
    let (night, day) = ("2026-11-25T00:00", "2026-11-25T09:00");
    assert_eq!(desk.done_at(night, &["create"])["created"], 3);
    let mail = desk.name("mail.eml");
    let sent = desk.done_at(day, &["send", "--command", &format!("tee {mail}")]);
    assert_eq!(sent["sent"], 1);
    let mail = desk.text("mail.eml");
    assert!(
        mail.contains(TITLE) && !mail.contains("Siti\n") && !mail.contains("Halo"),
        "{mail}"
    );
    for args in [
        &["page"][..],
        &["letters"],
        &["text"],
        &["list"],
        &["list", "--day", "2026-11-25"],
    ] {
        let said = desk.at(day, "", args);
        assert_eq!(said.code, 0);
        assert!(!said.out().contains(TITLE) && !said.err().contains(TITLE), "{args:?}");
    }
    assert!(
        desk.at(day, "", &["page"])
            .out()
            .contains("Siti, 1 buku sampai Jumat, 27 November 2026")
    );
}

/// Who waits for a place at an event that was moved is not told that one is kept.
#[test]
fn who_waits_for_a_place_is_told_so() {
    let desk = Desk::new();
    desk.sql(
        "INSERT INTO event (id, key, uid, sequence, title, kind, created_at, changed_at)
             VALUES (1, 'diskusi', 'u', 0, 'Diskusi', 'book-discussion', 'x', 'x');
         INSERT INTO event_session VALUES (1, 1, '2026-12-30T09:00', '2026-12-30T12:00');
         INSERT INTO registration (id, event_id, number, code, name, name_key, phone, is_group, heads, source, state, asked_at)
             VALUES (1, 1, 1, 'E1-001', 'Rina', 'rina', '+6281234567890', 0, 1, 'desk', 'registered', 'x'),
                    (2, 1, 2, 'E1-002', 'Dewi', 'dewi', '+6281234567891', 0, 1, 'desk', 'waiting', 'x');
         INSERT INTO event_notice VALUES (1, 1, 1, 'moved', '2026-12-18T09:00:00+07:00', NULL),
             (2, 1, 2, 'moved', '2026-12-18T09:00:00+07:00', NULL)",
    );
    desk.set("notice.channels", "text");
    assert_eq!(desk.done_at("2026-12-19T00:00", &["create"])["created"], 2);
    for (lang, queue) in [
        ("id", "(Anda dalam daftar tunggu)"),
        ("en", "(you are on the waiting list)"),
    ] {
        desk.set("notice.language", lang);
        let said = desk.at("2026-12-19T09:00", "", &["text"]).out();
        let lines: Vec<bool> = ["Rina", "Dewi"]
            .iter()
            .map(|name| {
                said.lines()
                    .any(|line| line.contains(&format!("{name},")) && line.contains(queue))
            })
            .collect();
        assert_eq!(lines, [false, true], "{said}");
    }
}

/// That nothing new is lent is said where it is so.
#[test]
fn what_blocks_is_said_where_it_does() {
    let desk = Desk::new();
    desk.reader(
        &[(Field::Name, "Siti"), (Field::Phone, "0812 3456 7890")],
        &[ConsentKind::Notices],
    );
    desk.set("notice.channels", "text");
    desk.lend(&["A0001"]);
    assert_eq!(desk.done_at("2026-12-19T00:00", &["create"])["created"], 1);
    for (lang, lent, again) in [
        ("id", "pinjaman baru belum dapat kami layani", "meminjam lagi"),
        ("en", "we can't lend you anything new", "borrow again"),
    ] {
        desk.set("notice.language", lang);
        for (setting, said) in [("1", true), ("0", false)] {
            desk.set("loan.overdue-blocks", setting);
            let text = desk.at("2026-12-19T09:00", "", &["text"]).out();
            assert_eq!((text.contains(lent), text.contains(again)), (said, false), "{text}");
            assert!(!text.contains(".  "), "no hole: {text}");
        }
    }
}
