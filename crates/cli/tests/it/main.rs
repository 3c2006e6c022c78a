//! The crate through a small tool, run in process.

mod answers;
mod command_line;
mod files;
mod speaking;
mod tool;
