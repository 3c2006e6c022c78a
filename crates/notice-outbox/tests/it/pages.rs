//! Lists, mails and pages as they are read; and names that were made to do harm.

use pustaka_core::members::{ConsentKind, Field};
use snapbox::{assert_data_eq, file};

use crate::desk::Desk;

const DAY: &str = "2026-11-29T09:00";

fn readers() -> Desk {
    let desk = Desk::new();
    desk.set("library.name", "Perpustakaan Kota Kediri");
    let phone = (Field::Phone, "0812 3456 7890");
    desk.reader(
        &[(Field::Name, "Siti Aminah"), (Field::Email, "siti@contoh.test"), phone],
        &[ConsentKind::Notices],
    );
    desk.reader(&[(Field::Name, "Budi"), phone], &[ConsentKind::NoticesWhatsapp]);
    desk.reader(
        &[
            (Field::Name, "Ani Lestari"),
            (Field::Born, "2016-02-03"),
            (Field::GuardianName, "Lestari"),
            (Field::GuardianPhone, "0813 1111 2222"),
            (Field::Address, "Jl. Dhoho 1"),
            (Field::Village, "Ngadirejo"),
            (Field::District, "Kota"),
            (Field::City, "Kediri"),
            (Field::PostalCode, "64122"),
        ],
        &[],
    );
    desk.reader(&[(Field::Name, "Tono")], &[]);
    desk.lend(&["A0001", "A0002", "A0003", "A0004"]);
    desk.done_at("2026-11-29T00:00", &["create"]);
    desk
}

/// Names, telephones and addresses are nobody's business on a computer that several use; nor is a file that takes the
/// place of an open one.
#[test]
fn files_about_people_are_private() {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;
    let desk = readers();
    for verb in ["page", "letters", "text", "list"] {
        let (file, path) = (desk.name(verb), desk.path(verb));
        // The mode of the file that was there, and of the one that takes its place.
        for (before, after) in [(None, 0o640), (Some(0o666), 0o640), (Some(0o600), 0o600)] {
            if let Some(mode) = before {
                std::fs::set_permissions(&path, Permissions::from_mode(mode)).expect("a mode");
            }
            desk.told_at(DAY, &[verb, "-o", &file, "--force"]);
            let mode = std::fs::metadata(&path).expect(verb).permissions().mode();
            assert_eq!(mode & 0o777, after, "{verb} after {before:?}");
        }
    }
}

#[test]
fn as_they_are_read() {
    let desk = readers();
    let mut told = Vec::new();
    for lang in ["id", "en"] {
        desk.set("notice.language", lang);
        for args in [
            &["list"][..],
            &["list", "--format", "csv"],
            &["text", "--calls"],
            &["send", "--command", "cat", "--dry-run", "-v"],
        ] {
            told.push(desk.told_at(DAY, &[args, &["--lang", lang]].concat()));
        }
    }
    desk.set("notice.language", "en");
    let mail = desk.name("mail.eml");
    told.push(desk.told_at(DAY, &["send", "--command", &format!("tee {mail}"), "-v"]));
    told.push(desk.text("mail.eml"));
    told.push(desk.told_at(DAY, &["mark", "2", "9", "--sent", "-v"]));
    told.push(desk.told_at(DAY, &["mark", "2", "--sent", "--lang", "en", "-v"]));
    assert_data_eq!(told.join("\n"), file!["pages/lists.txt"]);
}

#[test]
fn the_pages() {
    let desk = readers();
    for (verb, page) in [
        ("page", file!["pages/wa.html"]),
        ("letters", file!["pages/letters.html"]),
    ] {
        let finished = desk.at("2026-11-29T09:00", "", &[verb]);
        assert_eq!(finished.code, 0);
        assert_data_eq!(finished.out(), page);
    }
}

/// A name with everything that does harm somewhere: a header of a mail, a page, a spreadsheet, a terminal, a link.
const HOSTILE: &str = "=cmd|' /C calc'!A0\r\nBcc: x@y.test\u{202e}<script>alert(1)</script>&text=x\"{titles}\u{1b}[2J";

#[test]
fn names_are_text_and_no_more() {
    let desk = Desk::new();
    let phone = (Field::Phone, "0812 3456 7890");
    desk.set("library.name", "<b>Pustaka</b>, \"Kediri\"");
    desk.reader(
        &[(Field::Name, HOSTILE), (Field::Email, "siti@contoh.test")],
        &[ConsentKind::Notices],
    );
    desk.reader(&[(Field::Name, HOSTILE), phone], &[ConsentKind::NoticesWhatsapp]);
    desk.reader(&[(Field::Name, HOSTILE), (Field::Address, HOSTILE)], &[]);
    desk.reader(&[(Field::Name, HOSTILE), phone], &[ConsentKind::NoticesText]);
    desk.lend(&["A0001", "A0002", "A0003", "A0004"]);
    desk.done_at("2026-11-29T00:00", &["create"]);
    let day = "2026-11-29T09:00";
    for args in [&["page"][..], &["letters"]] {
        let page = desk.at(day, "", args).out();
        assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
        assert!(!page.contains(['\u{202e}', '\u{1b}', '\r']), "{page}");
        assert!(!page.contains("&text=x"), "the link has one value: {page}");
    }
    for args in [
        &["list", "--format", "csv"][..],
        &["text", "--format", "csv"],
        &["list"],
        &["text", "--calls"],
    ] {
        let list = desk.at(day, "", args).out();
        assert!(!list.contains(['\u{202e}', '\u{1b}']), "{list}");
        assert!(!list.contains(",=cmd") && !list.contains(",\"=cmd"), "{list}");
    }
    let mail = desk.name("mail.eml");
    assert_eq!(
        desk.done_at(day, &["send", "--command", &format!("tee {mail}")])["sent"],
        1
    );
    let mail = desk.text("mail.eml");
    let head = mail.split("\n\n").next().expect("a head");
    let names: Vec<&str> = head
        .lines()
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(
        names,
        [
            "From",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Auto-Submitted",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
        ]
    );
    assert!(!mail.contains("Rahasia"), "a field in a name is no field");
}
