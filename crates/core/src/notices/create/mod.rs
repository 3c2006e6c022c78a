//! The step of the night: who is to be told of what.

mod store;

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;
use rusqlite::Connection;
use serde_json::json;

use super::Reason;
use super::rules::{self, Cause, Gathered, Thing, Whom};
use crate::act::Act;
use crate::error::Result;
use crate::journal::Entry;
use crate::library::{Library, Snapshot, Transaction, counter};
use crate::settings::{DUE_SOON_DAYS, KEEP_DAYS, MEMBERSHIP_DAYS, OVERDUE_DAYS};
use crate::values::ids::{EventNoticeId, NoticeId};

/// What the step did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Created {
    /// Notices that were made, by reason; none with zero.
    pub made: Vec<(Reason, u64)>,
    /// Notices that were dropped because their cause was gone.
    pub dropped: u64,
    /// Notices that are over for so long that they were cut from their persons.
    pub cut: u64,
}

/// How long before and after people are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Terms {
    due_soon: i64,
    overdue: [i64; 3],
    membership: i64,
    keep: i64,
}

impl Terms {
    fn load(snapshot: &Snapshot<'_>) -> Result<Terms> {
        let [first, second, third] = OVERDUE_DAYS;
        Ok(Terms {
            due_soon: DUE_SOON_DAYS.whole(snapshot)?,
            overdue: [first.whole(snapshot)?, second.whole(snapshot)?, third.whole(snapshot)?],
            membership: MEMBERSHIP_DAYS.whole(snapshot)?,
            keep: KEEP_DAYS.whole(snapshot)?,
        })
    }
}

impl Library {
    /// Finds everything that is to be told on the day of the act and is not yet; a second time finds nothing.
    ///
    /// # Errors
    /// What [`Library::write`] answers.
    pub fn create_notices(&mut self, act: &Act, dry_run: bool) -> Result<Created> {
        match dry_run {
            true => self.rehearse(act, |tx| create(tx, act)),
            false => self.write(act, |tx| create(tx, act)),
        }
    }

    /// Finds what events told nobody yet: who was moved up from the waiting list, and what was moved or cancelled. The
    /// night does it too, but an event of the same day does not wait for it.
    ///
    /// # Errors
    /// What [`Library::write`] answers.
    pub fn create_event_notices(&mut self, act: &Act) -> Result<Created> {
        self.write(act, |tx| create_of_events(tx, act))
    }
}

/// Finds everything that is to be told on the day of the act, and at its moment still can be. The day of a notice is that
/// day.
///
/// # Errors
/// Storage errors.
pub(crate) fn create(tx: &Transaction<'_>, act: &Act) -> Result<(Created, Option<Entry>)> {
    let (conn, day) = (tx.sql(), act.day());
    let terms = Terms::load(&Snapshot::of(conn))?;
    let over = store::long_over(conn, shifted(day, -terms.keep))?;
    let (mut causes, past) = event_causes(conn, act)?;
    causes.extend(loan_causes(conn, day, &terms)?);
    causes.extend(hold_causes(conn, day)?);
    if terms.membership > 0 {
        causes.extend(store::memberships(conn, day, shifted(day, terms.membership))?);
    }
    causes.extend(store::tomorrow(conn, act.at.datetime())?);
    causes.extend(store::follow_ups(conn, day)?);
    let (made, dropped) = put(conn, act, causes, &past)?;
    store::forget_ended(conn)?;
    let cut = store::cut(conn, &over, day)?;
    let created = Created { made, dropped, cut };
    Ok((created.clone(), created.entry(day)))
}

/// Finds what the events noted since the night.
fn create_of_events(tx: &Transaction<'_>, act: &Act) -> Result<(Created, Option<Entry>)> {
    let (causes, past) = event_causes(tx.sql(), act)?;
    let (made, dropped) = put(tx.sql(), act, causes, &past)?;
    let created = Created { made, dropped, cut: 0 };
    Ok((created.clone(), created.entry(act.day())))
}

