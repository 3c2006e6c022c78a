//! The desk of the testkit, with this tool at work on it.

use std::ops::Deref;

use pustaka_cli::Finished;
use pustaka_testkit::desk::Desk as Folder;
use serde_json::Value;

pub(crate) use pustaka_testkit::answer::{assert_says, code_of, ended, json, rows, warnings};

pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_member");

/// A folder with a library in it.
pub(crate) struct Desk(Folder);

impl Deref for Desk {
    type Target = Folder;

    fn deref(&self) -> &Folder {
        &self.0
    }
}

impl Desk {
    pub(crate) fn new() -> Desk {
        Desk(Folder::new().in_english())
    }

    pub(crate) fn run(&self, args: &[&str]) -> Finished {
        self.0.run(&member::TOOL, args)
    }

    /// The JSON of a run that must succeed.
    #[track_caller]
    pub(crate) fn done(&self, args: &[&str]) -> Value {
        self.0.done(&member::TOOL, args)
    }

    /// The code of the refusal of a run that must end with this exit code.
    #[track_caller]
    pub(crate) fn refused(&self, args: &[&str], code: u8) -> String {
        code_of(&ended(self.run(&[args, &["--format", "json"]].concat()), code))
    }

    /// Imports a file of these bytes and answers its exit code and its JSON.
    pub(crate) fn import(&self, name: &str, bytes: impl AsRef<[u8]>, more: &[&str]) -> (u8, Value) {
        let file = self.file(name, bytes);
        self.0.json(&member::TOOL, &[&["import", file.as_str()], more].concat())
    }

    /// The command line, what the shipped program says on both streams, and its exit code.
    pub(crate) fn told(&self, args: &[&str]) -> String {
        format!("$ member {}\n{}\n", args.join(" "), self.0.told(PROGRAM, args))
    }

    /// Whether the library is sound, to its deepest.
    pub(crate) fn is_sound(&self) -> bool {
        pustaka_testkit::stored::check(&self.db()).is_sound()
    }
}
