//! The book that a librarian expects is the first, in a library of some thousand titles.

use super::*;

/// Books that readers ask for, each with what may stand in its way.
fn asked_for() -> Vec<Seed> {
    let subject = |word: &'static str| move |record: &mut TitleRecord| record.subjects = vec![word.to_owned()];
    let year = |year: i64| move |record: &mut TitleRecord| record.year = Some(year);
    let note = |text: &'static str| move |record: &mut TitleRecord| record.notes = Some(text.to_owned());
    vec![
        seed("Kajian novel Laskar Pelangi di sekolah", "Wahyuni, Sri", 9),
        seed("Laskar Pelangi : novel", "Hirata, Andrea", 6),
        seed("Sang pemimpi", "Hirata, Andrea", 4).with(note("Buku kedua sesudah Laskar Pelangi")),
        seed("Edensor", "Hirata, Andrea", 2),
        seed("Manusia dan bumi", "Suryadi", 8),
        seed("Bumi manusia", "Toer, Pramoedya Ananta", 3),
        seed("Anak semua bangsa", "Toer, Pramoedya Ananta", 3),
        seed("Ekonomi mikro : teori dan soal", "Sukirno, Sadono", 2),
        seed("Pengantar ekonomi mikro", "Mankiw, N. Gregory", 7),
        seed("Bacaan anak nusantara", "Tim Penulis", 12),
        seed("Membaca cepat", "Soedarso", 1),
        seed("Gemar baca sejak kecil", "Ningsih", 5),
        seed("Perangkat lunak bebas", "Raharjo, Budi", 15),
        seed("Perang dan damai", "Tolstoy, Leo", 1),
        seed("Al-Qur\u{2019}an dan terjemahnya", "Departemen Agama", 20),
        seed("Tafsir Al-Azhar", "Hamka", 2),
        seed("Tenggelamnya kapal Van der Wijck", "Hamka", 4),
        seed("Pribadi dan martabat Buya Hamka", "Hamka, Rusydi", 9),
        seed("Kamus besar bahasa Indonesia", "Pusat Bahasa", 3).with(year(2001)),
        seed("Kamus besar bahasa Indonesia", "Pusat Bahasa", 3).with(year(2016)),
        seed("Serat Wedhatama", "Mangkunagara IV", 1).with(subject("Sastra Jawa")),
        seed("Harry Potter dan batu bertuah", "Rowling, J.K.", 5),
        seed("Harry Potter dan kamar rahasia", "Rowling, J.K.", 9),
        seed("Negeri 5 menara", "Fuadi, Ahmad", 4),
        seed("Menara negeri seberang, 5 kisah", "Lubis", 9),
        seed("Ayat-ayat cinta", "El Shirazy, Habiburrahman", 5),
        seed("Sejarah Indonesia", "Ricklefs, M.C.", 1),
        seed("Matematika untuk SMA kelas X", "Noormandiri", 30).with(year(2004)),
        seed("Matematika untuk SMA kelas XI", "Noormandiri", 12).with(year(2020)),
        seed("Menulis itu mudah", "Wijayanto", 1),
        seed("Kumpulan tulisan lama", "Redaksi", 8),
        seed("1984", "Orwell, George", 1),
        seed("Indonesia dalam 1984 kata", "Redaksi", 9),
    ]
}

/// Four thousand titles in which the words of the wanted ones are common.
fn crowd() -> Vec<Seed> {
    const WORDS: [&str; 40] = [
        "sejarah",
        "indonesia",
        "ekonomi",
        "pendidikan",
        "dasar",
        "pengantar",
        "bahasa",
        "anak",
        "manusia",
        "bumi",
        "kapal",
        "tafsir",
        "kamus",
        "besar",
        "novel",
        "negeri",
        "cinta",
        "batu",
        "kelas",
        "teori",
        "matematika",
        "sastra",
        "jawa",
        "buku",
        "membaca",
        "menulis",
        "perang",
        "agama",
        "islam",
        "hukum",
        "budaya",
        "kota",
        "desa",
        "tanaman",
        "kesehatan",
        "komputer",
        "seni",
        "musik",
        "olahraga",
        "perangkat",
    ];
    // A fixed generator: the crowd is the same every time.
    let mut state = 0x1234_5678_9ABC_DEF1_u64;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    let titles = (0..4000).map(|number| {
        let mut title = String::from(["Seri ", "Tentang ", "Ilmu ", "Dunia "][next(4)]);
        for _ in 0..3 + next(4) {
            title.push_str(WORDS[next(WORDS.len())]);
            title.push(' ');
        }
        title.push_str(&format!("{number}"));
        seed(
            &title,
            ["Santoso, Budi", "Rahayu, Sri", "Hidayat, Nur"][next(3)],
            next(3),
        )
        .with(|record| {
            record.year = Some(1980 + next(40) as i64);
            record.subjects = vec![WORDS[next(WORDS.len())].to_owned()];
        })
    });
    titles.collect()
}

