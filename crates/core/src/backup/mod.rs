//! Backups: taken while desks work, verified before they get their name, kept by a stated rule; and restoring one.
//!
//! A backup is a library file at rest, `pustaka-1a2b3c4d-20261120-101500.db`: the part after `pustaka-` tells
//! libraries apart that are backed up into one folder, the rest is when. Beside it stands its SHA-256, in the
//! form that `sha256sum -c` reads: a page whose text has rotted on the disk still looks whole to SQLite.

mod keep;
mod name;
mod restore;
mod standing;
mod store;
#[cfg(test)]
mod tests;

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

pub use self::keep::Keep;
use self::name::Name;
pub use self::restore::{Restored, restore};
use crate::act::Act;
use crate::check::{self, Depth, Report};
use crate::error::{Error, FileRefusal, Result};
use crate::journal::{self, Head};
use crate::library::draft::Folder;
use crate::library::path::{beside, plain};
use crate::library::{Library, Role, Snapshot, connect, connect_at_rest};
use crate::settings::{BACKUP_DAILY, BACKUP_MONTHLY, BACKUP_WEEKLY};

/// What stands after the name of a backup in the name of its digest.
const DIGEST: &str = ".sha256";

/// A backup that was made.
#[derive(Debug, Clone)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// Its length in bytes.
    pub bytes: u64,
    /// Its SHA-256, in hexadecimal digits.
    pub sha256: String,
    /// The last entry of its journal. Printed on paper it proves later what the journal held.
    pub journal: Head,
    /// How many rows each table holds.
    pub tables: Vec<(String, u64)>,
    /// Older backups that the rule no longer keeps, now removed.
    pub removed: Vec<PathBuf>,
}

/// A backup in a folder, as its name says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made, in the library's time zone.
    pub at: jiff::civil::DateTime,
    /// Its length in bytes.
    pub bytes: u64,
}

impl Library {
    /// Copies the library into a folder while others work in it, looks the copy over, and only then gives it its
    /// name; then removes the backups of this library that its settings no longer keep. Nothing is written to the
    /// library, so that it can be saved when its own disk is full.
    ///
    /// # Errors
    /// [`Error::File`] when the folder is missing or full or the copy is not sound; [`Error::Busy`] when another backup is
    /// being made there; what the system answers. No file under a backup's name is then left behind.
    pub fn backup(&self, folder: &Path, act: &Act) -> Result<Backup> {
        let (id, keep) = self.read(|snapshot| Ok((store::library_id(snapshot)?, kept(snapshot)?)))?;
        let found = folder.canonicalize();
        let path = found.map_err(|_| Error::file(folder, FileRefusal::NoFolder))?;
        self.backup_into(&path, act, (&id, keep)).map_err(|error| match error {
            Error::Full => Error::file(&path, FileRefusal::NoRoom),
            error => error,
        })
    }

    fn backup_into(&self, path: &Path, act: &Act, (id, keep): (&str, Keep)) -> Result<Backup> {
        let folder = Folder::take(path, self.options().patience)?;
        let mut draft = folder.draft()?;
        self.copy_into(draft.path())?;
        let report = sound(draft.path())?;
        let journal = report.journal.unwrap_or(Head::START);
        self.read(|snapshot| match journal::hash_at(snapshot, journal.seq)? {
            Some(hash) if hash == journal.hash => Ok(()),
            _ => Err(Error::Damaged("the copy is of another library".to_owned())),
        })?;
        let (bytes, sha256) = digest(draft.file()).map_err(|error| Error::io("read", path, error))?;
        // What is there is looked at before anything has a name: once the backup is made, nothing can fail any more.
        let there = folder.names()?;
        let name = Name::free(id, act.at.datetime(), &there);
        let path = path.join(name.file_name());
        folder.write(
            &beside(&path, DIGEST),
            format!("{sha256}  {}\n", name.file_name()).as_bytes(),
        )?;
        draft.settle(&path, 0o600)?;
        Ok(Backup {
            removed: thin_out(&folder, &there, &name, keep),
            path,
            bytes,
            sha256,
            journal,
            tables: report.tables,
        })
    }

    /// The backups of this library in a folder, the oldest first.
    ///
    /// # Errors
    /// [`Error::File`] when the folder is missing, and what the system answers.
    pub fn backups(&self, folder: &Path) -> Result<Vec<Found>> {
        self.read(|snapshot| found(snapshot, folder))
    }

