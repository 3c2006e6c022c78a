//! What a heading means: by key, by name with or without a number before it, by the text of the question, by words of
//! it; and what it would say about a person.

use super::columns::{Meaning, Personal, Wish};
use crate::surveys::instrument::{ElementOf, Instrument, Numbered, Question, Wording};
use crate::values::text::fold;

/// From here on a heading is taken for the text of a question with a slip in it.
const ALIKE: f64 = 0.92;

/// What a heading means, and how far from plain that is (1 is its key or name).
pub(super) fn guess(heading: &str, instrument: &Instrument, wish: &Wish) -> Option<(Meaning, u8)> {
    let folded = fold(heading);
    if folded.is_empty() {
        return None;
    }
    let things = || {
        let elements = instrument
            .elements
            .iter()
            .enumerate()
            .map(|(at, one)| (Meaning::Element(at), Thing::from(one)));
        let questions = instrument.questions.iter().enumerate();
        elements.chain(questions.map(|(at, one)| (Meaning::Question(at), Thing::from(one))))
    };
    let plain = without_number(&folded);
    for (meaning, thing) in things() {
        if thing.is_named(&folded) || thing.is_named(plain) {
            return Some((meaning, 1));
        }
    }
    if let Some((meaning, _)) = things().find(|(_, thing)| thing.asks(plain)) {
        return Some((meaning, 2));
    }
    let own_words = most_words(plain, things());
    if let Some(personal) = personal(&folded) {
        // `Nama layanan` is no name.
        let named = own_words.is_some_and(|(_, words)| words.contains(' ')) && personal == Personal::Name;
        if !named {
            return Some((Meaning::Dropped(personal), 2));
        }
    }
    if let Some(number) = numbered(&folded) {
        return match instrument.numbered(number, wish.order.as_deref()) {
            Numbered::One(at) => Some((Meaning::Element(at), 3)),
            Numbered::Several | Numbered::None => None,
        };
    }
    if let Some(meaning) = of_files(&folded) {
        return Some((meaning, 2));
    }
    if let Some((meaning, _)) = own_words {
        return Some((meaning, 4));
    }
    things()
        .find(|(_, thing)| thing.nearly_asks(plain))
        .map(|(meaning, _)| (meaning, 5))
}

/// An element or a question, as headings speak of it.
struct Thing<'a> {
    key: &'a str,
    name: &'a Wording,
    question: &'a Wording,
    known_by: &'a [String],
}

impl<'a> From<&'a ElementOf> for Thing<'a> {
    fn from(one: &'a ElementOf) -> Thing<'a> {
        Thing {
            key: &one.key,
            name: &one.name,
            question: &one.question,
            known_by: &one.known_by,
        }
    }
}

impl<'a> From<&'a Question> for Thing<'a> {
    fn from(one: &'a Question) -> Thing<'a> {
        Thing {
            key: &one.key,
            name: &one.name,
            question: &one.question,
            known_by: &one.known_by,
        }
    }
}

impl Thing<'_> {
    fn is_named(&self, folded: &str) -> bool {
        folded == fold(self.key) || self.name.both().any(|name| fold(name) == folded)
    }

    fn asks(&self, folded: &str) -> bool {
        // Forms say `Saudara` or `Anda`.
        let folded = folded.replace("saudara", "anda");
        self.question.both().any(|question| contains(&folded, &fold(question)))
    }

    fn nearly_asks(&self, folded: &str) -> bool {
        self.question
            .both()
            .any(|question| strsim::normalized_levenshtein(&fold(question), folded) >= ALIKE)
    }
}

/// What the heading is known by: the phrase of the most words; of equally many an element before another question, then
/// the longer phrase. None when two things are equally near.
fn most_words<'a>(folded: &str, things: impl Iterator<Item = (Meaning, Thing<'a>)>) -> Option<(Meaning, &'a String)> {
    let known = things.flat_map(|(meaning, thing)| thing.known_by.iter().map(move |words| (meaning, words)));
    let weight = |meaning: Meaning, words: &String| {
        (
            words.split_whitespace().count(),
            matches!(meaning, Meaning::Element(_)),
            words.len(),
        )
    };
    let mut best: Option<(Meaning, &String)> = None;
    let mut tied = false;
    for (meaning, words) in known.filter(|(_, words)| contains(folded, &fold(words))) {
        let than_best = best.map(|(other, most)| (weight(meaning, words).cmp(&weight(other, most)), other != meaning));
        match than_best {
            Some((std::cmp::Ordering::Less, _)) => {}
            Some((std::cmp::Ordering::Equal, other)) => tied = tied || other,
            None | Some((std::cmp::Ordering::Greater, _)) => (best, tied) = (Some((meaning, words)), false),
        }
    }
    best.filter(|_| !tied)
}

