//! The journal: append-only, one row an action, each chained to the one before by its hash.

use rusqlite::{OptionalExtension, params};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::act::Act;
use crate::error::Result;
use crate::library::Transaction;

/// What one action leaves in the journal; who and when come from the [`Act`].
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Stable code: `library.init`, `catalog.import` …
    pub action: &'static str,
    /// What was done, as JSON; never a reader's name together with a title.
    pub detail: Value,
}

/// The last link of the chain: read before the writes of a transaction, so that the entry can be written last.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    seq: i64,
    hash: [u8; 32],
}

impl Link {
    /// The end of the chain as it stands.
    pub(crate) fn last(tx: &Transaction<'_>) -> Result<Link> {
        let last = tx
            .sql()
            .query_row("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1", [], |row| {
                Ok(Link {
                    seq: row.get(0)?,
                    hash: row.get(1)?,
                })
            })
            .optional()?;
        Ok(last.unwrap_or(Link { seq: 0, hash: [0; 32] }))
    }

    /// Appends one action to the chain, and notes its number, so that a chain cut short at its end is seen.
    pub(crate) fn append(self, tx: &Transaction<'_>, act: &Act, entry: &Entry) -> Result<()> {
        let (seq, at, detail) = (self.seq + 1, act.stamp(), entry.detail.to_string());
        let hash = digest(seq, &at, act.staff.as_str(), entry.action, &detail, &self.hash);
        let mut insert = tx.sql().prepare_cached(
            "INSERT INTO journal (seq, at, staff, action, detail, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        insert.execute(params![
            seq,
            at,
            act.staff.as_str(),
            entry.action,
            detail,
            self.hash,
            hash
        ])?;
        let mut count = tx.sql().prepare_cached(
            "INSERT INTO counter (name, last) VALUES ('journal', ?1) ON CONFLICT (name) DO UPDATE SET last = excluded.last",
        )?;
        count.execute([seq])?;
        Ok(())
    }
}

/// SHA-256 over every column of the row, each with its length in front, and the hash of the row before.
pub(crate) fn digest(seq: i64, at: &str, staff: &str, action: &str, detail: &str, previous: &[u8]) -> [u8; 32] {
    let mut sha = Sha256::new();
    sha.update(seq.to_be_bytes());
    for part in [
        at.as_bytes(),
        staff.as_bytes(),
        action.as_bytes(),
        detail.as_bytes(),
        previous,
    ] {
        sha.update((part.len() as u64).to_be_bytes());
        sha.update(part);
    }
    sha.finalize().into()
}
