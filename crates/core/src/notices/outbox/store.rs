//! Every SQL statement that reads notices as they stand.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use rusqlite::{Connection, OptionalExtension, params};

use super::{About, Happening, Recipient};
use crate::error::Result;
use crate::library::columns;
use crate::notices::{Channel, Reason, State};
use crate::values::ids::{FollowUpId, MemberId, NoticeId, RegistrationId};

/// A notice as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::notices) struct Row {
    pub(in crate::notices) id: NoticeId,
    pub(in crate::notices) reason: Reason,
    pub(in crate::notices) day: Date,
    pub(in crate::notices) member: Option<MemberId>,
    pub(in crate::notices) registration: Option<RegistrationId>,
    pub(in crate::notices) follow_up: Option<FollowUpId>,
    pub(in crate::notices) things: i64,
    pub(in crate::notices) state: State,
    pub(in crate::notices) channel: Option<Channel>,
    pub(in crate::notices) next_try: Option<String>,
    pub(in crate::notices) ended_at: Option<String>,
}

const COLUMNS: &str =
    "id, reason, day, member_id, registration_id, follow_up_id, things, state, channel, next_try, ended_at";

fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok(Row {
        id: row.get(0)?,
        reason: columns::code(row, 1, Reason::from_code)?,
        day: columns::day(row, 2)?,
        member: row.get(3)?,
        registration: row.get(4)?,
        follow_up: row.get(5)?,
        things: row.get(6)?,
        state: columns::code(row, 7, State::from_code)?,
        channel: columns::optional_code(row, 8, Channel::from_code)?,
        next_try: row.get(9)?,
        ended_at: row.get(10)?,
    })
}

