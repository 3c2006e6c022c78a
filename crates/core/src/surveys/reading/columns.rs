//! Which column answers what. A heading is known by the key, by the name (with or without a number before it), by the
//! text of the question, or by words of it; never by a number alone where questionnaires differ.

use crate::surveys::instrument::{ElementOf, Instrument, Kind, Numbered, Question, Wording};
use crate::values::text::fold;

/// How far down a header is looked for.
const DEEPEST: usize = 20;
/// From here on a heading is taken for the text of a question with a slip in it.
const ALIKE: f64 = 0.92;

/// Why a column is dropped: what it would say about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Personal {
    /// A name.
    Name,
    /// An address for mail, electronic or not.
    Mail,
    /// A telephone.
    Telephone,
    /// The number of a member or of an identity card.
    Number,
    /// The address of a computer.
    Ip,
}

impl Personal {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Personal::Name => "name",
            Personal::Mail => "mail",
            Personal::Telephone => "telephone",
            Personal::Number => "number",
            Personal::Ip => "ip",
        }
    }
}

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The answers to an element, by its place in the instrument.
    Element(usize),
    /// The answers to another question, by its place.
    Question(usize),
    /// Who answered, in this file: only tells rows of the long form apart, and is not kept.
    Respondent,
    /// The long form: which element was asked.
    Asked,
    /// The long form: what was answered.
    Answered,
    /// Would name a person: not read at all.
    Dropped(Personal),
    /// Nothing of the instrument: not read.
    Unread,
}

/// A column of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading, as the file has it.
    pub heading: String,
    /// What it is.
    pub meaning: Meaning,
}

/// What the user decided about columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wish {
    /// Key of an element or question, and the heading it stands under; `-`: there is none.
    pub map: Vec<(String, String)>,
    /// The order that bare numbers are in.
    pub order: Option<String>,
}

/// Why the columns are not clear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmapped {
    /// No row looks like a header of this instrument.
    Nothing {
        /// The headings of the likeliest row.
        headings: Vec<String>,
    },
    /// Elements without a column.
    Missing {
        /// Their keys.
        keys: Vec<String>,
        /// The headings that mean nothing yet.
        unread: Vec<String>,
    },
    /// Two columns would be the same element or question.
    Twice {
        /// Its key.
        key: String,
        /// The first heading.
        first: String,
        /// The second.
        second: String,
    },
    /// A bare number that questionnaires use for different elements.
    Number {
        /// The heading.
        heading: String,
        /// The orders that can be named.
        orders: Vec<String>,
    },
    /// The map names what the instrument does not have.
    Key {
        /// The key.
        key: String,
        /// The keys there are.
        keys: Vec<String>,
    },
    /// The map names a heading that the file does not have.
    Heading {
        /// The heading.
        heading: String,
        /// The headings there are.
        headings: Vec<String>,
    },
    /// The map names a column that would name a person.
    Personal {
        /// The heading.
        heading: String,
    },
}

impl Unmapped {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Unmapped::Nothing { .. } => "columns.none",
            Unmapped::Missing { .. } => "columns.missing",
            Unmapped::Twice { .. } => "columns.twice",
            Unmapped::Number { .. } => "columns.number",
            Unmapped::Key { .. } => "map.key",
            Unmapped::Heading { .. } => "map.heading",
            Unmapped::Personal { .. } => "map.personal",
        }
    }
}

/// The columns of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns {
    /// One for each.
    pub columns: Vec<Column>,
    /// A row is one answer, not one respondent.
    pub long: bool,
    /// The order that bare numbers are in, where it was named.
    pub order: Option<String>,
}

