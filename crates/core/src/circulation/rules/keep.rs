//! Keeping the rules: setting one ends the one before, so that a loan keeps what was decided for it.

use jiff::civil::Date;
use serde_json::json;

use super::choice::{LoanRule, RuleKey, candidates};
use super::late::Lateness;
use super::terms::Terms;
use super::{Refusal, due, lateness, store};
use crate::act::Act;
use crate::calendar;
use crate::decision::Decision;
use crate::error::{Error, Result};
use crate::journal::Entry;
use crate::library::{Library, Transaction};
use crate::values::ids::RuleId;
use crate::values::money::Money;

/// A rule that is to be made, or might be; it takes the place of the one with the same key and season.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// For whom and what.
    pub key: RuleKey,
    /// What it says.
    pub terms: Terms,
}

/// What came of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    /// For whom and what.
    pub key: RuleKey,
    /// What it said before, if there was one.
    pub before: Option<Terms>,
    /// What it says.
    pub after: Terms,
    /// Whether a collection type or medium of the key is one that no copy has.
    pub unused: bool,
}

impl Set {
    /// Whether it says what it said.
    pub fn is_same(&self) -> bool {
        self.before.as_ref() == Some(&self.after)
    }
}

/// What would come of a loan, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The rules that are for it, the winner first.
    pub rules: Vec<LoanRule>,
    /// The due date under the winner; none when no rule is for it.
    pub due: Option<Decision<Date>>,
    /// What it would cost to come back on the day that was asked about.
    pub late: Option<(Date, Decision<Lateness>)>,
    /// The year of the due date, when the calendar knows none of its national holidays.
    pub unknown_year: Option<i16>,
}

/// A loan that somebody asks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The member's type.
    pub member_type: String,
    /// The copy's collection type.
    pub collection_type: Option<String>,
    /// The title's medium.
    pub medium: Option<String>,
    /// The day of the loan.
    pub day: Date,
    /// The membership's last valid day; none is far away.
    pub valid_until: Option<Date>,
    /// The day it comes back; none is a week after the due date.
    pub returned: Option<Date>,
    /// The copy's price.
    pub price: Option<Money>,
}

impl Library {
    /// The rules in force, in the order they were made.
    ///
    /// # Errors
    /// Storage errors.
    pub fn loan_rules(&self) -> Result<Vec<LoanRule>> {
        self.read(|snapshot| store::active(snapshot.sql()))
    }

    /// Makes these rules, all or none: each takes the place of the one with the same key and season.
    ///
    /// # Errors
    /// [`Error::Rule`] when one can't be, [`Error::NotFound`] for a member type that the library does not have, and
    /// what [`Library::write`] answers.
    pub fn set_loan_rules(&mut self, proposals: &[Proposal], act: &Act) -> Result<Vec<Set>> {
        self.write(act, |tx| set(tx, proposals, act))
    }

    /// What [`Library::set_loan_rules`] would do, with nothing stored.
    ///
    /// # Errors
    /// As there.
    pub fn rehearse_loan_rules(&mut self, proposals: &[Proposal], act: &Act) -> Result<Vec<Set>> {
        self.rehearse(act, |tx| set(tx, proposals, act))
    }

    /// Ends the rule with this key and season: no new loan is under it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, and what [`Library::write`] answers.
    pub fn end_loan_rule(&mut self, key: &RuleKey, act: &Act) -> Result<LoanRule> {
        self.write(act, |tx| end(tx, key, act))
    }

    /// What [`Library::end_loan_rule`] would do, with nothing stored.
    ///
    /// # Errors
    /// As there.
    pub fn rehearse_end_loan_rule(&mut self, key: &RuleKey, act: &Act) -> Result<LoanRule> {
        self.rehearse(act, |tx| end(tx, key, act))
    }

    /// What would come of a loan, and why.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a member type that the library does not have, [`Error::Calendar`], and storage errors.
    pub fn explain_rule(&self, question: &Question) -> Result<Explained> {
        self.read(|snapshot| {
            let conn = snapshot.sql();
            known_member_type(conn, Some(&question.member_type))?;
            let rules = store::active(conn)?;
            // The whole year of the loan is looked at, to know whether its holidays are known.
            let year = question.day.first_of_year();
            let calendar = calendar::store::load(conn, year)?;
            explain(&rules, question, &calendar)
        })
    }
}

fn explain(rules: &[LoanRule], question: &Question, calendar: &calendar::Calendar) -> Result<Explained> {
    let kinds = (question.collection_type.as_deref(), question.medium.as_deref());
    let found = candidates(rules, &question.member_type, kinds.0, kinds.1, question.day);
    let rules: Vec<LoanRule> = found.into_iter().cloned().collect();
    let Some(winner) = rules.first() else {
        return Ok(Explained {
            rules,
            due: None,
            late: None,
            unknown_year: None,
        });
    };
    let valid_until = question.valid_until.unwrap_or(Date::MAX);
    let due = due(&winner.terms, question.day, valid_until, calendar)?;
    let returned = question.returned.or_else(|| super::due::later(due.value, 7));
    let returned = returned.unwrap_or(due.value);
    let late = lateness(&winner.terms, due.value, returned, question.price, calendar);
    let year = due.value.year();
    Ok(Explained {
        unknown_year: (!calendar.knows_year(year)).then_some(year),
        rules,
        due: Some(due),
        late: Some((returned, late)),
    })
}

