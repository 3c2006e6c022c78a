//! The reports that are handed in: what is said in both languages, what programs get, what is refused.

use pustaka_core::catalog::record::Field;
use pustaka_core::members::Field as OfMember;
use pustaka_testkit::answer::{code_of, json};
use pustaka_testkit::desk::Desk;
use pustaka_testkit::{enrolled, filled};
use snapbox::{assert_data_eq, file};

const PROGRAM: &str = env!("CARGO_BIN_EXE_nightly-report");

/// A library of a few titles and members, with loans of two months; one is late.
fn desk() -> Desk {
    let desk = Desk::new();
    let titles = [
        ("Komputer", "005", "B1", "2025-03-01"),
        ("Agama-agama", "299", "B2", "2025-03-01"),
        ("Fikih", "2X4", "B3", "2026-01-15"),
        ("Laskar Pelangi", "899.221", "B4", "2026-11-01"),
    ];
    for (title, class, code, received) in titles {
        filled::import(
            &desk.db(),
            &[&[
                (Field::Title, title),
                (Field::Class, class),
                (Field::ItemCode, code),
                (Field::Received, received),
            ]],
        );
    }
    for name in ["Ani", "Budi", "Citra", "Dewi", "Eka", "Fajar"] {
        let sex = if name == "Budi" { "male" } else { "female" };
        enrolled::enrol(
            &desk.db(),
            &[&[
                (OfMember::Name, name),
                (OfMember::Sex, sex),
                (OfMember::Born, "1990-05-01"),
            ]],
        );
    }
    for (at, args) in [
        ("2026-10-05T09:00", ["checkout", "A0001", "B3"]),
        ("2026-10-07T09:00", ["return", "B3", "-q"]),
        ("2026-11-02T09:00", ["checkout", "A0002", "B3"]),
        ("2026-11-19T09:00", ["checkout", "A0001", "B4"]),
    ] {
        let finished = desk.run(&loan::TOOL, &[&args[..], &["--at", at]].concat());
        assert_eq!(finished.code, 0, "{}", finished.err());
    }
    desk
}

#[test]
fn reports_as_people_read_them() {
    let desk = desk();
    let told = [
        desk.told(PROGRAM, &["report"]),
        desk.told(PROGRAM, &["report", "collection", "--to", "2026-10-31"]),
        desk.told(PROGRAM, &["report", "loans", "--quarter", "2026-Q4"]),
        desk.told(PROGRAM, &["report", "members", "--year", "2026", "--publish"]),
        desk.told(PROGRAM, &["report", "ikk"]),
        desk.told(PROGRAM, &["report", "iplm", "--year", "2026"]),
    ];
    assert_data_eq!(told.concat(), file!["pages/reports.id.txt"].raw());
    let english = |args: &[&str]| desk.told(PROGRAM, &[args, &["--lang", "en"]].concat());
    let told = [
        english(&["report", "list"]),
        english(&["report", "loans", "--quarter", "2026-Q4"]),
        english(&["report", "members", "--year", "2026"]),
        english(&["report", "readers", "--month", "2026-10"]),
        english(&["report", "overdue"]),
        english(&["report", "overdue-copies"]),
        english(&["report", "most-lent", "--least", "1"]),
        english(&["report", "never-lent", "--month", "2026-10"]),
        english(&["report", "unused", "--month", "2026-10"]),
        english(&["report", "turnover", "--month", "2026-10"]),
        english(&["report", "per-head"]),
    ];
    assert_data_eq!(told.concat(), file!["pages/reports.en.txt"].raw());
}

#[test]
fn every_report_has_its_days_and_its_definition_in_every_form() {
    let desk = desk();
    // Who was late in October is asked of days that are closed.
    let night = desk.run(&nightly_report::TOOL, &["run"]);
    assert_eq!(night.code, 0, "{}", night.err());
    // It tells of no days, by which it could be put beside names.
    for name in names(&desk).into_iter().filter(|name| name != "overdue-copies") {
        let args = ["report", &name, "--month", "2026-10"];
        let answer = desk.done(&nightly_report::TOOL, &args);
        assert_eq!(answer["report"], name.as_str());
        assert_eq!(answer["to"], "2026-10-31", "{name}");
        assert!(
            answer["definition"].as_str().is_some_and(|text| text.len() > 40),
            "{name}"
        );
        let csv = desk.run(&nightly_report::TOOL, &[&args[..], &["--format", "csv"]].concat());
        assert!(csv.out().starts_with("from,to,"), "{name}: {}", csv.out());
        let file = format!("{name}.xlsx");
        let written = desk.run(&nightly_report::TOOL, &[&args[..], &["-o", &desk.name(&file)]].concat());
        assert_eq!(written.code, 0, "{name}: {}", written.err());
        assert!(std::fs::read(desk.path(&file)).is_ok_and(|bytes| bytes.starts_with(b"PK")));
    }
}

