//! Readers and writers of the files that libraries exchange.
#![forbid(unsafe_code)]
