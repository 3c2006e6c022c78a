//! Places: one a person, first come, first served; who finds none waits, and gets the first that is free.

mod door;
mod hall;
mod import;
pub(crate) mod store;

use jiff::civil::DateTime;
use serde::Serialize;
use serde_json::json;

pub use door::{Asking, Source};
pub(crate) use door::{MemberFacts, Person, read};
pub(crate) use hall::promotions;
pub use hall::{MAY_BE_OVERRIDDEN, Standing, Waiting};
pub use import::{Imported, OnReject, RowCame, RowEnd};

use self::hall::{Hall, Placed, judge};
use super::attendance;
use super::event::{Event, Phase};
use super::notices::{self, NoticeKind};
use super::refusal::{Reason, refuse};
use super::{code, plan, run};
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::columns::minute_text;
use crate::library::{Library, Snapshot, Transaction, counter};
use crate::members::{Resolved, resolve};
use crate::values::ids::{EventId, RegistrationId};

/// So many members who may be meant are named.
const NAMED: usize = 10;

/// How a registration is made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manner {
    /// The person is at the door: no waiting list, and they are checked in at once.
    pub walk_in: bool,
    /// Codes of reasons that are passed over, of [`MAY_BE_OVERRIDDEN`].
    pub overrides: Vec<String>,
    /// Why they are passed over; the journal keeps it.
    pub why: Option<String>,
}

/// What came of a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// The event, places counted anew.
    pub event: Event,
    /// The code for the badge.
    pub code: String,
    /// The name.
    pub name: String,
    /// A place, or the queue.
    pub standing: Standing,
    /// How many wait before them, when they wait.
    pub before: usize,
    /// How many heads.
    pub heads: i64,
    /// What a person should look at.
    pub warnings: Vec<Reason>,
    /// The session that somebody at the door was checked in to.
    pub session: Option<i64>,
}

/// A registration as the roster shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enlisted {
    pub(crate) id: RegistrationId,
    pub(crate) event: EventId,
    /// Its number within the event: the order of the queue.
    pub number: i64,
    /// The code on the badge.
    pub code: String,
    /// The card, of a member.
    pub card: Option<String>,
    /// The name; none of who was erased.
    pub name: Option<String>,
    /// Whether it is a group.
    pub is_group: bool,
    /// How many heads.
    pub heads: i64,
    /// A place, the queue, or cancelled.
    pub standing: Standing,
    /// Telephone in E.164.
    pub phone: Option<String>,
    /// Mail.
    pub email: Option<String>,
    /// Whose telephone and mail these are, when not the person's own.
    pub contact_of: Option<String>,
    /// Year of birth.
    pub birth_year: Option<i64>,
    /// `female` or `male`.
    pub sex: Option<String>,
    /// District.
    pub district: Option<String>,
    /// School, employer, community.
    pub institution: Option<String>,
    /// What the person needs to take part; not to be shown but to who prepares the room.
    pub needs: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// How it came in.
    pub source: Source,
    /// When the wish was made.
    pub asked_at: String,
    /// When it got a place from the waiting list.
    pub promoted_at: Option<String>,
    /// Whether it waited until the event was over, and ended with that.
    pub lapsed: bool,
    /// Sessions attended, with the heads that came.
    pub attended: Vec<(i64, i64)>,
}

/// How a registration stands, attendance taken into account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Has a place.
    Registered,
    /// Waits for one.
    Waiting,
    /// Gave it up.
    Cancelled,
    /// Waited until the event was over.
    Lapsed,
    /// Came.
    Attended,
    /// Had a place and did not come; known when the event is over.
    Absent,
}

impl Enlisted {
    /// How it stands.
    pub fn state(&self, phase: Phase) -> State {
        match (self.standing, self.attended.is_empty(), phase) {
            (Standing::Waiting, ..) => State::Waiting,
            (Standing::Cancelled, ..) if self.lapsed => State::Lapsed,
            (Standing::Cancelled, ..) => State::Cancelled,
            (Standing::Registered, false, _) => State::Attended,
            (Standing::Registered, true, Phase::Over) => State::Absent,
            (Standing::Registered, true, _) => State::Registered,
        }
    }

