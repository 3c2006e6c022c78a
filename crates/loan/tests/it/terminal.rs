//! The desk at a terminal.
