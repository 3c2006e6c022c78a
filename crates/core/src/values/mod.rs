//! Values that are parsed once, at the door, into types that can't be wrong.

pub mod barcode;
pub mod call_number;
pub mod card;
pub mod class;
pub(crate) mod codes;
pub mod date;
pub mod email;
pub mod heading;
pub mod ids;
pub mod isbn;
pub mod issn;
pub mod line;
pub mod money;
pub mod nik;
pub mod person;
pub mod phone;
mod printed;
pub mod text;
pub mod year;

/// Whether a cell says "nothing": empty, dashes, zeros, `null`.
pub(crate) fn printed_nothing(text: &str) -> bool {
    printed::stands_for_nothing(printed::unguarded(text))
}
