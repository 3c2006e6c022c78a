//! The SQL of the members themselves.

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::record::{Member, Sex};
use crate::error::Result;
use crate::library::{Transaction, columns};
use crate::values::card::CardNumber;
use crate::values::ids::MemberId;
use crate::values::person::PersonName;
use crate::values::phone::Phone;

/// The columns that [`member_from_row`] reads. A person who was erased is in none of the answers here.
const COLUMNS: &str = "id, card, name, member_type, sex, born, phone, phone_printed, email, address, village, district, \
    city, postal_code, education, occupation, institution, nik_masked, guardian_name, guardian_phone, \
    guardian_relation, joined, valid_until, suspended_until, blocked, note";

fn member_from_row(row: &Row<'_>) -> rusqlite::Result<Member> {
    Ok(Member {
        id: row.get(0)?,
        card: columns::code(row, 1, CardNumber::parse)?,
        name: columns::code(row, 2, PersonName::parse)?,
        member_type: row.get(3)?,
        sex: columns::optional_code(row, 4, Sex::from_code)?,
        born: columns::optional_day(row, 5)?,
        phone: columns::optional_code(row, 6, Phone::stored)?,
        phone_printed: row.get(7)?,
        email: row.get(8)?,
        address: row.get(9)?,
        village: row.get(10)?,
        district: row.get(11)?,
        city: row.get(12)?,
        postal_code: row.get(13)?,
        education: row.get(14)?,
        occupation: row.get(15)?,
        institution: row.get(16)?,
        nik_masked: row.get(17)?,
        guardian_name: row.get(18)?,
        guardian_phone: columns::optional_code(row, 19, Phone::stored)?,
        guardian_relation: row.get(20)?,
        joined: columns::day(row, 21)?,
        valid_until: columns::day(row, 22)?,
        suspended_until: columns::optional_day(row, 23)?,
        blocked: row.get(24)?,
        note: row.get(25)?,
    })
}

fn members(conn: &Connection, which: &str, params: impl rusqlite::Params) -> Result<Vec<Member>> {
    let mut statement = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM member WHERE {which}"))?;
    let rows = statement.query_map(params, member_from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The member with this number, unless erased.
pub(crate) fn by_id(conn: &Connection, id: MemberId) -> Result<Option<Member>> {
    Ok(members(conn, "id = ?1 AND erased IS NULL", [id])?.pop())
}

/// The member with this card.
pub(crate) fn by_card(conn: &Connection, card: &str) -> Result<Option<Member>> {
    Ok(members(conn, "card = ?1", [card])?.pop())
}

/// Whether it is a member's card.
pub(super) fn has_card(conn: &Connection, card: &str) -> Result<bool> {
    Ok(conn
        .prepare_cached("SELECT 1 FROM member WHERE card = ?1")?
        .exists([card])?)
}

/// Those with this telephone, the oldest member first.
pub(super) fn by_phone(conn: &Connection, phone: &str, limit: usize) -> Result<Vec<Member>> {
    members(conn, "phone = ?1 ORDER BY id LIMIT ?2", params![phone, limit as i64])
}

/// Those with a word in their folded name that begins with each of these, in the order of the names.
pub(super) fn by_words(conn: &Connection, words: &[&str], limit: usize) -> Result<Vec<Member>> {
    let each = "instr(' ' || name_key, ' ' || ?) > 0 AND ";
    let which = format!(
        "name_key IS NOT NULL AND {}1 ORDER BY name_key, id LIMIT {limit}",
        each.repeat(words.len())
    );
    members(conn, &which, rusqlite::params_from_iter(words))
}

/// Those with this folded name and day of birth.
pub(super) fn by_name_and_birth(conn: &Connection, key: &str, born: Date) -> Result<Vec<Member>> {
    members(
        conn,
        "name_key = ?1 AND born = ?2 ORDER BY id",
        params![key, born.to_string()],
    )
}

/// Those whose NIK gave this hash.
pub(super) fn by_nik(conn: &Connection, hash: &[u8; 32]) -> Result<Vec<Member>> {
    members(conn, "nik_hash = ?1 ORDER BY id", [&hash[..]])
}

/// The hash of a member's NIK.
pub(super) fn nik_hash(conn: &Connection, id: MemberId) -> Result<Option<[u8; 32]>> {
    let mut statement = conn.prepare_cached("SELECT nik_hash FROM member WHERE id = ?1")?;
    Ok(statement.query_row([id], |row| row.get(0)).optional()?.flatten())
}

/// What the key must prove, while there are hashes that it made.
pub(super) fn proof_of_hashes(conn: &Connection) -> Result<Option<[u8; 32]>> {
    let mut statement = conn
        .prepare_cached("SELECT proof FROM nik_key WHERE EXISTS (SELECT 1 FROM member WHERE nik_hash IS NOT NULL)")?;
    Ok(statement.query_row([], |row| row.get(0)).optional()?)
}

/// Notes which key the hashes are made with.
pub(super) fn set_proof(tx: &Transaction<'_>, proof: &[u8; 32]) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "INSERT INTO nik_key (id, proof) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET proof = excluded.proof",
    )?;
    statement.execute([&proof[..]])?;
    Ok(())
}

/// Adds a member.
pub(super) fn insert(tx: &Transaction<'_>, member: &Member, nik_hash: Option<&[u8; 32]>) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "INSERT INTO member (id, card, name, name_key, member_type, sex, born, phone, phone_printed, email, address, \
             village, district, city, postal_code, education, occupation, institution, nik_masked, nik_hash, \
             guardian_name, guardian_phone, guardian_relation, joined, valid_until, suspended_until, blocked, note) \
         VALUES (:id, :card, :name, :name_key, :member_type, :sex, :born, :phone, :phone_printed, :email, :address, \
             :village, :district, :city, :postal_code, :education, :occupation, :institution, :nik_masked, :nik_hash, \
             :guardian_name, :guardian_phone, :guardian_relation, :joined, :valid_until, :suspended_until, :blocked, \
             :note)",
    )?;
    run(&mut statement, member, nik_hash)
}

