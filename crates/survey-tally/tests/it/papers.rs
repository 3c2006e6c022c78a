//! What is printed: complete, self-contained, harmless.

use std::path::Path;

use pustaka_formats::survey::{Options, Reader};
use snapbox::{assert_data_eq, file};

use crate::desk::{Desk, matrix};

fn published(desk: &Desk) -> String {
    let folder = desk.name("ikm");
    desk.done(&[
        "publish",
        "2026-q3",
        &folder,
        "--place",
        "Kediri",
        "--role",
        "Kepala Dinas",
        "--signed-by",
        "Dra. <b>Contoh</b>",
    ]);
    folder
}

#[test]
fn two_commands_from_the_form_to_everything_that_is_published() {
    let desk = Desk::answered();
    published(&desk);
    let poster = desk.text("ikm/poster.html");
    for words in [
        "INDEKS KEPUASAN MASYARAKAT (IKM)",
        "Perpustakaan Uji",
        "NILAI IKM",
        "Nama layanan",
        "Jumlah: 200 orang",
        "Jenis kelamin",
        "Pendidikan",
        "Pekerjaan",
        "Periode survei",
        "01-07-2026 s/d 30-09-2026",
        "Mutu pelayanan menurut PermenPANRB 14/2017",
        "88,31 – 100,00",
        "Terima kasih atas penilaian yang telah Anda berikan",
        "Masukan Anda sangat bermanfaat untuk kemajuan unit kami agar terus memperbaiki dan meningkatkan kualitas pelayanan bagi masyarakat",
        "nilai penimbang 1/9",
        "Kediri, 20-11-2026",
        "Dra. &lt;b&gt;Contoh&lt;/b&gt;",
    ] {
        assert!(poster.contains(words), "{words}");
    }
    for page in ["poster.html", "summary.html", "poster.svg", "elements.svg"] {
        let text = desk.text(&format!("ikm/{page}"));
        let lower = text.to_lowercase();
        for banned in [
            "<script",
            "<b>contoh",
            "http://",
            "https://",
            "src=",
            "@import",
            "url(",
            "javascript:",
            "onload",
        ] {
            let found = lower.replace("http://www.w3.org/2000/svg", "");
            assert!(!found.contains(banned), "{page}: {banned}");
        }
        if page.ends_with(".html") {
            assert!(
                text.contains("default-src 'none'") && text.contains("size: A4 portrait"),
                "{page}"
            );
        }
    }
    assert!(desk.text("ikm/poster.svg").contains("width=\"210mm\" height=\"297mm\""));
    let summary = desk.text("ikm/summary.html");
    for words in [
        "Yang perlu dibenahi lebih dulu",
        "Sarana dan Prasarana",
        "Tindak lanjut untuk:",
        "diperlukan 310",
    ] {
        assert!(summary.contains(words), "{words}");
    }
    // Written once more it would replace what is there: that needs `--force`.
    assert_ne!(desk.run(&["publish", "2026-q3", &desk.name("ikm")]).code, 0);
    assert_eq!(desk.run(&["publish", "2026-q3", &desk.name("ikm"), "--force"]).code, 0);
}

#[test]
fn the_annex_is_the_official_table() {
    let desk = Desk::new();
    let rows = vec![
        vec![4, 4, 4, 4, 3, 3, 3, 2, 1],
        vec![3; 9],
        vec![4, 0, 4, 4, 4, 4, 4, 4, 4],
        vec![3; 9],
        vec![2; 9],
    ];
    desk.done(&[
        "import",
        "2026-q3",
        &desk.file("a.csv", matrix(&rows)),
        "--new",
        "--unit",
        "=SUM(A1)",
    ]);
    let annex = desk.run(&["annex", "2026-q3"]).out();
    assert_data_eq!(annex.replace('\r', ""), file!["pages/annex.csv"].raw());
    let excel = desk.run(&["annex", "2026-q3", "--excel"]).out();
    assert!(
        excel.contains("NRR / unsur;3,2000;3,0000") && excel.contains("=\"\"1/9\"\""),
        "{excel}"
    );
    let book = desk.name("annex.xlsx");
    assert_eq!(desk.run(&["annex", "2026-q3", "-o", &book]).code, 0);
    let head = Reader::open(Path::new(&book), &Options::default()).unwrap().head();
    let titles: Vec<&str> = head.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(
        titles[0],
        "PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT PER RESPONDEN DAN PER UNSUR PELAYANAN"
    );
    let row = head.iter().find(|row| row[0] == "NRR / unsur").unwrap();
    assert_eq!(row[1..4], ["3.2", "3", "3.2"]);
    let row = head
        .iter()
        .find(|row| row[0].starts_with("**) IKM UNIT PELAYANAN"))
        .unwrap();
    assert_eq!(row.last().unwrap(), "75", "shown with two places");
}

#[test]
fn nobody_is_published_who_could_be_known() {
    let desk = Desk::new();
    desk.done(&[
        "import",
        "2026-q3",
        &desk.file("a.csv", matrix(&[vec![4; 9], vec![3; 9], vec![2; 9], vec![1; 9]])),
        "--new",
    ]);
    for verb in [
        &["poster", "2026-q3"][..],
        &["annex", "2026-q3"],
        &["summary", "2026-q3"],
        &["chart", "2026-q3"],
    ] {
        let run = desk.run(verb);
        assert_eq!(run.code, 1, "{verb:?}");
        assert!(run.err().contains("Dengan 4 responden"), "{}", run.err());
    }
    assert_eq!(desk.run(&["poster", "2025-q3"]).code, 1);
    desk.done(&["new", "2025-q3"]);
    assert!(desk.run(&["poster", "2025-q3"]).err().contains("belum punya jawaban"));
}

#[test]
fn both_languages_say_what_it_came_to() {
    let desk = Desk::answered();
    let told = [
        &["show", "2026-q3", "--by", "sex,service"][..],
        &["show", "2026-q3", "--lang", "en"],
        &["show", "2026-q3", "--format", "csv"],
        &["list"],
        &["sample", "1615", "--lang", "en"],
        &["comments", "2026-q3", "--words"],
        &["show", "2025-q3", "--lang", "en"],
    ]
    .map(|args| desk.told(args));
    assert_data_eq!(told.concat(), file!["pages/show.txt"].raw());
    for verb in ["poster", "summary", "chart", "annex", "questionnaire"] {
        let run = desk.run(&[verb, "2026-q3", "--format", "json"]);
        assert_eq!(run.code, 2, "{verb}: {}", run.out());
    }
    let english = desk.run(&["poster", "2026-q3", "--lang", "en"]).out();
    assert!(english.contains("PUBLIC SATISFACTION INDEX (IKM)") && english.contains("2026-07-01 to 2026-09-30"));
    let trend = desk.run(&["chart", "2026-q3", "trend"]).out();
    assert!(trend.starts_with("<svg xmlns=") && trend.contains("2026-q3"), "{trend}");
}
