//! What the library knows of itself: figures by day, the page for the head, and the tables that are handed in.
//!
//! | module | what it holds |
//! |---|---|
//! | [`figure`] | every figure of the page: its code, its kind, its unit |
//! | [`facts`] | what is asked for every year and nobody can count from the rows |
//! | [`class`] | the rows of a report by class |
//! | [`daily`] | closing a day: its figures are counted and stored |
//! | [`classes`] | loans by class, of any period |
//! | [`page`] | the page of a day: figures beside the month before and the year before, and what needs a person |
//! | [`rows`] | the rows behind each figure |
//! | [`tables`] | the reports that are handed in |
//! | `compose`, `attention` | putting it together; who says what needs a person |

mod attention;
pub mod class;
pub mod classes;
mod compose;
pub mod daily;
pub mod facts;
pub mod figure;
pub mod page;
pub mod rows;
pub mod tables;
