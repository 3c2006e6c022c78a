//! Files of answers: what comes in, what is dropped, what is rejected, what is taken back.

use serde_json::json;
use snapbox::{assert_data_eq, file};

use crate::desk::{Desk, FORMS};

#[test]
fn the_help_pages_lack_nothing() {
    assert_eq!(pustaka_cli::help_gaps(&survey_tally::TOOL), Vec::<String>::new());
}

#[test]
fn a_google_forms_export_comes_in_with_all_its_dirt() {
    let desk = Desk::new();
    let file = desk.fixture(FORMS);
    let looked = desk.done(&["import", "2026-q3", &file, "--new", "--dry-run"]);
    assert_eq!((&looked["imported"], &looked["batch"]), (&json!(200), &json!(null)));
    assert_eq!(desk.run(&["show", "2026-q3"]).code, 1, "nothing was made");
    let came = desk.done(&["import", "2026-q3", &file, "--new"]);
    let expected = json!({
        "batch": 1, "records": 237, "blank": 37, "imported": 200, "unchanged": 0, "outside": 0, "empty": 0,
        "rejected": 0, "encoding": "utf-8", "delimiter": ";", "layout": "wide",
    });
    for (key, value) in expected.as_object().unwrap() {
        assert_eq!(&came[key], value, "{key}");
    }
    let dropped: Vec<&str> = came["dropped"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["why"].as_str().unwrap())
        .collect();
    assert_eq!(dropped, ["mail", "name"]);
    assert_eq!(came["columns"][16]["key"], "pengaduan");
    assert!(came["covered"].as_u64().unwrap() > 0);
    let again = desk.run(&["import", "2026-q3", &file]);
    assert_eq!((again.code, again.out().as_str()), (0, ""), "silent in cron");
    assert!(
        again.err().contains("Alamat Email"),
        "what names people is said always: {}",
        again.err()
    );
    let again = desk.done(&["import", "2026-q3", &file]);
    assert_eq!(
        (&again["batch"], &again["imported"], &again["unchanged"]),
        (&json!(null), &json!(0), &json!(200))
    );
    // Nothing of the people is in the library.
    let bytes = std::fs::read(desk.db()).unwrap();
    for secret in ["contoh.id", "Slamet", "0812-3456", "3456-7890", "ibu.guru"] {
        assert!(
            !bytes.windows(secret.len()).any(|part| part == secret.as_bytes()),
            "{secret}"
        );
    }
    assert_eq!(desk.done(&["undo", "1"])["responses"], 200);
    assert_eq!(
        desk.done(&["batches"])["batches"][0]["undone"],
        "2026-11-20T10:15:00+07:00"
    );
    assert_eq!(
        desk.done(&["import", "2026-q3", &file])["imported"],
        200,
        "what was undone may come again"
    );
}

#[test]
fn microsoft_forms_and_workbooks() {
    let desk = Desk::new();
    let head = "ID;Start time;Completion time;Email;Name;Last modified time;Persyaratan;Prosedur pelayanan;\
                Kecepatan waktu;Biaya/Tarif;Produk pelayanan;Kompetensi petugas;Perilaku petugas;Sarana dan prasarana;\
                Penanganan pengaduan";
    let rows = "1;7/3/26 9:15:22;7/3/26 9:17:40;anonymous;;;Sesuai;Mudah;Cepat;Gratis;Sesuai;Kompeten;Sopan dan ramah;Baik;Dikelola dengan baik\n\
                2;7/13/26 9:15:22;7/13/26 9:17:40;anonymous;;;4;4;4;4;4;4;4;4;4\n";
    let came = desk.done(&[
        "import",
        "2026-q3",
        &desk.file("forms.csv", format!("{head}\n{rows}")),
        "--new",
    ]);
    assert_eq!((&came["imported"], &came["rejected"]), (&json!(2), &json!(0)));
    assert_eq!(came["dropped"].as_array().unwrap().len(), 2);
    assert_eq!(
        desk.done(&["show", "2026-q3"])["from"],
        "2026-07-03",
        "month before day, by the period"
    );

    use pustaka_formats::sheet::{Cell, Column, ColumnKind, Table, write_xlsx};
    let column = |heading: &str| Column {
        heading: heading.to_owned(),
        kind: ColumnKind::Text,
    };
    let cells = |line: &str| {
        line.split(';')
            .map(|cell| Cell::Text(cell.to_owned()))
            .collect::<Vec<_>>()
    };
    let table = Table {
        sheet: "Form1".to_owned(),
        titles: vec!["Jawaban survei".to_owned()],
        columns: head.split(';').map(column).collect(),
        rows: rows.lines().map(cells).collect(),
    };
    let book = desk.file("forms.xlsx", write_xlsx(&table).unwrap());
    let again = desk.done(&["import", "2026-q3", &book]);
    assert_eq!(
        (&again["imported"], &again["unchanged"]),
        (&json!(0), &json!(2)),
        "the same answers in a workbook"
    );
}

