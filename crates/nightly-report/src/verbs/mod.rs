//! One module a verb.

pub(crate) mod run;
pub(crate) mod show;
