//! Lends and takes back.
use std::process::ExitCode;

fn main() -> ExitCode {
    pustaka_cli::main(&loan::TOOL)
}
