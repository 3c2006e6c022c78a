//! Every SQL statement about registrations.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Person;
use super::door::Source;
use super::hall::{Known, Standing, Waiting};
use super::{Enlisted, NewRow};
use crate::error::Result;
use crate::library::columns::{code, optional_minute};
use crate::values::email::Email;
use crate::values::ids::{EventId, MemberId, RegistrationId};
use crate::values::phone::Phone;

/// What is known of every registration of an event, by number.
pub(super) fn known(conn: &Connection, event: EventId) -> Result<Vec<Known>> {
    let mut statement = conn.prepare_cached(
        "SELECT registration.code, registration.number, registration.state, registration.heads, registration.is_group,
           registration.member_id, coalesce(registration.name_key, member.name_key, ''), registration.birth_year,
           CASE WHEN registration.contact_of IS NULL AND is_group = 0 THEN coalesce(registration.phone, member.phone) END,
           CASE WHEN registration.contact_of IS NULL AND is_group = 0 THEN coalesce(registration.email, member.email) END,
           registration.source_key, substr(registration.cancelled_at, 1, 16)
         FROM registration LEFT JOIN member ON member.id = registration.member_id
         WHERE registration.event_id = ?1 ORDER BY registration.number",
    )?;
    let rows = statement.query_map([event], |row| {
        let contacts = [row.get::<_, Option<String>>(8)?, row.get(9)?].into_iter().flatten();
        Ok(Known {
            code: row.get(0)?,
            number: row.get(1)?,
            standing: code(row, 2, Standing::from_code)?,
            heads: row.get(3)?,
            is_group: row.get(4)?,
            member: row.get(5)?,
            name_key: row.get(6)?,
            birth_year: row.get(7)?,
            contacts: contacts.map(|contact| contact.to_lowercase()).collect(),
            source_key: row.get(10)?,
            cancelled_at: optional_minute(row, 11)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Everybody with a place or waiting, by number.
pub(crate) fn active(conn: &Connection, event: EventId) -> Result<Vec<RegistrationId>> {
    let sql = "SELECT id FROM registration WHERE event_id = ?1 AND state <> 'cancelled' ORDER BY number";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([event], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The queue.
pub(crate) fn waiting(conn: &Connection, event: EventId) -> Result<Vec<Waiting>> {
    let sql = "SELECT id, heads FROM registration WHERE event_id = ?1 AND state = 'waiting' ORDER BY number";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([event], |row| {
        Ok(Waiting {
            id: row.get(0)?,
            heads: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Stores a registration.
pub(super) fn insert(conn: &Connection, row: &NewRow, person: &Person) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO registration (id, event_id, number, code, member_id, name, name_key, phone, email, contact_of,
           birth_year, sex, district, institution, is_group, heads, needs, note, source, source_key, state, asked_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)",
    )?;
    statement.execute(params![
        row.id,
        row.event,
        row.number,
        row.code,
        person.member.as_ref().map(|member| member.id),
        person.name.as_ref().map(|name| name.as_str().to_owned()),
        person.name.as_ref().map(crate::values::person::PersonName::key),
        person.phone.as_ref().map(Phone::as_str),
        person.email.as_ref().map(Email::as_str),
        person.contact_of,
        person.born.map(|born| born.year),
        person.sex,
        person.district,
        person.institution,
        person.is_group,
        person.heads,
        person.needs,
        person.note,
        row.source.code(),
        person.source_key,
        row.standing.code(),
        row.asked_at,
    ])?;
    Ok(())
}

/// Gives somebody who waits a place.
pub(super) fn promote(conn: &Connection, id: RegistrationId, stamp: &str) -> Result<()> {
    let sql = "UPDATE registration SET state = 'registered', promoted_at = ?2 WHERE id = ?1";
    conn.prepare_cached(sql)?.execute(params![id, stamp])?;
    Ok(())
}

/// Takes a place, or a place in the queue, back.
pub(super) fn cancel(conn: &Connection, id: RegistrationId, stamp: &str) -> Result<()> {
    let sql = "UPDATE registration SET state = 'cancelled', cancelled_at = ?2 WHERE id = ?1";
    conn.prepare_cached(sql)?.execute(params![id, stamp])?;
    Ok(())
}

const ENLISTED: &str = "SELECT registration.id, registration.event_id, registration.number, registration.code,
   member.card, coalesce(registration.name, member.name), registration.is_group, registration.heads, registration.state,
   coalesce(registration.phone, member.phone), coalesce(registration.email, member.email), registration.contact_of,
   registration.birth_year, registration.sex, registration.district, registration.institution, registration.needs,
   registration.note, registration.source, registration.asked_at, registration.promoted_at,
   registration.lapsed
 FROM registration LEFT JOIN member ON member.id = registration.member_id";

fn enlisted(row: &Row<'_>) -> rusqlite::Result<Enlisted> {
    Ok(Enlisted {
        id: row.get(0)?,
        event: row.get(1)?,
        number: row.get(2)?,
        code: row.get(3)?,
        card: row.get(4)?,
        name: row.get(5)?,
        is_group: row.get(6)?,
        heads: row.get(7)?,
        standing: code(row, 8, Standing::from_code)?,
        phone: row.get(9)?,
        email: row.get(10)?,
        contact_of: row.get(11)?,
        birth_year: row.get(12)?,
        sex: row.get(13)?,
        district: row.get(14)?,
        institution: row.get(15)?,
        needs: row.get(16)?,
        note: row.get(17)?,
        source: code(row, 18, Source::from_code)?,
        asked_at: row.get(19)?,
        promoted_at: row.get(20)?,
        lapsed: row.get(21)?,
        attended: Vec::new(),
    })
}

/// Every registration of an event, by number; who came when is added by the caller.
pub(crate) fn of_event(conn: &Connection, event: EventId) -> Result<Vec<Enlisted>> {
    let sql = format!("{ENLISTED} WHERE registration.event_id = ?1 ORDER BY registration.number");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map([event], enlisted)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The registration with this code, of whatever event.
pub(crate) fn by_code(conn: &Connection, code: &str) -> Result<Option<Enlisted>> {
    let mut statement = conn.prepare_cached(&format!("{ENLISTED} WHERE registration.code = ?1"))?;
    Ok(statement.query_row([code], enlisted).optional()?)
}

/// The registration of the member with this card that is not cancelled.
pub(crate) fn by_card(conn: &Connection, event: EventId, card: &str) -> Result<Option<Enlisted>> {
    let sql = format!("{ENLISTED} WHERE registration.event_id = ?1 AND member.card = ?2 AND state <> 'cancelled'");
    let mut statement = conn.prepare_cached(&sql)?;
    Ok(statement.query_row(params![event, card], enlisted).optional()?)
}

/// Takes what belongs to the person from the registrations and certificates of a member who is forgotten; that somebody
/// came stays, for the counts.
pub(crate) fn forget(conn: &Connection, member: MemberId) -> Result<()> {
    let sql = "UPDATE registration SET institution = NULL, needs = NULL, note = NULL WHERE member_id = ?1";
    conn.execute(sql, [member])?;
    let sql = "UPDATE certificate SET name = NULL WHERE registration_id IN
                 (SELECT id FROM registration WHERE member_id = ?1)";
    conn.execute(sql, [member])?;
    Ok(())
}
