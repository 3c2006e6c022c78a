//! Stories across the tools, the examples of README.md, and the rules that the whole workspace keeps. All of it is in
//! `tests/`; this library is empty.
#![forbid(unsafe_code)]