    /// The most heads that came to one session.
    pub fn heads_attended(&self) -> i64 {
        self.attended.iter().map(|(_, heads)| *heads).max().unwrap_or(0)
    }
}

/// An event with everybody on its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    /// The event.
    pub event: Event,
    /// How it stands.
    pub phase: Phase,
    /// Everybody, in the order they came.
    pub people: Vec<Enlisted>,
}

impl Roster {
    /// Registrations and heads of those for which this is true.
    pub fn count(&self, which: impl Fn(&Enlisted) -> bool) -> (i64, i64) {
        let those = self.people.iter().filter(|one| which(one));
        those.fold((0, 0), |(count, heads), one| (count + 1, heads + one.heads))
    }
}

/// A registration that got a place from the waiting list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Promoted {
    /// Its code.
    pub code: String,
    /// Whose it is.
    pub name: Option<String>,
    /// How many heads.
    pub heads: i64,
}

/// What came of giving up places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenUp {
    /// The event, places counted anew.
    pub event: Event,
    /// Codes that were cancelled.
    pub cancelled: Vec<String>,
    /// What could not be cancelled, as given, and why.
    pub refused: Vec<(String, Reason)>,
    /// Who got a place.
    pub promoted: Vec<Promoted>,
}

/// A row to be stored, beside the person.
pub(crate) struct NewRow {
    id: RegistrationId,
    event: EventId,
    number: i64,
    code: String,
    source: Source,
    standing: Standing,
    asked_at: String,
}

impl Library {
    /// Registers somebody: a place where there is room and nobody waits, else the end of the waiting list.
    ///
    /// # Errors
    /// A refusal with all the reasons; [`crate::Error::NotFound`] for an unknown event or card.
    pub fn register(
        &mut self,
        act: &Act,
        event: &str,
        asking: &Asking,
        manner: &Manner,
        dry_run: bool,
    ) -> Result<Registered> {
        run(self, act, dry_run, |tx| register(tx, act, event, asking, manner))
    }

    /// Gives up places by their codes (or members' cards); who waits moves up, in the same transaction.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] for an unknown event, and a refusal when it is over or cancelled.
    pub fn cancel_registrations(&mut self, act: &Act, event: &str, codes: &[String], dry_run: bool) -> Result<GivenUp> {
        run(self, act, dry_run, |tx| give_up(tx, act, event, codes))
    }

    /// An event with everybody on its list, as it stands at a moment.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] for an unknown event.
    pub fn roster(&self, event: &str, now: DateTime) -> Result<Roster> {
        self.read(|snapshot| {
            let event = plan::find(snapshot, event)?;
            roster(snapshot, event, now)
        })
    }
}

/// Everybody on an event's list, with who came.
pub(super) fn roster(snapshot: &Snapshot<'_>, event: Event, now: DateTime) -> Result<Roster> {
    let mut people = store::of_event(snapshot.sql(), event.id)?;
    let attended = attendance::store::of_event(snapshot.sql(), event.id)?;
    for (registration, session, heads) in attended {
        if let Ok(at) = people.binary_search_by_key(&registration, |one| one.number) {
            people[at].attended.push((session, heads));
        }
    }
    Ok(Roster {
        phase: event.phase(now),
        event,
        people,
    })
}

/// Who is to be judged: parsed, and the member looked up.
fn person(conn: &rusqlite::Connection, asking: &Asking) -> Result<std::result::Result<Person, Vec<Reason>>> {
    let member = match &asking.card {
        None => None,
        Some(typed) => match resolve(&Snapshot::of(conn), typed, NAMED)? {
            Resolved::One(member) => Some(MemberFacts::of(&member)),
            Resolved::Nobody => return Ok(Err(vec![Reason::text("member.unknown", typed)])),
            Resolved::Several(members, _) => {
                let cards: Vec<&str> = members.iter().map(|member| member.card.as_str()).collect();
                return Ok(Err(vec![Reason::text("member.several", cards.join(", "))]));
            }
        },
    };
    Ok(read(asking, member))
}

