//! `notice-outbox` as it is shipped, and in process.

mod by_hand;
mod desk;
mod mail;
mod pages;
mod refusals;
mod templates;
