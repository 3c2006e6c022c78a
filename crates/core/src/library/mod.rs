//! The open library file. Nothing else opens a connection or a transaction.
//!
//! | module | what it holds |
//! |---|---|
//! | `path`, `header`, `mounts` | what is taken for a library file, before SQLite touches it |
//! | `connection` | how every connection is set |
//! | `queue` | who writes next, and how long one waits |
//! | `draft` | a new file gets its name when it is whole |
//! | `schema` | the steps that make the tables |
//! | `columns`, `counter` | how values stand in columns; what ids are made from |

pub(crate) mod columns;
mod connection;
pub(crate) mod counter;
pub(crate) mod draft;
mod header;
mod mounts;
pub(crate) mod path;
mod queue;
pub(crate) mod schema;
#[cfg(test)]
pub(crate) mod tests;

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, TransactionBehavior};

pub use self::header::APPLICATION_ID;
use self::path::Opened;
use crate::act::Act;
use crate::error::{Error, FileRefusal, Result};
use crate::journal::{Entry, Link};
use crate::settings::{self, LIBRARY_NAME};

pub(crate) use self::connection::{Role, connect, connect_at_rest};
pub(crate) use self::header::{Header, PAGE};
pub(crate) use self::mounts::file_system;
pub(crate) use self::queue::Turn;
pub(crate) use self::schema::pages;
pub use self::schema::{Pages, Upgraded};

/// How long a writer waits for its turn unless it was told otherwise.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// What a new library needs to know.
#[derive(Debug, Clone, Default)]
pub struct NewLibrary {
    /// The library's name, as on letters and posters.
    pub name: String,
    /// Take a network or foreign file system all the same.
    pub force_file_system: bool,
}

/// How a library is opened.
#[derive(Debug, Clone)]
pub struct OpenOptions {
    /// Take a network or foreign file system all the same.
    pub force_file_system: bool,
    /// Take a file of an older version, to look at it, copy it or upgrade it; nothing else is written to it.
    pub accept_older: bool,
    /// How long a writer waits for its turn, [`PATIENCE`] unless told otherwise.
    pub patience: Duration,
    /// What this process does: the tool's name, for whoever has to wait for it.
    pub doing: String,
    /// Leave the write-ahead log to a later command: for short commands, of which there are many.
    pub leave_log: bool,
}

impl Default for OpenOptions {
    fn default() -> Self {
        Self {
            force_file_system: false,
            accept_older: false,
            patience: PATIENCE,
            doing: String::new(),
            leave_log: false,
        }
    }
}

/// The open library file.
#[derive(Debug)]
pub struct Library {
    // The connection goes before the note that the file is open.
    conn: Connection,
    opened: Opened,
    path: PathBuf,
    options: OpenOptions,
    leaves_log: Cell<bool>,
    stopped: Cell<bool>,
}

/// One consistent view of the library, for reading.
pub struct Snapshot<'a> {
    conn: &'a Connection,
}

impl<'a> Snapshot<'a> {
    /// A view through a connection of the core's own, for a file that is no open library.
    pub(crate) fn of(conn: &'a Connection) -> Snapshot<'a> {
        Snapshot { conn }
    }

    /// The connection, for `store` modules.
    pub(crate) fn sql(&self) -> &Connection {
        self.conn
    }
}

/// One write: everything in it is stored together or not at all.
pub struct Transaction<'a> {
    conn: &'a Connection,
}

impl<'a> Transaction<'a> {
    /// A transaction on a connection of the core's own, for a file that is no open library yet.
    pub(crate) fn of(conn: &'a Connection) -> Transaction<'a> {
        Transaction { conn }
    }

    /// The connection, for `store` modules.
    pub(crate) fn sql(&self) -> &Connection {
        self.conn
    }
}

impl Library {
    /// Makes a new library file: whole, or not at all. Its owner and its group may read and write it, nobody else.
    ///
    /// # Errors
    /// [`Error::File`] when the path is taken or not fit for a library.
    pub fn create(path: &Path, new: &NewLibrary, act: &Act) -> Result<Library> {
        let path = draft::new_name(path, new.force_file_system)?;
        let name = LIBRARY_NAME.parse(&new.name)?;
        let folder = draft::Folder::take(path.parent().unwrap_or(Path::new("/")), PATIENCE)?;
        let draft = folder.draft()?;
        fill(draft.path(), schema::STEPS, &name, act)?;
        draft.settle(&path, 0o660)?;
        let options = OpenOptions {
            force_file_system: new.force_file_system,
            ..OpenOptions::default()
        };
        // Who is told that it failed must not find a library there the next time.
        Library::open(&path, &options).inspect_err(|_| draft::take_back(&path))
    }

