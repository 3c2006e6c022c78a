//! The library's domain and its one SQLite file.
#![forbid(unsafe_code)]
