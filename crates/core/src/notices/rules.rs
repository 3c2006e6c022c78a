//! Which step of a reminder is taken, how causes become notices, and when a delivery is tried again.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::Reason;
use crate::values::ids::{MemberId, RegistrationId};

/// The three steps of reminding.
pub const STEPS: [Reason; 3] = [Reason::Overdue1, Reason::Overdue2, Reason::Overdue3];

/// Which step is to be taken of a loan that is so many days late: the highest whose day has come, unless it or a higher
/// one was taken. A night that is missed loses nothing and never sends two steps. A step of 0 days is never taken.
pub fn overdue_step(late: i64, steps: [i64; 3], told: Option<Reason>) -> Option<Reason> {
    let taken = told.and_then(|told| STEPS.iter().position(|step| *step == told));
    let reached = (0..3).rev().find(|step| steps[*step] > 0 && late >= steps[*step])?;
    (taken.is_none_or(|taken| taken < reached)).then_some(STEPS[reached])
}

/// What is to be told of a hold that stands ready: that it does, and on the last day that it is the last. What was told
/// on the same day is not followed by more.
pub fn hold_step(until: Date, day: Date, told: Option<(Reason, Date)>) -> Option<Reason> {
    match told {
        None => (until >= day).then_some(Reason::HoldReady),
        Some((Reason::HoldReady, on)) if until == day && on < day => Some(Reason::HoldExpiring),
        Some(_) => None,
    }
}

/// Who is told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whom {
    /// A member, or the guardian.
    Member(MemberId),
    /// Somebody who registered for an event and is no member.
    Registered(RegistrationId),
    /// A member of staff who promised something, as the plan names them.
    Owner(String),
}

/// A kind of things that people are told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A loan.
    Loan,
    /// A hold.
    Hold,
    /// A membership, by the member's number.
    Membership,
    /// A place at an event.
    Registration,
    /// A change of an event that somebody is to be told of.
    EventNotice,
    /// A line of the plan.
    FollowUp,
}

impl Thing {
    /// What a reason is about.
    pub(crate) fn of(reason: Reason) -> Thing {
        match reason {
            Reason::DueSoon | Reason::Overdue1 | Reason::Overdue2 | Reason::Overdue3 => Thing::Loan,
            Reason::HoldReady | Reason::HoldExpiring => Thing::Hold,
            Reason::MembershipEnding => Thing::Membership,
            Reason::EventTomorrow => Thing::Registration,
            Reason::EventPromoted | Reason::EventMoved | Reason::EventCancelled => Thing::EventNotice,
            Reason::FollowUpDue => Thing::FollowUp,
        }
    }

    /// As it is stored.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Thing::Loan => "loan",
            Thing::Hold => "hold",
            Thing::Membership => "membership",
            Thing::Registration => "registration",
            Thing::EventNotice => "event-notice",
            Thing::FollowUp => "follow-up",
        }
    }
}

/// Something that somebody is to be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// Why.
    pub reason: Reason,
    /// Whom.
    pub whom: Whom,
    /// Of what.
    pub thing: ThingId,
    /// The day that it is about, as it stands now: when it moves, it is another cause. Of a loan, the due date as the rule
    /// decided it, which a renewal moves and a closure does not.
    pub as_of: Date,
}

/// A thing by its kind and number.
pub type ThingId = (Thing, i64);

/// A notice: everything that somebody is told for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathered {
    /// Why.
    pub reason: Reason,
    /// Whom.
    pub whom: Whom,
    /// Of what, each with the day it is about.
    pub things: Vec<(ThingId, Date)>,
}

/// Causes become one notice a reason and recipient. Who was told for a reason on this day already is not told again;
/// the cause waits for the next night.
pub fn gather(causes: Vec<Cause>, told: &BTreeSet<(Reason, Whom)>) -> Vec<Gathered> {
    let mut notices: BTreeMap<(Reason, Whom), Vec<(ThingId, Date)>> = BTreeMap::new();
    for cause in causes {
        let key = (cause.reason, cause.whom);
        if !told.contains(&key) {
            notices.entry(key).or_default().push((cause.thing, cause.as_of));
        }
    }
    let gathered = notices
        .into_iter()
        .map(|((reason, whom), things)| Gathered { reason, whom, things });
    gathered.collect()
}

/// Which of the notices that wait have nothing left to tell: the cause is gone, or a new notice tells of it.
pub fn needless<I: Copy>(waiting: &[(I, Vec<ThingId>)], new: &[Gathered]) -> Vec<I> {
    let told: BTreeSet<ThingId> = new
        .iter()
        .flat_map(|one| one.things.iter().map(|(thing, _)| *thing))
        .collect();
    let needless = waiting
        .iter()
        .filter(|(_, things)| things.iter().all(|thing| told.contains(thing)));
    needless.map(|(id, _)| *id).collect()
}

