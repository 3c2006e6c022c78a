//! `scripts/bench import|search|loan`: times the shipped tools against the `sqlite3` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    pustaka_bench::main(std::env::args().skip(1).collect())
}
