//! Who came: codes from a scanner, session by session.

pub(crate) mod store;

use jiff::ToSpan;
use jiff::civil::DateTime;
use serde::Serialize;
use serde_json::json;

use super::event::Event;
use super::refusal::{Reason, refuse};
use super::roster::{self, Enlisted, Standing};
use super::{plan, run};
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction};

/// From so long before a session its codes are taken for it.
const EARLY_HOURS: i64 = 2;

/// How codes are checked in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CheckIn {
    /// The session; none: the one of the moment.
    pub session: Option<i64>,
    /// How many heads of a group came; none: all.
    pub heads: Option<i64>,
    /// Take check-ins back.
    pub undo: bool,
}

/// What a scanned code came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Came {
    /// Checked in.
    Attended,
    /// Was checked in before; nothing changed.
    Already,
    /// The check-in was taken back.
    Undone,
}

/// A code that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckedIn {
    /// The registration's code.
    pub code: String,
    /// Whose it is.
    pub name: Option<String>,
    /// How many heads came.
    pub heads: i64,
    /// What the scan came to.
    pub state: Came,
    /// When they were checked in, if that was before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

/// What came of a list of codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckIns {
    /// The event.
    pub event: Event,
    /// The session they were checked in to.
    pub session: i64,
    /// Codes taken.
    pub taken: Vec<CheckedIn>,
    /// Codes not taken, as scanned, and why.
    pub refused: Vec<(String, Reason)>,
}

impl Library {
    /// Checks codes (or members' cards) in to a session. Each is judged on its own: those that can be taken are.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] for an unknown event; a refusal when it is cancelled or no session is meant.
    pub fn check_in(
        &mut self,
        act: &Act,
        event: &str,
        codes: &[String],
        how: CheckIn,
        dry_run: bool,
    ) -> Result<CheckIns> {
        run(self, act, dry_run, |tx| check_in(tx, act, event, codes, how))
    }
}

/// The session that is meant: the one named, else the one of the moment: of the sessions of the day, the first that is not
/// over, from two hours before it.
pub(crate) fn session_at(event: &Event, named: Option<i64>, now: DateTime) -> std::result::Result<i64, Reason> {
    if let Some(number) = named {
        let found = event.session(number).map(|session| session.number);
        return found.ok_or(Reason::number("session.unknown", number));
    }
    let soon = now.checked_add(EARLY_HOURS.hours()).unwrap_or(now);
    let mut of_day: Vec<_> = event
        .sessions
        .iter()
        .filter(|session| session.span.ends.date() >= now.date())
        .collect();
    of_day.retain(|session| session.span.starts.date() <= now.date());
    of_day.sort_by_key(|session| session.span.starts);
    let running = of_day
        .iter()
        .find(|session| session.span.starts <= soon && now < session.span.ends);
    // Lists are typed when the last one has gone home.
    let over = of_day.iter().rev().find(|session| session.span.ends <= now);
    match running.or(over) {
        Some(session) => Ok(session.number),
        None => {
            let next = event
                .sessions
                .iter()
                .map(|session| session.span.starts)
                .filter(|starts| *starts > now)
                .min();
            Err(next.or(event.last()).map_or(Reason::plain("session.none-now"), |at| {
                Reason::moment("session.none-now", at)
            }))
        }
    }
}

fn check_in(
    tx: &Transaction<'_>,
    act: &Act,
    name: &str,
    codes: &[String],
    how: CheckIn,
) -> Result<(CheckIns, Option<Entry>)> {
    let conn = tx.sql();
    let event = plan::find(&Snapshot::of(conn), name)?;
    if let Some(why) = &event.cancelled {
        return Err(refuse(
            "check-in.refused",
            &event.key,
            vec![Reason::text("event.cancelled", why)],
        ));
    }
    let session = match session_at(&event, how.session, act.at.datetime()) {
        Ok(session) => session,
        Err(reason) => return Err(refuse("check-in.refused", &event.key, vec![reason])),
    };
    let mut taken: Vec<CheckedIn> = Vec::new();
    let mut refused = Vec::new();
    let mut writes: Vec<(Enlisted, i64)> = Vec::new();
    for typed in codes {
        match scanned(conn, &event, (session, how), typed, &writes, act)? {
            Err(reason) => refused.push((typed.clone(), reason)),
            Ok((found, came)) => {
                if came.state != Came::Already {
                    writes.push((found, came.heads));
                }
                taken.push(came);
            }
        }
    }
    for (one, heads) in &writes {
        match how.undo {
            true => store::remove(conn, one.id, session)?,
            false => store::insert(conn, one.id, session, *heads, act)?,
        }
    }
    let codes: Vec<&str> = writes.iter().map(|(one, _)| one.code.as_str()).collect();
    let entry = (!codes.is_empty()).then(|| Entry {
        action: if how.undo {
            "event.check-in-undone"
        } else {
            "event.check-in"
        },
        detail: json!({ "event": event.key, "session": session, "registrations": codes }),
    });
    let answer = CheckIns {
        event,
        session,
        taken,
        refused,
    };
    Ok((answer, entry))
}

