//! catalog-import
#![forbid(unsafe_code)]
