//! The desk of the testkit with books and members, and this tool at work on it.

use std::ops::Deref;

use pustaka_cli::{Finished, run_in};
use pustaka_core::catalog::record::Field as Book;
use pustaka_core::members::Field;
use pustaka_testkit::answer::json;
use pustaka_testkit::desk::Desk as Folder;
use pustaka_testkit::enrolled::enrol;
use pustaka_testkit::filled::{self, Row};
use serde_json::Value;

/// The catalogue: a row a copy, fields parted by `|`.
const CATALOGUE: &[&str] = &[
    "title=Laskar Pelangi|author=Hirata, Andrea|class=899.221|item_code=B0001|shelf=S-1|price=80000",
    "title=Laskar Pelangi|author=Hirata, Andrea|class=899.221|item_code=B0002|shelf=S-1|price=80000",
    "title=Sang Pemimpi|author=Hirata, Andrea|class=899.221|item_code=B0003|shelf=S-1",
    "title=Bumi Manusia|author=Toer, Pramoedya Ananta|class=899.221|item_code=B0004",
    "title=Kamus Besar|author=Pusat Bahasa|class=413|item_code=B0005|status=not-for-loan",
    "title=Angka Kembar|author=Uji|class=510|item_code=0007",
];

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
        let desk = Folder::new();
        let rows: Vec<Vec<(Book, &str)>> = CATALOGUE.iter().map(|row| row.split('|').map(cell).collect()).collect();
        let rows: Vec<Row<'_>> = rows.iter().map(Vec::as_slice).collect();
        filled::import(&desk.db(), &rows);
        let member = |card: &'static str, name, until| {
            vec![
                (Field::Card, card),
                (Field::Name, name),
                (Field::Born, "1990-05-01"),
                (Field::Joined, "2025-01-02"),
                (Field::ValidUntil, until),
            ]
        };
        let members = [
            member("A0001", "Siti Aminah", "2027-11-20"),
            member("A0002", "Budi Santoso", "2027-11-20"),
            member("A0003", "Budi Hartono", "2026-01-31"),
            member("0007", "Wayan", "2027-11-20"),
        ];
        enrol(&desk.db(), &members.each_ref().map(Vec::as_slice));
        Desk(desk)
    }

    pub(crate) fn in_english() -> Desk {
        Desk(Desk::new().0.in_english())
    }

    /// Runs the tool in process.
    pub(crate) fn run(&self, args: &[&str]) -> Finished {
        self.0.run(&loan::TOOL, args)
    }

    /// Runs the tool in process, with lines on its standard input.
    pub(crate) fn scan(&self, args: &[&str], lines: &[&str]) -> Finished {
        let world = self.world().with_stdin(lines.join("\n") + "\n");
        run_in(&loan::TOOL, args.iter().copied(), world)
    }

    /// What a person at a terminal of 80 columns sees of a desk: prompts and answers; BEL is shown as `(beep)`, ESC as `␛`.
    pub(crate) fn seen(&self, args: &[&str], lines: &[&str]) -> String {
        let world = self.world().with_stdin(lines.join("\n") + "\n").with_terminal(80);
        let finished = run_in(&loan::TOOL, args.iter().copied(), world);
        let mut typed = lines.iter();
        // The terminal echoes what is typed behind each prompt.
        let err = finished.err().replace('\u{7}', "(beep)").replace('\u{1b}', "␛");
        let mut shown = String::new();
        for part in err.split_inclusive("> ") {
            shown.push_str(part);
            if part.ends_with("> ") {
                shown.push_str(typed.next().copied().unwrap_or_default());
                shown.push('\n');
            }
        }
        shown
    }

    /// What a desk said line by line: the codes of its JSON, with their items.
    pub(crate) fn did(&self, args: &[&str], lines: &[&str]) -> (u8, Vec<String>) {
        let finished = self.scan(&[args, &["--format", "json"]].concat(), lines);
        let said: Value = json(&finished.stdout);
        let one = |line: &Value| {
            let item = line["item"].as_str().unwrap_or_default();
            format!("{} {} {item}", line["line"], line["did"].as_str().unwrap_or_default())
                .trim_end()
                .to_owned()
        };
        let lines = said["lines"].as_array().map(|lines| lines.iter().map(one).collect());
        (finished.code, lines.unwrap_or_default())
    }

    /// Runs the tool, which must succeed, and answers its JSON.
    #[track_caller]
    pub(crate) fn done(&self, args: &[&str]) -> Value {
        self.0.done(&loan::TOOL, args)
    }

    /// Runs another tool of the family, which must succeed.
    #[track_caller]
    pub(crate) fn done_with(&self, tool: &pustaka_cli::Tool, args: &[&str]) -> Value {
        self.0.done(tool, args)
    }

    /// The exit code and the JSON.
    pub(crate) fn answer(&self, args: &[&str]) -> (u8, Value) {
        self.0.json(&loan::TOOL, args)
    }

    /// The command line, what the shipped program says on both streams, and its exit code.
    pub(crate) fn told(&self, args: &[&str]) -> String {
        let told = self.0.told(env!("CARGO_BIN_EXE_loan"), args);
        format!("$ loan {}\n{told}\n", args.join(" "))
    }
}

fn cell(text: &str) -> (Book, &str) {
    let (field, value) = text.split_once('=').unwrap();
    (Book::from_code(field).unwrap(), value)
}