/// Finds the header among the first rows, and what its columns are.
///
/// # Errors
/// Why that is not clear.
pub fn find(rows: &[Vec<String>], instrument: &Instrument, wish: &Wish) -> Result<(usize, Columns), Unmapped> {
    let points = |row: &Vec<String>| -> usize {
        row.iter()
            .map(|cell| match guess(cell, instrument, wish) {
                Some((Meaning::Element(_), _)) => 3,
                Some((Meaning::Question(_) | Meaning::Asked | Meaning::Answered, _)) => 2,
                Some((Meaning::Respondent, _)) => 1,
                _ => usize::from(wish.map.iter().any(|(_, heading)| same(heading, cell))) * 3,
            })
            .sum()
    };
    let scored = rows.iter().take(DEEPEST).map(points).enumerate();
    let best = scored.max_by_key(|(at, points)| (*points, std::cmp::Reverse(*at)));
    match best {
        Some((at, points)) if points > 1 => Ok((at, decide(&rows[at], instrument, wish)?)),
        _ => Err(Unmapped::Nothing {
            headings: rows.first().cloned().unwrap_or_default(),
        }),
    }
}

/// What the columns under these headings are.
fn decide(headings: &[String], instrument: &Instrument, wish: &Wish) -> Result<Columns, Unmapped> {
    let end = headings
        .iter()
        .rposition(|heading| !heading.trim().is_empty())
        .map_or(0, |last| last + 1);
    let headings = &headings[..end];
    let (mut found, without) = mapped(headings, instrument, wish)?;
    for (at, heading) in headings.iter().enumerate() {
        if found[at].is_none() {
            let guessed = guess(heading, instrument, wish);
            // What the map says stands under one heading stands under no other.
            let taken = |meaning: Meaning| {
                found
                    .iter()
                    .flatten()
                    .any(|(other, rank)| *rank == 0 && *other == meaning)
            };
            found[at] = guessed.filter(|(meaning, _)| !taken(*meaning));
        }
    }
    let elements = found
        .iter()
        .flatten()
        .any(|(meaning, _)| matches!(meaning, Meaning::Element(_)));
    let has = |wanted: Meaning| found.iter().flatten().any(|(meaning, _)| *meaning == wanted);
    let long = !elements && has(Meaning::Asked) && has(Meaning::Answered) && has(Meaning::Respondent);
    unique(headings, &mut found, instrument, long)?;
    let columns = headings.iter().zip(&found).map(|(heading, found)| Column {
        heading: heading.clone(),
        meaning: match found {
            Some((Meaning::Asked | Meaning::Answered, _)) if !long => Meaning::Unread,
            Some((meaning, _)) => *meaning,
            None => Meaning::Unread,
        },
    });
    let columns = Columns {
        columns: columns.collect(),
        long,
        order: wish.order.clone(),
    };
    if !long {
        whole(&columns, instrument, wish, &without)?;
    }
    Ok(columns)
}

type Found = Vec<Option<(Meaning, u8)>>;

/// What the map says; and the keys that it says have no column.
fn mapped(headings: &[String], instrument: &Instrument, wish: &Wish) -> Result<(Found, Vec<String>), Unmapped> {
    let mut found: Found = vec![None; headings.len()];
    let mut without = Vec::new();
    for (key, heading) in &wish.map {
        let Some(meaning) = by_key(key, instrument) else {
            let keys = instrument.elements.iter().map(|one| one.key.clone());
            let keys = keys.chain(instrument.questions.iter().map(|one| one.key.clone()));
            return Err(Unmapped::Key {
                key: key.clone(),
                keys: keys.collect(),
            });
        };
        if heading == "-" {
            without.push(key.clone());
            continue;
        }
        let Some(at) = headings.iter().position(|other| same(other, heading)) else {
            return Err(Unmapped::Heading {
                heading: heading.clone(),
                headings: headings.to_vec(),
            });
        };
        if personal(&fold(heading)).is_some() {
            return Err(Unmapped::Personal {
                heading: heading.clone(),
            });
        }
        found[at] = Some((meaning, 0));
    }
    Ok((found, without))
}

fn same(one: &str, other: &str) -> bool {
    one.trim() == other.trim() || fold(one) == fold(other) && !fold(one).is_empty()
}

