//! The words of `catalog-import`.

pub(crate) mod codes;
pub(crate) mod files;
pub(crate) mod help;
pub(crate) mod result;
