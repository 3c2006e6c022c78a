//! Every word of the tool, in both languages.

pub(crate) mod attention;
pub(crate) mod classes;
pub(crate) mod figures;
pub(crate) mod help;
pub(crate) mod install;
pub(crate) mod page;
pub(crate) mod report;
pub(crate) mod rows;
pub(crate) mod run;
pub(crate) mod yearly;