fn register(
    tx: &Transaction<'_>,
    act: &Act,
    name: &str,
    asking: &Asking,
    manner: &Manner,
) -> Result<(Registered, Option<Entry>)> {
    let conn = tx.sql();
    let mut event = plan::find(&Snapshot::of(conn), name)?;
    let refused = |reasons| Err(refuse("registration.refused", &event.key, reasons));
    let person = match person(conn, asking)? {
        Ok(person) => person,
        Err(reasons) => return refused(reasons),
    };
    let mut hall = Hall::new(&event, store::known(conn, event.id)?);
    let before = store::waiting(conn, event.id)?.len();
    let id = RegistrationId(counter::last(conn, RegistrationId::COUNTER)? + 1);
    let source = if manner.walk_in { Source::WalkIn } else { Source::Desk };
    let now = act.at.datetime();
    let mut reasons = judge(&event, &hall, &person, source, now);
    let passed_over = pass_over(&mut reasons, manner);
    let session = match manner.walk_in.then(|| attendance::session_at(&event, None, now)) {
        Some(Ok(number)) => Some(number),
        // Of an event that is over, that is said already.
        Some(Err(reason)) if reasons.is_empty() => return refused(vec![reason]),
        _ => None,
    };
    if !reasons.is_empty() {
        return refused(reasons);
    }
    let placed = hall.admit(&person, |number| code::of_registration(event.id, number));
    let row = new_row(id, &event, &placed, source, act.stamp());
    store::insert(conn, &row, &person)?;
    counter::set(conn, RegistrationId::COUNTER, id.0)?;
    if let Some(session) = session {
        attendance::store::insert(conn, id, session, person.heads, act)?;
    }
    if placed.standing == Standing::Registered {
        event.taken += person.heads;
    }
    let entry = Entry {
        action: "event.register",
        detail: json!({ "event": event.key, "registration": row.code, "state": placed.standing.code(),
            "heads": person.heads, "override": passed_over, "note": manner.why }),
    };
    let registered = Registered {
        name: shown_name(&person),
        code: row.code,
        standing: placed.standing,
        before: if placed.standing == Standing::Waiting {
            before
        } else {
            0
        },
        heads: person.heads,
        warnings: placed.warnings,
        session,
        event,
    };
    Ok((registered, Some(entry)))
}

fn shown_name(person: &Person) -> String {
    let own = person.name.as_ref().map(|name| name.as_str().to_owned());
    own.or_else(|| person.member.as_ref().map(|member| member.name.clone()))
        .unwrap_or_default()
}

fn new_row(id: RegistrationId, event: &Event, placed: &Placed, source: Source, asked_at: String) -> NewRow {
    NewRow {
        id,
        event: event.id,
        number: placed.number,
        code: code::of_registration(event.id, placed.number),
        source,
        standing: placed.standing,
        asked_at,
    }
}

/// Takes out the reasons that staff pass over, and answers their codes.
fn pass_over(reasons: &mut Vec<Reason>, manner: &Manner) -> Vec<&'static str> {
    let wanted = |reason: &Reason| {
        let may_be = MAY_BE_OVERRIDDEN.contains(&reason.code);
        may_be && manner.overrides.iter().any(|code| code == reason.code)
    };
    let passed = reasons
        .iter()
        .filter(|reason| wanted(reason))
        .map(|reason| reason.code)
        .collect();
    reasons.retain(|reason| !wanted(reason));
    passed
}

/// Gives these their places, in this order.
pub(super) fn promote(tx: &Transaction<'_>, act: &Act, promoted: &[Waiting]) -> Result<()> {
    for one in promoted {
        store::promote(tx.sql(), one.id, &act.stamp())?;
    }
    Ok(())
}

