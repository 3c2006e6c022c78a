//! Members, and loans, by kind of reader: member type, age band, sex, education, district.
//!
//! For publication small groups are kept back, and others with them, so that nobody is worked out by subtraction
//! ([`kept`](super::kept)). Whose answer is not known is a group like any other here, for its size is known to all.

pub(super) mod store;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use self::store::MemberFacts;
use super::Count;
use super::kept::{hidden, list};
use super::loans::store::unsettled;
use crate::circulation::history::Group;
use crate::circulation::rules::{age_band, age_on};
use crate::error::Result;
use crate::library::Snapshot;
use crate::reports::daily::values::recorded;
use crate::reports::figure::Figure;
use crate::reports::page::Span;
use crate::surveys::suppression::FEWEST;
use crate::values::codes::codes;

codes! {
    /// What readers are divided by.
    Division {
        /// Member type.
        Kind = "kind",
        /// Age band.
        Age = "age",
        /// Sex.
        Sex = "sex",
        /// Education.
        Education = "education",
        /// District.
        District = "district",
    }
}

/// Members of one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberGroup {
    /// What divides them.
    pub division: Division,
    /// The group, as codes and districts are written; empty for unknown.
    pub group: String,
    /// Registered in the period.
    pub registered: Count,
    /// Valid on its last day.
    pub valid: Count,
}

/// Members by kind of reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberTable {
    /// The groups; those of each division add up to the totals.
    pub groups: Vec<MemberGroup>,
    /// All who registered in the period.
    pub registered: Count,
    /// All who were valid on its last day.
    pub valid: Count,
}

/// Loans of one group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReaderGroup {
    /// What divides the readers.
    pub division: Division,
    /// The group; empty for unknown.
    pub group: String,
    /// Loans that began in the period.
    pub loans: Count,
    /// Renewals in the period.
    pub renewals: Count,
}

/// Loans by kind of reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReaderTable {
    /// The groups; those of each division add up to the totals.
    pub groups: Vec<ReaderGroup>,
    /// All loans that began in the period.
    pub loans: Count,
    /// Renewals in the period.
    pub renewals: Count,
}

/// Members of a span, counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MemberCounts {
    /// Registered in the span.
    pub registered: i64,
    /// Valid on its last day.
    pub valid: i64,
    /// Valid on one of its days at least.
    pub valid_within: i64,
}

impl MemberCounts {
    fn of(member: &MemberFacts, span: Span) -> MemberCounts {
        let gone = |day: Date| member.erased.is_some_and(|erased| erased <= day);
        let valid = member.valid_until >= span.last && !gone(span.last);
        // Who was erased on the first day was no member on a whole day of the span.
        let within = member.valid_until >= span.first && !gone(span.first);
        MemberCounts {
            registered: i64::from(member.joined >= span.first),
            valid: i64::from(valid),
            valid_within: i64::from(within),
        }
    }

    fn add(&mut self, other: MemberCounts) {
        self.registered += other.registered;
        self.valid += other.valid;
        self.valid_within += other.valid_within;
    }
}

/// Counts the members of a span.
pub(super) fn count(snapshot: &Snapshot<'_>, span: Span) -> Result<MemberCounts> {
    let mut counts = MemberCounts::default();
    store::members(snapshot.sql(), &span.last.to_string(), |member| {
        counts.add(MemberCounts::of(member, span));
    })?;
    Ok(counts)
}

/// Members by kind of reader. `published` keeps small groups back.
///
/// # Errors
/// Storage errors.
pub fn member_table(snapshot: &Snapshot<'_>, span: Span, published: bool) -> Result<MemberTable> {
    let mut divided = Divided::default();
    let mut all = MemberCounts::default();
    store::members(snapshot.sql(), &span.last.to_string(), |member| {
        let counts = MemberCounts::of(member, span);
        divided.add(&group_of(member, span.last), |sum: &mut MemberCounts| sum.add(counts));
        all.add(counts);
    })?;
    let mut groups = Vec::new();
    for (division, parts) in divided.in_order() {
        let of = |count: fn(&MemberCounts) -> i64| -> Vec<i64> { parts.iter().map(|(_, sum)| count(sum)).collect() };
        let registered = list(&of(|sum| sum.registered), published);
        let valid = list(&of(|sum| sum.valid), published);
        let counts = registered.into_iter().zip(valid);
        groups.extend(
            parts
                .iter()
                .zip(counts)
                .map(|((group, _), (registered, valid))| MemberGroup {
                    division,
                    group: group.clone(),
                    registered,
                    valid,
                }),
        );
    }
    // Who left before the period, and neither registered in it, is in no group of interest.
    groups.retain(|group| group.registered != Count::Known(0) || group.valid != Count::Known(0));
    Ok(MemberTable {
        groups,
        registered: Count::of(all.registered, published),
        valid: Count::of(all.valid, published),
    })
}

