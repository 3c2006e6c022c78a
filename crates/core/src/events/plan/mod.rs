//! Events are added, edited, moved and cancelled; who has a place or waits for one is told.

mod rules;
pub(crate) mod store;

use jiff::civil::Date;
use serde_json::json;

use super::event::{Event, EventSession, Plan, Span};
use super::notices::{self, NoticeKind};
use super::refusal::{Reason, refuse};
use super::roster::{self, Waiting};
use super::{code, run};
use crate::act::Act;
use crate::error::{Error, Result};
use crate::journal::{self, Entry};
use crate::library::{Library, Snapshot, Transaction, counter};
use crate::values::ids::{EventId, RegistrationId};

/// The longest key, in characters.
pub const LONGEST_KEY: usize = 60;

/// The name by which people type an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// Chosen by a person: taken as it is, or refused.
    Chosen(String),
    /// Made from the title: a number is added where it is taken.
    Made(String),
}

/// An event to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// Its key.
    pub key: Key,
    /// What is said about it.
    pub plan: Plan,
    /// When, in the order in which the sessions are numbered; one at least.
    pub sessions: Vec<Span>,
}

/// An event after a change, and whom the change reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The event as it is now.
    pub event: Event,
    /// Registrations that got a place from the waiting list, in their order.
    pub promoted: Vec<RegistrationId>,
    /// How many notices were noted.
    pub notices: usize,
}

impl Library {
    /// Adds an event.
    ///
    /// # Errors
    /// A refusal with all the reasons: no session, times the wrong way round, a key that is taken.
    pub fn add_event(&mut self, act: &Act, new: &NewEvent, dry_run: bool) -> Result<Event> {
        run(self, act, dry_run, |tx| add(tx, act, new))
    }

    /// Changes what is said about an event, and adds sessions. More room goes to those who wait, in the same transaction;
    /// when the place changes, everybody with a place or waiting is to be told.
    ///
    /// # Errors
    /// A refusal with all the reasons: cancelled, less room than places given, and those of [`Library::add_event`].
    pub fn edit_event(
        &mut self,
        act: &Act,
        name: &str,
        change: impl FnOnce(&mut Plan),
        added: &[Span],
        dry_run: bool,
    ) -> Result<Changed> {
        run(self, act, dry_run, |tx| edit(tx, act, name, change, added))
    }

    /// Moves one session of an event.
    ///
    /// # Errors
    /// A refusal: cancelled, no such session, times the wrong way round.
    pub fn move_event(&mut self, act: &Act, name: &str, number: i64, to: Span, dry_run: bool) -> Result<Changed> {
        run(self, act, dry_run, |tx| move_session(tx, act, name, number, to))
    }

    /// Cancels an event; everybody with a place or waiting is to be told. Registrations stay as they are.
    ///
    /// # Errors
    /// A refusal when it is cancelled already.
    pub fn cancel_event(&mut self, act: &Act, name: &str, why: &str, dry_run: bool) -> Result<Changed> {
        run(self, act, dry_run, |tx| cancel(tx, act, name, why))
    }

    /// The event with this key, number or unambiguous beginning of a key.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn event(&self, name: &str) -> Result<Event> {
        self.read(|snapshot| find(snapshot, name))
    }

    /// Events whose first session is from one day through another, in that order; all without bounds.
    ///
    /// # Errors
    /// Storage errors.
    pub fn events(&self, from: Option<Date>, to: Option<Date>) -> Result<Vec<Event>> {
        let from = from.map_or_else(|| "0000".to_owned(), |day| day.to_string());
        let to = to.map_or_else(|| "9999-99".to_owned(), |day| day.to_string());
        self.read(|snapshot| store::all(snapshot.sql(), &from, &to))
    }

    /// Those of the events whose first session is from one day through another that somebody can do something for: places
    /// are left, or people wait for one.
    ///
    /// # Errors
    /// Storage errors.
    pub fn events_to_fill(&self, from: Date, to: Date) -> Result<Vec<Event>> {
        self.read(|snapshot| to_fill(snapshot, from, to))
    }
}

/// As [`Library::events_to_fill`].
///
/// # Errors
/// As there.
pub(crate) fn to_fill(snapshot: &Snapshot<'_>, from: Date, to: Date) -> Result<Vec<Event>> {
    let conn = snapshot.sql();
    let mut events = store::all(conn, &from.to_string(), &to.to_string())?;
    let awaited = store::awaited(conn)?;
    events.retain(|event| {
        let room = event.plan.capacity.is_some_and(|capacity| event.taken < capacity);
        event.cancelled.is_none() && (room || awaited.contains(&event.id))
    });
    Ok(events)
}

