//! The desk of the testkit, with this tool at work on it, in English.

use std::ops::Deref;
use std::process::Command;

use pustaka_cli::Finished;
use pustaka_core::check::Report;
use pustaka_testkit::desk::Desk as Folder;
use pustaka_testkit::stored;
use serde_json::Value;

pub(crate) use pustaka_testkit::answer::{code_of, json, rows, warnings};
pub(crate) use pustaka_testkit::workspace::root;

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_catalog-import");

/// A folder with a library in it.
pub(crate) struct Desk(Folder);

impl Deref for Desk {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.0
    }
}

impl Desk {
    /// A desk with an empty library.
    pub(crate) fn new() -> Desk {
        Desk(Folder::new().in_english())
    }

    /// Runs the tool in process.
    pub(crate) fn run(&self, args: &[&str]) -> Finished {
        self.0.run(&catalog_import::TOOL, args)
    }

    /// Runs the tool in process and answers its exit code and its JSON.
    pub(crate) fn json(&self, args: &[&str]) -> (u8, Value) {
        self.0.json(&catalog_import::TOOL, args)
    }

    /// Imports a file of these bytes and answers what became of it.
    pub(crate) fn import(&self, name: &str, bytes: impl AsRef<[u8]>, more: &[&str]) -> (u8, Value) {
        let file = self.file(name, bytes);
        self.json(&[&[file.as_str()], more].concat())
    }

    /// The shipped program, ready to run.
    pub(crate) fn program(&self, args: &[&str]) -> Command {
        self.0.program(PROGRAM, args)
    }

    /// The command line, what the shipped program says on both streams, and its exit code.
    pub(crate) fn told(&self, args: &[&str]) -> String {
        format!("$ catalog-import {}\n{}\n", args.join(" "), self.0.told(PROGRAM, args))
    }

    /// The library, looked over deeply.
    pub(crate) fn check(&self) -> Report {
        stored::check(&self.db())
    }
}
