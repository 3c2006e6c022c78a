//! The journal as people read it: the last actions, the oldest of them first.

use serde_json::Value;

use super::{hex, store};
use crate::error::Result;
use crate::library::Library;

/// One action, as it stands in the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    /// Its number.
    pub seq: i64,
    /// When, ISO 8601 with offset.
    pub at: String,
    /// The code of who acted.
    pub staff: String,
    /// Stable code: `library.init`, `catalog.import` …
    pub action: String,
    /// What was done; text that is no JSON any more is given as a JSON string.
    pub detail: Value,
    /// The row's hash in hexadecimal digits; it stands for every row before it too.
    pub hash: String,
}

impl Library {
    /// The last `most` actions of the journal, the oldest of them first. The chain is not followed: that is
    /// [`Library::verify_journal`]'s work.
    ///
    /// # Errors
    /// Storage errors.
    pub fn journal(&self, most: u32) -> Result<Vec<Action>> {
        let mut rows = self.read(|snapshot| store::newest(snapshot.sql(), most))?;
        rows.reverse();
        let actions = rows.into_iter().map(|row| Action {
            seq: row.seq,
            at: row.at,
            staff: row.staff,
            action: row.action,
            detail: serde_json::from_str(&row.detail).unwrap_or(Value::String(row.detail)),
            hash: hex(&row.hash),
        });
        Ok(actions.collect())
    }
}
