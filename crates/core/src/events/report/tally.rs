//! Counting a period, and keeping small groups to itself. Values in, values out.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::circulation::rules::age_band;
use crate::events::event::Kind;
use crate::values::ids::EventId;

/// Groups of fewer heads than this are not published.
pub const LEAST: i64 = 5;

/// An event of the period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Visited {
    pub(crate) id: EventId,
    pub(crate) kind: Kind,
    pub(crate) partner: Option<String>,
    pub(crate) cost: Option<i64>,
    pub(crate) sessions: i64,
    pub(crate) registered: i64,
    /// Its first session is within the period.
    pub(crate) begins: bool,
}

/// Somebody, or a group, who came to an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Visit {
    pub(crate) event: EventId,
    pub(crate) heads: i64,
    pub(crate) is_group: bool,
    pub(crate) birth_year: Option<i64>,
    pub(crate) sex: Option<String>,
    pub(crate) district: Option<String>,
    /// By what the same person is known at another event; nothing else of them.
    pub(crate) person: Option<String>,
    pub(crate) day: Date,
}

/// What did not come to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WithoutPlace {
    pub(crate) cancelled_events: i64,
    /// Heads that gave their place, or their place in the queue, up.
    pub(crate) given_up: i64,
    /// Heads that waited until the event was over.
    pub(crate) lapsed: i64,
}

/// A figure of heads, or what stands in its place when the group is small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heads {
    /// So many.
    Counted(i64),
    /// Fewer than [`LEAST`], or what would give such a figure away by subtraction.
    Kept,
}

impl Serialize for Heads {
    /// A number, or null.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Heads::Counted(heads) => serializer.serialize_i64(*heads),
            Heads::Kept => serializer.serialize_none(),
        }
    }
}

/// One row of a breakdown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Group {
    /// Its name: a code or a name of a place; empty for unknown.
    pub name: String,
    /// How many events; none where people are grouped, not events.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub events: Option<i64>,
    /// Heads that came.
    pub heads: Heads,
}

/// What a period brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Period {
    /// Events held, and sessions of them within the period.
    pub events: i64,
    /// Sessions.
    pub sessions: i64,
    /// Events that were cancelled.
    pub cancelled: i64,
    /// Heads with a place.
    pub registered: i64,
    /// Heads that gave their place, or their place in the queue, up.
    pub given_up: i64,
    /// Heads that waited in vain: until the event was over, and no place fell free.
    pub lapsed: i64,
    /// Heads that came to one session at least, counted once an event.
    pub heads: Heads,
    /// Persons (no groups) that are known apart, by card, telephone or mail.
    pub known: Heads,
    /// Of them, who came to more than one event.
    pub came_again: Heads,
    /// What the events that began in the period cost, in rupiah, where it is known.
    pub cost: Option<i64>,
    /// The same by the heads that came to those whose cost is known, rounded half up.
    pub cost_per_head: Option<i64>,
    /// By kind.
    pub by_kind: Vec<Group>,
    /// By age band on the day.
    pub by_age: Vec<Group>,
    /// By sex.
    pub by_sex: Vec<Group>,
    /// By district.
    pub by_district: Vec<Group>,
    /// By partner.
    pub by_partner: Vec<Group>,
}

/// Counts a period.
pub(crate) fn count(events: &[Visited], visits: &[Visit], without: &WithoutPlace) -> Period {
    let of_event: HashMap<EventId, &Visited> = events.iter().map(|event| (event.id, event)).collect();
    let mut heads_of: HashMap<EventId, i64> = HashMap::new();
    for visit in visits {
        *heads_of.entry(visit.event).or_default() += visit.heads;
    }
    let by_event = |name: fn(&Visited) -> String| {
        let mut groups: BTreeMap<String, (i64, i64)> = BTreeMap::new();
        for event in events {
            let group = groups.entry(name(event)).or_default();
            group.0 += 1;
            group.1 += heads_of.get(&event.id).copied().unwrap_or(0);
        }
        shown(
            groups
                .into_iter()
                .map(|(name, (events, heads))| (name, Some(events), heads))
                .collect(),
        )
    };
    let by_person = |name: fn(&Visit) -> String| {
        let mut groups: BTreeMap<String, i64> = BTreeMap::new();
        for visit in visits {
            *groups.entry(name(visit)).or_default() += visit.heads;
        }
        shown(groups.into_iter().map(|(name, heads)| (name, None, heads)).collect())
    };
    let known = |event: &&Visited| event.cost.is_some() && event.begins;
    let priced = || events.iter().filter(known);
    let cost = priced().filter_map(|event| event.cost).sum::<i64>();
    let paid_for: i64 = priced().filter_map(|event| heads_of.get(&event.id)).sum();
    let (persons, again) = persons(visits);
    let heads: i64 = visits
        .iter()
        .filter(|visit| of_event.contains_key(&visit.event))
        .map(|visit| visit.heads)
        .sum();
    Period {
        events: events.len() as i64,
        sessions: events.iter().map(|event| event.sessions).sum(),
        cancelled: without.cancelled_events,
        registered: events.iter().map(|event| event.registered).sum(),
        given_up: without.given_up,
        lapsed: without.lapsed,
        heads: at_least(heads),
        known: at_least(persons),
        came_again: at_least(again),
        cost: priced().next().map(|_| cost),
        cost_per_head: (paid_for >= LEAST).then(|| (cost * 2 + paid_for) / (2 * paid_for)),
        by_kind: by_event(|event| event.kind.code().to_owned()),
        by_age: by_person(age),
        by_sex: by_person(|visit| of_person(visit, &visit.sex)),
        by_district: by_person(|visit| visit.district.clone().unwrap_or_default()),
        by_partner: by_event(|event| event.partner.clone().unwrap_or_default()),
    }
}

