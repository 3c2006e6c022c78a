//! library-db
#![forbid(unsafe_code)]
