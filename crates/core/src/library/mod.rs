//! The open library file. Nothing else opens a connection or a transaction.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::act::Act;
use crate::error::{Error, FileRefusal, Result};
use crate::journal::{Entry, Link};

/// `application_id` of a library file: "Pust".
pub const APPLICATION_ID: i64 = 0x5075_7374;

/// The schema steps, in order; `user_version` is how many have been taken.
pub(crate) const STEPS: &[&str] = &[
    include_str!("../../migrations/0001_foundation.sql"),
    include_str!("../../migrations/0002_catalog.sql"),
];

/// What a new library needs to know.
#[derive(Debug, Clone, Default)]
pub struct NewLibrary {
    /// The library's name, as on letters and posters.
    pub name: String,
    /// Take a network or foreign file system all the same.
    pub force_file_system: bool,
}

/// How a library is opened.
#[derive(Debug, Clone, Default)]
pub struct OpenOptions {
    /// Take a network or foreign file system all the same.
    pub force_file_system: bool,
}

/// The open library file.
#[derive(Debug)]
pub struct Library {
    path: PathBuf,
    conn: Connection,
}

/// One consistent view of the library, for reading.
pub struct Snapshot<'a> {
    conn: &'a Connection,
}

impl Snapshot<'_> {
    /// The connection, for `store` modules.
    pub(crate) fn sql(&self) -> &Connection {
        self.conn
    }
}

/// One write: everything in it is stored together or not at all.
pub struct Transaction<'a> {
    conn: &'a Connection,
}

impl Transaction<'_> {
    /// The connection, for `store` modules.
    pub(crate) fn sql(&self) -> &Connection {
        self.conn
    }
}

impl Library {
    /// Makes a new library file.
    ///
    /// # Errors
    /// [`Error::File`] when the path is taken or not fit for a library.
    pub fn create(path: &Path, new: &NewLibrary, act: &Act) -> Result<Library> {
        let mut conn = Connection::open(path)?;
        conn.pragma_update(None, "page_size", 8192)?;
        configure(&conn)?;
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for step in STEPS {
            tx.execute_batch(step)?;
        }
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.pragma_update(None, "user_version", STEPS.len() as i64)?;
        tx.execute(
            "INSERT INTO setting (key, value) VALUES ('library.name', ?1)",
            [&new.name],
        )?;
        let detail = serde_json::json!({ "name": new.name });
        let own = Transaction { conn: &tx };
        Link::last(&own)?.append(&own, act, "library.init", &detail)?;
        tx.commit()?;
        Ok(Library {
            path: path.to_owned(),
            conn,
        })
    }

    /// Opens a library file.
    ///
    /// # Errors
    /// [`Error::File`] when the path is not a library file that this program can use.
    pub fn open(path: &Path, _options: &OpenOptions) -> Result<Library> {
        let flags =
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
        let conn = Connection::open_with_flags(path, flags)?;
        let id: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
        if id != APPLICATION_ID {
            return Err(Error::File {
                path: path.to_owned(),
                why: FileRefusal::Alien,
            });
        }
        configure(&conn)?;
        Ok(Library {
            path: path.to_owned(),
            conn,
        })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads in one consistent view.
    ///
    /// # Errors
    /// Whatever `f` answers, and storage errors.
    pub fn read<T>(&self, f: impl FnOnce(&Snapshot<'_>) -> Result<T>) -> Result<T> {
        let tx = self.conn.unchecked_transaction()?;
        let answer = f(&Snapshot { conn: &tx })?;
        tx.finish()?;
        Ok(answer)
    }

    /// Writes in one `BEGIN IMMEDIATE` transaction behind the fair queue; an error stores nothing.
    ///
    /// `f` answers its result and the journal entry of the action. The entry is chained to the one that was
    /// last when the transaction began, so all of `f`'s reads may come before all of its writes. No entry is
    /// for writes that are nobody's action (a search that found nothing).
    ///
    /// # Errors
    /// Whatever `f` answers, [`Error::Busy`] at the deadline, and storage errors.
    pub fn write<T>(&mut self, act: &Act, f: impl FnOnce(&Transaction<'_>) -> Result<(T, Option<Entry>)>) -> Result<T> {
        self.transact(act, End::Commit, f)
    }

    /// Does everything that [`Library::write`] does but the commit: what would have happened, with nothing stored.
    ///
    /// # Errors
    /// As [`Library::write`].
    pub fn rehearse<T>(
        &mut self,
        act: &Act,
        f: impl FnOnce(&Transaction<'_>) -> Result<(T, Option<Entry>)>,
    ) -> Result<T> {
        self.transact(act, End::Rollback, f)
    }

    /// Writes as [`Library::write`] does, with a second connection beside it that sees the file as it was
    /// before the first write, whatever the transaction does. It can be handed to another thread.
    ///
    /// Drop it before `f` returns: an open reader keeps the write-ahead log from being taken into the file.
    #[allow(dead_code, reason = "for the import, which reads beside its own write")]
    pub(crate) fn write_beside<T>(
        &mut self,
        act: &Act,
        f: impl FnOnce(Before, &Transaction<'_>) -> Result<(T, Option<Entry>)>,
    ) -> Result<T> {
        let path = self.path.clone();
        self.transact(act, End::Commit, |tx| f(Before::open(&path)?, tx))
    }

    fn transact<T>(
        &mut self,
        act: &Act,
        end: End,
        f: impl FnOnce(&Transaction<'_>) -> Result<(T, Option<Entry>)>,
    ) -> Result<T> {
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let own = Transaction { conn: &tx };
        let last = Link::last(&own)?;
        let (answer, entry) = f(&own)?;
        if let Some(entry) = entry {
            last.append(&own, act, entry.action, &entry.detail)?;
        }
        match end {
            End::Commit => tx.commit()?,
            End::Rollback => tx.rollback()?,
        }
        Ok(answer)
    }
}

/// How a transaction ends when all went well.
#[derive(Debug, Clone, Copy)]
enum End {
    Commit,
    Rollback,
}

/// A second connection, in a read transaction of its own: the library as it was before a write began.
#[derive(Debug)]
pub(crate) struct Before {
    conn: Connection,
}

impl Before {
    fn open(path: &Path) -> Result<Before> {
        let conn = connect(path)?;
        conn.execute_batch("BEGIN")?;
        conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(Before { conn })
    }

    /// The view, for the functions that read one.
    #[allow(dead_code, reason = "for the import, which reads beside its own write")]
    pub(crate) fn snapshot(&self) -> Snapshot<'_> {
        Snapshot { conn: &self.conn }
    }
}

fn connect(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let conn = Connection::open_with_flags(path, flags)?;
    configure(&conn)?;
    Ok(conn)
}

fn configure(conn: &Connection) -> Result<()> {
    conn.pragma_update(None, "journal_mode", "wal")?;
    conn.pragma_update(None, "synchronous", "full")?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "secure_delete", true)?;
    conn.pragma_update(None, "temp_store", "memory")?;
    conn.pragma_update(None, "mmap_size", 0)?;
    Ok(())
}