/// The event that a person means.
pub(super) fn find(snapshot: &Snapshot<'_>, name: &str) -> Result<Event> {
    let conn = snapshot.sql();
    let name = name.trim();
    let key = name.to_lowercase();
    if let Some(event) = store::by_key(conn, &key)? {
        return Ok(event);
    }
    if let Ok(id) = name.parse::<i64>()
        && let Some(event) = store::by_id(conn, EventId(id))?
    {
        return Ok(event);
    }
    let none = || Error::NotFound {
        what: "event",
        wanted: name.to_owned(),
    };
    if key.is_empty() {
        return Err(none());
    }
    match store::keys_from(conn, &key)?.as_slice() {
        [only] => store::by_key(conn, only)?.ok_or_else(none),
        _ => Err(none()),
    }
}

fn add(tx: &Transaction<'_>, act: &Act, new: &NewEvent) -> Result<(Event, Option<Entry>)> {
    let conn = tx.sql();
    let id = EventId(counter::last(conn, EventId::COUNTER)? + 1);
    let head = journal::head(&Snapshot::of(conn))?;
    let (wish, key) = match &new.key {
        Key::Chosen(key) => (key, store::by_key(conn, key)?.is_none().then(|| key.clone())),
        Key::Made(key) => (key, Some(free_key(tx, key)?)),
    };
    let sessions = numbered(&new.sessions, 1);
    let mut reasons = rules::of_plan(&new.plan, &sessions);
    if !rules::is_key(wish) {
        reasons.push(Reason::text("key.bad", wish));
    }
    let Some(key) = key.filter(|_| reasons.is_empty()) else {
        if reasons.is_empty() {
            reasons.push(Reason::text("key.taken", wish));
        }
        return Err(refuse("event.refused", wish, reasons));
    };
    let uid = journal::hex(&code::secret(&head.hash, "event", id.0)[..16]);
    let event = Event {
        id,
        key,
        uid: format!("{uid}@pustaka"),
        sequence: 0,
        plan: new.plan.clone(),
        sessions,
        taken: 0,
        cancelled: None,
        created_at: act.stamp(),
        changed_at: act.stamp(),
    };
    store::insert(conn, &event)?;
    for session in &event.sessions {
        store::put_session(conn, id, session)?;
    }
    counter::set(conn, EventId::COUNTER, id.0)?;
    let entry = Entry {
        action: "event.add",
        detail: json!({ "event": event.key, "sessions": event.sessions.len(), "capacity": event.plan.capacity }),
    };
    Ok((event, Some(entry)))
}

/// The key, or the key with the first free number behind it.
fn free_key(tx: &Transaction<'_>, key: &str) -> Result<String> {
    let mut free = key.to_owned();
    let mut number = 2;
    while store::by_key(tx.sql(), &free)?.is_some() {
        free = format!("{key}-{number}");
        number += 1;
    }
    Ok(free)
}

fn numbered(spans: &[Span], first: i64) -> Vec<EventSession> {
    let numbered = (first..).zip(spans);
    numbered
        .map(|(number, span)| EventSession { number, span: *span })
        .collect()
}

/// What a change of an event begins with.
struct Before {
    event: Event,
    /// Everybody with a place or waiting.
    concerned: Vec<RegistrationId>,
    waiting: Vec<Waiting>,
    first_notice: i64,
}

fn before(tx: &Transaction<'_>, name: &str) -> Result<Before> {
    let event = find(&Snapshot::of(tx.sql()), name)?;
    if let Some(why) = &event.cancelled {
        let reasons = vec![Reason::text("event.cancelled", why)];
        return Err(refuse("event.refused", &event.key, reasons));
    }
    Ok(Before {
        concerned: roster::store::active(tx.sql(), event.id)?,
        waiting: roster::store::waiting(tx.sql(), event.id)?,
        first_notice: notices::next(tx)?,
        event,
    })
}

