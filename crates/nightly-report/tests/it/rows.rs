//! The rows behind figures: they add up, and nobody's name stands beside a title.

use pustaka_core::circulation::loans::CheckoutOptions;
use pustaka_core::reports::figure::Figure;
use pustaka_testkit::answer::json;
use pustaka_testkit::desk::act;
use serde_json::{Value, json};

use crate::desk::Desk;

/// A day on which a member with a hold takes a book, and the night after it.
fn lent() -> Desk {
    let desk = Desk::awaited();
    let lent = desk
        .library()
        .checkout(
            &act(),
            "A0001",
            &["B0001".to_owned()],
            &CheckoutOptions::default(),
            false,
        )
        .unwrap();
    assert!(lent.is_done(), "{:?}", lent.refused);
    let mut night = act();
    night.at = "2026-11-21T01:15:00+07:00[Asia/Jakarta]".parse().unwrap();
    desk.library().summarise(&night, act().day(), false).unwrap();
    desk
}

fn rows(desk: &Desk, args: &[&str]) -> Value {
    let finished = desk.at("2026-11-21T09:00", &[&["rows", "--format", "json"], args].concat());
    assert_eq!(finished.code, 0, "{}", finished.err());
    json(&finished.stdout)
}

#[test]
fn the_rows_of_a_figure_add_up_and_name_nobody() {
    let desk = lent();
    let loans = rows(&desk, &["loans"]);
    assert_eq!((&loans["total"], &loans["to"]), (&json!(1), &json!("2026-11-20")));
    assert_eq!(loans["rows"][0]["title"], "Laskar Pelangi");
    let members = rows(&desk, &["new-members", "--from", "2026-11-20", "--to", "2026-11-20"]);
    assert_eq!(
        (&members["total"], &members["rows"][0]["card"]),
        (&json!(3), &json!("A0001"))
    );
    for figure in Figure::ALL {
        let page = desk.at("2026-11-21T09:00", &["rows", figure.code(), "--format", "json"]);
        assert_eq!(page.code, 0, "{}: {}", figure.code(), page.err());
        let found = json(&page.stdout);
        assert_eq!(found["total"].is_null(), *figure == Figure::Visits, "{}", figure.code());
        let shown = desk.at("2026-11-21T09:00", &["rows", figure.code()]).out();
        for text in [shown, found.to_string()] {
            assert!(!text.contains("Siti") && !text.contains("Budi"), "{text}");
            assert!(
                !(text.contains("Laskar") && text.contains("A000")),
                "a card beside a title: {text}"
            );
        }
    }
}

#[test]
fn what_is_asked_wrongly_is_told_with_what_there_is() {
    let desk = lent();
    for (args, code, said) in [
        (&["rows", "loanz"][..], 2, "loans"),
        (
            &["rows", "loans", "--from", "2026-11-20", "--to", "2026-11-01"],
            2,
            "--from",
        ),
    ] {
        let finished = desk.at("2026-11-21T09:00", args);
        assert_eq!(finished.code, code, "{args:?}: {}", finished.err());
        assert!(finished.err().contains(said), "{}", finished.err());
    }
    let visits = desk.at("2026-11-21T09:00", &["rows", "visits"]);
    assert!(
        (visits.out() + &visits.err()).contains("tidak diketahui"),
        "{}",
        visits.out()
    );
    let finished = Desk::new().at("2026-11-21T09:00", &["rows", "loans"]);
    assert_eq!(finished.code, 1);
    assert!(finished.err().contains("nightly-report run"), "{}", finished.err());
}

#[test]
fn what_stands_behind_what_needs_a_person_is_listed() {
    let desk = Desk::awaited();
    let waiting = rows(&desk, &["many-waiting"]);
    assert_eq!(waiting["rows"], json!([]), "two wait for one copy, three are borne");
    desk.set("report.waiting-per-copy", "1");
    assert_eq!(rows(&desk, &["many-waiting"])["rows"][0]["waiting"], 2);
    // The copy stood ready through 24 November; the night of it passes it on.
    assert_eq!(rows(&desk, &["holds-to-clear"])["rows"], json!([]));
    desk.night("2026-11-25T01:15", &[]);
    let late = desk.at("2026-11-25T09:00", &["rows", "holds-to-clear", "--format", "json"]);
    let late = json(&late.stdout);
    assert_eq!(late["rows"][0]["item"], "B0001");
    assert_eq!(late["rows"][0]["next"], true);
}
