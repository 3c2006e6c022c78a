//! A new file that gets its name only when it is whole and on the disk.

use std::fs::File;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use tempfile::{Builder, NamedTempFile};

use super::path::{beside, resolve};
use super::queue;
use crate::error::{Error, FileRefusal, Result};

/// How the name of an unfinished file begins.
const PREFIX: &str = ".pustaka-draft-";

/// A file under a temporary name, for its owner alone; dropped, it is gone.
///
/// While it lives its folder is locked, so that whoever finds another draft there knows that it was left
/// behind by a process that was killed.
#[derive(Debug)]
pub(crate) struct Draft {
    file: NamedTempFile,
    beside: Beside,
    folder: File,
}

/// What SQLite may have left beside an unfinished file; dropped, it is gone. Usually nothing is there.
#[derive(Debug)]
struct Beside(PathBuf);

impl Drop for Beside {
    fn drop(&mut self) {
        for ending in ["-wal", "-shm", "-journal"] {
            let _absent = std::fs::remove_file(beside(&self.0, ending));
        }
    }
}

impl Draft {
    /// Begins an empty file in a folder, and clears away what killed processes left there.
    ///
    /// # Errors
    /// [`Error::Busy`] when another draft is being written in the folder, and what the system answers.
    pub(crate) fn begin(folder: &Path, patience: Duration) -> Result<Draft> {
        let opened = File::open(folder).map_err(|error| Error::io("open", folder, error))?;
        let locked = queue::lock(opened, patience).map_err(|error| Error::io("lock", folder, error))?;
        let Some(locked) = locked else {
            return Err(Error::Busy { holder: None });
        };
        sweep(folder)?;
        let made = Builder::new().prefix(PREFIX).suffix(".tmp").tempfile_in(folder);
        let file = made.map_err(|error| Error::io("write in", folder, error))?;
        Ok(Draft {
            beside: Beside(file.path().to_owned()),
            file,
            folder: locked,
        })
    }

    /// Where it is for now.
    pub(crate) fn path(&self) -> &Path {
        self.file.path()
    }

    /// The file.
    pub(crate) fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Gives the file its mode and its name, once everything is on the disk. Nothing that has the name is replaced.
    ///
    /// # Errors
    /// [`Error::File`] when the name is taken, and what the system answers.
    pub(crate) fn settle(self, name: &Path, mode: u32) -> Result<()> {
        let failed = |error| Error::io("write", name, error);
        let file = self.file.as_file();
        file.set_permissions(std::fs::Permissions::from_mode(mode))
            .map_err(failed)?;
        file.sync_all().map_err(failed)?;
        drop(self.beside);
        self.file
            .persist_noclobber(name)
            .map_err(|refused| match refused.error.kind() {
                std::io::ErrorKind::AlreadyExists => Error::file(name, FileRefusal::Exists),
                _ => failed(refused.error),
            })?;
        self.folder.sync_all().map_err(failed)
    }
}

/// Removes unfinished files; the folder is locked, so nobody is writing them any more.
fn sweep(folder: &Path) -> Result<()> {
    let failed = |error| Error::io("read", folder, error);
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let left = entry.file_name().as_encoded_bytes().starts_with(PREFIX.as_bytes());
        if left && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            let _kept = std::fs::remove_file(entry.path());
        }
    }
    Ok(())
}

/// An absolute path for a new file.
///
/// # Errors
/// [`Error::File`] when something has the name already, and what [`resolve`] answers.
pub(crate) fn new_name(path: &Path) -> Result<PathBuf> {
    let path = resolve(path)?;
    match path.symlink_metadata() {
        Ok(_) => Err(Error::file(&path, FileRefusal::Exists)),
        Err(_) => Ok(path),
    }
}

/// Turns a file at rest into one that is worked in, and closes it.
pub(crate) fn to_wal(conn: Connection) -> Result<()> {
    conn.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    conn.close().map_err(|(_, error)| error.into())
}