/// Those that are not over, the oldest first.
pub(in crate::notices) fn open(conn: &Connection) -> Result<Vec<Row>> {
    let sql = format!("SELECT {COLUMNS} FROM notice WHERE ended_at IS NULL ORDER BY id");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([], from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Those for the days from the first through the last, the oldest first.
pub(in crate::notices) fn of_days(conn: &Connection, first: Date, last: Date) -> Result<Vec<Row>> {
    let sql = format!("SELECT {COLUMNS} FROM notice WHERE day BETWEEN ?1 AND ?2 ORDER BY id");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([first.to_string(), last.to_string()], from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One.
pub(in crate::notices) fn by_id(conn: &Connection, id: NoticeId) -> Result<Option<Row>> {
    let sql = format!("SELECT {COLUMNS} FROM notice WHERE id = ?1");
    let mut statement = conn.prepare_cached(&sql)?;
    Ok(statement.query_row([id], from_row).optional()?)
}

/// Channels that were tried for a notice and can't deliver it, as its recipient's addresses are now.
pub(in crate::notices) fn failed(conn: &Connection, id: NoticeId) -> Result<Vec<Channel>> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT channel FROM notice_attempt
         WHERE notice_id = ?1 AND outcome IN ('failed', 'bounced') AND void = 0",
    )?;
    let rows = statement.query_map([id], |row| columns::code(row, 0, Channel::from_code))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Channels that are known not to reach somebody.
pub(in crate::notices) fn bad(conn: &Connection, whose: &str, record: i64) -> Result<Vec<Channel>> {
    let mut statement = conn.prepare_cached("SELECT channel FROM bad_address WHERE whose = ?1 AND record = ?2")?;
    let rows = statement.query_map(params![whose, record], |row| columns::code(row, 0, Channel::from_code))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who registered without being a member.
pub(super) fn registered(conn: &Connection, id: RegistrationId) -> Result<Recipient> {
    let mut statement = conn.prepare_cached("SELECT name, email, phone FROM registration WHERE id = ?1")?;
    let found = statement.query_row([id], |row| {
        Ok(Recipient {
            name: row.get(0)?,
            mail: row.get(1)?,
            phone: row.get(2)?,
            ..Recipient::default()
        })
    });
    Ok(found.optional()?.unwrap_or_default())
}

/// Whether what the events noted still says something at `?1`, with the note as `note`: the event is not over, and the
/// place not given up.
pub(in crate::notices) const NOTE_STANDS: &str = "coalesce(
       (SELECT max(ends) FROM event_session WHERE event_session.event_id = note.event_id) > ?1, 0)
     AND CASE note.kind WHEN 'promoted' THEN event.cancelled IS NULL AND registration.state = 'registered'
       WHEN 'moved' THEN event.cancelled IS NULL AND registration.state <> 'cancelled'
       ELSE event.cancelled IS NOT NULL END";

/// What a notice is about as things stand now; none when its cause is gone.
pub(in crate::notices) fn about(conn: &Connection, row: &Row, now: DateTime) -> Result<Option<About>> {
    let today = now.date();
    let about = match row.reason {
        Reason::DueSoon => loans(conn, row.id, (today, Date::MAX))?,
        Reason::Overdue1 | Reason::Overdue2 | Reason::Overdue3 => loans(conn, row.id, (Date::MIN, before(today)))?,
        Reason::HoldReady => holds(conn, row.id, (today, Date::MAX))?,
        // It says that the last day is today.
        Reason::HoldExpiring if row.day == today => holds(conn, row.id, (today, today))?,
        Reason::HoldExpiring => About::default(),
        Reason::MembershipEnding => membership(conn, row.id, today)?,
        Reason::EventTomorrow => places(conn, row.id, now)?,
        Reason::EventPromoted | Reason::EventMoved | Reason::EventCancelled => noted(conn, row.id, now)?,
        Reason::FollowUpDue => follow_ups(conn, row.id)?,
    };
    Ok((about.things > 0).then_some(about))
}

/// The day before a day.
fn before(day: Date) -> Date {
    day.saturating_sub(1.days())
}

/// Loans that are due within these days.
fn loans(conn: &Connection, id: NoticeId, (first, last): (Date, Date)) -> Result<About> {
    let mut statement = conn.prepare_cached(
        "SELECT title, due, record FROM notice_about JOIN loan ON loan.id = record JOIN item ON item.id = item_id
           JOIN title ON title.id = title_id
         WHERE notice_id = ?1 AND notice_about.kind = 'loan' AND ended IS NULL AND due_decided = as_of
           AND due BETWEEN ?2 AND ?3 ORDER BY due, loan.id",
    )?;
    things(statement.query(params![id, first.to_string(), last.to_string()])?)
}

/// Holds whose last day is within these.
fn holds(conn: &Connection, id: NoticeId, (first, last): (Date, Date)) -> Result<About> {
    let mut statement = conn.prepare_cached(
        "SELECT title, shelf_until, record FROM notice_about JOIN hold ON hold.id = record JOIN title ON title.id = title_id
         WHERE notice_id = ?1 AND notice_about.kind = 'hold' AND state = 'ready' AND ready_on = as_of
           AND shelf_until BETWEEN ?2 AND ?3 ORDER BY shelf_until, hold.id",
    )?;
    things(statement.query(params![id, first.to_string(), last.to_string()])?)
}

/// Things with a name and a day each, the earliest first.
fn things(mut rows: rusqlite::Rows<'_>) -> Result<About> {
    let mut about = About::default();
    while let Some(row) = rows.next()? {
        about.things += 1;
        about.titles.push(row.get(0)?);
        about.records.push(row.get(2)?);
        about.day = about.day.or(Some(columns::day(row, 1)?));
    }
    Ok(about)
}

fn membership(conn: &Connection, id: NoticeId, today: Date) -> Result<About> {
    let mut statement = conn.prepare_cached(
        "SELECT valid_until, record FROM notice_about JOIN member ON member.id = record
         WHERE notice_id = ?1 AND kind = 'membership' AND erased IS NULL AND valid_until = as_of AND as_of >= ?2",
    )?;
    let found = statement.query_row(params![id, today.to_string()], |row| {
        Ok(About {
            things: 1,
            day: Some(columns::day(row, 0)?),
            records: vec![row.get(1)?],
            ..About::default()
        })
    });
    Ok(found.optional()?.unwrap_or_default())
}

/// Places at sessions that have not begun.
fn places(conn: &Connection, id: NoticeId, now: DateTime) -> Result<About> {
    let mut statement = conn.prepare_cached(
        "SELECT event.title, event.place, min(starts), record, 0 FROM notice_about JOIN registration ON registration.id = record
           JOIN event ON event.id = registration.event_id JOIN event_session ON event_session.event_id = event.id
         WHERE notice_id = ?1 AND notice_about.kind = 'registration' AND registration.state = 'registered'
           AND cancelled IS NULL AND substr(starts, 1, 10) = as_of AND starts > ?2
         GROUP BY registration.id ORDER BY min(starts), registration.id",
    )?;
    happenings(statement.query(params![id, columns::minute_text(now)])?)
}

fn noted(conn: &Connection, id: NoticeId, now: DateTime) -> Result<About> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT event.title, event.place, (SELECT min(starts) FROM event_session
             WHERE event_session.event_id = event.id AND ends > ?1), record,
           note.kind = 'moved' AND registration.state = 'waiting'
         FROM notice_about JOIN event_notice AS note ON note.id = record JOIN event ON event.id = note.event_id
           JOIN registration ON registration.id = note.registration_id
         WHERE notice_id = ?2 AND notice_about.kind = 'event-notice' AND {NOTE_STANDS} ORDER BY 3, 1, record"
    ))?;
    happenings(statement.query(params![columns::minute_text(now), id])?)
}

fn happenings(mut rows: rusqlite::Rows<'_>) -> Result<About> {
    let mut about = About::default();
    while let Some(row) = rows.next()? {
        let happening = Happening {
            title: row.get(0)?,
            place: row.get(1)?,
            starts: columns::minute(row, 2)?,
            waiting: row.get(4)?,
        };
        about.records.push(row.get(3)?);
        // An event that was moved twice is told of once.
        if about.events.last() != Some(&happening) {
            about.things += 1;
            about.day = about.day.or(Some(happening.starts.date()));
            about.events.push(happening);
        }
    }
    Ok(about)
}

fn follow_ups(conn: &Connection, id: NoticeId) -> Result<About> {
    let mut statement = conn.prepare_cached(
        "SELECT owner, action, due, record FROM notice_about JOIN follow_up ON follow_up.id = record
         WHERE notice_id = ?1 AND notice_about.kind = 'follow-up' AND state = 'open' ORDER BY due, follow_up.id",
    )?;
    let mut rows = statement.query([id])?;
    let mut about = About::default();
    while let Some(row) = rows.next()? {
        about.things += 1;
        about.owner = Some(row.get(0)?);
        about.actions.push(row.get(1)?);
        about.records.push(row.get(3)?);
        about.day = about.day.or(Some(columns::day(row, 2)?));
    }
    Ok(about)
}
