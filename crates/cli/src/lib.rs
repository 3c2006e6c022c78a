//! The terminal: arguments, words, output, errors, progress.
#![forbid(unsafe_code)]
