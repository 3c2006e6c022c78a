//! The yearly questionnaire: the events that it asks for by name, each with who came.

use pustaka_core::members::Field as OfMember;
use pustaka_testkit::desk::Desk;
use pustaka_testkit::enrolled;

/// A reading club of two evenings, a class that came to hear stories, a training of two, an event that nobody came
/// to, and one that was called off.
const EVENTS: &str = "INSERT INTO event (id, key, uid, sequence, title, kind, created_at, changed_at, cancelled) VALUES
        (1, 'klub', 'u1', 0, 'Klub baca', 'book-discussion', '2026-10-01', '2026-10-01', NULL),
        (2, 'dongeng', 'u2', 0, 'Mendongeng, SDN 3', 'storytelling', '2026-10-01', '2026-10-01', NULL),
        (3, 'sepi', 'u3', 0, 'Pelatihan', 'it-training', '2026-10-01', '2026-10-01', NULL),
        (5, 'latih', 'u5', 0, 'Pelatihan kecil', 'it-training', '2026-10-01', '2026-10-01', NULL),
        (4, 'batal', 'u4', 0, 'Seminar', 'seminar', '2026-10-01', '2026-10-01', '2026-10-02');
    INSERT INTO event_session VALUES
        (1, 1, '2026-10-10T19:00', '2026-10-10T21:00'), (1, 2, '2026-10-11T19:00', '2026-10-11T21:00'),
        (2, 1, '2026-10-05T09:00', '2026-10-05T10:00'), (3, 1, '2026-10-06T09:00', '2026-10-06T10:00'),
        (4, 1, '2026-10-07T09:00', '2026-10-07T10:00'), (5, 1, '2026-10-12T09:00', '2026-10-12T10:00');
    INSERT INTO registration (id, event_id, number, code, name, is_group, heads, source, state, asked_at) VALUES
        (1, 1, 1, 'c1', 'Ani', 0, 1, 'desk', 'registered', '2026-10-01'),
        (2, 1, 2, 'c2', 'SMK 1', 1, 6, 'desk', 'registered', '2026-10-01'),
        (3, 2, 1, 'c3', 'SDN 3', 1, 32, 'desk', 'registered', '2026-10-01'),
        (5, 5, 1, 'c5', 'Citra', 1, 2, 'desk', 'registered', '2026-10-01'),
        (4, 4, 1, 'c4', 'Budi', 0, 1, 'desk', 'registered', '2026-10-01');
    INSERT INTO attendance VALUES
        (1, 1, 1, '2026-10-10', 'sari'), (1, 2, 1, '2026-10-11', 'sari'), (2, 1, 4, '2026-10-10', 'sari'),
        (2, 2, 6, '2026-10-11', 'sari'), (3, 1, 30, '2026-10-05', 'sari'), (4, 1, 1, '2026-10-07', 'sari'),
        (5, 1, 2, '2026-10-12', 'sari');";

fn desk() -> Desk {
    let desk = Desk::new();
    let file = rusqlite::Connection::open(desk.db()).unwrap();
    file.execute_batch(EVENTS).unwrap();
    desk
}

#[test]
fn each_event_stands_with_its_heads_in_every_form() {
    let desk = desk();
    let args = ["report", "iplm", "--year", "2026"];
    let told = |format: &str| desk.run(&nightly_report::TOOL, &[&args[..], &["--format", format]].concat());
    let answer = desk.done(&nightly_report::TOOL, &args);
    let fields = answer["fields"].as_array().unwrap();
    let of = |code: &str| -> Vec<(&str, &str)> {
        let rows = fields.iter().filter(|row| row["field"] == code);
        rows.map(|row| (row["event"].as_str().unwrap_or(""), row["value"].as_str().unwrap_or("")))
            .collect()
    };
    // Who came on both evenings is one; of a group the most who came at once.
    assert_eq!(
        of("outreach-event"),
        [
            ("Mendongeng, SDN 3", "30"),
            ("Klub baca", "7"),
            ("Pelatihan kecil", "2")
        ]
    );
    assert_eq!(of("outreach-onsite"), [("", "39")]);
    let csv = told("csv").out();
    assert!(csv.contains(",UPLM6,outreach-event,\"Mendongeng, SDN 3\",30"), "{csv}");
    let table = desk.run(&nightly_report::TOOL, &args).out();
    let line = table.lines().find(|line| line.contains("Klub baca")).unwrap();
    assert!(line.contains("Peserta kegiatan") && line.contains("┆ 7 "), "{line}");
}

#[test]
fn what_few_took_part_in_is_not_published() {
    let desk = desk();
    let args = ["report", "iplm", "--year", "2026", "--publish"];
    let answer = desk.done(&nightly_report::TOOL, &args);
    let fields = answer["fields"].as_array().unwrap();
    let of = |event: &str| fields.iter().find(|row| row["event"] == event).unwrap()["value"].clone();
    assert_eq!(of("Mendongeng, SDN 3"), "30");
    assert!(of("Pelatihan kecil").is_null());
    assert!(of("Klub baca").is_null(), "or the participants in all would tell");
    // Three members of a region of a hundred: neither they nor what is computed from them.
    for name in ["Ani", "Budi", "Citra"] {
        enrolled::enrol(&desk.db(), &[&[(OfMember::Name, name)]]);
    }
    desk.run(&nightly_report::TOOL, &["facts", "2026", "population", "100"]);
    let answer = |publish: bool| {
        let answer = desk.done(&nightly_report::TOOL, &args[..if publish { 5 } else { 4 }]);
        let of = |list: &str, key: &str, code: &str, value: &str| {
            let rows = answer[list].as_array().unwrap().iter();
            rows.filter(|row| row[key] == code)
                .map(|row| row[value].clone())
                .next()
                .unwrap()
        };
        [
            of("fields", "field", "members", "value"),
            of("index", "element", "uplm7", "raw"),
        ]
    };
    assert_eq!(answer(false), ["3", "0.0300"]);
    assert_eq!(answer(true), [serde_json::Value::Null, serde_json::Value::Null]);
}
