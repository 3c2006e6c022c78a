//! What a plan may be, and which of its changes a calendar shows.

use super::LONGEST_KEY;
use crate::events::event::{EventSession, Plan};
use crate::events::refusal::Reason;
use crate::events::roster::Waiting;

/// The most sessions of one event.
const MOST_SESSIONS: usize = 366;

/// Whether a text can be a key: lower-case letters, digits and dashes, one letter at least (a number alone is an event's
/// own number).
pub(super) fn is_key(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let fits = (1..=LONGEST_KEY + 4).contains(&text.len());
    fits && text.bytes().all(plain) && text.bytes().any(|b| b.is_ascii_lowercase()) && !text.starts_with('-')
}

/// Every reason against a plan with its sessions.
pub(super) fn of_plan(plan: &Plan, sessions: &[EventSession]) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if plan.title.trim().is_empty() {
        reasons.push(Reason::plain("title.missing"));
    }
    if sessions.is_empty() {
        reasons.push(Reason::plain("session.missing"));
    }
    if sessions.len() > MOST_SESSIONS {
        reasons.push(Reason::number("session.too-many", MOST_SESSIONS as i64));
    }
    let backwards = sessions
        .iter()
        .filter(|session| session.span.ends <= session.span.starts);
    reasons.extend(backwards.map(|session| Reason::moment("session.backwards", session.span.starts)));
    if plan.capacity.is_some_and(|capacity| capacity < 1) {
        reasons.push(Reason::plain("capacity.bad"));
    }
    if let (Some(opens), Some(closes)) = (plan.opens, plan.closes)
        && closes < opens
    {
        reasons.push(Reason::moment("window.backwards", closes));
    }
    let ages = [plan.age_min, plan.age_max];
    if ages.iter().flatten().any(|age| !(0..=120).contains(age)) {
        reasons.push(Reason::plain("age.bad"));
    }
    if let [Some(least), Some(most)] = ages
        && most < least
    {
        reasons.push(Reason::number("age.backwards", most));
    }
    if plan.share.is_some_and(|share| !(1..=100).contains(&share)) {
        reasons.push(Reason::plain("share.bad"));
    }
    reasons
}

/// Why a capacity does not fit the places given and the groups that wait: a group that could never come in would keep
/// everybody behind it out.
pub(super) fn of_capacity(capacity: Option<i64>, taken: i64, waiting: &[Waiting]) -> Vec<Reason> {
    let Some(capacity) = capacity else {
        return Vec::new();
    };
    let largest = waiting.iter().map(|one| one.heads).max().unwrap_or(0);
    let mut reasons = Vec::new();
    if capacity < taken {
        reasons.push(Reason::number("capacity.below-taken", taken));
    }
    if capacity < largest {
        reasons.push(Reason::number("capacity.below-waiting", largest));
    }
    reasons
}

/// Whether a calendar shows the difference.
pub(super) fn is_shown(before: &Plan, after: &Plan) -> bool {
    let shown = ["title", "kind", "place", "speaker", "partner", "audience", "about"];
    changed_fields(before, after).iter().any(|field| shown.contains(field))
}

/// The names of what differs, as the options of the tool have them.
pub(super) fn changed_fields(before: &Plan, after: &Plan) -> Vec<&'static str> {
    let all = [
        ("title", before.title != after.title),
        ("kind", before.kind != after.kind),
        ("place", before.place != after.place),
        ("speaker", before.speaker != after.speaker),
        ("partner", before.partner != after.partner),
        ("audience", before.audience != after.audience),
        ("about", before.about != after.about),
        ("capacity", before.capacity != after.capacity),
        ("opens", before.opens != after.opens),
        ("closes", before.closes != after.closes),
        ("age-min", before.age_min != after.age_min),
        ("age-max", before.age_max != after.age_max),
        ("share", before.share != after.share),
        ("cost", before.cost != after.cost),
    ];
    all.into_iter()
        .filter(|(_, differs)| *differs)
        .map(|(name, _)| name)
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::events::event::{Kind, Span};

    #[test]
    fn plans() {
        let at = |hour| date(2026, 11, 28).at(hour, 0, 0, 0);
        let session = |from, to| EventSession {
            number: 1,
            span: Span {
                starts: at(from),
                ends: at(to),
            },
        };
        let plan = || Plan::new("Diskusi", Kind::BookDiscussion);
        let codes = |plan: &Plan, sessions: &[EventSession]| -> Vec<&str> {
            of_plan(plan, sessions).iter().map(|reason| reason.code).collect()
        };
        assert_eq!(codes(&plan(), &[session(9, 12)]), Vec::<&str>::new());
        assert_eq!(codes(&plan(), &[session(9, 9)]), ["session.backwards"]);
        assert_eq!(codes(&plan(), &[]), ["session.missing"]);
        let bad = Plan {
            title: " ".to_owned(),
            capacity: Some(0),
            opens: Some(at(9)),
            closes: Some(at(8)),
            age_min: Some(12),
            age_max: Some(7),
            share: Some(101),
            ..plan()
        };
        let all = [
            "title.missing",
            "capacity.bad",
            "window.backwards",
            "age.backwards",
            "share.bad",
        ];
        assert_eq!(codes(&bad, &[session(9, 12)]), all);
    }

    #[test]
    fn keys() {
        for key in ["diskusi", "diskusi-2026", "a"] {
            assert!(is_key(key), "{key}");
        }
        for key in ["", "12", "-a", "Diskusi", "a b", "a/b", "é"] {
            assert!(!is_key(key), "{key}");
        }
    }
}
