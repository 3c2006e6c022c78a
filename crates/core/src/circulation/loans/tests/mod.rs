//! The actions of the desk on loans: tables of the refusals, and a library in a folder.

mod back;
mod lending;
mod refusals;
mod trouble;
