//! Circulation: what is lent to whom until when, who waits for it, and what is owed.

pub mod rules;
