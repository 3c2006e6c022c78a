//! Each verb: what it says, in both languages.

use pustaka_testkit::answer::{assert_says, code_of, rows};
use pustaka_testkit::skipped::skipped;
use pustaka_testkit::workspace;
use serde_json::json;
use snapbox::{assert_data_eq, file};

use crate::desk::Desk;

#[test]
fn the_help_pages_lack_nothing() {
    assert_eq!(pustaka_cli::help_gaps(&event_roster::TOOL), Vec::<String>::new());
}

#[test]
fn an_event_from_its_plan_to_its_end() {
    let desk = Desk::new();
    let told = [
        &[
            "add",
            "Diskusi: Laskar Pelangi",
            "--kind",
            "diskusi-buku",
            "--session",
            "28/11/2026 09.00-12.00",
            "--capacity",
            "2",
            "-v",
        ][..],
        &["add", "Kelas", "--kind", "workshop", "--session", "2026-11-28"],
        &[
            "add",
            "Kelas",
            "--kind",
            "workshop",
            "--session",
            "2026-11-28 12:00-09:00",
            "--lang",
            "en",
        ],
        &[
            "register",
            "diskusi",
            "--name",
            "Siti Aminah",
            "--phone",
            "0812-3456-7801",
            "-v",
        ],
        &[
            "register",
            "diskusi",
            "--name",
            "Budi",
            "--phone",
            "0812-3456-7802",
            "--needs",
            "kursi roda",
            "--lang",
            "en",
            "-v",
        ],
        &[
            "register",
            "diskusi",
            "--name",
            "Citra",
            "--phone",
            "0812-3456-7803",
            "-v",
        ],
        &[
            "register",
            "diskusi",
            "--name",
            "Siti A.",
            "--phone",
            "+62 812 3456 7801",
        ],
        &["register", "diskusi", "A0012", "--lang", "en"],
        &["register", "kuliah", "--name", "X"],
        &["cancel", "diskusi", "E1-001J", "-v"],
        &["notices", "--lang", "en"],
        &["move", "diskusi", "2026-11-29", "-v", "--lang", "en"],
        &["show", "diskusi"],
        &["needs", "diskusi"],
        &["list", "--format", "csv"],
        &["cancel", "diskusi"],
        &["cancel", "diskusi", "--reason", "pembicara sakit"],
        &["cancel", "diskusi", "--reason", "pembicara sakit", "--yes"],
        &["check-in", "diskusi", "E1-002K"],
        &["certificates", "diskusi", "--lang", "en"],
        &["verify", "0000-0000-0000"],
    ]
    .map(|args| desk.told(args));
    assert_data_eq!(told.concat(), file!["pages/event.txt"].raw());
}

#[test]
fn the_shape_of_show() {
    let desk = Desk::with_discussion("33");
    desk.done(&[
        "register",
        "diskusi",
        "--name",
        "Siti",
        "--phone",
        "081234567801",
        "--needs",
        "kursi roda",
    ]);
    desk.done(&[
        "register",
        "diskusi",
        "--name",
        "SDN Mojoroto 1",
        "--heads",
        "32",
        "--institution",
        "SDN Mojoroto 1",
    ]);
    desk.done(&["register", "diskusi", "--name", "Budi", "--email", "budi@contoh.id"]);
    let show = desk.done(&["show", "diskusi"]);
    let counts = ["capacity", "registered", "waiting", "attended", "heads"].map(|key| show[key].as_i64().unwrap());
    assert_eq!(counts, [33, 2, 1, 0, 33]);
    assert_eq!(
        show["people"][1],
        json!({"code": "E1-002K", "name": "SDN Mojoroto 1", "state": "registered", "heads": 32, "group": true,
            "card": null, "institution": "SDN Mojoroto 1", "sessions": []})
    );
    // What somebody needs stands in one place only, and telephones only where they are asked for.
    assert!(!show.to_string().contains("kursi roda") && !show.to_string().contains("+62"));
    assert_eq!(
        desk.done(&["show", "diskusi", "--contacts"])["people"][0]["phone"],
        "+6281234567801"
    );
    assert_eq!(desk.done(&["needs", "diskusi"])["needs"][0]["needs"], "kursi roda");
    assert_eq!(desk.done(&["show", "dis"])["event"], "diskusi");
    for page in ["roster", "badges"] {
        assert!(!desk.run(&[page, "diskusi"]).out().contains("kursi roda"));
    }
    let journal = pustaka_testkit::stored::contents(&desk.db(), &["registration", "event_session"]);
    assert!(
        !journal.contains("kursi roda") && !journal.contains("Siti"),
        "no name in the journal"
    );
}

