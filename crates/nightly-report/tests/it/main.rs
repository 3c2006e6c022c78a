//! `nightly-report` as it is shipped, and in process.

mod attention;
mod desk;
mod handed_in;
mod help;
mod install;
mod iplm;
mod late;
mod night;
mod page;
mod rows;
