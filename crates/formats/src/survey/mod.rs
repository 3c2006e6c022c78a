//! Files of a survey: answers come in as rows under any header, the annex goes out.

pub mod annex;
mod reader;

pub use reader::{Answers, Layout, Options, Place, Reader, Taking};
