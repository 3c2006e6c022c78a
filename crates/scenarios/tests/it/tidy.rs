//! What the whole workspace keeps to, each rule with its reason. What the compiler and clippy hold is not here again.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use pustaka_testkit::workspace::root;

/// A source file: its name below the workspace, and its text.
struct Source {
    name: String,
    text: String,
}

/// Every file below `folder` with this ending, but not what was built, and not fuzz targets (a workspace of their own).
fn files(folder: &Path, ending: &str, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.file_name().and_then(|name| name.to_str()) {
            Some("target" | "fuzz") => (),
            _ if path.is_dir() => files(&path, ending, into),
            Some(name) if name.ends_with(ending) => into.push(path),
            _ => (),
        }
    }
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    files(&root().join("crates"), ".rs", &mut paths);
    paths.sort();
    let read = |path: PathBuf| Source {
        name: path.strip_prefix(root()).unwrap().to_string_lossy().into_owned(),
        text: fs::read_to_string(&path).unwrap(),
    };
    paths.into_iter().map(read).collect()
}

impl Source {
    /// What ships: not a test, nor a crate that only tests or measures.
    fn ships(&self) -> bool {
        let aside = [
            "crates/testkit/",
            "crates/scenarios/",
            "crates/bench/",
            "crates/crash-lab/",
        ];
        self.name.contains("/src/")
            && !self.name.contains("/tests")
            && !aside.iter().any(|folder| self.name.starts_with(folder))
    }

    /// The lines that are code that ships: not comments, and nothing from the file's own tests on.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = (1..).zip(self.text.lines());
        let shipped = lines.take_while(|(_, line)| !line.starts_with("#[cfg(test)]"));
        shipped.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Where a line of code has one of these in it.
    fn places(&self, signs: &[&str]) -> Vec<String> {
        let has = |line: &str| signs.iter().any(|sign| line.contains(sign));
        let found = self.code().filter(|(_, line)| has(line));
        found
            .map(|(number, line)| format!("{}:{number}: {}", self.name, line.trim()))
            .collect()
    }
}

#[track_caller]
fn none(found: Vec<String>, reason: &str) {
    assert!(found.is_empty(), "{reason}\n  {}", found.join("\n  "));
}

