//! The SQL that other areas ask for.

use rusqlite::{Connection, params};

use crate::error::Result;
use crate::values::ids::MemberId;

/// Cuts every notice from a member who is erased; those that wait are dropped. What is left is counted.
pub(crate) fn forget(conn: &Connection, member: MemberId, at: &str) -> Result<()> {
    conn.execute(
        "DELETE FROM notice_about WHERE (kind = 'membership' AND record = ?1)
            OR notice_id IN (SELECT id FROM notice WHERE member_id = ?1)",
        [member],
    )?;
    conn.execute(
        "UPDATE notice SET state = 'dropped', next_try = NULL, ended_at = ?2 WHERE member_id = ?1 AND ended_at IS NULL",
        params![member, at],
    )?;
    conn.execute("UPDATE notice SET member_id = NULL WHERE member_id = ?1", [member])?;
    conn.execute(
        "DELETE FROM bad_address WHERE whose = 'member' AND record = ?1",
        [member],
    )?;
    Ok(())
}
