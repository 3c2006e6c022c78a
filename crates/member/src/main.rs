//! Keeps the members.
use std::process::ExitCode;

fn main() -> ExitCode {
    pustaka_cli::main(&member::TOOL)
}
