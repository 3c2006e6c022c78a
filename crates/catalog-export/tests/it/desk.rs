//! The desk of the testkit with some titles in its library, and this tool at work on it.

use std::ops::Deref;
use std::process::Command;

use pustaka_cli::Finished;
use pustaka_testkit::desk::Desk as Folder;
use pustaka_testkit::filled;

pub(crate) use pustaka_testkit::filled::Row;

const PROGRAM: &str = env!("CARGO_BIN_EXE_catalog-export");

/// A folder with a library in it, and titles in the library.
pub(crate) struct Desk(Folder);

impl Deref for Desk {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.0
    }
}

impl Desk {
    /// A desk whose library holds these titles.
    pub(crate) fn with(rows: &[Row<'_>]) -> Desk {
        let desk = Folder::new();
        if !rows.is_empty() {
            filled::import(&desk.db(), rows);
        }
        Desk(desk)
    }

    /// Runs the tool in process.
    pub(crate) fn run(&self, args: &[&str]) -> Finished {
        self.0.run(&catalog_export::TOOL, args)
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
