//! One module a verb.

pub(crate) mod facts;
pub(crate) mod install;
pub(crate) mod reopen;
pub(crate) mod report;
pub(crate) mod rows;
pub(crate) mod run;
pub(crate) mod show;
