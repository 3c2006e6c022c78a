//! Writes the catalogue to files that other systems read.
use std::process::ExitCode;

fn main() -> ExitCode {
    pustaka_cli::main(&catalog_export::TOOL)
}
