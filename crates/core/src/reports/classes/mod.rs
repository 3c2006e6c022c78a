//! Loans by class: of days, months, and any period.

pub(crate) mod items;
mod store;
