//! `show`: the page of a day that is closed, in every form.

use snapbox::{assert_data_eq, file};

use crate::desk::Desk;

/// After the night of Friday, 20 November 2026.
fn closed() -> Desk {
    let desk = Desk::awaited();
    let (code, told) = desk.night("2026-11-21T01:15", &[]);
    assert_eq!(code, 0, "{told}");
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
        ("csv", b"list,section,key,name,measure,from,to,value,"),
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
    assert!(html.contains("Pesanan siap diambil"));
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
    assert_eq!(desk.night("2026-11-21T01:15", &[]).0, 0);
    let told =
        ["2026-11-21", "2026-11-19", "2026-11-22"].map(|day| desk.at("2026-11-22T07:30", &["show", "--date", day]));
    let all: Vec<String> = std::iter::once(&none)
        .chain(&told)
        .map(|refused| format!("{}exit {}\n", refused.err(), refused.code))
        .collect();
    assert_data_eq!(all.join("\n"), file!["page/refused.txt"].raw());
}

#[test]
fn the_night_writes_every_form_and_the_last_page_keeps_its_name() {
    let desk = closed();
    let named = |desk: &Desk| {
        let entries = std::fs::read_dir(desk.path("reports")).unwrap();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    let friday = [
        "latest.html",
        "report-2026-11-20.csv",
        "report-2026-11-20.html",
        "report-2026-11-20.json",
        "report-2026-11-20.xlsx",
    ];
    assert_eq!(named(&desk), friday);
    assert_eq!(
        desk.text("reports/latest.html"),
        desk.text("reports/report-2026-11-20.html")
    );
    let shown = desk.at("2026-11-21T07:30", &["show", "--format", "csv"]).out();
    assert_eq!(desk.text("reports/report-2026-11-20.csv"), shown);
    // Three nights in one run make the reports of the last of them.
    assert_eq!(desk.night("2026-11-24T01:15", &[]).0, 0);
    assert_eq!(named(&desk).len(), 5 + 4);
    assert_eq!(
        desk.text("reports/latest.html"),
        desk.text("reports/report-2026-11-23.html")
    );
    assert!(
        desk.text("reports/latest.html")
            .contains("<h1>Senin, 23 November 2026</h1>")
    );
}

#[test]
fn what_a_page_leads_to_is_there() {
    let desk = closed();
    let page = desk.at("2026-11-21T07:30", &["show", "--format", "json"]);
    let page = pustaka_testkit::answer::json(&page.stdout);
    let sections = page["sections"].as_array().unwrap();
    let figures = sections
        .iter()
        .flat_map(|section| section["figures"].as_array().unwrap());
    for figure in figures {
        let command = figure["command"].as_str().unwrap();
        let args: Vec<&str> = command.strip_prefix("nightly-report ").unwrap().split(' ').collect();
        let rows = desk.at("2026-11-21T07:30", &args);
        assert!(rows.code <= 1, "{command}: {}", rows.err());
    }
}
