//! Finds titles and copies.
use std::process::ExitCode;

fn main() -> ExitCode {
    pustaka_cli::main(&catalog_search::TOOL)
}
