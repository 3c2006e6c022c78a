//! `library-db` as it is shipped, and in process.

mod desk;
mod manual;
mod safety;
mod streams;
mod verbs;
