//! Which column answers what. A heading is known by the key, by the name (with or without a number before it), by the
//! text of the question, or by words of it; never by a number alone where questionnaires differ.

use super::headings::{guess, numbered, personal};
use crate::surveys::instrument::{Instrument, Numbered};
use crate::values::text::fold;

/// How far down a header is looked for.
const DEEPEST: usize = 20;
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
