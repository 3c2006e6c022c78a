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
