//! How every connection is set. Nothing here is left to SQLite's defaults, and nothing of it is kept in the file.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, FileControl, MAIN_DB, OpenFlags};

use crate::error::{Error, FileRefusal, Result};

/// The oldest SQLite that two processes may write through: earlier ones can damage a write-ahead log.
const OLDEST_SQLITE: i32 = 3_051_003;

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Everything but copying the whole file.
    Work,
    /// `VACUUM INTO`, which attaches the file that it writes.
    Copy,
}

/// What every connection is told. `synchronous = FULL`: a power cut takes nothing that was acknowledged.
/// `secure_delete`: what is deleted is overwritten. The log is cut back to 8 MiB when it starts anew.
const PRAGMAS: &str = "
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA mmap_size = 0;
    PRAGMA journal_size_limit = 8388608;
";

/// Longest SQL text, in bytes.
const LONGEST_SQL: i32 = 256 * 1024;

/// Longest value and longest row, in bytes. A row of an import is at most 4 MiB.
const LONGEST_VALUE: i32 = 16 * 1024 * 1024;

/// Opens an existing file that was looked at before; SQLite makes no file here and follows no link.
///
/// # Errors
/// [`Error::File`] when this SQLite is too old, and what SQLite answers.
pub(crate) fn connect(path: &Path, role: Role, patience: Duration) -> Result<Connection> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        let version = rusqlite::version().to_owned();
        return Err(Error::file(path, FileRefusal::OldSqlite(version)));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let conn = Connection::open_with_flags(path, flags)?;
    harden(&conn, role, patience)?;
    let mode: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(Error::file(path, FileRefusal::Damaged(format!("journal_mode {mode}"))));
    }
    // Without a log that stays, a full disk would stop even those who only read.
    conn.file_control(Some(MAIN_DB), FileControl::PersistWal(&mut 1))?;
    Ok(conn)
}

/// A log that is longer than so many bytes is taken into the file: about eight loans' worth. The first to open a
/// library reads all of its log.
const LONGEST_LEFT: u64 = 64 * 8192;

/// Leaves a short log as it is when the connection closes, for a later command to take into the file. What was committed
/// is on the disk either way; a command that is one loan is then one sync and not five.
///
/// Not by `wal_autocheckpoint`: it takes the log in but never begins it anew where each command is a process of its own.
/// `false`: the log is too long, and closing takes it in.
pub(crate) fn leave_log(conn: &Connection, path: &Path) -> Result<bool> {
    let log = super::path::beside(path, "-wal");
    let short = std::fs::metadata(&log).is_ok_and(|log| log.len() <= LONGEST_LEFT);
    if short {
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    }
    Ok(short)
}

/// After a failure the log is not left: a commit whose sync failed stands in it, was told to have failed, and would be
/// taken for done by whoever opens the library next. Closing takes in what is good and cuts the rest off.
pub(crate) fn take_log(conn: &Connection) {
    let _closing_says_more = conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false);
}

/// Opens a file that only this process knows, without a write-ahead log: a draft of a library or of a backup.
pub(crate) fn connect_at_rest(path: &Path, write: bool) -> Result<Connection> {
    let access = if write {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    } else {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    };
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let conn = Connection::open_with_flags(path, flags)?;
    harden(&conn, Role::Work, Duration::ZERO)?;
    Ok(conn)
}

/// Sets everything that does not touch the file.
fn harden(conn: &Connection, role: Role, patience: Duration) -> Result<()> {
    conn.busy_timeout(patience)?;
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, i32::from(role == Role::Copy))?;
    conn.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, LONGEST_SQL)?;
    conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE)?;
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, false),
        // A statement's plan does not hang on the values it is given; else it would be made anew for every value.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
    ] {
        conn.set_db_config(config, on)?;
    }
    conn.execute_batch(PRAGMAS)?;
    Ok(())
}
