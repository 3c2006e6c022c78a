//! Lending away and its replay.
