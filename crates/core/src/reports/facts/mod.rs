//! What the library is asked for every year and can't count itself: inhabitants, librarians, visits, accreditation.
//!
//! A fact is of a year, for that is how it is asked for and how it changes. What the library does count (titles, members,
//! heads at events) is no fact: it is read from the rows each time.

mod store;

use std::collections::BTreeMap;

use serde_json::json;

use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction};
use crate::surveys::figures::Exact;

/// What a fact may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// A whole number, not below 0.
    Whole,
    /// A number that may have places: `0.35`, or a fraction: `1/40`; not below 0.
    Decimal,
    /// One line of text of at most 120 characters.
    Line,
}

/// A fact that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Its stable name.
    pub name: &'static str,
    /// What it may hold.
    pub holds: Holds,
}

const fn whole(name: &'static str) -> Known {
    Known {
        name,
        holds: Holds::Whole,
    }
}

const fn decimal(name: &'static str) -> Known {
    Known {
        name,
        holds: Holds::Decimal,
    }
}

const fn line(name: &'static str) -> Known {
    Known {
        name,
        holds: Holds::Line,
    }
}

/// Inhabitants of the region that the library serves.
pub const POPULATION: &str = "population";
/// Libraries of every type in the region.
pub const LIBRARIES: &str = "libraries";
/// Of these, the ones that hold a certificate of the national standard (SNP).
pub const LIBRARIES_STANDARD: &str = "libraries-standard";
/// Digital titles.
pub const DIGITAL_TITLES: &str = "digital-titles";
/// Librarians by office (`pustakawan`).
pub const LIBRARIANS: &str = "librarians";
/// All who work in the library (`tenaga perpustakaan`), the librarians among them.
pub const STAFF: &str = "staff";
/// People who came in, in the whole year.
pub const VISITS_ONSITE: &str = "visits-onsite";
/// Visits to the online services, in the whole year.
pub const VISITS_ONLINE: &str = "visits-online";
/// Who came to KIE and sosialisasi; where it is not given, the heads counted at events.
pub const OUTREACH_ONSITE: &str = "outreach-onsite";
/// Who took part in KIE and sosialisasi online, in the whole year.
pub const OUTREACH_ONLINE: &str = "outreach-online";
/// The predicate of the accreditation: A, B, C.
pub const ACCREDITATION: &str = "accreditation";
/// The number of its certificate.
pub const ACCREDITATION_NUMBER: &str = "accreditation-number";
/// Members who borrowed in the year: the loans no longer tell, for they are cut from their readers.
pub const ACTIVE_MEMBERS: &str = "active-members";

/// Data of all libraries of the region for an element of the IPLM, where somebody gathered them.
pub const UPLM_DATA: [&str; 7] = [
    "uplm1-data",
    "uplm2-data",
    "uplm3-data",
    "uplm4-data",
    "uplm5-data",
    "uplm6-data",
    "uplm7-data",
];
/// The `aspek masyarakat` of an element, where it is not the inhabitants.
pub const UPLM_SOCIETY: [&str; 7] = [
    "uplm1-society",
    "uplm2-society",
    "uplm3-society",
    "uplm4-society",
    "uplm5-society",
    "uplm6-society",
    "uplm7-society",
];
/// The constant `K_i` of an element, as the national library hands it out; it is not published.
pub const UPLM_CONSTANT: [&str; 7] = [
    "uplm1-constant",
    "uplm2-constant",
    "uplm3-constant",
    "uplm4-constant",
    "uplm5-constant",
    "uplm6-constant",
    "uplm7-constant",
];

/// Every fact, in the order they are shown.
pub fn known() -> Vec<Known> {
    let mut known = vec![
        whole(POPULATION),
        whole(LIBRARIES),
        whole(LIBRARIES_STANDARD),
        whole(DIGITAL_TITLES),
        whole(LIBRARIANS),
        whole(STAFF),
        whole(VISITS_ONSITE),
        whole(VISITS_ONLINE),
        whole(OUTREACH_ONSITE),
        whole(OUTREACH_ONLINE),
        line(ACCREDITATION),
        line(ACCREDITATION_NUMBER),
        whole(ACTIVE_MEMBERS),
    ];
    // Visits a day are a mean; everything else is counted.
    let data = |name| {
        if name == UPLM_DATA[3] {
            decimal(name)
        } else {
            whole(name)
        }
    };
    known.extend(UPLM_DATA.map(data));
    known.extend(UPLM_SOCIETY.map(whole));
    known.extend(UPLM_CONSTANT.map(decimal));
    known
}

/// Years that facts are kept of.
pub const YEARS: std::ops::RangeInclusive<i16> = 1900..=2999;

/// The facts of one year, by their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts(pub(crate) BTreeMap<String, String>);

impl Facts {
    /// Facts for tests.
    #[cfg(test)]
    pub(crate) fn of(values: &[(&str, &str)]) -> Facts {
        let values = values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Facts(values.collect())
    }

    /// The facts of a year.
    pub(crate) fn load(snapshot: &Snapshot<'_>, year: i16) -> Result<Facts> {
        store::of_year(snapshot.sql(), year).map(Facts)
    }

    /// A line of text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// A whole number.
    pub fn whole(&self, name: &str) -> Option<i64> {
        self.text(name)?.parse().ok()
    }

