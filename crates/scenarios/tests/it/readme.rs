//! What README.md shows is what happens; and the demonstration goes well.
//!
//! README.md's `console` blocks are typed into one shell, from top to bottom, in a
//! folder that has what the shipped folder has, and what the programs say is compared with what is printed there.
//!
//! Wildcards are those of snapbox: `[..]` within a line, `...` for lines. A command must end with 0, unless what is
//! printed below it is an error.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};

use pustaka_testkit::desk::{AT, Desk, STAFF};
use pustaka_testkit::workspace::{programs, root};
use snapbox::assert_data_eq;

/// The project's folder in what README.md prints.
const HOME: &str = "/home/sari/pustaka";

/// A command of an example, and what is printed below it.
#[derive(Debug, Default, PartialEq)]
struct Example {
    line: usize,
    command: String,
    shown: String,
}

/// The fenced blocks of a language: the number of the first line within, and the lines.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<(usize, Vec<&'a str>)> {
    let mut blocks = Vec::new();
    let mut open: Option<(bool, usize, Vec<&str>)> = None;
    for (number, line) in (1..).zip(text.lines()) {
        open = match (line.strip_prefix("```"), open) {
            (Some(named), None) => Some((named.trim() == language, number + 1, Vec::new())),
            (Some(_), Some((wanted, first, lines))) => {
                if wanted {
                    blocks.push((first, lines));
                }
                None
            }
            (None, Some((wanted, first, mut lines))) => {
                lines.push(line);
                Some((wanted, first, lines))
            }
            (None, None) => None,
        };
    }
    assert!(open.is_none(), "a block that does not end");
    blocks
}

/// The examples of the `console` blocks. A command goes on in the next line after a backslash.
fn examples(text: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    for (first, lines) in blocks(text, "console") {
        let mut goes_on = false;
        for (line, content) in (first..).zip(lines) {
            let last = examples.last_mut();
            match (content.strip_prefix("$ "), last) {
                (Some(command), _) => examples.push(Example {
                    line,
                    command: command.to_owned(),
                    shown: String::new(),
                }),
                (None, Some(example)) if goes_on => {
                    let _ = write!(example.command, "\n{content}");
                }
                (None, Some(example)) => {
                    let _ = writeln!(example.shown, "{content}");
                }
                (None, None) => panic!("line {line}: no command above"),
            }
            goes_on = content.ends_with('\\');
        }
    }
    examples
}

/// Types the commands into one shell, and answers what each says, with its exit code.
fn type_in(examples: &[Example]) -> Vec<(String, String)> {
    let home = Desk::bare();
    fs::create_dir(home.path("target")).unwrap();
    symlink(programs(), home.path("target/debug")).unwrap();
    symlink(root().join("fixtures"), home.path("fixtures")).unwrap();
    let mut script = String::from("exec 2>&1\n");
    for example in examples {
        let _ = writeln!(script, "{}\nprintf '\\001%s\\001' $?", example.command);
    }
    let run = Command::new("/bin/sh")
        .args(["-c", &script])
        .current_dir(home.folder())
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("HOME", home.folder())
        .env("LOGNAME", STAFF)
        .env("PUSTAKA_AT", AT)
        // A temporary folder may be in memory or in a container.
        .env("PUSTAKA_FORCE_FILE_SYSTEM", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = home
        .sealed(&String::from_utf8(run.stdout).unwrap())
        .replace("[DESK]", HOME);
    let mut parts = said.split('\u{1}');
    let mut told = Vec::new();
    while let (Some(said), Some(code)) = (parts.next(), parts.next()) {
        told.push((said.to_owned(), code.to_owned()));
    }
    told
}

#[test]
fn every_example_does_what_it_shows() {
    let text = fs::read_to_string(root().join("README.md")).unwrap();
    let examples = examples(&text);
    assert!(examples.len() >= 10, "the tour has become short: {}", examples.len());
    let told = type_in(&examples);
    assert_eq!(told.len(), examples.len(), "the shell ended early: {told:?}");
    let mut happened = String::new();
    let mut printed = String::new();
    for (example, (said, code)) in examples.iter().zip(&told) {
        let refused = example
            .shown
            .lines()
            .any(|line| line.starts_with("error: ") || line.starts_with("kesalahan: "));
        assert_eq!(
            code != "0",
            refused,
            "README.md:{}: {}\n{said}exit {code}",
            example.line,
            example.command
        );
        let _ = write!(happened, "$ {}\n{said}", example.command);
        let _ = write!(printed, "$ {}\n{}", example.command, example.shown);
    }
    assert_data_eq!(happened, printed);
}

#[test]
fn the_two_commands_are_there() {
    let text = fs::read_to_string(root().join("README.md")).unwrap();
    let commands: Vec<&str> = blocks(&text, "sh").into_iter().flat_map(|(_, lines)| lines).collect();
    let first_words = commands
        .iter()
        .map(|line| line.split_whitespace().next().unwrap_or_default());
    assert_eq!(first_words.collect::<Vec<_>>(), ["scripts/demo", "scripts/test"]);
}

#[test]
fn the_demonstration_goes_well_in_both_languages() {
    for lang in ["id", "en"] {
        let home = Desk::bare();
        let run = Command::new(root().join("scripts/demo"))
            .args(["--lang", lang])
            .current_dir(home.folder())
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("TMPDIR", home.folder())
            .env("PUSTAKA_PROGRAMS", programs())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&run.stdout) + String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(0), "{said}");
        assert_eq!(home.files(), Vec::<String>::new(), "the demonstration cleans up");
    }
}

#[test]
fn examples_are_read_from_console_blocks_only() {
    let text = "```sh\n$ no\n```\n```console\n$ a \\\n  b\nout\n\n$ c\n```\n";
    let example = |line, command: &str, shown: &str| Example {
        line,
        command: command.to_owned(),
        shown: shown.to_owned(),
    };
    assert_eq!(
        examples(text),
        [example(5, "a \\\n  b", "out\n\n"), example(9, "c", "")]
    );
}
