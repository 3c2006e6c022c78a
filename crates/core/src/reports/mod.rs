//! What the library knows of itself: figures by day, the page for the head, and the tables that are handed in.
//!
//! | module | what it holds |
//! |---|---|
//! | [`figure`] | every figure of the page: its code, its kind, its unit |
//! | [`page`] | the page of a day: figures beside the month before and the year before, and what needs a person |

pub mod figure;
pub mod page;
