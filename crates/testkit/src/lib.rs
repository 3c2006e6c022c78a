//! What tests stand on: a folder with a library in it, a fixed day, tools run in process or as shipped, seeded data.
//!
//! | module | what it holds |
//! |---|---|
//! | [`desk`] | a temporary folder with a library, and tools run there |
//! | [`answer`] | how a run ended, read: its JSON, the code of its failure |
//! | [`filled`], [`enrolled`] | titles and members put into a library without a file |
//! | [`skipped`] | what a test leaves out where a program of others is not there |
//! | [`stored`] | everything that a library file says, to hold two states against each other |
//! | [`workspace`] | the folder of the workspace, its fixtures, the programs that were built |
//! | [`catalogue`], [`random`] | a catalogue of any size, from a seed |
//! | [`year`] | a year of a small city library: what readers and staff do, a deed after the other, from a seed |
//!
//! A tool's own tests begin with a desk:
//!
//! ```
//! use pustaka_testkit::desk::Desk;
//!
//! let desk = Desk::new();
//! let finished = desk.run(&pustaka_testkit::desk::NOTHING, &["--version"]);
//! assert_eq!(finished.code, 0);
//! ```
#![forbid(unsafe_code)]

pub mod answer;
pub mod catalogue;
pub mod desk;
pub mod enrolled;
pub mod filled;
pub mod random;
pub mod skipped;
pub mod stored;
pub mod workspace;
pub mod year;
