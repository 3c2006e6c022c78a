//! `show`: the page of a day that is closed, in every form.

use pustaka_cli::run_in;
use pustaka_testkit::answer::json;
use serde_json::Value;
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

/// A day on which a book went out, came back and stands ready for the next reader, and the night after it.
fn busy() -> Desk {
    let desk = Desk::awaited();
    desk.done(&loan::TOOL, &["checkout", "A0001", "B0001"]);
    desk.done(&loan::TOOL, &["return", "B0001"]);
    let (code, told) = desk.night("2026-11-21T01:15", &[]);
    assert_eq!(code, 0, "{told}");
    desk
}

/// What a command of the page shows, which must be done.
fn shown(desk: &Desk, command: &str) -> Value {
    let (tool, rest) = command.split_once(' ').unwrap();
    let tools = [
        &nightly_report::TOOL,
        &notice_outbox::TOOL,
        &library_db::TOOL,
        &survey_tally::TOOL,
    ];
    let tool = tools.into_iter().find(|known| known.name == tool);
    let mut world = desk.world();
    world.now = "2026-11-21T07:30:00+07:00".parse().unwrap();
    let args = rest.split(' ').chain(["--format", "json"]);
    let finished = run_in(tool.expect(command), args, world);
    assert_eq!(finished.code, 0, "{command}: {}", finished.err());
    json(&finished.stdout)
}

#[test]
fn what_a_page_leads_to_is_there() {
    let desk = busy();
    let page = desk.at("2026-11-21T07:30", &["show", "--format", "json"]);
    let page = json(&page.stdout);
    let sections = page["sections"].as_array().unwrap().iter();
    for figure in sections.flat_map(|section| section["figures"].as_array().unwrap()) {
        let command = figure["command"].as_str().unwrap();
        assert_eq!(shown(&desk, command)["total"], figure["month"], "{command}");
    }
    let classes = page["classes"].as_array().unwrap();
    for class in classes {
        let table = shown(&desk, class["command"].as_str().unwrap());
        let rows = table["rows"].as_array().unwrap();
        let row = rows.iter().find(|row| row["class"] == class["class"]).unwrap();
        assert_eq!(row["loans"], class["month"], "{class}");
    }
    assert_eq!(
        classes.iter().filter_map(|class| class["month"].as_i64()).sum::<i64>(),
        1
    );
    // The holidays are to come in, from the file that the command names.
    let holidays = "date,kind,name\n2027-01-01,holiday,Tahun Baru\n";
    std::fs::write(desk.path("libur-2027.csv"), holidays).unwrap();
    let needed = page["attention"].as_array().unwrap();
    let codes: Vec<&str> = needed.iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["notices-undelivered", "calendar-ends"]);
    for one in needed {
        let command = one["command"].as_str().unwrap();
        shown(&desk, &command.replace("libur-2027.csv", &desk.name("libur-2027.csv")));
    }
    let after = desk.at("2026-11-21T07:30", &["show", "--format", "json"]);
    assert!(!after.out().contains("calendar-ends"), "the holidays came in");
}
