//! Headings and cells as they come.

use jiff::civil::date;

use super::cells::{Answer, Labels, Ready, Wrong};
use super::columns::{self, Meaning, Unmapped, Wish};
use super::*;
use crate::surveys::instrument::{Instrument, shipped};

fn skm() -> Instrument {
    shipped("skm-2017").expect("shipped")
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

/// What each heading is taken for, by key.
fn read(headings: &[&str], wish: &Wish) -> Result<Vec<String>, Unmapped> {
    let skm = skm();
    let (_, columns) = columns::find(&[row(headings)], &skm, wish)?;
    let named = columns.columns.iter().map(|column| match column.meaning {
        Meaning::Element(at) => skm.elements[at].key.clone(),
        Meaning::Question(at) => skm.questions[at].key.clone(),
        Meaning::Dropped(personal) => format!("-{}", personal.code()),
        Meaning::Respondent => "respondent".to_owned(),
        Meaning::Asked => "asked".to_owned(),
        Meaning::Answered => "answered".to_owned(),
        Meaning::Unread => String::new(),
    });
    Ok(named.collect())
}

const KEYS: [&str; 9] = [
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "pengaduan",
    "sarana",
];

#[test]
fn columns_by_key_by_number_and_name_and_by_question() {
    assert_eq!(read(&KEYS, &Wish::default()).expect("read"), KEYS);
    let named = [
        "U1 Persyaratan",
        "2. Sistem, Mekanisme, dan Prosedur",
        "U3 - Waktu Penyelesaian",
        "U4 (Biaya/Tarif)",
        "Produk Spesifikasi Jenis Pelayanan",
        "KOMPETENSI PELAKSANA",
        "7. Perilaku Pelaksana",
        "U9 Penanganan Pengaduan, Saran dan Masukan",
        "U8 Sarana dan Prasarana",
    ];
    assert_eq!(
        read(&named, &Wish::default()).expect("read"),
        KEYS,
        "the name decides, not the number"
    );
    let asked = [
        "1. Bagaimana pendapat Saudara tentang kesesuaian\npersyaratan pelayanan dengan jenis pelayanannya ?",
        "Bagaimana pemahaman Saudara tentang kemudahan “prosedur” pelayanan di unit ini.",
        "Bagaimana pendapat Anda tentang kecepatan\u{a0}waktu dalam memberikan pelayanan?",
        "4) Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan",
        "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum — dengan hasil yang diberikan",
        "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan",
        "Bagaimana pendapat saudara perilaku petugas dalam pelayanan terkait kesopanan dan keramahan",
        "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan",
        "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana",
    ];
    assert_eq!(read(&asked, &Wish::default()).expect("read"), KEYS);
    let english = [
        "requirements",
        "Procedure is easy? How easy is the procedure of the service?",
        "Time taken",
        "Cost",
        "Product of the service",
        "Competence of staff",
        "Conduct of staff",
        "How are complaints of users handled?",
        "Facilities",
    ];
    assert_eq!(read(&english, &Wish::default()).expect("read"), KEYS);
}

#[test]
fn a_bare_number_needs_an_order_where_questionnaires_differ() {
    let bare = ["U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"];
    let refused = read(&bare, &Wish::default()).expect_err("two meanings");
    assert!(
        matches!(&refused, Unmapped::Number { heading, .. } if heading == "U8"),
        "{refused:?}"
    );
    let order = |order: &str| Wish {
        order: Some(order.to_owned()),
        ..Wish::default()
    };
    assert_eq!(read(&bare, &order("regulation")).expect("read"), KEYS);
    let read = read(&bare, &order("questionnaire")).expect("read");
    assert_eq!(read[7..], ["sarana", "pengaduan"]);
}

#[test]
fn what_would_name_a_person_is_dropped() {
    let headings = [
        "Cap waktu",
        "Alamat Email",
        "Nama lengkap",
        "No. HP / WhatsApp",
        "Nomor Anggota",
        "IP Address",
        "Nama layanan",
        "Jenis Kelamin",
        "Usia",
        "Pendidikan terakhir",
        "Pekerjaan Utama",
        "Start time",
    ];
    let all: Vec<&str> = headings
        .iter()
        .chain(&KEYS)
        .chain(&["Saran dan masukan"])
        .copied()
        .collect();
    let read = read(&all, &Wish::default()).expect("read");
    let expected = [
        "day",
        "-mail",
        "-name",
        "-telephone",
        "-number",
        "-ip",
        "service",
        "sex",
        "age",
        "education",
        "occupation",
        "",
    ];
    assert_eq!(read[..12], expected);
    assert_eq!(read[21], "comment");
    let mapped = Wish {
        map: vec![("comment".to_owned(), "Nama lengkap".to_owned())],
        ..Wish::default()
    };
    assert!(
        matches!(self::read(&all, &mapped), Err(Unmapped::Personal { .. })),
        "not even by hand"
    );
}

#[test]
fn a_column_that_is_not_clear_is_never_guessed() {
    let eight = &KEYS[..8];
    let missing = read(&[eight, &["Kebersihan"]].concat(), &Wish::default()).expect_err("nine are needed");
    assert_eq!(
        missing,
        Unmapped::Missing {
            keys: row(&["sarana"]),
            unread: row(&["Kebersihan"])
        }
    );
    let map = |heading: &str| Wish {
        map: vec![("sarana".to_owned(), heading.to_owned())],
        ..Wish::default()
    };
    assert!(read(&[eight, &["Kebersihan"]].concat(), &map("kebersihan")).is_ok());
    assert!(read(eight, &map("-")).is_ok(), "the map says that there is none");
    assert!(matches!(read(eight, &map("x")), Err(Unmapped::Heading { .. })));
    let unknown = Wish {
        map: vec![("sarna".to_owned(), "x".to_owned())],
        ..Wish::default()
    };
    assert!(matches!(read(eight, &unknown), Err(Unmapped::Key { .. })));
    let twice = read(&[&KEYS[..], &["U9 sarana"]].concat(), &Wish::default());
    assert!(matches!(twice, Err(Unmapped::Twice { .. })), "{twice:?}");
    assert!(matches!(
        read(&["judul", "pengarang"], &Wish::default()),
        Err(Unmapped::Nothing { .. })
    ));
}

#[test]
fn cells_of_a_scale() {
    let skm = skm();
    let labels = Labels::of(&skm, 0);
    let cases = [
        ("4", Ok(Some(4))),
        (" 4 ", Ok(Some(4))),
        ("4.0", Ok(Some(4))),
        ("4,00", Ok(Some(4))),
        ("=\"3\"", Ok(Some(3))),
        ("Sangat Sesuai", Ok(Some(4))),
        ("sangat  sesuai.", Ok(Some(4))),
        ("Sangat\u{a0}sesuai", Ok(Some(4))),
        ("4 - Sangat sesuai", Ok(Some(4))),
        ("(4) Sangat sesuai", Ok(Some(4))),
        ("Baik", Ok(Some(3))),
        ("Very fitting", Ok(Some(4))),
        ("", Ok(None)),
        ("  ", Ok(None)),
        ("-", Ok(None)),
        ("—", Ok(None)),
        ("0", Err(Wrong::Score)),
        ("5", Err(Wrong::Score)),
        ("5.0", Err(Wrong::Score)),
        ("99", Err(Wrong::Score)),
        ("3.5", Err(Wrong::Label)),
        ("-1", Err(Wrong::Label)),
        ("Mantap", Err(Wrong::Label)),
        ("NaN", Err(Wrong::Label)),
        ("1 - Sangat sesuai", Err(Wrong::Contradiction)),
        ("4 bintang", Err(Wrong::Label)),
        ("99999999999999999999", Err(Wrong::Label)),
    ];
    for (cell, expected) in cases {
        assert_eq!(labels.score(cell), expected, "{cell:?}");
    }
    let cost = Labels::of(&skm, 3);
    assert_eq!(cost.score("Gratis"), Ok(Some(4)));
    assert_eq!(cost.score("Sangat mahal"), Ok(Some(1)));
}

#[test]
fn choices_and_bands() {
    let skm = skm();
    let answer = |key: &str, cell: &str| {
        let question = &skm.questions[skm.question(key).expect(key)];
        Ready::new(question).answer(cell).map(|answer| {
            answer.map(|answer| match answer {
                Answer::One(key) => key,
                other => format!("{other:?}"),
            })
        })
    };
    let one = |key: &str| Ok(Some(key.to_owned()));
    for (question, cell, expected) in [
        ("sex", "L", one("male")),
        ("sex", "Perempuan", one("female")),
        ("sex", "wanita", one("female")),
        ("sex", "x", one("other")),
        ("sex", "", Ok(None)),
        ("age", "25", one("17-25")),
        ("age", "17.0", one("17-25")),
        ("age", "200", one("other")),
        ("age", "26 tahun", one("26-35")),
        ("age", "36 – 45", one("36-45")),
        ("age", "< 17", one("0-16")),
        ("age", "Di atas 60 tahun", one("61-120")),
        ("age", "20-40", one("other")),
        ("age", "17-25 tahun", one("17-25")),
        ("age", "61+", one("61-120")),
        ("education", "SLTA/sederajat", one("sma")),
        ("education", "S-1", one("s1")),
        ("education", "D-III", one("diploma")),
        ("occupation", "PNS/ASN", one("pns")),
        ("occupation", "Wali Kota Kediri", one("other")),
        ("service", " Layanan   Anak ", one("Layanan Anak")),
    ] {
        assert_eq!(answer(question, cell), expected, "{question}: {cell}");
    }
}

#[test]
fn several_answers_in_one_cell() {
    let toml = r#"
        key = "minat"
        name.id = "Minat"
        scale.highest = 4
        [[questions]]
        key = "topik"
        kind = "choices"
        name.id = "Topik"
        question.id = "Topik apa yang Anda minati?"
        choices = [
            { key = "novel", words.id = "Novel, cerpen, puisi" },
            { key = "cerpen", words.id = "Cerpen" },
            { key = "resep", words.id = "Resep" },
        ]
    "#;
    let own = Instrument::from_toml(toml).expect("an instrument");
    let several = |cell: &str| match Ready::new(&own.questions[0]).answer(cell) {
        Ok(Some(Answer::Several(keys))) => keys.join("+"),
        other => format!("{other:?}"),
    };
    assert_eq!(
        several("Novel, cerpen, puisi, Resep"),
        "novel+resep",
        "an answer may hold commas"
    );
    assert_eq!(several("Cerpen;Resep;"), "cerpen+resep");
    assert_eq!(several("Resep, Resep"), "resep");
    assert_eq!(several("Resep, Komik"), "Err(Label)");
}

#[test]
fn moments_as_forms_write_them() {
    let quarter = Some((date(2026, 7, 1), date(2026, 9, 30)));
    let cases = [
        ("2026/07/03 9:15:22 AM GMT+7", Some(date(2026, 7, 3)), true),
        ("2026/07/03 12:15:22 AM GMT+7", Some(date(2026, 7, 3)), true),
        ("03/07/2026 9:15:22", Some(date(2026, 7, 3)), true),
        ("03/07/2026 9.15", Some(date(2026, 7, 3)), false),
        ("7/3/26 9:15:00", Some(date(2026, 7, 3)), true),
        ("7/13/2026", Some(date(2026, 7, 13)), false),
        ("2026-07-03T09:15:22", Some(date(2026, 7, 3)), true),
        ("2026-02-30", None, false),
        ("kemarin", None, false),
        ("12", None, false),
    ];
    for (cell, day, second) in cases {
        let read = days::read(cell, quarter);
        assert_eq!(read.map(|moment| moment.day), day, "{cell}");
        assert_eq!(read.is_some_and(|moment| moment.second.is_some()), second, "{cell}");
    }
    assert_eq!(
        days::read("3/7/2026", None).map(|moment| moment.day),
        Some(date(2026, 7, 3))
    );
}

#[test]
fn the_long_form_is_gathered_by_respondent() {
    let skm = skm();
    let rows = [
        row(&["responden", "unsur", "jawaban"]),
        row(&["1", "persyaratan", "4"]),
        row(&["2", "U3 Waktu", "Cepat"]),
        row(&["1", "sarana", "Cukup"]),
        row(&["1", "U8", "4"]),
        row(&["1", "sarana", "3"]),
        row(&["", "sarana", "3"]),
        row(&["3", "biaya", ""]),
    ];
    let (_, columns) = columns::find(&rows[..1], &skm, &Wish::default()).expect("columns");
    assert!(columns.long);
    let mut reader = Reader::new(&skm, &columns, None);
    let read: Vec<Read> = (2..)
        .zip(&rows[1..])
        .map(|(line, cells)| {
            reader.read(&Row {
                line,
                cells: cells.clone(),
            })
        })
        .collect();
    let codes = |read: &Read| match read {
        Read::Rejected(cells) => cells[0].code,
        _ => "",
    };
    let codes: Vec<&str> = read.iter().map(codes).collect();
    assert_eq!(
        codes,
        [
            "",
            "",
            "",
            "answer.no-element",
            "answer.twice",
            "answer.no-respondent",
            ""
        ]
    );
    let (responses, empty, _) = reader.finish();
    assert_eq!((responses.len(), empty), (2, 1));
    assert_eq!(responses[0].scores, [4, 0, 0, 0, 0, 0, 0, 0, 2]);
    assert_eq!(responses[1].scores, [0, 0, 3, 0, 0, 0, 0, 0, 0]);
}
