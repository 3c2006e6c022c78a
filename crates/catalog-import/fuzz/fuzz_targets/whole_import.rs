//! Any bytes as a file to import, through the tool itself: `RUSTC_BOOTSTRAP=1 cargo fuzz run whole_import` in
//! `crates/catalog-import`.
#![no_main]

#[path = "../src/drive.rs"]
mod drive;

use std::sync::LazyLock;

static BENCH: LazyLock<drive::Bench> = LazyLock::new(drive::Bench::new);

libfuzzer_sys::fuzz_target!(|input: &[u8]| BENCH.drive(input));
