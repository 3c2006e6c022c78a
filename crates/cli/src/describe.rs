//! What a tool tells of itself to `library-db manual` and `library-db completions`.
//!
//! No tool knows another, yet the manual covers them all: each program, asked with a hidden first argument, prints its
//! own pages and completions. So what is installed always describes itself, and exactly its own version.

use std::ffi::OsString;

use clap_complete::Shell;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::help;
use crate::lang::Lang;
use crate::report;
use crate::tool::Tool;
use crate::words::usage as words;

/// The hidden first argument; what is wanted follows: `manual`, `bash`, `zsh` or `fish`.
pub const ARGUMENT: &str = "--describe-yourself";

/// The programs of the workspace, in the order of the manual. A test holds the list to the workspace.
pub const PROGRAMS: &[&str] = &[
    "library-db",
    "catalog-import",
    "catalog-search",
    "catalog-export",
    "member",
    "event-roster",
    "loan",
    "survey-tally",
    "nightly-report",
    "notice-outbox",
];

/// One page of the manual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The file's name: `library-db-backup.1`.
    pub file: String,
    /// Its text for `man`.
    pub roff: String,
}

pub(crate) fn asked_for(args: &[OsString]) -> Option<String> {
    match args {
        [first, wanted, ..] if first == ARGUMENT => Some(wanted.to_string_lossy().into_owned()),
        _ => None,
    }
}

/// What a tool says of itself: its pages as a JSON array of [`Page`]s, or its completions for a shell.
///
/// # Errors
/// When something unknown is wanted.
pub fn answer(tool: &Tool, wanted: &str, lang: Lang) -> Result<String, Failure> {
    if wanted == "manual" {
        return Ok(report::to_line(&crate::manual::pages(tool, lang)));
    }
    let shell = match wanted {
        "bash" => Shell::Bash,
        "zsh" => Shell::Zsh,
        "fish" => Shell::Fish,
        _ => return Err(Failure::usage("usage", words::unexpected_value(lang, wanted))),
    };
    let mut command = help::assemble(tool, lang, 100);
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, tool.name, &mut script);
    Ok(String::from_utf8_lossy(&script).into_owned())
}