/// The element that a cell of the long form names: by key, name or words; a number alone only where it is clear.
pub(super) fn element(asked: &str, instrument: &Instrument, order: Option<&str>) -> Option<usize> {
    let wish = Wish {
        order: order.map(str::to_owned),
        ..Wish::default()
    };
    match guess(asked, instrument, &wish)? {
        (Meaning::Element(at), _) => Some(at),
        _ => None,
    }
}

/// Whether whole words stand in a text, in their order.
fn contains(text: &str, words: &str) -> bool {
    !words.is_empty() && format!(" {text} ").contains(&format!(" {words} "))
}

/// `u8 penanganan` without its number.
fn without_number(folded: &str) -> &str {
    let (first, rest) = folded.split_once(' ').unwrap_or((folded, ""));
    match bare_number(first) {
        Some(_) if !rest.is_empty() => rest,
        _ => folded,
    }
}

/// The number of `u8`, `p8`, `q8`, `unsur 8`, `pertanyaan 8`. Figures alone are answers, no heading.
pub(super) fn numbered(folded: &str) -> Option<usize> {
    bare_number(folded).filter(|_| !folded.starts_with(|letter: char| letter.is_ascii_digit()))
}

/// The number of the same, or of `8`.
fn bare_number(folded: &str) -> Option<usize> {
    let names = ["unsur ", "pertanyaan ", "question ", "butir ", "soal ", "u", "p", "q"];
    let digits = names
        .iter()
        .find_map(|name| folded.strip_prefix(name))
        .unwrap_or(folded);
    let fits = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten()
}

/// Columns that files have of their own.
fn of_files(folded: &str) -> Option<Meaning> {
    const RESPONDENT: [&str; 12] = [
        "responden",
        "no responden",
        "no resp",
        "nomor responden",
        "respondent",
        "id responden",
        "respondent id",
        "partisipan",
        "no",
        "nomor",
        "id",
        "no urut",
    ];
    const ASKED: [&str; 6] = ["unsur", "element", "pertanyaan", "question", "kode unsur", "butir"];
    const ANSWERED: [&str; 7] = ["jawaban", "answer", "nilai", "skor", "score", "value", "respon"];
    const AGAIN: [&str; 5] = [
        "start time",
        "waktu mulai",
        "last modified time",
        "waktu terakhir diubah",
        "bahasa",
    ];
    if RESPONDENT.contains(&folded) {
        Some(Meaning::Respondent)
    } else if ASKED.contains(&folded) {
        Some(Meaning::Asked)
    } else if ANSWERED.contains(&folded) {
        Some(Meaning::Answered)
    } else {
        AGAIN.contains(&folded).then_some(Meaning::Unread)
    }
}

/// What a column would say about a person.
pub(super) fn personal(folded: &str) -> Option<Personal> {
    const SIGNS: [(&[&str], Personal); 5] = [
        (
            &[
                "email",
                "e mail",
                "mail",
                "surel",
                "alamat rumah",
                "alamat lengkap",
                "alamat",
                "address",
            ],
            Personal::Mail,
        ),
        (
            &[
                "telepon",
                "telp",
                "no hp",
                "nomor hp",
                "hp",
                "handphone",
                "whatsapp",
                "wa",
                "phone",
            ],
            Personal::Telephone,
        ),
        (
            &[
                "nik",
                "ktp",
                "no anggota",
                "nomor anggota",
                "kartu anggota",
                "nomor kartu",
                "no kartu",
                "member number",
            ],
            Personal::Number,
        ),
        (&["ip", "ip address", "alamat ip"], Personal::Ip),
        (&["nama", "name", "username", "user name"], Personal::Name),
    ];
    if contains(folded, "ip") {
        return Some(Personal::Ip);
    }
    let found = SIGNS
        .iter()
        .find(|(signs, _)| signs.iter().any(|sign| contains(folded, sign)));
    found.map(|(_, personal)| *personal)
}