/// Stores a member anew.
pub(super) fn update(tx: &Transaction<'_>, member: &Member, nik_hash: Option<&[u8; 32]>) -> Result<()> {
    let mut statement = tx.sql().prepare_cached(
        "UPDATE member SET card = :card, name = :name, name_key = :name_key, member_type = :member_type, sex = :sex, \
             born = :born, phone = :phone, phone_printed = :phone_printed, email = :email, address = :address, \
             village = :village, district = :district, city = :city, postal_code = :postal_code, \
             education = :education, occupation = :occupation, institution = :institution, \
             nik_masked = :nik_masked, nik_hash = :nik_hash, guardian_name = :guardian_name, \
             guardian_phone = :guardian_phone, guardian_relation = :guardian_relation, joined = :joined, \
             valid_until = :valid_until, suspended_until = :suspended_until, blocked = :blocked, note = :note \
         WHERE id = :id AND erased IS NULL",
    )?;
    run(&mut statement, member, nik_hash)
}

fn run(statement: &mut rusqlite::Statement<'_>, member: &Member, nik_hash: Option<&[u8; 32]>) -> Result<()> {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    statement.execute(named_params! {
        ":id": member.id,
        ":card": member.card.as_str(),
        ":name": member.name.as_str(),
        ":name_key": member.name.key(),
        ":member_type": member.member_type,
        ":sex": member.sex.map(Sex::code),
        ":born": day(member.born),
        ":phone": member.phone.as_ref().map(Phone::as_str),
        ":phone_printed": member.phone_printed,
        ":email": member.email,
        ":address": member.address,
        ":village": member.village,
        ":district": member.district,
        ":city": member.city,
        ":postal_code": member.postal_code,
        ":education": member.education,
        ":occupation": member.occupation,
        ":institution": member.institution,
        ":nik_masked": member.nik_masked,
        ":nik_hash": nik_hash.map(|hash| &hash[..]),
        ":guardian_name": member.guardian_name,
        ":guardian_phone": member.guardian_phone.as_ref().map(Phone::as_str),
        ":guardian_relation": member.guardian_relation,
        ":joined": member.joined.to_string(),
        ":valid_until": member.valid_until.to_string(),
        ":suspended_until": day(member.suspended_until),
        ":blocked": member.blocked,
        ":note": member.note,
    })?;
    Ok(())
}