/// Refuses a key that clashes with one of the rules.
pub(crate) fn alone(rules: &[LoanRule], key: &RuleKey) -> Result<()> {
    match rules.iter().find(|rule| rule.key.clashes(key)) {
        None => Ok(()),
        Some(other) => Err(Error::Rule(Refusal::Clash {
            key: Box::new(key.clone()),
            other: Box::new(other.key.clone()),
        })),
    }
}

fn known_member_type(conn: &rusqlite::Connection, member_type: Option<&str>) -> Result<()> {
    match member_type {
        Some(code) if !store::has_member_type(conn, code)? => Err(Error::NotFound {
            what: "member-type",
            wanted: code.to_owned(),
        }),
        _ => Ok(()),
    }
}

fn set(tx: &Transaction<'_>, proposals: &[Proposal], act: &Act) -> Result<(Vec<Set>, Option<Entry>)> {
    let conn = tx.sql();
    let mut rules = store::active(conn)?;
    let mut next = store::next(conn)?;
    let mut sets = Vec::new();
    let mut ended: Vec<RuleId> = Vec::new();
    let mut made: Vec<LoanRule> = Vec::new();
    for Proposal { key, terms } in proposals {
        key.check()?;
        terms.check()?;
        known_member_type(conn, key.member_type.as_deref())?;
        let before = rules.iter().position(|rule| rule.key == *key);
        let before = before.map(|at| rules.swap_remove(at));
        alone(&rules, key)?;
        let set = Set {
            key: key.clone(),
            before: before.as_ref().map(|rule| rule.terms.clone()),
            after: terms.clone(),
            unused: !store::is_used(conn, key)?,
        };
        let kept = before.as_ref().filter(|_| set.is_same()).cloned();
        let is_new = kept.is_none();
        let rule = kept.unwrap_or_else(|| LoanRule {
            id: next,
            key: key.clone(),
            terms: terms.clone(),
        });
        if is_new {
            ended.extend(
                before
                    .map(|rule| rule.id)
                    .filter(|id| !made.iter().any(|one| one.id == *id)),
            );
            made.retain(|one| one.key != *key);
            made.push(rule.clone());
            next = RuleId(next.0 + 1);
        }
        rules.push(rule);
        sets.push(set);
    }

    for id in &ended {
        store::end(tx, *id, &act.stamp())?;
    }
    for rule in &made {
        store::add(tx, rule, &act.stamp())?;
    }
    let ids = |ids: &mut dyn Iterator<Item = RuleId>| ids.map(|id| id.0).collect::<Vec<i64>>();
    let entry = (!made.is_empty()).then(|| Entry {
        action: "rule.set",
        detail: json!({
            "rules": made.iter().map(|rule| rule.key.to_string()).collect::<Vec<_>>(),
            "made": ids(&mut made.iter().map(|rule| rule.id)),
            "ended": ids(&mut ended.iter().copied()),
        }),
    });
    Ok((sets, entry))
}

