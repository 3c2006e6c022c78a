//! The results of a stored survey, and how they compare with those of former periods.

use std::collections::BTreeMap;

use super::figures::{Exact, Fixed, Index, Tally, Weight};
use super::gathering::{Gathering, UNANSWERED, groupings};
use super::instrument::Instrument;
use super::spread::{self, Change, Interval, Point};
use super::{Refusal, Survey, store, suppression};
use crate::error::{Error, Result};
use crate::library::Snapshot;
use jiff::civil::Date;

/// What a survey came to.
#[derive(Debug, Clone)]
pub struct Results {
    /// What was counted.
    pub gathered: Gathering,
    /// The index; none when no element was answered.
    pub index: Option<Index>,
    /// How far it can be trusted.
    pub interval: Option<Interval>,
    /// Cronbach's alpha.
    pub alpha: Option<Fixed>,
    /// The groups, by what groups.
    pub groups: BTreeMap<String, Vec<Group>>,
}

/// One group of respondents.
#[derive(Debug, Clone)]
pub struct Group {
    /// The key of the choice or band; `2026-07` of a month.
    pub value: String,
    /// What it came to; none when the group is not shown.
    pub shown: Option<Shown>,
}

/// What a group came to.
#[derive(Debug, Clone)]
pub struct Shown {
    /// How many respondents.
    pub n: u64,
    /// The index.
    pub index: Option<Index>,
    /// How far it can be trusted.
    pub interval: Option<Interval>,
    /// Which elements are not shown, because too few of the group, or of another one, answered them.
    pub hidden: Vec<bool>,
}

impl Results {
    /// The results of what was counted.
    pub fn of(gathered: Gathering, instrument: &Instrument, weight: &Weight) -> Results {
        let highest = instrument.scale.highest;
        let index = Index::of(&gathered.tally, highest, weight);
        let groups = gathered.groups.iter();
        let groups = groups.map(|(by, tallies)| (by.clone(), grouped(tallies, highest, weight)));
        Results {
            interval: index
                .as_ref()
                .and_then(|index| spread::interval(&gathered.tally, index)),
            alpha: spread::alpha(&gathered.tally),
            groups: groups.collect(),
            index,
            gathered,
        }
    }

    /// The blanks among all answers that could have been given, in percent with two places.
    pub fn blank_share(&self) -> Option<Fixed> {
        let tally = &self.gathered.tally;
        let all = tally.respondents() * tally.elements() as u64;
        Some(Exact::fraction(tally.blanks() * 100, all)?.round(2))
    }

    /// Whether anything may be published: nobody is to be known by it.
    pub fn is_publishable(&self) -> bool {
        self.gathered.respondents >= suppression::FEWEST
    }
}

/// The groups of one division, without those that are too small to be shown.
fn grouped(tallies: &BTreeMap<String, Tally>, highest: u8, weight: &Weight) -> Vec<Group> {
    let sizes: Vec<u64> = tallies.values().map(Tally::respondents).collect();
    let residue = tallies.keys().position(|value| value == UNANSWERED);
    let hidden = suppression::hidden(&sizes, residue);
    let elements = tallies.values().next().map_or(0, Tally::elements);
    // Of each element those who answered it are a division of their own.
    let by_element: Vec<Vec<bool>> = (0..elements)
        .map(|element| {
            let answered: Vec<u64> = tallies.values().map(|tally| tally.answers(element).0).collect();
            suppression::hidden(&answered, residue)
        })
        .collect();
    let each = tallies.iter().enumerate();
    each.map(|(at, (value, tally))| Group {
        value: value.clone(),
        shown: (!hidden[at]).then(|| {
            let index = Index::of(tally, highest, weight);
            Shown {
                n: tally.respondents(),
                interval: index.as_ref().and_then(|index| spread::interval(tally, index)),
                index,
                hidden: by_element.iter().map(|groups| groups[at]).collect(),
            }
        }),
    })
    .collect()
}

/// The results of a survey, grouped by these questions.
///
/// # Errors
/// [`Refusal::NoGroup`] when it can't be grouped by one of them.
pub fn results(snapshot: &Snapshot<'_>, survey: &Survey, by: &[String]) -> Result<Results> {
    let known = groupings(&survey.instrument);
    if let Some(unknown) = by.iter().find(|by| !known.contains(by)) {
        let by = unknown.clone();
        return Err(Error::Survey(Refusal::NoGroup { by, groups: known }));
    }
    let mut gathered = Gathering::new(&survey.instrument, by);
    store::each_response(snapshot.sql(), survey.id, |response| gathered.add(response))?;
    Ok(Results::of(gathered, &survey.instrument, &survey.weight))
}

/// Hands out every response of a survey: the scores in the order of the instrument, 0 for a blank.
///
/// # Errors
/// Storage errors.
pub fn each_scores(snapshot: &Snapshot<'_>, survey: &Survey, mut each: impl FnMut(&[u8])) -> Result<()> {
    store::each_response(snapshot.sql(), survey.id, |response| each(&response.scores))
}

/// Rows that were rejected in the files that were brought in.
///
/// # Errors
/// Storage errors.
pub fn rejected(snapshot: &Snapshot<'_>, survey: &Survey) -> Result<u64> {
    store::rejected(snapshot.sql(), survey.id)
}

/// A period of the trend.
#[derive(Debug, Clone)]
pub struct Period {
    /// Its survey, respondents and index.
    pub point: Point,
    /// Its last day.
    pub closes: Date,
    /// How it differs from the period before.
    pub change: Option<Change>,
}

/// The periods up to a survey, the earliest first: surveys with the same instrument, unit and service that have an
/// index. All are taken with the exact weight, so that an old weight is not taken for a change.
///
/// # Errors
/// Storage errors.
pub fn trend(snapshot: &Snapshot<'_>, survey: &Survey) -> Result<Vec<Period>> {
    let mut surveys = store::surveys(snapshot.sql())?;
    surveys.retain(|other| {
        let same = other.instrument.key == survey.instrument.key
            && other.unit == survey.unit
            && other.service == survey.service
            && other.instrument.elements.len() == survey.instrument.elements.len();
        same && (other.closes < survey.closes || other.id == survey.id)
    });
    surveys.sort_by_key(|survey| (survey.closes, survey.id));
    let mut periods: Vec<Period> = Vec::new();
    for other in &surveys {
        let mut gathered = Gathering::new(&other.instrument, &[]);
        store::each_response(snapshot.sql(), other.id, |response| gathered.add(response))?;
        let Some(index) = Index::of(&gathered.tally, other.instrument.scale.highest, &Weight::Share) else {
            continue;
        };
        let point = Point {
            survey: other.key.clone(),
            respondents: gathered.respondents,
            variance: spread::variance(&gathered.tally, &index),
            index: index.converted,
        };
        let change = periods.last().map(|before| spread::change(&before.point, &point));
        periods.push(Period {
            point,
            closes: other.closes,
            change,
        });
    }
    Ok(periods)
}

/// How many were served in a period, as the loans tell: loans that were made, and the different readers among those
/// whose history was not cut. (A visit without a loan is not in it.)
///
/// # Errors
/// Storage errors.
pub fn served(snapshot: &Snapshot<'_>, from: Date, to: Date) -> Result<(u64, u64)> {
    let before = to.tomorrow().unwrap_or(to);
    store::loans(snapshot.sql(), &from.to_string(), &before.to_string())
}
