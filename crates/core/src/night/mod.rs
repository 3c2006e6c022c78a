//! The steps of the night: which are due, each in its own transaction, and what became of them.
