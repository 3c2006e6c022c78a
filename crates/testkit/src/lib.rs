//! A temporary library, seeded data and a fixed day for tests.
#![forbid(unsafe_code)]

pub mod catalogue;
pub mod random;
