//! The SQL of an erasure. Deleted and overwritten bytes are wiped by `secure_delete`, which every connection has on.

use rusqlite::params;

use crate::error::Result;
use crate::library::Transaction;
use crate::values::ids::MemberId;

/// Takes everything of the person out of every table, and answers how many loans and holds were cut.
pub(super) fn erase(tx: &Transaction<'_>, id: MemberId, at: &str) -> Result<(u64, u64)> {
    let conn = tx.sql();
    let holds = conn.execute("UPDATE hold SET member_id = NULL WHERE member_id = ?1", [id])?;
    // A charge leads to a loan, a loan to a title.
    conn.execute(
        "UPDATE ledger SET loan_id = NULL WHERE member_id = ?1 AND loan_id IS NOT NULL",
        [id],
    )?;
    let loans = conn.execute("UPDATE loan SET member_id = NULL WHERE member_id = ?1", [id])?;
    // That somebody agreed and took it back stays as proof; what was written beside it may name the person.
    conn.execute(
        "UPDATE consent SET note = NULL, withdrawn_at = coalesce(withdrawn_at, ?2) WHERE member_id = ?1",
        params![id, at],
    )?;
    crate::events::roster::store::forget(conn, id)?;
    crate::notices::store::forget(conn, id, at)?;
    conn.execute(
        "UPDATE member SET card = NULL, name = NULL, name_key = NULL, sex = NULL, born = NULL, phone = NULL, \
             phone_printed = NULL, email = NULL, address = NULL, village = NULL, district = NULL, city = NULL, \
             postal_code = NULL, education = NULL, occupation = NULL, institution = NULL, nik_masked = NULL, \
             nik_hash = NULL, guardian_name = NULL, guardian_phone = NULL, guardian_relation = NULL, \
             suspended_until = NULL, blocked = NULL, note = NULL, erased = ?2 \
         WHERE id = ?1",
        params![id, at],
    )?;
    Ok((loans as u64, holds as u64))
}
