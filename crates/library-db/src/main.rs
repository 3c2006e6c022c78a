//! Looks after the library file.
use std::process::ExitCode;

fn main() -> ExitCode {
    pustaka_cli::main(&library_db::TOOL)
}
