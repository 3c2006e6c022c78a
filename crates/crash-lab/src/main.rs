//! `crash-lab`: breaks the shipped tools on purpose, and says what it found.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    crash_lab::main(std::env::args().skip(1).collect())
}
