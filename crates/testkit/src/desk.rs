//! A temporary folder with a library in it, and tools run there: sealed from the user's own environment, on a fixed day.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use pustaka_cli::{Finished, Tool, World, run_in};
use pustaka_core::{Act, Library, NewLibrary, StaffCode};
use serde_json::Value;
use tempfile::TempDir;

use crate::answer::json;
use crate::workspace;

/// The moment at which everything happens, as `--at` takes it: a Friday.
pub const AT: &str = "2026-11-20T10:15";
/// Who does it.
pub const STAFF: &str = "sari";

/// A tool without work of its own, for tests of what all tools share.
pub const NOTHING: Tool = Tool {
    name: "nothing",
    ..Tool::BASE
};

/// An empty library as it lies on the disk: copied, it is made much faster than made anew.
static EMPTY: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("library.db");
    let new = NewLibrary {
        name: "Perpustakaan Uji".to_owned(),
        force_file_system: true,
    };
    drop(Library::create(&path, &new, &act()).expect("a new library"));
    std::fs::read(&path).expect("the new library")
});

/// Who acts, and when: [`STAFF`] at [`AT`], in the library's time zone.
///
/// # Panics
/// Never: both are valid.
pub fn act() -> Act {
    Act {
        at: format!("{AT}:00+07:00[Asia/Jakarta]").parse().expect("a moment"),
        staff: StaffCode::parse(STAFF).expect("a staff code"),
    }
}

/// A folder with (mostly) a library in it.
pub struct Desk {
    folder: TempDir,
    lang: Option<&'static str>,
}

impl Desk {
    /// A desk without a library.
    ///
    /// # Panics
    /// When no temporary folder can be made, as all of the functions here do when a file can't be written.
    pub fn bare() -> Desk {
        Desk {
            folder: tempfile::tempdir().expect("a temporary folder"),
            lang: None,
        }
    }

    /// A desk with an empty library in memory, where there is such a place: for tests of very many transactions, which
    /// do not ask what survives a power cut.
    pub fn in_memory() -> Desk {
        let memory = Path::new("/dev/shm");
        let mut desk = Desk::bare();
        if memory.is_dir() {
            desk.folder = tempfile::tempdir_in(memory).expect("a temporary folder");
        }
        desk.add_library("library.db");
        desk
    }

    /// A desk with an empty library.
    pub fn new() -> Desk {
        let desk = Desk::bare();
        desk.add_library("library.db");
        desk
    }

    /// The tools run in process speak English; else they speak Indonesian.
    #[must_use]
    pub fn in_english(mut self) -> Desk {
        self.lang = Some("en");
        self
    }

    /// Puts one more empty library on the desk.
    pub fn add_library(&self, name: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, &*EMPTY).expect("a new file");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o660)).expect("an own file");
        path
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A place in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The library.
    pub fn db(&self) -> PathBuf {
        self.path("library.db")
    }

    /// Puts a file on the desk, and answers its whole name.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, bytes).expect("a new file");
        self.name(name)
    }

    /// The whole name of a place in the folder, as an argument.
    pub fn name(&self, name: &str) -> String {
        self.path(name).into_os_string().into_string().expect("a plain name")
    }

    /// Puts a copy of a file of the project on the desk, and answers its whole name.
    pub fn fixture(&self, name: &str) -> String {
        self.file(name.rsplit('/').next().unwrap_or(name), workspace::fixture(name))
    }

    /// A file on the desk, as text.
    pub fn text(&self, name: &str) -> String {
        let bytes = std::fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The names of the files on the desk that are not the library's.
    pub fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder()).expect("the folder");
        let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.filter(|name| !name.starts_with("library.db")).collect();
        names.sort();
        names
    }

    /// A sealed world at [`AT`], with [`STAFF`] at work in this library. The folder may be on any file system.
    pub fn world(&self) -> World {
        let world = World::sealed(act().at.timestamp())
            .with_env("PUSTAKA_DB", self.db())
            .with_env("PUSTAKA_STAFF", STAFF)
            .with_env("PUSTAKA_FORCE_FILE_SYSTEM", "1");
        match self.lang {
            Some(lang) => world.with_env("PUSTAKA_LANG", lang),
            None => world,
        }
    }

    /// Runs a tool in process.
    pub fn run(&self, tool: &Tool, args: &[&str]) -> Finished {
        run_in(tool, args.iter().copied(), self.world())
    }

    /// Runs a tool in process with `--format json`, and answers its exit code and its JSON.
    pub fn json(&self, tool: &Tool, args: &[&str]) -> (u8, Value) {
        let finished = self.run(tool, &[args, &["--format", "json"]].concat());
        (finished.code, json(&finished.stdout))
    }

    /// Runs a tool in process that must succeed, with `--format json`, and answers its JSON.
    ///
    /// # Panics
    /// When it does not.
    #[track_caller]
    pub fn done(&self, tool: &Tool, args: &[&str]) -> Value {
        let finished = self.run(tool, &[args, &["--format", "json"]].concat());
        assert_eq!(finished.code, 0, "{args:?}: {}{}", finished.out(), finished.err());
        json(&finished.stdout)
    }

    /// A shipped program, ready to run in the folder.
    pub fn program(&self, program: impl AsRef<Path>, args: &[&str]) -> Command {
        let mut command = Command::new(program.as_ref());
        command
            .args(args)
            .env_clear()
            .env("PUSTAKA_DB", self.db())
            .env("PUSTAKA_STAFF", STAFF)
            .env("PUSTAKA_AT", AT)
            .env("PUSTAKA_FORCE_FILE_SYSTEM", "1")
            .current_dir(self.folder());
        command
    }

    /// What a shipped program says on both streams, and its exit code, with this desk's folder named `[DESK]`.
    ///
    /// # Panics
    /// When it can't be run, says what is not text, or is killed.
    pub fn told(&self, program: impl AsRef<Path>, args: &[&str]) -> String {
        let run = self.program(program, args).output();
        let Output { status, stdout, stderr } = run.expect("a program that can be run");
        let text = |bytes: Vec<u8>| self.sealed(&String::from_utf8(bytes).expect("text"));
        let code = status.code().expect("an exit code");
        format!("{}{}exit {code}\n", text(stdout), text(stderr))
    }

    /// A text with this desk's folder named `[DESK]`, and the line ends of Excel as plain ones.
    pub fn sealed(&self, text: &str) -> String {
        let folder = self.folder().canonicalize().expect("the folder");
        text.replace(&*folder.to_string_lossy(), "[DESK]").replace('\r', "")
    }
}

impl Default for Desk {
    fn default() -> Self {
        Desk::new()
    }
}
