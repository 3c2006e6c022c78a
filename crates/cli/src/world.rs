//! Everything a run sees of the machine: environment, clock, terminal and standard input.
//!
//! The real one is read once, here; a test hands in one of its own, so that a run in process is sealed.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, Cursor, IsTerminal};

use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, ZonedDateTime};

/// What a run sees of the machine. [`World::sealed`] makes one for tests.
pub struct World {
    /// Environment variables; nothing else of the environment is ever read.
    pub env: BTreeMap<OsString, OsString>,
    /// The moment the run happens at.
    pub now: Timestamp,
    /// Standard input.
    pub stdin: Box<dyn BufRead + Send>,
    /// Which of the three streams are a terminal.
    pub terminal: Terminal,
    /// Output goes to the process's own streams instead of being kept.
    pub(crate) live: bool,
    /// How far the clock of a sealed world goes on each time it is asked anew.
    pace: SignedDuration,
}

/// Which streams are a terminal, and how wide it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terminal {
    /// Answers can be typed.
    pub stdin: bool,
    /// Data are read by a person.
    pub stdout: bool,
    /// Words are read by a person.
    pub stderr: bool,
    /// Columns, when one of them is a terminal.
    pub width: Option<u16>,
}

impl World {
    /// A sealed world for tests: a given moment, an empty environment, no terminal, nothing on standard input.
    pub fn sealed(now: Timestamp) -> World {
        World {
            env: BTreeMap::new(),
            now,
            stdin: Box::new(Cursor::new(Vec::new())),
            terminal: Terminal::default(),
            live: false,
            pace: SignedDuration::ZERO,
        }
    }

    /// Sets an environment variable.
    #[must_use]
    pub fn with_env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> World {
        self.env.insert(name.into(), value.into());
        self
    }

    /// Puts bytes on standard input.
    #[must_use]
    pub fn with_stdin(mut self, bytes: impl Into<Vec<u8>>) -> World {
        self.stdin = Box::new(Cursor::new(bytes.into()));
        self
    }

    /// Lets the clock go on by so much each time it is asked anew: a run that goes on for long.
    #[must_use]
    pub fn with_pace(mut self, pace: SignedDuration) -> World {
        self.pace = pace;
        self
    }

    /// Lets all three streams look like a terminal of this many columns.
    #[must_use]
    pub fn with_terminal(mut self, width: u16) -> World {
        self.terminal = Terminal {
            stdin: true,
            stdout: true,
            stderr: true,
            width: Some(width),
        };
        self
    }

    /// The world of this process.
    pub(crate) fn of_process() -> World {
        let terminal = Terminal {
            stdin: std::io::stdin().is_terminal(),
            stdout: std::io::stdout().is_terminal(),
            stderr: std::io::stderr().is_terminal(),
            width: terminal_width(),
        };
        World {
            env: std::env::vars_os().collect(),
            now: clock(),
            stdin: Box::new(BufReader::new(std::io::stdin())),
            terminal,
            live: true,
            pace: SignedDuration::ZERO,
        }
    }

    /// A variable that is set and not empty.
    pub(crate) fn var(&self, name: &str) -> Option<&OsStr> {
        self.env
            .get(OsStr::new(name))
            .map(OsString::as_os_str)
            .filter(|value| !value.is_empty())
    }

    /// A variable as text; one that is not Unicode counts as not set.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.var(name).and_then(OsStr::to_str)
    }

    /// The moment in the library's time zone: Asia/Jakarta, UTC+07:00, without daylight saving since 1964.
    pub(crate) fn here(&self) -> ZonedDateTime {
        self.now.to_zoned_datetime(library_zone())
    }
}

/// The library's time zone.
pub(crate) fn library_zone() -> TimeZone {
    TimeZone::fixed(Offset::constant(7))
}

/// The one line of the workspace that asks what time it is.
#[expect(
    clippy::disallowed_methods,
    reason = "everything else is handed the moment as an argument"
)]
fn clock() -> Timestamp {
    Timestamp::now()
}

/// The moment it is now for a world: the clock's for the process's own, its own for a sealed one, a pace after the last.
pub(crate) fn now_of(world: &World) -> Timestamp {
    match world.live {
        true => clock(),
        false => world.now.checked_add(world.pace).unwrap_or(world.now),
    }
}

fn terminal_width() -> Option<u16> {
    let size = rustix::termios::tcgetwinsize(std::io::stdout())
        .or_else(|_| rustix::termios::tcgetwinsize(std::io::stderr()))
        .ok()?;
    (size.ws_col > 0).then_some(size.ws_col)
}
