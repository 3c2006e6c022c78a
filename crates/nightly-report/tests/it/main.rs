//! `nightly-report` as it is shipped, and in process.

mod desk;
mod handed_in;
mod help;
mod night;
