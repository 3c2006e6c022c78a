//! A catalogue full of what can hurt a terminal or a spreadsheet, through every answer of every tool.

use std::path::Path;

use pustaka_cli::{Finished, Tool};
use pustaka_formats::delimited::{Input, Next, Reader, Record};
use pustaka_testkit::desk::Desk;

/// What may stand in a title, a name, a note.
const EVIL: &[&str] = &[
    "\u{1b}[2J",
    "\u{1b}]0;judul\u{7}",
    "\u{9b}31m",
    "\u{9d}0;judul\u{9c}",
    "\u{8}\u{8}\u{8}",
    "satu\rdua",
    "\u{202e}kanan",
    "\u{2066}terasing",
    "tanpa\u{200b}lebar\u{feff}",
    "\u{7f}",
    "=1+1",
    "+62",
    "-1",
    "@SUM(A1)",
    "\u{ff1d}1+1",
    "\u{ff0b}1",
    "\u{ff0d}1",
    "\u{ff20}x",
    "=HYPERLINK(\"http://contoh\",\"klik\")",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "]]>",
    "'; DROP TABLE title; --",
    "│ ┆ └",
];

/// Two hundred accents on one letter.
fn pile() -> String {
    format!("a{}", "\u{301}".repeat(200))
}

/// A row for each, with it in every text that a person sees, under a file name of the same kind.
fn given(desk: &Desk) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut file = String::from("judul,pengarang,penerbit,subjek,catatan,no panggil,lokasi,rak,klasifikasi,barcode\n");
    let pile = pile();
    for (number, evil) in EVIL.iter().copied().chain([pile.as_str()]).enumerate() {
        let own = [
            format!("{evil} kisah {number}"),
            evil.to_owned(),
            format!("{evil} {number}"),
            evil.to_owned(),
        ];
        let shared = [evil, evil, evil, evil, "899"].map(str::to_owned);
        let cells: Vec<String> = own.iter().chain(&shared).map(|cell| quoted(cell)).collect();
        file.push_str(&format!("{},B{number:03}\n", cells.join(",")));
    }
    desk.file("a\u{1b}[2J\u{202e}=1.csv", file)
}

