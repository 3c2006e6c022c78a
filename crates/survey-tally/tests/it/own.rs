//! Instruments of a library's own, and the forms that come of them.

use serde_json::json;

use crate::desk::Desk;

#[test]
fn an_instrument_of_ones_own_from_form_to_figures() {
    let desk = Desk::new();
    let toml = r#"
key = "kunjungan"
name.id = "Survei kunjungan"
scale.highest = 5
scale.words = [
    { key = "1", words.id = "Buruk" }, { key = "2", words.id = "Kurang" }, { key = "3", words.id = "Cukup" },
    { key = "4", words.id = "Baik" }, { key = "5", words.id = "Baik sekali" },
]
[[elements]]
key = "suasana"
name.id = "Suasana"
question.id = "Bagaimana suasananya?"
[[questions]]
key = "datang"
kind = "choice"
other = true
name.id = "Naik apa"
question.id = "Anda datang naik apa?"
choices = [{ key = "kaki", words.id = "Jalan kaki" }, { key = "motor", words.id = "Sepeda motor" }]
[[questions]]
key = "tujuan"
kind = "choices"
name.id = "Tujuan"
question.id = "Untuk apa Anda datang?"
choices = [
    { key = "pinjam", words.id = "Meminjam, mengembalikan" }, { key = "baca", words.id = "Membaca" },
    { key = "wifi", words.id = "WiFi" },
]
[[questions]]
key = "jam"
kind = "number"
name.id = "Lama"
question.id = "Berapa jam Anda di sini?"
[[questions]]
key = "lagi"
kind = "scale"
name.id = "Kembali"
question.id = "Seberapa mungkin Anda kembali?"
choices = [{ key = "1", words.id = "Tidak" }, { key = "2", words.id = "Mungkin" }, { key = "3", words.id = "Pasti" }]
[[questions]]
key = "pesan"
kind = "text"
name.id = "Pesan"
question.id = "Pesan Anda"
"#;
    let file = desk.file("kunjungan.toml", toml);
    desk.done(&[
        "new",
        "kunjungan-1",
        "--instrument",
        &file,
        "--from",
        "1/10/2026",
        "--to",
        "31/10/2026",
    ]);
    let mut answers = String::from(
        "Bagaimana suasananya?;Anda datang naik apa?;Untuk apa Anda datang?;Berapa jam Anda di sini?;\
         Seberapa mungkin Anda kembali?;Pesan Anda\n",
    );
    for at in 0..12 {
        let by = if at < 6 { "Jalan kaki" } else { "Sepeda motor" };
        answers.push_str(&format!(
            "Baik;{by};Meminjam, mengembalikan, WiFi;{};Pasti;\n",
            at % 3 + 1
        ));
    }
    answers.push_str("Baik sekali;Becak;Membaca;1.0;Mungkin;Bagus\n");
    let came = desk.done(&["import", "kunjungan-1", &desk.file("jawaban.csv", &answers)]);
    assert_eq!((&came["imported"], &came["comments"]), (&json!(13), &json!(1)));
    let shown = desk.done(&["show", "kunjungan-1", "--by", "datang"]);
    // 12 fours and a five on a scale of five: 53/13 of 5.
    assert_eq!((&shown["index"], &shown["class"]), (&json!("81.54"), &json!(null)));
    let question = |key: &str| {
        let all = shown["questions"].as_array().unwrap();
        all.iter()
            .find(|one| one["key"] == key)
            .unwrap_or_else(|| panic!("{key}"))
            .clone()
    };
    assert_eq!(question("tujuan")["choices"]["wifi"], 12);
    assert_eq!(question("jam")["mean"], "1.92");
    assert_eq!(question("lagi")["mean"], "2.92");
    assert_eq!(
        question("datang")["choices"]["other"],
        json!(null),
        "one alone is not shown"
    );
    assert_eq!(
        shown["groups"]["datang"][0]["suppressed"], true,
        "nor the one it would be worked out from"
    );
    // It is kept in the library, and can be used by its key.
    desk.done(&[
        "new",
        "kunjungan-2",
        "--instrument",
        "kunjungan",
        "--from",
        "2026-11-01",
        "--to",
        "2026-11-30",
    ]);
    let form = desk.run(&["questionnaire", "kunjungan-2"]).out();
    for asked in [
        "Untuk apa Anda datang?",
        "[Kotak centang, boleh beberapa jawaban]",
        "Meminjam, mengembalikan",
        "Baik sekali",
    ] {
        assert!(form.contains(asked), "{asked}: {form}");
    }
    let wrong = desk.file("salah.toml", toml.replace("scale.highest = 5", "scale.highest = 4"));
    let refused = desk.run(&[
        "new",
        "x",
        "--instrument",
        &wrong,
        "--from",
        "2026-11-01",
        "--to",
        "2026-11-30",
    ]);
    assert_eq!(refused.code, 1);
    assert!(refused.err().contains("setiap nilai dari 1"), "{}", refused.err());
}

#[test]
fn the_shipped_ones_are_shown_and_written_as_examples() {
    let desk = Desk::new();
    let listed = desk.done(&["instruments"]);
    assert_eq!(listed["instruments"][1]["elements"], 14);
    assert_eq!(desk.done(&["instruments", "skm-2017"])["elements"][8]["key"], "sarana");
    let example = desk.name("contoh.toml");
    assert_eq!(desk.run(&["instruments", "skm-2017", "-o", &example]).code, 0);
    let made = desk.done(&["new", "2026-s1", "--instrument", &example, "--unit", "Layanan Anak"]);
    assert_eq!(
        (&made["instrument"], &made["from"], &made["to"]),
        (&json!("skm-2017"), &json!("2026-01-01"), &json!("2026-06-30"))
    );
    let miss = desk.run(&["instruments", "skm-2071", "--lang", "en"]);
    assert!(miss.err().contains("did you mean `skm-2017`?"), "{}", miss.err());
}

#[test]
fn the_form_asks_in_the_order_that_is_named() {
    let desk = Desk::new();
    let place = |order: &str, key: &str| {
        let text = desk
            .run(&["questionnaire", "skm-2017", "--order", order, "--lang", "en"])
            .out();
        text.find(key).unwrap_or_else(|| panic!("{key}"))
    };
    let (complaints, facilities) = ("How are complaints", "How good are the facilities");
    assert!(place("questionnaire", facilities) < place("questionnaire", complaints));
    assert!(place("regulation", facilities) > place("regulation", complaints));
    let page = desk.name("kuesioner.html");
    assert_eq!(desk.run(&["questionnaire", "ikm-2004", "-o", &page]).code, 0);
    let page = desk.text("kuesioner.html");
    assert!(
        page.contains("14. ") && page.contains("Jangan tulis nama Anda"),
        "{page}"
    );
}
