//! The words of this tool, in both languages: help pages, files that are read, what is said, what is printed.

pub(crate) mod files;
pub(crate) mod help;
pub(crate) mod print;
pub(crate) mod said;
pub(crate) mod topics;
