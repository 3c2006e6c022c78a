//! Every SQL statement of the night's step. What is to be told is found by indexes: by due dates, by what stands ready,
//! by the end of memberships and the days of events; a notice is looked for where its thing is.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use rusqlite::{Connection, Row, params};

use super::super::outbox;
use super::super::rules::{Cause, Gathered, Thing, ThingId, Whom};
use super::super::{Reason, State};
use crate::error::Result;
use crate::library::columns;
use crate::values::ids::{HoldId, LoanId, MemberId, NoticeId, RegistrationId};

/// A loan that is late.
pub(super) struct Late {
    pub(super) loan: LoanId,
    pub(super) member: MemberId,
    pub(super) due: Date,
    /// The due date before closures moved it: another one after each renewal.
    pub(super) decided: Date,
    /// What was told of it last, since it was lent or renewed.
    pub(super) told: Option<Reason>,
}

/// A hold that stands ready.
pub(super) struct Ready {
    pub(super) hold: HoldId,
    pub(super) member: MemberId,
    pub(super) ready_on: Date,
    pub(super) until: Date,
    /// What was told of it, and for which day.
    pub(super) told: Option<(Reason, Date)>,
}

/// What the events noted.
pub(super) struct Noted {
    pub(super) cause: Cause,
    /// Whether it still says something: the event is not over, the place not given up, nobody erased.
    pub(super) stands: bool,
}

/// Notices that wait, each with the things whose cause still stands.
pub(super) fn waiting(conn: &Connection, now: DateTime) -> Result<Vec<(NoticeId, Vec<ThingId>)>> {
    let mut waiting = Vec::new();
    let open = outbox::store::open(conn)?;
    for row in open.into_iter().filter(|row| row.state == State::Waiting) {
        let about = outbox::store::about(conn, &row, now)?.unwrap_or_default();
        let thing = Thing::of(row.reason);
        let standing = about.records.into_iter().map(|record| (thing, record));
        waiting.push((row.id, standing.collect()));
    }
    Ok(waiting)
}

/// Ends a notice that was not told; of what it was about, what was told before counts again, so that a cause that comes
/// back (a closure that is taken back) is told, and nothing twice.
pub(super) fn drop(conn: &Connection, id: NoticeId, stamp: &str) -> Result<()> {
    let sql = "UPDATE notice SET state = 'dropped', next_try = NULL, ended_at = ?2 WHERE id = ?1 AND state = 'waiting'";
    if conn.prepare_cached(sql)?.execute(params![id, stamp])? > 0 {
        conn.prepare_cached("DELETE FROM notice_about WHERE notice_id = ?1 AND told_before IS NULL")?
            .execute([id])?;
        conn.prepare_cached("UPDATE notice_about SET reason = told_before, told_before = NULL WHERE notice_id = ?1")?
            .execute([id])?;
    }
    Ok(())
}

