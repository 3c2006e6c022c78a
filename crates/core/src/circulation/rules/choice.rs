//! Which rule a loan is under: the most specific one wins.

use std::cmp::Reverse;
use std::fmt;

use jiff::civil::Date;

use super::Refusal;
use super::terms::Terms;
use crate::error::{Error, Result};
use crate::values::ids::RuleId;

/// For whom and what a rule is; what is not named is any.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RuleKey {
    /// A member type.
    pub member_type: Option<String>,
    /// A collection type.
    pub collection_type: Option<String>,
    /// A medium.
    pub medium: Option<String>,
    /// Only from the first to the last of these days, Ramadan for one.
    pub season: Option<(Date, Date)>,
}

impl fmt::Display for RuleKey {
    /// `umum/*/*`, without the season.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [member, collection, medium] = self.names().map(|name| name.unwrap_or("*"));
        write!(f, "{member}/{collection}/{medium}")
    }
}

/// How specific a rule is: the number of named keys, then which, then whether it has a season. More is stronger.
type Rank = (usize, [bool; 3], bool);

impl RuleKey {
    fn names(&self) -> [Option<&str>; 3] {
        [&self.member_type, &self.collection_type, &self.medium].map(|name| name.as_deref())
    }

    fn rank(&self) -> Rank {
        let named = self.names().map(|name| name.is_some());
        let count = named.iter().filter(|named| **named).count();
        (count, named, self.season.is_some())
    }

    /// Refuses a season that ends before it begins.
    ///
    /// # Errors
    /// [`Error::Rule`].
    pub fn check(&self) -> Result<()> {
        match self.season {
            Some((first, last)) if last < first => Err(Error::Rule(Refusal::Season { first, last })),
            _ => Ok(()),
        }
    }

    /// Whether the rule is in force on a day.
    pub fn in_season(&self, day: Date) -> bool {
        self.season.is_none_or(|(first, last)| first <= day && day <= last)
    }

    /// Whether the rule is for such a loan.
    pub fn covers(&self, member_type: &str, collection_type: Option<&str>, medium: Option<&str>) -> bool {
        let wanted = [Some(member_type), collection_type, medium];
        let mut pairs = self.names().into_iter().zip(wanted);
        pairs.all(|(named, wanted)| named.is_none() || named == wanted)
    }

    /// Whether two rules would be of one rank on a day: the same names, and both with seasons that overlap, or both
    /// without. Such a pair is refused when it is made, so that storage order never decides.
    pub fn clashes(&self, other: &RuleKey) -> bool {
        let overlap = match (self.season, other.season) {
            (None, None) => true,
            (Some((first, last)), Some((other_first, other_last))) => first <= other_last && other_first <= last,
            _ => false,
        };
        self.names() == other.names() && overlap
    }
}

/// A rule of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoanRule {
    /// Its number; a changed rule has a new one.
    pub id: RuleId,
    /// For whom and what.
    pub key: RuleKey,
    /// What it says.
    pub terms: Terms,
}

/// The rules that are for such a loan on a day, the winner first: more named keys first; at equal count a named member
/// type before a collection type before a medium; of two with one key the one in season.
pub fn candidates<'a>(
    rules: &'a [LoanRule],
    member_type: &str,
    collection_type: Option<&str>,
    medium: Option<&str>,
    day: Date,
) -> Vec<&'a LoanRule> {
    let covers = |rule: &&LoanRule| rule.key.in_season(day) && rule.key.covers(member_type, collection_type, medium);
    let mut found: Vec<&LoanRule> = rules.iter().filter(covers).collect();
    found.sort_by_key(|rule| (Reverse(rule.key.rank()), rule.id));
    found
}

