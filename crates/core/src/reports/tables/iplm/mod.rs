//! What a library hands in every year for the IPLM, and the index ([`index`]).
//!
//! Titles, members and heads at events are counted; inhabitants, librarians, visits and accreditation are
//! [facts](crate::reports::facts) of the year. The published index is over the libraries of every type in the region:
//! where their data were gathered (`uplm1-data` …) those count, else this library's own, and the answer says which.

mod index;
pub(super) mod store;

use jiff::civil::Date;
use serde::Serialize;

pub use index::{Formula, IplmClass, IplmIndex, class};

use self::index::Given;
use super::collection::store as collection;
use super::{Count, kept, ratio, readers};
use crate::calendar::store as calendar;
use crate::error::Result;
use crate::library::Snapshot;
use crate::reports::facts::{
    ACCREDITATION, ACCREDITATION_NUMBER, DIGITAL_TITLES, Facts, LIBRARIANS, LIBRARIES, LIBRARIES_STANDARD,
    OUTREACH_ONLINE, OUTREACH_ONSITE, POPULATION, UPLM_CONSTANT, UPLM_DATA, UPLM_SOCIETY, VISITS_ONLINE, VISITS_ONSITE,
};
use crate::reports::page::Span;
use crate::surveys::figures::{Exact, Fixed};

/// Whose data an element was computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// All libraries of the region.
    Region,
    /// This library alone.
    Library,
}

/// An event, as the questionnaire asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outreach {
    /// What it was called.
    pub name: String,
    /// So many people came, each once however many sessions it had; groups head by head.
    pub heads: i64,
}

/// The answers of the questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Iplm {
    /// The year of the facts.
    pub year: i16,
    /// Titles with a copy on the last day (UPLM2).
    pub printed_titles: i64,
    /// Digital titles (UPLM2).
    pub digital_titles: Option<i64>,
    /// Librarians (UPLM3).
    pub librarians: Option<i64>,
    /// Days on which the library was open.
    pub open_days: i64,
    /// People who came in, a day that was open, with two places (UPLM4).
    pub visits_onsite_a_day: Option<Fixed>,
    /// Visits online, a day of the calendar (UPLM4).
    pub visits_online_a_day: Option<Fixed>,
    /// The predicate of the accreditation (UPLM5).
    pub accreditation: Option<String>,
    /// The number of its certificate.
    pub accreditation_number: Option<String>,
    /// Who came to KIE and sosialisasi (UPLM6).
    pub outreach_onsite: i64,
    /// Whether that was counted at events; else it was given as a fact.
    pub outreach_counted: bool,
    /// Who took part online.
    pub outreach_online: Option<i64>,
    /// The events that somebody came to, each with the people who came to it.
    pub outreach_events: Vec<Outreach>,
    /// Members valid on the last day (UPLM7).
    pub members: i64,
    /// Inhabitants.
    pub population: Option<i64>,
    /// Whose data each element was computed from.
    pub scopes: [Scope; 7],
    /// The index by both formulas.
    pub indexes: Vec<IplmIndex>,
}

impl Iplm {
    /// The heads of each event as they are told, in the order of the events.
    #[must_use]
    pub fn heads_told(&self, published: bool) -> Vec<Count> {
        let heads: Vec<i64> = self.outreach_events.iter().map(|event| event.heads).collect();
        kept::list(&heads, published)
    }

    /// Which elements rest on a count of this library that is kept back: they would give it back, and so would the index.
    #[must_use]
    pub fn kept_elements(&self, published: bool) -> [bool; 7] {
        let mut elements = [false; 7];
        let is_kept =
            |at: usize, count| self.scopes[at] == Scope::Library && Count::of(count, published) == Count::Kept;
        elements[5] = self.outreach_counted && is_kept(5, self.outreach_onsite);
        elements[6] = is_kept(6, self.members);
        elements
    }
}

