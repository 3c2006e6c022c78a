//! `catalog-import` as it is shipped, and in process.

mod corpus;
mod desk;
mod files;
mod imports;
mod properties;
mod real_files;
mod refusals;
mod verbs;
