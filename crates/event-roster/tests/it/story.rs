//! Three weeks of events: a discussion with 240 registrations, a class that comes on Tuesday, a course of six sessions.
//! Every count was worked out by hand.

use std::fmt::Write;

use pustaka_testkit::answer::{rows, warnings};
use pustaka_testkit::stored;
use serde_json::{Value, json};

use crate::desk::Desk;

/// The answers to the form. Row `i` has an own telephone, but 41 to 45, who asked again with those of 1 to 5. Every tenth
/// name begins with a number of the queue. Odd rows are women. Of three, one was born in 2010, one in 1996, one did not
/// say. All live in Mojoroto but 46 to 48.
fn form() -> String {
    let mut form = String::from("Cap waktu,Nama lengkap,Nomor WA,Jenis kelamin,Tahun lahir,Kecamatan\n");
    for i in 1..=240 {
        let name = match i % 10 {
            0 => format!("{i:03} Peserta Nomor {}", words(i)),
            _ => format!("Peserta Nomor {}", words(i)),
        };
        let phone = if (41..=45).contains(&i) { i - 40 } else { i };
        let born = ["2010", "1996", ""][i % 3];
        let sex = if i % 2 == 1 { "Perempuan" } else { "Laki-laki" };
        let district = if (46..=48).contains(&i) {
            "Pesantren"
        } else {
            "Mojoroto"
        };
        let (hour, minute) = (8 + i / 60, i % 60);
        writeln!(
            form,
            "19/11/2026 {hour}:{minute:02}:00,{name},0812 0000 {phone:04},{sex},{born},{district}"
        )
        .unwrap();
    }
    form
}