/// What steers a terminal, but for the ends of lines.
fn steers(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[track_caller]
fn harmless(text: &str, whence: &str) {
    let text = text.replace("\r\n", "\n");
    let found = text.chars().find(|c| steers(*c));
    assert_eq!(found, None, "{whence}: {text:?}");
}

/// Accents are not piled up on a letter until they cover the lines above.
#[track_caller]
fn flat(text: &str, whence: &str) {
    let piled = text.split(|c| c != '\u{301}').map(|run| run.chars().count()).max();
    assert!(piled <= Some(4), "{whence}: {piled:?} accents on one letter");
}

/// No cell of a list for spreadsheets begins a formula.
#[track_caller]
fn no_formula(cells: impl Iterator<Item = String>, whence: &str) {
    for cell in cells {
        let number = cell.parse::<i64>().is_ok();
        let live = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
        // The form `="…"` keeps a text a text; a negative number is a number.
        let guarded = cell.starts_with("=\"") && cell.ends_with('"');
        assert!(!live || guarded || number, "{whence}: {cell}");
    }
}

/// The cells of a list that was written to a file.
fn cells(path: &Path) -> Vec<String> {
    let mut reader = Reader::open(Input::open(path).unwrap(), None, None).unwrap();
    let (mut record, mut cells) = (Record::new(), Vec::new());
    loop {
        match reader.next(&mut record).unwrap() {
            Next::Row => cells.extend(record.to_cells()),
            Next::Bad(problem) => panic!("{problem:?}"),
            Next::End => return cells,
        }
    }
}

const SEARCH: &Tool = &catalog_search::TOOL;

/// Every answer that shows what is in the catalogue.
fn answers() -> Vec<(&'static Tool, Vec<String>)> {
    let mut answers: Vec<(&Tool, Vec<&str>)> = vec![
        (SEARCH, vec!["kisah", "--limit", "100"]),
        (SEARCH, vec!["--author", "sum", "--limit", "100"]),
        (SEARCH, vec!["shelf", "8"]),
        (&catalog_import::TOOL, vec!["batches"]),
        (&library_db::TOOL, vec!["journal"]),
        (&library_db::TOOL, vec!["settings"]),
    ];
    let ids: Vec<String> = (1..=EVIL.len() + 1).map(|id| id.to_string()).collect();
    answers.extend(ids.iter().map(|id| (SEARCH, vec!["show", id.as_str()])));
    let owned = |(tool, args): (&'static Tool, Vec<&str>)| (tool, args.into_iter().map(str::to_owned).collect());
    answers.into_iter().map(owned).collect()
}

fn run(desk: &Desk, tool: &'static Tool, args: &[String], more: &[&str]) -> Finished {
    let args: Vec<&str> = args.iter().map(String::as_str).chain(more.iter().copied()).collect();
    desk.run(tool, &args)
}

#[test]
fn no_answer_steers_a_terminal_or_runs_in_a_spreadsheet() {
    let desk = Desk::new();
    let file = given(&desk);
    for args in [&["--dry-run"][..], &["-v"], &["-v"], &["--format", "json"]] {
        let told = desk.run(&catalog_import::TOOL, &[&[file.as_str()], args].concat());
        assert_eq!(told.code, 0, "{}", told.err());
        harmless(&(told.out() + &told.err()), &format!("import {args:?}"));
    }
    for (tool, args) in answers() {
        for form in ["table", "json", "csv"] {
            let told = run(&desk, tool, &args, &["--format", form, "-v"]);
            assert_eq!(told.code, 0, "{args:?}: {}", told.err());
            assert!(told.out().len() > 50, "{args:?}: {}", told.out());
            let whence = format!("{} {args:?} as {form}", tool.name);
            harmless(&(told.out() + &told.err()), &whence);
            if form == "table" {
                flat(&told.out(), &whence);
            }
        }
        for (name, more) in [("a.csv", &[][..]), ("excel.csv", &["--excel"]), ("a.xlsx", &[])] {
            let written = desk.name(name);
            let told = run(
                &desk,
                tool,
                &args,
                &[&["-o", written.as_str(), "--force"], more].concat(),
            );
            assert_eq!(told.code, 0, "{args:?}: {}", told.err());
            let whence = format!("{} {args:?} in {name}", tool.name);
            if name != "a.xlsx" {
                let text = desk.text(name);
                harmless(text.trim_start_matches('\u{feff}'), &whence);
                no_formula(cells(&desk.path(name)).into_iter(), &whence);
            }
        }
    }
}

/// What can't be seen is not stored, so a file for another system does not hand it on.
#[test]
fn what_is_sent_out_holds_nothing_unseen() {
    let desk = Desk::new();
    let file = given(&desk);
    let told = desk.done(&catalog_import::TOOL, &[&file]);
    let unseen = told["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|warning| warning["code"] == "text.unseen");
    assert!(
        unseen.is_some_and(|warning| warning["count"].as_u64() > Some(50)),
        "{told}"
    );
    for dialect in ["pustaka", "slims-biblio", "slims-item"] {
        let to = desk.name(dialect);
        desk.done(&catalog_export::TOOL, &["--dialect", dialect, "-o", &to]);
        let sent = desk.text(dialect).replace("\r\n", "\n");
        assert_eq!(sent.chars().find(|c| steers(*c)), None, "{dialect}: {sent}");
        if dialect == "pustaka" {
            no_formula(cells(&desk.path(dialect)).into_iter(), dialect);
        }
    }
    let library = std::fs::read(desk.db()).unwrap();
    for evil in ["\u{1b}[2J", "\u{9b}31m", "\u{202e}"] {
        assert!(
            !library.windows(evil.len()).any(|bytes| bytes == evil.as_bytes()),
            "{evil:?}"
        );
    }
}
