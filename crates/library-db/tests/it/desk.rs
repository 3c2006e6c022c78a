//! The desk of the testkit, with this tool at work on it.

use std::ops::Deref;
use std::process::Command;

use pustaka_cli::Finished;
use pustaka_testkit::desk::Desk as Folder;

pub(crate) use pustaka_testkit::answer::{code_of, json};

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_library-db");

/// A folder with (mostly) a library in it.
pub(crate) struct Desk(Folder);

impl Deref for Desk {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.0
    }
}

impl Desk {
    /// A desk without a library.
    pub(crate) fn bare() -> Desk {
        Desk(Folder::bare())
    }

    /// A desk with a new library, made by the tool itself.
    pub(crate) fn new() -> Desk {
        let desk = Desk::bare();
        let made = desk.run(&["init", "--name", "Perpustakaan Uji"]);
        assert_eq!(made.code, 0, "{}", made.err());
        desk
    }

    /// Runs the tool in process.
    pub(crate) fn run(&self, args: &[&str]) -> Finished {
        self.0.run(&library_db::TOOL, args)
    }

    /// The shipped program, ready to run.
    pub(crate) fn program(&self, args: &[&str]) -> Command {
        self.0.program(PROGRAM, args)
    }

    /// What the shipped program says on both streams, and its exit code, with this desk's folder named `[DESK]`.
    pub(crate) fn told(&self, args: &[&str]) -> String {
        self.0.told(PROGRAM, args)
    }
}
