//! Every SQL statement of the backups.

use crate::error::Result;
use crate::journal;
use crate::library::Snapshot;

/// What tells a library from others: the beginning of its first journal entry's hash.
pub(super) fn library_id(snapshot: &Snapshot<'_>) -> Result<String> {
    let first = journal::hash_at(snapshot, 1)?.unwrap_or_default();
    Ok(journal::hex(&first[..4]))
}

/// What is stored without a row in the journal: on how many lines and how often searches found nothing, and how many
/// times something was begun to be delivered.
pub(super) fn unjournaled(snapshot: &Snapshot<'_>) -> Result<[i64; 3]> {
    let counts = "SELECT count(*), coalesce(sum(times), 0), (SELECT count(*) FROM notice_attempt) FROM unmet_search";
    let counts = snapshot
        .sql()
        .query_row(counts, [], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?]))?;
    Ok(counts)
}