/// The rule that a loan on a day is under; none when no rule is for it.
pub fn select<'a>(
    rules: &'a [LoanRule],
    member_type: &str,
    collection_type: Option<&str>,
    medium: Option<&str>,
    day: Date,
) -> Option<&'a LoanRule> {
    candidates(rules, member_type, collection_type, medium, day)
        .into_iter()
        .next()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// `umum/buku/*`, with ` ramadan` behind it for a season in 2026.
    fn key(text: &str) -> RuleKey {
        let (names, season) = match text.strip_suffix(" ramadan") {
            Some(names) => (names, Some((date(2026, 2, 18), date(2026, 3, 19)))),
            None => (text, None),
        };
        let mut names = names.split('/').map(|name| (name != "*").then(|| name.to_owned()));
        RuleKey {
            member_type: names.next().flatten(),
            collection_type: names.next().flatten(),
            medium: names.next().flatten(),
            season,
        }
    }

    fn rules(keys: &[&str]) -> Vec<LoanRule> {
        let rule = |(id, text): (i64, &&str)| LoanRule {
            id: RuleId(id),
            key: key(text),
            terms: Terms::default(),
        };
        (1..).zip(keys).map(rule).collect()
    }

    #[test]
    fn the_most_specific_rule_wins() {
        // rules, member type, collection type, medium, day, winner
        let cases: &[(&[&str], [&str; 3], Date, &str)] = &[
            (&["*/*/*"], ["umum", "buku", "teks"], date(2026, 11, 20), "*/*/*"),
            (
                &["umum/*/*", "*/*/*"],
                ["umum", "buku", "teks"],
                date(2026, 11, 20),
                "umum/*/*",
            ),
            (
                &["*/buku/*", "umum/*/*"],
                ["umum", "buku", "teks"],
                date(2026, 11, 20),
                "umum/*/*",
            ),
            (
                &["*/*/teks", "*/buku/*"],
                ["umum", "buku", "teks"],
                date(2026, 11, 20),
                "*/buku/*",
            ),
            (
                &["umum/*/*", "*/buku/teks"],
                ["umum", "buku", "teks"],
                date(2026, 11, 20),
                "*/buku/teks",
            ),
            (
                &["umum/*/teks", "umum/buku/*"],
                ["umum", "buku", "teks"],
                date(2026, 11, 20),
                "umum/buku/*",
            ),
            (
                &["*/buku/teks", "umum/*/teks"],
                ["umum", "buku", "teks"],
                date(2026, 11, 20),
                "umum/*/teks",
            ),
            (
                &["umum/buku/teks", "umum/buku/*"],
                ["umum", "buku", "teks"],
                date(2026, 11, 20),
                "umum/buku/teks",
            ),
            (
                &["umum/buku/*", "*/*/*"],
                ["umum", "majalah", "teks"],
                date(2026, 11, 20),
                "*/*/*",
            ),
            (
                &["umum/*/*", "umum/*/* ramadan"],
                ["umum", "buku", "teks"],
                date(2026, 3, 1),
                "umum/*/* ramadan",
            ),
            (
                &["umum/*/*", "umum/*/* ramadan"],
                ["umum", "buku", "teks"],
                date(2026, 2, 18),
                "umum/*/* ramadan",
            ),
            (
                &["umum/*/*", "umum/*/* ramadan"],
                ["umum", "buku", "teks"],
                date(2026, 3, 19),
                "umum/*/* ramadan",
            ),
            (
                &["umum/*/*", "umum/*/* ramadan"],
                ["umum", "buku", "teks"],
                date(2026, 3, 20),
                "umum/*/*",
            ),
            (
                &["umum/*/*", "umum/*/* ramadan"],
                ["umum", "buku", "teks"],
                date(2026, 2, 17),
                "umum/*/*",
            ),
            (
                &["umum/buku/*", "umum/*/* ramadan"],
                ["umum", "buku", "teks"],
                date(2026, 3, 1),
                "umum/buku/*",
            ),
            (&["umum/*/*"], ["anak", "buku", "teks"], date(2026, 11, 20), ""),
            (&["*/*/* ramadan"], ["anak", "buku", "teks"], date(2026, 11, 20), ""),
        ];
        for (keys, [member, collection, medium], day, winner) in cases {
            let (made, mut turned) = (rules(keys), rules(keys));
            turned.reverse();
            for rules in [made, turned] {
                let found = select(&rules, member, Some(collection), Some(medium), *day);
                let expected = Some(*winner).filter(|winner| !winner.is_empty()).map(key);
                assert_eq!(
                    found.map(|rule| rule.key.clone()),
                    expected,
                    "{keys:?} for {member} on {day}"
                );
            }
        }
        // A copy without a collection type is under no rule that names one.
        let rules = rules(&["umum/buku/*", "umum/*/*"]);
        let found = select(&rules, "umum", None, None, date(2026, 11, 20));
        assert_eq!(found.map(|rule| rule.key.to_string()).as_deref(), Some("umum/*/*"));
    }

    #[test]
    fn rules_of_one_rank_clash() {
        let season = |first, last| RuleKey {
            season: Some((first, last)),
            ..key("umum/*/*")
        };
        let ramadan = key("umum/*/* ramadan");
        let cases = [(key("umum/*/*"), true), (ramadan.clone(), false), (key("*/*/*"), false)];
        for (other, clash) in cases {
            assert_eq!(key("umum/*/*").clashes(&other), clash, "{other:?}");
        }
        assert!(ramadan.clashes(&season(date(2026, 3, 19), date(2026, 4, 1))));
        assert!(!ramadan.clashes(&season(date(2026, 3, 20), date(2026, 4, 1))));
        assert!(ramadan.clashes(&season(date(2026, 1, 1), date(2026, 12, 31))));
    }
}