/// Stores the notices of these causes, and drops those that wait and are needless by now: what was made, by reason,
/// and how many were dropped.
fn put(conn: &Connection, act: &Act, causes: Vec<Cause>, past: &[EventNoticeId]) -> Result<(Vec<(Reason, u64)>, u64)> {
    let day = act.day();
    let notices = rules::gather(causes, &store::of_day(conn, day)?);
    let gone = rules::needless(&store::waiting(conn, act.at.datetime())?, &notices);
    let first = counter::last(conn, NoticeId::COUNTER)? + 1;

    let stamp = act.stamp();
    for id in &gone {
        store::drop(conn, *id, &stamp)?;
    }
    for id in past {
        crate::events::notices::store::take(conn, *id, &stamp)?;
    }
    let mut id = first;
    for notice in &notices {
        put_one(conn, NoticeId(id), notice, day, &stamp)?;
        id += 1;
    }
    if id > first {
        counter::set(conn, NoticeId::COUNTER, id - 1)?;
    }
    Ok((by_reason(&notices), gone.len() as u64))
}

impl Created {
    /// What the journal keeps of it; nothing of a step that found nothing.
    fn entry(&self, day: Date) -> Option<Entry> {
        let count = |(reason, count): &(Reason, u64)| (reason.code().to_owned(), (*count).into());
        let made: serde_json::Map<String, serde_json::Value> = self.made.iter().map(count).collect();
        (*self != Created::default()).then(|| Entry {
            action: "notices.create",
            detail: json!({ "day": day.to_string(), "made": made, "dropped": self.dropped, "cut": self.cut }),
        })
    }
}

fn put_one(conn: &Connection, id: NoticeId, notice: &Gathered, day: Date, stamp: &str) -> Result<()> {
    store::insert(conn, id, notice, day, stamp)?;
    for ((thing, record), as_of) in &notice.things {
        store::tell(conn, (id, notice.reason), (*thing, *record), *as_of)?;
        if *thing == Thing::EventNotice {
            crate::events::notices::store::take(conn, EventNoticeId(*record), stamp)?;
        }
    }
    Ok(())
}

fn by_reason(notices: &[Gathered]) -> Vec<(Reason, u64)> {
    let count = |reason: &Reason| notices.iter().filter(|one| one.reason == *reason).count() as u64;
    let counts = Reason::ALL.iter().map(|reason| (*reason, count(reason)));
    counts.filter(|(_, count)| *count > 0).collect()
}

fn shifted(day: Date, days: i64) -> Date {
    day.saturating_add(i32::try_from(days).unwrap_or_default().days())
}

fn loan_causes(conn: &Connection, day: Date, terms: &Terms) -> Result<Vec<Cause>> {
    let mut causes = match terms.due_soon {
        0 => Vec::new(),
        days => store::due_soon(conn, day, shifted(day, days))?,
    };
    // Before the earliest step there is nothing to look at.
    let steps = terms.overdue.iter().filter(|days| **days > 0);
    let Some(earliest) = steps.min() else {
        return Ok(causes);
    };
    for late in store::overdue(conn, shifted(day, -earliest))? {
        let days = i64::from((day - late.due).get_days());
        if let Some(reason) = rules::overdue_step(days, terms.overdue, late.told) {
            causes.push(Cause {
                reason,
                whom: Whom::Member(late.member),
                thing: (Thing::Loan, late.loan.0),
                as_of: late.decided,
            });
        }
    }
    Ok(causes)
}

/// Only those that are fetched at the desk: who is brought a book need not come.
fn hold_causes(conn: &Connection, day: Date) -> Result<Vec<Cause>> {
    let mut causes = Vec::new();
    for hold in store::ready(conn, day)? {
        if let Some(reason) = rules::hold_step(hold.until, day, hold.told) {
            causes.push(Cause {
                reason,
                whom: Whom::Member(hold.member),
                thing: (Thing::Hold, hold.hold.0),
                as_of: hold.ready_on,
            });
        }
    }
    Ok(causes)
}

/// What the events noted, and the notes that are past telling.
fn event_causes(conn: &Connection, act: &Act) -> Result<(Vec<Cause>, Vec<EventNoticeId>)> {
    let (mut causes, mut past) = (Vec::new(), BTreeSet::new());
    for noted in store::noted(conn, act.at.datetime())? {
        match noted.stands {
            true => causes.push(noted.cause),
            false => _ = past.insert(EventNoticeId(noted.cause.thing.1)),
        }
    }
    Ok((causes, past.into_iter().collect()))
}
