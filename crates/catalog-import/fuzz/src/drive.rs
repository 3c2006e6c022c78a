//! What is done with every input: the first byte chooses how it is read, the rest is the file.
//!
//! What is asked: no panic; a refusal leaves the catalogue as it was; a batch that came in can be undone, and then the
//! catalogue is as it was, to the row and to the word of the search index.

use pustaka_testkit::answer::json;
use pustaka_testkit::desk::Desk;
use pustaka_testkit::stored::{TRACES, contents};

/// The dialects that the first byte chooses from; beyond them the tool looks for itself.
const DIALECTS: [&str; 8] = [
    "pustaka",
    "generic",
    "slims-biblio",
    "slims-item",
    "inlislite",
    "koha-items",
    "goodreads",
    "librarything",
];

/// A desk with an empty library, and what is in that.
pub(crate) struct Bench {
    desk: Desk,
    empty: String,
}

impl Bench {
    pub(crate) fn new() -> Bench {
        let desk = Desk::new();
        let empty = contents(&desk.db(), &TRACES);
        Bench { desk, empty }
    }

    /// Imports the input, takes it back, and holds the library against what it was.
    pub(crate) fn drive(&self, input: &[u8]) {
        let Some((choice, bytes)) = input.split_first() else {
            return;
        };
        let file = self.desk.file("input.csv", bytes);
        let mut args = vec!["--format", "json", "--yes"];
        if let Some(dialect) = DIALECTS.get(usize::from(*choice) % 16) {
            args.extend(["--dialect", dialect]);
        }
        if choice & 0x10 != 0 {
            args.extend(["--on-error", "skip"]);
        }
        args.push(&file);
        let finished = self.desk.run(&catalog_import::TOOL, &args);
        match json(&finished.stdout)["batch"].as_i64() {
            Some(batch) => {
                let undone = self.desk.run(&catalog_import::TOOL, &["undo", &batch.to_string()]);
                assert_eq!(
                    undone.code,
                    0,
                    "a batch that was just stored can be undone: {}",
                    undone.err()
                );
            }
            None => assert!(finished.code <= 3, "{}", finished.err()),
        }
        assert_eq!(
            contents(&self.desk.db(), &TRACES),
            self.empty,
            "the catalogue is as it was"
        );
        for name in self.desk.files() {
            std::fs::remove_file(self.desk.path(&name)).expect("a file of the desk");
        }
    }
}
