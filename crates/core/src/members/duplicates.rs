//! Who looks like the same person. It is shown, never refused: families share telephones, and names are common.

use rusqlite::Connection;

use super::record::Member;
use super::store;
use crate::error::Result;
use crate::values::codes::codes;
use crate::values::ids::MemberId;

codes! {
    /// By what somebody looks like the same person.
    Alike {
        /// The same NIK.
        Nik = "nik",
        /// The same telephone.
        Phone = "phone",
        /// The same name and day of birth.
        NameAndBirth = "name-and-birth",
    }
}

/// Somebody who looks like the same person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// By what.
    pub by: Alike,
    /// The number of the other member.
    pub id: MemberId,
    /// Their card.
    pub card: String,
    /// Their name.
    pub name: String,
}

/// So many who share a telephone are named.
const SHARED: usize = 10;

/// Those who look like this member: each once, by the strongest sign.
pub(super) fn of(conn: &Connection, member: &Member, nik_hash: Option<&[u8; 32]>) -> Result<Vec<Duplicate>> {
    let mut found: Vec<Duplicate> = Vec::new();
    let mut add = |by: Alike, members: Vec<Member>| {
        for other in members {
            if other.id != member.id && found.iter().all(|known| known.id != other.id) {
                found.push(Duplicate {
                    by,
                    id: other.id,
                    card: other.card.to_string(),
                    name: other.name.to_string(),
                });
            }
        }
    };
    if let Some(hash) = nik_hash {
        add(Alike::Nik, store::by_nik(conn, hash)?);
    }
    if let Some(born) = member.born {
        add(
            Alike::NameAndBirth,
            store::by_name_and_birth(conn, &member.name.key(), born)?,
        );
    }
    if let Some(phone) = &member.phone {
        add(Alike::Phone, store::by_phone(conn, phone.as_str(), SHARED)?);
    }
    Ok(found)
}
