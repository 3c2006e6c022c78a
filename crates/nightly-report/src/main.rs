//! The night of the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    pustaka_cli::main(&nightly_report::TOOL)
}
