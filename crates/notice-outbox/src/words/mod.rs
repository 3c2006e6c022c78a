//! Every word of the tool, in both languages.

pub(crate) mod help;
