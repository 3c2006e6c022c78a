//! The calendar at the keyboard.

use snapbox::{assert_data_eq, file};

use crate::desk::{Desk, code_of, json};

#[test]
fn the_calendar_in_words() {
    let desk = Desk::new();
    let told = [
        &["calendar"][..],
        &["calendar", "--lang", "en"],
        &["calendar", "show", "24/12/2026"],
        &["calendar", "show", "2026-12-27", "--lang", "en"],
        &[
            "calendar",
            "close",
            "2026-12-28",
            "2026-12-31",
            "--reason",
            "Stok opname",
            "-v",
        ],
        &[
            "calendar",
            "close",
            "2026-12-28",
            "2026-12-31",
            "--reason",
            "Stok opname",
            "-v",
            "--lang",
            "en",
        ],
        &["calendar", "open", "2026-12-27", "--reason", "Bazar buku", "-v"],
        &["calendar", "show", "2026-12-27"],
        &["calendar", "show", "--to", "2026-12-31"],
        &["calendar", "weekly", "jum'at", "7", "-v"],
        &["calendar", "weekly", "--lang", "en"],
        &["calendar", "weekly", "tidak-ada", "-v"],
        &["calendar", "remove", "2026-12-27", "-v", "--lang", "en"],
    ]
    .map(|args| desk.told(args));
    assert_data_eq!(told.concat(), file!["pages/calendar.txt"].raw());
}

#[test]
fn wrong_input_first() {
    let desk = Desk::new();
    desk.file("kosong.csv", "date,kind,name\n");
    desk.file(
        "libur.csv",
        "Tanggal;Jenis;Nama\n1/1/2027;libur;Tahun Baru\n31/2/2027;libur;x\n2027-01-02;masuk;y\n2027-01-01;libur;lagi\n;libur;z\n1;2\n",
    );
    desk.file("lain.csv", "nama,umur\nSiti,12\n");
    let told = [
        &["calendar", "close", "2026-12-31", "2026-12-28", "--reason", "x"][..],
        &["calendar", "close", "2026-12-31"],
        &["calendar", "close", "31/12/26", "--reason", "x"],
        &["calendar", "close", "2026-01-01", "2050-01-01", "--reason", "x"],
        &["calendar", "weekly", "mingu"],
        &["calendar", "weekly", "1", "2", "3", "4", "5", "6", "7", "--lang", "en"],
        &["calendar", "remove", "2026-11-27"],
        &["calendar", "import", "libur.csv"],
        &["calendar", "import", "libur.csv", "--lang", "en"],
        &["calendar", "import", "kosong.csv"],
        &["calendar", "import", "lain.csv", "--lang", "en"],
        &["calendar", "import", "library.db"],
        &["calendar", "import", "tidak-ada.csv"],
    ]
    .map(|args| desk.told(args));
    assert_data_eq!(told.concat(), file!["pages/calendar-refused.txt"].raw());
    let shown = desk.run(&["calendar", "--format", "json"]);
    assert_eq!(
        json(&shown.stdout)["days"].as_array().map(Vec::len),
        Some(2),
        "as a new library has it"
    );
}

#[test]
fn a_new_year_is_one_command() {
    let desk = Desk::new();
    let file = desk.file(
        "2027.csv",
        "date,kind,name\n2027-01-01,libur,Tahun Baru 2027 Masehi\n2027-03-10,libur,Idul Fitri\n",
    );
    let run = desk.run(&["calendar", "import", &file, "--format", "json", "--dry-run"]);
    assert_eq!(
        (run.code, json(&run.stdout)["added"].as_i64()),
        (0, Some(2)),
        "{}",
        run.err()
    );
    let run = desk.run(&["calendar", "import", &file]);
    assert_eq!((run.code, run.out() + &run.err()), (0, String::new()), "silent in cron");
    // The decree was changed: one day moves.
    desk.file(
        "2027.csv",
        "date,kind,name\n2027-01-01,libur,Tahun Baru 2027 Masehi\n2027-03-11,libur,Idul Fitri\n",
    );
    let run = desk.run(&["calendar", "import", &file, "--format", "json"]);
    let answer = json(&run.stdout);
    assert_eq!(
        (answer["added"].as_i64(), answer["unchanged"].as_i64()),
        (Some(1), Some(1))
    );
    assert_eq!(answer["left"][0]["day"], "2027-03-10");
    let run = desk.run(&["calendar", "import", &file, "--replace", "--format", "json"]);
    assert_eq!(json(&run.stdout)["removed"], 1);
    let run = desk.run(&["calendar", "show", "2027-03-10", "--format", "json"]);
    assert_eq!(json(&run.stdout)["open"], true);
}

#[test]
fn the_shipped_list_is_what_its_file_says() {
    let desk = Desk::new();
    let file = desk.fixture("calendar/national-holidays.csv");
    let run = desk.run(&["calendar", "import", &file, "--format", "json"]);
    let answer = json(&run.stdout);
    assert_eq!(
        (answer["unchanged"].as_i64(), answer["added"].as_i64()),
        (Some(36), Some(0)),
        "{}",
        run.err()
    );
    let run = desk.run(&["calendar", "import", "--format", "json"]);
    assert_eq!(json(&run.stdout)["unchanged"], 36);
}

#[test]
fn a_closure_named_twice_is_asked_about() {
    let desk = Desk::new();
    for last in ["2026-12-29", "2026-12-30"] {
        let run = desk.run(&["calendar", "close", "2026-12-28", last, "--reason", "Banjir"]);
        assert_eq!(run.code, 0, "{}", run.err());
    }
    let run = desk.run(&["calendar", "remove", "2026-12-28", "--format", "json"]);
    assert_eq!((code_of(&run).as_str(), run.code), ("calendar.ambiguous", 1));
    let run = desk.run(&["calendar", "remove", "2026-12-28", "2026-12-30", "--format", "json"]);
    assert_eq!((run.code, json(&run.stdout)["removed"].as_i64()), (0, Some(1)));
}
