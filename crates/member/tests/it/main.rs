//! `member` as people use it.

mod desk;
mod imports;
mod printing;
mod properties;
mod real_files;
mod verbs;
