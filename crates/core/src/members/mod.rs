//! Members: who may borrow, of which type, with whose consent.