fn of_person(visit: &Visit, value: &Option<String>) -> String {
    value.clone().filter(|_| !visit.is_group).unwrap_or_default()
}

fn age(visit: &Visit) -> String {
    let year = visit.birth_year.filter(|_| !visit.is_group);
    let age = year.map(|year| i32::from(visit.day.year()) - i32::try_from(year).unwrap_or_default());
    age.map_or("", age_band).to_owned()
}

/// Persons known apart, and those of them who came to several events.
fn persons(visits: &[Visit]) -> (i64, i64) {
    let mut events: BTreeMap<&str, BTreeSet<EventId>> = BTreeMap::new();
    for visit in visits {
        if let Some(person) = &visit.person {
            events.entry(person).or_default().insert(visit.event);
        }
    }
    let again = events.values().filter(|events| events.len() > 1).count();
    (events.len() as i64, again as i64)
}

fn at_least(heads: i64) -> Heads {
    match heads {
        0 => Heads::Counted(0),
        1..LEAST => Heads::Kept,
        _ => Heads::Counted(heads),
    }
}

/// A breakdown with its small groups kept back. Where only one is, the next smallest is kept back with it, because the
/// total would give the one away.
fn shown(mut groups: Vec<(String, Option<i64>, i64)>) -> Vec<Group> {
    // What is unknown stands last.
    groups.sort_by_key(|(name, ..)| name.is_empty());
    let mut small: BTreeSet<usize> = BTreeSet::new();
    for (at, (_, _, heads)) in groups.iter().enumerate() {
        if (1..LEAST).contains(heads) {
            small.insert(at);
        }
    }
    if small.len() == 1 {
        let others = groups
            .iter()
            .enumerate()
            .filter(|(at, (_, _, heads))| !small.contains(at) && *heads > 0);
        small.extend(others.min_by_key(|(_, (_, _, heads))| *heads).map(|(at, _)| at));
    }
    let counted = |(at, (name, events, heads)): (usize, (String, Option<i64>, i64))| Group {
        name,
        events,
        heads: if small.contains(&at) {
            Heads::Kept
        } else {
            Heads::Counted(heads)
        },
    };
    groups.into_iter().enumerate().map(counted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_groups_are_kept_back() {
        let kept = |heads: &[i64]| -> Vec<bool> {
            let groups = heads
                .iter()
                .enumerate()
                .map(|(at, heads)| (at.to_string(), None, *heads))
                .collect();
            shown(groups).iter().map(|group| group.heads == Heads::Kept).collect()
        };
        assert_eq!(kept(&[10, 20, 30]), [false, false, false]);
        // One alone could be had by subtraction.
        assert_eq!(kept(&[3, 20, 10]), [true, false, true]);
        assert_eq!(kept(&[3, 4, 10]), [true, true, false]);
        assert_eq!(kept(&[0, 20, 10]), [false, false, false]);
        assert_eq!(kept(&[3]), [true]);
        assert_eq!(at_least(4), Heads::Kept);
        assert_eq!(at_least(0), Heads::Counted(0));
    }

    #[test]
    fn what_is_unknown_stands_last() {
        let groups = shown(vec![(String::new(), None, 9), ("Kota".to_owned(), None, 8)]);
        assert_eq!(groups[1].name, "");
    }
}
