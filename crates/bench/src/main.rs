//! `scripts/bench import|search|loan|survey`: times the shipped tools against the `sqlite3` program and DuckDB.

use std::process::ExitCode;

fn main() -> ExitCode {
    pustaka_bench::main(std::env::args().skip(1).collect())
}
