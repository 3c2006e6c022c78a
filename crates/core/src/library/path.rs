//! What is taken for a library file, looked at before SQLite touches anything.
//!
//! SQLite alone follows links, reads URIs, opens devices, and makes files beside a foreign database. So the
//! path is made absolute, the file and its companions are looked at without following a link, and the first
//! hundred bytes are read by this program; whatever is refused here is left as it was, to the byte.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs::{File, Metadata};
use std::io::{ErrorKind, Read};
use std::os::unix::fs::{FileTypeExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rustix::fs::OFlags;

use super::header::Header;
use super::mounts;
use crate::error::{Error, FileRefusal, Result};

/// What SQLite and the queue keep beside a library; none of them is ever a link or a device.
pub(super) const BESIDE: &[&str] = &["-wal", "-shm", "-journal", ".queue"];

/// The file systems of one machine, on which SQLite's locks and shared memory hold.
const LOCAL: &[&str] = &[
    "bcachefs", "btrfs", "ext2", "ext3", "ext4", "f2fs", "jfs", "nilfs2", "reiserfs", "tmpfs", "xfs", "zfs",
];

/// The absolute path of a file that may or may not be there: its folder is.
///
/// # Errors
/// [`Error::File`] for the empty name, a `file:` URI, a missing folder, a folder's own name.
pub(crate) fn resolve(path: &Path) -> Result<PathBuf> {
    let refuse = |why| Error::file(path, why);
    let bytes = path.as_os_str().as_encoded_bytes();
    if bytes.is_empty() {
        return Err(refuse(FileRefusal::EmptyName));
    }
    if bytes.len() >= 5 && bytes[..5].eq_ignore_ascii_case(b"file:") {
        return Err(refuse(FileRefusal::Uri));
    }
    let Some(name) = path.file_name() else {
        return Err(refuse(FileRefusal::Folder));
    };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    match folder.canonicalize() {
        Ok(folder) if folder.is_dir() => Ok(folder.join(name)),
        Ok(_) => Err(refuse(FileRefusal::NoFolder)),
        Err(error) => Err(match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => refuse(FileRefusal::NoFolder),
            ErrorKind::PermissionDenied => refuse(FileRefusal::Permission),
            _ => Error::io("resolve", folder, error),
        }),
    }
}

/// Whether a type of file system is one machine's own.
pub(crate) fn is_local(kind: &str) -> bool {
    LOCAL.contains(&kind)
}

/// Refuses the file system that a path is on, unless it is one machine's own.
///
/// # Errors
/// [`Error::File`] with the type of the file system.
pub(crate) fn refuse_foreign(path: &Path) -> Result<()> {
    let kind = mounts::file_system(path);
    if is_local(&kind) {
        Ok(())
    } else {
        Err(Error::file(path, FileRefusal::FileSystem(kind)))
    }
}

/// A plain file with one name.
///
/// # Errors
/// [`Error::File`] when it is missing, a link, a folder or a device.
pub(crate) fn plain(path: &Path) -> Result<Metadata> {
    let found = match path.symlink_metadata() {
        Ok(found) => found,
        Err(error) => {
            return Err(match error.kind() {
                ErrorKind::NotFound | ErrorKind::NotADirectory => Error::file(path, FileRefusal::Missing),
                ErrorKind::PermissionDenied => Error::file(path, FileRefusal::Permission),
                _ => Error::io("look at", path, error),
            });
        }
    };
    match not_plain(&found) {
        Some(why) => Err(Error::file(path, why)),
        None => Ok(found),
    }
}

fn not_plain(found: &Metadata) -> Option<FileRefusal> {
    let kind = found.file_type();
    if kind.is_symlink() {
        Some(FileRefusal::Symlink)
    } else if kind.is_dir() {
        Some(FileRefusal::Folder)
    } else if kind.is_fifo() || kind.is_socket() || kind.is_char_device() || kind.is_block_device() {
        Some(FileRefusal::NotAFile)
    } else if found.nlink() > 1 {
        Some(FileRefusal::HardLink)
    } else {
        None
    }
}

/// A path with something added to the end of its name.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}

/// Refuses a file whose companions are not plain files. A rollback journal is never a library's own: SQLite
/// would play it back into the file.
fn plain_beside(path: &Path) -> Result<()> {
    for ending in BESIDE {
        if let Ok(found) = beside(path, ending).symlink_metadata()
            && (not_plain(&found).is_some() || *ending == "-journal")
        {
            return Err(Error::file(path, FileRefusal::Beside(ending)));
        }
    }
    Ok(())
}

/// Opens a plain file without following a link and without waiting for the other end of a FIFO.
///
/// # Errors
/// [`Error::File`] when it is not plain or may not be read.
pub(crate) fn open_plain(path: &Path, write: bool) -> Result<File> {
    plain(path)?;
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY)
        .bits()
        .cast_signed();
    let opened = File::options().read(true).write(write).custom_flags(flags).open(path);
    opened.map_err(|error| match error.kind() {
        ErrorKind::PermissionDenied => Error::file(path, FileRefusal::Permission),
        _ => Error::io("open", path, error),
    })
}

/// The files that this process has open through SQLite, by device and number, and how many times.
///
/// Closing any handle on a file drops every POSIX lock that the process has on it, SQLite's too. So a file
/// that is open already is not read by hand a second time.
static OPEN: Mutex<BTreeMap<(u64, u64), usize>> = Mutex::new(BTreeMap::new());

/// Says, as long as it lives, that a file is open through SQLite. Dropped after the connection.
#[derive(Debug)]
pub(crate) struct Opened {
    file: (u64, u64),
}

impl Opened {
    fn note(file: (u64, u64), open: &mut BTreeMap<(u64, u64), usize>) -> Opened {
        *open.entry(file).or_default() += 1;
        Opened { file }
    }
}

impl Clone for Opened {
    fn clone(&self) -> Self {
        Opened::note(self.file, &mut OPEN.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        match open.get_mut(&self.file) {
            Some(times) if *times > 1 => *times -= 1,
            _ => {
                open.remove(&self.file);
            }
        }
    }
}

/// Whether this process has a file open through SQLite.
pub(crate) fn is_open(found: &Metadata) -> bool {
    let open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    open.contains_key(&(found.dev(), found.ino()))
}

/// Looks at a library file and what is beside it, and says that it is about to be opened.
///
/// # Errors
/// [`Error::File`] with the first reason found not to open it.
pub(super) fn check(path: &Path, newest: i64) -> Result<Opened> {
    let found = plain(path)?;
    plain_beside(path)?;
    let file = (found.dev(), found.ino());
    let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    if !open.contains_key(&file) {
        let bytes = read_header(path, true)?;
        let at_rest = beside(path, "-wal").metadata().map_or(0, |wal| wal.len()) == 0;
        let header = Header::parse(&bytes, found.len(), at_rest).map_err(|why| Error::file(path, why))?;
        if header.user_version > newest {
            let (file, program) = (header.user_version, newest);
            return Err(Error::file(path, FileRefusal::Newer { file, program }));
        }
        if !header.wal {
            return Err(Error::file(path, FileRefusal::Backup));
        }
    }
    Ok(Opened::note(file, &mut open))
}

/// The first hundred bytes, or as many as there are, of a file that may be read, and written if that is asked.
pub(crate) fn read_header(path: &Path, write: bool) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(Header::BYTES);
    let file = open_plain(path, write)?;
    file.take(Header::BYTES as u64)
        .read_to_end(&mut bytes)
        .map_err(|error| Error::io("read", path, error))?;
    Ok(bytes)
}