/// The questionnaire of a period, and the index.
///
/// # Errors
/// Storage errors.
pub fn iplm(snapshot: &Snapshot<'_>, span: Span, today: Date) -> Result<Iplm> {
    let conn = snapshot.sql();
    let (first, last) = (span.first.to_string(), span.last.to_string());
    let facts = Facts::load(snapshot, span.last.year())?;
    let calendar = calendar::load(conn, span.first)?;
    let days = span
        .first
        .series(jiff::ToSpan::days(1))
        .take_while(|day| *day <= span.last);
    let (all_days, open_days) = days.fold((0, 0), |(all, open), day| {
        (all + 1, open + i64::from(calendar.is_open(day)))
    });
    let events = store::events(conn, &first, &last)?.into_iter();
    let counted = Counted {
        printed_titles: collection::held(conn, &last)?.0,
        members: readers::count(snapshot, span)?.valid,
        events: events.map(|(name, heads)| Outreach { name, heads }).collect(),
        days: all_days,
        open_days,
        is_year: span.whole_year(today).is_some(),
    };
    Ok(answers(span.last.year(), counted, &facts))
}

/// What the library counts itself.
#[derive(Debug, Clone, Default)]
struct Counted {
    printed_titles: i64,
    members: i64,
    events: Vec<Outreach>,
    days: i64,
    open_days: i64,
    /// The span is the year of the facts: what happens in a year can be taken from them.
    is_year: bool,
}

impl Counted {
    /// Who came to events.
    fn present(&self) -> i64 {
        self.events.iter().map(|event| event.heads).sum()
    }
}

fn answers(year: i16, counted: Counted, facts: &Facts) -> Iplm {
    let of_year = |name| facts.whole(name).filter(|_| counted.is_year);
    let a_day = |visits: Option<i64>, days| visits.and_then(|visits| ratio(visits, days, 1, 2));
    let onsite = of_year(OUTREACH_ONSITE);
    let given = given(&counted, facts);
    Iplm {
        year,
        printed_titles: counted.printed_titles,
        digital_titles: facts.whole(DIGITAL_TITLES),
        librarians: facts.whole(LIBRARIANS),
        open_days: counted.open_days,
        visits_onsite_a_day: a_day(of_year(VISITS_ONSITE), counted.open_days),
        visits_online_a_day: a_day(of_year(VISITS_ONLINE), counted.days),
        accreditation: facts.text(ACCREDITATION).map(str::to_owned),
        accreditation_number: facts.text(ACCREDITATION_NUMBER).map(str::to_owned),
        outreach_onsite: onsite.unwrap_or(counted.present()),
        outreach_counted: onsite.is_none(),
        outreach_online: of_year(OUTREACH_ONLINE),
        outreach_events: counted.events.clone(),
        members: counted.members,
        population: facts.whole(POPULATION),
        scopes: std::array::from_fn(|at| match facts.text(UPLM_DATA[at]) {
            Some(_) => Scope::Region,
            // The first and the fifth count libraries.
            None if at == 0 || at == 4 => Scope::Region,
            None => Scope::Library,
        }),
        indexes: Formula::ALL
            .iter()
            .map(|formula| index::index(*formula, &given))
            .collect(),
    }
}

/// What the index is computed from: the data of the region where they are given, else the library's own.
fn given(counted: &Counted, facts: &Facts) -> [Given; 7] {
    let whole = |name: &'static str| facts.whole(name).map(Exact::whole).ok_or(vec![name]);
    let of_year = |name: &'static str| if counted.is_year { whole(name) } else { Err(vec![name]) };
    let both = |one: Data, other: Data| match (one, other) {
        (Ok(one), Ok(other)) => Ok(one.plus(&other)),
        (one, other) => Err([one.err(), other.err()].into_iter().flatten().flatten().collect()),
    };
    let a_day =
        |name, days: i64| of_year(name).and_then(|visits: Exact| visits.over(&Exact::whole(days)).ok_or(vec![name]));
    let own: [Data; 7] = [
        whole(LIBRARIES),
        both(Ok(Exact::whole(counted.printed_titles)), whole(DIGITAL_TITLES)),
        whole(LIBRARIANS),
        both(
            a_day(VISITS_ONSITE, counted.open_days),
            a_day(VISITS_ONLINE, counted.days),
        ),
        whole(LIBRARIES_STANDARD),
        both(
            of_year(OUTREACH_ONSITE).or(Ok(Exact::whole(counted.present()))),
            of_year(OUTREACH_ONLINE),
        ),
        Ok(Exact::whole(counted.members)),
    ];
    let mut at = 0;
    own.map(|own| {
        let data = facts.exact(UPLM_DATA[at]).map_or(own, Ok);
        let given = Given {
            society: facts.exact(UPLM_SOCIETY[at]).or_else(|| facts.exact(POPULATION)),
            constant: facts.exact(UPLM_CONSTANT[at]),
            lacks: data.as_ref().err().cloned().unwrap_or_default(),
            data: data.ok(),
        };
        at += 1;
        given
    })
}