    /// `VACUUM INTO` on a connection of its own: a plain file without a log, of one moment.
    fn copy_into(&self, draft: &Path) -> Result<()> {
        let into = draft.to_str().ok_or_else(|| Error::BadValue {
            what: "folder",
            found: draft.to_string_lossy().into_owned(),
        })?;
        let conn = connect(self.path(), Role::Copy, self.options().patience)?;
        conn.execute("VACUUM INTO ?1", [into])?;
        Ok(())
    }
}

/// The backups of a library in a folder, the oldest first.
///
/// # Errors
/// [`Error::File`] when the folder is missing, and what the system answers.
pub(crate) fn found(snapshot: &Snapshot<'_>, folder: &Path) -> Result<Vec<Found>> {
    let id = store::library_id(snapshot)?;
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => Error::file(folder, FileRefusal::NoFolder),
        _ => Error::io("read", folder, error),
    };
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = Name::parse(&entry.file_name(), &id);
        if let (Some(name), Ok(meta)) = (name, plain(&entry.path())) {
            found.push(Found {
                path: entry.path(),
                at: name.at(),
                bytes: meta.len(),
            });
        }
    }
    found.sort_by_key(|found| found.at);
    Ok(found)
}

/// What the settings say of how many backups stay.
fn kept(snapshot: &Snapshot<'_>) -> Result<Keep> {
    let many = |known: crate::settings::Known| -> Result<usize> {
        Ok(usize::try_from(known.whole(snapshot)?).unwrap_or_default())
    };
    Ok(Keep {
        daily: many(BACKUP_DAILY)?,
        weekly: many(BACKUP_WEEKLY)?,
        monthly: many(BACKUP_MONTHLY)?,
    })
}

/// Looks a file at rest over; a finding refuses it.
fn sound(path: &Path) -> Result<Report> {
    let conn = connect_at_rest(path, false)?;
    let report = check::look(&Snapshot::of(&conn), Depth::File)?;
    match report.findings.first() {
        None => Ok(report),
        Some(finding) => {
            let what = format!("{}: {}", finding.code, finding.record);
            Err(Error::file(path, FileRefusal::Damaged(what)))
        }
    }
}

/// How long a file is, and its SHA-256 in hexadecimal digits.
fn digest(file: &mut File) -> std::io::Result<(u64, String)> {
    use std::io::Seek;
    file.rewind()?;
    let mut sha = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    let mut length = 0;
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            break;
        }
        sha.update(&buffer[..read]);
        length += read as u64;
    }
    Ok((length, journal::hex(&sha.finalize())))
}

/// Removes those of the backups that were there before which the rule no longer keeps, beside the one just made. One
/// that can't be removed stays until the next time.
fn thin_out(folder: &Folder, there: &[OsString], made: &Name, keep: Keep) -> Vec<PathBuf> {
    remove_lone_digests(folder, made, there);
    let mut names: Vec<Name> = there
        .iter()
        .filter_map(|name| Name::parse(name, made.library()))
        .filter(|name| plain(&folder.path().join(name.file_name())).is_ok())
        .collect();
    names.push(made.clone());
    let stamps: Vec<_> = names.iter().map(Name::order).collect();
    let spent = keep.spent(&stamps);
    let mut removed = Vec::new();
    for name in names
        .iter()
        .filter(|name| *name != made && spent.contains(&name.order()))
    {
        let path = folder.path().join(name.file_name());
        if std::fs::remove_file(&path).is_ok() {
            let _absent = std::fs::remove_file(beside(&path, DIGEST));
            removed.push(path);
        }
    }
    removed
}

/// A digest without its backup was left by a process that was killed between the two.
fn remove_lone_digests(folder: &Folder, made: &Name, there: &[OsString]) {
    for digest in there {
        let backup = digest
            .to_str()
            .and_then(|name| name.strip_suffix(DIGEST))
            .map(OsStr::new);
        let ours = backup.filter(|backup| Name::parse(backup, made.library()).is_some_and(|name| name != *made));
        if ours.is_some_and(|backup| !there.iter().any(|name| name == backup)) {
            let _stays = std::fs::remove_file(folder.path().join(digest));
        }
    }
}