fn end(tx: &Transaction<'_>, key: &RuleKey, act: &Act) -> Result<(LoanRule, Option<Entry>)> {
    let mut rules = store::active(tx.sql())?.into_iter();
    let rule = rules.find(|rule| rule.key == *key).ok_or_else(|| Error::NotFound {
        what: "rule",
        wanted: key.to_string(),
    })?;
    store::end(tx, rule.id, &act.stamp())?;
    let entry = Entry {
        action: "rule.end",
        detail: json!({ "rule": key.to_string(), "ended": rule.id.0 }),
    };
    Ok((rule, Some(entry)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use tempfile::TempDir;

    use super::super::terms::ClosedDays;
    use super::*;
    use crate::check::Depth;
    use crate::check::tests::stocked;
    use crate::library::tests::act;

    fn proposal(member_type: Option<&str>, loan_days: u32, season: Option<(Date, Date)>) -> Proposal {
        Proposal {
            key: RuleKey {
                member_type: member_type.map(str::to_owned),
                season,
                ..RuleKey::default()
            },
            terms: Terms {
                loan_days,
                ..Terms::default()
            },
        }
    }

    fn keys(library: &Library) -> Vec<(i64, String)> {
        let rules = library.loan_rules().expect("rules");
        rules.iter().map(|rule| (rule.id.0, rule.key.to_string())).collect()
    }

    #[test]
    fn a_new_rule_ends_the_one_before() {
        let folder = TempDir::new().expect("a folder");
        let mut library = stocked(&folder);
        assert_eq!(keys(&library), [(1, "*/*/*".to_owned())]);
        let set = library
            .set_loan_rules(&[proposal(Some("umum"), 14, None)], &act())
            .expect("set");
        assert_eq!((set[0].before.clone(), set[0].unused), (None, false));
        let set = library
            .set_loan_rules(&[proposal(Some("umum"), 21, None)], &act())
            .expect("set");
        assert_eq!(set[0].before.as_ref().map(|terms| terms.loan_days), Some(14));
        assert_eq!(keys(&library), [(1, "*/*/*".to_owned()), (3, "umum/*/*".to_owned())]);
        // The same again is no change, and leaves no entry.
        let before = library.check(Depth::File).expect("checked").journal;
        let set = library
            .set_loan_rules(&[proposal(Some("umum"), 21, None)], &act())
            .expect("set");
        assert!(set[0].is_same());
        assert_eq!(library.check(Depth::File).expect("checked").journal, before);
        // What a loan was decided by can still be read.
        let old = library.read(|snapshot| store::by_id(snapshot.sql(), RuleId(2)));
        assert_eq!(old.expect("read").map(|rule| rule.terms.loan_days), Some(14));
        let ended = library
            .end_loan_rule(&proposal(Some("umum"), 0, None).key, &act())
            .expect("ended");
        assert_eq!(ended.id, RuleId(3));
        assert_eq!(keys(&library), [(1, "*/*/*".to_owned())]);
        assert!(library.check(Depth::Deep).expect("checked").is_sound());
    }

    #[test]
    fn all_rules_of_a_file_or_none() {
        let folder = TempDir::new().expect("a folder");
        let mut library = stocked(&folder);
        let [spring, long] = [
            (date(2026, 2, 18), date(2026, 3, 19)),
            (date(2026, 3, 1), date(2026, 4, 1)),
        ];
        let good = proposal(Some("umum"), 14, Some(spring));
        let cases = [
            (proposal(Some("umum"), 7, Some(long)), "rule.clash"),
            (proposal(Some("umum"), 7, Some((long.1, long.0))), "rule.season"),
            (proposal(Some("umum"), 3_661, None), "rule.field"),
            (proposal(Some("tamu"), 7, None), "not-found"),
        ];
        for (bad, code) in cases {
            let refused = library
                .set_loan_rules(&[good.clone(), bad], &act())
                .expect_err("refused");
            assert_eq!(refused.code(), code);
            assert_eq!(keys(&library), [(1, "*/*/*".to_owned())]);
        }
        let later = proposal(Some("umum"), 7, Some((date(2026, 3, 20), date(2026, 4, 1))));
        library.set_loan_rules(&[good.clone(), later], &act()).expect("set");
        assert_eq!(keys(&library).len(), 3);
        // The schema refuses as the area does.
        let twin = LoanRule {
            id: RuleId(9),
            key: good.key,
            terms: good.terms,
        };
        let refused = library.write(&act(), |tx| {
            Ok((store::add(tx, &twin, "2026-11-20T10:15:00+07:00")?, None))
        });
        assert!(refused.expect_err("refused").to_string().contains("loan_rule_is_alone"));
    }

    #[test]
    fn a_rule_twice_in_one_file_is_the_last() {
        let folder = TempDir::new().expect("a folder");
        let mut library = stocked(&folder);
        let both = [proposal(None, 3, None), proposal(None, 5, None)];
        library.set_loan_rules(&both, &act()).expect("set");
        let rules = library.loan_rules().expect("rules");
        assert_eq!(rules.iter().map(|rule| rule.terms.loan_days).collect::<Vec<_>>(), [5]);
        assert!(library.check(Depth::Deep).expect("checked").is_sound());
    }

    #[test]
    fn a_rule_for_what_nobody_has_is_said() {
        let folder = TempDir::new().expect("a folder");
        let mut library = stocked(&folder);
        let mut odd = proposal(None, 3, None);
        odd.key.collection_type = Some("Buku Tandon".into());
        assert!(library.rehearse_loan_rules(&[odd], &act()).expect("rehearsed")[0].unused);
        assert_eq!(keys(&library).len(), 1);
    }

    #[test]
    fn a_loan_is_explained() {
        let folder = TempDir::new().expect("a folder");
        let mut library = stocked(&folder);
        let mut mine = proposal(Some("umum"), 7, None);
        mine.terms.closed_days = ClosedDays::OpenDays;
        mine.terms.fine = Money::from_whole(500).expect("an amount");
        library.set_loan_rules(&[mine], &act()).expect("set");
        let question = Question {
            member_type: "umum".into(),
            collection_type: None,
            medium: None,
            day: date(2026, 12, 18),
            valid_until: None,
            returned: Some(date(2027, 1, 2)),
            price: None,
        };
        let explained = library.explain_rule(&question).expect("explained");
        let names: Vec<String> = explained.rules.iter().map(|rule| rule.key.to_string()).collect();
        assert_eq!(names, ["umum/*/*", "*/*/*"]);
        // Saturday 19, 21, 22, 23, 26, 28, 29: Sunday, joint leave and Christmas are not counted.
        let due = explained.due.expect("a rule is for it").value;
        assert_eq!(due, date(2026, 12, 29));
        let (_, late) = explained.late.expect("a rule is for it");
        assert_eq!((late.value.late_days, late.value.fine.whole()), (4, 2000));
        let nobody = Question {
            member_type: "tamu".into(),
            ..question
        };
        assert_eq!(library.explain_rule(&nobody).expect_err("refused").code(), "not-found");
    }
}
