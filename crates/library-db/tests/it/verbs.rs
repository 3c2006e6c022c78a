//! Each verb.
