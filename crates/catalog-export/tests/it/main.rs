//! `catalog-export` as it is shipped, and in process.

mod desk;
mod files;
mod refusals;
mod register;
