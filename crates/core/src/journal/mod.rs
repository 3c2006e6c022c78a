//! The journal: append-only, one row an action, each chained to the one before by its hash.
//!
//! Who edits a row, or takes one out, breaks the chain at that row; who cuts rows off at the end leaves the
//! counter ahead. Who can write the whole file can also write a whole new chain: the head's hash, printed on
//! paper with a backup, shows even that.

mod list;
mod store;
#[cfg(test)]
mod tests;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::act::Act;
use crate::error::Result;
use crate::library::{Library, Snapshot, Transaction};

pub use list::Action;

/// What one action leaves in the journal; who and when come from the [`Act`].
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Stable code: `library.init`, `catalog.import` …
    pub action: &'static str,
    /// What was done, as JSON; never a reader's name together with a title.
    pub detail: Value,
}

/// The last row of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its number: how many actions the journal holds.
    pub seq: i64,
    /// Its hash, which stands for every row before it too.
    pub hash: [u8; 32],
}

impl Head {
    /// Before the first row.
    pub(crate) const START: Head = Head { seq: 0, hash: [0; 32] };

    /// The hash as 64 hexadecimal digits.
    pub fn hex(&self) -> String {
        hex(&self.hash)
    }
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// How the chain is broken at a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Break {
    /// The row is not there; the next one that is.
    Missing {
        /// Number of the row found instead; none when the journal ends before.
        next: Option<i64>,
    },
    /// The row does not give its own hash: something in it was changed.
    Changed,
    /// The row does not carry the hash of the row before it.
    Unchained,
    /// The row can't be read; what SQLite or the column's type says.
    Unreadable(String),
    /// The counter of rows says another number than the rows do.
    Counter(i64),
}

impl Break {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Break::Missing { .. } => "journal.missing",
            Break::Changed => "journal.changed",
            Break::Unchained => "journal.unchained",
            Break::Unreadable(_) => "journal.unreadable",
            Break::Counter(_) => "journal.counter",
        }
    }
}

/// The first row at which the chain is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Number of the row.
    pub seq: i64,
    /// How.
    pub how: Break,
}

/// A row of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    seq: i64,
    at: String,
    staff: String,
    action: String,
    detail: String,
    previous: [u8; 32],
    hash: [u8; 32],
}

impl Row {
    /// How this row breaks the chain after `last`, if it does.
    fn breaks(&self, last: &Head) -> Option<Break> {
        if self.seq != last.seq + 1 {
            Some(Break::Missing { next: Some(self.seq) })
        } else if self.hash != self.digest() {
            Some(Break::Changed)
        } else if self.previous != last.hash {
            Some(Break::Unchained)
        } else {
            None
        }
    }

    /// SHA-256 over every column of the row, each with its length in front, and the hash of the row before.
    fn digest(&self) -> [u8; 32] {
        let mut sha = Sha256::new();
        sha.update(self.seq.to_be_bytes());
        for part in [
            self.at.as_bytes(),
            self.staff.as_bytes(),
            self.action.as_bytes(),
            self.detail.as_bytes(),
            &self.previous,
        ] {
            sha.update((part.len() as u64).to_be_bytes());
            sha.update(part);
        }
        sha.finalize().into()
    }
}

/// The last link of the chain: read before the writes of a transaction, so that the entry can be written last.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    head: Head,
}

impl Link {
    /// The end of the chain as it stands.
    pub(crate) fn last(tx: &Transaction<'_>) -> Result<Link> {
        Ok(Link {
            head: store::head(tx.sql())?,
        })
    }

    /// Appends one action to the chain, and notes its number, so that a chain cut short at its end is seen.
    pub(crate) fn append(self, tx: &Transaction<'_>, act: &Act, entry: &Entry) -> Result<()> {
        let mut row = Row {
            seq: self.head.seq + 1,
            at: act.stamp(),
            staff: act.staff.as_str().to_owned(),
            action: entry.action.to_owned(),
            detail: entry.detail.to_string(),
            previous: self.head.hash,
            hash: [0; 32],
        };
        row.hash = row.digest();
        store::append(tx.sql(), &row)
    }
}

/// Follows the chain from its first row to its last: the head of a whole one, or where it is broken first.
pub(crate) fn verify(snapshot: &Snapshot<'_>) -> Result<Result<Head, Broken>> {
    let mut last = Head::START;
    let broken = store::each(snapshot.sql(), |read| {
        let how = match read {
            Ok(row) => match row.breaks(&last) {
                Some(how) => how,
                None => {
                    (last.seq, last.hash) = (row.seq, row.hash);
                    return None;
                }
            },
            Err(what) => Break::Unreadable(what),
        };
        Some(Broken { seq: last.seq + 1, how })
    })?;
    if let Some(broken) = broken {
        return Ok(Err(broken));
    }
    let counted = store::counter(snapshot.sql())?;
    Ok(match counted.cmp(&last.seq) {
        std::cmp::Ordering::Equal => Ok(last),
        std::cmp::Ordering::Greater => Err(Broken {
            seq: last.seq + 1,
            how: Break::Missing { next: None },
        }),
        std::cmp::Ordering::Less => Err(Broken {
            seq: last.seq,
            how: Break::Counter(counted),
        }),
    })
}

/// The hash of a row, if it is there.
pub(crate) fn hash_at(snapshot: &Snapshot<'_>, seq: i64) -> Result<Option<[u8; 32]>> {
    store::hash_at(snapshot.sql(), seq)
}

/// The end of the chain as it stands; nothing is verified.
pub(crate) fn head(snapshot: &Snapshot<'_>) -> Result<Head> {
    store::head(snapshot.sql())
}

impl Library {
    /// Sixteen hexadecimal digits that tell this library from any other, now and later: of the journal's first row, of
    /// which they say nothing.
    ///
    /// # Errors
    /// Storage errors.
    pub fn fingerprint(&self) -> Result<String> {
        self.read(|snapshot| {
            let first = store::hash_at(snapshot.sql(), 1)?.unwrap_or(Head::START.hash);
            let mut sha = Sha256::new();
            sha.update(b"library");
            sha.update(first);
            Ok(hex(&sha.finalize()[..8]))
        })
    }

    /// Follows the journal's chain: its head when it is whole, or the first row at which it is broken.
    ///
    /// # Errors
    /// Storage errors other than damage.
    pub fn verify_journal(&self) -> Result<Result<Head, Broken>> {
        self.read(verify)
    }

    /// The moment of the last action in the journal. A clock that stands before it went back; the order of the
    /// journal is never by time.
    ///
    /// # Errors
    /// Storage errors.
    pub fn last_entry_at(&self) -> Result<Option<jiff::Timestamp>> {
        let at = self.read(|snapshot| store::last_at(snapshot.sql()))?;
        Ok(at.and_then(|at| at.parse().ok()))
    }
}