/// Loans by kind of reader. `published` keeps back the loans of small groups: of few loans, and of few members (those valid
/// in the span, for nobody hides behind who left years ago), for a district with one reader says how much that reader
/// borrows; and their renewals, or those of few renewals.
///
/// # Errors
/// Storage errors.
pub fn reader_table(snapshot: &Snapshot<'_>, span: Span, published: bool) -> Result<ReaderTable> {
    let mut loans = Divided::default();
    let mut members = Divided::default();
    let mut all = (0, 0);
    let (first, last) = (span.first.to_string(), span.last.to_string());
    for (group, lent) in lent(snapshot, span)? {
        loans.add(&group, |sum: &mut (i64, i64)| sum.0 += lent);
        all.0 += lent;
    }
    for (group, renewed) in store::renewals(snapshot.sql(), &first, &last)? {
        loans.add(&group, |sum: &mut (i64, i64)| sum.1 += renewed);
        all.1 += renewed;
    }
    store::members(snapshot.sql(), &last, |member| {
        let valid = MemberCounts::of(member, span).valid_within;
        members.add(&group_of(member, span.last), |sum: &mut i64| *sum += valid);
    })?;
    let mut groups = Vec::new();
    for (division, parts) in loans.in_order() {
        let readers = |group: &String| members.of(division, group).copied().unwrap_or_default();
        let counts = parts
            .iter()
            .map(|(group, (lent, renewed))| [readers(group), *lent, *renewed]);
        let counts = shown_of_readers(&counts.collect::<Vec<_>>(), published);
        let rows = parts.into_iter().zip(counts);
        groups.extend(rows.map(|((group, _), [loans, renewals])| ReaderGroup {
            division,
            group,
            loans,
            renewals,
        }));
    }
    let few = published && (1..FEWEST as i64).contains(&all.0);
    Ok(ReaderTable {
        groups,
        loans: Count::of(all.0, published),
        renewals: if few { Count::Kept } else { Count::of(all.1, published) },
    })
}

/// The loans of a span by group: those of settled days from what is stored of them, the others from the rows.
fn lent(snapshot: &Snapshot<'_>, span: Span) -> Result<Vec<(Group, i64)>> {
    let conn = snapshot.sql();
    let Some(span) = recorded(snapshot, Figure::Loans, span)? else {
        return Ok(Vec::new());
    };
    let mut lent = store::settled_loans(conn, span)?;
    if let Some(rest) = unsettled(conn, span)? {
        lent.extend(store::loans(conn, rest)?);
    }
    Ok(lent)
}

/// The group of a member as it stands, on a day.
fn group_of(member: &MemberFacts, day: Date) -> Group {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let band = member.born.map_or("", |born| age_band(age_on(born, day)));
    Group {
        member_type: member.member_type.clone(),
        age_band: band.to_owned(),
        sex: text(&member.sex),
        district: text(&member.district),
        education: text(&member.education),
    }
}

/// Sums by every division.
struct Divided<T>(BTreeMap<(Division, Key), T>);

impl<T> Default for Divided<T> {
    fn default() -> Self {
        Divided(BTreeMap::new())
    }
}

/// The order of groups: bands by age, the rest by name, unknown last.
type Key = (bool, u32, String);

fn key(division: Division, group: &str) -> Key {
    let from = || group.split(['-', '+']).next()?.parse().ok();
    let age = if division == Division::Age { from() } else { None };
    (group.is_empty(), age.unwrap_or(0), group.to_owned())
}

impl<T: Default> Divided<T> {
    fn add(&mut self, group: &Group, add: impl Fn(&mut T)) {
        let groups = [
            (Division::Kind, &group.member_type),
            (Division::Age, &group.age_band),
            (Division::Sex, &group.sex),
            (Division::Education, &group.education),
            (Division::District, &group.district),
        ];
        for (division, name) in groups {
            add(self.0.entry((division, key(division, name))).or_default());
        }
    }