#[test]
fn what_can_not_be_taken_is_named_by_line_and_column() {
    let desk = Desk::new();
    let file = desk.fixture("surveys/refused.csv");
    let told = [
        &["import", "2026-q3", &file, "--new"][..],
        &[
            "import",
            "2026-q3",
            &file,
            "--new",
            "--lang",
            "en",
            "--on-error",
            "skip",
            "-v",
        ],
        &["batches", "--lang", "en"],
    ]
    .map(|args| desk.told(args));
    assert!(
        told[0].contains("exit 1") && told[1].contains("--new"),
        "the survey was not made without its answers"
    );
    assert_data_eq!(told.concat(), file!["pages/refused.txt"].raw());
    let rejects = desk.text("refused.csv.rejects.csv");
    assert!(
        rejects.contains("answer.outside-scale") && rejects.contains("row.ragged"),
        "{rejects}"
    );
    // Mended, the rows come in; the ones that were there stay one.
    let mended = rejects
        .lines()
        .map(|line| {
            line.replace(",5,", ",4,")
                .replace("22,0,", "22,4,")
                .replace(",0,3,", ",4,3,")
        })
        .filter(|line| {
            !line.contains("Mantap")
                && !line.contains("Sangat mudah")
                && !line.contains("kemarin")
                && !line.contains("ragged")
        })
        .collect::<Vec<_>>()
        .join("\n");
    let came = desk.done(&["import", "2026-q3", &desk.file("mended.csv", mended)]);
    assert_eq!(came["imported"], 2);
    assert_eq!(desk.done(&["show", "2026-q3"])["respondents"], 4);
}

#[test]
fn one_row_an_answer() {
    let desk = Desk::new();
    let came = desk.done(&["import", "2026-q3", &desk.fixture("surveys/long.csv"), "--new"]);
    assert_eq!(
        (&came["layout"], &came["imported"], &came["records"]),
        (&json!("long"), &json!(2), &json!(18))
    );
    let shown = desk.done(&["show", "2026-q3"]);
    assert_eq!((&shown["respondents"], &shown["blanks"]), (&json!(2), &json!(1)));
}

#[test]
fn columns_that_are_not_clear_are_asked_for() {
    let desk = Desk::new();
    let bare = desk.file("bare.csv", "No,U1,U2,U3,U4,U5,U6,U7,U8,U9\n1,4,4,4,4,4,4,4,1,4\n");
    let refused = desk.run(&["tally", &bare]);
    assert_eq!(refused.code, 1);
    assert!(
        refused.err().contains("U8") && refused.err().contains("--order: questionnaire, regulation"),
        "{}",
        refused.err()
    );
    let lowest = |order: &str| desk.done(&["tally", &bare, "--order", order])["lowest"][0].clone();
    assert_eq!(
        (lowest("questionnaire"), lowest("regulation")),
        (json!("sarana"), json!("pengaduan"))
    );
    let odd = desk.file(
        "odd.csv",
        crate::desk::matrix(&[vec![4; 9]]).replace("sarana", "Kebersihan"),
    );
    assert!(desk.run(&["tally", &odd]).err().contains("--map 'sarana=JUDUL'"));
    assert_eq!(
        desk.done(&["tally", &odd, "--map", "sarana=kebersihan"])["weight"],
        "1/9"
    );
    assert_eq!(desk.done(&["tally", &odd, "--map", "sarana=-"])["weight"], "1/8");
    assert_eq!(desk.run(&["tally", &odd, "--map", "sarna=Kebersihan"]).code, 2);
    assert_eq!(desk.run(&["tally", &odd, "--map", "sarana"]).code, 2);
    assert_eq!(
        desk.run(&["tally", &desk.file("none.csv", "judul,pengarang\nx,y\n")])
            .code,
        1
    );
    assert_eq!(desk.run(&["tally", &desk.name("missing.csv")]).code, 3);
    assert_eq!(
        desk.run(&["import", "2026-q3", &bare]).code,
        1,
        "no such survey, and none is made by surprise"
    );
}

#[test]
fn what_a_cell_holds_is_text() {
    let desk = Desk::new();
    let long = "x".repeat(100_000);
    for cell in [
        "=1+1",
        "'; DROP TABLE survey; --",
        "\u{1b}[2J",
        "\u{202e}",
        long.as_str(),
    ] {
        let text = format!("{}{cell},4,4,4,4,4,4,4,4\n", crate::desk::matrix(&[vec![4; 9]]));
        let run = desk.run(&["tally", &desk.file("hostile.csv", text)]);
        assert_eq!(run.code, 1, "{}", run.err());
        let said = run.out() + &run.err();
        assert!(said.contains("hostile.csv:3") && said.len() < 2_000, "{said}");
        assert!(!said.contains(['\u{1b}', '\u{202e}']), "{said:?}");
    }
}
