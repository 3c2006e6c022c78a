//! Every SQL statement of the backups.

use crate::error::Result;
use crate::journal;
use crate::library::Snapshot;

/// What tells a library from others: the beginning of its first journal entry's hash.
pub(super) fn library_id(snapshot: &Snapshot<'_>) -> Result<String> {
    let first = journal::hash_at(snapshot, 1)?.unwrap_or_default();
    Ok(journal::hex(&first[..4]))
}
