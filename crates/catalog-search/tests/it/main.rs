//! `catalog-search` as it is shipped, and in process.

mod desk;
mod verbs;
