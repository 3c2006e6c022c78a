//! What there is to know about the file and the machine under it, and what should be seen to.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;

use crate::act::Act;
use crate::backup::Found;
use crate::error::{Error, Result};
use crate::journal::{self, Head};
use crate::library::path::beside;
use crate::library::{Library, Pages, file_system, pages, schema};
use crate::night::{self, Kept};

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
    /// The newest backup in the folder that was asked for, else in those of the night, if any.
    pub last_backup: Option<Found>,
    /// The day that the newest night closes, if any night ever ran.
    pub last_night: Option<Date>,
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
    /// The newest night is of a day that is not over: until then no night is run.
    NightAhead {
        /// That day.
        day: Date,
    },
    /// Days are over that no night has closed.
    NightMissed {
        /// How many.
        days: i64,
    },
    /// The night has made no good backup, and nobody else has where it looks.
    NightBackupOld {
        /// For how many days.
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
            Advice::NightAhead { .. } => "advice.night-ahead",
            Advice::NightMissed { .. } => "advice.night-missed",
            Advice::NightBackupOld { .. } => "advice.night-backup-old",
        }
    }
}

/// The log may grow to this many bytes without anybody's fault.
const USUAL_LOG: u64 = 64 << 20;

/// A machine may be off for so many nights before somebody is asked to look.
const NIGHTS_OFF: i64 = 2;

impl Library {
    /// Gathers the facts, and what follows from them at the moment of `act`. Backups are looked for in `backups`, and where
    /// the night leaves its own.
    ///
    /// # Errors
    /// What the system answers.
    pub fn doctor(&self, backups: Option<&Path>, act: &Act) -> Result<Facts> {
        let path = self.path().to_owned();
        let failed = |error| Error::io("look at", self.path(), error);
        let file = path.metadata().map_err(failed)?;
        let folder = path.parent().unwrap_or(Path::new("/"));
        let space = rustix::fs::statvfs(folder).map_err(|error| failed(error.into()))?;
        let (schema, pages, journal, night) = self.read(|snapshot| {
            let conn = snapshot.sql();
            let schema = schema::version(conn)?;
            // An older file may not know of nights.
            let night = match schema == schema::NEWEST {
                true => night::kept(snapshot, act.day())?,
                false => Kept::default(),
            };
            Ok((schema, pages(conn)?, journal::head(snapshot)?, night))
        })?;
        let last_backup = match backups {
            Some(folder) => self.backups(folder)?.pop(),
            None => night.backup.clone(),
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
            last_night: night.newest,
            advice: Vec::new(),
            path,
        };
        facts.advice = facts.advise(backups.is_some(), &night, act);
        Ok(facts)
    }
}

impl Facts {
    fn advise(&self, asked_for_backups: bool, night: &Kept, act: &Act) -> Vec<Advice> {
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
        match self.last_backup.as_ref().filter(|_| asked_for_backups) {
            None => say(asked_for_backups, Advice::NoBackup),
            Some(backup) => {
                let age = act.at.datetime().duration_since(backup.at);
                let days = age.as_hours() / 24;
                say(days > 7, Advice::OldBackup { days });
            }
        }
        if let Some(day) = night.newest.filter(|newest| *newest >= act.day()) {
            say(true, Advice::NightAhead { day });
        }
        let days = night.missed;
        say(days > NIGHTS_OFF, Advice::NightMissed { days });
        let days = night.backup_old;
        say(days > 0, Advice::NightBackupOld { days });
        advice
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{Permissions, set_permissions};

    use tempfile::TempDir;

    use super::*;
    use crate::library::tests::{FORCED, act, make};
    use crate::night::Step;

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

    #[test]
    fn the_night_is_looked_at_as_the_page_does() {
        let folder = TempDir::new().expect("a folder");
        let path = make(&folder);
        let mut library = Library::open(&path, &FORCED).expect("open");
        set_permissions(folder.path(), Permissions::from_mode(0o755)).expect("set");
        let on = |days: i64| Act {
            at: &act().at + jiff::Span::new().days(days),
            ..act()
        };
        let said = |library: &Library, days: i64| {
            let facts = library.doctor(None, &on(days)).expect("looked at");
            codes(&facts).join(" ")
        };
        // No night ever ran.
        assert_eq!(said(&library, 2), "");
        assert_eq!(said(&library, 3), "advice.night-missed");

        let night = |library: &mut Library, after: i64, step: Step| {
            let day = on(after).day().yesterday().expect("a day");
            library
                .night_done(&on(after), day, step, &serde_json::json!({}))
                .expect("marked");
        };
        night(&mut library, 3, Step::Backup);
        assert_eq!(said(&library, 5), "");
        // It runs, and makes no backup; then it runs no more.
        night(&mut library, 6, Step::Check);
        assert_eq!(said(&library, 6), "advice.night-backup-old");
        assert_eq!(said(&library, 9), "advice.night-missed advice.night-backup-old");
        let backups = folder.path().join("backups");
        std::fs::create_dir(&backups).expect("a folder");
        library.backup(&backups, &on(8)).expect("saved");
        assert_eq!(said(&library, 9), "advice.night-missed");
        // A clock that was ahead: neither its night nor its backup counts.
        library.backup(&backups, &on(60)).expect("saved");
        night(&mut library, 60, Step::Backup);
        assert_eq!(said(&library, 11), "advice.night-ahead advice.night-backup-old");
        let facts = library.doctor(None, &on(11)).expect("looked at");
        assert_eq!(facts.last_backup.map(|found| found.at.date()), Some(on(8).day()));
    }
}
