//! The words that all tools share, in both languages. A tool's own are in its `src/words.rs`.

pub(crate) mod circulation;
pub(crate) mod dates;
pub(crate) mod decision;
pub(crate) mod errors;
pub(crate) mod events;
pub(crate) mod findings;
pub(crate) mod import;
pub(crate) mod manual;
pub(crate) mod members;
pub(crate) mod notices;
pub(crate) mod options;
pub(crate) mod output;
pub(crate) mod period;
pub(crate) mod surveys;
pub(crate) mod usage;
pub(crate) mod who;
