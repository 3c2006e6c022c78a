//! Values that are parsed once, at the door, into types that can't be wrong.

pub mod text;
