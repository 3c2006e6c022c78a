//! Every SQL statement of deliveries.

use rusqlite::{Connection, OptionalExtension, params};

use super::Outcome;
use crate::error::Result;
use crate::notices::Channel;
use crate::values::ids::{MemberId, NoticeId, RegistrationId};

/// How many deliveries were begun of a notice.
pub(super) fn attempts(conn: &Connection, id: NoticeId) -> Result<i64> {
    let sql = "SELECT coalesce(max(number), 0) FROM notice_attempt WHERE notice_id = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}

/// How often a channel could not deliver a notice for the time being, to the address as it is now.
pub(super) fn tried_in_vain(conn: &Connection, id: NoticeId, channel: Channel) -> Result<u32> {
    let sql =
        "SELECT count(*) FROM notice_attempt WHERE notice_id = ?1 AND channel = ?2 AND outcome = 'later' AND void = 0";
    Ok(conn
        .prepare_cached(sql)?
        .query_row(params![id, channel.code()], |row| row.get(0))?)
}

/// Adds a delivery.
pub(super) fn attempt(
    conn: &Connection,
    (id, number): (NoticeId, i64),
    channel: Channel,
    outcome: Outcome,
    stamp: &str,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO notice_attempt (notice_id, number, channel, at, outcome) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    statement.execute(params![id, number, channel.code(), stamp, outcome.code()])?;
    Ok(())
}

/// Says what came of one.
pub(super) fn end_attempt(
    conn: &Connection,
    (id, number): (NoticeId, i64),
    outcome: Outcome,
    exit: Option<i32>,
) -> Result<()> {
    let sql = "UPDATE notice_attempt SET outcome = ?3, exit_code = ?4 WHERE notice_id = ?1 AND number = ?2";
    conn.prepare_cached(sql)?
        .execute(params![id, number, outcome.code(), exit])?;
    Ok(())
}

/// A mail that the command refused.
pub(super) struct Refused {
    pub(super) notice: NoticeId,
    pub(super) number: i64,
    pub(super) code: i32,
    /// It says nothing any more of the address.
    pub(super) void: bool,
}

/// What the command refused since the last mail that went out, the newest first, and that nobody has looked at. A mail that
/// it put off, by this code, is none.
pub(super) fn refused(conn: &Connection, put_off: i32) -> Result<Vec<Refused>> {
    let mut statement = conn.prepare_cached(
        "SELECT notice_id, number, exit_code, void FROM notice_attempt
         WHERE exit_code IS NOT NULL AND looked = 0 ORDER BY at DESC, notice_id DESC, number DESC",
    )?;
    let mut rows = statement.query([])?;
    let mut refused = Vec::new();
    while let Some(row) = rows.next()? {
        match row.get(2)? {
            0 => break,
            code if code == put_off => {}
            code => refused.push(Refused {
                notice: row.get(0)?,
                number: row.get(1)?,
                code,
                void: row.get(3)?,
            }),
        }
    }
    Ok(refused)
}

/// A refusal says nothing of the address: its notice waits to be mailed.
pub(super) fn take_back(conn: &Connection, one: &Refused) -> Result<()> {
    conn.prepare_cached("UPDATE notice_attempt SET void = 1 WHERE notice_id = ?1 AND number = ?2")?
        .execute(params![one.notice, one.number])?;
    wait(conn, one.notice, None)
}

/// Why mails were refused so far is known; of how many it was not.
pub(super) fn look_at_refusals(conn: &Connection) -> Result<usize> {
    let sql = "UPDATE notice_attempt SET looked = 1 WHERE exit_code IS NOT NULL AND exit_code <> 0 AND looked = 0";
    Ok(conn.prepare_cached(sql)?.execute([])?)
}

/// It was not handed over after all.
pub(super) fn not_begun(conn: &Connection, (id, number): (NoticeId, i64)) -> Result<()> {
    conn.prepare_cached("DELETE FROM notice_attempt WHERE notice_id = ?1 AND number = ?2")?
        .execute(params![id, number])?;
    wait(conn, id, None)
}

/// It is being handed over.
pub(super) fn begin(conn: &Connection, id: NoticeId, channel: Channel) -> Result<()> {
    let sql = "UPDATE notice SET state = 'sending', channel = ?2, next_try = NULL WHERE id = ?1";
    conn.prepare_cached(sql)?.execute(params![id, channel.code()])?;
    Ok(())
}

/// It was told.
pub(super) fn sent(conn: &Connection, id: NoticeId, channel: Channel, stamp: &str) -> Result<()> {
    let sql = "UPDATE notice SET state = 'sent', channel = ?2, next_try = NULL, ended_at = ?3 WHERE id = ?1";
    conn.prepare_cached(sql)?.execute(params![id, channel.code(), stamp])?;
    Ok(())
}

/// It waits: until a moment, or for whichever channel is next.
pub(super) fn wait(conn: &Connection, id: NoticeId, next: Option<&str>) -> Result<()> {
    let sql = "UPDATE notice SET state = 'waiting', channel = NULL, next_try = ?2, ended_at = NULL WHERE id = ?1";
    conn.prepare_cached(sql)?.execute(params![id, next])?;
    Ok(())
}

/// Nobody knows whether it went out.
pub(super) fn unknown(conn: &Connection, id: NoticeId) -> Result<()> {
    conn.prepare_cached("UPDATE notice SET state = 'unknown' WHERE id = ?1 AND state = 'sending'")?
        .execute([id])?;
    conn.prepare_cached("UPDATE notice_attempt SET outcome = 'unknown' WHERE notice_id = ?1 AND outcome = 'begun'")?
        .execute([id])?;
    Ok(())
}

/// What has been under way since before a moment.
pub(super) fn cut_off(conn: &Connection, before: &str) -> Result<Vec<NoticeId>> {
    let mut statement = conn.prepare_cached(
        "SELECT id FROM notice WHERE ended_at IS NULL AND state = 'sending' AND NOT EXISTS (
           SELECT 1 FROM notice_attempt WHERE notice_id = notice.id AND at >= ?1) ORDER BY id",
    )?;
    let rows = statement.query_map([before], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// An address works after all.
pub(super) fn unmark_bad(
    conn: &Connection,
    member: Option<MemberId>,
    registration: Option<RegistrationId>,
    channel: Channel,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "DELETE FROM bad_address WHERE channel = ?3 AND ((whose = 'member' AND record = ?1) \
           OR (whose = 'registration' AND record = ?2))",
    )?;
    statement.execute(params![member, registration, channel.code()])?;
    Ok(())
}

/// An address does not work by a channel, until it is changed.
pub(super) fn mark_bad(
    conn: &Connection,
    member: Option<MemberId>,
    registration: Option<RegistrationId>,
    channel: Channel,
    stamp: &str,
) -> Result<()> {
    let (whose, record) = match (member, registration) {
        (Some(member), _) => ("member", member.0),
        (_, Some(registration)) => ("registration", registration.0),
        // Staff have no address of their own here.
        (None, None) => return Ok(()),
    };
    let sql = "INSERT INTO bad_address (whose, record, channel, since) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";
    conn.prepare_cached(sql)?
        .execute(params![whose, record, channel.code(), stamp])?;
    Ok(())
}

/// Members by their mail address, in lower case. They keep it as it was written.
pub(super) const MEMBERS_AT: &str = "SELECT id, card FROM member
     WHERE email IS NOT NULL AND lower(email) = ?1 AND erased IS NULL ORDER BY id";

/// Registrations of people without a card by their mail address, in lower case, as it is stored.
pub(super) const REGISTRATIONS_AT: &str =
    "SELECT id, code FROM registration WHERE email = ?1 AND member_id IS NULL ORDER BY id";

/// Members with a mail address: number and card.
pub(super) fn members_at(conn: &Connection, mail: &str) -> Result<Vec<(MemberId, String)>> {
    let mut statement = conn.prepare_cached(MEMBERS_AT)?;
    let rows = statement.query_map([mail], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Registrations of people without a card, with a mail address: number and code.
pub(super) fn registrations_at(conn: &Connection, mail: &str) -> Result<Vec<(RegistrationId, String)>> {
    let mut statement = conn.prepare_cached(REGISTRATIONS_AT)?;
    let rows = statement.query_map([mail], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Notices that went to somebody by mail since a moment, each with the number of that delivery.
pub(super) fn mailed(
    conn: &Connection,
    member: Option<MemberId>,
    registration: Option<RegistrationId>,
    since: &str,
) -> Result<Vec<NoticeId>> {
    let mut statement = conn.prepare_cached(
        "SELECT id FROM notice WHERE (member_id = ?1 OR registration_id = ?2) AND state = 'sent' AND channel = 'mail'
           AND ended_at >= ?3 ORDER BY id",
    )?;
    let rows = statement.query_map(params![member, registration, since], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Notices that wait for somebody and that mail could not deliver.
pub(super) fn not_mailed(
    conn: &Connection,
    member: Option<MemberId>,
    registration: Option<RegistrationId>,
) -> Result<Vec<NoticeId>> {
    let mut statement = conn.prepare_cached(
        "SELECT id FROM notice WHERE (member_id = ?1 OR registration_id = ?2) AND state = 'waiting' AND EXISTS (
           SELECT 1 FROM notice_attempt WHERE notice_id = notice.id AND channel = 'mail'
             AND outcome IN ('failed', 'bounced') AND void = 0) ORDER BY id",
    )?;
    let rows = statement.query_map(params![member, registration], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a channel could not deliver says nothing any more.
pub(super) fn try_anew(conn: &Connection, id: NoticeId, channel: Channel) -> Result<()> {
    let sql = "UPDATE notice_attempt SET void = 1, looked = 1 WHERE notice_id = ?1 AND channel = ?2";
    conn.prepare_cached(sql)?.execute(params![id, channel.code()])?;
    Ok(())
}

/// Whether the address is known to be bad.
pub(super) fn is_bad(conn: &Connection, whose: &str, record: i64) -> Result<bool> {
    let sql = "SELECT 1 FROM bad_address WHERE whose = ?1 AND record = ?2 AND channel = 'mail'";
    let found = conn
        .prepare_cached(sql)?
        .query_row(params![whose, record], |_| Ok(()))
        .optional()?;
    Ok(found.is_some())
}
