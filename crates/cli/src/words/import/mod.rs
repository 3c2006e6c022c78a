//! Words that all imports share.

pub(crate) mod files;
pub(crate) mod help;
pub(crate) mod rows;
