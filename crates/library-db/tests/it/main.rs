//! `library-db` as it is shipped, and in process.

mod calendar;
mod desk;
mod manual;
mod rules;
mod safety;
mod streams;
mod verbs;
