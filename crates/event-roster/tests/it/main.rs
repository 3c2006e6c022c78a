//! `event-roster` as it is shipped, and in process.

mod calendar;
mod desk;
mod pages;
mod properties;
mod story;
mod verbs;
