//! The library file of a run, and who acts in it.

use std::path::PathBuf;

use jiff::ZonedDateTime;
use pustaka_core::{Act, Library, OpenOptions, StaffCode};

use super::Session;
use crate::errors;
use crate::failure::Failure;
use crate::options;
use crate::words::{output as output_words, usage as usage_words};
use crate::world::library_zone;

impl Session {
    /// Where the library file is: `--db`, `PUSTAKA_DB`, else `library.db` in the user's data folder.
    ///
    /// # Errors
    /// When none of them is known.
    pub fn db(&self) -> Result<PathBuf, Failure> {
        if let Some(path) = &self.shared.db {
            return Ok(path.clone());
        }
        let absolute = |name| {
            self.world
                .var(name)
                .map(PathBuf::from)
                .filter(|path| path.is_absolute())
        };
        let data = absolute("XDG_DATA_HOME").or_else(|| absolute("HOME").map(|home| home.join(".local/share")));
        match data {
            Some(data) => Ok(data.join("pustaka/library.db")),
            None => {
                Err(Failure::usage("db.unknown", usage_words::no_home(self.lang)).hint(usage_words::name_db(self.lang)))
            }
        }
    }

    /// Opens the library file to read. It is never made by surprise: that is `library-db init`'s work.
    ///
    /// # Errors
    /// The core's, each with its sentence; where there is no file, the way to one.
    pub fn open(&self) -> Result<Library, Failure> {
        self.open_with(&self.open_options())
    }

    /// Opens the library file in a way of the tool's own.
    ///
    /// # Errors
    /// As [`open`](Session::open).
    pub fn open_with(&self, options: &OpenOptions) -> Result<Library, Failure> {
        use pustaka_core::{Error, FileRefusal::*};
        let path = self.db()?;
        match Library::open(&path, options) {
            Err(Error::File {
                why: Missing | NoFolder,
                ..
            }) => Err(errors::no_library(&path, self.db_named(), self.lang)),
            opened => Ok(opened?),
        }
    }

    /// Opens the library file to write, with who acts and when. A clock that went back since the last entry of the
    /// journal is said first; the order of the journal does not depend on it.
    ///
    /// # Errors
    /// The core's, each with its sentence.
    pub fn open_to_write(&mut self) -> Result<(Library, Act), Failure> {
        let act = self.act()?;
        let library = self.open()?;
        let last = library.last_entry_at()?;
        if let Some(last) = last.filter(|last| *last > self.world.now) {
            let last = last.to_zoned_datetime(library_zone());
            let shown = |moment: &ZonedDateTime| moment.strftime("%Y-%m-%d %H:%M").to_string();
            self.warn(output_words::clock_went_back(
                self.lang,
                shown(&self.world.here()),
                shown(&last),
            ));
        }
        Ok((library, act))
    }

    /// Leaves a library when nothing is to be done in it any more and the process is about to end. A run in process
    /// closes it.
    pub fn leave(&self, library: Library) {
        match self.world.live {
            true => library.leave(),
            false => drop(library),
        }
    }

    /// How this tool opens a library: its name is what others who wait for it see. `PUSTAKA_FORCE_FILE_SYSTEM=1` takes
    /// a network or foreign file system all the same.
    pub fn open_options(&self) -> OpenOptions {
        OpenOptions {
            doing: self.tool.name.to_owned(),
            leave_log: self.tool.leaves_log,
            force_file_system: self.force_file_system(),
            ..OpenOptions::default()
        }
    }

    /// Whether a network or foreign file system is taken all the same: `PUSTAKA_FORCE_FILE_SYSTEM=1`.
    pub fn force_file_system(&self) -> bool {
        self.world.text("PUSTAKA_FORCE_FILE_SYSTEM") == Some("1")
    }

    /// Who acts, and when: what everything that writes asks for.
    ///
    /// # Errors
    /// When the login name is no staff code and none is given.
    pub fn act(&self) -> Result<Act, Failure> {
        Ok(Act {
            at: self.shared.at.clone(),
            staff: self.staff()?,
        })
    }

    fn staff(&self) -> Result<StaffCode, Failure> {
        if let Some(code) = &self.shared.staff {
            return Ok(code.clone());
        }
        let login = self.world.text("LOGNAME").or_else(|| self.world.text("USER"));
        let login = match login {
            Some(name) => name.to_owned(),
            None => user_name(rustix::process::getuid().as_raw()),
        };
        StaffCode::parse(&login).map_err(|_| options::bad_staff(&login, self.lang))
    }
}

/// The login name of a user by their number, as the system's user list has it; the number where it has none.
pub fn user_name(number: u32) -> String {
    let number = number.to_string();
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let own = users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)? == number).then(|| name.to_owned())
    });
    own.unwrap_or(number)
}
