//! The desk of the testkit, this tool at work there, and days to come.

use std::ops::Deref;

use pustaka_cli::{Finished, run_in};
use pustaka_testkit::answer::json;
use pustaka_testkit::desk::Desk as Folder;
use serde_json::Value;

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
        Desk(Folder::new())
    }

    /// Runs the tool in process.
    pub(crate) fn run(&self, args: &[&str]) -> Finished {
        self.0.run(&event_roster::TOOL, args)
    }

    /// Runs the tool in process, which must succeed, and answers its JSON.
    #[track_caller]
    pub(crate) fn done(&self, args: &[&str]) -> Value {
        self.0.done(&event_roster::TOOL, args)
    }

    /// The tool in process on another day, with something on standard input; its exit code and its JSON.
    pub(crate) fn on(&self, moment: &str, stdin: &str, args: &[&str]) -> (u8, Value) {
        let mut world = self.0.world().with_stdin(stdin);
        world.now = moment.parse().unwrap();
        let finished = run_in(&event_roster::TOOL, args.iter().chain(&["--format", "json"]), world);
        assert!(finished.code < 2, "{args:?}: {}", finished.err());
        (finished.code, json(&finished.stdout))
    }

    /// The command line, what the shipped program says on both streams, and its exit code.
    pub(crate) fn told(&self, args: &[&str]) -> String {
        let told = self.0.told(env!("CARGO_BIN_EXE_event-roster"), args);
        format!("$ event-roster {}\n{told}\n", args.join(" "))
    }

    /// The discussion on Saturday week, 40 places.
    pub(crate) fn with_discussion(capacity: &str) -> Desk {
        let desk = Desk::new();
        let args = [
            "add",
            "Diskusi Laskar Pelangi",
            "--kind",
            "book-discussion",
            "--session",
            "2026-11-28 09:00-12:00",
            "--place",
            "Ruang Baca",
            "--key",
            "diskusi",
            "--capacity",
            capacity,
        ];
        desk.done(&args);
        desk
    }
}