fn by_key(key: &str, instrument: &Instrument) -> Option<Meaning> {
    match key {
        "respondent" => Some(Meaning::Respondent),
        "asked" => Some(Meaning::Asked),
        "answered" => Some(Meaning::Answered),
        _ => {
            (instrument.element(key).map(Meaning::Element)).or_else(|| instrument.question(key).map(Meaning::Question))
        }
    }
}

/// Of two headings for one thing the plainer one wins; two that are equally plain are refused.
fn unique(headings: &[String], found: &mut Found, instrument: &Instrument, long: bool) -> Result<(), Unmapped> {
    for at in 0..found.len() {
        let Some((meaning, rank)) = found[at] else { continue };
        let counts = match meaning {
            Meaning::Element(_) | Meaning::Question(_) => true,
            Meaning::Asked | Meaning::Answered => long,
            Meaning::Respondent | Meaning::Dropped(_) | Meaning::Unread => false,
        };
        for other in at + 1..found.len() {
            match found[other] {
                Some((same, others)) if counts && same == meaning => match rank.cmp(&others) {
                    std::cmp::Ordering::Less => found[other] = None,
                    std::cmp::Ordering::Greater => {
                        found[at] = None;
                        break;
                    }
                    std::cmp::Ordering::Equal => {
                        return Err(Unmapped::Twice {
                            key: key_of(meaning, instrument),
                            first: headings[at].clone(),
                            second: headings[other].clone(),
                        });
                    }
                },
                _ => {}
            }
        }
    }
    Ok(())
}

fn key_of(meaning: Meaning, instrument: &Instrument) -> String {
    match meaning {
        Meaning::Element(at) => instrument.elements[at].key.clone(),
        Meaning::Question(at) => instrument.questions[at].key.clone(),
        Meaning::Asked => "asked".to_owned(),
        Meaning::Answered => "answered".to_owned(),
        Meaning::Respondent => "respondent".to_owned(),
        Meaning::Dropped(_) | Meaning::Unread => String::new(),
    }
}

/// Every element has a column, or the map says that it has none: a heading that was not understood must not make an
/// index of eight elements out of nine.
fn whole(columns: &Columns, instrument: &Instrument, wish: &Wish, without: &[String]) -> Result<(), Unmapped> {
    let missing: Vec<String> = (0..instrument.elements.len())
        .filter(|at| {
            columns
                .columns
                .iter()
                .all(|column| column.meaning != Meaning::Element(*at))
        })
        .map(|at| instrument.elements[at].key.clone())
        .filter(|key| !without.contains(key))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let unread = || {
        columns
            .columns
            .iter()
            .filter(|column| column.meaning == Meaning::Unread)
    };
    let unclear = unread().find(|column| {
        let number = numbered(&fold(&column.heading));
        number.is_some_and(|number| instrument.numbered(number, wish.order.as_deref()) == Numbered::Several)
    });
    if let Some(unclear) = unclear {
        let heading = unclear.heading.clone();
        return Err(Unmapped::Number {
            heading,
            orders: instrument.orders.keys().cloned().collect(),
        });
    }
    let unread = unread()
        .map(|column| column.heading.clone())
        .filter(|heading| !heading.trim().is_empty());
    Err(Unmapped::Missing {
        keys: missing,
        unread: unread.collect(),
    })
}

/// What a heading means, and how far from plain that is (1 is its key or name).
fn guess(heading: &str, instrument: &Instrument, wish: &Wish) -> Option<(Meaning, u8)> {
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
fn numbered(folded: &str) -> Option<usize> {
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
fn personal(folded: &str) -> Option<Personal> {
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

impl Columns {
    /// The column of the day of the answer, if there is one.
    pub fn day(&self, instrument: &Instrument) -> Option<usize> {
        self.columns.iter().position(|column| match column.meaning {
            Meaning::Question(at) => instrument.questions[at].kind == Kind::Day,
            _ => false,
        })
    }
}
