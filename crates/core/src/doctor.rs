//! What there is to know about the file and the machine under it, and what should be seen to.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::act::Act;
use crate::backup::Found;
use crate::error::{Error, Result};
use crate::journal::{self, Head};
use crate::library::path::beside;
use crate::library::{Library, Pages, file_system, pages, schema};

/// What is true of the file and the machine now.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The library file.
    pub path: PathBuf,
    /// Its length in bytes.
    pub bytes: u64,
    /// Length of the write-ahead log in bytes.
    pub log_bytes: u64,
    /// Permission bits of the file (`0o660`).
    pub mode: u32,
    /// Permission bits of its folder (`0o2770`).
    pub folder_mode: u32,
    /// Type of the file system.
    pub file_system: String,
    /// Bytes that are free on it for this user.
    pub free_bytes: u64,
    /// Schema steps that the file has taken.
    pub schema: i64,
    /// Schema steps that this program knows.
    pub newest_schema: i64,
    /// Version of SQLite in this program.
    pub sqlite: &'static str,
    /// Pages and settings of the connection.
    pub pages: Pages,
    /// The journal's last entry; its chain was not followed.
    pub journal: Head,
    /// When that was.
    pub last_entry: Option<Timestamp>,
    /// The newest backup in the folder that was asked for, if any.
    pub last_backup: Option<Found>,
    /// What should be seen to.
    pub advice: Vec<Advice>,
}

/// Something that should be seen to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// The file is of an older version: upgrade.
    Upgrade,
    /// The machine's clock stands before the journal's last entry.
    ClockBack {
        /// When the last entry was made.
        last: Timestamp,
    },
    /// The file lies in memory and is gone when the machine is switched off.
    InMemory,
    /// The file system is not one machine's own; two desks can damage the file.
    FileSystem,
    /// People outside the library's group can open the file.
    OpenToAll,
    /// People outside the library's group can put files into its folder.
    FolderOpenToAll,
    /// The group may make files in the folder, but they are not the group's: the folder should be `2770`.
    FolderNotTheGroups,
    /// Less is free than the library is long.
    LittleSpace,
    /// The log is longer than the library: some program keeps reading.
    LongLog,
    /// No backup is in the folder.
    NoBackup,
    /// The newest backup is older than a week; its age in days.
    OldBackup {
        /// Full days since it was made.
        days: i64,
    },
}

impl Advice {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Advice::Upgrade => "advice.upgrade",
            Advice::ClockBack { .. } => "advice.clock-back",
            Advice::InMemory => "advice.in-memory",
            Advice::FileSystem => "advice.file-system",
            Advice::OpenToAll => "advice.open-to-all",
            Advice::FolderOpenToAll => "advice.folder-open-to-all",
            Advice::FolderNotTheGroups => "advice.folder-not-the-groups",
            Advice::LittleSpace => "advice.little-space",
            Advice::LongLog => "advice.long-log",
            Advice::NoBackup => "advice.no-backup",
            Advice::OldBackup { .. } => "advice.old-backup",
        }
    }
}

/// The log may grow to this many bytes without anybody's fault.
const USUAL_LOG: u64 = 64 << 20;

impl Library {
    /// Gathers the facts, and what follows from them at the moment of `act`. Backups are looked for in `backups`.
    ///
    /// # Errors
    /// What the system answers.
    pub fn doctor(&self, backups: Option<&Path>, act: &Act) -> Result<Facts> {
        let path = self.path().to_owned();
        let failed = |error| Error::io("look at", self.path(), error);
        let file = path.metadata().map_err(failed)?;
        let folder = path.parent().unwrap_or(Path::new("/"));
        let space = rustix::fs::statvfs(folder).map_err(|error| failed(error.into()))?;
        let (schema, pages, journal) = self.read(|snapshot| {
            let conn = snapshot.sql();
            Ok((schema::version(conn)?, pages(conn)?, journal::head(snapshot)?))
        })?;
        let last_backup = match backups {
            Some(folder) => self.backups(folder)?.pop(),
            None => None,
        };
        let mut facts = Facts {
            bytes: file.len(),
            log_bytes: beside(&path, "-wal").metadata().map_or(0, |log| log.len()),
            mode: file.permissions().mode() & 0o7777,
            folder_mode: folder.metadata().map_err(failed)?.permissions().mode() & 0o7777,
            file_system: file_system(&path),
            free_bytes: space.f_bavail.saturating_mul(space.f_frsize),
            schema,
            newest_schema: schema::NEWEST,
            sqlite: rusqlite::version(),
            pages,
            journal,
            last_entry: self.last_entry_at()?,
            last_backup,
            advice: Vec::new(),
            path,
        };
        facts.advice = facts.advise(backups.is_some(), act);
        Ok(facts)
    }
}

