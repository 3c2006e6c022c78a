//! What can go wrong, as data. The words for people, in two languages, are made by the `cli` crate.

use std::path::PathBuf;

/// The result of everything here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What an error means to the caller; a tool's exit code follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The library says no; the data is as before (exit 1).
    Refused,
    /// What was asked for can't be understood (exit 2).
    Usage,
    /// The file or the system failed (exit 3).
    System,
}

/// Why a path is not taken for a library file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileRefusal {
    /// The empty name.
    EmptyName,
    /// A `file:` URI.
    Uri,
    /// Nothing is there.
    Missing,
    /// Something is there already, where a new file was to be made.
    Exists,
    /// The folder that the file would stand in is missing.
    NoFolder,
    /// The disk of this folder is full, which need not be the library's own.
    NoRoom,
    /// A folder.
    Folder,
    /// A device, a FIFO or a socket.
    NotAFile,
    /// A symbolic link.
    Symlink,
    /// The file has a second name (hard link).
    HardLink,
    /// On a network or foreign file system; its type.
    FileSystem(String),
    /// No permission to read or write.
    Permission,
    /// Not an SQLite database.
    NotADatabase,
    /// An SQLite database of another program.
    Alien,
    /// Written by a newer version; the file's schema and this program's.
    Newer {
        /// Schema of the file.
        file: i64,
        /// Newest schema that this program knows.
        program: i64,
    },
    /// Written by an older version and not yet upgraded.
    Older {
        /// Schema of the file.
        file: i64,
        /// Newest schema that this program knows.
        program: i64,
    },
    /// Damaged: what SQLite found.
    Damaged(String),
    /// The SQLite library in use is too old to be trusted with two writers.
    OldSqlite(String),
    /// Nothing is in it: 0 bytes.
    Empty,
    /// Shorter than its own header says; both in bytes.
    Truncated {
        /// What the header says.
        header: u64,
        /// What is there.
        found: u64,
    },
    /// A file that belongs beside the library (`-wal`, `-shm`, `-journal`, `.queue`) is not a plain file of its own;
    /// its ending.
    Beside(&'static str),
    /// A library, but at rest, as backups are: it is restored, not worked in.
    Backup,
    /// Somebody works in it (its log holds something), so it can't be taken for a backup.
    InUse,
    /// The digest that was written beside a backup is not the file's.
    Digest,
}

/// Who keeps the file to themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Code of the member of staff.
    pub staff: String,
    /// Number of the process.
    pub pid: u32,
    /// What the process does: the tool's name.
    pub doing: String,
    /// The moment its turn began, by the file system's clock.
    pub since: std::time::SystemTime,
}

/// Everything that the core refuses or fails at.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The path is not taken for a library file.
    #[error("{path}: {why:?}")]
    File {
        /// The path as given.
        path: PathBuf,
        /// Why not.
        why: FileRefusal,
    },
    /// Another writer kept the file to itself until the deadline.
    #[error("busy, held by {holder:?}")]
    Busy {
        /// Who holds it and since when, as they left word; unknown when it is a program that leaves none.
        holder: Option<Holder>,
    },
    /// The disk is full.
    #[error("no space left")]
    Full,
    /// Reading or writing failed.
    #[error("{doing}: {source}")]
    Io {
        /// What was being done, and to which file.
        doing: String,
        /// The system's answer.
        source: std::io::Error,
    },
    /// SQLite found the file damaged while working; what it said.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The file can be read but not written.
    #[error("read-only")]
    ReadOnly,
    /// Reading or writing failed before, so nothing more is written by this process: the next one recovers.
    #[error("stopped after a failure")]
    Stopped,
    /// A setting that this program does not know, or a value that it can't have.
    #[error("setting {key}: {why:?}")]
    Setting {
        /// The key as given.
        key: String,
        /// Why not.
        why: crate::settings::Refusal,
    },
    /// SQLite failed in a way that is this program's mistake.
    #[error("database: {0}")]
    Database(rusqlite::Error),
    /// A value can't be what it should be.
    #[error("bad {what}: {found}")]
    BadValue {
        /// The name of the value, as in options and JSON.
        what: &'static str,
        /// What was given.
        found: String,
    },
    /// Nothing has this name.
    #[error("no {what} {wanted}")]
    NotFound {
        /// The kind of thing: `title`, `item`, `batch`, `setting` …
        what: &'static str,
        /// What was looked for.
        wanted: String,
    },
    /// The catalogue says no.
    #[error("{0:?}")]
    Catalog(crate::catalog::Refusal),
    /// The keeping of members says no.
    #[error("{0:?}")]
    Member(crate::members::Refusal),
    /// The calendar says no.
    #[error("{0:?}")]
    Calendar(crate::calendar::Refusal),
    /// The loan rules say no.
    #[error("{0:?}")]
    Rule(crate::circulation::rules::Refusal),
    /// An event, or somebody's place at one, is refused.
    #[error("{0:?}")]
    Event(crate::events::Refusal),
    /// The counter says no.
    #[error("{0:?}")]
    Circulation(crate::circulation::Refusal),
    /// The surveys say no.
    #[error("{0:?}")]
    Survey(crate::surveys::Refusal),
    /// The notices say no.
    #[error("{0:?}")]
    Notice(crate::notices::Refusal),
}

