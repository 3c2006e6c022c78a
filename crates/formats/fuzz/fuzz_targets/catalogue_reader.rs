//! Any bytes as a catalogue file: `RUSTC_BOOTSTRAP=1 cargo fuzz run catalogue_reader` in `crates/formats`.
#![no_main]

#[path = "../src/drive.rs"]
mod drive;

libfuzzer_sys::fuzz_target!(|input: &[u8]| drive::drive(input));
