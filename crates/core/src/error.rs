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
}

/// Everything that the core refuses or fails at.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
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
        /// Who holds it and since when, as they left word.
        holder: Option<String>,
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
    /// SQLite failed.
    #[error("database: {0}")]
    Database(#[from] rusqlite::Error),
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
}

impl Error {
    /// What the error means to the caller.
    pub fn kind(&self) -> Kind {
        match self {
            Error::NotFound { .. } | Error::Catalog(_) => Kind::Refused,
            Error::BadValue { .. } => Kind::Usage,
            Error::File { .. } | Error::Busy { .. } | Error::Full | Error::Io { .. } | Error::Database(_) => {
                Kind::System
            }
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
            },
            Error::Busy { .. } => "file.busy",
            Error::Full => "file.full",
            Error::Io { .. } => "file.io",
            Error::Database(_) => "file.database",
            Error::BadValue { .. } => "value.bad",
            Error::NotFound { .. } => "not-found",
            Error::Catalog(refusal) => refusal.code(),
        }
    }
}
