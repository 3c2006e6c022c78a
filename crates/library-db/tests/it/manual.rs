//! The manual and the completions of every program.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pustaka_cli::describe::PROGRAMS;
use pustaka_cli::{Lang, help_gaps};
use pustaka_testkit::skipped::skipped;

use crate::desk::Desk;

#[test]
fn help_lacks_nothing() {
    assert_eq!(help_gaps(&library_db::TOOL), Vec::<String>::new());
}

#[test]
fn the_list_of_programs_is_that_of_the_workspace() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let folders = fs::read_dir(crates).unwrap().map(|entry| entry.unwrap().path());
    let programs = folders.filter(|folder| {
        let main = fs::read_to_string(folder.join("src/main.rs")).unwrap_or_default();
        main.contains("pustaka_cli::main(")
    });
    let found: BTreeSet<String> = programs
        .map(|folder| folder.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    let listed: BTreeSet<String> = PROGRAMS.iter().map(|name| (*name).to_owned()).collect();
    assert!(
        found.is_subset(&listed),
        "{found:?} are programs, {listed:?} describe themselves to the manual"
    );
}

fn pages(folder: &Path) -> Vec<PathBuf> {
    let mut pages: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    pages.sort();
    pages
}

#[test]
fn the_pages_are_written_in_both_languages_and_groff_likes_them() {
    let desk = Desk::bare();
    let manual = desk.path("man");
    let run = desk.run(&["manual", manual.to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}", run.err());
    let english = pages(&manual.join("man1"));
    let indonesian = pages(&manual.join("id/man1"));
    assert_eq!(english.len(), indonesian.len());
    let text = |page: &Path| fs::read_to_string(page).unwrap();
    let first = |pages: &[PathBuf]| text(pages.iter().find(|page| page.ends_with("library-db.1")).unwrap());
    assert!(first(&english).contains(".SH SYNOPSIS") && first(&english).contains(".SH EXAMPLES"));
    assert!(first(&indonesian).contains(".SH RINGKASAN") && first(&indonesian).contains(".SH CONTOH"));
    assert!(!first(&indonesian).contains(".SH OPTIONS"));
    // Written again over itself, as after an upgrade.
    assert_eq!(desk.run(&["manual", manual.to_str().unwrap()]).code, 0);
    for page in english.iter().chain(&indonesian) {
        let lint = Command::new("groff")
            .args(["-man", "-ww", "-z", "-Tutf8", "-Kutf8"])
            .arg(page)
            .output();
        let Ok(lint) = lint else {
            skipped("groff is not installed: the pages are not linted");
            return;
        };
        let said = String::from_utf8_lossy(&lint.stderr);
        assert!(lint.status.success() && said.is_empty(), "{}: {said}", page.display());
    }
}

#[test]
fn completions_know_every_verb_and_the_shell_takes_them() {
    let desk = Desk::bare();
    for shell in ["bash", "zsh", "fish"] {
        let run = desk.run(&["completions", shell]);
        assert_eq!(run.code, 0, "{}", run.err());
        for verb in ["init", "restore", "completions"] {
            assert!(run.out().contains(verb), "{verb} for {shell}");
        }
    }
    let script = desk.path("complete.bash");
    let written = desk.run(&["completions", "bash", "-o", script.to_str().unwrap()]);
    assert_eq!(written.code, 0, "{}", written.err());
    let Ok(run) = Command::new("bash").arg("-n").arg(&script).output() else {
        skipped("bash is not installed: the completions are not read");
        return;
    };
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn every_page_of_help_is_in_its_language() {
    let desk = Desk::bare();
    for lang in Lang::ALL {
        let page = desk.run(&["--help", "--lang", lang.code()]).out();
        let foreign = match lang {
            Lang::Id => ["Usage", "Options", "Commands"],
            Lang::En => ["Pemakaian", "Opsi", "Perintah"],
        };
        for word in foreign {
            assert!(!page.contains(word), "{word} in\n{page}");
        }
    }
}
