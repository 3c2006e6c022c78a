//! Surveys among readers.

use std::process::ExitCode;

fn main() -> ExitCode {
    pustaka_cli::main(&survey_tally::TOOL)
}
