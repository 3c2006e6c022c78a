//! Every word of the tool, in both languages.

pub(crate) mod help;
pub(crate) mod install;
pub(crate) mod run;
