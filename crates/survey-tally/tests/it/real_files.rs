//! A real file: a scale of six in letters, a byte order mark, hundreds of dragged blank rows. And one of our own like it.

use pustaka_testkit::workspace::root;
use serde_json::json;

use crate::desk::Desk;

#[test]
fn an_instrument_for_a_scale_of_six() {
    let desk = Desk::new();
    let instrument = desk.fixture("surveys/likert-6.toml");
    let came = desk.done(&[
        "import",
        "2026",
        &desk.fixture("surveys/likert-6.csv"),
        "--new",
        "--instrument",
        &instrument,
    ]);
    assert_eq!(
        (&came["imported"], &came["blank"], &came["rejected"]),
        (&json!(12), &json!(40), &json!(0))
    );
    let shown = desk.done(&["show", "2026"]);
    assert_eq!((&shown["weight"], &shown["class"]), (&json!("1/17"), &json!(null)));
}

#[test]
fn the_real_questionnaire_comes_in() {
    let path = root().join("../shared/data/survey/kuesioner_likert_SS_S_CS_bom_semicolon.csv");
    let Ok(bytes) = std::fs::read(&path) else {
        pustaka_testkit::skipped::skipped("../shared/data/survey is not here");
        return;
    };
    let desk = Desk::new();
    let instrument = desk.fixture("surveys/likert-6.toml");
    let file = desk.file("kuesioner.csv", bytes);
    let maps: Vec<String> = (1..=17).map(|at| format!("q{at}=Q{at}")).collect();
    let mut args = vec!["import", "2026", &file, "--new", "--instrument", &instrument];
    for map in &maps {
        args.extend(["--map", map]);
    }
    let came = desk.done(&args);
    assert_eq!(
        (&came["imported"], &came["blank"], &came["rejected"]),
        (&json!(113), &json!(886), &json!(0))
    );
    assert_eq!(desk.done(&["show", "2026"])["respondents"], 113);
}