    /// A number, exactly.
    pub fn exact(&self, name: &str) -> Option<Exact> {
        Exact::parse(self.text(name)?)
    }

    /// Each with its name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

/// How a fact stood before it was set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactChange {
    /// The year.
    pub year: i16,
    /// The fact.
    pub name: &'static str,
    /// What it held before.
    pub before: Option<String>,
    /// What it holds now; none when it was taken away.
    pub after: Option<String>,
}

impl Library {
    /// The facts of a year.
    ///
    /// # Errors
    /// Storage errors.
    pub fn facts(&self, year: i16) -> Result<Facts> {
        self.read(|snapshot| Facts::load(snapshot, year))
    }

    /// Sets a fact of a year; the empty text takes it away. What changes nothing leaves no journal entry.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown name, [`Error::BadValue`] for a year or a value that can't be, and what
    /// [`Library::write`] answers.
    pub fn set_fact(&mut self, year: i16, name: &str, value: &str, act: &Act, dry_run: bool) -> Result<FactChange> {
        let Some(known) = known().into_iter().find(|known| known.name == name) else {
            return Err(Error::NotFound {
                what: "fact",
                wanted: name.to_owned(),
            });
        };
        if !YEARS.contains(&year) {
            return Err(bad("year", &year.to_string()));
        }
        let after = match value.trim() {
            "" => None,
            text => Some(known.parse(text).ok_or_else(|| bad(known.name, text))?),
        };
        let action = |tx: &Transaction<'_>| {
            let before = store::one(tx.sql(), year, known.name)?;
            let entry = (before != after).then(|| Entry {
                action: "fact.set",
                detail: json!({ "year": year, "fact": known.name, "before": before, "after": after }),
            });
            if entry.is_some() {
                store::save(tx.sql(), year, known.name, after.as_deref())?;
            }
            let change = FactChange {
                year,
                name: known.name,
                before,
                after: after.clone(),
            };
            Ok((change, entry))
        };
        match dry_run {
            true => self.rehearse(act, action),
            false => self.write(act, action),
        }
    }
}

impl Known {
    /// The value as it is stored, if the fact may hold it.
    fn parse(&self, text: &str) -> Option<String> {
        self.written(text)
            .filter(|value| !self.is_divisor() || is_above_zero(value))
    }

    /// Whether other numbers are divided by it: then it is above 0.
    pub fn is_divisor(&self) -> bool {
        let names = [POPULATION, LIBRARIES];
        names.contains(&self.name) || UPLM_SOCIETY.contains(&self.name) || UPLM_CONSTANT.contains(&self.name)
    }

    fn written(&self, text: &str) -> Option<String> {
        match self.holds {
            Holds::Whole => {
                // As people write large numbers: 292.597.
                let digits: String = text
                    .chars()
                    .filter(|letter| !matches!(letter, '.' | ',' | ' '))
                    .collect();
                let grouped = text.split(['.', ',', ' ']).skip(1).all(|group| group.len() == 3);
                let number: i64 = digits.parse().ok().filter(|_| grouped)?;
                (0..=1_000_000_000_000).contains(&number).then(|| number.to_string())
            }
            // `1.500` is a thousand and a half to some and one and a half to others.
            Holds::Decimal => Exact::parse(text)
                .filter(|_| !is_ambiguous(text))
                .map(|_| text.replace(',', ".")),
            Holds::Line => {
                let fits = text.chars().count() <= 120 && !text.chars().any(char::is_control);
                fits.then(|| text.to_owned())
            }
        }
    }
}

fn is_above_zero(value: &str) -> bool {
    let numerator = value.split('/').next().unwrap_or_default();
    numerator.chars().any(|digit| ('1'..='9').contains(&digit))
}

fn is_ambiguous(text: &str) -> bool {
    let parts = text.split_once(['.', ',']);
    parts.is_some_and(|(whole, rest)| !whole.trim_start_matches('0').is_empty() && rest.len() == 3)
}

fn bad(what: &'static str, found: &str) -> Error {
    Error::BadValue {
        what,
        found: found.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_as_people_write_them() {
        let cases = [
            (POPULATION, "292597", Some("292597")),
            (POPULATION, "292.597", Some("292597")),
            (POPULATION, "1,292,597", Some("1292597")),
            (POPULATION, "292.5", None),
            (POPULATION, "-1", None),
            (POPULATION, "0", None),
            ("uplm3-constant", "0,00", None),
            ("visits-onsite", "0", Some("0")),
            (POPULATION, "banyak", None),
            ("uplm3-constant", "0,35", Some("0.35")),
            ("uplm3-constant", "1/40", Some("1/40")),
            ("uplm3-constant", "1e3", None),
            ("uplm3-constant", "0.125", Some("0.125")),
            ("uplm4-data", "1.500", None),
            ("uplm4-data", "1500", Some("1500")),
            ("uplm7-data", "1.500", Some("1500")),
            (ACCREDITATION, "A", Some("A")),
            (ACCREDITATION, "A\nB", None),
        ];
        for (name, text, expected) in cases {
            let known = known().into_iter().find(|known| known.name == name).expect(name);
            assert_eq!(known.parse(text).as_deref(), expected, "{name} {text}");
        }
    }
}
