//! catalog-search
#![forbid(unsafe_code)]
