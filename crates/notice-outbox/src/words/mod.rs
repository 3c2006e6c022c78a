//! Every word of the tool, in both languages.

pub(crate) mod codes;
pub(crate) mod columns;
pub(crate) mod dates;
pub(crate) mod fields;
pub(crate) mod help;
pub(crate) mod pages;
pub(crate) mod result;
pub(crate) mod topics;
