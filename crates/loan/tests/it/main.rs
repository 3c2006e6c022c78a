//! `loan` as it is shipped, and in process.

mod counter;
mod desk;
mod offline;
mod terminal;
mod verbs;
