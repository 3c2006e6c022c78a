//! A catalogue of Indonesian-like books of any size, from a seed: for benches and crash tests.

use std::io::{self, Write};

use crate::random::Random;

/// The header of a generated file: the generic dialect, one row a copy.
pub const HEADER: &str =
    "judul;pengarang;penerbit;tahun;kota terbit;isbn;klasifikasi;subjek;kode eksemplar;no induk;harga;tanggal;catatan";

const ROOTS: &[&str] = &[
    "sejarah",
    "ajar",
    "baca",
    "tulis",
    "didik",
    "kembang",
    "desa",
    "kota",
    "laut",
    "hutan",
    "tani",
    "dagang",
    "usaha",
    "hukum",
    "agama",
    "bahasa",
    "sastra",
    "cerita",
    "rakyat",
    "anak",
    "ibu",
    "guru",
    "sekolah",
    "ilmu",
    "alam",
    "bumi",
    "air",
    "api",
    "angin",
    "rumah",
    "jalan",
    "kerja",
    "hidup",
    "sehat",
    "obat",
    "makan",
    "masak",
    "kebun",
    "bunga",
    "pohon",
    "burung",
    "ikan",
    "hewan",
    "musik",
    "tari",
    "gambar",
    "warna",
    "cahaya",
    "malam",
    "pagi",
    "perang",
    "damai",
    "raja",
    "negara",
    "bangsa",
    "budaya",
    "adat",
    "pikir",
    "rasa",
    "cinta",
    "rindu",
    "mimpi",
    "bangun",
    "hitung",
    "ukur",
    "data",
    "sistem",
    "teknik",
    "mesin",
    "listrik",
    "komputer",
    "program",
    "jaringan",
    "ekonomi",
    "uang",
    "bank",
    "pasar",
    "jual",
    "beli",
    "produksi",
    "kelola",
    "pimpin",
    "organisasi",
    "politik",
    "pemilu",
];
const FRAMES: &[(&str, &str)] = &[
    ("", ""),
    ("", ""),
    ("", ""),
    ("me", ""),
    ("pe", "an"),
    ("ber", ""),
    ("ke", "an"),
    ("di", ""),
    ("ter", ""),
    ("", "an"),
    ("per", "an"),
    ("", "nya"),
    ("mem", "kan"),
    ("se", ""),
];
const SYLLABLES: &[&str] = &[
    "ba", "bi", "bu", "ca", "da", "di", "du", "ga", "gi", "ha", "ja", "ju", "ka", "ki", "ku", "la", "li", "lu", "ma",
    "mi", "mu", "na", "ni", "nu", "pa", "pi", "ra", "ri", "ru", "sa", "si", "su", "ta", "ti", "tu", "wa", "ya", "yu",
    "ran", "tan", "san", "man", "kan", "gan", "dar", "bar", "sar", "lam", "tam", "rum",
];
const GIVEN: &[&str] = &[
    "Andrea",
    "Budi",
    "Siti",
    "Dewi",
    "Agus",
    "Rina",
    "Hendra",
    "Putri",
    "Bambang",
    "Wahyu",
    "Ahmad",
    "Nurul",
    "Tere",
    "Eka",
    "Dian",
    "Sri",
    "Joko",
    "Ratna",
    "Yusuf",
    "Fatimah",
    "Made",
    "Ketut",
    "Sapardi",
    "Pramoedya",
    "Leila",
    "Ayu",
];
const PUBLISHERS: &[&str] = &[
    "Gramedia Pustaka Utama",
    "Bentang Pustaka",
    "Mizan",
    "Erlangga",
    "Balai Pustaka",
    "Kompas",
    "Republika",
    "Yrama Widya",
    "Tiga Serangkai",
    "Rosda Karya",
    "Andi Offset",
    "Salemba Empat",
    "Lentera Hati",
    "Pustaka Jaya",
];
const PLACES: &[&str] = &[
    "Jakarta",
    "Bandung",
    "Yogyakarta",
    "Surabaya",
    "Kediri",
    "Solo",
    "Semarang",
    "Malang",
];
const CLASSES: &[&str] = &[
    "899.221", "2X0", "2X1.3", "297", "005.133", "025.1", "158.1", "320.959", "370.15", "398.2", "499.221", "510",
    "541", "570", "610.73", "630", "641.5", "657", "709", "813", "915.98", "959.8",
];

/// How large a catalogue is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Copies, a row each.
    pub rows: usize,
    /// The first barcode's number, so that several files of one library do not meet.
    pub first: usize,
    /// So many rows in a hundred are further copies of a title before.
    pub further: usize,
}