/// A number in letters, so that no two names are alike and none ends in figures.
fn words(number: usize) -> String {
    number
        .to_string()
        .bytes()
        .map(|digit| {
            [
                "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
            ][usize::from(digit - b'0')]
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn counts(show: &Value) -> [i64; 5] {
    ["registered", "heads", "waiting", "attended", "heads_attended"].map(|key| show[key].as_i64().unwrap())
}

/// Codes by number: the first is the class.
fn codes(show: &Value) -> Vec<String> {
    let people = show["people"].as_array().unwrap().iter();
    people.map(|one| one["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_discussion_on_saturday() {
    let desk = Desk::with_discussion("180");
    desk.done(&["edit", "diskusi", "--cost", "Rp 1.690.000"]);
    desk.done(&[
        "register",
        "diskusi",
        "--name",
        "SMAN 1 Kediri, kelas XI",
        "--heads",
        "20",
        "--phone",
        "0354 681234",
    ]);

    // 240 rows less 5 who asked twice are 235; 160 find a place beside the class, 75 wait.
    let form = desk.file("form.csv", form());
    let came = desk.done(&["import", "diskusi", &form]);
    assert_eq!(rows(&came), [0, 235, 5, 0]);
    assert_eq!(
        (&came["registered"], &came["waiting"], &came["taken"]),
        (&json!(160), &json!(75), &json!(180))
    );
    assert_eq!(
        warnings(&came),
        [
            ("name.queue-number".to_owned(), 24),
            ("registration.twice".to_owned(), 5)
        ]
    );
    let show = desk.done(&["show", "diskusi"]);
    assert_eq!(counts(&show), [161, 180, 75, 0, 0]);
    assert!(!show.to_string().contains("010 Peserta"));

    // Numbers 2 to 31 give up their places: 162 to 191 move up. Then five who wait give up: nobody moves.
    let all = codes(&show);
    let cancel = |from: usize, to: usize| {
        let codes = all[from - 1..to].iter().map(String::as_str);
        let args: Vec<&str> = ["cancel", "diskusi"].into_iter().chain(codes).collect();
        let promoted = desk.done(&args)["promoted"].clone();
        let promoted = promoted.as_array().unwrap().iter();
        promoted
            .map(|one| one["code"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(cancel(2, 31), all[161..191]);
    assert_eq!(cancel(192, 196), Vec::<String>::new());
    assert_eq!(desk.done(&["notices"])["notices"].as_array().unwrap().len(), 30);
    // The first of those who gave up comes again: last of 41.
    let again = desk.done(&[
        "register",
        "diskusi",
        "--name",
        "Peserta Nomor satu",
        "--phone",
        "0812 0000 0001",
    ]);
    assert_eq!(
        (&again["state"], &again["waiting_before"]),
        (&json!("waiting"), &json!(40))
    );
    assert_eq!(counts(&desk.done(&["show", "diskusi"])), [161, 180, 41, 0, 0]);
    assert_eq!(
        rows(&desk.done(&["import", "diskusi", &form])),
        [0, 0, 240, 0],
        "the same file again"
    );

    // At the door: the class, then numbers 32 to 180, one of them twice, one who waits, and a slip of paper.
    let mut pipe = format!("{}\r\n", all[0]);
    for code in &all[31..180] {
        writeln!(pipe, "{}", code.to_lowercase()).unwrap();
    }
    writeln!(pipe, "{}\n\n{}\nkupon parkir", all[40], all[235]).unwrap();
    let (code, scanned) = desk.on("2026-11-28T02:30:00Z", &pipe, &["check-in", "diskusi", "-"]);
    assert_eq!(code, 1);
    let figures = ["attended", "already"].map(|key| scanned[key].as_i64().unwrap());
    assert_eq!(figures, [150, 1]);
    let why: Vec<&str> = scanned["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["reason"].as_str().unwrap())
        .collect();
    assert_eq!(why, ["registration.waiting", "registration.unknown"]);

    // 161 with a place, 150 came (149 + 20 of the class = 169 heads), 11 did not.
    let (_, show) = desk.on("2026-11-28T06:00:00Z", "", &["show", "diskusi"]);
    assert_eq!(counts(&show), [161, 180, 41, 150, 169]);
    let absent = show["people"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["state"] == "absent")
        .count();
    assert_eq!(absent, 11);

    let (_, issued) = desk.on("2026-11-28T06:00:00Z", "", &["certificates", "diskusi"]);
    assert_eq!(
        (&issued["new"], issued["short"].as_array().unwrap().len()),
        (&json!(150), 0)
    );
    let last = &issued["certificates"][149];
    assert_eq!(
        (&last["number"], &last["registration"]),
        (&json!("150/2026"), &json!(all[179]))
    );
    let verified = desk.done(&["verify", last["code"].as_str().unwrap()]);
    assert_eq!(
        (&verified["valid"], &verified["event"]),
        (&json!(true), &json!("diskusi"))
    );

    report_of_the_discussion(&desk);
    assert!(stored::check(&desk.db()).is_sound());
}

/// Numbers 32 to 180 are rows 31 to 40 and 46 to 184 (five rows were no registrations, the class is number 1).
fn report_of_the_discussion(desk: &Desk) {
    let (_, report) = desk.on(
        "2026-12-01T02:00:00Z",
        "",
        &["report", "--from", "2026-11-01", "--to", "2026-11-30"],
    );
    let figures = [
        "events",
        "sessions",
        "registered",
        "heads",
        "known",
        "came_again",
        "cost",
        "cost_per_head",
    ];
    let figures = figures.map(|key| report[key].as_i64().unwrap());
    // Rp1,690,000 for 169 heads.
    assert_eq!(figures, [1, 1, 180, 169, 149, 0, 1_690_000, 10_000]);
    let groups = |key: &str| -> Vec<(String, Option<i64>)> {
        let groups = report[key].as_array().unwrap().iter();
        groups
            .map(|group| (group["name"].as_str().unwrap().to_owned(), group["heads"].as_i64()))
            .collect()
    };
    let named = |name: &str, heads: i64| (name.to_owned(), Some(heads));
    // Of rows 31 to 40 five are odd; of 46 to 184, 69 of 139.
    assert_eq!(
        groups("by_sex"),
        [named("female", 74), named("male", 75), named("", 20)]
    );
    // Multiples of three: 3 and 46, born in 2010; one more than those: 4 and 47, born in 1996; the rest 3 and 46, and the class.
    assert_eq!(
        groups("by_age"),
        [named("16-18", 49), named("25-44", 51), named("", 69)]
    );
    // Three of Pesantren are too few to be told, and so the class, which would give them away.
    assert_eq!(
        groups("by_district"),
        [
            named("Mojoroto", 146),
            ("Pesantren".to_owned(), None),
            (String::new(), None)
        ]
    );
    assert_eq!(groups("by_kind"), [named("book-discussion", 169)]);
}

#[test]
fn the_class_on_tuesday() {
    let desk = Desk::new();
    desk.done(&[
        "add",
        "Kunjungan SDN Mojoroto 1",
        "--kind",
        "kunjungan",
        "--session",
        "2026-12-01 08:00-10:00",
        "--capacity",
        "40",
        "--share",
        "none",
    ]);
    let class = [
        "register",
        "kunjungan",
        "--name",
        "SDN Mojoroto 1, kelas 5",
        "--heads",
        "32",
        "--phone",
        "0812 3456 7801",
        "--contact-of",
        "Bu Rina",
    ];
    let code = desk.done(&class)["code"].as_str().unwrap().to_owned();
    // 8 places are left: no second class of 32, and no single person before it.
    let second = desk.done(&[
        "register",
        "kunjungan",
        "--name",
        "SDN Mojoroto 1, kelas 6",
        "--heads",
        "32",
        "--phone",
        "0812 3456 7801",
        "--contact-of",
        "Bu Rina",
    ]);
    assert_eq!(second["state"], "waiting");
    let (_, came) = desk.on(
        "2026-12-01T01:00:00Z",
        "",
        &["check-in", "kunjungan", &code, "--heads", "30"],
    );
    assert_eq!((&came["attended"], &came["taken"][0]["heads"]), (&json!(1), &json!(30)));
    let (_, show) = desk.on("2026-12-01T04:00:00Z", "", &["show", "kunjungan"]);
    assert_eq!(counts(&show), [1, 32, 1, 1, 30]);
    assert_eq!(desk.run(&["certificates", "kunjungan"]).code, 1);
}

#[test]
fn the_course_of_six_sessions() {
    let desk = Desk::new();
    let days = ["01", "03", "08", "10", "15", "17"].map(|day| format!("2026-12-{day} 15:30-17:00"));
    let mut args = vec![
        "add",
        "Kelas Literasi Informasi",
        "--kind",
        "literasi-informasi",
        "--key",
        "literasi",
        "--share",
        "75",
        "--partner",
        "Dinas Kominfo",
    ];
    args.extend(days.iter().flat_map(|day| ["--session", day]));
    desk.done(&args);
    let codes: Vec<String> = (1..=6)
        .map(|number| {
            let (name, phone) = (format!("Peserta {number}"), format!("08123456780{number}"));
            let code = desk.done(&["register", "literasi", "--name", &name, "--phone", &phone])["code"].clone();
            code.as_str().unwrap().to_owned()
        })
        .collect();
    // Number n comes to the first n sessions; 75 percent of six are five.
    for session in 1..=6_usize {
        let moment = format!(
            "2026-12-{}T08:45:00Z",
            ["01", "03", "08", "10", "15", "17"][session - 1]
        );
        let pipe = codes[session - 1..].join("\n");
        let (code, came) = desk.on(&moment, &pipe, &["check-in", "literasi", "-"]);
        assert_eq!(
            (code, &came["session"], &came["attended"]),
            (0, &json!(session), &json!(7 - session))
        );
    }
    let (_, issued) = desk.on("2026-12-17T11:00:00Z", "", &["certificates", "literasi"]);
    let got: Vec<&str> = issued["certificates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["name"].as_str().unwrap())
        .collect();
    assert_eq!((&issued["needed"], got), (&json!(5), vec!["Peserta 5", "Peserta 6"]));

    let marks = [
        ("50", "60"),
        ("40", "60"),
        ("30", "60"),
        ("70", "70"),
        ("55", "70"),
        ("80", ""),
    ];
    let mut file = String::from("Kode;Pre-test;Post-test\n");
    for (code, (before, after)) in codes.iter().zip(marks) {
        writeln!(file, "{code};{before};{after}").unwrap();
    }
    let file = desk.file("nilai.csv", file);
    let results = desk.done(&["results", "literasi", "--import", &file]);
    // Gains 10, 20, 30, 0, 15: mean 15; s = 11.18; 15 ± 2.776 · 11.18 / √5; d = 15 / 11.18.
    assert_eq!(
        (
            &results["n"],
            &results["gain"],
            &results["interval95"],
            &results["effect"]
        ),
        (&json!(5), &json!("15.00"), &json!(["1.12", "28.88"]), &json!("1.34"))
    );
    let said = desk.run(&["results", "literasi"]).out();
    assert!(
        said.contains("Nilai 5 peserta naik rata-rata 15,00 poin: kenaikan yang nyata dan besar."),
        "{said}"
    );
    let typed = desk.done(&["results", "literasi", "--mark", &codes[5], "--after", "80,5"]);
    // One more pair, 80 to 80.5: 75.5 of six.
    assert_eq!((&typed["n"], &typed["gain"]), (&json!(6), &json!("12.58")));
    let bad = desk.file("salah.csv", "Kode;Pre-test;Post-test\nE1-999A;50;60\n");
    assert_eq!(desk.run(&["results", "literasi", "--import", &bad]).code, 1);
    assert!(stored::check(&desk.db()).is_sound());
}
