//! One module a verb.

pub(crate) mod install;
pub(crate) mod rows;
pub(crate) mod run;
pub(crate) mod show;
