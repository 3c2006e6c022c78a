//! Cards and letters, as they are printed.

use std::process::Command;

use crate::desk::{Desk, assert_says, ended};

/// Whether a program is there; else the test says that it skips.
fn has(program: &str, package: &str) -> bool {
    let found = Command::new(program).arg("--version").output().is_ok();
    if !found {
        let why = format!("`{program}` is not installed (package {package}), so no barcode is read back");
        pustaka_testkit::skipped::skipped(&why);
    }
    found
}

/// The barcode on a drawn card, as a scanner reads it.
fn scanned(svg: &str) -> String {
    let png = format!("{svg}.png");
    let drawn = Command::new("rsvg-convert")
        .args(["--zoom", "4", "-o", &png, svg])
        .status();
    assert!(drawn.expect("rsvg-convert").success(), "{svg}");
    let read = Command::new("zbarimg")
        .args(["--quiet", "--raw", "--nodbus", &png])
        .output()
        .expect("zbarimg");
    String::from_utf8(read.stdout).expect("text").trim_end().to_owned()
}

#[test]
fn a_scanner_reads_every_card_back() {
    if !has("rsvg-convert", "librsvg2-bin") || !has("zbarimg", "zbar-tools") {
        return;
    }
    let desk = Desk::new();
    let cards = [
        "A0001",
        "00017",
        "0012",
        "00000000017",
        "23529001000463",
        "P/2026-1",
        "KDR-00045.x",
        "~!#$%^&*()_=[]",
        "99999999999999999999999999999999",
        "ABCDEFGHIJKLMNOPQRSTUVWX",
    ];
    for card in cards {
        ended(desk.run(&["add", "Siti Aminah", "--card", card]), 0);
        let file = desk.name("kartu.svg");
        ended(desk.run(&["card", card, "-o", &file, "--force"]), 0);
        assert_eq!(scanned(&file), card);
    }
}

#[test]
fn a_card_without_a_barcode_says_so() {
    let desk = Desk::new();
    ended(desk.run(&["add", "Siti", "--card", "KÉ1"]), 0);
    let run = ended(desk.run(&["card", "KÉ1", "-o", &desk.name("k.svg")]), 0);
    assert_says(&run.err(), &["can't be written as a barcode"]);
    let svg = desk.text("k.svg");
    assert!(svg.contains("KÉ1") && !svg.contains("<path"));
}

#[test]
fn cards_are_whole_pages_and_drawings() {
    let desk = Desk::new();
    for name in ["Suharto", "Raden Mas Soewardi Soerjaningrat Ki Hadjar Dewantara, M.Pd."] {
        ended(desk.run(&["add", name]), 0);
    }
    let html = ended(desk.run(&["card", "A0001", "A0002"]), 0).out();
    assert_says(
        &html,
        &[
            "<!DOCTYPE html>",
            "default-src 'none'",
            "Suharto",
            "Berlaku s.d. 20-11-2027",
        ],
    );
    assert_eq!(html.matches("<svg").count(), 2);
    assert!(
        !html.contains("<script") && !html.contains("http://") || html.matches("http://").count() == 2,
        "{html}"
    );
    let cards = desk.done(&["card", "A0001"]);
    assert_eq!(cards["cards"][0]["valid_until"], "20-11-2027");
}

#[test]
fn a_clearance_letter_has_a_number_of_its_own() {
    let desk = Desk::new();
    ended(desk.run(&["add", "Siti <Aminah>", "--institution", "SMAN 1 & 2"]), 0);
    assert_eq!(desk.done(&["clearance", "A0001"])["clear"], true);
    for (at, number) in ["0001/BP/XI/2026", "0002/BP/XI/2026"].iter().enumerate() {
        let file = desk.name(&format!("surat{at}.html"));
        ended(desk.run(&["clearance", "A0001", "-o", &file]), 0);
        let letter = desk.text(&format!("surat{at}.html"));
        let parts = [
            *number,
            "BEBAS PUSTAKA",
            "Siti &lt;Aminah&gt;",
            "SMAN 1 &amp; 2",
            "20 November 2026",
        ];
        assert_says(&letter, &parts);
    }
    // A rehearsal takes no number.
    ended(
        desk.run(&["clearance", "A0001", "-o", &desk.name("x.html"), "--dry-run"]),
        0,
    );
    assert!(!desk.path("x.html").exists());
    let file = desk.name("surat3.html");
    ended(desk.run(&["clearance", "A0001", "-o", &file]), 0);
    assert_says(&desk.text("surat3.html"), &["0003/BP/XI/2026"]);
}
