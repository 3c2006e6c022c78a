//! All words of the tool, in both languages.

pub(crate) mod columns;
pub(crate) mod help;
pub(crate) mod poster;
pub(crate) mod result;
pub(crate) mod topics;
