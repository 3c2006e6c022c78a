//! What a test leaves out where a program of others is not there.
//!
//! The harness keeps what a test that passes prints, so this is said past it; and in the file that `PUSTAKA_SKIPPED` names,
//! if it does, which `scripts/test` shows at its end.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use crate::workspace::root;

/// Says that a part of a test is left out, and why.
pub fn skipped(why: &str) {
    let line = format!("skipped: {why}\n");
    let _ = std::io::stderr().write_all(line.as_bytes());
    if let Some(list) = std::env::var_os("PUSTAKA_SKIPPED") {
        let list = OpenOptions::new().create(true).append(true).open(list);
        let _ = list.and_then(|mut list| list.write_all(line.as_bytes()));
    }
}

/// Where `scripts/judges` puts a program of others that judges our files; `None`, said, where it did not.
///
/// # Panics
/// When it is not there and `PUSTAKA_JUDGES` is `required`, as it is where `scripts/judges` has fetched them.
pub fn judge(path: &str) -> Option<PathBuf> {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let judge = target.join("judges").join(path);
    if judge.is_dir() {
        return Some(judge);
    }
    let required = std::env::var_os("PUSTAKA_JUDGES").is_some_and(|value| value == "required");
    assert!(!required, "{path} is not in {}", target.join("judges").display());
    skipped(&format!("{path} is not installed; `scripts/judges` installs it"));
    None
}
