//! Stories across the tools.
#![forbid(unsafe_code)]
