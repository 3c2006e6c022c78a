//! Brings catalogue files into the library.
use std::process::ExitCode;

fn main() -> ExitCode {
    pustaka_cli::main(&catalog_import::TOOL)
}