    /// Opens a library file.
    ///
    /// # Errors
    /// [`Error::File`] when the path is not a library file that this program can use; it is then left as it was.
    pub fn open(path: &Path, options: &OpenOptions) -> Result<Library> {
        let path = path::resolve(path)?;
        path::plain(&path)?;
        if !options.force_file_system {
            path::refuse_foreign(&path)?;
        }
        let opened = path::check(&path, schema::NEWEST)?;
        let named = |error| match error {
            Error::Damaged(what) => Error::file(&path, FileRefusal::Damaged(what)),
            error => error,
        };
        let conn = connect(&path, Role::Work, options.patience).map_err(named)?;
        let leaves_log = options.leave_log && connection::leave_log(&conn, &path)?;
        let id: i64 = conn
            .query_row("PRAGMA application_id", [], |row| row.get(0))
            .map_err(|error| named(error.into()))?;
        if id != APPLICATION_ID {
            return Err(Error::file(&path, FileRefusal::Alien));
        }
        let library = Library {
            conn,
            opened,
            path,
            options: options.clone(),
            leaves_log: Cell::new(leaves_log),
            stopped: Cell::new(false),
        };
        library.same_schema(options.accept_older)?;
        Ok(library)
    }

    /// Refuses a file of a newer version, and one of an older version unless that is accepted.
    fn same_schema(&self, accept_older: bool) -> Result<()> {
        let (file, program) = (schema::version(&self.conn)?, schema::NEWEST);
        if file > program {
            Err(Error::file(&self.path, FileRefusal::Newer { file, program }))
        } else if file < program && !accept_older {
            Err(Error::file(&self.path, FileRefusal::Older { file, program }))
        } else {
            Ok(())
        }
    }

    /// The file: absolute, without links.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How it was opened.
    pub(crate) fn options(&self) -> &OpenOptions {
        &self.options
    }

    /// Takes a turn of another kind than a writer's, at the file beside this one whose name ends so; nobody waits for it.
    pub(crate) fn turn(&self, ending: &str, act: &Act) -> Result<Turn> {
        let patience = Duration::ZERO;
        queue::enter(&self.path, ending, act.staff.as_str(), &self.options.doing, patience)
    }

    /// Takes the write-ahead log into the file and cuts it to nothing, so that nothing of what was erased is left in
    /// it. `false`: somebody was reading, and the log stays for now.
    ///
    /// # Errors
    /// Storage errors.
    pub fn fold_log(&self) -> Result<bool> {
        let folded = self
            .conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
        match folded.map_err(Error::from) {
            Ok(busy) => Ok(busy == 0),
            Err(Error::Busy { .. }) => Ok(false),
            Err(error) => Err(error).inspect_err(|error| self.stop_after(error)),
        }
    }

    /// Goes with the process, which ends now: the system closes files faster than this program takes its memory apart,
    /// and what was committed is on the disk. A library whose log is to be taken in is closed all the same.
    pub fn leave(self) {
        if self.leaves_log.get() {
            std::mem::forget(self);
        }
    }

