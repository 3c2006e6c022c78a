//! The rules of places: who may ask, who is asked for twice, who gets a place and who waits. Values in, values out.

use std::collections::{HashMap, HashSet};

use jiff::civil::{Date, DateTime};
use serde::Serialize;

use super::door::{Person, Source};
use crate::circulation::rules::age_on;
use crate::events::event::Event;
use crate::events::refusal::Reason;
use crate::values::ids::{MemberId, RegistrationId};

/// Who waits, in the order of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// The registration.
    pub id: RegistrationId,
    /// How many places it needs.
    pub heads: i64,
}

/// Who gets a place when there is room: the first of the queue as long as they fit. Who does not fit keeps everybody behind
/// back, for a group that is passed over by single persons would wait for ever.
pub(crate) fn promotions(capacity: Option<i64>, taken: i64, waiting: &[Waiting]) -> Vec<Waiting> {
    let mut taken = taken;
    let fits = |one: &&Waiting| {
        taken += one.heads;
        capacity.is_none_or(|capacity| taken <= capacity)
    };
    waiting.iter().take_while(fits).copied().collect()
}

/// A place, or a place in the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// They have a place.
    Registered,
    /// They wait for one.
    Waiting,
    /// They, or the library, gave it up.
    Cancelled,
}

impl Standing {
    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Standing::Registered => "registered",
            Standing::Waiting => "waiting",
            Standing::Cancelled => "cancelled",
        }
    }

    /// The one with this code.
    pub(crate) fn from_code(code: &str) -> Option<Standing> {
        let all = [Standing::Registered, Standing::Waiting, Standing::Cancelled];
        all.into_iter().find(|standing| standing.code() == code)
    }
}

/// What is known of a registration when another one is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) code: String,
    pub(crate) number: i64,
    pub(crate) standing: Standing,
    pub(crate) heads: i64,
    pub(crate) is_group: bool,
    pub(crate) member: Option<MemberId>,
    /// Of the member, where it is one.
    pub(crate) name_key: String,
    pub(crate) birth_year: Option<i64>,
    /// Telephone and mail: the own ones, or the member's.
    pub(crate) contacts: Vec<String>,
    pub(crate) source_key: Option<String>,
    pub(crate) cancelled_at: Option<DateTime>,
}

/// The state of an event's places, which requests are judged against one after the other.
#[derive(Debug, Default)]
pub(crate) struct Hall {
    capacity: Option<i64>,
    taken: i64,
    someone_waits: bool,
    next: i64,
    members: HashMap<MemberId, String>,
    /// Own telephone numbers and addresses of who is no member.
    contacts: HashMap<String, String>,
    /// Those of members: with another name they may be of the same family.
    member_contacts: HashMap<String, Vec<(String, String)>>,
    groups: HashMap<String, String>,
    names: HashMap<String, Vec<(String, Option<i64>)>>,
    sources: HashSet<String>,
    /// When who is known by this contact last gave up a place.
    given_up: HashMap<String, DateTime>,
}

/// What came of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) number: i64,
    pub(crate) standing: Standing,
    /// Same name and perhaps the same birth year, same contact as a member: to be looked at by a person.
    pub(crate) warnings: Vec<Reason>,
}

impl Hall {
    /// The places of an event as they stand. Cancelled registrations count for their numbers and sources only.
    pub(crate) fn new(event: &Event, known: impl IntoIterator<Item = Known>) -> Hall {
        let mut hall = Hall {
            capacity: event.plan.capacity,
            next: 1,
            ..Hall::default()
        };
        for one in known {
            hall.seat(one);
        }
        hall
    }

    fn seat(&mut self, one: Known) {
        self.next = self.next.max(one.number + 1);
        self.sources.extend(one.source_key);
        if let Some(at) = one.cancelled_at {
            let latest = |contact| (contact, at);
            self.given_up.extend(one.contacts.into_iter().map(latest));
            return;
        }
        match one.standing {
            Standing::Cancelled => return,
            Standing::Registered => self.taken += one.heads,
            Standing::Waiting => self.someone_waits = true,
        }
        match one.member {
            Some(member) => {
                self.members.insert(member, one.code.clone());
                for contact in one.contacts {
                    let of = (one.name_key.clone(), one.code.clone());
                    self.member_contacts.entry(contact).or_default().push(of);
                }
            }
            None if one.is_group => {
                self.groups.insert(one.name_key.clone(), one.code.clone());
            }
            None => self
                .contacts
                .extend(one.contacts.into_iter().map(|contact| (contact, one.code.clone()))),
        }
        let named = self.names.entry(one.name_key).or_default();
        named.push((one.code, one.birth_year));
    }