impl Facts {
    fn advise(&self, asked_for_backups: bool, act: &Act) -> Vec<Advice> {
        let mut advice = Vec::new();
        let mut say = |when: bool, what: Advice| {
            if when {
                advice.push(what);
            }
        };
        say(self.schema < self.newest_schema, Advice::Upgrade);
        if let Some(last) = self.last_entry.filter(|last| *last > act.at.timestamp()) {
            say(true, Advice::ClockBack { last });
        }
        say(self.file_system == "tmpfs", Advice::InMemory);
        say(!crate::library::path::is_local(&self.file_system), Advice::FileSystem);
        say(self.mode & 0o007 != 0, Advice::OpenToAll);
        let sticky = self.folder_mode & 0o1000 != 0;
        say(self.folder_mode & 0o002 != 0 && !sticky, Advice::FolderOpenToAll);
        let shared = self.folder_mode & 0o020 != 0 && self.folder_mode & 0o2000 == 0;
        say(shared && !sticky, Advice::FolderNotTheGroups);
        say(self.free_bytes < self.bytes, Advice::LittleSpace);
        say(self.log_bytes > self.bytes.max(USUAL_LOG), Advice::LongLog);
        match &self.last_backup {
            None => say(asked_for_backups, Advice::NoBackup),
            Some(backup) => {
                let age = act.at.datetime().duration_since(backup.at);
                let days = age.as_hours() / 24;
                say(days > 7, Advice::OldBackup { days });
            }
        }
        advice
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{Permissions, set_permissions};

    use tempfile::TempDir;

    use super::*;
    use crate::library::tests::{FORCED, act, make};

    fn codes(facts: &Facts) -> Vec<&'static str> {
        let machine = ["advice.in-memory", "advice.file-system", "advice.little-space"];
        let codes = facts.advice.iter().map(Advice::code);
        codes.filter(|code| !machine.contains(code)).collect()
    }

    #[test]
    fn facts_are_stated_and_advice_follows() {
        let folder = TempDir::new().expect("a folder");
        let path = make(&folder);
        let library = Library::open(&path, &FORCED).expect("open");
        set_permissions(folder.path(), Permissions::from_mode(0o755)).expect("set");
        let facts = library.doctor(None, &act()).expect("looked at");
        assert_eq!(codes(&facts), [""; 0]);
        assert_eq!((facts.mode, facts.journal.seq, facts.pages.size), (0o660, 1, 8192));
        assert_eq!((facts.pages.synchronous, facts.schema), (2, facts.newest_schema));

        set_permissions(&path, Permissions::from_mode(0o666)).expect("set");
        set_permissions(folder.path(), Permissions::from_mode(0o777)).expect("set");
        let mut late = act();
        late.at = &late.at - jiff::Span::new().hours(1);
        let facts = library.doctor(Some(folder.path()), &late).expect("looked at");
        let expected = [
            "advice.clock-back",
            "advice.open-to-all",
            "advice.folder-open-to-all",
            "advice.folder-not-the-groups",
            "advice.no-backup",
        ];
        assert_eq!(codes(&facts), expected);

        library.backup(folder.path(), &act()).expect("saved");
        let mut later = act();
        later.at = &later.at + jiff::Span::new().days(9);
        let facts = library.doctor(Some(folder.path()), &later).expect("looked at");
        assert!(
            facts.advice.contains(&Advice::OldBackup { days: 9 }),
            "{:?}",
            facts.advice
        );
    }
}
