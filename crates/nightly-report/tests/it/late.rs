//! Who was late at the end of a day that is over, as far as the file still knows.

use pustaka_core::catalog::record::Field;
use pustaka_core::members::Field as OfMember;
use pustaka_testkit::answer::code_of;
use pustaka_testkit::{enrolled, filled};
use serde_json::Value;

use crate::desk::Desk;

/// Four loans of October: two are late at its end, of which one comes back in November and is paid for; one is renewed on
/// the day it is due, and late in November; one is back in time.
fn desk() -> Desk {
    let desk = Desk::new();
    for code in ["B1", "B2", "B3", "B4"] {
        filled::import(&desk.db(), &[&[(Field::Title, code), (Field::ItemCode, code)]]);
    }
    for name in ["Ani", "Budi", "Citra"] {
        enrolled::enrol(&desk.db(), &[&[(OfMember::Name, name)]]);
    }
    for (at, args) in [
        ("2026-10-05T09:00", &["checkout", "A0001", "B1"][..]),
        ("2026-10-06T09:00", &["checkout", "A0002", "B2"]),
        ("2026-10-20T09:00", &["checkout", "A0003", "B3"]),
        ("2026-10-05T09:00", &["checkout", "A0003", "B4"]),
        ("2026-10-07T09:00", &["return", "B4"]),
        ("2026-10-27T09:00", &["renew", "B3"]),
        ("2026-11-10T09:00", &["return", "B1"]),
        ("2026-11-10T09:05", &["pay", "A0001", "100000"]),
    ] {
        let finished = desk.run(&loan::TOOL, &[args, &["--at", at]].concat());
        assert_eq!(finished.code, 0, "{args:?}: {}", finished.err());
    }
    desk
}

fn late(desk: &Desk, args: &[&str]) -> Value {
    desk.done(&nightly_report::TOOL, &[&["report", "overdue"], args].concat())
}

#[test]
fn a_day_that_is_closed_says_who_was_late_and_of_how_many_that_is_not_known_any_more() {
    let desk = desk();
    assert_eq!(desk.night("2026-11-20T01:15", &[]).0, 0);
    let october = late(&desk, &["--month", "2026-10"]);
    assert_eq!(
        (&october["from"], &october["to"]),
        (&"2026-10-31".into(), &"2026-10-31".into())
    );
    let readers = october["readers"].as_array().unwrap();
    let told: Vec<_> = readers
        .iter()
        .map(|row| (row["name"].as_str(), row["copies"].as_i64(), row["fine"].as_i64()))
        .collect();
    // Ani has paid, so nobody knows any more that it was she.
    assert_eq!(told, [(Some("Budi"), Some(1), None), (Some(""), Some(1), None)]);
    for day in ["2026-10-20", "2026-10-31", "2026-11-09", "2026-11-10", "2026-11-19"] {
        let copies: i64 = late(&desk, &["--to", day])["readers"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|row| row["copies"].as_i64())
            .sum();
        let args = ["rows", "overdue", "--to", day];
        let rows = desk.done(&nightly_report::TOOL, &args);
        assert_eq!(rows["total"], copies, "{day}: {rows}");
    }
    let words = desk
        .run(&nightly_report::TOOL, &["report", "overdue", "--month", "2026-10"])
        .out();
    assert!(
        words.contains("(tidak lagi diketahui)") && words.contains("dilepas dari pembacanya"),
        "{words}"
    );
    // Today is as the desk sees it, with the fine.
    let today = late(&desk, &[]);
    assert_eq!(today["to"], "2026-11-20");
    assert_eq!(today["readers"][0]["name"], "Budi");
    assert!(today["readers"][0]["fine"].is_i64(), "{today}");
}

#[test]
fn a_day_that_is_not_closed_is_refused() {
    let desk = desk();
    let code = |day: &str| {
        let args = ["report", "overdue", "--to", day, "--format", "json"];
        let finished = desk.run(&nightly_report::TOOL, &args);
        (finished.code, code_of(&finished))
    };
    assert_eq!(code("2026-10-31"), (1, "report.no-night".to_owned()));
    assert_eq!(desk.night("2026-11-19T01:15", &[]).0, 0);
    assert_eq!(code("2026-11-19"), (1, "report.not-closed".to_owned()));
    assert_eq!(
        code("2026-10-01"),
        (1, "report.not-closed".to_owned()),
        "before the first loan"
    );
}