    /// Whether a row of a file with this key was taken before.
    pub(crate) fn knows(&self, source_key: Option<&str>) -> bool {
        source_key.is_some_and(|key| self.sources.contains(key))
    }

    /// Whether a person gave up a place after this wish was made: an old list does not bring them back.
    pub(crate) fn gave_up_since(&self, person: &Person, asked: DateTime) -> bool {
        let contacts = person.own_contacts();
        let own = person
            .member
            .iter()
            .flat_map(|member| [member.phone.as_deref(), member.email.as_deref()])
            .flatten();
        let mut gone = contacts
            .into_iter()
            .chain(own)
            .filter_map(|contact| self.given_up.get(contact));
        gone.any(|at| asked <= *at)
    }

    /// The code under which a person or group has a place already.
    pub(crate) fn twice(&self, person: &Person) -> Option<&str> {
        let key = person.name_key();
        if person.is_group {
            return self.groups.get(&key).map(String::as_str);
        }
        if let Some(member) = &person.member {
            let own = [&member.phone, &member.email].into_iter().flatten();
            let same = |code: &&String| self.is_named(code, &key);
            let by_contact = own.filter_map(|contact| self.contacts.get(contact)).find(same);
            return self.members.get(&member.id).or(by_contact).map(String::as_str);
        }
        let contacts = person.own_contacts();
        let of_others = contacts.iter().find_map(|contact| self.contacts.get(*contact));
        let of_members = || {
            let mut all = contacts
                .iter()
                .filter_map(|contact| self.member_contacts.get(*contact))
                .flatten();
            all.find(|(name, _)| *name == key).map(|(_, code)| code)
        };
        of_others.or_else(of_members).map(String::as_str)
    }

    fn is_named(&self, code: &str, key: &str) -> bool {
        self.names
            .get(key)
            .is_some_and(|named| named.iter().any(|(other, _)| other == code))
    }

    /// What looks like a second registration of one person without being sure.
    fn doubts(&self, person: &Person) -> Vec<Reason> {
        let year = person.born.map(|born| born.year);
        let mut doubts = Vec::new();
        let may_be = |other: &Option<i64>| other.is_none() || year.is_none() || *other == year;
        let named = self.names.get(&person.name_key()).into_iter().flatten();
        if let Some((code, _)) = named.into_iter().find(|(_, other)| may_be(other)) {
            doubts.push(Reason::text("registration.same-name", code));
        }
        let mut contacts = person.own_contacts();
        let shared = match &person.member {
            Some(member) => {
                contacts = [&member.phone, &member.email]
                    .into_iter()
                    .flatten()
                    .map(String::as_str)
                    .collect();
                contacts.iter().find_map(|contact| self.contacts.get(*contact))
            }
            None => {
                let mut all = contacts
                    .iter()
                    .filter_map(|contact| self.member_contacts.get(*contact))
                    .flatten();
                all.next().map(|(_, code)| code)
            }
        };
        doubts.extend(shared.map(|code| Reason::text("registration.same-contact", code)));
        doubts
    }

    /// Whether heads find room at once: behind those who wait nobody is let through.
    pub(crate) fn has_room(&self, heads: i64) -> bool {
        !self.someone_waits && self.capacity.is_none_or(|capacity| self.taken + heads <= capacity)
    }

    /// Gives a place, or the end of the queue, to a person who was judged before; the code is made by the caller.
    pub(crate) fn admit(&mut self, person: &Person, code: impl FnOnce(i64) -> String) -> Placed {
        let number = self.next;
        let standing = match self.has_room(person.heads) {
            true => Standing::Registered,
            false => Standing::Waiting,
        };
        let mut warnings = person.warnings.clone();
        warnings.extend(self.doubts(person));
        let contacts: Vec<String> = match &person.member {
            Some(member) => [&member.phone, &member.email].into_iter().flatten().cloned().collect(),
            None => person.own_contacts().into_iter().map(str::to_owned).collect(),
        };
        self.seat(Known {
            code: code(number),
            number,
            standing,
            heads: person.heads,
            is_group: person.is_group,
            member: person.member.as_ref().map(|member| member.id),
            name_key: person.name_key(),
            birth_year: person.born.map(|born| born.year),
            contacts,
            source_key: person.source_key.clone(),
            cancelled_at: None,
        });
        Placed {
            number,
            standing,
            warnings,
        }
    }
}

