//! One module a verb.

pub(crate) mod facts;
pub(crate) mod report;
pub(crate) mod run;