#[test]
fn rows_by_class_add_up_to_the_last() {
    let desk = desk();
    for (name, keys) in [
        ("collection", &["titles", "copies"][..]),
        ("loans", &["m10", "loans", "renewals"]),
        ("unused", &["copies", "not_lent"]),
        ("turnover", &["copies", "loans"]),
    ] {
        let answer = desk.done(&nightly_report::TOOL, &["report", name, "--month", "2026-10"]);
        let rows = answer["rows"].as_array().expect("rows");
        let (total, rows) = rows.split_last().expect("a total");
        assert_eq!(total["class"], "total");
        assert_eq!(rows.len(), 12);
        for key in keys {
            let number = |row: &serde_json::Value| row[key].as_i64().expect("a number");
            assert_eq!(rows.iter().map(number).sum::<i64>(), number(total), "{name} {key}");
        }
    }
}

#[test]
fn an_option_that_a_report_does_not_take_is_refused() {
    let desk = desk();
    for (args, names) in [
        (&["turnover", "--recount"][..], "loans"),
        (&["collection", "--least", "7"], "most-lent"),
        (&["loans", "--recount", "--limit", "100"], "most-lent"),
    ] {
        let refused = desk.run(&nightly_report::TOOL, &[&["report"], args].concat());
        assert_eq!(refused.code, 2, "{args:?}");
        assert!(refused.err().contains(names), "{}", refused.err());
    }
    for args in [
        &["loans", "--recount"][..],
        &["most-lent", "--least", "2", "--limit", "3"],
    ] {
        desk.done(&nightly_report::TOOL, &[&["report"], args].concat());
    }
}

#[test]
fn no_answer_has_a_name_and_a_title() {
    let desk = desk();
    for name in names(&desk) {
        let answer = desk
            .run(&nightly_report::TOOL, &["report", &name, "--format", "json"])
            .out();
        let has = |words: &[&str]| words.iter().any(|word| answer.contains(word));
        let people = has(&["Ani", "Budi", "A0001", "A0002"]);
        assert!(!(people && has(&["Fikih", "B3"])), "{name}: {answer}");
    }
    let late = desk.done(&nightly_report::TOOL, &["report", "overdue"]);
    assert_eq!(late["readers"][0]["name"], "Budi");
    assert_eq!(late["readers"][0]["copies"], 1);
    let copies = desk.done(&nightly_report::TOOL, &["report", "overdue-copies"]);
    assert_eq!(copies["copies"][0]["title"], "Fikih");
}

#[test]
fn what_is_kept_back_is_nothing_to_programs_and_a_dash_to_people() {
    let desk = desk();
    let args = ["report", "members", "--year", "2026"];
    let inside = desk.done(&nightly_report::TOOL, &args);
    let sex = |answer: &serde_json::Value, group: &str| {
        let rows = answer["groups"].as_array().expect("rows").iter();
        let mut of = rows.filter(|row| row["by"] == "sex" && row["group"] == group);
        of.next().map(|row| row["valid"].clone())
    };
    assert_eq!(
        (inside["published"].clone(), sex(&inside, "male")),
        (false.into(), Some(1.into()))
    );
    let public = desk.done(&nightly_report::TOOL, &[&args[..], &["--publish"]].concat());
    assert_eq!(public["published"], true);
    assert_eq!(sex(&public, "male"), Some(serde_json::Value::Null));
    assert_eq!(
        sex(&public, "female"),
        Some(serde_json::Value::Null),
        "or the total would tell"
    );
}

#[test]
fn nothing_that_is_published_tells_of_a_few() {
    let desk = desk();
    let of_people = [
        "registered",
        "valid",
        "loans",
        "renewals",
        "m10",
        "m11",
        "count",
        "heads",
        "per_copy",
        "per_title",
        "per_head",
        "last_lent",
    ];
    let told = |args: &[&str]| {
        let answer = desk.done(&nightly_report::TOOL, &[args, &["--from", "2026-10-01"]].concat());
        let lists = answer.as_object().unwrap().values().filter_map(|list| list.as_array());
        let cells = lists.flatten().flat_map(|row| row.as_object().unwrap().iter());
        let few = |value: &serde_json::Value| match value.as_str() {
            Some(text) => !["0", "0.00"].contains(&text),
            None => (1..5).contains(&value.as_i64().unwrap_or(0)),
        };
        let few = cells.filter(|(key, value)| of_people.contains(&key.as_str()) && few(value));
        (answer["published"].clone(), few.count())
    };
    for name in ["loans", "members", "readers", "most-lent", "turnover", "per-head"] {
        let least = if name == "most-lent" {
            &["--least", "1"][..]
        } else {
            &[]
        };
        let args = [&["report", name], least].concat();
        let (published, few) = told(&args);
        assert!(
            published == false && few > 0,
            "{name}: nothing small that could be told"
        );
        assert_eq!(told(&[&args[..], &["--publish"]].concat()), (true.into(), 0), "{name}");
    }
    let recounted = told(&["report", "loans", "--recount", "--publish"]);
    assert_eq!(recounted, (true.into(), 0));
    // What the library owns is nobody.
    for name in ["collection", "unused", "ikk"] {
        let shown = |more: &[&str]| {
            let mut answer = desk.done(&nightly_report::TOOL, &[&["report", name], more].concat());
            answer["published"].take();
            answer
        };
        assert_eq!(shown(&[]), shown(&["--publish"]), "{name}");
        let words = desk.run(&nightly_report::TOOL, &["report", name, "--publish"]).out();
        assert!(words.contains("tidak ada yang perlu ditutup"), "{words}");
    }
}