/// The data of an element, or the facts that they need.
type Data = Result<Exact, Vec<&'static str>>;

#[cfg(test)]
mod tests {
    use super::*;

    fn counted() -> Counted {
        Counted {
            printed_titles: 1_500,
            members: 1_000,
            events: [("Klub baca", 410), ("Mendongeng", 40)]
                .map(|(name, heads)| Outreach {
                    name: name.to_owned(),
                    heads,
                })
                .into(),
            days: 365,
            open_days: 250,
            is_year: true,
        }
    }

    /// By hand, for 4,000 inhabitants: 100 libraries 1/40; 1,500 + 500 titles 1/2; 10 librarians 1/400; 87,500 / 250 +
    /// 18,250 / 365 = 350 + 50 visits a day 1/10; 30 libraries 3/400; 450 + 50 people 1/8; 1,000 members 1/4.
    #[test]
    fn a_year_of_which_everything_is_known() {
        let values = [
            (POPULATION, "4000"),
            (LIBRARIES, "100"),
            (LIBRARIES_STANDARD, "30"),
            (DIGITAL_TITLES, "500"),
            (LIBRARIANS, "10"),
            (VISITS_ONSITE, "87500"),
            (VISITS_ONLINE, "18250"),
            (OUTREACH_ONLINE, "50"),
            (ACCREDITATION, "A"),
        ];
        let iplm = answers(2022, counted(), &Facts::of(&values));
        assert_eq!(
            iplm.indexes[0].value.map(|value| value.to_string()).as_deref(),
            Some("14.43")
        );
        assert_eq!(
            iplm.visits_onsite_a_day.map(|value| value.to_string()).as_deref(),
            Some("350.00")
        );
        assert_eq!(
            iplm.visits_online_a_day.map(|value| value.to_string()).as_deref(),
            Some("50.00")
        );
        assert_eq!((iplm.outreach_onsite, iplm.outreach_counted), (450, true));
        assert_eq!(iplm.outreach_events[1].heads, 40);
        // The newer formula needs its constants.
        assert_eq!(iplm.indexes[1].value, None);
        assert_eq!(iplm.indexes[1].missing, UPLM_CONSTANT);
    }

    #[test]
    fn the_region_counts_where_it_is_known() {
        let iplm = answers(
            2025,
            counted(),
            &Facts::of(&[("uplm7-data", "90000"), (POPULATION, "100000")]),
        );
        assert_eq!(iplm.scopes[6], Scope::Region);
        assert_eq!(iplm.scopes[1], Scope::Library);
        assert_eq!(
            iplm.indexes[0].elements[6].map(|value| value.to_string()).as_deref(),
            Some("0.9000")
        );
        assert_eq!(iplm.members, 1_000, "the questionnaire asks for the library's own");
    }

    #[test]
    fn a_part_of_a_year_has_no_visits() {
        let counted = Counted {
            is_year: false,
            ..counted()
        };
        let values = [(POPULATION, "4000"), (VISITS_ONSITE, "87500"), (VISITS_ONLINE, "18250")];
        let iplm = answers(2026, counted, &Facts::of(&values));
        assert_eq!(iplm.visits_onsite_a_day, None);
        assert!(iplm.indexes[0].missing.contains(&VISITS_ONSITE));
    }
}