impl Error {
    /// What the error means to the caller.
    pub fn kind(&self) -> Kind {
        match self {
            Error::Member(refusal) if refusal.is_usage() => Kind::Usage,
            Error::Circulation(refusal) if refusal.is_usage() => Kind::Usage,
            Error::NotFound { .. }
            | Error::Catalog(_)
            | Error::Circulation(_)
            | Error::Member(_)
            | Error::Survey(_)
            | Error::Notice(_)
            | Error::Event(_) => Kind::Refused,
            Error::Calendar(refusal) => refusal.kind(),
            Error::Rule(refusal) => refusal.kind(),
            Error::BadValue { .. } | Error::Setting { .. } => Kind::Usage,
            Error::File { .. }
            | Error::Busy { .. }
            | Error::Full
            | Error::Io { .. }
            | Error::Damaged(_)
            | Error::ReadOnly
            | Error::Stopped
            | Error::Database(_) => Kind::System,
        }
    }

    /// The stable code, as JSON shows it.
    pub fn code(&self) -> &'static str {
        match self {
            Error::File { why, .. } => match why {
                FileRefusal::EmptyName => "file.empty-name",
                FileRefusal::Uri => "file.uri",
                FileRefusal::Missing => "file.missing",
                FileRefusal::Exists => "file.exists",
                FileRefusal::NoFolder => "file.no-folder",
                FileRefusal::NoRoom => "file.full",
                FileRefusal::Folder => "file.folder",
                FileRefusal::NotAFile => "file.not-a-file",
                FileRefusal::Symlink => "file.symlink",
                FileRefusal::HardLink => "file.hard-link",
                FileRefusal::FileSystem(_) => "file.file-system",
                FileRefusal::Permission => "file.permission",
                FileRefusal::NotADatabase => "file.not-a-database",
                FileRefusal::Alien => "file.alien",
                FileRefusal::Newer { .. } => "file.newer",
                FileRefusal::Older { .. } => "file.older",
                FileRefusal::Damaged(_) => "file.damaged",
                FileRefusal::OldSqlite(_) => "file.old-sqlite",
                FileRefusal::Empty => "file.empty",
                FileRefusal::Truncated { .. } => "file.truncated",
                FileRefusal::Beside(_) => "file.beside",
                FileRefusal::Backup => "file.backup",
                FileRefusal::InUse => "file.in-use",
                FileRefusal::Digest => "file.digest",
            },
            Error::Busy { .. } => "file.busy",
            Error::Full => "file.full",
            Error::Io { .. } => "file.io",
            Error::Damaged(_) => "file.damaged",
            Error::ReadOnly => "file.read-only",
            Error::Stopped => "file.stopped",
            Error::Setting { why, .. } => why.code(),
            Error::Database(_) => "file.database",
            Error::BadValue { .. } => "value.bad",
            Error::NotFound { .. } => "not-found",
            Error::Catalog(refusal) => refusal.code(),
            Error::Member(refusal) => refusal.code(),
            Error::Calendar(refusal) => refusal.code(),
            Error::Rule(refusal) => refusal.code(),
            Error::Event(refusal) => refusal.code(),
            Error::Circulation(refusal) => refusal.code(),
            Error::Survey(refusal) => refusal.code(),
            Error::Notice(refusal) => refusal.code(),
        }
    }
}

impl From<rusqlite::Error> for Error {
    /// Sorts what SQLite answers by what a person can do about it.
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        // No room for the few pages of shared memory beside the log.
        if error
            .sqlite_error()
            .is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE)
        {
            return Error::Full;
        }
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Error::Full,
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Error::Busy { holder: None },
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Error::Damaged(error.to_string()),
            Some(Code::ReadOnly) => Error::ReadOnly,
            Some(
                Code::SystemIoFailure | Code::CannotOpen | Code::PermissionDenied | Code::FileLockingProtocolFailed,
            ) => Error::Io {
                doing: "sqlite".to_owned(),
                source: std::io::Error::other(error),
            },
            _ => Error::Database(error),
        }
    }
}

impl Error {
    /// A failure of the system on the way to a file.
    pub(crate) fn io(doing: &'static str, path: &std::path::Path, source: std::io::Error) -> Error {
        match source.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::Full,
            std::io::ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
            _ => Error::Io {
                doing: format!("{doing} {}", path.display()),
                source,
            },
        }
    }

    /// A path that is not taken for a library file.
    pub(crate) fn file(path: &std::path::Path, why: FileRefusal) -> Error {
        Error::File {
            path: path.to_owned(),
            why,
        }
    }

    /// Whether the file or the disk under it failed, so that this process should write no more.
    pub(crate) fn is_failure(&self) -> bool {
        matches!(self, Error::Io { .. } | Error::Damaged(_))
    }
}