fn edit(
    tx: &Transaction<'_>,
    act: &Act,
    name: &str,
    change: impl FnOnce(&mut Plan),
    added: &[Span],
) -> Result<(Changed, Option<Entry>)> {
    let before = before(tx, name)?;
    let mut event = before.event.clone();
    change(&mut event.plan);
    let next = event.sessions.iter().map(|session| session.number).max().unwrap_or(0) + 1;
    let new_sessions = numbered(added, next);
    event.sessions.extend(new_sessions.iter().copied());
    let mut reasons = rules::of_plan(&event.plan, &event.sessions);
    reasons.extend(rules::of_capacity(event.plan.capacity, event.taken, &before.waiting));
    if !reasons.is_empty() {
        return Err(refuse("event.refused", &event.key, reasons));
    }
    if event.plan == before.event.plan && added.is_empty() {
        let changed = Changed {
            event,
            promoted: Vec::new(),
            notices: 0,
        };
        return Ok((changed, None));
    }
    event.sequence += i64::from(rules::is_shown(&before.event.plan, &event.plan) || !added.is_empty());
    event.changed_at = act.stamp();
    let promoted = roster::promotions(event.plan.capacity, event.taken, &before.waiting);
    let elsewhere = event.plan.place != before.event.plan.place;
    let told: &[RegistrationId] = if elsewhere { &before.concerned } else { &[] };
    let conn = tx.sql();
    store::update(conn, &event)?;
    for session in &new_sessions {
        store::put_session(conn, event.id, session)?;
    }
    roster::promote(tx, act, &promoted)?;
    event.taken += promoted.iter().map(|one| one.heads).sum::<i64>();
    let promoted: Vec<RegistrationId> = promoted.iter().map(|one| one.id).collect();
    let moved = notices::note(tx, act, before.first_notice, &event, NoticeKind::Moved, told)?;
    notices::note(tx, act, moved, &event, NoticeKind::Promoted, &promoted)?;
    let fields = rules::changed_fields(&before.event.plan, &event.plan);
    let entry = Entry {
        action: "event.edit",
        detail: json!({ "event": event.key, "fields": fields, "sessions-added": added.len(), "promoted": promoted }),
    };
    let notices = told.len() + promoted.len();
    Ok((
        Changed {
            event,
            promoted,
            notices,
        },
        Some(entry),
    ))
}

fn move_session(
    tx: &Transaction<'_>,
    act: &Act,
    name: &str,
    number: i64,
    to: Span,
) -> Result<(Changed, Option<Entry>)> {
    let before = before(tx, name)?;
    let mut event = before.event.clone();
    let key = event.key.clone();
    let Some(session) = event.sessions.iter_mut().find(|session| session.number == number) else {
        let reasons = vec![Reason::number("session.unknown", number)];
        return Err(refuse("event.refused", &key, reasons));
    };
    let from = std::mem::replace(&mut session.span, to);
    let session = *session;
    let reasons = rules::of_plan(&event.plan, &event.sessions);
    if !reasons.is_empty() {
        return Err(refuse("event.refused", &key, reasons));
    }
    if from == to {
        let changed = Changed {
            event,
            promoted: Vec::new(),
            notices: 0,
        };
        return Ok((changed, None));
    }
    event.sequence += 1;
    event.changed_at = act.stamp();
    store::update(tx.sql(), &event)?;
    store::put_session(tx.sql(), event.id, &session)?;
    notices::note(
        tx,
        act,
        before.first_notice,
        &event,
        NoticeKind::Moved,
        &before.concerned,
    )?;
    let entry = Entry {
        action: "event.move",
        detail: json!({ "event": event.key, "session": number, "from": from.starts.to_string(), "to": to.starts.to_string() }),
    };
    let changed = Changed {
        event,
        promoted: Vec::new(),
        notices: before.concerned.len(),
    };
    Ok((changed, Some(entry)))
}

fn cancel(tx: &Transaction<'_>, act: &Act, name: &str, why: &str) -> Result<(Changed, Option<Entry>)> {
    let before = before(tx, name)?;
    let mut event = before.event;
    let why = why.trim();
    if why.is_empty() {
        let reasons = vec![Reason::plain("reason.missing")];
        return Err(refuse("event.refused", &event.key, reasons));
    }
    event.cancelled = Some(why.to_owned());
    event.sequence += 1;
    event.changed_at = act.stamp();
    store::update(tx.sql(), &event)?;
    notices::note(
        tx,
        act,
        before.first_notice,
        &event,
        NoticeKind::Cancelled,
        &before.concerned,
    )?;
    let entry = Entry {
        action: "event.cancel",
        detail: json!({ "event": event.key, "reason": why, "told": before.concerned.len() }),
    };
    let changed = Changed {
        event,
        promoted: Vec::new(),
        notices: before.concerned.len(),
    };
    Ok((changed, Some(entry)))
}
