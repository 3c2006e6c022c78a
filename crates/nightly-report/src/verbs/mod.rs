//! One module a verb.

pub(crate) mod facts;
pub(crate) mod report;
