//! Files that are none, hostile ones, and command lines that can't be used: one sentence each, and nothing happens.

use std::os::unix::fs::symlink;
use std::process::{Command, Output, Stdio};
use std::time::Instant;

use pustaka_testkit::stored::contents;
use serde_json::Value;

use crate::desk::{Desk, code_of, json, rows};

/// Exit code and the code of the failure.
fn refused(desk: &Desk, args: &[&str]) -> (u8, String) {
    let finished = desk.run(&[args, &["--format", "json"]].concat());
    assert!(finished.stdout.is_empty(), "{}", finished.out());
    (finished.code, code_of(&finished))
}

#[test]
fn what_is_no_catalogue_file_is_refused() {
    let desk = Desk::new();
    let path = |name: &str| desk.path(name).to_str().unwrap().to_owned();
    std::fs::create_dir(desk.path("folder")).unwrap();
    symlink(desk.db(), desk.path("link.csv")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(desk.path("pipe")).status();
    assert!(made.unwrap().success());
    let was = contents(&desk.db(), &[]);
    let cases = [
        (path("nothing.csv"), "file.io"),
        (path("folder"), "file.not-a-file"),
        (path("pipe"), "file.not-a-file"),
        ("/dev/zero".to_owned(), "file.not-a-file"),
        (path("library.db"), "file.library"),
        (path("link.csv"), "file.library"),
        (desk.file("empty.csv", ""), "file.empty"),
        (desk.file("book.pdf", "%PDF-1.7 judul,penulis\n"), "file.not-text"),
        (desk.file("other.db", "SQLite format 3\0judul"), "file.not-text"),
        (desk.file("page.xlsx", "<html><table>"), "sheet.renamed"),
        (desk.file("list.csv", "nama,alamat\nA,B\n"), "header.missing"),
        (
            desk.file("twice.csv", "judul,judul,penulis\na,b,c\n"),
            "header.duplicate",
        ),
        (desk.file("open.csv", "\"judul,penulis\na,b\n"), "quote.unclosed"),
    ];
    for (file, code) in &cases {
        assert_eq!(refused(&desk, &[file]), (3, (*code).to_owned()), "{file}");
    }
    assert_eq!(contents(&desk.db(), &[]), was);
    assert!(desk.files().iter().all(|name| !name.contains("rejects")));
}

#[test]
fn a_library_that_is_missing_is_never_made() {
    let desk = Desk::new();
    let file = desk.file("buku.csv", "judul,penulis\nBumi Manusia,Pramoedya\n");
    std::fs::remove_file(desk.db()).unwrap();
    for args in [
        &[file.as_str()][..],
        &[&file, "--dry-run"],
        &["batches"],
        &["undo", "1"],
        &["edit", "1", "title=x"],
    ] {
        assert_eq!(refused(&desk, args), (3, "file.missing".to_owned()), "{args:?}");
    }
    assert!(!desk.db().exists());
}

#[test]
fn a_command_line_that_can_not_be_used() {
    let desk = Desk::new();
    let file = desk.file("buku.csv", "judul,penulis\nBumi Manusia,Pramoedya\n");
    let cases: [(&[&str], &str); 18] = [
        (&[], "usage.missing"),
        (&["--map", "judul=x"], "field.unknown"),
        (&["--map", "title"], "map.form"),
        (&["--map", "title=Nama Buku"], "map.unknown"),
        (&["--map", "title=judul", "--map", "title=penulis"], "map.twice"),
        (&["--delimiter", ";;"], "delimiter.bad"),
        (&["--encoding", "klingon"], "encoding.unknown"),
        (&["--dialect", "slims"], "usage.bad-value"),
        (&["--dialect", "slims-biblio"], "dialect.mismatch"),
        (&["--on-error", "ignore"], "usage.bad-value"),
        (&["--force", "-o", "buku.csv"], "output.input"),
        (&["-o", "library.db"], "output.library"),
        (&["batches"], "usage.verb"),
        (&["undo", "satu"], "batch.bad"),
        (&["template", "koha-items"], "usage.bad-value"),
        (&["edit", "satu", "title=x"], "title.bad"),
        (&["edit", "1", "title"], "edit.form"),
        (&["edit", "1", "barcode=x"], "field.unknown"),
    ];
    for (args, code) in cases {
        let mut all: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
        if let Some(at) = all.iter().position(|arg| arg == "-o") {
            all[at + 1] = desk.path(&all[at + 1]).to_str().unwrap().to_owned();
        }
        let with_file = args.first().is_some_and(|arg| arg.starts_with('-')) || code == "usage.verb";
        if with_file {
            all.insert(0, file.clone());
        }
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        let (exit, found) = refused(&desk, &all);
        assert_eq!((exit, found.as_str()), (2, code), "{args:?}");
    }
    assert_eq!(refused(&desk, &["-", "-"]), (2, "input.stdin-twice".to_owned()));
    assert_eq!(
        refused(&desk, &["edit", "1", "item_code=B1"]),
        (2, "edit.field".to_owned())
    );
}

#[test]
fn a_verb_typed_nearly_right_gets_its_name() {
    let desk = Desk::new();
    let finished = desk.run(&["batchs"]);
    assert_eq!(finished.code, 3);
    assert!(
        finished.err().contains("did you mean `catalog-import batches`?"),
        "{}",
        finished.err()
    );
}

#[test]
fn a_gigabyte_in_one_cell_and_a_million_columns_cost_neither_memory_nor_patience() {
    let desk = Desk::new();
    let long = "x".repeat(40 << 20);
    let cases = [
        (
            format!("judul,penulis\n{long},a\nBumi Manusia,Pramoedya\n"),
            Ok("field.too-long"),
        ),
        (
            format!("judul,penulis\n{}\nBumi Manusia,Pramoedya\n", ",".repeat(1_000_000)),
            Ok("row.too-many-columns"),
        ),
        (
            format!("judul,penulis\n\"{long}\nBumi Manusia,Pramoedya\n"),
            Ok("field.too-long"),
        ),
        (
            format!("{long},penulis\nBumi Manusia,Pramoedya\n"),
            Err("field.too-long"),
        ),
        (
            format!("judul{}\nBumi Manusia,Pramoedya\n", ",".repeat(1_000_000)),
            Err("row.too-many-columns"),
        ),
    ];
    for (text, expected) in cases {
        let file = desk.file("besar.csv", text);
        let began = Instant::now();
        let (output, peak) = watched(&mut desk.program(&[
            &file,
            "--format",
            "json",
            "--on-error",
            "skip",
            "--dry-run",
            "--lang",
            "en",
        ]));
        match expected {
            Ok(code) => {
                let answer = json(&output.stdout);
                let [_, imported, _, rejected] = rows(&answer);
                assert!(imported <= 1 && rejected >= 1, "{answer}");
                assert_eq!(answer["rejected_rows"][0]["code"], code);
                assert_eq!(answer["rejected_rows"][0]["line"], 2);
            }
            Err(code) => assert_eq!(json(&output.stderr)["error"]["code"], code),
        }
        assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
        assert!(peak < 64 * 1024, "{peak} KiB");
    }
}

/// Runs a program that says little to its end: how that was, and the most memory it had in KiB (0 where the system does
/// not tell).
fn watched(command: &mut Command) -> (Output, u64) {
    let mut run = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let status = format!("/proc/{}/status", run.id());
    let mut peak = 0;
    while run.try_wait().unwrap().is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        peak = peak.max(now.unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    (run.wait_with_output().unwrap(), peak)
}

/// What could steer a terminal is shown as what it is, in every stream and form.
#[test]
fn nothing_in_a_file_reaches_the_terminal_raw() {
    let desk = Desk::new();
    let evil = "Ju\u{1b}]0;x\u{7}dul\u{202e}\u{9b}2J\u{8}";
    let header = format!("judul,harga,{evil}\n");
    let rows = format!("{evil},{evil},1\nBumi {evil},1000,2\n{evil},1,3\n");
    let file = desk.file(&format!("a{evil}.csv"), header + &rows);
    for args in [
        &[file.as_str()][..],
        &[&file, "--dry-run"],
        &[&file, "--dry-run", "--format", "json"],
        &[&file, "--on-error", "skip", "-v"],
        &[&file, "--on-error", "skip", "--format", "json"],
        &["batches"],
        &["batches", "--format", "json"],
        &["batches", "--format", "csv"],
        &["edit", "1", "publisher=\u{1b}[2J", "-v"],
    ] {
        let finished = desk.run(args);
        let shown = format!("{}{}", finished.out(), finished.err());
        let raw = shown
            .chars()
            .find(|c| c.is_control() && *c != '\n' && *c != '\r' || *c == '\u{202e}');
        assert_eq!(raw, None, "{args:?}: {shown}");
        assert!(!shown.is_empty(), "{args:?}");
    }
}

/// The rejects file can be opened in a spreadsheet: nothing in it is run there, and mended it comes back as it was.
#[test]
fn a_formula_in_a_rejected_row_is_defused_and_restored() {
    let desk = Desk::new();
    let text = "judul,penulis,harga\n=HYPERLINK(\"x\"),@Pram,mahal\n";
    let (_, answer) = desk.import("a.csv", text, &[]);
    let rejects = answer["rejects"].as_str().unwrap();
    let written = std::fs::read_to_string(rejects).unwrap();
    assert!(
        written.contains("\"'=HYPERLINK(\"\"x\"\")\",'@Pram,mahal,2,harga,price.bad,"),
        "{written}"
    );
    let mended = desk.file("mended.csv", written.replace("mahal", "1000"));
    let (code, answer) = desk.json(&[&mended]);
    assert_eq!((code, rows(&answer)[1]), (0, 1), "{answer}");
    let stored = contents(&desk.db(), &[]);
    assert!(
        stored.contains("\"=HYPERLINK(\\\"x\\\")\"") && stored.contains("@Pram"),
        "{stored}"
    );
}

#[test]
fn sql_and_search_syntax_are_text() {
    let desk = Desk::new();
    let evil = "'); DROP TABLE title; -- \" OR NEAR(a b) * ^ {x}";
    let text = format!(
        "judul,penulis,barcode\n\"{}\",\"{}\",\"{}\"\n",
        evil.replace('"', "\"\""),
        "x' OR 1=1",
        "B'1"
    );
    let (code, answer) = desk.import("a.csv", text, &[]);
    assert_eq!((code, rows(&answer)[1]), (0, 1));
    assert!(desk.check().is_sound());
    assert_eq!(desk.json(&["undo", "1' OR 1=1"]).1, Value::Null);
    assert_eq!(desk.json(&["undo", "1"]).0, 0);
}
