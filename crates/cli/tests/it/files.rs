//! Output files: what they may never fall on, and that they are whole or absent.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use pustaka_cli::{Finished, run_in};

use crate::tool::{TOOL, run_tool, world};

fn list_to(folder: &Path, output: &str, more: &[&str]) -> Finished {
    let output = folder.join(output);
    let args = ["list", "-o", output.to_str().unwrap()];
    let world = world().with_env("PUSTAKA_DB", folder.join("library.db"));
    run_in(&TOOL, args.iter().chain(more).copied(), world)
}

fn code_of(finished: &Finished) -> String {
    let json: serde_json::Value = serde_json::from_slice(&finished.stderr).unwrap_or_default();
    json["error"]["code"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_result_goes_to_a_file_in_the_form_of_its_ending() {
    let folder = tempfile::tempdir().unwrap();
    for (name, start) in [("a.json", "{"), ("a.csv", "title,"), ("a.txt", "┌"), ("plain", "┌")] {
        let finished = list_to(folder.path(), name, &[]);
        assert_eq!(
            (finished.code, finished.out().as_str()),
            (0, ""),
            "{name}: {}",
            finished.err()
        );
        let text = fs::read_to_string(folder.path().join(name)).unwrap();
        assert!(text.starts_with(start), "{name}: {text}");
    }
    let streamed = folder.path().join("b.own");
    let finished = run_tool(&["stream", "-o", streamed.to_str().unwrap()]);
    assert_eq!(finished.code, 0, "{}", finished.err());
    assert_eq!(fs::read_to_string(streamed).unwrap(), "streamed\n");
    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left.len(), 5, "no temporary file stays: {left:?}");
}

#[test]
fn an_existing_file_is_replaced_only_when_forced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    fs::write(&path, "old").unwrap();
    let finished = list_to(folder.path(), "a.csv", &[]);
    assert_eq!(finished.code, 2);
    assert!(finished.err().contains("--force"), "{}", finished.err());
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(list_to(folder.path(), "a.csv", &["--force"]).code, 0);
    assert!(fs::read_to_string(&path).unwrap().starts_with("title,"));
}

#[test]
fn what_must_not_be_lost_is_never_written_onto() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let precious = [
        "library.db",
        "library.db-wal",
        "library.db-shm",
        "library.db.queue",
        "target",
    ];
    for name in precious {
        fs::write(path(name), name).unwrap();
    }
    symlink(path("target"), path("link")).unwrap();
    fs::hard_link(path("library.db"), path("second-name")).unwrap();
    fs::create_dir(path("folder")).unwrap();
    for (name, code) in [
        ("library.db", "output.library"),
        ("library.db-wal", "output.library"),
        ("library.db-shm", "output.library"),
        ("library.db-journal", "output.library"),
        ("library.db.queue", "output.library"),
        ("second-name", "output.library"),
        ("link", "output.symlink"),
        ("folder", "output.folder"),
        ("folder/", "output.no-name"),
        ("missing/a", "output.no-folder"),
        ("folder/../library.db", "output.library"),
        ("/dev/null", "output.device"),
        ("/dev/full", "output.device"),
    ] {
        let finished = list_to(folder.path(), name, &["--force", "--format", "json"]);
        assert_eq!(code_of(&finished), code, "{name}: {}", finished.err());
        assert_ne!(finished.code, 0);
    }
    for name in precious {
        assert_eq!(fs::read_to_string(path(name)).unwrap(), name);
    }
}

#[test]
fn a_path_that_climbs_needs_force() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("inner")).unwrap();
    let refused = list_to(folder.path(), "inner/../a.json", &["--format", "json"]);
    assert_eq!(code_of(&refused), "output.climbs");
    assert_eq!(list_to(folder.path(), "inner/../a.json", &["--force"]).code, 0);
}

#[test]
fn an_input_is_never_written_onto() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("in.csv");
    fs::write(&input, "12345").unwrap();
    let name = input.to_str().unwrap();
    let finished = run_tool(&["read", name, "-o", name, "--force", "--format", "json"]);
    assert_eq!(code_of(&finished), "output.input");
    assert_eq!(fs::read_to_string(&input).unwrap(), "12345");
    let finished = run_in(&TOOL, ["read", "-", "-v"], world().with_stdin("123"));
    assert!(finished.err().starts_with("3 bytes\n"), "{}", finished.err());
    let missing = run_tool(&["read", "/nonexistent/in.csv"]);
    assert_eq!(missing.code, 3);
    assert!(
        missing.err().contains("Berkas atau foldernya tidak ada."),
        "{}",
        missing.err()
    );
}

#[test]
fn a_sheet_needs_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let finished = list_to(folder.path(), "a.xlsx", &[]);
    assert_eq!(finished.code, 0, "{}", finished.err());
}