    fn of(&self, division: Division, group: &str) -> Option<&T> {
        self.0.get(&(division, key(division, group)))
    }

    fn in_order(self) -> Vec<(Division, Vec<(String, T)>)> {
        let mut divisions: Vec<(Division, Vec<(String, T)>)> = Vec::new();
        for ((division, (_, _, group)), sum) in self.0 {
            match divisions.last_mut() {
                Some((last, parts)) if *last == division => parts.push((group, sum)),
                _ => divisions.push((division, vec![(group, sum)])),
            }
        }
        divisions
    }
}

/// The loans and the renewals of the groups of one division, each of `[members, loans, renewals]`.
fn shown_of_readers(groups: &[[i64; 3]], published: bool) -> Vec<[Count; 2]> {
    // A group that nobody belongs to any more was somebody's.
    let size = |[readers, lent, _]: &[i64; 3]| (*readers).max(1).min((*lent).max(1));
    let shown = |count: fn(&[i64; 3]) -> i64| -> Vec<Count> {
        let sizes: Vec<i64> = groups.iter().map(|group| size(group).min(count(group))).collect();
        let kept = groups.iter().zip(hidden(&sizes, published));
        let kept = kept.map(|(group, hidden)| {
            // That a few did nothing tells of each of them. It is no help to hide others behind, so it was not counted above.
            let nothing = published && count(group) == 0 && size(group) < FEWEST as i64;
            if hidden || nothing {
                Count::Kept
            } else {
                Count::Known(count(group))
            }
        });
        kept.collect()
    };
    let renewals = shown(|[_, _, renewed]| *renewed);
    let both = shown(|[_, lent, _]| *lent).into_iter().zip(renewals);
    both.map(|(loans, renewals)| [loans, renewals]).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Neither the loans nor the renewals of a few are told, nor what few readers did, nor does the rest tell.
        #[test]
        fn renewals_are_kept_back_as_loans_are(groups in prop::collection::vec([0_i64..30, 0_i64..30, 0_i64..30], 1..9)) {
            let shown = shown_of_readers(&groups, true);
            for ([readers, lent, renewed], [loans, renewals]) in groups.iter().zip(&shown) {
                let small = *readers < 5 || *lent < 5;
                prop_assert!(!small || (*loans, *renewals) == (Count::Kept, Count::Kept), "{groups:?}");
                prop_assert!(!(1..5).contains(renewed) || *renewals == Count::Kept, "{groups:?}");
            }
            for (at, count) in [(0, 1), (1, 2)] {
                let kept = groups.iter().zip(&shown).filter(|(_, shown)| shown[at] == Count::Kept);
                let kept: Vec<i64> = kept.map(|(group, _)| group[count]).collect();
                let all: i64 = groups.iter().map(|group| group[count]).sum();
                let rest: i64 = kept.iter().sum();
                if let Count::Known(1..) = Count::of(all, true) {
                    let told = kept.iter().filter(|count| **count > 0).count() != 1;
                    prop_assert!(told || rest == all, "{groups:?}");
                    prop_assert!(rest == 0 || rest >= 5, "{rest} of {groups:?}");
                }
            }
        }
    }

    #[test]
    fn few_renewals_of_many_readers_are_kept_back() {
        let [many, few, none] = [[40, 90, 20], [30, 60, 2], [30, 60, 0]];
        let known = |count: &[Count; 2]| count.map(|count| count != Count::Kept);
        let shown = shown_of_readers(&[many, few, none], true);
        assert_eq!(
            shown.iter().map(known).collect::<Vec<_>>(),
            // With the few go those of the others, or the total would tell.
            [[true, false], [true, false], [true, true]]
        );
        let inside = shown_of_readers(&[many, few, none], false);
        assert_eq!(inside[1], [Count::Known(60), Count::Known(2)]);
    }

    #[test]
    fn bands_stand_by_age_and_unknown_last() {
        let mut divided = Divided::<i64>::default();
        for band in ["60+", "", "7-12", "13-15", "0-6"] {
            let group = Group {
                age_band: band.to_owned(),
                ..Group::default()
            };
            divided.add(&group, |sum| *sum += 1);
        }
        let ages = divided
            .in_order()
            .into_iter()
            .find(|(division, _)| *division == Division::Age);
        let ages: Vec<String> = ages.expect("ages").1.into_iter().map(|(band, _)| band).collect();
        assert_eq!(ages, ["0-6", "7-12", "13-15", "60+", ""]);
    }
}