/// Codes that staff may pass over.
pub const MAY_BE_OVERRIDDEN: [&str; 5] = [
    "registration.not-open",
    "registration.closed",
    "event.over",
    "age.min",
    "age.max",
];

/// Every reason against a request, made at a moment.
pub(crate) fn judge(event: &Event, hall: &Hall, person: &Person, source: Source, at: DateTime) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let plan = &event.plan;
    if let Some(why) = &event.cancelled {
        reasons.push(Reason::text("event.cancelled", why));
    }
    if let Some(last) = event.last().filter(|last| *last <= at) {
        reasons.push(Reason::moment("event.over", last));
    }
    // Who stands at the door is not sent away by a date on a poster.
    if source != Source::WalkIn {
        if let Some(opens) = plan.opens.filter(|opens| at < *opens) {
            reasons.push(Reason::moment("registration.not-open", opens));
        }
        if let Some(closes) = plan
            .closes
            .filter(|closes| at > *closes && !is_same_minute(at, *closes))
        {
            reasons.push(Reason::moment("registration.closed", closes));
        }
    }
    if let Some(code) = hall.twice(person) {
        reasons.push(Reason::text("registration.twice", code));
    }
    reasons.extend(of_age(event, person));
    if plan.capacity.is_some_and(|capacity| person.heads > capacity) {
        reasons.push(Reason::number(
            "group.beyond-capacity",
            plan.capacity.unwrap_or_default(),
        ));
    } else if source == Source::WalkIn && !hall.has_room(person.heads) {
        let code = if hall.someone_waits {
            "event.others-wait"
        } else {
            "event.full"
        };
        reasons.push(Reason::number(code, (hall.capacity.unwrap_or(0) - hall.taken).max(0)));
    }
    reasons
}

fn is_same_minute(one: DateTime, other: DateTime) -> bool {
    let minute = |at: DateTime| (at.date(), at.hour(), at.minute());
    minute(one) == minute(other)
}

/// Age on the first day. Who gave only a year may have had this year's birthday or not: the doubt is theirs to enjoy. Who
/// gave nothing, and groups, are let in; a limit is then seen to by whoever stands at the door.
fn of_age(event: &Event, person: &Person) -> Option<Reason> {
    let born = person.born.filter(|_| !person.is_group)?;
    let day: Date = event.first()?.date();
    let (least, most) = match born.day {
        Some(born) => {
            let age = i64::from(age_on(born, day));
            (age, age)
        }
        None => {
            let most = i64::from(day.year()) - born.year;
            (most - 1, most)
        }
    };
    if let Some(limit) = event.plan.age_min.filter(|limit| most < *limit) {
        return Some(Reason::number("age.min", limit));
    }
    let limit = event.plan.age_max.filter(|limit| least > *limit)?;
    Some(Reason::number("age.max", limit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_the_queue_as_long_as_they_fit() {
        let queue = |heads: &[i64]| -> Vec<Waiting> {
            let numbered = (1..).zip(heads);
            numbered
                .map(|(id, heads)| Waiting {
                    id: RegistrationId(id),
                    heads: *heads,
                })
                .collect()
        };
        // capacity, taken, heads of the queue, how many get a place
        let cases = [
            (Some(40), 40, vec![1, 1], 0),
            (Some(40), 39, vec![1, 1], 1),
            (Some(40), 30, vec![32, 1, 1], 0),
            (Some(40), 8, vec![32, 1, 1], 1),
            (Some(40), 6, vec![32, 1, 1, 1], 3),
            (None, 1000, vec![32, 1], 2),
            (Some(40), 0, vec![], 0),
        ];
        for (capacity, taken, heads, first) in cases {
            let waiting = queue(&heads);
            assert_eq!(
                promotions(capacity, taken, &waiting),
                waiting[..first],
                "{capacity:?} {taken} {heads:?}"
            );
        }
    }
}
