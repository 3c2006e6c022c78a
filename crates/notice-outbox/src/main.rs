//! Notices to readers.

use std::process::ExitCode;

fn main() -> ExitCode {
    pustaka_cli::main(&notice_outbox::TOOL)
}
