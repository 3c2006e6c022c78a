use super::*;

#[test]
fn what_names_a_person_is_covered() {
    let cases = [
        ("Hubungi saya 0812-3456-7890 ya", "Hubungi saya ••• ya", true),
        ("WA +62 812 3456 7890", "WA •••", true),
        ("kirim ke budi@contoh.id saja", "kirim ke ••• saja", true),
        ("nik3571010101010001", "nik•••", true),
        (
            "buka jam 08.00 sampai 16.00, tahun 2026",
            "buka jam 08.00 sampai 16.00, tahun 2026",
            false,
        ),
        (
            "denda Rp 10.000.000 terlalu besar",
            "denda Rp 10.000.000 terlalu besar",
            false,
        ),
        ("AC di lantai 2 + toilet", "AC di lantai 2 + toilet", false),
        ("ramah, terima kasih é", "ramah, terima kasih é", false),
        ("", "", false),
    ];
    for (text, expected, covered) in cases {
        assert_eq!(cover(text), (expected.to_owned(), covered), "{text}");
    }
}

#[test]
fn words_speak_of_elements_as_written_and_by_their_stem() {
    let lexicon = Lexicon::with(Vec::new());
    assert_eq!(
        lexicon.elements("Petugasnya ramah sekali, koleksi buku kurang lengkap"),
        ["produk", "perilaku"]
    );
    assert_eq!(lexicon.elements("Antrean lama, tolong dipercepat!"), ["waktu"]);
    assert_eq!(lexicon.elements("Sediakan kotak saran"), ["pengaduan"]);
    assert_eq!(lexicon.elements("Terima kasih"), Vec::<String>::new());
    let changed = Lexicon::with(vec![("buku".into(), None), ("sejuk".into(), Some("sarana".into()))]);
    assert_eq!(changed.elements("buku dan ruang yang sejuk"), ["sarana"]);
    let out = changed
        .entries()
        .find(|word| word.word == "buku")
        .map(|word| word.standing);
    assert_eq!(out, Some(Standing::Out));
}
