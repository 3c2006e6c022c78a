//! `library-db` as it is shipped, and in process.

mod desk;
mod manual;
mod streams;
mod verbs;
