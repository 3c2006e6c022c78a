//! One module a verb.