/// The registration that a code, or a member's card, stands for at an event; or why it stands for none.
pub(super) fn find(
    conn: &rusqlite::Connection,
    event: &Event,
    typed: &str,
) -> Result<std::result::Result<Enlisted, Reason>> {
    let code = code::read(typed);
    if let Some(found) = store::by_code(conn, &code)? {
        if found.event == event.id {
            return Ok(Ok(found));
        }
        let other = plan::store::by_id(conn, found.event)?;
        let key = other.map(|event| event.key).unwrap_or_default();
        return Ok(Err(Reason::text("registration.of-other-event", key)));
    }
    let by_card = store::by_card(conn, event.id, typed.trim())?;
    Ok(by_card.ok_or_else(|| Reason::text("registration.unknown", typed)))
}

fn give_up(tx: &Transaction<'_>, act: &Act, name: &str, codes: &[String]) -> Result<(GivenUp, Option<Entry>)> {
    let conn = tx.sql();
    let mut event = plan::find(&Snapshot::of(conn), name)?;
    let reason = match event.phase(act.at.datetime()) {
        Phase::Over => event.last().map(|last| Reason::moment("event.over", last)),
        Phase::Cancelled => event.cancelled.as_ref().map(|why| Reason::text("event.cancelled", why)),
        _ => None,
    };
    if let Some(reason) = reason {
        return Err(refuse("registration.refused", &event.key, vec![reason]));
    }
    let mut given_up: Vec<Enlisted> = Vec::new();
    let mut refused = Vec::new();
    for typed in codes {
        match find(conn, &event, typed)? {
            Err(reason) => refused.push((typed.clone(), reason)),
            Ok(one) if one.standing == Standing::Cancelled || given_up.iter().any(|other| other.id == one.id) => {
                refused.push((typed.clone(), Reason::plain("registration.cancelled")));
            }
            Ok(one) if attendance::store::has_come(conn, one.id)? => {
                refused.push((typed.clone(), Reason::plain("registration.attended")));
            }
            Ok(one) => given_up.push(one),
        }
    }
    let gone = |one: &&Waiting| !given_up.iter().any(|other| other.id == one.id);
    let queue = store::waiting(conn, event.id)?;
    let queue: Vec<Waiting> = queue.iter().filter(gone).copied().collect();
    let had_place = given_up.iter().filter(|one| one.standing == Standing::Registered);
    event.taken -= had_place.map(|one| one.heads).sum::<i64>();
    let up = promotions(event.plan.capacity, event.taken, &queue);
    let of_queue = |one: &Enlisted| up.iter().any(|waiting| waiting.id == one.id);
    let all = store::of_event(conn, event.id)?;
    let promoted = all.into_iter().filter(of_queue).map(|one| Promoted {
        code: one.code,
        name: one.name,
        heads: one.heads,
    });
    let promoted: Vec<Promoted> = promoted.collect();
    let first_notice = notices::next(tx)?;
    for one in &given_up {
        store::cancel(conn, one.id, &act.stamp())?;
    }
    promote(tx, act, &up)?;
    let ids: Vec<RegistrationId> = up.iter().map(|one| one.id).collect();
    notices::note(tx, act, first_notice, &event, NoticeKind::Promoted, &ids)?;
    event.taken += up.iter().map(|one| one.heads).sum::<i64>();
    let cancelled: Vec<String> = given_up.into_iter().map(|one| one.code).collect();
    let codes: Vec<&str> = promoted.iter().map(|one| one.code.as_str()).collect();
    let entry = (!cancelled.is_empty()).then(|| Entry {
        action: "event.give-up",
        detail: json!({ "event": event.key, "registrations": cancelled, "promoted": codes }),
    });
    let given_up = GivenUp {
        event,
        cancelled,
        refused,
        promoted,
    };
    Ok((given_up, entry))
}

/// The moment of a wish, as stored: its own, or the action's.
fn asked_at(asking: &Asking, act: &Act) -> String {
    asking
        .asked_at
        .map_or_else(|| act.stamp(), |at| format!("{}:00+07:00", minute_text(at)))
}
