//! A folder with a library in it, and the program run there: sealed from the user's own environment.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use pustaka_cli::{Finished, World, run_in};
use tempfile::TempDir;

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_library-db");

/// A folder with (mostly) a library in it.
pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A desk without a library.
    pub(crate) fn bare() -> Desk {
        Desk {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A desk with a new library.
    pub(crate) fn new() -> Desk {
        let desk = Desk::bare();
        let made = desk.run(&["init", "--name", "Perpustakaan Uji"]);
        assert_eq!(made.code, 0, "{}", made.err());
        desk
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn db(&self) -> PathBuf {
        self.path("library.db")
    }

    /// A sealed world at 10:15 on 20 November 2026.
    pub(crate) fn world(&self) -> World {
        World::sealed("2026-11-20T03:15:00Z".parse().unwrap())
            .with_env("PUSTAKA_DB", self.db())
            .with_env("PUSTAKA_STAFF", "sari")
    }

    /// Runs the tool in process.
    pub(crate) fn run(&self, args: &[&str]) -> Finished {
        run_in(&library_db::TOOL, args.iter().copied(), self.world())
    }

    /// The shipped program, ready to run.
    pub(crate) fn program(&self, args: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .args(args)
            .env_clear()
            .env("PUSTAKA_DB", self.db())
            .env("PUSTAKA_STAFF", "sari")
            .env("PUSTAKA_AT", "2026-11-20T10:15")
            .current_dir(self.folder());
        command
    }

    /// What the shipped program says on both streams, and its exit code, with this desk's folder named `[DESK]`.
    pub(crate) fn told(&self, args: &[&str]) -> String {
        let Output { status, stdout, stderr } = self.program(args).output().unwrap();
        let folder = self.folder().canonicalize().unwrap();
        let text = |bytes: &[u8]| {
            String::from_utf8(bytes.to_vec())
                .unwrap()
                .replace(folder.to_str().unwrap(), "[DESK]")
        };
        format!("{}{}exit {}\n", text(&stdout), text(&stderr), status.code().unwrap())
    }
}

/// The JSON on a stream.
pub(crate) fn json(bytes: &[u8]) -> serde_json::Value {
    serde_json::from_slice(bytes).unwrap_or_else(|_| panic!("no JSON: {}", String::from_utf8_lossy(bytes)))
}

/// The code of the failure that a run in JSON ended with.
pub(crate) fn code_of(finished: &Finished) -> String {
    json(&finished.stderr)["error"]["code"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}
