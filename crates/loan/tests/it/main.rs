//! `loan` as it is shipped, and in process.

mod desk;
mod counter;
mod offline;
mod terminal;
mod verbs;
