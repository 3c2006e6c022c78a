//! The figures that are published: exact, to the rule, without a floating point number on the way.
//!
//! | module | what it holds |
//! |---|---|
//! | [`exact`] | fractions of whole numbers, rounded once, half up |
//! | [`tally`] | the answers, counted |
//! | [`bands`] | classes and where they begin |
//! | [`index`] | means of the elements, the index, its class |

pub mod bands;
pub mod exact;
pub mod index;
pub mod tally;

pub use bands::{Band, Bands};
pub use exact::{Exact, Fixed};
pub use index::{Element, Index, Weight};
pub use tally::Tally;

#[cfg(test)]
mod tests;
