//! The folder of the workspace, its fixtures, and the programs that were built.

use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    crates.and_then(Path::parent).unwrap_or(Path::new("/")).to_owned()
}

/// A file under `fixtures/`.
///
/// # Panics
/// When it can't be read.
pub fn fixture(name: &str) -> Vec<u8> {
    let path = root().join("fixtures").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The folder of the programs that were built together with the running test.
///
/// # Panics
/// When the place of the test itself is not known.
pub fn programs() -> PathBuf {
    let test = std::env::current_exe().expect("a test knows where it is");
    let folder = test.parent().unwrap_or(Path::new("/"));
    match folder.ends_with("deps") {
        true => folder.parent().unwrap_or(folder).to_owned(),
        false => folder.to_owned(),
    }
}

/// One of the programs that were built together with the running test. (A test of the program's own package is sure
/// to have it; any other one needs the whole workspace to be built.)
///
/// # Panics
/// When it was not built: with the command that builds it.
pub fn program(name: &str) -> PathBuf {
    let path = programs().join(name);
    assert!(
        path.is_file(),
        "{} is not there: build the programs first, with `cargo build --workspace` or `cargo test --workspace`",
        path.display()
    );
    path
}