fn crates() -> Vec<String> {
    let folders = fs::read_dir(root().join("crates"))
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut names: Vec<String> = folders
        .filter(|folder| folder.join("Cargo.toml").exists())
        .map(|folder| folder.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// What a section of a crate's Cargo.toml names.
fn named(krate: &str, section: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("crates").join(krate).join("Cargo.toml")).unwrap();
    let lines = text.lines().skip_while(|line| *line != format!("[{section}]")).skip(1);
    let lines = lines.take_while(|line| !line.starts_with('['));
    let names = lines.filter_map(|line| line.split(['=', '.', ' ']).next());
    names
        .filter(|name| !name.is_empty() && !name.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

/// Crates with a program that people use.
fn tools() -> Vec<String> {
    let mut tools = crates();
    tools.retain(|name| {
        let main = root().join("crates").join(name).join("src/main.rs");
        fs::read_to_string(main)
            .unwrap_or_default()
            .contains("pustaka_cli::main(")
    });
    tools
}

#[test]
fn every_tool_asks_what_its_help_lacks() {
    let lacking = tools().into_iter().filter(|tool| {
        let mut tests = Vec::new();
        files(&root().join("crates").join(tool).join("tests"), ".rs", &mut tests);
        !tests
            .iter()
            .any(|path| fs::read_to_string(path).unwrap().contains("help_gaps("))
    });
    none(
        lacking.collect(),
        "messages are complete by the compiler, help pages by `pustaka_cli::help_gaps` in a test of every tool",
    );
}

#[test]
fn nothing_is_printed_past_the_printer() {
    let signs = ["print!(", "println!(", "eprint!(", "eprintln!(", "dbg!("];
    let found = sources()
        .iter()
        .filter(|source| source.ships())
        .flat_map(|source| source.places(&signs))
        .collect();
    none(
        found,
        "All output goes through the printer of the cli crate: a closed pipe is no error there, a full disk is one, and \
         nothing reaches a terminal raw.",
    );
}

#[test]
fn sql_stands_where_it_is_looked_for() {
    let verbs = "SELECT INSERT UPDATE DELETE CREATE DROP ALTER PRAGMA BEGIN COMMIT ROLLBACK ATTACH VACUUM WITH REPLACE";
    let signs: Vec<String> = verbs.split(' ').map(|verb| format!("\"{verb} ")).collect();
    let signs: Vec<&str> = signs.iter().map(String::as_str).collect();
    // The store of the search index is `catalog/index.rs`.
    let home = |name: &str| {
        let within = ["library", "journal", "check", "backup"].map(|area| format!("crates/core/src/{area}/"));
        name.starts_with("crates/core/src/") && (name.ends_with("/store.rs") || name.ends_with("/catalog/index.rs"))
            || within.iter().any(|folder| name.starts_with(folder.as_str()))
    };
    let elsewhere = sources()
        .into_iter()
        .filter(|source| source.ships() && !home(&source.name));
    none(
        elsewhere.flat_map(|source| source.places(&signs)).collect(),
        "SQL stands in an area's store module, in the library's own modules and in migrations: there it is read \
         together, and a schema step finds what it touches.",
    );
}

#[test]
fn ids_are_made_by_the_program() {
    let shipped = sources().into_iter().filter(Source::ships);
    none(
        shipped
            .flat_map(|source| source.places(&["last_insert_rowid"]))
            .collect(),
        "Ids come from the library's counters: last_insert_rowid means nothing on a replicated engine, and an id that \
         is used twice takes the loans of another record.",
    );
}

#[test]
fn only_one_line_asks_what_time_it_is() {
    let signs = [
        "Timestamp::now",
        "SystemTime::now",
        "ZonedDateTime::now",
        "Zoned::now",
        "'now'",
        "CURRENT_TIMESTAMP",
        "CURRENT_DATE",
    ];
    let shipped = sources().into_iter().filter(Source::ships);
    let found: Vec<String> = shipped.flat_map(|source| source.places(&signs)).collect();
    assert!(
        matches!(&found[..], [only] if only.starts_with("crates/cli/src/world.rs:")),
        "Today is an argument, so that a slip of paper can be entered later and a test has a fixed day; one line of the \
         cli crate asks the clock.\n  {}",
        found.join("\n  ")
    );
    let mut steps = Vec::new();
    files(&root().join("crates/core/migrations"), ".sql", &mut steps);
    for step in steps {
        let text = fs::read_to_string(&step).unwrap();
        assert!(
            !signs.iter().any(|sign| text.contains(sign)),
            "{} asks the clock",
            step.display()
        );
    }
}

#[test]
fn files_can_be_read_in_one_go() {
    let long = sources().into_iter().filter(|source| source.text.lines().count() > 500);
    none(
        long.map(|source| format!("{}: {} lines", source.name, source.text.lines().count()))
            .collect(),
        "A file is one thing and has at most 500 lines: part it by what it does.",
    );
}

/// The functions of a formatted file that are longer than a screen. The brace that closes one stands below its `fn`.
fn long_functions(source: &Source) -> Vec<String> {
    let lines: Vec<(usize, &str)> = source.code().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let begins = |line: &str| {
        let words = line.split('(').next().unwrap_or_default().split_whitespace();
        words.take(4).any(|word| word == "fn")
    };
    let mut long = Vec::new();
    for (at, (first, line)) in lines.iter().enumerate().filter(|(_, (_, line))| begins(line)) {
        let ends = |other: &&(usize, &str)| indent(other.1) == indent(line) && other.1.ends_with(['}', ';']);
        let last = lines[at..].iter().find(ends).map_or(*first, |(number, _)| *number);
        let length = last + 1 - first;
        if length > 70 {
            long.push(format!("{}:{first}: {length} lines: {}", source.name, line.trim()));
        }
    }
    long
}

#[test]
fn functions_fit_a_screen() {
    none(
        sources()
            .iter()
            .filter(|source| source.ships())
            .flat_map(long_functions)
            .collect(),
        "A function fits a screen (70 lines): what it does in steps becomes functions with names. (Tests may be tables \
         of cases.)",
    );
}

#[test]
fn a_main_has_nothing_to_read() {
    let mains = sources()
        .into_iter()
        .filter(|source| source.name.ends_with("/src/main.rs"));
    none(
        mains
            .filter(|source| source.text.lines().count() > 10)
            .map(|source| source.name)
            .collect(),
        "A program's main.rs has at most 10 lines: what it does stands in its library, where stories run it in process.",
    );
}

#[test]
fn no_crate_is_unsafe() {
    let bare = |name: &String| {
        let folder = root().join("crates").join(name);
        let library = fs::read_to_string(folder.join("src/lib.rs")).unwrap_or_default();
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
        !library.contains("#![forbid(unsafe_code)]") || !manifest.contains("[lints]\nworkspace = true")
    };
    none(
        crates().into_iter().filter(bare).collect(),
        "Every crate forbids unsafe code in its lib.rs and takes the lints of the workspace: the file of a city's \
         readers is no place for memory faults.",
    );
}

#[test]
fn the_arrow_points_one_way() {
    let mut wrong = Vec::new();
    let mut must_not = |krate: &str, others: &[&str]| {
        let uses = named(krate, "dependencies");
        wrong.extend(
            others
                .iter()
                .filter(|other| uses.contains(**other))
                .map(|other| format!("{krate} -> {other}")),
        );
    };
    must_not(
        "core",
        &["pustaka-cli", "pustaka-formats", "pustaka-testkit", "clap", "anyhow"],
    );
    must_not(
        "formats",
        &[
            "pustaka-core",
            "pustaka-cli",
            "pustaka-testkit",
            "rusqlite",
            "clap",
            "anyhow",
        ],
    );
    must_not("cli", &["pustaka-testkit", "rusqlite"]);
    let tools = tools();
    for tool in &tools {
        let others: Vec<&str> = tools.iter().map(String::as_str).filter(|other| other != tool).collect();
        must_not(tool, &others);
        must_not(tool, &["pustaka-testkit", "pustaka-scenarios", "rusqlite"]);
    }
    none(
        wrong,
        "tool -> cli -> core, and tool -> formats: no tool knows another, the core knows no terminal, formats know no \
         database. What two tools share moves down.",
    );
}

#[test]
fn money_is_whole() {
    let exact = ["crates/core/src/values/money.rs", "crates/core/src/circulation/"];
    let sources: Vec<Source> = sources()
        .into_iter()
        .filter(|source| exact.iter().any(|place| source.name.starts_with(place)))
        .collect();
    for place in exact {
        let found = sources.iter().any(|source| source.name.starts_with(place));
        assert!(found, "nothing is at {place} any more");
    }
    none(
        sources
            .iter()
            .flat_map(|source| source.places(&["f32", "f64"]))
            .collect(),
        "Sums of money and what the rules make of them are exact: whole numbers, no floating point.",
    );
}

#[test]
fn the_map_is_whole() {
    let map = fs::read_to_string(root().join("crates/README.md")).unwrap();
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let shared = manifest
        .lines()
        .skip_while(|line| *line != "[workspace.dependencies]")
        .skip(1);
    let shared = shared.take_while(|line| !line.starts_with('['));
    let dependencies = shared
        .filter_map(|line| Some(line.split_once(" = ")?.0))
        .filter(|name| !name.starts_with("pustaka-"));
    let missing = |name: &str| !map.contains(&format!("`{name}`"));
    none(
        crates()
            .iter()
            .map(String::as_str)
            .chain(dependencies)
            .filter(|name| missing(name))
            .map(str::to_owned)
            .collect(),
        "crates/README.md has one line a crate and one line a dependency: what it is for, and why this one.",
    );
}