/// Notices that were for a day before this one and are over, and still stand with their persons.
pub(super) fn long_over(conn: &Connection, before: Date) -> Result<Vec<NoticeId>> {
    let mut statement = conn.prepare_cached(
        "SELECT id FROM notice INDEXED BY notice_held WHERE day < ?1 AND ended_at IS NOT NULL
           AND (member_id IS NOT NULL OR registration_id IS NOT NULL OR follow_up_id IS NOT NULL) ORDER BY day, id",
    )?;
    let rows = statement.query_map([before.to_string()], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Cuts them from their persons; what they were about, where that is past, is forgotten with it.
pub(super) fn cut(conn: &Connection, over: &[NoticeId], day: Date) -> Result<u64> {
    for id in over {
        let sql = "UPDATE notice SET member_id = NULL, registration_id = NULL, follow_up_id = NULL WHERE id = ?1";
        conn.prepare_cached(sql)?.execute([id])?;
        let sql = "DELETE FROM notice_about WHERE notice_id = ?1 AND as_of < ?2
                     AND kind IN ('membership', 'registration', 'event-notice')";
        conn.prepare_cached(sql)?.execute(params![id, day.to_string()])?;
    }
    Ok(over.len() as u64)
}

/// Loans that are due from the first through the last of these days and of which nobody was told so.
pub(super) fn due_soon(conn: &Connection, first: Date, last: Date) -> Result<Vec<Cause>> {
    let mut statement = conn.prepare_cached(
        "SELECT loan.id, member_id, due_decided FROM loan WHERE ended IS NULL AND due BETWEEN ?1 AND ?2 AND NOT EXISTS (
           SELECT 1 FROM notice_about WHERE kind = 'loan' AND record = loan.id AND as_of = due_decided)
         ORDER BY due, loan.id",
    )?;
    let rows = statement.query_map([first.to_string(), last.to_string()], |row| {
        let whom = Whom::Member(row.get(1)?);
        cause(Reason::DueSoon, whom, (Thing::Loan, row.get(0)?), columns::day(row, 2)?)
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn cause(reason: Reason, whom: Whom, thing: ThingId, as_of: Date) -> rusqlite::Result<Cause> {
    Ok(Cause {
        reason,
        whom,
        thing,
        as_of,
    })
}

/// Loans that were due on this day or before.
pub(super) fn overdue(conn: &Connection, through: Date) -> Result<Vec<Late>> {
    let mut statement = conn.prepare_cached(
        "SELECT loan.id, loan.member_id, due, due_decided, notice_about.reason FROM loan
           LEFT JOIN notice_about ON notice_about.kind = 'loan' AND record = loan.id AND as_of = due_decided
         WHERE ended IS NULL AND due <= ?1 ORDER BY due, loan.id",
    )?;
    let rows = statement.query_map([through.to_string()], |row| {
        Ok(Late {
            loan: row.get(0)?,
            member: row.get(1)?,
            due: columns::day(row, 2)?,
            decided: columns::day(row, 3)?,
            told: columns::optional_code(row, 4, Reason::from_code)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Holds that stand ready at the desk on this day. Who was to be told that an earlier day was the last, and was not, was
/// not told so.
pub(super) fn ready(conn: &Connection, day: Date) -> Result<Vec<Ready>> {
    let mut statement = conn.prepare_cached(
        "SELECT hold.id, hold.member_id, ready_on, shelf_until,
           CASE WHEN notice.reason = 'hold-expiring' AND notice.state = 'waiting' AND notice.day < ?1 THEN told_before
             ELSE notice_about.reason END, notice.day
         FROM hold
           LEFT JOIN notice_about ON notice_about.kind = 'hold' AND record = hold.id AND as_of = ready_on
           LEFT JOIN notice ON notice.id = notice_id
         WHERE hold.state = 'ready' AND handover = 'desk' AND shelf_until >= ?1 ORDER BY shelf_until, hold.id",
    )?;
    let rows = statement.query_map([day.to_string()], |row| {
        let told = columns::optional_code(row, 4, Reason::from_code)?;
        Ok(Ready {
            hold: row.get(0)?,
            member: row.get(1)?,
            ready_on: columns::day(row, 2)?,
            until: columns::day(row, 3)?,
            told: told.zip(columns::optional_day(row, 5)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Memberships that end from the first through the last of these days, of which nobody was told so.
pub(super) fn memberships(conn: &Connection, first: Date, last: Date) -> Result<Vec<Cause>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, valid_until FROM member WHERE erased IS NULL AND valid_until BETWEEN ?1 AND ?2 AND NOT EXISTS (
           SELECT 1 FROM notice_about WHERE kind = 'membership' AND record = member.id AND as_of = valid_until)
         ORDER BY valid_until, id",
    )?;
    let rows = statement.query_map([first.to_string(), last.to_string()], |row| {
        let member: MemberId = row.get(0)?;
        let thing = (Thing::Membership, member.0);
        cause(
            Reason::MembershipEnding,
            Whom::Member(member),
            thing,
            columns::day(row, 1)?,
        )
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Places at sessions that begin after this moment, on its day or the next, and that nobody was reminded of: the day's own
/// only where the night before was missed.
pub(super) fn tomorrow(conn: &Connection, now: DateTime) -> Result<Vec<Cause>> {
    let mut statement = conn.prepare_cached(
        "SELECT registration.id, registration.member_id, min(substr(starts, 1, 10)) FROM event_session
           JOIN event ON event.id = event_session.event_id AND cancelled IS NULL
           JOIN registration ON registration.event_id = event.id AND registration.state = 'registered'
           LEFT JOIN member ON member.id = registration.member_id
           LEFT JOIN notice_about ON notice_about.kind = 'registration' AND record = registration.id
         WHERE starts > ?1 AND starts < ?2 AND member.erased IS NULL AND (as_of IS NULL OR as_of < substr(starts, 1, 10))
         GROUP BY registration.id ORDER BY registration.id",
    )?;
    let (after, to) = (
        columns::minute_text(now),
        now.date().saturating_add(2.days()).to_string(),
    );
    let rows = statement.query_map([after, to], |row| {
        let thing = (Thing::Registration, row.get(0)?);
        cause(
            Reason::EventTomorrow,
            registered(row, 0, 1)?,
            thing,
            columns::day(row, 2)?,
        )
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who registered: the member, else the registration itself.
fn registered(row: &Row<'_>, registration: usize, member: usize) -> rusqlite::Result<Whom> {
    Ok(match row.get::<_, Option<MemberId>>(member)? {
        Some(member) => Whom::Member(member),
        None => Whom::Registered(row.get::<_, RegistrationId>(registration)?),
    })
}

/// What the events noted and nobody took.
pub(super) fn noted(conn: &Connection, now: DateTime) -> Result<Vec<Noted>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT note.id, note.kind, registration.id, registration.member_id, substr(note.created_at, 1, 10),
           {STANDS} AND member.erased IS NULL
         FROM event_notice AS note JOIN event ON event.id = note.event_id
           JOIN registration ON registration.id = note.registration_id
           LEFT JOIN member ON member.id = registration.member_id
         WHERE note.taken_at IS NULL AND note.kind IN ('promoted', 'moved', 'cancelled') ORDER BY note.id",
        STANDS = outbox::store::NOTE_STANDS
    ))?;
    let now = columns::minute_text(now);
    let rows = statement.query_map([now], |row| {
        let thing = (Thing::EventNotice, row.get(0)?);
        let reason = columns::code(row, 1, reason_of)?;
        Ok(Noted {
            cause: cause(reason, registered(row, 2, 3)?, thing, columns::day(row, 4)?)?,
            stands: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn reason_of(kind: &str) -> Option<Reason> {
    Reason::from_code(&format!("event-{kind}"))
}

/// Lines of the plan that are due and that their owners were not reminded of.
pub(super) fn follow_ups(conn: &Connection, day: Date) -> Result<Vec<Cause>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, owner, due FROM follow_up WHERE state = 'open' AND due <= ?1 AND NOT EXISTS (
           SELECT 1 FROM notice_about WHERE kind = 'follow-up' AND record = follow_up.id) ORDER BY due, id",
    )?;
    let rows = statement.query_map([day.to_string()], |row| {
        let thing = (Thing::FollowUp, row.get(0)?);
        cause(
            Reason::FollowUpDue,
            Whom::Owner(row.get(1)?),
            thing,
            columns::day(row, 2)?,
        )
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who was told on a day, and why.
pub(super) fn of_day(conn: &Connection, day: Date) -> Result<BTreeSet<(Reason, Whom)>> {
    let mut statement = conn.prepare_cached(
        "SELECT reason, member_id, registration_id, owner FROM notice
           LEFT JOIN follow_up ON follow_up.id = follow_up_id WHERE day = ?1",
    )?;
    let rows = statement.query_map([day.to_string()], |row| {
        let owner: Option<String> = row.get(3)?;
        let whom = match (row.get(1)?, row.get(2)?) {
            (Some(member), _) => Some(Whom::Member(member)),
            (_, Some(registration)) => Some(Whom::Registered(registration)),
            (None, None) => owner.map(Whom::Owner),
        };
        Ok(whom.zip(Some(columns::code(row, 0, Reason::from_code)?)))
    })?;
    let mut told = BTreeSet::new();
    for row in rows {
        if let Some((whom, reason)) = row? {
            told.insert((reason, whom));
        }
    }
    Ok(told)
}

/// Adds a notice.
pub(super) fn insert(conn: &Connection, id: NoticeId, notice: &Gathered, day: Date, stamp: &str) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO notice (id, reason, day, member_id, registration_id, follow_up_id, things, state, created_at)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'waiting', ?8)",
    )?;
    let (mut member, mut registration, mut follow_up) = (None, None, None);
    match &notice.whom {
        Whom::Member(id) => member = Some(*id),
        Whom::Registered(id) => registration = Some(*id),
        // The plan says who it is.
        Whom::Owner(_) => follow_up = notice.things.first().map(|((_, record), _)| *record),
    }
    let things = notice.things.len() as i64;
    let reason = notice.reason.code();
    statement.execute(params![
        id,
        reason,
        day.to_string(),
        member,
        registration,
        follow_up,
        things,
        stamp
    ])?;
    Ok(())
}

/// Notes what was told of a thing; what was told of it before is not what was told last.
pub(super) fn tell(
    conn: &Connection,
    (id, reason): (NoticeId, Reason),
    (thing, record): ThingId,
    as_of: Date,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO notice_about (kind, record, reason, notice_id, as_of) VALUES (?1, ?2, ?3, ?4, ?5)
           ON CONFLICT (kind, record)
           DO UPDATE SET reason = excluded.reason, notice_id = excluded.notice_id, as_of = excluded.as_of,
             told_before = CASE WHEN as_of <> excluded.as_of THEN NULL
               WHEN EXISTS (SELECT 1 FROM notice WHERE id = notice_about.notice_id AND state = 'waiting') THEN told_before
               ELSE reason END",
    )?;
    statement.execute(params![thing.code(), record, reason.code(), id, as_of.to_string()])?;
    Ok(())
}

/// Forgets what was told of loans that have ended: by now no return is undone any more.
pub(super) fn forget_ended(conn: &Connection) -> Result<()> {
    let sql = "DELETE FROM notice_about WHERE notice_id IS NULL
                 AND EXISTS (SELECT 1 FROM loan WHERE loan.id = record AND ended IS NOT NULL)";
    conn.prepare_cached(sql)?.execute([])?;
    Ok(())
}
