//! Runs events: places, attendance, certificates, results.
use std::process::ExitCode;

fn main() -> ExitCode {
    pustaka_cli::main(&event_roster::TOOL)
}
