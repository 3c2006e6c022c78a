//! A backup becomes a library again: in a new file, looked over, and never over one that is there.

use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use rusqlite::TransactionBehavior;
use serde_json::json;

use super::{DIGEST, digest, sound};
use crate::act::Act;
use crate::error::{Error, FileRefusal, Result};
use crate::journal::{Entry, Head, Link};
use crate::library::draft::{self, Folder};
use crate::library::path::{beside, is_open, open_plain, plain, read_header, resolve};
use crate::library::{Header, PATIENCE, Transaction, connect_at_rest, schema};

/// What was restored.
#[derive(Debug, Clone)]
pub struct Restored {
    /// The new library.
    pub path: PathBuf,
    /// SHA-256 of the backup, in hexadecimal digits.
    pub sha256: String,
    /// Whether a digest stood beside the backup, and was the same.
    pub digest_compared: bool,
    /// The last entry of the backup's journal; the restoring itself is the next.
    pub journal: Head,
    /// How many rows each table of the backup holds.
    pub tables: Vec<(String, u64)>,
    /// Schema of the backup; older than this program's, the new library wants an upgrade first.
    pub schema: i64,
}

/// Makes a new library of a backup: the bytes copied and held against their digest, then looked over as a whole.
///
/// # Errors
/// [`Error::File`] when the backup is no library file, is damaged or newer than this program, or is being worked
/// in, and when the new name is taken or not fit for a library. Nothing is then left behind.
pub fn restore(backup: &Path, to: &Path, force_file_system: bool, act: &Act) -> Result<Restored> {
    let backup = resolve(backup)?;
    let schema = at_rest(&backup)?;
    let to = draft::new_name(to, force_file_system)?;
    let folder = Folder::take(to.parent().unwrap_or(Path::new("/")), PATIENCE)?;
    let mut draft = folder.draft()?;
    let failed = |error| Error::io("copy", &backup, error);
    let mut from = open_plain(&backup, false)?;
    std::io::copy(&mut from, draft.file()).map_err(failed)?;
    draft.file().flush().map_err(failed)?;
    let (_, sha256) = digest(draft.file()).map_err(failed)?;
    from.rewind().map_err(failed)?;
    let (_, original) = digest(&mut from).map_err(failed)?;
    let written = written_digest(&backup)?;
    if sha256 != original || written.as_ref().is_some_and(|written| *written != sha256) {
        return Err(Error::file(&backup, FileRefusal::Digest));
    }
    let named = |error| match error {
        Error::Damaged(what) => Error::file(&backup, FileRefusal::Damaged(what)),
        Error::File { why, .. } => Error::file(&backup, why),
        other => other,
    };
    let report = sound(draft.path()).map_err(named)?;
    let journal = report.journal.unwrap_or(Head::START);
    note(draft.path(), &backup, &sha256, act)?;
    draft.settle(&to, 0o660)?;
    Ok(Restored {
        path: to,
        sha256,
        digest_compared: written.is_some(),
        journal,
        tables: report.tables,
        schema,
    })
}

/// The schema of a library file that nobody works in.
fn at_rest(backup: &Path) -> Result<i64> {
    let found = plain(backup)?;
    let refuse = |why| Error::file(backup, why);
    if is_open(&found) {
        return Err(refuse(FileRefusal::InUse));
    }
    let logged = beside(backup, "-wal").metadata().map_or(0, |wal| wal.len()) > 0;
    let header = Header::parse(&read_header(backup, false)?, found.len(), !logged).map_err(refuse)?;
    if logged {
        return Err(refuse(FileRefusal::InUse));
    }
    let (file, program) = (header.user_version, schema::NEWEST);
    if file > program {
        return Err(refuse(FileRefusal::Newer { file, program }));
    }
    Ok(file)
}

/// The digest that stands beside a backup, if one does.
pub(super) fn written_digest(backup: &Path) -> Result<Option<String>> {
    let path = beside(backup, DIGEST);
    if path.symlink_metadata().is_err() {
        return Ok(None);
    }
    let mut text = String::new();
    let file = open_plain(&path, false)?;
    let read = file.take(256).read_to_string(&mut text);
    read.map_err(|_| Error::file(backup, FileRefusal::Digest))?;
    let first = text.split_ascii_whitespace().next().unwrap_or_default();
    Ok(Some(first.to_ascii_lowercase()))
}

/// Writes into the journal of the new library what it was made of, and leaves it ready for work.
fn note(path: &Path, backup: &Path, sha256: &str, act: &Act) -> Result<()> {
    let mut conn = connect_at_rest(path, true)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let own = Transaction::of(&tx);
    let file = backup.file_name().unwrap_or_default().to_string_lossy();
    let entry = Entry {
        action: "library.restore",
        detail: json!({ "file": file, "sha256": sha256 }),
    };
    Link::last(&own)?.append(&own, act, &entry)?;
    tx.commit()?;
    draft::to_wal(conn, path)
}
