//! Any bytes as a file to import, through the tool itself: `RUSTC_BOOTSTRAP=1 cargo fuzz run whole_import`.
//!
//! What is asked of every input: no panic; a refusal leaves the catalogue as it was; a batch can be undone, and then
//! the catalogue is as it was, to the row.
#![no_main]

use std::path::PathBuf;
use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use pustaka_cli::World;
use pustaka_core::{Act, Library, NewLibrary, StaffCode};

/// The dialects that the first byte of an input chooses from; beyond them the tool looks for itself.
const DIALECTS: [&str; 8] =
    ["pustaka", "generic", "slims-biblio", "slims-item", "inlislite", "koha-items", "goodreads", "librarything"];

struct Bench {
    folder: PathBuf,
    empty: String,
}

fn bench() -> &'static Bench {
    static BENCH: OnceLock<Bench> = OnceLock::new();
    BENCH.get_or_init(|| {
        let folder = tempfile::Builder::new().prefix("whole-import").tempdir().expect("a folder").keep();
        let act = Act {
            at: "2026-11-20T10:00:00+07:00[Asia/Jakarta]".parse().expect("a moment"),
            staff: StaffCode::parse("fuzz").expect("a code"),
        };
        let new = NewLibrary { name: "Perpustakaan".into(), force_file_system: true };
        drop(Library::create(&folder.join("library.db"), &new, &act).expect("a library"));
        let mut bench = Bench { folder, empty: String::new() };
        bench.empty = bench.content();
        bench
    })
}

impl Bench {
    fn run(&self, args: &[&str]) -> (u8, String) {
        let world = World::sealed("2026-11-20T03:00:00Z".parse().expect("a moment"))
            .with_env("PUSTAKA_DB", self.folder.join("library.db"))
            .with_env("PUSTAKA_STAFF", "fuzz")
            .with_env("PUSTAKA_FORCE_FILE_SYSTEM", "1");
        let finished = pustaka_cli::run_in(&catalog_import::TOOL, args, world);
        (finished.code, String::from_utf8_lossy(&finished.stdout).into_owned())
    }

    /// Every row that is catalogue, in a fixed order.
    fn content(&self) -> String {
        let conn = rusqlite::Connection::open(self.folder.join("library.db")).expect("the file");
        conn.query_row(
            "SELECT (SELECT count(*) || ',' || coalesce(sum(id), 0) FROM title)
                 || (SELECT count(*) || ',' || coalesce(sum(id), 0) FROM item)
                 || (SELECT count(*) FROM nameless_row) || (SELECT count(*) || ',' || coalesce(sum(titles), 0) FROM word)
                 || (SELECT count(*) FROM title_words) || (SELECT count(*) FROM batch WHERE undone IS NULL)",
            [],
            |row| row.get(0),
        )
        .expect("a count")
    }
}

fuzz_target!(|input: &[u8]| {
    let Some((choice, bytes)) = input.split_first() else { return };
    let bench = bench();
    let file = bench.folder.join("input.csv");
    std::fs::write(&file, bytes).expect("the input");
    let name = file.to_string_lossy();
    let mut args = vec!["--format", "json", "--yes"];
    if let Some(dialect) = DIALECTS.get(usize::from(*choice) % 16) {
        args.extend(["--dialect", dialect]);
    }
    if choice & 0x10 != 0 {
        args.extend(["--on-error", "skip"]);
    }
    args.push(&name);
    let (code, answer) = bench.run(&args);
    let batch = serde_json::from_str::<serde_json::Value>(&answer).ok().and_then(|json| json["batch"].as_i64());
    if let Some(batch) = batch {
        let (undone, _) = bench.run(&["undo", &batch.to_string()]);
        assert_eq!(undone, 0, "a batch that was just stored can be undone");
    } else {
        assert!(code <= 3);
    }
    assert_eq!(bench.content(), bench.empty, "the catalogue is as it was");
    let rejects = std::fs::read_dir(&bench.folder).expect("the folder").flatten();
    for entry in rejects.filter(|entry| entry.file_name().to_string_lossy().contains("rejects")) {
        std::fs::remove_file(entry.path()).expect("a rejects file");
    }
});