/// After how many minutes a delivery is tried again that failed for the time being, after so many tries; none: no more.
pub fn wait_after(tries: u32) -> Option<i64> {
    match tries {
        1 => Some(15),
        2 => Some(60),
        3 => Some(4 * 60),
        4 => Some(24 * 60),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const USUAL: [i64; 3] = [1, 7, 21];

    #[test]
    fn steps_of_reminding() {
        use Reason::{DueSoon, Overdue1, Overdue2, Overdue3};
        for (late, steps, told, step) in [
            (0, USUAL, None, None),
            (0, USUAL, Some(DueSoon), None),
            (1, USUAL, Some(DueSoon), Some(Overdue1)),
            (1, USUAL, Some(Overdue1), None),
            (6, USUAL, Some(Overdue1), None),
            (7, USUAL, Some(Overdue1), Some(Overdue2)),
            // Nights were missed: one step, the highest.
            (9, USUAL, None, Some(Overdue2)),
            (400, USUAL, Some(DueSoon), Some(Overdue3)),
            (400, USUAL, Some(Overdue3), None),
            // A step that is off is passed over.
            (8, [1, 0, 21], Some(Overdue1), None),
            (21, [1, 0, 21], Some(Overdue1), Some(Overdue3)),
            (100, [0, 0, 0], None, None),
            // Steps that were set in a strange order: never back.
            (5, [9, 3, 21], Some(Overdue2), None),
            (9, [9, 3, 21], Some(Overdue2), None),
        ] {
            assert_eq!(overdue_step(late, steps, told), step, "{late} {steps:?} {told:?}");
        }
    }

    #[test]
    fn holds_that_stand_ready() {
        use Reason::{HoldExpiring, HoldReady};
        let (before, day, after) = (date(2026, 11, 19), date(2026, 11, 20), date(2026, 11, 21));
        for (until, told, step) in [
            (after, None, Some(HoldReady)),
            (day, None, Some(HoldReady)),
            (before, None, None),
            (after, Some((HoldReady, before)), None),
            (day, Some((HoldReady, before)), Some(HoldExpiring)),
            (day, Some((HoldReady, day)), None),
            (day, Some((HoldExpiring, day)), None),
        ] {
            assert_eq!(hold_step(until, day, told), step, "{until} {told:?}");
        }
    }

    #[test]
    fn tries_of_a_delivery_lie_further_and_further_apart() {
        let minutes = (0..8).map(wait_after).collect::<Vec<_>>();
        assert_eq!(
            minutes,
            [None, Some(15), Some(60), Some(240), Some(1440), None, None, None]
        );
    }

    proptest! {
        /// Whatever nights are missed, the steps that are taken only rise, none twice, and after the last day of the
        /// run the highest step that is due was taken.
        #[test]
        fn steps_only_rise(nights in prop::collection::btree_set(-3i64..60, 1..20)) {
            let (mut told, mut taken) = (None, Vec::new());
            for late in &nights {
                if let Some(step) = overdue_step(*late, USUAL, told) {
                    taken.push(step);
                    told = Some(step);
                }
            }
            prop_assert!(taken.windows(2).all(|two| two[0] < two[1]));
            let last = *nights.last().expect("a night");
            let due = (0..3).rev().find(|step| last >= USUAL[*step]).map(|step| STEPS[step]);
            prop_assert_eq!(told, due);
        }

        /// Nothing is lost and nothing is doubled in gathering.
        #[test]
        fn one_notice_a_reason_and_recipient(causes in prop::collection::vec((0usize..3, 1i64..5, 1i64..1000), 0..40)) {
            let day = date(2026, 11, 20);
            let causes: Vec<Cause> = causes
                .into_iter()
                .map(|(step, member, loan)| Cause {
                    reason: STEPS[step],
                    whom: Whom::Member(MemberId(member)),
                    thing: (Thing::Loan, loan),
                    as_of: day,
                })
                .collect();
            let told = BTreeSet::from([(Reason::Overdue1, Whom::Member(MemberId(1)))]);
            let kept = causes.iter().filter(|one| !told.contains(&(one.reason, one.whom.clone()))).count();
            let notices = gather(causes, &told);
            let keys: BTreeSet<_> = notices.iter().map(|one| (one.reason, one.whom.clone())).collect();
            prop_assert_eq!(keys.len(), notices.len());
            prop_assert!(keys.is_disjoint(&told));
            prop_assert_eq!(notices.iter().map(|one| one.things.len()).sum::<usize>(), kept);
        }
    }
}
