//! New files that get their names only when they are whole.

use std::fs::{File, Permissions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use tempfile::{Builder, NamedTempFile, PersistError};

use super::path::{beside, resolve};
use super::queue;
use crate::error::{Error, FileRefusal, Result};

/// How the name of an unfinished file begins.
const PREFIX: &str = ".pustaka-draft-";

/// A folder that this process alone makes files in, as long as this lives.
///
/// So a draft that was there before belongs to a process that was killed, and is cleared away.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    locked: File,
}

impl Folder {
    /// Takes a folder, and clears away what killed processes left there.
    ///
    /// # Errors
    /// [`Error::Busy`] when another process makes files in it until patience ends, and what the system answers.
    pub(crate) fn take(path: &Path, patience: Duration) -> Result<Folder> {
        let opened = File::open(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => Error::file(path, FileRefusal::NoFolder),
            ErrorKind::PermissionDenied => Error::file(path, FileRefusal::Permission),
            _ => Error::io("open", path, error),
        })?;
        if !opened.metadata().is_ok_and(|found| found.is_dir()) {
            return Err(Error::file(path, FileRefusal::NoFolder));
        }
        let locked = queue::lock(opened, patience).map_err(|error| Error::io("lock", path, error))?;
        let Some(locked) = locked else {
            return Err(Error::Busy { holder: None });
        };
        let folder = Folder {
            path: path.to_owned(),
            locked,
        };
        folder.sweep()?;
        Ok(folder)
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Every entry's name, in no order.
    pub(crate) fn names(&self) -> Result<Vec<std::ffi::OsString>> {
        let failed = |error| Error::io("read", &self.path, error);
        let entries = std::fs::read_dir(&self.path).map_err(failed)?;
        entries.map(|entry| Ok(entry.map_err(failed)?.file_name())).collect()
    }

    fn sweep(&self) -> Result<()> {
        for name in self.names()? {
            if name.as_encoded_bytes().starts_with(PREFIX.as_bytes()) {
                // A folder of that name is not one of ours, and stays.
                let _stays = std::fs::remove_file(self.path.join(name));
            }
        }
        Ok(())
    }

    /// Begins an empty file, for its owner alone.
    pub(crate) fn draft(&self) -> Result<Draft<'_>> {
        let made = Builder::new().prefix(PREFIX).suffix(".tmp").tempfile_in(&self.path);
        let file = made.map_err(|error| match error.kind() {
            ErrorKind::PermissionDenied => Error::file(&self.path, FileRefusal::Permission),
            _ => Error::io("write in", &self.path, error),
        })?;
        Ok(Draft {
            beside: Beside(file.path().to_owned()),
            file,
            folder: self,
        })
    }

    /// Makes a small file of its own, whole or not at all; one that is there already is replaced.
    pub(crate) fn write(&self, name: &Path, bytes: &[u8]) -> Result<()> {
        let mut draft = self.draft()?;
        let failed = |error| Error::io("write", name, error);
        let written = draft.file.as_file_mut().write_all(bytes);
        written.and_then(|()| draft.file.as_file().sync_all()).map_err(failed)?;
        draft.file.persist(name).map_err(|refused| failed(refused.error))?;
        Ok(())
    }
}

/// A file under a temporary name; dropped, it is gone.
#[derive(Debug)]
pub(crate) struct Draft<'a> {
    file: NamedTempFile,
    beside: Beside,
    folder: &'a Folder,
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

impl Draft<'_> {
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
        if mode != 0o600 {
            file.set_permissions(Permissions::from_mode(mode)).map_err(failed)?;
        }
        file.sync_all().map_err(failed)?;
        drop(self.beside);
        if let Err(PersistError { error, file }) = self.file.persist_noclobber(name) {
            match error.kind() {
                ErrorKind::AlreadyExists => return Err(Error::file(name, FileRefusal::Exists)),
                // A flash drive may know no rename that spares what is there. The folder is ours meanwhile.
                ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied
                    if name.symlink_metadata().is_err() =>
                {
                    file.persist(name).map_err(|refused| failed(refused.error))?;
                }
                _ => return Err(failed(error)),
            }
        }
        match self.folder.locked.sync_all() {
            // The file system has no such thing as a folder to sync.
            Err(error) if error.kind() == ErrorKind::InvalidInput => Ok(()),
            // Who is told that it failed must not find the file there the next time.
            Err(error) => {
                take_back(name);
                Err(failed(error))
            }
            Ok(()) => Ok(()),
        }
    }
}

/// Turns a file at rest into one that is worked in, and closes it.
pub(crate) fn to_wal(conn: Connection, path: &Path) -> Result<()> {
    let mode: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    conn.close().map_err(|(_, error)| Error::from(error))?;
    // When writing fails SQLite says so only by staying in the mode it was in.
    match mode.as_str() {
        "wal" => Ok(()),
        _ => Err(Error::io(
            "write",
            path,
            std::io::Error::other(format!("journal_mode {mode}")),
        )),
    }
}

/// Takes away a new file that nobody was told of yet.
pub(crate) fn take_back(path: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let _absent = std::fs::remove_file(beside(path, ending));
    }
}

/// An absolute path for a new library, with nothing there or beside it.
///
/// # Errors
/// [`Error::File`] when something has the name already, and what [`resolve`] answers.
pub(crate) fn new_name(path: &Path, force_file_system: bool) -> Result<PathBuf> {
    let path = resolve(path)?;
    if path.symlink_metadata().is_ok() {
        return Err(Error::file(&path, FileRefusal::Exists));
    }
    for ending in super::path::BESIDE {
        // A log left behind by another file would be played into the new one.
        if beside(&path, ending).symlink_metadata().is_ok() {
            return Err(Error::file(&path, FileRefusal::Beside(ending)));
        }
    }
    if !force_file_system {
        super::path::refuse_foreign(&path)?;
    }
    Ok(path)
}
