//! The words of `member`.

pub(crate) mod help;
pub(crate) mod import;
pub(crate) mod notices;
pub(crate) mod print;
pub(crate) mod result;
