//! catalog-export
#![forbid(unsafe_code)]
