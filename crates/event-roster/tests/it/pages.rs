//! Pages for paper: what stands on them, and codes that a scanner reads off them again.

use std::process::Command;

use pustaka_testkit::answer::assert_says;

use crate::desk::Desk;

/// The drawn modules of each QR image of a page: its side, and where its dark runs are.
fn images(page: &str) -> Vec<(usize, Vec<[usize; 3]>)> {
    let svgs = page.split("<svg class=\"qr\"").skip(1);
    svgs.map(|svg| {
        let attribute = |name: &str| {
            let rest = svg.split(&format!("{name}=\"")).nth(1).unwrap();
            rest.split('"').next().unwrap().to_owned()
        };
        let side = attribute("viewBox").split(' ').next_back().unwrap().parse().unwrap();
        let path = attribute("path d");
        let runs = path.split('M').skip(1).map(|run| {
            let mut numbers = run.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
            std::array::from_fn(|_| numbers.next().unwrap().parse().unwrap())
        });
        (side, runs.collect())
    })
    .collect()
}

/// What zbarimg reads off the images; `None`, said, where the program is missing.
fn scanned(desk: &Desk, page: &str) -> Option<Vec<String>> {
    if Command::new("zbarimg").arg("--version").output().is_err() {
        pustaka_testkit::skipped::skipped("zbarimg is not installed");
        return None;
    }
    let read = images(page).into_iter().map(|(side, runs)| {
        const SCALE: usize = 5;
        let mut pixels = vec![255_u8; side * SCALE * side * SCALE];
        for [x, y, length] in runs {
            for row in y * SCALE..(y + 1) * SCALE {
                pixels[row * side * SCALE + x * SCALE..][..length * SCALE].fill(0);
            }
        }
        let head = format!("P5 {0} {0} 255\n", side * SCALE);
        let path = desk.file("qr.pgm", [head.as_bytes(), &pixels].concat());
        let run = Command::new("zbarimg")
            .args(["--quiet", "--raw", &path])
            .output()
            .unwrap();
        String::from_utf8(run.stdout).unwrap().trim().to_owned()
    });
    Some(read.collect())
}

fn filled() -> Desk {
    let desk = Desk::with_discussion("60");
    for number in 1..=9 {
        let name = format!("Orang {number}");
        desk.done(&[
            "register",
            "diskusi",
            "--name",
            &name,
            "--phone",
            &format!("08123456780{number}"),
        ]);
    }
    desk.done(&[
        "register",
        "diskusi",
        "--name",
        "SDN Mojoroto 1, kelas 5",
        "--heads",
        "32",
    ]);
    desk
}

#[test]
fn badges_are_read_again() {
    let desk = filled();
    let page = desk.run(&["badges", "diskusi"]);
    assert_eq!(page.code, 0, "{}", page.err());
    let page = page.out();
    assert_eq!(page.matches("<section class=\"sheet\">").count(), 2, "eight on a page");
    assert_says(
        &page,
        &[
            "Content-Security-Policy",
            "size: A4 portrait",
            "SDN Mojoroto 1, kelas 5",
            "(32 orang)",
        ],
    );
    assert!(!page.contains("<script") && !page.contains("http-equiv=\"refresh\"") && !page.contains("src="));
    let people = desk.done(&["show", "diskusi"])["people"].clone();
    let codes: Vec<&str> = people
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["code"].as_str().unwrap())
        .collect();
    if let Some(scanned) = scanned(&desk, &page) {
        assert_eq!(scanned, codes);
    }
}

#[test]
fn the_list_at_the_door() {
    let desk = filled();
    desk.done(&["register", "diskusi", "--name", "ali", "--phone", "081234567899"]);
    let path = desk.name("daftar.html");
    assert_eq!(desk.run(&["roster", "diskusi", "-o", &path]).code, 0);
    let page = desk.text("daftar.html");
    assert_says(
        &page,
        &[
            "Daftar hadir",
            "Sabtu, 28 November 2026",
            "09:00–12:00 WIB",
            "Ruang Baca",
            "11 pendaftaran, 42 orang.",
        ],
    );
    let at = |text: &str| page.find(text).unwrap();
    assert!(at(">ali<") < at(">Orang 1<"), "in the order of names, capitals or not");
    assert!(!page.contains("+62"), "no telephone hangs at the door");
    let english = desk.run(&["roster", "diskusi", "--lang", "en", "--by-number"]).out();
    assert_says(&english, &["Attendance list", "Saturday, 28 November 2026"]);
    let at = |text: &str| english.find(text).unwrap();
    assert!(at(">Orang 1<") < at(">ali<"));
}

#[test]
fn certificates_are_read_again_and_verified() {
    let desk = filled();
    let show = desk.done(&["show", "diskusi"]);
    let codes: Vec<&str> = show["people"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["code"].as_str().unwrap())
        .collect();
    let (code, came) = desk.on(
        "2026-11-28T03:00:00Z",
        "",
        &[&["check-in", "diskusi"], &codes[..2], &codes[9..]].concat(),
    );
    assert_eq!((code, came["attended"].as_u64()), (0, Some(3)));
    let path = desk.name("sertifikat.html");
    let args = [
        "certificates",
        "diskusi",
        "-o",
        &path,
        "--signer",
        "Dra. Hj. Endang <b>",
        "--lang",
        "en",
    ];
    assert_eq!(desk.run(&args).code, 0);
    let page = desk.text("sertifikat.html");
    assert_eq!(page.matches("<section class=\"certificate\">").count(), 3);
    // Whatever language the screen speaks.
    assert_says(
        &page,
        &[
            "<html lang=\"id\">",
            "diberikan kepada",
            "Orang 2",
            "1/2026",
            "Sabtu, 28 November 2026",
            "size: A4 landscape",
        ],
    );
    assert_says(&page, &["Dra. Hj. Endang &lt;b&gt;", "Perpustakaan Uji"]);
    let issued = desk.done(&["certificates", "diskusi"]);
    assert_eq!(issued["new"], 0);
    let verification: Vec<String> = issued["certificates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["code"].as_str().unwrap().to_owned())
        .collect();
    if let Some(scanned) = scanned(&desk, &page) {
        assert_eq!(scanned, verification);
    }
    let verified = desk.done(&["verify", &verification[1].to_lowercase()]);
    assert_eq!(
        (&verified["valid"], &verified["name"]),
        (&true.into(), &"Orang 2".into())
    );
    let forged = desk.run(&["verify", "AAAA-AAAA-AAAA"]);
    assert_eq!(forged.code, 1);
}