/// What one scan comes to; `writes` are those of the same list before it.
fn scanned(
    conn: &rusqlite::Connection,
    event: &Event,
    (session, how): (i64, CheckIn),
    typed: &str,
    writes: &[(Enlisted, i64)],
    act: &Act,
) -> Result<std::result::Result<(Enlisted, CheckedIn), Reason>> {
    let found = match roster::find(conn, event, typed)? {
        Ok(found) => found,
        Err(reason) => return Ok(Err(reason)),
    };
    if how.undo && store::is_certified(conn, found.id)? {
        return Ok(Err(Reason::plain("registration.certified")));
    }
    let just_now = writes.iter().find(|(one, _)| one.id == found.id && !how.undo);
    let before = match just_now {
        Some((_, heads)) => Some((*heads, act.stamp())),
        None => store::came(conn, found.id, session)?,
    };
    Ok(judge(&found, before, how).map(|came| (found, came)))
}

/// What a scan means for one registration.
fn judge(one: &Enlisted, before: Option<(i64, String)>, how: CheckIn) -> std::result::Result<CheckedIn, Reason> {
    match one.standing {
        Standing::Cancelled => return Err(Reason::plain("registration.cancelled")),
        Standing::Waiting => return Err(Reason::plain("registration.waiting")),
        Standing::Registered => {}
    }
    let heads = how.heads.unwrap_or(one.heads);
    if !(1..=one.heads).contains(&heads) {
        return Err(Reason::number("heads.beyond-group", one.heads));
    }
    let came = |heads, state, at| CheckedIn {
        code: one.code.clone(),
        name: one.name.clone(),
        heads,
        state,
        at,
    };
    match (before, how.undo) {
        (Some((heads, _)), true) => Ok(came(heads, Came::Undone, None)),
        (None, true) => Err(Reason::plain("registration.not-checked-in")),
        (Some((was, at)), false) if how.heads.is_none() || was == heads => Ok(came(was, Came::Already, Some(at))),
        (_, false) => Ok(came(heads, Came::Attended, None)),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::events::event::{EventSession, Kind, Plan, Span};
    use crate::values::ids::EventId;

    #[test]
    fn the_session_of_the_moment() {
        let at = |day: i8, hour: i8, minute: i8| date(2026, 11, day).at(hour, minute, 0, 0);
        let session = |number, day, from, to| EventSession {
            number,
            span: Span {
                starts: at(day, from, 0),
                ends: at(day, to, 0),
            },
        };
        let event = Event {
            id: EventId(1),
            key: "kelas".to_owned(),
            uid: "x@pustaka".to_owned(),
            sequence: 0,
            plan: Plan::new("Kelas", Kind::Workshop),
            sessions: vec![session(1, 28, 9, 11), session(2, 28, 13, 15), session(3, 30, 9, 11)],
            taken: 0,
            cancelled: None,
            created_at: String::new(),
            changed_at: String::new(),
        };
        let cases = [
            (None, at(28, 6, 59), None),
            (None, at(28, 7, 0), Some(1)),
            (None, at(28, 10, 59), Some(1)),
            (None, at(28, 11, 0), Some(2)),
            (None, at(28, 14, 0), Some(2)),
            (None, at(28, 21, 0), Some(2)),
            (None, at(29, 9, 0), None),
            (None, at(30, 8, 0), Some(3)),
            (Some(1), at(30, 8, 0), Some(1)),
            (Some(4), at(30, 8, 0), None),
        ];
        for (named, now, session) in cases {
            assert_eq!(session_at(&event, named, now).ok(), session, "{named:?} {now}");
        }
    }
}