#[test]
fn a_file_of_a_form() {
    let desk = Desk::with_discussion("2");
    let form = "Cap waktu,Nama lengkap,Nomor WA,Jumlah peserta\n\
                19/11/2026 10:00:00,012 Siti Aminah,0812-3456-7801,1\n\
                19/11/2026 09:00:00,Budi,0812-3456-7802,\n\
                19/11/2026 11:00:00,Citra,0812-3456-7803,\n\
                19/11/2026 12:00:00,Siti,081234567801,\n";
    let path = desk.file("form.csv", form);
    let seen = desk.done(&["import", "diskusi", &path, "--dry-run"]);
    assert_eq!(
        (seen["imported"].as_u64(), seen["stored"].as_bool()),
        (Some(3), Some(false))
    );
    assert!(desk.done(&["show", "diskusi"])["people"].as_array().unwrap().is_empty());
    let came = desk.done(&["import", "diskusi", &path]);
    assert_eq!(rows(&came), [0, 3, 1, 0]);
    assert_eq!(
        (&came["dialect"], &came["registered"], &came["waiting"]),
        (&json!("google-forms"), &json!(2), &json!(1))
    );
    let warnings = pustaka_testkit::answer::warnings(&came);
    assert_eq!(
        warnings,
        [
            ("name.queue-number".to_owned(), 1),
            ("registration.twice".to_owned(), 1)
        ]
    );
    let names: Vec<String> = desk.done(&["show", "diskusi"])["people"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["name"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        names,
        ["Budi", "Siti Aminah", "Citra"],
        "in the order in which they asked"
    );
    assert_eq!(rows(&desk.done(&["import", "diskusi", &path])), [0, 0, 4, 0]);

    let bad = desk.file("bad.csv", "nama;jumlah orang\nDoni;\n;\nKelas 5;banyak\n-;\nEka;1;x\n");
    let refused = desk.run(&["import", "diskusi", &bad, "--format", "json"]);
    assert_eq!((refused.code, code_of(&refused).as_str()), (1, "import.rejected"));
    assert_says(&refused.err(), &["bad.csv:4:", "bad.csv:5:", "bad.csv:6:"]);
    assert_says(
        &desk.text("bad.csv.rejects.csv"),
        &[
            "nama;jumlah orang;line;column;code;reason",
            "Kelas 5;banyak;4;;heads.bad;",
        ],
    );
    assert_eq!(desk.done(&["show", "diskusi"])["people"].as_array().unwrap().len(), 3);
    let skipped = desk.run(&["import", "diskusi", &bad, "--on-error", "skip", "--format", "json"]);
    assert_eq!(skipped.code, 1);
    assert_eq!(desk.done(&["show", "diskusi"])["people"].as_array().unwrap().len(), 4);
    for (args, code) in [
        (vec!["import", "diskusi", "none.csv"], 3),
        (vec!["import", "diskusi", &path, "--map", "nama=Nama lengkap"], 2),
        (vec!["import", "diskusi", &path, "--map", "name=Siapa"], 2),
        (
            vec!["import", "diskusi", &path, "--sheet", "x", "--encoding", "morse"],
            2,
        ),
    ] {
        assert_eq!(desk.run(&args).code, code, "{args:?}");
    }
}

#[test]
fn whatever_is_typed_is_text() {
    let desk = Desk::with_discussion("40");
    for text in [
        "'; DROP TABLE event; --",
        "\u{1b}[2Jx",
        "<script>alert(1)</script>",
        "a\u{202e}b",
        "=1+1",
    ] {
        let run = desk.run(&["register", "diskusi", "--name", text, "-v"]);
        let said = run.out() + &run.err();
        assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
        for args in [
            &["show", "--", text][..],
            &["check-in", "diskusi", "--", text],
            &["verify", "--", text],
        ] {
            assert!((1..=2).contains(&desk.run(args).code), "{args:?}");
        }
    }
    for page in ["roster", "badges"] {
        let page = desk.run(&[page, "diskusi"]).out();
        assert!(!page.contains("<script"), "{page}");
    }
    let csv = desk.run(&["show", "diskusi", "--format", "csv"]).out();
    assert!(!csv.lines().any(|line| line.contains(",=1+1")), "{csv}");
}

#[test]
fn feedback_goes_out_as_a_file_with_keys() {
    let desk = Desk::with_discussion("40");
    desk.done(&[
        "feedback",
        "diskusi",
        "--usefulness",
        "4",
        "--conduct",
        "3",
        "--comment",
        "Waktunya kurang",
    ]);
    let sheet = desk.file(
        "jawaban.csv",
        "Apakah acara ini bermanfaat?;Bagaimana penyelenggaraannya?;Apa yang perlu diperbaiki?\n3;4;\n;;\n4;;AC\n",
    );
    let shown = desk.done(&["feedback", "diskusi", "--import", &sheet]);
    assert_eq!(shown["respondents"], 3);
    assert_eq!(shown["usefulness"], json!({"n": 3, "sum": 11, "mean": "3.67"}));
    let csv = desk
        .run(&["feedback", "diskusi", "--format", "csv"])
        .out()
        .replace('\r', "");
    assert_eq!(
        csv,
        "respondent,usefulness,conduct,comment,day\n1,4,3,Waktunya kurang,2026-11-20\n2,3,4,,2026-11-20\n3,4,,AC,2026-11-20\n"
    );
    let wrong = desk.file("salah.csv", "manfaat,penyelenggaraan,saran\n3,3,\n5,3,\n");
    let refused = desk.run(&["feedback", "diskusi", "--import", &wrong]);
    assert_eq!(refused.code, 1);
    assert_says(&refused.err(), &["Baris 3"]);
    assert_eq!(desk.done(&["feedback", "diskusi"])["respondents"], 3);
}

#[test]
fn the_shipped_lists() {
    let desk = Desk::with_discussion("8");
    let form = desk.fixture("events/formulir-diskusi.csv");
    let came = desk.done(&["import", "diskusi", &form]);
    assert_eq!(rows(&came), [1, 5, 1, 0]);
    let bevy = desk.fixture("events/bevy-attendees.csv");
    let came = desk.done(&["import", "diskusi", &bevy]);
    assert_eq!((rows(&came), &came["dialect"]), ([0, 3, 0, 0], &json!("bevy")));
    let people = desk.done(&["show", "diskusi", "--contacts"])["people"].clone();
    // The children share their mother's address and are two; the evening of the 19th in UTC is the 20th here.
    assert_eq!(
        (&people[5]["name"], &people[5]["contact_of"]),
        (&json!("Rara Putri"), &json!("Rina Wulandari"))
    );
    assert_eq!(people[6]["email"], people[5]["email"]);
    assert_eq!(people[7]["state"], "registered");
    assert_eq!(
        desk.done(&["needs", "diskusi"])["needs"],
        json!([{"code": "E1-003M", "name": "Putri Wulandari", "needs": "Kursi roda"}])
    );
}

/// The file of the answers is one that `survey-tally` takes, with the instrument that comes along.
#[test]
fn feedback_is_counted_by_the_surveys() {
    let program = workspace::programs().join("survey-tally");
    if !program.is_file() {
        return skipped("survey-tally is not built");
    }
    let desk = Desk::with_discussion("40");
    for (usefulness, comment) in [
        ("4", "Waktunya kurang"),
        ("3", "AC"),
        ("2", ""),
        ("4", ""),
        ("4", "Bagus"),
    ] {
        let args = [
            "feedback",
            "diskusi",
            "--usefulness",
            usefulness,
            "--conduct",
            "4",
            "--comment",
            comment,
        ];
        desk.done(&args);
    }
    let file = desk.name("umpan-balik.csv");
    assert_eq!(desk.run(&["feedback", "diskusi", "-o", &file]).code, 0);
    let instrument = desk.fixture("events/feedback.toml");
    let tally = |args: &[&str]| {
        let run = desk.program(&program, args).output().unwrap();
        assert!(
            run.status.success(),
            "{args:?}: {}",
            String::from_utf8_lossy(&run.stderr)
        );
        run.stdout
    };
    tally(&[
        "new",
        "acara",
        "--instrument",
        &instrument,
        "--from",
        "2026-11-01",
        "--to",
        "2026-11-30",
    ]);
    tally(&["import", "acara", &file]);
    let shown = pustaka_testkit::answer::json(&tally(&["show", "acara", "--format", "json"]));
    assert_eq!(shown["respondents"], 5);
    let element = |at: usize| ["key", "n", "sum"].map(|key| shown["elements"][at][key].clone());
    assert_eq!(element(0), [json!("usefulness"), json!(5), json!(17)]);
    assert_eq!(element(1), [json!("conduct"), json!(5), json!(20)]);
}

#[test]
fn a_report_of_a_period() {
    let desk = Desk::with_discussion("40");
    for number in 1..=6 {
        let (name, phone) = (format!("Orang {number}"), format!("08123456780{number}"));
        let sex = if number == 1 { "L" } else { "P" };
        let code =
            desk.done(&["register", "diskusi", "--name", &name, "--phone", &phone, "--sex", sex])["code"].clone();
        desk.on(
            "2026-11-28T02:00:00Z",
            "",
            &["check-in", "diskusi", code.as_str().unwrap()],
        );
    }
    desk.done(&["edit", "diskusi", "--cost", "600000", "--partner", "Komunitas Pena"]);
    let period = ["report", "--from", "2026-11-01", "--to", "2026-11-30"];
    let told = [
        &period[..],
        &[&period[..], &["--lang", "en"]].concat(),
        &["report", "--from", "2026-12-01", "--to", "1/11/2026"],
    ]
    .map(|args| desk.told(args));
    assert_data_eq!(told.concat(), file!["pages/report.txt"].raw());
}

/// Every verb that writes, asked for a rehearsal, says what would be and stores nothing.
#[test]
fn a_dry_run_stores_nothing() {
    let desk = Desk::with_discussion("40");
    let code = desk.done(&["register", "diskusi", "--name", "Ani", "--phone", "081234567801"])["code"].clone();
    let code = code.as_str().unwrap();
    let form = desk.fixture("events/formulir-diskusi.csv");
    let before = pustaka_testkit::stored::contents(&desk.db(), &[]);
    for args in [
        &[
            "add",
            "Lain",
            "--kind",
            "seminar",
            "--session",
            "2026-12-01 09:00-10:00",
        ][..],
        &["edit", "diskusi", "--capacity", "50"],
        &["move", "diskusi", "2026-12-01"],
        &["cancel", "diskusi", code],
        &["cancel", "diskusi", "--reason", "hujan"],
        &["register", "diskusi", "--name", "Beni"],
        &["import", "diskusi", &form],
        &["check-in", "diskusi", code, "--number", "1"],
        &["results", "diskusi", "--mark", code, "--before", "50"],
        &["feedback", "diskusi", "--usefulness", "4"],
        &["notices", "--done"],
    ] {
        let run = desk.run(&[args, &["--dry-run"]].concat());
        assert_eq!(run.code, 0, "{args:?}: {}", run.err());
        assert!(
            pustaka_testkit::stored::contents(&desk.db(), &[]) == before,
            "{args:?} stored something"
        );
    }
}
