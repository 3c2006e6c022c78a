//! `show`: the page of a day that is closed, in every form.

use jiff::civil::{Date, date};
use pustaka_core::Act;
use pustaka_testkit::desk::act;
use snapbox::{assert_data_eq, file};

use crate::desk::Desk;

/// What the night does when it closes a day.
fn close(desk: &Desk, day: Date) {
    let after = day.tomorrow().unwrap().at(1, 15, 0, 0);
    let act = Act {
        at: after.to_zoned_datetime(act().at.time_zone().clone()).unwrap(),
        ..act()
    };
    desk.library().summarise(&act, day, false).unwrap();
}

fn closed() -> Desk {
    let desk = Desk::awaited();
    close(&desk, date(2026, 11, 20));
    desk
}

#[test]
fn the_terminal_shows_the_page_in_both_languages() {
    let desk = closed();
    let told = ["id", "en"].map(|lang| desk.at("2026-11-21T07:30", &["show", "--lang", lang]).out());
    assert_data_eq!(told.join("\n"), file!["page/show.txt"].raw());
}

#[test]
fn files_have_the_form_of_their_ending() {
    let desk = closed();
    for (ending, begins) in [
        ("html", &b"<!DOCTYPE html>"[..]),
        ("json", b"{\n  \"library\": \"Perpustakaan Uji\""),
        ("csv", b"figure,unit,day,month,month_before,year_before,"),
        ("xlsx", b"PK"),
    ] {
        let path = desk.name(&format!("laporan.{ending}"));
        let shown = desk.at("2026-11-21T07:30", &["show", "--date", "20/11/2026", "-o", &path]);
        assert_eq!((shown.code, shown.out().as_str()), (0, ""), "{}", shown.err());
        let bytes = std::fs::read(&path).unwrap();
        assert!(
            bytes.starts_with(begins),
            "{ending}: {}",
            String::from_utf8_lossy(&bytes[..80])
        );
    }
    let html = desk.text("laporan.html");
    assert!(html.contains("<h1>Jumat, 20 November 2026</h1>"));
    assert!(html.contains("Pemesanan siap diambil"));
    assert!(
        !html.contains("Siti Aminah") && !html.contains("Laskar Pelangi"),
        "nobody, and nothing they read"
    );
}

#[test]
fn the_day_before_this_program_is_not_known() {
    let desk = closed();
    let shown = desk.at("2026-11-21T07:30", &["show", "--format", "json"]);
    let page = pustaka_testkit::answer::json(&shown.stdout);
    assert_eq!(page["day"], "2026-11-20");
    let figures = page["sections"][1]["figures"].as_array().unwrap();
    let ready = figures.iter().find(|row| row["figure"] == "holds-ready").unwrap();
    assert_eq!((&ready["day"], &ready["month"]), (&1.into(), &1.into()));
    assert!(ready["year_before"].is_null());
    assert!(
        page["sections"][0]["figures"][0]["month"].is_null(),
        "nobody counts visits"
    );
}

#[test]
fn a_day_that_is_not_closed_is_refused_with_the_way_to_close_it() {
    let desk = Desk::awaited();
    let none = desk.at("2026-11-21T07:30", &["show"]);
    close(&desk, date(2026, 11, 20));
    let told =
        ["2026-11-21", "2026-11-19", "2026-11-22"].map(|day| desk.at("2026-11-22T07:30", &["show", "--date", day]));
    let all: Vec<String> = std::iter::once(&none)
        .chain(&told)
        .map(|refused| format!("{}exit {}\n", refused.err(), refused.code))
        .collect();
    assert_data_eq!(all.join("\n"), file!["page/refused.txt"].raw());
}