#[test]
fn what_is_not_asked_for_well_is_refused() {
    let desk = desk();
    let code = |args: &[&str]| {
        let finished = desk.run(&nightly_report::TOOL, &[args, &["--format", "json"]].concat());
        (finished.code, code_of(&finished))
    };
    for (args, expected) in [
        (&["report", "colection"][..], (2, "report.unknown")),
        (&["report", "overdue", "--publish"], (1, "report.names")),
        (&["report", "overdue-copies", "--publish"], (1, "report.inside")),
        (
            &["report", "overdue-copies", "--month", "2026-10"],
            (2, "report.no-period"),
        ),
        (
            &["report", "overdue-copies", "--to", "2026-11-20"],
            (2, "report.no-period"),
        ),
        (&["report", "loans", "--year", "2027"], (2, "period.not-yet")),
        (
            &["report", "loans", "--from", "2026-10-02", "--to", "2026-10-01"],
            (2, "period.backwards"),
        ),
        (&["report", "loans", "--quarter", "2026-Q9"], (2, "period.quarter")),
        (&["facts", "2026", "penduduk", "9"], (2, "fact.unknown")),
        (&["facts", "2026", "population", "banyak"], (2, "value.bad")),
        (&["facts", "2026", "population", "0"], (2, "value.bad")),
        (&["report", "loans", "--year", "2020"], (1, "report.not-recorded")),
        (&["report", "never-lent", "--year", "2020"], (1, "report.not-recorded")),
    ] {
        assert_eq!(code(args), (expected.0, expected.1.to_owned()), "{args:?}");
    }
}

#[test]
fn the_index_is_computed_once_all_seven_are_known() {
    let desk = desk();
    let facts = [
        ("population", "4.000"),
        ("libraries", "100"),
        ("digital-titles", "1996"),
        ("librarians", "10"),
        ("uplm4-data", "400"),
        ("libraries-standard", "30"),
        ("uplm6-data", "500"),
    ];
    let index = |desk: &Desk| {
        let answer = desk.done(&nightly_report::TOOL, &["report", "iplm", "--year", "2026"]);
        let rows = answer["index"].as_array().expect("rows").clone();
        rows.iter()
            .find(|row| row["element"] == "iplm")
            .expect("the index")
            .clone()
    };
    for (name, value) in facts {
        assert_eq!(index(&desk)["raw"], serde_json::Value::Null, "before {name}");
        let set = desk.run(&nightly_report::TOOL, &["facts", "2026", name, value]);
        assert_eq!((set.code, set.out().as_str()), (0, ""), "{}", set.err());
    }
    // 1/40 + 2,000/4,000 + 1/400 + 1/10 + 3/400 + 1/8 + 6/4,000 = 0.7615; x 100 / 7 = 10.878571…
    assert_eq!(index(&desk)["raw"], "10.88");
    assert_eq!(
        index(&desk)["capped"],
        serde_json::Value::Null,
        "the constants are not known"
    );
    for number in 1..=7 {
        let name = format!("uplm{number}-constant");
        desk.run(&nightly_report::TOOL, &["facts", "2026", &name, "0.05"]);
    }
    // 0.5, 1, 0.05, 1, 0.15, 1, 0.03: 3.73; x 100 / 7 = 53.285714…
    assert_eq!(index(&desk)["capped"], "53.29");
    let told = [
        desk.told(PROGRAM, &["facts"]),
        desk.told(PROGRAM, &["report", "iplm", "--year", "2026", "--lang", "en"]),
        desk.told(PROGRAM, &["facts", "2026", "population", "", "-v", "--lang", "en"]),
    ];
    assert_data_eq!(told.concat(), file!["pages/iplm.txt"].raw());
}

fn names(desk: &Desk) -> Vec<String> {
    let answer = json(&desk.run(&nightly_report::TOOL, &["report", "--format", "json"]).stdout);
    let reports = answer["reports"].as_array().expect("a list").iter();
    reports
        .filter_map(|report| report["name"].as_str().map(str::to_owned))
        .collect()
}
