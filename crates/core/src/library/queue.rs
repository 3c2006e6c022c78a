//! The fair queue before a write: who comes first writes first, and nobody waits longer than they want to.
//!
//! SQLite lets waiting writers try again now and then, so one of eight desks could wait seconds while others
//! went ahead. Here a writer waits for a lock on a small file beside the library; the kernel wakes who waits.
//! The holder leaves word in it, for the one whose patience ends.

use std::fs::{File, TryLockError};
use std::io::{ErrorKind, Read};
use std::os::unix::fs::{FileExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use rustix::fs::OFlags;

use super::path::{beside, plain};
use crate::error::{Error, Holder, Result};

/// A turn that one process has at a time: a writer's, or the night's. It ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Turn {
    _file: File,
}

/// Ends the name of the file that writers queue at.
pub(super) const WRITERS: &str = ".queue";

/// Waits for a turn at the file beside the library in `path` whose name ends so, and leaves word of who has it.
///
/// # Errors
/// [`Error::Busy`] when patience ends first, with the word that the holder left.
pub(crate) fn enter(path: &Path, ending: &str, staff: &str, doing: &str, patience: Duration) -> Result<Turn> {
    let path = beside(path, ending);
    let file = open(&path)?;
    match lock(file, patience) {
        Ok(Some(file)) => {
            // The word helps others; a full disk must not keep a writer from the turn it has. What is left of a longer
            // word stands behind its last line, where nobody reads: to cut it off would cost a block, given back and
            // taken again.
            let word = format!("{staff}\n{}\n{doing}\n", std::process::id());
            let _unsaid = file.write_all_at(word.as_bytes(), 0);
            Ok(Turn { _file: file })
        }
        Ok(None) => Err(Error::Busy { holder: holder(&path) }),
        Err(error) => Err(Error::io("lock", &path, error)),
    }
}

/// Locks a file for this process alone, waiting at most as long as patience lasts; `None` when it ends.
pub(crate) fn lock(file: File, patience: Duration) -> std::io::Result<Option<File>> {
    match file.try_lock() {
        Ok(()) => return Ok(Some(file)),
        Err(TryLockError::WouldBlock) if patience.is_zero() => return Ok(None),
        Err(TryLockError::WouldBlock) => {}
        Err(TryLockError::Error(error)) => return Err(error),
    }
    // A lock can't be waited for with a deadline, a message can. If nobody hears it any more, the file goes
    // with it, and the next one's turn comes.
    let (tell, hear) = mpsc::channel();
    std::thread::Builder::new().spawn(move || {
        let locked = file.lock();
        let _nobody = tell.send(locked.map(|()| file));
    })?;
    match hear.recv_timeout(patience) {
        Ok(locked) => locked.map(Some),
        Err(_) => Ok(None),
    }
}

fn open(path: &Path) -> Result<File> {
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY)
        .bits()
        .cast_signed();
    let mut options = File::options();
    options.read(true).write(true).custom_flags(flags);
    let opened = match options.open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let made = options.create(true).truncate(false).mode(0o660).open(path);
            // The group writes too, whatever the umask says. Only its owner may say so.
            made.inspect(|file| drop(file.set_permissions(std::fs::Permissions::from_mode(0o660))))
        }
        opened => opened,
    };
    let file = opened.map_err(|error| Error::io("open", path, error))?;
    plain(path)?;
    Ok(file)
}

/// The word that the holder left, and since when it stands.
fn holder(path: &Path) -> Option<Holder> {
    let file = File::open(path).ok()?;
    let since = file.metadata().ok()?.modified().ok()?;
    let mut word = String::new();
    file.take(1024).read_to_string(&mut word).ok()?;
    let mut lines = word.lines();
    Some(Holder {
        staff: lines.next()?.to_owned(),
        pid: lines.next()?.parse().ok()?,
        doing: lines.next()?.to_owned(),
        since,
    })
}