    /// Reads in one consistent view.
    ///
    /// # Errors
    /// Whatever `f` answers, and storage errors.
    pub fn read<T>(&self, f: impl FnOnce(&Snapshot<'_>) -> Result<T>) -> Result<T> {
        let read = || {
            let tx = self.conn.unchecked_transaction()?;
            let answer = f(&Snapshot { conn: &tx })?;
            tx.finish()?;
            Ok(answer)
        };
        read().inspect_err(|error| self.stop_after(error))
    }

    /// A second view of the file, of a connection of its own; it can be handed to another thread. Drop it soon: an open
    /// reader keeps the write-ahead log from being taken into the file.
    pub(crate) fn second_view(&self) -> Result<Before> {
        Before::open(&self.path, self.opened.clone(), self.options.patience)
    }

    /// Writes in one `BEGIN IMMEDIATE` transaction behind the fair queue; an error stores nothing.
    ///
    /// `f` answers its result and the journal entry of the action. The entry is chained to the one that was
    /// last when the transaction began, so all of `f`'s reads may come before all of its writes. No entry is
    /// for writes that are nobody's action (a search that found nothing).
    ///
    /// # Errors
    /// Whatever `f` answers, [`Error::Busy`] when patience ends, [`Error::Stopped`] after the file or its disk
    /// failed in this process, and storage errors.
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

    /// Writes as [`Library::write`] does, to a file of an older version too.
    fn upgrading<T>(&mut self, act: &Act, f: impl FnOnce(&Transaction<'_>) -> Result<(T, Option<Entry>)>) -> Result<T> {
        self.transact(act, End::Upgrade, f)
    }

    /// Writes as [`Library::write`] does, with a second connection beside it that sees the file as it was
    /// before the first write, whatever the transaction does. It can be handed to another thread.
    ///
    /// Drop it before `f` returns: an open reader keeps the write-ahead log from being taken into the file.
    pub(crate) fn write_beside<T>(
        &mut self,
        act: &Act,
        f: impl FnOnce(Before, &Transaction<'_>) -> Result<(T, Option<Entry>)>,
    ) -> Result<T> {
        let (path, opened, patience) = (self.path.clone(), self.opened.clone(), self.options.patience);
        self.transact(act, End::Commit, |tx| f(Before::open(&path, opened, patience)?, tx))
    }

    fn transact<T>(
        &mut self,
        act: &Act,
        end: End,
        f: impl FnOnce(&Transaction<'_>) -> Result<(T, Option<Entry>)>,
    ) -> Result<T> {
        if self.stopped.get() {
            return Err(Error::Stopped);
        }
        let _turn = queue::enter(
            &self.path,
            queue::WRITERS,
            act.staff.as_str(),
            &self.options.doing,
            self.options.patience,
        )?;
        let answer = self.alone(act, end, f);
        answer.inspect_err(|error| self.stop_after(error))
    }

    /// One write transaction, in this process's turn.
    fn alone<T>(
        &mut self,
        act: &Act,
        end: End,
        f: impl FnOnce(&Transaction<'_>) -> Result<(T, Option<Entry>)>,
    ) -> Result<T> {
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (file, program) = (schema::version(&tx)?, schema::NEWEST);
        if file > program {
            return Err(Error::file(&self.path, FileRefusal::Newer { file, program }));
        } else if file < program && !matches!(end, End::Upgrade) {
            return Err(Error::file(&self.path, FileRefusal::Older { file, program }));
        }
        let own = Transaction { conn: &tx };
        let last = Link::last(&own)?;
        let (answer, entry) = f(&own)?;
        if let Some(entry) = entry {
            last.append(&own, act, &entry)?;
        }
        match end {
            End::Commit | End::Upgrade => tx.commit()?,
            End::Rollback => tx.rollback()?,
        }
        Ok(answer)
    }

    /// After the file or its disk failed this process writes nothing more; the next one recovers.
    fn stop_after(&self, error: &Error) {
        if error.is_failure() || matches!(error, Error::Full) {
            connection::take_log(&self.conn);
            self.leaves_log.set(false);
        }
        if error.is_failure() {
            self.stopped.set(true);
        }
    }
}

/// How a transaction ends when all went well.
#[derive(Debug, Clone, Copy)]
enum End {
    Commit,
    /// As [`End::Commit`], and the file may be of an older version when it begins.
    Upgrade,
    Rollback,
}

/// A second connection, in a read transaction of its own: the library as it was before a write began, or as it is.
#[derive(Debug)]
pub(crate) struct Before {
    conn: Connection,
    _opened: Opened,
}

impl Before {
    fn open(path: &Path, opened: Opened, patience: Duration) -> Result<Before> {
        let conn = connect(path, Role::Work, patience)?;
        conn.execute_batch("BEGIN")?;
        conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(Before { conn, _opened: opened })
    }

    /// The view, for the functions that read one.
    pub(crate) fn snapshot(&self) -> Snapshot<'_> {
        Snapshot { conn: &self.conn }
    }
}

/// Makes the tables of a new library in an empty file, and its first journal entry.
fn fill(path: &Path, steps: &[&str], name: &str, act: &Act) -> Result<()> {
    let mut conn = connect_at_rest(path, true)?;
    conn.pragma_update(None, "page_size", PAGE)?;
    conn.query_row("PRAGMA journal_mode = MEMORY", [], |_| Ok(()))?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    schema::take(&tx, 0, steps)?;
    tx.pragma_update(None, "application_id", APPLICATION_ID)?;
    let own = Transaction { conn: &tx };
    if !name.is_empty() {
        settings::store::save(&own, LIBRARY_NAME.key, name)?;
    }
    // Tests make files of older versions, which have no calendar.
    if steps.len() as i64 >= schema::CALENDAR {
        crate::calendar::begin(&own)?;
    }
    let entry = Entry {
        action: "library.init",
        detail: serde_json::json!({ "name": name }),
    };
    Link::last(&own)?.append(&own, act, &entry)?;
    tx.commit()?;
    draft::to_wal(conn, path)
}