#[test]
fn the_expected_book_is_first() {
    let mut all = crowd();
    let expected_at = all.len() / 2;
    all.splice(expected_at..expected_at, asked_for());
    let (_folder, library) = library(all);
    let expectations = [
        ("laskar pelangi", "Laskar Pelangi : novel"),
        ("laskar pelangi hirata", "Laskar Pelangi : novel"),
        ("LASKAR  pelangi!", "Laskar Pelangi : novel"),
        ("laskar pelan", "Laskar Pelangi : novel"),
        ("hirata", "Laskar Pelangi : novel"),
        ("bumi manusia", "Bumi manusia"),
        ("pramoedya bumi", "Bumi manusia"),
        ("ekonomi mikro", "Ekonomi mikro : teori dan soal"),
        ("membaca cep", "Membaca cepat"),
        ("perang dan", "Perang dan damai"),
        ("al qur'an", "Al-Qur\u{2019}an dan terjemahnya"),
        ("quran terjemah", "Al-Qur\u{2019}an dan terjemahnya"),
        ("tafsir hamka", "Tafsir Al-Azhar"),
        ("kapal van der wijck", "Tenggelamnya kapal Van der Wijck"),
        ("hamka", "Pribadi dan martabat Buya Hamka"),
        ("wedhatama", "Serat Wedhatama"),
        ("harry potter", "Harry Potter dan kamar rahasia"),
        ("harry potter batu", "Harry Potter dan batu bertuah"),
        ("negeri 5 menara", "Negeri 5 menara"),
        ("\"negeri 5 menara\"", "Negeri 5 menara"),
        ("ayat ayat cinta", "Ayat-ayat cinta"),
        ("sejarah indonesia", "Sejarah Indonesia"),
        ("matematika sma", "Matematika untuk SMA kelas X"),
        ("tulis mudah", "Menulis itu mudah"),
        ("1984", "1984"),
    ];
    for (text, expected) in expectations {
        let found = find(&library, &words(text));
        let first = found.titles.first().map(|hit| hit.title.as_str());
        assert_eq!(
            first,
            Some(expected),
            "{text:?}: {:#?}",
            found.titles.iter().map(|hit| &hit.title).collect::<Vec<_>>()
        );
    }
}

#[test]
fn among_equals_copies_then_years_then_age_of_the_record() {
    let year = |year: i64| move |record: &mut TitleRecord| record.year = Some(year);
    let (_folder, library) = library(vec![
        seed("Kamus saku", "Satu", 1).with(year(1990)),
        seed("Kamus saku", "Dua", 1).with(year(2010)),
        seed("Kamus saku", "Tiga", 1).with(year(2010)),
        seed("Kamus saku", "Empat", 2).with(year(1970)),
        seed("Kamus saku", "Lima", 1),
    ]);
    let found = find(&library, &words("kamus saku"));
    let order: Vec<&str> = found.titles.iter().map(|hit| hit.authors[0].as_str()).collect();
    assert_eq!(order, ["Empat", "Dua", "Tiga", "Satu", "Lima"]);
}

#[test]
fn kinds_of_match_in_their_order() {
    let subject = |word: &'static str| move |record: &mut TitleRecord| record.subjects = vec![word.to_owned()];
    let note = |text: &'static str| move |record: &mut TitleRecord| record.notes = Some(text.to_owned());
    // Those that should come last have the most copies.
    let (_folder, library) = library(vec![
        seed("Judul lain tujuh", "X", 9).with(note("lihat juga menanam")),
        seed("Judul lain enam", "X", 8).with(subject("Tanaman")),
        seed("Judul lain lima", "X", 8).with(subject("Menanam")),
        seed("Judul lain empat", "Menanam", 6),
        seed("Buku tanaman hias", "X", 5),
        seed("Cara menanamkan budi", "X", 4),
        seed("Cara menanam padi", "X", 3),
        seed("Menanam padi", "X", 2),
        seed("Menanam : panduan", "X", 1),
        seed("Menanam", "X", 0),
    ]);
    assert_eq!(
        titles(&library, &words("menanam")),
        [
            "Menanam",
            "Menanam : panduan",
            "Menanam padi",
            "Cara menanam padi",
            "Cara menanamkan budi",
            "Buku tanaman hias",
            "Judul lain empat",
            "Judul lain lima",
            "Judul lain enam",
            "Judul lain tujuh",
        ]
    );
}