/// Writes a catalogue.
///
/// # Errors
/// What the writer answers.
pub fn write(to: &mut dyn Write, size: &Size, seed: u64) -> io::Result<()> {
    let mut maker = Maker::new(seed);
    writeln!(to, "{HEADER}")?;
    let mut recent: Vec<String> = Vec::with_capacity(RECENT);
    for row in 0..size.rows {
        let further = !recent.is_empty() && maker.random.percent(size.further);
        let at = if further {
            maker.random.below(recent.len())
        } else {
            maker.take_place(&mut recent)
        };
        maker.copy(to, &recent[at], size.first + row)?;
    }
    Ok(())
}

/// Further copies are of one of the last so many titles.
const RECENT: usize = 5000;

struct Maker {
    random: Random,
    words: Vec<String>,
}

impl Maker {
    fn new(seed: u64) -> Self {
        Self {
            random: Random::new(seed),
            words: words(),
        }
    }

    /// A word, the common ones far more often: rank by a power of a uniform number.
    fn word(&mut self) -> &str {
        let uniform = (self.random.bits() >> 11) as f64 / (1_u64 << 53) as f64;
        let rank = (uniform.powf(4.5) * self.words.len() as f64) as usize;
        &self.words[rank.min(self.words.len() - 1)]
    }

    fn phrase(&mut self, from: usize, to: usize) -> String {
        let count = from + self.random.below(to - from + 1);
        let mut phrase = String::new();
        for _ in 0..count {
            if !phrase.is_empty() {
                phrase.push(' ');
            }
            phrase.push_str(self.word());
        }
        phrase
    }

    /// A new title among the recent ones, in place of one of them when they are many; where it is.
    fn take_place(&mut self, recent: &mut Vec<String>) -> usize {
        let title = self.title();
        if recent.len() < RECENT {
            recent.push(title);
            return recent.len() - 1;
        }
        let at = self.random.below(RECENT);
        recent[at] = title;
        at
    }

    /// The cells of a title, with a mark where those of the copy go.
    fn title(&mut self) -> String {
        let mut title = capitalised(&self.phrase(2, 6));
        if self.random.percent(30) {
            title = format!("{title} : {}", self.phrase(2, 5));
        }
        let author = format!("{}, {}", capitalised(&self.phrase(1, 1)), self.random.one_of(GIVEN));
        let subject = capitalised(&self.phrase(1, 2));
        let notes = self.phrase(6, 14);
        let isbn = if self.random.percent(70) {
            isbn(self.random.below(4_000_000))
        } else {
            String::new()
        };
        let year = 1970 + self.random.below(56);
        let publisher = self.random.one_of(PUBLISHERS);
        let place = self.random.one_of(PLACES);
        let class = self.random.one_of(CLASSES);
        format!("{title};\"{author}\";{publisher};{year};{place};{isbn};{class};{subject};\u{0};{notes}")
    }

    fn copy(&mut self, to: &mut dyn Write, title: &str, number: usize) -> io::Result<()> {
        let Some((front, notes)) = title.split_once("\u{0};") else {
            return Ok(());
        };
        let price = 25_000 + 500 * self.random.below(400);
        let (month, day) = (1 + self.random.below(12), 1 + self.random.below(28));
        let year = 2005 + self.random.below(21);
        writeln!(
            to,
            "{front}K{number:08};{number:07}/PUK/{year};{price};{day:02}/{month:02}/{year};{notes}"
        )
    }
}

fn words() -> Vec<String> {
    let mut words: Vec<String> = vec!["dan".into(), "yang".into(), "di".into(), "untuk".into()];
    for (prefix, suffix) in FRAMES {
        words.extend(ROOTS.iter().map(|root| format!("{prefix}{root}{suffix}")));
    }
    let mut random = Random::new(7);
    while words.len() < 60_000 {
        let syllables = 2 + random.below(3);
        words.push((0..syllables).map(|_| random.one_of(SYLLABLES)).collect());
    }
    words
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// A valid ISBN-13 of an Indonesian group, made from a number.
fn isbn(number: usize) -> String {
    let group = ["978602", "978623", "978634", "978979"][number / 1_000_000 % 4];
    let front = format!("{group}{:06}", number % 1_000_000);
    let sum: u32 = front
        .bytes()
        .enumerate()
        .map(|(at, digit)| u32::from(digit - b'0') * if at % 2 == 0 { 1 } else { 3 })
        .sum();
    format!("{front}{}", (10 - sum % 10) % 10)
}
