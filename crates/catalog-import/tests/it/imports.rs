//! Imports: their JSON, their sentences, their rejects, several at once, what staff edited, standard input.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use pustaka_cli::run_in;
use pustaka_testkit::stored::contents;
use serde_json::{Value, json};
use snapbox::{IntoData, assert_data_eq, file, str};

use crate::desk::{Desk, code_of, json as json_of, rows};

const TWO: &str = "judul,penulis,tahun,isbn,barcode,harga\n\
    Bumi Manusia,Pramoedya Ananta Toer,1980,,B1,45000\n\
    Laskar Pelangi,Andrea Hirata,2005,978-602-8519-93-9,B2; B3,52000\n";

#[test]
fn the_json_that_other_programs_rely_on() {
    let desk = Desk::new();
    let path = desk.file("two.csv", TWO);
    let finished = desk.run(&[&path, "--format", "json"]);
    let told = finished.out().replace(desk.folder().to_str().unwrap(), "[DESK]");
    assert_data_eq!(
        told,
        str![[r#"
{
  "batch": 1,
  "file": "[DESK]/two.csv",
  "dialect": "generic",
  "encoding": "utf-8",
  "delimiter": ",",
  "records": 2,
  "blank": 0,
  "imported": 2,
  "unchanged": 0,
  "rejected": 0,
  "titles": {
    "new": 2,
    "matched": 0,
    "updated": 0
  },
  "items": {
    "new": 3,
    "unchanged": 0,
    "updated": 0,
    "duplicate": 0
  },
  "isbn": {
    "valid": 1,
    "invalid": 0,
    "mended": 0
  },
  "warnings": [],
  "rejects": null
}

"#]]
        .raw()
    );
}

#[test]
fn what_people_are_told() {
    let desk = Desk::new();
    desk.fixture("catalogue/vendor-acquisition.csv");
    desk.fixture("catalogue/refused.csv");
    let told = [
        &["--dry-run", "vendor-acquisition.csv"][..],
        &["-v", "vendor-acquisition.csv"],
        &["-v", "vendor-acquisition.csv"],
        &["refused.csv"],
        &["-v", "--on-error", "skip", "refused.csv"],
        &["hilang.csv"],
    ];
    let in_indonesian = told.map(|args| desk.told(args)).concat();
    assert_data_eq!(in_indonesian, file!["pages/import.id.txt"].raw());
    let again = Desk::new();
    again.fixture("catalogue/vendor-acquisition.csv");
    again.fixture("catalogue/refused.csv");
    let in_english = told
        .map(|args| again.told(&[args, &["--lang", "en"]].concat()))
        .concat();
    assert_data_eq!(in_english, file!["pages/import.en.txt"].raw());
}

/// In cron nothing is said when all is well, so that mail means something.
#[test]
fn cron_hears_only_of_what_went_wrong() {
    let desk = Desk::new();
    let good = desk.file("two.csv", TWO);
    for _ in 0..2 {
        let finished = desk.run(&[&good]);
        assert_eq!(
            (finished.code, finished.out(), finished.err()),
            (0, String::new(), String::new())
        );
    }
    let bad = desk.file("bad.csv", "judul,harga\nBumi,mahal\nLangit,1000\n");
    let skipped = desk.run(&[&bad, "--on-error", "skip"]);
    assert_eq!((skipped.code, skipped.out()), (1, String::new()));
    assert!(
        skipped
            .err()
            .contains("1 of 2 rows can't be taken; the others are stored"),
        "{}",
        skipped.err()
    );
    assert!(
        skipped
            .err()
            .contains("column `harga`: The price `mahal` is no whole amount"),
        "{}",
        skipped.err()
    );
}

#[test]
fn several_files_are_several_batches_up_to_the_first_that_fails() {
    let desk = Desk::new();
    let one = desk.file("one.csv", TWO);
    let two = desk.file("two.csv", "judul,penulis\nKimia,Sri\n");
    let bad = desk.file("bad.csv", "judul,harga\nBumi,mahal\n");
    let none = desk.path("none.csv").to_str().unwrap().to_owned();
    let (code, answer) = desk.json(&[&one, &two, &bad, &none]);
    assert_eq!(code, 1);
    let imports = answer["imports"].as_array().unwrap();
    let batches: Vec<&Value> = imports.iter().map(|one| &one["batch"]).collect();
    assert_eq!(batches, [&json!(1), &json!(2), &Value::Null]);
    let more = desk.file("more.csv", "judul,penulis\nFisika,Joko\n");
    let last = desk.file("last.csv", "judul,penulis\nBiologi,Eka\n");
    let finished = desk.run(&[&more, &none, &last]);
    assert_eq!(finished.code, 3);
    let stored = format!("Stored already: {more} (batch 3).");
    assert!(finished.err().contains(&stored), "{}", finished.err());
    assert!(
        finished.err().contains("none.csv: There is no such file."),
        "{}",
        finished.err()
    );
    assert!(!contents(&desk.db(), &[]).contains("Biologi"));
}

#[test]
fn standard_input_is_read_like_a_file() {
    let (piped, filed) = (Desk::new(), Desk::new());
    let finished = run_in(
        &catalog_import::TOOL,
        ["-", "--format", "json"],
        piped.world().with_stdin(TWO),
    );
    assert_eq!((finished.code, &json_of(&finished.stdout)["file"]), (0, &json!("-")));
    filed.import("-", TWO, &[]);
    let without = ["journal", "batch"];
    assert_eq!(contents(&piped.db(), &without), contents(&filed.db(), &without));
    let workbook = fs::read(crate::desk::root().join("fixtures/catalogue/inlislite-sample.xlsx")).unwrap();
    let finished = run_in(
        &catalog_import::TOOL,
        ["-", "--format", "json"],
        piped.world().with_stdin(workbook),
    );
    assert_eq!(json_of(&finished.stdout)["dialect"], "inlislite", "{}", finished.err());
    let empty = run_in(&catalog_import::TOOL, ["-"], piped.world());
    assert!(
        empty.err().contains("standard input: The file is empty."),
        "{}",
        empty.err()
    );
}

#[test]
fn a_field_that_staff_edited_is_kept_unless_told_otherwise() {
    let desk = Desk::new();
    desk.import(
        "a.csv",
        "judul,penulis,penerbit\nBumi Manusia,Pramoedya,Hasta Mitra\n",
        &[],
    );
    assert_eq!(desk.run(&["edit", "1", "publisher=Lentera", "place=Jakarta"]).code, 0);
    // The publisher is part of what a title is known by; the ISBN is not there: so the year has to differ nowhere.
    let file = desk.file(
        "b.csv",
        "judul,penulis,penerbit,kota terbit,klasifikasi\nBumi Manusia,Pramoedya,Lentera,Kediri,899\n",
    );
    let (_, dry) = desk.json(&[&file, "--dry-run"]);
    let changes = json!([{"line": 2, "title": "Bumi Manusia", "field": "class", "before": "", "after": "899"}]);
    assert_eq!(dry["changes"], changes);
    let (_, kept) = desk.json(&[&file]);
    assert_eq!(kept["titles"], json!({"new": 0, "matched": 1, "updated": 1}));
    assert_eq!(
        kept["warnings"],
        json!([{"code": "title.kept", "count": 1, "first": {"line": 2, "column": "place"}}])
    );
    let (_, told) = desk.json(&[&file, "--update"]);
    assert_eq!((&told["titles"]["updated"], &told["warnings"]), (&json!(1), &json!([])));
    assert!(contents(&desk.db(), &[]).contains("\"Kediri\""));
}

#[test]
fn titles_are_matched_by_what_they_are_and_never_by_the_title_alone() {
    let cases = [
        (
            "judul,penulis\nBumi Manusia,Toer\n",
            "judul,penulis\nBUMI MANUSIA.,toer\n",
            0,
        ),
        (
            "judul,penulis\nBumi Manusia,Toer\n",
            "judul,penulis\nBumi Manusia,Orang Lain\n",
            1,
        ),
        ("judul,jumlah\nBumi Manusia,1\n", "judul,kelas\nBumi Manusia,899\n", 1),
        (
            "judul,isbn\nLaskar Pelangi,9786028519939\n",
            "judul,isbn\nLaskar Pelangi : sebuah novel,9786028519939\n",
            0,
        ),
        (
            "judul,isbn\nLaskar Pelangi,9786028519939\n",
            "judul,isbn\nKimia Dasar,9786028519939\n",
            1,
        ),
        ("judul,barcode\nBumi,B1\n", "judul,barcode\nBumi,B1\n", 0),
    ];
    for (first, second, new) in cases {
        let desk = Desk::new();
        desk.import("a.csv", first, &[]);
        let (_, answer) = desk.import("b.csv", second, &[]);
        assert_eq!(answer["titles"]["new"], new, "{first} then {second}: {answer}");
    }
    let desk = Desk::new();
    desk.import("a.csv", cases[4].0, &[]);
    let shared = desk.run(&[&desk.file("b.csv", cases[4].1), "-v"]);
    assert!(
        shared.out().contains("isbn.shared") && shared.out().contains("Laskar Pelangi"),
        "{}",
        shared.out()
    );
    assert!(shared.out().contains("Kimia Dasar"), "{}", shared.out());
}

#[test]
fn where_the_rejects_file_can_not_be_written() {
    let desk = Desk::new();
    let text = "judul,harga\nBumi,mahal\nLangit,1000\n";
    let folder = desk.path("terkunci");
    fs::create_dir(&folder).unwrap();
    let file = desk.file("terkunci/a.csv", text);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(folder.join("probe"), "").is_ok() {
        // The superuser writes everywhere; a file where the folder should be does the same.
        fs::remove_file(folder.join("probe")).unwrap();
    } else {
        let was = contents(&desk.db(), &[]);
        let skip = desk.run(&[&file, "--on-error", "skip", "--format", "json"]);
        assert_eq!((skip.code, code_of(&skip).as_str()), (3, "rejects.failed"));
        assert_eq!(contents(&desk.db(), &[]), was, "rows must not be lost without a trace");
        let (code, stop) = desk.json(&[&file]);
        assert_eq!((code, &stop["rejects"]), (1, &Value::Null));
    }
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    let (_, answer) = desk.json(&[&file]);
    let rejects = answer["rejects"].as_str().unwrap();
    let mode = fs::metadata(rejects).unwrap().permissions().mode() & 0o777;
    assert_eq!(
        mode,
        fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        "as readable as the file itself"
    );
}

#[test]
fn rejected_rows_come_back_mended() {
    let desk = Desk::new();
    let text = "Daftar buku;;\nJudul;Tahun;Harga\nBumi \"Manusia\";1980;mahal\nLangit;2001;1000\nAir;2002\n";
    let (code, answer) = desk.import("a.csv", text, &["--on-error", "skip"]);
    assert_eq!((code, rows(&answer)), (1, [0, 1, 0, 2]));
    let rejects = answer["rejects"].as_str().unwrap();
    let mended = fs::read_to_string(rejects)
        .unwrap()
        .replace("mahal", "Rp 10.000")
        .replace("Air;2002;", "Air;2002;5000");
    fs::write(rejects, mended).unwrap();
    let (code, answer) = desk.json(&[rejects]);
    assert_eq!((code, rows(&answer)), (0, [0, 2, 0, 0]), "{answer}");
    assert!(contents(&desk.db(), &[]).contains("Bumi \\\"Manusia\\\""));
}

#[test]
fn a_dry_run_shows_what_each_column_is_and_needs_no_turn_to_write() {
    let desk = Desk::new();
    let text = "Daftar pengadaan 2024;;;\nNama Buku;Penulis;Warna;Eks\nBumi;Pram;biru;2\n";
    let file = desk.file("a.csv", text);
    let held = fs::File::create(desk.path("library.db.queue")).unwrap();
    held.lock().unwrap();
    let (code, answer) = desk.json(&[&file, "--dry-run", "--map", "title=Nama Buku"]);
    assert_eq!(code, 0);
    assert_eq!(answer["header_line"], 2);
    let columns = answer["columns"].as_array().unwrap();
    let fields: Vec<&Value> = columns.iter().map(|column| &column["field"]).collect();
    assert_eq!(
        fields,
        [&json!("title"), &json!("author"), &Value::Null, &json!("copies")]
    );
    assert_eq!(
        (&answer["preview"][0]["line"], &answer["preview"][0]["title"]["title"]),
        (&json!(3), &json!("Bumi"))
    );
    let shown = desk.run(&[&file, "--dry-run", "--map", "title=Nama Buku"]);
    for words in [
        "Not read: `Warna`",
        "1 `Daftar pengadaan 2024`",
        "2 copies, whose codes are made",
        "without `--dry-run`",
    ] {
        assert!(shown.out().contains(words), "{words}: {}", shown.out());
    }
}

#[test]
fn the_answer_can_be_a_file() {
    let desk = Desk::new();
    let file = desk.file("two.csv", TWO);
    for name in ["answer.json", "answer.csv", "answer.xlsx", "answer.txt"] {
        let path = desk.path(name);
        let finished = desk.run(&[&file, "-o", path.to_str().unwrap()]);
        assert_eq!(
            (finished.code, finished.out()),
            (0, String::new()),
            "{name}: {}",
            finished.err()
        );
        assert!(fs::metadata(&path).unwrap().len() > 20, "{name}");
    }
    assert_eq!(json_of(&fs::read(desk.path("answer.json")).unwrap())["batch"], 1);
    let taken = desk.run(&[
        &file,
        "-o",
        desk.path("answer.json").to_str().unwrap(),
        "--format",
        "json",
    ]);
    assert_eq!((taken.code, code_of(&taken).as_str()), (2, "output.exists"));
}

/// Found by the properties: what the first import did must not make a row of the same file mean something else.
#[test]
fn a_second_import_changes_nothing_however_entangled_the_rows_are() {
    let cases = [
        // A row with a known copy gives an old title the ISBN of a new one.
        (
            "judul,isbn,barcode\nBumi,0979402319,B1\n",
            "judul,isbn,barcode\nBumi,9786028519939,\nBumi,978-602-8519-93-9,B1\n",
        ),
        // A title loses its ISBN to a correction; a later row still has the old one.
        (
            "judul,isbn,barcode\nBumi,9786028519939,B1\n",
            "judul,isbn,barcode\nBumi,0979402319,B1\nBumi,9786028519939,\n",
        ),
        // A code of the file is one that was made for a row above it.
        (
            "judul\nAir\n",
            "judul,barcode,harga,lokasi\nBumi,,1000,\nBumi,P0000001,,Pusat\n",
        ),
    ];
    for (before, file) in cases {
        let desk = Desk::new();
        desk.import("a.csv", before, &[]);
        let (code, first) = desk.import("b.csv", file, &[]);
        assert_eq!((code, rows(&first)[3]), (0, 0), "{first}");
        let was = contents(&desk.db(), &[]);
        let (code, second) = desk.import("b.csv", file, &[]);
        assert_eq!((code, rows(&second)), (0, [0, 0, 2, 0]), "{second}");
        assert_eq!(contents(&desk.db(), &[]), was);
    }
    let desk = Desk::new();
    let (_, answer) = desk.import("b.csv", cases[2].1, &[]);
    assert_eq!(
        (&answer["items"]["new"], &answer["items"]["duplicate"]),
        (&json!(2), &json!(0)),
        "{answer}"
    );
}
